"""How long each report of a case takes, and how much memory all of them take, as the case grows.

    .venv/bin/python benchmarks/exporting.py [CLAIMS ...]

A third of the claims have a verdict, and a tenth evidence that was looked at. Each size runs in a process of its own, so that the most
memory that it took is its own; beside it stands what the same process takes to hold the case and write nothing.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from scale import case_of, decided

from factcheck.model import Case, Evidence, Quotation, Source
from factcheck.pipeline import with_flags
from factcheck.reporting import FORMATS, export


def worked_on(claims: int) -> Case:
    """A case of about so many claims in the middle of its review."""
    case = case_of(claims)
    at, made = datetime(2026, 1, 2, tzinfo=UTC), []
    sources = []
    for nth, claim in enumerate(case.claims):
        one = decided(Case(article=case.article, claims=(claim,)), claim, nth).claims[0] if nth % 3 == 0 else claim
        if nth % 10 == 0:
            url = f"https://harbour.example/{nth}"
            one = one.model_copy(update={"evidence": (Evidence(url=url, quote="nine of twelve", added_by="Ada"),)})
            found = Quotation(claim=one.id, quote="nine of twelve", match=90, found="ten of twelve")
            sources.append(Source(url=url, status="ok", fetched=at, title=f"Page {nth}", quotations=(found,)))
        made.append(one)
    return case.model_copy(update={"claims": tuple(made), "sources": tuple(sources)})


def megabytes() -> float:
    """The most memory that this process has taken."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor() -> float:
    """Seconds that this process, and those that it has ended, have kept a processor busy: steadier than the clock beside other work."""
    return sum(os.times()[:4])


def one_size(claims: int) -> None:
    """Print the times and the memory of one size."""
    case = with_flags(worked_on(claims))
    held = megabytes()
    print(f"{len(case.claims)} claims")
    whole = worked = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, form in FORMATS.items():
            if form.always or name == "pdf":
                began, busy = time.perf_counter(), processor()
                (path,) = export(case, "case", Path(folder), [name])
                took, busy = time.perf_counter() - began, processor() - busy
                whole, worked = whole + took, worked + busy
                print(f"  {name:12} {took:7.3f} s, {busy:7.3f} s of a processor  {path.stat().st_size / 1e6:7.2f} MB")
    told = f"{whole:7.3f} s, {worked:7.3f} s of a processor"
    print(f"  {'all':12} {told}; {held:.0f} MB held before, at most {megabytes():.0f} MB")


def main() -> None:
    """Run each size by itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="*", type=int, default=[500, 5_000])
    asked = parser.parse_args()
    if len(asked.claims) == 1:
        one_size(asked.claims[0])
    else:
        for claims in asked.claims:
            subprocess.run([sys.executable, __file__, str(claims)], check=True)


if __name__ == "__main__":
    main()
