"""The ledger of who is in the story: names, titles, gender, ages, and every mention, or none where nobody can say."""

from __future__ import annotations

import pytest

from factcheck import find_entities, split
from factcheck.model import Article, Entity, EntityKind, Gender, How
from tests import builders
from tests.splitting import marked

TEXT = """Harbour opens

Ruth Sandison, 45, a spokeswoman for the Hadley Water Board, said the harbour had opened. Mrs Sandison said that she was glad.

Interior Minister Tom Pell, who turned 61 on Monday, came by boat. "It floats," the minister said. Pell then left. The HWB paid.
"""


def article(body: str) -> Article:
    return builders.article(f"A headline\n\n{body}\n")


def entities(body: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in find_entities(article(body))}


def test_what_the_article_says_of_each_is_told_together() -> None:
    found = entities(TEXT.partition("\n\n")[2])
    ruth, tom, board = found["Ruth Sandison"], found["Tom Pell"], found["Hadley Water Board"]
    assert (ruth.kind, ruth.gender, ruth.ages, ruth.names) == (EntityKind.PERSON, Gender.FEMALE, (45,), ("Sandison",))
    assert ruth.titles == ("spokeswoman for the Hadley Water Board",)
    assert [(m.text, m.how) for m in ruth.mentions] == [("Ruth Sandison", How.NAME), ("Sandison", How.NAME), ("she", How.PRONOUN)]
    assert (tom.titles, tom.ages, tom.gender) == (("Interior Minister",), (61,), Gender.MALE)
    assert [(m.text, m.how) for m in tom.mentions] == [("Tom Pell", How.NAME), ("the minister", How.ROLE), ("Pell", How.NAME)]
    assert (board.kind, board.names) == (EntityKind.BODY, ("HWB",))


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ruth Okafor, 45, of Leeds, was rescued.", (45,)),
        ("Police named her as Ruth Okafor (45).", (45,)),
        ("Ruth Okafor, aged 45, was rescued. She is 46, her brother said.", (45, 46)),
        ("The 31-year-old baker Ruth Okafor won.", (31,)),
        ("Ruth Okafor is 45 miles away.", ()),
        ("In 1990, Ruth Okafor, 11, won the junior prize.", ()),
        ("Ruth Okafor beat Ann Lee. She turned 45.", ()),
        ("Leeds, 45, Hull lost.", ()),
    ],
)
def test_an_age_is_what_stands_with_the_name_or_a_pronoun_that_is_tied(text: str, ages: tuple[int, ...]) -> None:
    found = entities(text)
    assert found["Ruth Okafor"].ages == ages if "Ruth Okafor" in found else not any(entity.ages for entity in found.values())


def test_a_pronoun_tells_the_gender_where_nothing_else_does() -> None:
    assert entities("Kestrin Oduya said little. He left at once.")["Kestrin Oduya"].gender is Gender.MALE


def test_two_who_bear_one_name_are_two() -> None:
    found = entities("Daniel Marsh, 41, was jailed. Peter Marsh, 38, was freed. Marsh wept in the dock.")
    assert (found["Daniel Marsh"].ages, found["Peter Marsh"].ages) == ((41,), (38,))
    assert all(mention.text != "Marsh" for entity in found.values() for mention in entity.mentions)


@pytest.mark.parametrize("name", marked.names())
def test_every_mention_stands_where_it_says(name: str) -> None:
    of, _ = marked.load(name)
    found = find_entities(of)
    assert len({entity.id for entity in found}) == len(found)
    assert found == find_entities(of)
    for entity in found:
        assert entity.first.how is How.NAME
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: m.start)
        assert all(of.text[m.start : m.end] == m.text for m in entity.mentions)


def test_whoever_a_speaker_resolves_to_is_in_it() -> None:
    of = article(TEXT.partition("\n\n")[2])
    names = {entity.name for entity in find_entities(of)}
    assert {claim.speaker.name for claim in split(of) if claim.speaker and claim.speaker.name} <= names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ruth Underhill, 45, closed the port. Underhill, 54, was tired.", ["Ruth Underhill", "Underhill"]),
        ("Union president Dolores Pike leads them. Pike said members would vote.", ["Dolores Pike", "Pike"]),
        ("Union president Dolores Pike leads them. Pike and perch swim in the lake.", ["Dolores Pike"]),
        ("Mrs Ann Wood left. Wood fires were lit on the hill.", ["Ann Wood"]),
    ],
)
def test_a_surname_that_looks_like_another_word_is_a_name_where_it_stands_as_one_does(text: str, said: list[str]) -> None:
    [person] = [entity for entity in entities(text).values() if entity.kind is EntityKind.PERSON]
    assert [mention.text for mention in person.mentions if mention.how is How.NAME] == said


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Republican Sen. Ruth Okafor voted no.", "Republican"),
        ("The Labour MP Ruth Okafor voted no.", "Labour"),
        ("Sen. Ruth Okafor (R-Texas) voted no.", "Republican"),
        ("Sen. Ruth Okafor, D-Calif., voted no.", "Democratic"),
        ("Ruth Okafor, a former Tory minister, voted no.", "Conservative"),
        ("Ruth Okafor told Labour that she would vote no.", None),
        ("Labour said that Ruth Okafor had left.", None),
        ("Ruth Okafor (RAF) voted no.", None),
    ],
)
def test_a_party_is_told_where_it_stands_beside_the_name(text: str, party: str | None) -> None:
    assert entities(text)["Ruth Okafor"].party == party


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Doreen Pike ran. Her son Gary Pike, 51, a plumber, saw it.", ("son of Doreen Pike",)),
        ("Doreen Pike’s elder brother Gary Pike saw it.", ("brother of Doreen Pike",)),
        ("Doreen Pike met her son, Gary Pike, in Hull.", ("son of Doreen Pike",)),
        ("Doreen Pike ran. The neighbour Gary Pike saw it.", ()),
        ("A son, Gary Pike, survives. Doreen Pike ran.", ()),
    ],
)
def test_kin_is_told_where_it_is_plain_whose(text: str, kin: tuple[str, ...]) -> None:
    assert entities(text)["Gary Pike"].kin == kin


def test_names_of_the_story_are_known_in_its_headline_where_one_bears_them() -> None:
    of = builders.article(
        "Okafor wins Hull vote as Lee and the HWB look on\n\nRuth Okafor won in Hull. Ann Lee and Bo Lee of the HWB left.\n"
    )
    found = {e.name: [(m.start, m.text) for m in e.named()] for e in find_entities(of)}
    assert found["Ruth Okafor"][0] == (0, "Okafor")
    assert found["Hull"][0] == (12, "Hull")
    assert found["HWB"][0][0] == of.text.index("HWB")
    assert found["Ann Lee"][0][0] > of.text.index("\n")
