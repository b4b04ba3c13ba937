"""What a screen reader is told, heard over a real accessibility bus: question, verdict, evidence, order."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from tests.end2end import spoken
from tests.end2end.program import Program, Seen, quiet_environment
from tests.end2end.spoken import Heard, Listener
from tests.end2end.test_first_quiz import TASTER, answer, check, in_quiz, start_taster
from tests.repository import ROOT

SHIPPED = ROOT / "questions"


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    """Start a bus that can be heard."""
    if missing := spoken.missing():
        pytest.skip(f"what is spoken cannot be heard without {missing}, which `make test` installs on Debian")
    with spoken.session_bus() as points:
        yield points


@pytest.fixture
def listener(bus: dict[str, str], display: str) -> Iterator[Listener]:
    """Listen on the bus before the program starts."""
    made = Listener(quiet_environment(DISPLAY=display, **bus))
    yield made
    made.end()


def test_question_verdict_evidence_and_order_are_spoken(
    run: Callable[..., Program], bus: dict[str, str], listener: Listener
) -> None:
    program = run(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", **bus)
    seen = start_taster(program)
    ordered = 0
    for position, asked in enumerate(_taster(), 1):
        _hear_the_question(listener, position, asked)
        if asked["kind"] == "ordering":
            _hear_the_order(program, listener)
            ordered += 1
            checked = check(program, asked["kind"])
        else:
            checked = answer(program, seen)
        _hear_the_verdict(listener, checked, asked)
        if asked["kind"] == "matching":
            *chosen, empty = [one["words"] for one in listener.passed if one["how"] == "announcement"]
            assert [words[:3] for words in chosen] == ["B. ", "A. "]
            assert empty.endswith("still empty. Enter again checks all the same.")
        if position == 1:
            _hear_the_evidence(program, listener, asked)
        if position < 10:
            seen = program.enter(in_quiz(position + 1), f"question {position + 1}")
    assert (position, ordered) == (10, 1)
    _hear_the_result(program, listener)
    assert program.look()["mouse"] == []
    assert [one["words"] for one in listener.heard if "went wrong" in one["words"]] == []


def _hear_the_question(listener: Listener, position: int, asked: dict[str, Any]) -> None:
    beginning = f"Question {position} of 10. "
    question = listener.hear(lambda one: one["words"].startswith(beginning), beginning)
    assert question["words"].endswith(_plain(asked["stem"]))
    if position > 1:
        assert _buttons(listener) == []
    if asked["kind"] == "cloze":  # the first gap has the focus by now, and is said with its sentence
        around = _plain(asked["text"]).partition("{")[0]
        assert any(one["more"].startswith(f"{around}(gap 1)") for one in listener.passed)


def _hear_the_verdict(listener: Listener, checked: Seen, asked: dict[str, Any]) -> None:
    verdict = checked["quiz"]["verdict"]
    words = listener.hear(_focus_on(f"{verdict}. "), f"the verdict {verdict!r}")["words"]
    assert "The right answer: " in words
    assert words.endswith(_plain(asked["explanation"]))
    assert _buttons(listener) == []


def _hear_the_result(program: Program, listener: Listener) -> None:
    program.enter(lambda seen: seen["place"] == "ResultPlace", "the result")
    words = listener.hear(_focus_on(f"{TASTER}. Score: "), "the score")["words"]
    assert "All 10 questions were answered." in words
    assert _buttons(listener) == []


def _buttons(listener: Listener) -> list[str]:
    """Return the buttons that were named before what was heard last: the focus should not pass over any."""
    return [one["words"] for one in listener.passed if one["role"] == "push button"]


def _hear_the_evidence(program: Program, listener: Listener, asked: dict[str, Any]) -> None:
    """The place, our summary of it as evidence, what historians say of it, and which source it is."""
    cited = asked["citations"][0]
    source = yaml.safe_load((SHIPPED / "sources" / f"{cited['source']}.yaml").read_text(encoding="utf-8"))
    claims = [claim for claim in source["text"] if claim.get("at") == cited["at"]]
    assert claims
    program.press("s")
    sentence = listener.hear(_focus_on(f"{cited['at']}. "), "the sentence that is cited")["words"]
    evidence = sentence.partition("Evidence starts: ")[2].partition(" Evidence ends.")[0]
    assert evidence == " ".join(_plain(claim["says"]) for claim in claims)
    assert [note for claim in claims if (note := _plain(claim["note"])) not in sentence] == []
    listener.hear(lambda one: one["words"].startswith(_plain(source["title"])), "the title of the source")
    program.press("r")
    program.wait(in_quiz(1), "the question again")
    listener.hear(lambda one: one["words"].endswith(_plain(asked["explanation"])), "the explanation again")


def _hear_the_order(program: Program, listener: Listener) -> None:
    """Space picks the first item up, an arrow moves it, Space puts it down: each time its place is said."""
    program.press("Down")
    item = listener.hear(lambda one: ", first of five" in one["words"], "the first item")["words"]
    name = item.removesuffix(", first of five")
    for key, words in (
        ("space", "Picked up, first of five. Arrows move it, Space puts it down."),
        ("Down", f"{name}, second of five"),
        ("Down", f"{name}, third of five"),
        ("space", "Put down, third of five."),
    ):
        program.press(key)
        listener.hear(_announced(words), words)


def _focus_on(beginning: str) -> Callable[[Heard], bool]:
    return lambda one: one["how"] == "focus" and one["words"].startswith(beginning)


def _announced(words: str) -> Callable[[Heard], bool]:
    return lambda one: one["how"] == "announcement" and one["words"] == words


def _taster() -> list[dict[str, Any]]:
    """Return the ten questions of the first quiz as they are written in the files."""
    sets = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (SHIPPED / "sets").glob("*.yaml")]
    questions = {f"{one['set']}/{asked['id']}": asked for one in sets for asked in one.get("questions", ())}
    (taster,) = (one for one in sets if one["title"] == TASTER)
    return [questions[name] for name in taster["select"]]


def _plain(text: str) -> str:
    return " ".join(text.split())
