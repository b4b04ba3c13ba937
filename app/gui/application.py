"""The running program: first paint from a glance at the library, then the gate opens, then work begins."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import config
from app.domain.errors import FootnoteError
from app.domain.glance import Glance
from app.gui.backend import Backend, Performer
from app.gui.collector import GuiCollector
from app.gui.main_window import MainWindow
from app.gui.shared.desk import Desk
from app.gui.shared.places import Place, StartPlace, TodayPlace
from app.gui.shared.window_place import first_size, fit_frame, restored
from app.gui.theme import Look, make_application, theme

if TYPE_CHECKING:
    from app.gui.instance import Doorbell

log = logging.getLogger(__name__)

Smoke = Literal["paint", "quiz"]
COULD_NOT = 2
BACKUP_AFTER_MS = 3_000
"""The first page comes before the backup of the day: both read the same file."""


class Application(QObject):
    """Owns the window and the gate from the first paint to the last save."""

    def __init__(
        self,
        paths: config.Paths,
        *,
        glance: Glance,
        opener: Callable[[], Performer],
        closer: Callable[[], object],
        smoke: Smoke | None = None,
    ) -> None:
        self._app = QApplication.instance() or make_application(sys.argv[0])
        super().__init__()
        assert isinstance(self._app, QApplication)
        self._app.setApplicationName("footnote")
        self._app.setApplicationDisplayName("Footnote")
        self._app.setDesktopFileName("footnote")
        self._paths, self._glance, self._smoke = paths, glance, smoke
        self._closer = closer
        self._exit_code = 0
        self._doorbell: Doorbell | None = None
        sys.excepthook = self._on_exception
        settings = config.read_settings(paths.settings)
        theme().apply(self._app, look_of(settings))
        self._collector = GuiCollector(self)
        self.backend = Backend(opener, self)
        self.desk = Desk(self.backend, settings, self)
        self.window = MainWindow(self.desk)
        self._place_window(settings)
        self._connect()

    def run(self) -> int:
        """Show the window and work until it is closed; return the exit code."""
        self.start()
        self._app.exec()
        return self.end()

    def start(self) -> None:
        """Show the window with its first page; the library is opened after the first paint."""
        self.window.show_first(_first_place(self._glance), self._glance)
        self.window.show()

    def end(self) -> int:
        """Finish what is being saved, close the library, and return the exit code."""
        self.backend.stop()
        self._collector.stop()
        self._closer()
        return self._exit_code

    def _connect(self) -> None:
        watch = _FirstPaint(self.window)
        watch.painted.connect(self._on_first_paint)
        self.backend.ready.connect(self._on_ready)
        self.backend.unavailable.connect(self._on_unavailable)
        self.window.closed.connect(self._on_closed)
        self.desk.changed.connect(self._on_desk_changed)

    def _place_window(self, settings: config.Settings) -> None:
        if self._smoke is not None:
            return
        box = restored(QRect(*settings.window)) if settings.window is not None else None
        if box is not None:
            self.window.setGeometry(box)
        else:
            self.window.resize(first_size(self.window.size()))
        if settings.window is not None and settings.maximised:
            self.window.setWindowState(self.window.windowState() | Qt.WindowState.WindowMaximized)

    def _on_first_paint(self) -> None:
        if self._smoke == "paint":
            QTimer.singleShot(0, self._app.quit)
            return
        fit_frame(self.window)
        self._collector.start()
        self.backend.start()
        _write_log(self._paths.log)
        from app.gui.theme.icons import app_icon  # drawing it takes longer than the first paint may wait

        self.window.setWindowIcon(app_icon())

    def _on_ready(self) -> None:
        self._collector.pass_over()
        from app.gui.instance import Doorbell  # the network classes are not needed for the first paint

        self._doorbell = Doorbell(self._paths.library, self)
        self._doorbell.rung.connect(self.window.come_forward)
        self.window.begin(_first_place(self._glance), self._glance)
        if self._smoke == "quiz":
            from app.gui.smoke import QuizSmoke

            QuizSmoke(self.window, self._on_smoke_done, self)
        if self._smoke is None:
            QTimer.singleShot(BACKUP_AFTER_MS, self, self._back_up)

    def _back_up(self) -> None:
        """Have the backup of today made; nobody waits for it, and where it fails the log says so."""
        from app.services.backups import back_up_today

        def failed(error: FootnoteError) -> None:
            log.warning("no backup was made: %s", error)

        self.backend.call(self, log.debug, back_up_today, failed=failed)

    def _on_smoke_done(self, problem: str) -> None:
        if problem:
            sys.stderr.write(problem + "\n")
            self._exit_code = COULD_NOT
        self.window.close()

    def _on_unavailable(self, error: FootnoteError) -> None:
        from app.gui.shared.trouble_page import TroublePage
        from app.words import errors

        if self._smoke is not None:
            self._on_smoke_done(errors.sentence(error))
            return
        if error.code == "in_use" and self._raise_the_other():
            self._app.quit()
            return
        page = TroublePage(error, self._paths)
        page.retry_requested.connect(self._on_retry)
        page.quit_requested.connect(self.window.close)
        self.window.show_widget(page)

    def _raise_the_other(self) -> bool:
        from app.gui.instance import raise_running_window

        return raise_running_window(self._paths.library)

    def _on_retry(self) -> None:
        self.window.show_first(_first_place(self._glance), self._glance)
        self.backend.start()

    def _on_desk_changed(self) -> None:
        look = look_of(self.desk.settings)
        if look != theme().look:
            assert isinstance(self._app, QApplication)
            theme().apply(self._app, look)

    def _on_closed(self) -> None:
        if self._smoke is None:
            box = self.window.normalGeometry()
            self.desk.set_settings(
                window=(box.x(), box.y(), box.width(), box.height()), maximised=self.window.isMaximized()
            )
        self._app.quit()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log.error("unexpected", exc_info=(kind, error, trace))
        if self._smoke is not None:
            sys.__excepthook__(kind, error, trace)
            self._on_smoke_done(f"{kind.__name__}: {error}")
            return
        self.window.show_error(FootnoteError("unexpected", detail=f"{kind.__name__}: {error}"))


class _FirstPaint(QObject):
    """Says once that the window has been painted."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)  # after everything below it was painted too
        return False


def look_of(settings: config.Settings) -> Look:
    """Return the look that the settings ask for."""
    return Look(settings.scheme, settings.text_scale, settings.motion == "reduced")


def _write_log(path: Path) -> None:
    """Keep what went wrong in a small file of the person's own; nothing of it is ever sent."""
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return  # a folder that cannot be written to is said by the window
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _first_place(glance: Glance) -> Place:
    """Skip the question who is here where there is one student and no passphrase."""
    if len(glance.learners) == 1 and not glance.door_locked:
        return TodayPlace()
    return StartPlace()
