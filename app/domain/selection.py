"""Which questions, in which order, from a seed; and in which order their parts are shown."""

import random
from collections import Counter
from collections.abc import Sequence

import msgspec

from app.domain.ids import PartId
from app.domain.kinds import (
    cloze,
    evidence,
    matching,
    multiple_response,
    ordering,
    single_choice,
    status_sort,
)
from app.domain.question import AnswerKey, ShownQuestion

MOST_OF_ONE_TOPIC = 2
"""So many questions of one topic may follow each other."""


class Candidate(msgspec.Struct, frozen=True):
    """A question that may be chosen, in the order of its set."""

    question: int
    topic: str
    seen: bool = False


class Orders(msgspec.Struct, frozen=True, omit_defaults=True):
    """The order in which the parts of a question are shown, as it is stored with an attempt."""

    parts: tuple[PartId, ...] = ()
    premises: tuple[PartId, ...] = ()
    gaps: dict[PartId, tuple[PartId, ...]] = {}


def choose(candidates: Sequence[Candidate], size: int, seed: int) -> list[Candidate]:
    """Draw questions, unseen ones first, and mix their topics. `size` 0 takes all."""
    rng = random.Random(seed)
    unseen = [candidate for candidate in candidates if not candidate.seen]
    seen = [candidate for candidate in candidates if candidate.seen]
    rng.shuffle(unseen)
    rng.shuffle(seen)
    wanted = min(size or len(candidates), len(candidates))
    if len(unseen) >= wanted:
        return _mix(unseen, wanted)
    return _mix(unseen + seen[: wanted - len(unseen)], wanted)


def choose_in_order(candidates: Sequence[Candidate], size: int) -> list[Candidate]:
    """Choose questions of a set whose order is fixed: unseen ones first, shown in the set's order."""
    wanted = size or len(candidates)
    places = sorted(range(len(candidates)), key=lambda place: (candidates[place].seen, place))[:wanted]
    return [candidates[place] for place in sorted(places)]


def _mix(shuffled: Sequence[Candidate], wanted: int) -> list[Candidate]:
    """Take `wanted` of shuffled questions, no more than two of one topic in a row where that is possible."""
    waiting: dict[str, list[Candidate]] = {}
    for candidate in reversed(shuffled):
        waiting.setdefault(candidate.topic, []).append(candidate)
    place = {candidate.question: number for number, candidate in enumerate(shuffled)}
    counts = Counter({topic: len(group) for topic, group in waiting.items()})
    chosen: list[Candidate] = []
    last, run = "", 0
    while len(chosen) < wanted:
        topic = _next_topic(waiting, place, counts, last, run, wanted - len(chosen))
        chosen.append(waiting[topic].pop())
        counts[topic] -= 1
        if not waiting[topic]:
            del waiting[topic], counts[topic]
        last, run = topic, run + 1 if topic == last else 1
    return chosen


def _next_topic(
    waiting: dict[str, list[Candidate]],
    place: dict[int, int],
    counts: Counter[str],
    last: str,
    run: int,
    wanted: int,
) -> str:
    """Return the topic of the earliest waiting question that leaves the rest mixable; else the best there is."""
    by_place = sorted(waiting, key=lambda topic: place[waiting[topic][-1].question])
    allowed = [topic for topic in by_place if topic != last or run < MOST_OF_ONE_TOPIC]
    total = counts.total()
    for topic in allowed:
        if _mixable(counts, total, topic, run + 1 if topic == last else 1) >= wanted - 1:
            return topic
    return max(allowed or by_place, key=lambda topic: counts[topic])


def _mixable(counts: Counter[str], total: int, taken: str, run: int) -> int:
    """Return how many questions can still follow once one of topic `taken` ends a run of this length."""
    left = total - 1
    excess = 0
    for topic, count in counts.items():
        own = count - (topic == taken)
        room = MOST_OF_ONE_TOPIC * (left - own + 1) - (run if topic == taken else 0)
        excess = max(excess, own - room)
    return left - excess


def order_parts(shown: ShownQuestion, key: AnswerKey, seed: int) -> Orders:
    """Return the order to show the parts in: shuffled unless the author fixed it."""
    rng = random.Random(seed)
    match shown.body, key.body:
        case (single_choice.Shown(choices), single_choice.Key(order=order)) | (
            multiple_response.Shown(choices),
            multiple_response.Key(order=order),
        ):
            return Orders(_shuffle_choices(choices, order, rng) if shown.shuffle else order)
        case matching.Shown(), matching.Key(target_order=targets, premise_order=premises):
            return Orders(_shuffle(targets, rng) if shown.shuffle else targets, premises)
        case ordering.Shown(items), ordering.Key(groups=groups):
            return Orders(_disorder(tuple(item.id for item in items), groups, rng))
        case evidence.Shown(answer=single_choice.Shown(choices)), evidence.Key(
            answer=single_choice.Key(order=order)
        ):
            return Orders(_shuffle_choices(choices, order, rng) if shown.shuffle else order)
        case status_sort.Shown(), status_sort.Key(order=order):
            return Orders(_shuffle(order, rng) if shown.shuffle else order)
        case cloze.Shown(gaps=gaps), cloze.Key(gaps=key_gaps):
            keys = {gap.id: gap.body for gap in key_gaps}
            return Orders(
                gaps={gap.id: order for gap in gaps if (order := _gap_order(gap, keys[gap.id], shown, rng))}
            )
        case _:
            return Orders()


def _gap_order(
    gap: cloze.ShownGap, key: cloze.GapKey, shown: ShownQuestion, rng: random.Random
) -> tuple[PartId, ...]:
    match gap.body, key:
        case single_choice.Shown(choices), single_choice.Key(order=order):
            return _shuffle_choices(choices, order, rng) if shown.shuffle else order
        case _:
            return ()


def _shuffle(parts: tuple[PartId, ...], rng: random.Random) -> tuple[PartId, ...]:
    return tuple(rng.sample(parts, len(parts)))


def _shuffle_choices(
    choices: Sequence[single_choice.Choice], order: tuple[PartId, ...], rng: random.Random
) -> tuple[PartId, ...]:
    """Shuffle choices; fixed ones keep the author's place."""
    fixed = {choice.id for choice in choices if choice.fixed}
    free = [part for part in order if part not in fixed]
    rng.shuffle(free)
    following = iter(free)
    return tuple(part if part in fixed else next(following) for part in order)


def _disorder(
    parts: tuple[PartId, ...], groups: tuple[tuple[PartId, ...], ...], rng: random.Random
) -> tuple[PartId, ...]:
    """Shuffle items so that they do not stand in a right order already."""
    rank = {part: number for number, group in enumerate(groups) for part in group}
    shuffled = _shuffle(parts, rng)
    while len(groups) > 1 and [rank[part] for part in shuffled] == sorted(rank.values()):
        shuffled = _shuffle(parts, rng)
    return shuffled
