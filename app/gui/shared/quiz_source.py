"""Where "open the source" leads at a step: a place in the reader, or a sentence that says why it does not."""

from app.gui.shared import quiz_words as words
from app.gui.shared.places import ReaderPlace
from app.gui.widgets.closed_sources import NO_SOURCE
from app.services.views import SourceCard, Step

WORKS_ONLY = "This question cites works only. Their references stand beside it."


def source_place(step: Step) -> ReaderPlace | str:
    """Return the reader's place for a step: at the evidence once it was checked, without it before."""
    attempt, position = step.attempt, step.position
    if step.checked is None and attempt.mode == "exam" and attempt.finished is None:
        return words.SOURCE_CLOSED_IN_EXAM
    cards = step.checked.cards if step.checked is not None else ()
    card = next((card for card in cards if card.source), None)
    if card is not None:
        return card_place(step, card)
    if step.sources:
        return ReaderPlace(step.sources[0].source, attempt.id, position)
    return WORKS_ONLY if cards else NO_SOURCE


def card_place(step: Step, card: SourceCard) -> ReaderPlace:
    """Return the reader's place of one citation."""
    return ReaderPlace(card.source, step.attempt.id, step.position, card.at)
