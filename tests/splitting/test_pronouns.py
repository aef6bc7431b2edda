"""Whom he, she, it and they mean: what grammar forbids, what the ranker weighs, and the weights that ship."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.resources import files
from itertools import starmap

import pytest

import factcheck
from factcheck.model import EntityKind, Gender
from factcheck.splitting.assemble import outermost, reported
from factcheck.splitting.attributions import attributions_of
from factcheck.splitting.coreference import Candidate, Pronoun, Referent, Sighting
from factcheck.splitting.mentions import Mention, definite, talk_of
from factcheck.splitting.names import Known
from factcheck.splitting.parsed import parse
from factcheck.splitting.people import cast_of
from factcheck.splitting.ranking import (
    FEATURES,
    GROUPS,
    NOBODY,
    TOGETHER,
    Ranker,
    Scored,
    Threshold,
    beside,
    options_of,
    stretch_of,
    values,
)
from tests import builders


def pronouns(text: str) -> list[Mention]:
    """The pronouns of an article with this body, in order."""
    return [m for m in cast_of(parse(builders.article(f"A headline\n\n{text}\n")), []).mentions if m.how == "pronoun"]


def means(text: str) -> list[str | None]:
    return [mention.gloss for mention in pronouns(text)]


def likeliest(text: str) -> list[str | None]:
    """Whom each pronoun means most likely, tied or not; None where that is nobody."""
    found = [m.decision.ranked[0].referent if m.decision and m.decision.ranked else None for m in pronouns(text)]
    return [referent and (referent.known.name if referent.known else referent.text) for referent in found]


def possible(text: str) -> list[str]:
    """Whom the first pronoun may mean."""
    decision = pronouns(text)[0].decision
    return [one.referent.text for one in (decision.ranked if decision else ()) if one.referent is not None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Zeitgeist was recreated on Monday. She was tired.", [None]),
        ("Two of the three Twitter accounts were fake. She never wrote there.", [None]),
        ("On Monday the Church denied this. She was never forced.", [None]),
        ("The talks were held in French. He left early.", [None]),
        ("Mary Hale fell in the yard. He was not there.", [None]),
        ("Ruth Okafor called her a liar.", [None]),
        ("Bill and Hillary Danton arrived at noon. Danton told reporters he was tired.", [None]),
    ],
)
def test_nobody_is_meant_by_a_pronoun_that_does_not_fit(text: str, who: list[str | None]) -> None:
    assert means(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In her opening remarks Kathryn Walsh thanked the guests. She pointed to the table.", "Kathryn Walsh"),
        ("Tom Hadley admired Ruth Okafor. She had built the bridge.", "Ruth Okafor"),
        ("The mayor of Orsa, Lena Ortiz, and her deputy met on Monday. She was glad.", "Lena Ortiz"),
        ("The first witness was the harbour master, Captain Leo Brandt. He said the crane had been repaired. He was sure.", "Leo Brandt"),
    ],
)
def test_a_person_is_found_wherever_the_sentence_has_the_name(text: str, who: str) -> None:
    assert set(likeliest(text)) == {who}


def test_the_subject_goes_on_being_meant_over_many_sentences() -> None:
    text = "Ruth Okafor is an engineer. She built the bridge. The bridge opened in May. Rain fell all day. She was glad. She left at noon."
    assert means(text)[-1] == "Ruth Okafor"


def test_what_a_noun_phrase_owns_is_not_its_owner_but_what_stands_beside_it_may_be() -> None:
    assert likeliest("The judge and his clerk left.") == ["The judge"]
    assert likeliest("The owner of his boat left.") == [None]


def test_what_a_relative_clause_is_about_is_not_its_subject() -> None:
    assert "The cars" not in likeliest("The cars they made were good.")


def test_what_says_something_is_a_body_and_no_place_or_thing() -> None:
    article = builders.article(
        "A headline\n\nThe Hadley Water Board met in Orsa, where a bridge had fallen. It said that nobody was hurt.\n"
    )
    parsed = parse(article)
    (mention,) = [
        m for m in cast_of(parsed, outermost(reported(attributions_of(parsed), parsed.article.text))).mentions if m.how == "pronoun"
    ]
    assert mention.decision is not None
    referents = [scored.referent for scored in mention.decision.ranked]
    assert {referent.text for referent in referents if referent is not None} == {"Hadley Water Board"}


def test_a_group_is_given_whole() -> None:
    found = likeliest("Ann Pell and Carl Moss own the farm. They said they would sell it.")
    assert found[:2] == ["Ann Pell and Carl Moss"] * 2


def test_so_many_of_them_are_given_with_how_many_they_are() -> None:
    assert definite("A number of shopkeepers") == "a number of shopkeepers"
    assert "a number of shopkeepers" in possible("A number of shopkeepers gathered at the quay on Friday. They carried banners.")
    assert "millions of Canadians" in possible("Millions of Canadians lost power on Monday. They were told to stay at home.")


def test_one_noun_for_several_is_they_as_well_as_it() -> None:
    assert possible("The crew left on Tuesday. They sailed to Orsa.") == ["The crew"]


@pytest.mark.parametrize(
    "text",
    [
        "Carl Moss had a fine ear, enabling him to learn dialects.",
        "Carl Moss signed a law allowing him to stay.",
        "Following Carl Moss's arrest, he said nothing.",
    ],
)
def test_a_clause_without_a_subject_lets_a_pronoun_mean_that_of_another(text: str) -> None:
    assert likeliest(text) == ["Carl Moss"]


def test_a_noun_that_was_new_is_definite_where_a_pronoun_stands_for_it() -> None:
    assert [definite(words) for words in ("A bridge", "an old bridge", "Anna Lee", "The bridge", "His boat")] == [
        "the bridge",
        "the old bridge",
        "Anna Lee",
        "the bridge",
        "his boat",
    ]


def test_every_weight_that_ships_is_of_a_feature_and_every_group_has_its_threshold() -> None:
    data = tomllib.loads(files("factcheck.splitting").joinpath("pronouns.toml").read_text(encoding="utf-8"))
    assert set(data["weights"]) == set(GROUPS.values())
    assert set(data["thresholds"]) == {stretch_of(group, talk) for group in GROUPS.values() for talk in (0, 1)}
    assert all(set(weights) <= {*FEATURES, *starmap(beside, TOGETHER), *NOBODY} for weights in data["weights"].values())
    assert all(0.5 < value <= 1 for threshold in data["thresholds"].values() for value in threshold.values())
    assert "GUM" in data["source"]
    assert data["licence"].startswith("CC BY")


def pair() -> tuple[Pronoun, list[Candidate]]:
    parsed = parse(builders.article("A headline\n\nAnn Pell met Ruth Hale. She left.\n"))
    first, second = parsed.sentences

    def candidate(name: str, i: int) -> Candidate:
        at = Sighting(0, first, first.tree[i])
        return Candidate(Referent(0, 1, name, name, None, Gender.FEMALE, EntityKind.PERSON), at, at)

    return Pronoun("she", second.tree[0], second, 1, False, 0, 0.0, 0.0), [candidate("Ruth Hale", 4), candidate("Ann Pell", 1)]


def test_the_ranker_weighs_features_and_shares_out_all_probability() -> None:
    pronoun, candidates = pair()
    ranked = Ranker({"person": {"subject": 2.0, "nobody": -1.0}}, {"person": Threshold(0.8, 0.8)}).rank(pronoun, candidates)
    assert [scored.referent.text if scored.referent else None for scored in ranked] == ["Ann Pell", "Ruth Hale", None]
    assert sum(scored.probability for scored in ranked) == pytest.approx(1)
    assert dict(ranked[0].parts)["subject"] == 2.0


@pytest.mark.parametrize(
    ("probabilities", "tied"),
    [([0.8], True), ([0.69], False), ([0.8, 0.04], True), ([0.7, 0.3], False)],
)
def test_a_pronoun_is_tied_when_somebody_is_likely_and_nobody_else_is(probabilities: list[float], tied: bool) -> None:
    pronoun, candidates = pair()
    ranked = [Scored(candidate.referent, p) for candidate, p in zip(candidates, probabilities, strict=False)]
    sure = Ranker({}, {"person": Threshold(0.7, 0.85)}).sure(pronoun, ranked)
    assert sure is (candidates[0].referent if tied else None)


def test_a_name_that_two_bear_is_tied_to_nobody() -> None:
    pronoun, (candidate, _) = pair()
    ranker = Ranker({}, {"person": Threshold(0.7, 0.85)})
    assert ranker.sure(pronoun, [Scored(replace(candidate.referent, shared=True), 0.9)]) is None


def test_what_is_tied_to_names_alone_is_tied_to_nothing_else() -> None:
    pronoun, (candidate, _) = pair()
    ranker = Ranker({}, {"person": Threshold(0.7, 0.85, names=True)})
    named = replace(candidate.referent, known=Known("Ann Pell", EntityKind.PERSON))
    assert ranker.sure(pronoun, [Scored(candidate.referent, 0.9)]) is None
    assert ranker.sure(pronoun, [Scored(named, 0.9)]) is named


def test_in_talk_they_need_a_threshold_of_their_own() -> None:
    pronoun, (candidate, _) = pair()
    ranker = Ranker({}, {"they": Threshold(0.7, 0.85), "they in talk": Threshold(0.95, 0.85)})
    ranked = [Scored(candidate.referent, 0.9)]
    assert ranker.sure(replace(pronoun, kind="they"), ranked) is candidate.referent
    assert ranker.sure(replace(pronoun, kind="they", talk=0.5), ranked) is None
    news, letter = (parse(builders.article(f"A headline\n\n{text}\n")) for text in ("“I left,” Ann Lee said.", "I left. We are well."))
    assert (talk_of(news.sentences), talk_of(letter.sentences)) == (0, 1)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Pell wrote her first book and taught herself to sing.", ["Ann Pell"] * 2),
        ("Ann Pell is a woman who taught herself.", ["Ann Pell"]),
        ("Carl Moss launched his Keep Left campaign.", ["Carl Moss"]),
        ("Ann Pell went on to sing into her seventies.", ["Ann Pell"]),
        ("A voter may say what he or she likes.", [None, None]),
        ("The user of the road pays his/her share.", [None, None]),
        ("Some 60 people signed it, most of them parents.", [None, "Some 60 people"]),
    ],
)
def test_grammar_says_whom_a_pronoun_may_mean_in_its_sentence(text: str, who: list[str | None]) -> None:
    assert likeliest(text) == who


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The idea that it would sink was absurd.", "The idea"),
        ("The problem is that it leaks.", "The problem"),
        ("Ann Pell told her mother that Mia Dean had called her.", "Mia Dean"),
    ],
)
def test_nothing_is_what_its_own_clause_speaks_of(text: str, never: str) -> None:
    assert never not in [one.referent.text for m in pronouns(text) if m.decision for one in m.decision.ranked if one.referent]


def test_features_say_where_a_candidate_stands() -> None:
    pronoun, candidates = pair()
    object_, subject = (dict(values(FEATURES, option)) for option in options_of(pronoun, candidates))
    assert {"subject", "both subjects", "sentence before"} <= set(subject)
    assert "object" in object_
    assert "other paragraph" not in subject


def test_who_adds_is_who_spoke_last() -> None:
    text = "Robert Fane, defending, said Orrell was sorry.\n\nDennis Orrell had lost his savings, he added.\n"
    added = next(c for c in factcheck.split(factcheck.read_text(text)) if c.cue and c.cue.text == "added")
    assert added.speaker is not None
    assert added.speaker.name == "Robert Fane"


def test_who_was_surely_a_he_is_no_she() -> None:
    text = "Bo Hart taught Ann Lee. “She was quick,” he said. She has two sons."
    assert not any(c.gist.startswith("[Bo Hart] has") for c in factcheck.split(factcheck.read_text(text)))


def test_who_was_quoted_last_goes_on_speaking_behind_more_of_the_quotation() -> None:
    before = "Carl Moss has sailed since 1981. He is old. His boat is lost."
    text = f"{before}\n\n“We will see,” Nils Orn said. “We must.” Asked why, he said it was late.\n"
    said = [c for c in factcheck.split(factcheck.read_text(text)) if c.speaker and c.speaker.text == "he"]
    assert [c.speaker.name for c in said if c.speaker] == ["Nils Orn"]


def test_nobody_is_the_one_whom_he_told() -> None:
    text = "Dennis Orrell stole £400,000.\n\nJudge Michael Treharne said it was greed.\n\n“You were trusted,” he told Orrell.\n"
    told = next(c for c in factcheck.split(factcheck.read_text(text)) if c.cue and c.cue.text == "told")
    assert told.speaker is not None
    assert told.speaker.name == "Michael Treharne"


def test_nobody_is_meant_who_is_named_in_what_he_says() -> None:
    assert means("Carl Moss met Tom Bell. He said Bell had won.")[0] != "Tom Bell"


def test_who_is_named_in_a_quotation_does_not_say_it() -> None:
    assert speaker("Ann Pell walked in.\n\n“Carla Moss lied to us,” she said.\n") == "Ann Pell"


def test_the_only_person_near_is_who_speaks_and_of_two_nobody() -> None:
    assert speaker("Autumn Eddy marveled at the sight.\n\n“You can see it,” she said.\n") == "Autumn Eddy"
    assert speaker("Ann Pell met Carla Moss at the quay by the old mill.\n\n“You can see it,” she said.\n") in {"Ann Pell", None}


def speaker(text: str) -> str | None:
    """Who speaks last in an article."""
    last = [c for c in factcheck.split(factcheck.read_text(text)) if c.speaker is not None][-1]
    return last.speaker.name if last.speaker else None


def test_the_only_body_that_has_spoken_goes_on_speaking_and_of_two_nobody() -> None:
    assert means("Brightwell Foods said profits fell. It said two plants would close.")[0] == "Brightwell Foods"
    assert means("The Ministry of Health said cases rose. Orrin Labs said the test was faulty. It said more.") == [None]


def test_who_spoke_last_goes_on_speaking_though_another_was_spoken_of() -> None:
    text = (
        "Tom Bell lied. He hid it. He ran.\n\nJudge Carl Moss said the court had seen Bell's letters.\n\n"
        '"Your family has been here before," he said.\n'
    )
    said = [c for c in factcheck.split(factcheck.read_text(text)) if c.cue and c.cue.text == "said"]
    assert [claim.speaker and claim.speaker.name for claim in said] == ["Carl Moss", "Carl Moss"]
