"""The age that a headline gives somebody, held against the ages that the story gives its people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.model import Severity, Words

IN_HEADLINE = re.compile(
    r"\b[^\W\d_]{2,20}(?:,\s|\s\()(?P<age>\d{1,2})(?=[,):;]|\s(?![^\W_A-Z])|$)|\b(?P<old>\d{2})-year-old(?=\s[^\W\d_])"
)
"""An age in a headline: takes `Baker, 62, ` and `62-year-old baker`, not `Hull, 45 miles` nor `beat Leeds, 12-`."""

NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]\d)")
"""A short number: takes `62` and the `7` of `7,`, not `1,620`."""


def headline_ages(context: CheckContext, told: Sequence[tuple[int, Words]]) -> Iterator[Finding]:
    """An age of the headline that the story has nowhere, while an age that it tells is a slip of the keys or of the memory away.

    `told` are the ages that the story gives its people, each with its words. Where it tells no other the flag is sure.
    """
    headline = context.headline
    if headline is None:
        return
    own = list(IN_HEADLINE.finditer(context.text, headline.start, headline.end))
    story = [(age, place) for age, place in told if place.start >= headline.end]
    if len(own) != 1:
        return
    age = int(own[0]["age"] or own[0]["old"])
    other = next((place for years, place in story if is_slip(age, years)), None)
    if other is None or str(age) in NUMBER.findall(context.text, headline.end):
        return
    here = context.at(*own[0].span())
    message = f"The headline has {quoted(here.text)} where the story has {quoted(other.text)}; one of the ages is likely a slip."
    severity = Severity.WARNING if len({years for years, _ in story}) == 1 else Severity.LOOK
    yield Finding((here, other), message, severity, near=here)


def is_slip(one: int, other: int) -> bool:
    """Whether two ages may be one that was told wrong: two years apart at most, ten, or with their figures swapped."""
    return one != other and (abs(one - other) in (1, 2, 10) or str(one) == str(other)[::-1])
