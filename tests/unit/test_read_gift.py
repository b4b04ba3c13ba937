"""GIFT: sample questions with one peculiarity each, faults that cost one question, and files that others wrote."""
# ruff: noqa: E501 - a table reads best with a case to a line

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.foreign_rules import FOREIGN_WARNINGS
from app.formats.readers.gift import read_gift
from tests.unit.foreign import choices, codes, errors, only, read, same, stem, taken

HARBOUR = "Who kept the lamp? {=Holm ~Aas ~Berg}"

# text, kind, stem, what is said
STEMS = [
    ("Who kept the lamp? {=Holm ~Aas}", "single_choice", "Who kept the lamp?", []),
    ("::Lamp:: Who kept it? {=Holm ~Aas}", "single_choice", "Who kept it?", []),
    ("At 12:30, was x=3: true? {T}", "true_false", "At 12:30, was x=3: true?", []),
    ("See http://harbour.example/a?b=c now. {F}", "true_false", "See http://harbour.example/a?b=c now.", []),
    (r"Escaped \: \= \# \{ \} \~ and \\ here. {T}", "true_false", "Escaped : = # { } ~ and \\ here.", []),
    (r"Brackets \[ stay. {T}", "true_false", r"Brackets \[ stay.", []),
    (r"One line\nand the next. {T}", "true_false", "One line\nand the next.", []),
    ("The lamp burned {=whale oil =gas} at first.", "short_answer", "The lamp burned _____ at first.", []),
    ("Who kept it? {=Holm ~Aas}.", "single_choice", "Who kept it?", []),
    ("Two and two are {=four =4}.", "short_answer", "Two and two are _____.", []),
    ("// a comment\nWho? {=Holm\n// inside, a remark\n~Aas}", "single_choice", "Who?", []),
    ("[html]<p>Who kept the <b>lamp</b>&nbsp;there?</p> {T}", "true_false", "Who kept the *lamp* there?", []),
    ("[markdown]Who kept the **lamp**? {T}", "true_false", "Who kept the *lamp*?", []),
    ("[plain]Is <b> a tag? {T}", "true_false", "Is <b> a tag?", []),
    ("Is <a> the tag of links? {T}", "true_false", "Is <a> the tag of links?", []),
    ("Who kept the <b>lamp</b>? {T}", "true_false", "Who kept the *lamp*?", []),
    ("[html]H<sub>2</sub>O, 10<sup>-3</sup>, x<sup>ab</sup> {T}", "true_false", "H₂O, 10⁻³, x^(ab)", []),
    ("[html]<ol><li>Pier</li><li>Lamp</li></ol>Which? {T}", "true_false", "1. Pier\n2. Lamp\nWhich?", []),
    ("Is 2*3*4 = 24? {T}", "true_false", "Is 2∗3∗4 = 24?", ["asterisks_replaced"]),
    ("[html]<p><img src=\"a.png\" alt=\"A pier\"/> What is it?</p> {T}", "true_false", "[A pier] What is it?", ["picture_left_out"]),
    ("Did \u202eit burn? {T}", "true_false", "Did it burn?", ["bidi_removed"]),
    ("[html]Did &#8238;it burn? {T}", "true_false", "Did it burn?", ["bidi_removed"]),
    ("The set {1, 2} has two members. {T}", "true_false", "The set {1, 2} has two members.", ["braces_in_stem"]),
    ("Who kept it?\n\n{=Holm ~Aas}", "single_choice", "Who kept it?", ["split_by_blank_line"]),
    ("Who kept it? {=Holm\n\n~Aas}", "single_choice", "Who kept it?", ["split_by_blank_line"]),
    ("$CATEGORY: $course$/top/Harbour\nWho kept it? {=Holm ~Aas}", "single_choice", "Who kept it?", []),
    ("Is it so? {true}", "true_false", "Is it so?", ["truth_in_small_letters"]),
    ("What did it burn? {Oil}", "short_answer", "What did it burn?", ["answer_without_sign"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "said", "told"), STEMS)
def test_a_stem_is_read_and_what_was_guessed_is_told(text: str, kind: str, said: str, told: list[str]):
    question = only(text)
    assert (question.shown.kind, stem(question)) == (kind, said)
    assert codes(read(text)) == told
    assert set(told) <= FOREIGN_WARNINGS


# text, the rule, each choice with what it is
CHOICES = [
    ("Q {=a#Yes. ~b#No. ~c}", "single_choice@1", {"a": "key Yes.", "b": "No.", "c": ""}, []),
    ("Q {\n=a # Yes: so.\n~ %run\n~c->d}", "single_choice@1", {"a": "key Yes: so.", "%run": "", "c->d": ""}, []),
    ("Q {=a ~%50%b ~c}", "single_choice@1", {"a": "key", "b": "", "c": ""}, ["part_credit_lost"]),
    ("Q {=#ff0000 ~#00ff00}", "single_choice@1", {"#ff0000": "key", "#00ff00": ""}, ["feedback_taken_as_text"] * 2),
    ("Q {~%50%a ~%50%b ~%-50%c ~%-50%d}", "balanced@1", {"a": "key", "b": "key", "c": "", "d": ""}, []),
    ("Q {~%50%a ~%50%b ~%-50%c}", "equal_penalty@1", {"a": "key", "b": "key", "c": ""}, []),
    ("Q {~%50%a ~%50%b ~c ~d}", "map_response@1", {"a": "key 1/2", "b": "key 1/2", "c": "0", "d": "0"}, []),
    ("Q {~%33.333%a ~%33.333%b ~%33.333%c ~%-100%d}", "balanced@1", {"a": "key", "b": "key", "c": "key", "d": ""}, []),
    ("Q {~%33%a ~%33%b ~%33%c ~d}", "map_response@1", {"a": "key 1/3", "b": "key 1/3", "c": "key 1/3", "d": "0"}, ["weights_rounded"]),
    ("Q {~%60%a ~%20%b ~%-15%c}", "map_response@1", {"a": "key 3/5", "b": "key 1/5", "c": "-3/20"}, ["weights_do_not_add_up"]),
    ("Q {~%100%a ~%0%b ~%-10%c}", "map_response@1", {"a": "key 1", "b": "0", "c": "-1/10"}, []),
    ("Q {~% 50 %a ~%\n50%b ~%-\n100%c}", "balanced@1", {"a": "key", "b": "key", "c": ""}, []),
    ("Q {=a =b ~c}", "map_response@1", {"a": "key 1/2", "b": "key 1/2", "c": "0"}, ["several_right_ticked"]),
    ("Q {=~%50%a =~%50%b ~%-50%c}", "equal_penalty@1", {"a": "key", "b": "key", "c": ""}, ["two_signs"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "parts", "told"), CHOICES)
def test_choices_keep_their_weights_and_reasons(text: str, rule: str, parts: dict[str, str], told: list[str]):
    question = only(text)
    assert question.key.rule == rule
    assert choices(question) == parts
    assert codes(read(text)) == told


@pytest.mark.parametrize(
    ("text", "key", "true", "false"),
    [
        ("Q {T}", True, "", ""),
        ("Q {TRUE#Wrong.}", True, "", "Wrong."),
        ("Q {F#Wrong.#Right.}", False, "Wrong.", "Right."),
        ("Q {FALSE\n#Wrong.\n#Right.\n####So it is.}", False, "Wrong.", "Right."),
    ],
)
def test_the_first_reason_of_a_truth_is_for_a_wrong_answer(text: str, key: bool, true: str, false: str):
    question = only(text)
    body = question.key.body
    assert (body.correct, body.feedback_true.value, body.feedback_false.value) == (key, true, false)  # type: ignore[union-attr]
    assert question.key.explanation.value == ("So it is." if "####" in text else "")


@pytest.mark.parametrize(
    ("text", "answer", "tolerance", "told"),
    [
        ("Q {#4}", "4", "0", []),
        ("Q {#-3.142:0.001}", "-3.142", "0.001", []),
        ("Q {#1..5}.", "3", "2", []),
        ("Q {#-5..5}", "0", "5", []),
        ("Q {#1.5e3:1E1}", "1500", "10", []),
        (
            "Q {#123456789012345.12345678901234567}",
            "123456789012345.123456789012346",
            "0",
            ["number_rounded"],
        ),
        ("Q {#3,14:0,01}", "3.14", "0.01", ["decimal_comma_read"] * 2),
        ("Q {#\n\t=%100%6:0#Six.\n}", "6", "0", []),
        ("Q {#3:2~#Wrong.}", "3", "2", ["any_answer_left_out"]),
        ("Q {#\n=3:2\n~#Wrong.}", "3", "2", ["any_answer_left_out"]),
    ],
)
def test_a_number_is_read_in_all_its_forms(text: str, answer: str, tolerance: str, told: list[str]):
    body = only(text).key.body
    assert (body.answer, body.tolerance) == (answer, tolerance)  # type: ignore[union-attr]
    assert codes(read(text)) == told


def test_numbers_of_part_credit_are_tiers_or_foreseen():
    body = only("When? {#\n=1822:0#Yes.\n=%50%1822:2\n=%0%1900#Too late.\n=%25%1821:0}").key.body
    assert [(tier.tolerance, tier.credit) for tier in body.tiers] == [("2", "1/2")]  # type: ignore[union-attr]
    assert [(one.answer, one.credit, one.feedback.value) for one in body.foreseen] == [  # type: ignore[union-attr]
        ("1900", "0", "Too late."),
        ("1821", "1/4", ""),
    ]


def test_typed_answers_are_key_accepted_or_foreseen_and_their_reasons_explain():
    text = "Who? {=Ida Holm#She did. =Holm =ida holm =%50%Aas#Her neighbour. =%0%*#No. ~Berg#He sailed. ####The book says so.}"
    question = only(text.replace("~Berg#He sailed. ", "=%0%Berg#He sailed. "))
    body = question.key.body
    assert (body.answer, body.accept) == ("Ida Holm", ("Holm",))  # type: ignore[union-attr]
    assert [(one.answer, one.credit, one.feedback.value) for one in body.foreseen] == [  # type: ignore[union-attr]
        ("Aas", "1/2", "Her neighbour."),
        ("Berg", "0", "He sailed."),
    ]
    assert question.key.explanation.value == "She did.\n\nThe book says so."


def test_a_match_keeps_its_pairs_and_what_belongs_to_none():
    question = only("Match. {=Holm -> pier =Aas -> ferry = -> lamp =Berg->pier}")
    shown = question.shown.body
    targets = {side.id: side.text.value for side in shown.targets}  # type: ignore[union-attr]
    premises = {side.id: side.text.value for side in shown.premises}  # type: ignore[union-attr]
    pairs = {premises[one]: targets[other] for one, other in question.key.body.pairs.items()}  # type: ignore[union-attr]
    assert pairs == {"Holm": "pier", "Aas": "ferry", "Berg": "pier"}
    assert sorted(targets.values()) == ["ferry", "lamp", "pier"]


# text of one question, why it stays out
FAULTS = [
    ("How are you? {}", "kind_essay"),
    ("Only a text.", "kind_description"),
    ("Who? {=Holm ~Aas", "brace_not_closed"),
    ("A {=x} B {=y}", "several_answer_groups"),
    ("A {x} B {y}", "no_answer_group"),
    ("::Name:: {=x ~y}", "no_stem"),
    ("Who? {~Holm ~Aas}", "none_right"),
    ("Who? {~%50%Holm ~Aas =%50%Berg}", "none_fully_right"),
    ("Who? {~%50%Holm ~%50%Aas}", "no_wrong_choice"),
    ("Who? {Holm ~Aas}", "words_before_answers"),
    ("Who? {=Holm ~}", "choice_empty"),
    ("Who? {=Holm ~Aas ~aas}", "duplicate_choice"),
    ("Who? {=*olm*}", "pattern_is_key"),
    ("Who? {=%50%Holm}", "none_fully_right"),
    ("Match. {=a -> =b -> c}", "pair_incomplete"),
    ("Match. {=a -> b}", "too_few_pairs"),
    ("How many? {#three}", "not_a_number"),
    ("How many? {#1e30}", "number_too_long"),
    ("How many? {#1e9999}", "not_a_number"),
    ("How many? {#5..1}", "range_turned_round"),
    ("How many? {#=5:1 =%50%9:1}", "several_ranges"),
]


@pytest.mark.parametrize(("text", "why"), FAULTS)
def test_a_bad_question_costs_one_question(text: str, why: str):
    bank = read(f"{HARBOUR}\n\n{text}\n\nWho paid? {{=Holm ~Berg}}\n")
    assert [stem(question) for question in taken(bank)] == ["Who kept the lamp?", "Who paid?"]
    (problem,) = errors(bank)
    assert (problem.code, problem.line) == (why, 3)
    assert bank.found == 3


def test_questions_without_a_blank_line_between_them_are_told_apart():
    bank = read("::A:: One? {T}\n::B:: Two? {F}\n$CATEGORY: Piers\n::C:: Three? {T}\n")
    assert [(stem(one), one.topics) for one in taken(bank)] == [
        ("One?", ("sample",)),
        ("Two?", ("sample",)),
        ("Three?", ("piers",)),
    ]
    assert [bank.line_of(one.id) for one in taken(bank)] == [1, 2, 4]
    assert set(codes(bank)) == {"no_blank_line_between"}


def test_categories_and_tags_become_topics():
    text = "$CATEGORY: $course$/top/Harbour: old//new/Piers\n\n// [id:pier 1] [tag:storm \\[big\\]]\nWho? {=Holm ~Aas}\n"
    bank = read(text)
    (question,) = taken(bank)
    assert question.slug == "pier-1"
    assert question.topics == ("harbour-old-new-piers", "storm-big")
    assert bank.topics == {"harbour-old-new-piers": "Harbour: old/new / Piers", "storm-big": "storm [big]"}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("// [id:x-17]\n::Pier:: Who? {T}", "x-17"),
        ("::Who kept the Lämp?:: Who? {T}", "who-kept-the-lamp"),
        (f"::{'long ' * 40}:: Who? {{T}}", "long-long-long-long-long-long-long-long-long-long-long-long-"),
        ("::Кто?:: Who? {T}", "q-"),
        ("Who? {T}", "q-"),
    ],
)
def test_a_question_has_a_name_that_lasts(text: str, slug: str):
    first, again = only(text), only(f"// an added remark\n\n{text}")
    assert first.slug == again.slug
    assert first.slug == slug or (first.slug.startswith(slug) and len(first.slug) <= 80)
    assert same(first, again)


def test_equal_names_are_told_apart_and_stay_so():
    text = "::Pier:: Who? {T}\n\n::Pier:: When? {F}\n\n::Pier:: When? {F}\n\nSo? {T}\n\nSo? {T}\n"
    slugs = [question.slug for question in taken(read(text))]
    assert len(set(slugs)) == 5
    assert slugs[0] == "pier"
    assert slugs == [question.slug for question in taken(read(text))]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("\ufeffIs the caf\xe9 old? {T}\n".encode(), ["byte_order_mark"]),
        ("Is the caf\xe9 old? {T}\n".encode("cp1252"), ["read_as_cp1252"]),
        ("Is the caf\xe9 old? {T}\n".encode("utf-16"), ["read_as_utf16"]),
        ("Is the caf\xe9 old? {T}\n".encode("utf-16-be"), ["read_as_utf16"]),
        ("// one\r\nIs the caf\xe9 old?\n{T}\r\n".encode(), ["mixed_line_ends"]),
        ("// one\r\nIs the caf\xe9 old?\r\n{T}\r\n".encode(), []),
        ("// one\rIs the caf\xe9 old?\r{T}\r".encode(), []),
        ("Is the caf\xe9\x0bold? {T}\n".encode(), ["controls_removed"]),
    ],
)
def test_a_file_is_read_however_it_was_saved(data: bytes, told: list[str]):
    bank = read(data, "sample.txt")
    assert codes(bank) == told
    (question,) = taken(bank)
    assert " ".join(stem(question).split()) == "Is the caf\xe9 old?"
    assert bank.files[0].format == "gift"


def test_a_set_is_called_after_its_file_and_tells_once_what_it_lacks():
    bank = read("Who? {=Holm ~Aas}\n\nSo? {T}\n", "folder/My Harbour.gift.txt")
    (made,) = bank.sets
    assert (made.id, made.title) == ("my-harbour-gift", "My Harbour")
    assert [problem.code for problem in bank.problems] == ["no_sources", "no_reasons"]
    assert all(not question.key.citations for question in made.questions)


@pytest.mark.parametrize(
    "data", [b"\0\1\2PK\3\4", b"Dear reader,\nnothing is asked here.\n", b"<html><p>No</p></html>"]
)
def test_what_is_no_question_file_is_said(data: bytes):
    (problem,) = read(data, "letter.txt").problems
    assert problem.code in ("unknown_format", "xml_unknown", "not_text")


PIECES = st.sampled_from(
    [
        *"{}=~#%:\\\n\n ",
        "::",
        "->",
        "T",
        "TRUE",
        "a",
        "4",
        "..",
        "%50%",
        "####",
        "$CATEGORY: x\n",
        "//",
        "[html]",
        "<b>",
        "</p>",
        "&amp;",
        "*",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_whatever_stands_in_a_file_each_item_is_taken_or_told(text: str):
    items = list(read_gift(text))
    for item in items:
        assert (item.fields is None) == any(note.code not in FOREIGN_WARNINGS for note in item.notes)
    bank = read(f"Q? {{T}}\n\n{text}")
    assert len(taken(bank)) + len({problem.question for problem in errors(bank)}) == bank.found


KINDS = {
    "single_choice": "mc",
    "multiple_response": "mc",
    "short_answer": "sa",
    "true_false": "tf",
    "numerical": "num",
    "matching": "match",
    "description": "desc",
}


@pytest.mark.parametrize(
    ("folder", "counts"),
    [
        ("gift-grammar", {"mc": 31, "sa": 19, "tf": 17, "num": 14, "essay": 8, "desc": 7, "match": 4}),
        # In two of these a brace of the text comes first; a reader that stops there takes a choice for a typed answer.
        ("tsugi", {"mc": 257, "sa": 8, "essay": 9, "num": 9, "tf": 6, "match": 5, "desc": 2}),
        ("moodle", {"mc": 21, "sa": 11, "tf": 9, "num": 9, "match": 5, "essay": 1}),
    ],
)
def test_files_of_others_are_taken_whole(corpora: Path, folder: str, counts: dict[str, int]):
    kinds: Counter[str] = Counter()
    for path in sorted((corpora / "gift" / folder).iterdir()):
        if path.suffix == ".json":
            continue
        bank = read(path.read_bytes(), path.name)
        (file,) = bank.files
        kinds.update(KINDS.get(outline.kind, outline.kind) for outline in file.outlines)
        out = {problem.question: problem for problem in errors(bank)}
        assert len(taken(bank)) + len(out) == len(file.outlines) == bank.found, path.name
        usual = {"kind_essay", "kind_description", "duplicate_choice"}
        assert {problem.code for problem in out.values()} <= usual, path.name
    assert kinds == counts


@pytest.mark.parametrize(
    "text",
    ["{" * 20_000, "{\n\n" * 5_000, "// " + "[id:" * 20_000, "[markdown]" + "__a " * 20_000 + "{T}", "::a::x{T}\n\n" * 5_000],
)  # fmt: skip
def test_a_file_made_to_be_slow_is_read_to_its_end(text: str):
    bank = read(text)
    assert len(taken(bank)) + len({problem.question for problem in errors(bank)}) == bank.found
