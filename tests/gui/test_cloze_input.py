from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.ids import PartId
from app.domain.kinds import cloze, numerical, short_answer, single_choice
from app.domain.text import Text
from app.gui.theme import Look, theme
from app.gui.widgets.kinds.gap_text import (
    Piece,
    Size,
    Spaces,
    flow,
    pieces_of,
    reads_from_right,
    sentence_with,
    split_long,
)
from app.services.views import Step
from tests.gui.input_tools import (
    LOOKS,
    faults,
    in_look,
    key,
    page_stops,
    settle,
    spoken_description,
    spoken_name,
    stage,
    tab_stops,
    type_words,
)
from tests.gui.step_builders import STARTED, step_for
from tests.gui.step_samples import choices, ids

G1, G2, G3, G4 = ids("g1 g2 g3 g4")
GIVEN = cloze.Response({G1: "Holodomr", G2: "1933", G4: "w"})
NO_GAP = PartId("")
popup = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme().apply(qapp, Look())


def one_gap(text: str, body: cloze.GapShown, **fields: Any) -> Step:
    shown = cloze.Shown(Text(text), (cloze.ShownGap(G1, body),))
    return step_for("cloze", body=shown, **fields)


def test_shows_what_is_in_the_gaps_without_telling_of_a_change(qtbot):
    window = stage(qtbot, step_for("cloze", response=GIVEN))
    assert window.input.response() == GIVEN
    window.show_question(step_for("cloze", checked=True, response=GIVEN))
    assert window.input.response() == GIVEN
    window.show_question(step_for("cloze"))
    assert window.input.response() == cloze.Response({})
    assert window.told.now() == []


def test_typing_is_told_and_kept_untouched_by_gap(qtbot):
    window = stage(qtbot, step_for("cloze"))
    window.input.give_focus()
    type_words(" m1")
    assert window.told.now() == ["changed"] * 3
    key(Qt.Key.Key_Tab)
    assert window.told.now() == ["text_left"]
    assert window.input.response() == cloze.Response({G1: " m1"})
    assert window.unwanted == []


def test_enter_in_a_gap_is_told_once(qtbot):
    window = stage(qtbot, step_for("cloze"))
    window.input.give_focus()
    key(Qt.Key.Key_Return)
    assert window.told.now() == ["submitted"]
    window.input.gaps()[G4].setFocus()
    key(Qt.Key.Key_Return)  # nothing is typed there: the key is the page's
    assert window.told.now() == []
    assert window.unwanted == [Qt.Key.Key_Return]


def test_a_choice_is_taken_by_letter_or_figure_and_can_be_saved_at_once(qtbot):
    window = stage(qtbot, step_for("cloze", gap_orders={G4: ids("f s w")}))
    chooser = window.input.gaps()[G4]
    chooser.setFocus()
    key(Qt.Key.Key_B)
    assert window.input.response() == cloze.Response({G4: "s"})
    assert window.told.now() == ["changed", "text_left"]
    key(Qt.Key.Key_1)
    assert window.input.response() == cloze.Response({G4: "f"})
    key(Qt.Key.Key_Backspace)
    assert window.input.response() == cloze.Response({})


@popup
def test_space_opens_the_choices_of_a_gap(qtbot):
    window = stage(qtbot, step_for("cloze"))
    chooser = window.input.gaps()[G4]
    chooser.setFocus()
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: chooser.view().isVisible())
    qtbot.keyClick(chooser.view(), Qt.Key.Key_Down)
    qtbot.keyClick(chooser.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not chooser.view().isVisible())
    assert window.input.response() == cloze.Response({G4: "w"})


def test_tab_and_arrows_lead_from_gap_to_gap_in_reading_order(qtbot):
    window = stage(qtbot, step_for("cloze"))
    gaps = list(window.input.gaps().values())
    window.setFocus()
    assert tab_stops(window) == gaps
    gaps[0].setFocus()
    for expected in (1, 2, 3, 3):
        key(Qt.Key.Key_Down)
        assert gaps[expected].hasFocus()
    key(Qt.Key.Key_Up)
    assert gaps[2].hasFocus()
    assert "changed" not in window.told.now()


def test_focus_begins_at_the_first_empty_gap(qtbot):
    window = stage(qtbot, step_for("cloze", response=GIVEN))
    window.input.give_focus()
    assert window.input.gaps()[G3].hasFocus()
    window.setFocus()
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert window.input.press_key(pressed)
    assert window.input.gaps()[G3].hasFocus()


def test_each_gap_says_which_it_is_and_the_text_is_read_with_its_gaps(qtbot):
    window = stage(qtbot, step_for("cloze"))
    gaps = window.input.gaps()
    assert spoken_name(gaps[G1]) == "Gap 1 of 4"
    assert gaps[G4].accessibleName() == "Gap 4 of 4"
    text = gaps[G1].parent()
    assert spoken_name(text).startswith(
        "In Ukraine the famine is known as the (gap 1). From late October (gap 2)"
    )


def test_each_gap_is_said_with_the_sentence_it_stands_in(qtbot):
    window = stage(qtbot, step_for("cloze"))
    gaps = window.input.gaps()
    second = "From late October (gap 2) a special commission led by (gap 3) pressed for more grain there."
    assert spoken_description(gaps[G1]) == "In Ukraine the famine is known as the (gap 1)."
    assert [spoken_description(gaps[gap]) for gap in (G2, G3)] == [second, second]
    assert gaps[G4].accessibleDescription().endswith("Most of those who starved died in (gap 4) 1933.")


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("One. (gap 1) came. Three.", "(gap 1) came."),
        (
            "It began (c. 1932) with (gap 1) of grain. Then it ended.",
            "It began (c. 1932) with (gap 1) of grain.",
        ),
        ("Why? \u201cEvery (gap 1)!\u201d he said.", "\u201cEvery (gap 1)!\u201d he said."),
        ("A line\nwith (gap 1)\nand another", "with (gap 1)"),
        ("Nothing here.", ""),
    ],
)
def test_a_sentence_ends_where_another_begins(text, around):
    assert sentence_with(text, "(gap 1)") == around


def test_a_text_that_is_typed_into_waits_and_one_of_choices_does_not(qtbot):
    window = stage(qtbot, step_for("cloze"))
    assert window.input.holds_text()
    window.show_question(one_gap("It was {g1}.", single_choice.Shown(choices(a="so", b="not so"))))
    assert not window.input.holds_text()


def test_gaps_lie_in_the_lines_of_the_text_and_wrap_with_it(qtbot):
    window = stage(qtbot, step_for("cloze"), 900)
    gaps = list(window.input.gaps().values())
    wide = window.input.height()
    assert gaps[0].y() == gaps[1].y()
    assert gaps[0].geometry().right() < gaps[1].x()
    window.resize(300, 600)
    settle()
    assert gaps[0].y() < gaps[1].y() < gaps[2].y() < gaps[3].y()
    assert window.input.height() > wide
    assert all(gap.geometry().right() < 300 for gap in gaps)


def test_typed_words_stand_on_the_baseline_of_the_text(qtbot, qapp):
    step = one_gap("H {g1}", short_answer.Shown(), response=cloze.Response({G1: "H"}))
    for scale in (1.0, 2.0):
        window = in_look("light", scale, lambda: stage(qtbot, step))
        window.setFocus()
        text = window.input.gaps()[G1].parent()
        image, gap, ink = text.grab().toImage(), window.input.gaps()[G1].geometry(), theme().colour("ink")

        def lowest(columns: range, image=image, ink=ink) -> int:
            rows = range(image.height() - 1, -1, -1)
            return next(y for y in rows if any(image.pixelColor(x, y) == ink for x in columns))

        assert lowest(range(0, gap.x() - 2)) == lowest(range(gap.x() + 4, gap.right() - 4))


def test_choosing_moves_nothing(qtbot):
    window = stage(qtbot, step_for("cloze"))
    before = [gap.geometry() for gap in window.input.gaps().values()]
    window.input.gaps()[G4].setFocus()
    key(Qt.Key.Key_B)
    settle()
    assert [gap.geometry() for gap in window.input.gaps().values()] == before


def test_the_unit_stands_behind_its_gap_unless_the_author_wrote_it(qtbot):
    window = stage(qtbot, one_gap("It took {g1}.", numerical.Shown(unit="years")))
    assert spoken_name(window.input.gaps()[G1]) == "Gap 1 of 1, in years"
    assert spoken_name(window.input.gaps()[G1].parent()) == "It took (gap 1) years."
    window.show_question(one_gap("It took {g1} years.", numerical.Shown(unit="years")))
    assert spoken_name(window.input.gaps()[G1].parent()) == "It took (gap 1) years."


def test_after_checking_each_gap_shows_given_and_right(qtbot):
    window = stage(qtbot, step_for("cloze", checked=True))
    marks = window.input.marks()
    assert window.input.gaps() == {}
    assert {part: [(mark.text(), mark.state) for mark in several] for part, several in marks.items()} == {
        G1: [("Holodomr", "correct")],
        G2: [("1933", "wrong"), ("1932", "correct")],
        G3: [("left empty", "blank"), ("Molotov", "correct")],
        G4: [("January and February", "wrong"), ("spring and early summer", "correct")],
    }
    names = [spoken_name(several[0]) for several in marks.values()]
    assert names == [
        "Gap 1 of 4: Holodomr, right",
        "Gap 2 of 4: 1933, not right. Right: 1932",
        "Gap 3 of 4: left empty. Right: Molotov",
        "Gap 4 of 4: January and February, not right. Right: spring and early summer",
    ]
    assert spoken_description(marks[G2][0]) == "By the autumn of 1933 a new harvest was in."
    assert "(gap 2: 1933, not right. Right: 1932)" in spoken_name(marks[G2][0].parent())
    window.setFocus()
    assert tab_stops(window) == [several[0] for several in marks.values()]


def test_reasons_stand_below_and_those_of_the_right_words_are_folded(qtbot):
    window = stage(qtbot, step_for("cloze", checked=True))
    open_at_once = [
        "Accepted as: Holodomor.",
        "By the autumn of 1933 a new harvest was in.",
        "People were dying by then, but the worst months came later.",
    ]
    assert window.input.reasons() == open_at_once
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert window.input.reasons() == [
        *open_at_once[:2],
        "Food was gone by then and the new harvest was not in. "
        "People were dying by then, but the worst months came later.",
    ]
    window.input.show_all_reasons(False)
    assert window.input.reasons() == open_at_once


def test_blank_gaps_show_what_belongs_there(qtbot):
    window = stage(qtbot, step_for("cloze", checked=True, blank=True))
    assert {several[0].text() for several in window.input.marks().values()} == {"left empty"}
    assert [several[1].text() for several in window.input.marks().values()] == [
        "Holodomor", "1932", "Molotov", "spring and early summer"
    ]  # fmt: skip
    assert window.input.reasons() == []
    assert window.input.response() == cloze.Response({})


def test_a_handed_in_attempt_cannot_be_changed(qtbot):
    window = stage(qtbot, step_for("cloze", response=GIVEN, finished=STARTED))
    assert not any(gap.isEnabled() for gap in window.input.gaps().values())
    assert window.input.response() == GIVEN


def test_the_page_finds_the_tab_stops_in_reading_order(qtbot):
    window = stage(qtbot, step_for("cloze"))
    assert page_stops(window) == list(window.input.gaps().values())
    window.show_question(step_for("cloze", checked=True))
    assert page_stops(window) == [many[0] for many in window.input.marks().values()]


@pytest.mark.parametrize(("width", "scale", "scheme"), LOOKS)
@pytest.mark.parametrize("checked", [False, True])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme, checked):
    step = step_for("cloze", checked=checked, response=GIVEN)
    window = in_look(scheme, scale, lambda: stage(qtbot, step, width))
    if checked:
        window.input.show_all_reasons(True)
        settle()
    assert faults(window) == []
    placed = [*window.input.gaps().values(), *(one for many in window.input.marks().values() for one in many)]
    assert all(one.x() >= 0 and one.geometry().right() < width for one in placed)


def test_grows_with_the_text_while_it_is_shown(qtbot, qapp):
    window = stage(qtbot, step_for("cloze"))
    gap = window.input.gaps()[G1]
    small = gap.height()
    theme().apply(qapp, Look(text_scale=2.0))
    settle()
    assert gap.height() == 2 * small
    assert faults(window) == []


def test_a_text_from_left_to_right_keeps_its_order_where_the_program_runs_the_other_way(qtbot, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = stage(qtbot, one_gap("In {g1} it ended.", numerical.Shown("year")))
    gap = window.input.gaps()[G1]
    assert gap.x() > window.input.width() / 2  # set to the right
    assert gap.geometry().right() < window.input.width() - 60  # with words behind it


def test_a_text_from_right_to_left_is_read_from_the_right(qtbot):
    window = stage(qtbot, one_gap("שנת {g1} הייתה", numerical.Shown("year")))
    gap = window.input.gaps()[G1]
    text = gap.parent()
    assert reads_from_right("שנת")
    assert not reads_from_right("In 1933")
    assert gap.x() > 30  # the last word lies left of the gap, and the text is flush left
    assert gap.geometry().right() < text.width() / 2


# --- Pieces of a text and their places ---


def of_letters(piece: Piece, _width: int) -> Size:
    """Ten pixels a letter; a gap is 50 wide."""
    return Size(50 if piece.gap else 10 * len(piece.words), 40)


def test_a_text_is_cut_at_spaces_and_gaps_and_what_was_joined_stays_joined():
    pieces = pieces_of("Died ({g1}), in\n{g2} {other}.", [G1, G2])
    assert [(piece.words or piece.gap, piece.glued, piece.new_line) for piece in pieces] == [
        ("Died", False, False), ("(", False, False), (G1, True, False), ("),", True, False), ("in", False, False),
        (G2, False, True), ("{other}.", False, False),
    ]  # fmt: skip


def test_joined_pieces_go_to_the_next_line_together():
    placed = flow(pieces_of("abcdef ({g1}).", [G1]), 130, spaces=Spaces(10, 10, 40), measure=of_letters)
    assert [(spot.x, spot.y) for spot in placed.spots] == [(0, 0), (0, 40), (10, 40), (60, 40)]
    assert placed.height == 80
    assert placed.reach == {0: 60, 40: 80}


def test_a_new_line_of_the_text_begins_one_on_the_screen():
    placed = flow(pieces_of("ab\ncd {g1}", [G1]), 300, spaces=Spaces(5, 8, 40), measure=of_letters)
    assert [(spot.x, spot.y) for spot in placed.spots] == [(0, 0), (0, 40), (28, 40)]


def test_a_word_longer_than_a_line_is_cut():
    cut = split_long(pieces_of("abcdefgh ij", []), 30, of_letters)
    assert [(piece.words, piece.glued) for piece in cut] == [
        ("abc", False), ("def", True), ("gh", True), ("ij", False)
    ]  # fmt: skip


@given(
    words=st.lists(st.sampled_from(["a", "bcd", "{g1}", "({g2}).", "abcdefghijklm"]), max_size=12),
    width=st.integers(50, 300),
)
def test_pieces_never_overlap_nor_leave_the_width_and_keep_their_order(words, width):
    pieces = split_long(pieces_of(" ".join(words), [G1, G2]), width, of_letters)
    placed = flow(pieces, width, spaces=Spaces(5, 8, 40), measure=of_letters)
    assert [spot.piece for spot in placed.spots] == pieces
    assert all(spot.x + spot.width <= width for spot in placed.spots)
    for one, after in zip(placed.spots, placed.spots[1:], strict=False):
        assert after.y >= one.y + one.height or (after.y == one.y and after.x >= one.x + one.width)
    assert placed.height == max((spot.y + 40 for spot in placed.spots), default=0)
