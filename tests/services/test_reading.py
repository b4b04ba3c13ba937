import msgspec
import pytest
from sqlalchemy import text

from app.domain.errors import BadFile, NotAllowed, NotFound
from app.domain.ids import SetId, SourceId
from app.domain.source import Locator, PlaceCitation
from app.services import attempts, reading
from app.services.context import TEACHER, Actor, perform
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from tests.services.builders import FLOOD, HELP, TEXT, bank, question, question_set, right, source

RIVER = SourceId("river")
ANOTHER_VERSION = TEXT.replace("The river rose", "Rain fell. The river rose").replace("for help", "everybody")


@pytest.fixture
def library(empty_library):
    """Open a library with one question that cites two places of the letter."""
    one_set = question_set(question(citations=(FLOOD, HELP)))
    perform(empty_library, TEACHER, bring_up_to_date, bank(one_set), {})
    return empty_library


@pytest.fixture
def step(call, ada):
    return call(attempts.start_attempt, ada.id, QuizPlan(SetId("river")))


def read(call, step):
    return call(reading.read_source, RIVER, step.attempt.id, 1)


def test_before_the_answer_a_source_says_nothing_that_tells_it(call, step) -> None:
    view = read(call, step)
    assert not view.evidence
    assert [claim.says for claim in view.claims][:2] == [
        "The water came up in spring.",
        "It reached the low streets.",
    ]
    assert {(claim.status, claim.note, claim.cited, claim.note_works) for claim in view.claims} == {
        ("established", "", False, ())
    }
    assert view.focus == ()


def test_after_the_answer_the_evidence_is_shown(call, step) -> None:
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    view = read(call, step)
    assert view.evidence
    assert view.focus == (Locator(1, 1), Locator(2, 1))
    assert [(str(claim.at), claim.letter) for claim in view.claims if claim.cited] == [
        ("1.1", "a"),
        ("2.1", "b"),
    ]
    assert view.claims[1].status == "oversimplified"
    ((work, places),) = view.works
    assert (work.label, places) == ("Hill 1999", (Locator(1, 1), Locator(2, 1)))
    assert view.questions_at == {"1.1": 1, "2.1": 1}
    assert [(one.source, one.places) for one in view.sources] == [("river", 2)]


def test_the_first_source_opens_where_none_is_named(call, step) -> None:
    assert call(reading.read_source).source == "river"
    assert call(reading.read_source, None, step.attempt.id, 1).source == "river"
    assert call(reading.about_source, RIVER).about.author == "Nobody knows who wrote it."
    with pytest.raises(NotFound, match="source_not_found"):
        call(reading.read_source, SourceId("nowhere"))


def test_in_an_exam_sources_are_closed_until_it_is_handed_in(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), "exam"))
    with pytest.raises(NotAllowed, match="closed_in_exam"):
        read(call, step)
    call(attempts.finish_attempt, step.attempt.id)
    assert read(call, step).evidence


def test_while_an_exam_runs_no_source_opens_by_another_way(library, call, ada) -> None:
    student = Actor(person=ada.id)
    exam = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), "exam"))

    with pytest.raises(NotAllowed, match="closed_in_exam"):
        perform(library, student, reading.read_source, RIVER)
    assert perform(library, TEACHER, reading.read_source, RIVER).evidence

    call(attempts.finish_attempt, exam.attempt.id)
    assert perform(library, student, reading.read_source, RIVER).evidence


def test_a_practice_used_later_opens_no_source_while_an_exam_runs(call, ada) -> None:
    practice = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=1))
    call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), "exam"))
    call(attempts.show_question, practice.attempt.id, 1)
    with pytest.raises(NotAllowed, match="closed_in_exam"):
        call(reading.read_source, RIVER)


def test_cards_tell_the_cited_statements_their_neighbours_and_the_works(call, step) -> None:
    flood, help_card = call(attempts.submit_response, step.attempt.id, 1, right(step), 0).checked.cards
    assert (flood.at, flood.state, flood.checked_on) == (Locator(1, 1), "checked_when_made", "2026-01-02")
    assert (flood.before, flood.after) == ("", "It reached the low streets.")
    assert flood.claims[0].works[0].label == "Hill 1999, p. 12"
    assert [claim.cited for claim in help_card.claims] == [False, True]
    assert (help_card.before, help_card.after) == ("", "Aid was late.")


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"checked": ()}, "unchecked"),
        (
            {"checked": [{"source": "river", "sha256": "0" * 64, "date": "2026-01-02", "anchors": 1}]},
            "source_changed",
        ),
    ],
)
def test_a_phrase_is_as_sure_as_its_stamp_was_when_the_attempt_began(
    library, call, ada, changes, state
) -> None:
    def states(step) -> set[str]:
        return {card.state for card in call(attempts.open_step, step.attempt.id, 1).checked.cards}

    before = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river")))
    call(attempts.submit_response, before.attempt.id, 1, right(before), 0)
    checked = msgspec.convert(changes["checked"], type(question_set().checked))
    again = bank(question_set(question(citations=(FLOOD, HELP)), checked=checked))
    perform(library, TEACHER, bring_up_to_date, again, {})
    after = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river")))
    call(attempts.submit_response, after.attempt.id, 1, right(after), 0)
    assert (states(before), states(after)) == ({"checked_when_made"}, {state})


def test_the_very_original_is_recognised_and_its_phrases_marked(call, step) -> None:
    report = call(reading.attach_original, TEXT.encode(), "river.txt")
    assert (report.source, report.exact, report.verified, report.anchors) == ("river", True, 2, 2)
    before = read(call, step)
    assert [sentence.spans for sentence in before.original] == [(), (), (), ()]
    checked = call(attempts.submit_response, step.attempt.id, 1, right(step), 0).checked
    assert {card.state for card in checked.cards} == {"checked_in_copy"}
    view = read(call, step)
    marked = [
        (str(sentence.at), sentence.text[start:end])
        for sentence in view.original
        for start, end in sentence.spans
    ]
    assert marked == [("1.1", "rose in March 1887"), ("2.1", "mayor asked for help")]
    assert (view.has_original, view.verified, view.anchors, view.file) == (True, 2, 2, "river.txt")


def test_another_version_is_recognised_by_its_phrases(call, step) -> None:
    report = call(reading.attach_original, ANOTHER_VERSION.encode(), "copy.txt")
    assert (report.exact, report.verified, report.anchors) == (False, 1, 2)
    checked = call(attempts.submit_response, step.attempt.id, 1, right(step), 0).checked
    assert [card.state for card in checked.cards] == ["checked_in_copy", "not_in_copy"]
    marked = [str(sentence.at) for sentence in read(call, step).original if sentence.spans]
    assert marked == ["1.2"]


def test_a_phrase_that_stands_twice_in_a_copy_is_not_marked(call, step) -> None:
    report = call(reading.attach_original, f"{TEXT} Again it rose in March 1887.".encode(), "copy.txt")
    assert (report.exact, report.verified, report.anchors) == (False, 1, 2)
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    assert [str(sentence.at) for sentence in read(call, step).original if sentence.spans] == ["2.1"]


def test_a_file_of_something_else_is_refused(call, library) -> None:
    with pytest.raises(BadFile, match="original_not_recognised"):
        call(reading.attach_original, b"Another text. Nothing is cited from it.", "other.txt")
    with pytest.raises(BadFile, match="file_too_large"):
        call(reading.attach_original, b"x" * (20 * 1024 * 1024 + 1), "large.txt")
    assert _count(library, "media") == 0


def test_a_copy_is_replaced_and_taken_away(call, library) -> None:
    call(reading.attach_original, ANOTHER_VERSION.encode(), "copy.txt")
    call(reading.attach_original, TEXT.encode(), "river.txt")
    assert _count(library, "media") == 1
    assert call(reading.read_source, RIVER).verified == 2
    call(reading.detach_original, RIVER)
    assert not call(reading.read_source, RIVER).has_original
    assert _count(library, "media") == 0


def test_an_attempt_shows_the_source_as_it_was(library, call, step) -> None:
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    before = read(call, step)
    claims = tuple(msgspec.structs.replace(claim, says="Corrected.") for claim in source().claims)
    corrected = bank(
        question_set(question(citations=(FLOOD, HELP))),
        sources={RIVER: source(claims=claims, title="Corrected")},
    )
    perform(library, TEACHER, bring_up_to_date, corrected, {})
    assert read(call, step) == before
    assert call(reading.read_source, RIVER).title == "Corrected"
    assert call(attempts.open_step, step.attempt.id, 1).checked.cards[0].title == before.title


def _count(library, table: str) -> int:
    with library.reading() as db:
        return db.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()


def test_by_no_other_way_does_a_source_tell_what_the_question_in_front_of_a_student_rests_on(
    library, call, ada, step
) -> None:
    student = Actor(person=ada.id)

    def shown(actor: Actor = student) -> bool:
        view = perform(library, actor, reading.read_source, RIVER)
        assert view.evidence == bool(view.questions_at)
        assert view.evidence or {claim.status for claim in view.claims} == {"established"}
        return view.evidence

    assert shown()  # nothing of the quiz was seen yet
    call(attempts.show_question, step.attempt.id, 1)
    assert not shown()
    assert shown(TEACHER)
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    assert shown()


def test_a_quiz_that_was_handed_in_unanswered_closes_no_source(library, call, ada, step) -> None:
    call(attempts.show_question, step.attempt.id, 1)
    call(attempts.finish_attempt, step.attempt.id)
    assert perform(library, Actor(person=ada.id), reading.read_source, RIVER).evidence


def test_our_own_notes_say_nothing_before_an_answer(library, call, step) -> None:
    notes = bank(
        question_set(question(citations=(FLOOD, HELP))), sources={RIVER: source(kind="notes", original=None)}
    )
    perform(library, TEACHER, bring_up_to_date, notes, {})
    assert call(reading.read_source, RIVER).claims
    assert call(reading.read_source, RIVER, None, 0, False).claims == ()


YEAR = PlaceCitation(SourceId("river"), Locator(1, 2), "flooded the lower town")


@pytest.fixture
def two(library):
    """Let the library hold one question on the flood and one on a statement that is too simple."""
    one_set = question_set(question(citations=(FLOOD,)), question("town", citations=(YEAR,)))
    perform(library, TEACHER, bring_up_to_date, bank(one_set), {})
    return library


def told(view) -> dict[str, tuple[str, str]]:
    """The places that say what they are worth, each with its status and note."""
    return {str(claim.at): (claim.status, claim.note) for claim in view.claims if claim.open}


def test_while_questions_wait_only_places_of_answered_ones_say_what_they_are_worth(two, ada) -> None:
    """Otherwise the first answer would open the keys of all other questions on the same source."""
    student = Actor(person=ada.id)
    step = perform(two, student, attempts.start_attempt, ada.id, QuizPlan(SetId("river")))
    perform(two, student, attempts.submit_response, step.attempt.id, 1, right(step), 0)
    answered, waits = ("1.1", "1.2") if step.question_id == "river/flood" else ("1.2", "1.1")

    for asked in ((RIVER, step.attempt.id, 1), (RIVER,)):
        view = perform(two, student, reading.read_source, *asked)
        assert view.evidence
        assert view.waiting
        assert set(told(view)) == {answered}
        assert view.questions_at == {}
        assert {claim.says for claim in view.claims} == {claim.says for claim in source().claims}
        assert all(str(at) == answered for _, places in view.works for at in places)
        (closed,) = [claim for claim in view.claims if str(claim.at) == waits]
        assert (closed.status, closed.note, closed.note_works) == ("established", "", ())
    assert not perform(two, TEACHER, reading.read_source, RIVER).waiting


@pytest.mark.parametrize("end", ["answer", "finish"])
def test_when_nothing_waits_any_more_everything_is_told(two, ada, end) -> None:
    student = Actor(person=ada.id)
    step = perform(two, student, attempts.start_attempt, ada.id, QuizPlan(SetId("river")))
    perform(two, student, attempts.submit_response, step.attempt.id, 1, right(step), 0)
    if end == "answer":
        perform(two, student, attempts.submit_response, step.attempt.id, 2, right(step), 0)
    else:
        perform(two, student, attempts.finish_attempt, step.attempt.id)
    for asked in ((RIVER, step.attempt.id, 1), (RIVER,)):
        view = perform(two, student, reading.read_source, *asked)
        assert not view.waiting
        assert told(view)["1.2"] == ("oversimplified", "Not all of them.")
        assert view.questions_at == {"1.1": 1, "1.2": 1}


def test_questions_that_wait_close_nothing_to_others(two, ada) -> None:
    student = Actor(person=ada.id)
    step = perform(two, student, attempts.start_attempt, ada.id, QuizPlan(SetId("river")))
    perform(two, student, attempts.submit_response, step.attempt.id, 1, right(step), 0)
    other = perform(two, None, add_learner, "Grace")
    view = perform(two, Actor(person=other.id), reading.read_source, RIVER)
    assert not view.waiting
    assert told(view)["1.2"] == ("oversimplified", "Not all of them.")
