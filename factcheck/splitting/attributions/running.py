"""Quotations that run on: sentences that are all quotation after what somebody said, in their words or not, have the same speaker.

So does a paragraph that is one quotation and nothing else, behind one that ends with what somebody said.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from itertools import takewhile

from factcheck.language import cues
from factcheck.language.roles import role_of
from factcheck.model import Span
from factcheck.splitting.attributions.speakers import Speakers, may_speak
from factcheck.splitting.attributions.view import Finding, View, merged
from factcheck.splitting.syntax import is_finite

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
        mine = here.get(view.number)
        if mine is not None:
            current = _left_open(view, findings, mine)
        elif current is not None and span.end <= covered:
            continue
        elif current is not None:
            current = _gone_on(text, views, view, here, findings, current)
        if current is None and (goes_on := _quoted_next(text, views, view, here, [findings[n] for n in mine or ()])) is not None:
            current = len(findings)
            here[goes_on.sentence] = [current]
            findings.append(goes_on)
        if current is not None:
            covered = max(c.end for c in findings[current].content)
    return findings


def _gone_on(text: str, views: list[View], view: View, here: Container[int], findings: list[Finding], current: int) -> int | None:
    """The finding that a sentence without one of its own goes on with, the sentence added to it; None where it does not."""
    more = all_quoted(view) if not _says_whose_it_is(views, view, here) else None
    if more is None or not _adjoins(text, views, view, here):
        return None
    if _same_block(views, view.number) or any(q.resumes for q in view.quotations):
        findings[current] = replace(findings[current], content=merged(text, (*findings[current].content, more)))
        return current
    findings.append(Finding("run-on", findings[current].speaker, None, (more,), view.number))  # a paragraph of its own
    return len(findings) - 1


def _left_open(view: View, findings: list[Finding], mine: list[int]) -> int | None:
    """The finding whose quotation may go on in the next sentence: the last one that quotes."""
    for number in sorted(mine, key=lambda n: -max(c.end for c in (*findings[n].content, findings[n].cue or findings[n].content[0]))):
        finding = findings[number]
        quoted = any(q.outer.overlaps(c) for q in view.quotations for c in finding.content)
        if quoted and finding.frame in _MAY_GO_ON and not _another_takes_over(view):
            return number
    return None


def _another_takes_over(view: View) -> bool:
    """Whether somebody else acts behind what is quoted: `He said it was “over” but the reporter would not let go.`"""
    last = max((q.outer.end for q in view.quotations), default=view.sentence.span.end)
    behind = [t for t in view.sentence.tokens(last, view.sentence.span.end) if t.relation == "subject" and t.part == "noun"]
    return any(role_of(t.lemma) and t.left_edge.i and t.left_edge.nbor(-1).lower in {"but", "and", "while"} for t in behind)


def _quoted_next(text: str, views: list[View], view: View, here: dict[int, list[int]], mine: list[Finding]) -> Finding | None:
    """The next sentence, when it is all quotation: it proves what one speaker was just said to have said."""
    after = view.number + 1
    if (
        after >= len(views)
        or after in here
        or _another_takes_over(view)
        or not (_same_block(views, after) or _is_a_quotation(text, views, after, here))
    ):
        return None
    speaker = _only_speaker(mine) if mine else _who_feels(view)
    said = all_quoted(views[after]) if speaker is not None else None
    return Finding("run-on", speaker, None, (said,), after) if said is not None else None


def _only_speaker(findings: list[Finding]) -> Span | None:
    """Who says all that is said in a sentence, where that is told as words are that the words themselves may follow."""
    speaker = findings[-1].speaker
    same = all(finding.speaker == speaker for finding in findings)
    told = any(finding.frame not in _NO_REPORTS for finding in findings)
    return speaker if same and told else None


def _who_feels(view: View) -> Span | None:
    """Whose feelings a sentence tells of: `Manager Ida Finch was delighted with the win.`"""
    verb = view.sentence.tree.root
    subject = next((c for c in verb.children if c.relation == "subject" and c.i < verb.i), None)
    if subject is None or view.quotations or not is_finite(verb) or not may_speak(subject):
        return None
    feels = any(c.relation == "adjectival predicative" and c.lower in cues.FEELING for c in verb.children)
    return Speakers(view).phrase(subject) if feels else None


_NO_REPORTS = frozenset(("as", "doing", "noun", "passive-naming", "passive-to", "passive-told", "reckoned", "to-want"))
"""Frames in which nobody speaks so that the words themselves may follow."""


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
