"""The right answer of the kinds that weigh sources, in plain words."""

from collections.abc import Iterable
from typing import assert_never

from app.domain.kinds import ShownBody, evidence, source_support, status_sort, two_sources
from app.domain.kinds.passage import Passage
from app.domain.source import Locator
from app.words import labels

WeighedKey = evidence.Key | two_sources.Key | status_sort.Key | source_support.Key


def right_of_weighed(shown: ShownBody, key: WeighedKey) -> str:
    """Return the right answer as people say it: sentences by paragraph and number, everything else by its label."""
    match key:
        case evidence.Key(places=places, answer=answer):
            assert isinstance(shown, evidence.Shown)
            found = _sentences(shown.passage, places)
            if answer is None or shown.answer is None:
                return found
            texts = {choice.id: choice.text.plain() for choice in shown.answer.choices}
            return f"{texts[answer.correct]}; {found}"
        case two_sources.Key(relation=relation, places=both):
            assert isinstance(shown, two_sources.Shown)
            found_in = [
                _sentences(passage, places)
                for passage, places in zip(shown.passages, both, strict=True)
                if places
            ]
            return "; ".join((labels.RELATION[relation], *found_in))
        case status_sort.Key():
            assert isinstance(shown, status_sort.Shown)
            return _sorted(shown, key)
        case source_support.Key(support=support):
            return labels.SUPPORT[support]
        case _ as never:
            assert_never(never)


def _sorted(shown: status_sort.Shown, key: status_sort.Key) -> str:
    texts = {side.id: side.text.plain().rstrip(".") for side in shown.statements}
    found: list[str] = []
    for one in key.order:
        said = [labels.STATUS[key.statuses[one]]] if one in key.statuses else []
        said += [labels.VOICE[key.voices[one]]] if one in key.voices else []
        found.append(f"{texts[one]}: {', '.join(said)}")
    return "; ".join(found)


def _sentences(passage: Passage, places: Iterable[Locator]) -> str:
    found = " or ".join(f"paragraph {at.paragraph}, sentence {at.sentence}" for at in places)
    return f"{passage.short}, {found}" if passage.short else found
