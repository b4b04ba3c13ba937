"""Each fault that an author can make, made once in the sample bank: the code, the line, the sentence."""
# ruff: noqa: E501 - a table of faults reads best with a fault to a line

from pathlib import Path

import pytest

from app.domain.foreign_rules import FOREIGN_RULES
from app.domain.ids import SourceId
from app.domain.problem import RULES, WARNINGS
from app.domain.question_rules import QUESTION_RULES
from app.formats import files as files_module
from app.formats.bank import InputFile, read_bank, read_files
from app.sources.check import CheckReport, check_bank
from app.words.problems import sentence
from tests.unit.harbour import (
    GATHERED,
    NOTES,
    REFERENCES,
    SET,
    SOURCE,
    TERMS,
    WEIGHING,
    changed,
    document,
    line_of,
    read,
    texts,
    with_weighing,
)

WEIGHED = with_weighing()[WEIGHING]
ANSWER = WEIGHED[WEIGHED.index("  answer:\n") : WEIGHED.index("  outcomes:\n")]
OUTCOMES = WEIGHED[WEIGHED.index("  outcomes:\n") : WEIGHED.index("  explanation: The quarter")]
STATEMENTS = WEIGHED[WEIGHED.index("  - {statement: The harbour") : WEIGHED.index("  - {statement: The pier")]

# code, file, what stands there, what is put there instead, a part of the line that the problem must name
FAULTS: list[tuple[str, str, str, str, str]] = [
    # the file's layout
    ("unknown_file_kind", TERMS, "terms:", "words:", "words:"),
    ("empty_file", TERMS, "terms: [Aas, Holm, Norrvik, Elmsund]\n", "", ""),
    ("yaml_syntax", SET, "stem: What did the lamp burn?", "stem: Say: what did the lamp burn?", "Say: what"),
    ("json_syntax", REFERENCES, '"title": "The Parish Book",', '"title": "The Parish Book"', '"container-title"'),
    ("control_character", SET, "What did the lamp burn?", "What did the\x07 lamp burn?", "\x07"),
    ("alias", SET, "stem: What did the lamp burn?", "stem: *lamp", "*lamp"),
    ("anchor_name", SET, "stem: What did the lamp burn?", "stem: &lamp What?", "&lamp"),
    ("tag", SET, "stem: What did the lamp burn?", "stem: !lamp What?", "!lamp"),
    ("several_documents", TERMS, "Elmsund]\n", "Elmsund]\n---\nterms: [Berg]\n", "---"),
    ("duplicate_key", SET, "  scoring: all_or_nothing\n", "  scoring: balanced\n  scoring: exact\n", "scoring: exact"),
    ("merge_key", SET, "  scoring: all_or_nothing\n", "  <<: balanced\n", "<<"),
    ("too_deep", SET, "  points: 2\n", "  points: [[[[[[[[[[[[2]]]]]]]]]]]]\n", "[[[["),
    ("key_not_text", SET, "  points: 2\n", "  {points: 2}: 2\n", "{points: 2}"),
    # fields
    ("unknown_field", SET, "  points: 2\n", "  pionts: 2\n", "pionts"),
    ("missing_field", SET, "  stem: What did the lamp burn?\n", "", "- id: lamp-fuels"),
    ("missing_field", SOURCE, "short: the town's story\n", "", "source: harbour"),
    ("expected_mapping", SOURCE, "- at: 1.1\n  says: It dates the digging of the harbour to 1862.\n", "- 1.1\n", "- 1.1"),
    ("expected_mapping", SET, "- id: lamp-fuels\n", "- lamp-fuels\n- id: lamp-fuels\n", "- lamp-fuels\n"),
    ("expected_list", TERMS, "[Aas, Holm, Norrvik, Elmsund]", "Aas", ""),
    ("missing_kind", SET, "  kind: ordering\n", "", "- id: town-timeline"),
    ("unknown_kind", SET, "  kind: ordering\n", "  kind: ordered\n", "kind: ordered"),
    ("expected_mapping", SET, "  - target: Wrote the parish book\n", "  - Wrote the parish book\n", "- Wrote"),
    ("expected_list", SET, "accept: [Aas]", "accept: Aas", "accept: Aas"),
    ("expected_text", SET, "  note: The second oil was paraffin.\n", "  note: [a, b]\n", "note: [a"),
    ("empty_text", SET, "stem: What did the lamp burn?", "stem:", "stem:\n  choices:\n  - key: Whale"),
    ("empty_list", SET, "  topics: [people]\n", "  topics: []\n", "topics: []"),
    ("not_one_of", SET, "  level: analyse\n", "  level: analyze\n", "analyze"),
    ("not_yes_or_no", SET, "    fixed: yes\n", "    fixed: Yes\n", "fixed: Yes"),
    ("not_a_whole_number", SET, "  difficulty: 4\n", "  difficulty: four\n", "four"),
    ("number_too_low", SET, "  difficulty: 4\n", "  difficulty: 0\n", "difficulty: 0"),
    ("number_too_high", SET, "  difficulty: 4\n", "  difficulty: 6\n", "difficulty: 6"),
    ("bad_slug", SET, "- id: lamp-fuels\n", "- id: Lamp fuels\n", "Lamp fuels"),
    ("bad_pattern", SET, "covers: [A-001, D-04]", "covers: [A-001, row 4]", "row 4"),
    ("comment_cuts_text", SET, "stem: What did the lamp burn?", "stem: What burned in lamp #2?", "lamp #2"),
    ("text_long", SET, "What did the lamp burn?", "What did it burn" + " and burn" * 600, "and burn"),
    ("text_too_long", SET, "What did the lamp burn?", "What did it burn" + " and burn" * 12_000, "and burn"),
    # names
    ("duplicate_slug", SET, "- id: lamp-fuels\n", "- id: pier-payer\n", "- id: pier-payer\n  kind: multiple"),
    ("duplicate_set", GATHERED, "set: gathered", "set: harbour", "set: harbour"),
    ("duplicate_source", NOTES, "source: notes", "source: harbour", "source: harbour"),
    ("duplicate_reference", REFERENCES, '"id": "parish-book"', '"id": "berg1950"', '"id": "berg1950",\n    "type": "web'),
    ("select_unknown", GATHERED, "harbour/storm-year", "harbour/storm", "select"),
    ("select_twice", GATHERED, "harbour/storm-year", "harbour/pier-payer", "select"),
    ("select_own", GATHERED, "harbour/storm-year", "gathered/storm-year", "select"),
    ("formerly_in_use", SET, "harbour/pier,", "harbour/storm-year,", "formerly"),
    ("formerly_twice", SET, "  points: 2\n", "  formerly: [harbour/pier]\n", "formerly: [harbour/pier]"),
    ("set_without_questions", GATHERED, "select: [harbour/storm-year, harbour/pier-payer]", "", "set:"),
    ("partner_unknown", WEIGHING, "partner: [how-sure,", "partner: [how-safe,", "partner:"),
    ("partner_is_itself", WEIGHING, "partner: [how-sure,", "partner: [old-town-end,", "partner:"),
    ("partner_inaccurate", WEIGHING, "partner: [how-sure,", "partner: [two-accounts,", "partner:"),
    ("partner_missing", WEIGHING, "  partner: [harbour/pier-payer]\n", "", "- id: first-pier"),
    ("partner_missing", WEIGHING, "key: established, voice: essay, feedback: The parish", "key: inaccurate, voice: essay, feedback: The parish", "- id: how-sure"),
    ("note_without_work", NOTES, "  cites: [{ref: berg1950, page: 45}]\n", "", "at: 2.1"),
    ("waiver_unused", SET, "  points: 2\n", "  waive: [{rule: L07, reason: Why.}]\n", "waive:"),
    ("waiver_of_error", WEIGHING, "  - {ref: berg1950, page: 31}\n", "  waive: [{rule: work_not_cited, reason: Why.}]\n", "waive:"),
    # keys
    ("choice_unmarked", SET, "  - distractor: Coal\n", "  - fixed: no\n", "- fixed: no"),
    ("choice_marked_twice", SET, "  - distractor: Coal\n", "  - distractor: Coal\n    key: Peat\n", "- distractor: Coal"),
    ("no_key", SET, "  - key: Ida Holm\n", "  - distractor: Ida Holm\n", "- distractor: Ida Holm"),
    ("several_keys", SET, "  - distractor: The parish\n", "  - key: The parish\n", "- key: Ida Holm"),
    ("no_distractor", SET, "  - distractor: Coal\n", "  - key: Coal\n", "- key: Whale oil"),
    ("too_few_choices", SET, "      - {distractor: ferry, feedback: \"He said more than that, and was wrong.\"}\n", "", "gaps:"),
    ("too_many_choices", SET, "  - distractor: The parish\n", "  - {distractor: a, feedback: A.}\n"
     "  - {distractor: b, feedback: B.}\n  - {distractor: c, feedback: C.}\n  - distractor: The parish\n", "choices:"),
    ("duplicate_choice", SET, "  - distractor: The parish\n", "  - distractor: ida  HOLM\n", "ida  HOLM"),
    ("too_few_pairs", SET, "  - premise: The bridge\n    target: Ended the ferry\n    feedback: In 1934.\n", "", "- premise"),
    ("duplicate_premise", SET, "  - premise: The bridge\n", "  - premise: Ida Holm\n", "premise: Ida Holm\n    target: Ended"),
    ("no_spare_target", SET, "  spare_targets:\n  - target: Drowned in a storm\n    feedback: Nobody by that name is said to have "
     "drowned.\n  - target: Wrote the parish book\n", "", "pairs:"),
    ("spare_target_is_used", SET, "  - target: Wrote the parish book\n", "  - target: Ended the ferry\n", "- target: Ended"),
    ("duplicate_spare_target", SET, "  - target: Wrote the parish book\n", "  - target: Drowned in a storm\n",
     "- target: Drowned in a storm\n  explanation"),
    ("too_few_items", SET, "  - tie:\n    - item: The bridge is opened\n      feedback: 4 June 1934.\n    - item: The ferry stops\n"
     "      feedback: The same day.\n", "", "- item: The harbour is dug"),
    ("duplicate_item", SET, "    - item: The ferry stops\n", "    - item: The harbour is dug\n", "- tie:"),
    ("tie_too_small", SET, "    - item: The ferry stops\n      feedback: The same day.\n", "", "- tie:"),
    ("all_items_tied", SET, "  - item: The harbour is dug\n    feedback: 1862.\n  - item: The lighthouse is built\n"
     "    feedback: 1871.\n  - tie:\n", "  - tie:\n    - item: A third\n", "- tie:"),
    ("bad_number", SET, "  answer_as: year\n  key: 1889\n  within: 1888 to 1889\n", "  key: 1,889\n", "key: 1,889"),
    ("bad_number", SET, "tolerance: 1, weight: 2", "units: {km: far}, weight: 2", "units: {km: far}"),
    ("bad_year", SET, "  key: 1889\n", "  key: March 1889\n", "key: March 1889"),
    ("bad_date", SET, "key: 4 June 1934", "key: 3/5/1934", "key: 3/5/1934"),
    ("bad_range", SET, "within: 1888 to 1889", "within: 1889 to 1888", "within: 1889"),
    ("key_outside_range", SET, "within: 1888 to 1889", "within: 1887 to 1888", "within: 1887"),
    ("range_and_tolerance", SET, "  within: 1888 to 1889\n", "  within: 1888 to 1889\n  tolerance: 1\n", "within: 1888"),
    ("bad_tolerance", SET, "tolerance: 1, weight: 2", "tolerance: 1 or, weight: 2", "tolerance: 1 or"),
    ("bad_tolerance", SET, "  within: 1888 to 1889\n", "  tolerance: 5 %\n", "tolerance: 5 %"),
    ("bad_fraction", SET, "    credit: 1/4\n", "    credit: 5/4\n", "- answer: Elmsund"),
    ("bad_fraction", SET, "  points: 2\n", "  points: 0\n", "points: 0"),
    ("bad_fraction", SET, "tolerance: 1, weight: 2", "tolerance: 1, weight: 0", "weight: 0"),
    ("accept_repeats_key", SET, "accept: [Norvik by Elmsund,", "accept: [NORRVIK,", "accept: [NORRVIK"),
    ("foreseen_is_right", SET, "  - answer: Elmsund\n", "  - answer: norrvik\n", "- answer: norrvik"),
    ("foreseen_twice", SET, "accept: [Elmsund harbour]", "accept: [elmsund]", "- answer: Elmsund"),
    ("gap_not_in_text", SET, "on {day};", "in June;", "day: {kind"),
    ("gap_without_entry", SET, "on {day};", "on {day} {month};", "text: The bridge"),
    ("gap_twice_in_text", SET, "on {day};", "on {day} {day};", "text: The bridge"),
    ("bad_passage", WEIGHING, "passage: 3.1 to 3.3\n", "passage: 3.3 to 3.1\n", "passage: 3.3"),
    ("bad_passage", WEIGHING, "passage: 1.1 to 2.1,", "passage: 1.1-2.1,", "passage: 1.1-2.1"),
    ("place_outside_passage", WEIGHING, "{distractor: 3.1,", "{distractor: 2.4,", "2.4"),
    ("place_outside_passage", WEIGHING, "key: [3.3]", "key: [3.4]", "key: [3.4]"),
    ("choice_unmarked", WEIGHING, "{distractor: 3.1, feedback", "{feedback", "- {feedback: This sentence"),
    ("choice_marked_twice", WEIGHING, "{distractor: 3.1,", "{key: 3.3, distractor: 3.1,", "{key: 3.3, d"),
    ("duplicate_choice", WEIGHING, "{distractor: 3.1,", "{distractor: 3.2,", "{distractor: 3.2,"),
    ("no_key", WEIGHING, "{key: 3.2, feedback: The doctor", "{distractor: 3.2, feedback: The doctor", "{distractor: 3.2"),
    ("bad_pattern", WEIGHING, "{key: 3.2, feedback: The doctor", "{key: 3, feedback: The doctor", "{key: 3, f"),
    ("several_keys", WEIGHING, "{distractor: It did, ", "{key: It did, ", "{key: It did not"),
    ("missing_field", WEIGHING, "    neither: Read the last two sentences once more.\n", "", "both: You found"),
    ("missing_field", WEIGHING, OUTCOMES, "", "answer:"),
    ("outcomes_without_answer", WEIGHING, ANSWER, "", "outcomes:"),
    ("not_one_of", WEIGHING, "relation: contradicts", "relation: disproves", "disproves"),
    ("not_two_passages", WEIGHING, "  - {source: notes, passage: 1.1 to 2.1, key: [2.1]}\n", "", "- {source: harbour, passage"),
    ("passages_alike", WEIGHING, "{source: notes, passage: 1.1 to 2.1, key: [2.1]}", "{source: harbour, passage: 3.1 to 3.3, key: [3.2]}",
     "- {source: harbour, passage"),
    ("places_of_unrelated", WEIGHING, "  key: contradict\n", "  key: unrelated\n", "key: [3.3]"),
    ("passage_without_key", WEIGHING, ", key: [2.1]}", "}", "{source: notes, passage"),
    ("duplicate_statement", WEIGHING, "{statement: The bridge was the end of the old town.,", "{statement: the HARBOUR was dug in 1862.,", "the HARBOUR"),
    ("too_few_statements", WEIGHING, STATEMENTS, "", "- {statement: The pier"),
    ("statement_without", WEIGHING, "key: opinion, voice: scholar", "key: opinion", "key: opinion"),
    ("not_asked_for", WEIGHING, "  ask: both\n", "  ask: voice\n", "{statement: The harbour"),
    ("not_asked_for", WEIGHING, "  ask: both\n", "", "{statement: The harbour"),
    ("missing_field", WEIGHING, "  holding: Berg describes a jetty that is drawn on a map of 1840, twenty-two years before the harbour.\n",
     "", "- id: first-pier"),
    ("key_without_weight", SET, "  scoring: all_or_nothing\n", "  scoring: map_response\n", "key: Whale oil"),
    ("weight_without_rule", SET, "key: Gas\n", "key: Gas\n    weight: 1/2\n", "key: Gas"),
    ("weight_without_rule", SET, "key: Ida Holm\n", "key: Ida Holm\n    weight: 1/2\n", "key: Ida Holm"),
    # reasons
    ("missing_feedback", WEIGHING, ", feedback: The doctor saw the old town end.}", "}", "choices:"),
    ("missing_feedback", WEIGHING, ", feedback: That is what the doctor said.}", "}", "answer:"),
    ("missing_feedback", WEIGHING, "    unrelated: Both speak of the old quarter.\n", "", "feedback:\n    agree"),
    ("missing_feedback", WEIGHING, ", feedback: Dr Aas saw it so.}", "}", "statements:"),
    ("missing_feedback", WEIGHING, "    partly: Only one of them can be the first.\n", "", "feedback:\n    supports"),
    ("missing_feedback", SET, "    feedback: She paid for it herself.\n", "", "choices:"),
    ("missing_feedback", SET, "    false: The harbour came nine years earlier.\n", "", "feedback:\n    true"),
    ("missing_feedback", SET, "    feedback: The ferry sailed from there.\n", "", "foreseen:\n  - answer: Elm"),
    ("missing_feedback", SET, "    feedback: From her own pocket.\n", "", "pairs:"),
    ("missing_feedback", SET, "      feedback: The same day.\n", "", "items:"),
    ("missing_feedback", SET, "{distractor: harbour, feedback: The harbour stayed.}", "{distractor: harbour}", "gaps:"),
    ("missing_explanation", SET, "  explanation: The storm came in March 1889.\n", "", "- id: storm-year"),
    ("explanation_length", SET, "explanation: The storm came in March 1889.", "explanation: One. Two. Three. Four. Five.", "One. Two"),
    # citations
    ("citation_incomplete", SET, "  - {source: notes, at: 1.1}\n", "  - {source: notes}\n", "{source: notes}"),
    ("citation_mixed", SET, "{source: notes, at: 1.1}", "{source: notes, at: 1.1, page: 3}", "page: 3}"),
    ("citation_twice", SET, "{source: notes, at: 1.1}", "{source: harbour, at: 1.3, anchor: \"Captain Ida Holm paid\"}",
     "Captain Ida Holm paid\"}\n  topics"),
    ("unknown_source", SET, "{source: notes, at: 1.1}", "{source: note, at: 1.1}", "{source: note,"),
    ("no_such_place", SET, "{source: notes, at: 1.1}", "{source: notes, at: 1.2}", "{source: notes, at: 1.2}"),
    ("no_such_place", SET, "{source: harbour, at: 1.1,", "{source: harbour, at: 1.4,", "at: 1.4"),
    ("place_without_statement", SOURCE, "- at: 1.1\n  says: It dates the digging of the harbour to 1862.\n", "", ""),
    ("no_such_statement", SET, "claims: [a]", "claims: [c]", "claims: [c]"),
    ("unknown_reference", SET, "{ref: berg1950, page: 31}", "{ref: berg1951, page: 31}", "berg1951"),
    ("unknown_reference", NOTES, "{ref: berg1950, page: 44}", "{ref: berg1951, page: 44}", "at: 1.1"),
    ("anchor_missing", SET, ", anchor: \"was dug in 1862\"", "", "{source: harbour, at: 1.1}"),
    ("anchor_without_original", SET, "{source: notes, at: 1.1}", "{source: notes, at: 1.1, anchor: \"more than the\"}", "more than"),
    ("passage_source_missing", WEIGHING, "{source: notes, passage: 1.1", "{source: note, passage: 1.1", "passages:"),
    ("place_not_summarised", WEIGHING, "passage: 1.1 to 2.1,", "passage: 1.1 to 2.2,", "passages:"),
    ("place_not_summarised", WEIGHING, "claim: {source: harbour, at: 1.3, claims: [b]}", "claim: {source: harbour, at: 1.4}", "claim:"),
    ("no_such_statement", WEIGHING, "at: 1.3, claims: [b]}", "at: 1.3, claims: [c]}", "claim:"),
    ("key_not_cited", WEIGHING, "  - {source: notes, at: 2.1}\n", "", "passages:"),
    ("work_not_cited", WEIGHING, "  - {ref: berg1950, page: 31}\n", "", "work:"),
    ("unknown_reference", WEIGHING, "work: {ref: berg1950", "work: {ref: berg1951", "work:"),
    # anchors
    ("anchor_words", SET, "\"was dug in 1862\"", "\"in 1862\"", "in 1862\""),
    ("anchor_not_found", SET, "\"was dug in 1862\"", "\"was built in 1862\"", "\"was built in"),
    ("anchor_elsewhere", SET, "{source: harbour, at: 1.1, anchor: \"was dug in 1862\"}",
     "{source: harbour, at: 1.2, anchor: \"was dug in 1862\"}", "at: 1.2"),
    ("anchor_ambiguous", SET, "\"Captain Ida Holm paid\"", "\"the parish book\"", "the parish book\""),
    ("anchor_not_words", SET, "\"was dug in 1862\"", "\"was dug in 186\"", "in 186\""),
    # stamps
    ("stamp_missing", SET, "- {source: harbour, sha", "- {source: notes, sha", "set: harbour"),
    ("stamp_source_unknown", SET, "- {source: harbour, sha", "- {source: harbor, sha", "checked:"),
    ("stamp_unneeded", SET, "- {source: harbour, sha", "- {source: harbor, sha", "checked:"),
    ("stamp_other_original", SOURCE, "  sha256: ", "  sha256: 0000000000000000000000000000000000000000000000000000000000000000 #", ""),
    ("stamp_count", SET, "anchors: 8", "anchors: 7", "checked:"),
    # standing
    ("true_false_not_established", SET, "  difficulty: 1\n  level: understand\n  status: established\n",
     "  difficulty: 1\n  level: understand\n  status: contested\n", "status: contested\n\n- id: ferry"),
    ("numerical_not_a_date", SET, "  answer_as: year\n", "", "- id: storm-year"),
    ("inaccurate_not_allowed", SET, "  status: opinion\n", "  status: inaccurate\n", "status: inaccurate"),
    ("rests_on_inaccurate", SOURCE, "says: It lists the fuels of the lamp in their order.\n",
     "says: It lists the fuels of the lamp.\n  status: inaccurate\n", ""),
    # filing
    ("unknown_topic", SET, "topics: [people]", "topics: [persons]", "persons"),
    ("topic_twice", SET, "topics: [building, people]", "topics: [building, building]", "[building, building]"),
    ("duplicate_topic", TERMS, "terms: [Aas, Holm, Norrvik, Elmsund]", "topics: {people: Others}", "topics"),
    # sources
    ("statements_out_of_order", SOURCE, "- at: 1.2\n", "- at: 2.2\n", "- at: 1.3"),
    ("statement_outside_original", SOURCE, "- at: 3.3\n", "- at: 3.4\n", "- at: 3.4"),
    ("gap_outside_original", SOURCE, "after: 3.3", "after: 4.1", "- after: 4.1"),
    ("too_many_statements", SOURCE, "- at: 3.3\n", "- {at: 3.3, says: x}\n" * 26 + "- at: 3.3\n", "- at: 3.3\n"),
    ("original_differs", SOURCE, "  sha256: ", "  sha256: 0000000000000000000000000000000000000000000000000000000000000000 #", "original:"),
    ("original_divides_differently", SOURCE, "sentences: [3, 4, 3]", "sentences: [3, 4, 4]", "original:"),
]  # fmt: skip


def check(files: dict[str, str]) -> CheckReport:
    return check_bank(read(files), {SourceId("harbour"): document()})


def problems(report: CheckReport):
    return [*report.errors, *report.warnings]


def test_the_sample_has_no_faults():
    assert problems(check(with_weighing())) == []


@pytest.mark.parametrize(("code", "file", "old", "new", "part"), FAULTS)
def test_a_fault_is_told_with_its_line(code: str, file: str, old: str, new: str, part: str):
    files = changed(file, old, new)
    found = [problem for problem in problems(check(files)) if problem.code == code]
    assert found, [(problem.code, problem.line) for problem in problems(check(files))]
    assert found[0].severity == ("warning" if code in WARNINGS else "error")
    if part:
        assert (found[0].file, found[0].line) == (file, line_of(files[file], part))
    assert sentence(found[0]).endswith((".", "?", "”."))


@pytest.mark.parametrize(
    "code",
    [
        "no_gaps",
        "stamp_twice",
        "not_text",
        "not_utf8",
        "source_not_here",
        "reference_not_here",
        "topic_not_here",
    ],
)
def test_a_fault_that_takes_more_than_one_change_is_told(code: str):
    files = texts()
    match code:
        case "no_gaps":
            start, end = (
                files[SET].index("  text: The bridge"),
                files[SET].index("  explanation: The bridge was"),
            )
            files[SET] = files[SET][:start] + "  text: No gap.\n  gaps: {}\n" + files[SET][end:]
        case "stamp_twice":
            stamp = next(line for line in files[SET].splitlines() if line.startswith("- {source"))
            files[SET] = files[SET].replace(stamp, f"{stamp}\n{stamp}")
        case "not_text":
            bank = read_files([InputFile("old.yaml", b"set: x\n\x00\xff\n")])
            assert [(problem.code, problem.line) for problem in bank.problems] == [("not_text", 1)]
            return
        case "not_utf8":
            bank = read_files([InputFile("old.yaml", "set: x\ntitle: Caf\xe9\n".encode("cp1252"))])
            assert [(problem.code, problem.line) for problem in bank.problems] == [("not_utf8", 2)]
            return
        case _:
            files = {SET: files[SET]}
    assert code in {problem.code for problem in problems(check(files))}


def test_a_file_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    (tmp_path / "notes.txt").write_text("Not a set.")
    (tmp_path / "set.yaml").write_text("set: x\ntitle: X\nselect: [a/b]\n")
    paths = [tmp_path / "gone.yaml", tmp_path / "set.yaml" / "inside.yaml"]
    assert [problem.code for problem in read_bank(paths).problems] == ["file_missing", "file_unreadable"]
    assert [problem.code for problem in read_bank("a\0b").problems] == ["file_unreadable"]
    (tmp_path / "empty").mkdir()
    assert [problem.code for problem in read_bank(tmp_path / "empty").problems] == ["no_files"]
    monkeypatch.setattr(files_module, "MAX_FILES", 1)
    (tmp_path / "set.yml").write_text("set: y\ntitle: Y\nselect: [a/b]\n")
    assert [problem.code for problem in read_bank(tmp_path).problems] == ["folder_too_large"]
    monkeypatch.setattr(files_module, "MAX_BYTES", 10)
    assert [problem.code for problem in read_bank(tmp_path / "set.yaml").problems] == ["file_too_large"]


def test_what_is_met_in_a_folder_and_is_no_set_is_passed_over(tmp_path, monkeypatch):
    (tmp_path / "set.yaml").write_text("set: x\ntitle: X\nselect: [a/b]\n")
    (tmp_path / "notes.txt").write_text("Not a set.")
    (tmp_path / "words.json").write_text("{")
    (tmp_path / "page.xml").write_text("<html/>")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "old.yaml").write_text("set: [")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert (read_bank(tmp_path).problems, len(read_bank(tmp_path).sets)) == ((), 1)

    monkeypatch.setattr(Path, "is_file", lambda _: True)  # it vanishes after this look
    assert (read_bank(tmp_path).problems, len(read_bank(tmp_path).sets)) == ((), 1)


def test_every_code_is_shown_by_a_fault_here():
    shown = {fault[0] for fault in FAULTS} | {
        "no_gaps", "stamp_twice", "not_text", "not_utf8", "source_not_here", "reference_not_here", "topic_not_here",
        "file_missing", "file_unreadable", "no_files", "folder_too_large", "file_too_large",
        "topic_ships", "work_ships",  # of what a library holds: see services/test_importing_shipped
        "not_readable",  # only where msgspec refuses what the walk over its types finds no fault in
    }  # fmt: skip
    elsewhere = {**QUESTION_RULES, **FOREIGN_RULES}  # see test_lint_* and test_read_*
    here = {rule: codes for rule, codes in RULES.items() if rule not in elsewhere}
    assert {code for codes in here.values() for code in codes} == shown
