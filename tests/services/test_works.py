from app.domain.ids import SetId, SourceId
from app.services import attempts, reading, works
from app.services.context import TEACHER, Actor, perform
from app.services.views import QuizPlan
from tests.services.builders import right

FULL = "Hill, Ann. 1999. Rivers."


def test_a_card_gives_label_and_full_reference(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=1))
    (card,) = call(attempts.submit_response, step.attempt.id, 1, right(step), 0).checked.cards
    (work,) = card.claims[0].works
    assert (work.ref, work.label, work.full, work.seen) == ("hill1999", "Hill 1999, p. 12", FULL, "seen")


def test_references_are_put_into_words_once_and_again_by_another_renderer(library, monkeypatch) -> None:
    assert not perform(library, None, works.has_unrendered)
    assert perform(library, TEACHER, works.render_references) == 0
    assert _full(library) == FULL
    monkeypatch.setattr(works, "full_reference", lambda one, style: f"Anew: {one.id}, {style}")
    monkeypatch.setattr(works, "RENDERER", "another@1")
    assert perform(library, None, works.has_unrendered)
    assert perform(library, TEACHER, works.render_references) == 1
    assert _full(library) == "Anew: hill1999, chicago"
    assert not perform(library, None, works.has_unrendered)


def test_references_come_in_the_style_of_whoever_asks(library) -> None:
    assert _full(library, Actor(style="apa")) == "Hill, A. (1999). Rivers."
    assert _full(library, Actor(style="mla")) == "Hill, Ann. Rivers. 1999."
    assert _full(library) == FULL


def test_a_reference_from_before_there_were_styles_is_shown_until_it_is_renewed() -> None:
    assert works.in_style(FULL, "apa") == FULL
    assert works.in_style(None, "apa") == ""


def _full(library, actor: Actor | None = None) -> str:
    view = perform(library, actor, reading.read_source, SourceId("river"))
    return view.works[0][0].full
