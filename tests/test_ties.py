"""Whom a mention or a name means, put right by hand: in the ledger, the gists and the checks, in the file, and through new versions."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile, load, merge, updated
from factcheck.model import Case, Claim, ClaimKind, Entity, Evidence, FactcheckError, How, Mention, Review, Standing, Tie, Verdict
from factcheck.pipeline import make_case, new_version, put_right, with_flags
from factcheck.reading import read_text
from factcheck.splitting import analyse
from tests.builders import AT, words
from tests.builders import BRIDGE as STORY


@pytest.fixture(scope="module")
def case() -> Case:
    return make_case(read_text(STORY, published=AT, source="story.txt"))


def mention(text: str, said: str, how: How = How.NAME, nth: int = 0) -> Mention:
    return Mention(**words(text, said, nth + 1).model_dump(), how=how)


def means(name: str, *, here: Mention | None = None, throughout: str | None = None, later: int = 0) -> Tie:
    return Tie(mention=here, name=throughout, means=name, by="Ada", at=AT + timedelta(minutes=later))


def entity(case: Case, name: str) -> Entity:
    return next(e for e in case.entities if e.name == name)


def claim(case: Case, words: str, kind: ClaimKind = ClaimKind.STATEMENT) -> Claim:
    return next(c for c in case.claims if words in c.text and c.kind is kind)


def flags(case: Case) -> list[str]:
    return sorted(flag.check for flag in with_flags(case).flags)


class TestOneMention:
    def test_a_pronoun_means_whom_a_person_says_it_does(self, case: Case) -> None:
        now = put_right(case, means("Anna Berg", here=mention(STORY, "She", How.PRONOUN)))
        said = claim(now, "the trust")
        assert said.speaker is not None
        assert (said.speaker.name, said.speaker.entity) == ("Anna Berg", entity(now, "Anna Berg").id)
        assert said.gist.startswith("[Anna Berg] said the trust")
        assert "She" in [m.text for m in entity(now, "Anna Berg").mentions]

    def test_a_name_may_be_somebody_else_s_who_then_has_a_claim_of_their_own(self, case: Case) -> None:
        assert flags(case) == ["acronym", "age"]
        now = put_right(case, means("Sam Okafor", here=mention(STORY, "Okafor", nth=2)))
        sam = entity(now, "Sam Okafor")
        assert sam.ages == (54,)
        assert entity(now, "Ruth Okafor").ages == (45,)
        assert [c.gist for c in now.claims if c.entity == sam.id] == ["Okafor [Sam Okafor]"]
        assert flags(now) == ["acronym"]

    def test_a_role_may_be_put_right(self) -> None:
        text = "Quay shut\n\nMinister Tom Pell came. Ann Lee left. The minister said the quay was shut.\n"
        now = put_right(make_case(read_text(text)), means("Ann Lee", here=mention(text, "The minister", How.ROLE)))
        assert claim(now, "the quay").in_context == "The minister [Ann Lee] said the quay was shut."

    def test_what_nobody_in_the_article_is_called_is_tied_to_nobody_else(self, case: Case) -> None:
        now = put_right(case, means("the nurse's sister", here=mention(STORY, "She", How.PRONOUN)))
        said = claim(now, "the trust")
        assert said.speaker is not None
        assert (said.speaker.name, said.speaker.entity) == ("the nurse's sister", None)


class TestOneNameThroughout:
    def test_two_names_are_one_entity_and_its_second_claim_goes(self, case: Case) -> None:
        now = put_right(case, means("NCTA", throughout="NTCA"))
        assert entity(now, "NCTA").names == ("NTCA",)
        assert "NTCA" not in [e.name for e in now.entities]
        assert [c.text for c in now.claims if c.entity == entity(now, "NCTA").id] == ["NCTA"]

    def test_a_claim_that_somebody_worked_on_stays(self, case: Case) -> None:
        name = claim(case, "NTCA", ClaimKind.NAME)
        worked = name.model_copy(update={"evidence": (Evidence(source="a call", quote="it is the NTCA"),)})
        now = put_right(case.with_claim(worked), means("NCTA", throughout="NTCA"))
        kept = next(c for c in now.claims if c.id == name.id)
        assert (kept.evidence, kept.entity) == (worked.evidence, entity(now, "NCTA").id)

    def test_one_tie_may_lead_to_another_and_a_ring_ends(self, case: Case) -> None:
        chain = (means("NTCA", throughout="NCTA"), means("Anna Berg", throughout="NTCA"))
        names = {e.name for e in analyse(case.article, ties=chain).entities}
        assert names == {"Ruth Okafor", "Anna Berg"}
        ring = (*chain, means("NCTA", throughout="Anna Berg"))
        assert analyse(case.article, ties=ring).entities


class TestWhatPeopleDid:
    def test_ids_stay_and_only_a_verdict_on_what_means_something_else_is_stale(self, case: Case) -> None:
        judged = case
        for one in case.claims:
            reviews = tuple(Review(by="Ada", at=AT, aspect=a, verdict=Verdict.VERIFIED, judged=one.judged) for a in one.aspects)
            judged = judged.with_claim(one.model_copy(update={"reviews": reviews}))
        now = put_right(judged, means("Anna Berg", here=mention(STORY, "Okafor", nth=2)))
        before = {c.id: c for c in judged.claims}
        assert {c.id for c in now.claims} >= before.keys()
        stale = [c.id for c in now.claims if c.standing() is Standing.STALE]
        assert stale == [claim(case, "the NCTA").id]
        assert all(c.reviews == before[c.id].reviews for c in now.claims if c.id in before)

    def test_a_name_that_was_taken_out_does_not_come_back(self, case: Case) -> None:
        gone = claim(case, "Anna Berg", ClaimKind.NAME).id
        less = case.model_copy(update={"claims": tuple(c for c in case.claims if c.id != gone)})
        now = put_right(less, means("NCTA", throughout="NTCA"))
        assert not [c for c in now.claims if c.kind is ClaimKind.NAME and "Berg" in c.text]

    def test_the_last_of_several_counts(self, case: Case) -> None:
        she = mention(STORY, "She", How.PRONOUN)
        ties = (means("Anna Berg", here=she, later=5), means("Ruth Okafor", here=she))
        said = next(c for c in analyse(case.article, ties=ties).claims if "the trust" in c.text and c.speaker)
        assert said.speaker is not None
        assert said.speaker.name == "Anna Berg"


class TestTheFile:
    def test_holds_ties_and_reads_them_again(self, case: Case, tmp_path: Path) -> None:
        now = put_right(put_right(case, means("NCTA", throughout="NTCA")), means("Anna Berg", here=mention(STORY, "She", How.PRONOUN)))
        file = CaseFile.create(tmp_path / "story.toml", now)
        assert load(file.path).ties == now.ties
        assert 'mention = "' in file.path.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("old", "new", "why"),
        [
            ('pronoun She"', 'pronoun Her"', "the article has “She” there, not “Her”"),
            ("name Anna Berg", "name Anna Borg", "the article has “Anna Berg” there, not “Anna Borg”"),
            ('mention = "', 'name = "NCTA"\nmention = "', "a tie is of one mention or of one name"),
        ],
    )
    def test_that_names_other_words_than_the_article_s_is_refused_with_its_line(
        self, case: Case, tmp_path: Path, old: str, new: str, why: str
    ) -> None:
        now = put_right(case, means("Anna Berg", here=mention(STORY, "She", How.PRONOUN)))
        path = CaseFile.create(tmp_path / "story.toml", now).path
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text[: (at := text.rindex(old))] + new + text[at + len(old) :], encoding="utf-8")
        with pytest.raises(FactcheckError, match=why) as told:
            load(path)
        assert "story.toml, line " in str(told.value)

    def test_two_people_s_ties_are_both_kept(self, case: Case) -> None:
        ours = put_right(case, means("NCTA", throughout="NTCA"))
        theirs = put_right(case, means("Anna Berg", here=mention(STORY, "She", How.PRONOUN)))
        assert {*merge(case, ours, theirs).case.ties} == {*ours.ties, *theirs.ties}


class TestANewVersion:
    def test_of_the_article_honours_them_where_their_words_went(self, case: Case) -> None:
        now = put_right(put_right(case, means("NCTA", throughout="NTCA")), means("Anna Berg", here=mention(STORY, "She", How.PRONOUN)))
        text = STORY.replace("Engineer Ruth", "It rained hard.\n\nEngineer Ruth")
        new = new_version(now, read_text(text, published=AT)).case
        assert {tie.mention.start for tie in new.ties if tie.mention} == {text.index("She")}
        assert claim(new, "the trust").gist.startswith("[Anna Berg] said")
        assert entity(new, "NCTA").names == ("NTCA",)

    def test_in_which_the_words_are_gone_has_no_such_tie(self, case: Case) -> None:
        now = put_right(case, means("Anna Berg", here=mention(STORY, "She", How.PRONOUN)))
        article = read_text(STORY.replace("She said the trust would pay. ", ""))
        assert updated(now, article, analyse(article).claims).case.ties == ()
