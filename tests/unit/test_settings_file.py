import json
from typing import get_type_hints

import pytest

from app.config import Settings, read_settings, write_settings

OTHERS = {
    "text_scale": 2,
    "scheme": "contrast",
    "motion": "reduced",
    "single_keys": False,
    "last_learner": "Zo\u00eb",
    "last_mode": "exam",
    "last_size": 28,
    "notes_seen": ["a/purge", "a/about:purge"],
    "window": [-5, 0, 900, 600],
    "maximised": True,
    "citation_style": "mla",
    "heat_strip": False,
    "letters": ["X", "Q", "Z", "L", "\u0416", "F"],
}
MISFITS = [
    ("text_scale", 0.7),
    ("text_scale", 3.1),
    ("text_scale", True),
    ("text_scale", "1"),
    ("scheme", "pink"),
    ("scheme", ["dark"]),
    ("motion", 1),
    ("single_keys", 1),
    ("last_learner", None),
    ("last_mode", "test"),
    ("last_size", 1.5),
    ("last_size", 2**40),
    ("last_size", True),
    ("notes_seen", "purge"),
    ("notes_seen", [1]),
    ("window", [1, 2, 3]),
    ("window", [1, 2, 3, "4"]),
    ("window", [0, 0, 10**12, 5]),
    ("maximised", "yes"),
    ("citation_style", "harvard"),
    ("heat_strip", 1),
    ("letters", "MSRJKN"),
    ("letters", ["M", "S", "R", "J", "K"]),
    ("letters", ["M", "S", "R", "J", "K", "M"]),
    ("letters", ["M", "S", "R", "J", "K", "A"]),
    ("letters", ["M", "S", "R", "J", "K", "n"]),
    ("letters", ["M", "S", "R", "J", "K", "1"]),
    ("letters", ["M", "S", "R", "J", "K", 1]),
    ("letters", [["M"], "S", "R", "J", "K", "N"]),
]


@pytest.fixture
def file(home):
    home.mkdir()
    return home / "settings.json"


def test_each_setting_is_read_and_written(file) -> None:
    file.write_text(json.dumps(OTHERS), encoding="utf-8")
    settings = read_settings()
    assert set(OTHERS) == set(get_type_hints(Settings))
    assert all(now != default for now, default in zip(settings, Settings(), strict=True))
    assert write_settings(settings)
    assert json.loads(file.read_bytes()) == OTHERS
    assert read_settings() == settings


@pytest.mark.parametrize(("name", "value"), MISFITS)
def test_a_value_that_does_not_fit_is_not_taken(file, name, value) -> None:
    file.write_text(json.dumps({name: value}), encoding="utf-8")
    assert read_settings() == Settings()
    assert (file.with_name("settings.json.unreadable")).exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[" * 100_000, b'{"text_scale": NaN}', b"null"])
def test_what_is_no_settings_at_all_is_kept_aside(file, content) -> None:
    file.write_bytes(content)
    assert read_settings() == Settings()
    assert (file.with_name("settings.json.unreadable")).read_bytes() == content
