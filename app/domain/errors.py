"""Expected errors: each has a code that `app.words` puts into a sentence, and the values that the sentence needs."""


class FootnoteError(Exception):
    """An expected error. `code` names its sentence, `values` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return f"{self.code} {self.values}" if self.values else self.code


class NotFound(FootnoteError):
    """Something that was asked for is not (or no longer) there."""


class AttemptClosed(FootnoteError):
    """The attempt was handed in: nothing can be added."""


class NotAllowed(FootnoteError):
    """The person's role may not do this."""


class BadFile(FootnoteError):
    """A file cannot be read as a whole."""


class LibraryUnavailable(FootnoteError):
    """The library file cannot be opened, read or written."""


class NotSaved(FootnoteError):
    """A writing step failed; nothing of it is stored and it may be tried again."""


class Cancelled(FootnoteError):
    """A person cancelled long work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("cancelled")
