"""Captions of pictures that stand among the lines of a page, and the credits of those who took them."""

from __future__ import annotations

import re

from factcheck.language.lexicon import any_of
from factcheck.reading.bylines import NAME, is_person
from factcheck.reading.datelines import agency_of
from factcheck.reading.days import DATE
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape

_BY_FIRST = re.compile(
    rf"(?:(?i:(?:words |text |story |report )?by\s?:?)|(?i:words|text)\s?:)\s{{1,3}}{NAME}\s{{0,2}}[|•·,]"
    rf"|(?i:words|text|story|report) (?:and|&|\+) (?i:{any_of('credits', 'pictures')}|photography):? (?:by )?{NAME}"
)
"""A writer before whoever took the pictures: takes "Words: Jane Doe | Pictures: John Roe", refuses "Pictures: John Roe"."""

_PICTURE = any_of("credits", "pictures")
_CAPTION_LABEL = Shape(
    "a caption that says so",
    r"(?:(?:image|media|photo|picture|video|file) )?(?:source|caption|credit|copyright|courtesy|pic|photograph)s?\s{0,2}[:,|-]\s{0,3}\S"
    r"|\(?(?:figure|fig\.|chart|map|exhibit|photo|picture|image) \d{1,2}\s?[.:–—]\s?[^\s\d]"
    rf"|\(?(?:(?:{any_of('credits', 'origins')}) )?(?:{_PICTURE}|pictured)"
    r"(?: (?:above|below|left|right|courtesy|credit))?\s{0,2}(?::|/|by |- |– |courtesy |is for representational|used for representational)"
    r"|(?:file photo|representative image|representational image)\b|(?:above|below|left|right):",
    takes=("Image source, Getty Images", "FILE PHOTO: The pier, May 2, 2019.", "Figure 1: The pier"),
    refuses=("Pictures of the pier went round the world.", "The photo is fake.", "Figure 1 shows the pier.", "Exhibit 99.1"),
    flags=re.IGNORECASE,
)

_WIRE = any_of("credits", "wires")
_PAPER = any_of("credits", "papers")
_LIBRARY = any_of("credits", "libraries") + r"|AP Photo(?:/[^.]{2,40})?"
_PICTURE_CREDIT = Shape(
    "a photographer's or picture agency's credit at the end",
    rf"(?:\(?\b(?i:{_PICTURE}|credits?|graphic|handout|screenshot|screengrab)\s{{0,2}}(?::|by|/|\||\.{{3}}|…)\s{{0,2}}[^().]{{2,60}}\)?"
    rf"|\((?:{_WIRE}|File|Supplied|Handout)\b[^()]{{0,60}}\)|\[[^\[\]/]{{2,40}}/[^\[\]]{{2,40}}\]"
    r"|\((?:[A-Z][\w.]{1,20} ?){1,4}: [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){1,2}\)"
    rf"|\b(?:{_LIBRARY}|(?:{_WIRE})/[A-Z][^.]{{2,40}}|[A-Z][\w'’-]{{1,20}}(?: [A-Z][\w'’-]{{1,20}}){{0,2}} ?/ ?(?:{_WIRE}|{_PAPER}))"
    r")\.?\)?\Z",
    takes=("Passengers wait at the pier. (Photo by Jane Doe)", "The ferry in dock. Jane Doe/AFP"),
    refuses=("He posted the photo on Facebook.", "She works for Reuters."),
    anywhere=True,
)


_MOMENT = r"(?:(?:(?i:undated|file|combination|combo|handout|aerial|satellite|video)|[A-Z][a-z]{2,8}\.?|\d{1,4}),? ){0,5}"
"""What stands before the word for a picture: takes "undated ", "Tuesday, March 3, 2021, "."""

_FILE = Shape(
    "how an agency's caption opens",
    r"(?:\(FILES?(?: PHOTOS?)?\)|FILES?\s{0,2}[-–—:]|FILE(?= (?:In|This|A|On)\b))\s{0,3}[A-Z]"
    rf"|(?:In t|T)his {_MOMENT}(?:photo|image|picture|photograph|frame grab|still|illustration)s?,? "
    r"(?:taken|provided|released|supplied|distributed|made available|made from|from video|issued)\b"
    rf"|In this {_MOMENT}(?:\d{{4}},?|file|undated|handout) (?:photo|image|picture|photograph)\b"
    r"|(?:An? |An undated )?[Ff]ile (?:photo|picture|image|photograph) (?:of|from|shows?|dated)\b",
    takes=("FILE - Ada Holm speaks in Wick", "(FILES) The pier", "In this March 3, 2021, photo, the pier", "A file photo of the pier"),
    refuses=("FILES THAT VANISHED", "File your tax", "In this photo the suspect runs", "In this picture, growth is slow"),
)

_SIDE = r"(?:(?:(?:far|top|bottom|upper|lower|second|third|fourth|2nd|3rd|4th)(?: from)?(?: the)? )?(?:left|right)|centre|center|middle)"
"""A place in a picture: takes "left", "second from right", "centre"; refuses "beside"."""

_BESIDE_NAME = Shape(
    "where somebody stands in a picture, behind the name",
    rf"(?<=[\w.'’]), {_SIDE}(?:,(?! (?:and |or )?(?:left|right|centre|center|middle)\b)|;|\.?\Z|(?= (?:and|with) [A-Z]))"
    rf"|(?<=[\w.'’]) \({_SIDE}\)|\(L\)(?=.{{1,120}}\(R\))|\(R\)(?=.{{1,120}}\(L\))",
    takes=("Holm, left, and Ben Dale", "Holm (second from left)", "Holm (L) greets Ben Dale (R)"),
    refuses=("Holm (R) and Ben Dale (D)", "Holm left, and Dale", "parties of the centre, left, and right"),
    anywhere=True,
)
_NAMED = re.compile(r"(?:\A|[^.!?] |[\"“(])(?!(?:Left|Right|The)\b)[A-ZÀ-ÖØ-Þ][\w'’.-]{0,24}\Z")
"""A name before its place in a picture: takes "Ada Holm", refuses "the party"."""

_PAST = re.compile(r"\s?(?:was|were|had|has|did|would|could|will|said|told|went|came|took|made|won|[a-z]{2,20}ed)\b")
"""What goes on as a story does, and no caption: takes " was", " joined"; refuses " speaks"."""

_IN_ROWS = Shape(
    "in which order people stand in a picture",
    r"\(?L(?:eft)?(?: to |[ -]{1,3})R(?:ight)?\)?[:,]? ?(?=[A-Z])|[Cc]lockwise,? from\b"
    r"|(?:[Bb]ack|[Ff]ront|[Tt]op|[Bb]ottom) row,? (?:from left|left to right)"
    r"|(?:[Pp]ictured,? |[Ss]een )?[Ff]rom (?:the )?left(?: to right)?(?:[:,]| are\b| is\b)",
    takes=("L-R: Ada Holm", "(L to R) Ada Holm", "Pictured from left are Ada Holm", "Clockwise from top left"),
    refuses=("From left and right they came", "LR Holm"),
)
_FROM_LEFT = re.compile(r"[,(:] ?(?:pictured |seen )?from (?:the )?left(?: to right)?[:,]")
"""The same behind what is shown: takes "The board, from left: ", refuses "read from left to right"."""

_PICTURED = re.compile(r", pictured (?:here|above|below|left|right|with|at|on|in)\b|\((?i:file (?:photo|picture|image))\)\Z")
"""What only captions say of what is shown, in a line that is no sentence: takes ", pictured here", refuses ", pictured, is"."""

_LONGEST_SENTENCE = 45
"""Words of a sentence that is a caption by where it says that people stand."""

_LONGEST_CREDIT = 10
"""Words of a line that is nothing but a credit."""

_ALONE = Shape(
    "who took a picture, and for whom, in a line of its own",
    rf"\(?(?P<who>{NAME})(?P<sign>\s?/\s?|\s[|–—-]\s|, | for | via )"
    rf"(?P<whom>[A-Z][\w'’.&-]{{0,24}}(?: (?:[A-Z][\w'’.&-]{{0,24}}|of|the|file|pool|photo|image)){{0,5}})\)?\Z",
    takes=("Jane Doe / AFP", "Chris Young/The Wick Press", "(Jane Doe/Wick Herald)", "Jane Doe for Reuters"),
    refuses=("Fees/charges", "Jane Doe", "Jane Doe / AFP says so."),
)
_GIVEN = Shape(
    "whence a picture comes, in a line of its own",
    r"\(?(?:Handout|Supplied|(?:Submitted|Contributed|Supplied|Provided|Courtesy|Handout|File|Staff|Archive) (?:photo|picture|image)s?"
    r"|Courtesy (?:of (?:the )?[\w'’&-]{1,24}(?: [\w'’&-]{1,24}){0,5}|(?:[A-Z][\w'’&-]{0,24} ?){1,5}))\)?\Z",
    takes=("Handout", "Submitted photo", "Courtesy of the harbour board"),
    refuses=("Handouts rise", "Courtesy costs nothing."),
)


def caption(part: Part) -> bool:
    """Whether it is a caption: by its label, by the credit at its end, or by where it says that people stand."""
    if (
        part.count > 70
        or part.is_long
        or _BY_FIRST.match(part.words)
        or (part.words[:7].casefold() == "source:" and DATE.search(part.words))
    ):
        return False
    if any(shape.match(part.words) for shape in (_CAPTION_LABEL, _FILE)) or _says_where(part):
        return True
    return _PICTURE_CREDIT.search(part.words, max(0, len(part.words) - 140)) is not None


def _says_where(part: Part) -> bool:
    """Whether it says where in a picture people stand. A sentence must be short, without speech, and not go on as a story does."""
    if part.is_heading or part.is_item or (part.is_sentence and (part.has_speech or part.count > _LONGEST_SENTENCE)):
        return False
    if _IN_ROWS.match(part.words) or _FROM_LEFT.search(part.words) or (not part.is_sentence and _PICTURED.search(part.words)):
        return True
    marks = [found for found in _BESIDE_NAME.regex.finditer(part.words) if _NAMED.search(part.words[: found.start()].rstrip())]
    return bool(marks) and not any(_PAST.match(part.words, found.end()) for found in marks)


def credit_alone(part: Part) -> bool:
    """Whether a line between paragraphs is nothing but who took a picture, or for whom: "Jane Doe / AFP", "Handout", "Reuters"."""
    words = part.words.strip(" *_")
    if part.is_heading or part.count > _LONGEST_CREDIT:
        return False
    if _GIVEN.match(words) or newsroom().agency(words.strip("()")):
        return True
    found = _ALONE.match(words)
    if found is None:
        first, stroke, second = (piece.strip() for piece in words.strip("()").partition("/"))
        return bool(stroke) and newsroom().agency(first) is not None and is_person(second)
    is_house = agency_of(found["whom"].strip()) or newsroom().is_paper(found["whom"]) or re.match(_LIBRARY, found["whom"])
    return is_person(found["who"]) and ("/" in found["sign"] or is_house is not None)


def picture_credit(part: Part) -> int | None:
    """Where in a caption the credit at its end begins, in code points, when it stands apart from what the caption says."""
    if credit_alone(part):
        return 0
    found = _PICTURE_CREDIT.search(part.words, max(0, len(part.words) - 140))
    if found is None:
        return None
    before = part.words[: found.start()].rstrip()
    return found.start() if not before or before[-1] in ".!?\"'”’)|" or "\n" in part.words[len(before) : found.start()] else None
