"""The strip beside the text: which sentences are asked about, where the view is, and the way to a sentence."""

from collections import Counter

from PySide6.QtCore import QTimer

from app.domain.coverage import level_of
from app.domain.source import Locator
from app.gui.shared.desk import Desk
from app.gui.shared.reader_layout import ReaderLayout
from app.gui.widgets.heat_strip import HeatCell
from app.services.views import ReaderView


class ReaderHeat:
    """Keeps strip and legend in step with the text and with the setting that switches the strip off."""

    def __init__(self, parts: ReaderLayout, desk: Desk) -> None:
        self._parts, self._desk = parts, desk
        self._tops: list[tuple[int, int, Locator]] = []
        parts.legend.switched.connect(lambda on: desk.set_settings(heat_strip=on))
        self._late = QTimer(parts, singleShot=True, interval=0)
        self._late.timeout.connect(self._measure)
        parts.spread.placed.connect(self._late.start)  # text is laid out several times before it is painted
        desk.changed.connect(self._show)
        self.clear()

    def clear(self) -> None:
        """Show no strip."""
        self._parts.strip.set_cells(())
        self._show()

    def set_view(self, view: ReaderView, places: list[Locator]) -> None:
        """Show the strip of a text, where its sentences stand on the page and their standing may be known."""
        cells = cells_of(view)
        self._parts.strip.set_cells(cells if [cell.at for cell in cells] == places else ())
        self._parts.legend.set_cells(cells)
        self._show()
        self._late.start()

    def show_view(self) -> None:
        """Mark the sentences that are in view now."""
        if self._late.isActive():
            return
        top = self._parts.seen_from()
        low = top + self._parts.main.viewport().height()
        seen = [at for first, last, at in self._tops if last > top and first < low]
        if seen:
            self._parts.strip.set_view(seen[0], seen[-1])

    def _show(self) -> None:
        there, on = bool(self._parts.strip.cells), self._desk.settings.heat_strip
        self._parts.show_strip(shown=there and on)
        self._parts.legend.setVisible(there)
        self._parts.legend.set_on(on=on)

    def _measure(self) -> None:
        """Note where the sentences lie: to ask for it at each step of scrolling would take too long."""
        self._late.stop()
        areas = ((cell.at, self._parts.spread.sentence_area(cell.at)) for cell in self._parts.strip.cells)
        self._tops = [(area.top(), area.bottom(), at) for at, area in areas]
        self.show_view()


def cells_of(view: ReaderView) -> list[HeatCell]:
    """Return a cell for each sentence of a document; none while a question waits, and none for our own notes."""
    if not view.evidence or view.waiting or view.kind == "notes":
        return []
    statements = Counter(claim.at for claim in view.claims)
    counts = {at: view.questions_at.get(str(at), 0) for at in statements}
    return [HeatCell(at, count, level_of(count, statements[at])) for at, count in counts.items()]
