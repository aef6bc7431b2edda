"""Datelines and lines of publication: where, when and by which agency.

An inline dateline opens the first paragraph ("HANOI, March 1 (AFP) - …"; Associated Press Stylebook, "datelines"); a
dateline of its own stands above it ("AFP Hanoi"), and a line of publication says when ("Updated: 1 March 2019").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.calendar import MONTH, WEEKDAY
from factcheck.language.lexicon import ordered
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape

_DATE = Shape(
    "a calendar day",
    rf"\b(?:{MONTH}\.?\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{{1,2}}(?:19|20)\d\d\b)?|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}{MONTH}\b\.?(?:,?\s{{1,2}}(?:19|20)\d\d\b)?|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)?\d\d\b|\d{{1,2}}-{MONTH}-(?:19|20)?\d\d\b)",
    takes=("Mar 01 2019", "1 March", "2019-03-01"),
    refuses=("March of time", "2019"),
    anywhere=True,
    flags=re.IGNORECASE,
)

_CLOCK = Shape(
    "a time of day, with its zone",
    r"(?:\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s{0,2}[ap]\.?m\b\.?)?|\b\d{1,2}\s{0,2}[ap]\.?m\b\.?|T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?Z?)(?:\s{0,2}(?:hrs|hours|h))?(?:\s{0,2}\(?(?:[A-Z]{2,4}T|UTC|GMT|Z|PT|ET|CT|MT)\b\)?)?(?:\s{0,2}[+-]\d\d:?\d\d)?",
    takes=("4:15 PM IST", "16:15 GMT"),
    refuses=("4 people", "IST"),
    anywhere=True,
    flags=re.IGNORECASE,
)

_LABEL = Shape(
    "the label of a line of publication",
    r"\b(?:(?P<first>(?:first |originally )?(?:published|posted|issued|released|created|sent|filed)"
    r"|(?:publication|published|publish) date|date (?:published|of publication)|date)"
    r"|(?P<changed>(?:last |latest )?(?:updated?|modified|revised|edited)))\b(?:\s(?:on|at|by))?\s{0,3}[:|–—-]?\s{0,3}",
    takes=("Last Updated : ", "Published on "),
    refuses=("Outdated", "republished"),
    anywhere=True,
    flags=re.IGNORECASE,
)

_DELIMITER = Shape(
    "what stands between a dateline and its story",
    r"\s{0,3}(?:--|[–—])\s{0,3}|\s-\s{1,2}|(?<=[)/])\s{0,2}[-:]\s{0,2}|:\s{1,2}|(?<=\))\s{1,2}(?=[\"“‘'A-Z])",
    takes=(" — ", " - "),
    refuses=("-", "Winston-Salem"),
    anywhere=True,
)

_IN_BRACKETS = Shape(
    "an agency at the end of a dateline",
    r"\s{0,2}(?:\((?P<round>[^()]{2,40})\)|/(?P<slashes>[^/]{2,40})/)\s{0,2}\Z",
    takes=(" (AFP)", " /PRNewswire/"),
    refuses=("AFP", "()"),
    anywhere=True,
)

_STATES = f"(?:{'|'.join(re.escape(state) for state in ordered('abbreviations', 'states'))})"
_PLACE = Shape(
    "the name of a place",
    r"[A-ZÀ-ÖØ-Þ][\w'’.]{1,24}(?:[ -](?:de|da|do|del|des|en|es|la|le|los|las|of|on|upon|sur|the|and|al|el|[A-ZÀ-ÖØ-Þ][\w'’.]{0,24}))"
    r"{0,4}(?:,\s{1,2}[A-ZÀ-ÖØ-Þ][\w'’.]{0,24}(?:[ -](?:of|and|the|[A-ZÀ-ÖØ-Þ][\w'’.]{0,24})){0,3}){0,2}\.?\Z",
    takes=("HANOI", "Stratford-upon-Avon, England", "HEMPSTEAD, N.Y."),
    refuses=("the end", "He left"),
)
_IN_A_STATE = Shape(
    "a place with its American state",
    rf".{{2,40}},\s{{1,2}}{_STATES}\.?\Z",
    takes=("Hempstead, N.Y.", "Reno, Nev."),
    refuses=("Hempstead", "Ada, said"),
)

_STAMP = Shape(
    "a time stamp of a live report",
    r"(?:(?:posted|updated)\s(?:at\s)?)?\d{1,2}(?:[:.]\d{2})?\s{0,2}(?:[ap]\.?m\b\.?)?(?:\s{0,2}(?:[A-Z]{2,4}T|UTC|GMT|ET|PT))?\s{0,2}:?\.?\Z",
    takes=("2:45 p.m.", "Posted at 14:32"),
    refuses=("14 people", "2:45 p.m. today"),
    flags=re.IGNORECASE,
)

_REACH = 140
"""How far into a paragraph an inline dateline may reach."""


@dataclass(frozen=True)
class Dateline:
    """What a dateline says. `length` is how many code points of an inline one come before the story."""

    place: str | None = None
    agency: str | None = None
    when: str | None = None
    is_first: bool = False
    is_change: bool = False
    length: int = 0


def inline_dateline(part: Part) -> Dateline | None:
    """The dateline that opens a paragraph, or None. Something of the paragraph is always left after it."""
    for found in _DELIMITER.regex.finditer(part.words, 0, min(len(part.words), _REACH)):
        if found.end() >= len(part.words):
            return None
        dateline = _before(part.words[: found.start()], found.group().strip())
        if dateline is not None:
            return Dateline(dateline.place, dateline.agency, dateline.when, length=found.end())
    return None


def _signs(head: str, name: str) -> bool:
    """Whether a name in brackets that no list has is an agency's: capitalised, after a place in capitals and a day."""
    dates = list(_DATE.regex.finditer(head))
    place = head[: dates[-1].start()].rstrip(" ,") if dates and not head[dates[-1].end() :].strip(" ,.") else ""
    return place.partition(",")[0].isupper() and all(word[0].isupper() for word in name.split())


def _before(head: str, delimiter: str) -> Dateline | None:
    """What the words before a delimiter say, when they are a dateline."""
    agency = None
    if bracket := _IN_BRACKETS.search(head):
        name = bracket["round"] or bracket["slashes"]
        agency = newsroom().agency(name) or (name if _signs(head[: bracket.start()], name) else None)
        head = head[: bracket.start()] if agency else head
    elif not delimiter:
        return None
    if by := re.match(r"(?:CNN|AP|AFP)\Z", head.rpartition(" ")[2]):
        agency, head = newsroom().agency(by.group()), head.rpartition(" ")[0]
    dates = list(_DATE.regex.finditer(head))
    when = dates[-1] if dates and not head[dates[-1].end() :].strip(" ,.") else None
    place = head[: when.start()] if when else head
    place = place.rstrip(" ,")
    if not place and agency:
        return Dateline(agency=agency, when=when.group() if when else None)
    if not _is_place(place, sure=bool(agency or when), delimiter=delimiter):
        return None
    return Dateline(as_written_in_text(place), agency, when.group() if when else None)


def _is_place(words: str, *, sure: bool, delimiter: str) -> bool:
    house = newsroom()
    if not 3 <= len(words) <= 60 or not _PLACE.match(words) or words.casefold().rstrip(".") in house.kickers or house.agency(words):
        return False
    known = house.city(words.split(",")[0]) is not None
    if delimiter == ":":
        # "NEW DELHI:" opens stories, but "CLINTON:" and "London:" open speeches and lists.
        return sure or (known and words.isupper())
    if sure or known or _IN_A_STATE.match(words):
        return True
    town = words.split(",")[0]
    return town.isupper() and len(town) > 3 and len(town.split()) <= 3


def as_written_in_text(place: str) -> str:
    """A dateline's place as running text has it: "NEW DELHI" is New Delhi, "HEMPSTEAD, N.Y." is Hempstead, N.Y."""
    place = " ".join(place.split())
    if known := newsroom().city(place):
        return known
    return re.sub(r"[^\W\d_][\w'’]*(?:\.[A-Z]\b)*", lambda word: _cased(word.group()), place)


def _cased(word: str) -> str:
    if not word.isupper() or "." in word or len(word) == 1:
        return word
    small = word.lower()
    return small if small in ("de", "la", "of", "on", "upon", "and", "the", "es", "sur") else small[0].upper() + small[1:]


def time_stamp(part: Part) -> bool:
    """Whether it is the time stamp of a live report and nothing else."""
    return (
        part.count <= 5
        and ("." in part.words or ":" in part.words or "m" in part.words.casefold())
        and _STAMP.match(part.words) is not None
    )


def publication_line(part: Part) -> Dateline | None:
    """What a line says that is called the time of publication or of a change, or None for any other line."""
    if part.is_long or part.count > 24 or not _LABEL.search(part.words):
        return None
    line = standing_dateline(part)
    return line if line is not None and line.when else None


def standing_dateline(part: Part) -> Dateline | None:
    """What a line says that is nothing but place, agency and time of publication, or None."""
    if part.is_long or part.count > 24 or part.words.endswith(":"):
        return None
    rest = part.words
    labels = list(_LABEL.regex.finditer(rest))
    when = _when(rest, labels)
    if labels and not when:
        return None
    for shape in (_LABEL, _DATE, _CLOCK):
        rest = shape.regex.sub(" | ", rest)
    rest = re.sub(
        rf"\b{WEEKDAY}\b|\b(?:19|20)\d\d\b|\b(?:at|on|by|from|in)\b|\b[A-Z]{{2,3}}T\b|\b(?:UTC|GMT)\b|[()]",
        " | ",
        rest,
        flags=re.IGNORECASE,
    )
    agency, place, unknown = _names(rest)
    if unknown or not (when or agency or (place and len(part.words) <= 40)):
        return None
    if place and not (when or agency) and not newsroom().city(place):
        return None
    first = next((label for label in labels if label["first"]), None)
    return Dateline(place, agency, when, is_first=first is not None, is_change=bool(labels) and first is None)


def _when(words: str, labels: list[re.Match[str]]) -> str | None:
    """The words that say when: after the label of first publication, else before any label, else after the first one."""
    if not _DATE.search(words):
        return None
    firsts = [label for label in labels if label["first"]]
    unlabelled = words[: labels[0].start()] if labels else words
    if not firsts and _DATE.search(unlabelled):
        return unlabelled.strip(" |,;/")
    chosen = (firsts or labels)[0]
    following = next((label.start() for label in labels if label.start() > chosen.start()), len(words))
    said = words[chosen.end() : following].strip(" |,;")
    return said if _DATE.search(said) else words[chosen.end() :].strip(" |,;")


def _names(rest: str) -> tuple[str | None, str | None, bool]:
    """The agency and the place among the words left of a line, and whether there are words that are neither."""
    house = newsroom()
    agency: str | None = None
    place: str | None = None
    for piece in re.split(r"\s*[|•·/;–—]\s*|\s-\s", rest):
        words = piece.strip(" ,.:-")
        if not words:
            continue
        # "AFP Hanoi" and "Hanoi AFP": the agency first or last, whatever is left is a place.
        for cut in _cuts(words):
            if name := house.agency(cut[0]):
                agency, words = agency or name, cut[1].strip(" ,.:-")
                break
        if not words:
            continue
        if place is None and (
            house.city(words) or house.city(words.split(",")[0]) or (agency and _PLACE.match(words) and not house.is_label(words))
        ):
            place = as_written_in_text(words)
            continue
        return agency, place, True
    return agency, place, False


def _cuts(words: str) -> list[tuple[str, str]]:
    """A line cut into its first few words and the rest, and into its last few and the rest; the longest cut first."""
    tokens = words.split()
    cuts = []
    for size in range(min(4, len(tokens)), 0, -1):
        cuts.append((" ".join(tokens[:size]), " ".join(tokens[size:])))
        cuts.append((" ".join(tokens[-size:]), " ".join(tokens[:-size])))
    return cuts
