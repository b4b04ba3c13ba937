"""The design tokens: every colour and every measure of the program, without Qt.

A colour has one value for each scheme, in the order light, dark, high contrast. What each is for stands
beside it; the pairs that meet on a screen are in `TEXT_PAIRS` and `LINE_PAIRS`, and tests hold them to
4.5 : 1 and 3 : 1.
"""

from typing import Literal

Scheme = Literal["light", "dark", "contrast"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")

COLOURS: dict[str, tuple[str, str, str]] = {
    # Surfaces
    "paper": ("#F6F2E9", "#1A1815", "#FFFFFF"),  # the window
    "desk": ("#EFEADF", "#141310", "#FFFFFF"),  # a step down: closed source, action bar
    "sheet": ("#FCFAF5", "#23201B", "#FFFFFF"),  # a step up: cards, choices, the page in the reader
    "sunk": ("#EAE4D6", "#2C2822", "#E0E0E0"),  # the track of a bar, initials
    # Lines
    "hair": ("#DBD3C2", "#3B362D", "#5A5A5A"),  # hairlines between things
    "line": ("#8B8270", "#7F7665", "#000000"),  # borders of inputs, second buttons, badges
    # Text
    "ink": ("#221E18", "#EDE6D7", "#000000"),  # text, and on the highlighter
    "ink2": ("#575043", "#BBB19D", "#1C1C1C"),  # second line; never on the highlighter
    "ink3": ("#696152", "#A1977F", "#2E2E2E"),  # sentence numbers, axes
    # The one accent
    "accent": ("#16505A", "#86C2C0", "#00363F"),  # primary button, links, focus, bars, established
    "on_accent": ("#FBFAF5", "#0E2224", "#FFFFFF"),
    "accent_soft": ("#DCE6E2", "#21393A", "#D5EEF2"),  # selected row, active filter
    # What an answer was
    "right": ("#3C6326", "#A5CB82", "#14400A"),
    "right_soft": ("#EFF2E2", "#262C1E", "#FFFFFF"),
    "wrong": ("#963A1D", "#E9A386", "#7A1200"),
    "wrong_soft": ("#F8ECE4", "#33261F", "#FFFFFF"),
    "part": ("#75550C", "#E0BE6C", "#553B00"),
    "part_soft": ("#F3E9CF", "#39301B", "#FFFFFF"),
    "debated": ("#684471", "#CBA6D4", "#4A1B57"),
    # Evidence, and nothing else
    "hl": ("#F8E29A", "#5E4C14", "#FFE680"),
    "hl_line": ("#A07C12", "#D3AE3C", "#000000"),
    # A second series of bars, beside those in the accent
    "series": ("#3F7A80", "#62999A", "#1F5F69"),
}

SURFACES = ("paper", "desk", "sheet")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, surface) for ink in ("ink", "ink2", "ink3", "accent") for surface in SURFACES),
    *((ink, surface) for ink in ("right", "wrong", "part", "debated") for surface in SURFACES),
    ("ink", "hl"),
    ("ink", "accent_soft"),
    ("ink2", "accent_soft"),
    ("accent", "accent_soft"),
    ("wrong", "accent_soft"),
    ("ink2", "sunk"),
    ("on_accent", "accent"),
    ("ink", "right_soft"),
    ("right", "right_soft"),
    ("ink", "wrong_soft"),
    ("wrong", "wrong_soft"),
    ("ink", "part_soft"),
    ("part", "part_soft"),
    ("sheet", "right"),
    ("sheet", "wrong"),
)
LINE_PAIRS: tuple[tuple[str, str], ...] = (
    *(("line", surface) for surface in SURFACES),
    *(("accent", surface) for surface in SURFACES),
    ("hl_line", "sheet"),
    ("hl_line", "paper"),
    ("series", "paper"),
    ("series", "sheet"),
)

SPACE = (4, 8, 12, 16, 24, 32)
PAGE_MARGIN, GUTTER, CARD_PADDING = 32, 40, 24
TOP_BAR, ACTION_BAR = 56, 68
RADIUS_KEY, RADIUS_BUTTON, RADIUS_CHOICE, RADIUS_CARD = 3, 6, 7, 8
HAIRLINE, VERDICT_LINE, CHOSEN_LINE, TAB_LINE, BAR = 1.0, 1.5, 2.0, 3.0, 4.0
BUTTON_PRIMARY, BUTTON_SECOND, BUTTON_QUIET = 40, 36, 32
FOCUS_LINE, FOCUS_GAP = 2, 2
MINUS, NO_BREAK = "\u2212", "\u00a0"


def value(name: str, scheme: Scheme) -> str:
    """Give the colour of a token in a scheme, as #RRGGBB."""
    return COLOURS[name][SCHEMES.index(scheme)]


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours (#RRGGBB) from 1 to 21, as WCAG 2 reckons it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
