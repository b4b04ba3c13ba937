"""A work as a card cites it."""

from app.domain.source import Reference
from app.services.views import Work


def make_work(reference: Reference, full: str, page: str) -> Work:
    """Return a work with its label, such as "Pohl 2000, p. 268"."""
    return Work(reference.id, make_label(reference, page), full, reference.seen, reference.doubt)


def make_label(reference: Reference, page: str = "") -> str:
    """Return the short form of a citation."""
    label = f"{_names(reference)} {_year(reference)}".strip() or reference.id
    if not page:
        return label
    mark = "pp." if any(dash in page for dash in "-–,") else "p."
    return f"{label}, {mark} {page}"


def _names(reference: Reference) -> str:
    people = reference.csl.get("author") or reference.csl.get("editor") or []
    names = [person.get("family") or person.get("literal") or "" for person in people]
    if not names:
        return str(reference.csl.get("title-short") or reference.csl.get("title") or "")
    if len(names) > 3:
        return f"{names[0]} et al."
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _year(reference: Reference) -> str:
    parts = (reference.csl.get("issued") or {}).get("date-parts") or [[""]]
    return str(parts[0][0])
