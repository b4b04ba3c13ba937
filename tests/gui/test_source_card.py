from itertools import permutations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.ids import ReferenceId, SourceId
from app.domain.source import Locator
from app.gui.theme import theme
from app.gui.widgets.closed_sources import ClosedSources, closed_words
from app.gui.widgets.fold import FoldButton
from app.gui.widgets.source_card import SourceCardView
from app.gui.widgets.source_stack import SourceLine, SourceStack
from app.gui.widgets.source_words import (
    citation_text,
    day_of,
    first_sentence,
    last_sentence,
    place_words,
    state_words,
    voice_words,
)
from app.gui.widgets.status_button import StatusButton
from app.gui.widgets.text import TextBlock
from app.services.views import SourceBrief, Work
from app.words import labels
from tests.gui.desk_tools import dress
from tests.gui.layout_checks import overlapping, too_wide
from tests.gui.step_builders import source_card


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def shown(qtbot, card, width=454):
    view = SourceCardView(card, key="S")
    qtbot.addWidget(view)
    view.resize(width, view.heightForWidth(width))
    view.show()
    return view


def words_of(view):
    return [block.text() for block in view.findChildren(TextBlock) if block.isVisible()]


def claim(**changes):
    return msgspec.structs.replace(source_card().claims[0], **changes)


def highlighted(view):
    image, colour = view.grab().toImage(), theme().colour("hl").rgb()
    return sum(image.pixel(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def test_a_card_tells_place_summary_quoted_words_work_historians_and_state(qtbot):
    view = shown(qtbot, source_card())
    assert words_of(view) == [
        "On Stalin\u2019s genocides",
        "paragraph\u00a07, sentence\u00a010",
        "The essay says that Stalin let the Kalmyks go home.",
        "\u201cthree quoted words\u201d",
        "in Essay A\u2019s own words",
        "Essay A cites Pohl 2000, p.\u00a0268 (seen by the editors)",
        "What historians say",
        "He had died in 1953.",
        labels.NO_SOURCE_CHECKED,
        "Quoted; checked when the set was made, 1\u00a0March\u00a02025",
    ]


@pytest.mark.parametrize("state", list(labels.CITATION_STATE))
def test_only_words_that_are_certain_are_highlighted(qtbot, state):
    view = shown(qtbot, source_card(state=state))
    assert (highlighted(view) > 0) == (state in ("checked_when_made", "checked_in_copy"))


def test_our_summary_is_never_highlighted(qtbot):
    assert highlighted(shown(qtbot, source_card(anchor=""))) == 0


def test_context_stands_around_the_cited_statement_in_the_second_ink(qtbot):
    between, last = claim(letter="b", says="In between.", cited=False), claim(letter="c", says="And this.")
    others = (claim(letter="d", says="Next.", cited=False), claim(letter="e", says="Far off.", cited=False))
    card = source_card(
        claims=(claim(), between, last, *others), before="Far before. Just before.", after="Not wanted."
    )
    text = "Just before. The essay says that Stalin let the Kalmyks go home. In between. And this. Next."
    view = shown(qtbot, card)
    assert view.summary.text() == text
    quiet = [text[span.start : span.end] for span in view.summary._spans if span.colour == "ink2"]
    assert quiet == ["Just before.", "In between.", "Next."]


def test_a_sentence_that_is_cited_whole_has_its_neighbours_around_it(qtbot):
    card = source_card(before="Far before. Just before.", after="Just after. Far after.")
    words = "Just before. The essay says that Stalin let the Kalmyks go home. Just after."
    assert shown(qtbot, card).summary.text() == words


def test_a_label_belongs_to_a_statement_where_their_standings_differ(qtbot):
    card = source_card(claims=(claim(), claim(letter="b", says="It says more.", status="established")))
    view = shown(qtbot, card)
    assert [one.status for one in view.findChildren(StatusButton) if one.isVisible()] == [
        "inaccurate",
        "established",
    ]
    assert "It says more." in words_of(view)


def test_a_click_on_the_standing_says_what_it_means(qtbot):
    view = shown(qtbot, source_card())
    view.status.setFocus()
    QTest.keyClick(view.status, Qt.Key.Key_Space)
    assert labels.STATUS_MEANING["inaccurate"] in words_of(view)
    view.status.click()
    assert labels.STATUS_MEANING["inaccurate"] not in words_of(view)


@pytest.mark.parametrize(
    ("voice", "words"),
    [("essay", ""), ("scholar", labels.VOICE["scholar"]), ("regime", labels.VOICE["regime"])],
)
def test_who_says_it_is_told_where_it_is_not_the_writer(voice, words):
    assert voice_words([claim(voice=voice)]) == words


def test_the_full_reference_and_the_meaning_of_the_state_are_folded(qtbot):
    view = shown(qtbot, source_card())
    full = "Pohl, J. Otto. 2000. The full reference."
    assert full not in words_of(view)
    view.more.click()
    assert full in words_of(view)
    assert labels.CITATION_STATE_MEANING["checked_when_made"] in words_of(view)


def test_the_reader_is_asked_for_with_the_card(qtbot):
    view = shown(qtbot, source_card())
    with qtbot.waitSignal(view.reader_requested) as asked:
        view.reader.click()
    assert asked.args == [view.card]


def test_copying_puts_place_words_and_works_on_the_clipboard(qtbot):
    view = shown(qtbot, source_card())
    view.copy.click()
    assert QGuiApplication.clipboard().text() == (
        "On Stalin\u2019s genocides, paragraph 7, sentence 10: \u201cthree quoted words\u201d.\n"
        "Pohl, J. Otto. 2000. The full reference."
    )


def test_a_work_alone_has_its_reference_and_no_reader(qtbot):
    work = Work(
        ReferenceId("pohl2000"), "Pohl 2000, p. 268", "Pohl. 2000. A book.", "not_checked", "Page unsure."
    )
    card = source_card(
        source=SourceId(""), title="", at=None, anchor="", claims=(), state="reference_only", work=work
    )
    view = shown(qtbot, card)
    assert view.title.text() == "Pohl 2000, p. 268"
    assert view.reader.isHidden()
    view.more.click()
    assert {"Pohl. 2000. A book.", "Page unsure."} <= set(words_of(view))
    assert citation_text(card) == "Pohl. 2000. A book."


def stack_of(qtbot, *cards):
    stack = SourceStack()
    qtbot.addWidget(stack)
    stack.set_cards(cards)
    stack.resize(454, 900)
    with qtbot.waitActive(stack):
        stack.show()
        stack.activateWindow()
    return stack


def test_the_first_source_is_open_and_each_further_one_a_line_that_unfolds(qtbot):
    stack = stack_of(qtbot, source_card(), source_card(at=Locator(3, 5)), source_card(at=Locator(4, 1)))
    kinds = [type(entry) for entry in stack.entries()]
    assert kinds == [SourceCardView, SourceLine, SourceLine]
    line = stack.entries()[1]
    assert line.accessibleName().startswith("Source 2 of 3: On Stalin")
    assert "paragraph\u00a03, sentence\u00a05, Wrong in the essay, folded" in line.accessibleName()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    opened = stack.entries()[1]
    assert isinstance(opened, SourceCardView)
    assert opened.more.hasFocus()
    opened.fold_requested.emit()
    assert isinstance(stack.entries()[1], SourceLine)
    assert stack.entries()[1].hasFocus()


def test_widgets_that_showed_other_citations_show_nothing_of_them(qtbot):
    differing = source_card(claims=(claim(), claim(letter="b", says="It says more.", status="established")))
    work = Work(ReferenceId("pohl2000"), "Pohl 2000", "Pohl. 2000. A book.", "seen", "")
    alone = source_card(source=SourceId(""), at=None, anchor="", claims=(), state="reference_only", work=work)
    unsure = source_card(anchor="other words", state="not_in_copy")
    shown_before = stack_of(qtbot, differing, source_card())
    shown_before.entries()[1].click()
    for entry in shown_before.entries():
        entry.more.click()
        for button in entry.findChildren(StatusButton):
            button.click()
    for cards in ((alone, unsure), (source_card(),), (unsure, source_card(), differing), (differing,)):
        shown_before.set_cards(cards)
        fresh = stack_of(qtbot, *cards)
        assert words_of(shown_before) == words_of(fresh)
        assert [type(one) for one in shown_before.entries()] == [type(one) for one in fresh.entries()]
        names = [[one.accessibleName() for one in stack.entries()] for stack in (shown_before, fresh)]
        assert names[0] == names[1]


def test_a_line_shows_the_standing_of_what_is_cited_not_of_the_sentence(qtbot):
    first = claim(status="established", cited=False)
    cited = claim(letter="b", status="contested")
    stack = stack_of(qtbot, source_card(), source_card(claims=(first, cited), status="established"))
    assert "Historians disagree" in stack.entries()[1].accessibleName()


@pytest.mark.parametrize(("width", "scale"), [(454, 1.0), (454, 0.75), (300, 1.0), (500, 3.0), (836, 2.0)])
def test_nothing_is_cut_or_lies_over_another(qtbot, width, scale):
    dress(scale=scale)
    differing = source_card(claims=(claim(), claim(letter="b", status="contested", note="Two sides. " * 20)))
    for card in (source_card(), differing):
        view = shown(qtbot, card, width)
        view.more.click()
        view.resize(width, view.heightForWidth(width))
        QApplication.processEvents()
        assert too_wide(view) == []
        assert overlapping(view) == []


@pytest.mark.parametrize(
    ("sources", "mode", "words"),
    [
        ((), "practice", "The author of this question gave no source."),
        (
            (SourceBrief(SourceId("a"), "A", "the essay", 1),),
            "practice",
            "One passage is kept for this question, from the essay. It opens here, at the sentence, once you "
            "have checked your answer.",
        ),
        (
            (
                SourceBrief(SourceId("a"), "A", "the essay", 2),
                SourceBrief(SourceId("b"), "B", "the notes", 1),
            ),
            "practice",
            "Three passages are kept for this question: two from the essay and one from the notes. They open "
            "here, at the sentence, once you have checked your answer.",
        ),
    ],
)
def test_a_closed_source_says_what_is_kept(sources, mode, words):
    assert closed_words(sources, mode) == words


def test_a_closed_source_can_be_read_in_practice_and_not_in_an_exam(qtbot):
    closed = ClosedSources()
    qtbot.addWidget(closed)
    closed.show()
    briefs = (SourceBrief(SourceId("a"), "A", "the essay", 1),)
    closed.set_sources(briefs, "practice")
    with qtbot.waitSignal(closed.open_requested):
        closed.open.click()
    closed.set_sources(briefs, "exam")
    assert closed.open.isHidden()
    assert closed.sentence.text().startswith("In an exam the sources are closed.")


def test_words_of_places_days_and_context():
    assert place_words(None) == ""
    assert day_of("2026-11-22") == "22\u00a0November\u00a02026"
    assert day_of("some day") == "some day"
    assert state_words(source_card(state="unchecked")) == "Quoted; not checked yet"
    assert last_sentence("") == ""
    assert last_sentence("One. Two? Three") == "Three"
    assert first_sentence('He said "no". Then he left.') == 'He said "no".'
    assert first_sentence("Then J. Otto Pohl wrote it. Others followed.") == "Then J. Otto Pohl wrote it."
    assert last_sentence('He called the "kulaks" Ukrainian.') == 'He called the "kulaks" Ukrainian.'


def test_from_the_third_note_on_they_are_folded(qtbot):
    noted = tuple(claim(says=f"Claim {number}.", note=f"Note {number}.") for number in range(1, 5))
    view = shown(qtbot, source_card(claims=noted))
    notes = [f"Note {number}." for number in range(1, 5)]
    assert [words for words in words_of(view) if words in notes] == notes[:2]
    more = next(button for button in view.findChildren(FoldButton) if button.label == "2 more notes")
    more.click()
    assert [words for words in words_of(view) if words in notes] == notes
    view.show_card(source_card(claims=noted[:3]))
    assert [words for words in words_of(view) if words in notes] == notes[:2]
    assert more.label == "One more note"


def test_nothing_of_another_citation_is_cut(qtbot):
    long = (
        "The essay says in many words that the matter was settled in another year than the one it names. " * 2
    )
    cards = [
        source_card(),
        source_card(claims=(claim(says=long, note=long * 2),)),
        source_card(
            claims=(claim(says=long, status="established"), claim(says=long * 2, status="contested"))
        ),
        source_card(anchor="", claims=(claim(says="Short.", note=""),)),
    ]
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    view = SourceCardView(cards[0])
    column.addWidget(view)
    column.addStretch(1)
    holder.resize(500, 1200)
    holder.show()
    for card in [one for pair in permutations(cards, 2) for one in pair]:
        view.show_card(card)
        QApplication.processEvents()
        blocks = [block for block in view.findChildren(TextBlock) if block.isVisible()]
        cut = [block.text() for block in blocks if block.height() < block.heightForWidth(block.width())]
        assert cut == []
