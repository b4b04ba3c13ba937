"""A teacher's files read and checked against what the library knows."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import select

from app.domain import codec
from app.domain.bank import Bank
from app.domain.ids import QuestionSlug, SetId
from app.domain.kinds import true_false
from app.domain.lint import lint
from app.domain.lint.waivers import apply_waivers
from app.domain.problem import Problem
from app.domain.question import AnswerKey, Question, QuestionSet, ShownQuestion
from app.domain.text import EMPTY
from app.formats.bank import read_bank
from app.services.context import Context
from app.services.keeping_shipped import keep_shipped
from app.services.own_files import fingerprint
from app.services.storing import existing
from app.services.storing.passages import fill_passages
from app.storage.engine import Library
from app.storage.tables.questions import topic
from app.storage.tables.sources import reference, reference_version, source, source_version

_STAMPS = "stamp_"
_OURS_ALONE = ("missing_feedback", "missing_explanation", "numerical_not_a_date")


def read_checked(ctx: Context, paths: Sequence[str]) -> Bank:
    """Return the usable part of some files with all their problems; `load_files` has read them before."""
    name = ("files", "\0".join(paths))
    if name not in ctx.library.cache:
        load_files(ctx.library, paths)
    bank: Bank = ctx.library.cache[name][1]
    known = _known(ctx, bank)
    bank = keep_shipped(ctx, _with_our_titles(bank, known), known)
    return fill_passages(_without_errors(bank, _of_ours(bank, lint(bank, known))), known)


def load_files(library: Library, paths: Sequence[str]) -> None:
    """Read files unless they are the same as last time: a preview and its import read them once."""
    name, now = ("files", "\0".join(paths)), _fingerprint(paths)
    last: tuple[str, Bank] | None = library.cache.get(name)
    if last is not None and last[0] == now:
        return
    bank = read_bank([Path(path) for path in paths])
    for old in [key for key in library.cache if key[0] == "files"]:
        library.cache.pop(old, None)
    library.cache[name] = (now, bank)


def _with_our_titles(bank: Bank, known: Bank) -> Bank:
    """Keep the titles of topics that are here already where files of other formats name the same."""
    if all(file.format == "yaml" for file in bank.files):
        return bank
    topics = {slug: title for slug, title in bank.topics.items() if slug not in known.topics}
    return msgspec.structs.replace(bank, topics=topics)


def _of_ours(bank: Bank, found: Sequence[Problem]) -> list[Problem]:
    """Leave out what files of other formats cannot know of: our own rules for reasons and for numbers."""
    theirs = {file.name for file in bank.files if file.format != "yaml"}
    return [one for one in found if one.code not in _OURS_ALONE or one.file not in theirs]


def _fingerprint(paths: Sequence[str]) -> str:
    """Return a digest of the files' names and bytes."""
    digest = sha256()
    for path in paths:
        digest.update(path.encode(errors="surrogateescape") + b"\0")
        digest.update(fingerprint(Path(path)))
    return digest.hexdigest()


def _without_errors(bank: Bank, found: Sequence[Problem]) -> Bank:
    """Leave out questions with an error. One at the head of a set costs no question, so there it is a warning."""
    problems = [
        problem if problem.question else msgspec.structs.replace(problem, severity="warning")
        for problem in found
    ]
    broken = {problem.question for problem in problems if problem.severity == "error"}
    distrusted = {
        problem.file
        for problem in found
        if problem.code.startswith(_STAMPS) and problem.code != "stamp_missing"
    }
    sets = tuple(
        msgspec.structs.replace(
            one,
            questions=tuple(each for each in one.questions if each.id not in broken),
            checked=() if bank.places[f"set:{one.id}"].file in distrusted else one.checked,
        )
        for one in bank.sets
    )
    stands, _ = apply_waivers(bank, (*bank.problems, *problems))
    return msgspec.structs.replace(bank, sets=sets, problems=tuple(stands))


def _known(ctx: Context, bank: Bank) -> Bank:
    """Return the library's sources, works and topics, and those of its questions that these files gather."""
    sources = ctx.db.execute(
        select(source_version.c.body).join(source, source.c.current_id == source_version.c.id)
    ).scalars()
    works = ctx.db.execute(
        select(reference_version.c.body).join(reference, reference.c.current_id == reference_version.c.id)
    ).scalars()
    gathered = {identity for one in bank.sets for identity in one.select}
    gathered |= {identity for one in bank.questions() for identity in one.partner}
    stubs = [_stub(identity) for identity in sorted(gathered) if existing.find_question(ctx, identity)]
    return Bank(
        sets=(QuestionSet(SetId(""), "", questions=tuple(stubs)),),
        sources={one.id: one for one in map(codec.decode_source, sources)},
        references={one.id: one for one in map(codec.decode_reference, works)},
        topics=dict(ctx.db.execute(select(topic.c.slug, topic.c.title)).all()),
    )


def _stub(identity: str) -> Question:
    """Return a question of which only the identity is asked."""
    set_id, _, slug = identity.partition("/")
    shown = ShownQuestion(EMPTY, true_false.Shown())
    key = AnswerKey(true_false.Key(True), "true_false@1", EMPTY, "established")
    return Question(SetId(set_id), QuestionSlug(slug), shown, key, (), 1, "remember")
