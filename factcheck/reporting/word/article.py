"""The article in a Word document: as it stands, with corrections as tracked changes and comments where anything is to be done."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, count, pairwise
from typing import NamedTuple

from factcheck.model import Article, Bearing, BlockRole, Case, Claim, Evidence, Span
from factcheck.model.base import joined
from factcheck.reporting.cited import cited
from factcheck.reporting.to_do import Need, Task
from factcheck.reporting.word.elements import bookmark, comment, comment_end, paragraph, run, signed, style

_STYLES = {BlockRole.HEADLINE: "Title", BlockRole.STANDFIRST: "Subtitle", BlockRole.CAPTION: "Caption"}
_TEXT = "Article"
_OURS = "Factcheck"
"""Who writes what no reader said."""
_COMMENTED = frozenset(need for need in Need if need.row.must) | {Need.QUESTION}
"""What is told beside the words: what nobody has decided yet would be beside nearly all of them."""


class Paragraph(NamedTuple):
    """A line of the article that is shown, from `start` to `end` in code points of its text: one block, or several on one line."""

    start: int
    end: int
    style: str


class Edit(NamedTuple):
    """A correction that an editor can accept: what stands from `start` to `end` becomes `words`."""

    start: int
    end: int
    words: str
    by: str
    at: datetime | None


class ArticleInWord:
    """The article's paragraphs and the comments on them, as Word has them.

    Accepting every change gives the corrected article, rejecting every one the article as it stands. Of corrections that are of the same
    words, one is a change, and the others are comments: an editor's comes first, then the last word of each reader, then the oldest.
    """

    def __init__(self, case: Case, tasks: Sequence[Task]) -> None:
        self._text = case.article.text
        self._paragraphs = _paragraphs(case.article)
        self._bearing = Bearing(case)
        self._numbers = count()
        self.comments: list[str] = []
        self.places: dict[int, str] = {}
        """The place in the document of each of the tasks that has one, by where it stands among them."""
        self._before: defaultdict[int, list[str]] = defaultdict(list)
        self._behind: defaultdict[int, list[str]] = defaultdict(list)
        changes = self._changes(tasks)
        self._edits = self._widened(sorted(set(changes.values())))
        self._starts = [edit.start for edit in self._edits]
        for nth, task in enumerate(tasks):
            self._place(nth, task, changes.get(nth))
        unchecked = [span for task in tasks if task.need is Need.UNDECIDED and (span := self._shown(task)) is not None]
        self._unchecked = joined((span.start, span.end) for span in unchecked)
        self._unchecked_starts = [start for start, _ in self._unchecked]
        bounds = chain(self._unchecked, ((edit.start, edit.end) for edit in self._edits))
        self._edges = sorted({*self._before, *self._behind, *chain.from_iterable(bounds)})

    def _changes(self, tasks: Sequence[Task]) -> dict[int, Edit]:
        """The corrections that can be accepted one by one, by where their tasks stand; those that say the same share one."""
        found: dict[int, Edit] = {}
        taken: list[Edit] = []
        for nth in _in_order(tasks):
            edit = self._edit(tasks[nth])
            if edit is None:
                continue
            at = bisect_left(taken, edit)
            near = taken[max(at - 1, 0) : at + 1]
            same = next((one for one in near if one[:3] == edit[:3]), None)
            if same is None and any(one.start < edit.end and edit.start < one.end for one in near):
                continue
            if same is None:
                taken.insert(at, edit)
            found[nth] = same or edit
        return found

    def _edit(self, task: Task) -> Edit | None:
        """The words that a correction takes out and puts in; None where some of those are not shown, as they are no part of the article."""
        if task.sentence is None or task.instead is None:
            return None
        start, end = task.sentence.start, task.sentence.end
        return Edit(start, end, task.instead, task.by or _OURS, task.at) if start < end and not self._hides(start, end) else None

    def _widened(self, edits: Sequence[Edit]) -> list[Edit]:
        """The changes in order, those that put nothing in with the space beside them, as far as no other change has it."""
        made: list[Edit] = []
        for nth, edit in enumerate(edits):
            if not edit.words:
                start, end = self._with_gap(edit.start, edit.end)
                first = made[-1].end if made else 0
                last = edits[nth + 1].start if nth + 1 < len(edits) else len(self._text)
                edit = edit._replace(start=max(start, first), end=min(end, last))
            made.append(edit)
        return made

    def _hides(self, start: int, end: int) -> bool:
        """Whether words between two places are not shown."""
        near = self._near(start, end)
        edges = [start, *(at for one in near for at in (max(one.start, start), min(one.end, end))), end]
        return any(self._text[edges[at] : edges[at + 1]].strip() for at in range(0, len(edges), 2))

    def _with_gap(self, start: int, end: int) -> tuple[int, int]:
        """Words that are left out, with the space on one side of them, so that not two remain; whole lines with the break behind them."""
        near = self._near(start, end)
        if not near:
            return start, end
        opens = start == near[0].start or self._text[start - 1].isspace()
        behind = _gap(self._text[end : near[-1].end])
        if start == near[0].start and end == near[-1].end:
            following = self._near(end, len(self._text))
            whole = bool(following) and not self._hides(end, following[0].start)
            return start, following[0].start if whole else end
        if opens and not behind:
            start -= _gap(self._text[near[0].start : start][::-1])
        return start, end + (behind if opens else 0)

    def _near(self, start: int, end: int) -> Sequence[Paragraph]:
        """The paragraphs that have some of the text from `start` to `end`."""
        first = bisect_right(self._paragraphs, start, key=lambda one: one.end)
        return self._paragraphs[first : bisect_left(self._paragraphs, end, key=lambda one: one.start)]

    def _shown(self, task: Task) -> Span | None:
        """Where the words of a task are shown; None where none of them is."""
        near = self._near(task.sentence.start, task.sentence.end) if task.sentence is not None else ()
        if task.sentence is None or not near:
            return None
        return Span(start=max(task.sentence.start, near[0].start), end=min(task.sentence.end, near[-1].end))

    def _place(self, nth: int, task: Task, edit: Edit | None) -> None:
        span = self._shown(task)
        if span is None or task.need not in _COMMENTED:
            return
        self.places[nth] = f"todo{nth + 1}"
        self._before[span.start].append(bookmark(next(self._numbers), self.places[nth]))
        lines = list(self._told(task, edit))
        if lines:
            number = next(self._numbers)
            self.comments.append(comment(number, task.by or _OURS, task.at, lines))
            self._before[span.start].append(f'<w:commentRangeStart w:id="{number}"/>')
            self._behind[span.end].append(comment_end(number))

    def _told(self, task: Task, edit: Edit | None) -> Iterator[str]:
        """What a comment says; nothing where a change says it all."""
        if edit is not None and edit.by != task.by:
            yield f"The same correction as {edit.by}’s."
        elif task.need is Need.CHANGE and edit is None:
            why = (
                "The same words are corrected in another way, too." if task.instead is not None else "Which words it replaces is not sure."
            )
            yield f"{task.what}. {why}"
        elif task.need is Need.QUESTION:
            yield f"Question to {task.waits_for}: {task.what}"
        elif edit is None:
            yield task.what
        if task.why:
            yield f"Why: {task.why}"
        for item in task.sources:
            yield f"Source, {cited(item, self._bearing)}"
            yield from self._stands(task.claim, item)

    def _stands(self, claim: Claim | None, item: Evidence) -> Iterator[str]:
        """How what is looked for in the source of a piece of evidence stands there."""
        if claim is not None:
            yield from ("; ".join((borne.description, *borne.remarks)) for borne in self._bearing.of(claim, item))

    def paragraphs(self) -> Iterator[str]:
        """The article, line by line."""
        for at, one in enumerate(self._paragraphs):
            following = self._paragraphs[at + 1].start if at + 1 < len(self._paragraphs) else None
            over = self._edit_at(one.end - 1)
            joins = over is not None and following is not None and following <= over.end
            mark = f"<w:rPr><w:del {self._signed(over)}/></w:rPr>" if over is not None and joins else ""
            yield paragraph("".join(self._inside(one)), one.style, mark)

    def _inside(self, one: Paragraph) -> Iterator[str]:
        inner = self._edges[bisect_right(self._edges, one.start) : bisect_left(self._edges, one.end)]
        for start, end in pairwise((one.start, *inner, one.end)):
            yield from self._before.get(start, ())
            edit = self._edit_at(start)
            shown = run(self._text[start:end], style("Unchecked") if self._is_unchecked(start) else "", deleted=edit is not None)
            yield f"<w:del {self._signed(edit)}>{shown}</w:del>" if edit is not None else shown
            if edit is not None and edit.words and edit.end == end:
                yield f"<w:ins {self._signed(edit)}>{run(edit.words)}</w:ins>"
            yield from self._behind.get(end, ())

    def _signed(self, edit: Edit) -> str:
        return signed(next(self._numbers), edit.by, edit.at)

    def _edit_at(self, at: int) -> Edit | None:
        """The change that takes out the code point at `at`."""
        nth = bisect_right(self._starts, at) - 1
        return self._edits[nth] if nth >= 0 and at < self._edits[nth].end else None

    def _is_unchecked(self, at: int) -> bool:
        nth = bisect_right(self._unchecked_starts, at) - 1
        return nth >= 0 and at < self._unchecked[nth][1]


def _in_order(tasks: Sequence[Task]) -> list[int]:
    """Where the corrections that can be accepted stand among the tasks, those first that others on the same words give way to."""
    last: dict[tuple[str, str | None], datetime] = {}
    found = []
    for nth, task in enumerate(tasks):
        if task.need is Need.CHANGE and task.instead is not None and task.claim is not None and task.at is not None:
            settles = any(one.role.row.settles and (one.by, one.at) == (task.by, task.at) for one in task.claim.wanted)
            reader = (task.claim.id, task.by)
            last[reader] = max(task.at, last.get(reader, task.at))
            found.append((not settles, reader, task.at, nth))
    return [nth for *_, nth in sorted((other, at < last[reader], at, nth) for other, reader, at, nth in found)]


def _paragraphs(article: Article) -> list[Paragraph]:
    """The lines of the article that are no furniture."""
    found: list[Paragraph] = []
    for block in article.blocks:
        named = _STYLES.get(block.role, _TEXT)
        if block.role is BlockRole.FURNITURE:
            continue
        if found and not article.text[found[-1].end : block.start].strip(" \t"):
            found[-1] = Paragraph(found[-1].start, block.end, named if found[-1].style == _TEXT else found[-1].style)
        else:
            found.append(Paragraph(block.start, block.end, named))
    return found


def _gap(text: str) -> int:
    """With how much white space a text begins."""
    return len(text) - len(text.lstrip())
