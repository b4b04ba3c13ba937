"""A new student takes ten questions by keyboard alone, in a real window: the mouse is never touched."""

from collections.abc import Callable
from typing import Any

from tests.end2end.program import Program, Seen

KINDS = {
    "single_choice",
    "multiple_response",
    "true_false",
    "short_answer",
    "numerical",
    "matching",
    "ordering",
    "cloze",
}
TASTER = "A first taste: ten questions"


def in_quiz(position: int) -> Callable[[Seen], Any]:
    """Tell whether a question is on the page, ready to be answered."""
    return lambda seen: (
        seen["place"] == "QuizPlace" and seen.get("quiz", {}).get("position") == position and seen["active"]
    )


def is_checked(seen: Seen) -> bool:
    return bool(seen.get("quiz", {}).get("checked")) and seen["focus"]["kind"] == "VerdictLabel"


def start_taster(program: Program) -> Seen:
    """From the first start to the first question: two actions."""
    seen = program.wait_for_place("StartPlace")
    assert seen["focus"]["name"] == "Try 10 questions"
    program.enter(lambda seen: "Before you begin" in seen.get("words", ()), "the words before a quiz")
    return program.enter(in_quiz(1), "the first question")


def answer(program: Program, seen: Seen) -> Seen:
    """Answer the question on the page in the way of its kind, and have it checked."""
    kind, blank = seen["quiz"]["kind"], seen["quiz"]["given"]
    give(program, kind)
    program.wait(lambda seen: seen["quiz"]["given"] != blank, f"an answer of the kind {kind}")
    return check(program, kind)


def check(program: Program, kind: str) -> Seen:
    """Have the answer on the page checked: the focus goes to the verdict. Lines left empty are asked about first."""
    if kind == "matching":
        program.enter(_says_what_is_empty, "the sentence on the lines that are empty")
    checked = program.enter(is_checked, f"the verdict on a question of the kind {kind}")
    assert checked["quiz"]["verdict"] in ("Correct", "Partly correct", "Not quite")
    assert checked["focus"]["name"].startswith(checked["quiz"]["verdict"])
    return checked


def _says_what_is_empty(seen: Seen) -> bool:
    said = any("still empty. Enter again checks all the same." in words for words in seen["words"])
    return said and not seen["quiz"]["checked"]


def give(program: Program, kind: str) -> None:
    """Give an answer, right or wrong, in the way of a kind."""
    _WAYS[kind](program)


def _choose(program: Program) -> None:
    program.press("b")


def _choose_two(program: Program) -> None:
    program.press("1", "3")


def _type_words(program: Program) -> None:
    program.wait(lambda seen: seen["focus"]["kind"] == "AnswerField", "the field to have the focus")
    program.type("Nobody knows")


def _type_year(program: Program) -> None:
    program.wait(lambda seen: seen["focus"]["kind"] == "AnswerField", "the field to have the focus")
    program.type("1953")


def _match(program: Program) -> None:
    """A letter for each premise that is still empty; arrows lead from one to the next."""
    program.press("Down")
    first = program.wait(lambda seen: seen["focus"]["kind"] == "PremiseRow", "the first premise")
    program.press("b")
    program.press("Down")
    program.wait(
        lambda seen: seen["focus"]["kind"] == "PremiseRow" and seen["focus"] != first["focus"], "the next"
    )
    program.press("a")


def _order(program: Program) -> None:
    """Space picks an item up, an arrow moves it, Space puts it down."""
    program.press("Down")
    program.wait(lambda seen: seen["focus"]["kind"] == "ItemRow", "the first item")
    program.press("space", "Down", "space")
    program.wait(lambda seen: ", second of" in seen["focus"]["name"], "the item in the second place")


def _fill(program: Program) -> None:
    """Words or a choice in each gap, in reading order."""
    seen = program.wait(_is_at("Gap 1"), "the first gap")
    said = next(words for words in map(seen["focus"].get, ("name", "more")) if words.startswith("Gap 1 of "))
    gaps = int(said.removeprefix("Gap 1 of ").partition(",")[0])
    for number in range(1, gaps + 1):
        if seen["focus"]["kind"] == "AnswerField":
            program.type("1928")
        else:
            program.press("b")
        if number < gaps:
            program.press("Tab")
            seen = program.wait(_is_at(f"Gap {number + 1}"), "the next gap")


def _is_at(gap: str) -> Callable[[Seen], object]:
    """Tell whether a gap has the focus: a list to choose from says first what is chosen, then which it is."""
    return lambda seen: any(seen["focus"][said].startswith(f"{gap} of ") for said in ("name", "more"))


_WAYS: dict[str, Callable[[Program], None]] = {
    "single_choice": _choose,
    "multiple_response": _choose_two,
    "true_false": _choose,
    "short_answer": _type_words,
    "numerical": _type_year,
    "matching": _match,
    "ordering": _order,
    "cloze": _fill,
}


def test_a_new_student_takes_ten_questions_and_finds_them_in_the_history(run: Callable[..., Program]) -> None:
    program = run()
    seen = start_taster(program)
    kinds, verdicts = set(), []
    for position in range(1, 11):
        kinds.add(seen["quiz"]["kind"])
        checked = answer(program, seen)
        verdicts.append(checked["quiz"]["verdict"])
        if position == 2:
            _read_the_source(program, position)
        if position < 10:
            seen = program.enter(in_quiz(position + 1), f"question {position + 1}")
    assert kinds == KINDS
    seen = program.enter(_tells_the_result, "the result")
    assert not [words for words in seen["words"] if "?." in words or ".." in words]
    _give_a_name(program, "Ada")
    _find_it_in_the_history(program, verdicts)
    assert program.look()["mouse"] == []


def _tells_the_result(seen: Seen) -> bool:
    return any(words.endswith("All 10\u00a0questions were answered.") for words in seen.get("words", ()))


def _read_the_source(program: Program, position: int) -> None:
    """S opens the source with its evidence; R comes back to the same question, where the verdict still stands."""
    before = program.look()["quiz"]
    program.press("s")
    seen = program.wait(lambda seen: seen["place"] == "ReaderPlace" and "reader" in seen, "the source")
    assert seen["reader"]["evidence"]
    assert f"Back to question\u00a0{position}" in seen["words"]
    program.wait(
        lambda seen: "Evidence starts:" in seen["focus"]["name"], "the sentence that holds the evidence"
    )
    program.press("r")
    after = program.wait(in_quiz(position), "the question again")
    assert after["quiz"]["verdict"] == before["verdict"]
    assert after["quiz"]["given"] == before["given"]


def _give_a_name(program: Program, name: str) -> None:
    program.tab_to("Your name")
    program.type(name)
    program.press("Return")
    program.wait(lambda seen: f"under the name {name}" in seen["message"], "the name to be kept")
    program.wait(lambda seen: name in seen["words"], "the name in the bar")


def _find_it_in_the_history(program: Program, verdicts: list[str]) -> None:
    program.tab_to("History", back=True)
    program.press("Return")
    program.wait(
        lambda seen: seen["place"] == "HistoryPlace" and any(TASTER in words for words in seen["words"]),
        "the attempt in the history",
    )
    seen = program.tab_to("Attempts")
    assert TASTER in seen["focus"]["row"]
    program.press("Return")
    program.wait_for_place("ResultPlace")
    program.tab_to("Every question")
    program.press("Down")
    program.wait(lambda seen: seen["focus"]["row"].startswith("Question 2."), "the second row")
    program.press("Return")
    seen = program.wait(in_quiz(2), "the second question as it was")
    assert seen["quiz"]["finished"]
    assert seen["quiz"]["verdict"] == verdicts[1]
