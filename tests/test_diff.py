"""What changed between two states of a case, as a person reads it and as a program does: files, and what git has of one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.casefile import CaseFile, compare
from factcheck.model import Case, Correction, FactcheckError, Former, Note, Reader, Review, ReviewRole, Source, Verdict, Waiver, visible
from factcheck.model.difference import Act, Difference, Part
from factcheck.pipeline.comparing import State
from factcheck.reporting import Differences, differences_schema
from factcheck.reporting.deeds import _TOLD
from factcheck.reporting.difference_words import _ENTRIES
from factcheck.workbench.session import Session
from tests.builders import AT, ferry_case, words
from tests.casefile.cases import HOSTILE, attach, cases, change, decide, sign
from tests.casefile.test_merging import BASE, CHANGES, moved_on
from tests.commands import Run, commands
from tests.test_watch import committed, git
from tests.workbench.test_two_people_in_any_order import ACTS

SIGNED = sign(BASE, "Eva")
QUESTION = BASE.claims[4].reviews[-1]


def told(old: Case, new: Case, *reveal: str) -> list[str]:
    """The lines without the first, which names both, and without empty ones."""
    return [line for line in Differences(old, new, compare(old, new), ("old", "new"), reveal).lines() if line][1:]


def without_flags(case: Case) -> Case:
    return case.model_copy(update={"flags": ()})


def with_question_answered(case: Case) -> Case:
    return decide(case, 4, "Kim", None, 9, on=QUESTION.ref, answer="Ten, sorry")


def corrected(case: Case) -> Case:
    return case.model_copy(update={"corrections": (Correction(id="c1", by="Eva", at=AT, was="36 ships", now="102 ships"),)})


def waived(case: Case) -> Case:
    at = words(case.article.text, "The ferry")
    return case.model_copy(update={"waivers": (Waiver(**at.model_dump(), by="Ada", at=AT, reason="a name of no claim"),)})


def evidence_gone(case: Case) -> Case:
    first, *rest = case.claims[0].evidence
    return change(case, 0, evidence=tuple(rest), former=(Former(**first.model_dump(), ended_by="Ben", ended_at=AT),))


def source_known(case: Case, **fields: object) -> Case:
    return case.with_source(Source.model_validate({"url": "https://example.org/minutes?a=1&b=2", **fields}))


GIST = BASE.claims[0].gist
SAID = "that it was said"
DEEDS: dict[str, tuple[Case, Callable[[Case], Case], list[str]]] = {
    "a verdict": (
        BASE, lambda c: decide(c, 5, "Ben"), ["Claims", f": {SAID}, unreviewed → verified", f"    Ben decided “verified {SAID}”."],
    ),
    "another verdict": (
        BASE, lambda c: decide(c, 0, "Ada", "false", note="Item 7: £1.3m", correction="£1.3m"),
        ["Claims", f": {SAID}, verified → false",
         f"    Ada decided “false {SAID}” instead of “verified {SAID}”, asked that it read “£1.3m”, noted “Item 7: £1.3m”."],
    ),
    "a verdict taken back": (
        decide(BASE, 5, "Ben"), lambda c: change(c, 5, reviews=()),
        ["Claims", f": {SAID}, verified → unreviewed", f"    Taken back: Ben decided “verified {SAID}”."],
    ),
    "a question": (BASE, lambda c: decide(c, 5, "Kim", None, question="May, or June?"), ["Claims", "", "    Kim asked “May, or June?”."]),
    "an answer": (
        BASE, with_question_answered,
        ["Claims", "", "    Kim passed on the author's answer “Ten, sorry” to the question “Nine of twelve, or of ten?”."],
    ),
    "a question withdrawn": (
        BASE, lambda c: decide(c, 4, "Ada", None, 9, on=QUESTION.ref, withdraws=True),
        ["Claims", "", "    Ada took back the question “Nine of twelve, or of ten?”."],
    ),
    "evidence": (
        BASE, lambda c: attach(c, 5, source="Call with the yard", quote="June", stance="refutes", added_by="Ben"),
        ["Claims", "", "    Ben added evidence (refutes: Call with the yard: “June”)."],
    ),
    "evidence taken away": (
        BASE, evidence_gone,
        ["Claims", "", "    Ben took evidence away (supports: https://example.org/minutes?a=1&b=2, p. 3: “a cost of £1.2m”)."],
    ),
    "a rewording": (
        BASE, lambda c: change(c, 0, gist="The refit costs £1.2m", made_by="Ben"),
        ["Claims", "", f"    Ben worded it otherwise: “{GIST}” → “The refit costs £1.2m”"],
    ),
    "a reading": (
        BASE,
        lambda c: change(c, 1, date=c.claims[1].date.model_copy(update={"value": "2024-03-11", "earliest": None, "set_by": "Ben"})),  # type: ignore[union-attr]
        ["Claims", "", "    “Monday”: Interpreted differently: Mon 4 Mar 2024 → Mon 11 Mar 2024, set by Ben."],
    ),
    "a claim gone": (BASE, lambda c: c.model_copy(update={"claims": c.claims[:-2]}), ["Claims", "", ]),
    "a source looked at": (
        BASE, lambda c: source_known(c, status="ok", title="Minutes"),
        ["Sources", "  New: Minutes, https://example.org/minutes?a=1&b=2 (ok)."],
    ),
    "a source that moved": (
        source_known(BASE, status="ok"), lambda c: source_known(c, status="dead: 404 Not Found", fetched=AT),
        ["Sources", "  https://example.org/minutes?a=1&b=2: looked at (dead: 404 Not Found, 2024-03-05)."],
    ),
    "a flag": (without_flags(BASE), lambda _: BASE, ["Flags", "  New: error [acronym] RAT stands once"]),
    "a flag gone": (BASE, without_flags, ["Flags", "  Gone: error [acronym] RAT stands once"]),
    "a dismissal": (
        BASE, CHANGES["dismissal"], ["Flags", "  Ada let a flag pass (acronym, “RAT stands once, RTA once, and the long form Regional"],
    ),
    "words let pass": (BASE, waived, ["Claims", "  Ada let “The ferry” pass: a name of no claim."]),
    "a talk": (BASE, CHANGES["contact"], ["People", "  Ada spoke to Ann Lee (call), who corrected “it was a third”."]),
    "a correction": (BASE, corrected, ["The case as a whole", "  Eva corrected the article after it ran: “36 ships → 102 ships”."]),
    "a sign-off": (BASE, lambda c: sign(c, "Eva"), ["The case as a whole", "  Eva signed the case off."]),
    "a sign-off that lapsed": (
        SIGNED, lambda c: decide(c, 5, "Ben"),
        ["Claims", f": {SAID}, unreviewed → verified", f"    Ben decided “verified {SAID}”.", "The case as a whole",
         "  The sign-off by Eva no longer holds: the case has changed since."],
    ),
    "a place": (BASE, CHANGES["place"], ["The article", "  The place in the dateline: nothing → Anstruther."]),
    "a sentence": (
        BASE, lambda c: moved_on(c, cut=""), ["The article", "  Added: “It is her third refit.”, in “It is her third refit. The council"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
def test_each_thing_that_is_done_is_told_in_words(deed: str) -> None:
    """Heading, claim, and the sentence: in order, each line as it ends or begins."""
    base, change_, lines = DEEDS[deed]
    found = told(base, change_(base))
    assert len(found) == len(lines)
    for line, wanted in zip(found, lines, strict=True):
        assert line.startswith(wanted) or line.endswith(wanted)


def test_a_case_that_is_the_same_says_so() -> None:
    assert list(Differences(BASE, BASE, [], ("a.toml", "b.toml")).lines()) == ["No difference: a.toml and b.toml say the same."]


def test_a_new_claim_has_its_names_dates_and_figures_with_it() -> None:
    cost = BASE.claims[0]
    old = BASE.model_copy(update={"claims": tuple(c for c in BASE.claims if cost.id not in (c.id, c.part_of))})
    (heading, line, *rest) = told(old, BASE)
    assert line == f"  New: “{cost.gist}” ({cost.id}), with “Monday [4 March 2024]”, “£1.2m”, “£900,000”: {SAID}, verified"
    assert [one.strip().partition(" ")[0] for one in rest] == ["Ada", "Ada", "Ada", "Ada"]
    (heading, line) = told(BASE, old)
    assert line.startswith(f"  Gone: “{cost.gist}” ({cost.id}), with “Monday [4 March 2024]”")
    assert line.endswith("; it had 2 entries and 2 pieces of evidence")
    assert heading == "Claims"


def test_an_article_that_is_wholly_other_is_told_in_some_lines() -> None:
    text = "\n\n".join(f"Ship {n} left on day {n * 7}, and nobody saw it." for n in range(60))
    old = Case(article=BASE.article.model_copy(update={"text": text, "blocks": ()}))
    new = Case(article=BASE.article.model_copy(update={"text": text.replace("nobody saw", "Ann saw"), "blocks": ()}))
    lines = told(old, new)
    assert len(lines) == 22
    assert lines[-1] == "  40 more places differ."


class TestAnyCase:
    @given(cases(), cases())
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_what_is_told_is_one_line_a_thing_and_acts_on_no_terminal(self, old: Case, new: Case) -> None:
        found = Differences(old, new, compare(old, new), ("old\x1b[31m", "new\n"))
        for line in found.lines():
            assert visible(line) == line
        given = json.loads(found.as_json())
        jsonschema.validate(given, json.loads(differences_schema()))
        assert given["same"] is (old == new) is not given["differences"]
        assert all(one["told"] and visible(one["told"]) == one["told"] for one in given["differences"])

    @given(cases())
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_of_a_case_and_itself_there_is_nothing(self, case: Case) -> None:
        assert told(case, case.model_copy(deep=True)) == []

    @given(st.sampled_from(sorted(CHANGES)), st.sampled_from(sorted(CHANGES)))
    def test_what_two_people_made_of_a_case_has_sentences(self, one: str, other: str) -> None:
        before, after = CHANGES[one](BASE), CHANGES[other](BASE)
        assert bool(told(before, after)) is (before != after)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 11), st.integers(0, 40)), min_size=1, max_size=12))
    def test_everything_that_is_done_in_the_workbench_has_a_sentence(self, acts: list[tuple[str, int, int]]) -> None:
        """Step by step, whatever came before it; and back from the end, since whatever was done can be taken back."""
        session = Session(ferry_case(reviewed=True), Reader(name="Ann", role=ReviewRole.EDITOR))
        first = session.view.case
        for what, on, nth in acts:
            before, claims = session.view.case, session.view.claims
            if not claims:
                break
            session.view.choose(claims[on % len(claims)].id)
            with suppress(FactcheckError):
                ACTS[what](session, nth)
            after = session.view.case
            assert bool(told(before, after)) is (before != after), what
        assert bool(told(after, first)) is (after != first)

    @given(st.sampled_from(HOSTILE))
    def test_what_people_wrote_is_text(self, words_: str) -> None:
        note = Note(id="n", by=words_, at=AT, text=f"[b]{words_}[/b]")
        for line in told(BASE, BASE.model_copy(update={"notes": (note,)})):
            assert visible(line) == line
            assert "[b]" in line or line == Part.CASE.row


def test_every_list_of_entries_has_words_and_every_part_a_heading() -> None:
    assert _TOLD.keys() - {"evidence"} == _ENTRIES
    assert all(part.row for part in Part)
    for name in set(Case.model_fields) - {"article", "claims", "entities", "sources", "flags", "schema_version"}:
        assert name in _TOLD


def test_what_nobody_has_words_for_is_told_by_its_name() -> None:
    other = BASE.model_copy(update={"wind_force": 7})
    assert told(BASE, Case.model_validate(other.model_dump() | {"wind_force": 7})) == ["The case as a whole", "  Wind force: nothing → 7."]
    odd = Difference(part=Part.CASE, what="tide", act=Act.CHANGED, before=1, after=2, fields=("tide",))
    assert list(Differences(BASE, BASE, [odd], ("a", "b")).lines())[-1] == "  Tide: 1 → 2."


class TestConfidential:
    NAME = "Jane Roe"

    def hidden(self, case: Case, *, confidential: bool = True) -> Case:
        return case.with_source(Source(name=self.NAME, confidential=confidential))

    def talked(self, case: Case, **fields: str) -> Case:
        return attach(case, 5, source=self.NAME, stance="supports", added_by="Ben", **fields)

    def test_whom_either_state_calls_confidential_is_named_in_neither(self) -> None:
        open_, closed = self.hidden(self.talked(BASE), confidential=False), self.hidden(self.talked(BASE))
        for old, new in ((open_, closed), (closed, open_), (self.talked(BASE), closed), (BASE, closed)):
            assert "Roe" not in "".join(told(old, new))
            assert "Roe" not in Differences(old, new, compare(old, new), ("a", "b")).as_json()
        assert told(open_, closed) == ["Sources", "  confidential source 1: confidential now."]

    def test_what_is_withheld_and_differs_is_told_to_differ(self) -> None:
        one, other = self.hidden(self.talked(BASE, quote="It rained")), self.hidden(self.talked(BASE, quote="It snowed"))
        (_, _, line) = told(one, other)
        assert line == "    Evidence has changed (supports: confidential source 1): quote: changed, in what is not shown."
        assert "It snowed" in "".join(told(one, other, self.NAME))

    def test_it_is_named_when_that_is_asked_for(self) -> None:
        assert "Jane Roe" in "".join(told(BASE, self.hidden(self.talked(BASE)), "jane roe"))

    def test_what_readers_wrote_of_it_is_covered(self) -> None:
        old = self.hidden(self.talked(BASE))
        new = decide(old, 5, "Ben", None, note="Roe rang back")
        assert told(old, new)[-1] == "    Ben noted “[confidential source 1] rang back”."


class TestStates:
    @pytest.mark.parametrize(
        ("given", "revision", "path"),
        [
            ("a.toml", None, "a.toml"),
            ("HEAD:a.toml", "HEAD", "a.toml"),
            ("HEAD~2:claims/a.toml", "HEAD~2", "claims/a.toml"),
            ("HEAD^{/fix: the tide}:a.toml", "HEAD^{/fix: the tide}", "a.toml"),
            ("HEAD:", None, "HEAD:"),
            ("main@{2026-01-01 10:00}:a:b.toml", "main@{2026-01-01 10:00}", "a:b.toml"),
        ],
    )
    def test_a_revision_stands_before_the_first_colon(self, given: str, revision: str | None, path: str) -> None:
        assert State.of(given) == State(Path(path), revision)

    def test_a_file_that_is_there_is_meant_first(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("HEAD:a.toml").touch()
        assert State.of("HEAD:a.toml") == State(Path("HEAD:a.toml"))


class TestCommand:
    @pytest.fixture
    def run(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
        """In a folder with a case that was committed twice, and decided on since."""
        monkeypatch.chdir(tmp_path)
        file = CaseFile.create(Path("claims") / "ferry.toml", ferry_case())
        git("init", "-q")
        committed("first")
        file.save(decide(file.case, 5, "Ben"))
        committed("second")
        file.save(decide(file.case, 4, "Eve"))
        return commands(monkeypatch, capsys)

    @pytest.mark.parametrize(
        ("words_", "who"),
        [
            (("claims/ferry.toml",), ["Eve"]),
            (("HEAD:claims/ferry.toml",), ["Eve"]),
            (("HEAD~1:claims/ferry.toml",), ["Eve", "Ben"]),
            (("first:claims/ferry.toml", "second:claims/ferry.toml"), ["Ben"]),
            (("claims/ferry.toml", "first:claims/ferry.toml"), ["Eve", "Ben"]),
        ],
    )
    def test_files_and_revisions_are_compared_and_the_code_says_whether_they_differ(
        self, run: Run, words_: tuple[str, ...], who: list[str]
    ) -> None:
        code, said, error = run("diff", *words_)
        assert (code, error) == (1, "")
        assert [line.removeprefix("    Taken back: ").split()[0] for line in said.splitlines() if line.startswith("    ")] == who

    def test_nothing_that_differs_is_zero(self, run: Run) -> None:
        assert run("diff", "claims/ferry.toml", "claims/ferry.toml")[:2] == (
            0, "No difference: claims/ferry.toml and claims/ferry.toml say the same.\n",
        )  # fmt: skip

    def test_in_a_folder_of_the_repository_names_are_as_from_there(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir("claims")
        assert "Ben decided" in run("diff", "first:ferry.toml")[1]
        code, _, error = run("diff", "first:claims/ferry.toml")
        assert (code, error) == (2, "factcheck: There is no folder claims to ask git in; name the file as it is called from here.\n")

    def test_a_program_gets_what_the_schema_says(self, run: Run) -> None:
        code, said, _ = run("diff", "first:claims/ferry.toml", "--json")
        given = json.loads(said)
        jsonschema.validate(given, json.loads(run("schema", "--diff")[1]))
        assert (code, given["same"], len(given["differences"])) == (1, False, 2)
        assert [one["by"] for one in given["differences"]] == ["Eve", "Ben"]
        assert {(one["before"], one["after"]) for one in given["standings"]} == {("unreviewed", "verified")}

    @pytest.mark.parametrize(
        ("words_", "sentence"),
        [
            (("nowhere.toml",), "git has no file nowhere.toml at HEAD"),
            (("nowhere:claims/ferry.toml",), "git knows no revision “nowhere”"),
            (("--", "--output=x:claims/ferry.toml"), "git knows no revision “--output=x”"),
            (("HEAD\x1b[31m:claims/ferry.toml",), "git knows no revision"),
            (("HEAD:claims/other.toml",), "git has no file claims/other.toml at HEAD"),
            (("claims/ferry.toml", "story.txt"), "story.txt, line 1: this is not valid TOML"),
        ],
    )
    def test_what_cannot_be_compared_is_one_sentence(self, run: Run, words_: tuple[str, ...], sentence: str) -> None:
        Path("story.txt").write_text("No case.")
        code, said, error = run("diff", *words_)
        assert (code, said) == (2, "")
        assert error.startswith(f"factcheck: {sentence}")
        assert error.count("\n") == 1
        assert not Path("x").exists()

    def test_who_is_confidential_on_the_sheet_is_not_named(self, run: Run) -> None:
        file = CaseFile.open(Path("claims/ferry.toml"))
        file.save(attach(file.case, 5, source="Jane Roe", added_by="Ben"))
        Path("claims/ferry.contacts.toml").write_text('[[people]]\nname = "Jane Roe"\nconfidential = true\n')
        assert "Roe" not in run("diff", "claims/ferry.toml")[1]
        assert "Jane Roe" in run("diff", "claims/ferry.toml", "--reveal", "Jane Roe")[1]

    @pytest.mark.usefixtures("run")
    def test_git_can_be_told_to_ask_it(self) -> None:
        asked = ["git", "difftool", "-y", "-x", f"{sys.executable} -m factcheck diff", "first", "--", "claims/ferry.toml"]
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        assert "Ben decided “verified" in said


def test_a_review_in_a_row_is_one_line() -> None:
    reviews = tuple(Review(by="Ada", at=AT, verdict=verdict, judged=None) for verdict in Verdict)
    assert len(told(BASE, change(BASE, 6, reviews=reviews))) == 2 + len(Verdict)
