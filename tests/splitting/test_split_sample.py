"""The sample article, claim by claim: what a reader of it would expect to find in the list."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.model import Claim

SAMPLE = Path(__file__).parents[2] / "samples" / "hanoi-summit.txt"


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return factcheck.split(factcheck.read(str(SAMPLE)))


@pytest.mark.parametrize(
    ("kind", "words", "name", "gist"),
    [
        ("quote", '"constructive and candid exchange."', "KCNA", "reported Friday [1 Mar 2019]"),
        ("quote", "characterised by mistrust", "KCNA", "[KCNA] said"),
        ("quote", 'described the Hanoi summit as "successful"', "KNCA", "KNCA described"),
        ("statement", "had promised Trump another encounter", "KNCA", "[KNCA] said Kim [Jong Un] had promised [Donald] Trump"),
        ("quote", '"rather do it right than do it fast,"', "Donald Trump", "on Thursday [28 Feb 2019] that he would"),
        ("quote", '"Sometimes you have to walk', "Donald Trump", "[Donald Trump added]:"),
        ("statement", "wanted all sanctions imposed on it", "Donald Trump", "[Donald] Trump insisted"),
        ("statement", "had only wanted some of the measures eased", None, "the North Korean foreign minister said"),
        ("quote", "was its best and final offer", None, "[The North Korean foreign minister said] that its [Pyongyang's] proposal"),
        ("quote", '"encouraged by the opportunities ahead of us"', None, "the official said"),
        ("quote", '"There\'s still ample opportunity to talk."', None, "[The official:]"),
        ("quote", '"We are anxious to get back to the table', "Mike Pompeo", "In Manila, US Secretary of State Mike Pompeo told reporters"),
        (
            "assertion",
            "began a two-day official visit to Vietnam",
            None,
            "Kim [Jong Un] began a two-day official visit to Vietnam Friday [1 Mar 2019]",
        ),
    ],
)
def test_each_thing_said_is_one_claim_with_its_speaker(claims, kind, words, name, gist):
    (claim,) = [c for c in claims if c.part_of is None and words in c.text]
    assert claim.kind.value == kind
    assert (claim.speaker.name if claim.speaker else None) == name
    assert gist in claim.gist


def test_the_secretary_of_state_has_his_title(claims):
    pompeo = next(c.speaker for c in claims if c.speaker and c.speaker.name == "Mike Pompeo")
    assert pompeo.title == "US Secretary of State"


def test_the_visit_has_its_day_and_its_length(claims):
    visit = next(c for c in claims if c.text.startswith("Kim began"))
    assert [c.date.value for c in claims if c.part_of == visit.id and c.date] == ["P2D", "2019-03-01"]


def test_no_subscription_offer_is_a_claim(claims):
    assert not any("₹" in c.text or "SAVE" in c.text or "Disclaimer" in c.text for c in claims)
