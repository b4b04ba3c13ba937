import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from app.domain.errors import FootnoteError, NotAllowed
from app.gui.main_window import MainWindow
from app.gui.shared.places import ImportPlace, SetsPlace
from app.gui.teacher import file_preview
from app.gui.teacher.import_page import ImportPage
from app.gui.teacher.preview_table import PreviewTable, columns_for, some_lines
from app.gui.teacher.preview_values import Counts, PreviewLine, bar_words, button_words, spoken
from app.gui.teacher.question_preview import differences
from app.gui.widgets.buttons import Button
from app.gui.widgets.kinds.response_input import ResponseInput
from app.gui.widgets.paint import text_width
from app.gui.widgets.states import ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import importing
from app.services.context import TEACHER, perform
from app.services.exporting import export_bank
from app.services.marks import writes
from app.services.views import PreviewRow
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at
from tests.gui.settle import settle
from tests.repository import ROOT

SAMPLE = ROOT / "tests" / "data" / "sets" / "sample.yaml"
TEXT = SAMPLE.read_text(encoding="utf-8")


class _Shown(ImportPage):
    """The page, with the places it asks for and what it says."""

    def __init__(self, desk):
        super().__init__(desk)
        self.places: list[object] = []
        self.messages: list[tuple[object, ...]] = []
        self.open_requested.connect(self.places.append)
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


def _open(page, qtbot, *paths):
    page.show_place(ImportPlace(tuple(str(path) for path in paths or (SAMPLE,))))
    page.give_focus()
    qtbot.wait(5)


def _teach(house, service, *args):
    return perform(house.library, TEACHER, service, *args)


def _sets(house):
    return {one.id: len(one.questions) for one in _teach(house, export_bank).sets}


def _words(widget):
    return [block.text() for block in widget.findChildren(TextBlock) if block.isVisibleTo(widget)]


def _inputs(page):
    return [one for one in page.parts.question.findChildren(ResponseInput) if one.isVisible()]


def _button(widget, label):
    return next(b for b in widget.findChildren(Button) if b.label == label and b.isVisibleTo(widget))


def _press(page, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(page.window().focusWidget(), key)
    qtbot.wait(5)


def _states(page):
    return [line.state for line in page.parts.table.lines()]


def _file(folder, text, name="sample.yaml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# --- What is shown before anything is written ---


def test_a_file_is_shown_with_counts_rows_and_what_would_happen(page, house, qtbot):
    before = _sets(house)
    _open(page, qtbot)
    assert page.parts.heading.sentence.text() == (
        "sample.yaml\u2002into Sample set: a small town. Nothing has been changed yet."
    )
    assert [tab.text() for tab in page.parts.filters.tabs.values()] == [
        "7 in the file",
        "6 new",
        "0 changed",
        "0 same",
        "1 with a problem",
    ]
    assert _states(page) == ["new", "new", "new", "problem", "new", "new", "new"]
    assert page.primary.label == "Import 6 questions"
    assert page.words.text() == "6 new. The 1 with a problem stays out; one step undoes all of it."
    assert _sets(house) == before, "nothing is written by looking"


def test_the_row_with_a_problem_names_its_line_and_says_what_is_wrong(page, qtbot):
    _open(page, qtbot)
    line = page.parts.table.lines()[3]
    assert TEXT.splitlines()[line.line - 1].startswith("  - key: A weather vane")
    assert line.kind == "Single choice"
    assert line.question == "What stands on the roof of the town hall?"
    assert "marked as right" in line.know
    assert spoken(line).startswith(
        "4. What stands on the roof of the town hall?. Single choice. problem. line 67"
    )
    page.parts.table.list.go_to(3)
    qtbot.wait(5)
    words = _words(page.parts.question)
    assert "What is wrong" in words
    assert any(said.startswith("Line 67\n") and "marked as right" in said for said in words)
    assert _inputs(page) == []


@pytest.mark.parametrize("place", [0, 1, 2, 4, 5, 6])
def test_the_question_is_shown_in_the_students_own_input_and_cannot_be_answered(page, qtbot, place):
    _open(page, qtbot)
    page.parts.table.list.go_to(place)
    qtbot.wait(5)
    shown = page.parts.table.lines()[place].row.shown
    assert shown.stem.plain() in _words(page.parts.question)
    assert page.parts.question.heading.words.text() == f"Question {place + 1}, as the student will see it"
    (given,) = _inputs(page)
    before = given.response()
    for button in given.findChildren(QAbstractButton):
        if button.isVisible():
            inside = button.mapTo(page, button.rect().center())
            qtbot.mouseClick(
                page.childAt(inside),
                Qt.MouseButton.LeftButton,
                pos=page.childAt(inside).mapFrom(page, inside),
            )
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert given.response() == before
    assert not page.parts.right.isAncestorOf(page.window().focusWidget())


def test_the_summary_line_filters_the_rows_by_mouse_and_by_arrow(page, qtbot):
    _open(page, qtbot)
    tabs = page.parts.filters.tabs
    qtbot.mouseClick(tabs["problem"], Qt.MouseButton.LeftButton)
    assert _states(page) == ["problem"]
    assert page.parts.table.list.current_row().place == 4
    tabs["problem"].setFocus()
    _press(page, qtbot, Qt.Key.Key_Left)
    assert page.parts.filters.value() == "new", "states without questions are passed over"
    assert _states(page) == ["new"] * 6
    _press(page, qtbot, Qt.Key.Key_Left)
    assert len(_states(page)) == 7
    assert tabs[""].isChecked()
    qtbot.mouseClick(tabs["same"], Qt.MouseButton.LeftButton)
    assert page.parts.filters.value() == "", "there are none, so it cannot be chosen"


def test_a_changed_question_shows_what_goes_and_what_comes(page, house, qtbot, tmp_path):
    _teach(house, importing.import_files, (str(SAMPLE),))
    changed = TEXT.replace("Which river runs", "Which little river runs").replace(
        ": The Bramble\n", ": The Brambles\n"
    )
    _open(page, qtbot, _file(tmp_path, changed))
    line = page.parts.table.lines()[0]
    assert (line.state, line.know) == ("changed", "The question, the choices")
    words = _words(page.parts.question)
    at = words.index("What changes")
    assert [word for word in words[at:] if word not in ("Now", "File")] == [
        "What changes",
        "Which river runs through Larkwater?",
        "Which little river runs through Larkwater?",
        "The Bramble",
        "The Brambles",
        "Earlier attempts keep the wording they were answered with.",
    ]
    assert page.words.text() == "1 changed. The 1 with a problem stays out; one step undoes all of it."


def test_only_the_words_that_differ_are_told(page, qtbot):
    _open(page, qtbot)
    first, second = (page.parts.table.lines()[place].row.shown for place in (0, 1))
    assert differences(first, first) == []
    found = differences(first, second)
    assert found[0] == (first.stem.plain(), second.stem.plain())
    assert [now for now, _ in found[1:]] == [*sorted_texts(first), "", ""]
    assert [file for _, file in found[1:]] == sorted_texts(second)


def sorted_texts(shown):
    return [choice.text.plain() for choice in shown.body.choices]


# --- Bringing it in ---


def test_enter_imports_once_and_the_message_offers_to_undo_it(page, house, qtbot):
    before = _sets(house)
    _open(page, qtbot)
    assert page.window().focusWidget() is page.parts.table.list
    _press(page, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.places == [SetsPlace()]
    sentence, action, undo = page.messages[0]
    assert sentence == "Imported 6 questions into Sample set: a small town."
    assert action == "Undo"
    assert _sets(house) == before | {"sample-town": 6}
    assert len(_teach(house, importing.list_changes)) == 1
    undo()
    assert _sets(house) == before
    assert page.places == [SetsPlace(), SetsPlace()]
    assert page.messages[1][0] == "Undid the import of sample.yaml."
    undo()
    assert page.messages[2][0].startswith("This change cannot be undone any more")


def test_the_same_file_again_would_change_nothing_and_says_so(page, house, qtbot, tmp_path):
    whole = _file(tmp_path, TEXT.replace("- key: A bell", "- distractor: A bell"))
    _teach(house, importing.import_files, (str(whole),))
    _open(page, qtbot, whole)
    assert set(_states(page)) == {"same"}
    assert page.primary.label == "Back to the question sets"
    assert page.words.text() == "All of it is here already, so nothing would change."
    assert not page.save.isVisible()
    _press(page, qtbot, Qt.Key.Key_Return)
    assert page.places == [SetsPlace()]
    assert len(_teach(house, importing.list_changes)) == 1


def test_the_window_shows_the_message_on_the_next_page_and_undoes_from_there(house, qtbot):
    window = MainWindow(house.desk)
    qtbot.addWidget(window)
    window.show()
    window.open(ImportPlace((str(SAMPLE),)))
    page = window.page
    assert isinstance(page, ImportPage)
    page.primary.click()
    assert window.place == SetsPlace()
    assert window.messages.text() == "Imported 6 questions into Sample set: a small town."
    window.messages.acted.emit()
    assert window.messages.text() == "Undid the import of sample.yaml."
    assert "sample-town" not in _sets(house)


def test_a_failed_import_is_said_and_can_be_tried_again(page, house, qtbot, monkeypatch):
    @writes
    def full(_ctx, _paths):
        raise FootnoteError("disk_full")

    before = _sets(house)
    _open(page, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(importing, "import_files", full)
        page.primary.click()
    assert "no room left on the disk" in page.findChild(ErrorState).sentence.text()
    assert _sets(house) == before
    assert page.places == []
    qtbot.wait(1)
    qtbot.mouseClick(_button(page, "Try again"), Qt.MouseButton.LeftButton)
    assert page.primary.isEnabled()
    page.primary.click()
    assert _sets(house)["sample-town"] == 6


def test_cancel_writes_nothing(page, house, qtbot):
    before = _sets(house)
    _open(page, qtbot)
    qtbot.mouseClick(_button(page.bar, "Cancel"), Qt.MouseButton.LeftButton)
    assert page.places == [SetsPlace()]
    assert _sets(house) == before


def test_several_files_are_shown_as_one_and_come_in_as_one_change(page, house, qtbot, tmp_path):
    other = _file(
        tmp_path, TEXT.replace("sample-town", "second-town").replace("a small town", "another town"), "b.yaml"
    )
    _open(page, qtbot, SAMPLE, other)
    assert page.parts.heading.sentence.text().startswith("2 files\u2002into 2 question sets.")
    assert [line.place for line in page.parts.table.lines()] == list(range(1, 15))
    assert "of b.yaml" in spoken(page.parts.table.lines()[13])
    page.primary.click()
    assert page.messages[0][0] == "Imported 12 questions into 2 question sets."
    assert len(_teach(house, importing.list_changes)) == 1


# --- Files that cannot be used ---


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("shopping:\n- apples\n", "Line 1: This is not a question set: no line of it begins with"),
        ("", "Line 1:"),
        ("set: [\n", "Line "),
    ],
)
def test_a_file_that_is_no_question_set_says_where_and_why_and_what_to_do(
    page, house, qtbot, tmp_path, text, reason
):
    _open(page, qtbot, _file(tmp_path, text, "shopping.yaml"))
    state = page.findChild(ErrorState)
    assert state.title.text() == "shopping.yaml cannot be loaded"
    assert state.sentence.text().startswith(reason)
    assert not page.bar.isVisible()
    assert not page.parts.right.isVisible()
    assert page.window().focusWidget() is _button(page, "Choose another file")
    _press(page, qtbot, Qt.Key.Key_Return)
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.filesSelected.emit([str(SAMPLE)])
    dialog.close()
    assert page.places == [ImportPlace((str(SAMPLE),))]


def test_a_file_that_is_not_there_is_said(page, qtbot, tmp_path):
    _open(page, qtbot, tmp_path / "gone.yaml")
    assert page.findChild(ErrorState).title.text() == "gone.yaml cannot be loaded"


def test_what_concerns_the_file_as_a_whole_stands_above_the_table(page, qtbot):
    _open(page, qtbot)
    assert page.parts.notes.isVisible()
    assert page.parts.notes.text().startswith("Line 2: ")
    assert "sample-town" in page.parts.notes.text()


def test_the_problems_are_saved_as_a_list(page, qtbot, tmp_path):
    _open(page, qtbot)
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(tmp_path / "problems.txt"))
    dialog.close()
    lines = (tmp_path / "problems.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "sample.yaml, line 2",
        "sample.yaml, line 67 (town-hall)",
    ]
    assert page.messages == [("The problems are in problems.txt.", "", None)]
    assert page.places == []


def test_only_a_teacher_may_look(house):
    with pytest.raises(NotAllowed):
        house.call(file_preview.read_files, (str(SAMPLE),))


# --- Waiting ---


def test_reading_shows_what_it_does_after_a_while_and_can_be_cancelled(page, house, qtbot, monkeypatch):
    monkeypatch.setattr(house.desk.backend, "_enqueue", lambda _job: None)
    _open(page, qtbot)
    assert page.findChild(LoadingState) is None
    qtbot.waitUntil(lambda: page.findChild(LoadingState) is not None, timeout=5000)
    assert page.findChild(LoadingState).title.text() == "Reading sample.yaml"
    qtbot.wait(1)
    qtbot.mouseClick(_button(page, "Cancel"), Qt.MouseButton.LeftButton)
    assert page.places == [SetsPlace()]
    assert page._job.cancelled


# --- The table ---


def _line(place, state="new", question="Which river runs through the town?", know=""):
    row = PreviewRow(f"q{place}", place * 10, "single_choice", question, state, (know,) if know else ())
    return PreviewLine(place, "Single choice", question, know, "", row)


def test_five_thousand_rows_are_kept_and_only_those_on_the_screen_are_drawn(page, qtbot, monkeypatch):
    _open(page, qtbot)
    drawn: list[int] = []
    painter = page.parts.table.list._drawn
    real = painter.draw

    def draw(canvas, row, *, active):
        drawn.append(row.place)
        real(canvas, row, active=active)

    monkeypatch.setattr(painter, "draw", draw)
    page.parts.table.set_lines([_line(place) for place in range(1, 5001)])
    settle(qtbot, page)
    assert len(page.parts.table.lines()) == 5000
    assert set(drawn) <= set(range(1, 40))
    drawn.clear()
    page.parts.table.list.setFocus()
    _press(page, qtbot, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: 5000 in drawn, timeout=5000)
    assert page.parts.table.list.current_row().place == 5000
    assert len(set(drawn)) < 60


def test_the_current_row_stays_current_where_it_is_still_there(qtbot):
    table = PreviewTable()
    qtbot.addWidget(table)
    table.resize(900, 600)
    QAbstractItemModelTester(table.list.model())
    lines = [_line(place, "problem" if place == 3 else "new") for place in range(1, 6)]
    moved: list[object] = []
    table.moved.connect(moved.append)
    table.set_lines(lines)
    table.list.go_to(2)
    table.set_lines([lines[2]])
    assert table.list.current_row() == lines[2]
    table.set_lines(lines[:2])
    assert table.list.current_row() == lines[0]
    table.set_lines([])
    assert moved[-1] is None


@pytest.mark.parametrize("width", [180, 400, 725, 730, 808, 1600])
def test_columns_fill_the_width_or_give_way_to_lines(width):
    columns = columns_for(width)
    assert (columns is None) == (width < 726)
    if columns is not None:
        assert sum(columns) == pytest.approx(width)
        assert columns.question >= 200


@pytest.mark.parametrize("width", [1, 40, 120, 300, 2000])
@pytest.mark.parametrize(
    "words",
    ["Short", "Somewhat longer words in a row that break", "Unbreakable" * 20, "\U0001f33e wheat " * 9],
)
@pytest.mark.parametrize("most", [2, 3])
def test_words_take_so_many_lines_at_most(words, width, most):
    lines = some_lines("table_row", words, width, most)
    assert 1 <= len(lines) <= most
    if width > 40 and not lines[-1].endswith("\u2026"):
        assert "".join("".join(lines).split()) == "".join(words.split())
    if width > 40:
        assert all(text_width("table_row", line) <= width + 2 for line in lines)
    if len(lines) == 1:
        assert lines == [words.strip()]


# --- Words ---


@pytest.mark.parametrize(
    ("counts", "button", "words"),
    [
        (
            Counts(54, 34, 12, 5, 3),
            "Import 46 questions",
            "34 new, 12 changed. The 3 with a problem stay out; one step undoes all of it.",
        ),
        (Counts(1, 1, 0, 0, 0), "Import 1 question", "1 new. One step undoes all of it."),
        (
            Counts(5000, 4999, 0, 0, 1),
            "Import 4,999 questions",
            "4,999 new. The 1 with a problem stays out; one step undoes all of it.",
        ),
        (
            Counts(3, 0, 0, 3, 0),
            "Back to the question sets",
            "All of it is here already, so nothing would change.",
        ),
        (
            Counts(3, 0, 0, 2, 1),
            "Back to the question sets",
            "The 1 with a problem stays out. The rest is here already.",
        ),
        (Counts(2, 0, 0, 0, 2), "Back to the question sets", "The 2 with a problem stay out."),
    ],
)
def test_the_bar_says_what_would_happen(counts, button, words):
    assert button_words(counts) == button
    assert bar_words(counts) == words
    assert counts.total == sum(counts[1:]), "what is shown adds up"


# --- Narrow windows and looks ---


def test_where_it_is_narrow_a_row_opens_the_question_and_escape_goes_back(page, qtbot):
    page.resize(900, 384)
    _open(page, qtbot)
    assert not page.parts.right.isVisible()
    page.parts.table.list.go_to(3)
    _press(page, qtbot, Qt.Key.Key_Space)
    assert page.parts.right.isVisible()
    assert not page.parts.left.isVisible()
    assert "What is wrong" in _words(page.parts.question)
    assert page.primary.isVisible()
    _press(page, qtbot, Qt.Key.Key_Escape)
    assert page.parts.left.isVisible()
    assert page.window().focusWidget() is page.parts.table.list
    assert page.parts.table.list.current_row().place == 4
    page.resize(1280, 744)
    assert page.parts.left.isVisible()
    assert page.parts.right.isVisible()


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 744), 1.0), ((900, 384), 1.0), ((1280, 744), 2.0), ((1900, 1000), 3.0)]
)
def test_everything_fits(house, qtbot, look, tmp_path, size, scale):
    look("light", scale)
    _teach(house, importing.import_files, (str(SAMPLE),))
    changed = _file(tmp_path, TEXT.replace("Which river runs", "Which little river runs"))
    page = ImportPage(house.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_place(ImportPlace((str(changed),)))
    for place in (0, 3, 5):
        page.parts.table.list.go_to(place)
        page.parts.table.opened.emit(page.parts.table.list.current_row())
        qtbot.wait(5)
        settle(qtbot, page)
        assert page.rect().contains(page.bar.geometry())
        assert look_at(page) == []
        page.parts.show_list()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_look_that_changes_is_followed_at_once(page, qtbot, look, scheme):
    _open(page, qtbot)
    width = page.parts.right.width()
    look(scheme, 2.0)
    qtbot.wait(5)
    assert not page.parts.is_wide
    assert not page.parts.right.isVisible()
    look(scheme, 1.0)
    qtbot.wait(5)
    assert page.parts.right.width() == width
