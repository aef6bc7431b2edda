"""What a writer's note names as the source of a claim: an address, a file or another source, its title, and the place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

from factcheck.language.lexicon import any_of
from factcheck.model import Evidence, Stance
from factcheck.reading.shapes import Shape

_LONGEST_NOTE = 2_000
"""Code points of a note that are looked at and kept."""
_LONGEST_NAME = 300
_MOST = 20
"""Sources of one note that are kept."""


_ADDRESS = Shape(
    "an address on the web",
    r"(?:https?://|www\.)[^\s<>\"“”]{1,2000}",
    takes=("https://a.example/minutes.pdf", "www.a.example/b"),
    refuses=("a.example", "http:"),
    anywhere=True,
    flags=re.IGNORECASE,
)
_FILE = Shape(
    "the name of a file",
    rf"(?<![\w/])(?:[\w.()~-]+[/\\]){{0,8}}[\w()][\w.()&+-]{{0,100}}\.(?:{any_of('citations', 'files')})\b(?![/\w])",
    takes=("minutes-4-march.pdf", "calls/okafor.mp3"),
    refuses=("the pdf", "a.b"),
    anywhere=True,
    flags=re.IGNORECASE,
)
_NUMBER = r"(?-i:\d{1,5}(?:[.:]\d{1,4}){0,3}[a-z]?|[ivxlc]{1,8}|[IVXLC]{1,8}|[A-Z]{1,3}\d{0,5})(?![\w:])"
_NUMBERED = (
    rf"(?:\b(?:{any_of('citations', 'places')})\b\.?|§{{1,2}})\s{{0,2}}{_NUMBER}(?:\s?(?:[-–—&]|,|and|to)\s?\d{{1,5}}(?![\w:])){{0,4}}"
)
_SHEET = (
    r"(?-i:\bsheet\s{1,2}(?:[\"“'‘][^\"”'’]{1,40}[\"”'’]|[A-Z][\w&-]{2,30}(?:\s[A-Z\d][\w&-]{1,30}){0,3}))"
    r"(?:(?:,\s|,?\scells?\s)(?-i:[A-Z]{1,3}\d{1,7}(?:\s?(?::|to|[-–])\s?[A-Z]{1,3}\d{1,7})?)(?!\w))?"
)
_PLACE = Shape(
    "a place in a source",
    rf"{_SHEET}(?:,?\s{{1,2}}{_NUMBERED})?|{_NUMBERED}(?:,?\s{{1,2}}{_NUMBERED}){{0,3}}"
    r"|(?:\bat )?\[?\b\d{1,2}:\d\d(?::\d\d)?\b\]?(?:\s?[-–—]\s?\d{1,2}:\d\d(?::\d\d)?)?(?!\s?[ap]\.?m)",
    takes=("ch. 3, pp. 14–16", "§ 3.2", "cell B7", "sheet Fees, B4", "at 12:34", "[00:12:34]"),
    refuses=("page", "noon", "in 2014", "9:30 am", "sheet of paper"),
    anywhere=True,
    flags=re.IGNORECASE,
)
_AGAIN = Shape(
    "a note that names the source before",
    rf"(?:{any_of('citations', 'again')})\b\.?",
    takes=("Ibid., p. 3", "As above"),
    refuses=("Idea", "Sameness"),
    flags=re.IGNORECASE,
)
_CONFIDENCE = Shape(
    "what says that whom a note names may not be named",
    rf"(?<!\w)(?P<open>(?:{any_of('citations', 'open_words')})[\s-]{{1,2}})?(?:{any_of('citations', 'confidence')})\b",
    takes=("Call with T. Reier, confidential", "off the record"),
    refuses=("confident", "on the record"),
    anywhere=True,
    flags=re.IGNORECASE,
)
_BESIDE = Shape(
    "what a note says beside a source's name",
    r"\A\s*(?:see(?: also)?|also|cf\.?|source|via|from|per|at|in)\b:?\s"
    r"|[\[(]?\b(?:last )?(?:accessed|retrieved|viewed|visited)\b[^\])]{0,60}[\])]?",
    takes=("See the minutes", "(accessed 3 May 2024)"),
    refuses=("Seeing is believing", "accessible"),
    anywhere=True,
    flags=re.IGNORECASE,
)
_PARTED = Shape(
    "where one source of a note ends and another begins",
    r";|\.\s(?=[A-Z\"“‘])",
    takes=("; ", ". Also"),
    refuses=(", ", ". 3"),
    anywhere=True,
)
_AROUND = " \t\n.,;:–—-()[]<>"
_CLOSERS = ".,;:!?)]}>'’\"”*_"


def cited(note: str, by: str | None, before: Evidence | None = None, *, named_only: bool = False) -> tuple[Evidence, ...]:
    """The sources that a note names, in its order: addresses and files, or else the note itself as a source's name.

    Each has the place in it that the note gives ("p. 14"), the note as it stands, and `by` whom it was added. `before` is the last
    source of the note before, which "Ibid." names again. With `named_only` a note that names neither address nor file has none.
    """
    words = " ".join(note.split())[:_LONGEST_NOTE]
    if before is not None and _AGAIN.match(words) and (parted := _PARTED.search(words)):
        first = cited(words[: parted.start()], by, before)
        more = cited(words[parted.end() :], by, first[-1] if first else before, named_only=named_only)
        return tuple(item.model_copy(update={"note": note}) for item in (*first, *more))
    found = [*_ADDRESS.regex.finditer(words), *(m for m in _FILE.regex.finditer(words) if not _in_address(words, m))]
    found = sorted(found, key=lambda match: match.start())[:_MOST]
    if not found:
        return () if named_only or not words.strip(_AROUND) else (_of_words(words, note, by, before),)
    return tuple(_of_match(words, around, match, note, by) for match, around in zip(found, _around(words, found), strict=True))


def in_confidence(note: str) -> bool:
    """Whether a note says of whom it names that they may not be named.

    >>> in_confidence("Call, off the record"), in_confidence("She is not confidential any more")
    (True, False)
    """
    words = " ".join(note.split())[:_LONGEST_NOTE]
    return any(not match["open"] for match in _CONFIDENCE.regex.finditer(words))


def linked(address: str, by: str) -> tuple[Evidence, ...]:
    """The source that a link in the text leads to; none for a link within the page, or of a scheme that is no web address."""
    address = address.strip()
    if not address.lower().startswith(("http://", "https://")):
        return ()
    return (Evidence(url=address, stance=Stance.CITED, locator=_in_fragment(address), added_by=by),)


def _of_words(words: str, note: str, by: str | None, before: Evidence | None) -> Evidence:
    place = _PLACE.search(words)
    locator = _place(place)
    if before is not None and _AGAIN.match(words):
        return before.model_copy(update={"locator": locator, "note": note, "added_by": by})
    before_place = _name(words[: place.start()], None) if place is not None else ""
    name = before_place or _name(words, place)
    return Evidence(source=name or words[:_LONGEST_NAME], stance=Stance.CITED, locator=locator, note=note, added_by=by)


def _of_match(words: str, around: tuple[int, int], match: re.Match[str], note: str, by: str | None) -> Evidence:
    said = match.group().rstrip(_CLOSERS) if match.re is _ADDRESS.regex else match.group()
    said = said + ")" if said.count("(") > said.count(")") and match.group().startswith(said + ")") else said
    about = words[around[0] : match.start()] + " " + words[match.start() + len(said) : around[1]]
    place = _PLACE.search(about)
    title = _name(about, place) or None
    if match.re is _FILE.regex:
        return Evidence(source=said, title=title, stance=Stance.CITED, locator=_place(place), note=note, added_by=by)
    address = said if "://" in said else f"https://{said}"
    locator = _place(place) or _in_fragment(address)
    return Evidence(url=address, title=title, stance=Stance.CITED, locator=locator, note=note, added_by=by)


def _around(words: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Which words of the note are about each source: those from the one before it up to the next, the words after the last being its."""
    for at, match in enumerate(found):
        start = found[at - 1].end() if at else 0
        follows = found[at + 1].start() if at + 1 < len(found) else len(words)
        if at:
            start = max((cut.end() for cut in _PARTED.regex.finditer(words, start, match.start())), default=start)
        parted = _PARTED.search(words, match.end(), follows)
        yield start, len(words) if at + 1 == len(found) else parted.start() if parted else match.end()


def _in_address(words: str, match: re.Match[str]) -> bool:
    return any(address.start() <= match.start() < address.end() for address in _ADDRESS.regex.finditer(words))


def _name(words: str, place: re.Match[str] | None) -> str:
    """What the words call the source: without the place in it, and without what only joins them."""
    if place is not None:
        words = f"{words[: place.start()].rstrip(_AROUND)} {words[place.end() :].lstrip(_AROUND)}"
    name = " ".join(_BESIDE.regex.sub(" ", words).split()).strip(_AROUND)
    name += ")" * (name.count("(") - name.count(")"))
    return name[:_LONGEST_NAME] if len(name) > 2 else ""


def _place(match: re.Match[str] | None) -> str | None:
    return match.group().strip("[] ").removeprefix("at ").strip("[]") if match is not None else None


def _in_fragment(address: str) -> str | None:
    """The page or second that an address names itself: `#page=14` (RFC 8118), `t=754` (W3C Media Fragments)."""
    try:
        parts = urlsplit(address)
        named = parse_qs(parts.fragment, max_num_fields=20) | parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return None
    if (page := named.get("page", [""])[0]).isdecimal() and parts.fragment:
        return f"p. {page}"
    seconds = named.get("t", [""])[0].removesuffix("s")
    if not seconds.isdecimal() or len(seconds) > 6:
        return None
    hours, rest = divmod(int(seconds), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
