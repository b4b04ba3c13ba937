"""What may be asked how: true or false and numbers need firm ground, and nothing inaccurate is keyed as right."""

from app.domain.kinds import cloze, evidence, numerical, source_support, status_sort, true_false, two_sources
from app.domain.lint.notes import Notes
from app.domain.question import LEVELS, Question
from app.domain.source import Claim, PlaceCitation

_CRITICAL = LEVELS[LEVELS.index("analyse") :]


def check_standing(question: Question, notes: Notes) -> None:
    """Check one question's kind and level against the standing of what it asks about."""
    status = question.key.status
    if isinstance(question.key.body, true_false.Key) and status != "established":
        notes.question(question.id, "true_false_not_established", "status", status=status)
    elif status == "inaccurate" and question.level not in _CRITICAL and not _weighs(question):
        notes.question(question.id, "inaccurate_not_allowed", "status", level=question.level)
    elif status == "established" and _rests_on_errors(question, notes):
        notes.question(question.id, "rests_on_inaccurate", "status")
    if _asks_a_plain_number(question):
        notes.question(question.id, "numerical_not_a_date", "answer_as")


def _weighs(question: Question) -> bool:
    """Tell whether the kind asks for a judgement of what is said, so that nothing inaccurate is keyed as right."""
    return isinstance(
        question.key.body, evidence.Key | two_sources.Key | status_sort.Key | source_support.Key
    )


def _asks_a_plain_number(question: Question) -> bool:
    match question.shown.body:
        case numerical.Shown(answer_as="number"):
            return True
        case cloze.Shown(gaps=gaps):
            return any(
                isinstance(gap.body, numerical.Shown) and gap.body.answer_as == "number" for gap in gaps
            )
        case _:
            return False


def _rests_on_errors(question: Question, notes: Notes) -> bool:
    """Tell whether all that the question cites are statements that are wrong."""
    claims: list[Claim] = []
    for citation in question.key.citations:
        if not isinstance(citation, PlaceCitation):
            return False
        source = notes.source(citation.source)
        stated = notes.claims(source, citation.at) if source else ()
        claims.extend(one for one in stated if not citation.claims or one.letter in citation.claims)
    return bool(claims) and all(claim.status == "inaccurate" for claim in claims)
