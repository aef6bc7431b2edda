"""Figures as newspapers of several countries write them, kind by kind: what is read, and what looks like it and is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Figure
from factcheck.values import describe_figure, figure_set, find_figures


def read(text: str) -> list[tuple[str, str | None, str]]:
    """Value, unit and change of every figure, the value as it would be typed."""
    return [(_number(f), f.unit, str(f.change)) for f in find_figures(text)]


def _number(figure: Figure) -> str:
    low = f"{round(figure.value, 3).normalize():f}"
    return low if figure.high is None else f"{low}..{round(figure.high, 3).normalize():f}"


def values(text: str) -> list[tuple[str, str | None]]:
    """Value and unit of every figure."""
    return [(value, unit) for value, unit, _ in read(text)]


def changes(text: str) -> list[str]:
    """How each figure is qualified."""
    return [change for _, _, change in read(text)]


class TestDollars:
    @pytest.mark.parametrize(
        ("written", "value", "code"),
        [
            ("$US41.5m", "41500000", "USD"), ("US$41 trillion", "41000000000000", "USD"), ("$A18m", "18000000", "AUD"),
            ("A$18m", "18000000", "AUD"), ("$NZ3.2 million", "3200000", "NZD"), ("NZ$3.2 million", "3200000", "NZD"),
            ("$HK90m", "90000000", "HKD"), ("C$7bn", "7000000000", "CAD"), ("$C7bn", "7000000000", "CAD"), ("$S12", "12", "SGD"),
        ],
    )  # fmt: skip
    def test_the_country_may_stand_on_either_side_of_the_sign(self, written: str, value: str, code: str) -> None:
        (figure,) = find_figures(f"The quay cost {written} to mend.")
        assert (figure.value, figure.unit, figure.text) == (Decimal(value), code, written)

    def test_a_word_that_only_stands_near_the_sign_is_no_country(self) -> None:
        assert values("Paid in $ A 40 tram stopped.") != [("40", "AUD")]


class TestBelowNought:
    @pytest.mark.parametrize(
        "text",
        ["The port made minus £4m.", "The port made -£4m.", "Profit was (£4m).", "It came to negative £4m.", "A result of (£4m) was told."],
    )
    def test_a_sum_is_negative_in_words_by_sign_and_in_brackets(self, text: str) -> None:
        assert values(text) == [("-4000000", "GBP")]

    @pytest.mark.parametrize("text", ["The port made a loss of £4m.", "The port (£4m in debt) shut.", "The new crane (£4m) came."])
    def test_a_loss_told_by_a_noun_and_a_sum_put_in_brackets_are_not(self, text: str) -> None:
        assert values(text) == [("4000000", "GBP")]

    def test_plus_or_minus_is_a_margin(self) -> None:
        assert values("The poll is right to plus or minus 3 points.") == [("3", "point")]


class TestMillionsAndMetres:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Thieves copied 2m records.", ("2000000", "record")),
            ("The singer sold 3m albums.", ("3000000", "album")),
            ("Readership fell to 4m.", ("4000000", None)),
            ("Some 4m voted.", ("4000000", None)),
            ("The hole is 2m deep.", ("2", "m")),
            ("A 3m fence fell.", ("3", "m")),
            ("Waves of 6m hit the pier.", ("6", "m")),
            ("She ran in the 400m final.", ("400", "m")),
            ("The 6m waves hit.", ("6", "m")),
        ],
    )
    def test_the_thing_that_is_told_decides(self, text: str, found: tuple[str, str | None]) -> None:
        assert values(text) == [found]

    def test_both_ends_of_a_change_are_millions(self) -> None:
        assert values("Sales rose from 3m to 9m.") == [("3000000", None), ("9000000", None)]
        assert values("The price fell to 3m from 4m euros.") == [("3000000", "EUR"), ("4000000", "EUR")]


class TestGluedAndHyphened:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("The cot is 21in wide.", ("21", "inch", "=")),
            ("The guard is 6'2\" tall.", ("6.167", "foot", "=")),
            ("The guard is 6-foot-2.", ("6.167", "foot", "=")),
            ("The guard is 6ft 2in tall.", ("6.167", "foot", "=")),
            ("She weighed 7lb 4oz.", ("7.25", "lb", "=")),
            ("She weighs 12 stone 7.", ("12.5", "stone", "=")),
            ("Forty-odd sheep strayed.", ("40", "sheep", "~")),
            ("The 300-plus guests left.", ("300", "guest", ">=")),
            ("The 300+ guests left.", ("300", "guest", ">=")),
            ("A 12-strong choir sang.", ("12", None, "=")),
            ("The 12-page list is lost.", ("12", "page", "=")),
            ("A two-man crew sailed.", ("2", "man", "=")),
            ("He signed for three-and-a-half years.", ("3.5", "year", "=")),
            ("It cost five pounds twenty.", ("5.2", "GBP", "=")),
        ],
    )
    def test_the_number_has_its_unit_and_its_noun(self, text: str, found: tuple[str, str | None, str]) -> None:
        assert read(text) == [found]

    def test_what_is_counted_may_have_a_measure_of_its_own(self) -> None:
        assert values("Two 14-year-old girls climbed three six-foot walls.") == [
            ("2", "girl"), ("14", "year"), ("3", "wall"), ("6", "foot"),
        ]  # fmt: skip

    def test_plus_joins_what_comes_next(self) -> None:
        assert changes("He cost £35m plus £5m in fees.") == ["=", "="]

    def test_plurals_that_stand_before_a_hyphen_or_in_capitals_are_counted(self) -> None:
        assert values("Three passers-by and 12 RBIs.") == [("3", "passer-by"), ("12", "rbi")]

    def test_one_counts_the_noun_behind_a_name(self) -> None:
        assert values("One Kent County tracking station shut.") == [("1", "station")]


class TestFromTo:
    @pytest.mark.parametrize(
        "text",
        [
            "Rents rose from £40 to £60.",
            "The fare was cut from £60 to £40.",
            "The toll doubled from £40 to £80.",
            "The council raised the charge for a berth in Leith from £40 to £60.",
            "Rents went from just over £40 to £60.",
            "It raised the cost from £40 to £60.",
        ],
    )
    def test_a_change_has_two_values(self, text: str) -> None:
        assert len(values(text)) == 2

    @pytest.mark.parametrize(
        "text",
        [
            "Berths cost from £40 to £60.",
            "Prices range from £40 to £60.",
            "Fines of from £40 to £60 are usual.",
            "It sells at £40 to £60.",
            "The change affects fares from £40 to £60.",
        ],
    )
    def test_a_range_is_one(self, text: str) -> None:
        assert values(text) == [("40..60", "GBP")]

    def test_a_forecast_that_was_a_range_before_stays_one(self) -> None:
        assert values("It expects $84 billion, down from the $89 to $93 billion it had hoped for.")[1] == (
            "89000000000..93000000000",
            "USD",
        )

    def test_by_how_much_and_to_what(self) -> None:
        assert read("Tin rose $2 to $74.") == [("2", "USD", "up"), ("74", "USD", "=")]
        assert read("Rents rose 5 to 10 per cent.") == [("5..10", "percent", "up")]

    def test_one_or_two_is_one_guess(self) -> None:
        assert values("It will shed one or two points.") == [("1..2", "point")]
        assert values("It took eight or nine days.") == [("8", "day"), ("9", "day")]

    def test_a_vote_and_a_set_are_scores(self) -> None:
        assert values("The Senate voted 52 to 48.") == [("52..48", "score")]
        assert values("Vale won 6-4, 3-6, 7-5.") == [("6..4", "score"), ("3..6", "score"), ("7..5", "score")]


def test_a_sum_that_is_told_by_the_share_in_other_words_is_none_by_the_share() -> None:
    assert values("It lost $4bn or $8.39 a share.") == [("4000000000", "USD"), ("8.39", "USD per share")]
    assert values("It pays 5 or 6 cents a share.") == [("5", "cent per share"), ("6", "cent per share")]


RATES = [
    ("Tin is at $74 a barrel.", "74", "USD per barrel"),
    ("Guards earn £15 an hour.", "15", "GBP per hour"),
    ("Supper is £35 a head.", "35", "GBP per head"),
    ("He is on £3m-a-year.", "3000000", "GBP per year"),
    ("Profit was 40 cents a share.", "40", "cent per share"),
    ("The port loses £2m a day.", "2000000", "GBP per day"),
    ("The yard makes 90 boats a week.", "90", "boat per week"),
    ("Output grows 4% a year.", "4", "percent per year"),
    ("Diesel is 154p a litre.", "154", "penny per l"),
    ("It costs $15-20 a head.", "15..20", "USD per head"),
    ("The pump moves 300 litres a second.", "300", "l per second"),
    ("Lead was at 5 mg/l.", "5", "milligram per l"),
    ("It pays £40 per annum.", "40", "GBP per year"),
]


class TestRates:
    @pytest.mark.parametrize(("text", "value", "unit"), RATES)
    def test_what_it_is_told_per_is_in_the_unit(self, text: str, value: str, unit: str) -> None:
        assert values(text) == [(value, unit)]

    @pytest.mark.parametrize("text", ["Sales were £5m a year ago.", "He paid £5m a week later.", "He paid £5m a year after the flood."])
    def test_a_time_after_which_something_was_is_no_rate(self, text: str) -> None:
        assert ("5000000", "GBP") in values(text)

    def test_both_ends_of_a_change_are_told_per_the_same(self) -> None:
        assert values("Pay rose from $12 to $15 an hour.") == [("12", "USD per hour"), ("15", "USD per hour")]

    @pytest.mark.parametrize("text", [text for text, _, _ in RATES])
    def test_a_reviewer_may_type_what_is_shown(self, text: str) -> None:
        (figure,) = find_figures(text)
        found = figure_set(figure, describe_figure(figure), "Ada")
        assert found == figure.model_copy(update={"set_by": "Ada"})


class TestPounds:
    @pytest.mark.parametrize(
        "text",
        [
            "The council set aside 500 pounds for benches.",
            "A grant of 500 pounds went to the choir.",
            "He owes 500 pounds.",
            "The storm did 500 pounds of damage.",
            "The bench was won in a raffle of 500 pounds for charity, and cash.",
        ],
    )
    def test_what_is_paid_is_money(self, text: str) -> None:
        assert values(text) == [("500", "GBP")]

    @pytest.mark.parametrize("text", ["The pig weighs 500 pounds.", "Thieves took 500 pounds of copper.", "The 500-pound boar fled."])
    def test_what_is_weighed_is_not(self, text: str) -> None:
        assert values(text) == [("500", "lb")]

    def test_so_many_pounds_are_money_where_nothing_else_tells(self) -> None:
        assert values("The choir has 500,000 pounds.") == [("500000", "GBP")]


class TestSciences:
    @pytest.mark.parametrize(
        ("written", "unit"),
        [
            ("7°C", "degree Celsius"), ("7 ppm", "part per million"), ("7 ppb", "part per billion"), ("7 kHz", "kilohertz"),
            ("7 ksi", "kilopound per square inch"), ("7 gigatonnes", "gigatonne"), ("7 Gt", "gigatonne"), ("7 µg/m3", "microgram per m3"),
            ("7 μg/m³", "microgram per m3"), ("7 kWh", "kilowatt hour"), ("7 hPa", "hectopascal"), ("7 mSv", "millisievert"),
            ("7 kBq", "kilobecquerel"), ("7 mmol/l", "millimole per l"), ("7 nanoseconds", "nanosecond"), ("7 MVA", "megavolt ampere"),
            ("7 gigapascals", "gigapascal"), ("7 petajoules", "petajoule"), ("7 kV", "kilovolt"), ("7 MB", "megabyte"),
            ("7 Gbps", "gigabit per second"),
            ("7 mmHg", "millimetre of mercury"), ("7 microteslas", "microtesla"), ("7 kcal", "kilocalorie"),
        ],
    )  # fmt: skip
    def test_a_unit_is_read_with_its_prefix(self, written: str, unit: str) -> None:
        (figure,) = find_figures(f"They measured {written} there.")
        assert (figure.value, figure.unit, figure.text) == (Decimal(7), unit, written)

    def test_a_sign_that_is_much_else_needs_its_prefix(self) -> None:
        assert values("They saw 5 VA hospitals.") == [("5", "hospital")]


class TestDirections:
    @pytest.mark.parametrize(
        "text",
        [
            "Shares plunged 3 per cent.",
            "The index ended down 3 points.",
            "The index closed 3 points lower.",
            "The index closed 3 per cent down.",
            "Rents fell by £3.",
            "Tin was down 3% on the week.",
            "A 3 per cent fall in rents was told.",
            "A 3% annual drop in rents was told.",
            "The party lost 3 seats.",
            "The yard shed 300 jobs.",
            "The bank cut rates by 3 points.",
            "The bank cut its rate 3 points.",
            "Rents are 3% lower than a year ago.",
        ],
    )
    def test_down(self, text: str) -> None:
        assert changes(text) == ["down"]

    @pytest.mark.parametrize(
        "text",
        [
            "Shares climbed 3 per cent.",
            "Tin gained $3.",
            "Shares jumped 3 per cent.",
            "The index finished 3 points higher.",
            "A 3 per cent rise in rents was told.",
            "The bank raised rates by 3 points.",
            "The party gained 3 seats.",
        ],
    )
    def test_up(self, text: str) -> None:
        assert changes(text) == ["up"]

    @pytest.mark.parametrize(
        "text",
        [
            "He lost 3 games.",
            "He lost two jobs.",
            "Rents fell to £3.",
            "Rents are down from £3.",
            "The yard lost £3m in the fraud.",
            "The bank raised the 3% duty.",
            "Rents are 3% higher than in Leeds.",
            "The court heard 3 lower courts.",
            "Shares fell as profit missed forecasts by 3%.",
            "Leith led by 3 points.",
            "They dropped 3 bombs.",
            "It ended up with 3 boats.",
        ],
    )
    def test_neither(self, text: str) -> None:
        assert changes(text) == ["="]


class TestNoFigures:
    @pytest.mark.parametrize(
        "text",
        [
            "She is one of the most able judges.",
            "He is one of the men who left.",
            "Callers made 911 calls.",
            "Dial 999 in need.",
            "They cited Section 230 and Article 50, and Rule 5.",
            "The yard filed for Chapter 11, as page 14 has it.",
            "The A40 and Interstate 95 were shut, and Flight 447 was late.",
            "He drives a Mazda 3 to see Schalke 04.",
            "It was filmed in 4K.",
            "He read “Nineteen eighty-four”.",
            "The FTSE 100 and the Stoxx 50 were still.",
        ],
    )
    def test_names_labels_and_idioms_are_none(self, text: str) -> None:
        assert [f.text for f in find_figures(text)] == []

    def test_one_of_so_many_counts(self) -> None:
        assert values("One of the 12 judges left.") == [("1", "judge"), ("12", "judge")]

    def test_wickets_in_overs_and_wins_in_games_are_no_shares(self) -> None:
        assert values("They took six in 50 overs.") == [("6", None), ("50", "over")]
        assert values("Six in 10 voters left.") == [("0.6", None)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The Sydney pool cost $4m, Australian officials said.", "AUD"),
        ("A Toronto court fined the Canadian bank $2m.", "CAD"),
        ("The Sydney pool cost US$4m, Australian officials said.", "USD"),
        ("The pool cost $4m.", "USD"),
        ("Sydney paid $4m, said Chicago and New York.", "USD"),
    ],
)
def test_a_dollar_is_that_of_the_country_that_the_text_is_of(text: str, unit: str) -> None:
    assert find_figures(text)[0].unit == unit


def test_what_is_measured_may_stand_between_a_measure_and_its_rate() -> None:
    assert find_figures("It sheds 11bn tonnes of ice a year.")[0].unit == "metric ton per year"
    assert find_figures("He lost 5kg of fat a year ago.")[0].unit == "kg"


@pytest.mark.parametrize("dateline", ["LEEDS - ", "LEEDS — ", "Leeds – ", "LEEDS (Wire) - "])
def test_a_number_in_words_behind_a_dateline_is_one(dateline: str) -> None:
    assert [figure.text for figure in find_figures(f"{dateline}Twelve people died.")] == ["Twelve people"]


def test_a_number_that_a_hyphen_ties_to_a_name_is_none() -> None:
    assert find_figures("Covid-19 closed it, and Article-50 talks failed.") == []


@pytest.mark.parametrize(
    "text",
    [
        "6.10 The applicant appealed.",
        "12. The applicant lives in Hull.",
        "Under s 6.10 and reg 4.2 he had to pay.",
        "It relied on rule 3.4(2) and on Section 231(1).",
    ],
)
def test_the_number_of_a_passage_is_no_figure(text: str) -> None:
    assert list(find_figures(text)) == []


def test_what_a_measure_is_told_per_is_part_of_its_unit() -> None:
    told = find_figures("It does 12 miles a gallon at 35 miles an hour. Wheat is $5.10 a bushel.")
    assert [(one.text, one.unit) for one in told] == [
        ("12 miles a gallon", "mile per gallon"),
        ("35 miles an hour", "mph"),
        ("$5.10 a bushel", "USD per bushel"),
    ]


def test_a_decimal_that_opens_a_line_is_a_figure_where_it_measures() -> None:
    assert [one.text for one in find_figures("12.5 per cent stayed.\n4.5 Million people came.")] == ["12.5 per cent", "4.5 Million people"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The fine was R1 500.", "1500", "ZAR"),
        ("A loan of R25 000 was found.", "25000", "ZAR"),
        ("They paid R1 500 000 for the farm.", "1500000", "ZAR"),
        ("Rent is R3 250 a month.", "3250", "ZAR per month"),
        ("Rent is R3,250 a month.", "3250", "ZAR per month"),
    ],
)
def test_rands_may_have_a_space_between_their_thousands(text: str, value: str, unit: str) -> None:
    assert values(text) == [(value, unit)]


@pytest.mark.parametrize(
    "text", ["The group ZUMA REAL 100% marched.", "The list BARRIO VIVO 50% won a seat.", "He drinks PURE GOLD 90% rum."]
)
def test_a_per_cent_that_closes_a_name_in_capitals_is_no_figure(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "TURNOUT REACHES 60% IN LOCAL POLLS",
        "TURNOUT REACHES 60%",
        "The firm ACME BOATS 60% of which is ours sank.",
        "The BBC 60% of it said.",
    ],
)
def test_a_per_cent_in_a_headline_in_capitals_is_one(text: str) -> None:
    assert values(text) == [("60", "percent")]
