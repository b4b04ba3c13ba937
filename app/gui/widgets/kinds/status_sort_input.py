"""Status sort: to each statement how sure historians are of it, who says it, or both."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response, status_sort
from app.domain.source import STATUSES, VOICES
from app.gui.theme import tokens
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.kinds.chooser import NOTHING, Offered, letter_of
from app.gui.widgets.kinds.laid import bring_into_sight, plain_modifiers
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome
from app.gui.widgets.kinds.part_words import PartState
from app.gui.widgets.kinds.premise_row import PremiseRow
from app.gui.widgets.kinds.radio_group import STEPS
from app.gui.widgets.kinds.response_input import ResponseInput, in_order
from app.gui.widgets.marks import Badge
from app.gui.widgets.text import TextBlock
from app.services.views import Checked, Step
from app.words import labels

Sought = Literal["status", "voice"]
_WORDS: dict[Sought, dict[str, str]] = {"status": labels.STATUS, "voice": labels.VOICE}
_MEANING: dict[Sought, dict[str, str]] = {
    "status": labels.STATUS_MEANING,
    "voice": labels.VOICE_MEANING,
}
_ASKED: dict[Sought, str] = {"status": "How sure are historians?", "voice": "Who says it?"}


class Slot(NamedTuple):
    """A row to answer in: which statement, and what is sought of it."""

    statement: PartId
    sought: Sought


class _Judged(NamedTuple):
    """What was chosen for a statement, and what is right."""

    sought: Sought
    mine: str | None
    right: str


class Legend(QWidget):
    """The letters that can be chosen, each with its words; what a word means stands in its tooltip."""

    def __init__(self, sought: Sought, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowRow(self, gap=14, line_gap=6)
        for one in offered(sought):
            item = QWidget(self)
            inner = QHBoxLayout(item)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(tokens.SPACE[0] + 2)
            inner.addWidget(Badge(one.letter, "idle"), 0, Qt.AlignmentFlag.AlignTop)
            words = TextBlock(one.words, "meta", "ink")
            words.setAccessibleName(f"{one.letter}. {one.words}. {_MEANING[sought][one.id]}")
            inner.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(_MEANING[sought][one.id])
            row.addWidget(item)


class StatusSortInput(ResponseInput):
    """A row for each statement; a letter or a figure chooses, arrows lead to the next row, Space opens the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._rows: dict[Slot, PremiseRow] = {}
        self._boxes: dict[PartId, MarkedBox] = {}
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_question(self, step: Step) -> None:
        """Show the statements in their stored order, what was chosen, and the marks once checked."""
        self._step = step
        self._clear()
        if step.checked is not None:
            self._show_review(step, step.checked)
        else:
            self._show_rows(step)
        for widget in self._shown:
            self._column.addWidget(widget)
            widget.show()
        for before, after in pairwise(self._rows.values()):
            QWidget.setTabOrder(before, after)

    def response(self) -> Response:
        """Return what was chosen so far."""
        if not self._rows:
            return _given(self._step)
        taken = {slot: one.id for slot, row in self._rows.items() if (one := row.taken()) is not None}
        return status_sort.Response(
            {slot.statement: status for slot, part in taken.items() for status in STATUSES if status == part},
            {slot.statement: voice for slot, part in taken.items() for voice in VOICES if voice == part},
        )

    def rows(self) -> dict[Slot, PremiseRow]:
        """Return the rows to answer in, in the order shown; none after checking."""
        return dict(self._rows)

    def boxes(self) -> dict[PartId, MarkedBox]:
        """Return what is shown after checking, by statement."""
        return dict(self._boxes)

    def press_key(self, event: QKeyEvent) -> bool:
        """Let an arrow lead to the rows, and a letter or figure choose for the first that is empty."""
        rows = list(self._rows.values())
        if not rows or not rows[0].isEnabled() or plain_modifiers(event.modifiers()):
            return False
        here = next((row for row in rows if row.hasFocus()), None)
        target = here or next((row for row in rows if row.taken() is None), rows[0])
        if event.key() in STEPS:
            self._focus(rows[(rows.index(here) + STEPS[event.key()]) % len(rows)] if here else target)
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or not target.pick_key(event):
            return False
        self._focus(target)
        return True

    def give_focus(self) -> None:
        """Focus the first row that is empty, else the first."""
        rows: list[QWidget] = list(self._rows.values())
        empty = next((row for row in self._rows.values() if row.taken() is None), None)
        target = empty or next(iter([*rows, *self._boxes.values()]), self)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def has_more_reasons(self) -> bool:
        """Tell whether a statement that was put right has a reason."""
        checked = self._step.checked if self._step else None
        return checked is not None and any(
            part in _key(checked).feedback and box.state == "correct" for part, box in self._boxes.items()
        )

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of the statements that were put right."""
        checked = self._step.checked if self._step else None
        if checked is None:
            return
        feedback = _key(checked).feedback
        for part, box in self._boxes.items():
            open_now = shown or box.state != "correct"
            box.show_reasons([feedback[part].plain()] if open_now and part in feedback else [])

    def _clear(self) -> None:
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows, self._boxes, self._shown = {}, {}, []

    def _show_rows(self, step: Step) -> None:
        asked, given = _sought(step), _given(step)
        statements = in_order(_body(step).statements, step.order)
        both = len(asked) > 1
        for sought in asked:
            if both:
                self._shown.append(TextBlock(_ASKED[sought], "meta_strong", "ink2"))
            self._shown.append(Legend(sought))
        for number, statement in enumerate(statements, 1):
            words, place = statement.text.plain(), f"{number} of {len(statements)}"
            if both:
                self._shown.append(TextBlock(words, "choice"))
            for sought in asked:
                row = PremiseRow(_ASKED[sought], f"{words} {place}") if both else PremiseRow(words, place)
                row.set_tells(True)
                row.offer(offered(sought))
                chosen = given.statuses if sought == "status" else given.voices
                row.take(PartId(chosen[statement.id]) if statement.id in chosen else None)
                row.setEnabled(step.attempt.finished is None)
                row.picked.connect(lambda one=row: self._on_picked(one))
                row.stepped.connect(lambda by, one=row: self._go(one, by))
                self._rows[Slot(statement.id, sought)] = row
                self._shown.append(row)

    def _show_review(self, step: Step, checked: Checked) -> None:
        key, given = _key(checked), _given(step)
        for statement in in_order(_body(step).statements, step.order):
            part = statement.id
            judged: list[_Judged] = []
            if part in key.statuses:
                judged.append(_Judged("status", given.statuses.get(part), key.statuses[part]))
            if part in key.voices:
                judged.append(_Judged("voice", given.voices.get(part), key.voices[part]))
            box = MarkedBox(statement.text.plain())
            box.show_outcomes(_state(judged), [line for one in judged for line in _outcomes(one)])
            self._boxes[part] = box
            self._shown.append(box)
        self.show_all_reasons(False)

    def _on_picked(self, row: PremiseRow) -> None:
        row.updateGeometry()
        self.changed.emit()

    def _go(self, row: PremiseRow, by: int) -> None:
        rows = list(self._rows.values())
        self._focus(rows[(rows.index(row) + by) % len(rows)])

    def _focus(self, row: PremiseRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(row)


def offered(sought: Sought) -> list[Offered]:
    """Return what can be chosen, in words."""
    words = _WORDS[sought].items()
    return [Offered(PartId(code), letter_of(index), said) for index, (code, said) in enumerate(words)]


def _state(judged: list[_Judged]) -> PartState:
    if all(one.mine is None for one in judged):
        return "blank"
    right = [one.mine == one.right for one in judged]
    if all(right):
        return "correct"
    return "partly" if any(right) else "wrong"


def _outcomes(one: _Judged) -> Iterator[Outcome]:
    """Yield the right word first, then what was chosen instead."""
    names = _WORDS[one.sought]
    if one.mine == one.right:
        yield Outcome("correct", "Yours:", names[one.right])
        return
    if one.mine is None:
        yield Outcome("blank", NOTHING)
    yield Outcome("correct", "Right:", names[one.right])
    if one.mine is not None:
        yield Outcome("wrong", "Yours:", names[one.mine])


def _sought(step: Step) -> tuple[Sought, ...]:
    ask = _body(step).ask
    return ("status", "voice") if ask == "both" else (ask,)


def _body(step: Step) -> status_sort.Shown:
    assert isinstance(step.shown.body, status_sort.Shown)
    return step.shown.body


def _key(checked: Checked) -> status_sort.Key:
    assert isinstance(checked.key, status_sort.Key)
    return checked.key


def _given(step: Step | None) -> status_sort.Response:
    response = step.response if step is not None else None
    return response if isinstance(response, status_sort.Response) else status_sort.Response()
