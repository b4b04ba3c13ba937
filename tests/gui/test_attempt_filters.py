"""What lists of attempts can be narrowed to, and the sentences above them."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from app.domain.ids import AttemptId, LearnerId, SetId
from app.gui.shared.attempt_filters import MIX, Chosen, filter_of, set_options, who_options
from app.gui.shared.attempt_lines import attempt_line, heading_words
from app.services.views import AttemptRow, Learner

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADA, BEN = Learner(LearnerId(uuid4()), "Ada"), Learner(LearnerId(uuid4()), "ben")
NOBODY = Learner(LearnerId(uuid4()), "")


def _row(learner=ADA, day=20, set_id="river", title="The river"):
    moment = datetime(2026, 11, day, 12, 0, tzinfo=UTC)
    return AttemptRow(
        AttemptId(uuid4()), learner, SetId(set_id), title, "practice", moment, moment, 1, 1, 100.0, 1, 0, 0, 1
    )


def test_days_are_counted_from_the_beginning_of_today():
    assert filter_of(Chosen(), NOON).since is None
    today = filter_of(Chosen(days="1"), NOON).since
    assert today == NOON.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    assert filter_of(Chosen(days="7"), NOON).since == today - timedelta(days=6)


def test_a_list_of_one_student_stays_with_that_student():
    assert filter_of(Chosen(), NOON, ADA.id).learner == ADA.id


def test_a_filter_names_the_student_the_set_and_the_mode():
    wanted = filter_of(Chosen("river", "exam", "", str(ADA.id)), NOON)
    assert (wanted.learner, wanted.set, wanted.mode) == (ADA.id, "river", "exam")
    assert wanted.finished_only


def test_students_are_offered_by_name_and_nameless_ones_last():
    offered = who_options([NOBODY, BEN, ADA])
    assert [words for _, words in offered] == ["All students", "Ada", "ben", "No name yet"]


def test_a_set_is_offered_under_the_title_it_had_last():
    rows = [_row(day=21, title="The river, mended"), _row(day=20)]
    assert set_options(rows) == [("", "All sets"), ("river", "The river, mended")]


def test_a_mix_of_all_sets_is_offered_after_the_sets_and_can_be_chosen():
    rows = [_row(day=21, set_id="", title=""), _row(day=20)]
    assert set_options(rows)[1:] == [("river", "The river"), (MIX, "A mix of all sets")]
    assert filter_of(Chosen(MIX), NOON).set == ""
    assert attempt_line(rows[0], TODAY).title == "A mix of all sets"


def test_the_heading_of_one_student_s_list_counts_attempts():
    assert heading_words([_row(), _row(day=3)], TODAY, 9).startswith("2\u00a0attempts since 3\u00a0November.")
    assert heading_words([_row(), _row(day=3)], TODAY, 2).startswith("The latest 2\u00a0attempts.")


@pytest.mark.parametrize(
    ("rows", "most", "words"),
    [
        ([_row()], 9, "1\u00a0attempt by 1\u00a0student since 20\u00a0November."),
        (
            [_row(), _row(BEN, 3), _row(BEN, 4)],
            9,
            "3\u00a0attempts by 2\u00a0students since 3\u00a0November.",
        ),
        ([_row(), _row(BEN, 3)], 2, "The latest 2\u00a0attempts by 2\u00a0students."),
    ],
)
def test_the_heading_counts_attempts_and_students(rows, most, words):
    assert (
        heading_words(rows, TODAY, most, students=True) == f"{words} Every attempt opens exactly as it was."
    )
