"""Words for a tooltip: Qt takes for HTML whatever looks like it, and would then read the files that it names."""


def plain_tip(words: str) -> str:
    """Return words so that a tooltip shows just them, also where a person typed angle brackets."""
    if "<" not in words and "&lt;" not in words:
        return words
    shown = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<qt>{shown}</qt>"
