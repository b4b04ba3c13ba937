"""The notes beside the text, each tied to its sentence by a leader line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from app.domain.source import Locator
from app.gui.theme import theme
from app.gui.widgets.note_lane import choose_tracks, place_notes, spread_dots
from app.gui.widgets.reader_sentences import Sentence
from app.gui.widgets.sentence_note import SentenceNote

_GAP, _DOT, _DOT_STEP = 12, 2.5, 8
_TRACKS = 5


class Lane(NamedTuple):
    """Where leader lines run: from the dots at `dots`, between `left` and `right`, which is where notes begin."""

    dots: float
    left: float
    right: float


class _Leader(NamedTuple):
    at: Locator
    begin: float
    end: float
    track: int
    colour: str


class MarginNotes:
    """Keeps a note for each sentence that has one; all notes are children of one widget, which draws the leaders."""

    def __init__(self, parent: QWidget, pressed: Callable[[Locator], object]) -> None:
        self._parent = parent
        self._pressed = pressed
        self._notes: dict[Locator, SentenceNote] = {}
        self._leaders: list[_Leader] = []
        self._current: Locator | None = None

    def set_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Make the notes of other sentences; they are hidden until they are placed."""
        for note in self._notes.values():
            note.hide()
            note.deleteLater()
        self._notes = {one.at: SentenceNote(one, self._parent) for one in sentences if one.entries}
        self._leaders = []
        for at, note in self._notes.items():
            note.pressed.connect(lambda at=at: self._pressed(at))

    def set_current(self, at: Locator | None) -> None:
        """Draw the note of a sentence, and its leader, as the one the reader is at."""
        for place in (self._current, at):
            if place in self._notes:
                self._notes[place].set_current(place == at)
        self._current = at

    def hide(self) -> None:
        """Take the notes out of the margin."""
        self._leaders = []
        for note in self._notes.values():
            note.hide()

    def place(
        self, first_line: Callable[[Locator], float], lane: Lane, width: int, opened: frozenset[Locator]
    ) -> int:
        """Lay the notes out beside their sentences and return where the last one ends."""
        heights = {}
        for at, note in self._notes.items():
            note.set_opened(at in opened)
            heights[at] = note.place(width)
        lines = {at: first_line(at) for at in self._notes}
        wanted = [(lines[at] - note.head_middle(), heights[at]) for at, note in self._notes.items()]
        tops = [round(top) for top in place_notes(wanted, theme().size(_GAP))]
        for (at, note), top in zip(self._notes.items(), tops, strict=True):
            note.setGeometry(self._turned(QRect(round(lane.right), top, width, heights[at])))
            note.show()
        self._lead(list(lines.values()), tops)
        return max((top + heights[at] for at, top in zip(self._notes, tops, strict=True)), default=0)

    def area(self, at: Locator) -> QRect:
        """Return where the note of a sentence lies, an empty rectangle where it has none."""
        note = self._notes.get(at)
        return note.geometry() if note is not None and not note.isHidden() else QRect()

    def draw(self, painter: QPainter, lane: Lane) -> None:
        """Draw the leader lines, the current one last."""
        for leader in sorted(self._leaders, key=lambda one: one.at == self._current):
            current = leader.at == self._current
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent" if current else "line"), 1.5 if current else 1.0))
            painter.drawPath(_path(leader, lane))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(leader.colour))
            painter.drawEllipse(QPointF(lane.dots, leader.begin), _DOT, _DOT)

    def _lead(self, lines: list[float], tops: list[int]) -> None:
        begins = spread_dots(lines, theme().size(_DOT_STEP))
        ends = [top + note.head_middle() for top, note in zip(tops, self._notes.values(), strict=True)]
        near = theme().size(6)  # a note that begins a little lower needs no step in its line
        ends = [begin if abs(begin - end) <= near else end for begin, end in zip(begins, ends, strict=True)]
        tracks = choose_tracks(list(zip(begins, ends, strict=True)), _TRACKS)
        self._leaders = [
            _Leader(at, begin, end, track, note.leader_colour())
            for (at, note), begin, end, track in zip(self._notes.items(), begins, ends, tracks, strict=True)
        ]

    def _turned(self, rect: QRect) -> QRect:
        if self._parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self._parent.width() - rect.right() - 1)
        return rect


def _path(leader: _Leader, lane: Lane) -> QPainterPath:
    step = (lane.right - lane.left) / (_TRACKS + 1)
    turn = _sharp(lane.right - (leader.track + 1) * step)
    begin, end = _sharp(leader.begin), _sharp(leader.end)
    path = QPointF(lane.dots, begin)
    made = QPainterPath(path)
    if begin != end:
        made.lineTo(turn, begin)
        made.lineTo(turn, end)
    made.lineTo(lane.right - 4, end)
    return made


def _sharp(value: float) -> float:
    return int(value) + 0.5
