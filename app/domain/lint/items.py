"""The rules of writing questions (L01 to L20) and the limits of the subject (E01 to E09), question by question."""

from collections.abc import Iterator
from itertools import chain

from app.domain.lint.across import find_given_away
from app.domain.lint.asked import Finding, Options, options_of
from app.domain.lint.clues import check_clues
from app.domain.lint.evenness import check_evenness
from app.domain.lint.limits import check_limits
from app.domain.lint.notes import Notes
from app.domain.lint.options import check_options
from app.domain.lint.stems import check_grammar, check_stem
from app.domain.lint.texts import texts_of
from app.domain.lint.tone import check_sentence, check_tone
from app.domain.question import Question, QuestionSet
from app.domain.source import Source


def check_items(question_set: QuestionSet, notes: Notes) -> None:
    """Check how the questions of a set are written. Rules that read English are for English questions."""
    options: dict[str, tuple[Options, ...]] = {}
    hurts = bool(question_set.content_note)
    explains = any(question.key.explanation.value for question in question_set.questions)
    shows_sources = any(question.key.citations for question in question_set.questions)
    for question in question_set.questions:
        options[question.id] = tuple(options_of(question))
        told: set[tuple[str, str, object]] = set()
        for code, field, values in _findings(question, options[question.id], hurts=hurts):
            # one finding of a sort is enough to look at the place, but each avoided word is mended for itself
            finding = (code, field, values["text"] if code == "avoided_word" else "")
            if finding not in told:
                told.add(finding)
                notes.question(question.id, code, field, **values)
        if shows_sources and not question.key.citations:
            notes.question(question.id, "no_citation", "citations")
        if explains and not question.key.explanation.value.strip():
            notes.question(question.id, "missing_explanation", "explanation")
    for question, key, other in find_given_away(question_set, options):
        notes.question(question.id, "key_in_other_stem", "stem", text=key, other=other.slug)
    if hurts and question_set.language.startswith("en"):
        for field in ("title", "content_note", "about"):
            for code, _, values in check_sentence(getattr(question_set, field)):
                notes.head(f"set:{question_set.id}", code, field, **values)


def check_own_words(source: Source, notes: Notes) -> None:
    """Check the words in which a source is retold; a document's own words are its own."""
    if (
        source.wording != "own"
        or not source.language.startswith("en")
        or not any(one.content_note for one in notes.bank.sets)
    ):
        return
    for index, claim in enumerate(source.claims):
        for text in (claim.says, claim.note):
            for code, _, values in check_sentence(text):
                notes.item(f"source:{source.id}", index, code, **values)


def _findings(question: Question, options: tuple[Options, ...], *, hurts: bool) -> Iterator[Finding]:
    for one in options:
        yield from chain(check_evenness(one), check_options(one))
    if not question.shown.language.startswith("en"):
        return
    for one in options:
        yield from chain(check_clues(one), check_grammar(one))
    yield from check_stem(question, has_options=bool(options))
    told = list(texts_of(question))
    yield from check_limits(question, options, told)
    if hurts:
        yield from check_tone(told)
