"""What is said once an answer was checked: the verdict, the right fact, and what is folded at first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.fold import FoldButton
from app.gui.widgets.held import held
from app.gui.widgets.labels import VerdictLabel
from app.gui.widgets.margin_rule import MarginRule
from app.gui.widgets.marking_words import has_marking, marking_line
from app.gui.widgets.right_answer import right_answer
from app.gui.widgets.text import TextBlock
from app.services.views import Checked, Step, Told
from app.words import labels
from app.words.days import full_day, local_day

_MEANS_FOLDED = "established"
_ACCEPTED = "Accepted as: "
_CHOICES = ("single_choice", "multiple_response", "true_false")
_REASONS, _FURTHER_REASONS = "Reasons for the other choices", "Further reasons"


class Explanation(QWidget):
    """Shows what a checked answer was and why; `reasons_toggled(bool)` asks for the other choices' reasons."""

    reasons_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.verdict = VerdictLabel("skipped", labels.VERDICT["skipped"], self)
        self.explanation = TextBlock("", "explanation")
        self.corrected = TextBlock("", "meta", "ink2")
        self.reasons = FoldButton(_REASONS)
        self.historians = FoldButton("What historians say")
        self.how_marked = FoldButton("How this was marked")
        self.note = _Note(self)
        self.marking = TextBlock("", "meta", "ink2")
        self._folds = QWidget(self)
        row = FlowRow(self._folds, gap=20, line_gap=0)
        for fold in (self.reasons, self.historians, self.how_marked):
            row.addWidget(fold)
        column.addWidget(self.verdict)
        column.addSpacing(tokens.SPACE[0])
        for part in (self.explanation, self.corrected, self.note, self._folds, self.marking):
            column.addWidget(part)
        self.reasons.toggled.connect(self.reasons_toggled)
        self.historians.toggled.connect(self.note.setVisible)
        self.how_marked.toggled.connect(self.marking.setVisible)

    def show_checked(self, step: Step, *, has_reasons: bool) -> None:
        """Show the outcome of a step; `has_reasons` says that the input can show more of them."""
        checked = step.checked
        if checked is None:
            self._show_unanswered(step)
            return
        with held(self.note.layout(), self._folds.layout(), self.layout()):
            word = labels.VERDICT[checked.verdict]
            self.verdict.set_verdict(checked.verdict, word, spoken_verdict(step))
            _show_text(self.explanation, checked.explanation.plain())
            _show_text(self.corrected, _corrected(checked))
            self._show_folds(step, checked, has_reasons=has_reasons)

    def prepare(self, told: Told, width: int) -> None:
        """Fill in and measure what does not depend on the answer, unless it is on the screen already."""
        if self.isVisible():
            return
        with held(self.note.layout(), self.layout()):
            _show_text(self.explanation, told.explanation.plain())
            self.note.set_note(told.status, told.note.plain())
        self.heightForWidth(width)

    def give_focus(self, *, ring: bool) -> None:
        """Move the keyboard focus to the verdict, so that it is read aloud whole."""
        self.verdict.setProperty(NO_RING, None if ring else True)
        self.verdict.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_unanswered(self, step: Step) -> None:
        state = "skipped" if step.skipped else "blank"
        words = labels.VERDICT[state]
        self.verdict.set_verdict(state, words, f"{words}.")
        for part in (self.explanation, self.corrected, self.note, self._folds, self.marking):
            part.hide()
        if state == "skipped":
            _show_text(self.explanation, "This question was skipped. It counts nothing.")

    def _show_folds(self, step: Step, checked: Checked, *, has_reasons: bool) -> None:
        kind = step.shown.kind
        marked = has_marking(kind, checked)
        note = checked.note.plain()
        debated = checked.status != _MEANS_FOLDED
        self.note.set_note(checked.status, note)
        self.note.setVisible(bool(note) and debated)
        self.historians.set_open(debated)
        self.historians.setVisible(bool(note))
        self.reasons.set_text(_REASONS if kind in _CHOICES else _FURTHER_REASONS)
        self.reasons.set_open(False)
        self.reasons.setVisible(has_reasons)
        self.how_marked.set_open(False)
        self.how_marked.setVisible(marked)
        self.marking.set_text(marking_line(kind, checked) if marked else "")
        self.marking.hide()
        self._folds.setVisible(bool(note) or has_reasons or marked)


class _Note(MarginRule):
    """What historians say of the matter, with its standing in a word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, tokens.SPACE[1], 0, 0)
        self._heading = TextBlock("", "small_strong", "ink2")
        self._words = TextBlock("", "note")
        self.body.setSpacing(2)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._words)

    def set_note(self, status: str, words: str) -> None:
        """Show the note under the standing of the matter."""
        self.set_colour({"contested": "debated", "inaccurate": "wrong"}.get(status, "line"))
        heading = "What historians say" if status == _MEANS_FOLDED else labels.STATUS[status]
        self._heading.set_text(heading)
        self._words.set_text(words)


def spoken_verdict(step: Step) -> str:
    """Return what is spoken when an answer was checked: the verdict, the right answer, the explanation."""
    checked = step.checked
    if checked is None:
        return ""
    parts = [f"{labels.VERDICT[checked.verdict]}."]
    right = right_answer(step.shown, checked.key).rstrip(".")
    if accepted := _accepted(checked):
        parts.append(f"{accepted}.")
    if accepted != _ACCEPTED + right:
        parts.append(f"The right answer: {right}.")
    parts.append(checked.explanation.plain())
    return " ".join(part for part in parts if part.strip())


def _accepted(checked: Checked) -> str:
    forms = [part.accepted_as for part in checked.parts if part.code == "typo" and part.accepted_as]
    return _ACCEPTED + ", ".join(forms) if forms else ""


def _corrected(checked: Checked) -> str:
    if checked.corrected is None:
        return ""
    day = full_day(local_day(checked.corrected))
    return f"Corrected on {day}: {checked.reason}" if checked.reason else f"Corrected on {day}"


def _show_text(block: TextBlock, words: str) -> None:
    block.set_text(words)
    block.setVisible(bool(words))
