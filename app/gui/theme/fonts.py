"""The one font factory.

The sans is a variable font: Qt obeys its weight only as an axis of the QFont, never as a QFont weight or in
a style sheet. So every font of the program comes from `make_font`, and style sheets name no fonts.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

SANS, SERIF = "IBM Plex Sans", "IBM Plex Serif"
_FILES = {
    "fontpkg_ibm_plex_sans": ("IBMPlexSans[wdth,wght].ttf",),
    "fontpkg_ibm_plex_serif": (
        "IBMPlexSerif-Regular.ttf",
        "IBMPlexSerif-Medium.ttf",
        "IBMPlexSerif-SemiBold.ttf",
        "IBMPlexSerif-Italic.ttf",
    ),
}
_loaded: list[int] = []


class Role(NamedTuple):
    """What a piece of text is: its family, size and line height in pixels at 100 %, and weight."""

    family: str
    size: int
    line: int
    weight: int = 400
    italic: bool = False


ROLES: dict[str, Role] = {
    "page_title": Role(SERIF, 27, 36, 500),
    "wordmark": Role(SERIF, 19, 26, 600),
    "stem": Role(SERIF, 21, 30, 500),
    "stem_small": Role(SERIF, 17, 25, 500),
    "card_title": Role(SERIF, 17, 24, 600),
    "set_title": Role(SERIF, 16, 22, 500),
    "reader": Role(SERIF, 17, 30),
    "explanation": Role(SERIF, 16, 26),
    "source_card": Role(SERIF, 15, 24),
    "quote": Role(SERIF, 15, 24, italic=True),
    "note": Role(SERIF, 14, 22),
    "table_row": Role(SERIF, 14, 19),
    "figure": Role(SANS, 26, 32, 500),
    "verdict": Role(SANS, 19, 26, 600),
    "choice": Role(SANS, 15, 22),
    "interface": Role(SANS, 14, 20),
    "interface_medium": Role(SANS, 14, 20, 500),
    "interface_strong": Role(SANS, 14, 20, 600),
    "meta": Role(SANS, 13, 19),
    "meta_medium": Role(SANS, 13, 19, 500),
    "meta_strong": Role(SANS, 13, 19, 600),
    "small": Role(SANS, 12, 17),
    "small_medium": Role(SANS, 12, 17, 500),
    "small_strong": Role(SANS, 12, 17, 600),
    "keycap": Role(SANS, 11, 16, 500),
    "sentence_number": Role(SANS, 11, 16, 500),
}


def load_fonts() -> None:
    """Load the five font files in use, once; where one is missing Qt takes a font of the system."""
    if _loaded:
        return
    for package, names in _FILES.items():
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            _loaded.extend(QFontDatabase.addApplicationFont(str(Path(folder, "files", n))) for n in names)


def make_font(role: str, scale: float) -> QFont:
    """Make the font of a role at a text size (1.0 is 100 %)."""
    kind = ROLES[role]
    font = QFont(kind.family)
    font.setPixelSize(max(1, round(kind.size * scale)))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setItalic(kind.italic)
    if kind.family == SANS:
        font.setVariableAxis(QFont.Tag("wght"), kind.weight)
        font.setFeature(QFont.Tag("tnum"), 1)
    else:
        font.setWeight(QFont.Weight(kind.weight))
    return font
