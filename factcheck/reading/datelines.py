"""Datelines that open a story: where, when and by which agency, before its first sentence.

The order and the signs differ from agency to agency: "HANOI, March 1 (AFP) - …", "HANOI (AP) — …" (Associated Press Stylebook,
"datelines"), "BEIJING, March 1 (Xinhua) -- …", "MOSCOW, March 1. /TASS/. …", "(ANSA) - ROME, MAR 1 - …", "NEW DELHI [India], March 1
(ANI): …", "LONDON--(BUSINESS WIRE)--…". So agency and day are taken off the end of what stands before the sign until a place is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factcheck.language.calendar import WEEKDAY
from factcheck.language.frequency import zipf
from factcheck.language.given_names import is_given
from factcheck.reading.days import CLOCK, DATE
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import Part
from factcheck.reading.placenames import as_written_in_text, can_be_place, is_place, looks_sure
from factcheck.reading.shapes import Shape

_DELIMITER = Shape(
    "what stands between a dateline and its story",
    r"\s{0,3}(?:--|[–—])\s{0,3}|\s[-_]\s{1,2}|(?<=[)/])\.?\s{0,2}[-:–—_]{1,2}\s{0,2}|\.[–—-]{1,2}\s|:\s{1,2}|\s/\s{1,2}"
    r"|(?:(?<=[)/])\.?|(?<=(?:19|20)\d\d)\.)\s{1,2}(?=[\"“‘'A-ZÀ-ÖØ-Þ])",
    takes=(" — ", " - ", " _ ", ".- ", " / "),
    refuses=("-", "Winston-Salem", "_"),
    anywhere=True,
)
_SIGNED = Shape(
    "an agency at the end of a dateline",
    r"(?:\((?P<round>[^()]{2,60})\)|\[(?P<square>[A-Z][\w .]{1,24})\]|/(?P<slashes>[^/]{2,40})/)\Z",
    takes=("(AFP)", "[AP]", "/PRNewswire/", "(Newsfile Corp. - March 3, 2026)"),
    refuses=("AFP", "()"),
    anywhere=True,
)
_SIGNED_FIRST = Shape(
    "an agency in brackets before a dateline",
    r"\((?P<name>[^()]{2,40})\)\s{0,2}(?:--?|[–—])\s{0,2}",
    takes=("(ANSA) - ", "(Newswire) -- "),
    refuses=("(ANSA)", "ANSA - "),
)
_IN_BRACKETS = Shape(
    "a whole dateline in brackets",
    r"(?:\((?P<round>[^()]{6,80})\)|\[(?P<square>[^\[\]]{6,80})\])\Z",
    takes=("(WESTPORT, March 3, 2026)", "[Westport – 3 March 2026]"),
    refuses=("WESTPORT (AP)", "(AP)"),
)
_SPACED_STROKE = re.compile(r"\s/\s")
"""Between the parts of a dateline: takes " / " in "HOUSTON / ACCESSWIRE", refuses the strokes of "/CNW/"."""

_BETWEEN = " \t\n\u00a0,–—-_|·"
"""What stands between place, day and agency."""

_A_WEEKDAY = re.compile(rf"(?<=[\w.][,.] ){WEEKDAY}\Z|(?<=\A){WEEKDAY}\Z", re.IGNORECASE)
"""A day of the week at the end: takes "JERUSALEM, Monday", refuses "NEXT MONDAY"."""

_ACRONYM = re.compile(r"[A-Z]{2,5}")
"""An agency that no list has, behind a town in capitals: takes "EXA" in "WESTPORT (EXA) -"."""

_A_WORD = 4.0
"""Words of this Zipf frequency or more are no agencies, "(LIVE)", and no towns that no list has, "Later"."""

_IN_FULL = re.compile(r"\b(?:19|20)\d\d\Z")
_TOWN = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-ÖØ-Þ][a-zà-ÿ]{2,20})?")
"""A town, and no more: takes "Westport" in "Westport, 3 March 2026. The"."""

_REACH = 140
"""How far into a paragraph an inline dateline may reach."""

_MOST_SIGNS = 8
"""So many signs that could end a dateline are tried in one paragraph."""


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
    best: Dateline | None = None
    for n, found in enumerate(_DELIMITER.regex.finditer(part.words, 0, min(len(part.words), _REACH))):
        if found.end() >= len(part.words) or n >= _MOST_SIGNS:
            break
        dateline = dateline_in(part.words[: found.start()], found.group().strip())
        if dateline is not None:
            best = replace(dateline, length=found.end())
    return best


def dateline_in(head: str, delimiter: str) -> Dateline | None:
    """What the words before a delimiter say, when they are a dateline and nothing else."""
    if whole := _IN_BRACKETS.match(head):
        head = whole["round"] or whole["square"]
    said = _Said(_SPACED_STROKE.sub(" | ", head))
    if not (said.agency or said.unknown) and not _ends_alone(said, delimiter):
        return None
    if not said.place:
        return Dateline(agency=said.agency or said.unknown, when=said.when) if _needs_no_place(said, delimiter) else None
    if said.unknown and not _signs(said):
        return None
    agency = said.agency or said.unknown
    if not is_place(said.place, sure=bool(agency or said.when), delimiter=delimiter):
        return None
    return Dateline(as_written_in_text(said.place), agency, said.when)


def _ends_alone(said: _Said, delimiter: str) -> bool:
    """Whether a delimiter ends a dateline without an agency; a full stop or stroke does only behind a day and a place that is sure."""
    return delimiter not in ("", ".", "/") or (
        said.when is not None and (looks_sure(said.place) or said.place.isupper() or _is_dated_town(said, delimiter))
    )


def _is_dated_town(said: _Said, delimiter: str) -> bool:
    """Whether a town that no list has stands with a day of its own before a full stop, as in the releases of Europe's companies."""
    first = said.place.split()[0].casefold()
    known = _TOWN.fullmatch(said.place) is not None and can_be_place(said.place) and not is_given(first) and zipf(first) < _A_WORD
    return delimiter == "." and known and _IN_FULL.search(said.when or "") is not None


def _needs_no_place(said: _Said, delimiter: str) -> bool:
    """Whether agency and day open a story by themselves: "(Reuters) -", "March 3 (UPI) --", and on a desk's copy "March 3 -"."""
    if said.unknown:
        return said.when is not None and _signs(said) and min(zipf(word.casefold()) for word in said.unknown.split()) < _A_WORD
    return said.agency is not None or (said.when is not None and delimiter not in ("", ":", ".", "/"))


class _Said:
    """Place, day and agency in the words before a delimiter; `unknown` is a name in brackets that no list of agencies has."""

    def __init__(self, head: str) -> None:
        self.agency: str | None = None
        self.unknown: str | None = None
        self.when: str | None = None
        rest = head.rstrip(_BETWEEN)
        while (shorter := self._without_last(rest)) is not None:
            rest = shorter.rstrip(_BETWEEN)
        if self.agency is None and (first := _SIGNED_FIRST.match(rest)) and (agency := agency_of(first["name"])):
            self.agency, rest = agency, rest[first.end() :]
        if self.when is None and (first_day := DATE.match(rest)):
            self.when, rest = first_day.group(), rest[first_day.end() :]
        self.place = rest.strip(_BETWEEN).replace(" | ", "/")

    def _without_last(self, rest: str) -> str | None:
        """The words without the agency, the day or the weekday at their end; None when they end in none that is not known yet."""
        if self.agency is None and self.unknown is None and (found := _SIGNED.search(rest, max(0, len(rest) - 64))):
            return self._signed(found["round"] or found["square"] or found["slashes"], rest[: found.start()])
        if self.when is None and (start := _day_at_end(rest)) is not None:
            self.when = rest[start:].strip(_BETWEEN)
            return rest[:start]
        before, stroke, last = rest.rpartition(" | ")
        if self.agency is None and stroke and (agency := agency_of(last)):
            self.agency = agency
            return before
        if (weekday := _A_WEEKDAY.search(rest)) is not None:
            return rest[: weekday.start()]
        if self.agency is None and self.unknown is None and (cut := _bare_agency(rest, dated=self.when is not None)):
            self.agency, rest = cut
            return rest
        return None

    def _signed(self, name: str, before: str) -> str | None:
        day = _day_at_end(name) if self.when is None else None
        if day is not None:
            self.when, name = name[day:], name[:day].rstrip(_BETWEEN)
        self.agency = agency_of(name)
        if self.agency is None:
            self.unknown = name or None
        return before


def _day_at_end(words: str) -> int | None:
    """Where the day, with its time, starts that the words end in."""
    bare = words.rstrip(" ,.")
    days = list(DATE.regex.finditer(bare, max(0, len(bare) - 60)))
    if not days:
        return None
    rest = CLOCK.regex.sub("", bare[days[-1].end() :]).strip(" ,.|at")
    return None if rest else days[-1].start()


def _bare_agency(words: str, *, dated: bool) -> tuple[str, str] | None:
    """An agency that ends the words without brackets ("New York CNN", "LOS ANGELES, March 10 AAP"), and what stands before it."""
    tokens = words.split()
    for size in (3, 2, 1):
        name = " ".join(tokens[-size:])
        if len(tokens) < size or (agency := newsroom().agency(name)) is None or not _is_written_as_agency(name, alone=len(tokens) == size):
            continue
        before = words.rsplit(maxsplit=size)[0] if len(tokens) > size else ""
        place = before.rstrip(_BETWEEN)
        # "HARRISBURG, PA" has its state behind it, and "Apple CNA" is no dateline.
        is_state = before.rstrip().endswith(",") and (len(name) < 3 or newsroom().city(place) is None)
        is_after_place = name.isupper() and not is_state and (len(name) > 2 or newsroom().city(place) is not None)
        if dated or is_after_place or not place or _day_at_end(before) is not None:
            return agency, before
    return None


def _is_written_as_agency(name: str, *, alone: bool) -> bool:
    """Whether a name has a capital, or stands alone before the sign in small letters and is no word: "reuters - ", "afp - "."""
    return name.rstrip(".")[0].isupper() or (alone and len(name) > 2 and zipf(name) < _A_WORD)


def agency_of(name: str) -> str | None:
    """The agency that a name in brackets begins with: "PRNewswire-AsiaNet" is PRNewswire, "dpa/tmn" dpa; None for any other."""
    house = newsroom()
    if known := house.agency(name):
        return known
    cuts = [found.start() for found in re.finditer(r"[-/, ]|\.com\b", name)]
    return next((agency for cut in reversed(cuts) if (agency := house.agency(name[:cut]))), None)


def _signs(said: _Said) -> bool:
    """Whether a name in brackets that no list has is an agency's: after a day, or after a place that needs none."""
    name = said.unknown or ""
    if re.search(r"[:;=%$£€]|\d", name) or len(name.split()) > 4:
        return False
    if said.when is not None or looks_sure(said.place):
        return all(word[0].isupper() for word in name.split()) or (name.islower() and len(name) in (3, 4))
    if said.place.isupper() and _ACRONYM.fullmatch(name) and zipf(name.casefold()) < _A_WORD:
        return True
    return name.islower() and len(name) == 3 and name not in newsroom().no_agencies and " " not in said.place
