"""The one live theme: everything that paints asks it for colours and fonts, each time it paints."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.gui.theme import fonts, style, tokens
from app.gui.theme.focus import FocusRing

_IS_FUSION = "is_fusion"
SMALLEST_TEXT, LARGEST_TEXT = 0.75, 3.0
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)
"""All that moves in our windows, besides the text cursor: nothing of our own does."""


class Look(NamedTuple):
    """What a person has set about the look; `system` follows the computer."""

    scheme: Literal["system", "light", "dark", "contrast"] = "system"
    text_scale: float = 1.0
    reduced_motion: bool = False


class _Motion(NamedTuple):
    """How the computer lets things move: the blinking of the text cursor, and the effects that are on."""

    blink: int
    effects: frozenset[Qt.UIEffect]


class Theme(QObject):
    """Colours, fonts and sizes as they are now; `changed` says that all of them may be others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.revision = 0
        self._look = Look()
        self._scheme: tokens.Scheme = "light"
        self._app: QApplication | None = None
        self._ring: FocusRing | None = None
        self._motion: _Motion | None = None
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    @property
    def look(self) -> Look:
        return self._look

    @property
    def scheme(self) -> tokens.Scheme:
        return self._scheme

    @property
    def text_scale(self) -> float:
        return self._look.text_scale

    @property
    def reduced_motion(self) -> bool:
        return self._look.reduced_motion

    def colour(self, name: str) -> QColor:
        """Give the colour of a token in the scheme of now."""
        if name not in self._colours:
            self._colours[name] = QColor(tokens.value(name, self._scheme))
        return self._colours[name]

    def font(self, role: str) -> QFont:
        """Give the font of a role at the text size of now."""
        if role not in self._fonts:
            fonts.load_fonts()
            self._fonts[role] = fonts.make_font(role, self.text_scale)
        return self._fonts[role]

    def metrics(self, role: str) -> QFontMetricsF:
        """Give the measures of a role's font at the text size of now."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def line_height(self, role: str) -> int:
        """Give the pixels from one line of a role to the next."""
        return round(fonts.ROLES[role].line * self.text_scale)

    def size(self, pixels: float) -> int:
        """Give a measure that grows with the text, such as the height of a button."""
        return round(pixels * self.text_scale)

    def apply(self, app: QApplication, look: Look) -> None:
        """Dress the program in a look; from then on follow the system where the look says so."""
        if self._app is not app:
            self._app = app
            if not app.property(_IS_FUSION):
                app.setStyle("Fusion")
            self._ring = FocusRing(app, self.colour)
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
        scale = min(max(look.text_scale, SMALLEST_TEXT), LARGEST_TEXT)
        if look.reduced_motion != self._look.reduced_motion:
            self._let_move(app, move=not look.reduced_motion)
        self._look = look._replace(text_scale=scale)
        self._dress(app)

    def _let_move(self, app: QApplication, *, move: bool) -> None:
        if self._motion is None:
            effects = frozenset(effect for effect in _EFFECTS if app.isEffectEnabled(effect))
            self._motion = _Motion(app.cursorFlashTime(), effects)
        app.setCursorFlashTime(self._motion.blink if move else 0)
        for effect in self._motion.effects:
            app.setEffectEnabled(effect, move)

    def _on_system_scheme(self) -> None:
        if self._app is not None and self._look.scheme == "system" and _system_scheme() != self._scheme:
            self._dress(self._app)

    def _dress(self, app: QApplication) -> None:
        self._scheme = _system_scheme() if self._look.scheme == "system" else self._look.scheme
        self._colours, self._fonts, self._metrics = {}, {}, {}
        self.revision += 1
        app.setFont(self.font("interface"))
        app.setPalette(style.make_palette(self._scheme))
        app.setStyleSheet(style.make_sheet(self._scheme, self.text_scale))
        self.changed.emit()


def _system_scheme() -> tokens.Scheme:
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def make_application(name: str) -> QApplication:
    """Make the application, drawn in the style that `Theme.apply` would set.

    Named here, the style needs no QStyle in Python: that class makes some four hundred names, for 6 ms at the start.
    """
    app = QApplication([name, "-style", "Fusion"])
    app.setProperty(_IS_FUSION, True)
    return app


_theme: list[Theme] = []


def theme() -> Theme:
    """Give the one theme of the program."""
    if not _theme:
        _theme.append(Theme())
    return _theme[0]
