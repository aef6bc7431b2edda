"""Figures that are told beside another of the same thing: what narrowed by how much, and the unit that the second leaves out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.values import find_figures


def read(text: str) -> list[tuple[Decimal, str | None, str]]:
    return [(f.value, f.unit, str(f.change)) for f in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The shortfall narrowed by 12 per cent.", "down"),
        ("The gap widened by 4 points.", "up"),
        ("The queue shortened by two hours.", "down"),
        ("The hall was widened by 2 metres.", "up"),
        ("Growth slowed 3 per cent.", "down"),
        ("The lake receded 40 metres.", "down"),
        ("The bank devalued the dinar by 15 per cent.", "down"),
        ("Costs were pared by £40m.", "down"),
        ("Growth slowed to 3 per cent.", "="),
        ("The list narrowed to 12 names.", "="),
        ("The council lengthened three piers.", "="),
        ("A slow 3 per cent was enough.", "="),
    ],
)
def test_which_way_a_gap_a_queue_or_a_lake_went(text: str, change: str) -> None:
    assert read(text)[0][2] == change


def test_by_how_much_and_then_to_what_are_two_amounts() -> None:
    assert read("The gap widened by 4 points to 11 points.") == [(4, "point", "up"), (11, "point", "=")]


@pytest.mark.parametrize(
    ("text", "value", "unit", "change"),
    [
        ("Police counted 410 thefts, up from 320 last year.", 320, "theft", "="),
        ("The fire took 14 barns, compared with just 22 in 2019.", 22, "barn", "="),
        ("The rate rose to 5.4 per cent from 5.1.", Decimal("5.1"), "percent", "="),
        ("It took 12 days, against 9 in 2021.", 9, "day", "="),
        ("Profit was £1.2 million, up from 0.9 a year ago.", 900_000, "GBP", "="),
        ("The first pier cost £4 million and the second 6.", 6_000_000, "GBP", "="),
        ("The north had 12 mm of rain and the south 30.", 30, "mm", "="),
        ("They baked 1,200 loaves on Monday and 900 on Tuesday.", 900, "loaf", "="),
        ("The dam rose 4 metres in May and another 2 in June.", 2, "m", "up"),
        ("It hurt 14 miners in Arle and nine in Brock.", 9, "miner", "="),
    ],
)
def test_the_second_amount_of_a_thing_has_the_unit_of_the_first(text: str, value: Decimal, unit: str, change: str) -> None:
    assert read(text)[-1] == (value, unit, change)


@pytest.mark.parametrize(
    "text",
    [
        "The club has 12 wins from 15.",
        "She won 3 medals, up from 300 at the start.",
        "He hired 30 cooks in March, and 1,500 in June wanted to leave.",
        "The jet carries 180 guests. The second 90.",
        "The score was 3 goals to 2.",
    ],
)
def test_a_number_of_another_thing_borrows_no_unit(text: str) -> None:
    assert read(text)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "change"),
    [
        ("They need 53 more runs.", 53, "run", "="),
        ("Three more miners came up.", 3, "miner", "="),
        ("He took ten or more wickets.", 10, "wicket", ">="),
        ("It has three or fewer rooms.", 3, "room", "<="),
        ("A 142-run lead was enough.", 142, "run", "="),
        ("It was a three-set match.", 3, "set", "="),
        ("Two more said so.", 2, None, "="),
    ],
)
def test_more_may_stand_between_a_number_and_what_it_counts(text: str, value: int, unit: str | None, change: str) -> None:
    assert read(text) == [(value, unit, change)]


def test_a_price_behind_to_is_no_end_of_a_range() -> None:
    assert read("Gold was down 0.24% or 3.00 to $1,256 an ounce.") == [
        (Decimal("0.24"), "percent", "down"), (3, None, "down"), (1256, "USD per ounce", "="),
    ]  # fmt: skip


def test_oil_and_gold_are_priced_in_american_dollars_and_beer_is_not() -> None:
    text = "In Sydney and Melbourne oil was $70 a barrel and beer $9 a pint."
    assert [unit for _, unit, _ in read(text)] == ["USD per barrel", "AUD per pint"]


def test_each_of_several_falls_is_one() -> None:
    assert read("Both fell, losing 2 and 2.9 per cent respectively.") == [(2, "percent", "down"), (Decimal("2.9"), "percent", "down")]


def test_a_close_tells_which_way_money_went() -> None:
    assert read("Crude closed down $2.88, or 4.5 per cent.") == [(Decimal("2.88"), "USD", "down"), (Decimal("4.5"), "percent", "down")]


def test_who_outnumbers_whom_is_a_score() -> None:
    (found,) = find_figures("Losers outnumbered rising shares by 722 to 560.")
    assert (found.value, found.high, found.unit) == (722, 560, "score")


def test_those_hurt_beside_civilians_are_people() -> None:
    assert read("14 civilians were killed and 16 injured.")[-1][:2] == (16, "person")


@pytest.mark.parametrize(
    ("text", "value", "unit", "change"),
    [
        ("They live on reefs 202m years old.", 202_000_000, "year", "="),
        ("It died over 440 million years ago.", 440_000_000, "year", ">"),
        ("He let in four over five innings.", 5, "inning", "="),
        ("It is over 5 miles.", 5, "mile", ">"),
        ("The toll went up to 53.", 53, None, "="),
        ("The hall holds up to 53.", 53, None, "<="),
        ("She has 11 great-grandchildren.", 11, "great-grandchild", "="),
        ("They hit 99 home runs.", 99, "run", "="),
        ("They dug up 27 vertebrae.", 27, "vertebra", "="),
        ("Of these 174 died and 11 were infected.", 11, "person", "="),
    ],
)
def test_what_is_counted_and_how_is_told_by_the_words_around(text: str, value: int, unit: str | None, change: str) -> None:
    assert read(text)[-1] == (value, unit, change)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Police took goods worth P5.7 million.", 5_700_000, "PHP"),
        ("He lost P680,000.", 680_000, "PHP"),
        ("The mine near Gaborone owes P5.7 million.", 5_700_000, "BWP"),
        ("The fine is R2,500.", 2500, "ZAR"),
        ("The bridge cost R1.2bn.", 1_200_000_000, "ZAR"),
    ],
)
def test_a_letter_before_a_sum_is_its_currency(text: str, value: int, unit: str) -> None:
    assert read(text) == [(value, unit, "=")]


@pytest.mark.parametrize("text", ["He filed a P45.", "It is in the R18 class.", "The P2 road is shut."])
def test_a_letter_before_a_short_number_is_a_name(text: str) -> None:
    assert read(text) == []


def test_ages_in_a_list_are_years() -> None:
    text = "They held Jo Bailey, 24; Esme Tomas, 61; and Mark Arle, 42, in Brock."
    assert [unit for _, unit, _ in read(text)] == ["year", "year", "year"]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("They dug up 27 bones.", "="),
        ("The navy shot down 3 drones.", "="),
        ("The hotel put up 14 guests.", "="),
        ("He coughed up $3 million.", "="),
        ("The firm closed down 3 shops.", "="),
        ("The party was up 14 seats.", "up"),
        ("Membership, down 300 members, is low.", "down"),
        ("The news sent the stock up $2.", "up"),
        ("Sales up 4%.", "up"),
        ("It closed down 3 points.", "down"),
    ],
)
def test_up_behind_a_verb_of_its_own_tells_no_rise(text: str, change: str) -> None:
    assert read(text)[0][2] == change


def test_a_fall_of_last_month_is_one() -> None:
    assert read("Sales dropped 0.1 per cent last month.") == [(Decimal("0.1"), "percent", "down")]


def test_what_tops_a_sum_is_no_currency() -> None:
    assert read("Costs will top $50 million.") == [(50_000_000, "USD", "=")]


def test_the_half_of_a_year_is_no_share() -> None:
    assert read("It sold 297 boats in the first half of the year.") == [(297, "boat", "=")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Growth was 4,6 percent.", Decimal("4.6"), "percent"),
        ("It cost R1,25 trillion.", 1_250_000_000_000, "ZAR"),
        ("It costs R899-million.", 899_000_000, "ZAR"),
        ("The 123m ship sank.", 123, "m"),
        ("Jo Bailey, also 14, died.", 14, "year"),
    ],
)
def test_decimals_after_a_comma_hyphened_millions_and_long_ships(text: str, value: Decimal, unit: str) -> None:
    assert [found[:2] for found in read(text)] == [(value, unit)]


@pytest.mark.parametrize("text", ["They wore 4,6 and 7.", "See pages 4,6 and 8."])
def test_a_list_has_no_decimals(text: str) -> None:
    assert Decimal("4.6") not in [value for value, _, _ in read(text)]
