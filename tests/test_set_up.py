"""Setting up a checkout: what it says to people, and what the pinned requirements promise."""

import importlib.util
import os
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def setup() -> ModuleType:
    specification = importlib.util.spec_from_file_location("footnote_setup", ROOT / "tools" / "setup.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def commands(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record what set-up would run instead of running it."""
    recorded: list[list[str]] = []

    def record(command: list[str]) -> bool:
        recorded.append(command)
        return True

    monkeypatch.setattr(setup, "quietly", record)
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    return recorded


def pins(name: str) -> dict[str, str]:
    """Return the version of each distribution in a file of pinned requirements; every line must be one."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pinned = {}
    for line in lines:
        if not line.lstrip().startswith("#"):
            found = re.fullmatch(r"([a-z0-9-]+)==([0-9][\w.]*)(?: ; [^/@]+)?", line)
            assert found, f"{name}: {line}"
            pinned[found[1]] = found[2]
    return pinned


def test_an_old_python_is_told_so_in_one_sentence(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(
        SystemExit, match=r"^Footnote needs Python 3\.11 or newer, and this is Python 3\.10\.4\.$"
    ):
        setup.check_python()


def test_without_rights_the_line_to_type_is_printed(
    setup: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"\n  sudo apt-get install -y \S+ libgl1 xvfb$"):
        setup.install_packages(["libgl1", "xvfb"], needed=True)
    assert commands == []


def test_root_gets_the_packages_installed(
    setup: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    setup.install_packages(["libgl1"], needed=True)
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert commands[1][-1] == "libgl1"


def test_what_is_not_needed_stops_nobody(
    setup: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    setup.install_packages(["python3-pyatspi"], needed=False)
    assert commands == []


def test_a_missing_library_is_named_by_its_package(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(setup.shutil, "which", lambda name: None if name == "Xvfb" else f"/usr/bin/{name}")
    assert setup.missing_packages(tests=False) == ["libxcb-cursor0"]
    assert setup.missing_packages(tests=True) == ["libxcb-cursor0", "xvfb"]


def test_a_second_run_does_nothing(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(setup, "missing_packages", lambda *, tests: [])
    monkeypatch.setattr(setup, "SPOKEN", {})
    monkeypatch.setattr(setup, "make_environment", lambda: steps.append("environment"))
    monkeypatch.setattr(setup, "install_requirements", steps.append)
    for arguments in (["--tests"], ["--tests"], []):
        monkeypatch.setattr(sys, "argv", ["setup.py", *arguments])
        setup.main()
    assert steps == ["environment", "tests"]


def test_an_environment_for_running_is_not_yet_one_for_the_tests(setup: ModuleType) -> None:
    assert setup.stamp("run") != setup.stamp("tests")


def test_the_tests_run_with_the_pins_of_the_program() -> None:
    running, testing = pins("requirements.txt"), pins("requirements-test.txt")
    assert running.items() <= testing.items()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.txt", PROJECT["dependencies"]),
        ("requirements-test.txt", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]),
    ],
)
def test_every_requirement_is_pinned_within_its_range(name: str, wanted: list[str]) -> None:
    pinned = pins(name)
    outside = [
        text
        for text in wanted
        if pinned.get(canonicalize_name(Requirement(text).name), "nothing") not in Requirement(text).specifier
    ]
    assert outside == []
