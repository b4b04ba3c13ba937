"""A citation with all that is known of it: the place, our summary, the quoted phrase, historians, the state."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.source import Status
from app.gui.theme import tokens
from app.gui.widgets import source_words as said
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.fold import FoldButton
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.margin_rule import MarginRule
from app.gui.widgets.speech import announce
from app.gui.widgets.status_button import StatusButton
from app.gui.widgets.text import Span, TextBlock
from app.services.views import SourceCard
from app.words import labels

_UNCERTAIN = ("not_in_copy", "source_changed")


class SourceCardView(Card):
    """One citation, open. `reader_requested` and `about_requested` carry the SourceCard."""

    reader_requested = Signal(object)
    about_requested = Signal(object)
    fold_requested = Signal()

    def __init__(
        self, card: SourceCard, parent: QWidget | None = None, *, key: str = "", foldable: bool = False
    ) -> None:
        super().__init__(parent=parent, padding=20)
        self.card = card
        self._cited = said.cited_claims(card)
        self._works = said.distinct_works(claim.works for claim in self._cited)
        self.body.setSpacing(0)
        self._add_head()
        self._add_summary()
        self._add_quote()
        self._add_works()
        self._add_notes()
        self._add_state()
        self._add_actions(key, foldable=foldable)
        self.setAccessibleName(f"Source: {self.title.text()}, {said.place_words(card.at)}")

    # --- What the citation is ---

    def _add_head(self) -> None:
        card = self.card
        self.title = TextBlock(
            card.title if card.source or card.work is None else card.work.label, "card_title"
        )
        self.body.addWidget(self.title)
        holder = QWidget()
        row = FlowRow(holder, gap=16, line_gap=0)
        place = [said.place_words(card.at), said.voice_words(self._cited)]
        if any(place):
            self.place = TextBlock(" \u00b7 ".join(part for part in place if part), "meta", "ink2")
            row.addWidget(self.place)
        self.body.addWidget(holder)
        status = said.standing(card)
        if status is not None:
            self.status = StatusButton(status)
            row.addWidget(self.status)
            self._add_meaning(self.status, status)

    def _add_meaning(self, button: StatusButton, status: Status) -> None:
        meaning = TextBlock(labels.STATUS_MEANING[status], "meta", "ink2")
        meaning.hide()
        button.toggled.connect(meaning.setVisible)
        self.body.addWidget(meaning)

    # --- Our summary and the quoted words ---

    def _add_summary(self) -> None:
        if not self.card.claims:
            return
        self.body.addSpacing(tokens.SPACE[2])
        if said.standing(self.card) is None:
            self._add_claims_apart()
            return
        rule = MarginRule()
        self.summary = _passage(self.card)
        rule.body.addWidget(self.summary)
        self.body.addWidget(rule)

    def _add_claims_apart(self) -> None:
        """Show each cited claim under its own standing: a label belongs to a claim, never to a sentence."""
        for number, claim in enumerate(self._cited):
            if number:
                self.body.addSpacing(tokens.SPACE[1])
            button = StatusButton(claim.status)
            self.body.addWidget(button)
            self._add_meaning(button, claim.status)
            rule = MarginRule()
            rule.body.addWidget(TextBlock(claim.says, "source_card"))
            self.body.addWidget(rule)

    def _add_quote(self) -> None:
        if not self.card.anchor:
            return
        self.body.addSpacing(tokens.SPACE[2])
        words = f"\u201c{self.card.anchor}\u201d"
        self.quote = TextBlock(words, "quote")
        if self.card.state in said.CERTAIN:
            self.quote.set_spans([Span(1, len(words) - 1, highlight=True)])
        self.body.addWidget(self.quote)
        self.body.addWidget(TextBlock(f"in {self.card.short}\u2019s own words", "meta", "ink2"))

    def _add_works(self) -> None:
        if words := said.works_words(self.card.short, self._works):
            self.body.addSpacing(tokens.SPACE[0])
            self.works = TextBlock(words, "meta", "ink2")
            self.body.addWidget(self.works)

    # --- What historians say, and what the citation is worth ---

    def _add_notes(self) -> None:
        noted = [claim for claim in self._cited if claim.note]
        if not noted:
            return
        self.body.addSpacing(tokens.SPACE[2])
        inset = Card("paper", padding=14)
        inset.body.setSpacing(0)
        inset.body.addWidget(TextBlock("What historians say", "small_strong"))
        for number, claim in enumerate(noted):
            if number:
                inset.body.addSpacing(tokens.SPACE[1])
            inset.body.addWidget(TextBlock(claim.note, "note"))
            inset.body.addWidget(TextBlock(said.note_source_words(claim.note_works), "small", "ink2"))
        self.body.addWidget(inset)

    def _add_state(self) -> None:
        self.body.addSpacing(tokens.SPACE[2])
        words = said.state_words(self.card)
        if self.card.state in _UNCERTAIN:
            self.body.addWidget(MarkedLabel("problem", words, "meta_medium", "wrong"))
        else:
            self.body.addWidget(TextBlock(words, "small", "ink2"))
        column = MarginRule(colour="hair")
        self._more = column
        for line in self._more_lines():
            column.body.addWidget(TextBlock(line, "meta", "ink2"))
        if self.card.source:
            about = Button("About this essay" if self.card.kind == "essay" else "About this source", "link")
            about.clicked.connect(lambda: self.about_requested.emit(self.card))
            column.body.addWidget(about)
        column.hide()
        self.body.addWidget(column)

    def _more_lines(self) -> list[str]:
        notes = said.distinct_works(claim.note_works for claim in self._cited)
        works = said.distinct_works((self._works, notes))
        if self.card.work is not None:
            works = (self.card.work, *works)
        lines = [said.keep_pages(work.full) for work in works]
        lines += [work.doubt for work in works if work.doubt]
        return [*lines, labels.CITATION_STATE_MEANING[self.card.state]]

    # --- What can be done with it ---

    def _add_actions(self, key: str, *, foldable: bool) -> None:
        self.body.addSpacing(tokens.SPACE[1])
        holder = QWidget()
        row = FlowRow(holder, gap=8, line_gap=4)
        if self.card.source:
            self.reader = Button("Open in the reader", "second", key)
            self.reader.clicked.connect(lambda: self.reader_requested.emit(self.card))
            row.addWidget(self.reader)
        self.copy = Button("Copy citation", "quiet")
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy)
        self.more = FoldButton("Full reference" if len(self._more_lines()) > 1 else "About this citation")
        self.more.toggled.connect(self._more.setVisible)
        row.addWidget(self.more)
        if foldable:
            fold = Button("Fold", "quiet", mark="chevron-up")
            fold.clicked.connect(self.fold_requested)
            row.addWidget(fold)
        self.body.addWidget(holder)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(said.citation_text(self.card))
        self.copy.set_text("Copied")
        announce(self, "The citation was copied.")


def _passage(card: SourceCard) -> TextBlock:
    """Make our summary of the cited sentence, with context around it in the second ink."""
    words, spans = "", []
    for text, quiet in _pieces(card):
        start = len(words) + (1 if words else 0)
        words = f"{words} {text}" if words else text
        if quiet:
            spans.append(Span(start, len(words), colour="ink2"))
    block = TextBlock(words, "source_card")
    block.set_spans(spans)
    return block


def _pieces(card: SourceCard) -> list[tuple[str, bool]]:
    """Return what is cited and what lies between, with one statement or sentence of context on either side."""
    claims = card.claims
    cited = [index for index, claim in enumerate(claims) if claim.cited] or list(range(len(claims)))
    first, last = cited[0], cited[-1]
    before = claims[first - 1].says if first else said.last_sentence(card.before)
    after = claims[last + 1].says if last + 1 < len(claims) else said.first_sentence(card.after)
    inner = [(claim.says, first + index not in cited) for index, claim in enumerate(claims[first : last + 1])]
    return [(text, quiet) for text, quiet in [(before, True), *inner, (after, True)] if text]
