"""Values with sensible defaults: a question of each kind, a source with a work, and a small bank of them."""

from typing import Any

import msgspec

from app.domain.bank import Bank
from app.domain.ids import PartId, QuestionSlug, ReferenceId, SetId, SourceId
from app.domain.kinds import (
    KeyBody,
    Response,
    ShownBody,
    cloze,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    true_false,
)
from app.domain.question import AnswerKey, Question, QuestionSet, ShownQuestion, Stamp
from app.domain.scoring import default_rule, rule_id
from app.domain.source import (
    About,
    Claim,
    Locator,
    Original,
    PlaceCitation,
    Reference,
    Source,
    WorkCitation,
)
from app.domain.text import Text
from app.services.views import Step

TEXT = "The river rose in March 1887. It flooded the lower town.\n\nThe mayor asked for help. Nobody came for a week."
"""The document that the small bank cites."""


def part(name: str) -> PartId:
    return PartId(name)


def texts(*names: str) -> tuple[single_choice.Choice, ...]:
    return tuple(single_choice.Choice(part(name), Text(f"Choice {name}")) for name in names)


def sides(*names: str) -> tuple[matching.Side, ...]:
    return tuple(matching.Side(part(name), Text(f"Side {name}")) for name in names)


BODIES: dict[str, tuple[ShownBody, KeyBody, Response, Response]] = {
    "single_choice": (
        single_choice.Shown(texts("a", "b", "c", "d")),
        single_choice.Key(part("b"), (part("d"), part("b"), part("a"), part("c")), {part("a"): Text("No.")}),
        single_choice.Response(part("b")),
        single_choice.Response(part("a")),
    ),
    "multiple_response": (
        multiple_response.Shown(texts("a", "b", "c", "d")),
        multiple_response.Key((part("a"), part("b")), (part("a"), part("b"), part("c"), part("d"))),
        multiple_response.Response((part("a"), part("b"))),
        multiple_response.Response((part("c"),)),
    ),
    "true_false": (
        true_false.Shown(),
        true_false.Key(True),
        true_false.Response(True),
        true_false.Response(False),
    ),
    "short_answer": (
        short_answer.Shown(),
        short_answer.Key("Karachays", ("The Karachays",)),
        short_answer.Response("karachays"),
        short_answer.Response("Kalmyks"),
    ),
    "numerical": (
        numerical.Shown("year"),
        numerical.Key("1887"),
        numerical.Response("1887"),
        numerical.Response("1888"),
    ),
    "matching": (
        matching.Shown(sides("p", "q"), sides("x", "y", "z")),
        matching.Key(
            {part("p"): part("x"), part("q"): part("y")},
            (part("q"), part("p")),
            (part("x"), part("y"), part("z")),
        ),
        matching.Response({part("p"): part("x"), part("q"): part("y")}),
        matching.Response({part("p"): part("z")}),
    ),
    "ordering": (
        ordering.Shown(sides("a", "b", "c")),
        ordering.Key(((part("c"),), (part("a"),), (part("b"),))),
        ordering.Response((part("c"), part("a"), part("b"))),
        ordering.Response((part("b"), part("a"), part("c"))),
    ),
    "cloze": (
        cloze.Shown(
            Text("It rose in {month} {year}."),
            (
                cloze.ShownGap(part("month"), single_choice.Shown(texts("jan", "mar"))),
                cloze.ShownGap(part("year"), numerical.Shown("year")),
            ),
        ),
        cloze.Key(
            (
                cloze.KeyGap(part("month"), single_choice.Key(part("mar"), (part("jan"), part("mar")))),
                cloze.KeyGap(part("year"), numerical.Key("1887")),
            )
        ),
        cloze.Response({part("month"): "mar", part("year"): "1887"}),
        cloze.Response({part("month"): "jan"}),
    ),
}
"""For each kind: what is shown, its key, a right response and a wrong one."""

FLOOD = PlaceCitation(SourceId("river"), Locator(1, 1), "rose in March 1887")
HELP = PlaceCitation(SourceId("river"), Locator(2, 1), "mayor asked for help", ("b",))


def rule_of(kind: str) -> str:
    return rule_id(default_rule(kind, "year"))


def question(slug: str = "flood", kind: str = "single_choice", **changes: Any) -> Question:
    """Return a question; `changes` go to the question, its shown part or its key, wherever they belong."""
    shown_body, key_body, _, _ = BODIES[kind]
    shown = ShownQuestion(Text(f"Stem of {slug}"), shown_body)
    key = AnswerKey(
        key_body, rule_of(kind), Text(f"Because of {slug}."), "established", (FLOOD,), Text("A note.")
    )
    values: dict[str, Any] = {"topics": ("water",), "difficulty": 2, "level": "remember"}
    for name, value in changes.items():
        if name in AnswerKey.__struct_fields__:
            key = msgspec.structs.replace(key, **{name: value})
        elif name in ShownQuestion.__struct_fields__:
            shown = msgspec.structs.replace(shown, **{name: value})
        else:
            values[name] = value
    return Question(SetId(values.pop("set", "river")), QuestionSlug(slug), shown, key, **values)


def source(**changes: Any) -> Source:
    """Return the summary of the small document."""
    first = Claim(
        Locator(1, 1),
        "a",
        "The water came up in spring.",
        cites=(WorkCitation(ReferenceId("hill1999"), "12"),),
    )
    claims = (
        first,
        Claim(Locator(1, 2), "a", "It reached the low streets.", "oversimplified", note="Not all of them."),
        Claim(Locator(2, 1), "a", "There was a mayor."),
        Claim(
            Locator(2, 1), "b", "The town wrote for aid.", note_cites=(WorkCitation(ReferenceId("hill1999")),)
        ),
        Claim(Locator(2, 2), "a", "Aid was late."),
    )
    one = Source(
        SourceId("river"),
        "A letter about the river",
        "the letter",
        "essay",
        "en",
        original=Original("river.txt", sha256_of(TEXT), (2, 2)),
        about=About(author="Nobody knows who wrote it."),
        claims=claims,
    )
    return msgspec.structs.replace(one, **changes)


def reference(slug: str = "hill1999", family: str = "Hill", year: int = 1999, **changes: Any) -> Reference:
    csl = {
        "id": slug,
        "type": "book",
        "title": "Rivers",
        "author": [{"family": family, "given": "Ann"}],
        "issued": {"date-parts": [[year]]},
    }
    return msgspec.structs.replace(Reference(ReferenceId(slug), csl, "seen"), **changes)


def sha256_of(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


def question_set(*questions: Question, **changes: Any) -> QuestionSet:
    """Return a set that was checked against the original."""
    one = QuestionSet(
        SetId("river"),
        "The river",
        content_note="It speaks of a flood.",
        about="A flood and its letter.",
        checked=(Stamp("river", sha256_of(TEXT), "2026-01-02", len(questions)),),
        questions=questions,
    )
    return msgspec.structs.replace(one, **changes)


def bank(*sets: QuestionSet, **changes: Any) -> Bank:
    """Return a bank with the small source, its work, topics and terms."""
    one = Bank(
        sets=sets,
        sources={SourceId("river"): source()},
        references={ReferenceId("hill1999"): reference()},
        topics={"water": "Water and floods", "town": "The town"},
        terms=("Kalmyks", "Balkars"),
    )
    return msgspec.structs.replace(one, **changes)


def small_bank() -> Bank:
    """Return one question of each kind in one set, and a set that gathers two of them."""
    questions = [
        question(kind.replace("_", "-"), kind, topics=("water",) if number % 2 else ("town", "water"))
        for number, kind in enumerate(BODIES)
    ]
    taster = QuestionSet(
        SetId("taster"), "A taste", select=("river/single-choice", "river/cloze", "elsewhere/unknown")
    )
    return bank(question_set(*questions), taster)


def many(count: int, *, set_id: str = "large", topics: int = 5) -> QuestionSet:
    """Return a set of so many single choice questions."""
    questions = [
        question(f"q{number}", set=set_id, topics=(f"topic{number % topics}",)) for number in range(count)
    ]
    return QuestionSet(SetId(set_id), "A large set", questions=tuple(questions))


def right(step: Step) -> Response:
    """Return a response that earns everything."""
    return BODIES[step.shown.kind][2]


def wrong(step: Step) -> Response:
    """Return a response that earns nothing."""
    return BODIES[step.shown.kind][3]
