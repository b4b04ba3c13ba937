import pytest
from sqlalchemy import text

from app.services import history, upkeep
from app.services.views import AttemptFilter
from tests.services.builders import wrong
from tests.services.test_history import take

DERIVED = ("attempt_result", "learner_question", "set_topic", "set_source")


@pytest.fixture
def finished(call, ada):
    """Finish a practice and an exam."""
    return take(call, ada, size=5), take(call, ada, mode="exam", size=0, answer=wrong)


def rows(library, table: str) -> list[tuple[object, ...]]:
    with library.reading() as db:
        return sorted((tuple(row) for row in db.execute(text(f"SELECT * FROM {table}"))), key=repr)


def test_all_that_is_derived_can_be_made_again(library, finished, teach) -> None:
    before = {table: rows(library, table) for table in DERIVED}, teach(history.list_attempts, AttemptFilter())
    with library.writing() as db:
        for table in DERIVED:
            db.execute(text(f"DELETE FROM {table}"))
        db.execute(text("UPDATE question_set SET questions = 0"))
    assert teach(upkeep.rebuild_derived) == 2
    assert (
        {table: rows(library, table) for table in DERIVED},
        teach(history.list_attempts, AttemptFilter()),
    ) == before
    assert teach(upkeep.find_damaged) == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE response SET given = replace(given, 'choice', 'chance') WHERE position = 1",
        "UPDATE response SET given = '' WHERE position = 1",
        "UPDATE grade SET fraction = 0.5 WHERE position = 1",
        "DELETE FROM grade WHERE position = 1",
        "UPDATE grade SET rule = 'balanced@9' WHERE position = 1",
    ],
)
def test_damage_inside_a_text_or_number_is_found(library, call, ada, teach, damage) -> None:
    summary = take(call, ada, set_id="taster", size=1)
    with library.writing() as db:
        if db.dialect.name == "postgresql":
            db.exec_driver_sql("SET LOCAL session_replication_role = replica")
        else:
            for table in ("response", "grade"):
                for what in ("update", "delete"):
                    db.exec_driver_sql(f"DROP TRIGGER {table}_refuses_{what}")
        if "chance" in damage and summary.rows[0].kind != "single_choice":
            damage = damage.replace("'choice', 'chance'", "'1887', '1888'")
        assert db.exec_driver_sql(damage).rowcount == 1
    assert teach(upkeep.find_damaged) == (summary.attempt.id,)
