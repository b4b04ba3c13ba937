"""The works a source cites, those of the paragraph in view first, each with its places."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.source import Locator
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.paint import baseline, draw_hairline, draw_text, elided, mirrored, painting, text_width
from app.gui.widgets.text import Span, TextBlock
from app.gui.widgets.tips import plain_tip
from app.services.views import Work

MOST_WORKS, _MOST_PLACES = 8, 2
_ROLE, _ROW = "meta_medium", 26


class CitedWork(NamedTuple):
    """A work and where it is cited."""

    work: Work
    places: tuple[Locator, ...]


class WorksList(QWidget):
    """`place_chosen(Locator)` asks for a place in the text, `all_requested` for every work with its reference."""

    place_chosen = Signal(object)
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works: tuple[CitedWork, ...] = ()
        self._paragraph = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[_WorkRow] = []
        theme().changed.connect(self._rebuild)

    def set_works(self, works: tuple[CitedWork, ...]) -> None:
        """Hold other works; `set_paragraph` shows them."""
        self._works, self._paragraph = works, 0
        self._clear()

    def set_paragraph(self, paragraph: int) -> None:
        """Put the works of a paragraph first."""
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self._rebuild()

    def rows(self) -> list[str]:
        """Return the names shown, from top to bottom."""
        return [row.button.label() for row in self._rows]

    def _rebuild(self) -> None:
        self._clear()
        here = [one for one in self._works if any(at.paragraph == self._paragraph for at in one.places)]
        elsewhere = [one for one in self._works if one not in here]
        self._add_part("Works in this paragraph", here[:MOST_WORKS])
        self._add_part("Elsewhere in this text", elsewhere[: max(0, MOST_WORKS - len(here))])
        if len(self._rows) < len(self._works):
            every = Button(f"All {len(self._works)} works", "link", parent=self)
            every.clicked.connect(lambda _on=False: self.all_requested.emit())
            self._column.addSpacing(tokens.SPACE[1])
            self._column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_part(self, title: str, works: list[CitedWork]) -> None:
        if not works:
            return
        if self._column.count():
            self._column.addSpacing(tokens.SPACE[3])
        self._column.addWidget(TextBlock(title, "meta_strong", parent=self))
        self._column.addSpacing(tokens.SPACE[0])
        for one in works:
            row = _WorkRow(one, self._paragraph, self)
            row.place_chosen.connect(self.place_chosen)
            self._rows.append(row)
            self._column.addWidget(row)

    def _clear(self) -> None:
        self._rows = []
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


class _WorkRow(QWidget):
    """One work: its name goes to its first place here, then on to the next; each place can be clicked."""

    place_chosen = Signal(object)

    def __init__(self, cited: CitedWork, paragraph: int, parent: QWidget) -> None:
        super().__init__(parent)
        here = [at for at in cited.places if at.paragraph == paragraph]
        self._places = here or list(cited.places)
        self._next = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE[1])
        self.button = _WorkButton(cited.work.label, self)
        self.button.setAccessibleDescription(f"Cited in {', '.join(map(str, self._places))}")
        self.button.setToolTip(plain_tip(cited.work.full or cited.work.label))
        self.button.clicked.connect(lambda _on=False: self._on_next())
        self.places = TextBlock("", "small", "ink2", self, alignment=Qt.AlignmentFlag.AlignRight)
        self.places.link_activated.connect(lambda link: self.place_chosen.emit(Locator.parse(link)))
        self._show_places()
        row.addWidget(self.button, 0)
        row.addWidget(self.places, 1, Qt.AlignmentFlag.AlignVCenter)

    def _show_places(self) -> None:
        shown = [str(at) for at in self._places[:_MOST_PLACES]]
        more = ["\u2026"] if len(self._places) > _MOST_PLACES else []
        self.places.set_text(", ".join([*shown, *more]))
        spans, start = [], 0
        for place in shown:
            spans.append(Span(start, start + len(place), colour="ink2", link=place))
            start += len(place) + 2
        self.places.set_spans(spans)
        self.places.setMinimumWidth(self.places.natural_width())

    def _on_next(self) -> None:
        self.place_chosen.emit(self._places[self._next % len(self._places)])
        self._next += 1


class _WorkButton(QPushButton):
    """The name of a work as a link on a low line; where there is no room it ends in dots."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label.replace("&", "&&"), parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def label(self) -> str:
        """Return the name as people read it."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        return QSize(text_width(_ROLE, self.label()), theme().size(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(48), theme().size(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        words = elided(_ROLE, self.label(), self.width() + 1)
        box = mirrored(self, QRectF(0, 0, text_width(_ROLE, words), self.height()))
        low = baseline(_ROLE, (self.height() - theme().line_height(_ROLE)) / 2)
        with painting(self) as painter:
            draw_text(painter, box.left(), low, _ROLE, theme().colour("accent"), words)
            if self.underMouse():
                draw_hairline(painter, box.left(), box.right(), low + 2, theme().colour("accent"))
