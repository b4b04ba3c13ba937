"""The palette and the one style sheet, both made from the tokens.

The sheet dresses only Qt's own widgets (fields, lists, tables, menus, scroll bars); our widgets paint
themselves. It names no fonts: weights of the variable font do not exist in a style sheet.
"""

from PySide6.QtGui import QColor, QPalette

from app.gui.theme import tokens

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "sheet",
    QPalette.ColorRole.AlternateBase: "desk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "sheet",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "sheet",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "sheet",
    QPalette.ColorRole.Midlight: "hair",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "hair",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)

_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {{
  background: {sheet}; color: {ink}; border: 1px solid {line}; border-radius: 6px;
  placeholder-text-color: {ink3};
  padding: {pad_y}px {pad_x}px; selection-background-color: {accent_soft}; selection-color: {ink};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus {{ border-color: {accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled {{ background: {paper}; color: {ink3}; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QAbstractItemView {{
  background: {paper}; color: {ink}; border: none; outline: none; gridline-color: {hair};
  selection-background-color: {accent_soft}; selection-color: {ink};
}}
QComboBox QAbstractItemView {{
  background: {sheet}; border: 1px solid {line}; padding: 4px;
}}
QComboBox QAbstractItemView::item {{ min-height: {row}px; padding: 0 8px; }}
QComboBox QAbstractItemView::item:selected {{ background: {accent_soft}; color: {ink}; }}
QHeaderView {{ background: {paper}; border: none; }}
QHeaderView::section {{
  background: {paper}; color: {ink2}; border: none; border-bottom: 1px solid {line};
  padding: 6px 8px 6px 0;
}}
QMenu {{ background: {sheet}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 16px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {hair}; margin: 4px 8px; }}
QToolTip {{ background: {sheet}; color: {ink}; border: 1px solid {line}; padding: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {ink3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {hair}; }}
"""


def make_palette(scheme: tokens.Scheme) -> QPalette:
    """Make Qt's palette of a scheme."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.value(name, scheme)))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.value("ink3", scheme)))
    return palette


def make_sheet(scheme: tokens.Scheme, scale: float) -> str:
    """Make the style sheet of a scheme at a text size."""
    colours = {name: tokens.value(name, scheme) for name in tokens.COLOURS}
    return _SHEET.format(**colours, pad_y=round(7 * scale), pad_x=round(11 * scale), row=round(28 * scale))
