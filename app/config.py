"""Where things are: the person's folder and library, the shipped question sets, and the settings file."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

_PACKAGE = Path(__file__).resolve().parent

Scheme = Literal["system", "light", "dark", "contrast"]
Motion = Literal["system", "reduced"]
Mode = Literal["practice", "exam"]
CitationStyle = Literal["chicago", "apa", "mla"]
_CHOICES = {"scheme": Scheme, "motion": Motion, "last_mode": Mode, "citation_style": CitationStyle}
_SMALLEST_TEXT, _LARGEST_TEXT = 0.75, 3.0
_LARGEST_NUMBER = 2**31


class PathProblem(Exception):
    """A path that cannot be used. `code` names its sentence in `words.errors`."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Paths(NamedTuple):
    """The person's folder, and what is kept in it. `library` alone may be elsewhere."""

    home: Path
    library: Path

    @property
    def settings(self) -> Path:
        """Return the settings file."""
        return self.home / "settings.json"

    @property
    def backups(self) -> Path:
        """Return the folder of backups: beside the library that they are copies of."""
        return self.library.parent / "backups"

    @property
    def log(self) -> Path:
        """Return the log file."""
        return self.home / "footnote.log"


class Shipped(NamedTuple):
    """What comes with the program."""

    questions: Path
    resources: Path


class Letters(NamedTuple):
    """The letter of each key that acts at once and can be changed, as it is painted: a capital."""

    mark: str = "M"
    source: str = "S"
    back: str = "R"
    next: str = "J"
    before: str = "K"
    found: str = "N"


CHOOSING_LETTERS = "ABCDE"
"""What chooses an answer, and can be no other key."""


class Settings(NamedTuple):
    """How a person likes it.

    `notes_seen` holds what each student was shown before a quiz: `<student>/<set>`, `<student>/about:<source>`.
    """

    text_scale: float = 1.0
    scheme: Scheme = "system"
    motion: Motion = "system"
    single_keys: bool = True
    last_learner: str = ""
    last_mode: Mode = "practice"
    last_size: int = 10
    notes_seen: tuple[str, ...] = ()
    window: tuple[int, int, int, int] | None = None
    maximised: bool = False
    citation_style: CitationStyle = "chicago"
    heat_strip: bool = True
    letters: Letters = Letters()


def find_paths(database: str | None = None) -> Paths:
    """Return where the person's data are; `database` (--database) goes before FOOTNOTE_DATABASE."""
    home = _home()
    named = database or os.environ.get("FOOTNOTE_DATABASE") or ""
    library = _library_path(named) if named else home / "library.sqlite"
    for path in (home, library):
        _refuse_unwritable_name(path)
    return Paths(home, library)


def find_shipped() -> Shipped:
    """Return the shipped folders: inside the package, or at the top of a checkout."""
    packed = _PACKAGE / "_data"
    checkout = _PACKAGE.parent
    if not packed.is_dir() and (checkout / "pyproject.toml").is_file():
        return Shipped(checkout / "questions", checkout / "resources")
    return Shipped(packed / "questions", packed / "resources")


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings; a file that cannot be read is kept aside, and the defaults hold."""
    path = path or find_paths().settings
    try:
        content = path.read_bytes()
    except OSError:  # most often there is none yet
        return Settings()
    try:
        return _settings_from(content)
    except (ValueError, RecursionError):
        _keep_aside(path)
        return Settings()


def write_settings(settings: Settings, path: Path | None = None) -> bool:
    """Write the settings in one step; return False where the folder cannot be written to."""
    import json

    path = path or find_paths().settings
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(settings._asdict(), indent=2), encoding="utf-8")
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        return False
    return True


def _settings_from(content: bytes) -> Settings:
    """Read settings from JSON; what is unknown is left out, what does not fit raises ValueError."""
    import json  # where there is a file; a library that checks types would cost 40 ms before the first paint

    found = json.loads(content)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    known = {name: _without_lists(value) for name, value in found.items() if name in Settings._fields}
    for name, value in known.items():
        if not _fits(name, value):
            raise ValueError(name)
    if "letters" in known:
        known["letters"] = Letters(*known["letters"])
    return Settings(**known)


def _fits(name: str, value: object) -> bool:
    """Tell whether a value can be that of a setting."""
    match name:
        case "text_scale":
            return type(value) in (int, float) and _SMALLEST_TEXT <= value <= _LARGEST_TEXT  # type: ignore[operator]
        case "scheme" | "motion" | "last_mode" | "citation_style":
            return value in get_args(_CHOICES[name])
        case "single_keys" | "maximised" | "heat_strip":
            return isinstance(value, bool)
        case "letters":
            whole = isinstance(value, tuple) and len(value) == len(Letters._fields)
            return whole and all(map(is_letter_key, value)) and len(set(value)) == len(value)  # type: ignore[arg-type, call-overload]
        case "last_learner":
            return isinstance(value, str)
        case "last_size":
            return _is_number(value)
        case "notes_seen":
            return isinstance(value, tuple) and all(isinstance(one, str) for one in value)
        case "window":
            whole = isinstance(value, tuple) and len(value) == 4 and all(map(_is_number, value))
            return value is None or whole
        case _:
            return False


def is_letter_key(value: object) -> bool:
    """Tell whether this is a capital letter that may be a key: none of those that choose an answer."""
    if not isinstance(value, str) or len(value) != 1:
        return False
    return value.isalpha() and value == value.upper() and value not in CHOOSING_LETTERS


def _is_number(value: object) -> bool:
    return type(value) is int and -_LARGEST_NUMBER < value < _LARGEST_NUMBER


def _without_lists(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _keep_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.name}.unreadable"))
    except OSError:
        return  # then it is overwritten at the next change


def _home() -> Path:
    named = os.environ.get("FOOTNOTE_HOME")
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs  # only where no folder is named

    return Path(platformdirs.user_data_dir("footnote", appauthor=False, roaming=False))


def _refuse_unwritable_name(path: Path) -> None:
    """Refuse a name whose bytes are no text: the database and the log could not name it."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise PathProblem("path_not_text", path=str(path)) from error


def _library_path(named: str) -> Path:
    scheme, separator, rest = named.partition("://")
    if not separator:
        return Path(named).expanduser().absolute()
    if scheme.startswith("sqlite"):
        return Path(rest.removeprefix("/")).expanduser().absolute()
    raise PathProblem("postgresql_not_yet", url=scheme)
