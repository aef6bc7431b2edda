"""Which year? One key shows what a date may mean; choosing one sets it, under the reviewer's name, and undo takes it back."""

from __future__ import annotations

import re
from datetime import date

import pytest

from factcheck.model import Case, DateValue, Standing
from factcheck.pipeline import make_case
from factcheck.reading import read_text
from factcheck.workbench.describe import reading_line
from tests.builders import article, claim
from tests.workbench.conftest import OpenDesk

DOCKS = """\
Docks burn again

The mayor took office in March 2019. The docks burned on 8 July, the council said on Monday.

The docks reopen on 3 August. "It was dark on 4 May," said Ruth Okafor.
"""


@pytest.fixture(scope="module")
def docks() -> Case:
    return make_case(read_text(DOCKS, published=date(2025, 11, 26), source="docks.txt"))


async def test_an_open_year_is_asked_for_and_chosen(desk: OpenDesk, docks: Case) -> None:
    """The sentence around it tells the day from then on; one undo takes back both."""
    async with desk(docks, size=(160, 50)) as d:
        open_one = await d.go_to("8 July")
        assert "8 July, year open  XXXX-07-08  which year? press R" in d.sees()
        await d.press("R")
        seen = d.sees()
        assert "What does “8 July” mean?" in seen
        for line in (
            "Mon 8 Jul 2019 · the year told before",
            "Mon 8 Jul 2024",
            "Tue 8 Jul 2025",
            "▶ 5  8 July, year open · now",
            "another…",
        ):
            assert line in seen
        await d.press("k", "k", "k", "k", "enter")
        saved = d.file.case.claim(open_one.id)
        assert saved.date is not None
        assert (saved.date.value, saved.date.earliest, saved.date.set_by) == ("2019-07-08", date(2019, 7, 8), "Ben")
        assert "Mon 8 Jul 2019  2019-07-08  set by Ben" in d.sees()
        assert "which year" not in d.sees()
        whole = saved.part_of or ""
        assert d.file.case.claim(whole).gist.startswith("The docks burned on 8 July [Mon 8 Jul 2019], the council")
        await d.press("z")
        assert d.file.case.claim(open_one.id) == docks.claim(open_one.id)
        assert d.file.case.claim(whole) == docks.claim(whole)


async def test_a_year_that_was_inferred_can_be_left_open(desk: OpenDesk, docks: Case) -> None:
    """And the sentence around it tells no year then."""
    async with desk(docks) as d:
        read = await d.go_to("3 August")
        await d.press("R")
        assert re.search(r"▶ \d  Mon 3 Aug 2026 · now, by the day of publication \(Wed 26 Nov 2025\)", d.sees())
        await d.press("j", "enter")
        saved = d.file.case.claim(read.id)
        assert saved.date is not None
        assert (saved.date.value, saved.date.earliest, saved.date.set_by) == ("XXXX-08-03", None, "Ben")
        assert d.file.case.claim(saved.part_of or "").in_context == "The docks reopen on 3 August."
        assert "which year" not in d.sees()


async def test_the_present_one_and_none_change_nothing(desk: OpenDesk, docks: Case) -> None:
    async with desk(docks) as d:
        await d.go_to("3 August")
        await d.press("R", "enter")
        assert "It means that already." in d.message
        await d.press("R", "escape")
        assert not d.file.saves


async def test_another_meaning_still_is_typed(desk: OpenDesk, docks: Case) -> None:
    """The last line of the list is the form of the other key."""
    async with desk(docks) as d:
        read = await d.go_to("8 July")
        await d.press("R", *["j"] * 9, "enter", *["backspace"] * 30)
        await d.paste("8 July 1999")
        await d.press("enter")
        saved = d.file.case.claim(read.id).date
        assert saved is not None
        assert (saved.value, saved.set_by) == ("1999-07-08", "Ben")


async def test_a_reading_is_chosen_in_the_form_for_a_date(desk: OpenDesk, docks: Case) -> None:
    """Down from what is typed, and enter."""
    async with desk(docks) as d:
        read = await d.go_to("8 July")
        await d.press("m")
        assert "or Mon 8 Jul 2019 · the year told before" in d.sees()
        await d.press("down", "enter")
        saved = d.file.case.claim(read.id).date
        assert saved is not None
        assert (saved.value, saved.set_by) == ("2019-07-08", "Ben")


async def test_what_was_quoted_keeps_its_words(desk: OpenDesk, docks: Case) -> None:
    """Nobody said the year that is chosen."""
    async with desk(docks) as d:
        read = await d.go_to("4 May")
        whole = docks.claim(read.part_of or "").gist
        await d.press("R", "j", "enter")
        assert d.file.case.claim(read.id).date != read.date
        assert d.file.case.claim(read.part_of or "").gist == whole


@pytest.mark.parametrize(
    ("words", "said"), [("March 2019", "This date has only one reading; m"), ("The mayor", "Only a date has other readings; m")]
)
async def test_where_there_is_no_doubt_the_key_says_so(desk: OpenDesk, docks: Case, words: str, said: str) -> None:
    async with desk(docks) as d:
        await d.go_to(words)
        await d.press("R")
        assert said in d.message


async def test_a_signed_case_is_not_changed(desk: OpenDesk, docks: Case) -> None:
    """As with every key that changes something, the list is not even shown."""
    from factcheck.model import SignAction, SignOff
    from tests.builders import AT

    signed = docks.model_copy(update={"signoffs": (SignOff(action=SignAction.SIGNED, by="Eva", at=AT, seal=docks.seal),)})
    async with desk(signed) as d:
        await d.go_to("3 August")
        await d.press("R")
        assert "What does" not in d.sees()
        assert not d.file.saves


async def test_an_open_year_is_unreviewed_and_never_wrong(desk: OpenDesk, docks: Case) -> None:
    async with desk(docks) as d:
        assert d.session.view.standing(await d.go_to("8 July")) is Standing.UNREVIEWED


HOSTILE = "[red]on[/red] 8 \x1b[2JJuly\u202e \x00{0}"


async def test_words_and_values_of_any_kind_are_shown_as_text(desk: OpenDesk) -> None:
    """A case file may say anything: marks, terminal escapes, a name of nobody."""
    text = f"Docks burn\n\nThey burned {HOSTILE} again.\n"
    value = DateValue(start=text.index("[red]"), end=text.index(" again"), text=HOSTILE, value="XXXX-07-08", told_year=2019)
    case = Case(article=article(text), claims=(claim(text, "date", HOSTILE, date=value),))
    async with desk(case) as d:
        await d.go_to("[red]")
        await d.press("R")
        assert "What does “[red]on[/red] 8 ␛[2JJuly" in d.sees()
        assert "Mon 8 Jul 2019 · the year told before" in d.sees()
        assert not any(sign in d.sees() for sign in "\x1b\x00\u202e")
        await d.press("k", "enter")
        assert d.file.case.claims[0].date is not None
        assert d.file.case.claims[0].date.set_by == "Ben"
    odd = value.model_copy(update={"value": "\x1b[2J\n[b]", "set_by": "A\x07\nda"})
    assert reading_line(odd, now=True).isprintable()


async def test_at_the_smallest_size_every_reading_can_be_reached(desk: OpenDesk, docks: Case) -> None:
    async with desk(docks, size=(80, 24)) as d:
        await d.go_to("8 July")
        await d.press("R")
        assert "▶ 5  8 July, year open · now" in d.sees()
        await d.press(*["k"] * 9)
        assert "▶ 1  Mon 8 Jul 2019" in d.sees()
