"""What the reader says about the text as a whole, and in its place where there is none."""

from app.domain.errors import FootnoteError
from app.domain.source import Locator
from app.gui.shared.places import ReaderPlace
from app.gui.widgets.reader_head import OWN_COPY
from app.gui.widgets.reader_sentences import lost_places
from app.gui.widgets.states import EmptyState, ErrorState
from app.services.views import ReaderView
from app.words import errors, labels

BEFORE_ANSWER = "Notes open once you have answered."
ELSEWHERE_UNANSWERED = (
    "A question is in front of you. Notes open once you have answered it, or handed in that quiz."
)

WHILE_WAITING = "Labels and notes of the other sentences open when the quiz is finished."


def caption_of(view: ReaderView, tab: str) -> str:
    """Say in a line what the text is."""
    if tab == "original":
        if not view.original:
            return "The document itself, where you have it"
        marked = view.evidence and any(one.spans for one in view.original)
        return "Your own copy; the quoted words are highlighted" if marked else "Your own copy"
    if view.wording == "original":
        return "The document itself"
    if view.kind == "notes":
        return "Our own notes, each with the works it rests on"
    name = f"{view.short[:1].upper()}{view.short[1:]}"
    return f"{name} retold sentence by sentence; its own words only in quotation marks"


def notice_of(view: ReaderView, tab: str, place: ReaderPlace) -> str:
    """Say why no notes are shown, or which place was not found."""
    if not view.evidence:
        return ELSEWHERE_UNANSWERED if place.attempt is None else BEFORE_ANSWER
    waits = WHILE_WAITING if view.waiting else ""
    if tab == "original" and view.original:
        known = {sentence.at for sentence in view.original}
        lost = [str(at) for at in lost_places(view) if at not in known]
        if lost:
            return f"{labels.CITATION_STATE['not_in_copy']}: {', '.join(lost)}. {waits}".rstrip()
    return waits


def beginning(view: ReaderView, place: ReaderPlace, tab: str) -> Locator | None:
    """Return where to begin: at the place asked for, else at the evidence; nowhere before an answer."""
    if not view.evidence:
        return None
    marked = [one.at for one in view.original if one.spans]
    if tab == "original" and marked and place.focus not in marked:
        return marked[0]
    if place.focus is not None and place.source in (None, view.source):
        return place.focus
    return view.focus[0] if view.focus else None


def still_closed(view: ReaderView, place: ReaderPlace) -> EmptyState:
    """Return what stands in place of our own notes before an answer: they are nothing but evidence."""
    return EmptyState(f"{view.title} are closed now", notice_of(view, "summary", place))


def without_original(view: ReaderView) -> EmptyState:
    """Return what stands in place of an original that nobody has attached."""
    name = f"{view.short[:1].upper()}{view.short[1:]}"
    words = (
        "It is not part of Footnote, and you do not need it: our summary retells every sentence that a question "
        "uses. Words in quotation marks are its own; they were checked when the set was made.\n\n"
        "If you have the file, open it here or drop it on this page. Footnote looks for each quoted phrase and shows "
        "where it stands. Your copy stays on this computer."
    )
    return EmptyState(f"{name} itself is not here", words, [("attach", OWN_COPY)])


def state_for(error: FootnoteError, *, any_source: bool) -> EmptyState:
    """Return what stands in place of a source that could not be read; `again` is chosen to try once more."""
    if error.code == "closed_in_exam":
        words = "In this exam the sources open when you have handed in."
        return EmptyState("The sources are closed now", words)
    if error.code == "source_not_found" and any_source:
        words = "Sources come with the question sets that cite them."
        return EmptyState("There are no sources yet", words)
    return ErrorState("This source cannot be shown", errors.sentence(error), [("again", "Try again")])
