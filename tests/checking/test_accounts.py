"""Two speakers who give two numbers: of one thing, or each of something else."""

from __future__ import annotations

from factcheck.checking import Example
from factcheck.model import Flag
from factcheck.pipeline.about_checks import flags_on


def flags(*said: tuple[str, str]) -> list[Flag]:
    text = "Dispute\n\n" + " ".join(f"{who} said {what}." for who, what in said) + "\n"
    return [flag for flag in flags_on(Example(text, said=said)) if flag.check == "account"]


def test_both_speakers_are_named_with_their_numbers() -> None:
    (flag,) = flags(
        ("Ron Dole", "60 boats had left the harbour by noon"),
        ("Ann Vane", "90 boats left the harbour by noon, and that it was a fine sight"),
    )
    assert "Ron Dole" in flag.message
    assert "Ann Vane" in flag.message
    assert [span.text for span in flag.spans] == ["60 boats had left the harbour by noon", "90 boats left the harbour by noon"]


def test_numbers_of_two_days_are_no_dispute() -> None:
    assert not flags(("Ron Dole", "60 boats left the harbour on Monday"), ("Ann Vane", "90 boats left the harbour on Tuesday"))


def test_what_each_speaker_did_is_no_dispute() -> None:
    assert not flags(("Ron Dole", "my boat won six harbour races"), ("Ann Vane", "my boat won nine harbour races"))


def test_a_range_and_a_number_that_is_about_right_are_no_dispute() -> None:
    assert not flags(("Ron Dole", "about 60 boats left the harbour"), ("Ann Vane", "90 boats left the harbour"))


def test_three_who_each_give_a_number_speak_of_their_own() -> None:
    told = [(who, f"the team scored {n} goals in the harbour cup") for who, n in (("Ron Dole", 6), ("Ann Vane", 9), ("Ed Pell", 4))]
    assert not flags(*told)
