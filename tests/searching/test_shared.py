"""An index that a newsroom shares in PostgreSQL: one search finds what all have checked, and nothing that goes wrong shows a traceback."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from factcheck.casefile import CaseFile
from factcheck.cli import app
from factcheck.model import FactcheckError
from factcheck.searching import open_index
from tests.searching.test_searching import SAID, case_of


def filled(folder: Path, *sentences: str) -> Path:
    CaseFile.create(folder / "case.toml", case_of(*sentences))
    return folder


def test_a_search_finds_the_claims_of_every_folder_and_copies_once(database: str, tmp_path: Path) -> None:
    mine, theirs = filled(tmp_path / "mine", SAID[0]), filled(tmp_path / "theirs", SAID[0], SAID[4])
    for folder in (theirs, mine):
        with closing(open_index(folder, database)) as index:
            assert index.refresh() == 1
    with closing(open_index(mine, database)) as index:
        (gale,) = index.search("A gale shut the strait")
        assert gale.case == theirs.resolve() / "case.toml"
        assert [known.gist for known in index.search(SAID[0])] == [SAID[0]]


def test_those_who_may_only_read_can_search(database: str, tmp_path: Path) -> None:
    folder = filled(tmp_path / "mine", SAID[4])
    with closing(open_index(folder, database)) as index:
        index.refresh()
    with psycopg.connect(database, autocommit=True) as base:
        base.execute("DROP ROLE IF EXISTS reader")
        base.execute("CREATE ROLE reader LOGIN")
        base.execute("GRANT USAGE ON SCHEMA factcheck_2 TO reader")
        base.execute("GRANT SELECT ON ALL TABLES IN SCHEMA factcheck_2 TO reader")
    CaseFile.create(folder / "new.toml", case_of(SAID[5]))
    with closing(open_index(folder, database.replace("user=postgres", "user=reader"))) as index:
        assert index.refresh() == 0
        assert index.search(SAID[4])[0].same


def test_two_who_bring_it_up_to_date_at_once_take_each_file_in_once(database: str, tmp_path: Path) -> None:
    for n in range(30):
        CaseFile.create(tmp_path / "cases" / f"{n}.toml", case_of(f"Crofter {n} sold {n} lambs."))
    read = []

    def refresh() -> None:
        with closing(open_index(tmp_path / "cases", database)) as index:
            read.append(index.refresh())

    threads = [threading.Thread(target=refresh) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(read) == [0, 0, 0, 30]
    with closing(open_index(tmp_path / "cases", database)) as index:
        assert len([known for known in index.search("Crofter 7 sold 7 lambs.") if known.same]) == 1


def test_what_somebody_else_put_there_does_no_harm(database: str, tmp_path: Path) -> None:
    with closing(open_index(filled(tmp_path / "mine", SAID[4]), database)) as index:
        index.refresh()
        with psycopg.connect(database, autocommit=True) as base:
            for record, keys in (("[]", "[]"), ("{}", "{}"), ("null", "[[]]"), ('{"gist": 5}', "[]"), ("\x07no", "[]")):
                base.execute("INSERT INTO factcheck_2.claims SELECT file, %s, %s, words FROM factcheck_2.claims LIMIT 1", (record, keys))
        assert [known.gist for known in index.search(SAID[4])] == [SAID[4]]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://ada:secret@127.0.0.1:1/cases", "The shared index at 127.0.0.1, database cases cannot be used: "),
        ("postgresql://ada:secret@/cases?host=/nowhere", "The shared index at /nowhere, database cases cannot be used: "),
        ("postgresql://ada:secret@[::1/cases", "The address of the shared index is not valid; write it like postgresql://host/database."),
    ],
)
def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path, address: str, told: str) -> None:
    with pytest.raises(FactcheckError) as problem:
        open_index(tmp_path, address)
    assert str(problem.value).startswith(told)
    assert "secret" not in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_server_that_goes_away_in_the_middle_is_told(server: str, database: str, tmp_path: Path) -> None:
    with closing(open_index(filled(tmp_path / "mine", SAID[4]), database)) as index:
        with psycopg.connect(server) as base:
            base.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'factcheck'")
        with pytest.raises(FactcheckError, match="cannot be used: "):
            index.refresh()
        with pytest.raises(FactcheckError, match="cannot be used: "):
            index.search(SAID[4])


def test_the_command_asks_the_index_that_is_named(database: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["search", SAID[4], "--out", str(filled(tmp_path / "mine", SAID[4])), "--index", database])
    assert done.exit_code == 0
    assert "1 found" in done.output
