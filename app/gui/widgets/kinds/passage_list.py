"""A passage whose sentences can be chosen: in our summary's words, or in the original's where a copy is attached."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds.passage import Passage
from app.domain.source import Locator
from app.gui.theme import theme, tokens
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.kinds.radio_group import tick_one
from app.gui.widgets.kinds.sentence_row import SentenceRow
from app.gui.widgets.paint import draw_box, painting
from app.gui.widgets.segmented import Segmented
from app.gui.widgets.text import Span, TextBlock
from app.services.views import OriginalSentence

SUMMARY, ORIGINAL = "Our summary", "The original"
_GAP = "\u00a0\u00a0 "
_PAD = 6


class PassageHead(QWidget):
    """What the passage is and where it stands; with `offer`, a switch between our summary and the original."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage: Passage | None = None
        self._is_narrow = False
        row = FlowRow(self, gap=16, line_gap=6)
        row.setContentsMargins(10, 6, 10, 4)
        self.title = TextBlock("", "meta_strong")
        self.switch = Segmented("Words of the passage", [("summary", SUMMARY), ("original", ORIGINAL)])
        self.switch.chosen.connect(self._on_chosen)
        self.switch.hide()
        row.addWidget(self.title)
        row.addWidget(self.switch)

    def show_passage(self, passage: Passage) -> None:
        """Name a passage."""
        self._passage = passage
        self._say()

    def offer(self, offered: bool) -> None:
        """Offer the original as well, or our summary alone."""
        if not offered:
            self.switch.set_value("summary")
        self.switch.setVisible(offered)
        self._say()

    def set_narrow(self, narrow: bool) -> None:
        """Say the place on a line of its own, where two heads stand side by side."""
        self._is_narrow = narrow
        self._say()

    def is_original(self) -> bool:
        """Tell whether the original is asked for."""
        return self.switch.value() == "original"

    def _on_chosen(self, _value: str) -> None:
        self._say()
        self.turned.emit()

    def _say(self) -> None:
        if self._passage is None:
            return
        name = short_name(self._passage)
        has_switch = self.switch.isVisibleTo(self)
        aside = ", ".join([*([] if has_switch else [SUMMARY.lower()]), where(self._passage)])
        gap = "\n" if self._is_narrow and not has_switch else _GAP
        self.title.set_text(f"{name}{gap}{aside}")
        self.title.set_spans([Span(len(name), len(name) + len(gap) + len(aside), role="meta", colour="ink2")])


class PassageList(QWidget):
    """A sheet with the sentences of a passage, of which one is taken. `changed` says that a person took another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage: Passage | None = None
        self._originals: dict[Locator, str] = {}
        self._rows: dict[Locator, SentenceRow] = {}
        self._role = "source_card"
        self.head = PassageHead(self)
        self.head.turned.connect(self._show_words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._column.setSpacing(2)
        self._column.addWidget(self.head)
        self._column.addStretch(1)

    def show_passage(self, passage: Passage) -> None:
        """Show a passage in our summary's words, nothing of it taken. Rows that are there already stay."""
        if passage != self._passage:
            self._passage, self._originals = passage, {}
            self.head.show_passage(passage)
            self.head.offer(False)
            self._fill(passage)
        self.take(None)
        for row in self._rows.values():
            row.show_state("open")

    def show_original(self, sentences: Collection[OriginalSentence]) -> None:
        """Offer the original's own words, where they are known for every sentence; else our summary alone."""
        words = {one.at: one.text for one in sentences}
        complete = bool(self._rows) and all(words.get(at) for at in self._rows)
        self._originals = words if complete else {}
        self.head.offer(complete)
        self._show_words()

    def set_narrow(self, narrow: bool) -> None:
        """Show the sentences in the smaller reading type, where two passages stand side by side."""
        self._role = "note" if narrow else "source_card"
        self.head.set_narrow(narrow)
        for row in self._rows.values():
            row.set_role(self._role)

    def rows(self) -> dict[Locator, SentenceRow]:
        """Return the sentences by place, in the order shown."""
        return dict(self._rows)

    def chosen(self) -> Locator | None:
        """Return the place of the sentence that is taken."""
        return next((at for at, row in self._rows.items() if row.isChecked()), None)

    def take(self, at: Locator | None) -> None:
        """Take a sentence without saying so."""
        tick_one(list(self._rows.values()), self._rows.get(at) if at is not None else None)

    def lock(self, locked: bool, *, quiet: bool = False) -> None:
        """Keep the choice as it is; `quiet` shows that no sentence is asked for."""
        for row in self._rows.values():
            row.lock(locked, quiet=quiet)

    def row_of_figure(self, figure: int) -> SentenceRow | None:
        """Return the sentence whose number ends with a figure; of several the one after the one that is taken."""
        fitting = [row for at, row in self._rows.items() if at.sentence % 10 == figure]
        if not fitting:
            return None
        taken = next((index for index, row in enumerate(fitting) if row.isChecked()), -1)
        return fitting[(taken + 1) % len(fitting)]

    def show_marks(
        self, keyed: Collection[Locator], reasons: Mapping[str, str] | None = None, *, open_all: bool = False
    ) -> None:
        """Show which sentences are right, which one was taken, and why."""
        given, known = self.chosen(), reasons or {}
        for at, row in self._rows.items():
            reason = known.get(str(at), "") if at == given or open_all else ""
            if at in keyed and at == given:
                row.show_state("correct", "Your sentence", reason)
            elif at in keyed and given in keyed:
                row.show_state("overlooked", "Right as well", reason)
            elif at in keyed:
                row.show_state(
                    "missed", "The right sentence" if len(keyed) == 1 else "A right sentence", reason
                )
            elif at == given and keyed:
                row.show_state("wrong", "Your sentence", reason)
            else:
                row.show_state("faded", "", reason)

    def has_folded(self, reasons: Mapping[str, str]) -> bool:
        """Tell whether a sentence that was not taken has a reason."""
        return any(reasons.get(str(at)) and not row.isChecked() for at, row in self._rows.items())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            fill, border = theme().colour("sheet"), theme().colour("hair")
            draw_box(painter, QRectF(self.rect()), tokens.RADIUS_CARD, fill=fill, border=border)

    def _fill(self, passage: Passage) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.setAutoExclusive(False)
            row.hide()
            row.deleteLater()
        self._rows = {}
        count = len(passage.sentences)
        for number, sentence in enumerate(passage.sentences, start=1):
            row = SentenceRow(str(sentence.at), passage.words_at(sentence.at), f"{number} of {count}", self)
            row.set_role(self._role)
            row.toggled.connect(lambda on, one=row: self._on_toggled(one, on))
            self._column.insertWidget(number, row)
            row.show()
            self._rows[sentence.at] = row
        self.setAccessibleName(f"{short_name(passage)}, {where(passage)}")

    def _show_words(self) -> None:
        if self._passage is None:
            return
        original = self.head.is_original()
        for at, row in self._rows.items():
            row.set_words(self._originals[at] if original else self._passage.words_at(at))

    def _on_toggled(self, row: SentenceRow, on: bool) -> None:
        if on:  # the one that is no longer taken need not say so
            tick_one(list(self._rows.values()), row)
            self.changed.emit()


def short_name(passage: Passage) -> str:
    """Return what the source is called, as a heading."""
    name = passage.short or passage.title or str(passage.source)
    return name[:1].upper() + name[1:]


def where(passage: Passage) -> str:
    """Return which part of the source a passage is."""
    first, last = passage.first, passage.last
    if first == last:
        return f"paragraph\u00a0{first.paragraph}, sentence\u00a0{first.sentence}"
    if first.paragraph == last.paragraph:
        return f"paragraph\u00a0{first.paragraph}"
    return f"paragraphs\u00a0{first.paragraph} to\u00a0{last.paragraph}"
