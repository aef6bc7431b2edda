"""The dossier over several stories: what must change in each, what is open with whom, and what they share."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from factcheck.casefile import CaseFile
from factcheck.model import Assignment, Case, ClaimKind, Contact, Evidence, Review, Source, Verdict
from factcheck.model.entity import Entity, EntityKind, Gender, How, Mention
from factcheck.reporting import DOSSIER_FORMATS
from factcheck.reporting.dossier import dossier_as_html, dossier_as_markdown, facts
from factcheck.searching import judged_differently
from tests.builders import AT, FERRY, article, ferry_case, words
from tests.commands import Run, commands
from tests.reporting.test_formats import sourced
from tests.reporting.test_hostile import harmless, hostile_everywhere
from tests.reporting.test_reports import Tags

LATE, DEAR = "Harbour ferry refit runs late", "Harbour ferry refit cost more"
"""Of one length, so that every claim stands where it stood."""


def story(headline: str, *titles: str, reviewed: bool = True, **fields: object) -> Case:
    """The ferry's case under another headline, in which Ruth Okafor has those titles."""
    mention = Mention(**words(FERRY, "Ruth Okafor").model_dump(), how=How.NAME)
    person = Entity(id="e1", kind=EntityKind.PERSON, name="Ruth Okafor", titles=titles, mentions=(mention,))
    case = ferry_case(reviewed=reviewed)
    head = {"article": article(FERRY.replace(LATE, headline)), "entities": (person,)}
    return case.model_copy(update={**head, **fields})


def half_verified(case: Case, by: str = "Eva") -> Case:
    half = next(claim for claim in case.claims if claim.kind == "assertion")
    return case.with_claim(half.model_copy(update={"reviews": (Review(by=by, at=AT, verdict=Verdict.VERIFIED, judged=half.judged),)}))


def two() -> list[tuple[str, Case | str]]:
    held = (Assignment(to="Ben", by="Ada", at=AT),)
    return [
        ("a.toml", half_verified(story(LATE, "Engineer", flags=()))),
        ("b.toml", story(DEAR, "clerk", assignments=held)),
    ]


def told(stories: list[tuple[str, Case | str]]) -> str:
    pairs = judged_differently([case if isinstance(case, Case) else None for _, case in stories])
    return " ".join(Tags(dossier_as_html(stories, pairs)).text.split())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return commands(monkeypatch, capsys)


class TestFirst:
    def test_how_many_must_not_run_is_said_first_and_the_worst_stands_first(self) -> None:
        shown = facts(two())
        assert shown["first"] == "1 of 2 stories must not run as it stands (2 things to change); 16 claims still open; 0 signed off."
        assert [(row["story"], row["must"], row["decided"], row["claims"]) for row in shown["stories"]] == [
            (DEAR, 2, 2, 10), (LATE, 0, 2, 10),
        ]  # fmt: skip

    def test_stories_of_one_headline_are_told_apart_by_their_files(self) -> None:
        case = story(LATE)
        assert [row["story"] for row in facts([("a.toml", case), ("b.toml", case)])["stories"]] == [
            f"{LATE} (a.toml)", f"{LATE} (b.toml)",
        ]  # fmt: skip

    def test_what_cannot_be_read_is_said_and_no_story_is_none(self) -> None:
        assert "c.toml could not be read: it is broken" in told([*two(), ("c.toml", "it is broken")])
        assert "There are no stories." in told([])
        assert dossier_as_markdown([]).startswith("# Dossier: 0 stories\n")


class TestContents:
    def test_what_must_change_stands_in_its_sentence(self) -> None:
        assert "Write “a third” AdaThe Regional Transport Authority paid for half of it." in told(two())
        assert "“The Regional Transport Authority paid for →half← of it.”" in dossier_as_markdown(two())

    def test_a_long_sentence_is_cut_around_the_words(self) -> None:
        text = f"Head\n\n{'Before it ' * 60}the ferry sank{' and after it' * 60}."
        start = text.index("the ferry sank")
        case = Case(article=article(text))
        claim = ferry_case(reviewed=True).claims[0].model_copy(
            update={
                "kind": ClaimKind.ASSERTION, "id": "x",
                "start": start, "end": start + 14, "text": "the ferry sank", "speaker": None, "cue": None,
                "content": (), "reviews": (Review(by="Ada", at=AT, verdict=Verdict.FALSE),), "gist": "the ferry sank",
            }
        )  # fmt: skip
        sentence = facts([("a", case.model_copy(update={"claims": (claim,)}))])["must"][0]["tasks"][0]["sentence"]
        assert sentence["words"] == "the ferry sank"
        assert sentence["before"].startswith("…")
        assert sentence["before"].endswith("Before it ")
        assert sentence["after"].endswith("…")
        assert len(sentence["before"] + sentence["after"]) < 330

    def test_with_whom_it_is_open(self) -> None:
        shown = [(one["who"], [(thing["number"], thing["story"]) for thing in one["things"]]) for one in facts(two())["open"]]
        assert shown == [
            ("Ben", [(4, DEAR)]),
            ("the author", [(1, DEAR), (1, LATE)]),
            ("Nobody in particular", [(4, LATE)]),
        ]

    def test_sources_of_several_stories(self) -> None:
        shown = [(one["called"], one["kind"], len(one["stories"])) for one in facts(two())["sources"]]
        assert shown == [("Call with the clerk", "talk", 2), ("https://example.org/minutes?a=1&b=2", "page", 2)]
        assert facts(two()[:1])["sources"] == []

    def test_people_whom_the_stories_describe_differently(self) -> None:
        (one,) = facts(two())["people"]
        assert (one["name"], one["differ"], [entry["as"] for entry in one["stories"]]) == (
            "Ruth Okafor", True, ["Ruth Okafor, clerk", "Ruth Okafor, Engineer"],
        )  # fmt: skip

    def test_a_story_that_says_less_of_somebody_contradicts_none(self) -> None:
        for titles in ((), ("engineer",), ("chair", "Engineer")):
            (one,) = facts([("a", story(LATE, "Engineer")), ("b", story(DEAR, *titles))])["people"]
            assert not one["differ"]
        he = story(DEAR, "Engineer")
        he = he.model_copy(update={"entities": (he.entities[0].model_copy(update={"gender": Gender.MALE}),)})
        she = he.model_copy(update={"entities": (he.entities[0].model_copy(update={"gender": Gender.FEMALE}),)})
        assert facts([("a", he), ("b", she)])["people"][0]["differ"]

    def test_a_claim_that_was_judged_differently(self) -> None:
        shown = told(two())
        assert "Judged differently in two stories" in shown
        assert (
            "✓ verified in “Harbour ferry refit runs late”: The Regional Transport Authority paid for half of it. Eva, 5 March 2024"
            in shown
        )
        assert (
            "≠ disputed in “Harbour ferry refit cost more”: The Regional Transport Authority paid for half of it. Ada, 5 March 2024"
            in shown
        )
        assert "Judged differently" not in told([("a", story(LATE)), ("b", story(DEAR))])


class TestSafety:
    @pytest.mark.parametrize("form", DOSSIER_FORMATS)
    def test_who_is_confidential_in_one_story_is_named_in_none(self, form: str) -> None:
        hidden = sourced().with_source(Source(name="Call with Jane Roe", confidential=True))
        rung = Contact(person="Jane Roe", how="call", at=AT, by="Ada")
        other = sourced().model_copy(update={"contacts": (rung,)})
        bad = next(claim for claim in other.claims if claim.kind == "assertion")
        note = Review(by="Ada", at=AT, verdict=Verdict.FALSE, note="Jane Roe says so", judged=bad.judged)
        other = other.with_claim(bad.model_copy(update={"reviews": (note,)}))
        made = DOSSIER_FORMATS[form]([("a", hidden), ("b", other)])
        assert "Roe" not in made
        assert "confidential source" in made
        assert "Jane Roe" in DOSSIER_FORMATS[form]([("b", other)])
        assert "Call with Jane Roe" in DOSSIER_FORMATS[form]([("a", hidden), ("b", other)], (), ["Call with Jane Roe"])

    def test_a_confidential_source_that_is_revealed_is_shared_like_any(self, tmp_path: Path, run: Run) -> None:
        case = sourced().with_source(Source(name="Call with Jane Roe", confidential=True))
        for name in ("a", "b"):
            CaseFile.create(tmp_path / f"{name}.toml", case)
        code, printed, _ = run("dossier", tmp_path)
        assert (code, "Roe" in printed) == (0, False)
        code, printed, _ = run("dossier", tmp_path, "--reveal", "Call with Jane Roe")
        assert (code, printed.count("Call with Jane Roe")) == (0, 1)

    def test_the_folders_of_this_machine_are_not_told(self) -> None:
        filed = Evidence(source="/home/ada/minutes.pdf")
        stories: list[tuple[str, Case | str]] = []
        for name in ("a", "b"):
            case = ferry_case()
            stories.append((name, case.with_claim(case.claims[0].model_copy(update={"evidence": (filed,)}))))
        assert [one["called"] for one in facts(stories)["sources"]] == ["minutes.pdf"]

    def test_hostile_words_are_words(self) -> None:
        stories: list[tuple[str, Case | str]] = [("a", hostile_everywhere()), ("<script>b", hostile_everywhere()), ("<b>", "<script>x")]
        harmless(dossier_as_html(stories))
        rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(dossier_as_markdown(stories))
        assert not {tag for tag, _ in Tags(rendered).tags} & {"script", "a", "img"}
        assert "\x1b" not in rendered

    @pytest.mark.parametrize("form", DOSSIER_FORMATS)
    def test_the_same_stories_give_the_same_bytes(self, form: str) -> None:
        assert DOSSIER_FORMATS[form](two()) == DOSSIER_FORMATS[form](two())


class TestCommand:
    def test_it_is_printed_or_written_of_cases_and_folders(self, tmp_path: Path, run: Run) -> None:
        one = CaseFile.create(tmp_path / "a" / "one.toml", half_verified(story(LATE, flags=()))).path
        CaseFile.create(tmp_path / "b" / "two.toml", story(DEAR, flags=()))
        code, printed, said = run("dossier", one, tmp_path / "b", tmp_path / "b" / "two.toml")
        assert (code, said) == (0, "")
        assert printed.startswith("# Dossier: 2 stories\n")
        assert "## Judged differently in two stories" in printed
        out = tmp_path / "d.html"
        assert run("dossier", one, "--to", "html", "--out", out)[:2] == (0, f"{out}\n")
        assert out.read_text().startswith("<!DOCTYPE html>")

    def test_one_that_cannot_be_read_is_told_and_the_rest_is_made(self, tmp_path: Path, run: Run) -> None:
        CaseFile.create(tmp_path / "one.toml", story(LATE, flags=()))
        (tmp_path / "two.toml").write_text("x = [")
        code, printed, said = run("dossier", tmp_path)
        assert code == 2
        assert LATE in printed
        assert "two.toml could not be read" in printed
        assert "correct the line" in said

    def test_a_folder_that_is_not_there_is_one_sentence(self, tmp_path: Path, run: Run) -> None:
        code, printed, said = run("dossier", tmp_path / "none")
        assert (code, printed) == (2, "")
        assert "Traceback" not in said
        assert said.count("\n") == 1
