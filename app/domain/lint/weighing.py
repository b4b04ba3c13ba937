"""The kinds that weigh sources: a reason for each answer, passages that are there, keys that are cited."""

from collections.abc import Iterator

from app.domain.kinds import ShownBody, WeighingKey, evidence, source_support, status_sort, two_sources
from app.domain.kinds.passage import Passage
from app.domain.lint.notes import Notes
from app.domain.question import Question
from app.domain.source import Locator, PlaceCitation, WorkCitation


def missing_reasons(shown: ShownBody, key: WeighingKey) -> Iterator[tuple[str, str]]:
    """Yield the field and the words of each part that has no reason."""
    match key:
        case evidence.Key(listed=listed, feedback=reasons):
            yield from (("choices", str(at)) for at in listed if str(at) not in reasons)
        case two_sources.Key(feedback=told):
            yield from (("feedback", name) for name in two_sources.RELATIONS if name not in told)
        case source_support.Key(feedback=said):
            yield from (("feedback", name) for name in source_support.SUPPORTS if name not in said)
        case status_sort.Key(feedback=given):
            statements = shown.statements if isinstance(shown, status_sort.Shown) else ()
            yield from (("statements", side.text.value) for side in statements if side.id not in given)


def check_weighing(question: Question, notes: Notes) -> None:
    """Check that passages and work are there, and that the right places and the work are cited."""
    match question.shown.body, question.key.body:
        case evidence.Shown(passage=passage), evidence.Key(places=places, listed=listed):
            _check_passage(question, notes, "passage", passage, listed)
            _check_cited(question, notes, "choices", passage, places)
        case two_sources.Shown(passages=passages), two_sources.Key(places=both):
            for passage, places in zip(passages, both, strict=True):
                _check_passage(question, notes, "passages", passage, places)
                _check_cited(question, notes, "passages", passage, places)
        case source_support.Shown(claim=claim, claims=letters, work=work), _:
            _check_passage(question, notes, "claim", claim, ())
            _check_letters(question, notes, claim, letters)
            _check_work(question, notes, work)
        case _:
            return


def _check_passage(
    question: Question, notes: Notes, field: str, passage: Passage, places: tuple[Locator, ...]
) -> None:
    """Check that our summary has something to show: without it the question cannot be asked."""
    source = notes.source(passage.source)
    if source is None:
        notes.question(question.id, "passage_source_missing", field, text=passage.source)
        return
    for at in dict.fromkeys((passage.first, passage.last, *places)):
        if not notes.claims(source, at):
            notes.question(question.id, "place_not_summarised", field, text=str(at), source=passage.source)


def _check_cited(
    question: Question, notes: Notes, field: str, passage: Passage, places: tuple[Locator, ...]
) -> None:
    cited = {(cite.source, cite.at) for cite in question.key.citations if isinstance(cite, PlaceCitation)}
    if places and not any((passage.source, at) in cited for at in places):
        at = " or ".join(map(str, places))
        notes.question(question.id, "key_not_cited", field, text=at, source=passage.source)


def _check_letters(question: Question, notes: Notes, claim: Passage, letters: tuple[str, ...]) -> None:
    source = notes.source(claim.source)
    known = tuple(one.letter for one in notes.claims(source, claim.first)) if source is not None else ()
    for letter in letters:
        if known and letter not in known:
            values = {"text": letter, "at": str(claim.first), "source": claim.source}
            notes.question(question.id, "no_such_statement", "claim", known=known, **values)


def _check_work(question: Question, notes: Notes, work: WorkCitation) -> None:
    if work.ref not in notes.bank.references and work.ref not in notes.known.references:
        notes.question(question.id, "unknown_reference", "work", text=work.ref)
    cited = {cite.ref for cite in question.key.citations if isinstance(cite, WorkCitation)}
    if work.ref not in cited:
        notes.question(question.id, "work_not_cited", "work", text=work.ref)
