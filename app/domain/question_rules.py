"""The rules of writing questions (L01 to L20) and the limits of a subject that hurts (E01 to E08), with their codes.

L02, L19 and parts of L01 and L18 are told where files are read and where a key is checked: a key that is not there,
the number of choices, a choice that stands twice, a reason that is missing.
"""

QUESTION_RULES: dict[str, tuple[str, ...]] = {
    "L01": ("choices_alike",),
    "L03": ("key_longer", "key_shorter"),
    "L04": ("choices_uneven",),
    "L05": ("absolute_distractor", "cautious_key"),
    "L06": ("all_of_above", "all_of_above_moves"),
    "L07": ("negative_stem",),
    "L08": ("grammar_fits_some",),
    "L09": ("stem_word_in_key",),
    "L10": ("key_of_another_type",),
    "L11": ("numbers_unsorted",),
    "L12": ("empty_stem", "stem_asks_nothing"),
    "L13": ("doubled_stem",),
    "L14": ("same_beginning",),
    "L15": ("long_stem", "hard_stem"),
    "L16": ("rare_words_on_one_side",),
    "L17": ("choice_inside_choice", "ranges_overlap"),
    "L18": ("no_citation",),
    "L20": ("key_in_other_stem",),
    "E01": ("avoided_word",),
    "E02": ("exclamation_mark",),
    "E03": ("counts_the_dead",),
    "E04": ("accusation_unattributed",),
    "E05": ("name_as_verdict", "verdict_asked"),
    "E06": ("ranking",),
    "E07": ("people_under_accusation",),
    "E08": ("loaded_word",),
}
"""The codes by rule."""

QUESTION_ERRORS = frozenset({"choices_alike", "all_of_above_moves", "counts_the_dead", "name_as_verdict"})
"""What the shipped sets may not have at all. Everything else is a warning."""

QUESTION_WARNINGS = frozenset(code for codes in QUESTION_RULES.values() for code in codes) - QUESTION_ERRORS
