"""Whose words a paragraph gives that another sentence announces or signs: `He said:` above a quotation, `— Julie Martinez` below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.model import Span
from factcheck.splitting.attributions.inquits import announcing
from factcheck.splitting.attributions.running import all_quoted
from factcheck.splitting.attributions.speakers import Speakers
from factcheck.splitting.attributions.view import Finding, View, merged

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_NAME = r"[A-Z][^\s,(\[]{0,40}"
_LONGEST_CUE = 8
"""Words of a sentence that does nothing but say who said what stands before it."""
SIGNATURE = re.compile(rf"(?:—|–|―|--?)\s{{0,2}}(?P<who>{_NAME}(?:\s(?:{_NAME}|de|la|van|von|bin|al|of)){{0,5}})(?=[\s.]*(?:$|[,(\[]))")
"""A name behind a dash and nothing more before a comma: takes `— Julie Martinez` and `― Ann Lee, 42, welder`, not `— and so it went on`."""


def across(text: str, views: list[View]) -> Iterator[Finding]:
    """The findings whose speaker stands in one sentence and whose words in others beside it."""
    for number, view in enumerate(views):
        if SIGNATURE.match(text, view.sentence.span.start, view.sentence.span.end):
            yield from _signed(text, views, number)
        elif number and (shouted := _shouted(text, views[number - 1], view)) is not None:
            yield shouted
        elif number + 1 < len(views) and text[view.sentence.span.start : view.sentence.span.end].rstrip().endswith(":"):
            yield from _announced(text, view, views[number + 1])


def _signed(text: str, views: list[View], number: int) -> Iterator[Finding]:
    """The quotation that ends right before a signature: its sentences back to where it opens."""
    view = views[number]
    found = SIGNATURE.match(text, view.sentence.span.start, view.sentence.span.end)
    if found is None or not number or views[number - 1].sentence.block < view.sentence.block - 1:
        return
    said: list[Span] = []
    for before in (views[n] for n in range(number - 1, -1, -1)):
        more = all_quoted(before) if before.sentence.block == views[number - 1].sentence.block else None
        if more is None:
            break
        said.append(more)
        if any(q.outer.start >= before.sentence.span.start for q in before.quotations):
            break
    if said:
        speaker = Span(start=found.start("who"), end=found.end("who"))
        yield Finding("signed", speaker, None, merged(text, said), view.number)


def _shouted(text: str, said: View, view: View) -> Finding | None:
    """A quotation that ends with a mark of its own, and its cue after it: `“Out!” | Lee's niece, Mara Lee, shouted to the crowd.`"""
    quotation = said.quotations[-1] if said.quotations else None
    if quotation is None or said.sentence.block != view.sentence.block or view.quotations or not quotation.closed:
        return None
    whole = all_quoted(said)
    marked = text[quotation.inner.end - 1] in "!?" or (text[quotation.inner.end - 1] == "." and _only_says(view))
    if whole is None or not marked or text[quotation.outer.end : view.sentence.span.start].strip():
        return None
    verb = view.sentence.tree.root
    spoken = verb.lemma.lower() in cues.INQUIT and verb.form in ("past", "third person") and not _takes_more(verb)
    speaker = Speakers(view).of(verb) if spoken else None
    return Finding("inquit", speaker, view.span(verb.i, verb.i), (whole,), view.number) if speaker is not None else None


def _only_says(view: View) -> bool:
    """Whether a sentence is nothing but somebody who says something, as one behind a comma is: `“It rained.” Lee said.`"""
    verb = view.sentence.tree.root
    subject = next((c for c in verb.children if c.relation == "subject"), None)
    rest = {t.i for t in subject.subtree} | {verb.i} if subject is not None else set()
    return bool(rest) and all(t.i in rest or t.is_punct or t.is_space for t in view.tokens) and len(rest) <= _LONGEST_CUE


def _takes_more(verb: Token) -> bool:
    """Whether the verb has something else that is said."""
    return any(c.relation in ("object", "clausal complement", "open complement", "predicative") for c in verb.children)


def _announced(text: str, view: View, following: View) -> Iterator[Finding]:
    """A quotation in the next paragraph, whose first sentence it gives; those after it run on."""
    said = all_quoted(following)
    if (
        said is None
        or following.sentence.block == view.sentence.block
        or any(q.outer.end >= view.sentence.span.end - 2 for q in view.quotations)
    ):
        return
    cue, speaker = announcing(view, Speakers(view))
    if speaker is not None:
        yield Finding("inquit", speaker, view.span(cue.i, cue.i) if cue is not None else None, merged(text, (said,)), following.number)
