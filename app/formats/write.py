"""Sets, sources, references, topics and terms back to the files that they are read from."""

import json
from collections.abc import Iterable

from app.domain.bank import Bank
from app.domain.question import Correction, Question, QuestionSet, Waiver
from app.domain.source import Citation, Claim, Original, PlaceCitation, Reference, Source, WorkCitation
from app.formats.write_bodies import body_fields
from app.formats.write_choices import Tree
from app.formats.yaml_writer import Flow, Node, Quoted, write_tree

_SCHEMA = "# yaml-language-server: $schema=../{name}.schema.json\n"


def write_bank(bank: Bank) -> dict[str, bytes]:
    """Return the files of a bank by their path in its folder."""
    files: dict[str, str] = {}
    if bank.topics:
        files["topics.yaml"] = write_tree({"topics": {**bank.topics}})
    if bank.terms:
        files["terms.yaml"] = write_tree({"terms": list(bank.terms)})
    if bank.references:
        files["references.json"] = write_references(bank.references.values())
    for source in bank.sources.values():
        files[f"sources/{source.id}.yaml"] = write_source(source)
    for question_set in bank.sets:
        files[f"sets/{question_set.id}.yaml"] = write_set(question_set)
    return {path: text.encode() for path, text in files.items()}


def write_set(question_set: QuestionSet) -> str:
    """Return a set as its file's text."""
    head: Tree = {"set": question_set.id, "title": question_set.title, "language": question_set.language}
    head["state"] = question_set.state
    head |= _unless({"order": question_set.order}, {"order": "mixed"})
    head |= _given({"content_note": question_set.content_note, "about": question_set.about})
    head |= _given({"reviewed": question_set.reviewed})
    if question_set.corrections:
        head["corrections"] = [_correction(one) for one in question_set.corrections]
    if question_set.checked:
        head["checked"] = [
            Flow({"source": one.source, "sha256": one.sha256, "date": one.date, "anchors": str(one.anchors)})
            for one in question_set.checked
        ]
    if question_set.select:
        head["select"] = list(question_set.select)
    head |= _waived(question_set.waive)
    text = _SCHEMA.format(name="set") + write_tree(head)
    if not question_set.questions:
        return text
    questions = (
        write_tree({"questions": [_question(question, question_set)]}) for question in question_set.questions
    )
    return text + "questions:\n\n" + "\n".join(one.removeprefix("questions:\n") for one in questions)


def write_source(source: Source) -> str:
    """Return a source as its file's text."""
    tree: Tree = {"source": source.id, "title": source.title, "short": source.short, "kind": source.kind}
    tree |= {"language": source.language, "wording": source.wording}
    if source.original is not None:
        tree["original"] = _original(source.original)
    about = {name: str(getattr(source.about, name)) for name in source.about.__struct_fields__}
    if any(about.values()):
        tree["about"] = _given(about)
    if source.gaps:
        tree["gaps"] = [{"after": str(gap.after), "note": gap.note} for gap in source.gaps]
    if source.claims:
        tree["text"] = [_claim(claim) for claim in source.claims]
    return _SCHEMA.format(name="source") + write_tree(tree)


def write_references(references: Iterable[Reference]) -> str:
    """Return references as CSL-JSON; what the editors know of a work stands under `custom`."""
    entries = []
    for reference in references:
        custom = {
            "identification": reference.identification,
            "seen": reference.seen,
            "doubt": reference.doubt,
        }
        entries.append({**reference.csl, "custom": {name: value for name, value in custom.items() if value}})
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _question(question: Question, question_set: QuestionSet) -> Tree:
    shown, key = question.shown, question.key
    tree: Tree = {"id": question.slug, "kind": shown.kind, "stem": shown.stem.value}
    tree |= body_fields(shown, key)
    tree |= _given({"explanation": key.explanation.value})
    tree["citations"] = [_citation(one) for one in key.citations] if key.citations else "none"
    tree["topics"] = _flow(question.topics)
    tree |= {"difficulty": str(question.difficulty), "level": question.level, "status": key.status}
    tree |= _given({"note": key.note.value})
    usual = {"points": "1", "state": question_set.state, "language": question_set.language}
    tree |= _unless({"points": shown.points, "state": question.state, "language": shown.language}, usual)
    tree |= {"covers": _flow(question.covers)} if question.covers else {}
    tree |= {"formerly": _flow(question.formerly)} if question.formerly else {}
    tree |= {"partner": _flow(question.partner)} if question.partner else {}
    tree |= _waived(question.waive)
    return tree


def _citation(citation: Citation) -> Node:
    match citation:
        case WorkCitation():
            return _work(citation)
        case PlaceCitation():
            fields: Tree = {"source": citation.source, "at": str(citation.at)}
            if citation.anchor:
                fields["anchor"] = Quoted(citation.anchor)
            if citation.claims:
                fields["claims"] = _flow(citation.claims)
            return Flow(fields)


def _waived(waivers: tuple[Waiver, ...]) -> Tree:
    return {"waive": [{"rule": one.rule, "reason": one.reason} for one in waivers]} if waivers else {}


def _correction(one: Correction) -> Tree:
    return {"date": one.date} | _given({"question": one.question}) | {"changed": one.changed}


def _work(work: WorkCitation) -> Flow:
    return Flow({"ref": work.ref} | _given({"page": work.page}))


def _original(original: Original) -> Tree:
    tree: Tree = {"file": original.file, "sha256": original.sha256}
    tree["sentences"] = _flow(str(count) for count in original.sentences)
    if original.joins:
        tree["joins"] = _flow(original.joins)
    return tree


def _claim(claim: Claim) -> Tree:
    tree: Tree = {"at": str(claim.at), "says": claim.says}
    tree |= _unless(
        {"status": claim.status, "voice": claim.voice}, {"status": "established", "voice": "essay"}
    )
    tree |= _given({"note": claim.note})
    if claim.cites:
        tree["cites"] = Flow([_work(work) for work in claim.cites])
    if claim.note_cites:
        tree["note_cites"] = Flow([_work(work) for work in claim.note_cites])
    return tree


def _flow(words: Iterable[str]) -> Flow:
    return Flow(list(words))


def _given(fields: dict[str, str]) -> Tree:
    """Return the fields that hold something."""
    return {name: value for name, value in fields.items() if value}


def _unless(fields: dict[str, str], usual: dict[str, str]) -> Tree:
    """Return the fields that differ from what is usual."""
    return {name: value for name, value in fields.items() if value != usual[name]}
