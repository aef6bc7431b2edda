"""What stands beside a claim whose words alone do not tell whom or what they mean."""

from __future__ import annotations

import pytest

import factcheck


def behind(text: str, start: str) -> str | None:
    """What the claim that begins so has behind it from the article; None for nothing."""
    claim = next(c for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None and c.gist.startswith(start))
    return claim.gist[len(claim.in_context) :].partition("[Context: ")[2].partition("]")[0] or None


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Two trawlers and a tug left Orsa harbour.", "The others stayed in port."),
        ("Nineteen pupils of Dell Primary fell ill.", "Four were taken to hospital."),
        ("A wall of the old mill fell on a bus.", "This was the third fall in a year."),
        ("The vote on the pier was tied.", "They will meet again."),
        ("Lee Metals lost the contract for the bridge.", "Those plans were dropped in May."),
        ("A gallery in Ostrel showed a play by Ida Finch.", "The performance lasted two hours."),
        ("The tug and the ferry met off Orsa.", "It sank."),
        ("A boy and a man were pulled out of the lake.", "One died."),
    ],
)
def test_the_sentence_before_stands_beside_a_word_that_points_to_it(before: str, sentence: str) -> None:
    assert behind(f"{before} {sentence}", sentence[:9]) == before


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee sold her house.",
        "The police arrested a man in Leeds.",
        "Six people died in Leeds.",
        "A wall of Dell Mill fell this week.",
        "Those who had paid Ann Lee were let in.",
        "It was clear that Ann Lee had won.",
        "The mayor of Orsa resigned.",
        "No one in Leeds was hurt.",
        "No one saw Ann Lee.",
        "Ann Lee has an office and the office is small.",
        "Nobody said so to Ann Lee.",
    ],
)
def test_what_leaves_nothing_open_has_nothing_beside_it(sentence: str) -> None:
    assert behind(f"A bank in Ostrel was robbed. {sentence}", sentence[:9]) is None


def test_a_thing_has_the_sentence_beside_it_that_first_told_of_it() -> None:
    text = "A clerk found a ledger in the cellar. Rain fell for a week. The ledger is in Leeds."
    assert behind(text, "The ledger") == "A clerk found a ledger in the cellar."


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The law forbids the dumping of waste in Larne.", "If a judge finds that Brannock did so, it may be fined."),
        ("Bo Hart will read the report in May.", "Ann Lee said that process takes six weeks."),
        ("“We were tired,” said Bo Hart.", "Ann Lee holds the same views."),
        ("The harbour trust is looking into the fall of a crane.", "Orsa Council is also involved."),
        ("Ann Lee, from a charity called Larch, met reporters.", "The respected local organisation urged Orsa to wait."),
        ("Firefighters pulled a boy from a hotel in Orsa.", "Ann Lee came to the site in May."),
        ("Bo Hart wrote the script of a film.", "Ann Lee had accepted the job for a week."),
        ("Overall sales fell 4 percent to $2.9bn.", "Analysts at Orsa Bank were expecting $3.1bn."),
        ("Orrin Foods Inc. reported its results on Friday.", "Shares were down 2 percent in London."),
    ],
)
def test_what_takes_up_what_was_told_has_it_beside_it(before: str, sentence: str) -> None:
    assert behind(f"{before} {sentence}", sentence[:9]) == before


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        (  # the nearest that tells of it anew
            "Two flights were cancelled on Tuesday. On Monday, a flight for Cork was cancelled. Ann Lee knew of the cancellation.",
            "Ann Lee",
            "On Monday, a flight for Cork was cancelled.",
        ),
        (  # whoever speaks, behind several quotations
            "Dan Mora leads the Larch party. Lena Orr left it. “It is late,” he said.",
            "“It is late",
            "Dan Mora leads the Larch party.",
        ),
        (  # however many of his quotations stand between
            "Bo Hart met Dan Mora in May. “It is late,” he said. “Has it worked for you?”",
            "[He:] “Has",
            "Bo Hart met Dan Mora in May.",
        ),
        (  # those who say it are not what they speak of
            "The unions met in Leeds. “Proposals which were late should be read again,” they said.",
            "“Proposals",
            "The unions met in Leeds.",
        ),
        (  # what is pointed at stands right before
            "Orrin Foods lost money in May. Sales in Leeds came to £3m. This number is below that of 2019.",
            "This number",
            "Sales in Leeds came to £3m.",
        ),
        (  # a division's, not the firm's
            "Orrin Foods fell. In its bread division, which Ann Lee runs, revenue rose 7 percent but was flat in Leeds.",
            "[Revenue] was flat",
            "In its bread division, which Ann Lee runs, revenue rose 7 percent but …",
        ),
        (  # the other half of its own sentence
            "While the fliers said that they had been told nothing, Orsa Air denied the allegation.",
            "Orsa Air",
            "While the fliers said that they had been told nothing …",
        ),
        (  # named in full
            "Bo Hart runs a club in Leeds. He met two nurses in May. Others came.",
            "Others",
            "Bo Hart met two nurses in May.",
        ),
        (  # described, and no more
            "A guard choked his partner in Leeds. She had two broken fingers.",
            "[His partner] had",
            "A guard choked his partner in Leeds.",
        ),
    ],
)
def test_of_all_sentences_the_one_stands_beside_it_that_tells(text: str, start: str, expected: str) -> None:
    assert behind(text, start) == expected


def test_the_capital_of_another_country_is_not_the_one_that_is_meant() -> None:
    assert "Chad" not in (
        behind("Rebels took Mali. They spoke in Chad's capital. Ann Lee slept. They are near the capital.", "They are") or ""
    )


def test_a_claim_from_the_end_of_a_sentence_has_its_beginning_beside_it() -> None:
    text = "A tug and a ferry met off Orsa. The crew of one was saved by a fisherman and they were taken to Leeds."
    assert (behind(text, "They") or "").endswith("The crew of one was saved by a fisherman and …")


def test_a_quotation_that_is_cut_has_both_its_marks() -> None:
    text = "“A tug hit the quay. It sank,” said Ann Lee. “The others fled.”"
    told = behind(text, "[Ann Lee:] “The others")
    assert told is not None
    assert told.count("“") == told.count("”") > 0


def test_brackets_of_the_article_stand_in_no_bracket() -> None:
    assert behind("The clerk [of works] found two letters. Both were old.", "Both") == "The clerk of works found two letters."


def test_the_first_sentence_has_nothing_before_it() -> None:
    assert behind("The others stayed in port.", "The others") is None


def test_whoever_is_meant_is_looked_for_where_nobody_is_left_open() -> None:
    text = "Bo Hart taught Ann Lee. “She was quick,” he said. She has two sons."
    claim = next(c for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None and "two sons" in c.gist)
    assert claim.gist.startswith("[Ann Lee] has") or "[Context: Bo Hart taught Ann Lee." in claim.gist


def test_what_stands_before_is_no_longer_than_two_sentences_of_a_paper() -> None:
    long = "Ann Lee and Bo Hart met " + ", ".join(f"a man from the {n}th village" for n in range(40)) + "."
    assert behind(f"{long} They slept.", "They") is None or len(behind(f"{long} They slept.", "They") or "") < 430


def test_here_is_where_the_article_was_written() -> None:
    text = "LEEDS (Reuters) - Two men were held.\n\nAnn Lee lives here. “Bo Hart lives here,” she said.\n"
    told = [claim.in_context for claim in factcheck.split(factcheck.read_text(text)) if "lives" in claim.gist and claim.part_of is None]
    assert told == ["Ann Lee lives here [Leeds].", "“Bo Hart lives here,” [Ann Lee] said."]


def test_what_names_nobody_and_nothing_has_what_it_goes_on_from_beside_it() -> None:
    assert behind("A bomb hit a bus in Leeds. Eight people died.", "Eight") == "A bomb hit a bus in Leeds."


@pytest.mark.parametrize("sentence", ["Revenue rose 4 percent to $3bn.", "Orlair posted net income of $20m."])
def test_what_a_firm_earned_has_the_sentence_beside_it_that_tells_in_which_quarter(sentence: str) -> None:
    reported = "Orlair reported a jump in second-quarter profit."
    assert behind(f"{reported} The airline flies to Oslo. {sentence}", sentence[:9]) == reported
    assert behind(f"Orlair reported a jump in profit. Orlair flies to Oslo. {sentence}", sentence[:9]) != reported


def test_what_a_firm_earned_in_a_quarter_that_it_names_has_nothing_beside_it() -> None:
    assert behind("Orlair reported a jump in second-quarter profit. In May Orlair sold shares for $3m.", "In May") is None
