"""A part of an answer after checking: what was given, what is right, and why."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.widgets.glyphs import GLYPHS, draw_glyph
from app.gui.widgets.kinds.laid import RowSpots, SelfLaid, row_spots, stack, stack_height
from app.gui.widgets.kinds.part_words import PartState
from app.gui.widgets.marks import draw_badge
from app.gui.widgets.paint import draw_box, draw_text, mirrored, painting, text_width
from app.gui.widgets.text import Span, TextBlock

SURFACE = {  # state: fill, border, badge
    "correct": ("right_soft", "right", "correct"),
    "partly": ("part_soft", "part", "partly"),
    "wrong": ("wrong_soft", "wrong", "wrong"),
    "blank": ("", "hair", "faded"),
}
_SIDE, _INDENT, _GAP, _BESIDE = 15, 21, 4, 16
_COLUMNS_FROM, _LEAD_SHARE = 400, 0.36
T = TypeVar("T", bound=QWidget)


class Outcome(NamedTuple):
    """A shape and what it says: a glyph, words in its colour, and words after them in ink."""

    glyph: str
    word: str
    detail: str = ""


class OutcomeLine(SelfLaid):
    """One outcome: its shape, its word in its colour, and its detail; it wraps."""

    tells_changes = True

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.outcome = outcome
        joined = f"{outcome.word} {outcome.detail}".strip()
        self.words = TextBlock(joined, "meta", "ink", self, selectable=False)
        colour = GLYPHS[outcome.glyph][1]
        self.words.set_spans([Span(0, len(outcome.word), "meta_strong", colour)])

    def natural_width(self) -> int:
        """Return the width at which the line need not wrap."""
        return theme().size(_INDENT) + self.words.natural_width()

    def arrange(self, width: int, *, move: bool) -> int:
        indent = theme().size(_INDENT)
        room = max(1, width - indent)
        height = self.words.heightForWidth(room)
        if move:
            self.put(self.words, QRect(indent, 0, room, height))
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().size(_SIDE)
        top = (theme().line_height("meta") - side + 1) // 2
        with painting(self) as painter:
            draw_glyph(painter, mirrored(self, QRectF(0, top, side, side)), self.outcome.glyph)


class ReasonLine(SelfLaid):
    """The reason of one of several numbered parts: its number, its shape, and the reason in the serif."""

    tells_changes = True

    def __init__(self, number: str, glyph: str, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._glyph = number, glyph
        self._words = TextBlock(reason, "note", "ink", self)
        self._words.setAccessibleName(f"{number}. {reason}")

    def text(self) -> str:
        """Return the reason."""
        return self._words.text()

    def arrange(self, width: int, *, move: bool) -> int:
        indent = theme().size(2 * _INDENT)
        height = self._words.heightForWidth(max(1, width - indent))
        if move:
            self.put(self._words, QRect(indent, 0, max(1, width - indent), height))
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        side, line = theme().size(_SIDE), theme().line_height("note")
        with painting(self) as painter:
            wide = text_width("small_medium", self._number)
            spot = mirrored(self, QRectF(0, 0, wide, line))
            y = self._words.y() + self._words.first_baseline()
            draw_text(painter, spot.left(), y, "small_medium", theme().colour("ink2"), self._number)
            left = theme().size(2 * _INDENT) - side - theme().size(6)
            draw_glyph(painter, mirrored(self, QRectF(left, (line - side + 1) // 2, side, side)), self._glyph)


class MarkedBox(SelfLaid):
    """A box in the colour of what became of a part: a badge, its words, outcomes, and reasons in the serif.

    It takes the focus on Tab, so that it is brought into sight and read aloud. With `in_columns` the outcomes stand in
    a column of their own beside the words, where there is room.
    """

    tells_changes = True

    def __init__(
        self, words: str, badge: str = "", parent: QWidget | None = None, *, in_columns: bool = False
    ) -> None:
        super().__init__(parent)
        self._badge, self._in_columns = badge, in_columns
        self.state: PartState = "blank"
        self.words = TextBlock(words, "choice", "ink", self, selectable=False)
        self.words.setVisible(bool(words))
        self._lines: list[OutcomeLine] = []
        self._reasons: list[TextBlock] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(RING_RADIUS, tokens.RADIUS_CHOICE)

    def show_outcomes(self, state: PartState, outcomes: Sequence[Outcome]) -> None:
        """Show what became of the part."""
        self.state = state
        self.words.set_colour("ink2" if state == "blank" else "ink")
        self._lines = _replaced(self._lines, [OutcomeLine(one, self) for one in outcomes])
        self._say()

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Show why; () folds the reasons away."""
        words = [one for one in reasons if one]
        if words == self.reasons():
            return
        new = [TextBlock(one, "note", "ink", self, selectable=False) for one in words]
        self._reasons = _replaced(self._reasons, new)
        self._say()

    def outcomes(self) -> list[str]:
        """Return the words of the outcomes."""
        return [line.words.text() for line in self._lines]

    def reasons(self) -> list[str]:
        """Return the reasons that are open."""
        return [block.text() for block in self._reasons]

    def arrange(self, width: int, *, move: bool) -> int:
        spots, gap = row_spots(width, badge=bool(self._badge)), theme().size(_GAP)
        if self._in_columns and spots.width >= theme().size(_COLUMNS_FROM):
            return self._arrange_columns(spots, gap, move=move)
        beside = self._lines[:1] if self._has_room_beside(spots.width) else []
        below = self._lines[len(beside) :]
        words = stack_height([self.words], spots.width, 0)
        flow = words + gap if words and below else words
        lines = flow + self._flow(below, QRect(spots.left, spots.top + flow, spots.width, 0), move=move)
        reasons = lines + gap if lines and self._reasons else lines
        if move:
            stack(self, [self.words], QRect(spots.left, spots.top, spots.width, 0), 0)
            stack(self, self._reasons, QRect(spots.left, spots.top + reasons, spots.width, 0), gap)
            for line in beside:
                self._put_beside(line, spots)
        return spots.height(reasons + stack_height(self._reasons, spots.width, gap))

    def _arrange_columns(self, spots: RowSpots, gap: int, *, move: bool) -> int:
        """Place the outcomes beside the words, on their first baseline, and the reasons below both."""
        lead, between = round(spots.width * _LEAD_SHARE), theme().size(_BESIDE)
        beside = spots.width - lead - between
        words, low = self.words.heightForWidth(lead), 0
        if self._lines:
            low = max(0, round(self.words.first_baseline() - self._lines[0].words.first_baseline()))
        both = max(words, low + stack_height(self._lines, beside, gap))
        reasons = both + gap if self._reasons else both
        if move:
            self.put(self.words, QRect(spots.left, spots.top, lead, words))
            stack(self, self._lines, QRect(spots.left + lead + between, spots.top + low, beside, 0), gap)
            stack(self, self._reasons, QRect(spots.left, spots.top + reasons, spots.width, 0), gap)
        return spots.height(reasons + stack_height(self._reasons, spots.width, gap))

    def _flow(self, lines: Sequence[OutcomeLine], area: QRect, *, move: bool) -> int:
        """Place outcomes side by side where they have room, and return their height."""
        x = y = height = 0
        for line in lines:
            wide = min(line.natural_width(), area.width())
            if x and x + wide > area.width():
                x, y = 0, y + height + theme().size(_GAP)
            height = line.heightForWidth(wide)
            if move:
                self.put(line, QRect(area.left() + x, area.top() + y, wide, height))
            x += wide + theme().size(_BESIDE)
        return y + height

    def _has_room_beside(self, width: int) -> bool:
        """Tell whether the first outcome, if it is a word alone, has room behind the words on their one line."""
        if not self._lines or self._lines[0].outcome.detail or self.words.isHidden():
            return False
        return self.words.natural_width() + theme().size(_BESIDE) + self._lines[0].natural_width() <= width

    def _put_beside(self, line: OutcomeLine, spots: RowSpots) -> None:
        wide, high = line.natural_width(), line.heightForWidth(line.natural_width())
        low = theme().line_height("choice")
        self.put(self.words, QRect(spots.left, spots.top, self.words.natural_width(), low))
        top = spots.top + round(self.words.first_baseline() - line.words.first_baseline())
        self.put(line, QRect(spots.left + spots.width - wide, top, wide, high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, border, badge = SURFACE[self.state]
        width = tokens.HAIRLINE if self.state == "blank" else tokens.VERDICT_LINE
        with painting(self) as painter:
            ground = theme().colour(fill) if fill else None
            line = theme().colour(border)
            draw_box(
                painter, QRectF(self.rect()), tokens.RADIUS_CHOICE, fill=ground, border=line, width=width
            )
            if self._badge:
                spot = mirrored(self, row_spots(self.width()).badge)
                draw_badge(painter, spot, self._badge, badge)

    def _say(self) -> None:
        said = [self.words.text(), *self.outcomes()]
        self.setAccessibleName(". ".join(one.rstrip(".") for one in said if one))
        self.setAccessibleDescription(" ".join(self.reasons()))
        self.lay_again()
        self.update()


def _replaced(old: list[T], new: list[T]) -> list[T]:
    for widget in old:
        widget.hide()
        widget.deleteLater()
    for widget in new:
        widget.show()
    return new
