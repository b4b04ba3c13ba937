"""The house rules that no linter knows. Each rule is a function from a text to complaints about it."""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests import repository

LONGEST_MODULE = 500
LONGEST_FUNCTION = 60

# No pattern here matches its own text, so this file needs no exception.
REGISTRY = re.compile(r"\b(?:pypi|pythonhosted|npmjs|deb\.debian|crates)\.(?:org|com|io)\b")
MACHINE_PATH = re.compile(r"(?<![\w.:/)-])/(?:work|root|farm|home/\w+|Users/\w+)/|\bC:\\Users\\\w")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E)\b")
CLOCKS = {"time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time"}

Rule = Callable[[str], Iterator[str]]


def too_long(text: str) -> Iterator[str]:
    lines = len(text.splitlines())
    if lines > LONGEST_MODULE:
        yield f"the module has {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"line {node.lineno}: {node.name} has {length} lines"


def star_imports(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            yield f"line {node.lineno}: star import from {node.module}"


def time_assertions(text: str) -> Iterator[str]:
    tree = ast.parse(text)
    timed = {name for node in ast.walk(tree) for name in _names_holding_time(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and _speaks_of_time(node.test, timed):
            yield f"line {node.lineno}: a test asserts a time"


def _names_holding_time(node: ast.AST) -> list[str]:
    if not isinstance(node, ast.Assign) or not _speaks_of_time(node.value, set()):
        return []
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def _speaks_of_time(node: ast.AST, timed: set[str]) -> bool:
    return any(
        _reads_clock(part) or (isinstance(part, ast.Name) and part.id in timed) for part in ast.walk(node)
    )


def _reads_clock(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="time"), attr=attribute)):
            return attribute in CLOCKS
        case ast.Call(func=ast.Name(id=name)):
            return name in CLOCKS - {"time"}
        case _:
            return False


def foreign_addresses(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        if REGISTRY.search(line):
            yield f"line {number}: the address of a package registry"
        if MACHINE_PATH.search(line):
            yield f"line {number}: a path of one machine"


def unfinished(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        if UNFINISHED.search(line):
            yield f"line {number}: unfinished"


def complaints(rule: Rule, texts: Iterator[tuple[str, str]]) -> list[str]:
    return [f"{name}: {complaint}" for name, text in texts for complaint in rule(text)]


def test_modules_and_functions_are_short() -> None:
    assert complaints(too_long, repository.modules("app", "tools")) == []


def test_names_are_imported_one_by_one() -> None:
    assert complaints(star_imports, repository.modules("app", "tools", "tests")) == []


def test_no_test_asserts_a_time() -> None:
    assert complaints(time_assertions, repository.modules("tests")) == []


def test_no_registry_and_no_machine_is_named() -> None:
    assert complaints(foreign_addresses, repository.texts()) == []


def test_nothing_is_left_unfinished() -> None:
    assert complaints(unfinished, repository.modules("app", "tools", "tests")) == []


FUNCTION_OF_61_LINES = "def long():\n" + "    pass\n" * 60
FUNCTION_OF_60_LINES = "def short():\n" + "    pass\n" * 59


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (too_long, "pass\n" * 501),
        (too_long, FUNCTION_OF_61_LINES),
        (too_long, "async " + FUNCTION_OF_61_LINES),
        (star_imports, "from PySide6.QtWidgets import " + "*"),
        (time_assertions, "assert time.monotonic() - started < 2"),
        (time_assertions, "took = perf_counter() - started\nassert took < 0.1"),
        (time_assertions, "started = time.time()\nwork()\nassert 3 > now() - started"),
        (foreign_addresses, "--index-url https://" + "pypi" + ".org/simple"),
        (foreign_addresses, "open('" + "/home" + "/ada/library')"),
        (foreign_addresses, "see /" + "root/notes"),
        (unfinished, "# TO" + "DO: later"),
    ],
)
def test_a_rule_sees_what_it_forbids(rule: Rule, text: str) -> None:
    assert list(rule(text)) != []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (too_long, "pass\n" * 500),
        (too_long, FUNCTION_OF_60_LINES),
        (star_imports, "from PySide6.QtWidgets import QLabel, QWidget"),
        (time_assertions, "deadline = time.monotonic() + 5\nwhile time.monotonic() < deadline:\n    pass"),
        (time_assertions, "assert attempt.finished_at > attempt.started_at"),
        (foreign_addresses, "https://doi.org/10.1000/work/12 and tests/root/x"),
        (unfinished, "todo lists are a kind of question set"),
    ],
)
def test_a_rule_lets_good_text_pass(rule: Rule, text: str) -> None:
    assert list(rule(text)) == []
