"""A question of a file as the student will see it, what is wrong with it, and what of it would change."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.kinds import ShownBody, cloze, matching, multiple_response, ordering, single_choice
from app.domain.question import ShownQuestion
from app.domain.selection import Orders
from app.gui.teacher.preview_step import preview_step
from app.gui.teacher.preview_values import PreviewLine, touched_words
from app.gui.theme import theme, tokens
from app.gui.widgets.card import Card
from app.gui.widgets.kinds import make_input
from app.gui.widgets.kinds.response_input import ResponseInput
from app.gui.widgets.marks import Rule
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.text import Span, TextBlock
from app.services.views import PreviewRow
from app.words import instructions

_NOT_SHOWN = "It can be shown once the problem is mended in the file."
_KEPT = "Earlier attempts keep the wording they were answered with."


class Difference(NamedTuple):
    """Words that go (`now`) and words that come (`file`); "" where there are none."""

    now: str
    file: str


class QuestionPreview(QWidget):
    """Shows one row of the table; nothing in it can be answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SectionHeading("", role="meta_strong")
        self.card = ShownCard()
        self._more = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.heading, self.card, self._more):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.show_line(None)

    def set_heading_height(self, height: int) -> None:
        """Let the heading stand in the middle of a line as high as that of its neighbour; 0 is its own height."""
        spare = max(0, height - theme().line_height("meta_strong"))
        layout = self.heading.layout()
        if layout is not None:
            layout.setContentsMargins(0, spare // 2, 0, spare - spare // 2 if spare else tokens.SPACE[1])

    def show_line(self, line: PreviewLine | None) -> None:
        """Show a row, or nothing."""
        self.heading.setVisible(line is not None)
        self.card.setVisible(line is not None)
        more = QWidget(self)
        column = QVBoxLayout(more)
        column.setContentsMargins(0, tokens.SPACE[2], 0, 0)
        column.setSpacing(tokens.SPACE[2])
        if line is not None:
            shown = line.row.shown
            seen = ", as the student will see it" if shown is not None else ""
            self.heading.set_heading(f"Question {line.place}{seen}", line.file)
            self.card.show_row(line.row)
            if line.row.problems:
                column.addWidget(_problems(line))
            if line.row.before is not None and shown is not None:
                column.addWidget(_changes(line, differences(line.row.before, shown)))
        self._column.replaceWidget(self._more, more)
        self._more.hide()
        self._more.deleteLater()
        self._more = more
        more.show()


class ShownCard(Card):
    """The stem and the student's own input for each kind, made once; a question that stays out has its stem only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=20)
        self.body.setSpacing(tokens.SPACE[2])
        self.stem = TextBlock("", "stem_small")
        self.instruction = TextBlock("", "meta", "ink2")
        self.body.addWidget(self.stem)
        self.body.addWidget(self.instruction)
        self._inputs: dict[str, ResponseInput] = {}

    def show_row(self, row: PreviewRow) -> None:
        """Show a question as it stands before it is answered."""
        shown = row.shown
        self.set_surface("sheet" if shown is not None else "desk")
        self.stem.set_text(shown.stem.plain() if shown is not None else row.stem)
        self.stem.setVisible(bool(self.stem.text()))
        self.instruction.set_text(instructions.instruction(shown.body) if shown is not None else _NOT_SHOWN)
        for kind, given in self._inputs.items():
            given.setVisible(shown is not None and kind == shown.kind)
        if shown is not None:
            given = self._inputs.get(shown.kind) or self._add(shown.kind)
            given.show_question(preview_step(shown, row.orders or Orders()))
            given.show()
            for inner in (given, *given.findChildren(QWidget)):
                inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _add(self, kind: str) -> ResponseInput:
        given = self._inputs[kind] = make_input(kind)
        given.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.addWidget(given)
        return given


def _problems(line: PreviewLine) -> QWidget:
    holder, column = _section("What is wrong" if line.state == "problem" else "Worth a look")
    colour = "wrong" if line.state == "problem" else "ink2"
    for number, said in zip(line.row.lines, line.row.problems, strict=True):
        where = f"Line {number}"
        block = TextBlock(f"{where}\n{said}", "meta")
        block.set_spans([Span(0, len(where), role="meta_strong", colour=colour)])
        column.addWidget(block)
    return holder


def _changes(line: PreviewLine, found: list[Difference]) -> QWidget:
    holder, column = _section("What changes")
    if not found:
        column.addWidget(TextBlock(f"{touched_words(line.row)}.", "meta"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(tokens.SPACE[2])
    grid.setVerticalSpacing(tokens.SPACE[0])
    grid.setColumnStretch(1, 1)
    for now, file in found:
        for name, words, colour, strike in (("Now", now, "ink2", True), ("File", file, "ink", False)):
            if words:
                at = grid.rowCount()
                label = TextBlock(name, "meta_strong", "ink2" if strike else "accent")
                label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
                block = TextBlock(words, "note", colour)
                block.setAccessibleName(f"{name}: {words}")
                if strike:
                    block.set_spans([Span(0, len(words), strike=True)])
                grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(block, at, 1)
        grid.addWidget(Rule(), grid.rowCount(), 0, 1, 2)
    column.addLayout(grid)
    column.addWidget(TextBlock(_KEPT, "small", "ink2"))
    return holder


def _section(title: str) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, tokens.SPACE[1], 0, 0)
    column.setSpacing(tokens.SPACE[1])
    column.addWidget(TextBlock(title, "meta_strong"))
    column.addWidget(Rule())
    return holder, column


def differences(before: ShownQuestion, now: ShownQuestion) -> list[Difference]:
    """Return the words that differ between two wordings of a question: its stem, then its parts."""
    found = []
    if before.stem != now.stem:
        found.append(Difference(before.stem.plain(), now.stem.plain()))
    old, new = part_texts(before.body), part_texts(now.body)
    gone = [text for part, text in old.items() if part not in new]
    come = [text for part, text in new.items() if part not in old]
    longest = max(len(gone), len(come))
    gone += [""] * (longest - len(gone))
    come += [""] * (longest - len(come))
    found += [Difference(*pair) for pair in zip(gone, come, strict=True)]
    return found


def part_texts(body: ShownBody) -> dict[str, str]:
    """Return the texts of a question's parts by their identity."""
    match body:
        case single_choice.Shown(choices=choices) | multiple_response.Shown(choices=choices):
            return {choice.id: choice.text.plain() for choice in choices}
        case matching.Shown(premises=premises, targets=targets):
            return {side.id: side.text.plain() for side in (*premises, *targets)}
        case ordering.Shown(items=items):
            return {item.id: item.text.plain() for item in items}
        case cloze.Shown(text=text):
            return {text.value: text.plain()}
        case _:
            return {}
