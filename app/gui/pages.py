"""From a place to the page that shows it. Pages are loaded when they are first opened, not before the first paint."""

from collections.abc import Callable

from app.gui.shared.desk import Desk
from app.gui.shared.page import Page
from app.gui.shared.places import (
    AboutPlace,
    AboutSetPlace,
    BeginPlace,
    CoveragePlace,
    DoorPlace,
    HelpPlace,
    HistoryPlace,
    ImportPlace,
    Place,
    QuizPlace,
    ReaderPlace,
    ResultPlace,
    ScoresPlace,
    SetPlace,
    SetsPlace,
    SettingsPlace,
    StartPlace,
    TodayPlace,
)

# Each import stands in its function so that a page costs nothing until somebody opens it.


def _start(desk: Desk) -> Page:
    from app.gui.student.start_page import StartPage

    return StartPage(desk)


def _today(desk: Desk) -> Page:
    from app.gui.student.today_page import TodayPage

    return TodayPage(desk)


def _set(desk: Desk) -> Page:
    from app.gui.student.set_page import SetPage

    return SetPage(desk)


def _begin(desk: Desk) -> Page:
    from app.gui.student.begin_page import BeginPage

    return BeginPage(desk)


def _quiz(desk: Desk) -> Page:
    from app.gui.shared.quiz_page import QuizPage

    return QuizPage(desk)


def _reader(desk: Desk) -> Page:
    from app.gui.shared.reader_page import ReaderPage

    return ReaderPage(desk)


def _about(desk: Desk) -> Page:
    from app.gui.shared.about_page import AboutPage

    return AboutPage(desk)


def _about_set(desk: Desk) -> Page:
    from app.gui.shared.about_set_page import AboutSetPage

    return AboutSetPage(desk)


def _result(desk: Desk) -> Page:
    from app.gui.shared.result_page import ResultPage

    return ResultPage(desk)


def _history(desk: Desk) -> Page:
    from app.gui.student.history_page import HistoryPage

    return HistoryPage(desk)


def _settings(desk: Desk) -> Page:
    from app.gui.shared.settings_page import SettingsPage

    return SettingsPage(desk)


def _help(desk: Desk) -> Page:
    from app.gui.shared.help_page import HelpPage

    return HelpPage(desk)


def _door(desk: Desk) -> Page:
    from app.gui.teacher.door_page import DoorPage

    return DoorPage(desk)


def _sets(desk: Desk) -> Page:
    from app.gui.teacher.sets_page import SetsPage

    return SetsPage(desk)


def _import(desk: Desk) -> Page:
    from app.gui.teacher.import_page import ImportPage

    return ImportPage(desk)


def _coverage(desk: Desk) -> Page:
    from app.gui.teacher.coverage_page import CoveragePage

    return CoveragePage(desk)


def _scores(desk: Desk) -> Page:
    from app.gui.teacher.scores_page import ScoresPage

    return ScoresPage(desk)


_MAKERS: dict[type, Callable[[Desk], Page]] = {
    StartPlace: _start,
    TodayPlace: _today,
    SetPlace: _set,
    BeginPlace: _begin,
    QuizPlace: _quiz,
    ReaderPlace: _reader,
    AboutPlace: _about,
    AboutSetPlace: _about_set,
    ResultPlace: _result,
    HistoryPlace: _history,
    SettingsPlace: _settings,
    HelpPlace: _help,
    DoorPlace: _door,
    SetsPlace: _sets,
    ImportPlace: _import,
    CoveragePlace: _coverage,
    ScoresPlace: _scores,
}


def make_page(place: Place, desk: Desk) -> Page:
    """Make the page that shows places of this kind."""
    return _MAKERS[type(place)](desk)
