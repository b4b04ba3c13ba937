"""Names for what comes without our names: sets from files, questions from what a file says of them, topics."""

import re
import unicodedata
from hashlib import blake2b
from pathlib import PurePath

from app.formats.readers.item import Item

_OTHER = re.compile(r"[^a-z0-9]+")
_ENDINGS = re.compile(r"(?:\.(?:gift|aiken|moodle|xml|txt))+$", re.IGNORECASE)
_LONGEST = 60
_NO_TITLES = frozenset({"", "top"})
_CONTEXT = re.compile(r"\$[^$/]*\$")


def slug_of(text: str) -> str:
    """Return small letters, digits and hyphens that a text can be known by; "" where it has none of them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = _OTHER.sub("-", plain).strip("-")
    if len(slug) <= _LONGEST:
        return slug
    return f"{slug[:_LONGEST].rstrip('-')}-{digest(text, 6)}"


def digest(text: str, length: int = 10) -> str:
    """Return a few letters and digits that stay the same for a text, however its spaces stand."""
    return blake2b(" ".join(text.split()).encode(errors="surrogatepass"), digest_size=8).hexdigest()[:length]


def title_of_file(name: str) -> str:
    """Return a file's name without folder and endings."""
    bare = PurePath(name.replace("\\", "/")).name
    return _ENDINGS.sub("", bare).strip() or bare


def name_of_set(name: str, format_: str) -> str:
    """Return the set's name for a file. The format belongs to it, so that no set of ours is taken for this one."""
    title = title_of_file(name)
    return f"{slug_of(title) or f'set-{digest(title)}'}-{format_}"


class Names:
    """Gives each question of a set a name that a second reading of the same file gives it again."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._numbers: dict[str, int] = {}

    def name(self, item: Item) -> str:
        """Return a name by what the file calls the question, else by its stem."""
        called = item.identity or item.name
        stem = item.stem or called or str(item.line)
        wanted = slug_of(called) or f"q-{digest(called or stem)}"
        if wanted in self._given:
            wanted = base = f"{wanted}-{digest(stem, 6)}" if called else wanted
            while wanted in self._given:
                self._numbers[base] = self._numbers.get(base, 1) + 1
                wanted = f"{base}-{self._numbers[base]}"
        self._given.add(wanted)
        return wanted


def titles_of_path(path: str) -> tuple[str, ...]:
    """Return the titles of a category such as `$course$/top/Harbours/Piers`; a doubled slash is one in a title."""
    parts = (part.strip().replace("\0", "/") for part in path.replace("//", "\0").split("/"))
    return tuple(part for part in parts if part not in _NO_TITLES and not _CONTEXT.fullmatch(part))


def slug_of_titles(titles: tuple[str, ...]) -> str:
    """Return the name of a topic."""
    title = " ".join(titles)
    return slug_of(title) or f"topic-{digest(title)}"
