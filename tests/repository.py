"""The files of the checkout, for tests about the repository itself. Git is not needed."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_FOLDERS = ("app", "questions", "resources", "tests", "tools", "docs", ".ci")


def files() -> Iterator[Path]:
    """Yield every file that belongs to the repository: those at its top, and those in its folders."""
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file() and not _is_left_over(path))
    for folder in _FOLDERS:
        yield from (
            path for path in sorted((ROOT / folder).rglob("*")) if path.is_file() and not _is_left_over(path)
        )


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name, from the top of the checkout, and the content of each text file."""
    for path in files():
        try:
            content = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        yield path.relative_to(ROOT).as_posix(), content


def modules(*folders: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each Python module in some folders."""
    yield from (
        (name, text) for name, text in texts() if name.endswith(".py") and name.split("/")[0] in folders
    )


def _is_left_over(path: Path) -> bool:
    return "__pycache__" in path.parts or path.name == ".git" or path.name.startswith(".coverage")
