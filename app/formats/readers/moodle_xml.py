"""Moodle XML: a file's questions one after the other, with little of it in memory at a time."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Final

from lxml import etree

from app.formats.findings import Findings
from app.formats.readers import moodle_answers as answers
from app.formats.readers.item import Fields, Item, StaysOut
from app.formats.readers.moodle_parts import Parts
from app.formats.readers.naming import titles_of_path
from app.formats.readers.texts import Texts
from app.formats.readers.xml_source import prepare_xml
from app.formats.yaml_events import Refused

_READERS: Final[dict[str, tuple[str, Callable[[Item, Parts], Fields]]]] = {
    "multichoice": ("single_choice", answers.choices),
    "truefalse": ("true_false", answers.true_false),
    "shortanswer": ("short_answer", answers.short_answer),
    "numerical": ("numerical", answers.numerical),
    "matching": ("matching", answers.matching),
}
_NOT_YET = {"essay": "kind_essay", "description": "kind_description", "cloze": "cloze_of_moodle"}


def read_moodle_xml(data: bytes, findings: Findings) -> Iterator[Item]:
    """Yield every item of a file. Raises `Refused` at the line where it is not well-formed."""
    category: tuple[str, ...] = ()
    for element in _elements(prepare_xml(data, findings)):
        type_ = element.get("type", "").strip()
        if type_ == "category":
            category = titles_of_path(element.findtext("category/text", "").strip())
        else:
            yield _read(element, type_, category)


def _elements(data: bytes) -> Iterator[Any]:
    """Yield each question and let go of it afterwards."""
    parsing = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag="question",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in parsing:
            yield element
            parent = element.getparent()
            element.clear()
            if parent is not None:
                while element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "").partition(", line")[0]
        if "huge" in reason or "xmlSAX2" in reason or "too long" in reason:
            raise Refused("xml_too_large", error.lineno or 1) from error
        raise Refused("xml_syntax", error.lineno or 1, reason=reason or "it ends too early") from error


def _read(element: Any, type_: str, category: tuple[str, ...]) -> Item:
    texts = Texts()
    parts = Parts(element, texts)
    item = Item(line=element.sourceline or 1, kind=type_ or "", notes=[])
    item.name, item.identity = parts.plain("name"), parts.plain("idnumber")
    item.topics = tuple(topic for topic in (category, *((tag,) for tag in parts.tags())) if topic)
    item.stem = parts.words("questiontext")
    try:
        if type_ in _READERS:
            item.kind, read = _READERS[type_]
            item.explanation = parts.words("generalfeedback")
            item.points = _points(item, parts)
            if not item.stem:
                raise StaysOut("no_stem")
            item.fields = read(item, parts)
            item.kind = item.fields["kind"]
            _note_what_is_left_out(item, parts)
        elif type_ in _NOT_YET:
            raise StaysOut(_NOT_YET[type_])
        else:
            raise StaysOut("kind_of_others", text=type_ or "?")
    except StaysOut as why:
        item.fields = None
        item.note(why.code, **why.values)
    else:
        if parts.has_files() and "picture_left_out" not in texts.told:
            item.note("picture_left_out" if parts.has_image() else "file_left_out")
        for code in texts.told:
            item.note(code)
    return item


def _points(item: Item, parts: Parts) -> str:
    written = parts.value("defaultgrade")
    if written in ("", "1", "1.0000000"):
        return "1"
    points = answers.decimal_of(written)
    if points <= 0:
        item.note("points_are_one")
        return "1"
    return answers.rounded(points)


def _note_what_is_left_out(item: Item, parts: Parts) -> None:
    if parts.says_any("hint"):
        item.note("hints_left_out")
    if parts.says_any("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        item.note("overall_feedback_left_out")
