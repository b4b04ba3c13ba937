"""Choosing: single choice, several right answers, true or false."""

from typing import NamedTuple, assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response, multiple_response, single_choice, true_false
from app.gui.theme import theme
from app.gui.widgets.kinds.choice_row import ChoiceRow, RowState, make_choice_row
from app.gui.widgets.kinds.response_input import ResponseInput, in_order
from app.services.views import Checked, Step

TRUE, FALSE = PartId("true"), PartId("false")
_LETTERS = "ABCDE"


class _Line(NamedTuple):
    """A choice as it is listed; `several` says that more than one may be taken."""

    id: PartId
    words: str
    several: bool = False


class ChoiceInput(ResponseInput):
    """A list of choices. Arrows move, Space and the letters or figures choose; Enter is the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._several = False
        self._kind = "single_choice"
        self._rows: dict[PartId, ChoiceRow] = {}
        self._pool: list[ChoiceRow] = []
        self._lines: list[_Line] = []
        self._revision = -1
        self._step: Step | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().size(8))

    def show_question(self, step: Step) -> None:
        """Show the choices in their stored order, what was chosen, and the marks once checked."""
        self._step = step
        self._kind = step.shown.kind
        self._several = self._kind == "multiple_response"
        lines = _lines(step)
        if lines != self._lines or self._revision != theme().revision:
            self._show_lines(lines)
        self._tick(_chosen(step.response))
        self._show_marks(open_all=False)

    def lay_out_ahead(self, step: Step) -> None:
        """Lay out the words of choices that may be shown next."""
        if self._pool:
            for line in _lines(step):
                self._pool[0].face.words.lay_out_ahead(line.words)

    def rows(self) -> dict[PartId, ChoiceRow]:
        """Return the rows by choice, in the order shown."""
        return dict(self._rows)

    def response(self) -> Response:
        """Return what is chosen."""
        chosen = tuple(part for part, row in self._rows.items() if row.isChecked())
        if self._kind == "multiple_response":
            return multiple_response.Response(tuple(sorted(chosen)))
        first = chosen[0] if chosen else None
        if self._kind == "true_false":
            return true_false.Response(None if first is None else first == TRUE)
        return single_choice.Response(first)

    def press_key(self, event: QKeyEvent) -> bool:
        """Choose by figure or letter, move by arrow."""
        rows = list(self._rows.values())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(rows, 1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if self._is_over():
            return False
        index = _index_of(event, len(rows))
        if index is None:
            return False
        rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        rows[index].click()
        return True

    def give_focus(self) -> None:
        """Focus the chosen row, else the first."""
        rows = list(self._rows.values())
        target = next((row for row in rows if row.isChecked()), rows[0] if rows else self)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def has_more_reasons(self) -> bool:
        """Tell whether a choice that was not taken has a reason too."""
        checked = self._step.checked if self._step else None
        return checked is not None and any(
            reason and not row.isChecked()
            for part, row in self._rows.items()
            if (reason := _reason(checked, part))
        )

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of the choices that were not taken."""
        self._show_marks(open_all=shown)

    def _show_lines(self, lines: list[_Line]) -> None:
        """Show other choices; rows that are there are used again."""
        if self._revision != theme().revision or (self._pool and self._lines[0].several != lines[0].several):
            self._discard_rows()
        self._lines, self._revision = lines, theme().revision
        while len(self._pool) < len(lines):
            self._add_row()
        self._tick(frozenset())
        for row in self._pool[len(lines) :]:
            row.hide()
        self._rows = {line.id: row for line, row in zip(lines, self._pool, strict=False)}
        for index, (line, row) in enumerate(zip(lines, self._pool, strict=False)):
            letter = _LETTERS[index] if len(lines) <= len(_LETTERS) else str(index + 1)
            row.face.show_words(letter, line.words, f"{index + 1} of {len(lines)}")
            row.show()

    def _add_row(self) -> None:
        row = make_choice_row("", "", several=self._several)
        row.toggled.connect(lambda on: self._on_toggled(row, on))
        self._column.addWidget(row)
        if self._pool:
            QWidget.setTabOrder(self._pool[-1], row)
        self._pool.append(row)

    def _discard_rows(self) -> None:
        for row in self._pool:
            self._column.removeWidget(row)
            row.setAutoExclusive(False)
            row.hide()
            row.deleteLater()
        self._pool = []

    def _tick(self, chosen: frozenset[PartId]) -> None:
        for part, row in self._rows.items():
            row.blockSignals(True)
            row.setAutoExclusive(False)  # else the last one could not be put back
            row.setChecked(part in chosen)
            row.setAutoExclusive(not self._several)
            row.blockSignals(False)
            row.update()
        self._let_tab_reach()

    def _let_tab_reach(self) -> None:
        """Let Tab stop once at choices of which one is taken: at the chosen one, else at the first."""
        rows = list(self._rows.values())
        stop = next((row for row in rows if row.isChecked()), rows[0] if rows else None)
        for row in rows:
            reached = self._several or row is stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)

    def _on_toggled(self, row: ChoiceRow, on: bool) -> None:
        if not self._several:
            if not on:
                return  # another one was taken, and says so itself
            self._tick(frozenset(part for part, one in self._rows.items() if one is row))
        self.changed.emit()

    def _move(self, rows: list[ChoiceRow], by: int) -> None:
        if not rows:
            return
        here = next((index for index, row in enumerate(rows) if row.hasFocus()), -1 if by > 0 else len(rows))
        rows[(here + by) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _is_over(self) -> bool:
        step = self._step
        return step is not None and (step.checked is not None or step.attempt.finished is not None)

    def _show_marks(self, *, open_all: bool) -> None:
        checked = self._step.checked if self._step else None
        for part, row in self._rows.items():
            row.face.lock(self._is_over())
            if checked is None:
                row.face.show(state="open", mark="", reason="")
                continue
            state, mark = _mark(part in _keys(checked), row.isChecked(), several=self._several)
            reason = _reason(checked, part) if row.isChecked() or open_all else ""
            row.face.show(state=state, mark=mark, reason=reason)
        for row in self._rows.values():
            row.face.settle()


def _lines(step: Step) -> list[_Line]:
    body = step.shown.body
    match body:
        case single_choice.Shown(choices=choices) | multiple_response.Shown(choices=choices):
            return [
                _Line(choice.id, choice.text.plain(), step.shown.kind == "multiple_response")
                for choice in in_order(choices, step.order)
            ]
        case true_false.Shown():
            return [_Line(TRUE, "True"), _Line(FALSE, "False")]
        case _:
            raise TypeError(step.shown.kind)


def _chosen(response: Response | None) -> frozenset[PartId]:
    match response:
        case single_choice.Response(choice=choice):
            return frozenset() if choice is None else frozenset({choice})
        case multiple_response.Response(choices=choices):
            return frozenset(choices)
        case true_false.Response(answer=answer):
            return frozenset() if answer is None else frozenset({TRUE if answer else FALSE})
        case _:
            return frozenset()


def _keys(checked: Checked) -> frozenset[PartId]:
    key = checked.key
    match key:
        case single_choice.Key(correct=correct):
            return frozenset({correct})
        case multiple_response.Key(correct=several):
            return frozenset(several)
        case true_false.Key(correct=right):
            return frozenset({TRUE if right else FALSE})
        case _:
            return frozenset()


def _reason(checked: Checked, part: PartId) -> str:
    key = checked.key
    match key:
        case single_choice.Key(feedback=feedback) | multiple_response.Key(feedback=feedback):
            return feedback[part].plain() if part in feedback else ""
        case true_false.Key():
            return (key.feedback_true if part == TRUE else key.feedback_false).plain()
        case _:
            return ""


def _mark(right: bool, given: bool, *, several: bool) -> tuple[RowState, str]:
    match (right, given):
        case (True, True):
            return "correct", "Chosen, and right" if several else "Your answer"
        case (True, False):
            return ("overlooked", "Right, not chosen") if several else ("missed", "Correct answer")
        case (False, True):
            return "wrong", "Chosen, not right" if several else "Your answer"
        case (False, False):
            return "faded", ""
        case _ as never:
            assert_never(never)  # type: ignore[arg-type]


def _index_of(event: QKeyEvent, count: int) -> int | None:
    text = event.text().upper()
    if len(text) != 1:
        return None
    if text.isascii() and text.isdigit() and 1 <= int(text) <= count:
        return int(text) - 1
    if count <= len(_LETTERS) and text in _LETTERS[:count]:
        return _LETTERS.index(text)
    return None
