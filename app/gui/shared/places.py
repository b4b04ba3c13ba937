"""Where one can go in the program. A page asks for a place with `open_requested`; `pages` finds the page for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:  # what the places hold is loaded where it is made: not before the first paint
    from app.domain.ids import AttemptId, SetId, SourceId
    from app.domain.source import Locator
    from app.services.views import QuizPlan


class StartPlace(NamedTuple):
    """Who is here: students' names and the teacher's door; at first start one sentence and one button."""


class TodayPlace(NamedTuple):
    """What to do now."""


class SetPlace(NamedTuple):
    """One question set: what it asks, its topics, and how to begin. None is a mix of all sets."""

    set: SetId | None


class BeginPlace(NamedTuple):
    """The beginning of a quiz: the content note and what the sources are, where they were not seen yet."""

    plan: QuizPlan


class QuizPlace(NamedTuple):
    """A question of an attempt; position 0 is where it stopped. A finished attempt opens as it was, to read."""

    attempt: AttemptId
    position: int = 0


class ReaderPlace(NamedTuple):
    """A source; None is the first one. With an attempt and position, what may be shown depends on its answer."""

    source: SourceId | None = None
    attempt: AttemptId | None = None
    position: int = 0
    focus: Locator | None = None
    tab: Literal["summary", "original"] = "summary"


class AboutPlace(NamedTuple):
    """About this essay: what a source is and what it is good for."""

    source: SourceId


class AboutSetPlace(NamedTuple):
    """About this set: who reviewed it, what was put right, and its works."""

    set: SetId


class ResultPlace(NamedTuple):
    """The result of a finished attempt."""

    attempt: AttemptId


class HistoryPlace(NamedTuple):
    """All finished attempts of the student."""


class SettingsPlace(NamedTuple):
    """Text size, theme, keys, motion, and where the data lie."""


class HelpPlace(NamedTuple):
    """Keys and words explained; the content note; what is stored."""

    topic: str = ""


class DoorPlace(NamedTuple):
    """The teacher's door: passphrase, or the sentence that there is none; `paths` are files to load behind it."""

    paths: tuple[str, ...] = ()


class SetsPlace(NamedTuple):
    """Teacher: the question sets, loading a file, undoing a change."""


class ImportPlace(NamedTuple):
    """Teacher: a question set file before anything of it is written."""

    paths: tuple[str, ...]


class CoveragePlace(NamedTuple):
    """Teacher: which sentences and topics are asked about."""


class ScoresPlace(NamedTuple):
    """Teacher: all students' attempts."""


Place = (
    StartPlace
    | TodayPlace
    | SetPlace
    | BeginPlace
    | QuizPlace
    | ReaderPlace
    | AboutPlace
    | AboutSetPlace
    | ResultPlace
    | HistoryPlace
    | SettingsPlace
    | HelpPlace
    | DoorPlace
    | SetsPlace
    | ImportPlace
    | CoveragePlace
    | ScoresPlace
)
TEACHER_ONLY = (SetsPlace, ImportPlace, CoveragePlace, ScoresPlace)
