"""The few keys that matter now, at the foot of the panel."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.config import Letters
from app.domain.kinds import (
    cloze,
    evidence,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.domain.kinds.passage import Passage
from app.domain.kinds.source_support import SUPPORTS
from app.domain.kinds.two_sources import RELATIONS
from app.domain.source import STATUSES, VOICES
from app.gui.shared.native_keys import HELP, native_key
from app.gui.shared.quiz_steps import next_position
from app.gui.theme import tokens
from app.gui.widgets.marks import KeyCap
from app.gui.widgets.text import TextBlock
from app.services.views import Step

_LETTERS = "ABCDE"
_USUAL = Letters()
_IN_LINES = (("\u2191 \u2193", "line to line"), ("Space", "list"), ("Delete", "clear"))
_IN_GAPS = (("A\u2013E", "choose"), ("Space", "list"), ("Delete", "clear"))


class KeyHints(QWidget):
    """Key caps with what they do; all keys stand behind "?"."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE[1])
        self._shown: list[tuple[str, str]] | None = None
        self._heading = TextBlock("Keys", "small_strong", "ink2")
        self._column.addWidget(self._heading)
        self._rows: list[_Hint] = []

    def show_keys(self, step: Step, letters: Letters | None) -> None:
        """Show the keys that act on a step; none where single keys are off."""
        keys = hints_for(step, letters) if letters else []
        if keys == self._shown:
            return
        self._shown = keys
        self._heading.setVisible(bool(keys))
        while len(self._rows) < len(keys):
            self._rows.append(_Hint())
            self._column.addWidget(self._rows[-1])
        for row in self._rows[len(keys) :]:
            row.hide()
        for row, (key, does) in zip(self._rows, keys, strict=False):
            row.show_key(key, does)
            row.show()


class _Hint(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE[1])
        self._cap = KeyCap("")
        self._does = TextBlock("", "small", "ink2")
        row.addWidget(self._cap)
        row.addWidget(self._does, 1)

    def show_key(self, key: str, does: str) -> None:
        """Name a key and what it does."""
        if key != self._cap.text():
            self._cap.set_key(key)
        if does != self._does.text():
            self._does.set_text(does)


def hints_for(step: Step, letters: Letters = _USUAL) -> list[tuple[str, str]]:
    """Return the keys worth showing at a step, each with what it does."""
    over = step.checked is not None or step.attempt.finished is not None
    onward = "next" if next_position(step) is not None else "go on"
    if over:
        hints = (
            [(letters.source, "open source"), (letters.back, "read again")]
            if step.checked is not None
            else []
        )
        return [*hints, ("Enter", onward), ("?", "all keys")]
    hints = _answering(step)
    hints.append(("Enter", "check" if step.attempt.mode == "practice" else onward))
    if _is_typed(step):  # letters and "?" go into the field
        return [*hints, *((key, "help") for key in [native_key(HELP)] if key)]
    return [*hints, (letters.mark, "mark"), ("?", "all keys")]


def _is_typed(step: Step) -> bool:
    """Tell whether answering means typing into a field."""
    match step.shown.body:
        case short_answer.Shown() | numerical.Shown():
            return True
        case cloze.Shown(gaps=gaps):
            return any(not isinstance(gap.body, single_choice.Shown) for gap in gaps)
        case _:
            return False


def _has_choices(gaps: tuple[cloze.ShownGap, ...]) -> bool:
    return any(isinstance(gap.body, single_choice.Shown) for gap in gaps)


def _answering(step: Step) -> list[tuple[str, str]]:
    match step.shown.body:
        case single_choice.Shown(choices=choices) | multiple_response.Shown(choices=choices):
            return [(_letters(len(choices)), "choose")]
        case true_false.Shown():
            return [(_letters(2), "choose")]
        case evidence.Shown(answer=answer, passage=passage):
            answers = [(_letters(len(answer.choices)), "choose")] if answer is not None else []
            return [*answers, (_figures(passage), "sentence")]
        case two_sources.Shown(passages=passages):
            return [(_figures(*passages), "sentence"), (_letters(len(RELATIONS)), "choose")]
        case status_sort.Shown(ask=ask):
            return [
                (_letters(len(VOICES if ask == "voice" else STATUSES)), "choose"),
                *_IN_LINES,
            ]
        case matching.Shown(targets=targets):
            return [(_letters(len(targets)), "choose"), *_IN_LINES]
        case ordering.Shown():
            return [
                ("\u2191 \u2193", "to a line"),
                ("Space", "pick it up"),
                ("\u2191 \u2193", "move it"),
                ("Space", "put it down"),
            ]
        case cloze.Shown(gaps=gaps):
            return [("\u2191 \u2193", "gap to gap"), *(_IN_GAPS if _has_choices(gaps) else ())]
        case source_support.Shown():
            return [(_letters(len(SUPPORTS)), "choose")]
        case _:
            return []


def _letters(count: int) -> str:
    return f"A\u2013{_LETTERS[count - 1]}" if count <= len(_LETTERS) else f"1\u2013{min(count, 9)}"


def _figures(*passages: Passage) -> str:
    """Return the figures with which the numbers of the sentences end."""
    numbers = [one.at.sentence for passage in passages for one in passage.sentences]
    if not numbers or max(numbers) > 9:
        return "0\u20139"
    return f"{min(numbers)}\u2013{max(numbers)}" if len(set(numbers)) > 1 else str(numbers[0])
