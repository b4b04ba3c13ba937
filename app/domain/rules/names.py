"""The names of the rules. A rule is called name@number, so that old grades can be repeated when a rule changes."""

from app.domain.errors import FootnoteError

RULES: dict[str, tuple[str, ...]] = {
    "single_choice": ("single_choice",),
    "true_false": ("true_false",),
    "multiple_response": (
        "balanced",
        "all_or_nothing",
        "equal_penalty",
        "per_option",
        "hits_capped",
        "map_response",
    ),
    "matching": ("pairs",),
    "ordering": ("kendall", "exact", "adjacent", "absolute", "longest_run"),
    "cloze": ("weighted_mean",),
    "numerical": ("numerical", "year", "date"),
    "short_answer": ("typed",),
    "evidence": ("evidence", "answer_and_evidence"),
    "two_sources": ("thirds",),
    "status_sort": ("statements",),
    "source_support": ("source_support",),
}
"""The rules that each kind can be scored by, the usual one first."""

MODIFIERS = ("certainty", "tries", "hint", "formula_scoring")
"""What can change a fraction after the rule of the question has given it."""

_NUMBERS: dict[str, tuple[int, ...]] = {name: (1,) for names in RULES.values() for name in names}


def default_rule(kind: str, answer_as: str = "number") -> str:
    """Return the name of the usual rule of a kind; a numerical question that asks for a year or date has its own."""
    if kind == "numerical" and answer_as in ("year", "date"):
        return answer_as
    return RULES[kind][0]


def rule_id(name: str) -> str:
    """Return a rule's newest identifier, such as balanced@1."""
    numbers = _NUMBERS.get(name)
    if numbers is None:
        raise FootnoteError("unknown_rule", rule=name)
    return f"{name}@{numbers[-1]}"


def known_rule(kind: str, rule: str) -> str:
    """Return the identifier if the kind has such a rule, and misfit it otherwise."""
    name, _, number = rule.partition("@")
    if name in RULES[kind] and any(number == str(known) for known in _NUMBERS[name]):
        return rule
    raise FootnoteError("unknown_rule", rule=rule, kind=kind)
