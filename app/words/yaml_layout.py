"""Plain words for a broken layout of a YAML file, in place of what the parser says."""

from typing import Final

_ADVICE: Final = (
    (
        "mapping values are not allowed",
        "A text that holds a colon and a space needs quotation marks, or goes under “>” on lines of its own",
    ),
    ("found character '\\t'", "There is a tab here. Indent with spaces"),
    (
        "cannot start any token",
        "A text may not begin with @, ` or a tab here. Put it in quotation marks, or indent with spaces",
    ),
    (
        "unexpected end of stream",
        "A quotation mark is opened and never closed. Close it, or put the text under “>”",
    ),
    (
        "could not find expected ':'",
        "A field’s name with its colon is missing here. Check the lines above for a forgotten colon or a wrong indentation",
    ),
    (
        "did not find expected ',' or '}'",
        "Braces are opened and not closed rightly. Check commas, and put texts with commas in quotation marks",
    ),
    (
        "did not find expected ',' or ']'",
        "A bracket is opened and not closed rightly. Check commas, and put texts with commas in quotation marks",
    ),
    (
        "did not find expected '-' indicator",
        "This line does not belong to the list before it. Check the indentation",
    ),
    (
        "did not find expected key",
        "This line does not fit its place: a quotation mark may end too early, or the indentation differs from the lines above",
    ),
    (
        "while scanning a quoted scalar",
        "The quotation marks do not pair up. Close them, or put the text under “>”",
    ),
    (
        "unknown escape character",
        "A backslash in double quotation marks begins a special sign. Use single quotation marks",
    ),
    ("block scalar", "The text under “>” or “|” must be indented further than its field"),
)


def explain_layout(reason: str, line: str) -> str:
    """Return a sentence for a fault of layout: what is wrong, what to do, and the line it was met in."""
    usual = "The layout cannot be read from here on. Check indentation, quotation marks and colons"
    advice = next((advice for part, advice in _ADVICE if part in reason), usual)
    shown = " ".join(line.split())
    shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
    return f"{advice}: “{shown}”." if shown else f"{advice}."
