"""What each part of a page is: the head above the story, the story, and the furniture around and between it.

Two looks. The first takes each part by itself: what its own words say (a byline, a caption, an offer). The second
takes each by its place: where the story begins and ends, and what short lines without a full stop are beside.
A sentence that nothing speaks against is always the story's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.documents.pieces import Form
from factcheck.model import BlockRole
from factcheck.reading import bylines, captions, publication
from factcheck.reading.datelines import Dateline
from factcheck.reading.days import DATE
from factcheck.reading.foot import mark_comments, mark_writers, story_end
from factcheck.reading.furniture import Mark, furniture, sign_off
from factcheck.reading.head import Head, find_head
from factcheck.reading.metadata import Facts
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape
from factcheck.reading.tables import holds_sentence, rows_among


@dataclass
class Placed:
    """A part with what is known of it so far: its mark when its words are furniture's, and its role once decided."""

    part: Part
    mark: Mark | None = None
    role: BlockRole | None = None
    dateline: Dateline | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing has been decided."""
        return self.role is None


class Page:
    """The parts of a page with their roles, and the facts that they state."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.facts = Facts()
        if _is_in_capitals(parts):
            parts = [replace(part, in_capitals=True) for part in parts]
        self._placed = [_at_first_sight(part) for part in parts]
        _mark_lead_again(self._placed)
        _mark_rows(self._placed)
        self._mark_sign_offs()
        head = find_head(self._placed)
        mark_comments(self._placed, head.length)
        self._mark_publication_lines(head)
        self._end_story(head)
        self._settle_between(head.length)
        if not any(placed.role in (BlockRole.BODY, BlockRole.HEADLINE, BlockRole.TABLE) for placed in self._placed):
            for placed in self._placed:
                # A page of nothing but furniture is a text we do not understand; one of nothing but tables we do.
                placed.role = BlockRole.TABLE if placed.role is BlockRole.TABLE else BlockRole.BODY
        self._gather(head)
        mark_writers(self._placed, head.length, [*self.facts.bylines, *self.facts.bare_bylines])

    def blocks(self) -> Iterator[tuple[BlockRole, int, int]]:
        """Role, start and end of every block, in order. An inline dateline is a block before its paragraph, a picture's credit one after
        its caption.
        """
        for placed in self._placed:
            part = placed.part
            if placed.role is BlockRole.BODY and placed.dateline is not None and placed.dateline.length:
                yield BlockRole.DATELINE, part.start, part.start + len(part.words[: placed.dateline.length].rstrip())
                yield BlockRole.BODY, part.start + placed.dateline.length, part.end
            elif placed.role is BlockRole.CAPTION and (at := captions.picture_credit(part)) is not None:
                if words := part.words[:at].rstrip():
                    yield BlockRole.CAPTION, part.start, part.start + len(words)
                yield BlockRole.BYLINE, part.start + at, part.end
            else:
                yield placed.role or BlockRole.BODY, part.start, part.end

    def left_out(self) -> Iterator[tuple[BlockRole, int, int, str]]:
        """Role, start and end of every part that is not divided into claims, and why that is."""
        for placed in self._placed:
            if placed.role in _SHOWN:
                yield placed.role, placed.part.start, placed.part.end, _SHOWN[placed.role]
            elif placed.role is BlockRole.FURNITURE:
                mark = (
                    f"is furniture of the page: {placed.mark.why}" if placed.mark is not None else "stands among the furniture of the page"
                )
                yield placed.role, placed.part.start, placed.part.end, placed.part.why or mark

    def _mark_sign_offs(self) -> None:
        """Marks the lines below all that is told by which a desk signs what it sent."""
        above = (
            next((placed.part for placed in reversed(self._placed) if placed.part.is_sentence), self._placed[0].part)
            if self._placed
            else None
        )
        dated: Placed | None = None
        for placed in reversed(self._placed[1:]):
            if above is not None and placed.mark is None and placed.role is not BlockRole.FURNITURE:
                placed.mark = sign_off(placed.part, above) if placed.is_open else None
                if placed.mark is None and dated is None and _is_day(placed):
                    dated = placed
                    continue
                if placed.mark is None:
                    return
                placed.role = BlockRole.FURNITURE
                if dated is not None and dated.is_open:
                    dated.role, dated.dateline = BlockRole.DATELINE, Dateline(when=dated.part.words)

    def _mark_publication_lines(self, head: Head) -> None:
        """Marks the lines below the head that say when the page was published or changed."""
        for placed in self._placed[head.length :]:
            if placed.is_open and not placed.part.is_sentence:
                line = publication.publication_line(placed.part)
                if line is not None or publication.posted_by(placed.part):
                    placed.role, placed.mark, placed.dateline = BlockRole.FURNITURE, Mark("a line of publication", pauses=True), line

    def _end_story(self, head: Head) -> None:
        """Gives their roles to the parts below the story."""
        below = interrupted = False
        for placed in self._placed[story_end(self._placed, head.length) :]:
            if placed.mark is not None:
                interrupted = True
                below = below or not placed.mark.pauses
                placed.role = placed.role or BlockRole.FURNITURE
            elif placed.is_open and (below or (interrupted and not placed.part.is_sentence)):
                placed.role = BlockRole.FURNITURE

    def _settle_between(self, start: int) -> None:
        """Gives their roles to the parts between the paragraphs of the story, and to the paragraphs themselves."""
        at = start
        while at < len(self._placed):
            if not self._placed[at].is_open or not _is_line(self._placed[at].part):
                self._settle_one(self._placed[at])
                at += 1
                continue
            at = self._settle_run(at)

    def _settle_one(self, placed: Placed) -> None:
        if placed.is_open:
            placed.role = BlockRole.FURNITURE if placed.mark is not None else BlockRole.BODY

    def _settle_run(self, start: int) -> int:
        """Settles the open lines without a full stop from `start` on, which belong together; returns where they end."""
        end = start
        while end < len(self._placed) and self._placed[end].is_open and _is_line(self._placed[end].part):
            end += 1
        run = self._placed[start:end]
        before = self._placed[start - 1] if start else None
        after = self._placed[end] if end < len(self._placed) else None
        listed = self._is_listed(start)
        if not listed:
            _mark_credits(run)
            run = [placed for placed in run if placed.is_open]
        role = _role_of_run(run, before, after, listed=listed) if run else None
        for placed in run:
            placed.role = BlockRole.HEADLINE if placed.part.is_heading else role
        return end

    def _is_listed(self, start: int) -> bool:
        """Whether nothing but furniture stands between this line and the words that open a list of links."""
        for index in range(start - 1, max(-1, start - _LONGEST_LIST), -1):
            mark = self._placed[index].mark
            if mark is not None and mark.opens:
                return True
            if self._placed[index].role is not BlockRole.FURNITURE:
                return False
        return False

    def _gather(self, head: Head) -> None:
        """Collects what the datelines and bylines say; a day below the readers' comments is a comment's."""
        comments = False
        for index, placed in enumerate(self._placed):
            if placed.dateline is not None and placed.role in (BlockRole.DATELINE, BlockRole.BODY):
                self.facts.datelines.append(placed.dateline)
            if index < head.length or placed.part.form is Form.BYLINE:
                self._gather_head(placed)
            comments = comments or (placed.mark is not None and placed.mark.opens and "comment" in placed.part.words.casefold())
            if placed.role is BlockRole.FURNITURE and index >= head.length and not comments:
                line = (
                    publication.publication_line(placed.part)
                    or publication.transmission_line(placed.part)
                    or publication.end_line(placed.part, self._placed[index - 1].part if index else None)
                    or publication.first_published(placed.part)
                )
                if line is not None and not self._is_under_teaser(index):
                    self.facts.footer.append(line)

    def _is_under_teaser(self, index: int) -> bool:
        """Whether a line of publication stands under the title of another article, in a list of such."""
        above = self._placed[index - 1]
        return above.mark is None and above.part.count >= 3 and above.part.is_title_like and self._is_listed(index - 1)

    def _gather_head(self, placed: Placed) -> None:
        """Collects what a part of the head says of its writer, and of the day in a line of a release or mail that is furniture."""
        if placed.role is BlockRole.BYLINE:
            self._gather_byline(placed.part)
        elif placed.role is BlockRole.FURNITURE and placed.mark is not None:
            if (sender := bylines.byline(placed.part)) and placed.part.words.lstrip()[:5].casefold() == "from:":
                self.facts.bare_bylines.append(sender)
            line = (
                publication.release_line(placed.part) or publication.labelled_line(placed.part) or publication.first_published(placed.part)
            )
            if line is not None:
                self.facts.datelines.append(line)

    def _gather_byline(self, part: Part) -> None:
        if names := bylines.byline(part):
            if service := bylines.service_in(names):
                self.facts.employers.append(service)
            elif not (self.facts.bylines and bylines.is_staff(names)):
                self.facts.bylines = [*(one for one in self.facts.bylines if not bylines.is_staff(one)), names]
        elif names := bylines.bare_byline(part):
            self.facts.bare_bylines.append(names)
        if names and (agency := bylines.agency_in(part)):
            self.facts.employers.append(agency)
        if names and (line := publication.beside_byline(part)):
            self.facts.datelines.append(line)


_SHOWN = {BlockRole.TABLE: "is a row of a table", BlockRole.NOTE: "is a note of the writer's"}
"""What is shown and not divided into claims, and why."""

_A_PARAGRAPH = 8
"""A part with so many words tells whether a page is typed in capitals."""

_SAYS_SOMETHING = 5
"""Words of a line above a picture's credit that is its caption, and no crosshead."""

_LEAD = 12
"""Words from which on a paragraph that stands on a page twice is the lead that it prints twice."""

_LONGEST_DAY = 5
_LONGEST_LIST = 30
"""How many lines a list of links among the paragraphs has at most."""

_SPEAKER = Shape(
    "who speaks, in a transcript",
    r"(?:[A-Z][A-Z .'’-]{0,40}:|[QA][.:])\s",
    takes=("HOLM: No.", "Q. Why"),
    refuses=("Analysis: what next", "U.S. view"),
)

_ASKS = Shape(
    "a crosshead with a colon behind it: a question without its mark",
    r"(?:What(?:['’]s)?|Why|How|Who|When|Where|Here['’]s (?:what|why|how|who))(?: [\w'’-]{1,20}){1,7}:\Z",
    takes=("What comes next:", "Why it matters:"),
    refuses=("The mayor wrote:", "What comes next: fees"),
)

_QUOTES = "\"'“”‘’«»"


def _is_in_capitals(parts: Sequence[Part]) -> bool:
    """Whether a page is typed in capitals, as telex lines sent it and as scripts for broadcasts are."""
    words = [part.words for part in parts if part.form is not Form.FURNITURE and part.count >= _A_PARAGRAPH]
    return bool(words) and all(said.isupper() for said in words)


def _is_day(placed: Placed) -> bool:
    """Whether a line is nothing but a day with its year, as desks date what they sign."""
    return placed.is_open and placed.part.count <= _LONGEST_DAY and DATE.regex.fullmatch(placed.part.words.strip(" .")) is not None


def _at_first_sight(part: Part) -> Placed:
    """What a part is by its own words."""
    if part.form is Form.FURNITURE:
        return Placed(part, role=BlockRole.FURNITURE)
    if part.form is Form.PICTURE:
        return Placed(part, role=BlockRole.CAPTION)
    if part.form is Form.NOTE:
        return Placed(part, role=BlockRole.NOTE)
    if part.form is Form.ROW and not holds_sentence(part.words):
        return Placed(part, role=BlockRole.TABLE)
    if part.is_long or part.form is Form.VERBATIM:
        return Placed(part, role=BlockRole.BODY)
    if part.form is Form.TITLE:
        return Placed(part)
    role, mark = _by_words(part.words)
    return Placed(part, mark, role)


def _mark_lead_again(page: Sequence[Placed]) -> None:
    """Marks the story's first paragraph where it stands once more, word for word: as the summary above the story, or as a teaser below."""
    lead: str | None = None
    for placed in page:
        part = placed.part
        if not placed.is_open or placed.mark is not None or part.is_long or part.is_spoken or part.count < _LEAD or not part.is_prose:
            continue
        words = " ".join(part.words.split())
        if lead is None:
            lead = words
        elif words == lead:
            placed.role, placed.mark = BlockRole.FURNITURE, Mark("the first paragraph once more", pauses=True)


def _mark_rows(page: Sequence[Placed]) -> None:
    """Gives their role to rows of tables that are set as plain lines. What only pauses a page pauses a table; headings stay headings."""
    lines = [placed for placed in page if not (placed.mark is not None and placed.mark.pauses)]
    for n in rows_among([placed.part.words if _may_be_row(placed) else "" for placed in lines]):
        if lines[n].is_open:
            lines[n].role = BlockRole.HEADLINE if lines[n].part.is_heading else BlockRole.TABLE
        if n and lines[n - 1].is_open and lines[n - 1].part.form is Form.HEADING:
            lines[n - 1].role = BlockRole.HEADLINE


def _may_be_row(placed: Placed) -> bool:
    return (placed.is_open and not placed.part.is_long) or placed.role is BlockRole.TABLE


@lru_cache(maxsize=4096)
def _by_words(words: str) -> tuple[BlockRole | None, Mark | None]:
    """The role and the mark that words have wherever they stand. Kept, for pages repeat their lines."""
    part = Part(0, len(words), words)
    if publication.time_stamp(part):
        return BlockRole.DATELINE, None
    if publication.source_line(part):
        return None, None
    if mark := furniture(part):
        return BlockRole.FURNITURE, mark
    if publication.of_the_story(part):
        return BlockRole.FURNITURE, Mark("what the page says of its story's appearance and changes", pauses=True)
    if captions.caption(part) and ((line := publication.standing_dateline(part)) is None or line.place is None):
        return BlockRole.CAPTION, None
    return (BlockRole.BYLINE if bylines.credit(part) else None), None


def _mark_credits(run: Sequence[Placed]) -> None:
    """Marks the lines that are nothing but a picture's credit, and those right above them, which say what it shows."""
    for n, placed in enumerate(run):
        if captions.credit_alone(placed.part):
            placed.role = BlockRole.CAPTION
            above = run[n - 1] if n else None
            if (
                above is not None
                and above.is_open
                and above.part.count >= _SAYS_SOMETHING
                and not (above.part.is_heading or above.part.is_item)
            ):
                above.role = BlockRole.CAPTION


def _role_of_run(run: Sequence[Placed], before: Placed | None, after: Placed | None, *, listed: bool) -> BlockRole:
    """What lines without a full stop between two other parts are: links, a crosshead, or the story's own lines."""
    mark_before = before.mark if before is not None else None
    if listed:
        quoted = run[-1].part.words[0] in _QUOTES and run[-1].part.words[-1] in _QUOTES
        return BlockRole.HEADLINE if quoted and len(run) == 1 and after is not None and after.part.is_prose else BlockRole.FURNITURE
    if mark_before is not None and after is not None and after.mark is not None and all(placed.part.count < 15 for placed in run):
        return BlockRole.FURNITURE
    if len(run) == 1 and _is_crosshead(run[0].part, before, after):
        return BlockRole.HEADLINE
    return BlockRole.BODY


def _is_line(part: Part) -> bool:
    """Whether it is no sentence, or only begins as one and asks what the paragraphs below it say: "Here's what we know:"."""
    return not part.is_sentence or _ASKS.match(part.words) is not None


def _is_crosshead(part: Part, before: Placed | None, after: Placed | None) -> bool:
    """Whether a line heads what follows it: a few words with a capital, between two paragraphs."""
    if before is None or after is None or after.mark is not None or not after.part.is_sentence or after.part.is_item:
        return False
    if before.part.words.endswith(":") or part.words[0] in _QUOTES or _SPEAKER.match(part.words):
        return False
    if _ASKS.match(part.words):
        return not part.has_speech and after.part.words[0] not in _QUOTES
    return part.is_title_like and part.count <= 8 and any(map(str.isalpha, part.words))
