"""Each rule of writing questions: what it finds, and what is like it and fine."""
# ruff: noqa: E501 - a table of faults reads best with a fault to a line

from textwrap import indent

import pytest

from app.cli.checking import check
from app.domain.lint import lint
from app.domain.problem import Problem
from app.domain.question_rules import QUESTION_ERRORS, QUESTION_RULES
from app.formats.bank import InputFile, read_files
from app.words.problems import numbered_sentence, sentence

TAIL = """\
  explanation: The book tells it.
  citations: [{ref: berg1950}]
  topics: [people]
  difficulty: 1
  level: remember
  status: established
"""
HEAD = "set: x\ntitle: X\nquestions:\n"


def lines(*choices: str, key: int = 1, fixed: bool = False) -> str:
    """Write choices; `key` counts from 1, and the last one is fixed where asked for."""
    written = []
    for number, choice in enumerate(choices, 1):
        written.append(
            f'  - {"key" if number == key else "distractor"}: "{choice}"\n    feedback: So it is.\n'
        )
    return "  choices:\n" + "".join(written) + ("    fixed: yes\n" if fixed else "")


def choice(
    stem: str, *choices: str, key: int = 1, fixed: bool = False, more: str = "", name: str = "q"
) -> str:
    """Write a single choice question."""
    return f'- id: {name}\n  kind: single_choice\n  stem: "{stem}"\n{lines(*choices, key=key, fixed=fixed)}{more}{TAIL}'


def short(stem: str, key: str, name: str = "s") -> str:
    """Write a short answer question."""
    return f'- id: {name}\n  kind: short_answer\n  stem: "{stem}"\n  key: {key}\n{TAIL}'


def statement(stem: str) -> str:
    """Write a question of true or false."""
    return f'- id: t\n  kind: true_false\n  stem: "{stem}"\n  key: true\n  feedback: {{true: Yes., false: No.}}\n{TAIL}'


def gap(text: str, *choices: str) -> str:
    """Write a text with one gap of choices."""
    gaps = indent(f"g:\n  kind: single_choice\n{lines(*choices)}", "    ")
    return f'- id: c\n  kind: cloze\n  stem: Complete the sentence.\n  text: "{text}"\n  gaps:\n{gaps}{TAIL}'


def typed_gap(text: str, key: str) -> str:
    """Write a text with one gap to type into."""
    gaps = f"    g: {{kind: short_answer, key: {key}}}\n"
    return f'- id: c\n  kind: cloze\n  stem: Complete the sentence.\n  text: "{text}"\n  gaps:\n{gaps}{TAIL}'


def matched(stem: str, one: str, first: str, other: str, second: str) -> str:
    """Write two pairs and a target to spare."""
    pairs = "".join(
        f'  - {{premise: "{premise}", target: "{target}", feedback: So it is.}}\n'
        for premise, target in ((one, first), (other, second))
    )
    return f'- id: m\n  kind: matching\n  stem: "{stem}"\n  pairs:\n{pairs}  spare_targets: [{{target: "1900"}}]\n{TAIL}'


def ordered(stem: str) -> str:
    """Write three items to put in order."""
    items = "".join(f"  - {{item: {name}, feedback: So it is.}}\n" for name in ("Poles", "Finns", "Greeks"))
    return f'- id: o\n  kind: ordering\n  stem: "{stem}"\n  items:\n{items}{TAIL}'


def found(*questions: str, head: str = HEAD, strict: bool = True) -> list[Problem]:
    """Return what the rules of writing find in a set."""
    bank = read_files([InputFile("x.yaml", (head + "".join(questions)).encode())])
    assert bank.problems == (), [sentence(problem) for problem in bank.problems]
    codes = {code for codes in QUESTION_RULES.values() for code in codes}
    return [problem for problem in lint(bank, strict=strict) if problem.code in codes]


def codes(*questions: str, head: str = HEAD) -> set[str]:
    return {problem.code for problem in found(*questions, head=head)}


WHO = "Who paid for the first pier?"
FINE = ("Ida Holm", "Anna Berg", "Otto Dahl")

FAULTY: list[tuple[str, str, str]] = [
    ("L01", "choices_alike", choice(WHO, "The town council", "Town-council", "The parish")),
    ("L01", "choices_alike", choice(WHO, "one two three four five six seven eight nine ten",
     "one two three four five six seven eight nine ten now", "The parish")),
    ("L03", "key_longer", choice(WHO, "The captain of the steamer from Norrvik", "The old parish", "The rich crown")),
    ("L03", "key_shorter", choice(WHO, "A captain", "The parish council of the town", "The crown and its officers")),
    ("L04", "choices_uneven", choice(WHO, "The parish council of the old town of Elmsund", "A captain",
     "The crown, its officers and their heirs too")),
    ("L05", "absolute_distractor", choice("When did the lamp burn?", "In winter", "Always", "In summer")),
    ("L05", "cautious_key", choice("When did the lamp burn?", "Often in winter", "In early spring", "In late summer")),
    ("L06", "all_of_above", choice(WHO, "The parish", "The crown", "All of the above", fixed=True)),
    ("L06", "all_of_above_moves", choice(WHO, "The parish", "The crown", "None of these")),
    ("L07", "negative_stem", choice("Who did not pay for the pier?", *FINE)),
    ("L07", "negative_stem", choice("Ida Holm paid. Which of these didn’t she pay for?", "A pier", "A road", "A lamp")),
    ("L08", "grammar_fits_some", choice("The lamp was lit by an", "officer", "captain", "sailor")),
    ("L08", "grammar_fits_some", gap("The lamps were {g}.", "oil lamps", "a gas flame", "a candle")),
    ("L09", "stem_word_in_key", choice("Who paid for the lighthouse at Elmsund?", "The lighthouse board",
     "The parish board", "The crown board")),
    ("L10", "key_of_another_type", choice(WHO, "Captain Ida Holm", "the town council", "the old parish")),
    ("L10", "key_of_another_type", choice("What stands on the stone?", "1871", "the old name", "an iron cross")),
    ("L11", "numbers_unsorted", choice("When was it built?", "1871", "1862", "1890", more="  shuffle: no\n")),
    ("L11", "numbers_unsorted", choice("When was it built?", "1862", "1871", "1890")),
    ("L12", "empty_stem", choice("Which of the following statements is true?", *FINE)),
    ("L13", "doubled_stem", choice("Who paid for the pier, and when was it built?", *FINE)),
    ("L13", "doubled_stem", choice("Who paid for the pier and/or the lamp?", *FINE)),
    ("L13", "doubled_stem", choice("Who paid? And for which pier?", *FINE)),
    ("L14", "same_beginning", choice(WHO, "The wife of Holm", "The wife of Berg", "The wife of Dahl")),
    ("L15", "long_stem", choice("The pier " + "at the old town " * 10 + "was paid for by whom?", *FINE)),
    ("L15", "hard_stem", choice("Notwithstanding contemporaneous documentation, whose philanthropic contributions subsequently "
     "underwrote extraordinarily expensive architectural modifications?", *FINE)),
    ("L16", "rare_words_on_one_side", choice(WHO, "people from town", "philanthropic benefactors", "meritorious aristocrats")),
    ("L17", "choice_inside_choice", choice(WHO, "Ida Holm", "Ida Holm and her brother", "Otto Dahl")),
    ("L17", "ranges_overlap", choice("When was it built?", "1862–66", "1865–70", "1871–75", more="  shuffle: no\n")),
    ("L18", "no_citation", choice(WHO, *FINE).replace("[{ref: berg1950}]", "none") + statement("The pier is old.")),
    ("L20", "key_in_other_stem", choice("Whose lighthouse stood beside the Elmsund pier?", *FINE)
     + choice("Ida Holm bought the lighthouse at Elmsund. Why?", "For the view", "For the land", "For the lamp", name="r")),
    ("L20", "key_in_other_stem", short("Who wrote the parish book of Elmsund harbour?", "Otto Dahl")
     + statement("The parish book by Otto Dahl tells of the Elmsund harbour.")),
    ("E03", "counts_the_dead", choice("How many people died in the storm?", "12", "15", "19", more="  shuffle: no\n")),
    ("E03", "counts_the_dead", short("What number of people were killed by the storm?", "12")),
    ("E03", "counts_the_dead", choice("What was the death rate of the winter?", "12 %", "15 %", "19 %", more="  shuffle: no\n")),
    ("E03", "counts_the_dead", gap("The famine cost {g} lives.", "3 million", "4 million", "5 million")),
    ("E03", "counts_the_dead", typed_gap("The famine cost {g} lives.", "3 million")),
    ("E03", "counts_the_dead", matched("Match each people with its number of dead.", "Poles", "111,091", "Finns", "8,000")),
    ("E03", "counts_the_dead", ordered("Put the peoples in order of their dead, the most first.")),
    ("E03", "counts_the_dead", ordered("Put the peoples in order by death rate.")),
    ("E05", "name_as_verdict", statement("The famine was an act of genocide.")),
    ("E05", "verdict_asked", choice("Were the deportations genocide?", "Yes", "No", "Nobody knows")),
    ("E05", "verdict_asked", choice("Was the punishment justified?", "Yes, by law", "No, never", "Yes, in war")),
    ("E05", "verdict_asked", statement("The punishment was justified.")),
    ("L10", "key_of_another_type", choice("What stands on the stone?", "1871", "Holm", "the old name", "Ida Berg")),
    ("L10", "key_of_another_type", choice("When did the lamp burn?", "after the war", "1871", "1862", "1890")),
    ("L12", "stem_asks_nothing", choice("The pier of Elmsund", *FINE)),
    ("L12", "stem_asks_nothing", short("The lamp in the harbour", "Otto Dahl")),
    ("L20", "key_in_other_stem", short("Who wrote of Elmsund?", "Otto Dahl")
     + statement("The parish book by Otto Dahl tells of Elmsund.")),
    ("L17", "ranges_overlap", choice("How many lived there?", "10 to 20 people", "15 to 30 people", "40 to 50 people", more="  shuffle: no\n")),
    ("L17", "ranges_overlap", choice("How long was it?", "from 1 to 2 km", "from 2 km to 4 km", "from 3 to 5 km", more="  shuffle: no\n")),
    ("L17", "ranges_overlap", choice("What did it cost?", "1 to 2 million roubles", "1,500 thousand roubles", "3 million roubles", more="  shuffle: no\n")),
]  # fmt: skip

SOUND: list[tuple[str, str]] = [
    ("choices_alike", choice(WHO, "Holm for Berg", "Berg for Holm", "Dahl for Holm")),
    ("key_longer", choice(WHO, "The captain Holm", "The parish", "The crown")),
    ("choices_uneven", choice(WHO, "Holm", "The parish council", "The crown")),
    ("absolute_distractor", choice("When did the lamp burn?", "Always", "Never", "In summer")),
    ("cautious_key", choice("When did the lamp burn?", "In early May", "In early spring", "In late summer")),
    ("cautious_key", choice("When did the lamp burn?", "Often in winter", "Sometimes in spring", "Never at all")),
    ("all_of_above_moves", choice(WHO, "The parish", "The crown", "All of the above", fixed=True)),
    ("all_of_above", choice(WHO, "All who lived here", "None but Holm", "Both brothers")),
    ("negative_stem", choice("Who did *not* pay for the pier?", *FINE)),
    ("negative_stem", choice("The parish did not pay. Who did?", *FINE)),
    ("negative_stem", choice("Who gave at least one pier?", *FINE)),
    ("negative_stem", choice("Who wrote “I did not pay”?", *FINE)),
    ("grammar_fits_some", choice("The lamp was lit by an", "officer", "old sailor", "aunt")),
    ("grammar_fits_some", gap("The lamps were {g}.", "oil lamps", "gas lights", "candles")),
    ("stem_word_in_key", choice("Who paid for the lighthouse?", "The lighthouse board", "The lighthouse men", "The crown")),
    ("stem_word_in_key", choice("Which people paid?", "The people of Elmsund", "The parish", "The crown")),
    ("key_of_another_type", choice(WHO, "Ida Holm", "the parish", "Otto Dahl")),
    ("key_of_another_type", choice(WHO, "the parish", "Otto Dahl", "It does not say", key=3, fixed=True)),
    ("numbers_unsorted", choice("When was it built?", "1862", "1871", "1890", more="  shuffle: no\n")),
    ("numbers_unsorted", choice("When was it built?", "1862", "in the war", "1890")),
    ("empty_stem", choice("Who was Holm?", *FINE)),
    ("doubled_stem", choice("Who paid for the pier and the lamp?", *FINE)),
    ("same_beginning", choice(WHO, "The wife of Holm", "The wife of Berg", "The son of Dahl")),
    ("hard_stem", choice("The harbour was dug in 1862 and the lighthouse was built nine years later. Who paid for it?", *FINE)),
    ("rare_words_on_one_side", choice(WHO, "people from town", "philanthropic benefactors", "the old parish")),
    ("choice_inside_choice", choice(WHO, "Ida Holm", "Ida and Otto Holm", "Otto Dahl")),
    ("ranges_overlap", choice("When was it built?", "1862–66", "1866–70", "1871–75", more="  shuffle: no\n")),
    ("no_citation", choice(WHO, *FINE).replace("[{ref: berg1950}]", "none")),
    ("key_in_other_stem", choice("Whose lighthouse stood beside the Elmsund pier?", *FINE)
     + choice("Ida Holm bought a road. Why?", "For the view", "For the land", "For the lamp", name="r")),
    ("counts_the_dead", choice("Why do historians differ on how many people died?", "The lists are lost",
     "The lists were burnt", "No list was kept")),
    ("counts_the_dead", choice("How many lamps were lit?", "12", "15", "19", more="  shuffle: no\n")),
    ("counts_the_dead", gap("Holm died in {g}.", "1862", "1871", "1890")),
    ("counts_the_dead", matched("Match each dead king with his years.", "Olaf", "1862", "Sven", "1871")),
    ("counts_the_dead", ordered("Put the deaths of the kings in order of time.")),
    ("verdict_asked", choice("Does the author say the punishment was justified?", "Yes, once", "No, never", "Yes, twice")),
    ("verdict_asked", statement("The decree said that the punishment was justified.")),
    ("verdict_asked", choice("Was the lamp lit?", "Yes", "No", "Nobody knows")),
    ("key_of_another_type", choice("When did the lamp burn?", "1871", "in the year of the flood", "1890")),
    ("key_in_other_stem", short("Who wrote of Elmsund?", "Otto Dahl").replace("[people]", "[towns]")
     + statement("The parish book by Otto Dahl tells of Elmsund.")),
    ("stem_asks_nothing", choice("The pier was paid by", *FINE)),
    ("stem_asks_nothing", choice("Name the giver of the pier.", *FINE)),
    ("ranges_overlap", choice("How many lived there?", "10 to 20 people", "21 to 30 people", "40 to 50 people", more="  shuffle: no\n")),
    ("name_as_verdict", statement("The Genocide Convention names four kinds of group.")),
    ("name_as_verdict", statement("In 1944 Lemkin called this “genocide”.")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "code", "written"), FAULTY)
def test_a_rule_finds_what_breaks_it(rule: str, code: str, written: str):
    problems = [problem for problem in found(written) if problem.code == code]
    assert problems, codes(written)
    (first, *_) = problems
    assert first.rule == rule
    assert first.question.startswith("x/")
    assert first.line > 3
    assert first.severity == ("error" if code in QUESTION_ERRORS else "warning")


@pytest.mark.parametrize(("code", "written"), SOUND)
def test_a_rule_leaves_alone_what_only_looks_like_it(code: str, written: str):
    assert code not in codes(written)


def test_every_code_is_shown_here_or_among_the_limits():
    from tests.unit import test_lint_tone

    shown = {code for _, code, _ in (*FAULTY, *test_lint_tone.FAULTY)}
    assert shown == {code for codes in QUESTION_RULES.values() for code in codes}


def test_rules_that_read_english_leave_other_languages_alone():
    written = choice("Wer hat not den Pier gezahlt?", "Ida Holm", "Ida Holm und Berg", "Otto Dahl")
    assert codes(written) == {"negative_stem", "choice_inside_choice"}
    assert codes(written, head="set: x\ntitle: X\nlanguage: de\nquestions:\n") == {"choice_inside_choice"}


def test_a_finding_names_the_line_of_its_field():
    (problem,) = found(choice(WHO, "Ida Holm", "Ida Holm and her brother", "Otto Dahl"))
    assert (problem.file, problem.line) == ("x.yaml", 7)
    assert sentence(problem) == (
        "The choice “Ida Holm and her brother” contains the choice “Ida Holm”, so both may look right. Change one."
    )


@pytest.mark.parametrize(("count", "told"), [(5, False), (6, True)])
def test_several_answers_have_five_choices_at_most(count: int, told: bool):
    written = choice(WHO, *("Holm", "Berg", "Dahl", "Aas", "Lund", "Vik")[:count]).replace(
        "single_choice", "multiple_response"
    )
    bank = read_files([InputFile("x.yaml", (HEAD + written).encode())])
    assert ("too_many_choices" in {problem.code for problem in lint(bank)}) == told


def test_the_check_and_the_preview_tell_the_number_of_a_rule(tmp_path, capsys):
    written = choice(WHO, "Ida Holm", "Ida Holm and her brother", "Otto Dahl")
    (tmp_path / "x.yaml").write_text(HEAD + written, encoding="utf-8")
    check([tmp_path / "x.yaml"], None, as_json=False)
    assert ": warning L17 [x/q]: The choice “Ida Holm and her brother”" in capsys.readouterr().out
    assert numbered_sentence(found(written)[0]).startswith("L17: The choice “Ida Holm")


def test_what_is_an_error_in_our_sets_comes_into_a_teachers_with_a_warning():
    written = choice(WHO, "The town council", "Town-council", "The parish")
    (problem,) = found(written, strict=False)
    assert (problem.code, problem.severity) == ("choices_alike", "warning")
