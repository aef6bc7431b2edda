"""Quotations over several paragraphs: each paragraph opens the marks anew, the last one closes them, and one sentence names the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.language.quotation_marks import Quotation
from factcheck.splitting.attributions.view import Finding, merged


def along_chains(text: str, quotations: Sequence[Quotation], findings: list[Finding]) -> list[Finding]:
    """The findings with the quotations added to each that stand in one chain with its own and are nobody's yet.

    They go to the finding before them in the chain and, where there is none, to the one after: a speaker may be named at the end.
    """
    findings = list(findings)
    chains = list(_chains([q for q in quotations if not q.depth]))
    if not chains:
        return findings
    whose = _whose(chains, findings)
    for chain in chains:
        owners = [whose.get(q.outer.start) for q in chain]
        named = next((owner for owner in owners if owner is not None), None)
        for quotation, owner in zip(chain, owners, strict=True):
            if owner is not None:
                named = owner
            elif named is not None:
                findings[named] = replace(findings[named], content=merged(text, (*findings[named].content, quotation.outer)))
    return findings


def _chains(quotations: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """The quotations of two paragraphs or more that one speaker says."""
    chain: list[Quotation] = []
    for quotation in quotations:
        if not quotation.resumes:
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(quotation)
    if len(chain) > 1:
        yield chain


def _whose(chains: Sequence[Sequence[Quotation]], findings: Sequence[Finding]) -> dict[int, int]:
    """The number of the finding that says a quotation of a chain, by where the quotation starts."""
    spans = sorted((content.start, content.end, n) for n, finding in enumerate(findings) for content in finding.content)
    found: dict[int, int] = {}
    at = 0
    for quotation in (q for chain in chains for q in chain):
        while at < len(spans) and spans[at][1] <= quotation.outer.start:
            at += 1
        if at < len(spans) and spans[at][0] < quotation.outer.end:
            found[quotation.outer.start] = spans[at][2]
    return found
