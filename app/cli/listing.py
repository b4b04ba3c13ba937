"""`footnote list`: the questions with their keys, reasons and citations."""

from app.cli.library import reading
from app.cli.listed_keys import key_lines
from app.cli.output import DONE, say, write_json
from app.domain.ids import SetId
from app.services import listing
from app.services.context import TEACHER
from app.services.views import ListedCitation, ListedQuestion
from app.words import labels
from app.words.counts import counted


def list_questions(set_id: str | None, database: str | None, *, as_json: bool) -> int:
    """List the questions of all sets, or of one."""
    with reading(database) as library:
        wanted = SetId(set_id) if set_id is not None else None
        questions: tuple[ListedQuestion, ...] = library(TEACHER, listing.list_questions, (wanted,))
    if as_json:
        write_json(questions)
        return DONE
    for one in questions:
        _tell(one)
    say(f"{counted(len(questions), 'question')}.")
    return DONE


def _tell(one: ListedQuestion) -> None:
    say(
        f"{one.id}  {labels.KIND[one.kind]}, difficulty {one.difficulty}, {labels.STATUS[one.status].lower()}"
    )
    say(f"  {one.stem}")
    for line in key_lines(one):
        say(f"    {line}")
    if one.explanation:
        say(f"  {one.explanation}")
    for cite in one.citations:
        say(f"  {_place_and_works(cite)}")
    say()


def _place_and_works(cite: ListedCitation) -> str:
    if not cite.source:
        return f"Work: {', '.join(work.label for work in cite.references)}"
    phrase = f" \u201c{cite.anchor}\u201d" if cite.anchor else ""
    parts = [f"Source: {cite.source} {cite.paragraph}.{cite.sentence}{phrase}"]
    for by, verb in (("source", "cites"), ("editors", "note after")):
        works = ", ".join(work.label for work in cite.references if work.by == by)
        if works:
            parts.append(f"{verb} {works}")
    return "; ".join(parts)
