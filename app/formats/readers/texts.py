"""Texts of other people's files as plain words with our *emphasis*; what has no place there is said."""

import html
import re

from app.formats.readers.markup import STAR, to_words

_HIDDEN = re.compile(
    "[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMPHASIS = re.compile(r"\*[^\s*](?:[^*]*[^\s*])?\*")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1")
_PICTURE = re.compile(r"!\[([^\]]{0,300})\]\([^)\s]{0,2000}\)")
# In a text that says nothing of its format these are meant as mark-up: formatting, not names of tags asked about.
_TAGS = re.compile(
    r"</(?:a|b|i|u|p|em|strong|span|div|sub|sup|ul|ol|li|table|pre|code|tt|h[1-6]|font|center|blockquote)\s*>"
    r"|<(?:br|hr)\s*/?>|<img\s",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\s*<p>([^<]*)</p>\s*")


class Texts:
    """Reads the texts of one item after the other; `told` holds the codes of what was changed or left out."""

    def __init__(self) -> None:
        self.told: dict[str, None] = {}

    def read(self, text: str, format_: str = "") -> str:
        """Return a text as plain words. The format is html, markdown or plain; "" is not known."""
        text = text.strip()
        if not text:
            return ""
        if format_ == "html" or (format_ == "" and "<" in text and _TAGS.search(text)):
            return self._hidden(self._html(text))
        if format_ == "markdown":
            return self._hidden(self._markdown(text))
        if format_ == "" and "&" in text:
            text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
        return self._hidden(self._literal(_trimmed(text)))

    def read_answer(self, text: str) -> str:
        """Return a text that is typed or compared, on one line."""
        return " ".join(self._hidden(text).split())

    def _html(self, text: str) -> str:
        if "<" in text:
            whole = _PARAGRAPH.fullmatch(text)
            if whole is None:
                words, lost = to_words(text)
                self.told.update(dict.fromkeys(lost))
                return self._starred(words) if STAR in words else words
            text = whole.group(1)
        if "&" in text:
            text = html.unescape(text)
        return self._literal(" ".join(text.split()))

    def _markdown(self, text: str) -> str:
        if "![" in text:
            self.told["picture_left_out"] = None
            text = _PICTURE.sub(r"\1", text)
        if "<" in text and _TAGS.search(text):
            text = self._html(text)
        return _trimmed(_STRONG.sub(r"*\2*", text))

    def _literal(self, text: str) -> str:
        """Keep asterisks that are no emphasis from being read as such."""
        if "*" in text and _EMPHASIS.search(text):
            self.told["asterisks_replaced"] = None
            return text.replace("*", "\u2217")
        return text

    def _starred(self, words: str) -> str:
        """Put the asterisks of the text itself back, as signs that look alike where they would be emphasis."""
        if "*" not in words:
            return self._literal(words.replace(STAR, "*"))
        self.told["asterisks_replaced"] = None
        return words.replace(STAR, "\u2217")

    def _hidden(self, text: str) -> str:
        if text.isascii() and text.isprintable():
            return text
        if _HIDDEN.search(text):
            self.told["bidi_removed" if _BIDI.search(text) else "control_removed"] = None
            text = _HIDDEN.sub("", text).strip()
        return text


def _trimmed(text: str) -> str:
    """Return a text whose lines neither begin nor end with spaces."""
    return "\n".join(line.strip() for line in text.split("\n")).strip() if "\n" in text else text
