"""The parts of the help: its list of sections, and how paragraphs, keys and words are shown."""

from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.gui.shared.help_terms import Term
from app.gui.shared.help_words import Block, HelpSection, Keys, Terms, Words
from app.gui.theme import theme, tokens
from app.gui.widgets.glyphs import GLYPHS
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.landing import make_landing
from app.gui.widgets.marks import KeyCap, Rule
from app.gui.widgets.paint import baseline
from app.gui.widgets.row_canvas import RowCanvas
from app.gui.widgets.text import TextBlock

_ROW = 36
_KEY_COLUMN = 84


class SectionPainter:
    """Draws the name of a section in the list, the one that is shown in a stronger weight."""

    uniform = True

    def __init__(self) -> None:
        self.here = ""

    def height(self, _row: HelpSection, _width: int, _direction: Qt.LayoutDirection) -> int:
        return theme().size(_ROW)

    def spoken(self, row: HelpSection) -> str:
        return row.title

    def draw(self, canvas: RowCanvas, row: HelpSection, *, active: bool) -> None:
        here = row.topic == self.here
        role = "interface_strong" if here else "interface"
        base = baseline(role, (theme().size(_ROW) - theme().line_height(role)) / 2)
        canvas.text(0, base, canvas.width, row.title, role, "ink" if here or active else "ink2")


class SectionBlock(QWidget):
    """A section as it is now: its heading, which takes the keyboard when one goes to it, and its parts."""

    def __init__(self, section: HelpSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = section.topic
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        self.heading = make_landing(section.title, "stem")
        column.addWidget(self.heading)
        column.addWidget(Rule("line"))
        column.addSpacing(tokens.SPACE[0])
        for block in section.blocks:
            column.addWidget(_show(block))


def _show(block: Block) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, tokens.SPACE[1])
    column.setSpacing(tokens.SPACE[0])
    if block.heading:
        column.addWidget(TextBlock(block.heading, "interface_strong"))
    match block:
        case Words():
            column.addWidget(TextBlock(block.text, "explanation"))
        case Keys():
            column.addLayout(_key_table(block))
        case Terms():
            for term in block.rows:
                column.addWidget(_term(term))
        case _ as unreachable:
            assert_never(unreachable)
    return part


def _key_table(keys: Keys) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(tokens.SPACE[3])
    grid.setVerticalSpacing(tokens.SPACE[1])
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, theme().size(_KEY_COLUMN))
    leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for row, (key, does) in enumerate(keys.rows):
        cap = KeyCap(key)
        cap.setAccessibleName(f"{key}: {does}")
        grid.addWidget(cap, row, 0, leading)
        grid.addWidget(TextBlock(does, "interface"), row, 1)
    return grid


def _term(term: Term) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, tokens.SPACE[0], 0, tokens.SPACE[0])
    column.setSpacing(0)
    if term.mark:
        column.addWidget(MarkedLabel(term.mark, term.word, "meta_medium", GLYPHS[term.mark][1]))
    else:
        column.addWidget(TextBlock(term.word, "meta_medium"))
    column.addWidget(TextBlock(term.meaning, "note"))
    return part
