"""`plea`: one accused who pleads guilty in one sentence and denies it in another, or is cleared in the headline and found guilty below."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.model import Severity, Span, Words

GUILTY = re.compile(
    r"\b(?:pleaded|pled|pleads|pleading)\sguilty\b|\badmitt?(?:ed|ing|s)\s(?:the\s)?(?:charges?|murder|manslaughter|theft|fraud)\b"
)
"""A plea of guilty: takes `pleaded guilty` and `admitted the charge`, not `pleaded not guilty`."""

TRIED = re.compile(
    r"\b(?:pleaded|pled|pleads)\snot\sguilty\b|\bden(?:ied|ies|ying)\s(?:the\s|all\s|both\s)?(?:charges?|murder|manslaughter|theft|fraud)\b"
    r"|\bfound\sguilty\sby\s(?:a|the)\sjury\b|\bjury\s(?:had\s)?(?:convicted|found|acquitted|cleared)\b|\bconvicted\sby\s(?:a|the)\sjury\b"
    r"|\bjury\s(?:took|deliberated|returned|reached)\b|\bjury,\swhich\s[^,.;]{1,60}\sto\s(?:convict|acquit|reach|decide)\b"
)
"""What only one who has denied it goes through: takes `the jury convicted` and `pleaded not guilty`, not `was convicted`."""

CLEARED = re.compile(r"\b(?:clears|cleared|acquits|acquitted|found\snot\sguilty|not\sguilty\sof)\b", re.IGNORECASE)
"""A headline of an acquittal: takes `Court clears doctor` and `Doctor acquitted`, not `Doctor guilty`."""

CONVICTED = re.compile(r"\b(?:convicts|convicted|found\sguilty|guilty\sof|jailed\sfor)\b", re.IGNORECASE)
"""A headline of a conviction: takes `Doctor convicted` and `found guilty`, not `Doctor acquitted`."""

FOUND_GUILTY = re.compile(
    r"\b(?:found\s(?:an?\s|the\s)?(?:(?!not\b)[\w-]+\s){0,4}?guilty|convicted\s(?:an?|the)\s|(?:was|were)\s(?:convicted|found\sguilty))\b"
)
"""A verdict of guilty: takes `found a surgeon guilty` and `was convicted`, not `found not guilty`."""

FOUND_INNOCENT = re.compile(
    r"\b(?:acquitted|(?:was|were)\scleared|cleared\s(?:an?|the)\s|f(?:ou|i)nd\s(?:an?\s|the\s)?(?:[\w-]+\s){0,4}?not\sguilty)"
)
"""A verdict of not guilty: takes `acquitted` and `to find a clerk not guilty`, not `cleared up`."""

OVERTURNED = re.compile(
    r"\b(?:appeal|overturn|quash|retrial|revers|exonerat|pardon|unsafe|earlier|previous|mixed|lesser|first\strial|second\strial|co-(?:accused|defend)"
    r"|(?:others?|another|some)\s(?:charge|count|man|men|woman|women|defendant|was|were)\b)",
    re.IGNORECASE,
)
"""What tells of a conviction before an acquittal, or of somebody else's: takes `on appeal` and `others were`, not `a former clerk`."""

CONVICTION = re.compile(r"\b(?:the|his|her|their)\s(?:guilty\sverdicts?|convictions?)\b", re.IGNORECASE)
"""A conviction that the reader knows of: takes `The conviction` and `her guilty verdict`, not `a conviction`."""

TWO_VERDICTS = re.compile(
    r"\b(?:appeal|overturn|quash|retrial|revers|exonerat|pardon|earlier|previous|former|some|other|another|two|three|both|part|mixed|lesser)",
    re.IGNORECASE,
)
"""What tells of more than one verdict: takes `on appeal` and `overturned`, not `on Thursday`."""

CHANGED = re.compile(
    r"\bchang(?:ed|es|ing)\s(?:his|her|their|its)\spleas?\b|\b(?:other|another|second|further|remaining|lesser|one|some|two|three)\s"
    r"(?:charges?|counts?|offences?)\b|\binitially\b|\bat\sfirst\b|\bearlier\b|\bhad\spreviously\b|\bwithdr(?:e|a)w\b|\bmid-?trial\b"
)
"""What makes both true: takes `changed his plea` and `two counts`, not `the charge`."""


@dataclass(frozen=True)
class _Told:
    """The words that tell of a plea or a trial, the sentence, and the only person of whom that speaks."""

    place: Words
    sentence: Span
    person: str


def find(context: CheckContext) -> Iterator[Finding]:
    """The only accused of an article, or one by name, who has both pleaded guilty and been tried, or is cleared and found guilty."""
    yield from _against_headline(context)
    yield from _convicted_after_all(context)
    if CHANGED.search(context.text):
        return
    tried: dict[str, list[_Told]] = defaultdict(list)
    for each in _told(context, TRIED):
        tried[each.person].append(each)
    for one in _told(context, GUILTY):
        for two in tried.get(one.person, ()):
            if one.sentence != two.sentence:
                first, second = sorted((one.place, two.place), key=lambda place: place.start)
                both = f"{quoted(first.text)} and {quoted(second.text)}"
                message = f"{both}: who pleads guilty is not tried by a jury; one of the two is likely a slip."
                yield Finding((first, second), message, Severity.LOOK, near=second)
                return


def _against_headline(context: CheckContext) -> Iterator[Finding]:
    """A headline of one verdict over a story whose opening has the other, where only one is spoken of."""
    headline = context.headline
    story = context.opening
    if headline is None or not story or TWO_VERDICTS.search(context.text, headline.start, story[-1].end):
        return
    start, end = story[0].start, story[-1].end
    for above, below, never in ((CLEARED, FOUND_GUILTY, FOUND_INNOCENT), (CONVICTED, FOUND_INNOCENT, FOUND_GUILTY)):
        one, two = above.search(context.text, headline.start, headline.end), below.search(context.text, start, end)
        if one is not None and two is not None and never.search(context.text, start, end) is None:
            places = (context.at(*one.span()), context.at(*two.span()))
            message = f"The headline has {quoted(one[0])} where the story has {quoted(two[0])}; one of the verdicts is likely a slip."
            yield Finding(places, message, Severity.LOOK, near=places[1])
            return


def _convicted_after_all(context: CheckContext) -> Iterator[Finding]:
    """An acquittal in the opening of a story that tells of no other verdict, and "the conviction" behind it."""
    story = context.opening
    cleared = FOUND_INNOCENT.search(context.text, story[0].start, story[-1].end) if story else None
    if cleared is None or FOUND_GUILTY.search(context.text, story[0].start) or OVERTURNED.search(context.text, story[0].start):
        return
    after = next((match for block in context.body for match in CONVICTION.finditer(context.text, block.start, block.end)), None)
    if after is not None and after.start() > cleared.end():
        places = (context.at(*cleared.span()), context.at(*after.span()))
        message = f"{quoted(places[0].text)} and {quoted(places[1].text)}: one of the verdicts is likely a slip."
        yield Finding(places, message, Severity.LOOK, near=places[1])


def _told(context: CheckContext, pattern: re.Pattern[str]) -> Iterator[_Told]:
    for sentence in context.sentences:
        people = context.people_between(sentence.start, sentence.end)
        if len(people) == 1:
            for match in pattern.finditer(context.text, sentence.start, sentence.end):
                yield _Told(context.at(*match.span()), sentence, people[0].id)


CHECK = Check(
    id="plea",
    looks_for="one accused who has pleaded guilty and been tried by a jury, or is cleared in the headline and found guilty in the story",
    rule="Reuters Handbook of Journalism, 'crime and courts'; a reversed plea is what newspapers correct and apologise for",
    find=find,
    catches=(
        Example("Clerk jailed\n\nRuth Okafor pleaded guilty to theft.\n\nThe jury, which took two hours to convict Okafor, saw a hat.\n"),
        Example("Clerk jailed\n\nTom Dwyer pleaded guilty to theft in May.\n\nIt rained. A jury convicted Dwyer on Friday.\n"),
        Example("Baker jailed\n\nAda Novak admitted the charge on Monday. It rained.\n\nNovak had pleaded not guilty, a clerk said.\n"),
        Example(
            "Court clears surgeon of fraud\n\nA jury found a heart surgeon guilty of fraud on Friday.\n\nIt rained.\n\nIt took two days.\n"
        ),
        Example("Cleared\n\nA jury found Ada Novak not guilty of theft on Friday.\n\nAfter the conviction she was hugged by her sons.\n"),
        Example("Farmer fined\n\nCarl Moss pleaded guilty at Hadley.\n\nThe pigs were thin. Moss denied the charge and will appeal.\n"),
    ),
    passes=(
        Example("Clerk jailed\n\nTom Dwyer pleaded guilty to theft in May.\n\nA jury convicted Ada Novak on Friday.\n"),
        Example("Baker jailed\n\nAda Novak admitted the charge on Monday after changing her plea. Novak had pleaded not guilty in May.\n"),
        Example("Court clears surgeon of fraud\n\nA surgeon who was found guilty in May won her appeal on Friday.\n\nIt took two days.\n"),
        Example("Farmer fined\n\nCarl Moss pleaded guilty to one charge. Moss denied two other charges.\n"),
    ),
)
