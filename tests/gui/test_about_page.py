from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.errors import FootnoteError
from app.domain.ids import ReferenceId, SourceId
from app.domain.source import Locator
from app.formats.bank import read_bank
from app.gui.shared.about_page import AboutPage, work_line
from app.gui.shared.places import AboutPlace, ReaderPlace
from app.gui.widgets.fact_row import FactRow
from app.gui.widgets.labels import StatusLabel
from app.gui.widgets.states import ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import reading
from app.services.context import TEACHER, perform
from app.services.marks import reads
from app.services.shipping import bring_up_to_date
from app.services.views import Work
from app.words import labels
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        yield opened


@pytest.fixture
def shipped(house):
    perform(house.library, TEACHER, bring_up_to_date, read_bank(ROOT / "questions"), {"shipped": "1"})
    return house


@pytest.fixture
def page(house, qtbot):
    shown = AboutPage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def go(page, qtbot, source="river"):
    page.show_place(AboutPlace(SourceId(source)))
    page.give_focus()
    qtbot.wait(1)


def words(page):
    return [one.text() for one in page.column.page.findChildren(TextBlock) if one.isVisibleTo(page)]


def test_it_tells_who_when_what_and_what_it_is_good_for(page, qtbot, shipped):
    go(page, qtbot, "purge")
    said = words(page)
    about = reading_of(shipped, "purge").about
    asked = ("Who wrote it", "When", "What it is", "Where it is cut", "What it is good for", "Errors in it")
    for name in (*asked, "Why it is worth asking about", "Who has reviewed it"):
        assert name in said
    for fact in (about.author, about.date, about.what, about.cut, about.good_for, about.errors, about.why):
        assert fact.strip() in said
    assert about.reviewed.strip() in said
    assert {"After 1.8", "After 2.10", "After 3.8"} <= set(said)
    assert "Student essay, retold in 3\u00a0paragraphs, 26\u00a0sentences" in said


def reading_of(house, source):
    return house.call(reading.read_source, source)


def test_what_is_not_known_has_no_empty_line(page, qtbot):
    go(page, qtbot)
    said = words(page)
    assert "Nobody knows who wrote it." in said
    assert "When" not in said


def test_each_label_is_explained(page, qtbot):
    go(page, qtbot)
    shown = [one.text() for one in page.findChildren(StatusLabel) if one.isVisibleTo(page)]
    assert shown == list(labels.STATUS.values())
    assert set(labels.STATUS_MEANING.values()) <= set(words(page))
    assert set(labels.VOICE_MEANING.values()) <= set(words(page))


def test_every_work_stands_there_with_what_the_editors_saw_of_it(page, qtbot, shipped):
    go(page, qtbot, "genocides")
    said = words(page)
    for work, places in reading_of(shipped, "genocides").works:
        assert (work.full or work.label) in said
        assert work_line(work, places) in said


def test_a_work_line_says_seen_doubt_and_places():
    work = Work(
        ReferenceId("hill1999"), "Hill 1999", "Hill, Ann. 1999. Rivers.", "identified", "The year is a guess."
    )
    places = (Locator(1, 1), Locator(2, 3))
    assert work_line(work, places) == "Identified, not seen. The year is a guess. At 1.1, 2.3."
    plain = Work(ReferenceId("hill1999"), "Hill 1999", "", "seen")
    assert work_line(plain, ()) == "Seen by the editors."


def test_back_by_button_and_by_escape(page, qtbot):
    go(page, qtbot)
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        page.back.click()
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)


def test_from_here_the_source_can_be_read(page, qtbot):
    go(page, qtbot)
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        page.read.click()
    assert asked.args == [ReaderPlace(SourceId("river"))]


def test_arrows_scroll(page, qtbot, shipped):
    go(page, qtbot, "genocides")
    bar = page.column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_an_unknown_source_says_so_and_can_be_tried_again(page, qtbot, monkeypatch):
    real = reading.read_source

    @reads
    def broken(_ctx, source):
        raise FootnoteError("source_not_found", source=source)

    monkeypatch.setattr(reading, "read_source", broken)
    go(page, qtbot)
    (state,) = [one for one in page.findChildren(ErrorState) if one.isVisibleTo(page)]
    assert "river" in state.sentence.text()
    monkeypatch.setattr(reading, "read_source", real)
    state.chosen.emit("again")
    qtbot.wait(1)
    assert "A letter about the river" in words(page)


def test_what_takes_long_says_so(page, qtbot, house, monkeypatch):
    calls = []
    monkeypatch.setattr(house.desk.backend, "call", lambda *args, **kinds: calls.append(args))
    page.show_place(AboutPlace(SourceId("river")))
    assert page.findChildren(LoadingState) == []
    qtbot.waitUntil(lambda: bool(page.findChildren(LoadingState)), timeout=3000)
    calls[0][1](reading_of(house, "river"))
    qtbot.wait(1)
    assert "A letter about the river" in words(page)


def test_a_name_stands_above_its_fact_where_there_is_no_room_beside_it(page, qtbot):
    go(page, qtbot)
    row = page.findChildren(FactRow)[0]
    name, fact = row._name, row._fact
    assert name.mapTo(row, name.rect().topLeft()).x() < fact.x()
    assert (
        abs(name.mapTo(row, name.rect().topLeft()).y() + name.first_baseline() - fact.first_baseline()) <= 1
    )
    page.resize(480, 600)
    qtbot.wait(1)
    assert fact.x() == 0
    assert name.mapTo(row, name.rect().bottomLeft()).y() <= fact.y()


@pytest.mark.parametrize(
    ("scheme", "width", "height", "scale"),
    [
        ("light", 1280, 744, 1.0),
        ("dark", 1280, 744, 2.0),
        ("contrast", 900, 384, 1.0),
        ("light", 900, 384, 2.0),
    ],
)
def test_text_stays_in_its_box_and_readable(shipped, page, qtbot, look, scheme, width, height, scale):
    look(scheme, scale)
    page.resize(width, height)
    go(page, qtbot, "genocides")
    qtbot.wait(20)  # a row that turns is laid out anew
    assert look_at(page) == []
