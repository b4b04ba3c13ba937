"""The program is killed in the middle of a quiz and started again: nothing that was acknowledged is lost."""

from collections.abc import Callable

from tests.end2end.program import Program, Seen
from tests.end2end.test_first_quiz import answer, give, in_quiz, start_taster

SAME = ("attempt", "position", "total", "question", "order", "given", "checked", "verdict", "panel")


def as_it_stands(seen: Seen) -> Seen:
    """Return what has to be the same after a crash."""
    return {name: seen["quiz"][name] for name in SAME}


def test_a_killed_quiz_goes_on_at_the_same_question(run: Callable[..., Program]) -> None:
    program = run()
    seen = start_taster(program)
    answered = []
    for position in (1, 2, 3):
        answered.append(as_it_stands(answer(program, seen)))
        seen = program.enter(in_quiz(position + 1), f"question {position + 1}")
    program.press("m")
    seen = program.wait(
        lambda seen: seen["quiz"]["panel"][3][1] and not seen["quiz"]["busy"], "the mark for later"
    )
    here = as_it_stands(seen)
    program.kill()

    again = run()
    seen = again.wait_for_place("TodayPlace")
    seen = again.wait(lambda seen: seen["focus"]["name"].startswith("Continue"), "the way back into the quiz")
    again.press("Return")
    seen = again.wait(in_quiz(4), "the question at which it stopped")
    assert as_it_stands(seen) == here
    for before in reversed(answered):
        again.press("Page_Up")
        seen = again.wait(in_quiz(before["position"]), f"question {before['position']}")
        now = as_it_stands(seen)
        assert {**now, "panel": None} == {**before, "panel": None}
        assert now["panel"][: before["position"]] == before["panel"][: before["position"]]
    assert again.look()["mouse"] == []


def test_what_was_chosen_in_an_exam_survives_at_once(run: Callable[..., Program]) -> None:
    program = run()
    start_taster(program)
    program.tab_to("Leave, keep my place", back=True)
    program.press("Return")
    program.wait_for_place("TodayPlace")
    seen = _start_an_exam(program, "The Great Purge")
    blank = seen["quiz"]["given"]
    give(program, seen["quiz"]["kind"])
    seen = program.wait(
        lambda seen: seen["quiz"]["given"] != blank and "Saved" in seen["words"], "the choice to be saved"
    )
    here = as_it_stands(seen)
    program.kill()

    again = run()
    again.wait_for_place("TodayPlace")
    seen = again.wait(lambda seen: seen["focus"]["name"].startswith("Continue"), "the way back")
    assert seen["focus"]["name"].startswith("Continue: The Great Purge")
    again.press("Return")
    seen = again.wait(in_quiz(1), "the question at which it stopped")
    assert as_it_stands(seen) == here
    assert seen["quiz"]["verdict"] == ""


def _start_an_exam(program: Program, title: str) -> Seen:
    """A set, the exam, begin; what the set is about comes once, before its first question."""
    program.tab_to(title)
    program.press("Return")
    program.wait_for_place("SetPlace")
    program.tab_to("Practice")
    program.press("Down")
    program.wait(lambda seen: seen["focus"]["name"].startswith("Exam"), "the exam to be chosen")
    program.enter(
        lambda seen: seen["place"] == "QuizPlace" or "Before you begin" in seen["words"], "what comes first"
    )
    if program.last["place"] != "QuizPlace":
        return program.enter(in_quiz(1), "the first question of the exam")
    return program.wait(in_quiz(1), "the first question of the exam")
