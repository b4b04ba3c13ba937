"""Guessers that know nothing: chance on banks that tell nothing, more where keys are written with more care."""

import random

import pytest

from app.domain.lint.asked import Option, Options
from tests.unit.harbour import read, texts
from tools import blind
from tools.logit import Case, chances_of, fit, solve

SYLLABLES = "ba be bo da de do fa ke ko la le lo ma mi no pa pe ra ri so ta to va ve".split()
DICE = random.Random(7)
WORDS = ["".join(DICE.choices(SYLLABLES, k=2 + at % 3)) for at in range(400)]


def made(
    random_: random.Random, *, wordy: float = 0.0, shuffled: bool = True, key: int | None = None
) -> Options:
    """Make a list of four choices; with the chance `wordy` its key gets two more words."""
    right = random_.randrange(4) if key is None else key
    is_wordy = random_.random() < wordy
    choices = []
    for at in range(4):
        words = random_.choices(WORDS, k=random_.randint(2, 4)) + ["of", "old"] * (is_wordy and at == right)
        choices.append(Option(" ".join(words), at == right, False))
    return Options("choices", " ".join(random_.choices(WORDS, k=8)) + "?", tuple(choices), shuffled, False)


def bank(seed: int, count: int = 150, **how: float) -> list[Options]:
    random_ = random.Random(seed)
    return [made(random_, **how) for _ in range(count)]  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_bank_made_by_chance_has_no_leak(seed: int):
    found = blind.measure(bank(seed), repeats=1)
    assert not found.leaks
    assert abs(found.combined.value) < 0.1
    assert abs(found.fitted.value) < 0.1


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_keys_that_carry_extra_words_are_found(seed: int):
    found = blind.measure(bank(seed, wordy=0.7), repeats=1)
    assert found.leaks
    assert found.combined.value > 0.05
    assert found.fitted.value > 0.05
    assert max(found.cues, key=lambda name: found.cues[name][0]) == "longest"


def test_keys_that_stand_first_are_found_where_choices_are_not_shuffled():
    shown = blind.measure(bank(5, count=100, shuffled=False, key=0), repeats=1)
    assert shown.cues["first"][0] == pytest.approx(0.75)
    assert shown.fitted.value > 0.5
    hidden = blind.measure(bank(5, count=100, shuffled=True, key=0), repeats=1)
    assert hidden.cues["first"][0] == pytest.approx(0.0)
    assert not hidden.leaks


def options(lead: str, *choices: str) -> Options:
    return Options(
        "choices", lead, tuple(Option(text, at == 0, False) for at, text in enumerate(choices)), True, False
    )


@pytest.mark.parametrize(
    ("cue", "one"),
    [
        ("longest", options("Who?", "the old captain", "a man", "a girl")),
        ("shortest", options("Who?", "a man", "the old captain", "some officer")),
        (
            "words of the stem",
            options("Who kept the lamp?", "the lamp guard", "the old captain", "the parish"),
        ),
        ("specific", options("When?", "on 4 June 1934", "in some spring", "in a winter")),
        ("odd one out", options("Who?", "a parish clerk", "the town council", "the town mayor")),
        ("most alike", options("Who?", "the town council", "the town mayor", "our village council")),
        ("middle number", options("When?", "1871", "1862", "1890")),
        ("hedged", options("When?", "often in May", "always", "in June")),
        ("grammar", options("It was an", "officer", "captain", "sailor")),
        ("all of the above", options("Who?", "All of these", "The town", "The crown")),
    ],
)
def test_a_cue_prefers_what_it_is_named_after(cue: str, one: Options):
    scores = blind.CUES[cue](one)
    assert scores[0] == max(scores)
    assert scores.count(max(scores)) == 1


def test_a_cue_that_decides_nothing_earns_exactly_chance():
    same = [options("Who?", "a man", "a cat", "a dog")] * 20
    excess, chance = blind.measure(same, repeats=1).cues["longest"]
    assert excess == pytest.approx(0.0)
    assert chance == 1.0


def test_the_lists_are_those_with_one_key():
    lists = blind.lists_of(read(texts()))
    assert {one.field for one in lists} >= {"choices", "gaps"}
    assert all(len(one.keys) == 1 for one in lists)


def test_the_logit_finds_the_weights_that_made_the_choices():
    random_ = random.Random(7)
    cases = []
    for _ in range(600):
        features = [[random_.gauss(0, 1), random_.gauss(0, 1)] for _ in range(4)]
        right = random_.choices(range(4), weights=chances_of(features, [1.5, -0.5]))[0]
        cases.append(Case(features, right))
    assert fit(cases) == pytest.approx([1.5, -0.5], abs=0.25)


def test_linear_equations_are_solved_also_where_a_pivot_is_missing():
    assert solve([[0.0, 2.0], [3.0, 1.0]], [4.0, 5.0]) == pytest.approx([1.0, 2.0])
