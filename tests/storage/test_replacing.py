"""What is history cannot be written over either: to SQLite, REPLACE is a deletion and an insertion."""

import pytest
from sqlalchemy.exc import DBAPIError

from app.services import attempts
from app.services.context import perform
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from app.storage.engine import open_library
from tests.services.builders import right, small_bank


@pytest.fixture
def library(tmp_path):
    """Open a library in which one question was answered and graded."""
    library = open_library(tmp_path / "library.sqlite")
    perform(library, None, bring_up_to_date, small_bank(), {})
    ada = perform(library, None, add_learner, "Ada")
    step = perform(library, None, attempts.start_attempt, ada.id, QuizPlan(None, size=1))
    perform(library, None, attempts.submit_response, step.attempt.id, 1, right(step), 0)
    yield library
    library.close()


@pytest.mark.parametrize("table", ["grade", "response", "answer_key"])
def test_no_row_of_history_can_be_replaced(library, table) -> None:
    def rows():
        with library.reading() as db:
            return db.exec_driver_sql(f"SELECT * FROM {table}").all()

    before = rows()
    assert before
    with pytest.raises(DBAPIError, match=f"append-only: {table}"), library.writing() as db:
        db.exec_driver_sql(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    assert rows() == before
