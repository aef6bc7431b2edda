"""Claims that were checked before are found again, and one with another figure is never called the same."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import searching
from factcheck.casefile import CaseFile
from factcheck.model import Case, Evidence, Standing
from factcheck.searching import Index, Known
from tests.builders import article, claim, ferry_case
from tests.model.test_signing import decided

SAID = [
    "The refit of the ferry cost the council £1.2m in 2024.",
    "The refit of the ferry cost the council £1.5m in 2024.",
    "Mayor Ida Finch did not resign on Monday.",
    "Mayor Ida Finch resigned on Monday.",
    "A gale shut the strait for nine hours.",
    "Twelve crofters sold their lambs to a butcher in Oban.",
]


def case_of(*sentences: str) -> Case:
    text = "A headline\n\n" + " ".join(sentences)
    return Case(article=article(text), claims=tuple(claim(text, "assertion", sentence) for sentence in sentences))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    CaseFile.create(tmp_path / "cases" / "one.toml", case_of(*SAID[:3]))
    CaseFile.create(tmp_path / "cases" / "two.toml", case_of(*SAID[3:]))
    return tmp_path / "cases"


def index(folder: Path) -> Index:
    made = Index(folder, folder.parent / "index.sqlite")
    made.refresh()
    return made


def found(folder: Path, words: str, **options: object) -> list[Known]:
    made = index(folder)
    try:
        return made.search(words, **options)  # type: ignore[arg-type]  # as they are named
    finally:
        made.close()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("The council paid £1.2m for the refit of its ferry", SAID[0]),
        ("the strait was closed nine hours by a gale", SAID[4]),
        ("a butcher bought lambs of twelve crofters", SAID[5]),
        ("Ida Finch, the mayor, resigned", SAID[3]),
    ],
)
def test_other_words_for_it_find_it_first(folder: Path, words: str, first: str) -> None:
    assert found(folder, words)[0].gist == first


def test_another_figure_or_a_not_is_like_it_and_never_the_same(folder: Path) -> None:
    for words in (SAID[0], SAID[3]):
        same = [known.gist for known in found(folder, words) if known.same]
        assert same == [words]
    assert not any(known.same for known in found(folder, "The refit of the ferry cost the council £1.3m in 2024."))


def test_its_verdict_and_evidence_are_told(tmp_path: Path) -> None:
    case = decided(ferry_case())
    first = case.claims[0].model_copy(update={"evidence": (Evidence(source="The minutes", quote="£1.2m"),)})
    CaseFile.create(tmp_path / "c" / "ferry.toml", case.with_claim(first))
    known = found(tmp_path / "c", first.gist)[0]
    assert (known.id, known.standing, known.so, known.decided_by) == (first.id, Standing.VERIFIED, Standing.UNREVIEWED, ("Ada",))
    assert known.evidence == first.evidence
    assert found(tmp_path / "c", first.gist, but=tmp_path / "c" / "ferry.toml") == []
    told = "\n".join(searching.lines([known]))
    assert "verified, that it is so: unreviewed by Ada" in told
    assert "1 of evidence" in told


def test_the_index_is_kept_fresh(folder: Path) -> None:
    made = index(folder)
    assert made.refresh() == 0
    os.utime(folder / "one.toml", (1, 1))
    assert made.refresh() == 0, "another time and the same bytes"
    CaseFile.create(folder / "three.toml", case_of("A whale was seen off the mole."))
    assert made.refresh() == 1
    assert made.search("a whale off the mole")
    (folder / "three.toml").unlink()
    (folder / "two.toml").write_text("broken")
    made.refresh()
    assert not made.search("a whale off the mole")
    assert not made.search(SAID[4])
    made.close()


@pytest.mark.parametrize("harm", ["junk", "another version", "half made"])
def test_an_index_that_is_no_good_is_made_anew(folder: Path, harm: str) -> None:
    index(folder).close()
    path = folder.parent / "index.sqlite"
    if harm == "junk":
        for one in folder.parent.glob("index.sqlite*"):
            one.unlink()
        path.write_bytes(b"junk" * 1000)
    else:
        with sqlite3.connect(path) as table:
            table.execute("PRAGMA user_version = 99" if harm == "another version" else "DROP TABLE files")
    assert found(folder, SAID[4])[0].gist == SAID[4]


def test_a_place_that_cannot_be_written_to_is_no_fault(folder: Path) -> None:
    (folder.parent / "file").write_text("x")
    made = Index(folder, folder.parent / "file" / "index.sqlite")
    made.refresh()
    assert made.search(SAID[4])


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.text(max_size=120))
def test_any_words_can_be_asked_for(folder: Path, words: str) -> None:
    for known in found(folder, words):
        assert 0 <= known.alike <= 100
