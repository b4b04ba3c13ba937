"""What stands beside a source in the reader: its title and length, which text is shown, what else can be opened."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.fields import Select
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.segmented import Segmented
from app.gui.widgets.text import TextBlock
from app.services.views import ReaderView

Tab = Literal["summary", "original"]
SUMMARY, ORIGINAL = "Our summary", "The original"
OWN_COPY = "I have the original"
OTHER_COPY = "Attach another copy"


class ReaderHead(QWidget):
    """Signals: `source_chosen(str)`, `tab_chosen(str)`, `about_requested`, `attach_requested`."""

    source_chosen = Signal(str)
    tab_chosen = Signal(str)
    about_requested = Signal()
    attach_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.source = Select("Source", [], self, filters=False)
        self.source.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.source.setMinimumWidth(1)
        self.title = TextBlock("", "card_title", parent=self)
        self.length = TextBlock("", "meta", "ink2", self)
        self.tabs = Segmented("Which text", [("summary", SUMMARY), ("original", ORIGINAL)], self)
        self.about = Button("", "link", parent=self)
        self.attach = Button(OWN_COPY, "link", parent=self)
        self.copy = TextBlock("", "meta", "ink2", self)
        controls = QWidget(self)
        row = FlowRow(controls, gap=tokens.SPACE[3])
        for part in (self.source, self.tabs, self.about, self.attach):
            row.addWidget(part)
        column.addWidget(self.title)
        column.addWidget(self.length)
        column.addSpacing(tokens.SPACE[3])
        column.addWidget(controls)
        column.addWidget(self.copy)
        self._connect()

    def set_view(self, view: ReaderView, length: str) -> None:
        """Show another source."""
        self.source.set_options([(one.source, one.short[:1].upper() + one.short[1:]) for one in view.sources])
        self.source.set_value(view.source)
        self.source.setVisible(len(view.sources) > 1)
        self.title.set_text(view.title)
        self.length.set_text(length)
        self.about.set_text(about_words(view))
        has_original = bool(view.file) or view.has_original
        self.tabs.setVisible(has_original)
        self.attach.set_text(OTHER_COPY if view.has_original else OWN_COPY)
        self.copy.set_text(copy_words(view.verified, view.anchors))
        self.copy.setVisible(view.has_original)

    def set_tab(self, tab: Tab, view: ReaderView) -> None:
        """Show which text is open; where there is no copy yet, the page itself offers to attach one."""
        self.tabs.set_value(tab)
        offered = tab == "original" and not view.has_original
        self.attach.setVisible((bool(view.file) or view.has_original) and not offered)

    def _connect(self) -> None:
        self.source.chosen.connect(self.source_chosen)
        self.tabs.chosen.connect(self.tab_chosen)
        self.about.clicked.connect(lambda _on=False: self.about_requested.emit())
        self.attach.clicked.connect(lambda _on=False: self.attach_requested.emit())


def about_words(view: ReaderView) -> str:
    """Return what the button to the page about a source says."""
    return "About these notes" if view.kind == "notes" else f"About this {_kind_word(view.kind)}"


def copy_words(verified: int, anchors: int) -> str:
    """Say how many quoted phrases were found in the person's own copy."""
    if not anchors:
        return "Your copy is kept. No question quotes from it."
    if verified == anchors:
        return f"Found {verified} of {anchors} quoted phrases in your copy."
    return f"This looks like another version: {verified} of {anchors} quoted phrases found."


def _kind_word(kind: str) -> str:
    return {"web": "page", "law": "law or treaty"}.get(kind, kind)
