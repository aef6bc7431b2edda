"""Lines of publication and datelines of their own: when, where and by which agency, with nothing of the story in the same line.

A dateline of its own stands above the story ("AFP Hanoi"), and a line of publication says when ("Updated: 1 March 2019").
"""

from __future__ import annotations

import re

from factcheck.language.calendar import MONTH, MONTH_OF, WEEKDAY
from factcheck.language.given_names import is_given
from factcheck.reading.bylines import is_person
from factcheck.reading.datelines import Dateline, dateline_in
from factcheck.reading.days import CLOCK, DATE
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import Part
from factcheck.reading.placenames import as_written_in_text, can_be_place, looks_sure
from factcheck.reading.shapes import Shape

_LABEL = Shape(
    "the label of a line of publication",
    r"\b(?:(?P<first>(?:first |originally )?(?:published|posted|issued|released|created|sent|filed|aired|broadcast)"
    r"|(?:publication|published|publish|release) date|date (?:published|of publication|of release)|date)"
    r"|(?P<changed>(?:last |latest )?(?:updated?|modified|revised|edited)))\b(?:\s(?:on|at|by))?\s{0,3}[:|–—-]?\s{0,3}",
    takes=("Last Updated : ", "Published on "),
    refuses=("Outdated", "republished"),
    anywhere=True,
    flags=re.IGNORECASE,
)

_ZONE_IN_FULL = re.compile(r"\b(A|C|E|M|P)(?:tlantic|entral|astern|ountain|acific) (S|D)(?:tandard|aylight) Time\b")
"""An American zone in full: takes "Eastern Standard Time", which is EST; refuses "Eastern Time"."""

_EMPHASIS = " *_"
"""The signs for italics and bold in plain text."""

_AFTER = " -–—_:|"
"""The signs that end a dateline, where the story begins in the next line."""

_FILLING = re.compile(
    rf"\b{WEEKDAY}\b|\b(?:19|20)\d\d\b|\b(?:at|on|by|from|in|and)\b|\b[A-Z]{{2,3}}T\b|\b(?:UTC|GMT)\b|[()]"
    r"|\b\d{1,3}[ -]min(?:ute)?s?[ -]read\b"
    r"|\b(?:text|story|report|words)(?= by\b)|\bwith (?:the )?(?:wires|agenc(?:ies|y inputs?)|inputs)\b|\bwith\b",
    re.IGNORECASE,
)
"""What stands between the names in a line of publication: takes "Monday", "at", "with wires" and "GMT", refuses "Hanoi"."""

_RELEASE = Shape(
    "the beginning of a line that says when a release may be used",
    r"(?:(?:not )?for (?:immediate )?(?:release|publication|use)|(?:strictly |under )?embargo(?:ed)?|(?:press|news|media) release)\b",
    takes=("For immediate release: 3 March", "EMBARGOED until"),
    refuses=("Released", "Pressed"),
    flags=re.IGNORECASE,
)

_IN_A_CITY = re.compile(r" in (?P<city>[A-ZÀ-ÖØ-Þ][\w'’.-]{1,24}(?: [A-ZÀ-ÖØ-Þ][\w'’.-]{1,24}){0,3})(?=\s{0,2}(?:\Z|[,|•·\n]|and ))")
"""Where a writer is: takes " in Hanoi and John Roe", refuses " in spring"."""

_BEHIND_A_NAME = re.compile(r"[^\W\d_], (?P<city>[A-ZÀ-ÖØ-Þ][\w'’.-]{1,24}(?: [A-ZÀ-ÖØ-Þ][\w'’.-]{1,24}){0,2})(?=\Z|[,|•·\n])")
"""The same without a word for it: takes ", Hanoi" in "Jane Doe, Hanoi"."""

_POSTED_BY = Shape(
    "who posted it",
    r"(?:posted|submitted|uploaded|added) by:?\s",
    takes=("Posted by Ada on March 1", "Submitted by: Ada"),
    refuses=("Posted on March 1", "Ada posted by"),
    flags=re.IGNORECASE,
)

_COLUMNS = re.compile(r"\s*[|•·\n]\s*|\s[–—-]\s")
"""Between the parts of a byline in one line: takes " | " and " – ", refuses "-"."""

_SOURCE_BEHIND = re.compile(r"\s*\|\s*Source:\s[^|\n]{2,80}\Z")
"""Whose release it is, behind the day: takes "| Source: Harbour Board"."""

_WIRE_SOURCE = Shape(
    "whose story it is, when it was put on a site, and by which editor",
    rf"source\s?:\s?(?P<agency>[A-Z][\w ]{{2,30}}?)\s{{0,3}}(?:[|/]|\bpublished\s?:)\s{{0,3}}(?P<when>{DATE.regex.pattern}[^|\n]{{0,24}}?)"
    r"(?:\s{0,3}\|?\s{0,3}editor\s?:[^|\n]{1,40})?\Z",
    takes=("Source: Xinhua| 2026-03-03 10:15:07|Editor: rowe", "Source: Example News | 3 March 2026"),
    refuses=("Source: Harbour Board", "Source: the board's report of 3 March 2026 | table"),
    flags=re.IGNORECASE,
)

_BEFORE_THE_DAY = re.compile(r"[^\W\d_], (?P<place>[A-ZÀ-ÖØ-Þ][\w'’.-]{2,24}(?: [A-ZÀ-ÖØ-Þ][\w'’.-]{1,24}){0,2}), \Z")
"""A place between name and day: takes "e, Westport, " in "Jane Rowe, Westport, 3 March 2026"."""

_LONGEST_BYLINE = 300
"""Code points of a byline that are looked at for its day."""

_STAMP = Shape(
    "a time stamp of a live report",
    r"(?:(?:posted|updated)\s(?:at\s)?)?\d{1,2}(?:[:.]\d{2})?\s{0,2}(?:[ap]\.?m\b\.?)?(?:\s{0,2}(?:[A-Z]{2,4}T|UTC|GMT|ET|PT))?\s{0,2}:?\.?\Z",
    takes=("2:45 p.m.", "Posted at 14:32"),
    refuses=("14 people", "2:45 p.m. today"),
    flags=re.IGNORECASE,
)


_WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}\.?,?\s{{0,2}}\Z", re.IGNORECASE)
"""The weekday before a day: takes "Fri, " in "Fri, 09/08/2023", refuses "Friday at "."""

_FIRST_PUBLISHED = Shape(
    "what a page says of when and where its story first appeared",
    r"This (?:(?:report|story|article|piece|post|column|essay|interview|content|item)\b(?: by (?P<agency>[^.!?]{2,50}?))?[^.!?]{0,60}?"
    r" (?:was (?:first|originally) (?:published|posted|printed|broadcast)|(?:first|originally) (?:appeared|ran))"
    rf"|(?:story|article|post|piece) (?:is|dates) from(?= {DATE.regex.pattern})"
    r"|(?:story|article|post) was (?:published|posted))\b(?: on\b)?",
    takes=("This report by The Example Press was first published", "This story is from May 9, 2012", "This article first appeared in"),
    refuses=("The book was first published in 1911", "This story is from a village", "This report was published by the board"),
    flags=re.IGNORECASE,
)

_CHANGED = Shape(
    "what a page says of how its story was changed",
    r"(?:(?:Editor['’]s note|Note|Update|Clarification|Correction)\s?[:.–—-]{1,2}\s{0,3})?"
    r"This (?:story|article|post|piece|column|page|item) (?:has been|was) (?:last )?"
    r"(?:updated|amended|corrected|edited|changed|revised|modified)\b",
    takes=("This story has been updated.", "This article was amended on 3 March"),
    refuses=("This story has been told before.", "This report was corrected by the ministry"),
    flags=re.IGNORECASE,
)

_LONGEST_NOTE = 40
"""Words of what a page says of its story's appearance and changes."""

_PIVOT = 70
"""A year of two digits below it is in the 2000s, from it on in the 1900s (POSIX strptime has 69)."""

_SENT = Shape(
    "when a wire sent a story, in its last line",
    r"[A-Z]{2,5}-(?:[A-Z]{2}-)?(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) "
    r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>GMT|[ECMP][DS]T)?\W{0,2}\Z"
    rf"|(?:[A-Z]{{2,5}} )?(?P<day2>\d\d)(?P<hour2>\d\d)(?P<minute2>\d\d) ?(?P<zone2>GMT)? ?(?P<month2>(?i:{MONTH})) ?(?P<year2>\d\d)\Z",
    takes=("AP-WF-05-09-17 0056GMT", "031015 GMT Mar 26"),
    refuses=("AP-WF-05-09-17", "1015 GMT"),
)


_ENDS = Shape(
    "what a wire of business news ends a story with",
    r"(?:\(END\)|-0-)\s{0,3}",
    takes=("(END) Dow Jones Newswires", "-0- Oct/22/2019 14:05 GMT"),
    refuses=("END", "0-0"),
)

_AT_THE_END = Shape(
    "the day and time below a story of business news",
    rf"(?:(?P<month>{MONTH})[/ .]{{1,2}}(?P<day>\d{{1,2}})(?:/|, )|(?P<month2>\d\d)-(?P<day2>\d\d)-)(?P<year>(?:20)?\d\d) "
    r"(?P<hour>\d\d):?(?P<minute>\d\d)\s?(?P<zone>[A-Z]{2,3})(?: \(\d\d:\d\d GMT\))?\Z",
    takes=("October 22, 2019 09:05 ET (14:05 GMT)", "Oct/22/2019 14:05 GMT", "10-22-19 0905ET"),
    refuses=("October 22, 2019", "2019 09:05 ET"),
    flags=re.IGNORECASE,
)


def end_line(part: Part, above: Part | None) -> Dateline | None:
    """What the line by which a wire of business news ends a story says of when it was sent; its sign stands in it, or `above` it."""
    sign = None if part.is_long else _ENDS.match(part.words)
    if sign is None and (above is None or _ENDS.match(above.words) is None):
        return None
    found = _AT_THE_END.match(part.words[sign.end() if sign else 0 :])
    if found is None:
        return None
    said = {name.rstrip("2"): value for name, value in found.groupdict().items() if value}
    month = int(said["month"]) if said["month"].isdecimal() else MONTH_OF[said["month"].casefold()]
    return Dateline(when=f"20{said['year'][-2:]}-{month:02}-{int(said['day']):02} {said['hour']}:{said['minute']} {said['zone']}")


def transmission_line(part: Part) -> Dateline | None:
    """What the line by which a wire's desk ends a story says of when it was sent."""
    found = None if part.is_long else _SENT.match(part.words)
    if found is None:
        return None
    said = {name.rstrip("2"): value for name, value in found.groupdict().items() if value}
    month = int(said["month"]) if said["month"].isdecimal() else MONTH_OF[said["month"].casefold()]
    century = 20 if int(said["year"]) < _PIVOT else 19
    return Dateline(
        when=f"{century}{said['year']}-{month:02}-{said['day']} {said['hour']}:{said['minute']} {said.get('zone', '')}".rstrip()
    )


def first_published(part: Part) -> Dateline | None:
    """What a sentence below a story says of when it was first published: "This report was first published Jan. 14, 2024."."""
    found = _FIRST_PUBLISHED.match(part.words[:_LONGEST_BYLINE])
    day = DATE.search(part.words, found.end()) if found else None
    if found is None or day is None:
        return None
    return Dateline(agency=newsroom().agency(found["agency"] or ""), when=part.words[day.start() :].strip(" ."), is_first=True)


def of_the_story(part: Part) -> bool:
    """Whether a line or short sentence only says of the story itself when it first appeared, or what was changed in it since."""
    if part.is_long or part.count > _LONGEST_NOTE:
        return False
    return _FIRST_PUBLISHED.match(part.words) is not None or _CHANGED.match(part.words) is not None


def time_stamp(part: Part) -> bool:
    """Whether it is the time stamp of a live report and nothing else."""
    return (
        part.count <= 5
        and ("." in part.words or ":" in part.words or "m" in part.words.casefold())
        and _STAMP.match(part.words) is not None
    )


def source_line(part: Part) -> bool:
    """Whether it says whose story it is, and when it was put on a site."""
    return part.count <= 24 and _WIRE_SOURCE.match(part.words) is not None


def publication_line(part: Part) -> Dateline | None:
    """What a line says that is called the time of publication or of a change, or None for any other line."""
    if part.is_long or part.count > 24 or not _LABEL.search(part.words):
        return None
    line = standing_dateline(part)
    return line if line is not None and line.when else None


def labelled_line(part: Part) -> Dateline | None:
    """What a line of publication says that begins with its label: "First published on 3 March 2026"."""
    return publication_line(part) if _LABEL.match(part.words.strip(_EMPHASIS)) else None


def standing_dateline(part: Part) -> Dateline | None:
    """What a line says that is nothing but place, agency and time of publication, or None."""
    if part.is_long or part.count > 24 or part.words.endswith(":"):
        return None
    words = _ZONE_IN_FULL.sub(r"\1\2T", part.words.strip(_EMPHASIS))
    if wire := _WIRE_SOURCE.match(words):
        return Dateline(agency=newsroom().agency(wire["agency"]), when=wire["when"])
    words = _SOURCE_BEHIND.sub("", words) if DATE.match(words) else words
    return _of_known_names(words) or _as_an_opening(words)


def release_line(part: Part) -> Dateline | None:
    """What the line above a press release says of its day: "For immediate release: Tuesday 3 March 2026", "EMBARGOED until …"."""
    found = None if part.is_long or part.count > 24 else _RELEASE.match(part.words)
    return Dateline(when=part.words[found.end() :].strip(" :–—-")) if found and DATE.search(part.words, found.end()) else None


def posting_line(part: Part) -> Dateline | None:
    """What a line above a story says of when it was put on the site, and not by whom: "Submitted by admin on 3 March"."""
    return Dateline(when=_from_the_day(part.words).strip(" |,;/")) if posted_by(part) else None


def posted_by(part: Part) -> bool:
    """Whether a line below an article says who put it, or a comment, on the site: no day of publication."""
    return part.count <= 24 and _POSTED_BY.match(part.words) is not None and DATE.search(part.words) is not None


def beside_byline(part: Part) -> Dateline | None:
    """What a byline says of place and day behind its names: "By a staff reporter | Hanoi | 1 March 2019"."""
    pieces = [piece for piece in _COLUMNS.split(part.words[:_LONGEST_BYLINE]) if piece.strip()]
    days = [n for n, piece in enumerate(pieces) if DATE.search(piece)]
    when = _from_the_day(pieces[days[0]]).strip() if days else None
    others = pieces if pieces and newsroom().city(pieces[0]) else pieces[1:]
    lines = (standing_dateline(Part(0, len(piece), piece)) for piece in others if not is_person(piece.strip()))
    known = next((line for line in lines if line is not None and line.place), None)
    if known is not None:
        return Dateline(known.place, known.agency, when)
    if (there := _IN_A_CITY.search(part.words, 0, _LONGEST_BYLINE)) and (city := newsroom().city(there["city"])):
        return Dateline(city, None, when)
    if (there := _BEHIND_A_NAME.search(part.words, 0, _LONGEST_BYLINE)) and (city := newsroom().city(there["city"])):
        return Dateline(city, None, when)
    dated = DATE.search(part.words, 0, _LONGEST_BYLINE)
    named = _BEFORE_THE_DAY.search(part.words[: dated.start()]) if dated else None
    if named and can_be_place(named["place"]) and not is_given(named["place"].split()[0].casefold()) and not is_person(named["place"]):
        return Dateline(as_written_in_text(named["place"]), None, when)
    # A name that no list has is a place's where it stands before the day and is nobody's paper, section or office.
    unknown = pieces[days[0] - 1].strip() if days and days[0] > 1 else ""
    unknown = "" if is_person(unknown) else unknown
    place = as_written_in_text(unknown) if can_be_place(unknown) and not is_given(unknown.split()[0]) else None
    return Dateline(place, None, when) if place or when else None


def _of_known_names(words: str) -> Dateline | None:
    """What a line says in any order, when all that is not its label, its day or its time are names that we know."""
    labels = list(_LABEL.regex.finditer(words))
    when = _when(words, labels)
    if labels and not when:
        return None
    rest = words
    for shape in (_LABEL, DATE, CLOCK):
        rest = shape.regex.sub(" | ", rest)
    agency, place, unknown = _names(_FILLING.sub(" | ", rest))
    if unknown or not (when or agency or (place and len(words) <= 40)):
        return None
    if place and not (when or agency) and not newsroom().city(place):
        return None
    first = next((label for label in labels if label["first"]), None)
    return Dateline(place, agency, when, is_first=first is not None, is_change=bool(labels) and first is None)


def _as_an_opening(words: str) -> Dateline | None:
    """What a line says that is a dateline as it opens stories, with a town that no list has: "WESTPORT, Texas, March 3, 2026 --"."""
    line = dateline_in(words.rstrip(_AFTER), "--")
    if line is None or line.place is None or not (line.agency or line.when):
        return None
    town = words.split(",")[0].split("(")[0].strip()
    if (parted := _COLUMNS.search(town)) and not town.isupper() and is_person(town[: parted.start()]):
        return None
    if not town.isupper() and is_given(town.split()[0].casefold()) and is_person(town):
        return None
    is_sure = town.isupper() or line.agency is not None or looks_sure(line.place)
    return line if is_sure or (can_be_place(line.place) and not is_given(town.split()[0])) else None


def _when(words: str, labels: list[re.Match[str]]) -> str | None:
    """The words that say when: after the label of first publication, else before any label, else after the first one."""
    if not DATE.search(words):
        return None
    firsts = [label for label in labels if label["first"]]
    unlabelled = words[: labels[0].start()] if labels else words
    if not firsts and DATE.search(unlabelled):
        return _from_the_day(unlabelled).strip(" |,;/")
    chosen = (firsts or labels)[0]
    following = next((label.start() for label in labels if label.start() > chosen.start()), len(words))
    said = words[chosen.end() : following].strip(" |,;")
    return said if DATE.search(said) else words[chosen.end() :].strip(" |,;")


def _from_the_day(words: str) -> str:
    """The words from the day or time of day on, whichever stands first, with the weekday before it."""
    start = min((found.start() for shape in (DATE, CLOCK) if (found := shape.search(words))), default=0)
    named = _WEEKDAY_BEFORE.search(words[:start])
    return words[named.start() if named else start :]


def _names(rest: str) -> tuple[str | None, str | None, bool]:
    """The agency and the place among the words left of a line, and whether there are words that are neither."""
    house = newsroom()
    agency: str | None = None
    place: str | None = None
    for piece in re.split(r"\s*[|•·/;–—]\s*|\s-\s", rest):
        words = piece.strip(" ,.:-")
        if not words or words.casefold() in house.kickers:
            continue
        # "AFP Hanoi" and "Hanoi AFP": the agency first or last, whatever is left is a place. But in "Sana Mirza" it is a name.
        for cut in _cuts(words):
            if (name := house.agency(cut[0])) and (not cut[1] or not _is_spelt_as_name(cut[0], name) or house.city(cut[1])):
                agency, words = agency or name, cut[1].strip(" ,.:-")
                break
        if not words:
            continue
        if place is None and (house.city(words) or house.city(words.split(",")[0]) or (agency and _is_named(words))):
            place = as_written_in_text(words)
            continue
        return agency, place, True
    return agency, place, False


def _is_spelt_as_name(words: str, agency: str) -> bool:
    """Whether the letters that an agency goes by are written as a name is: Sana, and not SANA."""
    return agency.isupper() and words.istitle()


def _is_named(words: str) -> bool:
    """Whether an unknown name beside an agency can be a place's: "AFP Lumensk", but not "ZCZC AAP" or "AAP RTV"."""
    return (
        can_be_place(words) and re.search(r"[aeiouyáéíóúäöü]", words, re.IGNORECASE) is not None and (not words.isupper() or len(words) > 3)
    )


def _cuts(words: str) -> list[tuple[str, str]]:
    """A line cut into its first few words and the rest, and into its last few and the rest; the longest cut first."""
    tokens = words.split()
    cuts = []
    for size in range(min(4, len(tokens)), 0, -1):
        cuts.append((" ".join(tokens[:size]), " ".join(tokens[size:])))
        cuts.append((" ".join(tokens[-size:]), " ".join(tokens[:-size])))
    return cuts
