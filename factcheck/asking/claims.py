"""What a language model said are claims, as claims: only where its words stand in the article, at offsets that are found here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.asking.endpoint import Answer, Said
from factcheck.model import Article, Claim, ClaimKind, DateValue, Figure, Mode, Span, Speaker, claim_ids, free_id, one_line
from factcheck.settings import LanguageModel
from factcheck.values import find_dates, find_figures, glossed

SHORTEST = 8
"""Code points of words that can be a claim."""
COVERED = 0.5
"""The share of one of our claims that a model's claims cover, from which on ours is left out."""

_KINDS = {"quote": ClaimKind.QUOTE, "statement": ClaimKind.STATEMENT, "assertion": ClaimKind.ASSERTION}
_QUOTED = re.compile('["“”«»]')
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’.-]+ ){1,4}[A-Z][\w'’.-]+")


def claims_from(article: Article, answers: Iterable[Answer], model: LanguageModel) -> tuple[list[Claim], int]:
    """The claims that the model found, and how many of its claims were left out, since their words do not stand in the article.

    Wordings, dates and figures are ours; a speaker is named only where the words themselves are a full name. Each claim says which
    model found it.
    """
    drafts: list[tuple[Said, Span]] = []
    lost = 0
    for answer in answers:
        for said in answer.said:
            place = _place(article.text, said.text, answer.stretch, [span for _, span in drafts])
            if place is None or said.kind not in _KINDS:
                lost += 1
            else:
                drafts.append((said, place))
    drafts.sort(key=lambda draft: (draft[1].start, -draft[1].end))
    whole = [(said, span, article.words(span)) for said, span in drafts]
    ids = claim_ids([(_KINDS[said.kind].value, words, "") for said, _, words in whole])
    made = [_claim(article, said, span, name, model.name) for (said, span, _), name in zip(whole, ids, strict=True)]
    return made, lost


def _place(text: str, words: str, stretch: Span, taken: Sequence[Span]) -> Span | None:
    """Where words stand in a stretch of the article, whatever white space is between them; a place that another claim has is not taken."""
    pieces = words.split()
    if len(words.strip()) < SHORTEST or len(words) > stretch.end - stretch.start + 200:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)))
    for found in pattern.finditer(text, stretch.start, stretch.end):
        span = Span(start=found.start(), end=found.end())
        if span not in taken and not _cut(text, span):
            return span
    return None


def _cut(text: str, span: Span) -> bool:
    """Whether the words begin or end inside a word."""
    return (span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()) or (
        span.end < len(text) and text[span.end - 1].isalnum() and text[span.end].isalnum()
    )


def _claim(article: Article, said: Said, span: Span, name: str, model: str) -> Claim:
    words = article.words(span)
    kind = _KINDS[said.kind]
    attributed = kind is not ClaimKind.ASSERTION
    speaker = _speaker(article, said.speaker, span) if attributed and said.speaker else None
    mode = (Mode.DIRECT if _QUOTED.search(words) else Mode.INDIRECT) if attributed else None
    return Claim(
        id=name,
        kind=kind,
        start=span.start,
        end=span.end,
        text=words,
        gist=one_line(words),
        speaker=speaker,
        mode=mode,
        content=(span,) if attributed else (),
        made_by=f"{one_line(model, 60)} (language model)",
    )


def _speaker(article: Article, words: str, span: Span) -> Speaker | None:
    """Who said it, where the words stand in the claim's own paragraph; the full name only where the words are one."""
    block = next((block for block in article.blocks if block.contains(span)), None)
    if block is None or not words.strip():
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    near = sorted(pattern.finditer(article.text, block.start, block.end), key=lambda found: abs(found.start() - span.start))
    place = next((Span(start=f.start(), end=f.end()) for f in near if not _cut(article.text, Span(start=f.start(), end=f.end()))), None)
    if place is None:
        return None
    text = article.words(place)
    return Speaker(start=place.start, end=place.end, text=text, name=text if _FULL_NAME.fullmatch(text) else None)


def with_ours(article: Article, found: Sequence[Claim], ours: Sequence[Claim]) -> list[Claim]:
    """The model's claims, and ours where it left something out, with the dates and figures in each."""
    spans = [claim.span for claim in found]
    kept = [claim for claim in ours if claim.part_of is None and _covered(claim.span, spans) < COVERED]
    ids = {claim.id for claim in kept}
    named = [claim.model_copy(update={"id": _other(claim, ids)}) if claim.id in ids else claim for claim in found]
    parts = [claim for claim in ours if claim.part_of in ids]
    whole = sorted((*named, *kept), key=lambda claim: (claim.start, -claim.end))
    made = [*whole, *parts, *_parts(article, named, parts, {claim.id for claim in (*whole, *parts)})]
    return sorted(made, key=lambda claim: (claim.start, -claim.end))


def _covered(span: Span, others: Iterable[Span]) -> float:
    both = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)
    return both / max(1, span.end - span.start)


def _other(claim: Claim, taken: Iterable[str]) -> str:
    return free_id(("asked", claim.kind.value, claim.text), set(taken))


def _parts(article: Article, claims: Sequence[Claim], there: Sequence[Claim], taken: set[str]) -> list[Claim]:
    """The dates and figures in the model's claims, each in the smallest of them, as claims of their own."""
    dates = find_dates(article.text, article.published)
    values: list[DateValue | Figure] = [*dates, *find_figures(article.text, dates)]
    made: list[Claim] = []
    for value in values:
        around = min((c for c in claims if c.span.contains(value)), key=lambda c: c.end - c.start, default=None)
        if around is None or any((part.start, part.end) == (value.start, value.end) for part in there):
            continue
        kind, field = (ClaimKind.DATE, "date") if isinstance(value, DateValue) else (ClaimKind.FIGURE, "figure")
        name = free_id((kind.value, value.text, around.text), taken)
        taken.add(name)
        place = {"start": value.start, "end": value.end, "text": value.text}
        made.append(Claim.model_validate({"id": name, "kind": kind, "gist": glossed(value), "part_of": around.id, field: value, **place}))
    return made
