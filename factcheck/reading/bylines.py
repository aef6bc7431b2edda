"""Bylines: the lines that say who wrote and edited it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.documents.pieces import Form
from factcheck.language.calendar import WEEKDAY
from factcheck.language.frequency import zipf
from factcheck.language.given_names import is_given
from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import any_of
from factcheck.language.lexicon import words as words_in
from factcheck.reading.days import DATE
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import LONG, Part
from factcheck.reading.shapes import Shape

_WORD = rf"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{{0,24}}|(?:{any_of('credits', 'particles')})\b)"
NAME = rf"{_WORD}(?:[ \u00a0]{_WORD}){{1,4}}"
_AND = r"(?:, | and | & |, and | with |; )"

_BYLINE = Shape(
    "a byline that says so",
    rf"(?:(?i:(?:(?:{any_of('credits', 'made')})(?: (?:and|&) (?:{any_of('credits', 'pictures')}))? )?by|author|from)\s?:?"
    r"|(?i:words|text|report|story)\s?:)\s{1,3}"
    rf"(?P<names>{NAME}(?:{_AND}{NAME}){{0,5}})",
    takes=("By JANE DOE", "Written by Jane van Doe and John Roe, Political Editor", "Words: Jane Doe", "Story and photos by John Roe"),
    refuses=("By the sea", "By Monday it was over", "Story Jane Doe"),
)

_DAY_FIRST = Shape(
    "the day before a byline in one line",
    rf"(?:(?:published|posted|updated)\b(?:\son)?\s?:?\s)?{DATE.regex.pattern}[^\n\w]{{1,6}}(?=by\s[A-Z])",
    takes=("March 1, 2019 | By Ada Ray", "Published on 1 March 2019 by Ada Ray"),
    refuses=("By Ada Ray", "March 1, 2019: nobody came by"),
    flags=re.IGNORECASE,
)

_OUR_STAFF = Shape(
    "a byline without a name",
    rf"by\s(?P<names>(?:our|a|the) (?:[\w-]{{1,20}} ){{0,4}}(?:{any_of('credits', 'staff')}))\b(?=\s?(?:\Z|[|,•·–—\n-]))"
    rf"|(?:by\s|from\s)?(?P<alone>(?:staff|agency|web|special|news|sports|our(?: [\w-]{{2,14}}){{0,2}}?|(?-i:[A-Z]{{2,5}}))"
    rf" (?:{any_of('credits', 'desks')})|(?:staff|bureau|agency|web|wire|desk) reports?|staff and (?:agencies|wires?)|agencies)"
    r"(?=\s?(?:\Z|[|,•·–—\n-]))",
    takes=("By Our Court Reporter", "By a staff writer", "By a staff reporter | Hanoi | 1 March 2019", "OUR BUREAU", "Staff and agencies"),
    refuses=("By our reckoning", "Our reporter is in Wick", "Special writers are rare"),
    flags=re.IGNORECASE,
)

_NAMES_ONLY = Shape(
    "names and where or what their bearers are",
    rf"(?P<names>{NAME}(?:{_AND}{NAME}){{0,4}})(?P<rest>(?:\s{{0,2}}[,|•·–—/-]\s{{0,2}}|\s{{1,2}}(?=in\b|at\b)|\n|\Z)[^\n]{{0,90}}|)\Z",
    takes=("Jane Doe", "Jane Doe in Hanoi and John Roe in Seoul", "Jane Doe, Health Editor"),
    refuses=("Harbour ferry refit runs late", "jane doe"),
)

_CREDIT = Shape(
    "a credit to those who helped",
    r"(?:--|[–—*])? ?\(?"
    rf"(?:(?i:(?:with )?(?:additional |further )?(?:{any_of('credits', 'help')})(?: and (?:writing|editing))? (?:by|from)) [A-Z]"
    r"|(?i:with (?:inputs?|reporting|files|assistance|contributions|help) (?:by|from)) "
    r"|(?:[A-Z][\w'’.-]{0,24}[ ,]{1,2}(?:and )?){2,16}(?:also )?(?:contributed|reported from)\b"
    r"|[A-Z][^.!?\n]{2,160} contributed to this (?:report|story|article)\b)",
    takes=("(Reporting by Jane Doe; Editing by John Roe)", "Jane Doe contributed to this report.", "--With assistance from Jane Doe."),
    refuses=("Reporting rules changed", "The union contributed"),
)

_NAME_ALONE = re.compile(NAME)
"""Takes "Jane van Doe", refuses "Board serious about fees"."""

_REACHED_AT = Shape(
    "where a writer can be reached, after the name",
    r"\s{0,3}[<(]?(?:[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|@\w{1,30})[>)]?\s{0,2}\Z",
    takes=(" <jane@post.example>", " (@janerowe)"),
    refuses=(" in Hanoi", " (AP)"),
    anywhere=True,
)
_INVERTED = re.compile(r"([A-ZÀ-ÖØ-Þ][\w'’-]{1,24}), ([A-ZÀ-ÖØ-Þ][\w'’.-]{0,24}(?: [A-Z]\.?)?)\Z")
"""A surname first: takes "Rowe, Jane M.", refuses "Jane Rowe, John Doe"."""

_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}\Z")
"""Initials before a surname: takes "J.K." and "N", refuses "Jo"."""

_COMMON_FIRST = 3.7
_COMMON = 4.3
"""Words of this Zipf frequency or more begin or end no name that nobody knows ("highlights" has 3.9, "wambu" 0)."""

_KNOWN_FIRST, _UNKNOWN_LAST = 4.0, 2.8
"""The same for a first word that is a word too, "Finn" (3.8), before surnames that are none ("aldous", 2.65)."""

_COLUMNS = re.compile(r"\s*[|•·]\s*")
"""Between the columns of a line: takes " | " and "•", refuses "-"."""
_MOST_COLUMNS = 4
_LONGEST_NAME = 4
"""Words of one person's name that stands by itself."""

_NAME_WORDS = 2
_BEFORE_DAY = re.compile(rf"[\s,|]{{1,3}}(?:(?:posted|published|updated|on)\s{{1,2}}){{0,2}}(?:{WEEKDAY}\.?,?\s{{0,2}})?\Z", re.IGNORECASE)
"""What stands between names and a day: takes " posted ", " Tuesday, ", " on "; refuses " and "."""
_ACRONYM = re.compile(r"[A-Z]{2,5}")
"""Letters behind a name written as names are, which stand for whom its bearer writes for: takes "EXA" in "Jane Doe EXA"."""
_LONGEST_AUTHOR = 300
"""Code points of what a document says of its author that are looked at."""

_OF_HEADLINES = words_in("small_words", "about") | words_in("small_words", "held_at")
"""Small words that have a capital only in headlines, "Board Serious About Fees", and so in no name."""


def byline(part: Part) -> str | None:
    """The names in a byline that says that it is one ("By …"), or None."""
    words = _without_day(_DAY_FIRST.regex.sub("", _plain(part), count=1))
    if part.count > 30 or (part.ends_sentence and part.count > 8):
        return None
    if staff := _OUR_STAFF.match(words):
        return staff["names"] or staff["alone"]
    found = _BYLINE.match(words)
    if found is None or not _is_names(found["names"]):
        return None
    rest = words[found.end() :]
    if rest and rest[0].isalnum():
        return None
    names = _without_service(_without_offices(found["names"]))
    # Where the name runs on into small words it is a sentence: "By March 2020 sales had doubled".
    if (
        not rest.strip()
        or rest.lstrip(" ")[0] in ",|•·–—-/(<;:@=\n"
        or _REACHED_AT.match(rest)
        or DATE.match(rest.lstrip())
        or rest.lstrip().startswith(("in ", "at ", "for "))
        or (rest.lstrip().startswith("on ") and DATE.search(rest, 0, LONG))
    ):
        return names
    named = words[found.start("names") :].partition(",")[0]
    bare = _without_roles(named)
    return bare if bare != named and is_person(bare) else None


def _without_day(words: str) -> str:
    """A line that says by whom without the day and time that it says right behind the names: "By Jane Doe posted March 1, 2019"."""
    found = DATE.search(words, 0, LONG)
    before = _BEFORE_DAY.sub("", words[: found.start()]) if found else words
    return before if len(before.split()) > _NAME_WORDS else words


def is_staff(names: str) -> bool:
    """Whether a byline only says that it is somebody of the staff's."""
    found = _OUR_STAFF.match(names)
    return found is not None and found["alone"] is not None and found.end() == len(names)


def bare_byline(part: Part) -> str | None:
    """The names in a line of nothing but names and where or what their bearers are, or None.

    Only the place of such a line, under a headline, makes it a byline; and it must be people's names that it holds, for
    "Key Highlights" and "Eastern Conference" stand there as well.
    """
    words = _REACHED_AT.regex.sub("", _plain(part))
    if part.form is Form.BYLINE and (inverted := _INVERTED.match(words)) and is_given(inverted[2].split()[0]):
        return f"{inverted[2]} {inverted[1]}"
    if not words or part.count > 16 or part.ends_sentence or part.is_heading or part.is_item or words[:3].casefold() == "by ":
        return None
    if part.count <= 8 and "\n" not in words:
        words = _without_roles(_without_offices(words))
        if words.split()[-1].casefold() in newsroom().roles:
            return None
    if (name := _in_columns(words)) is not None:
        return name
    found = _NAMES_ONLY.match(words)
    if found is None or not _is_names(found["names"]):
        return None
    names = _without_offices(found["names"])
    rest = words[len(names) :].strip(" ,/|•·–—-\n")
    house = newsroom()
    if all(word.casefold() in house.roles for word in names.split()):
        return None
    if names.count(" ") > 3 and " and " not in names and "," not in names:
        return None
    if any(word.strip(",.").casefold() in house.roles for word in rest.split()) or house.agency(rest):
        return names
    believed = (
        not rest
        or rest.startswith(("in ", "at "))
        or (words[len(names) :].startswith("/") and _NAME_ALONE.fullmatch(rest) is not None and is_given(names.split()[0].casefold()))
        or house.city(rest) is not None
        or house.is_paper(rest)
        or DATE.search(rest) is not None
    )
    return names if believed and (words != _plain(part) or _are_people(names)) else None


def _plain(part: Part) -> str:
    """The words of a line without the signs for italics and bold in plain text."""
    return part.words[:LONG].replace("**", "").strip(" *_")


def _without_offices(names: str) -> str:
    """The names without what their bearers are, and whom they write for, behind a comma at the end."""
    house = newsroom()
    while (cut := names.rfind(", ")) > 0:
        last = names[cut + 2 :]
        is_office = any(word.casefold() in house.roles for word in last.split()) and not is_given(last.split()[0].casefold())
        if not (is_office or house.agency(last) or house.is_paper(last)):
            break
        names = names[:cut]
    words = names.split()
    at = next((n for n, word in enumerate(words) if _ACRONYM.fullmatch(word)), 0)
    kept = " ".join(words[:at])
    return kept if at >= _NAME_WORDS and all(word[1:].islower() for word in words[:at]) and _are_people(kept) else names


def _without_service(names: str) -> str:
    """The name without what its bearer is, or the agency that is written for, right behind it: "Jane Doe Associated Press" is Jane Doe."""
    bare = _without_roles(names)
    words = bare.split()
    for cut in range(_NAME_WORDS, len(words)):
        if newsroom().agency(" ".join(words[cut:])):
            bare = " ".join(words[:cut])
            break
    return bare if bare != names and is_person(bare) else names


def agency_in(part: Part) -> str | None:
    """The agency for which somebody writes, behind the names of a byline: "By Jane Doe, EXA"."""
    words = _plain(part)
    _, comma, last = words.rpartition(", ")
    if part.count > _LONGEST_NAME * 3:
        return None
    if not comma and (named := _BYLINE.match(words)) is not None:
        last = named["names"].removeprefix(_without_service(named["names"]))
    return newsroom().agency(last.strip(" .|-")) if comma or last else None


def service_in(names: str) -> str | None:
    """The agency that signs by itself: "CNN Wire", "AP Staff"."""
    name, _, service = names.rpartition(" ")
    return newsroom().agency(name) if service.casefold() in words_in("credits", "services") else None


def is_person(words: str) -> bool:
    """Whether a line, or a column of one, is nothing but somebody's name, and no town's or paper's that is known."""
    house = newsroom()
    if not 2 <= len(words.split()) <= _LONGEST_NAME or house.city(words) or house.is_label(words) or house.is_paper(words):
        return False
    return _NAME_ALONE.fullmatch(words) is not None and _is_names(words) and _are_people(words)


def _in_columns(words: str) -> str | None:
    """The name in a line of columns that begins with where or when: "Hanoi | Jane Doe | 1 March 2019"."""
    columns = [column.strip() for column in _COLUMNS.split(words[:LONG])]
    days = [column for column in columns if DATE.search(column)]
    if not (3 <= len(columns) <= _MOST_COLUMNS and days):
        return None
    names = [column for column in columns if is_person(column)]
    house = newsroom()
    others = [column for column in columns if column not in days and column not in names]
    return names[0] if len(names) == 1 and all(house.city(one) or house.agency(one) or house.is_label(one) for one in others) else None


def signed(author: str | None) -> str | None:
    """Who a document says wrote it, when that is somebody's or a desk's name, and no login, slug, template, section, agency or sentence.

    Of several names those that are such are kept, each once.
    """
    kept: dict[str, str] = {}
    for name in _each_author(author or ""):
        if _can_sign(name):
            kept.setdefault(name.casefold(), name)
    return "; ".join(kept.values()) or None


def signing_agency(author: str | None) -> str | None:
    """The agency among those who a document says wrote it."""
    return next(filter(None, map(newsroom().agency, _each_author(author or ""))), None)


def _each_author(author: str) -> Iterator[str]:
    """The names in what a document gives for its author, without addresses, handles and "By"; "Rowe, Jane" is Jane Rowe."""
    if inverted := _INVERTED.match(author.strip()):
        author = f"{inverted[2]} {inverted[1]}" if is_given(inverted[2].split()[0]) else author
    for name in re.split(r"\s*(?:[;|\n]|, | and | & )\s*", author[:_LONGEST_AUTHOR]):
        yield re.sub(r"(?i:\Aby:?\s+)", "", _REACHED_AT.regex.sub("", name)).strip(" ,.*_-–—=")


def _can_sign(name: str) -> bool:
    """Whether one name is a person's or a desk's: two words or more, with capitals, none of them a program's."""
    house = newsroom()
    words = name.split()
    if house.agency(name) is not None or not 2 <= len(words) <= 6 or any(word.casefold().strip(".,") in house.no_authors for word in words):
        return False
    if name.casefold() in house.sections or words[0].casefold() in house.no_names or re.search(r"[/\\@#\d_:?!]", name):
        return False
    desk = words[-1].casefold() in house.roles and words[0][0].isupper()
    return desk or (_NAME_ALONE.fullmatch(name) is not None and words[-1][:1].isupper())


def _are_people(names: str) -> bool:
    """Whether capitalised words can be people's names: a given name or initials come first, or a word that is no word of the language.

    The commonest words of English are no given names that our lists lack (van Heuven et al. 2014 for the scale).
    """
    return any(_is_person(name.split()) for name in re.split(_AND, names) if name)


def _is_person(words: Sequence[str]) -> bool:
    if is_honorific(words[0]) and len(words) > 1:
        words = words[1:]
    first = words[0].strip(".").casefold()
    return is_given(first) or is_given(first.split("-")[0]) or _INITIALS.match(words[0]) is not None or _is_rare(words)


def _is_rare(words: Sequence[str]) -> bool:
    letters = [word.strip(".,").casefold() for word in words if word[0].isupper()]
    if not letters:
        return False
    last = max(map(zipf, letters[1:]), default=_COMMON)
    return (zipf(letters[0]) < _COMMON_FIRST and last < _COMMON) or (zipf(letters[0]) < _KNOWN_FIRST and last < _UNKNOWN_LAST)


def marked_byline(part: Part) -> bool:
    """Whether a line that a document marks as its byline is one: names, or a "by" before whoever it was."""
    return bare_byline(part) is not None or (part.count <= 8 and part.words[:3].casefold() == "by " and not part.ends_sentence)


def _without_roles(words: str) -> str:
    """The line without the words for what a person is at its end: "Jane Doe Environment correspondent" is Jane Doe."""
    tokens = words.split()
    named = len(tokens)
    while len(tokens) > 2 and tokens[-1].casefold() in newsroom().roles:
        tokens.pop()
    is_role = len(tokens) < named
    while is_role and len(tokens) > 2 and (tokens[-1] in newsroom().beats or tokens[-1] in words_in("places", "countries")):
        tokens.pop()
    return " ".join(tokens)


def credit(part: Part) -> bool:
    """Whether it says who helped to report, write or edit."""
    return part.count <= 60 and _CREDIT.match(part.words) is not None


def _is_names(names: str) -> bool:
    """Whether these words can be people's names: most have capitals, and the first does not begin sentences."""
    words = re.split(r"[ \u00a0,&]+", names)
    if any(not word.islower() and word.casefold() in _OF_HEADLINES for word in words):
        return False
    return sum(word[:1].isupper() for word in words) * 2 > len(words) and words[0].casefold() not in newsroom().no_names
