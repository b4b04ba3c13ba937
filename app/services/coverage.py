"""What the library's questions test: for the strip beside a document, and for the table of the command line."""

from pathlib import Path

from app.domain.bank import Bank
from app.domain.coverage import Coverage, measure_coverage
from app.formats.bank import read_bank
from app.services.context import Context
from app.services.exporting import export_bank
from app.services.marks import background


@background
def read_coverage(ctx: Context) -> Coverage:
    """Return what all questions of the library test, sentence by sentence and topic by topic."""
    return measure_coverage(export_bank(ctx))


def coverage_of_files(paths: list[Path], shipped: Path) -> tuple[Coverage, Bank]:
    """Return what the questions of some files test, else the shipped ones, and what was read of them."""
    bank = read_bank(paths or [shipped])
    return measure_coverage(bank, read_bank(shipped) if paths else None), bank
