"""Changes that are given in two ways which do not agree: from A to B, and by so many per cent or by half."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import meanings
from factcheck.model import Change, Figure, Severity, Span, Words
from factcheck.values.rounding import Bounds, bounds, last_place, shown

_FORMS = {
    1: "rise rises rose risen rising increase increases increased increasing grow grows grew grown growth climb climbs climbed "
    "jump jumps jumped gain gains gained surge surges surged soar soars soared up higher hike swell swelled advance advanced leap leapt "
    "leaped raised boosted rocketed",
    -1: "fall falls fell fallen falling drop drops dropped decline declines declined decrease decreases decreased decreasing "
    "down lower cut cuts slid slipped shrank shrunk plunge plunged plunges tumble tumbled reduction reduced dip dipped sank "
    "slump slumped contracted lost slide collapse collapsed",
}
DIRECTIONS = {word: sign for sign, words in _FORMS.items() for word in words.split()}
"""Verbs and nouns of rising and falling, as market and statistics reports have them (Roget 35 and 36; AP Stylebook, 'percentages')."""

TIMES = {
    "doubled": Decimal(2), "doubling": Decimal(2), "tripled": Decimal(3), "trebled": Decimal(3),
    "tripling": Decimal(3), "trebling": Decimal(3),
    "quadrupled": Decimal(4), "quadrupling": Decimal(4), "halved": Decimal("0.5"), "halving": Decimal("0.5"), "half": Decimal("0.5"),
}  # fmt: skip
"""Words for a change by a factor."""

FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
"""What stands before a figure that a change starts from: takes `rose from ` and `from about `, not `from him, `.
"""

TO = re.compile(r"\bto\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
"""What stands before a figure that a change ends at: takes `rose to ` and `to just over `, not `to him, `."""

_IN = r"(?:in\s(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d,?\s)?"

BETWEEN_FROM_TO = re.compile(rf"\s(?:[a-z]+\s){{0,4}}{_IN}to\s(?:[a-z]+\s){{0,3}}|,\sto\s", re.IGNORECASE)
"""What stands between the two figures of a change: takes ` to `, ` in 2021 to ` and ` people to about `, not ` and `.
"""

BETWEEN_TO_FROM = re.compile(r",?\s(?:[a-z]+\s){0,3}from\s(?:[a-z]+\s){0,3}", re.IGNORECASE)
"""What stands between the figures of a change told backwards: takes `, up from ` and ` from `, not ` and `."""

THAN = re.compile(r"\s(?P<side>more|higher|larger|greater|up|fewer|less|lower|smaller|down)\s(?:than|from|on)\s(?:the\s)?$")
"""What stands between a percentage and what it is measured against: takes ` fewer than the ` and ` higher than `, not ` of the `."""

AGAINST = re.compile(r"(?:\s[^\W\d_]{1,20}){0,8},?\s(?:against|compared\s(?:with|to)|(?:up|down)\sfrom|from)\s")
"""What stands between a figure and that of another time: takes ` salmon last year, against ` and `, down from `, not ` and `."""

A_CHANGE_OF = re.compile(r"(?:\s[^\W\d_]{1,20}){0,6},\san?\s(?:[a-z]+\s)?(?P<word>[a-z]{3,10})\sof\s(?:about\s|some\s|nearly\s|almost\s)?")
"""What stands between that and the change: takes ` the year before, a drop of ` and `, a sharp rise of `, not `, of `."""

THAT_IS = re.compile(
    r"(?:That|This|It|Which)\s(?:is|was|represents|represented|amounts\sto|amounted\sto|means|meant|makes|made)\s(?:an?\s)?(?:[a-z]+\s)?"
    r"(?P<word>[a-z]{3,10})\sof\s(?:about\s|some\s|nearly\s|almost\s|just\sover\s)?"
)
"""What opens a sentence about the change before: takes `That is an increase of ` and `This represents a drop of `, not `That is one `."""

ELSEWHERE = re.compile(r",?\s(?:while|whereas)\s|;\s")
"""What parts a percentage from the change of another thing: takes `, while ` and `; `, not `, or `."""

RATE = re.compile(
    r"\b(?:a|per|each|every)\s(?:year|month|week|day|quarter)\b"
    r"|\b(?:annual|average|yearly|monthly|compound|points?|of\s(?:the|all|its|their|those))",
    re.IGNORECASE,
)
"""What makes a percentage another thing than the change from A to B: takes `a year` and `of the`, not `a fall`."""

PARTS: dict[str, float] = meanings("numbers", "fractions_told")

BY_A_PART = re.compile(
    rf"\b(?:(?P<verb>[a-z]{{2,12}})\s(?:[a-z]+ly\s)?by|an?\s(?:[a-z]+\s)?(?P<noun>[a-z]{{3,10}})\sof)\s"
    rf"(?P<near>(?:(?:about|almost|nearly|some|around|roughly|over|under|more\sthan|less\sthan|at\sleast)\s)?)"
    rf"(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True)).replace(' ', '[ -]')})\b(?!\s(?:of|the|a)\b|-)"
)
"""A change by a part: takes `a rise of a third`, `fell by nearly a quarter` and `cut by two thirds`, not `a third of the`."""

EXACTLY, NEARLY = Decimal("0.04"), Decimal("0.1")
"""How far from the part a change may be, where it is told as it is and where a word before it says that it is near that."""

REACH = 60
"""A percentage further than this many code points from its two figures may be about something else."""

_WORD = re.compile(r"[^\W\d_]+")
"""A word: takes `rose` and `Zoë`, not `12%`.
"""


@dataclass(frozen=True)
class Told:
    """Something went from one figure to another; `start` and `end` bound the words that say so."""

    old: Figure
    new: Figure
    start: int
    end: int


def changes(context: CheckContext, sentence: Span, figures: list[Figure]) -> Iterator[Finding]:
    """Changes from A to B whose percentage or factor, given in the same sentence, is not what A and B make."""
    starts = [figure.start for figure in figures]
    for change in told_changes(context, sentence, outside_brackets(context, sentence, figures)):
        first, last = bisect_left(starts, change.start - 2 * REACH), bisect_left(starts, change.end + REACH)
        percent = _percent(context, sentence, change, figures[first:last])
        if percent is not None:
            yield from _against_percent(context, change, *percent)
        else:
            yield from _against_factor(context, sentence, change)
            yield from _against_part(context, sentence, change)


def changes_told_next(context: CheckContext, before: tuple[Span, list[Figure]], figures: list[Figure], sentence: Span) -> Iterator[Finding]:
    """A sentence that says of the only change in the one before how much that is: "That is an increase of 18 percent"."""
    earlier, own = before
    told = list(told_changes(context, earlier, outside_brackets(context, earlier, own)))
    match = THAT_IS.match(context.text, sentence.start, sentence.end)
    percent = next((f for f in figures if f.unit == "percent" and f.high is None and match is not None and f.start == match.end()), None)
    if match is None or percent is None or len(told) != 1:
        return
    sign = DIRECTIONS.get(match["word"], 0)
    if sign and not RATE.match(context.text, percent.end + 1) and "percent" not in (told[0].old.unit, told[0].new.unit):
        yield from _against_percent(context, told[0], percent, sign)


def outside_brackets(context: CheckContext, sentence: Span, figures: list[Figure]) -> list[Figure]:
    """The figures without those in brackets right after another, as sums in a second currency are."""
    kept: list[Figure] = []
    for figure in figures:
        if not (kept and context.text[max(sentence.start, figure.start - 1) : figure.start] == "("):
            kept.append(figure)
    return kept


def told_changes(context: CheckContext, sentence: Span, figures: list[Figure]) -> Iterator[Told]:
    """The changes of a sentence that are told by both their figures: "from A to B", "to B from A"."""
    text = context.text
    for figure in figures:
        before = text[max(sentence.start, figure.start - 40) : figure.start]
        if figure.high is not None and " to " in figure.text and FROM.search(before):
            yield Told(_end(figure, low=True), _end(figure, low=False), figure.start, figure.end)
    for one, two in pairwise(figures):
        if one.high is not None or two.high is not None or not alike(one, two):
            continue
        before = text[max(sentence.start, one.start - 40) : one.start]
        between = re.sub(r"\s\([^()\n]{1,40}\)", "", text[one.end : two.start][:80])
        if FROM.search(before) and BETWEEN_FROM_TO.fullmatch(between):
            yield Told(one, two, one.start, two.end)
        elif TO.search(before) and BETWEEN_TO_FROM.fullmatch(between):
            yield Told(two, one, one.start, two.end)


def _end(figure: Figure, low: bool) -> Figure:
    """One end of a range as a figure of its own, with the words of that end."""
    first, joint, last = figure.text.partition(" to ")
    if low:
        return Figure(start=figure.start, end=figure.start + len(first), text=first, value=figure.value, unit=figure.unit)
    start = figure.start + len(first) + len(joint)
    return Figure(start=start, end=figure.end, text=last, value=figure.high or figure.value, unit=figure.unit)


def alike(one: Figure, two: Figure) -> bool:
    """Whether two figures can be the same thing at two times: one unit, or none given for one of them, or no rate."""
    return one.unit == two.unit or None in (one.unit, two.unit) or one.unit == two.base or one.base == two.unit


def _percent(context: CheckContext, sentence: Span, change: Told, figures: list[Figure]) -> tuple[Figure, int] | None:
    """The percentage of the change and whether it is called a rise or a fall; None when none stands near or more than one does."""
    near = [
        figure
        for figure in figures
        if figure.unit == "percent"
        and figure.high is None
        and (figure.end <= change.start or figure.start >= change.end)
        and change.start - figure.end <= REACH
        and figure.start - change.end <= REACH
        and not RATE.match(context.text, figure.end + 1)
        and not RATE.search(context.text[max(sentence.start, figure.start - 25) : figure.start])
        and not ELSEWHERE.search(context.text, *sorted((figure.end, change.start)))
    ]
    if len(near) != 1:
        return None
    sign = _sign(context, sentence, near[0])
    return (near[0], sign) if sign else None


def _sign(context: CheckContext, sentence: Span, figure: Figure) -> int:
    """1 for a rise, -1 for a fall, 0 where the words around the percentage say neither."""
    if figure.change in (Change.UP, Change.DOWN):
        return 1 if figure.change is Change.UP else -1
    before = [m[0].lower() for m in _WORD.finditer(context.text, max(sentence.start, figure.start - 40), figure.start)][-3:]
    after = [m[0].lower() for m in _WORD.finditer(context.text, figure.end, min(sentence.end, figure.end + 40))][:2]
    signs = [DIRECTIONS[word] for word in (*after, *reversed(before)) if word in DIRECTIONS]
    return signs[0] if signs else 0


def _against_percent(context: CheckContext, change: Told, percent: Figure, sign: int) -> Iterator[Finding]:
    place = min(last_place(change.old), last_place(change.new))
    old, new = bounds(change.old, place=place), bounds(change.new, place=place)
    if old.low <= 0 or scales_apart(change):
        return
    made = Bounds((new.low - old.high) / old.high * 100, (new.high - old.low) / old.low * 100)
    said = bounds(percent, spare=1)
    if sign < 0:
        said = Bounds(-said.high, -said.low)
    points = Bounds(new.low - old.high, new.high - old.low) if change.old.unit == change.new.unit == "percent" else None
    if made.meets(said):
        return
    exact = (change.new.value - change.old.value) / change.old.value * 100
    if points is not None and points.meets(said):
        if percent.value == abs(change.new.value - change.old.value) and not _says_points(context, percent):
            yield _points(context, change, exact, percent)
        return
    says = f"a {'rise' if sign > 0 else 'fall'} of {quoted(percent.text)}"
    yield _finding(context, change, f"{shown(exact, sign=True)}%", says, percent)


def _says_points(context: CheckContext, percent: Figure) -> bool:
    """Whether a change of a percentage is told in points."""
    return re.search(r"\b(?:points?|pp|pts?)\b", context.text[percent.start : percent.end + 24]) is not None


def _points(context: CheckContext, change: Told, exact: Decimal, percent: Figure) -> Finding:
    """A change from one percentage to another that is called so many per cent where it is so many points."""
    places = sorted((context.at(w.start, w.end) for w in (change.old, change.new, percent)), key=lambda w: w.start)
    message = (
        f"From {quoted(change.old.text)} to {quoted(change.new.text)} is {shown(abs(exact))} per cent; "
        f"{quoted(percent.text)} is the change in percentage points."
    )
    return Finding(tuple(places), message, Severity.LOOK, near=context.at(change.start, change.end))


def _against_factor(context: CheckContext, sentence: Span, change: Told) -> Iterator[Finding]:
    """Doubled, halved and the like, next to from A to B."""
    if change.old.value <= 0 or scales_apart(change):
        return
    said = _factor(context, sentence, change)
    if said is None:
        return
    word, factor, low, high = said
    made = change.new.value / change.old.value
    if not low <= made <= high:
        yield _finding(context, change, f"{shown(made)} times as much", f"{quoted(word.text)}, which is {shown(factor)} times", word)


def _against_part(context: CheckContext, sentence: Span, change: Told) -> Iterator[Finding]:
    """A third, a quarter and the like, next to from A to B, each of which is a number of one thing and no share."""
    if change.old.value <= 0 or scales_apart(change) or "percent" in (change.old.unit, change.new.unit):
        return
    start, end = max(sentence.start, change.start - REACH), min(sentence.end, change.end + REACH)
    told = [m for m in BY_A_PART.finditer(context.text, start, end) if m.end() <= change.start or m.start() >= change.end]
    sign = DIRECTIONS.get(told[0]["verb"] or told[0]["noun"], 0) if len(told) == 1 else 0
    if not sign:
        return
    part = Decimal(repr(PARTS[told[0]["part"].lower().replace("-", " ")]))
    made = change.new.value / change.old.value - 1
    if abs(made - sign * part) > (NEARLY if told[0]["near"] else EXACTLY):
        says = f"a {'rise' if sign > 0 else 'fall'} of {quoted(told[0]['part'])}"
        yield _finding(context, change, f"{shown(made * 100, sign=True)}%", says, context.at(*told[0].span("part")))


def _factor(context: CheckContext, sentence: Span, change: Told) -> tuple[Words, Decimal, Decimal, Decimal] | None:
    """The word for a factor right before the change, the factor, and the bounds that "more than" and "nearly" leave it."""
    start = max(sentence.start, change.start - REACH)
    words = list(_WORD.finditer(context.text, start, change.start))
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0].lower()
        earlier = [w[0].lower() for w in words[max(0, i - 2) : i]]
        if word not in TIMES or (word == "half" and not (earlier[-1:] == ["by"] and any(DIRECTIONS.get(w) == -1 for w in earlier))):
            continue
        factor = TIMES[word]
        more, less = "than" in earlier and "more" in earlier, bool({"nearly", "almost"} & set(earlier))
        slack = Decimal("0.12")
        far, near = factor * 2 if factor > 1 else factor / 3, factor * (1 - slack) if factor > 1 else factor * (1 + slack)
        if more:
            low, high = sorted((near, far))
        elif less:
            low, high = sorted(
                (
                    factor * (Decimal("0.75") if factor > 1 else Decimal("1.3")),
                    factor * (Decimal("1.02") if factor > 1 else Decimal("0.98")),
                )
            )
        else:
            low, high = factor * (1 - slack), factor * (1 + slack)
        return context.at(*words[i].span()), factor, low, high
    return None


def compared(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    """ "2.4 million books, 25 percent fewer than the 4 million": a figure, a percentage, and the figure that it is measured against."""
    yield from _against(context, figures)
    for new, percent, old in zip(figures, figures[1:], figures[2:], strict=False):
        if percent.unit != "percent" or "percent" in (new.unit, old.unit) or any(f.high is not None for f in (new, percent, old)):
            continue
        than = THAN.fullmatch(context.text, percent.end, old.start)
        alike = new.unit == old.unit or None in (new.unit, old.unit)
        between = context.text[new.end : percent.start]
        if than is None or not alike or not re.fullmatch(r"(?:\s[^\W\d_]{1,20}){0,5},\s(?:about\s|some\s|or\s)?", between):
            continue
        change = Told(old, new, new.start, old.end)
        sign = -1 if than["side"] in ("fewer", "less", "lower", "smaller", "down") else 1
        yield from _against_percent(context, change, percent, sign)


def _against(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    """ "1,260 salmon last year, against 1,800 the year before, a drop of 30 percent"."""
    for new, old, percent in zip(figures, figures[1:], figures[2:], strict=False):
        if percent.unit != "percent" or "percent" in (new.unit, old.unit) or any(f.high is not None for f in (new, percent, old)):
            continue
        if not alike(new, old) or AGAINST.fullmatch(context.text, new.end, old.start) is None:
            continue
        made = A_CHANGE_OF.fullmatch(context.text, old.end, percent.start)
        sign = DIRECTIONS.get(made["word"], 0) if made is not None else 0
        if sign:
            yield from _against_percent(context, Told(old, new, new.start, old.end), percent, sign)


def scales_apart(change: Told) -> bool:
    """Whether "million" may be meant with both figures though it stands with one (from 12.5 to 13 million)."""
    scaled = [bool(re.search(r"[^\W\d_]", figure.text)) for figure in (change.old, change.new)]
    small, large = sorted((change.old.value, change.new.value))
    return scaled[0] != scaled[1] and small > 0 and large / small >= 500


def _finding(context: CheckContext, change: Told, made: str, says: str, where: Words) -> Finding:
    places = sorted((context.at(w.start, w.end) for w in (change.old, change.new, where)), key=lambda w: w.start)
    change_said = f"From {quoted(change.old.text)} to {quoted(change.new.text)} is {made}"
    message = f"{change_said}, and the text says {says}; one of the figures is likely a slip."
    return Finding(tuple(places), message, Severity.WARNING, near=context.at(change.start, change.end))
