"""A country that the headline names and the story never does, where it tells of another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.language.places import country_of, government_at
from factcheck.model import Block, Severity, Words

NAME = re.compile(r"\b[A-Z][a-z]+(?:\s(?:and\s)?[A-Z][a-z]+){0,2}")
"""Words that may be a country, a town or a nation: takes `Peru`, `Sierra Leone` and `Peruvian`, not `rain`."""


def headline_places(context: CheckContext, first: Block) -> Iterator[Finding]:
    """The only country of a headline, where the story has it neither by name nor by its capital or its people, and opens with one other."""
    above = list(_countries(context, first))
    story = [block for block in context.blocks if block.start >= first.end]
    told = {country for block in story for country, _ in _countries(context, block)}
    opening = [found for block in context.opening for found in _countries(context, block)]
    if len({country for country, _ in above}) != 1 or above[0][0] in told or len(told) != 1 or not opening:
        return
    one, two = above[0][1], opening[0][1]
    message = f"The headline has {quoted(one.text)}, of which the story says nothing, and the story has {quoted(two.text)}."
    yield Finding((one, two), message, Severity.WARNING)


def _countries(context: CheckContext, block: Block) -> Iterator[tuple[str, Words]]:
    """The countries that a paragraph speaks of, by their names, their capitals and their people."""
    for match in NAME.finditer(context.text, block.start, block.end):
        parts = list(re.finditer(r"[A-Z][a-z]+", match[0]))
        for nth, part in enumerate(parts):
            for last in reversed(parts[nth:]):
                name = match[0][part.start() : last.end()]
                country = country_of(name) or government_at(name)
                if country is not None:
                    yield country, context.at(match.start() + part.start(), match.start() + last.end())
                    break
