from typing import Any

import pytest
from sqlalchemy import text

from app.domain.errors import FootnoteError, NotAllowed
from app.services import teaching
from app.services.context import perform
from app.services.views import Door

PASSPHRASE = "the river rose"


@pytest.fixture(autouse=True)
def _quick_hashing(monkeypatch) -> None:
    """Hash with less memory: the profile itself is looked at in a test of its own."""
    import argon2

    quick = argon2.Parameters(argon2.Type.ID, 19, 16, 32, 1, 1024, 1)
    monkeypatch.setattr("argon2.profiles.RFC_9106_LOW_MEMORY", quick)


def test_the_door_is_open_until_it_gets_a_passphrase(library) -> None:
    assert perform(library, None, teaching.door) == Door(locked=False, offered=False)
    perform(library, None, teaching.check_passphrase, "anything")
    assert perform(library, None, teaching.decline_passphrase) == Door(locked=False, offered=True)
    assert perform(library, None, teaching.set_passphrase, PASSPHRASE) == Door(locked=True, offered=True)
    assert perform(library, None, teaching.door).locked


def test_only_the_passphrase_opens_a_locked_door(library) -> None:
    perform(library, None, teaching.set_passphrase, PASSPHRASE)
    perform(library, None, teaching.check_passphrase, PASSPHRASE)
    for wrong in ("", "the river  rose", PASSPHRASE.upper()):
        with pytest.raises(FootnoteError, match="passphrase_wrong"):
            perform(library, None, teaching.check_passphrase, wrong)


def test_a_short_passphrase_is_refused(library) -> None:
    for short in ("", "123456789", "a" + " " * 20):
        with pytest.raises(FootnoteError, match="passphrase_too_short"):
            perform(library, None, teaching.set_passphrase, short)
    assert not perform(library, None, teaching.door).locked


def test_a_locked_door_is_changed_from_within_only(library, teach) -> None:
    perform(library, None, teaching.set_passphrase, PASSPHRASE)
    refused: list[Any] = [(teaching.set_passphrase, "another one here"), (teaching.remove_passphrase,)]
    for service, *rest in refused:
        with pytest.raises(NotAllowed):
            perform(library, None, service, *rest)
    teach(teaching.set_passphrase, "another one here")
    perform(library, None, teaching.check_passphrase, "another one here")
    assert teach(teaching.remove_passphrase) == Door(locked=False, offered=True)


def test_the_passphrase_itself_is_nowhere_in_the_library(library) -> None:
    perform(library, None, teaching.set_passphrase, PASSPHRASE)
    with library.reading() as db:
        stored = db.execute(text("SELECT value FROM setting WHERE name = 'passphrase'")).scalar_one()
    assert "$argon2id$" in stored
    assert PASSPHRASE not in stored
