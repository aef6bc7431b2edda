"""`headline`: a figure or a country in the headline, or a number in a caption, that the story has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from factcheck.checking.amounts import EVENTS, Amount, adds_up
from factcheck.checking.captions import captions
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.headline_names import headline_names
from factcheck.checking.headline_places import headline_places
from factcheck.checking.headline_values import headline_values
from factcheck.checking.numerals import Numeral, numerals, one_digit_off
from factcheck.checking.wording import listed, quoted
from factcheck.checking.words import PLAIN_WORD, stem
from factcheck.language.lexicon import words
from factcheck.model import Block, BlockRole, Change, Severity
from factcheck.values import find_figures
from factcheck.values.rounding import bounds, shown

SHARED = 2
"""So many of them must stand beside both figures."""

EARLY = 4
"""A story gives its main figures in so many paragraphs."""

FORM = 4
"""Words that begin with the same letters, so many of them, are taken for forms of one."""

KINDS = words("contrasts", "kinds")

ROW = re.compile(r",\s|,?\sand\s")
"""What stands between the numbers of a row: takes ` and ` and `, `, not ` of whom `."""

MOST = 5
"""No headline has more figures that matter."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Numbers and countries of the headline that stand nowhere in the story, while others do; numbers of captions that it has otherwise."""
    yield from captions(context)
    first = context.headline
    if first is None:
        return
    yield from headline_places(context, first)
    yield from headline_names(context, first)
    flagged: set[int] = set()
    for finding in _digits(context, first):
        flagged.add(finding.spans[0].start)
        yield finding
    for found in (_counts(context, first), _nouns(context, first)):
        for finding in found:
            if finding.spans[0].start not in flagged:
                flagged.add(finding.spans[0].start)
                yield finding
    for finding in headline_values(context, first):
        if finding.spans[0].start not in flagged:
            yield finding


def _digits(context: CheckContext, first: Block) -> Iterator[Finding]:
    """Numbers that are one digit away from one of the same unit, beside the same words."""
    own = [n for n in numerals(context, [first]) if len(n.digits) >= 2][:MOST]
    if not own:
        return
    body = numerals(context, [block for block in context.blocks if block.start >= first.end])
    values = {f.value for f in context.figures if f.start >= first.end}
    said = set(re.findall(r"\d+", context.text[first.end :])) | {n.digits for n in body}
    for numeral in own:
        if numeral.digits in said or {f.value for f in find_figures(numeral.place.text)} & values:
            continue
        other = next((n for n in body if _alike(numeral, n) and _one_thing(numeral, n, body)), None)
        if other is not None:
            places = (numeral.place, other.place)
            line = "headline" if first.role is BlockRole.HEADLINE else "first line"
            both = f"The {line} has {quoted(places[0].text)} where the body has {quoted(places[1].text)}"
            message = f"{both} beside the same words, and the two are one digit apart; one of them is likely a slip."
            yield Finding(places, message, Severity.WARNING)


def _counts(context: CheckContext, first: Block) -> Iterator[Finding]:
    """Numbers of those whom something befell ("14 dead"), of which the story has another ("twelve people died")."""
    body = [amount for amount in context.amounts if amount.block > first.start]
    for own in context.amounts:
        events = own.events
        if own.block != first.start or not events or own.figure.change is not Change.EXACT:
            continue
        if row := _kinds(context, body, events):
            yield from _against_kinds(context, own, row)
            continue
        alike = [a for a in body if events & a.events and a.is_money == own.is_money and a.unit not in {"percent", "year"} - {own.unit}]
        if not alike or any(bounds(other.figure).meets(bounds(own.figure)) for other in body) or adds_up(own, alike):
            continue
        is_sure = len({other.value for other in alike}) == 1 and _opens(context, alike[0])
        message = f"The headline has {quoted(_shown(context, own))} where the story has {quoted(_shown(context, alike[0]))}."
        yield Finding((own.place, alike[0].place), message, Severity.WARNING if is_sure else Severity.LOOK)


def _kinds(context: CheckContext, body: Sequence[Amount], events: frozenset[str]) -> list[Amount]:
    """The first row of men, women and the like of whom a sentence tells the same: "Five men and three women were arrested"."""
    for sentence, group in groupby(body, key=lambda amount: amount.sentence):
        row = [a for a in group if a.unit in KINDS and a.figure.high is None and a.figure.change is Change.EXACT]
        told = {EVENTS.get(stem(m[0])) for m in PLAIN_WORD.finditer(context.text, sentence, context.sentence_at(sentence).end)}
        if len(row) > 1 and events & told and all(ROW.fullmatch(context.text, a.place.end, b.place.start) for a, b in pairwise(row)):
            return row
    return []


def _against_kinds(context: CheckContext, own: Amount, row: Sequence[Amount]) -> Iterator[Finding]:
    made = sum((a.value for a in row), Decimal(0))
    if made != own.value and not any(a.value == own.value for a in context.amounts if a is not own):
        told = listed(quoted(a.place.text) for a in row)
        message = f"The headline has {quoted(_shown(context, own))} where the story has {told}, which make {shown(made)}."
        yield Finding((own.place, *(a.place for a in row)), message, Severity.WARNING)


def _nouns(context: CheckContext, first: Block) -> Iterator[Finding]:
    """Numbers of things ("twelve monkeys escape") of which the story has one other number, and that alone, beside the same words."""
    counted = [a for a in context.amounts if a.unit and not a.is_money and a.unit != "percent" and a.figure.change is Change.EXACT]
    story = [a for a in counted if a.block > first.start and a.figure.high is None]
    for own in (a for a in counted if a.block == first.start and a.figure.high is None):
        alike = [a for a in story if a.unit.split()[-1] == own.unit.split()[-1]]
        if len({a.value for a in alike}) != 1 or not _share(own, alike[0]) or alike[0].is_over:
            continue
        again = any(a.value == own.value for a in context.amounts if a is not own)
        if _opens(context, alike[0]) and not again:
            message = f"The headline has {quoted(_shown(context, own))} where the story has {quoted(_shown(context, alike[0]))}."
            yield Finding((own.place, alike[0].place), message, Severity.LOOK)


def _share(one: Amount, two: Amount) -> bool:
    """Whether a word stands beside both figures, in whatever form: escape, escaped."""
    first, second = ({word[:FORM] for word in amount.beside if len(word) >= FORM} for amount in (one, two))
    return bool(first & second)


def _opens(context: CheckContext, amount: Amount) -> bool:
    """Whether a figure stands in the first two paragraphs of the story."""
    return amount.block in {block.start for block in context.opening}


def _shown(context: CheckContext, amount: Amount) -> str:
    """The figure with some of the words around it, which say what it counts."""
    block = context.block_at(amount.place.start)
    start, end = amount.place.start, amount.place.end
    if block is None:
        return amount.place.text
    after = re.match(r"(?:[ -][^\W\d_]+){0,4}", context.text[end : block.end])
    return context.text[start : end + (after.end() if after else 0)]


def _alike(headline: Numeral, other: Numeral) -> bool:
    """Whether the two may be one number: of one unit, or one of them without, and a digit apart."""
    one_unit = all(a == b or not a or not b for a, b in zip(headline.unit, other.unit, strict=True))
    return one_unit and one_digit_off(headline, other)


def _one_thing(headline: Numeral, other: Numeral, body: list[Numeral]) -> bool:
    """Whether the two are likely one number: the same words stand beside both, or the story comes back to it, or opens with it."""
    shared = len(headline.beside & other.beside)
    again = sum(n.digits == other.digits for n in body) > 1
    return shared >= SHARED or (shared == 1 and (again or other.paragraph < EARLY))


CHECK = Check(
    id="headline",
    looks_for="a figure in the headline that differs from the body by a digit, or another number of dead, hurt, held or jailed; "
    "a country or a surname in the headline, or a number in a caption, that differs from the story",
    rule="Reuters Handbook of Journalism, 'headlines': what the headline says must stand in the story; "
    "digits swapped or struck wrong (Damerau 1964)",
    find=find,
    catches=(
        Example("Ferry takes 86 passengers off reef\n\nThe Lady Anne took 68 passengers off the reef at Dunmore. Nobody was hurt.\n"),
        Example("Mill sold for £35m\n\nThe old mill has been sold for £53m. The mill sold before for less.\n"),
        Example("Fourteen dead in mill fire\n\nTwelve people died in a fire at a mill in Hadley. It rained.\n"),
        Example("Six arrested in raids\n\nFive men and three women, aged between 19 and 54, were arrested on Monday in Hadley.\n"),
        Example("Storm leaves 30,000 dry\n\nA storm has cut off about 13,000 customers.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Storm fells 240 trees in park\n\nA storm in the night felled 340 trees in the park. The warden was sad.\n"),
        Example("Landslide in Peru buries road\n\nA landslide has buried the road to the coast of Ecuador.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Twelve monkeys escape from zoo\n\nEleven monkeys escaped from a zoo by a branch.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Kowalczyk quits as head of trams\n\nThe head of the trams, Marek Kowalski, left.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Cygnets\n\nThe crew pulled five cygnets out of a drain.\n\nIt rained.\n\nPictured: The six cygnets after the rescue.\n"),
    ),
    passes=(
        Example("Landslide in Peru buries road\n\nA landslide has buried the road from Lima to Ecuador.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Cygnets\n\nThe crew pulled five cygnets out of a drain.\n\nIt rained.\n\nPictured: Two of the cygnets in a net.\n"),
        Example("Kowalczyk quits as head of trams\n\nMarek Kowalski is to follow Ann Kowalczyk.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Storm cuts power to 60,000 homes\n\nPower is back in 14,000 homes, the firm said.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Ferry takes 68 passengers off reef\n\nThe Lady Anne took 68 passengers off the reef at Dunmore, and 86 bags.\n"),
        Example("Mill sold for £50m\n\nThe old mill has been sold for £49.6m. A barn was sold for £51,000.\n"),
        Example("Eleven killed in coach crash\n\nNine people died at once, and two more died in hospital.\n"),
        Example("Storm fells 240 oaks\n\nA storm in the night felled 240 oaks in the park. Another took 340 elms.\n"),
    ),
)
