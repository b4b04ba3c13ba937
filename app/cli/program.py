"""The commands and their options.

The standard library's argparse does all that a few commands need, and starts in a tenth of the time that a larger
command-line library takes.
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from app.cli.faults import log_fault
from app.cli.output import (
    COULD_NOT,
    DONE,
    OutputLost,
    complain,
    deliver,
    give_up,
    leave_quietly,
    lose_output,
)
from app.config import PathProblem
from app.domain.errors import FootnoteError
from app.domain.printable import in_short, printable
from app.words import errors

_ABOUT = (
    "Footnote: a quiz program whose every answer shows its source. Without a command it opens the window."
)
_EXIT_CODES = "Exit codes: 0 done, 1 problems found, 2 could not do it."


class _UsageError(Exception):
    """The words of the command do not fit together."""


def _path(name: str) -> Path:
    """Return a path that was named; an empty name would be the folder that one happens to be in."""
    if not name:
        raise _UsageError("The name of a file or folder is empty. Write its name after the command.")
    return Path(name)


class _Parser(argparse.ArgumentParser):
    """Raises where argparse would print and exit, so that --json can answer in JSON."""

    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help")


def run_program(arguments: list[str]) -> int:
    """Run a command; every expected error becomes a sentence."""
    as_json = (
        "--json" in arguments or "--format=json" in arguments or " --format json" in f" {' '.join(arguments)}"
    )

    def command() -> int:
        options = _make_parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)

    try:
        return deliver(_guarded(command, as_json=as_json))
    except OutputLost as problem:
        return lose_output(problem)
    except BrokenPipeError:
        return leave_quietly(DONE)


def _make_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="footnote", description=_ABOUT, epilog=_EXIT_CODES, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=_version())
    parser.add_argument("--database", metavar="FILE", help="the Footnote data to use instead of your own")
    parser.add_argument("--json", dest="as_json", action="store_true", help="write one JSON document")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    check = _add(
        commands, "check", "look for mistakes in question sets, and look up their quoted phrases", _check
    )
    check.add_argument(
        "paths", nargs="*", type=_path, metavar="PATH", help="files or folders (else: the shipped sets)"
    )
    check.add_argument("--documents", type=_path, metavar="DIR", help="a folder with the original documents")

    coverage = _add(
        commands, "coverage", "tell which sentences and topics the questions test, and how often", _coverage
    )
    coverage.add_argument(
        "paths", nargs="*", type=_path, metavar="PATH", help="files or folders (else: the shipped sets)"
    )

    listing = _add(commands, "list", "list the questions with their keys, reasons and citations", _list)
    listing.add_argument("--set", dest="set_id", metavar="ID", help="only the questions of this set")

    importing = _add(commands, "import", "bring question sets into your Footnote data", _import)
    importing.add_argument(
        "files",
        nargs="+",
        type=_path,
        metavar="FILE",
        help="question sets, or folders with all the sets in them",
    )
    importing.add_argument("--dry-run", action="store_true", help="only say what would come in")

    attach = _add(
        commands, "attach", "keep your own copy of a document, to show quoted phrases in it", _attach
    )
    attach.add_argument("file", type=_path, metavar="FILE", help="the document as plain text")

    export = _add(commands, "export", "write all question sets, their sources and works as files", _export)
    export.add_argument("out", type=_path, metavar="OUT", help="the folder to write")
    export.add_argument("--format", dest="file_format", choices=("yaml",), default="yaml", help="the format")

    history = _add(commands, "history", "list attempts with their responses", _history)
    history.add_argument("--learner", metavar="NAME", help="only this student's")
    history.add_argument("--format", dest="file_format", choices=("csv", "json"), help="a table or JSON")
    return parser


def _add(
    commands: Any, name: str, about: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    sentence = f"{about[:1].upper()}{about[1:]}."
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=sentence, epilog=_EXIT_CODES, allow_abbrev=False
    )
    parser.set_defaults(run=run)
    # Given before the command they stand too: SUPPRESS leaves that value alone.
    parser.add_argument("--database", metavar="FILE", default=argparse.SUPPRESS, help="other Footnote data")
    parser.add_argument(
        "--json",
        dest="as_json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="write one JSON document",
    )
    return parser


# Each command is loaded when it is asked for.


def _check(options: argparse.Namespace) -> int:
    from app.cli.checking import check

    return check(options.paths, options.documents, as_json=options.as_json)


def _coverage(options: argparse.Namespace) -> int:
    from app.cli.coverage import show_coverage

    return show_coverage(options.paths, as_json=options.as_json)


def _list(options: argparse.Namespace) -> int:
    from app.cli.listing import list_questions

    return list_questions(
        options.set_id and printable(options.set_id), options.database, as_json=options.as_json
    )


def _import(options: argparse.Namespace) -> int:
    from app.cli.importing import import_files

    return import_files(options.files, options.database, dry_run=options.dry_run, as_json=options.as_json)


def _attach(options: argparse.Namespace) -> int:
    from app.cli.attaching import attach

    return attach(options.file, options.database, as_json=options.as_json)


def _export(options: argparse.Namespace) -> int:
    from app.cli.exporting import export

    return export(options.out, options.database, as_json=options.as_json)


def _history(options: argparse.Namespace) -> int:
    from app.cli.looking_back import show_history

    if options.as_json and options.file_format == "csv":
        raise _UsageError("--json and --format csv contradict each other. Keep one of them.")
    file_format = "json" if options.as_json else options.file_format
    return show_history(options.learner and printable(options.learner), file_format, options.database)


def _version() -> str:
    from app import __version__

    return f"footnote {__version__}"


def _guarded(command: Callable[[], int], *, as_json: bool) -> int:
    try:
        return command()
    except SystemExit as ended:  # --help and --version
        return int(ended.code or 0)
    except _UsageError as wrong:
        return give_up(str(wrong), code="usage", as_json=as_json)
    except KeyboardInterrupt:
        complain("Stopped. Nothing was changed.")
        return COULD_NOT
    except PathProblem as problem:
        code = _address_code(problem)
        return give_up(errors.sentence_for(code, problem.values), code=code, as_json=as_json)
    except FootnoteError as error:
        return give_up(errors.sentence(error), code=error.code, as_json=as_json)
    except (BrokenPipeError, OutputLost):
        raise
    except OSError as error:
        named = in_short(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else ""
        sentence = f"{named or 'The system'}: {error.strerror or error}."
        return give_up(sentence, code="system", as_json=as_json)
    except Exception as error:
        log_fault(error)
        detail = f"{type(error).__name__}: {error}"
        return give_up(
            errors.sentence_for("unexpected", {"detail": detail}), code="unexpected", as_json=as_json
        )


def _address_code(problem: PathProblem) -> str:
    """Return the code of a problem with a path; only an address of PostgreSQL is told about PostgreSQL."""
    scheme = str(problem.values.get("url", "postgresql"))
    if problem.code == "postgresql_not_yet" and not scheme.startswith("postgres"):
        return "not_a_file_address"
    return problem.code
