from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import FootnoteError, NotAllowed
from app.formats.bank import read_bank
from app.gui.shared.places import ImportPlace, SetsPlace, StartPlace
from app.gui.teacher import saved_files
from app.gui.teacher.change_list import SHOWN_AT_FIRST, ChangeList
from app.gui.teacher.passphrase_form import NOT_LOCKED
from app.gui.teacher.sets_page import SetsPage
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import importing, set_rows, teaching
from app.services.context import TEACHER, perform
from app.services.marks import reads
from app.services.views import ChangeRow
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at, too_wide
from tests.gui.settle import settle
from tests.repository import ROOT

SAMPLE = str(ROOT / "tests" / "data" / "sets" / "sample.yaml")
SECRET = "four quiet herons"


class _Shown(SetsPage):
    """The page, with the places it asks for and what it says."""

    def __init__(self, desk):
        super().__init__(desk)
        self.places: list[object] = []
        self.open_requested.connect(self.places.append)
        self.messages: list[tuple[object, ...]] = []
        self.message_posted.connect(lambda *message: self.messages.append(message))


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        opened.desk.sit_down(None, teacher=True)
        yield opened


@pytest.fixture
def page(house, qtbot):
    shown = _Shown(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    return shown


def _open(page, qtbot):
    page.show_place(SetsPlace())
    page.give_focus()
    qtbot.wait(1)


def _teach(house, service, *args):
    return perform(house.library, TEACHER, service, *args)


def _words(widget):
    return [block.text() for block in widget.findChildren(TextBlock) if block.isVisibleTo(widget)]


def _button(widget, label):
    return next(b for b in widget.findChildren(Button) if b.label == label and b.isVisibleTo(widget))


def _press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.wait(1)


def _dialog(page):
    return next(one for one in page.findChildren(QFileDialog) if one.isVisible())


# --- The sets ---


def test_each_set_stands_with_its_questions_where_it_comes_from_and_its_topics(page, house, qtbot):
    _teach(house, importing.import_files, (SAMPLE,))
    _open(page, qtbot)
    words = _words(page.sets)
    for row in _teach(house, set_rows.list_sets):
        at = words.index(row.title)
        assert words[at + 1].startswith(f"{row.questions}\u00a0question")
        assert words[at + 2].startswith("Comes with Footnote." if row.shipped else "Loaded here.")
        assert all(source in words[at + 2] for source in row.sources)
        assert all(topic.title in words[at + 3] for topic in row.topics)
    at = words.index("Sample set: a small town")
    assert words[at + 1 : at + 3] == ["6\u00a0questions", "Loaded here. No source given."]


def test_only_a_teacher_may_list_the_sets(house):
    with pytest.raises(NotAllowed):
        house.call(set_rows.list_sets)


def test_files_are_chosen_in_a_dialog_that_does_not_block(page, qtbot, tmp_path):
    _open(page, qtbot)
    assert page.window().focusWidget() is page.load
    qtbot.keyClick(page.load, Qt.Key.Key_Return)
    dialog = _dialog(page)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([SAMPLE])
    dialog.close()
    assert page.places == [ImportPlace((SAMPLE,))]


def test_the_teachers_side_can_be_left(page, qtbot):
    _open(page, qtbot)
    _press(qtbot, page.out)
    assert page.places == [StartPlace()]


# --- What was loaded ---


def test_an_import_is_undone_by_its_name(page, house, qtbot):
    _teach(house, importing.import_files, (SAMPLE,))
    _open(page, qtbot)
    assert any("6\u00a0questions" in words for words in _words(page.changes))
    _press(qtbot, _button(page.changes, "Undo import of sample.yaml"))
    assert page.messages[0][0] == "Undid the import of sample.yaml."
    assert "Sample set: a small town" not in _words(page.sets)
    assert any("Undone on" in words for words in _words(page.changes))
    assert not any(button.label.startswith("Undo") for button in page.changes.findChildren(Button))
    assert page.window().focusWidget() is page.load, "the focus does not stay on a button that has gone"


def test_what_a_later_change_stands_on_cannot_be_undone_and_why_is_said(page, house, qtbot, tmp_path):
    _teach(house, importing.import_files, (SAMPLE,))
    changed = tmp_path / "sample-2.yaml"
    text = Path(SAMPLE).read_text(encoding="utf-8")
    changed.write_text(text.replace("Which river runs", "Which little river runs"), encoding="utf-8")
    _teach(house, importing.import_files, (str(changed),))
    _open(page, qtbot)
    labels = [button.label for button in page.changes.findChildren(Button)]
    assert labels == ["Undo import of sample-2.yaml"]
    assert any("undo that one first" in words for words in _words(page.changes))


def test_an_undo_that_comes_too_late_is_said_and_changes_nothing(page, house, qtbot):
    _teach(house, importing.import_files, (SAMPLE,))
    _open(page, qtbot)
    button = _button(page.changes, "Undo import of sample.yaml")
    _teach(house, importing.undo_change, _teach(house, importing.list_changes)[0].id)
    _press(qtbot, button)
    assert page.messages[0][0].startswith("This change cannot be undone any more")


def test_many_changes_are_folded_and_long_names_shortened(qtbot):
    moment = datetime(2026, 11, 21, 16, 40, tzinfo=UTC)
    name = "a-very-long-name-of-a-question-set-that-goes-on-and-on-for-quite-a-while.yaml"
    changes = ChangeList()
    qtbot.addWidget(changes)
    changes.resize(344, 600)
    changes.set_changes([ChangeRow(n, name, "", moment, 1, None, can_undo=True) for n in range(12)])
    changes.show()
    undo = [button for button in changes.findChildren(Button) if button.label.startswith("Undo")]
    assert len(undo) == SHOWN_AT_FIRST
    assert undo[0].label.endswith("\u2026")
    assert not too_wide(changes)
    _press(qtbot, _button(changes, "Show all 12"))
    assert len([b for b in changes.findChildren(Button) if b.isVisible()]) == 12
    assert changes.window().focusWidget() is not None


# --- The door ---


def test_an_open_door_is_named_and_can_be_locked_within_the_page(page, house, qtbot):
    _open(page, qtbot)
    assert page.door.state.text() == NOT_LOCKED
    _press(qtbot, _button(page.door, "Set a passphrase"))
    for _ in range(2):
        field = page.window().focusWidget()
        qtbot.keyClicks(field, SECRET)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.door.state.text() == "Locked with a passphrase."
    assert page.messages == [("The passphrase is set.", "", None)]
    assert _teach(house, teaching.door).locked
    assert _teach(house, teaching.check_passphrase, SECRET) is None
    _press(qtbot, _button(page.door, "Remove it"))
    assert page.door.state.text() == NOT_LOCKED
    assert not _teach(house, teaching.door).locked


def test_a_passphrase_that_was_begun_is_forgotten_when_the_page_is_left(page, house, qtbot):
    _open(page, qtbot)
    _press(qtbot, _button(page.door, "Set a passphrase"))
    page.door.form.field.setText(SECRET)
    page.door.form.again.setText("something else")
    _press(qtbot, _button(page.door, "Set the passphrase"))
    assert "not the same" in page.door.form.problem.sentence()
    page.leave()
    assert page.door.form is None
    assert not _teach(house, teaching.door).locked


def test_escape_folds_the_fields(page, qtbot):
    _open(page, qtbot)
    _press(qtbot, _button(page.door, "Set a passphrase"))
    qtbot.keyClick(page.door.form.field, Qt.Key.Key_Escape)
    qtbot.wait(1)
    assert page.door.form is None
    assert page.window().focusWidget() is _button(page.door, "Set a passphrase")


# --- Saving ---


def test_all_sets_are_saved_as_files_that_can_be_read_again(page, house, qtbot, tmp_path):
    _teach(house, importing.import_files, (SAMPLE,))
    _open(page, qtbot)
    for number in (1, 2):
        _press(qtbot, page.save)
        dialog = _dialog(page)
        dialog.fileSelected.emit(str(tmp_path))
        dialog.close()
        sentence, action, _ = page.messages[-1]
        folder = tmp_path / sentence.removeprefix("All sets are in the folder ").removesuffix(".")
        assert action == "Open the folder"
        assert folder.name.endswith("-2") == (number == 2), "nothing is written over"
        bank = read_bank(folder)
        assert {one.id for one in bank.sets} >= {"sample-town", "river"}
        assert not [problem for problem in bank.problems if problem.severity == "error"]
    assert page.save.isEnabled()


def test_a_folder_that_cannot_be_written_is_said(page, house, qtbot, tmp_path):
    _open(page, qtbot)
    (tmp_path / "file").write_text("in the way")
    _press(qtbot, page.save)
    dialog = _dialog(page)
    dialog.fileSelected.emit(str(tmp_path / "file"))
    dialog.close()
    assert "cannot be written" in page.messages[-1][0]
    assert page.save.isEnabled()


def test_only_a_teacher_may_save(house, tmp_path):
    with pytest.raises(NotAllowed):
        house.call(saved_files.save_text, tmp_path / "text.txt", "words")
    assert not (tmp_path / "text.txt").exists()


# --- States and look ---


def test_an_empty_library_says_what_to_do(page, qtbot, monkeypatch):
    @reads
    def none(_ctx):
        return ()

    monkeypatch.setattr(set_rows, "list_sets", none)
    _open(page, qtbot)
    assert "drop one on this window" in page.findChild(EmptyState).sentence.text()
    assert page.load.isVisible()


def test_trouble_is_said_with_a_way_to_try_again(page, qtbot, monkeypatch):
    @reads
    def broken(_ctx):
        raise FootnoteError("damaged", path="sample.sqlite")

    with monkeypatch.context() as patch:
        patch.setattr(set_rows, "list_sets", broken)
        _open(page, qtbot)
    state = page.findChild(ErrorState)
    assert "sample.sqlite is damaged" in state.sentence.text()
    assert not page.both.isVisible()
    _press(qtbot, _button(page, "Try again"))
    assert page.both.isVisible()
    assert page.findChild(ErrorState) is None


def test_waiting_is_shown_only_after_a_while(page, house, qtbot, monkeypatch):
    monkeypatch.setattr(house.desk.backend, "call", lambda *_args, **_named: None)
    page.show_place(SetsPlace())
    assert page.findChild(LoadingState) is None
    qtbot.waitUntil(lambda: page.findChild(LoadingState) is not None, timeout=5000)


@pytest.mark.parametrize(("size", "scale"), [((1280, 744), 1.0), ((900, 384), 1.0), ((1280, 744), 2.0)])
def test_everything_fits(house, qtbot, look, size, scale):
    look("light", scale)
    _teach(house, importing.import_files, (SAMPLE,))
    page = SetsPage(house.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_place(SetsPlace())
    page.door.show_form()
    settle(qtbot, page)
    assert page.rect().contains(page.bar.geometry())
    assert look_at(page) == []
