"""The side of the sources on the quiz page."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.shared.quiz_warm import lay_out_unseen
from app.gui.theme import tokens
from app.gui.widgets.closed_sources import ClosedSources, closed_words
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.source_stack import SourceStack
from app.gui.widgets.text_lines import lay_out
from app.services.views import SourceCard, Step


class Sources(QWidget):
    """The side of the sources: closed before an answer, open after it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1] + 2)
        self.heading = SectionHeading("Sources", role="meta_strong")
        self.closed = ClosedSources()
        self.stack = SourceStack()
        for part in (self.heading, self.closed, self.stack):
            column.addWidget(part)

    def show_step(self, step: Step, *, key: str) -> None:
        """Show the cards of a checked question, else what waits."""
        cards = step.checked.cards if step.checked is not None else ()
        is_open = bool(cards)
        if is_open:
            self.stack.set_cards(cards, key=key)
        else:
            self.closed.set_sources(step.sources, step.attempt.mode, key=key)
        self.closed.setVisible(not is_open)
        self.stack.setVisible(is_open)
        count = f"{len(cards)} citations" if len(cards) > 1 else ""
        self.heading.set_heading("Sources" if is_open else "", count)

    def prepare(self, cards: tuple[SourceCard, ...], *, key: str) -> None:
        """Fill the cards of a question that waits for its answer; they stay hidden."""
        if not cards or self.stack.isVisible():
            return
        self.stack.set_cards(cards, key=key)
        width = self.heading.width()
        self.stack.resize(width, max(1, self.stack.heightForWidth(width)))
        lay_out_unseen(self.stack)

    def lay_out_ahead(self, step: Step) -> None:
        """Lay out what is said of a question that may be shown next."""
        words = closed_words(step.sources, step.attempt.mode)
        lay_out(words, self.closed.sentence.role, (), self.closed.sentence.width())
