"""Lines of publication, as sites print them, and what time they give."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck.values import read_timestamp


def at(hours: float, *when: int) -> datetime:
    return datetime(*when, tzinfo=timezone(timedelta(hours=hours)))  # type: ignore[misc,arg-type] # year to minute, told by the callers below


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Last Updated : Mar 01 2019 | 4:15 PM IST", at(5.5, 2019, 3, 1, 16, 15)),
        ("Published 14:05 GMT, 3 June 2024", datetime(2024, 6, 3, 14, 5, tzinfo=UTC)),
        ("2024-06-03T14:05:00Z", datetime(2024, 6, 3, 14, 5, tzinfo=UTC)),
        ("2024-06-03T14:05:00.250+05:30", at(5.5, 2024, 6, 3, 14, 5)),
        ("June 3, 2024 at 9:30 a.m. EDT", at(-4, 2024, 6, 3, 9, 30)),
        ("Updated 9:30 AM ET, Mon January 8, 2024", at(-5, 2024, 1, 8, 9, 30)),
        ("Updated 9:30 AM ET, Mon June 3, 2024", at(-4, 2024, 6, 3, 9, 30)),
        ("First published on Mon 3 Jun 2024 10.04 BST", at(1, 2024, 6, 3, 10, 4)),
        ("Mon, 03 Jun 2024 14:05:00 +0000", datetime(2024, 6, 3, 14, 5, tzinfo=UTC)),
        ("2024-06-03 9:30 PM (GMT+8)", at(8, 2024, 6, 3, 21, 30)),
        ("3-Jun-24 1405 GMT", datetime(2024, 6, 3, 14, 5, tzinfo=UTC)),
        ("03/06/2024 10:00 GMT", datetime(2024, 6, 3, 10, 0, tzinfo=UTC)),
        ("06/03/2024 10:00 EDT", at(-4, 2024, 6, 3, 10, 0)),
        ("3 June 2024 • 6:00am", datetime(2024, 6, 3, 6, 0)),  # noqa: DTZ001 - no zone is named
        ("12 a.m., 3 June 2024", datetime(2024, 6, 3, 0, 0)),  # noqa: DTZ001 - no zone is named
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("20240603", date(2024, 6, 3)),
    ],
)
def test_a_line_of_publication_is_read_to_the_minute_and_zone(line: str, when: date) -> None:
    found = read_timestamp(line)
    assert found == when
    assert isinstance(found, datetime) is isinstance(when, datetime)
    assert getattr(found, "tzinfo", None) == getattr(when, "tzinfo", None)


@pytest.mark.parametrize(
    "line", ["", "yesterday", "March 5", "Published: Friday", "31 February 2019", "03/06/2024", "Updated 4:15 PM", "1 2 3"]
)
def test_a_line_that_names_no_one_day_gives_none(line: str) -> None:
    assert read_timestamp(line) is None


@pytest.mark.parametrize(("place", "hours"), [(None, 5.5), ("New Delhi", 5.5), ("AFP Jerusalem", 2), ("DUBLIN", 1)])
def test_the_place_chooses_between_the_meanings_of_a_zone(place: str | None, hours: float) -> None:
    assert read_timestamp("1 March 2019, 4:15 PM IST", place) == at(hours, 2019, 3, 1, 16, 15)


def test_the_place_chooses_the_order_of_day_and_month() -> None:
    assert read_timestamp("03/06/2024", "Washington") == date(2024, 3, 6)
    assert read_timestamp("03/06/2024", "Dublin") == date(2024, 6, 3)


def test_a_weekday_tells_the_order_of_a_day_in_figures() -> None:
    assert read_timestamp("Wed, 03/06/2024 - 14:20") == datetime(2024, 3, 6, 14, 20)  # noqa: DTZ001 - no zone is named
    assert read_timestamp("Monday 03/06/2024") == date(2024, 6, 3)
    assert read_timestamp("Friday 03/06/2024") is None


def test_of_two_times_the_first_is_taken() -> None:
    assert read_timestamp("Published: 1 June 2024 10:00 BST. Updated 2 June 2024 11:00 BST") == at(1, 2024, 6, 1, 10, 0)


def test_the_ends_of_the_calendar_have_no_zone_that_would_leave_it() -> None:
    for line in ("0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"):
        found = read_timestamp(line)
        assert isinstance(found, datetime)
        assert found.tzinfo is None
