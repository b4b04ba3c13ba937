from collections import Counter
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import PartId, SourceId
from app.domain.kinds import cloze, evidence, matching, numerical, ordering, single_choice, status_sort
from app.domain.kinds.passage import Passage
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.selection import Candidate, Orders, choose, choose_in_order, order_parts
from app.domain.source import Locator
from app.domain.text import EMPTY, Text

pools = st.lists(st.tuples(st.sampled_from("abcde"), st.booleans()), max_size=60).map(
    lambda rows: [Candidate(number, topic, seen) for number, (topic, seen) in enumerate(rows)]
)
seeds = st.integers(0, 2**53)


def longest_run(chosen: list[Candidate]) -> int:
    return max((len(list(group)) for _, group in groupby(one.topic for one in chosen)), default=0)


@given(pools, st.integers(0, 70), seeds)
def test_a_draw_is_of_the_size_asked_for_without_repeats_and_repeatable(pool, size, seed) -> None:
    chosen = choose(pool, size, seed)
    assert len(chosen) == (min(size, len(pool)) or len(pool) * (size == 0))
    assert len({one.question for one in chosen}) == len(chosen)
    assert choose(pool, size, seed) == chosen


@given(pools, st.integers(1, 70), seeds)
def test_what_was_seen_is_drawn_only_when_nothing_unseen_is_left(pool, size, seed) -> None:
    chosen = choose(pool, size, seed)
    unseen = sum(not one.seen for one in pool)
    assert sum(not one.seen for one in chosen) == min(size, unseen, len(pool))


@given(pools, seeds)
def test_topics_are_mixed_as_well_as_they_can_be(pool, seed) -> None:
    chosen = choose(pool, 0, seed)
    counts = Counter(one.topic for one in pool)
    most = max(counts.values(), default=0)
    # Pairs of the largest topic fit before, between and after all others.
    if most <= 2 * (len(pool) - most + 1):
        assert longest_run(chosen) <= 2


def test_twenty_of_a_one_sided_pool_still_mix() -> None:
    pool = [Candidate(number, "a" if number < 990 else "b") for number in range(1000)]
    assert all(longest_run(choose(pool, 20, seed)) <= 2 for seed in range(20))


def test_one_topic_alone_is_drawn_all_the_same() -> None:
    assert len(choose([Candidate(number, "a") for number in range(9)], 0, 1)) == 9


def test_another_seed_draws_others() -> None:
    pool = [Candidate(number, "abc"[number % 3]) for number in range(100)]
    assert len({tuple(one.question for one in choose(pool, 10, seed)) for seed in range(50)}) == 50


def test_every_question_is_drawn_about_as_often() -> None:
    pool = [Candidate(number, "abcd"[number % 4]) for number in range(40)]
    drawn = Counter(one.question for seed in range(2000) for one in choose(pool, 10, seed))
    assert min(drawn.values()) > 400
    assert max(drawn.values()) < 600


@given(pools, st.integers(0, 70))
def test_a_fixed_order_is_kept(pool, size) -> None:
    chosen = choose_in_order(pool, size)
    places = [one.question for one in chosen]
    assert places == sorted(places)
    assert sum(not one.seen for one in chosen) == min(size or len(pool), sum(not one.seen for one in pool))


# The order of parts ----------------------------------------------------------------------------------------------


def ids(letters: str) -> tuple[PartId, ...]:
    return tuple(PartId(letter) for letter in letters)


def choices(letters: str, fixed: str = "") -> tuple[single_choice.Choice, ...]:
    return tuple(single_choice.Choice(PartId(one), Text(one), fixed=one in fixed) for one in sorted(letters))


def orders(shown_body, key_body, *, seed: int = 1, shuffle: bool = True):
    shown = ShownQuestion(EMPTY, shown_body, shuffle=shuffle)
    return order_parts(shown, AnswerKey(key_body, "rule@1", EMPTY, "established"), seed)


CHOICES = single_choice.Key(PartId("c"), ids("dcbae"))


def test_choices_are_shuffled_by_the_seed() -> None:
    shown = single_choice.Shown(choices("abcde"))
    found = {orders(shown, CHOICES, seed=seed).parts for seed in range(200)}
    assert len(found) > 80
    assert all(sorted(order) == list("abcde") for order in found)
    assert orders(shown, CHOICES, seed=7) == orders(shown, CHOICES, seed=7)


def test_the_author_may_keep_the_order() -> None:
    assert orders(single_choice.Shown(choices("abcde")), CHOICES, shuffle=False).parts == ids("dcbae")


@pytest.mark.parametrize(("fixed", "place"), [("e", 4), ("d", 0), ("b", 2)])
def test_a_fixed_choice_keeps_its_place(fixed, place) -> None:
    shown = single_choice.Shown(choices("abcde", fixed))
    assert {orders(shown, CHOICES, seed=seed).parts[place] for seed in range(50)} == {fixed}


def test_premises_keep_the_authors_order_and_targets_are_shuffled() -> None:
    sides = tuple(matching.Side(one, EMPTY) for one in ids("xyz"))
    key = matching.Key({PartId("p"): PartId("x")}, ids("qp"), ids("zyx"))
    shown = matching.Shown(tuple(matching.Side(one, EMPTY) for one in ids("pq")), sides)
    found = [orders(shown, key, seed=seed) for seed in range(60)]
    assert {order.premises for order in found} == {ids("qp")}
    assert len({order.parts for order in found}) == 6


@given(seeds)
def test_items_to_be_ordered_never_stand_right_already(seed) -> None:
    shown = ordering.Shown(tuple(matching.Side(one, EMPTY) for one in ids("abc")))
    key = ordering.Key((ids("c"), ids("ab")))
    for shuffle in (True, False):
        order = orders(shown, key, seed=seed, shuffle=shuffle).parts
        assert sorted(order) == list("abc")
        assert order[0] != "c"


def test_items_that_are_all_tied_have_no_wrong_order() -> None:
    shown = ordering.Shown(tuple(matching.Side(one, EMPTY) for one in ids("ab")))
    assert sorted(orders(shown, ordering.Key((ids("ab"),))).parts) == ["a", "b"]


def test_the_choices_of_a_gap_have_an_order_of_their_own() -> None:
    shown = cloze.Shown(
        Text("{m} {y}"),
        (
            cloze.ShownGap(PartId("m"), single_choice.Shown(choices("abc"))),
            cloze.ShownGap(PartId("y"), numerical.Shown()),
        ),
    )
    key = cloze.Key(
        (
            cloze.KeyGap(PartId("m"), single_choice.Key(PartId("a"), ids("cab"))),
            cloze.KeyGap(PartId("y"), numerical.Key("1")),
        )
    )
    found = [orders(shown, key, seed=seed).gaps for seed in range(60)]
    assert {tuple(gaps) for gaps in found} == {("m",)}
    assert len({gaps[PartId("m")] for gaps in found}) == 6


def test_statements_and_the_choices_of_an_answer_are_shuffled_and_passages_are_not() -> None:
    sides = tuple(matching.Side(part, Text(part)) for part in ids("abcdef"))
    shown, key = (
        status_sort.Shown(sides),
        status_sort.Key(ids("fedcba"), dict.fromkeys(ids("abcdef"), "opinion")),
    )
    assert len({orders(shown, key, seed=seed).parts for seed in range(20)}) > 10
    assert orders(shown, key, shuffle=False).parts == ids("fedcba")
    passage = Passage(SourceId("s"), Locator(1, 1), Locator(1, 3))
    answer = single_choice.Shown(choices("abcde", fixed="e")), single_choice.Key(PartId("a"), ids("edcba"))
    both = (
        evidence.Shown(passage, "supports", answer[0]),
        evidence.Key((passage.first,), (passage.first,), answer=answer[1]),
    )
    assert {orders(*both, seed=seed).parts[0] for seed in range(20)} == {"e"}
    assert len({orders(*both, seed=seed).parts for seed in range(20)}) > 5
    assert orders(*both, shuffle=False).parts == ids("edcba")
    alone = evidence.Shown(passage, "supports"), evidence.Key((passage.first,), (passage.first,))
    assert orders(*alone) == Orders()
