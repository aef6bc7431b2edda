"""The forms in which sums and distances in time are told, each right and wrong."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.checking import check
from factcheck.model import Article
from tests.checking.reading import as_blocks


def flagged(sentence: str) -> set[str]:
    read = as_blocks("The harbour", sentence, "It rained.")
    return {flag.check for flag in check(Article(**{**dict(read), "published": date(2019, 3, 5)}), ())}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of the 36 berths, or 50 per cent, are empty.",
        "Thirty of 40 ships (25%) sank.",
        "She won by 312 votes to 298, with a majority of 20.",
        "He won 52% to 48%, a lead of six points.",
        "The crash killed 12 people: five men, four women and two children.",
        "The club sold 300 tickets at $5 each, making $2,000.",
        "Pay rose to £15 an hour from £10, a rise of 20 per cent.",
        "The crash killed at least 12 people: five men, four women and two children.",
        "The crash killed up to ten people: five men, four women and two children.",
    ],
)
def test_sums_that_do_not_come_out(sentence: str) -> None:
    assert flagged(sentence) == {"arithmetic"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of the 36 berths, or 25 per cent, are empty.",
        "About 30 of 40 ships (77%) sank.",
        "She won by 312 votes to 298, with a majority of 14.",
        "He won 52.4% to 47.6%, a lead of five points.",
        "The crash killed 12 people, five men, four women and three children.",
        "The crash killed 12 people, five men and four women among them.",
        "The crash killed at least 12 people, five men, four women and three children.",
        "The crash killed at least ten people, five men, four women and three children.",
        "The crash killed up to 12 people, five men, four women and three children.",
        "The crash killed 12 people, at least five men, four women and two children.",
        "The club sold 300 tickets at $5 each, making about $1,600.",
        "The club sold 300 tickets at $5 each and paid the band $2,000.",
        "Pay rose to £15 an hour from £10, a rise of 50 per cent.",
        "He had 12 goals, seven assists and four cards.",
    ],
)
def test_sums_that_do(sentence: str) -> None:
    assert flagged(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Okafor (1932–1920) was a pilot.",
        "The road was shut between 2010 and 2004.",
        "The road was shut from 12 March 2018 until 5 March 2018.",
        "It opened in 1980. Some 21 years later, in 2010, it shut.",
        "The town marks the tenth anniversary of the 1999 flood.",
        "The road opened on 29 February 2018.",
    ],
)
def test_days_that_cannot_be(sentence: str) -> None:
    assert flagged(sentence) == {"timeline"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Okafor (1920–1932) was a pilot.",
        "The road was shut from November to March.",
        "Ten years later, in 1995, it burnt.",
        "Jobs at the port fell from 2010 to 2004 in a year.",
        "The town marks the 20th anniversary of the 1999 flood.",
        "The road opened on 29 February 2016.",
    ],
)
def test_days_that_can(sentence: str) -> None:
    assert flagged(sentence) == set()


@pytest.mark.parametrize(
    "told",
    [
        "Maud Pryor was born in 1934. Pryor left school in 1929 and made pots.",
        "Carl Dunn, 58, was convicted on 8 February. Dunn went on trial on 20 February.",
        "The war began in 1875 and ended in 1871 with a treaty.",
        "Dora Quill died in 2014. The bridge was opened in 1986. In 1980, the bridge closed for good.",
        "The museum was founded in 1987 by a dentist. The museum, founded in 1965, is too small.",
        "The bank, which was founded in 2017, has 40 branches. Eva Lind joined the bank in 2015.",
        "The league, a club of clubs, was founded in 1911. In 1903, the league bought a hall.",
        "The roof of the mill was built in 1960. The roof was opened to walkers in 1951.",
        "The trust marks its 100th birthday. The trust was established in 1936.",
        "This is the 50th anniversary of the flood barrier. The barrier was opened in 1989.",
        "The storm struck on Sunday 3 March. The power came back two days later, on Wednesday.",
        "They left on Friday. The next day, Monday, they were found.",
        "The forms will be accepted until 28 February 2019.",
        "The pool is due to reopen on March 1 after ten years.",
    ],
)
def test_events_that_cannot_come_in_the_order_in_which_they_are_told(told: str) -> None:
    assert flagged(told) == {"timeline"}


@pytest.mark.parametrize(
    "told",
    [
        "The pool was built in 1936 and closed in 2010. The pool was rebuilt in 2014 and opened in 2015.",
        "The school was founded in 1940. A girls' school was founded in 1902, and the old school closed in 1935.",
        "Carl Dunn was charged on 20 February. Dunn was sentenced in 2016 for another theft.",
        "Dora Quill died in 2014. Quill was honoured with a star in 2016.",
        "The bank was founded in 2017. Its owner joined a rival in 2015.",
        "The bridge, which will be opened in 2021, was to be built in 2022.",
        "The firm was founded in 1999. “The firm sold its first boat in 1990,” he said.",
        "The trust marks its 100th birthday. It was founded in 1919, and its museum, which it has run since, was opened in 1936.",
        "The town marks the 20th anniversary of the flood. The town was founded in 1850.",
        "They left on Monday. The storm struck on Friday. The next day, Saturday, they were found.",
        "The union said on 20 February that the strike will begin on 1 March.",
        "The pool is due to reopen on March 8 after ten years.",
        "Harbour plc said in 2018 that the road will open. The road opened on 2 March.",
    ],
)
def test_events_that_can(told: str) -> None:
    assert flagged(told) == set()


def test_the_anniversary_of_a_reader_s_own_year_needs_no_day_of_publication() -> None:
    read = as_blocks("The shop marks its 50th anniversary on 13 June 2026.", "The shop opened in 1986.", "It rained.")
    assert {flag.check for flag in check(read, ())} == {"timeline"}
