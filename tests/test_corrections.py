"""What was put right after an article ran: entries of its case, the public log, and the figures of a year."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import casefile, reporting
from factcheck.casefile import CaseFile, load, merge
from factcheck.model import Case, Correction, Reader, in_force
from factcheck.pipeline import each_case, update_case
from factcheck.reporting.claimreview import as_claimreview
from factcheck.reporting.corrections import public_log, year_of
from factcheck.reporting.options import Options
from factcheck.workbench.describe import details
from factcheck.workbench.session import Session
from tests.builders import FERRY, ferry_case
from tests.casefile.cases import HOSTILE
from tests.commands import Run, commands
from tests.model.test_signing import decided, signed

WHEN = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
CLAIM = ferry_case().claims[0].id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return CaseFile.create(tmp_path / "claims" / "ferry.toml", ferry_case(reviewed=True).model_copy(update={"flags": ()})).path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command: its exit code and what it printed on both streams."""
    return commands(monkeypatch, capsys)


def entry(name: str, minutes: int = 0, **fields: object) -> Correction:
    given = {"was": "36 ships", "now": "102 ships", **fields}
    return Correction.model_validate({"id": name, "by": "Ada", "at": WHEN + timedelta(minutes=minutes), **given})


def corrected(*entries: Correction, case: Case | None = None) -> Case:
    return (case or ferry_case()).model_copy(update={"corrections": entries})


class TestStanding:
    def test_an_amendment_stands_in_the_place_of_what_it_amends_until_it_is_withdrawn(self) -> None:
        first, second = entry("a"), entry("b", 1, amends="a", now="104 ships")
        assert in_force([first, second]) == [second]
        assert in_force([first, second, entry("c", 2, withdraws="b")]) == [first]
        assert in_force([first, entry("c", 2, withdraws="a")]) == []

    def test_the_order_in_the_file_does_not_matter_nor_the_same_moment(self) -> None:
        first, second = entry("a"), entry("b", withdraws="a")
        assert in_force([second, first]) == in_force([first, second]) == []

    def test_a_chain_of_one_day_stands_at_its_end_wherever_a_merge_put_its_links(self) -> None:
        chain = [entry("a"), entry("b", amends="a"), entry("c", amends="b")]
        for order in permutations(chain):
            assert in_force(order) == [chain[2]]
            assert in_force([*order, entry("d", 1, withdraws="c")]) == [chain[1]]

    @given(st.lists(st.tuples(*[st.sampled_from(["a", "b", "c"])] * 3, st.integers(0, 3)), max_size=8))
    def test_whatever_hands_wrote_nothing_loops_and_what_nobody_acts_on_stands(self, rows: list[tuple[str, str, str, int]]) -> None:
        entries = [entry(name, at, amends=one if at else None, withdraws=two if at == 2 else None) for name, one, two, at in rows]
        standing = in_force(entries)
        assert standing == sorted(standing, key=lambda one: one.at, reverse=True)
        acted_on = {one.acts_on for one in entries}
        assert all(one in standing for one in entries if one.withdraws is None and one.id not in acted_on)
        assert all(one.withdraws is None for one in standing)


class TestWriting:
    def test_it_is_an_entry_of_the_case_and_listed_without_anything_to_write(self, path: Path, run: Run) -> None:
        told = ("--was", "36", "--is", "102", "--why", "the list was old", "--asked-by", "Jo", "--at", "2026-11-27T09:00+00:00")
        code, out, _ = run("correct", path, CLAIM, *told)
        (made,) = load(path).corrections
        assert (code, out) == (0, f"{made.id}: corrected on 2026-11-27.\n")
        assert (made.was, made.now, made.why, made.asked_by, made.by, made.claims) == (
            "36",
            "102",
            "the list was old",
            "Jo",
            "Ada",
            (CLAIM,),
        )
        assert made.at == WHEN
        assert 'is = "102"' in path.read_text("utf-8")
        listed = run("correct", path)[1]
        assert all(words in listed for words in (made.id, "“36” → “102”", CLAIM, "the list was old", "asked by Jo", "by Ada"))
        assert run("correct", path, CLAIM, *told)[1] == "This correction is in the case already; nothing was added.\n"
        assert len(load(path).corrections) == 1

    def test_an_amendment_keeps_what_it_does_not_change_and_nothing_is_taken_out_of_the_file(self, path: Path, run: Run) -> None:
        run("correct", path, CLAIM, "--was", "36", "--is", "102", "--at", "2026-11-27")
        (first,) = load(path).corrections
        assert run("correct", path, "--amend", first.id, "--is", "104", "--at", "2026-11-28")[0] == 0
        second = load(path).corrections[1]
        assert (second.was, second.now, second.claims) == ("36", "104", (CLAIM,))
        assert run("correct", path, "--withdraw", second.id, "--at", "2026-11-29")[1].endswith(
            f"withdrew {second.id} on 2026-11-29; {first.id} stands again.\n"
        )
        there = load(path).corrections
        assert there[:2] == (first, second)
        assert in_force(there) == [first]
        assert "no longer stands" in run("correct", path)[1].splitlines()[1]

    @pytest.mark.parametrize(
        ("told", "why"),
        [
            (("nobody", "--was", "a", "--is", "b"), "has no claim nobody"),
            (("--was", "a"), "give both --was and --is"),
            (("--why", "so"), "give both --was and --is"),
            (("--withdraw", "x\x1b[2J"), "has no correction x␛[2J"),
            (("--amend", "x", "--is", "b"), "has no correction x"),
            (("--was", "a", "--is", "b", "--at", "soon"), "soon is no day"),
            (("--amend", "x", "--withdraw", "x"), "choose one"),
        ],
    )
    def test_what_says_nothing_or_points_nowhere_is_refused_and_nothing_is_saved(
        self, path: Path, run: Run, told: tuple[str, ...], why: str
    ) -> None:
        before = path.read_bytes()
        code, _, said = run("correct", path, *told)
        assert code == 2
        assert why in said.replace("\n", " ") or why in " ".join(said.replace("│", "").split())
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        ("undoing", "told", "why"),
        [
            (("--withdraw", "A"), ("--withdraw", "A"), "was withdrawn on 2026-11-28 by Ada; write what is right now as a new one."),
            (
                ("--withdraw", "A"),
                ("--amend", "A", "--is", "7"),
                "was withdrawn on 2026-11-28 by Ada; write what is right now as a new one.",
            ),
            (("--amend", "A", "--is", "104"), ("--amend", "A", "--is", "7"), "has replaced it, so amend or withdraw that one."),
            (("--amend", "A", "--is", "104"), ("--withdraw", "A"), "has replaced it, so amend or withdraw that one."),
            (("--withdraw", "A"), ("--withdraw", "B"), "only withdraws a correction"),
            (("--withdraw", "A"), ("--amend", "B", "--is", "7"), "only withdraws a correction"),
            (None, ("--amend", "A"), "says that already; nothing was added."),
            (None, ("--amend", "A", "--is", "102"), "says that already; nothing was added."),
            (None, ("--amend", "A", "--is", "36"), "are the same words; give what the article says now with --is."),
            (None, ("--withdraw", "A", "--is", "7"), "A withdrawal says only why"),
            (None, (CLAIM, "--withdraw", "A"), "A withdrawal says only why"),
        ],
    )
    def test_what_counts_no_more_is_not_undone_again_and_what_says_nothing_new_is_not_written(
        self, path: Path, run: Run, undoing: tuple[str, ...] | None, told: tuple[str, ...], why: str
    ) -> None:
        run("correct", path, "--was", "36", "--is", "102", "--at", "2026-11-27")
        ids = {"A": load(path).corrections[0].id}
        if undoing:
            run("correct", path, *[ids.get(one, one) for one in undoing], "--at", "2026-11-28")
            ids["B"] = load(path).corrections[1].id
        before = path.read_bytes()
        code, _, said = run("correct", path, *[ids.get(one, one) for one in told], "--at", "2026-11-29")
        assert code == 2
        assert why in said
        assert len(said.splitlines()) == 1
        assert path.read_bytes() == before

    def test_printed_words_give_way_to_new_ones_and_stay_where_only_the_reason_is_new(self, path: Path, run: Run) -> None:
        run("correct", path, "--say", "The fleet has 102 ships", "--at", "2026-11-25")
        run("correct", path, "--amend", load(path).corrections[0].id, "--why", "a reader wrote", "--at", "2026-11-26")
        run("correct", path, "--amend", load(path).corrections[1].id, "--was", "36", "--is", "104", "--at", "2026-11-27")
        run("correct", path, "--amend", load(path).corrections[2].id, "--say", "It has 105", "--at", "2026-11-28")
        there = [(one.says, one.was, one.now) for one in load(path).corrections]
        assert there == [("The fleet has 102 ships", None, None)] * 2 + [(None, "36", "104"), ("It has 105", None, None)]

    def test_nothing_is_amended_before_it_was_made(self, path: Path, run: Run) -> None:
        run("correct", path, "--was", "36", "--is", "102", "--at", "2026-11-27")
        (first,) = load(path).corrections
        code, _, said = run("correct", path, "--withdraw", first.id, "--at", "2026-11-01")
        assert code == 2
        assert "was made later" in said

    def test_what_two_people_corrected_is_there_after_a_merge(self) -> None:
        base = corrected(entry("a"))
        ours, theirs = corrected(entry("a"), entry("b", 1)), corrected(entry("a"), entry("c", 2, withdraws="a"))
        for one, two in ((ours, theirs), (theirs, ours)):
            merged = merge(base, one, two)
            assert {e.id for e in merged.case.corrections} == {"a", "b", "c"}
            assert merged.conflicts == ()
            assert [e.id for e in in_force(merged.case.corrections)] == ["b"]

    def test_a_new_version_of_the_article_keeps_them(self, path: Path, tmp_path: Path, run: Run) -> None:
        run("correct", path, CLAIM, "--was", "36", "--is", "102")
        (tmp_path / "new.txt").write_text(FERRY.replace("nine of the twelve", "ten of the twelve"), "utf-8")
        before = load(path).corrections
        update_case(path, str(tmp_path / "new.txt"))
        assert load(path).corrections == before


class TestLog:
    def test_it_reads_as_papers_print_it_newest_first_over_several_cases(self, path: Path, run: Run) -> None:
        run("correct", path, "--was", "a cost of £1.2m", "--is", "a cost of £1.3m", "--at", "2026-11-26")
        other = CaseFile.create(path.with_name("weir.toml"), ferry_case().model_copy(update={"flags": ()})).path
        says = "An earlier version of this article gave the size of the fleet as 36. It is 102"
        run("correct", other, "--say", says, "--at", "2026-11-27")
        code, out, said = run("corrections", path.parent)
        assert (code, said) == (0, "")
        paragraphs = out.split("\n\n")
        assert paragraphs[0] == "# Corrections"
        assert paragraphs[1] == "**Harbour ferry refit runs late (5 March 2024)**"
        assert paragraphs[2] == f"{says}. Corrected on 27 November 2026."
        assert paragraphs[4].startswith("An earlier version of this article said “a cost of £1.2m”. It should say “a cost of £1.3m”.")
        as_json = json.loads(run("corrections", path, other, path, "--to", "json")[1])["corrections"]
        assert [(one["corrected"], one["is"]) for one in as_json] == [("2026-11-27", None), ("2026-11-26", "a cost of £1.3m")]
        assert run("corrections", path.parent / "none", "--to", "html")[0] == 2

    def test_who_asked_who_decided_why_and_confidential_names_are_not_in_it(self, path: Path, run: Run) -> None:
        casefile.sheet_path(path).write_text("[[people]]\nname = 'Mira Quill'\nphone = '0123'\nconfidential = true\n", "utf-8")
        run(
            "correct", path, "--was", "Quill counted 36", "--is", "She counted 102", "--why", "the gate log", "--asked-by", "Mira Quill",
            "--reviewer", "Bo",
        )  # fmt: skip
        for form in reporting.LOG_FORMATS:
            code, out, _ = run("corrections", path, "--to", form)
            assert code == 0
            assert "counted 102" in out
            assert not any(words in out for words in ("Quill", "Mira", "0123", "gate log", "Bo\n", "“Bo", "Minutes of 4 March"))

    def test_hostile_words_are_words_in_every_form(self) -> None:
        bad = "<script>x</script> [a](javascript:b) *\x1b[2J\u202eevil {{ 7*7 }}\n# head"
        log = public_log([corrected(entry("a", was=bad, now=bad, says=None)), corrected(entry("b", says=bad))])
        page = reporting.LOG_FORMATS["html"](log)
        assert "<script" not in page
        assert "&lt;script&gt;" in page
        words = reporting.LOG_FORMATS["md"](log)
        assert "\\[a\\](javascript" in words
        assert words.count("\n#") == 0
        for form in reporting.LOG_FORMATS.values():
            assert not {"\x1b", "\u202e"} & set(form(log))
            assert "{{ 7*7 }}" in form(log).replace("\\", "")

    @given(st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=2), st.none() | st.sampled_from(HOSTILE))
    def test_any_words_make_a_log_that_can_be_read_back(self, parts: list[str], says: str | None) -> None:
        log = public_log([corrected(entry("a", was=parts[0], now=parts[1], says=says))])
        assert json.loads(reporting.LOG_FORMATS["json"](log))["corrections"][0]["text"].endswith("Corrected on 27 November 2026.")
        assert len(reporting.LOG_FORMATS["md"](log).splitlines()) == 5

    def test_no_corrections_are_told_too(self) -> None:
        assert reporting.LOG_FORMATS["md"]([]) == "# Corrections\n\nNone.\n"
        assert "None." in reporting.LOG_FORMATS["html"]([])


class TestYear:
    def test_months_kinds_days_and_the_share_of_articles(self) -> None:
        parts = {claim.kind: claim.id for claim in ferry_case().claims}
        ran = ferry_case().article.model_copy(update={"published": date(2026, 11, 20)})
        case = ferry_case().model_copy(update={"article": ran})
        one = corrected(entry("a", claims=(parts["figure"], parts["date"])), entry("b", 1, claims=("gone",)), case=case)
        undone = corrected(entry("a"), entry("b", 1, withdraws="a"), case=case)
        old = corrected(entry("a", -60 * 24 * 300), case=ferry_case())
        found = year_of([one, undone, old], 2026)
        assert found.corrections == 3
        assert (found.months[11], found.months[1]) == (2, 1)
        assert found.kinds == {"date": 1, "figure": 1, "unknown": 2}
        assert found.days[:2] == [7, 7]
        assert (found.articles, found.corrected, found.share) == (2, 1, 0.5)
        assert year_of([one], 2025).corrections == 0
        assert year_of([], 2026).share is None

    def test_it_is_told_as_a_table_and_as_json_and_an_unreadable_case_is_named(self, path: Path, run: Run) -> None:
        run("correct", path, CLAIM, "--was", "36", "--is", "102", "--at", "2024-03-08")
        path.with_name("z.toml").write_text("broken")
        code, out, said = run("stats", path.parent, "--year", "2024")
        assert code == 0
        assert "1 correction in 2024." in out
        assert "March" in out
        assert "From publication to correction: 3 days." in out
        assert "Of 1 article that appeared in 2024, 1 corrected (100.0 %)." in out
        assert "z.toml is not counted" in said
        assert json.loads(run("stats", path.parent, "--year", "2024", "--json")[1])["median_days"] == 3
        assert len(list(each_case(path.parent))) == 2


class TestElsewhere:
    def test_the_details_of_a_claim_say_that_it_was_corrected(self) -> None:
        case = corrected(entry("a", claims=(CLAIM,), was="36\x1b[2J"), entry("b", 1, claims=("other",), now="999"))
        session = Session(case, Reader(name="Ben"), lambda: WHEN)
        assert session.view.chosen == CLAIM
        shown = "\n".join("".join(text for text, _ in line) for line in details(session, "R"))
        assert "corrected after it ran, 27 Nov 2026 09:00: “36␛[2J” became “102 ships”" in shown
        assert "999" not in shown

    def test_claimreview_says_what_was_corrected_where_the_claim_appeared(self) -> None:
        case = signed(decided())
        sure = next(c for c in case.claims if c.part_of is None and not c.attributed)
        told = json.loads(
            as_claimreview(
                case.model_copy(update={"corrections": (entry("a", claims=(sure.id,)),)}),
                Options(publisher="Post", url="https://post.example/c", appeared="https://paper.example/a"),
            )
        )["@graph"]
        found = {one["url"].rpartition("-")[2]: one["itemReviewed"]["appearance"].get("correction") for one in told}
        (comment,) = found.pop(sure.id)
        assert comment["@type"] == "CorrectionComment"
        assert comment["datePublished"] == "2026-11-27"
        assert not any(found.values())
