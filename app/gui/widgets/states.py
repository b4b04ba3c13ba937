"""The three states every screen has besides its content: nothing here, working, something went wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets.bars import ProgressLine
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.card import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.glyphs import Glyph
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock

Actions = list[tuple[str, str]]
_WIDEST = 720


class EmptyState(Card):
    """A title, a sentence, and up to two things to do: `chosen(value)` says which."""

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        sentence: str,
        actions: Actions | None = None,
        parent: QWidget | None = None,
        *,
        glyph: str = "",
        first: Kind = "second",
    ) -> None:
        super().__init__(parent=parent, widest=_WIDEST)
        self.body.setSpacing(0)
        self._first: Kind = first
        self.title = TextBlock(title, "stem_small")
        self.sentence = TextBlock(sentence, "meta", "ink2")
        top = QHBoxLayout()
        top.setSpacing(tokens.SPACE[1])
        if glyph:
            top.addWidget(Glyph(glyph, size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.title, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.sentence)
        self._buttons = QWidget(self)
        self._row = FlowRow(self._buttons, gap=12)
        self._row.setContentsMargins(0, tokens.SPACE[3], 0, 0)
        self.body.addWidget(self._buttons)
        self.body.addStretch(1)
        self.set_actions(actions or [])

    def set_state(self, title: str, sentence: str) -> None:
        """Say something else."""
        self.title.set_text(title)
        self.sentence.set_text(sentence)

    def set_actions(self, actions: Actions) -> None:
        """Offer other things to do: (value, words), at most two."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (value, words) in enumerate(actions):
            button = Button(words, self._first if number == 0 else "quiet", parent=self._buttons)
            button.clicked.connect(lambda _on=False, v=value: self.chosen.emit(v))
            self._row.addWidget(button)
        self._buttons.setVisible(bool(actions))


class ErrorState(EmptyState):
    """Like an empty state, with the warning triangle: what happened, and what to do next."""

    def __init__(
        self, title: str, sentence: str, actions: Actions | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, sentence, actions, parent, glyph="problem")


class LoadingState(Card):
    """What is being done, how far it is, and a way to stop it (`cancelled`), where there is one."""

    cancelled = Signal()

    def __init__(
        self, title: str, sentence: str = "", parent: QWidget | None = None, *, cancel: str = ""
    ) -> None:
        super().__init__(parent=parent, widest=_WIDEST)
        self.body.setSpacing(0)
        self.title = TextBlock(title, "stem_small")
        self.sentence = TextBlock(sentence, "meta", "ink2")
        self.line = ProgressLine()
        self.body.addWidget(self.title)
        self.body.addWidget(self.sentence)
        self.body.addSpacing(tokens.SPACE[3])
        self.body.addWidget(self.line)
        self.line.hide()
        if cancel:
            self.body.addSpacing(tokens.SPACE[0])
            stop = Button(cancel, "link")
            stop.clicked.connect(lambda _on=False: self.cancelled.emit())
            self.body.addWidget(stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def set_progress(self, done: int, total: int, sentence: str) -> None:
        """Show how far it is, with a sentence such as "31 of 54 questions"."""
        self.sentence.set_text(sentence)
        self.line.setVisible(total > 0)
        self.line.set_progress(done, total, sentence)

    def set_state(self, title: str, sentence: str) -> None:
        """Say what is being done now."""
        self.title.set_text(title)
        self.sentence.set_text(sentence)
        announce(self, f"{title}. {sentence}" if sentence else title)
