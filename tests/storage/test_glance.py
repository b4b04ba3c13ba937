import sqlite3

import pytest

from app.domain.glance import Glance
from app.domain.ids import SetId
from app.services import attempts, teaching
from app.services.context import perform
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from app.storage import glance, schema
from app.storage.engine import open_library
from app.storage.glance import read_glance
from tests.services.builders import right, small_bank


@pytest.fixture
def library(tmp_path):
    """Open a library with the small bank."""
    library = open_library(tmp_path / "library.sqlite")
    perform(library, None, bring_up_to_date, small_bank(), {})
    yield library
    library.close()


def test_a_glance_tells_what_the_first_screen_shows(library) -> None:
    ada = perform(library, None, add_learner, "Ada")
    perform(library, None, add_learner)
    first = perform(library, None, attempts.start_attempt, ada.id, QuizPlan(SetId("taster"), size=2))
    perform(library, None, attempts.submit_response, first.attempt.id, 1, right(first), 0)
    perform(library, None, attempts.finish_attempt, first.attempt.id)
    step = perform(library, None, attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=5))
    one = perform(library, None, attempts.open_step, step.attempt.id, 2)
    perform(library, None, attempts.submit_response, step.attempt.id, 2, right(one), 0)
    perform(library, None, attempts.skip_question, step.attempt.id, 3)
    perform(library, None, attempts.show_question, step.attempt.id, 4)
    seen = read_glance(library.path)
    assert seen.exists
    assert [learner.name for learner in seen.learners] == ["Ada", ""]
    assert seen.learners[0].id == ada.id
    assert [(one.set, one.title, one.questions) for one in seen.sets] == [
        ("river", "The river", 8),
        ("taster", "A taste", 2),
    ]
    (quiz,) = seen.open_quizzes
    assert (quiz.attempt, quiz.learner, quiz.title, quiz.mode) == (
        step.attempt.id,
        ada.id,
        "The river",
        "practice",
    )
    assert (quiz.position, quiz.total, quiz.answered, quiz.skipped) == (4, 5, 1, 1)
    assert not seen.door_locked


def test_a_glance_offers_what_today_would(library) -> None:
    ada = perform(library, None, add_learner, "Ada").id
    older, newer = (_begin(library, ada, QuizPlan(SetId("river"), size=size)) for size in (2, 3))
    assert _offered(library) == newer
    perform(library, None, attempts.show_question, older, 2)
    assert _offered(library) == older
    exam = _begin(library, ada, QuizPlan(SetId("river"), "exam"))
    perform(library, None, attempts.show_question, newer, 2)
    assert _offered(library) == exam
    offered = perform(library, None, attempts.find_open_attempt, ada)
    assert offered is not None
    assert offered.attempt.id == exam


def _begin(library, learner, plan):
    return perform(library, None, attempts.start_attempt, learner, plan).attempt.id


def _offered(library):
    (quiz,) = read_glance(library.path).open_quizzes
    return quiz.attempt


def test_a_glance_sees_a_locked_door(library) -> None:
    perform(library, None, teaching.set_passphrase, "the river rose")
    assert read_glance(library.path).door_locked


def test_a_glance_at_nothing_makes_nothing(tmp_path) -> None:
    assert read_glance(tmp_path / "nowhere" / "library.sqlite") == Glance()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + bytes(5000)])
def test_a_glance_at_something_else_is_empty(tmp_path, content) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    assert read_glance(path) == Glance()
    assert path.read_bytes() == content


def test_a_glance_at_a_newer_library_is_empty(library) -> None:
    with sqlite3.connect(library.path) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    assert read_glance(library.path) == Glance()


def test_the_glance_knows_the_newest_schema() -> None:
    assert glance.REVISION == schema.HEAD
