"""What questions and sources cite: it must be there, and places and anchors must fit each other."""

from app.domain.lint.notes import Notes
from app.domain.question import QuestionSet
from app.domain.source import Locator, Original, PlaceCitation, Source, WorkCitation

FEWEST_WORDS, MOST_WORDS = 3, 8


def has_sentence(original: Original, at: Locator) -> bool:
    """Tell whether the original has such a sentence."""
    return at.paragraph <= len(original.sentences) and at.sentence <= original.sentences[at.paragraph - 1]


def check_source(source: Source, notes: Notes) -> None:
    """Check that the works which a source's statements cite are known, and that each note of ours rests on one."""
    for index, claim in enumerate(source.claims):
        if source.kind == "notes" and not (claim.cites or claim.note_cites):
            notes.item(f"source:{source.id}", index, "note_without_work", at=str(claim.at))
        for work in (*claim.cites, *claim.note_cites):
            if not _knows_work(work, notes):
                notes.item(f"source:{source.id}", index, "unknown_reference", text=work.ref)


def check_citations(question_set: QuestionSet, notes: Notes) -> None:
    """Check every citation of a set. What no file here defines is told once for the set, as a warning."""
    missing_sources: dict[str, None] = {}
    missing_works: dict[str, None] = {}
    for question in question_set.questions:
        for index, citation in enumerate(question.key.citations):
            if isinstance(citation, WorkCitation):
                if not _knows_work(citation, notes):
                    missing_works[citation.ref] = None
                    if notes.bank.references:
                        notes.citation(question.id, index, "unknown_reference", text=citation.ref)
                continue
            _check_anchor_words(question.id, index, citation, notes)
            source = notes.source(citation.source)
            if source is not None:
                _check_place(question.id, index, citation, source, notes)
            elif notes.bank.sources:
                known = tuple(sorted({*notes.bank.sources, *notes.known.sources}))
                notes.citation(question.id, index, "unknown_source", text=citation.source, known=known)
            else:
                missing_sources[citation.source] = None
    name = f"set:{question_set.id}"
    if missing_sources:
        notes.head(name, "source_not_here", known=tuple(missing_sources))
    if missing_works and not notes.bank.references:
        notes.head(name, "reference_not_here", known=tuple(missing_works))


def _knows_work(work: WorkCitation, notes: Notes) -> bool:
    return work.ref in notes.bank.references or work.ref in notes.known.references


def _check_anchor_words(question_id: str, index: int, citation: PlaceCitation, notes: Notes) -> None:
    if not citation.anchor:
        return
    words = len(citation.anchor.split())
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        notes.citation(
            question_id,
            index,
            "anchor_words",
            text=citation.anchor,
            count=words,
            lowest=FEWEST_WORDS,
            highest=MOST_WORDS,
        )


def _check_place(question_id: str, index: int, citation: PlaceCitation, source: Source, notes: Notes) -> None:
    at = str(citation.at)
    claims = notes.claims(source, citation.at)
    original = source.original
    if original is not None and not has_sentence(original, citation.at):
        notes.citation(question_id, index, "no_such_place", text=at, source=source.id)
    elif not claims and (original is None or source.wording == "own"):
        code = "place_without_statement" if original is not None else "no_such_place"
        notes.citation(question_id, index, code, text=at, source=source.id)
    letters = tuple(claim.letter for claim in claims)
    for letter in citation.claims:
        if claims and letter not in letters:
            notes.citation(
                question_id, index, "no_such_statement", text=letter, at=at, source=source.id, known=letters
            )
    if original is not None and not citation.anchor:
        notes.citation(question_id, index, "anchor_missing", text=at, source=source.id)
    if original is None and citation.anchor:
        notes.citation(question_id, index, "anchor_without_original", text=citation.anchor, source=source.id)
