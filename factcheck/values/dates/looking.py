"""Which way a clause looks from a time that it names: back to what happened, or forward to what will; told by the verb that governs it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.language.lexicon import words
from factcheck.values.dates.same_pasts import is_same_past
from factcheck.values.dates.token_stream import TokenStream
from factcheck.values.dates.what_is_over import is_of_what_is_over


class Look(NamedTuple):
    """`way` is -1 back, 1 forward and 0 where nothing tells; `is_sure` whether a verb says so.

    A mere preposition does not, nor a present tense behind the time: "In October, she begins to write".
    """

    way: int
    is_sure: bool


_REACH = 24
"""Words looked at on either side: a clause is rarely longer."""

_NEAR = 8
"""Words within which a verb in the present tense may follow its time: "On Friday the play opens"."""

_FUTURE = words("tenses", "future")
_EXPECTED = words("tenses", "expected")
_INTENDING = words("tenses", "intending")
_PAST = words("tenses", "past")
_NOT_PAST = words("tenses", "not_past")
_PARTICIPLES = words("tenses", "past_participles")
_ATTEMPTS = words("tenses", "attempts")
_PUT_OFF = words("tenses", "put_off")
_HELD = words("tenses", "held")
_ARRANGED = words("tenses", "arranged")
_SCHEDULED = words("tenses", "scheduled")
_NOUNS_TOO = words("tenses", "nouns_too")
_OUT = words("tenses", "out")
_NO_SUBJECT = words("tenses", "no_subject")
_STAYS = words("tenses", "stays")
_FIXED = words("tenses", "fixed")
_DECLINED = words("tenses", "declined")
_OUTCOMES = words("tenses", "outcomes")
_CLAUSE = words("tenses", "clause_openers") | frozenset(",(:–—“”")

_STOPS = frozenset({".", "!", "?", "\n", ";"})
_SAID = words("cues", "said")
_BEGINNING = frozenset({"beginning", "starting", "commencing"})
_CONTINUING = words("tenses", "continuing")
_LIMITS = frozenset({"until", "till"})
_TO_A_DAY = frozenset({"until", "till", "to", "for", "from", "through"})
_SKIPPED = frozenset({"the", "at", "least", "late", "early", "next", "about"})
"""Words between a preposition and its time."""

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_PREPOSITIONS = frozenset({"on", "in", "by", "at", "for", "from", "until", "till"})
_MANY = frozenset({"they", "we", "you", "i", "people", "police"})
"""Words, beside plurals, whose verb has no -s."""

_SINGULAR = frozenset({"was", "has", "does", "this", "his", "its"})

_BE = frozenset({"is", "are"})
_WERE = frozenset({"was", "were"})
_HAVE = frozenset({"has", "have", "need", "needs"})


def look(stream: TokenStream, start: int, end: int) -> Look:
    """Where the clause around tokens `start` to `end` looks (Quirk et al. 4.2-4.48: tenses, and the futures of the present tense)."""
    at = start - 1
    while stream.low(at) in _SKIPPED and at > start - 4:
        at -= 1
    if _is_ahead_of(stream, at, start, end):
        return Look(1, False)
    if stream.low(at) == "since":
        return Look(-1, True)
    if sure := _surely(stream, at, start, end):
        return Look(sure, True)
    if stream.low(start - 1 - (stream.low(start - 1) in ("on", "from", "by"))) in _FIXED:
        return Look(1, False)
    if is_of_what_is_over(stream, at, start, end):
        return Look(-1, True)
    if stream.low(at if stream.low(at) not in _PREPOSITIONS else at - 1) in _BEGINNING:
        return Look(1, False)
    if stream.low(at) in ("to", "through") and stream.low(at - 1) in _CONTINUING:
        return Look(1, False)
    way = _before(stream, start, end, at)
    if way and not (way < 0 and stream.low(at) in _SAID):  # of "said the winter months might be hard" the words behind are asked first
        return Look(way, True)
    told = _after(stream, start, end)
    if way and told.way <= 0:
        return Look(way, True)
    if told.way:
        return told
    if stream.low(at) in _LIMITS or stream.low(at) == "by":
        return Look(1, False)
    return Look(-1 if stream.low(at) == "after" else 0, False)


def _is_ahead_of(stream: TokenStream, at: int, start: int, end: int) -> bool:
    """ "ahead of the 27 October election", "before Monday's vote", "on the November ballot": what comes is told of, whatever the verb."""
    if stream.low(at) == "of" and stream.low(at - 1) == "ahead":
        return True
    if stream.low(start - 2) == "now" and stream.low(start - 1) in ("and", "until", "till", "to", "through"):
        return True
    if stream.low(at) in ("toward", "towards") or (stream.low(at) in ("for", "on") and stream.low(end) == "ballot"):
        return True
    return stream.low(at) == "before" and at == start - 2 and stream[end].text.islower() and not _opens_verb(stream, end)


def _surely(stream: TokenStream, at: int, start: int, end: int) -> int:
    """The way that a time looks whatever the verb ("until at least Tuesday", "expected … by Monday", "July figures"), or 0."""
    if stream.low(at) in _LIMITS and (stream.has(end, "at", "the", "earliest") or stream.has(at + 1, "at", "least")):
        return 1
    if (stream.low(at) == "by" and _is_expected(stream, at)) or _is_on_condition(stream, at, end):
        return 1
    if _is_planned_and_over(stream, start, end):
        return -1
    if stream.low(end - 1) == "quarter" and stream.low(end) in ("data", "figures", "statistics"):
        return -1
    if stream.low(at) == "in" and stream.has(at - 3, "to", "a", "date"):
        return 1  # "has been bailed to a date in late May"
    if stream.low(start - 1) in ("fixed", "set") and stream.low(end) in ("to", "for", "as"):
        return 1  # "has fixed 18 September to hear the appeal"
    return _of_what(stream, start, end) if stream[start].word.month else 0


def _is_expected(stream: TokenStream, at: int) -> bool:
    """Whether the clause before "by" tells of what is to come: "crews expected to have it surrounded by Monday"."""
    for i in range(at - 1, max(at - 1 - _REACH, -1), -1):
        low = stream.low(i)
        if low in _CLAUSE or (low in _STOPS and not stream.is_abbreviated(i)):
            return False
        if low in _EXPECTED and stream.low(i + 1) == "to":
            return stream.low(i - 1) not in ("had", "than", "as")
    return False


def _is_on_condition(stream: TokenStream, at: int, end: int) -> bool:
    """Whether a clause says on what condition something will be: "unless a buyer is found by June".

    It is in the present tense, or in the past where somebody said what would be: "would strike unless they were paid by June".
    """
    is_past = False
    for i in range(at - 1, max(at - 1 - _REACH, -1), -1):
        low = stream.low(i)
        if low in _CONDITIONS or (low in ("if", "once") and stream.low(at) == "by"):
            return not is_past or _is_of_what_would_be(stream, i, end)
        if low in _CLAUSE or (low in _STOPS and not stream.is_abbreviated(i)):
            return False
        is_past = is_past or (_cue(stream, i) < 0 and not any(stream.low(i - n) in _PRESENT for n in (1, 2, 3)))
    return False


def _is_of_what_would_be(stream: TokenStream, start: int, end: int) -> bool:
    """Whether the sentence before or behind a clause says what would be."""
    for around in (range(start - 1, max(start - 1 - _REACH, -1), -1), range(end, end + _REACH)):
        for i in around:
            if stream.low(i) in _STOPS and not stream.is_abbreviated(i):
                break
            if stream.low(i) in ("would", "could") and not _is_perfect(stream, i) and not _is_declined(stream, i):
                return True
    return False


_CONDITIONS = frozenset({"unless", "until", "till"})
"""Words that say until when or on what condition: their clause, in the present tense, is of what is to come (Quirk et al. 14.22)."""

_PRESENT = _BE | frozenset({"has", "have", "gets", "get", "be"})
"""Auxiliaries of the present tense, with which a participle is of what is to come in such a clause."""


def _is_planned_and_over(stream: TokenStream, start: int, end: int) -> bool:
    """Whether what was planned for a time has come to nothing at it: "ferries that were due to sail on Tuesday were cancelled"."""
    if not any(stream.low(i) in _EXPECTED and stream.low(i - 1) in ("was", "were", "been") for i in range(max(start - _NEAR, 0), start)):
        return False
    for i in range(end, end + _NEAR):
        low = stream.low(i)
        if low in _STOPS and not stream.is_abbreviated(i):
            return False
        if low in _WERE and (stream.low(i + 1) in _OUTCOMES or stream.has(i + 1, "called", "off")):
            return True
        if (low == "never" and _cue(stream, i + 1) < 0) or stream.has(i, "did", "not") or stream.has(i, "failed", "to"):
            return True
    return False


def _of_what(stream: TokenStream, start: int, end: int) -> int:
    """The way that a month looks by the thing that it tells: goods are traded for a month to come, figures are of one that is over.

    "January delivery", "crude futures for May"; "will publish July figures".
    """
    behind = [stream.low(end + n) for n in range(_WARES) if stream[end + n].text.isalpha()]
    if (
        any(low in _TRADED for low in behind)
        or (behind and behind[0] in _GOODS and "contract" in behind)
        or (stream.low(start - 1) in ("for", "in") and stream.low(start - 2) in _TRADED)
    ):
        return 1
    return -1 if behind and behind[0] in _REPORTED else 0


_WARES = 3
"""Words from a month to what is traded for it: "the February gold contract"."""

_TRADED = words("tenses", "traded")
_GOODS = words("tenses", "goods")
_REPORTED = words("tenses", "reported")


def _opens_verb(stream: TokenStream, i: int) -> bool:
    return stream.low(i) in _CLAUSE | _BE | _HAVE or _cue(stream, i) != 0


def _before(stream: TokenStream, start: int, end: int, at: int) -> int:
    """The way of the nearest verb before the time; `at` is where its preposition stands, if it has one."""
    to_verb = False
    present = False
    for i in range(start - 1, max(start - 1 - _REACH, -1), -1):
        low = stream.low(i)
        if low in _STOPS and not (low == "." and stream.is_abbreviated(i)):
            break
        if present and low in _CLAUSE:
            break
        if low == "to" and i + 1 < start and _can_be_verb(stream, i + 1):
            to_verb = True
            continue
        way = _governs(stream, i, start, at, to_verb=to_verb) or _cue(stream, i)
        if way:
            return way
        present = present or _is_scheduled(stream, i, at)
    return 1 if present and _cue(stream, end) >= 0 else 0


def _can_be_verb(stream: TokenStream, i: int) -> bool:
    token = stream[i]
    return token.text.isalpha() and token.text.islower() and not token.word.known and token.low not in _NO_SUBJECT


def _governs(stream: TokenStream, i: int, start: int, at: int, *, to_verb: bool) -> int:
    """The way of a verb that says itself when what it governs is to be: "ordered … to pay by", "put off until", "is on"."""
    low, after = stream.low(i), stream.low(i + 1)
    if at > i and ((low in _PUT_OFF and stream.low(at) in _TO_A_DAY) or (low in _HELD and stream.low(at) in _LIMITS)):
        return 1
    if stream.low(i - 1) == "being" and stream.low(i - 2) in _BE and stream.low(at) in _LIMITS and at > i:
        return 1  # "is being held until Monday"
    if low in _BE or low in _STAYS or low in _HAVE:
        if stream.low(at) in _LIMITS and (low not in _HAVE or at == i + 1):
            return 1
        if low in _BE and (after == "to" or _is_bare_be(stream, i, start)):
            return 1
        if low in _HAVE and after == "to":
            return 1
    if low in _WERE and after == "to" and to_verb:
        return 1
    if low == "had" and after == "to" and stream.low(at) == "by":
        return 1
    if low in _INTENDING:
        if (to_verb and not (low in _ATTEMPTS and stream.low(at) not in _PREPOSITIONS)) or (stream.low(at) == "by" and at > i):
            return -1 if stream.low(i - 1) == "had" else 1
        return 0
    if low in _ARRANGED and stream.low(at) in ("for", "of") and at > i and start - i <= 4:
        return 1
    return 0


def _is_bare_be(stream: TokenStream, i: int, start: int) -> bool:
    """Whether nothing but a particle and a preposition stands between "is" and the time: "is on 12 June", "are off until May"."""
    if start - i > 4:
        return False
    return all(stream.low(n) in _OUT or stream.low(n) in ("on", "in", "at", "for", "from", "the", "between") for n in range(i + 1, start))


def _is_scheduled(stream: TokenStream, i: int, at: int) -> bool:
    """Whether a verb in the present tense stands here that, with a time, tells what is arranged: "talks resume on Thursday" (4.45)."""
    if stream.low(i) not in _SCHEDULED or i < 1 or i >= at + 1:
        return False
    before = stream[i - 1]
    if before.low in ("and", "or"):
        return stream.low(i).endswith("s")
    is_plural = len(before.low) > len("is") and before.low.endswith("s") and before.low not in _BE | _WERE | _SINGULAR
    if stream.low(i) in _NOUNS_TOO and not is_plural and before.low not in _MANY:
        return False
    return (
        (before.number is None or before.digits == _YEAR)
        and before.word.cardinal < 0
        and before.low not in _NO_SUBJECT
        and before.low not in _STOPS
    )


_YEAR = 4
"""Digits of a year, which may be what a verb is told of: "fiscal 2026 begins"."""


def _after(stream: TokenStream, start: int, end: int) -> Look:
    opens = stream[start - 1].text in _STOPS or stream[start - 2].text in _STOPS
    for i in range(end, end + _REACH):
        low = stream.low(i)
        if low in _STOPS and not (low == "." and (i == end or stream.is_abbreviated(i))):
            return Look(0, False)
        if low == "," and stream.low(i + 1).endswith("ing"):
            return Look(0, False)  # "hit on Monday, forcing thousands to be moved"
        way = _cue(stream, i) or (1 if i == end and low in _BE else 0)
        if way:
            return Look(way, True)
        if i < end + _NEAR and not (opens and i == end) and _is_scheduled(stream, i, i) and not _is_of_a_clause(stream, i):
            return Look(1, False)
    return Look(0, False)


def _is_of_a_clause(stream: TokenStream, i: int) -> bool:
    """Whether a verb is that of a clause that only says which time or thing is meant: "in October, when the term starts, …"."""
    return any(stream.low(i - n) in _SUBORDINATE for n in (1, 2, 3))


_SUBORDINATE = frozenset({"that", "which", "who", "when", "where", "as", "before", "after", "until", "if"})


def _cue(stream: TokenStream, i: int) -> int:
    """The way that a word by itself looks: a modal, a word of expecting, a past form."""
    token = stream[i]
    low, after = token.low, stream.low(i + 1)
    if low in _FUTURE:
        if token.is_capital and low in ("may", "will") and stream[i - 1].text not in _STOPS:
            return 0
        if _is_declined(stream, i):
            return -1
        return -1 if _is_perfect(stream, i) and low != "will" else 1
    if low in _EXPECTED:
        if stream.low(i - 1) in ("than", "as"):
            return 0  # "borrowed more than expected in May"
        if stream.has(i + 1, "to", "have") and (stream.low(i + 3) in _PARTICIPLES or _is_regular_past(stream.low(i + 3))):
            return -1  # "is forecast to have shrunk in May"
        if low in ("plan", "plans", "hope", "hopes", "forecast"):
            return 1 if after in ("to", "for") else 0
        if low in ("set", "going", "ready", "meant") and after not in ("to", "for", "on", "in", "by"):
            return 0
        if low == "planned" and after in _ARTICLES:
            return -1
        return -1 if stream.low(i - 1) == "had" else 1
    if low in _PARTICIPLES and stream.low(i - 1) in _BE:
        return 0
    if is_same_past(stream, i):
        return -1
    if low in _PAST or low in _PARTICIPLES or _is_regular_past(low):
        return 1 if _is_infinitive_future(stream, i) else -1
    return 0


def _is_perfect(stream: TokenStream, i: int) -> bool:
    """ "would have met", against "could have a hard time"."""
    return stream.low(i + 1) == "have" and stream.low(i + 2) not in _NO_SUBJECT and stream[i + 2].number is None


def _is_declined(stream: TokenStream, i: int) -> bool:
    """ "would not say on Monday", "could not be reached": what somebody did when asked, no future."""
    return (
        stream.low(i) in ("would", "could")
        and any(stream.low(i + n) in _DECLINED for n in range(2, 6))
        and (stream.low(i + 1) == "not" or stream.low(i + 2) == "t" or stream.low(i + 1) in ("only", "neither"))
    )


def _is_regular_past(low: str) -> bool:
    return len(low) > 4 and low.endswith("ed") and low not in _NOT_PAST and not low.endswith("eed")


def _is_infinitive_future(stream: TokenStream, i: int) -> bool:
    """Whether a participle stands behind "will be", "to be" or the like: "will be held", "is expected to be signed"."""
    for back in range(1, 5):
        low = stream.low(i - back)
        if low == "may" and stream[i - back].is_capital:
            return False  # "in May compared with"
        if low in ("will", "ll", "shall", "would", "may", "might", "must", "should", "could", "can"):
            return low == "will" or not (_is_perfect(stream, i - back) or _is_declined(stream, i - back))
        if low == "to" and stream.low(i - back + 1) == "be":
            return True
        if low not in ("be", "not", "also", "then", "have", "been", "likely", "probably", "formally", "being"):
            return False
    return False
