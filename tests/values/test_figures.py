"""What a reader of the figures sees: values, units and direction in the ways that newspapers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Change, Figure
from factcheck.values import describe_figure, find_dates, find_figures


def the_figure(text: str) -> Figure:
    """The only figure of `text`."""
    found = find_figures(text)
    assert len(found) == 1, [f.text for f in found]
    return found[0]


def read(text: str) -> list[tuple[str, str | None]]:
    """Value and unit of every figure, the value as it would be typed."""
    return [
        (f"{f.value.normalize():f}" if f.high is None else f"{f.value.normalize():f}..{f.high.normalize():f}", f.unit)
        for f in find_figures(text)
    ]


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("They sold 1,234,567 of them.", "1234567"),
            ("They sold 12,34,567 of them.", "1234567"),
            ("They sold 1 414 021 100 of them.", "1414021100"),
            ("They sold 40 000 of them.", "40000"),
            ("The index closed at 27,349.19.", "27349.19"),
            ("The pill holds .08 of it.", "0.08"),
            ("about 300k of them", "300000"),
            ("They sold twenty-six of them.", "26"),
            ("They sold a hundred and two of them.", "102"),
            ("two hundred and two thousand of them", "202000"),
            ("They sold 3 hundred and 21 of them.", "321"),
            ("two million three hundred and six thousand and one of them", "2306001"),
            ("They sold two dozen of them.", "24"),
            ("half a dozen of them", "6"),
            ("half a million of them", "500000"),
            ("two and a half million of them", "2500000"),
            ("one million and a half of them", "1500000"),
            ("a quarter of a million of them", "250000"),
            ("2½ of them", "2.5"),
            ("2 1/2 of them", "2.5"),
            ("three-quarters of them", "0.75"),
            ("five eighths of them", "0.625"),
            ("a fifth of them", "0.2"),
            ("nine point nought four of them", "9.04"),
            ("three lakh crore of them", "3000000000000"),
            ("a mass of 1.3x10^6 of them", "1300000"),
            ("a mass of 2.5×10−3 of them", "0.0025"),
            ("a mass of 4e14 of them", "400000000000000"),
            ("nil of them", "0"),
        ],
    )
    def test_every_way_of_writing_a_number_has_its_value(self, text: str, value: str) -> None:
        assert the_figure(text).value == Decimal(value)

    def test_one_in_five_is_a_fifth(self) -> None:
        assert read("One in five pupils, 2 out of 10 teachers and 1 in every 4 buses came late.") == [
            ("0.2", None),
            ("0.2", None),
            ("0.25", None),
        ]

    def test_dozens_are_kept_apart_as_from_one_to_ten_of_them(self) -> None:
        figure = the_figure("Dozens of ferries waited.")
        assert (figure.value, figure.high, figure.unit) == (Decimal(12), Decimal(120), "ferry")
        assert read("tens of thousands of walkers") == [("10000..100000", "walker")]
        assert read("a few hundred walkers, several thousand cyclists") == [("100..1000", "walker"), ("1000..10000", "cyclist")]

    def test_the_size_of_hundreds_of_millions_is_not_read_as_millions(self) -> None:
        assert read("the hundreds of millions of viewers") == [("100000000..1000000000", "viewer")]


class TestMoney:
    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("£1.2m", "1200000", "GBP"),
            ("$1.2bn", "1200000000", "USD"),
            ("US$40", "40", "USD"),
            ("A$4.2b", "4200000000", "AUD"),
            ("HK $3.7 billion", "3700000000", "HKD"),
            ("Rs 500", "500", "INR"),
            ("₹2,700 crore", "27000000000", "INR"),
            ("2.7 crore rupees", "27000000", "INR"),
            ("RM23.50", "23.5", "MYR"),
            ("EUR50m", "50000000", "EUR"),
            ("1,200€", "1200", "EUR"),
            ("15 USD", "15", "USD"),
            ("eight million yen", "8000000", "JPY"),
            ("10,000 Swiss francs", "10000", "CHF"),
            ("10,000 Swedish kronor", "10000", "SEK"),
            ("10,000 Danish kroner", "10000", "DKK"),
            ("20 million pounds", "20000000", "GBP"),
            ("three dollars and 50 cents", "3.5", "USD"),
            ("470 pence", "470", "penny"),
            ("$-50.8bn", "-50800000000", "USD"),
            ("$31.20 US", "31.2", "USD"),
            ("millions of dollars", "1000000", "USD"),
        ],
    )
    def test_sums_have_their_currency(self, text: str, value: str, unit: str) -> None:
        figure = the_figure(f"The harbour cost {text}.")
        assert (figure.value, figure.unit, figure.text) == (Decimal(value), unit, text)

    def test_francs_without_a_country_keep_their_name(self) -> None:
        assert read("It cost 1,015 francs and 20 pesos.") == [("1015", "franc"), ("20", "peso")]

    def test_pounds_weigh_unless_they_are_paid(self) -> None:
        assert read("The crab weighed 12 pounds. He was fined 500 pounds.") == [("12", "lb"), ("500", "GBP")]

    def test_words_that_are_codes_too_are_left_alone(self) -> None:
        assert read("ALL 5 pumps failed. TOP 40 songs.") == [("5", "pump"), ("40", "song")]


class TestMeasures:
    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("20 below zero", "-20", "degree"),
            ("2 degrees below zero", "-2", "degree"),
            ("5C below zero", "-5", "degree Celsius"),
            ("Rs 300 cr", "3000000000", "INR"),
            ("250mls", "250", "millilitre"),
            ("46 per cent", "46", "percent"),
            ("0.5%", "0.5", "percent"),
            ("two percentage points", "2", "percentage point"),
            ("25 basis points", "25", "basis point"),
            ("a quarter of a percentage point", "0.25", "percentage point"),
            ("20km", "20", "km"),
            ("12 square miles", "12", "square mile"),
            ("10,000 square nautical miles", "10000", "square nautical mile"),
            ("1,520 sq m", "1520", "m2"),
            ("301 km²", "301", "km2"),
            ("50mph", "50", "mph"),
            ("15 miles an hour", "15", "mph"),
            ("-18 °C", "-18", "degree Celsius"),
            ("minus-26 degrees Fahrenheit", "-26", "degree Fahrenheit"),
            ("5 ft 6 in", "5.5", "foot"),
            ("half an hour", "0.5", "hour"),
            ("5.5kWh", "5.5", "kilowatt hour"),
            ("275 pound-feet", "275", "pound-foot"),
            ("six-mile", "6", "mile"),
            ("1.8 billion-mile", "1800000000", "mile"),
            ("800,000 barrels a day", "800000", "barrel per day"),
            ("15 years", "15", "year"),
        ],
    )
    def test_measures_have_their_unit(self, text: str, value: str, unit: str) -> None:
        figure = the_figure(f"They saw {text} of it.")
        assert (figure.value, figure.unit, figure.text) == (Decimal(value), unit, text)

    def test_an_m_is_a_million_when_something_is_counted_and_a_metre_otherwise(self) -> None:
        assert read("35m users swam 100m, then 1.2m tonnes fell from a 40m tower.") == [
            ("35000000", "user"), ("100", "m"), ("1200000", "metric ton"), ("40", "m"),
        ]  # fmt: skip

    def test_a_race_over_200m_is_no_two_hundred_million(self) -> None:
        assert read("He won the 200m title.") == [("200", "m")]

    def test_ages_are_years(self) -> None:
        assert read("Ruth Okafor, 25, said so. A 15-year-old boy, aged 15. She turned 30 in Leith.") == [
            ("25", "year"), ("15", "year"), ("15", "year"), ("30", "year"),
        ]  # fmt: skip


class TestCounts:
    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("3,400 people", "3400", "person"),
            ("four electric vessels", "4", "vessel"),
            ("1,500 women injured", "1500", "woman"),
            ("seven European countries", "7", "country"),
            ("two new three-legged stools", "2", "stool"),
            ("12 sports fans", "12", "fan"),
            ("25,772 US patents", "25772", "patent"),
            ("129 lives", "129", "life"),
            ("one oak", "1", "oak"),
            ("five-member", "5", "member"),
            ("sixfold", "6", "time"),
            ("four times", "4", "time"),
        ],
    )
    def test_the_unit_is_the_lemma_of_what_is_counted(self, text: str, value: str, unit: str) -> None:
        figure = the_figure(f"They saw {text} there.") if "injured" not in text else the_figure(text)
        assert (figure.value, figure.unit) == (Decimal(value), unit)

    def test_a_number_borrows_the_unit_of_the_next(self) -> None:
        assert read("nine of the twelve frames") == [("9", "frame"), ("12", "frame")]
        assert read("half of the £12m") == [("0.5", None), ("12000000", "GBP")]
        assert read("eight or nine euros") == [("8", "EUR"), ("9", "EUR")]
        assert read("four-, five- and six-cylinder engines") == [("4", "cylinder"), ("5", "cylinder"), ("6", "cylinder")]


class TestRanges:
    @pytest.mark.parametrize(
        ("text", "low", "high", "unit"),
        [
            ("3-5 per cent", "3", "5", "percent"),
            ("3–5km", "3", "5", "km"),
            ("between 40 and 50 boats", "40", "50", "boat"),
            ("between two hundred and three hundred men", "200", "300", "man"),
            ("$10 to $15 billion", "10000000000", "15000000000", "USD"),
            ("$200 to $4 million", "200", "4000000", "USD"),
            ("four to five thousand boats", "4000", "5000", "boat"),
            ("8- to 16-metre", "8", "16", "m"),
            ("from -18 °C to -34 °C", "-34", "-18", "degree Celsius"),
        ],
    )
    def test_both_ends_are_read(self, text: str, low: str, high: str, unit: str) -> None:
        figure = the_figure(text)
        assert (figure.value, figure.high, figure.unit) == (Decimal(low), Decimal(high), unit)

    def test_a_rise_from_one_value_to_another_is_two_figures(self) -> None:
        assert read("Rents rose from £900 to £950.") == [("900", "GBP"), ("950", "GBP")]

    def test_a_score_keeps_the_order_it_was_written_in(self) -> None:
        figure = the_figure("Leith won 9-7 at home.")
        assert (figure.value, figure.high, figure.unit, figure.change) == (Decimal(9), Decimal(7), "score", Change.EXACT)
        assert the_figure("The court ruled 5-to-4.").high == 4

    def test_odds_are_a_ratio(self) -> None:
        assert read("a 3-to-1 margin") == [("3", "ratio")]


class TestDirection:
    @pytest.mark.parametrize(
        ("text", "change"),
        [
            ("about 300 boats", "~"),
            ("some 300 boats", "~"),
            ("nearly £5m", "~"),
            ("300 boats or so", "~"),
            ("more than 32 per cent", ">"),
            ("at least 300 boats", ">="),
            ("in excess of $5", ">"),
            ("300 or more", ">="),
            ("fewer than 300 boats", "<"),
            ("up to £300", "<="),
            ("no more than 300 boats", "<="),
            ("Sales rose 5 per cent", "up"),
            ("Sales grew by about 5 per cent", "up"),
            ("Shares, up 9.4 per cent", "up"),
            ("Sales fell by a further 5 per cent", "down"),
            ("Sales rose to £5", "="),
            ("Sales were up from £5", "="),
            ("The roof was held up by 4 beams", "="),
            ("Rain over three days", "="),
            ("It took over three days", ">"),
            ("He raised £280", "="),
        ],
    )
    def test_words_around_the_figure_say_how_it_is_meant(self, text: str, change: str) -> None:
        assert the_figure(text).change == Change(change)

    def test_a_sign_before_a_percentage_is_a_move(self) -> None:
        assert [(f.value, f.change) for f in find_figures("Dow +0.2%, Dax -1.6%")] == [
            (Decimal("0.2"), Change.UP),
            (Decimal("1.6"), Change.DOWN),
        ]

    def test_the_same_move_told_twice_goes_the_same_way(self) -> None:
        assert [f.change for f in find_figures("It lost 190 points, or 0.6 per cent.")] == [Change.DOWN, Change.DOWN]


class TestNoFigures:
    @pytest.mark.parametrize(
        "text",
        [
            "He lives in Section 427, Row 21.",
            "She flew on a Boeing 737 and phoned from an iPhone 14.",
            "The XC40 passed the SF90.",
            "Call 020-7946-0958 or 555-0199-20.",
            "Call 020 7946 0958 or 0800 123 456.",
            "It runs version 1.2.3 at 192.168.1.2.",
            "He lives at 42 Marsh Lane.",
            "The 7th Fleet and the 19th hole.",
            "One said this, and no one said that one.",
            "One day they will help one another.",
            "The Big Four met the Six Nations.",
            "It opened in 1987.",
            "They met at 5pm on March 3.",
            "See the note [2] there.",
            "The first half was dull.",
            "The third quarter ended.",
            "A two-pronged plan in the twenty-first century.",
            "Case 0012345678901234567890 is closed.",
            "1 2 3 4 5 6 7",
            "World number one Ada Nilsson.",
            "https://example.org/2019/300?x=5",
        ],
    )
    def test_names_labels_dates_and_codes_are_left_alone(self, text: str) -> None:
        assert [f.text for f in find_figures(text)] == []


class TestDates:
    def test_a_length_of_time_is_a_figure_even_inside_a_date(self) -> None:
        assert read("Two days later she began a 14-month tour.") == [("2", "day"), ("14", "month")]

    def test_dates_that_were_found_already_are_taken_as_given(self) -> None:
        text = "On 5 May 30 boats came."
        assert [f.text for f in find_figures(text, dates=find_dates(text))] == ["30 boats"]


class TestInPlainWords:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("£1.2m", "GBP 1,200,000"),
            ("more than 32 per cent", "more than 32 per cent"),
            ("2-3 km", "2 to 3 km"),
            ("fell by 5.50 per cent", "down 5.5 per cent"),
            ("3,400 people", "3,400 people"),
            ("one policeman", "1 policeman"),
            ("two thirds of it", "0.6667"),
            ("won 2-1", "2–1"),
            ("a 3-to-1 margin", "3 to 1"),
            ("-18 °C", "−18 °C"),
            ("800,000 barrels a day", "800,000 barrels per day"),
            ("6 feet", "6 feet"),
            ("1.5x10^-30 kg", "1.5000E-30 kg"),
        ],
    )
    def test_a_figure_says_what_it_means(self, text: str, words: str) -> None:
        assert describe_figure(the_figure(text)) == words
