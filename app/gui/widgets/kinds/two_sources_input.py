"""Two sources: how two passages stand to each other, and a sentence in each that shows it."""

from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.kinds import Response, two_sources
from app.domain.kinds.two_sources import RELATIONS
from app.gui.widgets.kinds.one_of import Line, OneOf
from app.gui.widgets.kinds.passage_list import PassageList
from app.gui.widgets.kinds.radio_group import (
    STEPS,
    is_plain,
    pressed_figure,
    pressed_letter,
    step_focus,
    take_by_key,
)
from app.gui.widgets.kinds.response_input import Originals, ResponseInput
from app.gui.widgets.text import TextBlock
from app.gui.widgets.two_columns import TwoColumns
from app.services.views import Checked, Step
from app.words import labels

_LINES = tuple(Line(one, labels.RELATION[one]) for one in RELATIONS)
_SIDE_BY_SIDE = 520
_HEADING = "How they stand to each other"
_NO_SENTENCE = "Passages that have nothing to do with each other need no sentence."


class TwoSourcesInput(ResponseInput):
    """Two passages and four relations. Figures choose in the passage that has the focus, else in the first open one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self.passages = (PassageList(), PassageList())
        self.beside = TwoColumns(*self.passages, self, gap=12, line_gap=12, narrow=_SIDE_BY_SIDE)
        self.heading = TextBlock(_HEADING, "meta_strong", "ink2", self)
        self.relation = OneOf(_HEADING, self)
        self.note = TextBlock(_NO_SENTENCE, "meta", "ink2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.beside.setContentsMargins(0, 0, 0, 8)
        for part in (self.beside, self.heading, self.relation, self.note):
            column.addWidget(part)
        self.beside.turned.connect(self._on_turned)
        self._on_turned(True)
        for one in (*self.passages, self.relation):
            one.changed.connect(self._on_changed)

    def show_question(self, step: Step) -> None:
        """Show the passages and the relations, what was chosen, and the marks once checked."""
        self._step = step
        given = step.response if isinstance(step.response, two_sources.Response) else two_sources.Response()
        self.relation.show_lines(_LINES)
        self.relation.take(given.relation)
        for shown, passage, place in zip(self.passages, _body(step).passages, given.places, strict=True):
            shown.show_passage(passage)
            shown.take(place)
        self.relation.lock(self._is_over())
        self._show_asked()
        self._show_marks(open_all=False)

    def show_originals(self, originals: Originals) -> None:
        """Offer the originals' words where copies are attached."""
        for shown, sentences in zip(self.passages, originals or ((), ()), strict=True):
            shown.show_original(sentences)

    def response(self) -> Response:
        """Return what is chosen; passages that have nothing to do with each other have no places."""
        relation = next((one for one in RELATIONS if one == self.relation.chosen()), None)
        if relation == "unrelated":
            return two_sources.Response(relation)
        first, second = self.passages
        return two_sources.Response(relation, (first.chosen(), second.chosen()))

    def press_key(self, event: QKeyEvent) -> bool:
        """Move by arrow, choose a relation by letter and a sentence by figure."""
        if not is_plain(event):
            return False
        if event.key() in STEPS:
            step_focus(self._rows(), STEPS[event.key()])
            return True
        row = None if self._is_over() else self._row_for(event)
        if row is None:
            return False
        take_by_key(row)
        return True

    def give_focus(self) -> None:
        """Focus what is chosen first, else the first row."""
        rows = self._rows()
        target = next((row for row in rows if row.isChecked()), rows[0] if rows else self)
        target.setFocus()

    def has_more_reasons(self) -> bool:
        """Tell whether a relation that was not chosen has a reason too."""
        checked = self._step.checked if self._step else None
        return checked is not None and self.relation.has_folded(_reasons(checked))

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of the relations that were not chosen."""
        self._show_marks(open_all=shown)

    def _rows(self) -> list[Any]:
        first, second = self.passages
        return [*first.rows().values(), *second.rows().values(), *self.relation.rows().values()]

    def _row_for(self, event: QKeyEvent) -> Any | None:
        rows = list(self.relation.rows().values())
        letter, figure = pressed_letter(event, len(rows)), pressed_figure(event)
        if letter is not None:
            return rows[letter]
        if figure is None or self._needs_no_sentence():
            return None
        return self._passage_in_hand().row_of_figure(figure)

    def _passage_in_hand(self) -> PassageList:
        focus = QApplication.focusWidget()
        here = next((one for one in self.passages if focus is not None and one.isAncestorOf(focus)), None)
        still_open = next((one for one in self.passages if one.chosen() is None), None)
        return here or still_open or self.passages[0]

    def _on_changed(self) -> None:
        self._show_asked()
        self.changed.emit()

    def _on_turned(self, beside: bool) -> None:
        for one in self.passages:
            one.set_narrow(beside)

    def _show_asked(self) -> None:
        """Show whether sentences are asked for."""
        none = self._needs_no_sentence()
        for one in self.passages:
            one.lock(none or self._is_over(), quiet=none and not self._is_checked())
        self.note.setVisible(none and not self._is_checked())

    def _needs_no_sentence(self) -> bool:
        return self.relation.chosen() == "unrelated"

    def _is_checked(self) -> bool:
        return self._step is not None and self._step.checked is not None

    def _is_over(self) -> bool:
        step = self._step
        return step is not None and (step.checked is not None or step.attempt.finished is not None)

    def _show_marks(self, *, open_all: bool) -> None:
        checked = self._step.checked if self._step else None
        if checked is None:
            return
        key = _key(checked)
        self.relation.show_marks(key.relation, _reasons(checked), open_all=open_all)
        for shown, keyed in zip(self.passages, key.places, strict=True):
            shown.show_marks(keyed)


def _body(step: Step) -> two_sources.Shown:
    assert isinstance(step.shown.body, two_sources.Shown)
    return step.shown.body


def _key(checked: Checked) -> two_sources.Key:
    assert isinstance(checked.key, two_sources.Key)
    return checked.key


def _reasons(checked: Checked) -> dict[str, str]:
    return {relation: text.plain() for relation, text in _key(checked).feedback.items()}
