"""Published fact-checks on a case: asked for only by a person's own key, kept as mentions and never as verdicts."""

from __future__ import annotations

import asyncio
import io
import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from factcheck import casefile, pipeline
from factcheck.casefile import CaseFile, load
from factcheck.model import EvidenceLevel, Former, Source, Stance
from factcheck.model.published import Published, PublishedCheck
from factcheck.settings import CHECKS_KEY, files
from tests.builders import AT, ferry_case
from tests.commands import Run, commands
from tests.evidence.server import Server, answer, serving
from tests.evidence.test_published import KEY, LIMITS, ByPath, found, in_turn, review, said

CASE = ferry_case()
COST, ROT, LATE, HALF = (next(one.id for one in CASE.claims if words in one.gist) for words in ("refit", "rot", "work would", "half"))


@pytest.fixture
def service() -> Iterator[Server]:
    """A service on this machine that knows of one check, run by a thread."""
    ready, over, there = threading.Event(), threading.Event(), list[Server]()

    async def serve() -> None:
        async with serving() as server:
            server.pages = ByPath({"/search": said(found(review()))})
            there.append(server)
            ready.set()
            while not over.is_set():
                await asyncio.sleep(0.02)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(10)
    yield there[0]
    over.set()
    thread.join()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own settings file, which is not there yet; and no key in the environment."""
    monkeypatch.setattr(files, "user_config_path", lambda *_args, **_named: tmp_path / "own")
    monkeypatch.delenv(CHECKS_KEY, raising=False)
    (tmp_path / "own").mkdir()
    return tmp_path / "own" / "factcheck.toml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    return CaseFile.create(tmp_path / "desk" / "ferry.toml", CASE).path


@pytest.fixture
def run(
    path: Path, service: Server, own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Run]:
    """The command on the case, with a key: its exit code and what it printed. In the end the key is nowhere."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv(CHECKS_KEY, KEY)
    monkeypatch.chdir(path.parent)
    set_up = pipeline.check_service
    monkeypatch.setattr(pipeline, "check_service", lambda: replace(set_up(), endpoint=service.url("/search"), limits=LIMITS))

    give = commands(monkeypatch, capsys)

    def run(*more: str) -> tuple[int, str, str]:
        code, out, err = give("published", path, *more)
        assert KEY not in out + err
        return code, out, err

    yield run
    written = [one for one in tmp_path.rglob("*") if one.is_file() and one != own]
    assert path in written
    assert [one for one in written if KEY.encode() in one.read_bytes()] == []


def asked(service: Server) -> list[str]:
    """The words that the service was sent."""
    return [parse_qs(urlsplit(head.split(" ")[1]).query)["query"][0] for head in service.heads]


class TestAsked:
    def test_what_was_found_is_told_and_nothing_is_changed(self, run: Run, path: Path, service: Server) -> None:
        before = path.read_bytes()
        code, told, err = run(HALF)
        assert (code, err) == (0, "")
        assert told == (
            f"{HALF}  asked: The Regional Transport Authority paid for half of it.\n"
            "    Example Check (2024-03-02) on “The wall fell”: “Mostly false”\n"
            "        No, the wall did not fall (1)\n"
            "        https://check.example/1\n"
        )
        assert path.read_bytes() == before
        assert asked(service) == ["The Regional Transport Authority paid for half of it."]

    def test_nothing_that_was_added_in_brackets_is_sent(self, run: Run, service: Server) -> None:
        assert run(ROT, LATE)[0] == 0
        assert asked(service) == [
            'Engineer Ruth Okafor said: "We found rot in nine of the twelve frames."',
            "added that work would end by May 2024.",
        ]

    def test_what_was_added_leaves_no_gap(self, path: Path) -> None:
        case = CASE.with_claim(CASE.claim(HALF).model_copy(update={"gist": "[The] RTA paid on Monday [4 March], in full [at last]."}))
        CaseFile.open(path).save(case)
        (question,) = pipeline.questions_on(pipeline.open_case(path), [HALF])
        assert question.words == "RTA paid on Monday, in full."

    def test_a_person_may_ask_in_their_own_words(self, run: Run, service: Server) -> None:
        assert "asked: ferry refit cost" in run(HALF, "--query", "ferry\n refit cost")[1]
        assert asked(service) == ["ferry refit cost"]

    def test_nothing_found_and_what_was_left_out_is_said(self, run: Run, service: Server) -> None:
        service.pages["/search"] = said({})
        assert "    no published fact-check was found\n" in run(HALF)[1]
        service.pages["/search"] = in_turn(*(said(found(review(n), None, then=str(n))) for n in range(1, 5)))
        told = run(HALF)[1]
        assert "    3 answers of no use left out\n    there are more; ask in narrower words with --query\n" in told

    def test_a_program_gets_one_object(self, run: Run) -> None:
        code, told, err = run(HALF, ROT, "--json")
        assert (code, err) == (0, "")
        claims = json.loads(told)["claims"]
        assert [(one["id"], one["left_out"], one["more"], one["kept"]) for one in claims] == [(HALF, 0, False, None), (ROT, 0, False, None)]
        assert claims[0]["checks"] == [
            {
                "text": "The wall fell", "claimant": "A councillor", "publisher": "Example Check", "title": "No, the wall did not fall (1)",
                "day": "2024-03-02", "rating": "Mostly false", "url": "https://check.example/1",
            }
        ]  # fmt: skip

    def test_hostile_words_reach_neither_terminal_nor_case_as_they_came(self, run: Run, path: Path, service: Server) -> None:
        service.pages["/search"] = said(found(review(title="\x1b[31m\u202e<b>", textualRating="[red]\x07\ny"), text="\x1b]0;x\x07"))
        _, told, _ = run(HALF, "--keep")
        assert "␛[31m⇄<b>" in told
        for text in (told, path.read_text("utf-8")):
            assert not any(sign in text for sign in ("\x1b", "\x07", "\u202e"))

    @pytest.mark.parametrize(
        "arguments", [(), (HALF, "--all"), ("--all", "--query", "x"), (HALF, ROT, "--query", "x"), ("nope",), (HALF, "--query", " ")]
    )
    def test_what_cannot_be_meant_is_refused_before_anything_is_sent(self, run: Run, service: Server, arguments: tuple[str, ...]) -> None:
        code, told, err = run(*arguments)
        assert (code, told) == (2, "")
        assert err
        assert service.heads == []

    def test_trouble_is_one_sentence(self, run: Run, service: Server) -> None:
        service.pages["/search"] = answer(KEY.encode(), f"500 {KEY}")
        code, told, err = run(HALF, "--keep")
        assert (code, told) == (2, "")
        assert err == "factcheck: Google's Fact Check Tools gave no answer that can be used (it answers 500); try again later.\n"


class TestAll:
    @pytest.mark.parametrize("answered", ["n\n", "\n", ""])
    def test_what_would_leave_is_told_first_and_nothing_leaves_without_a_yes(
        self, run: Run, service: Server, monkeypatch: pytest.MonkeyPatch, answered: str
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(answered))
        code, told, err = run("--all")
        assert (code, told.strip()) == (1, "")
        assert "This would send the words of 5 claims " in err
        assert f"  {LATE}  added that work would end by May 2024.\n" in err
        assert service.heads == []

    def test_with_a_yes_each_claim_is_asked_about_and_no_words_twice(self, run: Run, path: Path, service: Server) -> None:
        half = CASE.claim(HALF)
        CaseFile.open(path).save(CASE.with_claim(CASE.claim(ROT).model_copy(update={"gist": half.gist})))
        code, told, _ = run("--all", "--yes")
        assert code == 0
        assert told.count("asked: The Regional Transport Authority paid for half of it.\n") == 2
        assert len(asked(service)) == len(set(asked(service))) == 4

    def test_what_cannot_be_checked_is_not_asked_about(self, run: Run, path: Path, service: Server) -> None:
        CaseFile.open(path).save(CASE.with_claim(CASE.claim(HALF).model_copy(update={"checkable": False})))
        assert HALF not in "".join(run("--all", "--yes")[1:])
        assert len(service.heads) == 4

    def test_what_came_before_trouble_is_kept(self, run: Run, path: Path, service: Server) -> None:
        service.pages["/search"] = in_turn(said(found(review())), said({}, "429 Too Many Requests", ("Retry-After", "60")))
        code, told, err = run("--all", "--yes", "--keep")
        assert code == 2
        assert "https://check.example/1" in told
        assert "try again in 60 seconds." in err
        assert [claim.id for claim in load(path).claims if claim.evidence] == [COST]
        assert len(service.heads) == 2


class TestKept:
    def test_a_check_is_evidence_that_mentions_and_decides_nothing(self, run: Run, path: Path) -> None:
        assert "    kept: 1; in the case before: 0\n" in run(HALF, "--keep")[1]
        case = load(path)
        (item,) = case.claim(HALF).evidence
        assert (item.url, item.title) == ("https://check.example/1", "No, the wall did not fall (1)")
        assert (item.stance, item.level, item.added_by) == (Stance.MENTIONS, EvidenceLevel.SECONDARY, "Ada")
        assert item.note == "Example Check (2024-03-02) on “The wall fell”: “Mostly false”"
        assert case.claim(HALF).reviews == ()
        assert case.origins([item]) == frozenset()

    def test_it_is_not_kept_twice_until_its_rating_is_another(self, run: Run, path: Path, service: Server) -> None:
        run(HALF, "--keep")
        before = path.read_bytes()
        assert "    kept: 0; in the case before: 1\n" in run(HALF, "--keep")[1]
        assert path.read_bytes() == before
        service.pages["/search"] = said(found(review(textualRating="True")))
        assert json.loads(run(HALF, "--keep", "--json")[1])["claims"][0]["kept"] == 1
        assert len(load(path).claim(HALF).evidence) == 2

    def test_what_somebody_took_away_does_not_come_back(self, run: Run, path: Path) -> None:
        run(HALF, "--keep")
        case = load(path)
        claim = case.claim(HALF)
        gone = Former(**claim.evidence[0].model_dump(), ended_by="Ben", ended_at=AT)
        CaseFile.open(path).save(case.with_claim(claim.model_copy(update={"evidence": (), "former": (gone,)})))
        run(HALF, "--keep")
        assert load(path).claim(HALF).evidence == ()

    def test_what_others_did_meanwhile_stays(self, path: Path) -> None:
        opened = pipeline.open_case(path)
        (question,) = pipeline.questions_on(opened, [HALF])
        other = CaseFile.open(path)
        other.save(CASE.with_source(Source(url="https://elsewhere.example/")))
        check = PublishedCheck(text="It paid", publisher="Example Check", url="https://check.example/1")
        assert pipeline.keep_published(opened.file, question, Published(checks=(check,)), "Ada", AT)[0] == 1
        there = load(path)
        assert [source.url for source in there.sources] == ["https://elsewhere.example/"]
        assert len(there.claim(HALF).evidence) == 1


class TestConfidential:
    @pytest.fixture(autouse=True)
    def confidential(self, path: Path) -> None:
        casefile.sheet_path(path).write_text('[[people]]\nname = "Ruth Okafor"\nconfidential = true\n', "utf-8")

    @pytest.mark.parametrize("about", [ROT, LATE])
    def test_what_a_confidential_contact_said_is_not_sent(self, run: Run, service: Server, about: str) -> None:
        for more in ((), ("--query", "rot in ferries")):
            code, told, err = run(about, *more)
            assert (code, told) == (2, "")
            assert f"The claim {about} would tell of a confidential source; nothing was sent" in err
        assert service.heads == []

    def test_nor_is_a_part_of_it(self, run: Run, service: Server) -> None:
        part = next(one.id for one in CASE.claims if one.part_of == LATE)
        assert run(part)[0] == 2
        assert service.heads == []

    def test_nor_one_claim_among_others_that_are_asked_about(self, run: Run, service: Server) -> None:
        assert run(HALF, ROT)[0] == 2
        assert service.heads == []

    def test_their_name_is_not_sent_about_another_claim(self, run: Run, service: Server) -> None:
        assert run(HALF, "--query", "did Okafor pay")[0] == 2
        assert service.heads == []

    def test_with_all_it_is_left_out_and_counted(self, run: Run, service: Server) -> None:
        _, told, err = run("--all", "--yes")
        assert "Not sent, because they would reveal a confidential source: 2.\n" in err
        assert len(service.heads) == 3
        assert ROT not in told + err
        assert not any("rot" in words or "May 2024" in words for words in asked(service))

    def test_a_confidential_source_of_the_case_counts_as_well(self, run: Run, path: Path, service: Server) -> None:
        casefile.sheet_path(path).unlink()
        CaseFile.open(path).save(CASE.with_source(Source(name="Ruth Okafor", confidential=True)))
        assert run(ROT)[0] == 2
        assert service.heads == []


class TestKey:
    def test_without_one_it_is_said_where_to_get_one_and_where_it_goes(
        self, run: Run, own: Path, service: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv(CHECKS_KEY)
        code, told, err = run(HALF)
        assert (code, told) == (2, "")
        assert err.count("\n") == 1
        assert all(words in err for words in ("console.cloud.google.com", CHECKS_KEY, f"under [published] in {own} as key"))
        assert service.heads == []

    def test_ones_own_settings_may_hold_it(self, run: Run, own: Path, service: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(CHECKS_KEY)
        own.write_text(f'[published]\nkey = "{KEY}"\n', "utf-8")
        assert run(HALF)[0] == 0
        assert f"X-Goog-Api-Key: {KEY}\r\n" in service.heads[0]

    def test_the_environment_comes_first(self, run: Run, own: Path, service: Server) -> None:
        own.write_text('[published]\nkey = "another-key"\n', "utf-8")
        run(HALF)
        assert f"X-Goog-Api-Key: {KEY}\r\n" in service.heads[0]

    def test_a_folder_never_holds_it(self, run: Run, path: Path, service: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(CHECKS_KEY)
        (path.parent / "factcheck.toml").write_text('[published]\nkey = "a-strangers-key"\n', "utf-8")
        assert run(HALF)[0] == 2
        assert service.heads == []

    @pytest.mark.parametrize("bad", [f"{KEY} {KEY}", f"{KEY}\r\nHost: x", f"“{KEY}”", "short", f"{KEY}é"])
    def test_what_cannot_be_a_key_is_told_without_telling_it(
        self, run: Run, service: Server, monkeypatch: pytest.MonkeyPatch, bad: str
    ) -> None:
        monkeypatch.setenv(CHECKS_KEY, bad)
        code, _, err = run(HALF)
        assert code == 2
        assert err == f"factcheck: ${CHECKS_KEY} holds nothing that can be a key; copy it once more, without anything around it.\n"
        assert service.heads == []

    @pytest.mark.parametrize("table", ["published = 7", "[published]\nkey = 7", '[published]\nkey = ["x"]', "[published]"])
    def test_settings_of_another_shape_are_told(self, run: Run, own: Path, monkeypatch: pytest.MonkeyPatch, table: str) -> None:
        monkeypatch.delenv(CHECKS_KEY)
        own.write_text(table, "utf-8")
        code, _, err = run(HALF)
        assert code == 2
        assert str(own) in err
        assert "an error of the program" not in err
