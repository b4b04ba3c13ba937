"""Reading: broken pieces, bytes of all kinds, what the values hold, and the limits of what is let in."""

import json
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import scoring
from app.domain.ids import SourceId
from app.domain.kinds import (
    KINDS,
    cloze,
    evidence,
    matching,
    numerical,
    ordering,
    short_answer,
    single_choice,
    status_sort,
)
from app.domain.lint import lint
from app.domain.question import Question
from app.domain.source import Locator, PlaceCitation
from app.formats.bank import InputFile, read_bank, read_files
from app.formats.yaml_events import MAX_DEPTH, Refused, build
from app.words.problems import sentence
from tests.unit.harbour import FOLDER, GATHERED, SET, SOURCE, changed, line_of, read, texts, with_weighing

HARBOUR = SourceId("harbour")
BY_SLUG: dict[str, Question] = {question.slug: question for question in read(texts()).questions()}
WEIGHED: dict[str, Question] = {
    question.slug: question for question in read(with_weighing()).questions() if question.set == "weighing"
}


def slugs(files: dict[str, str]) -> list[str]:
    return [question.slug for question in read(files).questions()]


@pytest.mark.parametrize(
    ("old", "new", "lost", "code"),
    [
        ("stem: What did the lamp burn?", 'stem: "What did the lamp burn?', "lamp-fuels", "yaml_syntax"),
        ("stem: What did the lamp burn?", "stem: Say: what?", "lamp-fuels", "yaml_syntax"),
        ("  scoring: all_or_nothing\n", "\tscoring: all_or_nothing\n", "lamp-fuels", "yaml_syntax"),
        ("  scoring: all_or_nothing\n", "scoring: all_or_nothing\n", "lamp-fuels", "yaml_syntax"),
        ("  key: Norrvik\n", "  key: {Norrvik\n", "ferry-town", "yaml_syntax"),
        ("  key: Norrvik\n", "  key: *norrvik\n", "ferry-town", "alias"),
        ("  status: opinion\n", "  status: [opinion\n", "bridge-summary", "yaml_syntax"),
        ("  level: analyse\n", "  level: analyze\n", "who-and-what", "not_one_of"),
    ],
)
def test_a_broken_question_costs_one_question(old: str, new: str, lost: str, code: str):
    files = changed(SET, old, new)
    bank = read(files)
    assert [question.slug for question in bank.questions()] == [slug for slug in BY_SLUG if slug != lost]
    assert bank.found == len(BY_SLUG)
    (problem,) = bank.problems
    first = line_of(files[SET], f"- id: {lost}")
    following = files[SET].find("\n- id:", files[SET].index(f"- id: {lost}") + 1)
    last = files[SET][:following].count("\n") + 1 if following > 0 else files[SET].count("\n") + 1
    assert problem.code == code
    assert first <= problem.line <= last


def test_questions_may_be_indented_and_one_of_them_broken():
    head, questions = texts()[SET].split("questions:\n")
    broken = questions.replace("stem: What did the lamp burn?", "stem: Say: what?")
    indented = "".join(f"  {line}\n" if line else "\n" for line in broken.split("\n"))
    assert slugs({SET: f"{head}questions:\n{indented}"}) == [slug for slug in BY_SLUG if slug != "lamp-fuels"]


def test_a_broken_head_is_told_and_nothing_is_read():
    bank = read(changed(SET, "title: A harbour and its town", "title: A harbour: its town"))
    assert [one.id for one in bank.sets] == ["gathered"]
    assert [(problem.code, problem.line) for problem in bank.problems] == [("yaml_syntax", 3)]


def test_all_faults_of_a_head_are_told_and_those_of_its_questions_too():
    files = texts()
    files[SET] = (
        files[SET]
        .replace("set: harbour", "set: My Harbour")
        .replace(
            "title: A harbour and its town",
            "title: A harbour: its town\ntone: dark\ncolour: red\norder: mixed\norder: fixed",
        )
        .replace("  difficulty: 4\n", "  difficulty: 9\n")
        .replace("stem: What did the lamp burn?", "stem: Say: what?")
    )
    bank = read(files)
    assert [one.id for one in bank.sets] == ["gathered"]
    found = {(problem.code, problem.values.get("field"), problem.question) for problem in bank.problems}
    assert found == {
        ("bad_slug", "set", ""),
        ("yaml_syntax", None, ""),
        ("unknown_field", "tone", ""),
        ("unknown_field", "colour", ""),
        ("duplicate_key", None, ""),
        ("yaml_syntax", None, ""),
        ("number_too_high", "difficulty", "my-harbour/town-timeline"),
    }
    assert [problem.code for problem in bank.problems].count("yaml_syntax") == 2


def test_a_head_without_questions_is_read_field_by_field():
    bank = read_files([InputFile("a.yaml", b"set: a\ntitle: b: c\nselect: [a\norder: none\n")])
    assert {(problem.code, problem.line) for problem in bank.problems} == {
        ("yaml_syntax", 2),
        ("yaml_syntax", 4),
        ("not_one_of", 4),
    }


def test_a_broken_head_of_a_source_hides_nothing_of_it():
    bank = read(changed(SOURCE, "short: the town's story", "short: the: story\nkind: poem"))
    assert {problem.code for problem in bank.problems} == {"yaml_syntax", "duplicate_key", "not_one_of"}
    assert HARBOUR not in bank.sources


def test_an_unknown_kind_and_a_name_that_is_used_hide_no_other_fault():
    files = changed(SET, "- id: lamp-fuels\n  kind: multiple_response\n", "- id: pier-payer\n  kind: guess\n")
    files[SET] = files[SET].replace("  points: 2\n", "")
    at = files[SET].index("kind: guess")
    files[SET] = files[SET][:at] + files[SET][at:].replace("  level: ", "  lewel: ", 1)
    question = {problem.code for problem in read(files).problems if problem.question == "harbour/pier-payer"}
    assert question == {"duplicate_slug", "unknown_kind", "missing_field"}


def test_a_name_is_used_by_a_broken_question_too():
    files = changed(SET, "- id: lamp-fuels\n", "- id: pier-payer\n")
    files[SET] = files[SET].replace("  - key: Ida Holm\n", "  - kee: Ida Holm\n")
    assert {problem.code for problem in read(files).problems} == {
        "unknown_field",
        "duplicate_slug",
    }


@pytest.mark.parametrize(
    ("name", "data", "line", "words"),
    [
        ("letter.yaml", b"Dear all,\nthis is: a letter: of mine\n", 2, "needs quotation marks"),
        ("letter.yaml", b"Just a letter.\n", 1, ""),
        ("notes.yaml", b"# Notes\n\n*All* of them.\n", 3, "layout cannot be read"),
        ("shopping.yaml", b"shopping:\n- apples\n", 1, ""),
        ("essay.yaml", b"PK\x03\x04\x14\x00\x00\xe9\xff", 1, "nor any text"),
        ("essay.docx", b"PK\x03\x04\x14\x00\x00\xe9\xff", 1, "nor any text"),
        ("README.md", b"# About\n\nA program.\n", 1, ""),
    ],
)
def test_what_is_no_question_set_is_told_so_first(name: str, data: bytes, line: int, words: str):
    (problem,) = read_files([InputFile(name, data)]).problems
    said = sentence(problem)
    assert problem.line == line
    assert said.startswith("This is not a question set")
    assert "docs/question-sets.md" in said
    assert words in said


def test_all_faults_of_a_question_are_told_at_once():
    files = changed(SET, "  difficulty: 4\n  level: evaluate\n", "  dificulty: 9\n  level: hard\n  hint: x\n")
    found = {(problem.code, problem.values.get("field")) for problem in read(files).problems}
    assert found == {
        ("unknown_field", "dificulty"),
        ("missing_field", "difficulty"),
        ("not_one_of", "level"),
        ("unknown_field", "hint"),
    }


def test_a_broken_statement_costs_one_statement():
    bank = read(changed(SOURCE, "- at: 2.2\n", "- at: two\n"))
    assert [problem.code for problem in bank.problems] == ["bad_pattern"]
    assert len(bank.sources[HARBOUR].claims) == len(read(texts()).sources[HARBOUR].claims) - 1


def test_every_kind_is_read():
    assert [question.shown.kind for question in (*BY_SLUG.values(), *WEIGHED.values())] == list(KINDS)


@pytest.mark.parametrize("question", [*BY_SLUG.values(), *WEIGHED.values()], ids=(*BY_SLUG, *WEIGHED))
def test_nothing_shown_tells_the_key(question: Question):
    body = question.shown.body
    match body:
        case single_choice.Shown(choices=parts):
            assert [part.id for part in parts] == sorted(part.id for part in parts)
        case matching.Shown(targets=parts, premises=premises):
            assert [part.id for part in parts] == sorted(part.id for part in parts)
            assert [part.id for part in premises] == sorted(part.id for part in premises)
        case ordering.Shown(items=parts):
            assert [part.id for part in parts] == sorted(part.id for part in parts)
        case cloze.Shown(text=text, gaps=gaps):
            assert [text.value.index(gap.id) for gap in gaps] == sorted(
                text.value.index(gap.id) for gap in gaps
            )
            assert "day" not in text.value
        case evidence.Shown(answer=single_choice.Shown(choices=parts)) | status_sort.Shown(statements=parts):
            assert [part.id for part in parts] == sorted(part.id for part in parts)
        case _:
            pass
    shown = msgspec.json.encode(question.shown).decode()
    assert "feedback" not in shown
    assert "correct" not in shown
    assert not {"statuses", "voices", "places", "support"} & set(msgspec.to_builtins(body))


def test_the_key_scores_one():
    town = BY_SLUG["ferry-town"]
    given_answer = short_answer.Response("norrvik")
    assert scoring.score(town.shown, town.key, given_answer).fraction == 1
    year = BY_SLUG["storm-year"]
    assert year.key.rule == "year@1"
    answer = numerical.Response("1888")
    assert scoring.score(year.shown, year.key, answer).fraction == 1


def test_a_question_holds_what_its_author_wrote():
    payer = BY_SLUG["pier-payer"]
    assert payer.id == "harbour/pier-payer"
    assert (payer.shown.stem.format, payer.shown.stem.plain()) == (
        "markdown",
        "Who paid for the pier, by the town's story?",
    )
    assert payer.key.rule == "single_choice@1"
    assert payer.key.citations[0] == PlaceCitation(HARBOUR, Locator(1, 3), "paid for the first pier", ("a",))
    assert (payer.covers, payer.formerly) == (("A-001", "D-04"), ("harbour/pier", "old-town/pier-payer"))
    town = BY_SLUG["ferry-town"]
    assert (town.state, town.shown.language, town.key.explanation.format) == ("reviewed", "en-GB", "plain")
    fuels = BY_SLUG["lamp-fuels"]
    assert (fuels.shown.points, fuels.shown.shuffle, fuels.key.rule) == ("2", False, "all_or_nothing@1")


def test_identifiers_of_parts_stay_when_other_words_change():
    before = BY_SLUG["pier-payer"].key.body
    changed_files = changed(SET, "  - distractor: The parish\n", "  - distractor: The town\n")
    after = next(read(changed_files).questions()).key.body
    assert isinstance(before, single_choice.Key)
    assert isinstance(after, single_choice.Key)
    assert before.correct == after.correct
    assert before.order[1] != after.order[1]


def test_letters_follow_the_statements_of_a_sentence():
    source = read(texts()).sources[HARBOUR]
    assert [claim.letter for claim in source.claims_at(Locator(1, 3))] == ["a", "b"]
    assert source.original is not None
    assert source.original.sha256 == sha256((FOLDER / "documents" / "harbour.txt").read_bytes()).hexdigest()


def test_places_name_the_lines():
    bank = read_bank(FOLDER)
    place = bank.places["harbour/storm-year"]
    assert place.file == str(FOLDER / SET)
    assert place.line == line_of(texts()[SET], "- id: storm-year")
    assert bank.line_of("harbour/storm-year", "within") == line_of(texts()[SET], "within: 1888")
    assert bank.line_of("nowhere") == 1


def test_files_carry_the_hash_of_their_bytes():
    (file,) = [one for one in read_bank(FOLDER).files if one.name.endswith(GATHERED)]
    assert (file.kind, file.id) == ("set", "gathered")
    assert file.sha256 == sha256((FOLDER / GATHERED).read_bytes()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, line_end: str):
    data = texts()[SET].replace("\n", line_end).encode(encoding)
    bank = read_files([InputFile("set.yaml", data)])
    assert bank.sets == tuple(one for one in read(texts()).sets if one.id == "harbour")


def test_a_teacher_s_single_file_is_usable_with_a_warning_for_each_lack():
    bank = read_files([InputFile("mine.yaml", texts()[SET].encode())])
    assert len(list(bank.questions())) == len(BY_SLUG)
    found = lint(bank)
    assert {problem.severity for problem in found} == {"warning"}
    assert sorted(problem.code for problem in found) == [
        "reference_not_here",
        "source_not_here",
        "topic_not_here",
    ]
    assert lint(bank, known=read(texts())) == ()


def test_a_set_dropped_with_its_source_is_resolved():
    files = texts()
    bank = read({SET: files[SET], SOURCE: files[SOURCE], "notes.yml": files["sources/notes.yaml"]})
    assert [problem.code for problem in lint(bank)].count("source_not_here") == 0


def test_a_question_may_say_that_it_cites_nothing():
    start = texts()[SET].index("  citations:\n  - {source: harbour, at: 1.1")
    files = texts()
    files[SET] = files[SET][:start] + files[SET][start:].replace(
        '  citations:\n  - {source: harbour, at: 1.1, anchor: "was dug in 1862"}\n', "  citations: none\n"
    )
    (question,) = [one for one in read(files).questions() if one.slug == "harbour-first"]
    assert question.key.citations == ()


def test_depth_and_size_are_refused_early():
    with pytest.raises(Refused) as refused:
        build("a: " + "[" * 200_000)
    assert refused.value.code == "too_deep"
    assert build("a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)) is not None


def test_all_scalars_are_text():
    assert build("{a: no, b: 7.10, c: 1937-08-05, d: 1:30, e: null, f: 0x1F}") == {
        "a": "no", "b": "7.10", "c": "1937-08-05", "d": "1:30", "e": "null", "f": "0x1F",
    }  # fmt: skip


@pytest.mark.parametrize(
    "entries",
    [
        5,
        [5],
        [{"title": "x"}],
        [{"id": "x", "type": "book"}],
        [{"id": "x", "type": "book", "title": "T", "custom": {"seen": "?"}}],
    ],
)
def test_references_that_are_none_are_told(entries: object):
    bank = read_files([InputFile("references.json", json.dumps(entries).encode())])
    assert len(bank.problems) == 1
    assert not bank.references


def test_numbers_as_identifiers_of_works_become_text():
    bank = read_files([InputFile("r.json", b'[{"id": 7, "type": "book", "title": "T"}]')])
    assert list(bank.references) == ["7"]


LINES = st.lists(st.sampled_from(texts()[SET].split("\n")) | st.text(max_size=20), max_size=60)


@given(LINES)
def test_no_text_makes_the_reader_fail(lines: list[str]):
    data = "\n".join(["set: x", "title: X", "questions:", *lines]).encode("utf-8", "surrogatepass")
    for problem in read_files([InputFile("x.yaml", data)]).problems:
        assert problem.line >= 1


@given(st.binary(max_size=200), st.sampled_from(["x.yaml", "x.json"]))
def test_no_bytes_make_the_reader_fail(data: bytes, name: str):
    assert read_files([InputFile(name, data)]).sets == ()


def test_rules_of_writing_are_warnings_unless_the_check_is_strict():
    files = changed(SET, "    feedback: She paid for it herself.\n", "")
    files[SET] = (
        files[SET].replace("  answer_as: year\n", "").replace("{ref: berg1950, page: 31}", "{ref: berg}")
    )
    bank = read(files)
    assert {problem.code: problem.severity for problem in lint(bank)} == {
        "missing_feedback": "warning",
        "numerical_not_a_date": "warning",
        "unknown_reference": "error",
    }
    assert {problem.severity for problem in lint(bank, strict=True)} == {"error"}


def test_two_broken_questions_cost_two():
    files = changed(SET, "stem: What did the lamp burn?", "stem: Say: what?")
    files[SET] = files[SET].replace("  key: Norrvik\n", "  key: {Norrvik\n")
    bank = read(files)
    assert [problem.code for problem in bank.problems] == ["yaml_syntax", "yaml_syntax"]
    assert (len(list(bank.questions())), bank.found) == (len(BY_SLUG) - 2, len(BY_SLUG))


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("a *word* here", "markdown"),
        ("5 * 3 * 2", "plain"),
        ("a * b", "plain"),
        ("*", "plain"),
        ("**", "plain"),
        ("*a b*", "markdown"),
    ],
)
def test_only_emphasis_makes_a_text_markdown(written: str, kind: str):
    bank = read(changed(SET, "stem: What did the lamp burn?", f'stem: "{written}"'))
    stem = next(question.shown.stem for question in bank.questions() if question.slug == "lamp-fuels")
    assert (stem.value, stem.format) == (written, kind)
