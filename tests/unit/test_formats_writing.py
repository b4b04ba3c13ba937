"""What is written is read back the same: generated sets of every kind, sources, references, the shipped sets."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bank import Bank
from app.domain.kinds import KINDS
from app.formats.bank import InputFile, read_bank, read_files
from app.formats.write import write_bank, write_set
from app.formats.yaml_writer import Flow, Node, Quoted, write_tree
from tests.unit.harbour import FOLDER, ROOT, SET, read, texts

CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
TRICKY = st.sampled_from(
    [
        "no",
        "7.10",
        "~",
        "- a",
        "a: b",
        "a #b",
        "*both* and more",
        "'",
        '"',
        "{x}",
        "[y",
        "a\n\nb",
        "x " * 90,
        "|",
        "& c",
        "%",
    ]
)
WORDS = (st.text(CHARACTERS | st.just("\n"), min_size=1, max_size=30) | TRICKY).map(str.strip).filter(bool)
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
FRACTIONS = st.sampled_from(["1", "1/2", "0.25", "2/3"])
YES_NO = st.sampled_from(["yes", "no"])


def distinct(words: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(
        words, min_size=least, max_size=most, unique_by=lambda word: " ".join(word.casefold().split())
    )


@st.composite
def fields(draw: st.DrawFn, needed: dict[str, Any], optional: dict[str, Any]) -> dict[str, Any]:
    """Draw all the needed fields and some of the optional ones."""
    chosen = draw(st.sets(st.sampled_from(sorted(optional)))) if optional else set()
    return {
        name: draw(strategy)
        for name, strategy in {**needed, **{n: optional[n] for n in sorted(chosen)}}.items()
    }


@st.composite
def choices(draw: st.DrawFn, keys: int | None = None) -> dict[str, Any]:
    names = draw(distinct(WORDS, 3, 5))
    right = set(draw(st.permutations(range(len(names))))[: keys or draw(st.integers(1, len(names) - 1))])
    extra = [draw(fields({}, {"feedback": WORDS, "fixed": YES_NO})) for _ in names]
    marks = ["key" if number in right else "distractor" for number in range(len(names))]
    return {"choices": [{m: n, **more} for m, n, more in zip(marks, names, extra, strict=True)]}


@st.composite
def typed(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(distinct(WORDS, 3, 6))
    foreseen = {"answer": names[1], **draw(fields({}, {"feedback": WORDS, "credit": FRACTIONS}))}
    return {"key": names[0], "accept": names[2:], "foreseen": [foreseen]}


@st.composite
def number(draw: st.DrawFn) -> dict[str, Any]:
    value = draw(st.integers(1000, 2000))
    asked = draw(st.sampled_from(["number", "year", "date"]))
    key = {"number": f"{value}.5", "year": str(value), "date": f"5 March {value}"}[asked]
    tolerance = ["3"] if asked != "number" else ["3", "5 %", "3 or 12.5 %"]
    tree: dict[str, Any] = {"answer_as": asked, "key": key}
    if draw(st.booleans()):
        tree["within"] = f"{key} to {key}"
    else:
        tree["tolerance"] = draw(st.sampled_from(tolerance))
        tree["tiers"] = [{"tolerance": draw(st.sampled_from(tolerance[:2])), "credit": "1/2"}]
    optional = {
        "less_precise": FRACTIONS,
        "unit": WORDS,
        "units": st.just({"km": "1", "m": "0.001"}),
        "decimal_comma": YES_NO,
    }
    return tree | draw(fields({}, optional))


@st.composite
def matching(draw: st.DrawFn) -> dict[str, Any]:
    premises, targets = draw(distinct(WORDS, 2, 4)), draw(distinct(WORDS, 3, 4))
    pairs = [{"premise": premise, "target": draw(st.sampled_from(targets[:2]))} for premise in premises]
    used = {pair["target"] for pair in pairs}
    spare = [{"target": target, "feedback": draw(WORDS)} for target in targets if target not in used]
    return {"pairs": pairs, "spare_targets": spare}


@st.composite
def order(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(distinct(WORDS, 4, 6))
    items: list[dict[str, Any]] = [{"item": name, "feedback": draw(WORDS)} for name in names]
    return {"items": [*items[:2], {"tie": items[2:]}]}


@st.composite
def cloze(draw: st.DrawFn) -> dict[str, Any]:
    kinds = {"single_choice": choices(1), "short_answer": typed(), "numerical": number()}
    drawn = draw(st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=3))
    gaps = {f"g{n}": {"kind": kind, **draw(kinds[kind]), "weight": "2"} for n, kind in enumerate(drawn)}
    return {"text": " and ".join(["So it was", *(f"{{{name}}}" for name in gaps)]), "gaps": gaps}


@st.composite
def evidence(draw: st.DrawFn) -> dict[str, Any]:
    listed = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True))
    marks = ["key", *draw(st.lists(st.sampled_from(["key", "distractor"]), min_size=3, max_size=3))]
    tree: dict[str, Any] = {
        "relation": draw(st.sampled_from(["supports", "contradicts"])),
        "source": draw(SLUGS),
        "passage": "7.1 to 8.2",
        "choices": [
            {mark: f"7.{at}", **draw(fields({}, {"feedback": WORDS}))}
            for mark, at in zip(marks, listed, strict=False)
        ],
    }
    if draw(st.booleans()):
        tree["answer"] = draw(choices(1))
        tree["outcomes"] = {name: draw(WORDS) for name in ("both", "answer_only", "evidence_only", "neither")}
    return tree


@st.composite
def two_sources(draw: st.DrawFn) -> dict[str, Any]:
    key = draw(st.sampled_from(["agree", "differ_in_certainty", "contradict", "unrelated"]))
    places = {} if key == "unrelated" else {"key": ["7.10", "7.9"]}
    passages = [{"source": draw(SLUGS), "passage": text, **places} for text in ("7.9 to 7.12", "7.2 to 8.1")]
    return {"passages": passages, "key": key, **draw(fields({}, {"feedback": fields({}, {key: WORDS})}))}


@st.composite
def status_sort(draw: st.DrawFn) -> dict[str, Any]:
    ask = draw(st.sampled_from(["status", "voice", "both"]))
    asked: dict[str, Any] = {} if ask == "voice" else {"key": st.sampled_from(["contested", "inaccurate"])}
    asked |= {} if ask == "status" else {"voice": st.sampled_from(["essay", "regime"])}
    names = draw(distinct(WORDS, 2, 4))
    statements = [{"statement": name, **draw(fields(asked, {"feedback": WORDS}))} for name in names]
    return {"statements": statements} | ({"ask": ask} if ask != "status" else {})


BODIES: dict[str, Any] = {
    "single_choice": choices(1),
    "multiple_response": choices(),
    "true_false": fields(
        {"key": st.sampled_from(["true", "false"])}, {"feedback": fields({"true": WORDS}, {"false": WORDS})}
    ),
    "short_answer": typed(),
    "numerical": number(),
    "matching": matching(),
    "ordering": order(),
    "cloze": cloze(),
    "evidence": evidence(),
    "two_sources": two_sources(),
    "status_sort": status_sort(),
    "source_support": fields(
        {
            "claim": st.sampled_from(
                [{"source": "s", "at": "4.10"}, {"source": "s", "at": "4.1", "claims": ["b"]}]
            ),
            "work": st.sampled_from([{"ref": "w: 1"}, {"ref": "w", "page": "3-4"}]),
            "holding": WORDS,
            "key": st.sampled_from(["supports", "not_addressed"]),
        },
        {"feedback": fields({}, {"partly": WORDS, "supports": WORDS})},
    ),
}
COMMON = {
    "stem": WORDS,
    "citations": st.just("none")
    | st.just(
        [
            {"source": "s", "at": "7.10", "anchor": "a, b: c", "claims": ["a", "b"]},
            {"ref": "w: 1", "page": "3-4"},
        ]
    ),
    "topics": st.lists(SLUGS, min_size=1, max_size=2, unique=True),
    "difficulty": st.integers(1, 5).map(str),
    "level": st.sampled_from(["remember", "evaluate"]),
    "status": st.sampled_from(["established", "inaccurate"]),
}
OPTIONAL = {
    "explanation": WORDS,
    "note": WORDS,
    "points": FRACTIONS,
    "state": st.sampled_from(["draft", "retired"]),
    "language": st.just("de"),
    "covers": st.just(["A-001"]),
    "formerly": st.just(["old/name"]),
    "partner": st.just(["near", "old/name"]),
    "waive": st.lists(st.fixed_dictionaries({"rule": WORDS, "reason": WORDS}), min_size=1, max_size=2),
}
SCORING = {"multiple_response": ["balanced", "hits_capped", "map_response"], "ordering": ["kendall", "exact"]}


@st.composite
def questions(draw: st.DrawFn, kind: str, slug: str) -> dict[str, Any]:
    tree = {"id": slug, "kind": kind, **draw(fields(COMMON, OPTIONAL)), **draw(BODIES[kind])}
    if kind in SCORING:
        tree["scoring"] = draw(st.sampled_from(SCORING[kind]))
    if tree.get("scoring") == "map_response":
        for choice in tree["choices"]:
            choice["weight"] = draw(FRACTIONS)
    if kind in ("single_choice", "multiple_response", "matching", "evidence", "status_sort"):
        tree["shuffle"] = draw(YES_NO)
    return tree


@st.composite
def sets(draw: st.DrawFn) -> dict[str, Any]:
    head = draw(
        fields(
            {"title": WORDS},
            {"content_note": WORDS, "about": WORDS, "order": st.just("fixed"), "waive": OPTIONAL["waive"]},
        )
    )
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=2))
    posed = [draw(questions(kind, f"q{number}")) for number, kind in enumerate(kinds)]
    return {"set": draw(SLUGS), **head, "questions": posed}


class Plain(yaml.CSafeDumper):
    """PyYAML's own writer, without names for what is written twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@given(sets())
def test_a_set_is_read_as_it_was_written(tree: dict[str, Any]):
    # PyYAML's own writer first: the reader must agree with it, too.
    first = read({"x.yaml": yaml.dump(tree, Dumper=Plain, allow_unicode=True, sort_keys=False)})
    errors = [problem for problem in first.problems if problem.severity == "error"]
    assert not errors, errors
    (made,) = first.sets
    assert [question.slug for question in made.questions] == [
        question["id"] for question in tree["questions"]
    ]
    again = read({"x.yaml": write_set(made)})
    assert again.sets == (made,)


@pytest.mark.parametrize("folder", [FOLDER, ROOT / "questions"], ids=["sample", "shipped"])
def test_a_folder_is_read_as_it_was_written(folder):
    bank = read_bank(folder)
    again = read_files(InputFile(name, data) for name, data in write_bank(bank).items())
    assert again.problems == ()
    assert {one.id: one for one in again.sets} == {one.id: one for one in bank.sets}
    for part in ("sources", "references", "topics", "terms", "found"):
        assert getattr(again, part) == getattr(bank, part)


def test_written_sets_look_as_an_author_writes_them():
    written = write_set(next(one for one in read(texts()).sets if one.id == "harbour"))
    by_hand = texts()[SET].partition("- id: harbour-first")[2].partition("- id:")[0]
    assert by_hand in written
    assert '- {source: harbour, at: 1.3, anchor: "paid for the first pier", claims: [a]}' in written


def test_an_empty_bank_has_no_files():
    assert write_bank(Bank()) == {}


def test_long_texts_are_folded_and_odd_ones_quoted():
    long = "word " * 40
    tree: dict[str, Node] = {
        "a": long.strip(),
        "b": "two  spaces " * 20,
        "c": Quoted("x"),
        "d": Flow(["a, b", "c"]),
        "e": "p\nq",
    }
    written = write_tree(tree)
    assert written.startswith("a: >\n  word")
    assert max(map(len, written.splitlines()[:3])) <= 110
    assert '\nb: "two  spaces' in written
    assert written.endswith('c: "x"\nd: ["a, b", c]\ne: >\n  p\n\n  q\n')
    assert yaml.safe_load(written)["a"] == long.strip() + "\n"
