"""What a writer's note names is told apart: the source, its title, the place in it; and the note is kept as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Stance
from factcheck.reading.citations import cited, linked

NOTES = {
    "Parish minutes, 4 March 2024, p. 14": [("Parish minutes, 4 March 2024", None, "p. 14")],
    "https://parish.example/minutes.pdf p. 14": [("https://parish.example/minutes.pdf", None, "p. 14")],
    "See “What the weir cost”, Westport Post, https://post.example/weir.html (accessed 3 May 2024).": [
        ("https://post.example/weir.html", "“What the weir cost”, Westport Post", None)
    ],
    "Call with Ruth Okafor, 4 March, at 12:34": [("Call with Ruth Okafor, 4 March", None, "12:34")],
    "okafor.mp3 [00:12:34]; minutes.pdf, pp. 3-4": [("okafor.mp3", None, "00:12:34"), ("minutes.pdf", None, "pp. 3-4")],
    "budget.xlsx, sheet 2, cell B7": [("budget.xlsx", None, "sheet 2, cell B7")],
    "Bank report (2019), ch. 3, pp. 101–110. https://bank.example/report(2019).pdf": [
        ("https://bank.example/report(2019).pdf", "Bank report (2019)", "ch. 3, pp. 101–110")
    ],
    "One: https://a.example/x (p. 3); two: https://b.example/y (p. 4)": [
        ("https://a.example/x", "One", "p. 3"),
        ("https://b.example/y", "two", "p. 4"),
    ],
    "https://a.example/talk?t=754": [("https://a.example/talk?t=754", None, "12:34")],
    "https://a.example/long.pdf#page=9": [("https://a.example/long.pdf#page=9", None, "p. 9")],
    "She told me so at 9:30 am, in the hall": [("She told me so at 9:30 am, in the hall", None, None)],
}


@pytest.mark.parametrize("note", NOTES)
def test_a_note_names_its_sources(note: str) -> None:
    found = cited(note, "Ann Lee")
    assert [(item.url or item.source, item.title, item.locator) for item in found] == NOTES[note]
    assert {(item.note, item.added_by, item.stance) for item in found} == {(note, "Ann Lee", Stance.CITED)}


def test_ibid_names_the_source_before_again() -> None:
    (first,) = cited("Parish minutes, p. 14", "Ann")
    again, more = cited("Ibid., p. 15; payments.xlsx, sheet 2", "Ann", first)
    assert (again.source, again.locator, again.note) == ("Parish minutes", "p. 15", "Ibid., p. 15; payments.xlsx, sheet 2")
    assert (more.source, more.locator) == ("payments.xlsx", "sheet 2")


def test_a_comment_cites_only_what_it_names_by_address_or_file() -> None:
    assert cited("Was it not 1.3, on p. 4?", "Ben", named_only=True) == ()
    (item,) = cited("It says 1.3 in minutes.pdf, p. 4", "Ben", named_only=True)
    assert (item.source, item.locator, item.note) == ("minutes.pdf", "p. 4", "It says 1.3 in minutes.pdf, p. 4")


def test_a_link_cites_where_it_leads_and_nothing_else_does() -> None:
    (item,) = linked(" https://a.example/x#page=3 ", "Ann")
    assert (item.url, item.locator, item.stance) == ("https://a.example/x#page=3", "p. 3", Stance.CITED)
    assert [linked(address, "Ann") for address in ("#top", "mailto:a@b.example", "javascript:alert(1)", "/minutes", "")] == [()] * 5


def test_what_logs_one_in_is_in_no_source() -> None:
    (item,) = cited("https://ann:secret@a.example/x", "Ann")
    assert "secret" not in (item.url or "")


@given(st.text(alphabet='aA1 .,;:()[]-–§/\n"“”#?=&p' + "\ue0f7\x1b", max_size=200) | st.text(max_size=200))
def test_no_note_is_lost_or_stops_the_reading(note: str) -> None:
    found = cited(note, None)
    assert all(item.note == note and (item.url or item.source) for item in found)
    assert found or not any(char.isalnum() for char in note)
