"""Draw every screen in light and dark into docs/images, from a prepared library.

usage: .venv/bin/python tools/screenshots.py [--out DIR] [--size 1280x800] [--text 100] [--only NAME ...]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # after the platform is chosen

from app.gui.theme import Look, theme
from tools.screens import Stage, screens

SAMPLE_SET = ROOT / "tests" / "data" / "sets" / "sample.yaml"


def main() -> int:
    """Draw the screens and say where they are."""
    options = _parse()
    options.out.mkdir(parents=True, exist_ok=True)
    width, height = (int(number) for number in options.size.split("x"))
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="footnote-pictures-") as name:
        os.environ["FOOTNOTE_HOME"] = name
        for scheme in options.schemes:
            theme().apply(app, Look(scheme, options.text / 100, reduced_motion=True))
            folder = Path(name) / scheme
            folder.mkdir()
            stage = Stage(folder)
            stage.window.resize(width, height)
            stage.window.show()
            for screen in screens(SAMPLE_SET):
                if options.only and screen.name not in options.only:
                    continue
                stage.desk.sit_down(stage.sample.learner)
                screen.show(stage)
                stage.settle()
                stage.window.grab().save(str(options.out / f"{screen.name}-{scheme}.png"))
            stage.close()
    print(f"The pictures are in {options.out}")
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--text", type=int, default=100, help="text size in per cent")
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"])
    parser.add_argument("--only", nargs="*", default=[])
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
