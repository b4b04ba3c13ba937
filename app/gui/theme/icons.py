"""Line icons: our own SVG files in resources/icons, drawn in the colour of a token."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from app.config import find_shipped

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtSvg import QSvgRenderer

APP_ICON = "footnote"


def icon_names() -> list[str]:
    """Name the line icons there are."""
    folder = find_shipped().resources / "icons"
    return sorted(path.stem for path in folder.glob("*.svg") if path.stem != APP_ICON)


def draw_icon(
    painter: QPainter, rect: QRectF, name: str, colour: QColor, *, from_right: bool = False
) -> None:
    """Draw a line icon; `from_right` mirrors one that points somewhere."""
    renderer = _renderer(name, colour.name())
    if not from_right:
        renderer.render(painter, rect)
        return
    painter.save()
    painter.translate(rect.center() * 2 - QPointF(0, rect.center().y() * 2))
    painter.scale(-1, 1)
    renderer.render(painter, rect)
    painter.restore()


def app_icon() -> "QIcon":
    """Give the icon of the program."""
    from PySide6.QtGui import QIcon

    return QIcon(str(find_shipped().resources / "icons" / f"{APP_ICON}.svg"))


@cache
def _renderer(name: str, colour: str) -> "QSvgRenderer":
    from PySide6.QtSvg import QSvgRenderer  # only where an icon is drawn: it costs some ms at the start

    drawing = (find_shipped().resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
