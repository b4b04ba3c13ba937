from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.words import days
from app.words.counts import counted, number, ordinal
from app.words.points import points, score_of

SATURDAY = datetime(2026, 11, 21, 16, 40).astimezone()
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (7.0, "7"),
        (7.5, "7½"),
        (0.5, "1/2"),
        (round(1 / 3, 9), "1/3"),
        (round(5 + 5 / 6, 9), "5⅚"),
        (round(2 + 5 / 12, 9), "2\u00a0and\u00a05/12"),
        (round(6 + 3 / 7, 9), "6\u00a0and\u00a03/7"),
        (0.4321, "0.43"),
        (-0.5, "\u22121/2"),
        (-2.0, "\u22122"),
    ],
)
def test_points_are_exact_where_a_small_fraction_says_them(value, words):
    assert points(value) == words


def test_a_sum_of_thirds_and_quarters_is_said_whole():
    assert score_of(sum([1, 1 / 3, 1 / 3, 1 / 3, 0.25, 0.75]), 6.0) == "3 of 6"


@pytest.mark.parametrize(
    ("score", "most", "words"),
    [
        (0.0, 10.0, "0 of 10"),
        (8 + 5 / 12, 10.0, "8.4 of 10"),
        (7.75, 10.0, "7.75 of 10"),
        (2.25, 3.0, "2.25 of 3"),
        (0.25, 1.0, "0.25 of 1"),
        (1.05, 10.0, "1.05 of 10"),
        (2.0, 20.0, "2 of 20"),
        (2 / 3, 1.0, "0.7 of 1"),
        (1 / 3, 1.0, "0.3 of 1"),
        (2.5, 2.5, "2.5 of 2.5"),
        (10.0, 10.0, "10 of 10"),
        (-0.5, 3.0, "\u22120.5 of 3"),
        (9.96, 10.0, "9.96 of 10"),
        (9.9999, 10.0, "9.99 of 10"),
        (0.001, 10.0, "0.01 of 10"),
    ],
)
def test_a_score_has_one_place_or_two_that_are_exact_and_is_never_rounded_to_all_or_nothing(
    score, most, words
):
    assert score_of(score, most) == words


def test_a_moment_is_said_as_the_clock_here_shows_it():
    assert days.row_moment(SATURDAY, TODAY) == "Sat 21\u00a0Nov, 16:40"
    assert days.full_moment(SATURDAY) == "21\u00a0November\u00a02026, 16:40"
    assert days.spoken_moment(SATURDAY) == "Saturday 21\u00a0November\u00a02026, 16:40"
    assert days.full_day(days.local_day(SATURDAY.astimezone(UTC))) == "21\u00a0November\u00a02026"
    assert days.clock(SATURDAY.astimezone(timezone(timedelta(hours=9)))) == "16:40"


def test_another_year_is_named():
    assert days.row_moment(SATURDAY, date(2027, 1, 3)) == "21\u00a0Nov 2026, 16:40"
    assert days.since_day(SATURDAY.date(), date(2027, 1, 3)) == "21\u00a0November\u00a02026"
    assert days.ago(SATURDAY.date(), date(2027, 1, 3)) == "on 21\u00a0November\u00a02026"


def test_a_day_of_this_year_needs_no_year():
    assert days.weekday(TODAY) == "Sunday 22\u00a0November"
    assert days.axis_day(TODAY) == "22\u00a0Nov"
    assert days.row_day(TODAY, TODAY) == "Sun 22\u00a0Nov"
    assert days.since_day(TODAY, TODAY) == "22\u00a0November"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 20), "on Friday"),
        (date(2026, 11, 16), "on Monday"),
        (date(2026, 11, 15), "on 15\u00a0November"),
        (date(2026, 11, 23), "on 23\u00a0November"),
    ],
)
def test_the_days_of_the_last_week_have_their_names(day, words):
    assert days.ago(day, TODAY) == words


def test_things_are_counted_with_their_noun():
    assert counted(1, "question") == "1\u00a0question"
    assert counted(0, "question") == "0\u00a0questions"
    assert counted(1200, "quiz", "quizzes") == "1,200\u00a0quizzes"


def test_small_numbers_and_places_are_words():
    assert [number(count) for count in (0, 2, 12, 13, 1200)] == ["no", "two", "twelve", "13", "1,200"]
    assert [ordinal(place) for place in (1, 12, 13, 21, 22, 111, 112, 123)] == [
        *("first", "twelfth", "13th", "21st", "22nd", "111th", "112th", "123rd"),
    ]


@pytest.mark.parametrize(
    ("minutes", "short", "long"),
    [
        (0.0, "", ""),
        (0.4, "under 1\u00a0min", "under 1\u00a0minute"),
        (1.0, "1\u00a0min", "1\u00a0minute"),
        (11.6, "12\u00a0min", "12\u00a0minutes"),
    ],
)
def test_a_duration_is_said_in_whole_minutes(minutes, short, long):
    assert (days.short_minutes(minutes), days.long_minutes(minutes)) == (short, long)
    assert days.time_at_questions(minutes) == (f"{long} at the questions" if long else "")
