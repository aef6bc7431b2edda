"""What a sentence adds behind its last comma is a claim of its own, and a quotation is divided only where it turns."""

from __future__ import annotations

import pytest

from factcheck.model import ClaimKind
from factcheck.splitting import split
from tests import builders


def gists(sentence: str) -> list[str]:
    """The gists of a one-sentence article, without its names, dates and figures."""
    article = builders.article(f"A headline\n\nAda Penn and the town of Orsa met. {sentence}\n")
    return [c.in_context for c in split(article) if c.part_of is None and c.kind is not ClaimKind.NAME][1:]


@pytest.mark.parametrize(
    ("sentence", "main", "added"),
    [
        ("Turnover rose to £41m in 2023, up from £38m in 2022.", "Turnover rose to £41m", "up from £38m in 2022."),
        ("Unemployment fell to 4.1% in Orsa, compared with 5% in Tarn.", "Unemployment fell to 4.1% in Orsa", "compared with 5% in Tarn."),
        ("Kestrel closed at 81p on Monday, the lowest since 2003.", "Kestrel closed at 81p", "the lowest since 2003."),
        ("Orsa spent £4m on roads, half the sum of 2019.", "Orsa spent £4m on roads", "half the sum of 2019."),
        ("The side has 34 points, one more than Tarn.", "The side has 34 points", "one more than Tarn."),
        ("Some 60 people signed it, most of them parents.", "Some 60 people signed it", "most of them parents."),
        ("The bill came to £9m, a figure that the ministry disputes.", "The bill came to £9m", "a figure that the ministry disputes."),
        ("Sales rose to £8m, helped by a warm May.", "Sales rose to £8m", "helped by a warm May."),
        ("It was the worst flood since 2011, when 43 people died.", "It was the worst flood since 2011", "when 43 people died."),
        ("Dan Ross was jailed after losing his appeal.", "Dan Ross was jailed", "after losing his appeal."),
        (
            "Orsa will spend £3m on parks, including a new bandstand in Mill Lane.",
            "Orsa will spend £3m on parks",
            "including a new bandstand in Mill Lane.",
        ),
        ("Sales rose by 4%, thanks to a warm May.", "Sales rose by 4%", "thanks to a warm May."),
        ("Tarn expects profit of £3m, down from £4m.", "Tarn expects profit of £3m", "down from £4m."),
        ("The plant makes tractors in Orsa, employing 300 people.", "The plant makes tractors in Orsa", "employing 300 people."),
    ],
)
def test_what_is_added_is_a_claim_with_its_clause_in_brackets(sentence: str, main: str, added: str) -> None:
    first, second = gists(sentence)
    assert first.startswith(main)
    assert added.rstrip(".") not in first
    assert second.startswith(f"[{main}")
    assert second.endswith(added)


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm bought lorries, ships and half a railway.",
        "The mayor walked down the hill, up the stairs and into the hall.",
        "The bridge, up for sale since 2019, was closed.",
        "The criticism comes as the town cuts its budget.",
        "Dan Ross stayed at home, in part because he was ill.",
        "The crowd cheered moments after Ada Penn said the bridge would stay.",
    ],
)
def test_what_measures_nothing_stays(sentence: str) -> None:
    assert not any(gist.endswith(("moments", "comes", "in part")) for gist in gists(sentence))


def test_what_somebody_added_is_theirs() -> None:
    """Who said it and what it adds to stand in the brackets."""
    first, second = gists("Dan Ross said 112 people were pulled from the water, most of them by fishermen.")
    assert first == "Dan Ross said 112 people were pulled from the water"
    assert second == "[Dan Ross said 112 people were pulled from the water,] most of them by fishermen."


def test_what_somebody_said_may_end_in_a_participle() -> None:
    first, second = gists("A lorry hit the old bridge, killing two people, police said.")
    assert first == "A lorry hit the old bridge, police said."
    assert second.startswith("[Police said a lorry hit the old bridge,] killing two people")


@pytest.mark.parametrize(
    ("sentence", "clause", "items"),
    [
        (
            "Five people were hurt: two officers, a nurse and two pupils.",
            "Five people were hurt",
            ["two officers", "a nurse", "two pupils"],
        ),
        ("Of the 48 hives, 19 failed – 14 near roads and five in parks.", "Of the 48 hives, 19 failed", ["14 near roads", "five in parks"]),
        ("Three plans passed: £2m for roads and £30,000 for a clock.", "Three plans passed", ["£2m for roads", "£30,000 for a clock"]),
    ],
)
def test_each_count_of_a_list_is_a_claim(sentence: str, clause: str, items: list[str]) -> None:
    first, *others = gists(sentence)
    assert first == clause
    assert [gist.rstrip(".") for gist in others] == [f"[{clause}:] {item}" for item in items]


@pytest.mark.parametrize(
    "sentence",
    ["Dan Ross has two aims: lower taxes and new roads.", "He spoke of one thing: a town that 40 families and two shops had left."],
)
def test_a_list_of_no_counts_stays(sentence: str) -> None:
    assert len(gists(sentence)) == 1


def test_a_report_of_what_somebody_said_leaves_the_clause_that_it_explains() -> None:
    first, second = gists("Shares in Kestrel fell by 14% after the drugmaker reported a loss of £3m.")
    assert first == "Shares in Kestrel fell by 14%"
    assert second.endswith("reported a loss of £3m.")


@pytest.mark.parametrize("turn", ["; ", ", but "])
def test_a_quotation_is_divided_where_it_turns(turn: str) -> None:
    """Both halves are quotations of one speaker, with marks in pairs."""
    first, second = gists(f"“We lost patients in April{turn}the trend has turned,” Dan Ross said on Monday.")
    assert first.startswith("“We lost patients in April [2023]” … Dan Ross said on Monday")
    assert second == "[Dan Ross said:] “the trend has turned”"


@pytest.mark.parametrize(
    "quotation",
    [
        "The law is plain and the people have their choice",
        "You may laugh, but I know him",
        "It is a lovely place, but too dear to keep",
        "If it rains, but the wind holds, we will sail",
        "He said, ‘Stay; we will come’, and we stayed",
    ],
)
def test_a_quotation_that_does_not_turn_stays_whole(quotation: str) -> None:
    """What is joined by "and", granted, no sentence by itself, or quoted in it."""
    (gist,) = gists(f"“{quotation},” Dan Ross said.")
    assert quotation in gist


@pytest.mark.parametrize("cue", ["denied", "did not say"])
def test_a_reason_stays_with_what_is_denied(cue: str) -> None:
    """Who denies that it was so because of something has said nothing of either by itself."""
    (gist,) = gists(f"Dan Ross {cue} the match was off because it had snowed.")
    assert gist.endswith("the match was off because it had snowed.")
