"""What the commands print: a list of claims, a summary, and the cases in a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from factcheck.model import EXACT, Article, Case, Claim, Source, agreements, count, one_line
from factcheck.reporting.linter import flag_lines
from factcheck.reporting.words import agreement, counted, decided, published, reading, signed, tally, undated, who

WIDTH = 100
"""Columns that lines are filled to."""


def _title(article: Article) -> str:
    return one_line(article.headline or article.source or "Untitled article")


def _facts(article: Article) -> str:
    when = published(article)
    facts = (article.agency, article.byline, article.place, when and f"published {when}", article.source)
    return " · ".join(one_line(fact) for fact in facts if fact)


def listing(case: Case, *, colored: bool = False) -> str:
    """Every claim with its speaker and its gist, names, dates and figures below the claim that they belong to, then the flags."""
    lines = [_title(case.article), _facts(case.article), ""]
    for claim in case.claims:
        if claim.part_of is None:
            lines += [*_claim_lines(claim, case.article), *(_part_line(part) for part in case.parts_of(claim)), ""]
    lines += flag_lines(case, look=True, colored=colored)
    lines.append(f"{counted(case)}; {count(len(case.open_flags), 'flag')}.{_left_out(case.article)}")
    return "\n".join(lines)


def _left_out(article: Article) -> str:
    """How many words no claim was made from, by what they are, and where to see them."""
    words: Counter[str] = Counter()
    for left in article.left_out or ():
        words[left.role] += len(left.words.split())
    each = ", ".join(f"{role} {words[role]}" for role in sorted(words, key=lambda role: (-words[role], role)))
    return f" No claim is made from {count(words.total(), 'word')} ({each}); split --json lists them as left_out." if words else ""


def _claim_lines(claim: Claim, article: Article) -> list[str]:
    head = f"{claim.id}  {claim.standing().sign} {claim.kind}"
    if claim.mode:
        head += f" ({claim.mode})"
    if claim.attributed:
        head += f" · {one_line(who(claim.speaker)) or 'nobody named'}"
    if (place := article.locator(claim.start)) is not None:
        head += f" · {one_line(place)}"
    if claim.caveat is not None:
        head += f" · {one_line(claim.caveat)}"
    return [head, fill(one_line(claim.in_context), WIDTH, initial_indent="    ", subsequent_indent="    ")]


def _part_line(part: Claim) -> str:
    meant = reading(part)
    return f"    {part.id}  {part.standing().sign} {part.kind}: {one_line(part.text)}{f' → {one_line(meant)}' if meant else ''}"


def summary(case: Case, path: Path, notice: str | None = None, *, colored: bool = False) -> str:
    """What a case holds and how far it is, and how to open it: what `review` prints without a terminal."""
    lines = [_title(case.article), _facts(case.article), ""]
    if notice:
        lines += [one_line(notice), ""]
    open_years = undated(case)
    lines += [f"{counted(case)}{f'; {open_years}' if open_years else ''}.", f"{decided(case)} {one_line(signed(case))}"]
    for label, counts in tally(case):
        lines.append(f"  {label}: " + ", ".join(f"{standing.sign} {n} {standing}" for standing, n in counts.items()))
    lines += [one_line(agreement(pair)) for pair in agreements(case.claims)]
    lines += ["", *(flag_lines(case, look=True, colored=colored) or ["No flags."]), ""]
    undecided = [claim for claim in case.claims if claim.standing().open and claim.part_of is None]
    if undecided:
        lines += ["First to decide:", *(f"  {c.id}  {one_line(c.in_context, WIDTH - 10)}" for c in undecided[:5]), ""]
    shown = one_line(str(path))
    lines.append(f"The case is in {shown}. Open it in a terminal with: factcheck review {shown}")
    return "\n".join(lines)


def source_list(case: Case) -> str:
    """The sources of a case: what came of fetching each, which claims lean on it, and how the words quoted from it stand there; in the end
    once more what a person should look at.
    """
    sources = case.every_source
    lines = [line for source in sources for line in _source_lines(case, source)]
    independent = len(case.origins(item for claim in case.claims for item in claim.evidence))
    there = sum(source.works for source in sources)
    borne = (
        f"{independent} independent of one another"
        if independent or not sources
        else "and nobody has said yet whether they support their claims"
    )
    told = f"{count(len(sources), 'source')}: {there} fetched and there, {borne}."
    looks = [line for source in sources for line in _looks(case, source)]
    return "\n".join([*lines, told, *([f"{len(looks)} to look at:", *looks] if looks else [])])


def _looks(case: Case, source: Source) -> Iterator[str]:
    """What a person should look at in a source: that it could not be had, and what of the claims it does not bear out."""
    name = one_line(source.title or source.name or source.url or "", 60)
    if source.status is not None and not source.works:
        yield f"  {name}: {one_line(source.status, 100)}"
    for quotation in case.quotations_in(source):
        remarks = case.remarks_on(source, quotation)
        if quotation.match < EXACT or remarks:
            told = "; ".join((source.describe(quotation), *remarks))
            yield f"  {quotation.claim}  “{one_line(quotation.quote, 60)}”, {name}: {one_line(told, 300)}"


def _source_lines(case: Case, source: Source) -> Iterator[str]:
    yield one_line(source.url or source.name or "")
    facts = (
        "confidential: never fetched"
        if source.confidential
        else source.status or ("not fetched yet" if source.url else "nothing to fetch"),
    )
    about = (source.title, source.publisher, source.author, source.dated, source.text_of and f"the text of {source.text_of}")
    yield f"    {one_line(' · '.join(fact for fact in (*facts, *about) if fact), 300)}"
    if source.archive:
        yield f"    archived at {one_line(source.archive)}"
    yield from (f"    for {claim.id}  {one_line(claim.in_context, WIDTH - 20)}" for claim in case.leaning_on(source))
    for quotation in case.quotations_in(source):
        yield f"    quoted for {quotation.claim}: “{one_line(quotation.quote, 60)}”: {source.describe(quotation)}"
        yield from (f"      ! {one_line(remark, 300)}" for remark in case.remarks_on(source, quotation))
