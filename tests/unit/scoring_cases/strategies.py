"""Generated questions of every kind, their right response, and any response at all."""

from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from app.domain.ids import PartId, ReferenceId, SourceId, opaque_part_id
from app.domain.kinds import (
    Response,
    cloze,
    evidence,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.domain.kinds.passage import Passage, ShownSentence
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.scoring import RULES, default_rule, rule_id
from app.domain.source import STATUSES, VOICES, Locator, PlaceCitation, WorkCitation
from app.domain.text import Text
from tests.unit.scoring_cases.build import sides

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TEXTS = st.builds(Text, WORDS, st.sampled_from(("plain", "markdown", "html")))
NAMES = st.sampled_from(
    ("Kirov", "de-Stalinisation", "the Kalmyks", "Łódź", "Nicholas II", "NKVD", "Сталин", "20 July")
)
PLACES = st.none() | st.builds(Locator, st.integers(1, 9), st.integers(1, 13))
YEARS = st.integers(100, 2100).map(str)


class Posed(msgspec.Struct, frozen=True):
    """A question with the response that is right."""

    shown: ShownQuestion
    key: AnswerKey
    right: Response


def ids(least: int, most: int = 6) -> st.SearchStrategy[tuple[PartId, ...]]:
    """Make distinct identifiers as questions have them."""
    return st.integers(least, most).map(lambda n: tuple(opaque_part_id("part", str(i)) for i in range(n)))


@st.composite
def choices(draw: st.DrawFn, known: tuple[PartId, ...]) -> tuple[single_choice.Choice, ...]:
    return tuple(single_choice.Choice(id_, draw(TEXTS), draw(st.booleans())) for id_ in sorted(known))


def reasons(known: tuple[PartId, ...]) -> st.SearchStrategy[dict[PartId, Text]]:
    """Make reasons for some of the parts."""
    return st.dictionaries(st.sampled_from(known), TEXTS, max_size=3)


@st.composite
def single(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    known = draw(ids(1))
    key = single_choice.Key(draw(st.sampled_from(known)), known, draw(reasons(known)))
    return single_choice.Shown(draw(choices(known))), key, single_choice.Response(key.correct)


@st.composite
def multiple(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    known = draw(ids(2))
    correct = draw(st.lists(st.sampled_from(known), min_size=1, unique=True).map(tuple))
    weights = {choice: f"1/{len(correct)}" for choice in correct}
    key = multiple_response.Key(correct, known, draw(reasons(known)), weights)
    return multiple_response.Shown(draw(choices(known))), key, multiple_response.Response(correct)


@st.composite
def boolean(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    key = true_false.Key(draw(st.booleans()), draw(TEXTS), draw(TEXTS))
    return true_false.Shown(), key, true_false.Response(key.correct)


@st.composite
def pairing(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    premises, targets = draw(ids(1)), draw(ids(1))
    pairs = {premise: draw(st.sampled_from(targets)) for premise in premises}
    key = matching.Key(pairs, premises, targets, draw(reasons(premises)))
    return matching.Shown(sides(premises), sides(targets)), key, matching.Response(pairs)


@st.composite
def order(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    items = list(draw(ids(1, 7)))
    groups = []
    while items:
        tied = draw(st.integers(1, len(items)))
        groups.append(tuple(items[:tied]))
        items = items[tied:]
    given = tuple(item for tied in groups for item in draw(st.permutations(tied)))
    return (
        ordering.Shown(sides(given)),
        ordering.Key(tuple(groups), draw(reasons(given))),
        ordering.Response(given),
    )


@st.composite
def typed(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    foreseen = draw(
        st.lists(st.builds(short_answer.Foreseen, st.just("Trotsky"), feedback=TEXTS), max_size=2)
    )
    key = short_answer.Key(draw(NAMES), draw(st.lists(NAMES, max_size=2).map(tuple)), tuple(foreseen))
    right = draw(st.sampled_from((key.answer, *key.accept)))
    return short_answer.Shown(), key, short_answer.Response(right)


@st.composite
def number(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    asked: Any = draw(st.sampled_from(("number", "year", "date")))
    decimals = st.decimals(-9999, 9999, places=3).map(str)
    answer = draw(
        {"number": decimals, "year": YEARS, "date": st.dates().filter(lambda d: d.year > 99).map(str)}[asked]
    )
    tolerance = draw(st.integers(0, 5).map(str))
    tiers = draw(st.lists(st.builds(numerical.Tier, YEARS, st.just("1/3"), st.booleans()), max_size=2))
    key = numerical.Key(answer, tolerance=tolerance, tiers=tuple(tiers), units={"km": "1", "m": "0.001"})
    return numerical.Shown(asked), key, numerical.Response(answer)


@st.composite
def gaps(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    names = draw(ids(1, 4))
    drawn = {name: draw(st.one_of(single(), typed(), number())) for name in names}
    weights = st.sampled_from(("1", "2", "1/3", "0.5"))
    shown = tuple(cloze.ShownGap(name, body) for name, (body, _, _) in drawn.items())
    keys = tuple(cloze.KeyGap(name, key, draw(weights)) for name, (_, key, _) in drawn.items())
    right = {
        name: str(getattr(given, "text", None) or getattr(given, "choice", ""))
        for name, (_, _, given) in drawn.items()
    }
    return cloze.Shown(draw(TEXTS), shown), cloze.Key(keys), cloze.Response(right)


@st.composite
def passages(draw: st.DrawFn) -> tuple[Passage, tuple[Locator, ...]]:
    """Make a passage of one paragraph and some keyed places in it."""
    paragraph, last = draw(st.integers(1, 9)), draw(st.integers(1, 12))
    found = [Locator(paragraph, number) for number in range(1, last + 1)]
    words = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
    sentences = tuple(ShownSentence(at, draw(words)) for at in found) if draw(st.booleans()) else ()
    keyed = draw(st.lists(st.sampled_from(found), min_size=1, max_size=3, unique=True).map(tuple))
    return Passage(SourceId(draw(WORDS)), found[0], found[-1], sentences=sentences), keyed


@st.composite
def evidence_alone(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    passage, keyed = draw(passages())
    relation: Any = draw(st.sampled_from(("supports", "contradicts")))
    reasons = {str(keyed[0]): draw(TEXTS)}
    key = evidence.Key(keyed, (*keyed, passage.last), reasons)
    return evidence.Shown(passage, relation), key, evidence.Response(draw(st.sampled_from(keyed)))


@st.composite
def evidence_with_answer(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    shown, key, right = draw(evidence_alone())
    answer, answer_key, given = draw(single())
    outcomes: Any = {pairing: draw(TEXTS) for pairing in evidence.PAIRINGS}
    return (
        msgspec.structs.replace(shown, answer=answer),
        msgspec.structs.replace(key, answer=answer_key, outcomes=outcomes),
        msgspec.structs.replace(right, choice=given.choice),
    )


@st.composite
def two_passages(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    (one, first), (other, second) = draw(passages()), draw(passages())
    relation = draw(st.sampled_from(two_sources.RELATIONS))
    places = ((), ()) if relation == "unrelated" else (first, second)
    key = two_sources.Key(relation, places, {relation: draw(TEXTS)})
    right = two_sources.Response(relation, (first[0], second[-1]))
    return two_sources.Shown((one, other)), key, right


@st.composite
def statuses(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    known, ask = draw(ids(2)), draw(st.sampled_from(get_args(status_sort.Ask)))
    standing = {one: draw(st.sampled_from(STATUSES)) for one in known} if ask != "voice" else {}
    voices = {one: draw(st.sampled_from(VOICES)) for one in known} if ask != "status" else {}
    key = status_sort.Key(known, standing, voices, draw(reasons(known)))
    return status_sort.Shown(sides(known), ask), key, status_sort.Response(standing, voices)


@st.composite
def support(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    passage, _ = draw(passages())
    right = draw(st.sampled_from(source_support.SUPPORTS))
    work = WorkCitation(ReferenceId(draw(WORDS)), draw(WORDS))
    shown = source_support.Shown(passage, work, draw(TEXTS), ("a",), draw(WORDS), draw(WORDS))
    return shown, source_support.Key(right, {right: draw(TEXTS)}), source_support.Response(right)


BODIES: dict[str, st.SearchStrategy[tuple[Any, Any, Any]]] = {
    "single_choice": single(),
    "multiple_response": multiple(),
    "true_false": boolean(),
    "short_answer": typed(),
    "numerical": number(),
    "matching": pairing(),
    "ordering": order(),
    "cloze": gaps(),
    "evidence": evidence_alone() | evidence_with_answer(),
    "two_sources": two_passages(),
    "status_sort": statuses(),
    "source_support": support(),
}

CITATIONS = st.lists(
    st.one_of(
        st.builds(
            PlaceCitation,
            WORDS.map(SourceId),
            st.builds(Locator, st.integers(1, 99), st.integers(1, 99)),
            WORDS,
            st.lists(st.sampled_from("abc"), max_size=2).map(tuple),
        ),
        st.builds(WorkCitation, WORDS.map(ReferenceId), WORDS),
    ),
    max_size=3,
).map(tuple)


@st.composite
def questions(draw: st.DrawFn, *, any_rule: bool = True) -> Posed:
    """Make a question of any kind, scored by any of its rules or by the usual one."""
    kind = draw(st.sampled_from(sorted(BODIES)))
    shown, key, right = draw(BODIES[kind])
    usual = default_rule(kind, getattr(shown, "answer_as", "number"))
    rule = draw(st.sampled_from(RULES[kind])) if any_rule and kind not in ("numerical", "evidence") else usual
    if getattr(key, "answer", None) and kind == "evidence":
        rule = "answer_and_evidence"
    status: Any = draw(st.sampled_from(("established", "contested", "opinion")))
    points = draw(st.sampled_from(("1", "2", "0.5")))
    asked = ShownQuestion(
        draw(TEXTS), shown, draw(st.sampled_from(("en", "de"))), points, draw(st.booleans())
    )
    answer = AnswerKey(key, rule_id(rule), draw(TEXTS), status, draw(CITATIONS), draw(TEXTS))
    return Posed(asked, answer, right)


def responses(kind: str, known: tuple[PartId, ...]) -> st.SearchStrategy[Response]:
    """Make any response of a kind, from the known parts or from elsewhere."""
    part = st.one_of(st.sampled_from(known), WORDS.map(PartId)) if known else WORDS.map(PartId)
    made: dict[str, st.SearchStrategy[Response]] = {
        "single_choice": st.builds(single_choice.Response, st.none() | part),
        "multiple_response": st.builds(multiple_response.Response, st.lists(part, max_size=6).map(tuple)),
        "true_false": st.builds(true_false.Response, st.none() | st.booleans()),
        "short_answer": st.builds(short_answer.Response, WORDS),
        "numerical": st.builds(numerical.Response, WORDS),
        "matching": st.builds(matching.Response, st.dictionaries(part, part, max_size=6)),
        "ordering": st.builds(
            ordering.Response, (st.permutations(known) | st.lists(part, max_size=7)).map(tuple)
        ),
        "cloze": st.builds(cloze.Response, st.dictionaries(part, WORDS | part, max_size=4)),
        "evidence": st.builds(evidence.Response, PLACES, st.none() | part),
        "two_sources": st.builds(
            two_sources.Response,
            st.none() | st.sampled_from(two_sources.RELATIONS),
            st.tuples(PLACES, PLACES),
        ),
        "status_sort": st.builds(
            status_sort.Response,
            st.dictionaries(part, st.sampled_from(STATUSES), max_size=4),
            st.dictionaries(part, st.sampled_from(VOICES), max_size=4),
        ),
        "source_support": st.builds(
            source_support.Response, st.none() | st.sampled_from(source_support.SUPPORTS)
        ),
    }
    return made[kind]


PART_LISTS = ("choices", "premises", "targets", "items", "gaps", "statements")


def part_ids(shown: ShownQuestion) -> tuple[PartId, ...]:
    """Return the identifiers that a response to a question may hold."""
    body = shown.body
    lists = [getattr(body, name, ()) for name in PART_LISTS]
    lists.append(getattr(getattr(body, "answer", None), "choices", ()))
    return tuple(part.id for parts in lists for part in parts)
