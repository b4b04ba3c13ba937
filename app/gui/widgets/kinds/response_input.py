"""What every kind's input has in common: it shows a question, gives a response, and shows how it was marked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response
from app.services.views import Checked, OriginalSentence, Step

Originals = tuple[tuple[OriginalSentence, ...], ...]
"""The original's own sentences for each passage of a question; () where no copy is attached."""


class ResponseInput(QWidget):
    """One kind's way of answering. The page owns Enter, the letters and the saving; an input owns its own keys.

    `show_question` fills it (with the stored response, and with the marks where the step is checked). Choosing is never
    answering: `submitted` comes only from Enter in a text field.
    """

    changed = Signal()
    """The person changed the response: `response()` is another. Never emitted by `show_question`."""
    text_left = Signal()
    """A text field that was changed lost the focus."""
    submitted = Signal()
    """Enter was pressed in a text field."""

    def show_question(self, step: Step) -> None:
        """Show a question in its stored order, its response, and its marks once it was checked."""
        raise NotImplementedError

    def lay_out_ahead(self, step: Step) -> None:
        """Lay out the words of a question that may be shown next; nothing of it is seen yet."""

    def show_originals(self, originals: Originals) -> None:
        """Offer the original's own words beside our summary's, or our summary alone."""

    def response(self) -> Response:
        """Return what is given now; it may be blank."""
        raise NotImplementedError

    def press_key(self, event: QKeyEvent) -> bool:
        """Use a key that no field wanted (1-9, A-E, arrows); tell whether it was used."""
        return False

    def give_focus(self) -> None:
        """Put the keyboard where answering begins."""
        self.setFocus()

    def holds_text(self) -> bool:
        """Tell whether answering means typing (saved when the field is left or after a pause)."""
        return False

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of the parts that were not given."""

    def has_more_reasons(self) -> bool:
        """Tell whether there are reasons that are folded at first."""
        return False


def in_order(parts: Sequence[Any], order: Sequence[PartId]) -> list[Any]:
    """Return parts (each with an `id`) in a stored order; parts that it does not name come last."""
    rank = {part: index for index, part in enumerate(order)}
    return sorted(parts, key=lambda part: rank.get(part.id, len(rank)))


def judged(checked: Checked, part: PartId) -> str:
    """Return the code of one judged part, "" where there is none."""
    return next((one.code for one in checked.parts if one.id == part), "")
