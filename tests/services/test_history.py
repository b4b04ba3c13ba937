import csv
import io
from datetime import timedelta

import pytest

from app.domain.errors import NotAllowed
from app.domain.ids import SetId
from app.services import attempts, history
from app.services.context import TEACHER, Actor, perform
from app.services.learners import add_learner
from app.services.spreadsheet import make_csv
from app.services.views import AttemptFilter, QuizPlan
from tests.services.builders import BODIES, right, wrong
from tests.services.counting import counted

ANY = AttemptFilter()


def take(call, learner, *, size: int = 4, mode="practice", set_id="river", answer=right):
    """Take a quiz from beginning to end."""
    step = call(
        attempts.start_attempt, learner.id, QuizPlan(SetId(set_id) if set_id else None, mode, size=size)
    )
    save = attempts.submit_response if mode == "practice" else attempts.save_response
    for position in range(1, step.attempt.total + 1):
        one = call(attempts.open_step, step.attempt.id, position)
        call(save, step.attempt.id, position, answer(one), 15_000)
    return call(attempts.finish_attempt, step.attempt.id)


def test_today_of_a_new_student_shows_the_sets_and_nothing_done(call, ada) -> None:
    today = call(history.today, ada.id)
    assert (today.learner, today.open, today.recent, today.finished) == (ada, None, (), 0)
    taster, river = today.sets  # by their titles
    assert (river.set, river.questions, river.seen, river.right, river.shipped) == ("river", 8, 0, 0, True)
    assert river.sources == ("the letter",)
    assert {(topic.topic, topic.title, topic.questions) for topic in river.topics} == {
        ("water", "Water and floods", 8),
        ("town", "The town", 4),
    }
    assert taster.questions == 2
    assert today.content_note == "It speaks of a flood."


def test_today_counts_what_was_seen_and_right(call, ada) -> None:
    take(call, ada, size=4)
    take(call, ada, size=0, answer=wrong)
    today = call(history.today, ada.id)
    taster, river = today.sets
    assert (river.seen, river.right, today.finished) == (8, 0, 2)
    assert {topic.seen for topic in river.topics} == {8, 4}
    assert taster.seen == 2
    assert [row.percent for row in today.recent] == [0.0, 100.0]


def test_today_offers_to_continue(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=4))
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    call(attempts.skip_question, step.attempt.id, 2)
    call(attempts.flag_question, step.attempt.id, 3, True)
    waiting = call(history.today, ada.id).open
    assert (waiting.attempt.id, waiting.answered, waiting.skipped, waiting.flags) == (
        step.attempt.id,
        1,
        1,
        1,
    )
    assert waiting.position == 2


def test_attempts_are_listed_newest_first_and_filtered(call, ada, library) -> None:
    first = take(call, ada)
    second = take(call, ada, mode="exam", set_id="taster")
    rows = call(history.list_attempts, ANY)
    assert [row.attempt for row in rows] == [second.attempt.id, first.attempt.id]
    assert (rows[1].score, rows[1].max, rows[1].percent, rows[1].minutes) == (4.0, 4.0, 100.0, 1.0)
    for wanted, expected in (
        (AttemptFilter(mode="exam"), [second]),
        (AttemptFilter(set=SetId("river")), [first]),
        (AttemptFilter(since=rows[0].started), [second]),
        (AttemptFilter(until=rows[0].started), [first]),
        (AttemptFilter(until=rows[1].started - timedelta(days=1)), []),
    ):
        listed = call(history.list_attempts, wanted)
        assert [row.attempt for row in listed] == [one.attempt.id for one in expected]


def test_a_mix_of_all_sets_is_a_set_of_its_own_to_a_filter(call, ada) -> None:
    take(call, ada)
    mixed = take(call, ada, set_id="")
    (row,) = call(history.list_attempts, AttemptFilter(set=SetId("")))
    assert (row.attempt, row.set, row.title) == (mixed.attempt.id, "", "")


def test_open_attempts_are_listed_only_when_asked_for(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river")))
    assert call(history.list_attempts, ANY) == ()
    (row,) = call(history.list_attempts, AttemptFilter(finished_only=False))
    assert (row.attempt, row.finished, row.percent) == (step.attempt.id, None, None)


def test_a_student_is_shown_their_own_attempts_only(call, ada, library) -> None:
    bert = perform(library, None, add_learner, "Bert")
    as_bert = Actor(name="Bert", person=bert.id)
    take(call, ada)
    assert perform(library, as_bert, history.list_attempts, ANY) == ()
    with pytest.raises(NotAllowed):
        perform(library, as_bert, history.list_attempts, AttemptFilter(learner=ada.id))
    with pytest.raises(NotAllowed):
        perform(library, as_bert, history.today, ada.id)
    assert len(perform(library, TEACHER, history.list_attempts, ANY)) == 1


def test_an_export_tells_every_response_in_words(call, ada, teach) -> None:
    take(call, ada, size=0)
    (exported,) = teach(history.export_attempts, AttemptFilter(learner=ada.id))
    assert (exported.learner, exported.set, exported.score, exported.max) == ("Ada", "river", 8.0, 8.0)
    told = {one.kind: (one.response, one.key, one.verdict) for one in exported.responses}
    assert told == {
        "single_choice": ("Choice b", "Choice b", "correct"),
        "multiple_response": ("Choice a; Choice b", "Choice a; Choice b", "correct"),
        "true_false": ("true", "true", "correct"),
        "short_answer": ("karachays", "Karachays", "correct"),
        "numerical": ("1887", "1887", "correct"),
        "matching": ("Side p = Side x; Side q = Side y", "Side q = Side y; Side p = Side x", "correct"),
        "ordering": ("Side c; Side a; Side b", "Side c; Side a; Side b", "correct"),
        "cloze": ("Choice mar; 1887", "Choice mar; 1887", "correct"),
    }


def test_an_export_keeps_the_key_of_what_was_not_graded(call, ada, teach) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), "exam", size=2))
    call(attempts.save_response, step.attempt.id, 1, BODIES[step.shown.kind][3], 0)
    (exported,) = teach(history.export_attempts, AttemptFilter(finished_only=False))
    (given,) = exported.responses
    assert (given.key, given.verdict, given.fraction, given.points) == ("", None, None, None)


def test_an_export_of_an_unfinished_attempt_has_no_score(call, ada, teach) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=2))
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    everything = AttemptFilter(finished_only=False)
    (exported,) = teach(history.export_attempts, everything)
    assert (exported.finished, exported.score, exported.max) == (None, None, None)
    (line,) = csv.DictReader(io.StringIO(teach(history.export_csv, everything)))
    assert (line["score"], line["max"], line["points"]) == ("", "", "1.0")


def test_an_export_of_an_exam_tells_what_was_left_blank(call, ada, teach) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), "exam", size=3))
    call(attempts.save_response, step.attempt.id, 1, right(step), 0)
    assert len(teach(history.export_attempts, AttemptFilter(finished_only=False))[0].responses) == 1
    call(attempts.finish_attempt, step.attempt.id)
    (exported,) = teach(history.export_attempts, ANY)
    told = [
        (one.position, one.verdict, one.response == "", one.fraction, one.given_at is None)
        for one in exported.responses
    ]
    assert told == [(1, "correct", False, 1, False), (2, "blank", True, 0, True), (3, "blank", True, 0, True)]
    assert all(one.key for one in exported.responses)
    assert sum(one.points for one in exported.responses) == exported.score
    assert sum(one.max for one in exported.responses) == exported.max


def test_an_export_of_a_practice_leaves_out_what_was_not_answered(call, ada, teach) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=3))
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    call(attempts.finish_attempt, step.attempt.id)
    (exported,) = teach(history.export_attempts, ANY)
    assert [one.position for one in exported.responses] == [1]
    assert (exported.score, exported.max) == (1.0, 1.0)


def test_a_spreadsheet_gets_a_line_for_each_response(call, ada, teach) -> None:
    take(call, ada, size=3)
    table = list(csv.DictReader(io.StringIO(teach(history.export_csv, ANY))))
    assert [line["position"] for line in table] == ["1", "2", "3"]
    assert {line["learner"] for line in table} == {"Ada"}
    assert {line["verdict"] for line in table} == {"correct"}


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", " =1", " \t=1", "\uff1d1"),
        *("\ufeff=1", "\u200b=1", "\u2060 +1", "\0=1", "\u00a0\ufeff@A1"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(text) -> None:
    ((cell, number),) = csv.reader(io.StringIO(make_csv([(text, -1.5)]), newline=""))
    assert (cell, number) == (f"'{text}", "-1.5")


def test_cells_keep_what_they_hold_where_semicolons_divide() -> None:
    row = ["a;b", 'say "so"', "two\r\nlines", "a, b", "plain", None, 0.5]
    written = make_csv([row])
    assert list(csv.reader(io.StringIO(written, newline=""))) == [[*row[:5], "", "0.5"]]
    assert written.startswith('"a;b","say ""so""",')
    assert written.endswith(",plain,,0.5\r\n")


def test_before_a_mix_every_content_note_and_source_is_shown_once(call) -> None:
    everything = call(history.read_intro, None)
    assert [(note.set, note.words) for note in everything.notes] == [("river", "It speaks of a flood.")]
    assert [one.short for one in everything.sources] == ["the letter"]
    one_set = call(history.read_intro, SetId("taster"))
    assert (one_set.title, one_set.notes, len(one_set.sources)) == ("A taste", (), 1)


def test_lists_take_as_many_statements_for_many_attempts_as_for_one(call, ada, library) -> None:
    asked = ((history.today, ada.id), (history.list_attempts, ANY), (history.export_attempts, ANY))
    take(call, ada)
    counts = []
    for _ in range(2):
        for service, argument in asked:
            call(service, argument)  # what is decoded once for a library is not counted
            with counted(library) as statements:
                call(service, argument)
            counts.append(len(statements))
        for _ in range(4):
            take(call, ada)
    assert counts[:3] == counts[3:]
    assert max(counts) <= 11
