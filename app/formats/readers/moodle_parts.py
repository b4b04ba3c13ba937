"""The parts of one question of Moodle XML: its texts with their formats, its values, its files."""

from typing import Any

from app.formats.readers.texts import Texts

_FORMATS = {"html": "html", "plain_text": "plain", "markdown": "markdown", "moodle_auto_format": ""}
_USUAL = frozenset(
    {
        "Your answer is correct.",
        "Your answer is partially correct.",
        "Your answer is incorrect.",
    }
)


class Parts:
    """Looks up what stands under one element, and reads it as words."""

    def __init__(self, element: Any, texts: Texts) -> None:
        self._element = element
        self._texts = texts
        self._first: dict[str, Any] = {}
        self._many: dict[str, list[Any]] = {}
        for child in element:
            tag = child.tag
            if tag in self._first:
                self._many.setdefault(tag, [self._first[tag]]).append(child)
            else:
                self._first[tag] = child
        question = self._first.get("questiontext")
        self._usual = "" if question is None else _format_of(question, "")

    def all(self, tag: str) -> list[Any]:
        """Return all parts of a name."""
        if tag in self._many:
            return self._many[tag]
        return [self._first[tag]] if tag in self._first else []

    def value(self, tag: str) -> str:
        """Return what stands in a part itself, such as a number."""
        found = self._first.get(tag)
        return "" if found is None else (found.text or "").strip()

    def plain(self, tag: str) -> str:
        """Return a name: the text of a part as it stands."""
        found = self._first.get(tag)
        return "" if found is None else " ".join((_text_of(found) or found.text or "").split())

    def words(self, tag: str) -> str:
        """Return a part as words."""
        found = self._first.get(tag)
        return "" if found is None else self.words_of(found)

    def words_of(self, element: Any) -> str:
        """Return the text under an element as words."""
        text = _text_of(element)
        return self._texts.read(text, _format_of(element, self._usual)) if text else ""

    def typed_of(self, element: Any) -> str:
        """Return the text under an element as it would be typed."""
        return self._texts.read_answer(_text_of(element))

    def feedback_of(self, answer: Any) -> str:
        """Return the reason that stands with an answer."""
        for child in answer:
            if child.tag == "feedback":
                return self.words_of(child)
        return ""

    def tags(self) -> list[str]:
        """Return the tags of the question."""
        found = self._first.get("tags")
        return [] if found is None else [tag for tag in (_text_of(one).strip() for one in found) if tag]

    def says_any(self, *tags: str) -> bool:
        """Tell whether any of these parts says more than Moodle puts there by itself."""
        for tag in tags:
            for one in self.all(tag):
                text = _text_of(one)
                if text and text.strip() and self._texts.read(text, "html") not in _USUAL:
                    return True
        return False

    def has_files(self) -> bool:
        """Tell whether files come with the question."""
        return self.has_image() or self._element.find(".//file") is not None

    def has_image(self) -> bool:
        """Tell whether a picture stands beside the text, as in old files."""
        return bool(self.value("image"))


def _text_of(element: Any) -> str:
    for child in element:
        if child.tag == "text":
            return child.text or ""
    return ""


def _format_of(element: Any, usual: str) -> str:
    return _FORMATS.get(element.get("format"), usual)
