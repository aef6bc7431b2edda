"""`arithmetic`: a sum that the article gives with its result, and the result is another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import groupby

from factcheck.checking.amounts import Amount
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.sums import (
    all_told,
    averages,
    balances,
    beyond_hundred,
    changes,
    changes_told_next,
    compared,
    divided,
    each_told,
    fractions,
    kinds_beyond,
    lists,
    margins,
    margins_apart,
    margins_told,
    parts,
    rates,
    rests,
    scores,
    shared_out,
    shares,
    shares_apart,
    shares_of,
    times,
    totals,
    turned,
    votes,
    wholes,
)
from factcheck.model import Figure, Span
from factcheck.values.rounding import workable


def find(context: CheckContext) -> Iterator[Finding]:
    """Changes, shares, margins, parts and products, told in one sentence with a result that they do not make."""
    told: set[int] = set()
    before: tuple[Span, list[Figure]] | None = None
    for sentence, figures in _by_sentence(context):
        yield from changes(context, sentence, figures)
        yield from turned(context, sentence, figures)
        if before is not None:
            yield from changes_told_next(context, before, figures, sentence)
        before = (sentence, figures)
        for sums in (shares, shares_of, margins, parts, times, compared):
            for finding in sums(context, figures):
                told.add(finding.spans[-1].start)
                yield finding
    for passage in _passages(context, 2):
        for finding in (*all_told(context, passage), *rests(context, passage)):
            told.add(finding.spans[-1].start)
            yield finding
    for passage in _passages(context, 1):
        for prose in (totals, wholes, fractions, margins_told, each_told, beyond_hundred, lists, balances, averages, rates):
            for finding in prose(context, passage):
                if finding.spans[-1].start not in told:
                    told.add(finding.spans[-1].start)
                    yield finding
    yield from votes(context)
    yield from shared_out(context)
    for apart in (divided, kinds_beyond, margins_apart, shares_apart, scores):
        for finding in apart(context):
            if finding.spans[-1].start not in told:
                yield finding


def _passages(context: CheckContext, many: int) -> Iterator[list[Amount]]:
    """The figures of each sentence with those of so many before it in the paragraph."""
    before: deque[list[Amount]] = deque(maxlen=many)
    for _, group in groupby(context.amounts, key=lambda amount: (amount.block, amount.sentence)):
        own = list(group)
        yield [*(a for earlier in before for a in earlier if a.block == own[0].block), *own]
        before.append(own)


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
    looks_for="sums that do not give the result stated: changes, shares, margins, parts, totals, prices for each; a list that is longer or "
    "shorter than the number given for it",
    rule="the four kinds of sums; any result passes that rounding, up or down, of the figures as printed can give; per cent and points as "
    "the AP Stylebook has them, 'percentages'",
    find=find,
    catches=(
        Example("Fares rise\n\nThe fare rose by 60% from 32 to 48 crowns on Monday.\n"),
        Example("Sales fall\n\nSales fell 20% to £1.2m, from £1.3m a year earlier.\n"),
        Example("Vote\n\nTwelve of the 48 members (30%) stayed away. The rest voted by 20 votes to 16, a majority of six.\n"),
        Example("Crash\n\nThe crash hurt 12 people, seven men and four women.\n"),
        Example("Raffle\n\nThey sold 50 tickets at £20 each, raising £1,200 for the roof.\n"),
        Example("Club grows\n\nMembership doubled from 4,000 to 5,200 in a year.\n"),
        Example("Seat held\n\nMs Hale received 13,872 votes. Mr Dean was second with 12,404, which left her a majority of 1,648.\n"),
        Example("Roof mended\n\nThe roof cost £29,400, the windows £14,150 and the boiler £6,200, a total of £47,750.\n"),
        Example("Turnout falls\n\nTurnout fell by 6 per cent, to 56 per cent from 62 per cent, the clerk said.\n"),
        Example("Three held\n\nThree men have been charged: Tom Dwyer, 22, Carl Moss, Al Day and Ben Hart.\n"),
        Example("Prize shared\n\nThe prize of £12,000 was shared by 40 members, who got £350 each.\n"),
        Example("Half of pupils stay away\n\nA third of the school's 120 pupils, or 30, stayed away.\n"),
        Example("Homes burn\n\nThe fire burnt 14 homes in Dock Street, 7 in Pier Road and 3 by the church. All 26 were old.\n"),
        Example("Choir sings\n\nThey raised £3,200 at a fair, £1,150 from a raffle and £900 in a bucket. In all they have £5,750.\n"),
        Example("Firm grows\n\nThe firm has 340 clerks, 210 of them in Hadley, 95 in Esk and 45 at sea.\n"),
        Example("Meals\n\nOf the 1,200 schools that answered, 540, or 55 percent, had no cook.\n"),
        Example("Thefts\n\nThefts fell by 25 percent, from 500 in 2021 to 400 in 2022, the clerk said.\n"),
        Example("Jobs cut\n\nThe yard is to shed 240 jobs.\n\nThe cuts fall on 110 welders, 95 fitters and 65 clerks. It is old.\n"),
        Example("Jobless\n\nThe unemployment rate rose to 4.1 per cent from 4.4 per cent in April.\n"),
        Example("Ferry dear\n\nThe ferry has cost £1.2m and has made 60,000 trips, or £200 a trip, a clerk said.\n"),
        Example("Teachers go\n\nThey traced 1,200 teachers. Of these, 512 taught, 148 sang and 420 slept. The other 180 were lost.\n"),
        Example("Museums full\n\nChildren made 11.8 million visits, or 20 per cent of the total 47.2 million.\n"),
        Example("Jackpot\n\nEight cooks have shared a jackpot of £2.4 million.\n\nIt rained. Each will get £240,000 in May.\n"),
        Example(
            "Coach crash\n\nNine people were killed in a crash.\n\nAmong the dead were six women, four men and a girl, a clerk said.\n"
        ),
        Example("Seat kept\n\nAnna Berg won by 1,212 votes.\n\nMs Berg had 48,306 votes, against 46,094 for Tom Wells.\n"),
        Example("Fewer fish\n\nThey caught 1,260 salmon last year, against 1,800 the year before, a drop of 40 percent.\n"),
        Example("Bells\n\nThe parish has 84,000 euros.\n\nConcerts brought 31,000 euros, a raffle 12,000 and a legacy 61,000.\n"),
        Example("Loans fall\n\nThe library lent 2.4 million books last year, 25 percent fewer than the 4 million it lent in 2010.\n"),
        Example(
            "Firms dodge law\n\nOf 800 firms that a union looked into, 320 paid too little.\n\nSixty percent of the firms looked at lie.\n"
        ),
        Example("Bus firm\n\nThe firm took in $86 million and spent $79 million, leaving a profit of $9 million.\n"),
        Example("Race\n\nThe 2,400 who ran brought in £480,000 for a ward, an average of £2,000 each, a clerk said.\n"),
        Example("Bees\n\nThe number of hives rose from 40 to 60 in five years, a rise of a third.\n"),
        Example("Trade falls\n\nExports fell by a quarter, from $80 million to $50 million.\n"),
        Example("Rents\n\nThe rent has risen from €1,200 to €1,380 within a year. That is an increase of 18 percent, a clerk said.\n"),
        Example("Café\n\nThe council voted 5-4 against the plan, with Council Members Lee, Moss, Berg and Day opposed. It rained.\n"),
        Example("Stars\n\nThe four are Zuri in Getaria, Mahats in Ghent and Itsaso in Bermeo.\n"),
        Example("Budget\n\nThe town got £40,000 from the county and £25,000 from a lottery. Together that makes £75,000, a clerk said.\n"),
        Example("Fund\n\nThe 50 farmers shared a fund of £20,000, which gave each of them £500.\n"),
        Example("School\n\nHalf of the 240 pupils, or 130, walk to school.\n"),
        Example("Deacon sinks Tarporth\n\nTom Deacon scored a hat-trick as Vale won 2-1 on Tuesday.\n\nIt rained.\n"),
        Example("Bay go through\n\nKestrel Bay beat Lowmoor 2-0.\n\nTolley scored, and Ames drew level before the interval.\n"),
        Example("Prize\n\nThree works are named: a school, a mosque, a barn and a hut of hemp.\n"),
        Example("Falcons win\n\nThe Falcons won 88-84 on Tuesday.\n\nThe three-point margin was the smallest of the year.\n"),
        Example("Prize shared\n\nThe prize goes to three writers: Ewa Lind, Sam Oduya, Beth Karras and Jun Takeda, the judges said.\n"),
        Example("Poll\n\nOf those asked, 48% said yes, 41% said no and 21% did not know.\n"),
    ),
    passes=(
        Example("Bus firm\n\nThe firm took in $86 million and spent $79 million on coaches. It made a profit of $7 million.\n"),
        Example("Two sisters held\n\nTwo sisters were tried. One was convicted by ten votes to two, the other cleared by all twelve.\n"),
        Example("Race\n\nThe 2,400 who ran brought in £480,000 for a ward, an average of £200 each, and last year £2,000 a mile.\n"),
        Example("Bees\n\nThe number of hives rose from 40 to 60 in five years, a rise of a half, and that of wasps by a third.\n"),
        Example("Rents\n\nThe rent has risen from €1,200 to €1,380 within a year. That is an increase of 15 percent, a clerk said.\n"),
        Example("Café\n\nThe council voted 5-2 for the plan, with Council Members Lee and Moss opposed. It rained.\n"),
        Example("Stars\n\nThe three are Zuri in Getaria, Mahats in Ghent and Itsaso in Bermeo.\n"),
        Example("School\n\nAbout half of the 240 pupils, or 130, walk to school.\n"),
        Example("Fares rise\n\nThe fare rose by 50% from 32 to 48 crowns on Monday.\n"),
        Example("Sales fall\n\nSales fell 8% to £1.2m, from £1.3m a year earlier, and costs rose 20%.\n"),
        Example("Vote\n\nTwelve of the 48 members (25%) stayed away. The rest voted by 20 votes to 16, a majority of four.\n"),
        Example("Crash\n\nThe crash hurt 12 people, seven men and five women, and killed 12 people, including seven men and a boy.\n"),
        Example("Raffle\n\nThey sold about 50 tickets at £20 each, raising £1,100. Three goals, two assists and one save made his day.\n"),
        Example("Club grows\n\nMembership more than doubled from 4,000 to 9,200 in a year.\n"),
        Example("Seat held\n\nMs Hale received 13,872 votes. Mr Dean had 12,404. Her majority in 2019 was a majority of 404.\n"),
        Example("Roof mended\n\nThe roof cost £29,400, the windows £14,150 and the boiler £6,200, a total of £49,750.\n"),
        Example("Turnout falls\n\nTurnout fell by six percentage points, to 56 per cent from 62 per cent, the clerk said.\n"),
        Example("Homes burn\n\nThe fire burnt 14 homes in Dock Street, 7 in Pier Road and 3 by the church. All 26 families were moved.\n"),
        Example("Choir sings\n\nThey raised £3,200 at a fair, £1,150 from a raffle and £900 in a bucket. In all they have £15,000.\n"),
        Example(
            "Meals\n\nOf the 1,200 schools that answered, 540, or 45 percent, had no cook. Of the rest, 300, or 55 percent, had two.\n"
        ),
        Example("Thefts\n\nThefts fell by 20 percent, from 500 in 2021 to 400 in 2022, the clerk said.\n"),
        Example("Jobs cut\n\nThe yard is to shed 240 jobs.\n\nIt has 110 welders, 90 fitters and 35 clerks among others. It is old.\n"),
        Example("Coach crash\n\nNine people were killed in a crash.\n\nAmong the dead were six women and two men, a clerk said.\n"),
        Example("Seat kept\n\nAnna Berg won by 2,212 votes.\n\nMs Berg had 48,306 votes, against 46,094 for Tom Wells.\n"),
        Example("Loans fall\n\nThe library lent 2.4 million books last year, 40 percent fewer than the 4 million it lent in 2010.\n"),
        Example(
            "Firms dodge law\n\nOf 800 firms that a union looked into, 320 paid too little.\n\nSixty percent of the firms sell bread.\n"
        ),
        Example("Deacon sinks Tarporth\n\nTom Deacon scored a hat-trick as Vale won 3-1. He had a hat-trick last season.\n"),
        Example("Falcons win\n\nThe Falcons won 88-84. They had lost 70-60.\n\nThe three-point margin was that of Friday.\n"),
        Example("Four held\n\nFour men have been charged, including Tom Dwyer, Carl Moss and Ben Hart.\n"),
        Example("Prize shared\n\nThe prize of £12,000 was shared by 40 members, who got £300 each. The rest got £350 each.\n"),
    ),
)
