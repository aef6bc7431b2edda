"""What a check is, for a person: what it catches and what it leaves, where its rule comes from, how often it was right."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking import Check, Example
from factcheck.checking.examples import as_article, as_claims, shown
from factcheck.checking.measured import measured
from factcheck.model import Flag, count
from factcheck.pipeline.checking import check as all_flags


def explain_check(check: Check) -> Iterator[str]:
    """Lines of plain text on a check; its examples are run, so that what it says of each is what it says today."""
    yield f"{check.id}: {check.looks_for}"
    yield ""
    yield f"The rule: {check.rule}."
    yield f"Measured: {how_often(check)}"
    yield ""
    yield "It flags"
    for example in check.catches:
        yield f"  - {' '.join(shown(example))}"
        yield from (f"      {line}" for line in said_of(check, example))
    yield ""
    yield "It does not flag"
    yield from (f"  - {' '.join(shown(example))}" for example in check.passes)


def flags_on(example: Example) -> list[Flag]:
    """What all checks flag in an example. Raises FactcheckError where no language model can be loaded, which tells who is in it."""
    article = as_article(example)
    return all_flags(article, as_claims(article, example), house=example.house)


def said_of(check: Check, example: Example) -> Iterator[str]:
    """The severity and the message of each flag that a check raises on an example."""
    for flag in flags_on(example):
        if flag.check == check.id:
            yield f"{flag.severity}: {flag.message}"


def how_often(check: Check) -> str:
    """How often a check flagged published text and how often that was right, and how many natural slips it found, in one sentence."""
    whole = measured()
    counts = whole.checks.get(check.id)
    if counts is None:
        return "not yet."
    read = f", of which {counts.read} were read and {counts.right} were right" if counts.read else ""
    flags = f"{count(counts.sure, 'sure flag')} and {count(counts.look, 'weak hint')}{read}"
    return f"in {whole.articles} published articles, {flags}; it found {counts.found} of {whole.slips} natural slips of all kinds."
