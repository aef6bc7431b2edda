"""Each format is read back by a library that we did not write, keeps what it should, and gives the same bytes twice."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from citeproc.source.json import CiteProcJSON
from hypothesis import HealthCheck, given, settings
from iiif_prezi3 import AnnotationPage
from pdfminer.high_level import extract_text
from pybtex.database import parse_string
from sarif_pydantic import Sarif
from schema_org import Claim, ClaimReview

from factcheck.model import (
    Aspect,
    Bearing,
    Case,
    Channel,
    Contact,
    Evidence,
    EvidenceLevel,
    FactcheckError,
    Quotation,
    Review,
    ReviewRole,
    Source,
    Stance,
    Verdict,
    Waiver,
)
from factcheck.pipeline import check_rules, export_case, import_case
from factcheck.reporting import FORMATS, Options, export
from factcheck.reporting.claimreview import as_claimreview
from factcheck.reporting.document import report_as_json
from factcheck.reporting.linter import OPEN_CLAIM
from factcheck.reporting.pages import as_html, as_markdown
from factcheck.reporting.whole import case_from_json
from factcheck.reporting.withholding import withheld
from tests.builders import AT, ferry_case
from tests.casefile.cases import cases
from tests.model.test_signing import decided, signed
from tests.reporting.test_reports import HOSTILE, hostile_case

EXAMPLES = settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
PUBLISHED = Options(
    publisher="The Harbour Post",
    publisher_url="https://post.example",
    url="https://post.example/checks/1",
    appeared="https://news.example/a",
)
LOG = "https://harbour.example/log?a=1&b=2#top"


def sourced() -> Case:
    """The ferry's case with a source that was looked at, a call, and a person who must not be named."""
    case = ferry_case(reviewed=True)
    items = (
        Evidence(url=LOG, quote="nine of the twelve", level=EvidenceLevel.PRIMARY, added_by="Ada", locator="p. 3"),
        Evidence(source="Call with Jane Roe", quote="It was rotten", added_by="Ada"),
        Evidence(source="=cmd|'/C calc'!A0"),
    )
    claim = case.claims[0]
    note = Review(by="Ada", at=AT, note="Jane Roe rang: roe says it is so, see https://harbour.example/log?a=1&b=2")
    case = case.with_claim(claim.model_copy(update={"evidence": items, "reviews": (*claim.reviews, note)}))
    found = Quotation(claim=claim.id, quote="nine of the twelve", match=88, found="ten of the twelve", remarks=("it stops before “but”",))
    return case.with_source(
        Source(
            url=LOG.partition("#")[0], status="ok", fetched=AT, title="The 100% {log} & more", publisher="Harbour_Office",
            author="A. Finch", dated="2024-03-02", archive="https://archive.example/web/20240305/https://harbour.example/log",
            quotations=(found,),
        )
    )  # fmt: skip


def unborne() -> Case:
    """The ferry's case with minutes that the writer cites, in which a quotation differs and a day and a figure are not."""
    case = ferry_case()
    said = next(claim for claim in case.claims if claim.kind == "quote")
    monday, cost, other = (next(claim for claim in case.claims if claim.text == words) for words in ("Monday", "£1.2m", "£900,000"))
    words = "We found rot in nine of the twelve"
    for claim, quote in ((said, words), (case.claim(monday.part_of or ""), None)):
        cited = Evidence(source="minutes.pdf", stance=Stance.CITED, quote=quote)
        case = case.with_claim(claim.model_copy(update={"evidence": (cited,)}))
    looked = (
        Quotation(
            claim=said.id, quote=words, match=80, found="rot in ten of the twelve", place="page 3", remarks=("it stops before “but”",)
        ),
        Quotation(claim=monday.id, quote="Monday", match=0, remarks=("it has “Tuesday” (page 2)",)),
        Quotation(claim=cost.id, quote="£1.2m", match=100, found="£1.2m", place="page 4"),
        Quotation(claim=other.id, quote="£900,000", match=0),
        Quotation(claim=said.id, quote="what nobody quotes any more", match=0),
    )
    return case.with_source(Source(name="minutes.pdf", sha256="0" * 64, status="ok", quotations=looked))


class TestNotInSource:
    """What a claim leans on a source for and the source does not have is in every report that people read, and in the JSON."""

    def told(self, case: Case, name: str, folder: Path) -> str:
        data = written(case, name, folder)
        return html.unescape(re.sub(r"<[^>]+>", "", data.decode().replace("\\", "")))

    @pytest.mark.parametrize("name", ["markdown", "html"])
    def test_it_is_listed_with_what_the_source_has(self, name: str, tmp_path: Path) -> None:
        told = " ".join(self.told(unborne(), name, tmp_path).split())
        assert "Not in its source as it stands here" in told
        for words in (
            "the source has “rot in ten of the twelve” (page 3) (80 % alike); it stops before “but”",
            "the source does not have these words; it has “Tuesday” (page 2)",
            "“Monday”: the source does not have these words",
            "“£900,000”: the source does not have these words",
            "“£1.2m”: the source has these words (page 4)",
        ):
            assert words in told
        assert "nobody quotes any more" not in told
        assert "Not in its source" not in self.told(ferry_case(), name, tmp_path)

    def test_a_program_gets_each_with_its_claim(self, tmp_path: Path) -> None:
        found = json.loads(written(unborne(), "json", tmp_path))["not_in_source"]
        assert [(one["quote"][:7], one["amount"], one["match"], one["place"]) for one in found] == [
            ("Monday", True, 0, None), ("£900,00", True, 0, None), ("We foun", False, 80, "page 3"),
        ]  # fmt: skip
        assert found[0]["remarks"] == ["it has “Tuesday” (page 2)"]
        assert found[0]["source"] == "minutes.pdf"

    def test_a_source_that_has_it_makes_up_for_one_that_has_not(self) -> None:
        case = unborne()
        monday = next(claim for claim in case.claims if claim.text == "Monday")
        has = Quotation(claim=monday.id, quote="Monday", match=100, found="Monday")
        case = case.with_source(Source(name="log.txt", quotations=(has,)))
        assert [one.quotation.quote for one in Bearing(case).lacking() if one.amount] == ["£900,000"]

    def test_the_figures_of_a_claim_are_not_looked_for_in_a_source_that_refutes_it(self) -> None:
        case = unborne()
        refuting = [claim.model_copy(update={"evidence": tuple(i.model_copy(update={"stance": Stance.REFUTES}) for i in claim.evidence)})
                    for claim in case.claims]  # fmt: skip
        assert Bearing(case.model_copy(update={"claims": tuple(refuting)})).lacking()[1:] == []


def zipfile_text(data: bytes) -> bytes:
    """All that a package holds."""
    package = zipfile.ZipFile(io.BytesIO(data))
    return b"".join(map(package.read, package.namelist()))


def written(case: Case, name: str, folder: Path, options: Options = PUBLISHED) -> bytes:
    (path,) = export(case, "ferry", folder, [name], replace(options, checks=check_rules(), version="1"))
    return path.read_bytes()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "claimreview"])
@pytest.mark.parametrize(
    "case", [ferry_case(), sourced(), hostile_case(), Case(article=ferry_case().article)], ids=["new", "full", "hostile", "empty"]
)
def test_the_same_case_gives_the_same_bytes(name: str, case: Case, tmp_path: Path) -> None:
    once = written(case, name, tmp_path)
    assert written(case, name, tmp_path) == once


def test_without_a_choice_all_are_written_but_what_may_not_be_true(tmp_path: Path) -> None:
    assert {path.name for path in export(sourced(), "ferry", tmp_path)} == {
        f"ferry{form.suffix}" for form in FORMATS.values() if form.always
    }
    assert not FORMATS["claimreview"].always


class TestConfidentialSources:
    def case(self) -> Case:
        case = sourced()
        wrong = Review(by="Ada", at=AT, aspect=Aspect.SO, verdict=Verdict.FALSE, note="Jane Roe says no")
        case = case.with_claim(case.claims[0].model_copy(update={"reviews": (*case.claims[0].reviews, wrong)}))
        return case.with_source(Source(name="Call with Jane Roe", confidential=True, title="Roe's own words"))

    @pytest.mark.parametrize("name", [name for name in FORMATS if name != "claimreview"])
    def test_no_export_names_them(self, name: str, tmp_path: Path) -> None:
        data = written(self.case(), name, tmp_path)
        texts = [data]
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                texts = [package.read(one) for one in package.namelist()]
        if data.startswith(b"%PDF"):
            texts = [extract_text(io.BytesIO(data)).encode()]
        for text in texts:
            assert not re.search(rb"jane|\broe\b|rotten\W*<|It was rotten", text, re.IGNORECASE)

    @pytest.mark.parametrize("name", ["markdown", "html", "json", "docx"])
    def test_they_are_named_when_asked_for_by_name(self, name: str, tmp_path: Path) -> None:
        data = written(self.case(), name, tmp_path, Options(reveal=("call with jane  roe",)))
        if data[:2] == b"PK":
            data = b"".join(zipfile.ZipFile(io.BytesIO(data)).read(n) for n in ("word/comments.xml", "word/document.xml"))
        assert b"Jane Roe" in data

    def test_everyday_words_in_a_name_are_left_where_they_name_nobody(self) -> None:
        case = sourced()
        claim = case.claims[0]
        note = Review(by="Ada", at=AT, note="The clerk will ring on the quay. We asked Will twice; Will Brown said the wall is wet.")
        call = Evidence(source="The man called Will Brown")
        case = case.with_claim(claim.model_copy(update={"reviews": (note,), "evidence": (call,)}))
        (told,) = withheld(case.with_source(Source(name=call.source, confidential=True))).claims[0].reviews
        hidden = "[confidential source 1]"
        assert told.note == f"The clerk will ring on the quay. We asked {hidden} twice; {hidden} {hidden} said the wall is wet."

    def test_a_name_in_the_words_of_another_source_is_hidden(self, tmp_path: Path) -> None:
        """And what is told of those words stays: they are still the ones that are looked for."""
        case = self.case()
        claim = case.claims[0]
        quoting = claim.evidence[0].model_copy(update={"quote": "Jane Roe counted nine"})
        case = case.with_claim(claim.model_copy(update={"evidence": (quoting, *claim.evidence[1:])}))
        found = Quotation(claim=claim.id, quote=quoting.quote or "", match=80, found="Mrs Roe counted ten", remarks=("Roe says ten",))
        case = case.with_source(case.sources[0].model_copy(update={"quotations": (found,)}))
        for name in FORMATS:
            data = written(case, name, tmp_path) if name != "claimreview" else b""
            told = zipfile_text(data) if data.startswith(b"PK") else data
            assert b"Roe" not in (extract_text(io.BytesIO(data)).encode() if data.startswith(b"%PDF") else told)
        assert "[confidential source 1] counted ten" in as_markdown(withheld(case)).replace("\\", "")

    def test_an_address_can_be_confidential(self) -> None:
        case = sourced()
        hidden = withheld(case.with_source(case.sources[0].model_copy(update={"confidential": True})))
        assert "harbour.example" not in report_as_json(hidden)
        assert "confidential source 1" in as_markdown(hidden)
        assert len(hidden.origins(hidden.claims[0].evidence)) == len(case.origins(case.claims[0].evidence))

    def test_orphans_and_unknown_keys_do_not_name_them(self) -> None:
        orphan = {"id": "x", "gist": "g", "evidence": [{"source": "Call with Jane Roe", "quote": "secret words", "stance": "supports"}]}
        case = Case.model_validate({**dict(self.case()), "orphans": [orphan], "note_other": "as Jane Roe told us"})
        told = report_as_json(withheld(case))
        assert "secret words" not in told
        assert "Roe" not in told

    def test_the_contact_log_and_waivers_do_not_name_them(self) -> None:
        talk = Contact(
            person="call with JANE ROE", how=Channel.CALL, at=AT, by="Ada", claims=("a", "b"), confirmed="secret words", words="It was I",
        )  # fmt: skip
        other = Contact(person="Tom Ward", how=Channel.MAIL, at=AT, by="Ben", corrected="Jane Roe has the log", words="Ask her, not me")
        waiver = Waiver(start=0, end=7, text="Harbour", by="Ada", at=AT, reason="Roe rang")
        case = self.case().model_copy(update={"contacts": (talk, other), "waivers": (waiver,)})
        hidden = withheld(case)
        alias = "confidential source 1"
        assert hidden.contacts[0] == Contact(person=alias, how=Channel.CALL, at=AT, by="Ada", claims=("a", "b"))
        assert hidden.contacts[1] == other.model_copy(update={"corrected": f"[{alias}] [{alias}] has the log"})
        assert hidden.waivers == (waiver.model_copy(update={"reason": f"[{alias}] rang"}),)
        told = report_as_json(hidden)
        assert not re.search(r"jane|\broe\b|secret words|It was I", told, re.IGNORECASE)
        assert "Ask her, not me" in told

    def test_a_case_without_them_is_left_as_it_is(self) -> None:
        case = sourced()
        assert withheld(case) is case


class TestJson:
    @EXAMPLES
    @given(cases())
    def test_any_case_comes_back_the_same(self, case: Case) -> None:
        assert case_from_json(report_as_json(case), "a.json") == case

    def test_the_command_gives_the_case_back(self, tmp_path: Path) -> None:
        from factcheck.casefile import CaseFile

        CaseFile.create(tmp_path / "ferry.toml", sourced().model_copy(update={"flags": ()}))
        (path,) = export_case(tmp_path / "ferry.toml", tmp_path, ["json"])
        made = import_case(path, tmp_path / "again")
        assert CaseFile.open(made).case == CaseFile.open(tmp_path / "ferry.toml").case
        with pytest.raises(FactcheckError, match="already is a case of this article"):
            import_case(path, tmp_path / "again")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[]",
            "{}",
            '{"case": 1}',
            '{"case": {}}',
            '{"case": {"schema_version": "x"}}',
            '{"case": {"schema_version": 1}}',
            "[" * 100_000,
        ],
    )
    def test_what_is_no_report_is_refused_in_a_sentence(self, text: str, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        path.write_text(text)
        with pytest.raises(FactcheckError, match="is no JSON report of a case"):
            import_case(path, tmp_path)
        with pytest.raises(FactcheckError, match="cannot be read"):
            import_case(tmp_path, tmp_path)

    def test_places_that_are_not_true_are_refused(self, tmp_path: Path) -> None:
        told = json.loads(report_as_json(ferry_case()))
        told["case"]["claims"][0]["text"] = "other words"
        (tmp_path / "a.json").write_text(json.dumps(told))
        with pytest.raises(FactcheckError, match="does not match the article's words"):
            import_case(tmp_path / "a.json", tmp_path)
        assert not list(tmp_path.glob("*.toml"))


class TestAnnotations:
    @pytest.mark.parametrize("case", [ferry_case(), sourced(), hostile_case()], ids=["new", "full", "hostile"])
    def test_they_are_what_the_standard_says(self, case: Case, tmp_path: Path) -> None:
        told = json.loads(written(case, "annotations", tmp_path))
        page = AnnotationPage.model_validate(told)
        assert len(page.items or ()) == sum(max(1, len(claim.reviews)) for claim in case.claims)
        assert len({item["id"] for item in told["items"]}) == len(told["items"])
        for item in told["items"]:
            quoted, placed = item["target"]["selector"]
            text = case.article.text
            assert text[placed["start"] : placed["end"]] == quoted["exact"]
            assert text[: placed["start"]].endswith(quoted["prefix"])
            assert text[placed["end"] :].startswith(quoted["suffix"])


class TestReferences:
    def test_csl_is_read(self, tmp_path: Path) -> None:
        told = json.loads(written(sourced(), "csl", tmp_path))
        assert len(CiteProcJSON(told)) == 3
        assert told[0] | {"archive_location": ""} == {
            "id": "the-100-log", "type": "webpage", "title": "The 100% {log} & more", "author": [{"literal": "A. Finch"}],
            "container-title": "Harbour_Office", "issued": {"date-parts": [[2024, 3, 2]]}, "accessed": {"date-parts": [[2024, 3, 5]]},
            "URL": "https://harbour.example/log?a=1&b=2", "archive_location": "",
        }  # fmt: skip

    def test_bibtex_is_read(self, tmp_path: Path) -> None:
        entries = parse_string(written(sourced(), "bibtex", tmp_path).decode(), "bibtex").entries
        assert len(entries) == 3
        assert entries["the-100-log"].fields["title"] == r"{The 100\% \textbraceleft{}log\textbraceright{} \& more}"
        assert entries["the-100-log"].fields["howpublished"] == r"\url{https://harbour.example/log?a=1&b=2}"

    @pytest.mark.parametrize("title", [HOSTILE, "}{", "\\", "%", "ñandú 🎣", "@misc{x,", "", "a" * 5_000])
    def test_any_title_is_safe(self, title: str, tmp_path: Path) -> None:
        case = sourced()
        for number in range(2):
            case = case.with_source(case.sources[0].model_copy(update={"title": title or None, "author": f"{title}{number}"}))
        entries = parse_string(written(case, "bibtex", tmp_path).decode(), "bibtex").entries
        assert len(entries) == 3
        assert len(CiteProcJSON(json.loads(written(case, "csl", tmp_path)))) == 3

    def test_no_sources_no_references(self, tmp_path: Path) -> None:
        case = Case(article=ferry_case().article)
        assert json.loads(written(case, "csl", tmp_path)) == []
        assert not parse_string(written(case, "bibtex", tmp_path).decode(), "bibtex").entries


class TestSarif:
    def test_flags_and_open_claims_are_told(self, tmp_path: Path) -> None:
        case = sourced()
        told = json.loads(written(case, "sarif", tmp_path))
        assert Sarif.model_validate(told).version == "2.1.0"
        results = told["runs"][0]["results"]
        assert sum(r["ruleId"] == OPEN_CLAIM for r in results) == sum(claim.standing().open for claim in case.claims)
        assert {r["ruleId"] for r in results} <= {rule["id"] for rule in told["runs"][0]["tool"]["driver"]["rules"]}


class TestClaimReview:
    def case(self) -> Case:
        """Signed off: one false, one that cannot be found out, the rest true, and what was said is so."""
        case = decided()
        verdicts = {0: Verdict.FALSE, 1: Verdict.UNVERIFIABLE, 2: Verdict.DISPUTED}
        whole = [claim for claim in case.claims if claim.part_of is None]
        for nth, claim in enumerate(whole):
            aspect = Aspect.SO if claim.attributed else None
            verdict = verdicts.get(nth, Verdict.VERIFIED)
            review = Review(by="Eva", at=AT, role=ReviewRole.EDITOR, aspect=aspect, verdict=verdict, judged=claim.judged)
            case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, review)}))
        return signed(case)

    def test_each_is_what_schema_org_says(self) -> None:
        told = json.loads(as_claimreview(self.case(), PUBLISHED))
        assert told["@context"] == "https://schema.org"
        for one in told["@graph"]:
            Claim.model_validate(one["itemReviewed"], strict=False)  # which would take no day as text, though JSON has none
            ClaimReview.model_validate({key: value for key, value in one.items() if key != "itemReviewed"}, strict=False)
        assert len(told["@graph"]) == sum(claim.part_of is None for claim in self.case().claims)
        assert {one["url"].partition("#")[0] for one in told["@graph"]} == {PUBLISHED.url}
        assert all(len(one["claimReviewed"]) <= 75 and "[" not in one["claimReviewed"] for one in told["@graph"])
        assert all(one["itemReviewed"]["appearance"]["url"] == PUBLISHED.appeared for one in told["@graph"])

    def test_the_scale_is_the_right_way_up(self) -> None:
        ratings = [one["reviewRating"] for one in json.loads(as_claimreview(self.case(), PUBLISHED))["@graph"]]
        by_name = {rating["alternateName"]: rating for rating in ratings}
        assert by_name["True"]["ratingValue"] == by_name["True"]["bestRating"] == 5
        assert by_name["False"]["ratingValue"] == by_name["False"]["worstRating"] == 1
        assert by_name["Unverifiable"] == {"@type": "Rating", "alternateName": "Unverifiable"}

    def test_a_verified_said_alone_is_not_rated(self) -> None:
        told = json.loads(as_claimreview(signed(decided()), PUBLISHED))["@graph"]
        attributed = {claim.id for claim in ferry_case().claims if claim.attributed}
        assert attributed
        assert not {one["url"].partition("#c-")[2] for one in told} & attributed

    def test_what_somebody_said_is_theirs(self) -> None:
        told = {one["url"].partition("#c-")[2]: one for one in json.loads(as_claimreview(self.case(), PUBLISHED))["@graph"]}
        quote = next(claim for claim in self.case().claims if claim.speaker and claim.speaker.name == "Ruth Okafor" and claim.id in told)
        assert told[quote.id]["itemReviewed"]["author"] == {"@type": "Person", "name": "Ruth Okafor"}

    def test_the_note_of_the_verdict_is_the_reasoning(self) -> None:
        """That of whoever's verdict counts, and on whether it is so; what else was noted stays in the house."""
        case = self.case()
        claim = next(claim for claim in case.claims if claim.attributed and claim.part_of is None)
        said, so = Aspect.SAID, Aspect.SO
        reviews = (
            Review(by="Ada", at=AT, aspect=so, verdict=Verdict.VERIFIED, note="I had it from the yard", judged=claim.judged),
            Review(by="Ada", at=AT, aspect=said, verdict=Verdict.VERIFIED, note="She said so on tape", judged=claim.judged),
            Review(by="Ada", at=AT, note="ring the clerk again"),
            Review(
                by="Eva", at=AT, role=ReviewRole.EDITOR, aspect=so, verdict=Verdict.FALSE, note="The log has ten.\x1b", judged=claim.judged
            ),
        )
        case = signed(case.with_claim(claim.model_copy(update={"reviews": reviews})))
        told = {one["url"].partition("#c-")[2]: one for one in json.loads(as_claimreview(case, PUBLISHED))["@graph"]}
        assert told[claim.id]["reviewBody"] == "The log has ten.␛"
        assert all("reviewBody" not in one for key, one in told.items() if key != claim.id)

    def test_the_reasoning_names_no_confidential_source(self, tmp_path: Path) -> None:
        case = self.case()
        claim = next(claim for claim in case.claims if not claim.attributed and claim.part_of is None)
        told = Review(by="Eva", at=AT, role=ReviewRole.EDITOR, verdict=Verdict.FALSE, note="Gwendolyn Pryce says so", judged=claim.judged)
        case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, told)}))
        hidden = signed(case.with_source(Source(name="Gwendolyn Pryce", confidential=True)))
        assert b"Pryce" not in written(hidden, "claimreview", tmp_path)
        assert b"[confidential source 1]" in written(hidden, "claimreview", tmp_path)

    @pytest.mark.parametrize(
        ("case", "options", "said"),
        [
            (decided(), PUBLISHED, "signed off"),
            (signed(decided()), replace(PUBLISHED, appeared=None), "one's own copy before it runs"),
            (signed(decided()), replace(PUBLISHED, publisher=None), "names who checked"),
            (signed(decided()), replace(PUBLISHED, url=None), "--published-at"),
        ],
    )
    def test_it_is_refused_with_the_reason(self, case: Case, options: Options, said: str, tmp_path: Path) -> None:
        with pytest.raises(FactcheckError, match=said):
            written(case, "claimreview", tmp_path, options)
        assert not list(tmp_path.iterdir())


def test_reports_say_what_came_of_the_sources() -> None:
    page, text = as_html(sourced()), as_markdown(sourced())
    for told in (page, text):
        assert "the source has “ten of the twelve” (88 % alike)" in told.replace("The source", "the source")
        assert "3 pieces of evidence (1 primary) from 3 independent sources" in told
    assert 'href="https://archive.example/web/20240305/https://harbour.example/log"' in page
