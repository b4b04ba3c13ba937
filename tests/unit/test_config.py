import json
from pathlib import Path

import pytest

from app import config
from app.config import PathProblem, Settings, find_paths, find_shipped, read_settings, write_settings


def test_everything_of_a_person_lies_in_one_folder(home) -> None:
    paths = find_paths()
    assert paths.home == home
    assert paths.library == home / "library.sqlite"
    assert (paths.settings, paths.backups, paths.log) == (
        home / "settings.json",
        home / "backups",
        home / "footnote.log",
    )


def test_without_a_word_it_is_the_systems_folder(monkeypatch) -> None:
    monkeypatch.delenv("FOOTNOTE_HOME")
    assert "footnote" in str(find_paths().home).lower()


def test_the_library_alone_may_be_elsewhere(home, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE", str(tmp_path / "named.sqlite"))
    assert find_paths().library == tmp_path / "named.sqlite"
    assert find_paths().settings == home / "settings.json"
    assert find_paths().backups == tmp_path / "backups"
    assert find_paths(str(tmp_path / "option.sqlite")).library == tmp_path / "option.sqlite"


@pytest.mark.parametrize("named", ["sqlite:////data/my library.sqlite", "/data/my library.sqlite"])
def test_a_library_is_named_by_its_path_or_url(named) -> None:
    assert find_paths(named).library == Path("/data/my library.sqlite")


def test_a_relative_path_is_taken_from_where_the_person_stands(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_paths("mine.sqlite").library == tmp_path / "mine.sqlite"
    assert find_paths("sqlite:///mine.sqlite").library == tmp_path / "mine.sqlite"


@pytest.mark.parametrize("url", ["postgresql://host/db", "postgresql+psycopg://host/db", "mysql://host/db"])
def test_a_server_is_for_later(url) -> None:
    with pytest.raises(PathProblem) as problem:
        find_paths(url)
    assert problem.value.code == "postgresql_not_yet"


def test_a_checkout_has_its_questions_at_the_top() -> None:
    shipped = find_shipped()
    assert (shipped.questions / "topics.yaml").is_file()
    assert shipped.resources.is_dir()


def test_an_installed_program_has_them_inside(tmp_path, monkeypatch) -> None:
    package = tmp_path / "app"
    (package / "_data").mkdir(parents=True)
    monkeypatch.setattr(config, "_PACKAGE", package)
    assert find_shipped().questions == package / "_data" / "questions"
    (tmp_path / "pyproject.toml").touch()
    assert find_shipped().questions == package / "_data" / "questions"


def test_a_folder_that_only_looks_like_a_checkout_is_none(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(config, "_PACKAGE", tmp_path / "app")
    (tmp_path / "questions").mkdir()
    assert find_shipped().questions == tmp_path / "app" / "_data" / "questions"


def test_settings_come_back_as_they_were_written(home) -> None:
    assert read_settings() == Settings()
    settings = Settings(text_scale=1.5, scheme="dark", single_keys=False, notes_seen=("purge",))
    assert write_settings(settings)
    assert read_settings() == settings
    assert [file.name for file in home.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", ["", "no json", "[]", '{"text_scale": "large"}', '{"text_scale": 9}', '{"scheme": "pink"}']
)
def test_settings_that_cannot_be_read_are_kept_aside(home, content) -> None:
    home.mkdir()
    (home / "settings.json").write_text(content, encoding="utf-8")
    assert read_settings() == Settings()
    assert (home / "settings.json.unreadable").read_text(encoding="utf-8") == content


def test_settings_of_a_newer_program_are_read_as_far_as_they_are_known(home) -> None:
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"text_scale": 2.0, "voice": "loud"}), encoding="utf-8")
    assert read_settings() == Settings(text_scale=2.0)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path, monkeypatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path / "file" / "home"))
    assert not write_settings(Settings())
    assert read_settings() == Settings()
