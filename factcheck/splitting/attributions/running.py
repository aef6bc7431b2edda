"""Quotations that run on: sentences that are all quotation after what somebody said, in their words or not, have the same speaker."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Span
from factcheck.splitting.attributions.view import Finding, View, merged

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
            if current is None and (goes_on := _quoted_next(views, view, here, [findings[n] for n in mine])) is not None:
                current = len(findings)
                here[goes_on.sentence] = [current]
                findings.append(goes_on)
                continue
        elif current is not None and span.end <= covered:
            continue
        elif current is not None and (more := all_quoted(view)) is not None and _adjoins(views, view):
            findings[current] = replace(findings[current], content=merged(text, (*findings[current].content, more)))
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


def _quoted_next(views: list[View], view: View, here: dict[int, list[int]], mine: list[Finding]) -> Finding | None:
    """The next sentence of the paragraph, when it is all quotation: it proves what one speaker was just said to have said."""
    after = view.number + 1
    if after >= len(views) or after in here or views[after].sentence.block != view.sentence.block:
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
    if not view.tokens or view.inside[0] is None:
        return None
    inside = sum(1 for t, q in zip(view.tokens, view.inside, strict=True) if q is not None and t.is_alpha)
    outside = sum(1 for t, q in zip(view.tokens, view.inside, strict=True) if q is None and t.is_alpha)
    if outside and (inside < 3 or outside > 8 or outside > inside):
        return None
    start, end = view.sentence.span.start, view.sentence.span.end
    for quotation in view.quotations:
        start, end = min(start, quotation.outer.start), max(end, quotation.outer.end)
    return Span(start=start, end=end)


def _adjoins(views: list[View], view: View) -> bool:
    """Whether the sentence stands in the paragraph of the one before it, or opens the quotation anew that one left open."""
    before = views[view.number - 1]
    return before.sentence.block == view.sentence.block or any(q.resumes for q in view.quotations)
