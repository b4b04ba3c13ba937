"""The line above a question: where one is, and what kind of question it is."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.gui.shared import quiz_words as words
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.fold import FoldButton
from app.gui.widgets.paint import text_width
from app.gui.widgets.text import Span, TextBlock
from app.services.views import Step

_WIDER_GAP = "\u00a0\u00a0 "
_HEAD_GAP = 12


class Head(QWidget):
    """Where one is, and what kind of question it is. In one column its button unfolds the panel.

    There it keeps to one line, so that the question begins high: where the topic has no room it is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        row = FlowRow(self, gap=_HEAD_GAP, line_gap=0)
        self.panel_button = FoldButton("")
        self.words = TextBlock("", "meta", "ink2")
        row.addWidget(self.panel_button)
        row.addWidget(self.words)
        self._about: tuple[str, ...] = ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_step(self, step: Step, *, wide: bool) -> None:
        """Name the question; `wide` says that the panel stands beside it."""
        self.panel_button.setVisible(not wide)
        self.panel_button.set_text(words.where(step))
        self.panel_button.set_open(self.panel_button.isChecked())
        self._about = () if wide else (words.about(step), words.kind(step))
        if not wide:
            self._fit()
            return
        number = f"Question {step.position}"
        self.words.set_text(f"{number}{_WIDER_GAP}{words.about(step)}")
        self.words.set_spans([Span(0, len(number), role="meta_medium", colour="ink")])

    def _fit(self) -> None:
        room = self.width() - self.panel_button.sizeHint().width() - _HEAD_GAP
        fitting = [said for said in self._about if text_width("meta", said) < room]
        if self._about:
            self.words.set_text(fitting[0] if fitting else self._about[-1])
