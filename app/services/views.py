"""What services return to the window and the command line: plain values, ready to be shown.

Times are timezone-aware UTC datetimes. Fractions and points are floats made by `outcome.stored_fraction`.
Nothing here holds a sentence for people but the authors' own texts; `words` turns codes into sentences.
"""

from datetime import datetime
from typing import Literal

import msgspec

from app.domain.ids import AttemptId, LearnerId, PartId, ReferenceId, SetId, SourceId
from app.domain.kinds import KeyBody, Response
from app.domain.outcome import Verdict
from app.domain.problem import Problem
from app.domain.question import ShownQuestion
from app.domain.selection import Orders
from app.domain.source import About, Gap, Locator, Seen, SourceKind, Status, Voice, Wording
from app.domain.text import Text

Mode = Literal["practice", "exam"]
CellState = Literal["unreached", "seen", "answered", "skipped", "correct", "partly", "wrong", "blank"]
CitationState = Literal[
    "checked_when_made",  # quoted, checked when the set was made
    "checked_in_copy",  # found in the person's own copy
    "summary_only",  # a place without an anchor in our own notes
    "reference_only",  # a work, no passage
    "not_in_copy",  # the copy is another version: this phrase is not in it
    "source_changed",  # the stamp is for another original
    "unchecked",  # a phrase nobody has checked
    "no_source",
]


class Learner(msgspec.Struct, frozen=True):
    """A student. `name` is "" until it is asked for (after the first quiz)."""

    id: LearnerId
    name: str


# Sources ---------------------------------------------------------------------------------------------------------


class Work(msgspec.Struct, frozen=True):
    """A work as a card cites it: `label` is "Pohl 2000, p. 268", `full` the reference in Chicago author-date."""

    ref: ReferenceId
    label: str
    full: str
    seen: Seen
    doubt: str = ""


class ClaimView(msgspec.Struct, frozen=True):
    """One statement of our summary. `cited` says that the question rests on it."""

    at: Locator
    letter: str
    says: str
    status: Status
    voice: Voice
    note: str
    works: tuple[Work, ...]
    note_works: tuple[Work, ...]
    cited: bool = False


class SourceCard(msgspec.Struct, frozen=True):
    """A citation of a question, as it is shown after the answer.

    `claims` are the statements of the cited sentence, `before` and `after` the neighbouring sentences' words for
    context. `anchor` is the quoted phrase ("" where there is none). A card of a work alone has `source` "" and `work`.
    """

    source: SourceId
    title: str
    short: str
    kind: SourceKind
    file: str
    at: Locator | None
    anchor: str
    state: CitationState
    checked_on: str
    status: Status
    claims: tuple[ClaimView, ...] = ()
    before: str = ""
    after: str = ""
    work: Work | None = None


class SourceBrief(msgspec.Struct, frozen=True):
    """A source behind a question, before it is answered: which document, and how many places."""

    source: SourceId
    title: str
    short: str
    places: int


class OriginalSentence(msgspec.Struct, frozen=True):
    """A sentence of an attached original; `spans` are (start, end) of phrases that are certain, for highlighting."""

    at: Locator
    text: str
    spans: tuple[tuple[int, int], ...] = ()


class ReaderView(msgspec.Struct, frozen=True):
    """A source in the reader. `evidence` is False before an answer: then no status, note or highlight may be shown.

    `original` is () where no copy is attached. `verified` of `anchors` phrases were found in the copy.
    `questions_at` counts by place ("7.10"). `sources` are all that can be opened instead, this one among them.
    """

    source: SourceId
    title: str
    short: str
    kind: SourceKind
    language: str
    wording: Wording
    about: About
    gaps: tuple[Gap, ...]
    claims: tuple[ClaimView, ...]
    works: tuple[tuple[Work, tuple[Locator, ...]], ...]
    focus: tuple[Locator, ...]
    original: tuple[OriginalSentence, ...] = ()
    file: str = ""
    anchors: int = 0
    verified: int = 0
    evidence: bool = True
    has_original: bool = False
    questions_at: dict[str, int] = {}
    sources: tuple[SourceBrief, ...] = ()


class OriginalReport(msgspec.Struct, frozen=True):
    """What became of a file that a person attached. `exact` says that it is the very file the set was made from."""

    source: SourceId
    title: str
    anchors: int
    verified: int
    exact: bool


# Taking a quiz ---------------------------------------------------------------------------------------------------


class Cell(msgspec.Struct, frozen=True):
    """A question's cell in the numbered panel. Positions count from 1."""

    position: int
    state: CellState
    flagged: bool


class AttemptHead(msgspec.Struct, frozen=True):
    """What stays the same through an attempt."""

    id: AttemptId
    learner: Learner
    set: SetId
    title: str
    mode: Mode
    total: int
    started: datetime
    finished: datetime | None = None
    content_note: str = ""


class JudgedPart(msgspec.Struct, frozen=True):
    """One judged part (see `outcome.Part`), its fraction as a float."""

    id: PartId
    fraction: float
    code: str
    accepted_as: str = ""
    foreseen: int | None = None


class Checked(msgspec.Struct, frozen=True):
    """Everything that is shown once a response was graded.

    `status` is the standing of the matter that the question asks about. `note` is what historians say of it.
    """

    verdict: Verdict
    fraction: float
    points: float
    max_points: float
    rule: str
    parts: tuple[JudgedPart, ...]
    key: KeyBody
    explanation: Text
    note: Text
    status: Status
    cards: tuple[SourceCard, ...]
    graded: datetime
    corrected: datetime | None = None
    reason: str = ""


class Step(msgspec.Struct, frozen=True):
    """One question of an attempt with all that the quiz page shows.

    `order` is the stored order in which choices, targets or items are shown (premises keep the author's order and are
    not in it for matching: there `order` is the order of targets and `premises` that of premises).
    `response` is the last stored one. `checked` is None until it may be seen: in practice after checking, in an exam
    after handing in. `saved` is when the last response was committed.
    """

    attempt: AttemptHead
    position: int
    question_id: str
    shown: ShownQuestion
    order: tuple[PartId, ...]
    premises: tuple[PartId, ...]
    gap_orders: dict[PartId, tuple[PartId, ...]]
    topic: str
    flagged: bool
    skipped: bool
    response: Response | None
    saved: datetime | None
    checked: Checked | None
    sources: tuple[SourceBrief, ...]
    panel: tuple[Cell, ...]
    answered: int
    unanswered: int
    flags: int


class TopicScore(msgspec.Struct, frozen=True):
    """How a topic went in one attempt."""

    topic: str
    title: str
    score: float
    max: float
    questions: int


class ResultRow(msgspec.Struct, frozen=True):
    """One question of a finished attempt, in a line."""

    position: int
    question_id: str
    stem: str
    kind: str
    topic: str
    state: CellState
    score: float
    max: float


class Summary(msgspec.Struct, frozen=True):
    """The result of an attempt. Skipped questions of a practice count in neither `score` nor `max`."""

    attempt: AttemptHead
    score: float
    max: float
    correct: int
    partly: int
    wrong: int
    blank: int
    skipped: int
    minutes: float
    topics: tuple[TopicScore, ...]
    rows: tuple[ResultRow, ...]


# Today and history -----------------------------------------------------------------------------------------------


class OpenAttempt(msgspec.Struct, frozen=True):
    """An attempt that waits to be continued."""

    attempt: AttemptHead
    position: int
    answered: int
    skipped: int
    flags: int
    last: datetime


class TopicRow(msgspec.Struct, frozen=True):
    """A topic of a set and how many of its questions there are."""

    topic: str
    title: str
    questions: int
    seen: int


class SetRow(msgspec.Struct, frozen=True):
    """A question set on the Today page. `state` is draft or reviewed; `sources` are short titles."""

    set: SetId
    title: str
    about: str
    content_note: str
    questions: int
    seen: int
    right: int
    sources: tuple[str, ...]
    topics: tuple[TopicRow, ...]
    shipped: bool


class AttemptRow(msgspec.Struct, frozen=True):
    """A finished or open attempt in a list. `percent` is None while open or where nothing counts."""

    attempt: AttemptId
    learner: Learner
    set: SetId
    title: str
    mode: Mode
    started: datetime
    finished: datetime | None
    score: float
    max: float
    percent: float | None
    correct: int
    partly: int
    wrong: int
    minutes: float


class ExportedResponse(msgspec.Struct, frozen=True):
    """A response in words, for files. `verdict`, `fraction` and `points` are None while it is not graded."""

    position: int
    question: str
    version: int
    kind: str
    stem: str
    response: str
    key: str
    verdict: Verdict | None
    fraction: float | None
    points: float | None
    max: float
    rule: str
    given_at: datetime


class ExportedAttempt(msgspec.Struct, frozen=True):
    """An attempt with its responses in words, for files."""

    attempt: AttemptId
    learner: str
    set: SetId
    mode: Mode
    started: datetime
    finished: datetime | None
    score: float
    max: float
    responses: tuple[ExportedResponse, ...]


class Today(msgspec.Struct, frozen=True):
    """What a student sees first."""

    learner: Learner
    open: OpenAttempt | None
    sets: tuple[SetRow, ...]
    recent: tuple[AttemptRow, ...]
    finished: int
    content_note: str


class AttemptFilter(msgspec.Struct, frozen=True):
    """Which attempts to list; None means any."""

    learner: LearnerId | None = None
    set: SetId | None = None
    mode: Mode | None = None
    since: datetime | None = None
    until: datetime | None = None
    finished_only: bool = True


class QuizPlan(msgspec.Struct, frozen=True):
    """What a student asks for: a set (None: all sets), one topic or all, how many questions (0: all)."""

    set: SetId | None
    mode: Mode = "practice"
    topic: str | None = None
    size: int = 10


class ContentNote(msgspec.Struct, frozen=True):
    """What a student should know of a set's subject before the first question."""

    set: SetId
    title: str
    words: str


class SourceIntro(msgspec.Struct, frozen=True):
    """What a source is, before anything is asked about it."""

    source: SourceId
    title: str
    short: str
    kind: SourceKind
    about: About


class Intro(msgspec.Struct, frozen=True):
    """What stands before the first question of a set; of a mix (`set` None) for each set that it draws from."""

    set: SetId | None
    title: str
    notes: tuple[ContentNote, ...]
    sources: tuple[SourceIntro, ...]


# The teacher's door ----------------------------------------------------------------------------------------------


class Door(msgspec.Struct, frozen=True):
    """Whether the teacher's door has a passphrase, and whether it was offered already."""

    locked: bool
    offered: bool


PreviewState = Literal["new", "changed", "same", "problem"]


Touched = Literal["stem", "parts", "key", "explanation", "sources", "status", "scoring", "filing"]


class PreviewRow(msgspec.Struct, frozen=True):
    """One question of a file before anything is written. `problems` are sentences, `line` counts from 1.

    `lines` are those of the problems. A changed question has what is shown `before`, and what is `touched`. `orders`
    is how its parts may stand for a student; a question that stays out has neither `shown` nor `orders`.
    """

    slug: str
    line: int
    kind: str
    stem: str
    state: PreviewState
    problems: tuple[str, ...]
    shown: ShownQuestion | None = None
    lines: tuple[int, ...] = ()
    orders: Orders | None = None
    before: ShownQuestion | None = None
    touched: tuple[Touched, ...] = ()


class ImportPreview(msgspec.Struct, frozen=True):
    """A question set file as it would come in. `notes` are sentences about the file as a whole, each with its line.

    `set` is "" where the file holds no set that can be used.
    """

    path: str
    set: SetId
    title: str
    sha256: str
    new: int
    changed: int
    same: int
    problems: int
    rows: tuple[PreviewRow, ...]
    notes: tuple[str, ...] = ()
    note_lines: tuple[int, ...] = ()


class ChangeRow(msgspec.Struct, frozen=True):
    """A change to the question sets that can be undone by name."""

    id: int
    name: str
    who: str
    at: datetime
    questions: int
    undone: datetime | None
    can_undo: bool


class ImportedFile(msgspec.Struct, frozen=True):
    """What became of one file. `questions` were found and are usable, `skipped` of them were here already."""

    file: str
    format: str
    questions: int
    by_kind: dict[str, int]
    imported: int
    updated: int
    skipped: int
    problems: tuple[Problem, ...]


class ImportReport(msgspec.Struct, frozen=True):
    """What an import did. `change` can be undone; it is None where nothing was changed."""

    change: int | None
    name: str
    files: tuple[ImportedFile, ...]


# The bank, for lists and files -----------------------------------------------------------------------------------


class ListedChoice(msgspec.Struct, frozen=True):
    """A choice with what is said about it."""

    id: PartId
    text: str
    correct: bool
    feedback: str


class ListedReference(msgspec.Struct, frozen=True):
    """A work that is cited, and where in it."""

    id: ReferenceId
    label: str
    locator: str


class ListedCitation(msgspec.Struct, frozen=True):
    """A citation. One of a work alone has no source and no place."""

    source: str
    file: str
    paragraph: int | None
    sentence: int | None
    anchor: str
    references: tuple[ListedReference, ...]


class ListedQuestion(msgspec.Struct, frozen=True):
    """A question with its key, for `footnote list`. The form of `key` depends on the kind."""

    id: str
    set: SetId
    kind: str
    version: int
    stem: str
    choices: tuple[ListedChoice, ...]
    key: object
    explanation: str
    topics: tuple[str, ...]
    difficulty: int
    level: str
    status: Status
    citations: tuple[ListedCitation, ...]
