"""How an answer was marked: the name of each rule, and why a part earned what it did."""

from typing import Final

RULE: Final = {
    "balanced": "balanced: the share of the right ones chosen, less the share of the wrong ones",
    "all_or_nothing": "all or nothing: every right one and no other",
    "equal_penalty": "equal penalty: each wrong one takes away what a right one gives",
    "per_option": "per choice: the share of all choices judged rightly",
    "hits_capped": "capped: choosing more than there are right ones earns nothing",
    "map_response": "weighted: each choice has its own weight",
    "pairs": "pairs: every pair counts the same",
    "kendall": "order of pairs: pairs in the right order, less those in the wrong one",
    "exact": "exact: the whole order or nothing",
    "adjacent": "neighbours: the share of neighbours in the right order",
    "absolute": "places: the share of lines in their place",
    "longest_run": "longest run: the longest unbroken piece of the right order",
    "weighted_mean": "gaps: the mean of all gaps, by their weight",
    "single_choice": "one right answer",
    "true_false": "one right answer",
    "typed": "typed word: small slips are forgiven",
    "numerical": "number: within the tolerance",
    "evidence": "one right sentence, or any of several",
    "answer_and_evidence": "answer and evidence: a half each",
    "thirds": "thirds: how they stand to each other, and a sentence in each",
    "statements": "statements: the share of all that was put right",
    "source_support": "one right answer",
    "year": "year: a less exact answer earns what the author set",
    "date": "date: a less exact answer earns what the author set",
}
PART_REASON: Final = {
    "other_term": "This is a term of its own, so it was not taken for a slip of the hand.",
    "between_terms": "This could stand for two different words, so it was not taken for a slip of the hand.",
    "negation": "A word in it turns the meaning round.",
    "number_differs": "A number in it is another.",
    "near": "Near the answer, but not near enough for the whole point.",
    "not_a_number": "This could not be read as a number. Figures alone can always be read, such as 1250 or 12.5.",
    "hedged": "An answer with \u201cabout\u201d, \u201cor\u201d or a range does not settle on one value.",
    "grouping": "The marks between its figures can be read in two ways. Written without them it is clear.",
    "too_large": "This number is too large to be compared.",
    "unknown_unit": "The unit in it is not one that fits this question.",
    "less_precise": "It agrees, but it is less exact than what was asked.",
    "not_a_date": "This could not be read as a date. A year has four figures; a day reads like 5 March 1953.",
    "two_digits": "A year is read only with all four figures.",
    # These are said by the shape and the word of the part, and by the right answer beside it.
    **dict.fromkeys(
        (
            *("right", "wrong", "blank", "typo", "foreseen", "too_far", "other_word"),
            *("hit", "miss", "false_alarm", "rightly_left", "in_place", "moved"),
        ),
        "",
    ),
}
