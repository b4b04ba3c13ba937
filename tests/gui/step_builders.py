"""Steps of an attempt for tests: `step_for("ordering", checked=True)`; every field has a default.

What a checked step says of the response comes from the real scoring.
"""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from app.domain import kinds
from app.domain.ids import AttemptId, LearnerId, ReferenceId, SetId, SourceId
from app.domain.kinds import KeyBody, Response, ShownBody, kind_of
from app.domain.outcome import Outcome, stored_fraction
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.rules.names import default_rule, rule_id
from app.domain.scoring import score
from app.domain.source import Locator
from app.domain.text import EMPTY, Text
from app.services.views import (
    AttemptHead,
    Cell,
    CellState,
    Checked,
    ClaimView,
    JudgedPart,
    Learner,
    SourceBrief,
    SourceCard,
    Step,
    Work,
)
from tests.gui.step_samples import SAMPLES

STARTED = datetime(2025, 3, 5, 9, 0, tzinfo=UTC)
ANSWERED = datetime(2025, 3, 5, 9, 7, tzinfo=UTC)
EXPLANATION = Text("The matter was settled in January 1957. Stalin had died nearly four years before.")


def step_for(
    kind: str,
    *,
    checked: bool | Checked = False,
    body: ShownBody | None = None,
    key: KeyBody | None = None,
    response: Response | None = None,
    blank: bool = False,
    stem: str = "",
    shown: ShownQuestion | None = None,
    **fields: Any,
) -> Step:
    """Return a step of a kind. A checked one has the sample's partly right response, unless one is given or `blank`.

    `fields` replaces any other field of `Step`, and any of `AttemptHead` (mode, finished, total ...).
    """
    sample = SAMPLES[kind]
    shown = shown or ShownQuestion(Text(stem or sample.stem), body or sample.shown)
    if response is None and checked and not blank:
        response = sample.response
    if checked is True:
        checked = checked_for(shown, key or sample.key, response)
    head = {name: fields.pop(name) for name in AttemptHead.__struct_fields__ if name in fields}
    attempt = fields.pop("attempt", None) or attempt_head(**head)
    position = fields.pop("position", 1)
    values: dict[str, Any] = {
        "question_id": f"famine/{kind.replace('_', '-')}",
        "order": sample.order,
        "premises": sample.premises,
        "gap_orders": dict(sample.gap_orders),
        "topic": "Deported peoples",
        "flagged": False,
        "skipped": False,
        "saved": ANSWERED if response is not None else None,
        "sources": (SourceBrief(SourceId("genocides"), "On Stalin\u2019s genocides", "Essay A", 1),),
        "panel": panel_for(attempt.total, position, checked or None),
        "answered": 1 if response is not None else 0,
        "unanswered": attempt.total - (1 if response is not None else 0),
        "flags": 0,
    }
    return Step(
        attempt=attempt,
        position=position,
        shown=shown,
        response=response,
        checked=checked or None,
        **(values | fields),
    )


def checked_for(shown: ShownQuestion, key: KeyBody, response: Response | None, **fields: Any) -> Checked:
    """Return what is said of a response once it was scored; any field can be replaced."""
    rule = rule_id(_rule_of(shown))
    given = response if response is not None else _blank_like(shown)
    outcome = score(shown, AnswerKey(key, rule, EXPLANATION, "established"), given)
    points = stored_fraction(outcome.fraction) * float(shown.points)
    values: dict[str, Any] = {
        "verdict": outcome.verdict,
        "fraction": stored_fraction(outcome.fraction),
        "points": points,
        "max_points": float(shown.points),
        "rule": rule,
        "parts": judged_parts(outcome),
        "key": key,
        "explanation": EXPLANATION,
        "note": EMPTY,
        "status": "established",
        "cards": (source_card(),),
        "graded": ANSWERED,
    }
    return Checked(**(values | fields))


def _rule_of(shown: ShownQuestion) -> str:
    if isinstance(shown.body, kinds.evidence.Shown) and shown.body.answer is not None:
        return "answer_and_evidence"
    return default_rule(shown.kind, getattr(shown.body, "answer_as", "number"))


def judged_parts(outcome: Outcome) -> tuple[JudgedPart, ...]:
    """Return the parts of an outcome as a step holds them."""
    return tuple(
        JudgedPart(part.id, stored_fraction(part.fraction), part.code, part.accepted_as, part.foreseen)
        for part in outcome.parts
    )


def attempt_head(**fields: Any) -> AttemptHead:
    """Return an open practice of three questions; any field can be replaced."""
    values: dict[str, Any] = {
        "id": AttemptId(UUID(int=1)),
        "learner": Learner(LearnerId(UUID(int=2)), "Nadia"),
        "set": SetId("famine"),
        "title": "The famine and the deportations",
        "mode": "practice",
        "total": 3,
        "started": STARTED,
    }
    return AttemptHead(**(values | fields))


def panel_for(total: int, position: int, checked: Checked | None) -> tuple[Cell, ...]:
    """Return the numbered panel: all before the position skipped, all after it not reached."""
    here: CellState = checked.verdict if checked else "seen"
    states: list[CellState] = ["skipped"] * (position - 1)
    states.append(here)
    states.extend(["unreached"] * (total - position))
    return tuple(Cell(number, state, flagged=False) for number, state in enumerate(states, 1))


def source_card(**fields: Any) -> SourceCard:
    """Return a citation of one sentence with one statement; any field can be replaced."""
    at = Locator(7, 10)
    work = Work(
        ReferenceId("pohl2000"),
        "Pohl 2000, p.\u00a0268",
        "Pohl, J. Otto. 2000. The full reference.",
        "seen",
    )
    claim = ClaimView(
        at,
        "a",
        "The essay says that Stalin let the Kalmyks go home.",
        "inaccurate",
        "essay",
        "He had died in 1953.",
        (work,),
        (),
        cited=True,
    )
    values: dict[str, Any] = {
        "source": SourceId("genocides"),
        "title": "On Stalin\u2019s genocides",
        "short": "Essay A",
        "kind": "essay",
        "file": "essay-a.txt",
        "at": at,
        "anchor": "three quoted words",
        "state": "checked_when_made",
        "checked_on": "2025-03-01",
        "status": "inaccurate",
        "claims": (claim,),
    }
    return SourceCard(**(values | fields))


def _blank_like(shown: ShownQuestion) -> Response:
    """Return the empty response of a kind."""
    blank: Response = getattr(kinds, kind_of(shown.body)).Response()
    return blank
