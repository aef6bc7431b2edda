"""What holds for dates on any input: true offsets, no overlap, no exception, and little time."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.values import describe, find_dates, read_timestamp
from factcheck.values.dates import tokens, zones
from factcheck.values.dates.describe import CLOCK, DURATION, PART_OF_PERIOD

WORDS = (
    "the a last next this Friday Monday May March Feb . , - – / ' ’ s 1 2 31 30 2019 1945 99 0 99999 twenty two hundred day days week "
    "weeks year years month decade century quarter first second half of in on at to from and between early mid late end ago "
    "later before after every other 10 : 30 p.m. am noon night GMT EST BC AD Q fiscal Christmas summer fall that following will ½ few "
    "29 February 12 0001 9999 "
    "FY ( ) today tomorrow now recent weekend T Z + $ % same period "
    "until put off ended Sunday Times 9/11 nineteen sixty weekend very Island "
    "hours past o'clock \n"
).split(" ")
"""What the grammar is made of, in no order."""

SALAD = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", ""])), max_size=40).map(
    lambda parts: "".join(a + b for a, b in parts)
)
PUBLISHED = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])


@settings(max_examples=150, deadline=None)
@given(text=SALAD | st.text(max_size=200), published=PUBLISHED)
def test_every_date_stands_where_it_says_and_none_overlaps(text: str, published: date | None) -> None:
    last = 0
    for found in find_dates(text, published):
        assert found.start >= last
        assert text[found.start : found.end] == found.text != ""
        assert (found.earliest is None) == (found.latest is None)
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        assert describe(found)
        last = found.end


ENDS = st.one_of(
    st.tuples(*[st.sampled_from(WEEKDAYS)] * 2),
    st.tuples(*[st.sampled_from(MONTHS)] * 2),
    st.tuples(*[st.builds("{} {}".format, st.integers(1, 28), st.sampled_from(MONTHS))] * 2),
)


@settings(max_examples=120, deadline=None)
@given(
    ends=ENDS,
    verb=st.sampled_from(["ran", "was shut", "will run", "runs", "is planned", "was put off"]),
    joint=st.sampled_from(["from {} to {}", "between {} and {}", "from {} until {}"]),
    published=st.dates(min_value=date(1850, 1, 1), max_value=date(2099, 12, 31)),
)
def test_no_range_ends_before_it_begins(ends: tuple[str, str], verb: str, joint: str, published: date) -> None:
    found = find_dates(f"The fair {verb} {joint.format(*ends)}.", published)
    first, last = found
    assert first.earliest
    assert last.earliest
    assert first.earliest <= last.earliest
    assert (last.earliest - first.earliest).days <= 366


@settings(max_examples=80, deadline=None)
@given(text=SALAD | st.text(max_size=200), place=st.none() | st.sampled_from(["Dublin", "Washington", ""]))
def test_no_line_of_publication_is_too_odd(text: str, place: str | None) -> None:
    read_timestamp(text, place)


@settings(max_examples=40, deadline=None)
@given(text=SALAD, published=PUBLISHED)
def test_the_same_text_is_always_read_the_same(text: str, published: date | None) -> None:
    assert find_dates(text, published) == find_dates(text, published)


@settings(max_examples=80, deadline=None)
@given(
    day=st.dates(min_value=date(1850, 1, 1), max_value=date(2099, 12, 31)),
    form=st.sampled_from(
        ["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%d-%b-%Y}", "{0:%Y-%m-%d}", "{0:%a} {0.day} {0:%b} {0.year}"]
    ),
)
def test_any_day_written_out_is_read_back(day: date, form: str) -> None:
    text = f"It happened on {form.format(day)}, they said."
    assert [(found.value, found.earliest, found.latest) for found in find_dates(text, None)] == [(day.isoformat(), day, day)]


@pytest.mark.parametrize(
    "text",
    [
        "1" * 30_000, " " * 30_000, "on friday the march went on " * 1_000, "(" * 15_000 + ")" * 15_000, "1 March 2019 " * 2_000,
        "1 2 3 " * 5_000, "1-" * 15_000, "1," + "000," * 7_000, "two-" * 7_000, "the " * 7_000, "two hundred and " * 1_000,
        "\0" * 30_000, "\ud800" * 30_000,
    ],
    ids=lambda text: ascii(text[:12]),
)  # fmt: skip
def test_long_text_of_any_kind_is_read(text: str) -> None:
    find_dates(text, date(2019, 3, 1))


@pytest.mark.parametrize(
    ("pattern", "takes", "refuses"),
    [
        (tokens.TOKEN, ("2019", "March"), (" ",)),
        (zones.WORD, ("Tel", "Aviv"), ("2024",)),
        (PART_OF_PERIOD, ("2Y", "XDE"), ("P",)),
        (DURATION, ("P2D", "PT48H"), ("PAST_REF",)),
        (CLOCK, ("T16:15", "T18:00Z"), ("TMO",)),
    ],
)
def test_each_pattern_takes_and_refuses_what_its_comment_says(
    pattern: re.Pattern[str], takes: tuple[str, ...], refuses: tuple[str, ...]
) -> None:
    assert all(pattern.fullmatch(text) for text in takes)
    assert not any(pattern.fullmatch(text) for text in refuses)
