"""On what a date rests beside its own words, and which other readings of it a careful editor would consider."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Basis, DateKind, DateValue
from factcheck.values import date_set, describe, find_dates, find_figures, grounds_of, meaning_of, readings_of
from tests.values.test_dates_promises import PUBLISHED, SALAD

WEDNESDAY = date(2025, 11, 26)


def only(text: str, words: str, published: date | None = WEDNESDAY) -> DateValue:
    """The one date of a text that has these words."""
    return next(found for found in find_dates(text, published) if found.text == words)


def choices(text: str, words: str, published: date | None = WEDNESDAY) -> list[str]:
    """What the words may mean, in words."""
    return [describe(one) for one in readings_of(only(text, words, published), published)]


class TestWhatAValueRestsOn:
    @pytest.mark.parametrize(
        ("text", "words", "said"),
        [
            ("The ferry sank on Monday.", "Monday", "by the day of publication (Wed 26 Nov 2025)"),
            ("The ferry sank in May.", "May", "by the day of publication (Wed 26 Nov 2025)"),
            ("The ferry sank today.", "today", "by the day of publication"),
            (
                "The ferry sank on Friday, November 21.",
                "Friday, November 21",
                "by its weekday and the day of publication (Wed 26 Nov 2025)",
            ),
            ("“It sank today,” he said Monday.", "today", "by the day on which it was said"),
            ("In July 2019 the docks burned. On 8 July 30 people died.", "8 July", "by the year told before (2019)"),
            ("In July 2019 the docks burned, and in July the owners left.", "July", "by the year told before (2019)"),
            ("It sank on 4 June 2019. Two days later it was found.", "Two days later", "by the time named before (Tue 4 Jun 2019)"),
            ("It sailed from May to July.", "July", "by the time named before (Thu 1 May 2025)"),
            ("It sank on 03/04/2021 and was found on 25/12/2021.", "03/04/2021", "by the way the article writes its other dates"),
        ],
    )
    def test_is_said_beside_it(self, text: str, words: str, said: str) -> None:
        assert grounds_of(only(text, words)) == said

    @pytest.mark.parametrize("words", ["4 June 2019", "2019-06-04", "25/12/2021", "the 1990s", "every Tuesday", "three weeks"])
    def test_is_nothing_for_what_is_written_in_full(self, words: str) -> None:
        found = only(f"It sailed on {words}, they said.", words)
        assert (found.basis, found.anchor, found.told_year, grounds_of(found)) == (None, None, None, "")

    def test_a_year_is_the_year_told_before_in_a_tale_too(self) -> None:
        """No day of that year is made up for it."""
        tale = "In 1912 the docks burned. In 1913 they burned again. On 3 May 1914 they were sold. In 1915 it began. On 9 June it ended."
        assert grounds_of(only(tale, "9 June")) == "by the year told before (1915)"

    def test_a_year_that_stays_open_rests_on_nothing_and_remembers_the_one_told(self) -> None:
        found = only("She took office in March 2019. The docks burned on 8 July.", "8 July")
        assert (found.value, found.basis, found.anchor, found.told_year) == ("XXXX-07-08", None, None, 2019)
        assert found.open_year

    def test_a_figure_rests_on_nothing(self) -> None:
        [figure] = find_figures("She owns two boats.")
        assert grounds_of(figure) == ""

    def test_what_a_reviewer_set_rests_on_them(self) -> None:
        found = date_set(only("It sank on Monday.", "Monday"), "last Thursday", WEDNESDAY, "Ada")
        assert found is not None
        assert grounds_of(found) == "set by Ada"

    def test_every_basis_reads_on_behind_by(self) -> None:
        for basis in Basis:
            value = DateValue(start=0, end=1, text="x", value="2019-06-04", basis=basis)
            assert grounds_of(value) == f"by {basis.row.meaning}"


class TestOtherReadings:
    def test_a_day_without_its_year_has_the_years_around_publication_and_none(self) -> None:
        assert choices("The docks reopen on 3 August.", "3 August") == [
            "Sat 3 Aug 2024", "Sun 3 Aug 2025", "Mon 3 Aug 2026", "3 August, year open",
        ]  # fmt: skip

    def test_a_day_with_its_weekday_only_the_years_in_which_it_falls_on_it(self) -> None:
        assert choices("It sank on Friday, November 21.", "Friday, November 21") == ["Fri 21 Nov 2025", "21 November, year open"]
        far = choices("It sank on Tuesday, 26 November.", "Tuesday, 26 November", date(2022, 12, 1))
        assert far == ["Tue 26 Nov 2019", "Sat 26 Nov 2022", "Tue 26 Nov 2024", "26 November, year open"]

    def test_the_29th_of_february_only_leap_years(self) -> None:
        assert choices("It was signed on 29 February.", "29 February") == ["Thu 29 Feb 2024", "29 February, year open"]
        assert choices("It was signed on 29 February.", "29 February", date(2022, 3, 1)) == [
            "Sat 29 Feb 2020", "Thu 29 Feb 2024", "29 February, year open",
        ]  # fmt: skip

    def test_an_open_year_may_be_the_one_that_the_passage_told(self) -> None:
        told = readings_of(only("She took office in March 2019. The docks burned on 8 July.", "8 July"), WEDNESDAY)
        assert [(describe(one), grounds_of(one)) for one in told[:2]] == [
            ("Mon 8 Jul 2019", "by the year told before (2019)"),
            ("Mon 8 Jul 2024", "by the day of publication (Wed 26 Nov 2025)"),
        ]
        assert told[-1].open_year

    @pytest.mark.parametrize(
        ("text", "words", "meanings"),
        [
            ("It sank on Monday.", "Monday", ["Mon 24 Nov 2025", "Mon 1 Dec 2025"]),
            ("It sank on Wednesday.", "Wednesday", ["Wed 19 Nov 2025", "Wed 26 Nov 2025", "Wed 3 Dec 2025"]),
            ("It sank on Monday morning.", "Monday morning", ["Mon 24 Nov 2025, morning", "Mon 1 Dec 2025, morning"]),
            ("They met last Friday.", "last Friday", ["Fri 14 Nov 2025", "Fri 21 Nov 2025"]),
            ("They meet next Friday.", "next Friday", ["Fri 28 Nov 2025", "Fri 5 Dec 2025"]),
            ("It sailed on the 15th.", "the 15th", ["Wed 15 Oct 2025", "Sat 15 Nov 2025", "Mon 15 Dec 2025"]),
            ("It sank on 03/04/2021, was found on 25/12/2021.", "03/04/2021", ["Thu 4 Mar 2021", "Sat 3 Apr 2021"]),
            ("It sank over the weekend.", "the weekend", [
                "the weekend Sat 22 Nov 2025 to Sun 23 Nov 2025", "the weekend Sat 29 Nov 2025 to Sun 30 Nov 2025",
            ]),
            ("It sank on Christmas Eve.", "Christmas Eve", ["Tue 24 Dec 2024", "Wed 24 Dec 2025", "Thu 24 Dec 2026"]),
            ("It sank early in May.", "early in May", ["early May 2024", "early May 2025", "early May 2026", "early May, year open"]),
            ("It closes before May.", "May", ["before May 2024", "before May 2025", "before May 2026", "before May, year open"]),
            ("The March-May season was wet.", "March-May", [
                "March 2024 to May 2024", "March 2025 to May 2025", "March 2026 to May 2026", "March to May, year open",
            ]),
            ("“It sank today,” he said Monday.", "today", ["Mon 24 Nov 2025", "Wed 26 Nov 2025"]),
            ("In the summer it sank.", "the summer", ["summer 2024", "summer 2025", "summer 2026", "summer, year open"]),
        ],
    )  # fmt: skip
    def test_are_those_that_an_editor_would_think_of(self, text: str, words: str, meanings: list[str]) -> None:
        assert choices(text, words) == meanings

    @pytest.mark.parametrize(("words", "part"), [("the third quarter", "quarter"), ("the first half", "half")])
    def test_a_quarter_and_a_half_have_the_years_around(self, words: str, part: str) -> None:
        found = choices(f"In {words} profit fell.", words)
        assert [one.split()[-1] for one in found] == ["2024", "2025", "2026", "open"]
        assert all(part in one for one in found)

    @pytest.mark.parametrize("words", ["4 June 2019", "yesterday", "last year", "three weeks", "every Tuesday"])
    def test_are_none_where_there_is_no_doubt(self, words: str) -> None:
        found = only(f"It sank {words}, they said.", words)
        assert readings_of(found, WEDNESDAY) == (found,)

    def test_without_a_day_of_publication_only_the_year_told_is_left_to_choose(self) -> None:
        assert choices("It sank on 3 August.", "3 August", None) == ["3 August, year open"]
        value = only("It sank on 3 August.", "3 August", None).model_copy(update={"told_year": 2019})
        assert [describe(one) for one in readings_of(value)] == ["Sat 3 Aug 2019", "3 August, year open"]

    @pytest.mark.parametrize(
        ("value", "last"),
        [
            ("XXXX-08-03", "Mon 3 Aug 2026"),
            ("XXXX-08", "August 2026"),
            ("XXXX-Q3", "the third quarter of 2026"),
            ("XXXX-H2", "the second half of 2026"),
            ("XXXX-SU", "summer 2026"),
            ("XXXX-08-03T16:00", "Mon 3 Aug 2026, 16:00"),
        ],
    )
    def test_an_open_year_is_asked_for_whatever_its_words(self, value: str, last: str) -> None:
        """The words alone may not say it: they stood beside others."""
        odd = DateValue(start=0, end=8, text="that day", value=value, kind=DateKind.TIME if "T" in value else DateKind.DATE)
        found = readings_of(odd, WEDNESDAY)
        assert len(found) == 4
        assert describe(found[-2]) == last
        assert found[-1] is odd

    def test_what_a_reviewer_set_is_among_them_and_so_are_those_before(self) -> None:
        read = only("It sank on 3 August.", "3 August")
        was = readings_of(read, WEDNESDAY)
        for chosen in was:
            found = readings_of(chosen.model_copy(update={"set_by": "Ada"}), WEDNESDAY)
            assert [one.value for one in found] == [one.value for one in was]
        typed = date_set(read, "4 August 1990", WEDNESDAY, "Ada")
        assert typed is not None
        assert [one.value for one in readings_of(typed, WEDNESDAY)] == ["1990-08-04", *(one.value for one in was)]

    def test_the_hour_of_publication_does_not_matter(self) -> None:
        found = only("It sank on 3 August.", "3 August")
        assert readings_of(found, datetime(2025, 11, 26, 23, 59, tzinfo=UTC)) == readings_of(found, WEDNESDAY)


NEAR = "3 August, 29 February, Friday 3 May, May, next Friday, Monday night, the summer, the third quarter, 27-28 May, the 31st".split(", ")


@settings(max_examples=120, deadline=None)
@given(
    text=SALAD | st.sampled_from(NEAR).map("In 2019 it rose. By {0} it fell, and on {0} it sank.".format),
    published=PUBLISHED,
)
def test_every_reading_is_one_that_holds_and_the_present_one_is_among_them(text: str, published: date | None) -> None:
    for value in find_dates(text, published):
        found = readings_of(value, published)
        assert sum(one is value for one in found) == 1
        assert len({(one.value, one.kind, one.mod) for one in found}) == len(found)
        assert [one.earliest is None for one in found] == sorted(one.earliest is None for one in found)
        days = [one.earliest for one in found if one.earliest is not None]
        assert days == sorted(days)
        for one in found:
            assert (one.start, one.end, one.text, one.set_by) == (value.start, value.end, value.text, None)
            assert (one.earliest is None) == (one.latest is None)
            assert one.earliest is None or one.latest is None or one.earliest <= one.latest
            assert describe(one)
            assert one.earliest is not None or one is value or one.open_year


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(max_size=40) | SALAD | st.sampled_from(NEAR),
    value=st.sampled_from(["", "XXXX-08-03", "2019-99-99", "XXXX-Q3", "P2D", "[b]x[/b]", "\x1b[2J"]),
    kind=st.sampled_from(DateKind),
    basis=st.none() | st.sampled_from(Basis),
    anchor=PUBLISHED,
    told_year=st.none() | st.integers(-9999, 99999),
    published=PUBLISHED,
)  # fmt: skip
def test_no_value_of_a_file_is_too_odd(
    text: str, value: str, kind: DateKind, basis: Basis | None, anchor: date | None, told_year: int | None, published: date | None
) -> None:
    odd = DateValue(
        start=0, end=len(text), text=text, value=value, kind=kind, basis=basis, anchor=anchor, told_year=told_year, set_by="Ada"
    )  # fmt: skip
    found = readings_of(odd, published)
    assert sum(one is odd for one in found) == 1
    assert all(isinstance(meaning_of(one) + grounds_of(one), str) for one in found)
