"""Before the first question: what the subject is, and what the sources are good for."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import SourceId
from app.gui.student.measured import measured
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.spread import Spread
from app.gui.widgets.text import Span, TextBlock
from app.services.views import ContentNote, SourceIntro
from app.words import labels


class BeforeYouBegin(QWidget):
    """The content notes, then a card for each source; `about_requested(source)` asks for all about one."""

    about_requested = Signal(str)

    def __init__(
        self, notes: Sequence[ContentNote], sources: Sequence[SourceIntro], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.links: dict[SourceId, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        for note in notes:
            if len(notes) > 1:
                column.addSpacing(tokens.SPACE[1])
                column.addWidget(SectionHeading(note.title))
            column.addWidget(measured(TextBlock(note.words, "explanation")))
        if sources:
            column.addSpacing(tokens.SPACE[1])
            column.addWidget(SectionHeading("Where the questions come from", "and how far to trust it"))
        documents = [one for one in sources if one.kind != "notes"]
        for left, right in zip_longest(documents[::2], documents[1::2]):
            column.addWidget(self._pair(left, right))
        for one in sources:
            if one.kind == "notes":
                column.addWidget(measured(self._quiet(one)))
        column.addStretch(1)

    def _pair(self, left: SourceIntro, right: SourceIntro | None) -> QWidget:
        if right is None:
            return measured(self._card(left))
        pair = QWidget()
        spread = Spread(pair, shares=(1, 1), gap=24, line_gap=12, narrow=720)
        spread.addWidget(self._card(left))
        spread.addWidget(self._card(right))
        return pair

    def _card(self, one: SourceIntro) -> Card:
        card = Card(padding=tokens.SPACE[3])
        card.body.setSpacing(tokens.SPACE[0])
        card.body.addWidget(TextBlock(labels.SOURCE_KIND[one.kind], "small", "ink2"))
        card.body.addWidget(TextBlock(one.title, "card_title"))
        if one.about.what:
            card.body.addWidget(TextBlock(one.about.what, "note"))
        for label, words in (("Author", one.about.author), ("Date", one.about.date)):
            if words:
                card.body.addWidget(_labelled(label, words))
        if one.about.errors:
            card.body.addWidget(TextBlock(one.about.errors, "note"))
        card.body.addStretch(1)
        card.body.addWidget(self._link(one), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _quiet(self, one: SourceIntro) -> QWidget:
        """What the editors wrote themselves is no document of the subject: a line is enough."""
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_labelled(one.title, one.about.what))
        column.addWidget(self._link(one), 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _link(self, one: SourceIntro) -> Button:
        link = Button("More about this source", "link")
        link.setAccessibleName(f"More about this source: {one.title}")
        link.clicked.connect(lambda _on=False: self.about_requested.emit(one.source))
        self.links[one.source] = link
        return link


def _labelled(label: str, words: str) -> TextBlock:
    block = TextBlock(f"{label}: {words}", "meta", "ink2")
    block.set_spans([Span(0, len(label) + 1, role="meta_medium")])
    return block
