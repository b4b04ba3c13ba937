"""Where things lie when the interface runs from right to left.

Qt answers both questions in QStyle; but its first use makes some four hundred names, and the first paint would wait.
"""

from PySide6.QtCore import QRect, Qt

_OTHER_SIDE = {
    Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft,
}


def visual_rect(direction: Qt.LayoutDirection, area: QRect, rect: QRect) -> QRect:
    """Return where a rectangle that is given from left to right lies in an area."""
    if direction != Qt.LayoutDirection.RightToLeft:
        return rect
    return QRect(area.left() + area.right() - rect.right(), rect.top(), rect.width(), rect.height())


def visual_side(direction: Qt.LayoutDirection, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Return the side that is meant by one that is given from left to right."""
    return _OTHER_SIDE.get(side, side) if direction == Qt.LayoutDirection.RightToLeft else side
