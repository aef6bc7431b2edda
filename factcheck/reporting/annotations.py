"""The claims as W3C Web Annotations, for tools that show them on the article."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from factcheck.model import Case, Claim, Review, visible
from factcheck.reporting.words import history

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points before and after a claim's words that help to find them again."""


def as_annotations(case: Case) -> str:
    """An annotation page (Web Annotation Data Model, W3C 2017) with an annotation for each decision and for each claim without one.

    The claim's words are selected by themselves with what stands around them, and by their place in code points.
    """
    items = list(_annotations(case))
    page = {"@context": CONTEXT, "id": _urn(case, "page"), "type": "AnnotationPage", "items": items}
    return json.dumps(page, indent=2, ensure_ascii=False) + "\n"


def _annotations(case: Case) -> Iterator[dict[str, Any]]:
    for claim in case.claims:
        target = {"source": _source(case), "selector": _selectors(case, claim)}
        claimed = {"type": "TextualBody", "value": visible(claim.in_context), "format": "text/plain", "purpose": "describing"}
        tagged = {"type": "TextualBody", "value": claim.kind.value, "purpose": "tagging"}
        if not claim.reviews:
            about = {"motivation": "identifying", "body": [claimed, tagged], "target": target}
            yield {"id": _urn(case, claim.id), "type": "Annotation", **about}
        for nth, review in enumerate(claim.reviews):
            yield {
                "id": _urn(case, f"{claim.id} {nth}"),
                "type": "Annotation",
                "motivation": "assessing"
                if review.verdict
                else "questioning"
                if review.question
                else "replying"
                if review.answer
                else "commenting",
                "created": review.at.isoformat(),
                "creator": {"type": "Person", "name": visible(review.by)},
                "body": [claimed, tagged, *_bodies(review)],
                "target": target,
            }


def _bodies(review: Review) -> Iterator[dict[str, Any]]:
    verdict = history(review) if review.verdict else None
    told = (
        ("assessing", verdict),
        ("commenting", review.note),
        ("questioning", review.question),
        ("replying", review.answer),
        ("editing", review.correction),
    )
    for purpose, words in told:
        if words:
            yield {"type": "TextualBody", "value": visible(words, lines=True), "format": "text/plain", "purpose": purpose}


def _selectors(case: Case, claim: Claim) -> list[dict[str, Any]]:
    text = case.article.text
    before, after = text[max(0, claim.start - AROUND) : claim.start], text[claim.end : claim.end + AROUND]
    exact = {"type": "TextQuoteSelector", "exact": claim.text, "prefix": before, "suffix": after}
    return [exact, {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}]


def _source(case: Case) -> str:
    """The article's address when it has one, else a name made from its words."""
    source = case.article.source or ""
    return source if source.startswith(("http://", "https://")) else f"urn:sha256:{quote(case.article.sha256)}"


def _urn(case: Case, what: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"factcheck {case.article.sha256} {what}").urn
