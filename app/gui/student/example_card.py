"""An answer with its footnote, as the first start shows it: what the program does, in one look."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui.theme import theme
from app.gui.widgets.card import Card
from app.gui.widgets.labels import StatusLabel
from app.gui.widgets.marks import Rule
from app.gui.widgets.text import Span, TextBlock
from app.words.labels import STATUS

_QUESTION = "In which book did the word \u201cgenocide\u201d first stand in print?"
_ANSWER = "In Raphael Lemkin\u2019s Axis Rule in Occupied Europe.\u00b9"
_PLACE = "\u00b9 A student essay, paragraph\u00a01, sentence\u00a02"
_QUOTED = "\u201cFirst coined by Raphael Lemkin in 1943\u201d"
_NOTE = "The book itself came out in November 1944."
_SHORT_RULE, _USUAL_HEIGHT = 96, 278


class ExampleCard(Card):
    """A question, its answer, and below a short rule the note that the answer rests on.

    It keeps its place and is filled after its first paint: text in several looks costs what nobody should wait for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=20)
        self.body.setSpacing(0)
        self._is_filled = False
        self.setMinimumHeight(theme().size(_USUAL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_filled:
            self._is_filled = True
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        answer = TextBlock(_ANSWER, "explanation", selectable=False)
        answer.set_spans([Span(len(_ANSWER) - 1, len(_ANSWER), colour="accent")])
        place = TextBlock(_PLACE, "meta", "ink2", selectable=False)
        place.set_spans([Span(0, 1, colour="accent")])
        quote = TextBlock(_QUOTED, "quote", selectable=False)
        quote.set_spans([Span(1, len(_QUOTED) - 1, highlight=True)])
        rule = Rule("line")
        rule.setMaximumWidth(theme().size(_SHORT_RULE))
        for part, gap in (
            (TextBlock("An answer, and what it rests on", "small", "ink2", selectable=False), 12),
            (TextBlock(_QUESTION, "stem_small", selectable=False), 8),
            (answer, 16),
            (rule, 12),
            (place, 4),
            (quote, 8),
            (StatusLabel("oversimplified", STATUS["oversimplified"]), 2),
            (TextBlock(_NOTE, "note", selectable=False), 0),
        ):
            self.body.addWidget(part)
            self.body.addSpacing(gap)
        self.body.addStretch(1)
