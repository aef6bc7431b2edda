"""Quotations that run on: sentences that are all quotation after what somebody said, in their words or not, have the same speaker.

So does a paragraph that is one quotation and nothing else, behind one that ends with what somebody said.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from itertools import takewhile

from factcheck.model import Span
from factcheck.splitting.attributions.view import Finding, View, merged

_FEWEST_WORDS = 3
_ENDING = frozenset((".", "?", "!", "…", "...", ",", "—"))
_MAY_GO_ON = frozenset(("inquit", "aside", "clause", "titled", "naming", "according", "run-on"))


def run_on(text: str, views: list[View], findings: list[Finding]) -> list[Finding]:
    """The findings with what goes on in the sentences after them added to what was said."""
    here: dict[int, list[int]] = {}
    for number, finding in enumerate(findings):
        here.setdefault(finding.sentence, []).append(number)
    findings = list(findings)
    current: int | None = None
    covered = 0
    for view in views:
        span = view.sentence.span
        if (mine := here.get(view.number)) is not None:
            current = _left_open(view, findings, mine)
            if current is None and (goes_on := _quoted_next(text, views, view, here, [findings[n] for n in mine])) is not None:
                current = len(findings)
                here[goes_on.sentence] = [current]
                findings.append(goes_on)
                continue
        elif current is not None and span.end <= covered:
            continue
        elif current is not None and _says_whose_it_is(views, view, here):
            current = None
        elif current is not None and (more := all_quoted(view)) is not None and _adjoins(text, views, view, here):
            if _same_block(views, view.number) or any(q.resumes for q in view.quotations):
                findings[current] = replace(findings[current], content=merged(text, (*findings[current].content, more)))
            else:  # a paragraph of its own
                findings.append(Finding("run-on", findings[current].speaker, None, (more,), view.number))
                current = len(findings) - 1
        else:
            current = None
        if current is not None:
            covered = max(c.end for c in findings[current].content)
    return findings


def _left_open(view: View, findings: list[Finding], mine: list[int]) -> int | None:
    """The finding whose quotation may go on in the next sentence: the last one that quotes."""
    for number in sorted(mine, key=lambda n: -max(c.end for c in (*findings[n].content, findings[n].cue or findings[n].content[0]))):
        finding = findings[number]
        quoted = any(q.outer.overlaps(c) for q in view.quotations for c in finding.content)
        if quoted and finding.frame in _MAY_GO_ON:
            return number
    return None


def _quoted_next(text: str, views: list[View], view: View, here: dict[int, list[int]], mine: list[Finding]) -> Finding | None:
    """The next sentence, when it is all quotation: it proves what one speaker was just said to have said."""
    after = view.number + 1
    if after >= len(views) or after in here or not (_same_block(views, after) or _is_a_quotation(text, views, after, here)):
        return None
    speakers = {finding.speaker for finding in mine}
    speaker = mine[-1].speaker
    said = all_quoted(views[after])
    if said is None or len(speakers) != 1 or speaker is None or not any(finding.frame in _REPORTS for finding in mine):
        return None
    return Finding("run-on", speaker, None, (said,), after)


_REPORTS = frozenset(("clause", "aside"))
"""Frames of indirect speech, of which the words themselves may follow."""


def all_quoted(view: View) -> Span | None:
    """The words of a sentence that starts with a quotation and is little else."""
    if not view.tokens or view.inside[0] is None or _is_a_heading(view):
        return None
    inside = sum(1 for t, q in zip(view.tokens, view.inside, strict=True) if q is not None and t.is_alpha)
    outside = sum(1 for t, q in zip(view.tokens, view.inside, strict=True) if q is None and t.is_alpha)
    if outside and (inside < 3 or outside > 8 or outside > inside):
        return None
    start, end = view.sentence.span.start, view.sentence.span.end
    for quotation in view.quotations:
        start, end = min(start, quotation.outer.start), max(end, quotation.outer.end)
    return Span(start=start, end=end)


def _is_a_heading(view: View) -> bool:
    """Whether it is a word or two in marks without a stop, as a heading between paragraphs is: 'Disrespectful'."""
    words = [t for t in view.tokens if t.is_alpha]
    ended = any(t.text in _ENDING for t in view.tokens)
    return len(words) < _FEWEST_WORDS and not ended


def _adjoins(text: str, views: list[View], view: View, here: Container[int]) -> bool:
    """Whether the sentence goes on with the one before it: in its paragraph, in a quotation that was left open, or as all of the next."""
    resumes = any(q.resumes for q in view.quotations)
    return _same_block(views, view.number) or resumes or _is_a_quotation(text, views, view.number, here)


def _says_whose_it_is(views: list[View], view: View, here: Container[int]) -> bool:
    """Whether a quotation that opens here ends in a later sentence that says whose it is: "“We lost. They won,” she said"."""
    end = max((q.outer.end for q in view.quotations if q.outer.start >= view.sentence.span.start), default=0)
    later = takewhile(lambda v: v.sentence.span.start < end, views[view.number + 1 :])
    return any(v.number in here and v.sentence.span.end > end for v in later)


def _ends_with_a_speaker(views: list[View], number: int, here: Container[int]) -> bool:
    """Whether a quotation that goes on over paragraphs has a sentence in it that says whose it is."""
    block = views[number].sentence.block
    for view in views[number:]:
        opens = bool(view.quotations) and view.quotations[0].resumes
        if view.sentence.block != block and not opens:
            return False
        if view.number in here:
            return True
        block = view.sentence.block
    return False


def _same_block(views: list[View], number: int) -> bool:
    return views[number - 1].sentence.block == views[number].sentence.block


def _is_a_quotation(text: str, views: list[View], number: int, here: Container[int]) -> bool:
    """Whether the paragraph that the sentence opens is one quotation and nothing else, and no answer to what was asked before it.

    Where it is left open the next ones go on, and none of them may say who speaks: `here` are the sentences that do.
    """
    view, before = views[number], views[number - 1]
    opening = view.quotations[0] if view.quotations else None
    if (
        opening is None
        or (not opening.closed and _ends_with_a_speaker(views, number, here))
        or opening.outer.start > view.sentence.span.start
        or before.sentence.block + 1 != view.sentence.block
    ):
        return False
    if "?" in text[before.sentence.span.start : before.sentence.span.end]:
        return False
    last = number
    while last + 1 < len(views) and _same_block(views, last + 1):
        last += 1
    return not text[opening.outer.end : views[last].sentence.span.end].strip()
