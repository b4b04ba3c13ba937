"""What a source card is put together from: gaps that come and go, what is folded, claims and notes in any number."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets import source_words as said
from app.gui.widgets.card import Card
from app.gui.widgets.fold import FoldButton
from app.gui.widgets.margin_rule import MarginRule
from app.gui.widgets.status_button import StatusButton
from app.gui.widgets.text import TextBlock
from app.services.views import ClaimView
from app.words import labels

_NOTES_OPEN = 2


class Gap:
    """Room in a column before something that is not always there."""

    def __init__(self, column: QBoxLayout, pixels: int) -> None:
        self._column, self._pixels = column, pixels
        self._item = QSpacerItem(0, pixels)
        column.addItem(self._item)

    def set_open(self, opened: bool) -> None:
        """Leave room, or none."""
        self._item.changeSize(0, self._pixels if opened else 0)
        self._column.invalidate()


class Folded(QVBoxLayout):
    """A place for widgets that are made when it is first opened."""

    def __init__(self, make: Callable[[], list[QWidget]]) -> None:
        super().__init__()
        self.setSpacing(0)
        self._make = make
        self._made: list[QWidget] = []

    def set_open(self, opened: bool) -> None:
        """Show what belongs here, or fold it away."""
        if opened and not self._made:
            self._made = self._make()
            for widget in self._made:
                self.addWidget(widget)
        for widget in self._made:
            widget.setVisible(opened)

    def empty(self) -> None:
        """Let what belongs here be made anew when it is next opened."""
        discard(self, self._made)
        self._made = []


class ClaimsApart(QVBoxLayout):
    """Each claim under its own standing: a label belongs to a claim, never to a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(0)
        self._made: list[QWidget] = []
        self._meanings: list[Folded] = []

    def show_claims(self, claims: tuple[ClaimView, ...]) -> None:
        """Show these claims, or none."""
        for meaning in self._meanings:
            meaning.empty()
        discard(self, self._made)
        while self.takeAt(0) is not None:
            pass
        self._made, self._meanings = [], []
        for number, claim in enumerate(claims):
            if number:
                self.addSpacing(tokens.SPACE[1])
            button, rule = StatusButton(claim.status), MarginRule()
            rule.body.addWidget(TextBlock(claim.says, "source_card"))
            self._meanings.append(meaning_of(button))
            self._add(button)
            self.addLayout(self._meanings[-1])
            self._add(rule)

    def _add(self, widget: QWidget) -> None:
        self.addWidget(widget)
        widget.show()
        self._made.append(widget)


class Notes(Card):
    """What historians say of the claims that a question rests on; from the third note on they are folded."""

    def __init__(self) -> None:
        super().__init__("paper", padding=14)
        self.body.setSpacing(0)
        self.body.addWidget(TextBlock("What historians say", "small_strong"))
        self._rows: list[tuple[Gap, TextBlock, TextBlock]] = []
        self._shown = 0
        self.more = FoldButton("")
        self.more.toggled.connect(lambda _on: self._show_rows())

    def show_claims(self, noted: list[ClaimView]) -> None:
        """Show the notes of these claims; none hides the whole."""
        self.body.removeWidget(self.more)
        while len(self._rows) < len(noted):
            gap = Gap(self.body, tokens.SPACE[1] if self._rows else 0)
            row = (gap, TextBlock("", "note"), TextBlock("", "small", "ink2"))
            for block in row[1:]:
                self.body.addWidget(block)
            self._rows.append(row)
        for claim, (_gap, note, source) in zip(noted, self._rows, strict=False):
            note.set_text(claim.note)
            source.set_text(said.note_source_words(claim.note_works))
        self._shown = len(noted)
        self.body.addWidget(self.more)
        folded = self._shown - _NOTES_OPEN
        self.more.setVisible(folded > 0)
        self.more.set_text("One more note" if folded == 1 else f"{folded} more notes")
        self.more.set_open(False)
        self._show_rows()
        self.setVisible(bool(noted))

    def _show_rows(self) -> None:
        shown = self._shown if self.more.isChecked() else min(self._shown, _NOTES_OPEN)
        for place, (gap, note, source) in enumerate(self._rows):
            gap.set_open(place < shown)
            note.setVisible(place < shown)
            source.setVisible(place < shown)


def meaning_of(button: StatusButton) -> Folded:
    """Make the place for what a standing means, which its button opens."""

    def make() -> list[QWidget]:
        return [TextBlock(labels.STATUS_MEANING[button.status], "meta", "ink2")]

    place = Folded(make)
    button.toggled.connect(place.set_open)
    return place


def discard(layout: QVBoxLayout, widgets: list[QWidget]) -> None:
    """Take widgets out of a layout and delete them."""
    for widget in widgets:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
