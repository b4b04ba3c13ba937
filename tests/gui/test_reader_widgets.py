"""What the reader's widgets are made of: sentences, places in the margin, words searched for."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ReferenceId, SourceId
from app.domain.source import About, Gap, Locator, Status
from app.gui.widgets.note_lane import choose_tracks, place_notes, spread_dots
from app.gui.widgets.reader_sentences import (
    count_words,
    holds,
    lost_places,
    original_sentences,
    search_pattern,
    spoken,
    summary_sentences,
)
from app.gui.widgets.running_text import set_running
from app.services.views import ClaimView, OriginalSentence, ReaderView, Work

FIRST, SECOND, THIRD = Locator(1, 1), Locator(1, 2), Locator(2, 1)
HILL = Work(ReferenceId("hill1999"), "Hill 1999, p. 12", "Hill, Ann. 1999. Rivers.", "identified")


def claim(at: Locator, letter: str, says: str, status: Status = "established", **fields: Any) -> ClaimView:
    values: dict[str, Any] = {"voice": "essay", "note": "", "works": (), "note_works": ()} | fields
    return ClaimView(at=at, letter=letter, says=says, status=status, **values)


def view_of(**fields: Any) -> ReaderView:
    values: dict[str, Any] = {
        "source": SourceId("river"),
        "title": "A letter about the river",
        "short": "the letter",
        "kind": "essay",
        "language": "en",
        "wording": "own",
        "about": About(),
        "gaps": (Gap(SECOND, "The rest is lost."),),
        "claims": (
            claim(FIRST, "a", "The water rose.", works=(HILL,)),
            claim(FIRST, "b", "It rose by magic.", "inaccurate", note="It had rained.", cited=True),
            claim(SECOND, "a", "It fell."),
            claim(THIRD, "a", "They were guilty.", "oversimplified", voice="regime", note_works=(HILL,)),
        ),
        "works": ((HILL, (FIRST,)),),
        "focus": (FIRST,),
        "questions_at": {"1.1": 2, "1.2": 1},
    }
    return ReaderView(**(values | fields))


# --- Sentences ---


def test_statements_of_one_sentence_stand_together_after_their_letters():
    first, second, third = summary_sentences(view_of())
    assert first.pieces == (("a", "The water rose."), ("b", "It rose by magic."))
    assert second.pieces == (("", "It fell."),)
    assert (first.cited, second.cited, third.cited) == (True, False, False)
    assert second.ends == "The rest is lost."


def test_a_note_says_standing_place_who_works_and_how_many_ask():
    first, second, third = summary_sentences(view_of())
    assert [(one.word, one.place) for one in first.entries] == [
        ("Established", "1.1\u00a0a"),
        ("Wrong in the essay", "1.1\u00a0b"),
    ]
    assert first.entries[0].works == "The letter cites Hill 1999, p.\u00a012 (identified, not seen)."
    assert first.entries[1].note == "It had rained."
    assert first.entries[1].works == "Editors\u2019 note, no source checked."
    assert first.asked == "2 questions ask about this"
    assert [one.word for one in second.entries] == [
        "Established"
    ]  # nothing to say, but a question asks about it
    assert second.asked == "1 question asks about this"
    assert third.entries[0].who == "The Soviet authorities said it"
    assert third.entries[0].works == "After Hill 1999, p.\u00a012 (identified, not seen)."


def test_before_an_answer_nothing_tells_it():
    sentences = summary_sentences(view_of(evidence=False))
    assert [one.words for one in sentences] == [
        "The water rose. It rose by magic.",
        "It fell.",
        "They were guilty.",
    ]
    for sentence in sentences:
        assert (sentence.entries, sentence.asked, sentence.cited, sentence.phrases) == ((), "", False, ())
        assert all(letter == "" for letter, _ in sentence.pieces)
    original = tuple(OriginalSentence(at, "Words that were quoted.", ((0, 5),)) for at in (FIRST, SECOND))
    for sentence in original_sentences(view_of(evidence=False, original=original)):
        assert (sentence.entries, sentence.phrases) == ((), ())


def test_a_sentence_is_read_aloud_label_first_and_its_note_last():
    first, _, third = summary_sentences(view_of())
    said = spoken(first)
    order = [
        "1.1.",
        "1.1\u00a0b: Wrong in the essay.",
        "Evidence starts: The water rose. It rose by magic. Evidence ends.",
        "Note to 1.1\u00a0b: It had rained.",
        "2 questions ask about this.",
    ]
    places = [said.index(part) for part in order]
    assert places == sorted(places)
    assert spoken(third).startswith("2.1. Too simple, the Soviet authorities said it. They were guilty.")
    assert "Evidence" not in spoken(third)


def test_the_exact_words_of_an_original_are_announced_where_they_stand():
    text = "In spring the water rose in March."
    start = text.index("water")
    one = OriginalSentence(FIRST, text, ((start, start + 10),))
    (sentence,) = original_sentences(view_of(original=(one,), anchors=1, verified=1))
    assert spoken(sentence).endswith("In spring the Evidence starts: water rose, evidence ends. in March.")


@pytest.mark.parametrize(
    ("spans", "places", "focus", "lost"),
    [
        ({FIRST: ((0, 3),)}, (FIRST, SECOND, THIRD), (FIRST,), ()),
        ({}, (FIRST, SECOND, THIRD), (FIRST,), (FIRST,)),
        ({}, (SECOND, THIRD), (FIRST,), (FIRST,)),
        ({THIRD: ((0, 3),)}, (FIRST, SECOND, THIRD), (FIRST,), ()),  # another version: found elsewhere
        ({FIRST: ((0, 3),)}, (FIRST, SECOND, THIRD), (FIRST, THIRD), (THIRD,)),
        ({}, (FIRST, SECOND, THIRD), (), ()),
    ],
)
def test_a_cited_place_without_its_words_is_not_found(spans, places, focus, lost):
    original = tuple(OriginalSentence(at, "Its words.", spans.get(at, ())) for at in places)
    view = view_of(original=original, focus=focus, anchors=4, verified=3)
    assert lost_places(view) == lost
    missing = [one.at for one in original_sentences(view) if one.missing]
    assert missing == [at for at in lost if at in places]
    assert all("Not found in this copy" in spoken(one) for one in original_sentences(view) if one.missing)


def test_notes_stand_beside_an_original_only_where_it_is_divided_as_the_summary():
    same = tuple(OriginalSentence(at, "Its words.") for at in (FIRST, SECOND, THIRD))
    alike = original_sentences(view_of(original=same, focus=(), anchors=2, verified=2))
    assert [bool(one.entries) for one in alike] == [True, True, True]
    shorter = original_sentences(view_of(original=same[:2], focus=(), anchors=2, verified=2))
    assert not any(one.entries for one in shorter)
    doubtful = original_sentences(view_of(original=same, focus=(), anchors=2, verified=1))
    assert not any(one.entries for one in doubtful)


def test_how_long_a_text_is():
    assert count_words(one.at for one in view_of().claims) == "2\u00a0paragraphs, 3\u00a0sentences"
    assert count_words([FIRST]) == "1\u00a0paragraph, 1\u00a0sentence"


# --- Running text ---


def test_running_text_knows_where_each_sentence_lies():
    sentences = summary_sentences(view_of())[:2]
    running = set_running(sentences)
    for sentence in sentences:
        stretch = running.stretches[sentence.at]
        assert running.text[stretch.number : stretch.start].strip() == str(sentence.at.sentence)
        assert sentence.pieces[-1][1] == running.text[: stretch.end][-len(sentence.pieces[-1][1]) :]
    links = {span.link: running.text[span.start : span.end] for span in running.spans if span.link}
    assert links == {"1.1": "1", "1.2": "2"}


def test_only_exact_words_of_an_original_are_highlighted():
    one = OriginalSentence(FIRST, "In spring the water rose.", ((14, 19),))
    (sentence,) = original_sentences(view_of(original=(one,)))
    running = set_running([sentence])
    assert [running.text[s.start : s.end] for s in running.spans if s.highlight] == ["water"]
    assert not any(span.highlight for span in set_running(summary_sentences(view_of())).spans)


# --- Searching ---


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("kalmyk", "The Kalmyks were deported"),
        ("essay's", "in the essay\u2019s view"),
        ('"big family"', "the \u201cbig family\u201d of peoples"),
        ("1937-38", "in 1937\u201338"),
        ("two  words", "two\u00a0words"),
        ("a.c", "literally a.c here"),
    ],
)
def test_words_are_found_in_any_case_and_with_any_marks(query, text):
    pattern = search_pattern(query)
    assert pattern is not None
    assert pattern.search(text)


def test_what_is_searched_for_is_no_pattern_and_nothing_is_searched_for_by_blanks():
    pattern = search_pattern("a.c")
    assert pattern is not None
    assert not pattern.search("abc")
    assert search_pattern("  \u00a0 ") is None


def test_a_note_is_searched_only_where_it_may_be_seen():
    first = summary_sentences(view_of())[0]
    pattern = search_pattern("it had rained")
    assert pattern is not None
    assert holds(first, pattern, notes=True)
    assert not holds(first, pattern, notes=False)


# --- The margin ---

NOTES = st.lists(st.tuples(st.integers(0, 3000), st.integers(10, 400)), max_size=40).map(sorted)


@given(NOTES, st.integers(0, 20))
def test_notes_never_overlap_and_are_only_pushed_down(wanted, gap):
    tops = place_notes(wanted, gap)
    assert all(top >= asked for top, (asked, _) in zip(tops, wanted, strict=True))
    ends = [top + height + gap for top, (_, height) in zip(tops, wanted, strict=True)]
    assert all(end <= top for end, top in zip(ends, tops[1:], strict=False))
    for index, (top, (asked, _)) in enumerate(zip(tops, wanted, strict=True)):
        assert top == asked or top == ends[index - 1]


@given(NOTES)
def test_leader_lines_that_run_side_by_side_take_different_tracks(wanted):
    tops = place_notes(wanted, 4)
    lines = [(asked, top) for (asked, _), top in zip(wanted, tops, strict=True)]
    tracks = choose_tracks(lines, 5)
    for (one, track), (other, next_track) in pairwise(zip(lines, tracks, strict=True)):
        if other[0] <= one[1]:
            assert next_track == (track + 1) % 5
        else:
            assert next_track == 0


def test_dots_of_one_line_stand_apart():
    assert spread_dots([10, 10, 40], 8) == [6, 14, 40]
    assert spread_dots([], 8) == []
