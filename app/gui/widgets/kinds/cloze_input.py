"""Cloze: gaps in a text, each typed or chosen."""

from itertools import pairwise
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response, cloze, numerical, short_answer, single_choice
from app.gui.widgets.kinds.answer_field import AnswerField
from app.gui.widgets.kinds.chooser import Offered, letter_of
from app.gui.widgets.kinds.cloze_review import GapReview, review_gaps
from app.gui.widgets.kinds.gap_text import sentence_with
from app.gui.widgets.kinds.gap_widgets import HEIGHT, ROLE, GapChooser, GapMark
from app.gui.widgets.kinds.gapped_text import GappedText, GapWidget
from app.gui.widgets.kinds.laid import bring_into_sight, plain_modifiers
from app.gui.widgets.kinds.marked_box import ReasonLine
from app.gui.widgets.kinds.response_input import ResponseInput, in_order
from app.services.views import Step

_WIDTH = {"words": 168, "number": 112, "year": 88, "date": 176}
_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ClozeInput(ResponseInput):
    """A text whose gaps are filled in reading order; arrows up and down lead from gap to gap.

    A choice is told as `changed` and `text_left` at once: it is whole, and can be saved.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._text: GappedText | None = None
        self._gaps: dict[PartId, AnswerField | GapChooser] = {}
        self._reviews: list[GapReview] = []
        self._marks: dict[PartId, tuple[GapMark, ...]] = {}
        self._reasons: list[ReasonLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    # --- The contract ---

    def show_question(self, step: Step) -> None:
        """Show the text with what is in its gaps, or how each was marked."""
        self._step = step
        self._clear()
        if step.checked is None:
            self._show_open(step)
        else:
            self._show_review(step)

    def response(self) -> Response:
        """Return what was typed, untouched, and the choices taken, by gap; empty gaps are left out."""
        if self._step is None or self._step.checked is not None:
            return cloze.Response(_given(self._step.response if self._step else None))
        filled = {part: _value(widget) for part, widget in self._gaps.items()}
        return cloze.Response({part: value for part, value in filled.items() if value.strip()})

    def gaps(self) -> dict[PartId, AnswerField | GapChooser]:
        """Return what the gaps are filled with, in reading order; none after checking."""
        return dict(self._gaps)

    def marks(self) -> dict[PartId, tuple[GapMark, ...]]:
        """Return what stands in each gap after checking: what was given, and what is right where it differs."""
        return dict(self._marks)

    def reasons(self) -> list[str]:
        """Return the reasons that are open below the text."""
        return [line.text() for line in self._reasons]

    def press_key(self, event: QKeyEvent) -> bool:
        """Let an arrow lead into the gaps."""
        if event.key() not in _STEP or plain_modifiers(event.modifiers()) or not self._gaps:
            return False
        self.give_focus()
        return True

    def give_focus(self) -> None:
        """Focus the first empty gap, else the first."""
        gaps = list(self._gaps.values())
        marks: list[QWidget] = [mark for several in self._marks.values() for mark in several]
        empty: QWidget | None = next((gap for gap in gaps if not _value(gap).strip()), None)
        (empty or next(iter([*gaps, *marks]), self)).setFocus(Qt.FocusReason.TabFocusReason)

    def holds_text(self) -> bool:
        """Tell whether there is a gap to type into."""
        return any(isinstance(gap, AnswerField) for gap in self._gaps.values())

    def has_more_reasons(self) -> bool:
        """Tell whether a gap that was not filled wrong has a reason."""
        return any(review.more != review.reason for review in self._reviews)

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of the gaps that were not filled wrong."""
        for line in self._reasons:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._reasons = []
        for review in self._reviews:
            reason = review.more if shown else review.reason
            if reason:
                line = ReasonLine(str(review.number), review.state, reason, self)
                self._reasons.append(line)
                self._column.addWidget(line)
                line.show()

    # --- Showing ---

    def _show_open(self, step: Step) -> None:
        body, given = _body(step), _given(step.response)
        widgets: dict[PartId, list[GapWidget]] = {}
        for number, gap in enumerate(body.gaps, 1):
            widget = _gap_widget(gap, f"Gap {number} of {len(body.gaps)}", step, given.get(gap.id, ""))
            widget.setEnabled(step.attempt.finished is None)
            widget.stepped.connect(lambda by, part=gap.id: self._go(part, by))
            self._listen(widget)
            self._gaps[gap.id] = widget
            widgets[gap.id] = [widget]
        spoken = {gap.id: f"(gap {number})" for number, gap in enumerate(body.gaps, 1)}
        said = self._show_text(_text_with_units(body), widgets, spoken)
        for part, gap_widget in self._gaps.items():
            known = gap_widget.accessibleDescription()
            around = sentence_with(said, spoken[part])
            gap_widget.setAccessibleDescription(f"{known}. {around}" if known else around)
        order = list(self._gaps.values())
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _listen(self, widget: AnswerField | GapChooser) -> None:
        if isinstance(widget, AnswerField):
            widget.textEdited.connect(lambda _text: self.changed.emit())
            widget.left.connect(self.text_left)
            widget.entered.connect(self.submitted)
        else:
            widget.picked.connect(self.changed)
            widget.picked.connect(self.text_left)

    def _show_review(self, step: Step) -> None:
        body = _body(step)
        self._reviews = review_gaps(step)
        self._marks = {review.gap: review.marks for review in self._reviews}
        spoken = {review.gap: review.spoken for review in self._reviews}
        self._show_text(
            _text_with_units(body), {gap: list(marks) for gap, marks in self._marks.items()}, spoken
        )
        self.show_all_reasons(False)

    def _show_text(self, text: str, widgets: dict[PartId, list[GapWidget]], spoken: dict[PartId, str]) -> str:
        """Show a text with what stands in its gaps, and return how it is said."""
        said = text
        for part, words in spoken.items():
            said = said.replace(f"{{{part}}}", words)
        self._text = GappedText(text, widgets, said, self)
        self._column.addWidget(self._text)
        self._text.show()
        return said

    def _clear(self) -> None:
        for widget in [*self._reasons, *([self._text] if self._text else [])]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._text, self._gaps, self._marks, self._reviews, self._reasons = None, {}, {}, [], []

    def _go(self, part: PartId, by: int) -> None:
        parts = list(self._gaps)
        to = parts.index(part) + by
        if 0 <= to < len(parts):
            self._gaps[parts[to]].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_sight(self._gaps[parts[to]])


def _gap_widget(gap: cloze.ShownGap, name: str, step: Step, given: str) -> AnswerField | GapChooser:
    match gap.body:
        case single_choice.Shown(choices=choices):
            chooser = GapChooser(name)
            shown = in_order(choices, step.gap_orders.get(gap.id, ()))
            chooser.offer([Offered(one.id, letter_of(i), one.text.plain()) for i, one in enumerate(shown)])
            chooser.take(PartId(given) if given else None)
            return chooser
        case numerical.Shown(answer_as=answer_as, unit=unit):
            return _field(f"{name}, in {unit}" if unit else name, _WIDTH[answer_as], given)
        case short_answer.Shown():
            return _field(name, _WIDTH["words"], given)
        case _ as never:
            assert_never(never)


def _field(name: str, width: int, given: str) -> AnswerField:
    field = AnswerField(name, role=ROLE, width=width, height=HEIGHT, inset=7)
    field.show_text(given)
    return field


def _value(widget: AnswerField | GapChooser) -> str:
    if isinstance(widget, AnswerField):
        return widget.text()
    taken = widget.taken()
    return taken.id if taken else ""


def _text_with_units(body: cloze.Shown) -> str:
    """Return the text with the unit of a number behind its gap, unless the author wrote it there."""
    text = body.text.plain()
    for gap in body.gaps:
        place = f"{{{gap.id}}}"
        if isinstance(gap.body, numerical.Shown) and (unit := gap.body.unit):
            after = text.partition(place)[2].lstrip()
            text = text if after.startswith(unit) else text.replace(place, f"{place} {unit}")
    return text


def _body(step: Step) -> cloze.Shown:
    assert isinstance(step.shown.body, cloze.Shown)
    return step.shown.body


def _given(response: Response | None) -> dict[PartId, str]:
    return dict(response.gaps) if isinstance(response, cloze.Response) else {}
