"""A question of a file as a step of an attempt that nobody takes, so that the student's own input can show it."""

from datetime import UTC, datetime
from uuid import UUID

from app.domain.ids import AttemptId, LearnerId, SetId
from app.domain.question import ShownQuestion
from app.domain.selection import Orders
from app.services.views import AttemptHead, Learner, Step

_NOBODY = UUID(int=0)


def preview_step(shown: ShownQuestion, orders: Orders) -> Step:
    """Return the step that shows a question as it stands before it is answered."""
    head = AttemptHead(
        id=AttemptId(_NOBODY),
        learner=Learner(LearnerId(_NOBODY), ""),
        set=SetId(""),
        title="",
        mode="practice",
        total=1,
        started=datetime.fromtimestamp(0, UTC),
    )
    return Step(
        attempt=head,
        position=1,
        question_id="",
        shown=shown,
        order=orders.parts,
        premises=orders.premises,
        gap_orders=orders.gaps,
        topic="",
        flagged=False,
        skipped=False,
        response=None,
        saved=None,
        checked=None,
        sources=(),
        panel=(),
        answered=0,
        unanswered=1,
        flags=0,
    )
