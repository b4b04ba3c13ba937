"""What to do at a question, in a sentence."""

from app.domain.kinds import ShownBody, evidence, kind_of
from app.words.labels import KIND_INSTRUCTION

_ANSWER_AND_EVIDENCE = "Choose an answer, and a sentence."


def instruction(body: ShownBody) -> str:
    """Return what to do at a question."""
    if isinstance(body, evidence.Shown) and body.answer is not None:
        return _ANSWER_AND_EVIDENCE
    return KIND_INSTRUCTION[kind_of(body)]
