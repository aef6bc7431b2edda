"""What a claim's own words leave open."""

import pytest

from factcheck.language.standing_alone import leaves_open


@pytest.mark.parametrize(
    ("gist", "speaker"),
    [
        ("The shares closed at $27.15.", ""),
        ("86 tickets had been sold.", ""),
        ("Net income fell in May and on Nov. 3 [Mon 3 Nov 2025].", ""),
        ('[Dana Whitlock:] "There is no plan to close."', "she Dana Whitlock"),
        ("Chief Executive Dana Whitlock said the bill could reach $90 million.", "Chief Executive Dana Whitlock"),
        ("Mr Okoro said it had sunk.", "Mr Okoro"),
        ("Brannock said that another would follow.", "Lena Fisk"),
        ("Marsh Lane Primary backed the plan, Orsa council did not.", ""),
        ("“Nobody asked us,” I was told. “It was May.”", ""),
        ("", ""),
    ],
)
def test_what_names_nobody_or_points_elsewhere_leaves_something_open(gist, speaker):
    assert leaves_open(gist, speaker)


@pytest.mark.parametrize(
    ("gist", "speaker"),
    [
        ("Orlena sold a plant to Brannock in May.", ""),
        ("[Marion Teague] joined Orlena in February.", ""),
        ("The [Kettle Point] pipeline leaked near Orsa.", ""),
        ("The company [Orlena] said that Brannock owed 3 million.", "the company Orlena"),
        ("The mayor of Orsa opened Marsh Lane Primary.", ""),
        ("Orlena sold a plant in the US in May.", ""),
        ("Ann Pell said Orsa’s budget had grown.", "Ann Pell"),
    ],
)
def test_what_names_whom_it_tells_of_leaves_nothing_open(gist, speaker):
    assert not leaves_open(gist, speaker)
