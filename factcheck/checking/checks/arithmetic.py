"""`arithmetic`: a sum that the article gives with its result, and the result is another."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.sums import changes, margins, parts, shares, times
from factcheck.model import Figure, Span
from factcheck.values.rounding import workable


def find(context: CheckContext) -> Iterator[Finding]:
    """Changes, shares, margins, parts and products, told in one sentence with a result that they do not make."""
    for sentence, figures in _by_sentence(context):
        yield from changes(context, sentence, figures)
        for sums in (shares, margins, parts, times):
            yield from sums(context, figures)


def _by_sentence(context: CheckContext) -> Iterator[tuple[Span, list[Figure]]]:
    """The figures of each sentence, in order, without those inside another."""
    figures = iter(context.figures)
    waiting: Figure | None = next(figures, None)
    for sentence in context.sentences:
        own: list[Figure] = []
        while waiting is not None and waiting.end <= sentence.end:
            if waiting.start >= sentence.start and (not own or waiting.start >= own[-1].end):
                own.append(waiting)
            waiting = next(figures, None)
        yield sentence, [figure for figure in own if workable(figure)]


CHECK = Check(
    id="arithmetic",
    looks_for="a change, a share, a margin, parts or a product whose figures do not make the result that is given with them",
    rule="the four kinds of sums; any result passes that rounding, up or down, of the figures as printed can give",
    find=find,
    catches=(
        Example("Fares rise\n\nThe fare rose by 60% from 32 to 48 crowns on Monday.\n"),
        Example("Sales fall\n\nSales fell 20% to £1.2m, from £1.3m a year earlier.\n"),
        Example("Vote\n\nTwelve of the 48 members (30%) stayed away. The rest voted by 20 votes to 16, a majority of six.\n"),
        Example("Crash\n\nThe crash hurt 12 people, seven men and four women.\n"),
        Example("Raffle\n\nThey sold 50 tickets at £20 each, raising £1,200 for the roof.\n"),
        Example("Club grows\n\nMembership doubled from 4,000 to 5,200 in a year.\n"),
    ),
    passes=(
        Example("Fares rise\n\nThe fare rose by 50% from 32 to 48 crowns on Monday.\n"),
        Example("Sales fall\n\nSales fell 8% to £1.2m, from £1.3m a year earlier, and costs rose 20%.\n"),
        Example("Vote\n\nTwelve of the 48 members (25%) stayed away. The rest voted by 20 votes to 16, a majority of four.\n"),
        Example("Crash\n\nThe crash hurt 12 people, seven men and five women, and killed 12 people, including seven men and a boy.\n"),
        Example("Raffle\n\nThey sold about 50 tickets at £20 each, raising £1,100. Three goals, two assists and one save made his day.\n"),
        Example("Club grows\n\nMembership more than doubled from 4,000 to 9,200 in a year.\n"),
    ),
)
