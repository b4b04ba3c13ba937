"""Matching: to each premise the letter of its target."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response, matching
from app.gui.widgets.kinds.chooser import NOTHING, Offered, letter_of
from app.gui.widgets.kinds.laid import bring_into_sight, plain_modifiers
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome
from app.gui.widgets.kinds.match_board import MatchBoard
from app.gui.widgets.kinds.part_words import state_of
from app.gui.widgets.kinds.premise_row import PremiseRow
from app.gui.widgets.kinds.response_input import ResponseInput, in_order
from app.services.views import Checked, Step

_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MatchingInput(ResponseInput):
    """Premises with a slot each, and the lettered targets; after checking, given and right for each premise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._board: MatchBoard | None = None
        self._rows: dict[PartId, PremiseRow] = {}
        self._boxes: dict[PartId, MarkedBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_question(self, step: Step) -> None:
        """Show the premises in the author's order and the targets in the stored one."""
        self._step = step
        self._clear()
        targets = _targets(step)
        if step.checked is not None:
            self._show_review(step, step.checked, targets)
            return
        given = _pairs(step.response)
        premises = in_order(_body(step).premises, step.premises)
        for number, premise in enumerate(premises, 1):
            row = PremiseRow(premise.text.plain(), f"{number} of {len(premises)}", self)
            row.offer(targets)
            row.take(given.get(premise.id))
            row.setEnabled(step.attempt.finished is None)
            row.picked.connect(self._on_picked)
            row.stepped.connect(lambda by, part=premise.id: self._go(part, by))
            self._rows[premise.id] = row
        self._board = MatchBoard(list(self._rows.values()), targets, self)
        self._column.addWidget(self._board)
        self._board.show()
        rows = list(self._rows.values())
        for before, after in pairwise(rows):
            QWidget.setTabOrder(before, after)
        self._show_used()

    def response(self) -> Response:
        """Return the targets given so far."""
        if not self._rows:
            return matching.Response(_pairs(self._step.response if self._step else None))
        taken = {part: row.taken() for part, row in self._rows.items()}
        return matching.Response({part: one.id for part, one in taken.items() if one is not None})

    def rows(self) -> dict[PartId, PremiseRow]:
        """Return the rows to answer in by premise, in the order shown; none after checking."""
        return dict(self._rows)

    def boxes(self) -> dict[PartId, MarkedBox]:
        """Return what is shown after checking, by premise and by spare target."""
        return dict(self._boxes)

    def press_key(self, event: QKeyEvent) -> bool:
        """Let an arrow lead to the premises, and a letter choose for the first that is empty."""
        rows = list(self._rows.values())
        if not rows or not rows[0].isEnabled() or plain_modifiers(event.modifiers()):
            return False
        here = next((row for row in rows if row.hasFocus()), None)
        target = here or next((row for row in rows if row.taken() is None), rows[0])
        if event.key() in _STEP:
            if here is None:
                self._focus(target)
            else:
                self._go(
                    next(part for part, row in self._rows.items() if row is here), _STEP[Qt.Key(event.key())]
                )
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or not target.pick_key(event):
            return False
        self._focus(target)
        return True

    def give_focus(self) -> None:
        """Focus the first premise without a target, else the first."""
        rows: list[PremiseRow] = list(self._rows.values())
        boxes: list[QWidget] = list(self._boxes.values())
        empty = next((row for row in rows if row.taken() is None), None)
        target = empty or next(iter([*rows, *boxes]), self)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def has_more_reasons(self) -> bool:
        """Tell whether a premise that was not given wrong, or a spare target, has a reason."""
        checked = self._step.checked if self._step else None
        if self._step is None or checked is None:
            return False
        step = self._step
        return any(
            _reasons(step, checked, part, open_all=True) != _reasons(step, checked, part, open_all=False)
            for part in self._boxes
        )

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of what was not given wrong."""
        checked = self._step.checked if self._step else None
        if self._step is not None and checked is not None:
            for part, box in self._boxes.items():
                box.show_reasons(_reasons(self._step, checked, part, open_all=shown))

    def _clear(self) -> None:
        for widget in [*self._boxes.values(), *([self._board] if self._board else [])]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._board, self._rows, self._boxes = None, {}, {}

    def _on_picked(self) -> None:
        self._show_used()
        if self._board is not None:
            self._board.lay_again()
        self.changed.emit()

    def _show_used(self) -> None:
        taken = (row.taken() for row in self._rows.values())
        if self._board is not None:
            self._board.targets.show_used(frozenset(one.id for one in taken if one is not None))

    def _go(self, part: PartId, by: int) -> None:
        parts = list(self._rows)
        self._focus(self._rows[parts[(parts.index(part) + by) % len(parts)]])

    def _focus(self, row: PremiseRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(row)

    def _show_review(self, step: Step, checked: Checked, targets: list[Offered]) -> None:
        key, given = _key(checked), _pairs(step.response)
        named = {one.id: one for one in targets}
        judged = {part.id: part for part in checked.parts}
        for premise in in_order(_body(step).premises, step.premises):
            mine = named.get(given[premise.id]) if premise.id in given else None
            state = state_of(judged.get(premise.id))
            box = MarkedBox(premise.text.plain(), parent=self, in_columns=True)
            box.show_outcomes(state, _outcomes(mine, named.get(key.pairs[premise.id])))
            self._boxes[premise.id] = box
        told = {*key.pairs.values(), *given.values()}
        for one in targets:
            if one.id not in told:
                box = MarkedBox(one.words, parent=self, in_columns=True)
                box.show_outcomes("blank", [Outcome("blank", "Belongs to none")])
                self._boxes[one.id] = box
        for box in self._boxes.values():
            self._column.addWidget(box)
            box.show()
        self.show_all_reasons(False)


def _outcomes(given: Offered | None, wanted: Offered | None) -> list[Outcome]:
    """Return the right target first, then what was given instead."""
    if given is not None and given == wanted:
        return [Outcome("correct", "Yours:", given.words)]
    lines = [Outcome("correct", "Right:", wanted.words)] if wanted else []
    if given is None:
        return [Outcome("blank", NOTHING), *lines]
    return [*lines, Outcome("wrong", "Yours:", given.words)]


def _reasons(step: Step, checked: Checked, part: PartId, *, open_all: bool) -> list[str]:
    """Return the reasons of a premise or spare target: for what was given wrong at once, else when asked for."""
    key, given = _key(checked), _pairs(step.response)
    texts = {one: text.plain() for one, text in key.feedback.items()}
    if part not in key.pairs:  # a spare target; where it was chosen its reason stands there
        return [texts[part]] if open_all and part in texts and part not in given.values() else []
    wrong = part in given and given[part] != key.pairs[part]
    if not wrong and not open_all:
        return []
    spare = given[part] if wrong and given[part] not in key.pairs.values() else None
    return [texts[one] for one in (part, spare) if one is not None and one in texts]


def _body(step: Step) -> matching.Shown:
    assert isinstance(step.shown.body, matching.Shown)
    return step.shown.body


def _key(checked: Checked) -> matching.Key:
    assert isinstance(checked.key, matching.Key)
    return checked.key


def _targets(step: Step) -> list[Offered]:
    targets = in_order(_body(step).targets, step.order)
    return [Offered(one.id, letter_of(index), one.text.plain()) for index, one in enumerate(targets)]


def _pairs(response: Response | None) -> dict[PartId, PartId]:
    return dict(response.pairs) if isinstance(response, matching.Response) else {}
