"""Measure how far guessers that know nothing exceed chance on the choice questions of a bank.

usage: .venv/bin/python tools/blind.py [PATH ...]

Twelve cues that test-wise people use are tried alone, together with fixed weights, and with weights that are fitted to
four fifths of the bank and tried on the last fifth. Ties are shared, so a cue that decides nothing scores chance. A
bank leaks if either guesser exceeds chance by more than .05 and the lower end of its interval is .02 above chance, or
if one cue exceeds it by more than .08 and is not chance (p < .01 after Holm).
"""

import argparse
import math
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.domain.bank import Bank
from app.domain.lint.asked import Options, options_of
from app.domain.lint.language import content, stem_of, words
from tools.logit import Case, Vector, fit, scores_of

FOLDS, REPEATS, RESAMPLES = 5, 5, 2000
_HEDGES = frozenset(
    "may might often usually sometimes generally probably perhaps likely mostly mainly partly some".split()
)
_ABSOLUTES = frozenset(
    "always never all none only every must nobody everybody nothing entirely completely".split()
)
_SUMMING = ("all of", "none of", "both ", "neither ")

Cue = Callable[[Options], Vector]


class Excess(NamedTuple):
    """How far a guesser exceeds chance, with a 95 % interval over questions."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:+.3f} ({self.low:+.3f} to {self.high:+.3f})"


class Blind(NamedTuple):
    """What guessers that know nothing get from a bank: `cues` holds each cue's excess and corrected chance."""

    lists: int
    combined: Excess
    fitted: Excess
    cues: dict[str, tuple[float, float]]

    @property
    def leaks(self) -> bool:
        """Tell whether the bank gives its keys away."""
        by_guesser = any(one.value > 0.05 and one.low >= 0.02 for one in (self.combined, self.fitted))
        return by_guesser or any(value > 0.08 and chance < 0.01 for value, chance in self.cues.values())


def _length(options: Options) -> Vector:
    return [float(len(text)) for text in options.texts]


def _shortness(options: Options) -> Vector:
    return [-float(len(text)) for text in options.texts]


def _overlap(options: Options) -> Vector:
    lead = {stem_of(word) for word in content(options.lead)}
    return [float(len({stem_of(word) for word in content(text)} & lead)) for text in options.texts]


def _specific(options: Options) -> Vector:
    """Count what makes a choice exact: digits, names, commas and brackets."""
    return [
        float(
            sum(letter.isdigit() or letter in ",(;:" for letter in text)
            + sum(word[0].isupper() for word in text.split()[1:])
        )
        for text in options.texts
    ]


def _alike(options: Options) -> Vector:
    """Return how many words each choice shares with the others, for the length it has."""
    split = [{stem_of(word) for word in words(text)} for text in options.texts]
    return [
        sum(len(one & other) / (len(one | other) or 1) for at, other in enumerate(split) if at != mine)
        for mine, one in enumerate(split)
    ]


def _odd(options: Options) -> Vector:
    return [-value for value in _alike(options)]


def _middle(options: Options) -> Vector:
    """Return how near each number is to the middle one; nothing where choices are no numbers."""
    try:
        numbers = [float(text.replace(",", "")) for text in options.texts]
    except ValueError:
        return [0.0] * len(options.all)
    centre = sorted(numbers)[len(numbers) // 2]
    return [-abs(number - centre) for number in numbers]


def _hedged(options: Options) -> Vector:
    return [
        float(bool(_HEDGES & set(words(text)))) - float(bool(_ABSOLUTES & set(words(text))))
        for text in options.texts
    ]


def _grammar(options: Options) -> Vector:
    last = (words(options.lead) or ("",))[-1]
    if last not in ("a", "an"):
        return [0.0] * len(options.all)
    return [float((text[:1].lower() in "aeiou") == (last == "an")) for text in options.texts]


def _summing(options: Options) -> Vector:
    return [float(text.lower().startswith(_SUMMING)) for text in options.texts]


def _place(options: Options, at: int) -> Vector:
    """Mark one place. A list that is shuffled has none, but for a choice that always stands last."""
    marked = [0.0] * len(options.all)
    if not options.shuffled or (at == -1 and options.all[-1].fixed):
        marked[at] = 1.0
    return marked


CUES: dict[str, Cue] = {
    "longest": _length,
    "shortest": _shortness,
    "words of the stem": _overlap,
    "specific": _specific,
    "odd one out": _odd,
    "most alike": _alike,
    "middle number": _middle,
    "hedged": _hedged,
    "grammar": _grammar,
    "all of the above": _summing,
    "first": lambda options: _place(options, 0),
    "last": lambda options: _place(options, -1),
}
WEIGHTS = dict.fromkeys(CUES, 0.0) | {
    "longest": 1.0,
    "words of the stem": 1.0,
    "specific": 0.5,
    "most alike": 0.5,
    "middle number": 0.5,
    "hedged": 0.5,
    "grammar": 1.0,
    "all of the above": 0.5,
}
"""What a test-wise person trusts, and how much; fixed before any bank was looked at."""


def lists_of(bank: Bank) -> list[Options]:
    """Return the lists of choices with a single key that a bank asks."""
    asked = (one for one in bank.questions() if one.state != "retired")
    lists = (options for one in asked for options in options_of(one))
    return [one for one in lists if len(one.keys) == 1 and len(one.all) > 1 and not one.several_keys]


def measure(lists: Sequence[Options], *, seed: int = 1, repeats: int = REPEATS) -> Blind:
    """Measure all guessers on some lists of choices."""
    cases = [Case(_features(one), [option.is_key for option in one.all].index(True)) for one in lists]
    weights = list(WEIGHTS.values())
    combined = [_earned(scores_of(case.features, weights), case.right) for case in cases]
    fitted = _fitted(cases, random.Random(seed), repeats)
    return Blind(
        len(cases),
        _excess(cases, combined, random.Random(seed)),
        _excess(cases, fitted, random.Random(seed)),
        _cues_alone(cases),
    )


def _features(options: Options) -> list[Vector]:
    """Return each choice's cues, brought to mean 0 and spread 1 within its list."""
    columns = [_standardised(cue(options)) for cue in CUES.values()]
    return [list(row) for row in zip(*columns, strict=True)]


def _standardised(values: Vector) -> Vector:
    mean = sum(values) / len(values)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    return [(value - mean) / spread if spread else 0.0 for value in values]


def _earned(scores: Vector, right: int) -> float:
    """Return what choosing the highest score earns; several that are equal share it."""
    highest = max(scores)
    best = [at for at, score in enumerate(scores) if score > highest - 1e-9]
    return 1 / len(best) if right in best else 0.0


def _fitted(cases: Sequence[Case], shuffler: random.Random, repeats: int) -> Vector:
    """Return for each case what the fitted guesser earns where it was not fitted to it, over several divisions."""
    earned = [0.0] * len(cases)
    for _ in range(repeats):
        order = list(range(len(cases)))
        shuffler.shuffle(order)
        for fold in range(FOLDS):
            tried = order[fold::FOLDS]
            if not tried or len(tried) == len(cases):
                continue
            left_out = set(tried)
            weights = fit([cases[at] for at in order if at not in left_out])
            for at in tried:
                earned[at] += _earned(scores_of(cases[at].features, weights), cases[at].right) / repeats
    return earned


def _excess(cases: Sequence[Case], earned: Iterable[float], resampler: random.Random) -> Excess:
    over = [score - 1 / len(case.features) for case, score in zip(cases, earned, strict=True)]
    means = sorted(sum(resampler.choices(over, k=len(over))) / len(over) for _ in range(RESAMPLES))
    return Excess(sum(over) / len(over), means[round(0.025 * RESAMPLES)], means[round(0.975 * RESAMPLES) - 1])


def _cues_alone(cases: Sequence[Case]) -> dict[str, tuple[float, float]]:
    """Return each cue's excess and how likely chance alone gives as much, corrected for there being twelve (Holm)."""
    told: dict[str, tuple[float, float]] = {}
    for at, name in enumerate(CUES):
        over, variance = 0.0, 0.0
        for case in cases:
            scores, size = [row[at] for row in case.features], len(case.features)
            ties = sum(score > max(scores) - 1e-9 for score in scores)
            over += _earned(scores, case.right) - 1 / size
            variance += 1 / (size * ties) - 1 / size**2
        chance = 0.5 * math.erfc(over / math.sqrt(2 * variance)) if variance > 1e-9 else 1.0
        told[name] = (over / len(cases), chance)
    highest = 0.0
    for rank, name in enumerate(sorted(told, key=lambda one: told[one][1])):
        highest = max(highest, min(1.0, told[name][1] * (len(CUES) - rank)))
        told[name] = (told[name][0], highest)
    return told


def main() -> int:
    """Run from the command line."""
    from app.config import find_shipped
    from app.formats.bank import read_bank

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, help="question sets (else: the shipped ones)")
    lists = lists_of(read_bank(parser.parse_args().paths or [find_shipped().questions]))
    if len(lists) < 2 * FOLDS:
        print(f"{len(lists)} lists of choices are too few to measure.")
        return 2
    blind = measure(lists)
    print(f"{blind.lists} lists of choices with one key. Guessers that know nothing exceed chance by")
    print(f"  fixed cues   {blind.combined}")
    print(f"  fitted cues  {blind.fitted}")
    for name, (value, chance) in blind.cues.items():
        print(f"    {name:<20}{value:+.3f}   p {chance:.3f}")
    print("This bank gives keys away." if blind.leaks else "No leak found.")
    return 1 if blind.leaks else 0


if __name__ == "__main__":
    sys.exit(main())
