"""Whatever stands in quotation marks is somebody's words: whole, with its speaker or with none, and never the article's own assertion."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.model import Claim, ClaimKind


def claims(text: str) -> list[Claim]:
    """The claims of a text, without names, dates and figures."""
    return [c for c in factcheck.split(factcheck.read_text(text)) if c.kind in (ClaimKind.QUOTE, ClaimKind.STATEMENT, ClaimKind.ASSERTION)]


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says what of the quotes of a text."""
    return [(c.speaker.known_as if c.speaker else None, c.in_context) for c in claims(text) if c.kind is ClaimKind.QUOTE]


class TestOverParagraphs:
    def test_a_speaker_named_at_the_end(self) -> None:
        text = "“The lock was shut.\n\n“We had no key, and nobody came.\n\n“So we left,” Captain Ines Dahl said.\n"
        assert {who for who, _ in said(text)} == {"Ines Dahl"}
        assert not [c for c in claims(text) if c.kind is ClaimKind.ASSERTION]

    def test_a_speaker_named_at_the_start(self) -> None:
        text = "Ines Dahl said: “The lock was shut.\n\n“We had no key.\n\n“So we left.”\n\nThe lock is old.\n"
        assert [who for who, _ in said(text)] == ["Ines Dahl"] * 3
        assert claims(text)[-1].kind is ClaimKind.ASSERTION

    @pytest.mark.parametrize(
        "heading",
        [
            "And this from Pilot Ines Dahl:",
            "From the bridge, Ines Dahl:",
            "Ines Dahl, pilot of the tug:",
            "Ines Dahl, pilot of the tug, in a letter:",
        ],
    )
    def test_a_heading_that_names_the_speaker(self, heading: str) -> None:
        found = claims(f"The tug sank on Monday.\n\n{heading}\n\n“The rope was old, and it broke.”\n")
        assert [(c.speaker.known_as if c.speaker else None) for c in found] == [None, "Ines Dahl"]
        assert heading.rstrip(":") in found[1].text  # the heading is in the claim, and no claim of its own

    @pytest.mark.parametrize("dash", ["—", "–", "--", "- "])
    def test_a_signature_behind_a_dash(self, dash: str) -> None:
        found = claims(f"The tug sank on Monday.\n\n“The rope was old, and it broke.” {dash}Ines Dahl\n")
        assert [(c.speaker.known_as if c.speaker else None) for c in found] == [None, "Ines Dahl"]
        assert found[1].text.endswith("Ines Dahl")

    def test_words_of_nobody_known_are_a_quote_with_no_speaker(self) -> None:
        assert said("The tug sank on Monday.\n\n“The rope was old, and it broke.”\n") == [(None, "“The rope was old, and it broke.”")]

    def test_a_short_sentence_that_is_all_quotation_is_somebody_s_too(self) -> None:
        assert said("The tug sank on Monday.\n\n“It broke.”\n") == [(None, "“It broke.”")]

    def test_who_answered_is_not_the_one_who_spoke_before(self) -> None:
        text = "Ines Dahl said “the money was gone” to Bo Rask, who answered that “nobody took it”.\n"
        assert not any(gist.startswith("[Ines Dahl]") for _, gist in said(text))

    def test_a_title_in_marks_is_nobody_s_words(self) -> None:
        assert said("The film “The Keeper of the Lock” won twice.\n") == []


class TestWithoutAVerbOfSaying:
    @pytest.mark.parametrize(
        "sentence",
        [
            "“It was the rope,” Ines Dahl shot back.",
            "“It was the rope,” came the answer from Ines Dahl.",
            "“It was the rope,” was how Ines Dahl put it.",
            "“It was the rope,” is the verdict of Ines Dahl, the pilot.",
            "“It was the rope,” per Ines Dahl.",
            "Ines Dahl's answer: “It was the rope.”",
            "For Ines Dahl, “it was the rope”.",
        ],
    )
    def test_its_speaker_is_found(self, sentence: str) -> None:
        assert [who for who, _ in said(sentence + "\n")] == ["Ines Dahl"]


class TestTwoSpeakersInOneSentence:
    def test_who_replied(self) -> None:
        assert said("“It was the rope,” Ines Dahl told Bo Rask, who replied, “It was the weather.”\n") == [
            ("Ines Dahl", "“It was the rope,” Ines Dahl told Bo Rask"),
            ("Bo Rask", "[Bo Rask] replied, “It was the weather.”"),
        ]

    @pytest.mark.parametrize("joint", ["; ", " and "])
    def test_one_said_this_the_other_that(self, joint: str) -> None:
        found = claims(f"Dahl said the rope was old{joint}Rask said it was new.\n")
        assert [(c.speaker.text if c.speaker else None, c.in_context) for c in found] == [
            ("Dahl", "Dahl said the rope was old"),
            ("Rask", "Rask said it was new."),
        ]


class TestTheLooksOfAQuotation:
    def test_marks_come_in_pairs(self) -> None:
        text = "Ines Dahl said: “The lock was shut. We had no key.\n\n“So we left. Nobody came.”\n"
        for _, gist in said(text):
            assert gist.count("“") == gist.count("”") == 1

    def test_a_speaker_who_stands_there_is_not_put_in_brackets(self) -> None:
        assert said("Ines Dahl, pilot: “The lock was shut.”\n") == [("Ines Dahl", "Ines Dahl, pilot: “The lock was shut.”")]

    @pytest.mark.parametrize("name", ["Samuel “Sonny” Rask", 'Samuel "Sonny" Rask', "Samuel (Sonny) Rask"])
    def test_a_nickname_is_part_of_a_name(self, name: str) -> None:
        found = claims(f"{name} said the lock was shut.\n")
        assert [(c.kind, c.speaker and c.speaker.text) for c in found] == [(ClaimKind.STATEMENT, name)]
