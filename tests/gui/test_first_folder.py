"""A dialog begins in a folder that is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from app.gui.shared.first_folder import first_folder


@pytest.mark.parametrize("is_there", [True, False])
def test_where_there_are_no_documents_a_dialog_begins_at_home(monkeypatch, tmp_path, is_there):
    documents = tmp_path / "Documents"
    if is_there:
        documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(documents))
    assert first_folder() == (documents if is_there else Path.home())
