"""Bylines and captions: the lines that say who wrote, edited or pictured it."""

from __future__ import annotations

import re

from factcheck.language.lexicon import any_of
from factcheck.language.lexicon import words as words_in
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape

_WORD = rf"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{{0,24}}|(?:{any_of('credits', 'particles')})\b)"
_NAME = rf"{_WORD}(?:[ \u00a0]{_WORD}){{1,4}}"
_AND = r"(?:, | and | & |, and | with )"

_BYLINE = Shape(
    "a byline that says so",
    rf"(?i:(?:(?:{any_of('credits', 'made')}) )?by|author|from)\s?:?\s{{1,3}}"
    rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,5}})",
    takes=("By JANE DOE", "Written by Jane van Doe and John Roe, Political Editor"),
    refuses=("By the sea", "By Monday it was over"),
)

_OUR_STAFF = Shape(
    "a byline without a name",
    rf"by\s(?P<names>(?:our|a|the) (?:[\w-]{{1,20}} ){{0,4}}(?:{any_of('credits', 'staff')}))\Z"
    rf"|(?P<alone>(?:staff|agency|our|web) (?:{any_of('credits', 'desks')}))\Z",
    takes=("By Our Court Reporter", "By a staff writer"),
    refuses=("By our reckoning", "Our reporter is in Wick"),
    flags=re.IGNORECASE,
)

_NAMES_ONLY = Shape(
    "names and where or what their bearers are",
    rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,4}})(?P<rest>(?:\s{{0,2}}[,|•·–—-]\s{{0,2}}|\s{{1,2}}(?=in\b|at\b)|\n|\Z)[^\n]{{0,90}}|)\Z",
    takes=("Jane Doe", "Jane Doe in Hanoi and John Roe in Seoul", "Jane Doe, Health Editor"),
    refuses=("Harbour ferry refit runs late", "jane doe"),
)

_CREDIT = Shape(
    "a credit to those who helped",
    rf"\(?(?:(?i:(?:with )?(?:additional |further )?(?:{any_of('credits', 'help')})(?: and (?:writing|editing))? (?:by|from)) [A-Z]"
    r"|(?i:with (?:inputs?|reporting|files) (?:by|from)) "
    r"|(?:[A-Z][\w'’.-]{0,24}[ ,]{1,2}(?:and )?){2,16}(?:also )?(?:contributed|reported from)\b)",
    takes=("(Reporting by Jane Doe; Editing by John Roe)", "Jane Doe contributed to this report."),
    refuses=("Reporting rules changed", "The union contributed"),
)

_PICTURE = any_of("credits", "pictures")
_CAPTION_LABEL = Shape(
    "a caption that says so",
    r"(?:(?:image|media|photo|picture|video|file) )?(?:source|caption|credit|copyright|courtesy|pic|photograph)s?\s{0,2}[:,|-]\s{0,3}\S"
    rf"|\(?(?:(?:{any_of('credits', 'origins')}) )?(?:{_PICTURE}|pictured)"
    r"(?: (?:above|below|left|right|courtesy|credit))?\s{0,2}(?::|/|by |- |– |courtesy |is for representational|used for representational)"
    r"|(?:file photo|representative image|representational image)\b|(?:above|below|left|right):",
    takes=("Image source, Getty Images", "FILE PHOTO: The pier, May 2, 2019."),
    refuses=("Pictures of the pier went round the world.", "The photo is fake."),
    flags=re.IGNORECASE,
)

_OF_HEADLINES = words_in("small_words", "about") | words_in("small_words", "held_at")
"""Small words that have a capital only in headlines, "Board Serious About Fees", and so in no name."""
_WIRE = any_of("credits", "wires")
_PAPER = any_of("credits", "papers")
_LIBRARY = any_of("credits", "libraries") + r"|AP Photo(?:/[^.]{2,40})?"
_PICTURE_CREDIT = Shape(
    "a photographer's or picture agency's credit at the end",
    rf"(?:\(?\b(?i:{_PICTURE}|credits?|graphic|handout|screenshot|screengrab)\s{{0,2}}(?::|by|/|\|)\s{{0,2}}[^().]{{2,60}}\)?"
    rf"|\((?:{_WIRE}|File|Supplied|Handout)\b[^()]{{0,60}}\)|\[[^\[\]/]{{2,40}}/[^\[\]]{{2,40}}\]"
    r"|\((?:[A-Z][\w.]{1,20} ?){1,4}: [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){1,2}\)"
    rf"|\b(?:{_LIBRARY}|(?:{_WIRE})/[A-Z][^.]{{2,40}}|[A-Z][\w'’-]{{1,20}}(?: [A-Z][\w'’-]{{1,20}}){{0,2}} ?/ ?(?:{_WIRE}|{_PAPER}))"
    r")\.?\)?\Z",
    takes=("Passengers wait at the pier. (Photo by Jane Doe)", "The ferry in dock. Jane Doe/AFP"),
    refuses=("He posted the photo on Facebook.", "She works for Reuters."),
    anywhere=True,
)


def byline(part: Part) -> str | None:
    """The names in a byline that says that it is one ("By …"), or None."""
    if staff := _OUR_STAFF.match(part.words):
        return staff["names"] or staff["alone"]
    found = None if part.count > 30 else _BYLINE.match(part.words)
    if found is None or not _is_names(found["names"]):
        return None
    rest = part.words[found.end() :]
    if (part.ends_sentence and part.count > 8) or (rest and rest[0].isalnum()):
        return None
    # Where the name runs on into small words it is a sentence: "By March 2020 sales had doubled".
    return (
        found["names"]
        if not rest.strip() or rest.lstrip()[0] in ",|•·–—-/(;:@\n" or rest.lstrip().startswith(("in ", "at ", "for "))
        else None
    )


def bare_byline(part: Part) -> str | None:
    """The names in a line of nothing but names and where or what their bearers are, or None.

    Only the place of such a line, under a headline, makes it a byline.
    """
    words = part.words
    if part.count > 16 or part.ends_sentence or words[:3].casefold() == "by ":
        return None
    if part.count <= 8 and "\n" not in words:
        words = _without_roles(words)
        if words.split()[-1].casefold() in newsroom().roles:
            return None
    found = _NAMES_ONLY.match(words)
    if found is None or not _is_names(found["names"]):
        return None
    rest = found["rest"].strip(" ,|•·–—-\n")
    names = found["names"]
    if names.count(" ") > 3 and " and " not in names and "," not in names:
        return None
    if not rest or rest.startswith(("in ", "at ")):
        return names
    house = newsroom()
    known = any(word.strip(",.").casefold() in house.roles for word in rest.split()) or house.agency(rest) or house.city(rest)
    return names if known else None


def marked_byline(part: Part) -> bool:
    """Whether a line that a document marks as its byline is one: names, or a "by" before whoever it was."""
    return bare_byline(part) is not None or (part.count <= 8 and part.words[:3].casefold() == "by " and not part.ends_sentence)


def _without_roles(words: str) -> str:
    """The line without the words for what a person is at its end: "Jane Doe Environment correspondent" is Jane Doe."""
    tokens = words.split()
    while len(tokens) > 2 and tokens[-1].casefold() in newsroom().roles:
        tokens.pop()
    return " ".join(tokens)


def credit(part: Part) -> bool:
    """Whether it says who helped to report, write or edit."""
    return part.count <= 60 and _CREDIT.match(part.words) is not None


def caption(part: Part) -> bool:
    """Whether it is a caption, by its label or by the credit at its end."""
    if part.count > 70 or part.is_long:
        return False
    return _CAPTION_LABEL.match(part.words) is not None or _PICTURE_CREDIT.search(part.words, max(0, len(part.words) - 140)) is not None


def picture_credit(part: Part) -> int | None:
    """Where in a caption the credit at its end begins, in code points, when it stands apart from what the caption says."""
    found = _PICTURE_CREDIT.search(part.words, max(0, len(part.words) - 140))
    if found is None:
        return None
    before = part.words[: found.start()].rstrip()
    return found.start() if not before or before[-1] in ".!?\"'”’)|" or "\n" in part.words[len(before) : found.start()] else None


def _is_names(names: str) -> bool:
    """Whether these words can be people's names: most have capitals, and the first does not begin sentences."""
    words = re.split(r"[ \u00a0,&]+", names)
    if any(word.istitle() and word.casefold() in _OF_HEADLINES for word in words[1:]):
        return False
    return sum(word[:1].isupper() for word in words) * 2 > len(words) and words[0].casefold() not in newsroom().no_names
