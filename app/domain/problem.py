"""A problem found in a question set or a source file, as data. `app.words.problems` makes its sentence."""

from typing import Literal

import msgspec

from app.domain.foreign_rules import FOREIGN_RULES, FOREIGN_WARNINGS
from app.domain.question_rules import QUESTION_ERRORS, QUESTION_RULES, QUESTION_WARNINGS

Severity = Literal["error", "warning"]
Value = str | int | tuple[str, ...]


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is wrong, where, and the author's words that the sentence quotes.

    `line` counts from 1. `question` is `set/slug`, or "" where the problem is not one of a question. `rule`
    is the group that the code belongs to; `file` is the name under which the file was read.
    """

    file: str
    line: int
    question: str
    rule: str
    code: str
    severity: Severity = "error"
    values: dict[str, Value] = {}


RULES: dict[str, tuple[str, ...]] = {
    "file": (
        "file_missing",
        "file_unreadable",
        "file_too_large",
        "not_text",
        "not_utf8",
        "unknown_file_kind",
        "yaml_syntax",
        "json_syntax",
        "control_character",
        "alias",
        "anchor_name",
        "tag",
        "several_documents",
        "duplicate_key",
        "merge_key",
        "too_deep",
        "empty_file",
        "no_files",
        "folder_too_large",
        "key_not_text",
    ),
    "fields": (
        "unknown_field",
        "missing_field",
        "unknown_kind",
        "missing_kind",
        "expected_mapping",
        "expected_list",
        "expected_text",
        "empty_text",
        "empty_list",
        "not_one_of",
        "not_a_whole_number",
        "number_too_low",
        "number_too_high",
        "bad_slug",
        "bad_pattern",
        "not_readable",
        "comment_cuts_text",
        "not_yes_or_no",
        "text_long",
        "text_too_long",
    ),
    "identity": (
        "duplicate_slug",
        "duplicate_set",
        "duplicate_source",
        "duplicate_reference",
        "select_unknown",
        "select_twice",
        "select_own",
        "formerly_in_use",
        "formerly_twice",
        "set_without_questions",
        "partner_unknown",
        "partner_is_itself",
        "partner_inaccurate",
        "partner_missing",
    ),
    "waivers": ("waiver_unused", "waiver_of_error"),
    "key": (
        "choice_unmarked",
        "choice_marked_twice",
        "no_key",
        "several_keys",
        "no_distractor",
        "too_few_choices",
        "too_many_choices",
        "duplicate_choice",
        "key_without_weight",
        "weight_without_rule",
        "too_few_pairs",
        "duplicate_premise",
        "no_spare_target",
        "spare_target_is_used",
        "duplicate_spare_target",
        "too_few_items",
        "duplicate_item",
        "tie_too_small",
        "all_items_tied",
        "bad_number",
        "bad_year",
        "bad_date",
        "bad_range",
        "key_outside_range",
        "range_and_tolerance",
        "bad_tolerance",
        "bad_fraction",
        "accept_repeats_key",
        "foreseen_is_right",
        "foreseen_twice",
        "gap_not_in_text",
        "gap_without_entry",
        "gap_twice_in_text",
        "no_gaps",
        "bad_passage",
        "place_outside_passage",
        "outcomes_without_answer",
        "not_two_passages",
        "passages_alike",
        "places_of_unrelated",
        "passage_without_key",
        "duplicate_statement",
        "too_few_statements",
        "statement_without",
        "not_asked_for",
    ),
    "explanation": ("missing_feedback", "missing_explanation", "explanation_length"),
    "citations": (
        "citation_incomplete",
        "citation_mixed",
        "citation_twice",
        "unknown_source",
        "source_not_here",
        "no_such_place",
        "place_without_statement",
        "no_such_statement",
        "unknown_reference",
        "reference_not_here",
        "anchor_missing",
        "anchor_without_original",
        "passage_source_missing",
        "place_not_summarised",
        "key_not_cited",
        "work_not_cited",
        "note_without_work",
    ),
    "anchors": (
        "anchor_words",
        "anchor_not_found",
        "anchor_elsewhere",
        "anchor_ambiguous",
        "anchor_not_words",
    ),
    "stamps": (
        "stamp_missing",
        "stamp_source_unknown",
        "stamp_other_original",
        "stamp_count",
        "stamp_unneeded",
        "stamp_twice",
    ),
    "standing": (
        "true_false_not_established",
        "numerical_not_a_date",
        "inaccurate_not_allowed",
        "rests_on_inaccurate",
    ),
    **QUESTION_RULES,
    "filing": (
        "unknown_topic",
        "duplicate_topic",
        "topic_twice",
        "topic_not_here",
        "topic_ships",
        "work_ships",
    ),
    "sources": (
        "statements_out_of_order",
        "statement_outside_original",
        "gap_outside_original",
        "too_many_statements",
        "original_differs",
        "original_divides_differently",
    ),
    **FOREIGN_RULES,
}
"""The codes of all problems by rule."""

_RULE_OF = {code: rule for rule, codes in RULES.items() for code in codes}

WARNINGS = frozenset(
    {
        "comment_cuts_text",
        "source_not_here",
        "formerly_in_use",
        "stamp_unneeded",
        "accept_repeats_key",
        "original_differs",
        "reference_not_here",
        "topic_not_here",
        "topic_ships",
        "work_ships",
        "stamp_missing",
        "waiver_unused",
        "waiver_of_error",
        "text_long",
        *QUESTION_WARNINGS,
        *FOREIGN_WARNINGS,
    }
)
"""Codes that leave a file usable as it is."""

EDITORIAL = frozenset(
    {
        "missing_feedback",
        "missing_explanation",
        "explanation_length",
        "too_few_choices",
        "too_many_choices",
        "no_spare_target",
        "true_false_not_established",
        "numerical_not_a_date",
        "inaccurate_not_allowed",
        "rests_on_inaccurate",
        "unknown_topic",
        "topic_twice",
        "key_not_cited",
        "work_not_cited",
        "partner_unknown",
        "partner_inaccurate",
        "partner_missing",
        "note_without_work",
        *QUESTION_ERRORS,
    }
)
"""Rules of writing that the shipped sets keep to. A teacher's question that breaks one can be asked all the same."""


def make_problem(code: str, values: dict[str, Value], *, file: str, line: int, question: str = "") -> Problem:
    """Return the problem with the rule and the severity that belong to its code."""
    severity: Severity = "warning" if code in WARNINGS else "error"
    return Problem(file, line, question, _RULE_OF[code], code, severity, values)
