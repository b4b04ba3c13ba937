"""The questions of the library with their keys, as `footnote list` prints them."""

from typing import Literal, assert_never

from sqlalchemy import select

from app.domain.bank import Bank
from app.domain.errors import NotFound
from app.domain.ids import PartId, SetId
from app.domain.kinds import (
    KeyBody,
    cloze,
    evidence,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.domain.question import Question, ShownQuestion
from app.domain.source import Citation, PlaceCitation, WorkCitation
from app.services.context import Context
from app.services.exporting import export_bank
from app.services.listed_keys import (
    list_accepted,
    list_choices,
    list_foreseen,
    list_gaps,
    list_reasons,
    list_spare,
    list_within,
)
from app.services.listed_weighing import list_weighed, weighed_value
from app.services.marks import background
from app.services.response_words import part_words
from app.services.views import ListedChoice, ListedCitation, ListedQuestion, ListedReference
from app.sources.cite import label
from app.storage.tables.questions import question, question_set, question_version

_By = Literal["source", "editors"]


@background
def list_questions(ctx: Context, set_id: SetId | None = None) -> tuple[ListedQuestion, ...]:
    """List the questions of all sets, or of one with those that it gathers, with their keys."""
    bank = export_bank(ctx)
    versions = _versions(ctx)
    wanted = bank.questions() if set_id is None else _of_set(bank, set_id)
    return tuple(_listed(bank, one, versions[one.id]) for one in wanted)


def _of_set(bank: Bank, set_id: SetId) -> list[Question]:
    one = next((each for each in bank.sets if each.id == set_id), None)
    if one is None:
        raise NotFound("set_not_found", set=set_id)
    known = {question.id: question for question in bank.questions()}
    return [*one.questions, *(known[identity] for identity in one.select if identity in known)]


def _versions(ctx: Context) -> dict[str, int]:
    rows = ctx.db.execute(
        select(question_set.c.slug, question.c.slug, question_version.c.number)
        .join(question_version, question_version.c.id == question.c.current_id)
        .join(question_set, question_set.c.id == question.c.set_id)
    )
    return {f"{set_slug}/{slug}": number for set_slug, slug, number in rows}


def _listed(bank: Bank, one: Question, version: int) -> ListedQuestion:
    return ListedQuestion(
        id=one.id,
        set=one.set,
        kind=one.shown.kind,
        version=version,
        stem=one.shown.stem.plain(),
        choices=_choices(one),
        key=key_value(one.shown, one.key.body),
        explanation=one.key.explanation.plain(),
        topics=one.topics,
        difficulty=one.difficulty,
        level=one.level,
        status=one.key.status,
        citations=tuple(_citation(bank, cite) for cite in one.key.citations),
        feedback=list_reasons(one),
        accept=list_accepted(one.key.body),
        within=list_within(one.shown.body, one.key.body),
        foreseen=list_foreseen(one.key.body),
        text=one.shown.body.text.plain() if isinstance(one.shown.body, cloze.Shown) else "",
        gaps=list_gaps(one),
        spare=list_spare(one),
        partner=one.partner,
        weighed=list_weighed(one, bank),
    )


def _choices(one: Question) -> tuple[ListedChoice, ...]:
    key = one.key.body
    if isinstance(key, evidence.Key):
        key = key.answer or key
    if isinstance(key, single_choice.Key | multiple_response.Key):
        return list_choices(part_words(one.shown), key)
    return ()


def key_value(shown: ShownQuestion, key: KeyBody | cloze.GapKey) -> object:
    """Return what is right as a plain value, in the form that fits the kind.

    Choices are named by identifier, everything else stands in the author's words.
    """
    words = part_words(shown)
    match key:
        case single_choice.Key(correct=choice):
            return choice
        case multiple_response.Key(correct=choices, order=order):
            return [choice for choice in order if choice in choices]
        case true_false.Key(correct=correct):
            return correct
        case short_answer.Key(answer=answer) | numerical.Key(answer=answer):
            return answer
        case matching.Key(pairs=pairs, premise_order=order):
            return [{"premise": words[one], "target": words[pairs[one]]} for one in order if one in pairs]
        case ordering.Key(groups=groups):
            return [[words[part] for part in group] for group in groups]
        case cloze.Key(gaps=gaps):
            return [_gap_value(shown, words, gap.body) for gap in gaps]
        case evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as weighed:
            return weighed_value(words, weighed)
        case _ as unreachable:
            assert_never(unreachable)


def _gap_value(shown: ShownQuestion, words: dict[PartId, str], key: cloze.GapKey) -> object:
    return words[key.correct] if isinstance(key, single_choice.Key) else key_value(shown, key)


def _citation(bank: Bank, cite: Citation) -> ListedCitation:
    if isinstance(cite, WorkCitation):
        return ListedCitation("", "", None, None, "", _references(bank, {cite: "editors"}))
    source = bank.sources.get(cite.source)
    file = source.original.file if source is not None and source.original is not None else ""
    works = _references(bank, _works(bank, cite))
    return ListedCitation(cite.source, file, cite.at.paragraph, cite.at.sentence, cite.anchor, works)


def _works(bank: Bank, cite: PlaceCitation) -> dict[WorkCitation, _By]:
    """Return the works that the cited statements cite, then those that only their notes rest on."""
    source = bank.sources.get(cite.source)
    claims = source.claims_at(cite.at, cite.claims) if source is not None else ()
    noted: dict[WorkCitation, _By] = {work: "editors" for claim in claims for work in claim.note_cites}
    cited: dict[WorkCitation, _By] = {work: "source" for claim in claims for work in claim.cites}
    return cited | {work: by for work, by in noted.items() if work not in cited}


def _references(bank: Bank, cites: dict[WorkCitation, _By]) -> tuple[ListedReference, ...]:
    return tuple(
        ListedReference(cite.ref, label(bank.references[cite.ref], cite.page), cite.page, by)
        for cite, by in cites.items()
        if cite.ref in bank.references
    )
