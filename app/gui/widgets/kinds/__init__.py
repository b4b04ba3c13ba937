"""One way of answering for each question kind; `make_input` finds it."""

from app.gui.widgets.kinds.response_input import ResponseInput


def make_input(kind: str) -> ResponseInput:
    """Make the input of a question kind."""
    match kind:
        case "single_choice" | "multiple_response" | "true_false":
            from app.gui.widgets.kinds.choice_input import ChoiceInput

            return ChoiceInput()
        case "short_answer" | "numerical":
            from app.gui.widgets.kinds.typed_input import TypedInput

            return TypedInput()
        case "matching":
            from app.gui.widgets.kinds.matching_input import MatchingInput

            return MatchingInput()
        case "ordering":
            from app.gui.widgets.kinds.ordering_input import OrderingInput

            return OrderingInput()
        case "cloze":
            from app.gui.widgets.kinds.cloze_input import ClozeInput

            return ClozeInput()
        case "evidence":
            from app.gui.widgets.kinds.evidence_input import EvidenceInput

            return EvidenceInput()
        case "two_sources":
            from app.gui.widgets.kinds.two_sources_input import TwoSourcesInput

            return TwoSourcesInput()
        case "status_sort":
            from app.gui.widgets.kinds.status_sort_input import StatusSortInput

            return StatusSortInput()
        case "source_support":
            from app.gui.widgets.kinds.source_support_input import SourceSupportInput

            return SourceSupportInput()
        case _:
            raise ValueError(kind)
