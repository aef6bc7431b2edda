"""Figures whose unit or way only the words around them tell: who was hurt, what brackets part, what is dearer, whose cents they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.values import describe_figure, find_figures


def read(text: str) -> list[tuple[Decimal, str | None, str]]:
    return [(f.value, f.unit, str(f.change)) for f in find_figures(text)]


def only(text: str) -> tuple[Decimal, str | None, str]:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("He sank a 20-footer.", 20, "foot"),
        ("She hit a 3-pointer.", 3, "point"),
        ("They caught a 40-pounder.", 40, "lb"),
        ("A 12-pager was sent.", 12, "page"),
    ],
)
def test_what_is_called_by_its_measure_has_so_many(text: str, value: int, unit: str) -> None:
    assert only(text)[:2] == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "One teacher said the roof shook.",
        "“It shook,” one official recalled.",
        "One teacher at a school in Leeds said the roof shook.",
        "Odell, wearing 11, scored.",
        "Press 1 for the mill.",
        "It is on pages 3 to 9.",
        "The Renault 208 sells well.",
        "The ministers of the Group of 20 met.",
    ],
)
def test_who_speaks_and_what_is_named_is_not_counted(text: str) -> None:
    assert read(text) == []


def test_one_who_does_not_speak_is_counted() -> None:
    assert only("One teacher was hurt.") == (1, "teacher", "=")


@pytest.mark.parametrize("text", ["Some 40 were injured.", "Some 40 were killed in the blast.", "Some 40 others are still feared trapped."])
def test_a_bare_number_is_of_people_by_what_befell_them(text: str) -> None:
    assert only(text)[:2] == (40, "person")


def test_a_bare_number_beside_other_things_is_not_of_people() -> None:
    assert read("Of the 60 cows three were killed.")[1] == (3, None, "=")
    assert read("The book lacks 3 missing sheets.")[0][1] is None


def test_a_unit_may_stand_behind_the_same_in_brackets() -> None:
    assert read("It is 20 to 30 (65 to 100 feet) metres deep.")[0][:2] == (20, "m")
    assert [unit for _, unit, _ in read("It drifts 50 km (31 miles) a day.")] == ["km per day", "mile per day"]
    assert read("It rose 50 (31 were planned).")[0][1] is None


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Owners will pay $90 more.", "up"),
        ("The plan is $90 more than last year's.", "up"),
        ("A ticket costs $90 less than a year ago.", "down"),
        ("A flat is $90 more than a room.", "="),
        ("He asked for $90 more.", "="),
    ],
)
def test_dearer_than_it_was_is_up(text: str, change: str) -> None:
    assert only(text)[2] == change


def test_a_loss_by_the_share_is_no_fall() -> None:
    assert only("The mill lost 60 cents a share.") == (60, "cent per share", "=")
    assert only("The stock lost 60 cents.")[2] == "down"


def test_cents_are_of_the_currency_that_is_named() -> None:
    assert read("It made 60 cents a share on sales of $9m.")[0] == (Decimal("0.6"), "USD per share", "=")
    assert read("It cost 60 cents, or a tenth of €6.")[0][:2] == (Decimal("0.6"), "EUR")
    assert read("It cost 60 cents, less than €2 or $3.")[0][:2] == (60, "cent")


def test_a_sum_of_accounts_may_have_its_brackets_behind_the_sign() -> None:
    assert only("Net income was $(4.2) million.")[:2] == (Decimal(-4200000), "USD")


@pytest.mark.parametrize(
    "text",
    [
        "Vale added 15 points and nine rebounds.",
        "His basket put them up three points with a minute of overtime left.",
        "They were running off eight points when the coach called a timeout.",
    ],
)
def test_the_points_of_a_game_neither_rise_nor_fall(text: str) -> None:
    assert read(text)[0][2] == "="


def test_the_points_of_an_index_do() -> None:
    assert only("The index added 15 points as games makers' shares rose.")[2] == "up"


def test_a_measure_that_only_says_which_things_are_meant_is_no_figure_of_its_own() -> None:
    assert read("They made 11 3-pointers.") == [(11, "3-pointer", "=")]
    assert read("It stopped near the 13 mile marker.") == []


def test_each_of_several_ages_is_one() -> None:
    assert read("Two girls aged 7 and 9 drowned.") == [(2, "girl", "="), (7, "year", "="), (9, "year", "=")]
    assert read("Boys aged 3, 5 and 8 were hurt.") == [(3, "year", "="), (5, "year", "="), (8, "year", "=")]


def test_the_size_of_a_quake_may_be_tied_by_a_hyphen() -> None:
    assert only("A magnitude-6 quake struck.")[0] == 6


def test_a_shop_is_no_range_and_a_record_no_count() -> None:
    assert read("A 7-Eleven was robbed.") == []
    assert only("Orsa (16-63) lost again.")[1] == "score"


def test_a_way_within_metres_is_no_million() -> None:
    assert only("It died within 30m of the sea.")[:2] == (30, "m")
    assert read("He won 30m of the 50m votes.")[0][0] == 30_000_000


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("The ferry held 15 New Zealanders.", "New Zealander", "15 New Zealanders"),
        ("Nine South Koreans were aboard.", "South Korean", "9 South Koreans"),
        ("Two Fijians were aboard.", "Fijian", "2 Fijians"),
        ("Six young Germans were aboard.", "German", "6 Germans"),
        ("A dozen Danes were aboard.", "Dane", "12 Danes"),
        ("Three Greek ships met.", "ship", "3 ships"),
        ("Six Greens were there.", "green", "6 greens"),
    ],
)
def test_the_people_of_a_country_keep_their_name(text: str, unit: str, said: str) -> None:
    (found,) = find_figures(text)
    assert (found.unit, describe_figure(found)) == (unit, said)


@pytest.mark.parametrize(
    ("text", "value"),
    [("The road cost N3.2bn.", 3_200_000_000), ("It costs N45,000.", 45_000), ("He gave N1.2 trillion.", 1_200_000_000_000)],
)
def test_nigerian_papers_write_an_n_before_a_sum(text: str, value: int) -> None:
    assert only(text)[:2] == (value, "NGN")


@pytest.mark.parametrize("text", ["They wore N95 masks.", "He took the N7 to Cork."])
def test_an_n_before_a_short_number_is_no_money(text: str) -> None:
    assert "NGN" not in [unit for _, unit, _ in read(text)]


def test_a_score_behind_a_score_is_one_and_eggs_are_told_by_the_dozen() -> None:
    first, second = find_figures("Clare beat Cork 2-14 to 0-15.")
    assert (first.unit, second.unit, second.value, second.high) == ("score", "score", 0, 15)
    assert only("Eggs cost $4.95 a dozen.")[:2] == (Decimal("4.95"), "USD per dozen")
