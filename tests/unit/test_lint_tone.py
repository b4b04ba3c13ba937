"""The limits of a subject that hurts: words, accusations, rankings; in sets that say so by a content note."""

import pytest

from app.domain.lint import lint
from app.domain.problem import Problem
from app.domain.question_rules import QUESTION_RULES
from app.formats.bank import InputFile, read_files
from app.words.problems import sentence
from tests.unit.test_lint_writing import TAIL, choice, found, statement

CARE = "set: x\ntitle: X\ncontent_note: These questions speak of people who died.\nquestions:\n"
FINE = ("Ida Holm", "Anna Berg", "Otto Dahl")


def told(text: str) -> str:
    """Write a question whose explanation is the given text."""
    return choice("Who ran the ferry?", *FINE).replace("The book tells it.", f"'{text}'")


def asked(stem: str) -> str:
    return choice(stem, *FINE)


FAULTY: list[tuple[str, str, str]] = [
    *(
        ("E01", "avoided_word", told(f"In 1943 {text}."))
        for text in (
            "the families were resettled",
            "the families were relocated",
            "the families were evacuated",
            "the condemned nations had no say",
            "the people was called unfit",
            "Stalin’s mercy brought them home",
            "the liberation of the Kalmyks began",
            "it was a higher civilisation",
            "deaths were a by-product",
            "rich peasants lost their farms",
            "they came to concentration camps",
            "the Russian government denied it",
            "Russia deported them",
            "the Russians had deported them",
            "they were deported by the Russians",
            "Russia’s leaders denied it",
            "the officers were purged",
            "the goal was accomplished",
            "the Khem Shils went too",
            "the Pontic Greeks went too",
            "thousands were lost",
        )
    ),
    ("E02", "exclamation_mark", told("They came home at last!")),
    ("E02", "exclamation_mark", told("It was in 1937!")),
    ("E04", "accusation_unattributed", told("The officers were spies who sold the town.")),
    ("E04", "accusation_unattributed", asked("Which traitors left with the army?")),
    ("E06", "ranking", asked("Which famine was the worst?")),
    ("E06", "ranking", choice("Which order was this?", "The deadliest", "The first", "The last")),
    ("E06", "ranking", asked("Was this regime more cruel than the other?")),
    ("E06", "ranking", asked("Who put the causes by their weight?")),
    ("E08", "loaded_word", asked("Who served the blood thirsty ruler?")),
    (
        "E07",
        "people_under_accusation",
        "- id: m\n  kind: matching\n  stem: Match them.\n  pairs:\n"
        "  - {premise: Chechens, target: “Traitors”, feedback: So it was claimed.}\n"
        "  - {premise: The guards, target: Heroes, feedback: So it was said.}\n"
        "  spare_targets: [{target: Nobody}]\n" + TAIL,
    ),
]
SOUND: list[tuple[str, str]] = [
    ("avoided_word", told("The essay calls them “resettled”.")),
    ("avoided_word", told("The Russian language was taught, and Russians lived there too.")),
    ("avoided_word", told("They were deported to Siberia.")),
    ("avoided_word", told("The purge of the army began in 1937.")),
    ("avoided_word", told("A quarter were purged and dismissed.")),
    ("exclamation_mark", told("The sign read “Halt!” there.")),
    ("exclamation_mark", told("The factorial 5! = 120 has no part here.")),
    ("avoided_word", told("It was read by the Russians of the town.")),
    ("exclamation_mark", told("The factorial 5!=120 has no part here.")),
    ("accusation_unattributed", told("The regime accused them as spies.")),
    ("accusation_unattributed", told("They were “spies”.")),
    ("accusation_unattributed", asked("Who called them traitors?")),
    ("ranking", told("It was the worst of the winters.")),
    ("loaded_word", asked("Which word, “sadistic” or “cold”, does the author use?")),
]

SORTED = """- id: s
  kind: status_sort
  stem: How sure are historians of each statement?
  statements:
  - {statement: STATEMENT, key: contested, feedback: So it is.}
  - {statement: The lamp burned oil., key: established, feedback: So it is.}
  - {statement: The pier was new., key: inaccurate, feedback: So it is.}
""" + TAIL.replace("remember", "analyse")


def test_statements_to_be_sorted_say_nothing_of_a_legal_name_and_may_leave_their_speaker_open():
    def codes(words: str) -> set[str]:
        return {problem.code for problem in found(SORTED.replace("STATEMENT", words), head=CARE)}

    assert codes("The famine was genocide.") == {"name_as_verdict"}
    assert codes("The officers were spies.") == set()


@pytest.mark.parametrize(("rule", "code", "written"), FAULTY)
def test_a_limit_is_found(rule: str, code: str, written: str):
    assert (rule, code) in {(problem.rule, problem.code) for problem in found(written, head=CARE)}


@pytest.mark.parametrize(("code", "written"), SOUND)
def test_a_speaker_or_quotation_marks_make_it_fine(code: str, written: str):
    assert code not in {problem.code for problem in found(written, head=CARE)}


def test_all_avoided_words_of_a_text_are_told():
    problems = found(told("The families were resettled or evacuated, and then evacuated again."), head=CARE)
    assert {problem.values["text"] for problem in problems} == {"resettled", "evacuated"}


def test_words_are_free_where_a_set_has_no_content_note():
    assert not found(told("The town was evacuated before the flood!"))


def test_a_finding_says_what_to_write_instead():
    (problem,) = found(told("The families were resettled."), head=CARE)
    assert problem.line > 4
    assert sentence(problem).startswith(
        "“resettled” is not a word of ours here. Better: deported, forcibly removed."
    )


def heads_and_sources(head: str, source: str) -> list[Problem]:
    files = [
        InputFile("x.yaml", (head + asked("Who ran the ferry?")).encode()),
        InputFile("s.yaml", source.encode()),
    ]
    bank = read_files(files)
    assert bank.problems == ()
    codes = {code for codes in QUESTION_RULES.values() for code in codes}
    return [problem for problem in lint(bank) if problem.code in codes]


def test_heads_and_retold_sources_keep_to_the_words_too():
    head = CARE.replace("questions:", "about: All were resettled.\nquestions:")
    source = (
        "source: s\ntitle: S\nshort: s\nkind: essay\ntext:\n- at: 1.1\n  says: It ends well.\n  note: Well!\n"
    )
    problems = heads_and_sources(head, source)
    assert [(one.code, one.file, one.line) for one in problems] == [
        ("exclamation_mark", "s.yaml", 6),
        ("avoided_word", "x.yaml", 4),
    ]
    original = source.replace("kind: essay", "kind: essay\nwording: original")
    assert [one.file for one in heads_and_sources(head, original)] == ["x.yaml"]


def test_an_accusation_in_a_true_statement_needs_its_speaker():
    assert found(statement("The deported peoples were disloyal."), head=CARE)
    assert not found(statement("The decree called the deported peoples disloyal."), head=CARE)
