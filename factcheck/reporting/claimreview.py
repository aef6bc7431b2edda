"""ClaimReview as schema.org and Google's guidelines for fact checks have it, for a published check of what somebody else published.

MediaReview is left out: it rates how a picture or a recording was altered, and a case holds claims in words.
"""

from __future__ import annotations

import json
import re
from typing import Any

from factcheck.model import Aspect, Case, Claim, FactcheckError, Rating, visible
from factcheck.reporting.corrections import printed
from factcheck.reporting.options import Options
from factcheck.reporting.readers import counting

BEST, WORST = 5, 1
"""The scale of ratings: 5 is true, 1 is false (Google: the closer to the best rating, the more true)."""
SHORT = 75
"""Characters of a claim that Google shows."""

_ADDED = re.compile(r"\[([^\]]*)\]")


def as_claimreview(case: Case, options: Options) -> str:
    """The claims of a signed-off case as ClaimReview in JSON-LD. Raises FactcheckError with the reason when that would not be true.

    The notes that readers gave with their verdicts are the body of the review: why it is rated so, for everybody to read.
    What the article says that others said is reviewed for whether it is so, with them as its authors. A claim that is open, an opinion, or
    a name, date or figure within another claim is left out.
    """
    if case.signed is None:
        raise FactcheckError("ClaimReview is for checks that an editor has signed off, and this case is not; sign it off first.")
    if not options.appeared:
        raise FactcheckError(
            "ClaimReview is for claims that somebody else has published: a check of one's own copy before it runs has none. "
            "If this article is published, give its address with --appeared."
        )
    if not (options.publisher and options.url):
        raise FactcheckError(
            "ClaimReview names who checked and where that is published: write name and url under [publisher] in factcheck.toml, as in "
            'name = "The Harbour Post", or give the address of this check with --published-at.'
        )
    reviews = [_review(case, claim, rating, options) for claim in case.claims if (rating := _rating(claim)) is not None]
    return json.dumps({"@context": "https://schema.org", "@graph": reviews}, indent=2, ensure_ascii=False) + "\n"


def _rating(claim: Claim) -> Rating | None:
    """How what the claim says is rated, when it is something to rate."""
    verdict = claim.standing(Aspect.SO if claim.attributed else None).verdict
    return verdict.row.rating if verdict and claim.part_of is None else None


def _review(case: Case, claim: Claim, rating: Rating, options: Options) -> dict[str, Any]:
    rated: dict[str, Any] = {"@type": "Rating", "alternateName": rating.name}
    if rating.value is not None:
        rated |= {"ratingValue": rating.value, "bestRating": BEST, "worstRating": WORST}
    day = case.signed.at.date().isoformat() if case.signed else None
    reviewed = {
        "@type": "Claim",
        "author": _author(case, claim),
        "datePublished": case.article.published_day and case.article.published_day.isoformat(),
        "appearance": _appearance(case, claim, options),
    }
    return {
        "@type": "ClaimReview",
        "url": f"{options.url}#c-{claim.id}",
        "claimReviewed": _short(claim),
        "author": {"@type": "Organization", "name": options.publisher, "url": options.publisher_url},
        "datePublished": day,
        "reviewRating": rated,
        **({"reviewBody": body} if (body := _reasoning(claim)) else {}),
        "itemReviewed": {key: value for key, value in reviewed.items() if value},
    }


def _reasoning(claim: Claim) -> str:
    """Why what the claim says is rated so: what those wrote with their verdicts whose verdicts count, a line each."""
    notes = (review.note for review in counting(claim, Aspect.SO if claim.attributed else None))
    return "\n".join(dict.fromkeys(visible(note, lines=True).strip() for note in notes if note and note.strip()))


def _appearance(case: Case, claim: Claim, options: Options) -> dict[str, Any]:
    """Where the claim was published, with what of it was corrected there since (schema.org's CorrectionComment)."""
    comments = [
        {"@type": "CorrectionComment", "text": printed(one), "datePublished": one.at.date().isoformat()}
        for one in case.corrections_on(claim)
    ]
    return {"@type": "CreativeWork", "url": options.appeared, **({"correction": comments} if comments else {})}


def _author(case: Case, claim: Claim) -> dict[str, str] | None:
    """Who makes the claim: the speaker, when they are named; of the article's own claims, whoever published it."""
    if claim.attributed:
        name = claim.speaker.name if claim.speaker else None
        return {"@type": "Person", "name": visible(name)} if name else None
    name = case.article.agency or case.article.byline
    return {"@type": "Organization" if case.article.agency else "Person", "name": visible(name)} if name else None


def _short(claim: Claim) -> str:
    """The claim by itself, short enough to be shown whole."""
    words = " ".join(visible(_ADDED.sub(r"\1", claim.in_context)).split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rpartition(' ')[0] or words[: SHORT - 1]}…"
