"""Source support: what the document says beside what the work says, and whether the one bears the other out."""

from collections.abc import Collection

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds import Response, source_support
from app.domain.kinds.source_support import SUPPORTS
from app.gui.theme import tokens
from app.gui.widgets.card import Card
from app.gui.widgets.kinds.one_of import Line, OneOf
from app.gui.widgets.kinds.passage_list import ORIGINAL, SUMMARY, where
from app.gui.widgets.kinds.radio_group import (
    STEPS,
    is_plain,
    pressed_figure,
    pressed_letter,
    step_focus,
    take_by_key,
)
from app.gui.widgets.kinds.response_input import Originals, ResponseInput
from app.gui.widgets.segmented import Segmented
from app.gui.widgets.text import Span, TextBlock
from app.gui.widgets.two_columns import TwoColumns
from app.services.views import Checked, OriginalSentence, Step
from app.words import labels

_LINES = tuple(Line(one, labels.SUPPORT[one]) for one in SUPPORTS)
_SIDE_BY_SIDE = 480
_HEADING = "What the work says of it"


class SaidCard(Card):
    """What somebody says: a heading, the words in the serif, and where they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=tokens.SPACE[2])
        self.heading = TextBlock("", "meta_strong", "ink2")
        self.words = TextBlock("", "source_card")
        self.place = TextBlock("", "meta", "ink2")
        self.body.setSpacing(6)
        for part in (self.heading, self.words, self.place):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_said(self, heading: str, words: str, name: str, more: str) -> None:
        """Show a heading, words, and their place: a name and what there is more to say of it."""
        self.heading.set_text(heading)
        self.words.set_text(words)
        place = ". ".join(part.rstrip(".") for part in (name, more) if part)
        self.place.set_text(place)
        self.place.set_spans(
            [Span(0, len(name.rstrip(".")), role="meta_medium", colour="ink")] if name else []
        )
        self.place.setVisible(bool(place))
        self.setAccessibleName(heading)


class ClaimCard(SaidCard):
    """What the document says, in our summary's words or, where a copy is attached, in its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = self._original = ""
        self.switch = Segmented("Words of the essay", [("summary", SUMMARY), ("original", ORIGINAL)])
        self.switch.hide()
        self.switch.chosen.connect(lambda _value: self._show_words())
        self.body.insertWidget(1, self.switch)

    def show_claim(self, body: source_support.Shown) -> None:
        """Show the claim as our summary has it."""
        claim = body.claim
        self._summary = " ".join(says for one in claim.sentences for says in one.says)
        place = where(claim)
        name = claim.short or claim.title
        self.show_said(f"What {name} says", self._summary, "", place[:1].upper() + place[1:])
        self.show_original(())

    def show_original(self, sentences: Collection[OriginalSentence]) -> None:
        """Offer the document's own words, or our summary alone."""
        self._original = " ".join(one.text for one in sentences)
        if not self._original:
            self.switch.set_value("summary")
        self.switch.setVisible(bool(self._original))
        self._show_words()

    def _show_words(self) -> None:
        self.words.set_text(self._original if self.switch.value() == "original" else self._summary)


class SourceSupportInput(ResponseInput):
    """Two cards and four answers in words; letters and figures choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self.claim, self.work = ClaimCard(), SaidCard()
        self.beside = TwoColumns(self.claim, self.work, self, gap=12, line_gap=12, narrow=_SIDE_BY_SIDE)
        self.answers = OneOf(_HEADING, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.beside)
        column.addWidget(self.answers)
        self.answers.changed.connect(self.changed)

    def show_question(self, step: Step) -> None:
        """Show claim and work, what was chosen, and the marks once checked."""
        self._step = step
        body, given = _body(step), step.response
        self.claim.show_claim(body)
        self.work.show_said("What the work says", body.holding.plain(), body.label, body.title)
        self.answers.show_lines(_LINES)
        self.answers.take(given.support if isinstance(given, source_support.Response) else None)
        self.answers.lock(self._is_over())
        self.show_all_reasons(False)

    def show_originals(self, originals: Originals) -> None:
        """Offer the document's own words where a copy is attached."""
        self.claim.show_original(originals[0] if originals else ())

    def response(self) -> Response:
        """Return what is chosen."""
        chosen = self.answers.chosen()
        return source_support.Response(next((one for one in SUPPORTS if one == chosen), None))

    def press_key(self, event: QKeyEvent) -> bool:
        """Choose by letter or figure, move by arrow."""
        rows = list(self.answers.rows().values())
        if not is_plain(event):
            return False
        if event.key() in STEPS:
            step_focus(rows, STEPS[event.key()])
            return True
        letter, figure = pressed_letter(event, len(rows)), pressed_figure(event)
        index = letter if letter is not None else (figure or 0) - 1
        if self._is_over() or not 0 <= index < len(rows):
            return False
        take_by_key(rows[index])
        return True

    def give_focus(self) -> None:
        """Focus the chosen answer, else the first."""
        rows = list(self.answers.rows().values())
        target = next((row for row in rows if row.isChecked()), rows[0] if rows else self)
        target.setFocus()

    def has_more_reasons(self) -> bool:
        """Tell whether an answer that was not chosen has a reason too."""
        checked = self._step.checked if self._step else None
        return checked is not None and self.answers.has_folded(_reasons(checked))

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of the answers that were not chosen."""
        checked = self._step.checked if self._step else None
        if checked is not None:
            self.answers.show_marks(_key(checked).support, _reasons(checked), open_all=shown)

    def _is_over(self) -> bool:
        step = self._step
        return step is not None and (step.checked is not None or step.attempt.finished is not None)


def _body(step: Step) -> source_support.Shown:
    assert isinstance(step.shown.body, source_support.Shown)
    return step.shown.body


def _key(checked: Checked) -> source_support.Key:
    assert isinstance(checked.key, source_support.Key)
    return checked.key


def _reasons(checked: Checked) -> dict[str, str]:
    return {support: text.plain() for support, text in _key(checked).feedback.items()}
