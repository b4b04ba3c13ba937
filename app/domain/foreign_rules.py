"""The codes of what is met in files of other formats: what stays out and what was taken with a change."""

_REFUSED: tuple[str, ...] = (
    "unknown_format",
    "xml_unknown",
    "xml_syntax",
    "xml_doctype",
    "xml_too_large",
    "same_file_name",
)
"""A file of which nothing is loaded."""
_STAYS_OUT: tuple[str, ...] = (
    "kind_essay",
    "kind_description",
    "kind_of_others",
    "no_stem",
    "brace_not_closed",
    "several_answer_groups",
    "no_answer_group",
    "words_before_answers",
    "choice_empty",
    "none_right",
    "none_fully_right",
    "no_wrong_choice",
    "pattern_is_key",
    "pair_incomplete",
    "not_a_number",
    "number_too_long",
    "range_turned_round",
    "several_ranges",
)
"""A question that stays out, and why."""
_OF_FILES: tuple[str, ...] = (
    "read_as_cp1252",
    "read_as_utf16",
    "byte_order_mark",
    "mixed_line_ends",
    "controls_removed",
    "entities_replaced",
    "blank_before_declaration",
    "no_items",
    "no_sources",
    "no_reasons",
)
"""What is said once of a file."""
_OF_QUESTIONS: tuple[str, ...] = (
    "split_by_blank_line",
    "no_blank_line_between",
    "braces_in_stem",
    "two_signs",
    "answer_without_sign",
    "feedback_taken_as_text",
    "truth_in_small_letters",
    "part_credit_lost",
    "several_right_ticked",
    "weights_rounded",
    "weights_do_not_add_up",
    "any_answer_left_out",
    "empty_answer_left_out",
    "pattern_left_out",
    "decimal_comma_read",
    "tier_reason_left_out",
    "number_repeated",
    "wrong_range_narrowed",
    "more_reasons_left_out",
    "pair_reason_left_out",
    "picture_left_out",
    "media_left_out",
    "markup_unreadable",
    "asterisks_replaced",
    "bidi_removed",
    "control_removed",
)
"""What was guessed, changed or left out of a question that is taken."""

FOREIGN_RULES: dict[str, tuple[str, ...]] = {
    "foreign": (*_REFUSED, *_OF_FILES),
    "left_out": _STAYS_OUT,
    "taken": _OF_QUESTIONS,
}
FOREIGN_WARNINGS = frozenset((*_OF_FILES, *_OF_QUESTIONS))
