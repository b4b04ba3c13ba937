"""A stem of many pages, as a careless import brings it: it scrolls, and everything else stays where it is."""

import msgspec
import pytest
from PySide6.QtCore import QPoint

from app.domain.text import Text
from app.services import attempts
from tests.gui import quiz_tools
from tests.services.builders import question

LENGTH = 20_000


@pytest.fixture
def stage(qtbot, tmp_path, monkeypatch):
    def long(*names: str, **more: str):
        one = question(*names, **more)
        stem = Text(("The river rose again in that spring. " * LENGTH)[:LENGTH])
        return msgspec.structs.replace(one, shown=msgspec.structs.replace(one.shown, stem=stem))

    monkeypatch.setattr(quiz_tools, "question", long)
    with quiz_tools.quiz(qtbot, tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("size", [quiz_tools.SIZE, (900, 384)])
def test_a_stem_of_many_pages_scrolls_and_the_button_stays(stage, size) -> None:
    stage.resize(*size)
    quiz_tools.settle()
    columns = stage.page.view.columns
    assert columns.is_docked
    assert columns.middle.verticalScrollBar().maximum() > 10 * stage.height()
    button = stage.page.view.foot.primary
    assert stage.rect().contains(button.mapTo(stage, QPoint(button.width() - 1, button.height() - 1)))
    stage.answer()
    assert stage.step.checked is not None
    verdict = stage.page.explanation
    assert verdict.mapTo(columns.middle, QPoint(0, 0)).y() < columns.middle.height()


def test_a_line_of_the_result_holds_no_more_than_it_can_show(stage) -> None:
    summary = stage.house.call(attempts.finish_attempt, stage.attempt)
    assert {len(row.stem) for row in summary.rows} == {500}
