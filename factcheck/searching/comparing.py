"""How alike two claims are: their words by rapidfuzz, then their names, figures and negations."""

from __future__ import annotations

import json
import re
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from factcheck.language.negation import NEGATION
from factcheck.model import Aspect, Case, Claim, Figure, bare_gist, one_line
from factcheck.searching.prior import PriorClaim
from factcheck.searching.store import Entry, Row

SAME = 90.0
"""How alike (of 100) two claims with the same figures, names and negations are, to be called the same."""
LEAST = 45.0
"""How alike they are at least, to be told at all."""

_NUMBER = re.compile(r"\d[\d,.]*")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")


def entry(case: Case, claim: Claim) -> Entry:
    """A claim as it is kept in an index. Evidence from confidential sources is left out: an index knows nothing of them."""
    published = case.article.published_day
    confidential = {source.key for source in case.sources if source.confidential}
    known = {
        "id": claim.id,
        "kind": claim.kind,
        "gist": claim.gist,
        "speaker": claim.speaker.known_as if claim.speaker else None,
        "published": published.isoformat() if published else None,
        "headline": case.article.headline,
        "standing": claim.standing(),
        "so": claim.standing(Aspect.SO) if claim.attributed else None,
        "decided_by": sorted({review.by for review in claim.reviews if review.verdict is not None}),
        "evidence": [item.model_dump(mode="json", exclude_none=True) for item in claim.evidence if item.key not in confidential],
    }
    words = " ".join((claim.in_context, claim.text, claim.speaker.known_as if claim.speaker else ""))
    return Entry(json.dumps(known), json.dumps(sorted(figures_of(case, claim))), words)


def figures_of(case: Case, claim: Claim) -> frozenset[str]:
    """The figures and dates in a claim, as they are compared; of a claim without such parts, those in its words."""
    parts = [part for part in (claim, *case.parts_of(claim)) if part.value is not None]
    return frozenset(map(_key, parts)) if parts else figures_in(claim.in_context)


def _key(part: Claim) -> str:
    return _figure(part.figure) if part.figure is not None else part.date.value if part.date is not None else ""


def _figure(figure: Figure) -> str:
    high = f"-{figure.high.normalize():f}" if figure.high is not None else ""
    return f"{figure.value.normalize():f}{high} {figure.unit or ''}"


def figures_in(words: str) -> frozenset[str]:
    """The figures and dates in words, as they are compared."""
    from factcheck.values import find_dates, find_figures

    dates = find_dates(words)
    return frozenset((*map(_figure, find_figures(words, dates)), *(value.value for value in dates)))


class Asked:
    """The claim that is asked for, to compare others with; `figures` are what it has of them, where that is known already."""

    def __init__(self, words: str, figures: frozenset[str] | None = None) -> None:
        self._words = _plain(words)
        self._figures = figures_in(words) if figures is None else figures
        self._numbers = frozenset(_NUMBER.findall(self._words))
        self._names = frozenset(name.casefold() for name in _NAME.findall(self._words))
        self._denies = bool(NEGATION.search(self._words))

    def known(self, row: Row) -> PriorClaim | None:
        """A claim that was found by words, and how alike it is; None for one that is not, and for what no index of ours holds."""
        try:
            return self._compared(row, json.loads(row.record), frozenset(json.loads(row.keys)))
        except (ValueError, TypeError, LookupError, AttributeError):
            return None

    def _compared(self, row: Row, about: dict[str, Any], figures: frozenset[str]) -> PriorClaim | None:
        gist = _plain(bare_gist(about["gist"]))
        pair = (default_process(self._words), default_process(gist))
        alike = max(fuzz.token_set_ratio(*pair) * 0.9, fuzz.token_sort_ratio(*pair))
        names = frozenset(name.casefold() for name in _NAME.findall(gist))
        alike += 6 * _shared(self._names, names) + 6 * _shared(self._figures, figures) - 6
        denies = bool(NEGATION.search(gist))
        same_figures = self._figures == figures or (not self._figures and self._numbers == frozenset(_NUMBER.findall(gist)))
        same = alike >= SAME and same_figures and denies == self._denies and not (self._names ^ names)
        if alike < LEAST:
            return None
        return PriorClaim(case=row.case, alike=round(min(alike, 100.0), 1), same=same, **about)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    """How much of what either has both have; in the middle where neither has any."""
    return len(one & two) / len(one | two) if one or two else 0.5


def _plain(words: str) -> str:
    """A gist with what was added to it in brackets as its words."""
    return one_line(words.replace("[", "").replace("]", ""), 2_000)
