"""Moodle XML: sample questions with one peculiarity each, repairs and refusals, and files that others wrote."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from app.formats.findings import Findings
from app.formats.readers import moodle_xml
from tests.unit.foreign import choices, codes, errors, only, read, same, stem, taken

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
LAMP = (
    '<question type="truefalse"><name><text>Lamp</text></name><questiontext format="html"><text>It burned.</text>'
    '</questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>'
    "</question>\n"
)
AS_HTML = ' format="html"'


def asked(type_: str, *parts: str, text: str = "Who?", format_: str = AS_HTML) -> str:
    return (
        f'<question type="{type_}"><name><text>Sample</text></name>'
        f"<questiontext{format_}><text>{text}</text></questiontext>{''.join(parts)}</question>\n"
    )


def answer(fraction: str, text: str, feedback: str = "", more: str = "") -> str:
    told = f"<feedback{AS_HTML}><text>{feedback}</text></feedback>" if feedback else ""
    return f'<answer fraction="{fraction}"{AS_HTML}><text>{text}</text>{told}{more}</answer>'


def quiz(*questions: str) -> str:
    return f"{HEAD}{''.join(questions)}</quiz>\n"


def one(*parts: str, **more: str):
    return only(quiz(asked(*parts, **more)), "sample.xml")


def told(*parts: str, **more: str) -> list[str]:
    return codes(read(quiz(asked(*parts, **more)), "sample.xml"))


HOLM, AAS = answer("100", "Holm"), answer("0", "Aas")


@pytest.mark.parametrize(
    ("text", "said", "also"),
    [
        ("<![CDATA[<p>Who kept the <b>lamp</b>?</p>]]>", "Who kept the *lamp*?", []),
        ("&lt;p&gt;Who kept&amp;nbsp;it?&lt;/p&gt;", "Who kept it?", []),
        ("<![CDATA[<p>One.</p><p>Two.</p>]]>", "One.\nTwo.", []),
        (
            "<![CDATA[<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>Which?]]>",
            "a | b\nc | d\nWhich?",
            [],
        ),
        ("<![CDATA[<pre>a\n  b</pre>Which?]]>", "a\n  b\nWhich?", []),
        ("<![CDATA[<!-- so -->Who?<script>x()</script>]]>", "Who?", ["media_left_out"]),
        (
            "<![CDATA[Who? <img src='@@PLUGINFILE@@/a.png' alt='A pier'>]]>",
            "Who? [A pier]",
            ["picture_left_out"],
        ),
        ("Did &#x202e;it burn?", "Did it burn?", ["bidi_removed"]),
        ("Is x &amp;lt; y?", "Is x < y?", []),
    ],
)
def test_a_stem_is_read_as_words(text: str, said: str, also: list[str]):
    assert stem(one("truefalse", answer("100", "true"), answer("0", "false"), text=text)) == said
    assert told("truefalse", answer("100", "true"), answer("0", "false"), text=text) == also


def test_depth_is_no_danger():
    deep = "<![CDATA[" + "<div>" * 5000 + "Who?" + "</div>" * 5000 + "]]>"
    assert "Who?" in stem(one("truefalse", answer("100", "true"), answer("0", "false"), text=deep))


@pytest.mark.parametrize(
    ("parts", "rule", "expected", "also"),
    [
        ([HOLM, answer("0", "Aas", "No.")], "single_choice@1", {"Holm": "key", "Aas": "No."}, []),
        ([HOLM, answer("50", "Aas")], "single_choice@1", {"Holm": "key", "Aas": ""}, ["part_credit_lost"]),
        (
            ["<single>false</single>", answer("50", "a"), answer("50", "b"), answer("-100", "c")],
            "balanced@1",
            {"a": "key", "b": "key", "c": ""},
            [],
        ),
        (
            ["<single>0</single>", answer("33.33333", "a"), answer("66.66667", "b"), answer("-25", "c")],
            "map_response@1",
            {"a": "key 1/3", "b": "key 2/3", "c": "-1/4"},
            [],
        ),
        ([HOLM, answer("100", "Aas"), answer("0", "c")], "map_response@1",
         {"Holm": "key 1/2", "Aas": "key 1/2", "c": "0"}, ["several_right_ticked"]),
    ],
)  # fmt: skip
def test_choices_keep_their_weights_and_reasons(
    parts: list[str], rule: str, expected: dict[str, str], also: list[str]
):
    question = one("multichoice", *parts)
    assert (question.key.rule, choices(question)) == (rule, expected)
    assert told("multichoice", *parts) == also


def test_what_belongs_to_a_question_comes_along():
    question = one(
        "multichoice",
        HOLM,
        AAS,
        "<defaultgrade>2.5000000</defaultgrade><shuffleanswers>0</shuffleanswers><idnumber>K 7</idnumber>",
        f"<generalfeedback{AS_HTML}><text>So it is.</text></generalfeedback>",
        "<tags><tag><text>storm</text></tag></tags>",
    )
    assert (question.shown.points, question.shown.shuffle, question.slug) == ("2.5", False, "k-7")
    assert question.key.explanation.value == "So it is."
    assert question.topics == ("storm",)


def test_a_truth_tells_each_answer_its_own_reason():
    body = one("truefalse", answer("0", "true", "It is not."), answer("100", "false", "Right.")).key.body
    assert (body.correct, body.feedback_true.value, body.feedback_false.value) == (
        False,
        "It is not.",
        "Right.",
    )


def test_a_typed_word_has_accepted_and_foreseen_forms():
    parts = [
        answer("100", "Ida Holm", "She did."),
        answer("100", "Holm"),
        answer("50", "Aas"),
        answer("0", "*", "No."),
    ]
    question = one("shortanswer", "<usecase>1</usecase>", *parts)
    body = question.key.body
    assert (body.answer, body.accept, [(each.answer, each.credit) for each in body.foreseen]) == (
        "Ida Holm",
        ("Holm",),
        [("Aas", "1/2")],
    )
    assert question.key.explanation.value == "She did."
    assert told("shortanswer", "<usecase>1</usecase>", *parts) == ["case_not_kept", "any_answer_left_out"]


def test_a_number_has_its_tolerance_and_its_units():
    wide = [answer("100", "6.25", more="<tolerance>0.05</tolerance>"), answer("0", "*", "No.")]
    units = "<units>{}</units>".format(
        "".join(
            f"<unit><multiplier>{many}</multiplier><unit_name>{name}</unit_name></unit>"
            for many, name in ((1, "m"), (100, "cm"), (3, "yd"))
        )
    )
    body = one("numerical", *wide, units).key.body
    assert (body.answer, body.tolerance, body.units) == ("6.25", "0.05", {"m": "1", "cm": "0.01"})
    assert told("numerical", *wide, units) == ["any_answer_left_out", "unit_left_out"]
    assert told("numerical", answer("100", "1.41421356237309512")) == ["number_rounded"]


def test_a_match_keeps_its_pairs_and_what_belongs_to_none():
    pairs = "".join(
        f"<subquestion{AS_HTML}><text>{premise}</text><answer><text>{target}</text></answer></subquestion>"
        for premise, target in (("Holm", "pier"), ("Aas", "ferry"), ("", "lamp"))
    )
    shown = one("matching", pairs).shown.body
    assert sorted(side.text.value for side in shown.premises) == ["Aas", "Holm"]
    assert sorted(side.text.value for side in shown.targets) == ["ferry", "lamp", "pier"]


@pytest.mark.parametrize(
    ("parts", "also"),
    [
        ("<hint><text>Think.</text></hint>", ["hints_left_out"]),
        ("<incorrectfeedback><text>No.</text></incorrectfeedback>", ["overall_feedback_left_out"]),
        ("<incorrectfeedback><text>Your answer is incorrect.</text></incorrectfeedback>", []),
        ("<defaultgrade>0</defaultgrade>", ["points_are_one"]),
        ("<image>pier.png</image>", ["picture_left_out"]),
        ('<file name="a.bin" encoding="base64">AAAA</file>', ["file_left_out"]),
    ],
)
def test_what_has_no_place_is_told(parts: str, also: list[str]):
    assert told("multichoice", HOLM, AAS, parts) == also


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (asked("essay"), "kind_essay"),
        (asked("description"), "kind_description"),
        (asked("cloze"), "cloze_of_moodle"),
        (asked("stack"), "kind_of_others"),
        (asked(""), "kind_of_others"),
        (asked("multichoice", HOLM, AAS, text=""), "no_stem"),
        (asked("multichoice", HOLM), "too_few_choices"),
        (asked("multichoice", HOLM, answer("0", "&lt;img src='a.png'&gt;")), "choice_empty"),
        (asked("multichoice", AAS, answer("0", "Berg")), "none_right"),
        (asked("multichoice", HOLM, answer("many", "Berg")), "not_a_number"),
        (asked("multichoice", HOLM, answer("1e99999999", "Berg")), "not_a_number"),
        (asked("multichoice", HOLM, answer("1/0", "Berg")), "not_a_number"),
        (asked("truefalse", answer("0", "true"), answer("0", "false")), "none_right"),
        (asked("numerical", answer("100", "three")), "not_a_number"),
        (asked("numerical", answer("100", "3", more="<tolerance>NaN</tolerance>")), "number_too_long"),
        (asked("shortanswer", answer("100", "*olm")), "pattern_is_key"),
    ],
)  # fmt: skip
def test_a_bad_question_costs_one_question(question: str, why: str):
    bank = read(quiz(LAMP, question, asked("multichoice", HOLM, AAS)), "sample.xml")
    assert [stem(each) for each in taken(bank)] == ["It burned.", "Who?"]
    (problem,) = errors(bank)
    assert (problem.code, problem.line) == (why, 4)
    assert bank.found == 3


def test_categories_become_topics_and_empty_ones_cost_nothing():
    path = '<question type="category"><category><text>{}</text></category></question>\n'
    bank = read(
        quiz(LAMP, path.format("$course$/top/Harbour/Old"), asked("multichoice", HOLM, AAS)), "sample.xml"
    )
    assert [question.topics for question in taken(bank)] == [("sample",), ("harbour-old",)]
    assert bank.topics["harbour-old"] == "Harbour / Old"
    assert bank.found == 2


@pytest.mark.parametrize(
    ("data", "also", "line"),
    [
        (quiz(LAMP).replace("It burned", "It&nbsp;burned").encode(), "entities_replaced", 3),
        (quiz(LAMP).replace("It burned", "It\x0bburned").encode(), "controls_removed", 3),
        (quiz(LAMP).replace("It burned", "It&#11;burned").encode(), "controls_removed", 3),
        (b"\n \n" + quiz(LAMP).encode(), "blank_before_declaration", 1),
        (b"\xef\xbb\xbf" + quiz(LAMP).encode(), "byte_order_mark", 1),
        (quiz(LAMP).encode("utf-16"), "read_as_utf16", 1),
    ],
)
def test_three_repairs_are_made_and_told(data: bytes, also: str, line: int):
    bank = read(data, "sample.xml")
    assert [(each.code, each.line) for each in bank.problems[:1]] == [(also, line)]
    (question,) = taken(bank)
    assert stem(question) == "It burned."
    assert same(question, only(quiz(LAMP), "sample.xml"))


def test_signs_in_cdata_stay_as_they_are():
    text = quiz(LAMP, asked("multichoice", HOLM, AAS, text="<![CDATA[A&nbsp;&amp;lt; b &eacute;]]>"))
    assert codes(read(text, "sample.xml")) == []
    assert [stem(each) for each in taken(read(text, "sample.xml"))] == ["It burned.", "A &lt; b é"]


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        (quiz(asked("essay"), "<question type='essay'><name></question>"), "xml_syntax", 4),
        (quiz(LAMP, "<question type=essay></question>"), "xml_syntax", 4),
        (quiz(LAMP).replace("</quiz>", ""), "xml_syntax", 5),
        (quiz(LAMP, "&unheardof;"), "xml_entity", 4),
        (quiz(LAMP, "<a>" * 400 + "</a>" * 400), "xml_syntax", 4),
        (quiz(LAMP).replace("<quiz>", "<!DOCTYPE quiz [<!ENTITY a 'b'>]>\n<quiz>"), "xml_doctype", 2),
        ("<?xml version='1.0'?>\n<!DOCTYPE quiz SYSTEM 'file:///etc/passwd'>\n<quiz/>", "xml_doctype", 2),
        ("<quizzes/>", "xml_unknown", 1),
    ],
)  # fmt: skip
def test_a_file_that_is_not_well_formed_is_refused_whole_with_its_line(text: str, why: str, line: int):
    bank = read(text, "sample.xml")
    assert taken(bank) == []
    assert [(each.code, each.line) for each in bank.problems] == [(why, line)]


def test_questions_are_let_go_of_one_after_the_other(monkeypatch):
    seen = []
    whole = moodle_xml._elements

    def counted(data: bytes) -> Iterator[object]:
        for element in whole(data):
            yield element
            parent = element.getparent()
            seen.append(0 if parent is None else len(parent))

    monkeypatch.setattr(moodle_xml, "_elements", counted)
    items = list(moodle_xml.read_moodle_xml(quiz(*[LAMP] * 2000).encode(), Findings("sample.xml")))
    assert len(items) == 2000
    assert max(seen) < 500


def test_files_of_others_are_taken_whole(corpora: Path):
    count = 0
    for path in sorted((corpora / "moodle-xml").rglob("*.xml")):
        data = path.read_bytes()
        bank = read(data, path.name)
        if not re.search(rb"<quiz\b", data):
            assert [problem.code for problem in bank.problems] == ["xml_unknown"]
            continue
        present = etree.fromstring(data).xpath("/quiz/question[not(@type='category')]")
        out = {problem.question for problem in errors(bank)}
        assert len(taken(bank)) + len(out) == len(present), path.name
        assert all(problem.line > 1 for problem in errors(bank))
        count += len(present)
    assert count == 78
