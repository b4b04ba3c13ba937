"""Build the wheel, install it as pinned in a new environment, and use it from another folder.

usage: .venv/bin/python tools/check_wheel.py

Nothing of the checkout is on the new environment's path: what is missing in the wheel is missing here.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
USES = (["--version"], ["list", "--json"], ["--smoke"], ["--smoke=quiz"])


def build(folder: Path) -> Path:
    """Build the wheel into a folder and return its path."""
    build_wheel = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder),
    ]
    subprocess.run(build_wheel, cwd=ROOT, check=True)
    (wheel,) = folder.glob("footnote-*.whl")
    return wheel


def install(wheel: Path, environment: Path) -> Path:
    """Install a wheel and what it asks for, as pinned, in a new environment; return the command's path."""
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "--disable-pip-version-check"]
    pins = ROOT / "requirements.txt"
    subprocess.run([*pip, "install", "-qq", "--constraint", str(pins), str(wheel)], check=True)
    subprocess.run([*pip, "check"], check=True)
    return scripts / "footnote"


def use(command: Path, arguments: list[str], folder: Path) -> None:
    """Start the installed command once, in a folder of its own, with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FOOTNOTE"))}
    environment = {**kept, "QT_QPA_PLATFORM": "offscreen", "FOOTNOTE_HOME": str(folder / "home")}
    done = subprocess.run(
        [str(command), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    words = " ".join(["footnote", *arguments])
    if done.returncode != 0:
        sys.exit(f"{words} ended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    print(f"{words}: {done.stdout.strip()[:100] or 'done'}", flush=True)


def main() -> None:
    """Build, install and use the wheel."""
    with tempfile.TemporaryDirectory(prefix="footnote-wheel-") as name:
        folder = Path(name)
        command = install(build(folder), folder / "environment")
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir()
        for arguments in USES:
            use(command, arguments, elsewhere)


if __name__ == "__main__":
    main()
