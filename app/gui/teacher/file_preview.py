"""Reading files for the import page off the GUI thread, with their rows in words."""

from typing import NamedTuple

from app.gui.teacher.preview_values import Counts, PreviewLine, count, preview_lines
from app.services.checked_bank import load_files
from app.services.context import Context
from app.services.importing import preview_files
from app.services.marks import after, background
from app.services.views import ImportPreview


class FilePreview(NamedTuple):
    """Files as they would come in: each of them, all their questions as rows, and how many there are."""

    previews: tuple[ImportPreview, ...] = ()
    lines: tuple[PreviewLine, ...] = ()
    counts: Counts = Counts(0, 0, 0, 0, 0)

    @property
    def has_sets(self) -> bool:
        """Tell whether there is a question set that can be used."""
        return any(preview.set for preview in self.previews)


@after(load_files)
@background
def read_files(ctx: Context, paths: tuple[str, ...]) -> FilePreview:
    """Read files through the preview and put their rows into words."""
    previews = preview_files(ctx, paths)
    lines = preview_lines(previews)
    return FilePreview(previews, lines, count(lines))
