"""The sample bank in tests/data/sets/harbour, whole or with a part of one file replaced."""

from pathlib import Path

from app.domain.bank import Bank
from app.formats.bank import InputFile, read_files
from app.sources.originals import Document, read_document

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "tests" / "data" / "sets" / "harbour"
SET = "sets/harbour.yaml"
GATHERED = "sets/gathered.yaml"
WEIGHING = "sets/weighing.yaml"
SOURCE = "sources/harbour.yaml"
NOTES = "sources/notes.yaml"
REFERENCES = "references.json"
TOPICS = "topics.yaml"
TERMS = "terms.yaml"


def texts() -> dict[str, str]:
    """Return the bank's files by name."""
    names = (TOPICS, TERMS, REFERENCES, SOURCE, NOTES, SET, GATHERED)
    return {name: (FOLDER / name).read_text(encoding="utf-8") for name in names}


def with_weighing() -> dict[str, str]:
    """Return the bank's files with a set of the kinds that weigh sources."""
    path = FOLDER.parent / "weighing.yaml"
    return {**texts(), WEIGHING: path.read_text(encoding="utf-8")}


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """Return the files with the one place that reads `old` replaced."""
    files = with_weighing() if file == WEIGHING else texts()
    assert files[file].count(old) == 1, f"{old!r} stands {files[file].count(old)} times in {file}"
    files[file] = files[file].replace(old, new)
    return files


def read(files: dict[str, str]) -> Bank:
    """Read files that are given as texts."""
    return read_files(InputFile(name, text.encode()) for name, text in files.items())


def document() -> Document:
    """Return the original of the source `harbour`."""
    return read_document((FOLDER / "documents" / "harbour.txt").read_bytes())


def line_of(text: str, part: str) -> int:
    """Return the number of the first line that holds a part."""
    return text[: text.index(part)].count("\n") + 1
