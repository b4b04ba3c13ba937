"""What is told of a set besides its questions: reviews, corrections, and each work with what rests on it."""

import pytest

from app.domain.errors import NotAllowed, NotFound
from app.domain.ids import ReferenceId, SetId, SourceId
from app.domain.question import Correction
from app.domain.source import About, WorkCitation
from app.services import attempts
from app.services.about_sets import about_set
from app.services.context import TEACHER, Actor, perform
from app.services.shipping import bring_up_to_date
from app.services.views import CorrectionView, QuizPlan, Reviewed
from tests.services.builders import FLOOD, HELP, bank, question, question_set, reference, source

RIVER = SetId("river")
CORRECTIONS = (
    Correction("2026-01-03", "flood", "The year was 1886."),
    Correction("2026-02-01", "", "The content note names the flood."),
)


@pytest.fixture
def library(empty_library):
    """Open a library with a set that was corrected, and one that gathers a question of it."""
    by_work = question("by-work", citations=(WorkCitation(ReferenceId("berg2001")),))
    own = question_set(
        question(citations=(FLOOD,)),
        question("help", citations=(HELP,)),
        by_work,
        reviewed="Read by nobody else.",
        corrections=CORRECTIONS,
    )
    gathering = question_set(id=SetId("few"), title="A few", select=("river/help",), checked=())
    references = {
        ReferenceId("hill1999"): reference(doubt="The year is a guess.", identification="medium"),
        ReferenceId("berg2001"): reference("berg2001", "Berg", 2001),
        ReferenceId("unused"): reference("unused", "Other", 1950),
    }
    river = {SourceId("river"): source(about=About(reviewed="Not yet reviewed."))}
    both = bank(own, gathering, references=references, sources=river)
    perform(empty_library, TEACHER, bring_up_to_date, both, {})
    return empty_library


def test_it_tells_who_reviewed_what_and_what_was_put_right_the_latest_first(call) -> None:
    about = call(about_set, RIVER)
    assert (about.title, about.questions, about.reviewed) == ("The river", 3, "Read by nobody else.")
    assert about.sources == (Reviewed(SourceId("river"), "A letter about the river", "Not yet reviewed."),)
    assert about.corrections == (
        CorrectionView("2026-02-01", "", "The content note names the flood."),
        CorrectionView("2026-01-03", "Stem of flood", "The year was 1886."),
    )


def test_each_work_stands_once_with_the_questions_that_rest_on_it(call) -> None:
    works = {str(used.work.ref): used for used in call(about_set, RIVER).works}
    assert list(works) == ["berg2001", "hill1999"]
    assert works["hill1999"].stems == ("Stem of flood", "Stem of help")  # cited in the text, and in a note
    assert works["berg2001"].stems == ("Stem of by-work",)
    assert works["hill1999"].work.full == "Hill, Ann. 1999. Rivers."
    assert (works["hill1999"].work.identification, works["hill1999"].work.doubt) == (
        "medium",
        "The year is a guess.",
    )


def test_a_set_that_gathers_questions_rests_on_their_works(call) -> None:
    about = call(about_set, SetId("few"))
    assert about.questions == 1
    assert [(str(used.work.ref), used.stems) for used in about.works] == [("hill1999", ("Stem of help",))]


def test_while_a_question_waits_neither_works_nor_corrections_are_told(library, call, ada) -> None:
    student = Actor(person=ada.id)
    step = call(attempts.start_attempt, ada.id, QuizPlan(RIVER))
    call(attempts.show_question, step.attempt.id, 1)
    about = perform(library, student, about_set, RIVER)
    assert (about.evidence, about.works, about.corrections) == (False, (), ())
    assert about.reviewed
    assert perform(library, TEACHER, about_set, RIVER).works
    call(attempts.finish_attempt, step.attempt.id)
    assert perform(library, student, about_set, RIVER).works


def test_in_an_exam_it_is_closed_and_an_unknown_set_is_told(call, ada) -> None:
    with pytest.raises(NotFound, match="set_not_found"):
        call(about_set, SetId("nowhere"))
    call(attempts.start_attempt, ada.id, QuizPlan(RIVER, "exam"))
    with pytest.raises(NotAllowed, match="closed_in_exam"):
        call(about_set, RIVER)
