"""What the help says: keys, words, how answers are marked, what is stored."""

from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from app.config import Letters
from app.gui.shared.help_terms import CITATIONS, SEEN, STATUSES, VERDICTS, VOICES, Term
from app.gui.shared.native_keys import HELP, native_key
from app.gui.shared.quiz_keys import KEYS_OF_KIND, keys_shown
from app.services.views import ContentNote
from app.words import labels


class Words(NamedTuple):
    """A paragraph, under a small heading of its own where it has one."""

    text: str
    heading: str = ""


class Keys(NamedTuple):
    """A table of keys and what they do."""

    heading: str
    rows: tuple[tuple[str, str], ...]


class Terms(NamedTuple):
    """Words that the program uses, each with what it means."""

    heading: str
    rows: tuple[Term, ...]


Block = Words | Keys | Terms


class HelpSection(NamedTuple):
    """A part of the help; `topic` is how a link names it."""

    topic: str
    title: str
    blocks: tuple[Block, ...]


_USUAL = Letters()
_LIST_KEYS = (
    ("\u2191 \u2193", "move from row to row"),
    ("Page Up", "a page up"),
    ("Page Down", "a page down"),
    ("Home", "the first row"),
    ("End", "the last row"),
    ("Enter", "open the row"),
)


def help_sections(
    *, single_keys: bool, notes: tuple[ContentNote, ...] = (), letters: Letters = _USUAL
) -> tuple[HelpSection, ...]:
    """Return the whole help."""
    return (
        HelpSection("keys", "Keys", _keys(letters, single_keys=single_keys)),
        HelpSection("words", "Words", _WORDS),
        HelpSection("content", "What the questions are about", _content(notes)),
        HelpSection("marking", "How answers are marked", _MARKING),
        HelpSection("stored", "What is stored", _STORED),
        HelpSection("licence", "Licence", _LICENCE),
    )


def _keys(letters: Letters, *, single_keys: bool) -> tuple[Block, ...]:
    about = (
        "Everything works by keyboard alone. Tab moves on, Shift and Tab moves back. Single keys do nothing "
        "while you type in a field, and in Settings they can be changed and switched off."
    )
    off = "Single keys are switched off in Settings, so they are not listed here."
    return (
        Words(about if single_keys else f"{about} {off}"),
        Keys("Quiz", keys_shown(single_keys=single_keys, letters=letters)),
        *(Keys(labels.KIND[kind], rows) for kind, rows in KEYS_OF_KIND.items()),
        Keys("Sources", _reader_keys(letters, single_keys=single_keys)),
        Keys("Lists", _LIST_KEYS),
        Keys("Everywhere", _everywhere()),
    )


def _reader_keys(letters: Letters, *, single_keys: bool) -> tuple[tuple[str, str], ...]:
    single = {*letters, "/", f"Shift {letters.found}"}
    rows = (
        (letters.next, "the next sentence"),
        (letters.before, "the sentence before"),
        ("Enter", "open or close its note"),
        ("/", "find a word"),
        (letters.found, "the next place found"),
        (f"Shift {letters.found}", "the place before"),
        ("\u2191 \u2193", "in the strip: from sentence to sentence"),
        (letters.back, "back to the question"),
        ("Esc", "back to the question"),
    )
    return tuple(row for row in rows if single_keys or row[0] not in single)


def _everywhere() -> tuple[tuple[str, str], ...]:
    rows = [
        (native_key(HELP), "this help"),
        (native_key(QKeySequence.StandardKey.Preferences), "settings"),
        ("Alt \u2190", "back to where you came from"),
    ]
    return tuple(row for row in rows if row[0])  # not every system has a key for each


def _content(notes: tuple[ContentNote, ...]) -> tuple[Block, ...]:
    return (*(Words(note.words, note.title) for note in notes), Words(_SKIPPING, "Skipping and stopping"))


_SKIPPING = (
    "You can leave a quiz at any moment; what you answered is saved, and the same question waits for you. In "
    "practice you can skip any question, and a skipped question counts nothing. In an exam an empty answer "
    "scores 0, and until you hand it in your other quizzes and the sources are closed."
)

_WORDS: tuple[Block, ...] = (
    Words(
        "Each statement of a source has a label of its own, for one sentence often holds several. A label says "
        "how sure historians are; apart from it stands who says it."
    ),
    Terms("How sure historians are", STATUSES),
    Terms("Who says it", VOICES),
    Terms("What is known of a citation", CITATIONS),
    Terms("Works that are cited", SEEN),
    Terms("What became of an answer", VERDICTS),
)

_MARKING: tuple[Block, ...] = (
    Words(
        "A question earns one point unless its author says otherwise. Your score is what you earned of what you "
        "could have earned. Parts of a point are kept exactly and shown to one place, such as 8.4 of 10, or to "
        "two where they say it exactly, such as 2.25 of 3. You have one try. In practice an answer is marked "
        "when you check it; in an exam the last answer that was saved is marked when you hand in. Where an "
        "answer earned less than the whole, \u201cHow this was marked\u201d under it names the rule and the "
        "exact share. An author can choose another rule than the usual one described here."
    ),
    Words("One choice is right and earns the point; any other earns nothing.", labels.KIND["single_choice"]),
    Words(
        "The share of the right choices that you took, less the share of the wrong ones that you took, and "
        "never less than nothing. With three right and two wrong choices, two right and one wrong earn 2/3 "
        "less 1/2: 1/6 of the point. Taking everything earns nothing.",
        labels.KIND["multiple_response"],
    ),
    Words(
        "Asked only where historians agree. The right one earns the point.",
        labels.KIND["true_false"],
    ),
    Words(
        "Capitals, accents, punctuation, a leading article and a plain plural do not matter. Slips of the hand "
        "are forgiven: one in an answer of five to eight letters, two in a longer one, none in a shorter one. "
        "Not forgiven are another number, a \u201cnot\u201d too many or too few, and a slip that comes as near "
        "to another name that belongs to the subject. Where a slip was forgiven, it says what your answer was "
        "accepted as.",
        labels.KIND["short_answer"],
    ),
    Words(
        "A number is right within the distance that the author allows, both ends included. A date may be more "
        "exact than asked: 5 March 1953 is right for 1953. A less exact one, such as the 1950s, earns what the "
        "author set, usually nothing. Two answers at once (\u201c1943 or 1944\u201d), \u201cabout\u201d, and "
        "years of two digits are not taken.",
        labels.KIND["numerical"],
    ),
    Words(
        "Every line counts the same: three of four right earn 3/4 of the point. A line left open earns "
        "nothing. There can be more matches than lines.",
        labels.KIND["matching"],
    ),
    Words(
        "Every two lines are compared. Pairs in the right order count for you, pairs in the wrong order "
        "against you, never less than nothing: of four lines, two neighbours that are swapped leave 2/3 of the "
        "point. Lines that belong together may stand either way.",
        labels.KIND["ordering"],
    ),
    Words(
        "Each gap is marked as its own kind is, and the point is their mean, by the weight the author gave "
        "each. An empty gap earns nothing.",
        labels.KIND["cloze"],
    ),
    Words(
        "The right sentence earns the point; where several are right, any one of them does. Where an answer is "
        "asked together with its sentence, each earns a half.",
        labels.KIND["evidence"],
    ),
    Words(
        "How the two stand to each other earns a third of the point, and the right sentence in each passage "
        "another third. Where they have nothing to do with each other, there is no sentence to choose, and "
        "seeing that earns the whole point.",
        labels.KIND["two_sources"],
    ),
    Words(
        "Every statement counts the same: three of four right earn 3/4 of the point. Where both are asked, how "
        "sure historians are and who says it, each counts for itself. A line left open earns nothing.",
        labels.KIND["status_sort"],
    ),
    Words("One answer is right and earns the point.", labels.KIND["source_support"]),
)

_STORED: tuple[Block, ...] = (
    Words(
        "Footnote opens no connection to any other computer, sends nothing and asks for no account.",
        "Nothing leaves this computer",
    ),
    Words(
        "One file, your Footnote data: the names that students typed; each quiz with its questions as they "
        "were shown, every answer, its time and its score; the question sets in all their versions; a copy of "
        "an original that you attached. Settings shows where it lies. Anyone who can use this computer account "
        "can open that file.",
        "What the file holds",
    ),
    Words(
        "An answer is on disk before \u201cSaved\u201d appears. After a crash or a power cut the same question "
        "is there, with the same order and the same answers. A finished quiz opens as it was, also after its "
        "questions were edited. At the first start of a day, and when it closes after a change, Footnote makes a "
        "copy of the file; the last ten are kept beside it, in the folder \u201cbackups\u201d.",
        "When it is saved",
    ),
    Words(
        "The minutes of a quiz are those at its questions: while a question waits for its answer and the window "
        "is in front. Reading an explanation or a source, a break and other programs do not count, so they can be "
        "fewer than the time between beginning and end.",
        "How time is counted",
    ),
)

_LICENCE: tuple[Block, ...] = (
    Words(
        "Footnote is free software under the MIT licence: anyone may use, change and pass it on, as long as "
        "the notice of the licence stays with it. It comes without any warranty."
    ),
    Words(
        "It stands on the work of others, under their own licences: Python, Qt for Python (LGPL), SQLite "
        "(public domain), SQLAlchemy (MIT), and the typefaces IBM Plex Sans and IBM Plex Serif (SIL Open Font "
        "License)."
    ),
)
