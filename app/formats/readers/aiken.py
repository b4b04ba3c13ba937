"""Aiken: a stem, lettered choices, and a line that names the right letter."""

import re
from collections.abc import Iterator

from app.formats.readers.item import Item, StaysOut
from app.formats.readers.texts import Texts
from app.formats.readers.weighing import ONE, ZERO, Weighed, choice_fields, short

_CHOICE = re.compile(r"\s*([A-Za-z])[.)]\s*(.*)")
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*(.*)", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z](?:(?:\s*[,;&+/]\s*|\s+and\s+|\s+)[A-Za-z])*[.)]?", re.IGNORECASE)


def read_aiken(text: str) -> Iterator[Item]:
    """Yield every item of an Aiken file; what is begun and never ended is one too."""
    question = _Question()
    for number, line in enumerate(text.split("\n"), 1):
        answer = _ANSWER.match(line)
        choice = None if answer else question.choice(line)
        if question.ends_before(line, is_choice=bool(choice), is_answer=bool(answer)):
            yield question.item()
            question = _Question()
        if answer:
            question.begin(number)
            yield question.item(answer[1].strip())
            question = _Question()
        elif choice:
            question.begin(number)
            question.choices[choice[0]] = choice[1]
            question.is_open = True
        elif line.strip():
            question.begin(number)
            question.go_on(line.strip())
        else:
            question.is_open = False
    if question.line:
        yield question.item()


class _Question:
    """The lines of one question so far. It is open where the line before was not blank."""

    def __init__(self) -> None:
        self.line = 0
        self.stem: list[str] = []
        self.choices: dict[str, str] = {}
        self.is_open = False
        self.has_wrapped = False

    def begin(self, line: int) -> None:
        self.line = self.line or line

    def choice(self, line: str) -> tuple[str, str] | None:
        """Return the letter and the text of a choice: the next letter, or a later one."""
        found = _CHOICE.fullmatch(line)
        if found is None:
            return None
        letter = found[1].upper()
        last = max(self.choices, default="")
        is_next = letter > last if self.choices else letter == "A"
        return (letter, found[2].strip()) if is_next else None

    def ends_before(self, line: str, *, is_choice: bool, is_answer: bool) -> bool:
        """Tell whether a line belongs to another question, so that this one has no answer."""
        if not self.choices or self.is_open or not line.strip():
            return False
        return not self.stem if is_choice or is_answer else True

    def go_on(self, line: str) -> None:
        if self.choices:
            last = max(self.choices)
            self.choices[last] = f"{self.choices[last]} {line}".strip()
            self.has_wrapped = True
        else:
            self.stem.append(line)

    def item(self, answer: str | None = None) -> Item:
        """Return what was read, with the letters that the answer names."""
        texts = Texts()
        item = Item(line=self.line, kind="single_choice", notes=[])
        item.stem = texts.read("\n".join(self.stem), "plain")
        try:
            right = self._right(item, answer)
            weighed = [
                Weighed(texts.read(text, "plain"), ONE if letter in right else ZERO)
                for letter, text in self.choices.items()
            ]
            item.fields = choice_fields(item, weighed, single=True)
            item.kind = item.fields["kind"]
        except StaysOut as why:
            item.note(why.code, **why.values)
        if self.has_wrapped:
            item.note("choice_goes_on")
        for code in texts.told:
            item.note(code)
        return item

    def _right(self, item: Item, answer: str | None) -> set[str]:
        if not item.stem:
            raise StaysOut("no_stem")
        if not self.choices:
            raise StaysOut("no_choices")
        if answer is None:
            raise StaysOut("no_answer_line")
        if not _LETTERS.fullmatch(answer):
            raise StaysOut("answer_is_no_letter", text=short(answer))
        right = {letter.upper() for letter in re.findall(r"\b[A-Za-z]\b", answer)}
        missing = sorted(right - set(self.choices))
        if missing:
            raise StaysOut("no_such_letter", text=missing[0])
        if len(self.choices) < 2:
            raise StaysOut("too_few_choices", count=len(self.choices), lowest=2)
        return right
