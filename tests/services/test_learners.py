from uuid import uuid4

import pytest

from app.domain.errors import FootnoteError, NotAllowed, NotFound
from app.domain.ids import LearnerId
from app.services.context import Actor, perform
from app.services.learners import add_learner, find_learner, list_learners, rename_learner


def test_a_name_is_kept_in_one_line_without_what_cannot_be_seen(library) -> None:
    name = "  Zoë\u200b \u202e Ng\tAn "
    assert perform(library, None, add_learner, name).name == "Zoë Ng An"


@pytest.mark.parametrize("name", ["ada", "ADA", " Ada ", "Ａda"])
def test_a_name_is_given_once(library, ada, name) -> None:
    with pytest.raises(FootnoteError, match="name_taken") as taken:
        perform(library, None, add_learner, name)
    assert taken.value.values == {"name": "Ada"}


def test_somebody_may_wait_for_a_name_and_is_there_once(library, ada) -> None:
    nameless = perform(library, None, add_learner)
    assert nameless.name == ""
    assert perform(library, None, add_learner, "  ") == nameless
    assert perform(library, None, list_learners) == (ada, nameless)
    named = perform(library, None, rename_learner, nameless.id, "Bert")
    assert perform(library, None, list_learners) == (ada, named)
    assert perform(library, None, add_learner).id != nameless.id


@pytest.mark.parametrize(
    ("name", "code"), [(" ", "name_empty"), ("x" * 61, "name_too_long"), ("Bert", "name_taken")]
)
def test_a_name_that_cannot_be_taken_changes_nothing(library, ada, name, code) -> None:
    perform(library, None, add_learner, "Bert")
    with pytest.raises(FootnoteError, match=code):
        perform(library, None, rename_learner, ada.id, name)
    assert perform(library, None, find_learner, "ada") == ada


def test_a_name_may_be_written_otherwise(library, ada) -> None:
    assert perform(library, None, rename_learner, ada.id, "ADA").name == "ADA"


def test_a_student_renames_nobody_else(library, ada) -> None:
    bert = perform(library, None, add_learner, "Bert")
    with pytest.raises(NotAllowed):
        perform(library, Actor(person=ada.id), rename_learner, bert.id, "Carl")


def test_who_is_not_there_is_not_found(library) -> None:
    with pytest.raises(NotFound, match="learner_not_found"):
        perform(library, None, find_learner, "Nobody")
    with pytest.raises(NotFound, match="learner_not_found"):
        perform(library, None, rename_learner, LearnerId(uuid4()), "Carl")
