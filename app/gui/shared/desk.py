"""What every page is handed: the gate to the services, who is here, and the settings."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.config import Settings, write_settings
from app.gui.backend import Backend

if TYPE_CHECKING:
    from app.domain.glance import KnownLearner
    from app.services.views import Learner


class Desk(QObject):
    """Who sits here and how they like it. `changed` says that the person, their role or a setting is another."""

    changed = Signal()

    def __init__(self, backend: Backend, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backend = backend
        self._settings = settings
        self._learner: Learner | None = None
        self._teacher = False

    @property
    def settings(self) -> Settings:
        """Return the settings as they are now."""
        return self._settings

    def set_settings(self, **changes: Any) -> None:
        """Change settings and write them down at once."""
        self._settings = self._settings._replace(**changes)
        write_settings(self._settings)
        if "citation_style" in changes:
            self._tell_gate()
        self.changed.emit()

    @property
    def learner(self) -> "Learner | None":
        """Return the student who is here."""
        return self._learner

    @property
    def is_teacher(self) -> bool:
        """Tell whether the teacher's door was opened."""
        return self._teacher

    def sit_down(self, learner: "Learner | None", *, teacher: bool = False) -> None:
        """Say who is here; the gate runs later calls in their name and role."""
        self._learner = learner
        self._teacher = teacher
        self._tell_gate()
        if learner is not None and self._settings.last_learner != str(learner.id):
            self.set_settings(last_learner=str(learner.id))
        self.changed.emit()

    def _tell_gate(self) -> None:
        """Let the gate run later calls in the name, role and style of citing of whoever is here."""
        from app.services.context import Actor  # not before the first paint: it loads the database layer

        learner = self._learner
        self.backend.actor = Actor(
            name=learner.name if learner is not None else "",
            role="teacher" if self._teacher else "student",
            person=learner.id if learner is not None else None,
            style=self._settings.citation_style,
        )


def learner_of(known: "KnownLearner") -> "Learner":
    """Return a student whom a glance told of, as services know them."""
    from app.domain.ids import LearnerId  # here and above: not before the first paint
    from app.services.views import Learner

    return Learner(LearnerId(known.id), known.name)
