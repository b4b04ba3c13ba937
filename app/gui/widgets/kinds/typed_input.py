"""Typing: a short answer, a number, a year or a date."""

from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds import Response, numerical, short_answer
from app.gui.theme import theme
from app.gui.widgets.kinds.answer_field import AnswerField
from app.gui.widgets.kinds.laid import ReadingOrder, SelfLaid
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome
from app.gui.widgets.kinds.part_words import PartState, state_of, typed_reason
from app.gui.widgets.kinds.response_input import ResponseInput
from app.gui.widgets.text import TextBlock
from app.services.views import Checked, JudgedPart, Step

Asked = Literal["words", "number", "year", "date"]

_NAME = {"words": "Your answer", "number": "Your number", "year": "Your year", "date": "Your date"}
_HINT = {
    "words": "A word or a name",
    "number": "A number",
    "year": "A year",
    "date": "A day, such as 5 March 1953",
}
_WIDTH = {"words": 360, "number": 168, "year": 168, "date": 300}
_HEIGHT = 48
_OUTCOME: dict[PartState, Outcome] = {
    "correct": Outcome("correct", "Your answer"),
    "partly": Outcome("partly", "Your answer, partly right"),
    "wrong": Outcome("wrong", "Your answer"),
    "blank": Outcome("blank", "No answer"),
}


class TypedInput(ResponseInput):
    """A field and the unit behind it; after checking, what was typed, how it was taken, and the right answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._line: _FieldLine | None = None
        self._boxes: list[MarkedBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_question(self, step: Step) -> None:
        """Show the field with what was typed, or how it was marked."""
        self._step = step
        self._clear()
        if step.checked is not None:
            self._boxes = _boxes(self, step, step.checked)
            for box in self._boxes:
                self._column.addWidget(box)
                box.show()
            return
        asked, unit = _asked(step)
        line = _FieldLine(asked, unit, self)
        line.field.show_text(_typed(step.response))
        line.field.setEnabled(step.attempt.finished is None)
        line.field.textEdited.connect(lambda _text: self.changed.emit())
        line.field.left.connect(self.text_left)
        line.field.entered.connect(self.submitted)
        self._line = line
        self._column.addWidget(line)
        line.show()

    def response(self) -> Response:
        """Return what is typed, untouched."""
        text = self._line.field.text() if self._line else _typed(self._step.response if self._step else None)
        if self._step is not None and self._step.shown.kind == "numerical":
            return numerical.Response(text)
        return short_answer.Response(text)

    def field(self) -> AnswerField | None:
        """Return the field, None once the answer was checked."""
        return self._line.field if self._line else None

    def boxes(self) -> list[MarkedBox]:
        """Return what is shown after checking: the answer given, and the right one where it differs."""
        return list(self._boxes)

    def give_focus(self) -> None:
        """Focus the field."""
        target: QWidget = self._line.field if self._line else self._boxes[0] if self._boxes else self
        target.setFocus()

    def holds_text(self) -> bool:
        """Tell that answering means typing."""
        return True

    def _clear(self) -> None:
        for widget in [*self._boxes, *([self._line] if self._line else [])]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._line, self._boxes = None, []


class _FieldLine(SelfLaid):
    """A field with its unit on the same baseline; where there is no room the unit goes below."""

    def __init__(self, asked: Asked, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = f"{_NAME[asked]}, in {unit}" if unit else _NAME[asked]
        self.field = AnswerField(name, role="choice", width=_WIDTH[asked], height=_HEIGHT, parent=self)
        self.field.setPlaceholderText(_HINT[asked])
        self.unit = TextBlock(unit, "choice", "ink2", self, selectable=False)
        self.unit.setVisible(bool(unit))
        ReadingOrder(self, [self.field, self.unit])

    def arrange(self, width: int, *, move: bool) -> int:
        field = QSize(min(width, self.field.sizeHint().width()), self.field.sizeHint().height())
        gap, line = theme().size(10), theme().line_height("choice")
        room = width - field.width() - gap
        beside = not self.unit.text() or room >= self.unit.natural_width()
        place = QRect(field.width() + gap, (field.height() - line) // 2, max(1, room), line)
        if not beside:
            place = QRect(0, field.height() + theme().size(4), width, self.unit.heightForWidth(width))
        if move:
            self.put(self.field, QRect(0, 0, field.width(), field.height()))
            self.put(self.unit, place)
        return field.height() if beside else place.bottom() + 1


def _asked(step: Step) -> tuple[Asked, str]:
    body = step.shown.body
    match body:
        case short_answer.Shown():
            return "words", ""
        case numerical.Shown(answer_as=answer_as, unit=unit):
            return answer_as, unit
        case _:
            raise TypeError(step.shown.kind)


def _typed(response: Response | None) -> str:
    match response:
        case short_answer.Response(text=text) | numerical.Response(text=text):
            return text
        case _:
            return ""


def _boxes(parent: QWidget, step: Step, checked: Checked) -> list[MarkedBox]:
    """Return the answer as it was taken, and the right one where that is not the same."""
    key = checked.key
    assert isinstance(key, short_answer.Key | numerical.Key)
    unit = _asked(step)[1]
    part = checked.parts[0] if checked.parts else None
    typed, state = _typed(step.response).strip(), state_of(part)
    given = MarkedBox(_with_unit(typed, unit), parent=parent)
    given.show_outcomes(state, [_given_outcome(state, part, typed)])
    given.show_reasons([typed_reason(key.foreseen, part)])
    if state == "correct" and (key.answer.casefold() == typed.casefold() or _slip(part, typed)):
        return [given]
    right = MarkedBox(_with_unit(key.answer, unit), parent=parent)
    words = "Also written so" if state == "correct" else "Correct answer"
    right.show_outcomes("correct", [Outcome("correct", words)])
    return [given, right]


def _given_outcome(state: PartState, part: JudgedPart | None, typed: str) -> Outcome:
    outcome = _OUTCOME[state]
    accepted = _slip(part, typed) if state == "correct" else ""
    return Outcome("correct", f"{outcome.word},", f"accepted as: {accepted}") if accepted else outcome


def _slip(part: JudgedPart | None, typed: str) -> str:
    """Return what was meant, where the hand slipped: it is told once, and no other form beside it."""
    accepted = part.accepted_as if part is not None else ""
    return accepted if accepted.casefold() != typed.casefold() else ""


def _with_unit(text: str, unit: str) -> str:
    return f"{text}\u00a0{unit}" if unit and text[-1:].isdigit() else text
