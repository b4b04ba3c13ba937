"""A link that folds something away and brings it back."""

from PySide6.QtWidgets import QWidget

from app.gui.widgets.buttons import Button


class FoldButton(Button):
    """Words with a chevron that points down while what belongs to them is open. Qt's `toggled(bool)` says so."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "link", parent=parent, mark="chevron-right")
        self.setCheckable(True)
        self.toggled.connect(self._say_state)
        self._say_state()

    def set_open(self, opened: bool) -> None:
        """Open or fold without saying so."""
        self.blockSignals(True)
        self.setChecked(opened)
        self.blockSignals(False)
        self._say_state()

    def _say_state(self) -> None:
        opened = self.isChecked()
        self.set_mark("chevron-down" if opened else "chevron-right")
        self.setAccessibleName(f"{self.label}, {'open' if opened else 'folded'}")
