"""What a gist needs to know of its time and place: the day of "Thursday", the day that two clauses share, where "here" is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.calendar import MONTH_OF
from factcheck.model import DateValue
from factcheck.splitting.root import Link
from factcheck.splitting.syntax import opening_of

if TYPE_CHECKING:
    from factcheck.splitting.clauses import Atom
    from factcheck.splitting.gist import Draft
    from factcheck.splitting.parsed import Sentence

_CUT_SHORT = re.compile(r"['’](?:s|d|ll|ve|re|m)\b")
"""What is written with the word before it: takes the end of `year’s` and `he’d`, not `’s’`."""


def whole_word(text: str, end: int) -> int:
    """Where a word ends with what is written with it: "he’s | already spent 18 months"."""
    short = _CUT_SHORT.match(text, end)
    return short.end() if short is not None else end


def supply_day(draft: Draft, atom: Atom, sentence: Sentence, dates: Sequence[DateValue]) -> None:
    """The day that stands before both of two clauses: "On Tuesday, the bank failed and | a shop closed"."""
    from factcheck.values import resolved_day

    verb = atom.verb
    opening = [] if verb is None or atom.attribution is not None or atom.link not in (Link.NONE, Link.SUBJECT) else opening_of(verb)
    if not opening or sentence.start_of(opening[0]) >= atom.kept[0].start:
        return
    start, end = sentence.start_of(opening[0]), sentence.end_of(opening[-1])
    day = next((d for d in dates if start <= d.start and d.end <= end and not d.value.startswith("P")), None)
    if day is not None and not any(_is_kept(d, atom) for d in dates):
        words = resolved_day(day)
        draft.lead(f"{draft.text[start:end]}{f', {words}' if words else ''},")


def add_days(draft: Draft, atom: Atom, sentence: Sentence, dates: Sequence[DateValue]) -> None:
    """The day that each time expression means; of what somebody is quoted with only months and years."""
    from factcheck.values import resolved_day

    for date in dates:
        spoken = sentence.quoted_at(date.start) and not _is_of_the_calendar(date)
        if _is_kept(date, atom) and not spoken and (words := resolved_day(date)):
            draft.insert(whole_word(draft.text, date.end), words)


def add_place(draft: Draft, atom: Atom, sentence: Sentence, place: str) -> None:
    """ "Here" in the article's own words is where its dateline says that it was written."""
    for token in (t for s in atom.kept for t in sentence.tokens(s.start, s.end)):
        if token.lower == "here" and token.part == "adverb" and not sentence.in_quotation(token):
            draft.insert(sentence.end_of(token), place)


def _is_kept(date: DateValue, atom: Atom) -> bool:
    return any(s.start <= date.start and date.end <= s.end for s in atom.kept)


def _is_of_the_calendar(date: DateValue) -> bool:
    """Whether the words of somebody name a month or a year, which are the same whenever they were said; "today" is not."""
    return date.value.isdigit() or any(word.strip(".,").lower() in MONTH_OF for word in date.text.split())
