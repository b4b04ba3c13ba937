"""Writing the words of passages into questions that come in: a version shows for ever what it showed first."""

from msgspec.structs import replace

from app.domain.bank import Bank
from app.domain.ids import ReferenceId, SourceId
from app.domain.kinds import ShownBody, evidence, source_support, two_sources
from app.domain.kinds.passage import Passage, ShownSentence
from app.domain.question import Question
from app.domain.source import Reference, Source
from app.sources.cite import label

_NOTHING = Bank()
_WITH_PASSAGES = (evidence.Shown, two_sources.Shown, source_support.Shown)


def fill_passages(bank: Bank, known: Bank = _NOTHING) -> Bank:
    """Return the bank with the words of each passage that has none yet; `known` has what the files do not bring.

    Statements come without status, voice and note, for these would give the key away. What no source has stays empty.
    """
    sources = {**known.sources, **bank.sources}
    references = {**known.references, **bank.references}
    sets = []
    for one in bank.sets:
        if any(isinstance(question.shown.body, _WITH_PASSAGES) for question in one.questions):
            filled = tuple(_fill(question, sources, references) for question in one.questions)
            sets.append(replace(one, questions=filled))
        else:
            sets.append(one)
    return replace(bank, sets=tuple(sets))


def _fill(
    question: Question, sources: dict[SourceId, Source], references: dict[ReferenceId, Reference]
) -> Question:
    body = question.shown.body
    if not isinstance(body, _WITH_PASSAGES):
        return question
    filled = _fill_body(body, sources, references)
    return replace(question, shown=replace(question.shown, body=filled))


def _fill_body(
    body: evidence.Shown | two_sources.Shown | source_support.Shown,
    sources: dict[SourceId, Source],
    references: dict[ReferenceId, Reference],
) -> ShownBody:
    match body:
        case evidence.Shown(passage=passage):
            return replace(body, passage=_words(passage, sources))
        case two_sources.Shown(passages=(first, second)):
            return replace(body, passages=(_words(first, sources), _words(second, sources)))
        case source_support.Shown(claim=claim, claims=letters):
            return _with_work(replace(body, claim=_words(claim, sources, letters)), references)


def _with_work(body: source_support.Shown, references: dict[ReferenceId, Reference]) -> source_support.Shown:
    work = references.get(body.work.ref)
    if body.label or work is None:
        return body
    return replace(body, label=label(work, body.work.page), title=str(work.csl.get("title", "")))


def _words(passage: Passage, sources: dict[SourceId, Source], letters: tuple[str, ...] = ()) -> Passage:
    source = sources.get(passage.source)
    if passage.sentences or source is None:
        return passage
    places = dict.fromkeys(claim.at for claim in source.claims if passage.holds(claim.at))
    sentences = tuple(
        ShownSentence(at, tuple(claim.says for claim in source.claims_at(at, letters))) for at in places
    )
    return replace(passage, title=source.title, short=source.short, sentences=sentences)
