"""A sentence with several things in it becomes several claims, and one that cannot be divided cleanly stays whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.language.inflection import past_tense
from factcheck.splitting import split
from tests import builders


def atoms(sentence: str) -> list[str]:
    """The words of the claims of a one-sentence article, without its dates and figures."""
    return [c.text for c in split(builders.article(f"A headline\n\n{sentence}\n")) if c.part_of is None]


def test_words_that_only_join_are_in_a_claim_all_the_same():
    assert atoms("1/0 and and and and ?!") == ["1/0 and and and and ?!"]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("The council closed the pool, and the school lost its field.", ["The council closed the pool", "the school lost its field."]),
        ("The council closed the pool and sold the land.", ["The council closed the pool", "sold the land."]),
        ("Shares fell in London, while the pound rose in New York.", ["Shares fell in London", "the pound rose in New York."]),
        ("Prices rose in May; wages fell in June.", ["Prices rose in May", "wages fell in June."]),
        ("The bridge collapsed on Monday, killing two people.", ["The bridge collapsed on Monday", "killing two people."]),
        ("Shares have fallen this year, wiping £2bn off its value.", ["Shares have fallen this year", "wiping £2bn off its value."]),
        ("The ship sank, killing 40 people and closing the port.", ["The ship sank", "killing 40 people", "closing the port."]),
        ("Founded in 1962, the firm employs 300 people.", ["Founded in 1962", "the firm employs 300 people."]),
        ("The council has closed the pool in Ashby and sold the land.", ["The council has closed the pool in Ashby", "sold the land."]),
        ("Police arrested two men, one of whom was later released.", ["Police arrested two men", "one of whom was later released."]),
    ],
)
def test_two_things_in_one_sentence_are_two_claims(sentence, parts):
    assert atoms(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "She wrote and directed the film.",
        "The firm will buy and close the plant.",
        "The man who robbed the bank was jailed.",
        "The price of bread and milk rose sharply.",
        "He wants to leave the party and start again.",
        "The road was not closed because the bridge had cracked.",
        "Smith, 41, and his wife Ann were found in the car.",
        "The mayor did not open the bridge in May or visit the school.",
        "Coming into Thursday's debate, the stakes were high.",
        "If Kestrel says the plant is unsafe, the council will close it.",
        "People who live in the towns that flooded were moved.",
    ],
)
def test_what_cannot_be_parted_without_breaking_it_stays_whole(sentence):
    assert atoms(sentence) == [sentence]


def test_a_relative_clause_set_off_by_commas_is_a_claim_with_a_hole_around_it():
    article = builders.article("A headline\n\nTom Hadley, who took over in 2011, closed the plant.\n")
    whole, inner = [c for c in split(article) if c.part_of is None]
    assert whole.text == "Tom Hadley, who took over in 2011, closed the plant."
    assert [article.words(s) for s in whole.content] == ["Tom Hadley", "closed the plant."]
    assert whole.in_context == "Tom Hadley closed the plant."
    assert inner.text == "who took over in 2011"
    assert inner.gist.startswith("[Tom Hadley] took over in 2011")


def test_no_two_atoms_assert_the_same_words():
    text = "Tom Hadley, who took over in 2011, closed the plant and sold the land, putting 40 people out of work."
    claims = [c for c in split(builders.article(f"A headline\n\n{text}\n")) if c.part_of is None]
    spans = sorted((s.start, s.end) for c in claims for s in c.content)
    assert len(claims) == 4
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_missing_subject_is_supplied():
    claims = split(builders.article("A headline\n\nThe council closed the pool and sold the land.\n"))
    assert claims[-1].in_context == "[The council] sold the land."


@pytest.mark.parametrize(
    ("lemma", "participle", "past"),
    [
        ("add", "adding", "added"),
        ("plan", "planning", "planned"),
        ("say", "saying", "said"),
        ("deny", "denying", "denied"),
        ("note", "noting", "noted"),
        ("visit", "visiting", "visited"),
    ],
)
def test_a_participle_knows_its_past_tense(lemma, participle, past):
    assert past_tense(lemma, participle) == past


@pytest.mark.parametrize(
    ("sentence", "gist"),
    [
        ("Founded in 1962, the firm employs 300 people.", "[The firm was founded] in 1962"),
        ("Speaking at a rally in Leeds, Mayor Tom Hadley promised 300 homes.", "[Mayor Tom Hadley was speaking] at a rally in Leeds"),
        ("The bridge, built in 1968, collapsed.", "[The bridge was] built in 1968"),
        ("The firm, based in Leeds, employs 300 people.", "[The firm is] based in Leeds"),
        ("Ann Lee, a nurse who worked in Leeds for 30 years, won the prize.", "[Ann Lee was] a nurse who worked in Leeds for 30 years"),
        ("The house, which the council bought in 1990, was sold.", "The council bought [the house] in 1990"),
        ("Her husband, whom she married in 1950, died.", "She married [her husband] in 1950"),
        ("He moved to Leeds, where he taught law.", "[In Leeds] he taught law."),
        ("Joan Petrie, 71, a retired teacher from Penmarsh, whose roof was torn off, moved away.", "[Joan Petrie's] roof was torn off"),
        ("The bridge, which opened in 1962 and carried 4,000 cars a day, was closed.", "[The bridge] carried 4,000 cars a day"),
        ("The firm was bought by Kestrel in 2019 and sold in 2021.", "[The firm was] sold in 2021."),
        ("The firm will close two plants in May and cut 400 jobs.", "[The firm will] cut 400 jobs."),
        ("The minister (who resigned in May) was cleared.", "[The minister] resigned in May"),
        ("The match was off because the pitch was frozen.", "[The match was off] because the pitch was frozen."),
        ("The bank lost £3m last year, with two branches closed.", "Two branches [were] closed."),
        ("Ann Lee won. Lee, a nurse from Leeds, thanked voters.", "[Ann Lee was] a nurse from Leeds"),
        ("Ruth Dahl said the firm had paid nobody and had hidden its books.", "[Ruth Dahl said the firm] had hidden its books."),
        ("Ruth Dahl said the town would close the pool and sell the land.", "[Ruth Dahl said the town would] sell the land."),
        ("Ruth Dahl said it rained in May, while the dam ran dry.", "[Ruth Dahl said] the dam ran dry."),
        ("The plan, which Dahl said would cost £3m, was dropped.", "Dahl said [the plan] would cost £3m"),
        ("The scheme, which Dahl called a disgrace, ended.", "Dahl called [the scheme] a disgrace"),
        ("The inquiry, in which 40 people gave evidence, ended in March.", "40 people gave evidence [in the inquiry]"),
        ("Dahl was questioned but has not been charged.", "[Dahl] has not been charged."),
        ("The strike, which began on Monday, shut schools, courts and clinics across the state.", "[The strike] began on Monday"),
        (
            "Ruth Dahl said Mr Moss was shown a villa and told it would be ready by May.",
            "[Ruth Dahl said Mr Moss was] told it would be ready by May [2024].",
        ),
        (
            "The pupils were sent home and warned that the school would stay shut.",
            "[The pupils were] warned that the school would stay shut.",
        ),
        ("The firm was fined in May and ordered to pay £3m to the town.", "[The firm was] ordered to pay £3m to the town."),
        ("Her rival, Ruth Dahl, was sent off in May and missed two games.", "[Ruth Dahl] missed two games."),
        ("Either Ravens, who won the cup in 1990, or Tarn will go.", "[Ravens] won the cup in 1990"),
        ("The prints were seen by Ruth Dahl, who is named as an author.", "[Ruth Dahl] is named as an author."),
        (
            "Dahl, who took over in May after Moss resigned, promised to mend the road.",
            "[Dahl] took over in May [2023] after Moss resigned",
        ),
        (
            "Dahl said Moss had paid nobody and had blamed a clerk, Ann Lee, who ran the shop.",
            "[Dahl said Moss] had blamed a clerk, Ann Lee",
        ),
        (
            "Nine members defied the whip and voted against the bill, including Ruth Dahl and Ann Lee.",
            "[Nine members defied the whip and voted against the bill,] including Ruth Dahl and Ann Lee.",
        ),
        (
            "The home, now run by a charity, has been renamed and rated good.",
            "The home, now run by a charity, has been renamed and rated good.",
        ),
        (
            "Ruth Dahl, a clerk, said it was late and cautioned that dates “should be checked again by others”.",
            "Ruth Dahl, a clerk, said it was late",
        ),
        ("Dahl read from a letter in which the firm said the dam was safe.", "The firm said the dam was safe."),
    ],
)
def test_what_a_clause_lacks_is_supplied_in_brackets(sentence, gist):
    claims = split(builders.article(f"A headline\n\n{sentence}\n"))
    assert any(c.gist == gist or c.gist.startswith(gist + " [") for c in claims), [c.in_context for c in claims]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The storm brought 20 mm of rain on Monday and more was expected.", "[The storm] was expected"),
        ("Of the young, the number who said they had used it rose by 23 per cent.", "said they had used it"),
        ("The season ends as the last of the big banks report their results.", "season] report"),
        ("The board sent a letter calling for a meeting.", "A letter calling for a meeting"),
        ("There are some, though, who think the rate will fall.", "Who think"),
        ("The ship sank after it struck a rock.", "It struck a rock"),
    ],
)
def test_no_claim_is_a_scrap_or_has_a_subject_that_cannot_be_its_own(sentence, never):
    claims = split(builders.article(f"A headline\n\n{sentence}\n"))
    assert not any(c.gist.startswith(never) or (never in c.gist and c.gist[:20] != sentence[:20]) for c in claims), [
        c.in_context for c in claims
    ]


def test_what_stands_around_a_hole_is_joined_as_a_writer_would():
    text = "Jane Roe, whose son died in 2019, and Tom Hadley, who runs the charity, opened it."
    assert split(builders.article(f"A headline\n\n{text}\n"))[0].in_context == "Jane Roe and Tom Hadley opened it."


def test_a_reason_stays_with_its_clause_where_that_grows_too_long_to_be_said_again():
    """The first clause is short until the second clause of time, which tells of nothing that is known, is a part of it."""
    sentence = (
        "Crews shut the road after it was flooded near the old mill when it was raining hard over the wide green hills of the whole north,"
        " because the dam broke."
    )
    assert atoms(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The hearing came two days after a panel took an hour to clear the captain.",
        "The new plan is much like the last one, with the layout staying the same and some small changes to the doors.",
        "Pell was particularly angry that Orsa, once poor but now a rich suburb, is still called a “priority town” and has free nurseries.",
    ],
)
def test_what_would_leave_a_scrap_is_given_whole(sentence: str) -> None:
    assert atoms(sentence) == [sentence]


def test_a_conjunction_whose_clause_is_another_claim_hangs_at_the_end_of_none() -> None:
    sentence = (
        "As night fell, travelers and authorities breathed a collective sigh of relief as the worst of the fears failed to materialize."
    )
    assert not [atom for atom in atoms(sentence) if atom.endswith(" as")]
