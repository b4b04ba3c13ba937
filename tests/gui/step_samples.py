"""One sample question of each kind, with its key, for the tests of inputs and of the quiz page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from app.domain.ids import PartId, ReferenceId, SourceId
from app.domain.kinds import (
    KeyBody,
    Response,
    ShownBody,
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
from app.domain.kinds.matching import Side
from app.domain.kinds.passage import Passage, ShownSentence
from app.domain.kinds.short_answer import Foreseen
from app.domain.kinds.single_choice import Choice
from app.domain.source import Locator, WorkCitation
from app.domain.text import Text


class Sample(NamedTuple):
    """A question, the orders it is shown in, and a response that is partly right (where a kind knows that)."""

    stem: str
    shown: ShownBody
    key: KeyBody
    response: Response
    order: tuple[PartId, ...] = ()
    premises: tuple[PartId, ...] = ()
    gap_orders: Mapping[PartId, tuple[PartId, ...]] = MappingProxyType({})


def ids(words: str) -> tuple[PartId, ...]:
    """Return identifiers, one for each word."""
    return tuple(PartId(word) for word in words.split())


def texts(**words: str) -> dict[PartId, Text]:
    """Return texts by identifier."""
    return {PartId(part): Text(value) for part, value in words.items()}


def choices(**words: str) -> tuple[Choice, ...]:
    """Return choices by identifier."""
    return tuple(Choice(part, text) for part, text in texts(**words).items())


def sides(**words: str) -> tuple[Side, ...]:
    """Return premises, targets or items by identifier."""
    return tuple(Side(part, text) for part, text in texts(**words).items())


def at(place: str) -> Locator:
    """Return a place that is written as "3.1"."""
    paragraph, _, sentence = place.partition(".")
    return Locator(int(paragraph), int(sentence))


def passage(source: str, short: str, **says: str) -> Passage:
    """Return a passage; `says` has what each sentence says under its place, written as `s3_1`."""
    sentences = tuple(
        ShownSentence(at(place[1:].replace("_", ".")), tuple(words.split(" | ")))
        for place, words in says.items()
    )
    return Passage(SourceId(source), sentences[0].at, sentences[-1].at, short.title(), short, sentences)


SINGLE_CHOICE = Sample(
    "Why can Stalin not have let the Kalmyks go home?",
    single_choice.Shown(
        choices(
            a="They had been free to go since 1948.",
            b="He had died in March 1953.",
            c="The United Nations decided it.",
            d="Beria had already done so.",
        )
    ),
    single_choice.Key(
        PartId("b"),
        ids("a b c d"),
        texts(
            a="A decree of 1948 did the opposite: it declared the exile permanent.",
            b="The return was authorised in January 1957.",
            c="The United Nations had no say in it.",
            d="Beria was arrested in June 1953.",
        ),
    ),
    single_choice.Response(PartId("a")),
    ids("a b c d"),
)
MULTIPLE_RESPONSE = Sample(
    "Which of these peoples were deported as a whole?",
    multiple_response.Shown(choices(a="Chechens", b="Estonians", c="Kalmyks", d="Georgians")),
    multiple_response.Key(
        ids("a c"),
        ids("a b c d"),
        texts(
            a="In February 1944.",
            b="Tens of thousands were deported, but not the whole people.",
            c="In December 1943.",
            d="There was no such deportation.",
        ),
    ),
    multiple_response.Response(ids("a b")),
    ids("a b c d"),
)
TRUE_FALSE = Sample(
    "The Genocide Convention entered into force while Stalin was alive.",
    true_false.Shown(),
    true_false.Key(
        correct=True, feedback_true=Text("In January 1951."), feedback_false=Text("Stalin died in 1953.")
    ),
    true_false.Response(answer=False),
)
SHORT_ANSWER = Sample(
    "Which people of the North Caucasus was deported in November 1943?",
    short_answer.Shown(),
    short_answer.Key(
        "Karachays",
        ("Karachai",),
        (Foreseen("Kalmyks", ("Kalmyk",), Text("The Kalmyks were deported in December 1943.")),),
    ),
    short_answer.Response("Karachyas"),
)
NUMERICAL = Sample(
    "How long did the exile last?",
    numerical.Shown(unit="years"),
    numerical.Key("13", foreseen=(Foreseen("10", feedback=Text("Ten years would end in 1953.")),)),
    numerical.Response("10"),
)
MATCHING = Sample(
    "Match each deported people with the region that was its home.",
    matching.Shown(
        sides(p1="Koreans", p2="Crimean Tatars", p3="Chechens"),
        sides(
            t1="The Soviet Far East",
            t2="A peninsula in the Black Sea",
            t3="The North Caucasus",
            t4="The shores of Lake Baikal",
        ),
    ),
    matching.Key(
        dict(zip(ids("p1 p2 p3"), ids("t1 t2 t3"), strict=True)),
        ids("p1 p2 p3"),
        ids("t1 t2 t3 t4"),
        texts(
            p1="They were deported in the autumn of 1937.",
            p2="They were deported from Crimea in May 1944.",
            p3="They were deported in February 1944, together with the Ingush.",
            t4="Deportees were sent to Siberia; none of these peoples came from there.",
        ),
    ),
    matching.Response({PartId("p1"): PartId("t1"), PartId("p2"): PartId("t4")}),
    ids("t3 t1 t4 t2"),
    ids("p1 p2 p3"),
)
ORDERING = Sample(
    "Put the events of the Kalmyks' exile in order, earliest first.",
    ordering.Shown(
        sides(
            abolished="The Kalmyk republic is abolished",
            deported="The Kalmyk people are deported",
            dies="Stalin dies",
            ends="The battle of Stalingrad ends",
            home="The return home is authorised",
        )
    ),
    ordering.Key(
        (ids("ends"), ids("abolished deported"), ids("dies"), ids("home")),
        texts(
            ends="2 February 1943.",
            abolished="By a decree of 27 December 1943.",
            deported="In the last days of December 1943; either order is accepted.",
            dies="5 March 1953.",
            home="January 1957.",
        ),
    ),
    ordering.Response(ids("ends deported abolished home dies")),
    ids("home ends dies deported abolished"),
)
CLOZE = Sample(
    "Complete the summary of the famine of 1932-33.",
    cloze.Shown(
        Text(
            "In Ukraine the famine is known as the {g1}. From late October {g2} a special commission led by {g3} "
            "pressed for more grain there. Most of those who starved died in {g4} 1933."
        ),
        (
            cloze.ShownGap(PartId("g1"), short_answer.Shown()),
            cloze.ShownGap(PartId("g2"), numerical.Shown("year")),
            cloze.ShownGap(PartId("g3"), short_answer.Shown()),
            cloze.ShownGap(
                PartId("g4"),
                single_choice.Shown(
                    choices(
                        w="January and February", s="spring and early summer", f="autumn and early winter"
                    )
                ),
            ),
        ),
    ),
    cloze.Key(
        (
            cloze.KeyGap(PartId("g1"), short_answer.Key("Holodomor")),
            cloze.KeyGap(
                PartId("g2"),
                numerical.Key(
                    "1932",
                    foreseen=(
                        Foreseen("1933", feedback=Text("By the autumn of 1933 a new harvest was in.")),
                    ),
                ),
            ),
            cloze.KeyGap(
                PartId("g3"),
                short_answer.Key(
                    "Molotov",
                    foreseen=(
                        Foreseen("Kaganovich", feedback=Text("He led the one sent to the North Caucasus.")),
                    ),
                ),
            ),
            cloze.KeyGap(
                PartId("g4"),
                single_choice.Key(
                    PartId("s"),
                    ids("w s f"),
                    texts(
                        w="People were dying by then, but the worst months came later.",
                        s="Food was gone by then and the new harvest was not in.",
                        f="By then the new harvest had been brought in.",
                    ),
                ),
            ),
        )
    ),
    cloze.Response({PartId("g1"): "Holodomr", PartId("g2"): "1933", PartId("g4"): "w"}),
    gap_orders={PartId("g4"): ids("w s f")},
)

STORY = passage(
    "harbour",
    "the story",
    s3_9="The story dates the bridge to 1934. | It adds that the town was proud of it.",
    s3_10="It quotes a doctor who called the bridge the end of the old town.",
    s3_11="It denies that the old town ended.",
)
NOTES = passage(
    "notes",
    "the notes",
    s1_1="The notes list what was built in the old quarter.",
    s2_1="They record that the quarter was pulled down in 1936.",
)
EVIDENCE = Sample(
    "Did the old town end with the bridge, by the story? Choose the answer, and the sentence against it.",
    evidence.Shown(
        STORY,
        "contradicts",
        single_choice.Shown(choices(a="It did", b="It did not", c="It leaves this open")),
    ),
    evidence.Key(
        (at("3.10"),),
        (at("3.10"), at("3.9")),
        {"3.10": Text("The doctor saw it end."), "3.9": Text("This sentence dates the bridge.")},
        single_choice.Key(
            PartId("b"),
            ids("b a c"),
            texts(a="That is what the doctor said.", b="So the story ends.", c="It takes a side."),
        ),
        {
            "both": Text("You found the claim, and who contradicts it."),
            "answer_only": Text("The sentence that contradicts it is another."),
            "evidence_only": Text("The story itself claims the opposite."),
            "neither": Text("Read the last two sentences once more."),
        },
    ),
    evidence.Response(at("3.9"), PartId("b")),
    ids("a b c"),
)
TWO_SOURCES = Sample(
    "How do the notes stand to the story in what became of the old town?",
    two_sources.Shown((STORY, NOTES)),
    two_sources.Key(
        "contradict",
        ((at("3.11"),), (at("2.1"), at("1.1"))),
        {
            "agree": Text("The story says that the old town did not end."),
            "differ_in_certainty": Text("Both are sure of what they say."),
            "contradict": Text("What was pulled down had come to its end."),
            "unrelated": Text("Both speak of the old quarter."),
        },
    ),
    two_sources.Response("agree", (at("3.11"), at("2.1"))),
)
STATUS_SORT = Sample(
    "How sure are historians of each statement, and who says it?",
    status_sort.Shown(
        sides(b="The bridge was the end of the old town.", h="The harbour was dug in 1862."), "both"
    ),
    status_sort.Key(
        ids("h b"),
        {PartId("h"): "established", PartId("b"): "opinion"},
        {PartId("h"): "essay", PartId("b"): "scholar"},
        texts(h="The parish book has the year.", b="The doctor saw it so."),
    ),
    status_sort.Response({PartId("h"): "established", PartId("b"): "opinion"}, {PartId("h"): "essay"}),
    ids("b h"),
)
SOURCE_SUPPORT = Sample(
    "Does the work bear out what the story says of the pier?",
    source_support.Shown(
        passage("harbour", "the story", s1_3="It calls the pier the first one."),
        WorkCitation(ReferenceId("berg1950"), "31"),
        Text("Berg describes a jetty that is drawn on a map of 1840."),
        label="Berg 1950, p.\u00a031",
        title="Maps of a town",
    ),
    source_support.Key(
        "contradicts",
        {
            "supports": Text("A jetty of 1840 is older than the pier."),
            "partly": Text("Only one of them can be the first."),
            "contradicts": Text("With a jetty in 1840 the pier was not the first."),
            "not_addressed": Text("Berg speaks of an older jetty."),
        },
    ),
    source_support.Response("partly"),
)

SAMPLES: dict[str, Sample] = {
    "single_choice": SINGLE_CHOICE,
    "multiple_response": MULTIPLE_RESPONSE,
    "true_false": TRUE_FALSE,
    "short_answer": SHORT_ANSWER,
    "numerical": NUMERICAL,
    "matching": MATCHING,
    "ordering": ORDERING,
    "cloze": CLOZE,
    "evidence": EVIDENCE,
    "two_sources": TWO_SOURCES,
    "status_sort": STATUS_SORT,
    "source_support": SOURCE_SUPPORT,
}
