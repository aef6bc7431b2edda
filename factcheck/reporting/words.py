"""How the parts of a case are put in words, the same in every report and listing."""

from __future__ import annotations

from datetime import UTC, datetime

from factcheck.model import (
    Agreement,
    Article,
    Aspect,
    Case,
    Claim,
    ClaimKind,
    Evidence,
    EvidenceLevel,
    Review,
    SignAction,
    SignOff,
    Source,
    Speaker,
    Standing,
    Tone,
    count,
)
from factcheck.values import grounds_of, meaning_of


def published(article: Article) -> str:
    """When the article appeared, to the minute where it says so; empty when it does not say."""
    when = article.published
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat() if when else ""


def in_utc(at: datetime) -> datetime:
    """A moment in UTC without a zone, as office packages want it.

    It is taken as it stands where it has no zone (that of this machine decides nothing), and in the year 1 or 9999 where UTC has no day.
    """
    try:
        return at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo is not None else at
    except OverflowError:
        return at.replace(tzinfo=None)


def last_decided(case: Case) -> datetime:
    """When the newest review was written, as `in_utc`; the first of 1980 where there is none."""
    return in_utc(max((review.at for claim in case.claims for review in claim.reviews), default=datetime(1980, 1, 1, tzinfo=UTC)))


def who(speaker: Speaker | None) -> str:
    """A speaker as a reader needs it: name and title, else the words as written."""
    if speaker is None:
        return ""
    if speaker.name is None:
        return f"“{speaker.text}” (not named)"
    return f"{speaker.name}, {speaker.title}" if speaker.title else speaker.name


def meaning(claim: Claim) -> str:
    """What a date or figure claim means, in words; empty for other claims."""
    return meaning_of(claim.value) if claim.value else ""


def reading(claim: Claim) -> str:
    """What a date or figure claim means, and what or who says so: "Thu 28 Feb 2019, by the day of publication (Fri 1 Mar 2019)"."""
    return ", ".join(filter(None, (meaning(claim), grounds(claim))))


def grounds(claim: Claim) -> str:
    """What or who says what a date or figure claim means: "by the day of publication"; empty where it stands there in full."""
    return grounds_of(claim.value) if claim.value else ""


def verdicts(claim: Claim) -> list[tuple[str, Standing]]:
    """Where a claim stands: one entry, or two for an attributed claim, so that a verified `said` never reads as a verified `so`."""
    return [(f"{aspect.row.that}: " if aspect else "", claim.standing(aspect)) for aspect in claim.aspects]


def verdict(claim: Claim) -> str:
    """Where a claim stands, in one line."""
    return "; ".join(f"{about}{standing}" for about, standing in verdicts(claim))


def colour(claim: Claim) -> str:
    """The class that a claim is marked with: its standing, but `said` while only the saying holds, and the worse of the two."""
    said, so = claim.standing(), claim.standing(Aspect.SO) if claim.attributed else None
    if so is None or said.row.tone is not Tone.GOOD:
        return said.value
    return "said" if so.open else so.value


def sign(claim: Claim) -> str:
    """What tells the claim's standing without a colour: one sign, or two for an attributed claim, that it was said and that it is so."""
    return "".join(standing.sign for _, standing in verdicts(claim))


def decided(case: Case) -> str:
    """How much of the case is decided, in one sentence."""
    progress = case.progress()
    if not progress.total:
        return "No claim was found in this article."
    words = f"{progress.decided} of {count(progress.total, 'claim')} decided, {progress.left} still open."
    if attributed := sum(progress.so.values()):
        words += f" Whether what was said is so: decided for {progress.so_decided} of {count(attributed, 'attributed claim')}."
    return words


def tally(case: Case) -> list[tuple[str, dict[Standing, int]]]:
    """The claims by standing, what the article asserts apart from what it says that others said."""
    progress = case.progress()
    rows = [
        ("the article's own claims", progress.own),
        (f"attributed: {Aspect.SAID.row.that}", progress.said),
        (f"attributed: {Aspect.SO.row.that}", progress.so),
    ]
    return [(label, counts) for label, counts in rows if counts]


def counted(case: Case) -> str:
    """The claims by kind, in one line."""
    kinds = ((kind, sum(c.kind is kind for c in case.claims)) for kind in ClaimKind)
    return ", ".join(count(n, kind.value) for kind, n in kinds if n) or "no claims"


def undated(case: Case) -> str:
    """How many dates have a year that is still to be told: "2 dates without a year"; empty where none has."""
    n = sum(one.date is not None and one.date.open_year and not one.date.set_by and one.standing().open for one in case.claims)
    return f"{count(n, 'date')} without a year" if n else ""


def history(review: Review) -> str:
    """One entry of a claim's history, in words."""
    if review.verdict is None:
        return _written(review)
    return f"{review.verdict.value} {review.aspect.row.that}" if review.aspect else review.verdict.value


def _written(review: Review) -> str:
    if review.answer:
        return "passed on the author's answer"
    if review.withdraws:
        return "took back what was written"
    again = " in other words" if review.on else ""
    return f"asked the author{again}" if review.question else f"noted{again}"


def agreement(pair: Agreement) -> str:
    """How far two readers agree, in one sentence."""
    one, two = pair.readers
    blind = f", {pair.blind} of them judged blind" if pair.blind else ""
    kappa = "no kappa, because all verdicts were the same" if pair.kappa is None else f"Cohen's kappa {pair.kappa:.2f}"
    return f"{one} and {two} agree on {pair.alike} of {count(pair.verdicts, 'verdict')} that both gave{blind}: {kappa}."


def signed(case: Case) -> str:
    """Whether the case is signed off, in one sentence."""
    last = case.signoffs[-1] if case.signoffs else None
    if last is None:
        return "Not signed off."
    told = signoff(last)
    return told if case.signed or last.action is SignAction.REOPENED else f"{told} It has changed since, and is signed off no longer."


def signoff(entry: SignOff) -> str:
    """A sign-off or a reopening, in one sentence."""
    did = "Signed off" if entry.action is SignAction.SIGNED else "Reopened"
    return f"{did} by {entry.by} on {entry.at.date()}{f': {entry.note}' if entry.note else ''}."


def leans_on(case: Case) -> str:
    """How much evidence there is, from how many independent sources, and which of them could not be had; empty without evidence."""
    items = [item for claim in case.claims for item in claim.evidence]
    if not items:
        return ""
    gone = sum(source.status is not None and not source.works for source in case.every_source)
    primary = sum(item.level is EvidenceLevel.PRIMARY for item in items)
    told = f"{count(len(items), 'piece')} of evidence ({primary} primary) from {count(len(case.origins(items)), 'independent source')}"
    return f"{told}; {count(gone, 'source')} could not be had" if gone else told


def headline(case: Case) -> str:
    """What the article is called."""
    return case.article.headline or case.article.source or "Untitled article"


def reference(evidence: Evidence, source: Source | None = None) -> str:
    """What to look a piece of evidence up by; `source` is what is known of where it comes from."""
    return evidence.title or (source and source.title) or evidence.source or evidence.url or "unnamed source"
