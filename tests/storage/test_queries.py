"""Searching and drawing questions, on both engines."""

import pytest

from app.domain.ids import SetId
from app.domain.selection import choose
from app.domain.text import Text
from app.services import attempts
from app.services.context import TEACHER, perform
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from app.storage import draw
from app.storage.draw import read_candidates
from app.storage.engine import open_library
from app.storage.search_text import search_questions
from tests.services.builders import bank, many, question, question_set, right


@pytest.fixture
def library(library_url):
    """Open an empty library."""
    library = open_library(library_url, allow_server=True)
    yield library
    library.close()


def store(library, *sets) -> None:
    perform(library, TEACHER, bring_up_to_date, bank(*sets), {})


def find(library, words: str) -> int:
    with library.reading() as db:
        return len(search_questions(db, words))


def test_a_search_finds_beginnings_of_words_in_every_part_of_the_current_version(library) -> None:
    store(library, question_set(question("one", stem=Text("Who dammed the Méré river?")), question("two")))
    for words, found in (
        ("dammed", 1),
        ("damm riv", 1),
        ("DAMMED mere", 1 if library.address.endswith("sqlite3") else 0),
        ("choice", 2),
        ("because", 2),
        ("dammed nothing", 0),
        ("da", 0),
        ("riv", 1),
        ("", 0),
        ("?!", 0),
    ):
        assert find(library, words) == found, words
    store(library, question_set(question("one", stem=Text("Who built it?")), question("two")))
    assert find(library, "dammed") == 0
    assert find(library, "built") == 1


def test_whole_words_come_before_beginnings(library) -> None:
    stems = ("Who built the dams?", "Who built the dam?", "Who built the damp mill?")
    store(library, question_set(*(question(f"q{n}", stem=Text(stem)) for n, stem in enumerate(stems))))
    with library.reading() as db:
        built = search_questions(db, "built")
        dam = search_questions(db, "dam")
        assert search_questions(db, "dam", most=1) == dam[:1]
        assert len(search_questions(db, "built", most=2)) == 2
    assert dam[0] == sorted(built)[1]
    assert sorted(dam) == sorted(built)


ODD = """ " a"b* AND ( ^ a'b a\\b -x a_b words:x :* é\u0301 ٣ ² 日本 x\0y """.split()


def test_a_search_takes_any_text(library) -> None:
    store(library, question_set(question("one")))
    for words in (*ODD, "NOT x", "& | !"):
        assert find(library, words) in (0, 1), words


def test_a_large_set_is_drawn_from_without_being_read(library, monkeypatch) -> None:
    monkeypatch.setattr(draw, "READ_WHOLE", 50)
    monkeypatch.setattr(draw, "_SAMPLE", 40)
    monkeypatch.setattr(draw, "_STRETCH", 8)
    store(library, many(400))
    ada = perform(library, None, add_learner, "Ada")
    plan = QuizPlan(SetId("large"), size=10)
    step = perform(library, None, attempts.start_attempt, ada.id, plan)
    answered = set()
    for position in range(1, 11):
        one = perform(library, None, attempts.open_step, step.attempt.id, position)
        answered.add(one.question_id)
        perform(library, None, attempts.submit_response, step.attempt.id, position, right(one), 0)
    assert len(answered) == 10

    def candidates(seed: int, topic_id: int | None = None, version_id: int | None = 2):
        with library.reading() as db:
            return read_candidates(
                db, version_id=version_id, topic_id=topic_id, learner_id=ada.id, size=10, seed=seed
            )

    drawn = candidates(1)
    assert 30 <= len(drawn) < 400
    assert drawn == candidates(1)
    assert drawn != candidates(2)
    assert all(len(choose(candidates(seed), 10, seed)) == 10 for seed in range(5))
    everything = {one.question for seed in range(60) for one in candidates(seed)}
    assert len(everything) == 400
    assert {one.topic for one in candidates(3, topic_id=3)} == {_topic(library, 3)}
    assert len({one.question for one in candidates(3, topic_id=3)}) >= 30
    assert 30 <= len(candidates(4, version_id=None)) < 400


def _topic(library, number: int) -> str:
    with library.reading() as db:
        return str(db.exec_driver_sql(f"SELECT slug FROM topic WHERE id = {number}").scalar_one())
