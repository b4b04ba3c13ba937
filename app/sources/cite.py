"""How a work is named: a short label such as "Pohl 2000, p. 268", and the full reference in Chicago author-date."""

from functools import lru_cache
from typing import Any

import msgspec

from app.config import find_shipped
from app.domain.source import Reference

_PASSED_ON = frozenset(
    "id type title author editor issued container-title collection-title publisher publisher-place volume issue page"
    " number authority".split()
)
_QUOTED = frozenset(
    "article-journal article-newspaper article-magazine review review-book chapter webpage entry-encyclopedia".split()
)
_INNER = str.maketrans({"“": "‘", "”": "’"})


def label(reference: Reference, page: str = "") -> str:
    """Return a short label: authors and year, or the title where there is no author, and the page if one is given."""
    csl = reference.csl
    names = [_family(name) for name in _people(csl)]
    if not names:
        who = _short_title(csl)
    elif len(names) <= 2:
        who = " and ".join(names)
    else:
        who = f"{names[0]} et al."
    year = _date_parts(csl)
    return f"{who} {year[0] if year else 'n.d.'}{_page(page)}"


def full_reference(reference: Reference) -> str:
    """Return the full reference as plain text."""
    return _full_reference(msgspec.json.encode(reference.csl, order="sorted"))


@lru_cache(maxsize=1024)
def _full_reference(csl: bytes) -> str:
    entry = _prepared(msgspec.json.decode(csl))
    try:
        text = _render(entry)
    except Exception:  # the renderer knows no errors of its own; a strange entry still needs a line
        people = "; ".join(_family(name) for name in _people(entry))
        year = _date_parts(entry)
        text = (
            ". ".join(
                part for part in (people, year[0] if year else "n.d.", str(entry.get("title", ""))) if part
            )
            + "."
        )
    return _punctuated(" ".join(text.split()))


def _render(entry: dict[str, Any]) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    bibliography = CitationStylesBibliography(_style(), CiteProcJSON([entry]), formatter.plain)
    bibliography.register(Citation([CitationItem(entry["id"])]))
    return str(bibliography.bibliography()[0])


@lru_cache(maxsize=1)
def _style() -> Any:
    from citeproc import CitationStylesStyle

    path = find_shipped().resources / "styles" / "chicago-author-date.csl"
    return CitationStylesStyle(str(path), validate=False)


def _prepared(csl: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with what the style reads: known fields, inner quotation marks, the work that is reviewed."""
    entry = {name: value for name, value in csl.items() if name in _PASSED_ON and value not in ("", [], None)}
    entry["id"] = str(csl.get("id", "work")).lower()
    title = str(csl.get("title", ""))
    entry["title"] = title.translate(_INNER) if str(csl.get("type")) in _QUOTED else title
    date = _date_parts(csl)
    if date:
        entry["issued"] = {"date-parts": [[int(part) for part in date]]}
        if len(date) > 1:
            entry["event-date"] = entry["issued"]
    else:
        entry.pop("issued", None)
    reviewed = csl.get("reviewed-title")
    if isinstance(reviewed, str) and reviewed:
        names = [_whole_name(name) for name in _people({"author": csl.get("reviewed-author", [])})]
        entry["note"] = f"Review of {reviewed}" + (f", by {' and '.join(names)}" if names else "")
    return entry


def _punctuated(text: str) -> str:
    """Put stops inside closing quotation marks, one stop at most."""
    for mark in "?!.":
        text = text.replace(f"{mark}”.", f"{mark}”")
        text = text.replace(f"{mark}’”.", f"{mark}’”")
    text = text.replace("’”.", ".’”").replace("”.", ".”")
    for mark in "?!":
        text = text.replace(f"{mark}.", mark)
    return text.replace("..", ".")


def _people(csl: dict[str, Any]) -> list[dict[str, Any]]:
    for role in ("author", "editor"):
        people = csl.get(role)
        if isinstance(people, list) and people:
            return [name for name in people if isinstance(name, dict) and _family(name)]
    return []


def _family(name: dict[str, Any]) -> str:
    particle = str(name.get("non-dropping-particle") or "")
    family = str(name.get("family") or name.get("literal") or name.get("given") or "")
    return f"{particle} {family}".strip()


def _whole_name(name: dict[str, Any]) -> str:
    return f"{name.get('given') or ''} {_family(name)}".strip() if name.get("family") else _family(name)


def _short_title(csl: dict[str, Any]) -> str:
    title = str(csl.get("title-short") or csl.get("title") or "").partition(": ")[0]
    if title.startswith("[") and csl.get("container-title"):  # the title is not known
        return str(csl["container-title"])
    return f"“{title.translate(_INNER)}”" if str(csl.get("type")) in _QUOTED else title


def _date_parts(csl: dict[str, Any]) -> list[str]:
    """Return year, month and day of issue as far as they are known."""
    issued = csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    known = [str(part) for part in first]
    return known if known and all(part.lstrip("-").isdigit() for part in known) else []


def _page(page: str) -> str:
    if not page:
        return ""
    return f", pp. {page.replace('-', '–')}" if any(mark in page for mark in "-–,") else f", p. {page}"
