"""What "the letter" or "the company" means is put in brackets where the article leaves no doubt, and nowhere else."""

from __future__ import annotations

import pytest

import factcheck


def gists(text: str) -> list[str]:
    """The gists of a text, without names, dates and figures."""
    return [c.in_context for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None]


@pytest.mark.parametrize(
    ("before", "sentence", "gist"),
    [
        ("The firm owns the Kettle Point pipeline.", "Nobody inspected the pipeline.", "Nobody inspected the [Kettle Point] pipeline."),
        ("The harbour board met on Monday.", "The board meets again in June.", "The [harbour] board meets again in June."),
        ("Ministers stopped the sale of the line.", "The sale was unlawful.", "The sale [of the line] was unlawful."),
        ("The Harbour Council met on Monday.", "Few people trust the council.", "Few people trust the [Harbour] council."),
        ("Ostrel Motors built a plant.", "The company hired 300 people.", "The company [Ostrel Motors] hired 300 people."),
        ("Ostrel Motors built a plant.", "The company's plant is old.", "The company's [Ostrel Motors's] plant is old."),
        ("Shares in Ostrel Motors fell.", "The company hired 300 people.", "The company [Ostrel Motors] hired 300 people."),
        ("The software company Ostrel Motors fell.", "The company hired 300 people.", "The company [Ostrel Motors] hired 300 people."),
        ("Doctors tried a new drug, bromide, in May.", "The drug was banned.", "The drug [bromide] was banned."),
        ("The harbour tug, the Ada Bell, sank.", "Two men left the tug's cabin.", "Two men left the tug's [the Ada Bell's] cabin."),
        ("Marrow Point, the island where it began, is bare.", "The island has one road.", "The island [Marrow Point] has one road."),
        ("A suit filed by Ostrel Motors was lost.", "The suit cost £3m.", "The suit [filed by Ostrel Motors] cost £3m."),
        ("A plan to close four schools was passed.", "The plan was rushed.", "The plan [to close four schools] was rushed."),
        (
            "Researchers at Aldon University caught bats.",
            "The team found a virus.",
            "The team [of researchers at Aldon University] found a virus.",
        ),
        ("Ostrel Motors fell.", "The Leeds-based group hired 300 people.", "The Leeds-based group [Ostrel Motors] hired 300 people."),
    ],
)
def test_what_was_told_before_is_in_brackets(before: str, sentence: str, gist: str) -> None:
    assert gists(f"{before}\n\n{sentence}\n")[-1] == gist


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The town sold the north pier. It kept the south pier.", "The pier is old."),  # two of them
        ("Ostrel Motors sued. Brandt Motors paid.", "The company is old."),
        ("Ostrel Motors sued.", "The rival company is old."),
        ("Halden Bridge was closed.", "The company is old."),  # a bridge is none
        ("They tried a drug, bromide. They tried another drug, aspirin.", "The drug was banned."),
        ("A nine-page letter came.", "The letter was short."),  # "page letter" is no term
        ("The Anger Of A Whole Town Broke Over Council Plans.", "The plans were dropped."),  # a heading
        ("The harbour board met.", "The board of the bank met."),  # it says itself which one
        ("The rail strike began on a cold day.", "The day was long."),  # a new one each time
    ],
)
def test_where_there_is_doubt_nothing_is_added(before: str, sentence: str) -> None:
    assert gists(f"{before}\n\n{sentence}\n")[-1] == sentence


def test_what_a_gist_says_itself_is_not_put_in_brackets() -> None:
    assert (
        gists("The Kettle Point pipeline leaks.\n\nKettle Point wants the pipeline shut.\n")[-1] == "Kettle Point wants the pipeline shut."
    )


def test_a_speaker_called_the_company_has_its_name() -> None:
    text = "Ostrel Motors built a plant.\n\nThe company, which is based in Leeds, said it would hire 300 people.\n"
    claims = [c for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None]
    assert [c.speaker.name for c in claims if c.speaker] == ["Ostrel Motors"]
    assert claims[-1].gist == "[Ostrel Motors] is based in Leeds"
