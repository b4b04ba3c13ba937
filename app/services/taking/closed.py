"""When sources are closed to a student: all in an exam, and in a practice what its waiting questions rest on."""

from collections.abc import Mapping

from sqlalchemy import bindparam, exists, select

from app.domain.errors import NotAllowed
from app.domain.ids import SourceId
from app.domain.source import Locator
from app.services.context import Context
from app.services.taking.material import read_pinned
from app.services.taking.opening import awaits_answer, has_open_exam, read_open_practice
from app.services.taking.state import AttemptState
from app.storage.tables.attempts import attempt_item, response
from app.storage.tables.questions import question_citation
from app.storage.tables.sources import source, source_version

OpenPlaces = Mapping[SourceId, frozenset[Locator]]
"""For each source of an attempt the places whose labels and notes may be seen; a source not named is open."""

_cited, _item = question_citation.c, attempt_item.c
_ANSWERED = (
    select(source.c.slug, _cited.paragraph, _cited.sentence)
    .select_from(attempt_item)
    .join(question_citation, _cited.version_id == _item.version_id)
    .join(source_version, source_version.c.id == _cited.source_version_id)
    .join(source, source.c.id == source_version.c.source_id)
    .where(
        _item.attempt_id == bindparam("attempt"),
        exists().where(response.c.attempt_id == _item.attempt_id, response.c.position == _item.position),
    )
    .distinct()
)


def refuse_in_exam(ctx: Context) -> None:
    """Keep sources closed while any exam of a student is open."""
    if ctx.actor.role != "student" or ctx.actor.person is None:
        return
    if has_open_exam(ctx, ctx.actor.person):
        raise NotAllowed("closed_in_exam")


def sources_in_question(ctx: Context) -> frozenset[SourceId]:
    """Return the sources of the practice in which a student is at a question that is not answered."""
    if ctx.actor.role != "student" or ctx.actor.person is None:
        return frozenset()
    attempt_id = awaits_answer(ctx, ctx.actor.person)
    return frozenset() if attempt_id is None else frozenset(read_pinned(ctx, attempt_id))


def places_beside_waiting(ctx: Context) -> OpenPlaces:
    """Return what of its sources the practice leaves open that a student was last at."""
    if ctx.actor.role != "student" or ctx.actor.person is None:
        return {}
    state = read_open_practice(ctx, ctx.actor.person)
    return {} if state is None else places_of_answered(ctx, state)


def places_of_answered(ctx: Context, state: AttemptState) -> OpenPlaces:
    """Return the places that answered questions of an attempt cite, while others of it wait; {} closes nothing.

    What a statement is worth is the key of many questions, so the labels of one source would answer all that ask it.
    """
    if ctx.actor.role != "student" or not state.has_waiting:
        return {}
    places: dict[SourceId, set[Locator]] = {slug: set() for slug in read_pinned(ctx, state.head.id)}
    for slug, paragraph, sentence in ctx.db.execute(_ANSWERED, {"attempt": state.head.id}):
        places.setdefault(SourceId(slug), set()).add(Locator(paragraph, sentence))
    return {slug: frozenset(at) for slug, at in places.items()}
