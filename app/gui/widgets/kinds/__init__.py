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
        case _:
            raise ValueError(kind)
