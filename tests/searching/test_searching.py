"""Claims that were checked before are found again, and one with another figure is never called the same."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import searching
from factcheck.casefile import CaseFile
from factcheck.model import Case, Evidence, FactcheckError, Source, Standing
from factcheck.searching import Index
from factcheck.searching.index import AT_ONCE
from factcheck.searching.local import LocalStore
from tests.builders import article, claim, ferry_case
from tests.model.test_signing import decided
from tests.searching.conftest import OpenIndex

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


@pytest.fixture
def index(folder: Path, opening: OpenIndex) -> Iterator[Index]:
    made = opening(folder)
    made.refresh()
    yield made
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
def test_other_words_for_it_find_it_first(index: Index, words: str, first: str) -> None:
    assert index.search(words)[0].gist == first


def test_another_figure_or_a_not_is_like_it_and_never_the_same(index: Index) -> None:
    for words in (SAID[0], SAID[3]):
        same = [known.gist for known in index.search(words) if known.same]
        assert same == [words]
    assert not any(known.same for known in index.search("The refit of the ferry cost the council £1.3m in 2024."))


def test_its_verdict_and_evidence_are_told(folder: Path, index: Index) -> None:
    case = decided(ferry_case())
    first = case.claims[0].model_copy(update={"evidence": (Evidence(source="The minutes", quote="£1.2m"),)})
    CaseFile.create(folder / "ferry.toml", case.with_claim(first))
    index.refresh()
    known = index.search(first.gist)[0]
    assert (known.id, known.standing, known.so, known.decided_by) == (first.id, Standing.VERIFIED, Standing.UNREVIEWED, ("Ada",))
    assert known.evidence == first.evidence
    assert known.case.samefile(folder / "ferry.toml")
    assert first.id not in {known.id for known in index.search(first.gist, but=folder / "ferry.toml")}
    told = "\n".join(searching.lines([known]))
    assert "verified, that it is so: unreviewed by Ada" in told
    assert "1 piece of evidence" in told


def test_an_index_knows_nothing_of_confidential_sources(folder: Path, index: Index) -> None:
    """Nor does one who searches: neither the evidence, nor a name in a colleague's words."""
    case = ferry_case()
    hidden, named = Evidence(source="Ida Ferrant", quote="£1.2m"), Evidence(source="The minutes", quote="as Ida Ferrant says")
    claim = case.claims[0].model_copy(update={"evidence": (hidden, named)})
    case = case.with_claim(claim).model_copy(update={"sources": (Source(name="Ida Ferrant", confidential=True),)})
    CaseFile.create(folder / "ferry.toml", case)
    index.refresh()
    known = next(known for known in index.search(claim.gist) if known.id == claim.id)
    assert [item.source for item in known.evidence] == ["The minutes"]
    assert "Ferrant" not in known.model_dump_json()


def test_the_index_is_kept_fresh(folder: Path, index: Index) -> None:
    made = index
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


@pytest.mark.parametrize("name", ["caf\u00e9.toml", "\udcff.toml", "a'b\"c.toml"])
def test_a_file_of_any_name_is_taken_in(folder: Path, index: Index, name: str) -> None:
    try:
        CaseFile.create(folder / name, case_of("A whale was seen off the mole."))
    except (OSError, FactcheckError):
        pytest.skip("this system has no such names")
    assert index.refresh() == 1
    assert index.refresh() == 0
    assert index.search("a whale off the mole")[0].case.samefile(folder / name)


def test_a_claim_of_very_many_words_is_taken_in(folder: Path, index: Index) -> None:
    CaseFile.create(folder / "long.toml", case_of("word " * 60_000 + "x\u20ac" * 30_000))
    index.refresh()
    assert index.search("Twelve crofters sold their lambs")[0].gist == SAID[5]


def test_many_files_are_taken_in_a_few_at_a_time(folder: Path, opening: OpenIndex) -> None:
    """When the work is stopped, what is done is not done again."""
    for n in range(AT_ONCE + 3):
        CaseFile.create(folder / f"more-{n:03}.toml", case_of(f"Crofter {n} sold {n} lambs."))

    def stop(done: int, of: int) -> None:
        assert (done, of) == (AT_ONCE, AT_ONCE + 5)
        raise KeyboardInterrupt

    stopped = opening(folder)
    with pytest.raises(KeyboardInterrupt):
        stopped.refresh(stop)
    stopped.close()
    index = opening(folder)
    assert index.refresh() == 5
    assert index.search("Crofter 77 sold 77 lambs")[0].gist == "Crofter 77 sold 77 lambs."
    long = "Crofter sold lambs and sheep, goats, hens, ducks, geese, pigs, cows, bulls, oxen, mules, horses, 7 hounds and 77 lambs in May"
    assert index.search(long)
    index.close()


@pytest.mark.parametrize("harm", ["junk", "another version", "half made"])
def test_an_index_that_is_no_good_is_made_anew(folder: Path, harm: str) -> None:
    kept = folder.parent / "index.sqlite"
    first = Index(folder, LocalStore(folder, kept))
    first.refresh()
    first.close()
    path = folder.parent / "index.sqlite"
    if harm == "junk":
        for one in folder.parent.glob("index.sqlite*"):
            one.unlink()
        path.write_bytes(b"junk" * 1000)
    else:
        with sqlite3.connect(path) as table:
            table.execute("PRAGMA user_version = 99" if harm == "another version" else "DROP TABLE files")
    again = Index(folder, LocalStore(folder, kept))
    again.refresh()
    assert again.search(SAID[4])[0].gist == SAID[4]
    again.close()


def test_an_index_that_a_power_cut_tore_is_made_anew_in_the_middle_of_a_search(folder: Path) -> None:
    kept = folder.parent / "index.sqlite"
    first = Index(folder, LocalStore(folder, kept))
    first.refresh()
    first.close()
    data = kept.read_bytes()
    for start in range(2 * 4096, len(data), 4096):  # the pages behind those that say what there is
        kept.write_bytes(data[:start] + b"\0" * 4096 + data[start + 4096 :])
        again = Index(folder, LocalStore(folder, kept))
        again.refresh()
        assert again.search(SAID[4])[0].gist == SAID[4], start
        again.close()


def test_an_index_for_which_there_is_no_room_is_made_for_this_once(folder: Path) -> None:
    CaseFile.create(folder / "long.toml", case_of(*(f"In {year} the council sold {year} lambs." for year in range(1700, 2000))))
    store = LocalStore(folder, folder.parent / "index.sqlite")
    store._table.execute("PRAGMA max_page_count = 1")  # SQLite's own way to be full
    index = Index(folder, store)
    index.refresh()
    assert index.search(SAID[4])[0].gist == SAID[4]
    index.close()


def test_a_place_that_cannot_be_written_to_is_no_fault(folder: Path) -> None:
    (folder.parent / "file").write_text("x")
    made = Index(folder, LocalStore(folder, folder.parent / "file" / "index.sqlite"))
    made.refresh()
    assert made.search(SAID[4])


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.text(max_size=120))
def test_any_words_can_be_asked_for(index: Index, words: str) -> None:
    for known in index.search(words):
        assert 0 <= known.alike <= 100
