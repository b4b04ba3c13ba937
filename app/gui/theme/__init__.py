"""The look of the program.

`theme()` is the one live theme: `theme().colour("ink")`, `theme().font("stem")`,
`theme().line_height("stem")`, `theme().size(36)` (a measure that grows with the text), `.scheme`,
`.text_scale`, `.reduced_motion`, the signal `changed`, and `theme().apply(app, Look(...))`.
Measures are in `tokens`, line icons in `icons`.
"""

from app.gui.theme.fonts import ROLES, Role, load_fonts
from app.gui.theme.live import LARGEST_TEXT, SMALLEST_TEXT, Look, Theme, make_application, theme
from app.gui.theme.tokens import Scheme

__all__ = [
    "LARGEST_TEXT",
    "ROLES",
    "SMALLEST_TEXT",
    "Look",
    "Role",
    "Scheme",
    "Theme",
    "load_fonts",
    "make_application",
    "theme",
]
