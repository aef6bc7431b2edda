"""Tells the furniture of a page from its words: share bars, offers, notices, lists of links.

The words are data (`data/furniture.toml`); the shapes are what no list of words can hold.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.language.calendar import MONTH
from factcheck.language.lexicon import any_of
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape


@dataclass(frozen=True)
class Mark:
    """Why a part is furniture, and what that means for the parts after it.

    `pauses`: the article may go on as if it were not there. `opens`: short lines after it belong to it. `closes`: it
    stands at the end of pages, so that titles and teasers after it are not the article's.
    """

    why: str
    pauses: bool = False
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True)
class _Starts:
    words: str
    most_words: int
    mark: Mark


@dataclass(frozen=True)
class _Words:
    """The word lists, arranged for looking up."""

    whole: dict[str, Mark]
    starts: dict[str, list[_Starts]]
    holds: dict[str, tuple[int, Mark]]
    tells: frozenset[str]
    holds_any: re.Pattern[str]


_NUMBER = Shape("a number", r"\d+(?:[.,]\d+)*[km]?\b", takes=("1,200", "4.5k"), refuses=("four", "½"), anywhere=True)
_CURRENCY = Shape(
    "a currency sign",
    r"(?:us|a|c)?[$£€₹¥](?=\s?\d)|\b(?:rs\.?|inr|usd|gbp|eur)\s?(?=\d)",
    takes=("₹900", "rs. 50"),
    refuses=("dollars", "rsvp"),
    anywhere=True,
)
_TO_THE_READER = Shape(
    "words that speak to the reader of the page",
    r"\b(?:you|your|you're|our|us|we)\b|¤#",
    takes=("in your inbox", "for ¤# a month"),
    refuses=("the council's newsletter", "hour"),
    anywhere=True,
)
_OFFER = Shape(
    "words that speak to the reader of the page, or offer something for a price",
    r"\b(?:you|your|you're|our|us|we)\b|\b(?:for|from|just|only|at) (?:just |only )?¤#",
    takes=("in your inbox", "for just ¤# a month"),
    refuses=("it will save ¤# a year", "hour"),
    anywhere=True,
)
_SHORT_SPEECH = 6
"""Words up to which a line with speech in it may be what a page says: "Subscribe now", in quotation marks."""
_FEW_WORDS = 3
_LONGEST_SIGN_OFF = 40
_LONG_SENTENCE = 12
"""Words from which on a sentence that a few words of the lists begin is the story's."""
_EDGES = " \t\n.:…*•‣▪◦·●○■|–—->»›→▶►▸▼▾↓↑←‹«+=_~\"'“”()"
_PLAIN = str.maketrans({"’": "'", "‘": "'", "(": None, ")": None})
_SEPARATORS = str.maketrans(dict.fromkeys("·|•–—-", " "))

_SIGNS_ONLY = Shape("signs without a letter or figure", r"[\W_]+\Z", takes=("___.", "* * *"), refuses=("-30-", "OK"))
_ADDRESS_ONLY = Shape(
    "an address and nothing else",
    r"(?:https?://\S+|www\.\S+|[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}/\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|@\w{1,30}"
    r"|(?:[a-z0-9-]{3,40}\.){1,2}(?:[a-z]{2,3}|info|news|media|press|example)"
    r"|(?:#\w{1,40}\s{0,3}){1,12}|(?!(?:19|20)\d\d-\d\d-\d\d\Z)\+?[\d() -]{8,20})\.?\Z",
    takes=("https://example.org/a", "post.example", "@JaneDoe", "+44 20 7946 0000"),
    refuses=("See www.example.org", "jane at example", "2026-03-03"),
)
_TO_DESKS = Shape(
    "a note of a wire to its desks, in two pairs of brackets",
    r"\(\([^\n]{3,400}\)\)\Z",
    takes=("((jane@post.example; +44 20 7946 0000))", "((Keywords: FEES))"),
    refuses=("(Reporting by Jane Rowe)", "((a) first)"),
)
_STAGE = Shape(
    "what a transcript says of sound and pictures, in brackets and capitals, or when it is said",
    r"(?:\([A-Z][A-Z ,'-]{3,60}\)|\[[A-Z][A-Z ,'-]{3,60}\]"
    r"|\[(?:OUT ?CUE|SOQ|TAKE|NATS?|SOT|GFX|CG|LOWER THIRD|ON CAM(?:ERA)?)\b[^\]\n]{0,60}\]"
    r"|[(\[](?:Laughter|Applause|Crosstalk|Inaudible|Pause|Recess)\.?[)\]]|\[(?:\d{1,2}:)?\d\d:\d\d\])\Z",
    takes=("(BEGIN VIDEO CLIP)", "[TAKE PKG]", "[OUTCUE: Ada Ray, Wick]", "[10:00:02]"),
    refuses=("(EXA)", "[10]"),
)
_RUNDOWN = Shape(
    "the sort of a broadcast story, how long it runs, and what is to be heard or shown beside it",
    r"(?:PKG|VO|VO/?SOT|SOT|RDR|VOICER|NATS PKG)(?: (?=TRT))?(?:TRT:? \d{1,2}:\d\d)?\Z|TRT:? \d{1,2}:\d\d\Z"
    r"|(?:NATS?(?: (?:UP|SOUND|FULL))?|SUPER|CG|GFX|LOWER THIRD|CHYRON|ASTON) ?:[^\n.!?]{1,60}\Z|OUT(?: ?CUE)?: ?(?:\.\.\.|…)[^\n]{0,60}\Z",
    takes=("PKG", "TRT 1:42", "VOSOT TRT: 0:45", "NATS UP: gulls", "SUPER: Ada Ray, Wick", "OUT: ...on 1 April."),
    refuses=("PKG left", "TRT", "OUT: Ray (knee)"),
)
_CRUMBS = Shape(
    "a trail or row of links",
    r"(?!By\s|.{0,90}\b(?:19|20)\d\d\b)[^|>›»/•·\n.!?]{1,30}(?:\s[|>›»/•·]\s?[^|>›»/•·\n.!?]{1,30}){2,14}\Z",
    takes=("Home > News > World", "News | Sport | Weather"),
    refuses=("Ada | Ben", "He left. | She stayed | They wept", "By Ada Ray | Hanoi | 1 March 2019"),
)
_INITIALS = Shape(
    "the initials of those who wrote and edited agency copy",
    r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}\Z",
    takes=("jk/ab/pw", "ad-bo"),
    refuses=("and/or more", "AP"),
)
_SIGN_OFF = Shape(
    "an agency and the initials of its desk, or where and when it sent the story",
    r"[A-Za-z]{2,5}(?:[ /-](?:[a-z]{2,4}|[A-Z]{2,4})){1,6}(?: \d{4})?\Z|\([A-Z][\w. ]{1,30}(?:/[a-z]{2,3}){1,3}\)\Z"
    r"|[A-Z]{2,5}-(?:[A-Z]{2}-)?\d\d-\d\d-\d\d \d{4}(?:GMT|[ECMP][DS]T)?\W{0,2}\Z"
    rf"|(?:[A-Z]{{2,5}} )?\d{{6}} ?(?:GMT )?(?i:{MONTH}) ?\d\d\Z",
    takes=("EXA jr/rmo", "AAP gfr", "EXA JR TWD 1402", "(Example News/jr)", "dpa al rmo", "AP-WF-05-09-17 0056GMT", "031015 MAR 26"),
    refuses=("AP Rome.", "Jane Rowe", "The ending"),
)
_DESK_ALONE = Shape(
    "initials of a desk in a line of their own, below the story",
    r"[a-z]{2,4}\Z|[A-Z]{2,3}\Z|[A-Z](?: [A-Z]){1,3}\Z|[A-Z]{2,5}(?: ?/{1,2} ?[A-Z]{2,5}){1,3}\Z"
    r"|[a-z]{2,3}(?:\.[a-z]{2,3}){1,2}\Z",
    takes=("mfl", "TW", "J R W", "OJO/ADE", "LFS // ADB", "mt.hb"),
    refuses=("I", "Nobody", "J Rowe"),
)
_SIGNED_AT_END = Shape(
    "what a desk signs with behind the last sentence",
    r"(?<=[.!?\"”’)])\s{1,3}(?P<sign>(?:(?i:enditem|endit|-ends-|ends/?)|\(end\))(?:\s[a-z]{2,3}(?:\.[a-z]{2,3}){1,2})?"
    r"|(?P<agency>[A-Z]{2,5})(?:[ /-][A-Z]{2,4}){0,6}(?:/[A-Z]{2,4}){0,4}"
    r"|\(?(?P<quiet>[A-Za-z]{2,9}(?: [A-Z][a-z]{2,8})?)(?:[\s/-][a-z][a-z\d]{1,3}){1,6}\)?)\Z",
    takes=(". Enditem", ". (end) mt.hb", ". PTI JR TW", ".\nEXA JR/TW", ". exa xx yyzz a3 jr"),
    refuses=(" Enditem", " PTI JR"),
    anywhere=True,
)
_TO_EDITORS = Shape(
    "what a wire says to its desks of a story: what is new in it, what comes with it",
    r"\((?:(?i:attn|eds|editors)\b:?|Adds|Updates?|Recasts|Rewrites|Corrects|Refiles|Repeats|Removes|Changes|Deletes)\b[^()\n]{2,200}\)\Z"
    r"|ATTENTION\s?[-–—:]\s?\S[^\n]{2,200}\Z"
    r"|[=(\s]{1,3}(?:WITH |FILE |LIVE )?(?:PICTURES?|PHOTOS?|VIDEOS?|GRAPHICS?)\b[A-Z +,/]{0,40}[)=\s]{0,3}\Z",
    takes=("(Adds quote, shares)", "(ATTN: UPDATES in paras 2-4)", "ATTENTION - ADDS mayor ///", "=(PICTURE)="),
    refuses=("(Adds up to 12)!", "Pictures", "Attention turns to the mayor"),
)
_NAMES = rf"(?:(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{{1,24}}|(?:{any_of('credits', 'particles')})\b) ?){{1,5}}"
_TO_REACH_WRITER = Shape(
    "who wrote a story, and how to reach them, below it",
    rf"(?:{_NAMES}(?:covers|writes about|reports on|is (?:an?|the|our) [^.!?\n]{{0,60}}?"
    r"(?:reporter|correspondent|writer|editor|columnist|journalist|contributor|producer)s?\b)[^.!?\n]{0,120}\. )?"
    r"(?:(?:You can )?(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]-?mail|[Ww]rite to|[Tt]weet) "
    rf"(?:him|her|them|us|the (?:reporter|writer|author)s?|{_NAMES})"
    rf"|{_NAMES}can be (?:reached|contacted|followed|e-?mailed)),? ?(?:on|at|via)\b"
    r"(?=[^\n]{0,60}(?:@|\bTwitter\b|\bX\b|\bBluesky\b|\d{3}|https?:|www\.))[^\n]{1,160}\Z",
    takes=(
        "Follow Jane Rowe at @janerowe",
        "Jane Rowe covers courts. Reach her at jrowe@post.example.",
        "Jane Rowe can be reached at www.a.example",
    ),
    refuses=("Follow the river at your peril", "Jane Rowe covers the wall with paint.", "The isle can be reached at low tide."),
)
_SLUG = Shape(
    "the slug of an American wire's story, with its cycle or its length, or the numbers of its pictures",
    r"(?:[A-Z]{2}-)?[A-Z]{2}-{1,2}[A-Z][^.!?\n]{2,60}?, ?(?:\d(?:st|nd|rd|th) (?:Ld|Lead|Add|Sub)\b|(?:Ld-)?Writethru)[^.!?\n]{0,20}\Z"
    r"|(?:[A-Z]{2}-)?[A-Z]{2}--[A-Z][^.!?\n]{2,60}?, ?\d{2,4}(?: words)?\Z"
    r"|[A-Z]{2,5} (?:Photos?|Graphics?|Video) [A-Z]{2,6}\d{2,4}(?:(?:-|, ?)[A-Z]{0,6}\d{1,4}){0,12}\Z",
    takes=("EX-US--Harbour Fees, 2nd Ld-Writethru, 410", "BC-US--Harbour Fees,0412", "EXA Photo WPT101, WPT102"),
    refuses=("TV-Radio Harbour fees rise by 410", "AI-driven boom, 1st in 40 years", "EXA Photo shows a pier"),
)
_FIGURE_OF_A_STORY = Shape(
    "a year or a price in thousands by itself, as the cells of a table have them and no offer",
    r"(?:19|20)\d\d\Z|[$£€]\s?\d{1,3}(?:,\d{3}){1,4}\Z",
    takes=("2025", "£9,200"),
    refuses=("1,200", "£9"),
)
_OF_RESULTS = Shape(
    "which of the documents of an export it is",
    r"(?:Document )?\d{1,4} of \d{1,4} DOCUMENTS?\Z|Document \d{1,4} of \d{1,4}\Z",
    takes=("3 of 7 DOCUMENTS", "Document 3 of 7"),
    refuses=("3 of 7 documents were lost", "3 of 7"),
)
_NUMBERED = re.compile(r"#[.)] (?=[a-z])")
"""The number of an item in the form in which words are compared: takes "#. ", refuses "#.# "."""
_AGO = Shape(
    "how long ago",
    r"(?:(?:updated|published|posted)\s{1,2})?(?:\d{1,3}|an?)\s(?:min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\sago\Z",
    takes=("3 hours ago", "Updated 5 minutes ago"),
    refuses=("3 hours ago he left", "long ago"),
    flags=re.IGNORECASE,
)
_END = Shape(
    "the end of a story on a wire of business news",
    r"(?:\(END\)(?: [A-Z][\w ]{2,40})?|-0-(?: \S[^.!?\n]{0,40})?)\Z",
    takes=("(END) Dow Jones Newswires", "-0- Oct/22/2019 14:05 GMT"),
    refuses=("The end", "-0-1"),
)
_SHAPES: tuple[tuple[Shape, Mark], ...] = (
    (_SIGNS_ONLY, Mark("a divider", pauses=True)),
    (_ADDRESS_ONLY, Mark("an address", pauses=True)),
    (_CRUMBS, Mark("a row of links", pauses=True)),
    (_INITIALS, Mark("initials")),
    (_STAGE, Mark("a stage direction of a transcript", pauses=True)),
    (_RUNDOWN, Mark("the sort and length of a broadcast story", pauses=True)),
    (_TO_EDITORS, Mark("a note of a wire to its desks", pauses=True)),
    (_TO_REACH_WRITER, Mark("how to reach the writer")),
    (_TO_DESKS, Mark("a note of a wire to its desks", pauses=True)),
    (_SLUG, Mark("the slug of a wire's story", pauses=True)),
    (_OF_RESULTS, Mark("the number of a document in an export", pauses=True)),
    (_END, Mark("the end of a wire's story")),
    (_AGO, Mark("how long ago", pauses=True)),
)


def key(words: str) -> str:
    """The form in which words are compared with the lists: see the head of `data/furniture.toml`."""
    plain = " ".join(words[:600].casefold().translate(_PLAIN).split())
    plain = _CURRENCY.regex.sub("¤", plain)
    return _NUMBER.regex.sub("#", plain).replace("¤ #", "¤#").replace("# %", "#%").strip(_EDGES)


def furniture(part: Part) -> Mark | None:
    """What furniture a part is by its own words and shape, or None when those do not tell."""
    if part.is_long or part.count > 120 or _FIGURE_OF_A_STORY.match(part.words):
        return None
    for shape, mark in _SHAPES:
        if shape.match(part.words):
            return mark
    words = key(part.words)
    return _by_words(part, words[len(number[0]) :] if (number := _NUMBERED.match(words)) else words)


def sign_off(part: Part, above: Part) -> Mark | None:
    """What furniture a part is when nothing of the story stands below it: a desk's sign-off, or None; `above` is what of the story stands
    above it.
    """
    agency = newsroom().agency
    words = part.words[:_LONGEST_SIGN_OFF].lstrip("-=–—# ")
    first = re.split(r"[ /-]", words, maxsplit=1)[0]
    is_one = _SIGN_OFF.match(words) and (words[0] == "(" or first.isupper() or first.isdecimal() or agency(first))
    is_one = is_one or (above.ends_sentence and not part.is_spoken and _DESK_ALONE.match(part.words) is not None)
    return Mark("a desk's sign-off") if not part.is_long and (is_one or agency(words.strip("()=. "))) else None


def signed_at_end(words: str) -> int | None:
    """Where in a paragraph that ends a story a desk's sign-off begins, in code points; None where there is none."""
    found = _SIGNED_AT_END.search(words, max(0, len(words) - _LONGEST_SIGN_OFF))
    signs = (found["agency"] or found["quiet"]) if found is not None else None
    if found is None or (signs and newsroom().agency(signs) is None):
        return None
    return found.start("sign")


def offers_to_reader(part: Part) -> bool:
    """Whether it addresses the reader of the page ("your inbox", "our app"), or names a price for something; a sum alone is the story's."""
    return _OFFER.search(key(part.words)) is not None


def _by_words(part: Part, words: str) -> Mark | None:
    lists = _lists()
    if mark := lists.whole.get(words) or lists.whole.get(" ".join(words.translate(_SEPARATORS).split())):
        return mark
    if part.count <= 3 and words in newsroom().sections:
        return Mark("a section's name", pauses=True)
    if mark := _by_beginning(part, words, lists):
        return mark
    return _by_phrases(part, words, lists)


def _by_beginning(part: Part, words: str, lists: _Words) -> Mark | None:
    for entry in [*lists.starts.get(words[:2], []), *lists.starts.get(words[:1], [])]:
        if not words.startswith(entry.words) or part.count > entry.most_words or _goes_on(words, entry.words):
            continue
        if entry.words.endswith(" ") and part.is_sentence:
            continue
        if part.has_speech and part.count > _SHORT_SPEECH and entry.words[-1] not in ":|":
            continue
        if _is_longer_sentence(part, words, entry.words):
            continue
        return entry.mark
    return None


def _is_longer_sentence(part: Part, words: str, beginning: str) -> bool:
    """Whether a few words only begin a long sentence that is not said to the reader: "More in sorrow than in anger, the mayor …"."""
    if beginning[-1] in ":|" or len(beginning.split()) > _FEW_WORDS:
        return False
    return part.is_sentence and part.count > _LONG_SENTENCE and _TO_THE_READER.search(words) is None


def _by_phrases(part: Part, words: str, lists: _Words) -> Mark | None:
    """By telling phrases: one is enough for a line; a sentence has to address the reader or to hold two."""
    found = sorted({match.group() for match in lists.holds_any.finditer(words)})
    if not found or (part.has_speech and part.count > 8 and len(found) < 3):
        return None
    found.sort(key=lambda words: words not in lists.tells)
    most, mark = lists.holds[found[0]]
    addressed = len(found) > 1 or found[0] in lists.tells or _TO_THE_READER.search(words) is not None
    if part.count > most or (part.is_sentence and not addressed) or (len(found) < 2 and part.count > 35 and found[0] not in lists.tells):
        return None
    return mark


def _goes_on(words: str, beginning: str) -> bool:
    """Whether the beginning stops inside a longer word."""
    return beginning[-1].isalpha() and words[len(beginning) : len(beginning) + 1].isalpha()


@cache
def _lists() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("data/furniture.toml").read_text("utf-8"))
    whole: dict[str, Mark] = {}
    starts: defaultdict[str, list[_Starts]] = defaultdict(list)
    holds: dict[str, tuple[int, Mark]] = {}
    tells: set[str] = set()
    for group in data["group"]:
        pauses, closes = bool(group.get("pauses")), bool(group.get("closes"))
        mark = Mark(group["name"], pauses, closes=closes)
        opener = Mark(group["name"], pauses, opens=True, closes=closes)
        for words in group.get("opens", ()):
            whole.setdefault(key(words), opener)
        for words in group.get("whole", ()):
            whole.setdefault(key(words), mark)
        most = group.get("most_words", 30)
        for words in group.get("starts", ()):
            starts[words[:2]].append(_Starts(words, most, opener if closes else mark))
        tells.update(group.get("tells", ()))
        for words in (*group.get("tells", ()), *group.get("holds", ())):
            holds.setdefault(words, (most, mark))
    longest_first = sorted(holds, key=lambda words: (-len(words), words))
    return _Words(whole, dict(starts), holds, frozenset(tells), re.compile("|".join(map(re.escape, longest_first))))
