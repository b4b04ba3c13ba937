"""How a work is named: a short label such as "Pohl 2000, p. 268", and the full reference in one of three styles."""

from functools import lru_cache
from typing import Any, Final

import msgspec

from app.config import CitationStyle, find_shipped
from app.domain.source import Reference

_PASSED_ON = frozenset(
    "id type title author editor issued container-title collection-title publisher publisher-place volume issue page"
    " number authority".split()
)
_QUOTED = frozenset(
    "article-journal article-newspaper article-magazine review review-book chapter webpage entry-encyclopedia".split()
)
_FILES: Final[dict[CitationStyle, str]] = {
    "chicago": "chicago-author-date.csl",
    "apa": "apa.csl",
    "mla": "mla.csl",
}
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


def full_reference(reference: Reference, style: CitationStyle = "chicago") -> str:
    """Return the full reference as plain text."""
    return _full_reference(msgspec.json.encode(reference.csl, order="sorted"), style)


@lru_cache(maxsize=1024)
def _full_reference(csl: bytes, style: CitationStyle) -> str:
    entry = _prepared(msgspec.json.decode(csl), style)
    try:
        text = _render(entry, style)
    except Exception:  # the renderer knows no errors of its own; a strange entry still needs a line
        parts = (
            "; ".join(map(_family, _people(entry))),
            *(_date_parts(entry)[:1] or ["n.d."]),
            entry["title"],
        )
        text = ". ".join(part for part in parts if part) + "."
    return _punctuated(" ".join(text.split()))


def _render(entry: dict[str, Any], style: CitationStyle) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([entry]), formatter.plain)
    bibliography.register(Citation([CitationItem(entry["id"])]))
    return str(bibliography.bibliography()[0])


@lru_cache(maxsize=len(_FILES))
def _style(style: CitationStyle) -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(find_shipped().resources / "styles" / _FILES[style]), validate=False)


def _prepared(csl: dict[str, Any], style: CitationStyle) -> dict[str, Any]:
    """Return an entry with what the styles read: known fields, inner quotation marks, the work that is reviewed."""
    entry = {name: value for name, value in csl.items() if name in _PASSED_ON and value not in ("", [], None)}
    entry["id"] = str(csl.get("id", "work")).lower()
    _set_title(entry, csl, style)
    date = _date_parts(csl)
    if date:
        entry["issued"] = {"date-parts": [[int(part) for part in date]]}
        if len(date) > 1:
            entry["event-date"] = entry["issued"]
    else:
        entry.pop("issued", None)
    if style == "apa":
        for role in ("author", "editor"):
            if role in entry:
                entry[role] = [_with_initials(name) for name in _people({"author": entry[role]})]
    if style == "mla" and isinstance(publisher := entry.get("publisher"), str):
        entry["publisher"] = publisher.replace("University Press", "UP")
    if note := _reviewed(csl, style):
        entry["note"] = note
    return entry


def _set_title(entry: dict[str, Any], csl: dict[str, Any], style: CitationStyle) -> None:
    """Give an entry its title; where it is not known, the name of the whole that it is part of, once."""
    title = str(csl.get("title") or "")
    if _is_unknown(csl):
        title = str(entry.pop("container-title"))
        entry["type"] = "book"  # a whole has no quotation marks
    quoted = style != "apa" and str(entry.get("type")) in _QUOTED
    entry["title"] = title.translate(_INNER) if quoted else title


def _reviewed(csl: dict[str, Any], style: CitationStyle) -> str:
    """Say which work a review is about."""
    reviewed = csl.get("reviewed-title")
    if not isinstance(reviewed, str) or not reviewed:
        return ""
    people = _people({"author": csl.get("reviewed-author", [])})
    if style == "apa":
        people = [_with_initials(name) for name in people]
    names = " and ".join(_whole_name(name) for name in people)
    what = "Review of the book" if style == "apa" else "Review of"
    return f"{what} {reviewed}" + (f", by {names}" if names else "")


def _with_initials(name: dict[str, Any]) -> dict[str, Any]:
    """Return a name with its given names as initials: "Eva-Clarita" is "E.-C."."""
    given = name.get("given")
    if not isinstance(given, str) or not name.get("family"):
        return name
    parts = (
        "-".join(f"{piece[0]}." for piece in part.split("-") if piece)
        for part in given.replace(".", ". ").split()
    )
    return {**name, "given": " ".join(part for part in parts if part)}


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
    if _is_unknown(csl):
        return str(csl["container-title"])
    return f"“{title.translate(_INNER)}”" if str(csl.get("type")) in _QUOTED else title


def _is_unknown(csl: dict[str, Any]) -> bool:
    """Tell whether a work's title is not known: what stands for it is in brackets, and the whole has a name."""
    return str(csl.get("title") or "").startswith("[") and bool(csl.get("container-title"))


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
