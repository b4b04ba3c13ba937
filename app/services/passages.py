"""The original's own words for the passages that a question shows, where a person has attached the document."""

from app.domain.ids import AttemptId
from app.domain.kinds import ShownBody, evidence, source_support, two_sources
from app.domain.kinds.passage import Passage
from app.domain.source import Locator
from app.services.context import Context
from app.services.marks import reads
from app.services.originals import read_copy
from app.services.taking.events import require_position
from app.services.taking.items import read_item
from app.services.taking.material import read_pinned
from app.services.taking.state import read_state
from app.services.views import OriginalSentence


@reads
def read_passage_originals(
    ctx: Context, attempt_id: AttemptId, position: int
) -> tuple[tuple[OriginalSentence, ...], ...]:
    """Return the document's sentences for each passage of a question of an attempt, nothing of them marked.

    A passage has none where no copy is attached, or where the copy is another version: its places may be others.
    """
    require_position(read_state(ctx, attempt_id), position)
    body = read_item(ctx, attempt_id, position).shown.body
    pinned = read_pinned(ctx, attempt_id)
    found: list[tuple[OriginalSentence, ...]] = []
    for passage in passages_of(body):
        material = pinned.get(passage.source)
        copy = read_copy(ctx, material.source) if material is not None else None
        paragraphs = copy.document.paragraphs if copy is not None and copy.exact else ()
        found.append(_sentences(passage, paragraphs))
    return tuple(found)


def passages_of(body: ShownBody) -> tuple[Passage, ...]:
    """Return the passages that a question shows."""
    match body:
        case evidence.Shown(passage=passage):
            return (passage,)
        case two_sources.Shown(passages=passages):
            return passages
        case source_support.Shown(claim=claim):
            return (claim,)
        case _:
            return ()


def _sentences(passage: Passage, paragraphs: tuple[tuple[str, ...], ...]) -> tuple[OriginalSentence, ...]:
    return tuple(
        OriginalSentence(at, sentence)
        for number, paragraph in enumerate(paragraphs, start=1)
        for place, sentence in enumerate(paragraph, start=1)
        if passage.holds(at := Locator(number, place))
    )
