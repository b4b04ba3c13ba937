"""A citation with all that is known of it: the place, our summary, the quoted phrase, historians, the state."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.gui.theme import tokens
from app.gui.widgets import source_words as said
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.card_parts import ClaimsApart, Folded, Gap, Notes, meaning_of
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.fold import FoldButton
from app.gui.widgets.held import held
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.margin_rule import MarginRule
from app.gui.widgets.speech import announce
from app.gui.widgets.status_button import StatusButton
from app.gui.widgets.text import Span, TextBlock
from app.services.views import SourceCard
from app.words import labels

_UNCERTAIN = ("not_in_copy", "source_changed")
_COPY = "Copy citation"
_LONG_ENOUGH = 150
"""So many letters of our summary speak for themselves: the reader has what stands around them."""


class SourceCardView(Card):
    """One citation, open. `reader_requested` and `about_requested` carry the SourceCard.

    It is made once and shows other citations later: to make two dozen widgets anew takes longer than to fill them.
    """

    reader_requested = Signal(object)
    about_requested = Signal(object)
    fold_requested = Signal()

    def __init__(
        self, card: SourceCard, parent: QWidget | None = None, *, key: str = "", foldable: bool = False
    ) -> None:
        super().__init__(parent=parent, padding=20)
        self.card = card
        self.body.setSpacing(0)
        self._rows: list[FlowRow] = []
        self._make_head()
        self._make_summary()
        self._make_quote()
        self._make_notes_and_state()
        self._make_actions()
        self.show_card(card, key=key, foldable=foldable)

    def show_card(self, card: SourceCard, *, key: str = "", foldable: bool = False) -> None:
        """Show another citation, with nothing unfolded."""
        self.card = card
        self._cited = said.cited_claims(card)
        self._works = said.distinct_works(claim.works for claim in self._cited)
        with held(*self._rows, self._rule.layout(), self._notes.layout(), self.layout()):
            self._show_head()
            self._show_summary()
            self._show_quote()
            self._notes_gap.set_open(any(claim.note for claim in self._cited))
            self._notes.show_claims([claim for claim in self._cited if claim.note])
            self._show_state()
            self._show_actions(key, foldable=foldable)
        self.setAccessibleName(f"Source: {self.title.text()}, {said.place_words(card.at)}")

    # --- What the citation is ---

    def _make_head(self) -> None:
        self.title = TextBlock("", "card_title")
        self.body.addWidget(self.title)
        self.place = TextBlock("", "meta", "ink2")
        self.status = StatusButton("established")
        self._meaning = meaning_of(self.status)
        holder = QWidget(self)
        row = FlowRow(holder, gap=16, line_gap=0)
        row.addWidget(self.place)
        row.addWidget(self.status)
        self._rows.append(row)
        self.body.addWidget(holder)
        self.body.addLayout(self._meaning)

    def _show_head(self) -> None:
        card = self.card
        self.title.set_text(card.title if card.source or card.work is None else card.work.label)
        place = [said.place_words(card.at), said.voice_words(self._cited)]
        self.place.set_text(" \u00b7 ".join(part for part in place if part))
        self.place.setVisible(any(place))
        self.status.setChecked(False)
        self._meaning.empty()
        status = said.standing(card)
        if status is not None:
            self.status.set_status(status)
        self.status.setVisible(status is not None)

    # --- Our summary and the quoted words ---

    def _make_summary(self) -> None:
        self._summary_gap = Gap(self.body, tokens.SPACE[2])
        self.summary = TextBlock("", "source_card")
        self._rule = MarginRule()
        self._rule.body.addWidget(self.summary)
        self._apart = ClaimsApart()
        self.body.addWidget(self._rule)
        self.body.addLayout(self._apart)

    def _show_summary(self) -> None:
        one_standing = said.standing(self.card) is not None
        self._summary_gap.set_open(bool(self.card.claims))
        self._rule.setVisible(one_standing)
        self._apart.show_claims(() if one_standing else self._cited)
        if one_standing:
            _fill_passage(self.summary, self.card)

    def _make_quote(self) -> None:
        self._quote_gap = Gap(self.body, tokens.SPACE[2])
        self.quote = TextBlock("", "quote")
        self._quoted = TextBlock("", "meta", "ink2")
        self.body.addWidget(self.quote)
        self.body.addWidget(self._quoted)
        self._works_gap = Gap(self.body, tokens.SPACE[0])
        self.works = TextBlock("", "meta", "ink2")
        self.body.addWidget(self.works)

    def _show_quote(self) -> None:
        anchor = self.card.anchor
        words = f"\u201c{anchor}\u201d" if anchor else ""
        self._quote_gap.set_open(bool(anchor))
        self.quote.set_text(words)
        if anchor and self.card.state in said.CERTAIN:
            self.quote.set_spans([Span(1, len(words) - 1, highlight=True)])
        self._quoted.set_text(f"in {self.card.short}\u2019s own words" if anchor else "")
        works = said.works_words(self.card.short, self._works)
        self._works_gap.set_open(bool(works))
        self.works.set_text(works)
        for part in (self.quote, self._quoted, self.works):
            part.setVisible(bool(part.text()))

    # --- What historians say, and what the citation is worth ---

    def _make_notes_and_state(self) -> None:
        self._notes_gap = Gap(self.body, tokens.SPACE[2])
        self._notes = Notes()
        self.body.addWidget(self._notes)
        self.body.addSpacing(tokens.SPACE[2])
        self._sure = TextBlock("", "small", "ink2")
        self._unsure = MarkedLabel("problem", "", "meta_medium", "wrong")
        self._more = Folded(lambda: [self._make_more()])
        self.body.addWidget(self._sure)
        self.body.addWidget(self._unsure)
        self.body.addLayout(self._more)

    def _show_state(self) -> None:
        words, unsure = said.state_words(self.card), self.card.state in _UNCERTAIN
        self._sure.set_text("" if unsure else words)
        self._sure.setVisible(not unsure)
        self._unsure.setVisible(unsure)
        if unsure:
            self._unsure.set_mark("problem", words, "wrong")
        self._more.empty()

    def _make_more(self) -> QWidget:
        """Make the full references, doubts, and what the state of the citation means."""
        column = MarginRule(colour="hair")
        for line in self._more_lines():
            column.body.addWidget(TextBlock(line, "meta", "ink2"))
        if self.card.source:
            about = Button("About this essay" if self.card.kind == "essay" else "About this source", "link")
            about.clicked.connect(lambda: self.about_requested.emit(self.card))
            column.body.addWidget(about)
        return column

    def _more_lines(self) -> list[str]:
        notes = said.distinct_works(claim.note_works for claim in self._cited)
        works = said.distinct_works((self._works, notes))
        if self.card.work is not None:
            works = (self.card.work, *works)
        lines = [said.keep_pages(work.full) for work in works]
        lines += [work.doubt for work in works if work.doubt]
        return [*lines, labels.CITATION_STATE_MEANING[self.card.state]]

    # --- What can be done with it ---

    def _make_actions(self) -> None:
        self.body.addSpacing(tokens.SPACE[1])
        holder = QWidget(self)
        row = FlowRow(holder, gap=8, line_gap=4)
        self.reader = Button("Open in the reader", "second")
        self.copy = Button(_COPY, "quiet")
        self.more = FoldButton("Full reference")
        self._fold = Button("Fold", "quiet", mark="chevron-up")
        for button in (self.reader, self.copy, self.more, self._fold):
            row.addWidget(button)
        self._rows.append(row)
        self.reader.clicked.connect(lambda: self.reader_requested.emit(self.card))
        self.copy.clicked.connect(self._copy)
        self.more.toggled.connect(self._more.set_open)
        self._fold.clicked.connect(self.fold_requested)
        self.body.addWidget(holder)

    def _show_actions(self, key: str, *, foldable: bool) -> None:
        self.reader.set_key(key)
        self.reader.setVisible(bool(self.card.source))
        self.copy.set_text(_COPY)
        self.more.set_text("Full reference" if len(self._more_lines()) > 1 else "Details")
        self.more.set_open(False)
        self._fold.setVisible(foldable)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(said.citation_text(self.card))
        self.copy.set_text("Copied")
        announce(self, "The citation was copied.")


def _fill_passage(block: TextBlock, card: SourceCard) -> None:
    """Show our summary of the cited sentence, with context around it in the second ink."""
    words, spans = "", []
    for text, quiet in _pieces(card):
        start = len(words) + (1 if words else 0)
        words = f"{words} {text}" if words else text
        if quiet:
            spans.append(Span(start, len(words), colour="ink2"))
    block.set_text(words)
    block.set_spans(spans)


def _pieces(card: SourceCard) -> list[tuple[str, bool]]:
    """Return what is cited and what lies between; where that is short, with a statement or sentence on either side."""
    claims = card.claims
    cited = [index for index, claim in enumerate(claims) if claim.cited] or list(range(len(claims)))
    first, last = cited[0], cited[-1]
    before = claims[first - 1].says if first else said.last_sentence(card.before)
    after = claims[last + 1].says if last + 1 < len(claims) else said.first_sentence(card.after)
    inner = [(claim.says, first + index not in cited) for index, claim in enumerate(claims[first : last + 1])]
    if sum(len(text) for text, _ in inner) > _LONG_ENOUGH:
        return inner
    return [(text, quiet) for text, quiet in [(before, True), *inner, (after, True)] if text]
