"""The kinds that weigh sources as authors write them."""

from collections.abc import Iterable
from typing import assert_never

from app.domain.kinds import ShownBody, WeighingKey, evidence, source_support, status_sort, two_sources
from app.domain.kinds.passage import Passage
from app.domain.source import Locator
from app.formats.write_choices import Tree, write_choices, write_reason
from app.formats.yaml_writer import Flow, Node


def weighing_fields(shown: ShownBody, answer: WeighingKey) -> Tree:
    """Return the fields that such a kind adds to the common ones."""
    match answer:
        case evidence.Key() as key:
            assert isinstance(shown, evidence.Shown)
            return _evidence(shown, key)
        case two_sources.Key() as key:
            assert isinstance(shown, two_sources.Shown)
            return _two_sources(shown, key)
        case status_sort.Key() as key:
            assert isinstance(shown, status_sort.Shown)
            return _status_sort(shown, key)
        case source_support.Key() as key:
            assert isinstance(shown, source_support.Shown)
            return _source_support(shown, key)
        case _ as unreachable:
            assert_never(unreachable)


def _evidence(shown: evidence.Shown, key: evidence.Key) -> Tree:
    tree: Tree = {"relation": shown.relation, **_passage(shown.passage)}
    choices: list[Node] = []
    for at in key.listed:
        choice: Tree = {"key" if at in key.places else "distractor": str(at)}
        if reason := key.feedback.get(str(at)):
            choice["feedback"] = reason.value
        choices.append(choice)
    tree["choices"] = choices
    if shown.answer is not None and key.answer is not None:
        answer = key.answer
        tree["answer"] = write_choices(shown.answer, (answer.correct,), answer.order, answer.feedback)
        tree["outcomes"] = {name: key.outcomes[name].value for name in evidence.PAIRINGS}
    return tree


def _two_sources(shown: two_sources.Shown, key: two_sources.Key) -> Tree:
    passages: list[Node] = []
    for passage, places in zip(shown.passages, key.places, strict=True):
        fields = _passage(passage)
        if places:
            fields["key"] = _places(places)
        passages.append(Flow(fields))
    reasons: Tree = {name: key.feedback[name].value for name in two_sources.RELATIONS if name in key.feedback}
    tree: Tree = {"passages": passages, "key": key.relation}
    return tree | ({"feedback": reasons} if reasons else {})


def _status_sort(shown: status_sort.Shown, key: status_sort.Key) -> Tree:
    texts = {side.id: side.text.value for side in shown.statements}
    statements: list[Node] = []
    for part in key.order:
        statement: Tree = {"statement": texts[part]}
        if part in key.statuses:
            statement["key"] = key.statuses[part]
        if part in key.voices:
            statement["voice"] = key.voices[part]
        statements.append(statement | write_reason(part, key.feedback))
    ask: Tree = {"ask": shown.ask} if shown.ask != "status" else {}
    return ask | {"statements": statements}


def _source_support(shown: source_support.Shown, key: source_support.Key) -> Tree:
    claim: Tree = {"source": shown.claim.source, "at": str(shown.claim.first)}
    if shown.claims:
        claim["claims"] = Flow(list(shown.claims))
    work: Tree = {"ref": shown.work.ref}
    if shown.work.page:
        work["page"] = shown.work.page
    tree: Tree = {"claim": Flow(claim), "work": Flow(work), "holding": shown.holding.value}
    tree["key"] = key.support
    reasons: Tree = {
        name: key.feedback[name].value for name in source_support.SUPPORTS if name in key.feedback
    }
    return tree | ({"feedback": reasons} if reasons else {})


def _passage(passage: Passage) -> Tree:
    return {"source": passage.source, "passage": str(passage)}


def _places(places: Iterable[Locator]) -> Flow:
    return Flow([str(at) for at in places])
