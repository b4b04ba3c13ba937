"""What a listed question of the kinds that weigh sources tells of itself: passages, places, the work, outcomes."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from app.domain.bank import Bank
from app.domain.ids import PartId
from app.domain.kinds import evidence, source_support, status_sort, two_sources
from app.domain.kinds.passage import Passage
from app.domain.question import Question
from app.domain.source import Locator
from app.services.views.listed import ListedPassage, ListedWeighed
from app.sources.cite import label

WeighedKey = evidence.Key | two_sources.Key | status_sort.Key | source_support.Key


def weighed_value(words: Mapping[PartId, str], key: WeighedKey) -> object:
    """Return what is right as a plain value: codes, choices by identifier, statements in the author's words."""
    match key:
        case evidence.Key(places=places, answer=answer):
            found: dict[str, object] = {"places": _texts(places)}
            return found if answer is None else {"answer": answer.correct, **found}
        case two_sources.Key(relation=relation, places=both):
            return {"relation": relation, "places": [_texts(places) for places in both]}
        case status_sort.Key(order=order, statuses=statuses, voices=voices):
            return [
                {"statement": words[one]}
                | ({"status": statuses[one]} if one in statuses else {})
                | ({"voice": voices[one]} if one in voices else {})
                for one in order
            ]
        case source_support.Key(support=support):
            return support
        case _ as unreachable:
            assert_never(unreachable)


def list_weighed(one: Question, bank: Bank) -> ListedWeighed | None:
    """Return what is shown beside the stem, None for kinds that show nothing of it."""
    match one.shown.body, one.key.body:
        case evidence.Shown() as shown, evidence.Key() as key:
            outcomes: dict[str, str] = {name: told.plain() for name, told in key.outcomes.items()}
            return ListedWeighed((_passage(shown.passage),), relation=shown.relation, outcomes=outcomes)
        case two_sources.Shown(passages=passages), _:
            return ListedWeighed(tuple(map(_passage, passages)))
        case source_support.Shown() as shown, _:
            work = bank.references.get(shown.work.ref)
            return ListedWeighed(
                (_passage(shown.claim),),
                work=label(work, shown.work.page) if work is not None else shown.work.ref,
                holding=shown.holding.plain(),
            )
        case _:
            return None


def _passage(passage: Passage) -> ListedPassage:
    sentences = {str(one.at): " ".join(one.says) for one in passage.sentences}
    return ListedPassage(passage.source, str(passage), sentences)


def _texts(places: Iterable[Locator]) -> list[str]:
    return [str(at) for at in places]
