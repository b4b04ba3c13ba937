"""Where the checks put what they find: problems with the file and line of the bank's places."""

from app.domain.bank import Bank, Place
from app.domain.ids import SourceId
from app.domain.problem import Problem, Value, make_problem
from app.domain.source import Claim, Locator, Source

_NOWHERE = Place("", 1)


class Notes:
    """The problems found so far. `known` holds what the library knows besides the files that were read."""

    def __init__(self, bank: Bank, known: Bank) -> None:
        self.bank = bank
        self.known = known
        self.problems: list[Problem] = []
        self._claims: dict[tuple[str, Locator], tuple[Claim, ...]] = {}
        self.question_ids = frozenset(q.id for one in (bank, known) for q in one.questions())
        self.inaccurate_ids = frozenset(
            {q.id for q in known.questions() if q.key.status == "inaccurate"}
            - {q.id for q in bank.questions()}
            | {q.id for q in bank.questions() if q.key.status == "inaccurate"}
        )

    def source(self, source_id: str) -> Source | None:
        """Return a source that these files define, or that was there already."""
        wanted = SourceId(source_id)
        return self.bank.sources.get(wanted) or self.known.sources.get(wanted)

    def claims(self, source: Source, at: Locator) -> tuple[Claim, ...]:
        """Return the statements of one sentence, looked up once for all that cite it."""
        place = (source.id, at)
        found = self._claims.get(place)
        if found is None:
            found = self._claims[place] = source.claims_at(at)
        return found

    def question(self, question_id: str, code: str, field: str = "", **values: Value) -> None:
        """Note a problem at a field of a question."""
        place = self.bank.places.get(question_id, _NOWHERE)
        line = place.fields.get(field, place.line)
        self.problems.append(make_problem(code, values, file=place.file, line=line, question=question_id))

    def citation(self, question_id: str, index: int, code: str, **values: Value) -> None:
        """Note a problem at one citation of a question."""
        place = self.bank.places.get(question_id, _NOWHERE)
        line = place.items[index] if index < len(place.items) else place.fields.get("citations", place.line)
        self.problems.append(make_problem(code, values, file=place.file, line=line, question=question_id))

    def head(self, name: str, code: str, field: str = "", **values: Value) -> None:
        """Note a problem at the head of a set (`set:id`) or a source (`source:id`)."""
        place = self.bank.places.get(name, _NOWHERE)
        line = place.fields.get(field, place.line)
        self.problems.append(make_problem(code, values, file=place.file, line=line))

    def item(self, name: str, index: int, code: str, **values: Value) -> None:
        """Note a problem at one statement of a source."""
        place = self.bank.places.get(name, _NOWHERE)
        line = place.items[index] if index < len(place.items) else place.line
        self.problems.append(make_problem(code, values, file=place.file, line=line))
