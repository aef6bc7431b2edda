"""What a claim has behind it so that it is understood alone."""

import pytest

from factcheck.language.standing_alone import standing_alone

HEADLINE = "Orlena sells its Orsa mill to Brannock"


@pytest.mark.parametrize(
    "gist",
    ["The shares closed at $27.15.", "[Dana Whitlock:] “There is no plan.”", "Brannock said that another would follow.", "86.", ""],
)
def test_a_claim_has_its_headline_behind_it(gist):
    assert standing_alone(gist, HEADLINE) == f"{gist} [Headline: {HEADLINE}]"


@pytest.mark.parametrize("gist", [HEADLINE, "The mill at Orsa was sold by Orlena to Brannock."])
def test_what_says_as_much_as_the_headline_does_not(gist):
    assert standing_alone(gist, HEADLINE) == gist


def test_an_article_without_a_headline_has_none_behind_its_claims():
    assert standing_alone("It fell.", None) == "It fell."
