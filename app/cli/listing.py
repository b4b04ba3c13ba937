"""`footnote list`: the questions with their keys, reasons and citations."""

from app.cli.library import reading
from app.cli.output import DONE, say, write_json
from app.domain.ids import SetId
from app.services import listing
from app.services.context import TEACHER
from app.services.views import ListedQuestion
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
    for choice in one.choices:
        say(f"    {'*' if choice.correct else '-'} {choice.text}")
    for cite in one.citations:
        works = ", ".join(reference.label for reference in cite.references)
        if cite.source:
            phrase = f" \u201c{cite.anchor}\u201d" if cite.anchor else ""
            say(f"  {cite.source} {cite.paragraph}.{cite.sentence}{phrase}{'; ' + works if works else ''}")
        else:
            say(f"  {works}")
    say()
