"""A person's own files: their size is asked before they are read, and they are read before a transaction begins."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import BadFile
from app.services import attaching, importing
from app.services.context import TEACHER, perform
from app.services.marks import after, writes
from app.services.own_files import fingerprint, read_within
from tests.services.test_importing import choice, set_file

HUGE = 1 << 40


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """Make a file of a terabyte that takes no room: reading it would end the program."""
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(HUGE)
    return path


def test_a_huge_file_is_refused_unread(huge: Path, teach, library) -> None:
    with pytest.raises(BadFile, match="file_too_large"):
        read_within(huge, 1024)
    with pytest.raises(BadFile, match="file_too_large"):
        teach(attaching.read_original, str(huge))
    for service in (importing.import_files, importing.try_files):
        (file,) = teach(service, (str(huge),)).files
        assert [problem.code for problem in file.problems] == ["file_too_large"]
    (preview,) = teach(importing.preview_files, (str(huge),))
    assert (preview.set, len(preview.notes)) == ("", 1)


@pytest.mark.parametrize("name", ["gone.txt", "a\0b"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadFile, match="file_not_found"):
        read_within(tmp_path / name, 10)


def test_a_pipe_is_not_waited_for(tmp_path: Path, teach, library) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(BadFile, match="not_a_file"):
        read_within(tmp_path / "pipe.yaml", 10)
    assert fingerprint(tmp_path / "pipe.yaml") == b"unread"
    (preview,) = teach(importing.preview_files, (str(tmp_path / "pipe.yaml"),))
    assert preview.set == ""


def test_a_fingerprint_changes_with_any_file_of_a_folder(tmp_path: Path) -> None:
    one = tmp_path / "one.yaml"
    one.write_bytes(b"a")
    before = fingerprint(one), fingerprint(tmp_path)
    assert (fingerprint(one), fingerprint(tmp_path)) == before
    one.write_bytes(b"bc")
    assert fingerprint(one) != before[0]
    assert fingerprint(tmp_path) != before[1]


def test_a_folder_that_changed_after_its_preview_comes_in_as_it_is(library, teach, tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    folder.mkdir()
    set_file(folder, choice("one"))
    teach(importing.preview_files, (str(folder),))
    set_file(folder, choice("one"), choice("two"))
    assert sum(file.imported for file in teach(importing.import_files, (str(folder),)).files) == 2


def test_what_is_prepared_comes_before_the_transaction(library) -> None:
    seen: list[object] = []

    def prepare(here, word: str) -> None:
        with here.writing() as db:  # inside the service's own transaction this would wait for itself
            seen.append(db.execute(text("SELECT count(*) FROM learner")).scalar_one())
        seen.append(word)

    service = after(prepare)(writes(lambda ctx, word: seen.append((word, ctx.db.in_transaction()))))
    perform(library, TEACHER, service, "lake")
    assert seen == [0, "lake", ("lake", True)]
