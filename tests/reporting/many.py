"""A case of as many claims as a test asks for, with verdicts, corrections, questions, evidence and flags, the same each time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from factcheck.model import (
    Article,
    Aspect,
    Assignment,
    Block,
    BlockRole,
    Case,
    Claim,
    ClaimKind,
    Evidence,
    Flag,
    Review,
    ReviewRole,
    Severity,
    Speaker,
    Stance,
    Verdict,
    Words,
    claim_ids,
)

FIRST = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
HEADLINE = "Ferry company to cut a third of its winter sailings to the outer islands"
OWN = "The operator will cut {n} of its {m} weekly sailings from January, among them the late boat to Skarvey that nurses and dockers use."
SAID = "{who} said the yard had found rot in {n} of the {m} frames and that nobody had looked at them for years."
WHO = ("Ruth Okafor", "Nguyễn Thị Ánh", "Anna Berg", "Žofie Dvořák")


def many(number: int) -> Case:
    """A case of so many claims, three in a paragraph."""
    text, blocks, claims = f"{HEADLINE}\n", [Block(role=BlockRole.HEADLINE, start=0, end=len(HEADLINE))], []
    for first in range(0, number, 3):
        text += "\n"
        start = len(text)
        for nth in range(first, min(first + 3, number)):
            at = len(text)
            who = WHO[nth % 4] if nth % 3 == 1 else None
            words = (SAID if who else OWN).format(who=who, n=11 + nth % 80, m=100 + nth % 97)
            text += f"{words} "
            claims.append(_claim(nth, words, at, who))
        text = text[:-1]
        blocks.append(Block(role=BlockRole.BODY, start=start, end=len(text)))
        text += "\n"
    article = Article(text=text, blocks=tuple(blocks), byline="Sam Ferris", published=date(2026, 11, 19), source="ferry-cuts.docx")
    held = (Assignment(to="Eva Moreau", role=ReviewRole.EDITOR, by="Ben Tal", at=FIRST),)
    return Case(article=article, claims=tuple(claims), flags=tuple(_flags(claims)), assignments=held)


def _claim(nth: int, words: str, at: int, who: str | None) -> Claim:
    kind = ClaimKind.STATEMENT if who else ClaimKind.ASSERTION
    speaker = Speaker(start=at, end=at + len(who), text=who, name=who) if who else None
    claim = Claim(
        id=claim_ids([(kind, words, str(nth))])[0], kind=kind, start=at, end=at + len(words), text=words, gist=words,
        speaker=speaker, mode="indirect" if who else None,
    )  # fmt: skip
    return claim.model_copy(update={"reviews": tuple(_reviews(claim, nth)), "evidence": tuple(_evidence(nth))})


def _reviews(claim: Claim, nth: int) -> list[Review]:
    at, by = FIRST + timedelta(minutes=nth), "Ben Tal" if nth % 4 == 1 else "Ada Lindqvist"
    given = []
    if nth % 7 < 4:
        wrong = nth % 7 == 2
        verdict = Verdict.FALSE if wrong else Verdict.VERIFIED
        other = claim.text.replace(f" {11 + nth % 80} of", f" {14 + nth % 80} of") if wrong and nth % 5 else None
        aspect = Aspect.SAID if claim.attributed else None
        note = "The timetable of 12 November has another number" if wrong else None
        given.append(Review(by=by, at=at, aspect=aspect, verdict=verdict, correction=other, note=note, judged=claim.judged))
    if nth % 9 == 4:
        given.append(Review(by="Ben Tal", at=at, question="Who told you this, and when? Is there a paper?"))
    return given


def _evidence(nth: int) -> list[Evidence]:
    page = f"https://timetables.example/winter?line={nth % 40}"
    stance = Stance.REFUTES if nth % 7 == 2 else Stance.SUPPORTS
    return [Evidence(url=page, title=f"Winter timetable, line {nth % 40}", stance=stance, locator=f"p. {nth % 30}")] if nth % 2 == 0 else []


def _flags(claims: list[Claim]) -> list[Flag]:
    return [
        Flag(
            check="figure-conflict",
            severity=Severity.ERROR if nth % 2 else Severity.LOOK,
            message="The sailings are counted in two ways.",
            spans=(Words(start=claim.start, end=claim.start + 12, text=claim.text[:12]),),
            fingerprint=f"count:{nth}",
        )
        for nth, claim in enumerate(claims[::8])
    ]
