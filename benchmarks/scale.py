"""How the cost of a case file grows: opening, saving one decision, and listing a folder, beside the bare parser and the bare disk.

.venv/bin/python benchmarks/scale.py [--runs N]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
import tomllib
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from timings import row, seconds

import factcheck
from factcheck import pipeline
from factcheck.casefile import CaseFile, load
from factcheck.model import Case, Claim, Review, Verdict

SAMPLE = Path(__file__).parent.parent / "samples" / "hanoi-summit.txt"


def case_of(claims: int) -> Case:
    """A case of about so many claims: the sample's words, over and over."""
    story = SAMPLE.read_text(encoding="utf-8").partition("SAVE")[0]
    article = factcheck.read_text("\n\n".join([story] * max(1, claims // 25)))
    return Case(article=article, claims=tuple(factcheck.split(article)))


def decided(case: Case, claim: Claim, nth: int) -> Case:
    """The case with one more verdict."""
    at = datetime.fromtimestamp(nth, UTC)
    review = Review(by="Ada", at=at, aspect=claim.aspects[0], verdict=Verdict.VERIFIED, judged=claim.judged)
    return case.with_claim(claim.model_copy(update={"reviews": (review,)}))


def synced(path: Path, data: bytes) -> None:
    """The least that a safe save does: the bytes in a new file, on the disk, in place of the old one, and the folder on the disk."""
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def one_case(folder: Path, claims: int, runs: int) -> None:
    """Opening a case, and saving a decision in it."""
    case = case_of(claims)
    path = folder / f"case-{claims}.toml"
    CaseFile.create(path, case)
    data = path.read_bytes()
    name = f"{len(case.claims)} claims"
    row(f"open a case of {name}", seconds(lambda: load(path), runs), "tomllib alone", seconds(lambda: tomllib.loads(data.decode()), runs))
    file, nth = CaseFile.open(path), count(1)
    ours = seconds(lambda: file.save(decided(file.case, file.case.claims[len(case.claims) // 2], next(nth))), runs)
    row(f"save a decision among {name}", ours, "the bytes synced to the disk", seconds(lambda: synced(folder / "bare", data), runs))


def a_folder(folder: Path, cases: int, runs: int) -> None:
    """Listing cases with their progress: the first time, and again."""
    folder.mkdir()
    path = folder / "case-0.toml"
    CaseFile.create(path, case_of(25))
    for n in range(1, cases):
        (folder / f"case-{n}.toml").write_bytes(path.read_bytes())
    paths = list(folder.iterdir())
    bare = seconds(lambda: [p.read_bytes() for p in paths], runs)
    start = time.perf_counter()
    list(pipeline.summaries(folder))
    row(f"list {cases} cases, for the first time", time.perf_counter() - start, "their bytes read", bare)
    row(f"list {cases} cases again", seconds(lambda: list(pipeline.summaries(folder)), runs), "their bytes read", bare)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for claims in (50, 500, 5000):
            one_case(Path(folder), claims, runs)
        for cases in (20, 200, 2000):
            a_folder(Path(folder) / str(cases), cases, runs)


if __name__ == "__main__":
    main()
