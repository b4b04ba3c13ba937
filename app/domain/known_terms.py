"""Known terms: the names and words that a typed answer may stand for instead of the key.

Other keys, distractors, a glossary, the names in a document. They are normalised once; the hash names the list in a
grade, so that scoring can be repeated exactly.
"""

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from app.domain.typed.normal import Form, form_of


class KnownTerms(msgspec.Struct, frozen=True):
    """A list of known terms, ready to be compared with: the normal forms and those without plain plurals."""

    hash: str
    loose_of: dict[str, str]
    lengths: dict[int, tuple[str, ...]]

    def knows(self, given: Form) -> bool:
        """Tell whether an answer equals a term."""
        return given.strict in self.loose_of or given.loose in self.loose_of

    def any_within(self, slips: int, given: Form, *, but: frozenset[str]) -> bool:
        """Tell whether a term lies within so many slips of an answer; `but` holds the loose forms that do not count."""
        return self._near(slips, given.strict, but) or (
            given.loose != given.strict and self._near(slips, given.loose, but)
        )

    def _near(self, slips: int, text: str, but: frozenset[str]) -> bool:
        from rapidfuzz import process  # for the first typed answer, not at every start
        from rapidfuzz.distance import OSA

        for length in range(len(text) - slips, len(text) + slips + 1):
            near = process.extract_iter(
                text, self.lengths.get(length, ()), scorer=OSA.distance, score_cutoff=slips, processor=None
            )
            if any(self.loose_of[term] not in but for term, _, _ in near):
                return True
        return False


def build_terms(texts: Iterable[str]) -> KnownTerms:
    """Normalise terms once, for many answers."""
    terms = sorted(set(texts))
    digest = sha256("\n".join(terms).encode("utf-8", "surrogatepass"))
    loose_of: dict[str, str] = {}
    for form in map(form_of, terms):
        if form.strict:
            loose_of |= {form.strict: form.loose, form.loose: form.loose}
    lengths: dict[int, list[str]] = {}
    for term in loose_of:
        lengths.setdefault(len(term), []).append(term)
    return KnownTerms(digest.hexdigest(), loose_of, {n: tuple(group) for n, group in lengths.items()})


NONE = build_terms(())
"""No known terms."""
