"""Short answer: a typed word or name against the key, the foreseen answers and the known terms."""

from collections.abc import Sequence

import msgspec

from app.domain.kinds.short_answer import Key, Response
from app.domain.known_terms import KnownTerms
from app.domain.rules.judged import ONE, ZERO, Judged, bounded, whole
from app.domain.typed.compare import Nearness, compare
from app.domain.typed.normal import Form, form_of
from app.domain.typed.numbers import exact


class Match(msgspec.Struct, frozen=True):
    """How near an answer is to a group of forms: the best form that it may stand for, and the least distance."""

    nearness: Nearness
    form: str
    least: int
    number: int = 0

    @property
    def fits(self) -> bool:
        """Tell whether the answer may stand for the form."""
        return not self.nearness.reason

    @property
    def equal(self) -> bool:
        """Tell whether the answer is the form, but for what does not matter."""
        return self.fits and self.nearness.distance <= 1


def score_typed(key: Key, response: Response, terms: KnownTerms) -> Judged:
    """Score by `typed`: a slip of the hand is forgiven where nothing says that another word was meant."""
    if not response.text.strip():
        return whole(ZERO, "blank")
    given = form_of(response.text)
    own = _match(given, (key.answer, *key.accept))
    foreseen = _foreseen(given, key)
    if own.equal and not (foreseen.equal and foreseen.nearness.distance < own.nearness.distance):
        return whole(ONE, "right", accepted_as=own.form)
    if foreseen.equal:
        return _taken_for(key, foreseen)
    if terms.knows(given):
        return whole(ZERO, "other_term")
    return _with_slips(key, given, own, foreseen, terms)


def _with_slips(key: Key, given: Form, own: Match, foreseen: Match, terms: KnownTerms) -> Judged:
    """Judge an answer that equals nothing: the nearest form counts, unless something else is as near."""
    if not own.fits and not foreseen.fits:
        return whole(ZERO, own.nearness.reason)
    meant = foreseen if foreseen.fits and foreseen.nearness.distance < own.least else own
    if not meant.fits:
        return whole(ZERO, own.nearness.reason)
    rival = foreseen.least if meant is own else own.least
    forms = [key.answer, *key.accept, *(form for f in key.foreseen for form in (f.answer, *f.accept))]
    mine = frozenset(form_of(form).loose for form in forms)
    if rival <= meant.nearness.distance or terms.any_within(meant.nearness.distance - 1, given, but=mine):
        return whole(ZERO, "between_terms")
    return whole(ONE, "typo", accepted_as=own.form) if meant is own else _taken_for(key, foreseen)


def _foreseen(given: Form, key: Key) -> Match:
    matches = [_match(given, (f.answer, *f.accept), number) for number, f in enumerate(key.foreseen)]
    if not matches:
        return _match(given, ())
    best = min(matches, key=lambda match: _rank(match.nearness))
    return msgspec.structs.replace(best, least=min(match.least for match in matches))


def _match(given: Form, forms: Sequence[str], number: int = 0) -> Match:
    compared = [(compare(given, form_of(form)), form) for form in forms]
    nearness, form = min(compared, key=lambda pair: _rank(pair[0]), default=(Nearness(99, "too_far"), ""))
    return Match(nearness, form, min((near.distance for near, _ in compared), default=99), number)


def _rank(nearness: Nearness) -> tuple[bool, int]:
    return bool(nearness.reason), nearness.distance


def _taken_for(key: Key, match: Match) -> Judged:
    credit = bounded(exact(key.foreseen[match.number].credit), -ONE, ONE)
    return whole(credit, "foreseen", accepted_as=match.form, foreseen=match.number)
