"""Every code has a sentence, and every sentence can be said."""

import re
from pathlib import Path
from typing import get_args

import pytest

from app.domain.errors import FootnoteError
from app.domain.kinds import KINDS
from app.domain.outcome import Verdict
from app.domain.scoring import PART_CODES, RULES
from app.domain.source import STATUSES, VOICES, Seen
from app.services.views import CellState, CitationState
from app.words import errors, labels
from app.words.marking import PART_REASON, RULE

APP = Path(__file__).resolve().parents[2] / "app"
RAISED = re.compile(
    r"(?:NotFound|AttemptClosed|NotAllowed|BadFile|LibraryUnavailable|NotSaved|FootnoteError|PathProblem)"
    r'\(\s*"([a-z_0-9]+)"'
)


def raised_codes() -> set[str]:
    return {code for file in APP.rglob("*.py") for code in RAISED.findall(file.read_text(encoding="utf-8"))}


def test_every_expected_error_has_its_sentence() -> None:
    codes = raised_codes()

    assert len(codes) > 20
    assert codes - errors.known_codes() == set()


@pytest.mark.parametrize("code", sorted(errors.known_codes()))
def test_a_sentence_is_whole_and_calm(code: str) -> None:
    sentence = errors.sentence(FootnoteError(code))

    assert sentence[0].isupper() or sentence.startswith("\u2026")
    assert sentence.endswith(".")
    assert "!" not in sentence
    assert "{" not in sentence


def test_a_sentence_holds_the_values_of_its_error() -> None:
    assert "Ada" in errors.sentence(FootnoteError("name_taken", name="Ada"))


def test_an_unknown_code_is_still_said() -> None:
    assert "no_such_code" in errors.sentence(FootnoteError("no_such_code"))


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (labels.STATUS, STATUSES),
        (labels.STATUS_MEANING, STATUSES),
        (labels.VOICE, VOICES),
        (labels.VOICE_MEANING, VOICES),
        (labels.KIND, KINDS),
        (labels.KIND_INSTRUCTION, KINDS),
        (labels.CITATION_STATE, get_args(CitationState)),
        (labels.CITATION_STATE_MEANING, get_args(CitationState)),
        (labels.SEEN, get_args(Seen)),
        (labels.VERDICT, {*get_args(Verdict), *get_args(CellState)}),
    ],
)
def test_every_code_of_the_field_has_its_label(table: dict[str, str], codes: tuple[str, ...]) -> None:
    assert set(table) >= set(codes)


def test_every_rule_and_every_code_of_a_part_has_its_words():
    assert set(RULE) == {name for names in RULES.values() for name in names}
    assert set(PART_REASON) == PART_CODES
