"""Make a checkout ready to run: system libraries, a virtual environment in .venv, the pinned requirements.

usage: python3 tools/setup.py [--tests]

It needs the standard library alone, and an older Python can read it too and say what is missing.
A second run finds its stamp in .venv and does nothing.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS = {"run": ROOT / "requirements.txt", "tests": ROOT / "requirements-test.txt"}

# What Qt loads and the Debian package that holds it: first what drawing needs, then what a window needs.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The stories in tests/end2end run in a real window on a display of their own.
TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "openbox": "openbox", "xdotool": "xdotool"}
# What the story over the accessibility bus needs; without them it is skipped with a reason.
SPOKEN = {
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/bin/dbus-daemon": "dbus-daemon",
}


def stop(sentence: str) -> NoReturn:
    """End with a sentence for the person who started this."""
    sys.exit(sentence)


def check_python() -> None:
    """Stop where Python is too old."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python runs this line to say so
        found = ".".join(map(str, sys.version_info[:3]))
        stop(f"Footnote needs Python 3.11 or newer, and this is Python {found}.")


def missing_packages(*, tests: bool) -> list[str]:
    """Return the Debian packages without which the program (or its tests) cannot run here."""
    packages = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if tests:
        packages += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    return packages


def loads(library: str) -> bool:
    """Tell whether the system has a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str], *, needed: bool) -> None:
    """Install Debian packages, or say how; where they are not `needed`, go on without them."""
    if shutil.which("apt-get") is None:
        if needed:
            names = " ".join(packages)
            stop(f"Footnote needs what Debian calls {names}. Install it as your system does, then try again.")
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        if needed:
            stop(
                "Some system packages are missing. Install them, then try again:\n\n  sudo "
                + shlex.join(install)
            )
        return
    print("Installing Debian packages: " + " ".join(packages), flush=True)
    done = quietly(["apt-get", "update", "-q"]) and quietly(install)
    if not done and needed:
        stop("apt-get could not install them (its words are above). Without them Footnote cannot start.")
    if not done:
        print("They cannot be had here; the tests that need them are skipped.")


def quietly(command: list[str]) -> bool:
    """Run a command that asks nothing, print what it said only where it failed, and tell how it went."""
    asking_nothing = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, check=False, env=asking_nothing, capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout[-2000:] + done.stderr[-2000:], file=sys.stderr)
    return done.returncode == 0


def stamp(purpose: str) -> str:
    """Return what .venv must say of itself to be up to date for a purpose."""
    content = REQUIREMENTS[purpose].read_bytes() + sys.version.encode()
    return f"{purpose} {hashlib.sha256(content).hexdigest()}"


def make_environment() -> None:
    """Make the virtual environment, unless there is one of this Python already."""
    ask = [str(PYTHON), "-c", "import sys, pip; print(sys.version)"]
    if PYTHON.exists():
        answer = subprocess.run(ask, check=False, capture_output=True, text=True)
        if answer.stdout.strip() == sys.version:
            return
    print("Making the virtual environment .venv", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def install_requirements(purpose: str) -> None:
    """Install the pinned requirements into the virtual environment."""
    print(f"Installing {REQUIREMENTS[purpose].name}", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    if subprocess.run([*pip, "-r", str(REQUIREMENTS[purpose])], check=False).returncode != 0:
        stop("pip could not install the requirements (its words are above). Is there a network?")


def main() -> None:
    """Bring the checkout up to date for running, or with --tests for the tests too."""
    check_python()
    purpose = "tests" if "--tests" in sys.argv[1:] else "run"
    on_linux = sys.platform == "linux"
    packages = missing_packages(tests=purpose == "tests") if on_linux else []
    if packages:
        install_packages(packages, needed=True)
    mark = VENV / "footnote-setup.txt"
    if PYTHON.exists() and mark.exists() and stamp(purpose) in mark.read_text().splitlines():
        return
    spoken = [package for path, package in SPOKEN.items() if not Path(path).exists()]
    if spoken and on_linux and purpose == "tests":
        install_packages(spoken, needed=False)
    make_environment()
    install_requirements(purpose)
    # The test requirements hold those for running, with the same pins.
    purposes = REQUIREMENTS if purpose == "tests" else [purpose]
    mark.write_text("\n".join(map(stamp, purposes)) + "\n")


if __name__ == "__main__":
    main()
