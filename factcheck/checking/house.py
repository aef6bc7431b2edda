"""What a house list changes in what the checks found: names that the newsroom knows are no slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.checking.finding import Finding
from factcheck.model import House

SPELLINGS = frozenset({"acronym", "name", "variant"})
"""The checks that find one name in two spellings."""


def in_house(house: House, check_id: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a check as a house sees them that knows some names.

    Of one name in two spellings, nothing is left to say when the house knows both, or the one that is doubted; when it knows
    the other, that is what it suggests.
    """
    for finding in findings:
        spellings = {span.text for span in finding.spans}
        known = spellings & house.names
        if not known or check_id not in SPELLINGS:
            yield finding
        elif spellings - known - {finding.suggestion}:
            yield replace(finding, suggestion=finding.suggestion if len(known) > 1 else next(iter(known)))
