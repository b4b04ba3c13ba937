"""Evidence: an answer where one is asked, and the sentence of a passage that bears it out or speaks against it."""

from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response, evidence
from app.domain.kinds.evidence import pairing_of
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome
from app.gui.widgets.kinds.one_of import Line, OneOf
from app.gui.widgets.kinds.part_words import PartState
from app.gui.widgets.kinds.passage_list import PassageList
from app.gui.widgets.kinds.radio_group import (
    STEPS,
    is_plain,
    pressed_figure,
    pressed_letter,
    step_focus,
    take_by_key,
)
from app.gui.widgets.kinds.response_input import Originals, ResponseInput, in_order
from app.gui.widgets.text import TextBlock
from app.services.views import Checked, Step
from app.words import labels

_STATES: dict[evidence.Pairing, PartState] = {
    "both": "correct",
    "answer_only": "partly",
    "evidence_only": "partly",
    "neither": "wrong",
}


class EvidenceInput(ResponseInput):
    """Letters choose the answer, figures the sentence whose number ends so; arrows move through both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self.answers = OneOf("The answer", self)
        self.heading = TextBlock("", "meta_strong", "ink2", self)
        self.passage = PassageList(self)
        self.outcome: MarkedBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.answers.setContentsMargins(0, 0, 0, 8)
        for part in (self.answers, self.heading, self.passage):
            self._column.addWidget(part)
        self.answers.changed.connect(self.changed)
        self.passage.changed.connect(self.changed)

    def show_question(self, step: Step) -> None:
        """Show the answers in their stored order and the passage, what was chosen, and the marks once checked."""
        self._step = step
        body, given = _body(step), step.response
        choices = body.answer.choices if body.answer is not None else ()
        self.answers.show_lines(
            tuple(Line(one.id, one.text.plain()) for one in in_order(choices, step.order))
        )
        self.answers.setVisible(body.answer is not None)
        self.heading.set_text(labels.EVIDENCE_RELATION[body.relation])
        self.heading.setVisible(body.answer is not None)  # else the stem asks for the sentence alone
        self.passage.show_passage(body.passage)
        if isinstance(given, evidence.Response):
            self.answers.take(given.choice)
            self.passage.take(given.place)
        over = step.checked is not None or step.attempt.finished is not None
        self.answers.lock(over)
        self.passage.lock(over)
        self._show_marks(open_all=False)

    def show_originals(self, originals: Originals) -> None:
        """Offer the original's words of the passage where a copy is attached."""
        self.passage.show_original(originals[0] if originals else ())

    def response(self) -> Response:
        """Return what is chosen."""
        choice = self.answers.chosen() if self.answers.isVisibleTo(self) else None
        return evidence.Response(self.passage.chosen(), PartId(choice) if choice is not None else None)

    def press_key(self, event: QKeyEvent) -> bool:
        """Move by arrow, choose an answer by letter and a sentence by figure."""
        if not is_plain(event):
            return False
        if event.key() in STEPS:
            step_focus(self._rows(), STEPS[event.key()])
            return True
        row = self._row_for(event)
        if row is None or self._is_over():
            return False
        take_by_key(row)
        return True

    def give_focus(self) -> None:
        """Focus what is chosen, else the first row."""
        rows = self._rows()
        target = next((row for row in rows if row.isChecked()), rows[0] if rows else self)
        target.setFocus()

    def has_more_reasons(self) -> bool:
        """Tell whether an answer or a sentence that was not taken has a reason too."""
        checked = self._step.checked if self._step else None
        if checked is None:
            return False
        return self.answers.has_folded(_answer_reasons(checked)) or self.passage.has_folded(_reasons(checked))

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of what was not taken."""
        self._show_marks(open_all=shown)

    def _rows(self) -> list[Any]:
        return [*self.answers.rows().values(), *self.passage.rows().values()]

    def _row_for(self, event: QKeyEvent) -> Any | None:
        rows = list(self.answers.rows().values())
        letter, figure = pressed_letter(event, len(rows)), pressed_figure(event)
        if letter is not None:
            return rows[letter]
        return self.passage.row_of_figure(figure) if figure is not None else None

    def _is_over(self) -> bool:
        step = self._step
        return step is not None and (step.checked is not None or step.attempt.finished is not None)

    def _show_marks(self, *, open_all: bool) -> None:
        checked = self._step.checked if self._step else None
        if checked is not None:
            key = _key(checked)
            if key.answer is not None:
                self.answers.show_marks(key.answer.correct, _answer_reasons(checked), open_all=open_all)
            self.passage.show_marks(key.places, _reasons(checked), open_all=open_all)
        self._show_outcome(checked)

    def _show_outcome(self, checked: Checked | None) -> None:
        """Say how answer and sentence went together."""
        if self.outcome is not None:
            self._column.removeWidget(self.outcome)
            self.outcome.hide()
            self.outcome.deleteLater()
            self.outcome = None
        if checked is None or _key(checked).answer is None:
            return
        right = {part.id: part.fraction >= 1 for part in checked.parts}
        answer, place = right.get(evidence.ANSWER, False), right.get(evidence.PLACE, False)
        pairing = pairing_of(answer=answer, place=place)
        said = _key(checked).outcomes.get(pairing)
        box = self.outcome = MarkedBox("")
        box.show_outcomes(
            _STATES[pairing], [_went("The answer", right=answer), _went("The sentence", right=place)]
        )
        box.show_reasons([said.plain()] if said is not None else [])
        self._column.addWidget(box)
        box.show()


def _went(what: str, *, right: bool) -> Outcome:
    return Outcome("correct", f"{what} is right") if right else Outcome("wrong", f"{what} is not right")


def _body(step: Step) -> evidence.Shown:
    assert isinstance(step.shown.body, evidence.Shown)
    return step.shown.body


def _key(checked: Checked) -> evidence.Key:
    assert isinstance(checked.key, evidence.Key)
    return checked.key


def _reasons(checked: Checked) -> dict[str, str]:
    return {place: text.plain() for place, text in _key(checked).feedback.items()}


def _answer_reasons(checked: Checked) -> dict[str, str]:
    answer = _key(checked).answer
    return {part: text.plain() for part, text in answer.feedback.items()} if answer is not None else {}
