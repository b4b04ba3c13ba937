import pytest
from PySide6.QtCore import Qt

from app.domain.errors import FootnoteError
from app.domain.ids import SourceId
from app.domain.source import Locator
from app.gui.main_window import MainWindow
from app.gui.shared.places import CoveragePlace, ReaderPlace
from app.gui.shared.reader_page import ReaderPage
from app.gui.teacher.coverage_page import CoveragePage, figures_of, topic_words
from app.gui.widgets.states import ErrorState
from app.gui.widgets.text import TextBlock
from app.services import coverage
from app.services.context import TEACHER, perform
from app.services.marks import reads
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at


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
    shown = CoveragePage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_place(CoveragePlace())
    return shown


@pytest.fixture
def found(house):
    return perform(house.library, TEACHER, coverage.read_coverage)


def words(page):
    return [one.text() for one in page.column.page.findChildren(TextBlock) if one.isVisibleTo(page)]


def test_each_sentence_has_a_row_and_the_figures_stand_above(page, found):
    (letter,) = found.sources
    assert page.table.rows() == letter.sentences
    assert page.figures.text() == figures_of(letter)
    asked = sum(1 for one in letter.sentences if one.questions)
    assert page.figures.text().startswith("4\u00a0sentences: ")
    assert f", {4 - asked} never tested, " in page.figures.text()
    assert 0 < asked < 4


def test_sentences_can_be_narrowed_to_a_level(page, found):
    page.level.set_value("never")
    page.level.chosen.emit("never")
    assert page.table.rows() == found.sources[0].at_level("never")
    page.level.set_value("all")
    page.level.chosen.emit("all")
    assert len(page.table.rows()) == 4


def test_topics_tell_how_many_questions_they_have(page, found):
    said = words(page)
    assert len(found.topics) == 2
    for topic in found.topics:
        assert topic.title in said
        assert topic_words(topic) in said


def test_a_row_opens_the_reader_at_its_sentence_and_back_leads_here(house, qtbot):
    window = MainWindow(house.desk)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.open(CoveragePlace())
    qtbot.wait(1)
    page = window.page
    assert isinstance(page, CoveragePage)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.wait(1)
    reader = window.page
    assert isinstance(reader, ReaderPage)
    assert reader.view is not None
    assert (reader.view.source, reader.spread.current) == (SourceId("river"), Locator(2, 2))
    reader.parts.back.click()
    qtbot.wait(1)
    assert window.page is page


def test_a_student_is_not_led_there(house, qtbot):
    house.desk.sit_down(house.learner)
    window = MainWindow(house.desk)
    qtbot.addWidget(window)
    window.open(CoveragePlace())
    assert not isinstance(window.page, CoveragePage)


def test_the_row_is_told_as_a_sentence(page):
    spoken = page.table._painter.spoken(page.table.rows()[0])
    assert spoken.startswith("Sentence 1.1, ")
    assert "question" in spoken


def test_what_cannot_be_read_says_so_and_can_be_tried_again(page, monkeypatch):
    real = coverage.read_coverage

    @reads
    def broken(_ctx):
        raise FootnoteError("unexpected", detail="a test")

    monkeypatch.setattr(coverage, "read_coverage", broken)
    page.show_place(CoveragePlace())
    assert isinstance(page.state, ErrorState)
    assert not page.table.isVisibleTo(page)
    monkeypatch.setattr(coverage, "read_coverage", real)
    page.state.chosen.emit("again")
    assert len(page.table.rows()) == 4
    assert page.table.isVisibleTo(page)


def test_a_reader_that_a_teacher_opened_from_a_place_is_no_question(house, qtbot):
    reader = ReaderPage(house.desk)
    qtbot.addWidget(reader)
    reader.show_place(ReaderPlace(SourceId("river")))
    assert reader.parts.back.label == "Back"
    house.desk.sit_down(house.learner)
    reader.show_place(ReaderPlace(SourceId("river")))
    assert reader.parts.back.isHidden()


@pytest.mark.parametrize(
    ("scheme", "width", "height", "scale"),
    [("light", 1280, 744, 1.0), ("dark", 900, 384, 2.0), ("contrast", 900, 384, 1.0)],
)
def test_text_stays_in_its_box_and_readable(page, qtbot, look, scheme, width, height, scale):
    look(scheme, scale)
    page.resize(width, height)
    qtbot.wait(20)
    assert look_at(page) == []
