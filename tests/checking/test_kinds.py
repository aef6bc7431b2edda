"""Slips of the kinds that newspapers print corrections of, each in articles that share no words, and what is like each and right."""

from __future__ import annotations

import pytest

from factcheck import check, read_text, split


def flagged(text: str) -> set[str]:
    article = read_text(text)
    return {flag.check for flag in check(article, split(article))}


SLIPS = {
    "a surname that stands alone for nobody": (
        "name",
        [
            "Well dug\n\nThe mayor, Greta Lindqvist, dug the well. It rained.\n\n“It is deep,” Lundqvist said. Nobody drank.\n",
            "Loaf wins\n\nA loaf by Dervla Maguire has won. It was brown.\n\nMagure's loaf weighed two pounds.\n",
            "Oar lost\n\nThe rower Ewan Trenchard lost an oar. It rained.\n\nA swan went for Trenchart, who swam.\n",
        ],
    ),
    "a firm, a place or a work in two wordings": (
        "body",
        [
            "Pit shut\n\nThe pit of Copperfield Mining is to be shut.\n\nIt rained. Copperhead Mining has 90 men there.\n",
            "Play opens\n\nA play called “The Clockmaker's Son” opens in May.\n\nIt rained. “The Clockwork Son” ran for a year at Hull.\n",
            "Marsh drained\n\nThe Saltmarsh Birds Society wept.\n\nIt rained. The Saltwater Birds Society had begged for it.\n",
        ],
    ),
    "a rise whose figures fall": (
        "arithmetic",
        [
            "Sales\n\nSales fell from £2.1m to £2.6m in a year, the firm said.\n",
            "Rates\n\nThe clerk said that the rate was 3.9 per cent, up from 4.2 per cent in May.\n",
            "Crowds\n\nThe crowd grew to 8,000 people from 9,500 people in a week.\n",
        ],
    ),
    "so much for each": (
        "arithmetic",
        [
            "Pool\n\nThe pool cost £900,000 and had 3,000 visitors, or £30 a visitor, a clerk said.\n",
            "Scheme\n\nIt paid $4m to 2,000 farms, which is $20,000 per farm, the report says.\n",
            "Trams\n\nThe line has cost €6m. With 120,000 riders so far, that is €500 for each rider.\n",
        ],
    ),
    "all of them, a digit away": (
        "figure-conflict",
        [
            "Ferry\n\nA ferry with 214 passengers ran aground.\n\nIt rained. By noon all 241 passengers were ashore.\n",
            "School\n\nThe school has 83 pupils.\n\nIt rained. Lunch was given to all 93 pupils by the town.\n",
            "Farm\n\nThe farm had 160 ewes.\n\nIt rained. All of the 190 ewes were shorn by one man.\n",
        ],
    ),
    "a sum a week and a month": (
        "figure-conflict",
        [
            "Rents\n\nA room in the town costs £640 a month.\n\nIt rained. Few can pay a rent of £640 a week, a clerk said.\n",
            "Pay\n\nThe clerks are paid $18.50 an hour.\n\nIt rained. Their pay of $18.50 a day is low, the union said.\n",
        ],
    ),
    "a nought too many in the headline": (
        "figure-conflict",
        [
            "Lido gets £1.2m\n\nThe lido will be mended.\n\nIt rained.\n\nThe £12m comes from a fund for pools.\n",
            "Storm costs farms $45 million\n\nA storm has flattened wheat.\n\nIt rained.\n\nFarms lost $450 million, a clerk said.\n",
        ],
    ),
    "a headline whose surname nobody bears": (
        "headline",
        [
            "Trenholm wins seat\n\nThe seat went to Ada Trentham by 40 votes.\n\nIt rained.\n\nIt hailed.\n",
            "Clerk says Okonkwo lied\n\nA clerk has said that Ben Okonjo lied to the court.\n\nIt rained.\n\nIt hailed.\n",
        ],
    ),
    "a headline whose number its kinds do not make": (
        "headline",
        [
            "Nine killed in crash\n\nFour women and three men were killed when a coach left the road.\n\nIt rained.\n\nIt hailed.\n",
            "Three hurt in blast\n\nA boy and a girl were well. Two women and two men were hurt in a blast.\n\nIt rained.\n\nIt hailed.\n",
        ],
    ),
    "another day to come in the headline": (
        "timeline",
        [
            "Rovers to name manager on Friday\n\nRovers will say at noon on Thursday who is to lead it.\n\nIt rained.\n\nIt hailed.\n",
            "Vote on pool due on Tuesday\n\nCouncillors are to decide on Wednesday what becomes of the pool.\n\nIt rained.\n\nIt hailed.\n",
        ],
    ),
    "a rank that nobody changed": (
        "title",
        [
            "Fire out\n\nCapt. Tom Wells put it out. It rained.\n\nLt. Wells joined the brigade in 2004 and left his boots there.\n",
            "Bomb found\n\nMajor Ann Hale found it. It rained.\n\nCaptain Hale joined the army at 18 and served in Orsa.\n",
        ],
    ),
    "two countries that are mixed up": (
        "place",
        [
            "Bear shot\n\nA bear was shot in the hills of Slovenia.\n\nIt rained. No bear had been shot in Slovakia for years.\n",
            "Cheese\n\nA cheese from Sweden has won.\n\nIt rained. The judge had eaten none from Switzerland before.\n",
        ],
    ),
    "what all parts and the rest make": (
        "arithmetic",
        [
            "Boats\n\nThe clerk counted 90 boats. Of these, 41 were blue and 29 were red. The other 30 were bare wood.\n",
            "Letters\n\nHe had 640 letters. Of those, 210 were for it and 190 against. The remaining 250 were about hens.\n",
        ],
    ),
    "words that stand twice": (
        "slip",
        [
            "Rain\n\nThe council said that the council said that the road was shut.\n",
            "Rain\n\nThe road runs along the coast along the coast to Hull.\n",
            "Rain\n\nHe sat in the in the boat and wept.\n",
        ],
    ),
    "a mark that closes what none opened": (
        "punctuation",
        [
            "Rain\n\nIt rained.\n\nThe road is shut and will stay shut,” said Ada Novak. It hailed.\n",
            'Rain\n\nIt rained.\n\nNobody told us of it," the farmer said. It hailed.\n',
        ],
    ),
    "an acquittal and the conviction after it": (
        "plea",
        [
            "Nurse freed\n\nA nurse was acquitted of theft on Friday.\n\nIt rained.\n\nHer conviction had been the talk of the town.\n",
        ],
    ),
}

RIGHT = [
    "Well dug\n\nThe mayor, Greta Lindqvist, dug it. It rained.\n\nThe driller, Nils Lundqvist, slept. “It is deep,” Lundqvist said.\n",
    "Pit shut\n\nThe pit of Copperfield Mining is to be shut.\n\nIt rained. Copperhead Mining, a rival, has 90 men there.\n",
    "Two ministries\n\nThe Saltmarsh Birds Society and the Saltwater Birds Society wept. It rained.\n",
    "Club\n\nThe club rose from 14th to 9th in the table. Its rank fell from 40 points to 52 points.\n",
    "Losses\n\nThe firm's losses grew to $4m from $5m, or so it said.\n",
    "Pool\n\nThe pool cost £900,000 and had 3,000 visitors, or £300 a visitor, a clerk said.\n",
    "Ferry\n\nA ferry with 214 passengers ran aground.\n\nIt rained. By noon all 214 passengers were ashore.\n",
    "Ferry\n\nA ferry with 214 passengers ran aground.\n\nIt rained. All 244 passengers who sail with it by night slept.\n",
    "Rents\n\nA room in the town costs £640 a month.\n\nIt rained. Few can pay a rent of £160 a week, a clerk said.\n",
    "Lido gets £1.2m\n\nThe lido will be mended.\n\nIt rained.\n\nThe £1.2m comes from a fund of £12m for pools.\n",
    "Trenholm wins seat\n\nThe seat of Ada Trentham went to her rival, Ben Trenholm.\n\nIt rained.\n\nIt hailed.\n",
    "Nine killed in coach crash\n\nFive women and four men were killed when a coach left the road.\n\nIt rained.\n\nIt hailed.\n",
    "Rovers to name manager on Friday\n\nRovers will say on Friday who is to lead, it said on Thursday.\n\nIt rained.\n\nIt hailed.\n",
    "Bomb found\n\nMajor Ann Hale found it. It rained.\n\nCaptain Hale, as she then was, was promoted in May.\n",
    "Bear shot\n\nA bear from Slovakia was shot in the hills of Slovenia. It rained.\n",
    "Boats\n\nThe clerk counted 90 boats. Of these, 41 were blue and 29 were red. The other 20 were bare wood.\n",
    "Rain\n\nIt rained again and again and again, and he rowed more and more and more.\n",
    "Rain\n\n“It rained.\n\nThe road is shut and will stay shut,” said Ada Novak. It hailed.\n",
    "Nurse freed\n\nA nurse was acquitted on appeal on Friday.\n\nIt rained.\n\nHer conviction had been the talk of the town.\n",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, (_, texts) in SLIPS.items() for text in texts])
def test_a_kind_of_slip_is_found_in_any_words(kind: str, text: str) -> None:
    assert SLIPS[kind][0] in flagged(text)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_like_a_slip_and_right_is_left_alone(text: str) -> None:
    assert flagged(text) == set()
