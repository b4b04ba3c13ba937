"""How long a person was at a question: only the time in which the window had the focus."""

import time
from collections.abc import Callable


class ActiveTime:
    """A clock that can be paused. Times are in milliseconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._before = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether time is counted now."""
        return self._since is not None

    def restart(self, *, running: bool) -> None:
        """Begin again at nothing."""
        self._before = 0.0
        self._since = self._now() if running else None

    def pause(self) -> None:
        """Stop counting, for the window lost the focus."""
        if self._since is not None:
            self._before += self._now() - self._since
            self._since = None

    def go_on(self) -> None:
        """Count again."""
        if self._since is None:
            self._since = self._now()

    def milliseconds(self) -> int:
        """Return what was counted so far."""
        running = self._now() - self._since if self._since is not None else 0.0
        return round((self._before + running) * 1000)
