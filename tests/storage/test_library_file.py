"""Opening, reading and writing a library file, and what is said when that cannot be done."""

import random
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import LibraryUnavailable, NotSaved
from app.storage import sqlite
from app.storage.engine import Library, open_library
from app.storage.lock import acquire_library_lock
from app.storage.tables.upkeep import setting

connect = sqlite.connect


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a library with some content and close it."""
    file = tmp_path / "folder" / "library.sqlite"
    library = open_library(file)
    put(library, "old", list(range(3000)))
    library.close()
    return file


def put(library: Library, name: str, value: object = 1) -> None:
    with library.writing() as db:
        db.execute(insert(setting).values(name=name, value=value))


def names(library: Library) -> set[str]:
    with library.reading() as db:
        return set(db.execute(select(setting.c.name)).scalars())


def code_of(path: Path | str, **how: bool) -> str:
    with pytest.raises(LibraryUnavailable) as refused:
        open_library(path, **how)
    return refused.value.code


def test_a_library_is_made_where_there_is_none_and_opened_again(path) -> None:
    library = open_library(path)
    assert names(library) == {"old"}
    library.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_every_connection_has_its_settings(path) -> None:
    library = open_library(path)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
    }
    for transaction in (library.reading, library.writing):
        with transaction() as db:
            for name, value in wanted.items():
                assert db.exec_driver_sql(f"PRAGMA {name}").scalar() == value
    library.close()


def test_a_reader_cannot_write_and_sees_one_state(path) -> None:
    library = open_library(path)
    with library.reading() as db:
        before = db.execute(select(setting.c.name)).all()
        put(library, "new")
        assert db.execute(select(setting.c.name)).all() == before
    assert names(library) == {"old", "new"}
    with pytest.raises(DBAPIError, match="readonly"), library.reading() as db:
        db.execute(insert(setting).values(name="x", value=1))
    library.close()


def test_what_fails_midway_leaves_nothing(path) -> None:
    library = open_library(path)

    def write_and_fail() -> None:
        with library.writing() as db:
            db.execute(insert(setting).values(name="half", value=1))
            db.exec_driver_sql("CREATE TABLE half (n INTEGER)")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert names(library) == {"old"}
    with library.reading() as db:
        assert db.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'half'")).scalar() == 0
    library.close()


def test_a_library_opened_for_reading_stands_beside_one_that_writes(path) -> None:
    library = open_library(path)
    put(library, "new")
    reader = open_library(path, readonly=True)
    assert names(reader) == {"old", "new"}
    with pytest.raises(LibraryUnavailable, match="opened_for_reading"):
        put(reader, "x")
    reader.close()
    library.close()


def test_what_is_not_there_is_not_made_for_reading(tmp_path) -> None:
    assert code_of(tmp_path / "nowhere.sqlite", readonly=True) == "library_not_found"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database at all, only text", b"SQLite format 3\0"])
def test_a_file_that_is_none_is_left_as_it_is(tmp_path, content) -> None:
    path = tmp_path / "odd.sqlite"
    path.write_bytes(content)
    assert code_of(path) in ("damaged", "not_a_library")
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_somebody_elses_database_is_left_as_it_is(tmp_path) -> None:
    path = tmp_path / "other.sqlite"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE t (n)")
    db.commit()
    db.close()
    before = path.read_bytes()
    assert code_of(path) == "not_a_library"
    assert path.read_bytes() == before


def test_damage_to_structure_is_found_at_opening(path) -> None:
    whole = path.read_bytes()
    rng = random.Random(7)
    pages = len(whole) // 4096
    for _ in range(40):
        damaged = bytearray(whole)
        match rng.randrange(3):
            case 0:
                del damaged[rng.randrange(100, len(whole) - 4096) :]
            case 1:
                page = rng.randrange(1, pages)
                damaged[page * 4096 : page * 4096 + 4096] = bytes(4096)
            case _:
                damaged[:100] = bytes(rng.randrange(256) for _ in range(100))
        path.write_bytes(damaged)
        assert code_of(path) in ("damaged", "not_a_library")
        assert path.read_bytes() == damaged
    path.write_bytes(whole)
    open_library(path).close()


def test_a_newer_library_is_left_as_it_is(path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    before = path.read_bytes()
    assert code_of(path) == "newer_library"
    assert path.read_bytes() == before


def test_a_server_is_for_later() -> None:
    assert code_of("postgresql+psycopg://somewhere/library") == "postgresql_not_yet"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_to_is_named() -> None:
    with pytest.raises(LibraryUnavailable, match="read_only_folder") as refused:
        open_library("/proc/self/footnote/library.sqlite")
    assert refused.value.values == {"path": "/proc/self/footnote"}


def test_a_full_disk_saves_nothing_and_says_so(path) -> None:
    library = open_library(path)
    with library.writing() as db:
        pages = db.exec_driver_sql("PRAGMA page_count").scalar()
        db.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="disk_full"):
        put(library, "large", "x" * 1_000_000)
    assert names(library) == {"old"}
    with library.writing() as db:
        db.exec_driver_sql("PRAGMA max_page_count = 1000000")
    put(library, "large", "x" * 1_000_000)
    assert names(library) == {"old", "large"}
    library.close()


def test_a_file_that_another_program_holds_is_waited_for_and_then_named(path, monkeypatch) -> None:
    def impatient(*args, **kwargs) -> sqlite3.Connection:
        connection = connect(*args, **kwargs)
        connection.execute("PRAGMA busy_timeout = 30")
        return connection

    monkeypatch.setattr(sqlite, "connect", impatient)
    library = open_library(path)
    other = connect(path, "rw")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSaved, match="locked"):
        put(library, "new")
    assert names(library) == {"old"}
    other.execute("ROLLBACK")
    put(library, "new")
    other.close()
    library.close()


def test_a_checked_copy_holds_what_the_library_holds(path) -> None:
    library = open_library(path)
    put(library, "new")
    copy = path.with_name("copy.sqlite")
    sqlite.copy_file(path, copy)
    library.close()
    copied = open_library(copy)
    assert names(copied) == {"old", "new"}
    copied.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["copy.sqlite", "library.sqlite"]


def test_a_library_is_open_in_one_program_at_a_time(path) -> None:
    lock = acquire_library_lock(path)
    with pytest.raises(LibraryUnavailable, match="in_use"):
        acquire_library_lock(path)
    lock.release()
    acquire_library_lock(path).release()
