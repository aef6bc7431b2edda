"""Who is meant: short names, acronyms, roles and pronouns, and the many cases in which nobody can say."""

from __future__ import annotations

import pytest

from factcheck.language.roles import role_gender, role_of
from factcheck.splitting import split
from factcheck.splitting.full_names import initials
from factcheck.splitting.mentions import Mention
from factcheck.splitting.parsed import parse
from factcheck.splitting.people import cast_of
from tests import builders


def mention(text: str, words: str, nth: int = 1) -> Mention | None:
    """The mention that stands on the nth `words` of an article with this body."""
    article = builders.article(f"A headline\n\n{text}\n")
    spot = builders.words(article.text, words, nth)
    cast = cast_of(parse(article), [])
    return next((m for m in cast.mentions if m.start <= spot.start and spot.end <= m.end), None)


def meant(text: str, words: str, nth: int = 1) -> str | None:
    found = mention(text, words, nth)
    return found.known.name if found and found.known else None


def title(text: str, words: str, nth: int = 1) -> str | None:
    found = mention(text, words, nth)
    return found.known.title if found and found.known else None


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        ("President Maria Lopez spoke. Lopez left early.", "Lopez", 2, "Maria Lopez"),
        ("Mayor Tom Hadley met Li Wei Chen of Acme. Hadley smiled.", "Hadley", 2, "Tom Hadley"),
        ("Chairman Kim Song Il arrived. Kim waved to the crowd.", "Kim", 2, "Kim Song Il"),
        ("Judge Peter J. Hall sat. Mr Hall rose.", "Hall", 2, "Peter J. Hall"),
        ("Doreen Pike, 78, was at home. Doreen called the police.", "Doreen", 2, "Doreen Pike"),
        ("Mr Zoltán Bánki spoke. Later Zoltan Banki left.", "Zoltan Banki", 1, "Zoltán Bánki"),
        ("Mr Bánki Zoltán spoke. Later Mr Zoltán Bánki left.", "Zoltán Bánki", 1, "Bánki Zoltán"),
        ("The poet Saint Ardan died there. St Ardan was a monk.", "Ardan", 2, "Saint Ardan"),
        ("James Paul Orrell was born in Kesh. Paul Orrell sang.", "Paul Orrell", 2, "James Paul Orrell"),
        ("Mary Woodrow Pell won. Woodrow Pell wept. Pell left.", "Pell", 3, "Mary Woodrow Pell"),
        ("Mr Orrell said James Paul Tarn and Paul Orrell met.", "Paul Orrell", 1, "Paul Orrell"),
    ],
)
def test_a_short_name_is_the_one_full_name_that_has_it(text, words, nth, name):
    assert meant(text, words, nth) == name


def test_two_people_of_one_surname_are_kept_apart():
    text = "Daniel Marsh, 41, was jailed. Peter Marsh, 38, was freed. Marsh wept in the dock."
    assert meant(text, "Daniel Marsh") == "Daniel Marsh"
    assert meant(text, "Marsh", 3) is None


def test_a_courtesy_title_tells_husband_from_wife():
    text = "Robert Hale met Susan Hale in Leeds. Mrs Hale left first."
    assert meant(text, "Hale", 3) == "Susan Hale"


def test_a_title_binds_where_only_one_of_another_gender_is_known():
    assert meant("Mary Hale fell. Mr Hale said that she tripped.", "Hale", 2) is None


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        ("Bill and Hillary Danton came. Mr Danton spoke.", "Danton", 2, "Bill Danton"),
        ("Bill and Hillary Danton came. Mrs Danton spoke.", "Danton", 2, "Hillary Danton"),
        ("Bill and Hillary Danton came. Danton spoke.", "Danton", 2, None),
        ("The farm is owned by Ann and Carl Moss.", "Ann", 1, "Ann Moss"),
        ("Sam and Hull City came. Sam spoke.", "Sam", 2, "Sam"),
    ],
)
def test_a_couple_shares_its_surname_and_a_title_tells_which_is_meant(text, words, nth, name):
    assert meant(text, words, nth) == name


def test_a_surname_goes_on_being_the_one_whom_it_called_first():
    text = "Peter Marsh is a farmer. Marsh lives in Leeds. His father, Daniel Marsh, dug coal. Marsh left in May."
    assert meant(text, "Marsh", 2) == meant(text, "Marsh", 4) == "Peter Marsh"
    assert meant("Ann Pell saw it. Pell's son, Tom Pell, ran. Pell wept.", "Pell", 4) is None


def test_a_surname_is_the_one_whom_the_article_is_about_where_the_others_come_in_once():
    once = "Daniel Marsh, 41, was jailed with Peter Marsh, 38."
    assert meant(f"Daniel Marsh is a farmer. {once} Marsh wept.", "Marsh", 4) == "Daniel Marsh"
    assert meant(f"{once} Peter Marsh is a farmer. Marsh wept.", "Marsh", 4) is None
    assert meant(f"Daniel Marsh is a farmer. {once} Peter Marsh was freed. Marsh wept.", "Marsh", 5) is None


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        ("Ann Pell, also known as Ann Hart, was jailed. Hart wept.", "Hart", 2, "Ann Pell"),
        ("Ann Pell (born Ann Hart in Orsa) was jailed. Hart wept.", "Hart", 2, "Ann Pell"),
        ("Zola Dee is the stage name of the singer Mary Hart. Hart wept.", "Hart", 2, "Zola Dee"),
        ("Ann Pell (55), née Hart, was jailed. Hart wept.", "Hart", 2, "Hart"),
        ("Ann Pell or Ann Hart was jailed. Hart wept.", "Hart", 2, "Ann Hart"),
        ("Ann Pell, born near Mary Hart, was jailed. Hart wept.", "Hart", 2, "Mary Hart"),
    ],
)
def test_another_name_of_somebody_calls_the_same_one(text: str, words: str, nth: int, name: str) -> None:
    assert meant(text, words, nth) == name


def test_a_first_name_that_reads_as_another_word_belongs_to_the_name() -> None:
    text = "Mr Grant Pell was here. Grant Amos Pell was born in Orsa. Pell left."
    assert meant(text, "Pell", 3) == meant(text, "Pell", 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Evarist Rilleau was a mathematician.", "person"),
        ("It was seen by Evarist Rilleau himself.", "person"),
        ("It was the Evarist Rilleau memorial.", "thing"),
        ("Evarist Rilleau was born in Orsa.", "person"),
        ("Evarist Rilleau died in May.", "person"),
        ("Evarist Rilleau (born 3 May 1986) lives in Orsa.", "person"),
        ("Evarist Rilleau opened. Rilleau was full.", "person"),
        ("Evarist Rilleau was a leader in pumps.", "thing"),
        ("Evarist Rilleau, a maker of pumps, said it was late.", "body"),
        ("Evarist Rilleau, founded in 1990, said it was late.", "body"),
        ("Evarist Rilleau, the firm's director, said it was late.", "person"),
        ("Evarist Rilleau (opened 3 May 1986) stands in Orsa.", "thing"),
        ("The Evarist Rilleau sank. The Rilleau was full.", "body"),
    ],
)
def test_a_name_is_a_persons_when_what_is_said_of_it_is_said_of_people(text, kind):
    found = mention(text, "Evarist Rilleau")
    assert found is not None
    assert found.known is not None
    assert found.known.kind == kind


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("US Secretary of State Mike Hadley spoke in Manila.", "Mike Hadley", "US Secretary of State"),
        ("The talks with French President Anne Morel failed.", "Anne Morel", "French President"),
        ("Chief executive Tariq Boyle resigned on Monday.", "Tariq Boyle", "Chief executive"),
        ("England striker Harry Webb scored twice.", "Harry Webb", "England striker"),
        ("Rob Ellison, an acoustician at Kesh, was there.", "Rob Ellison", "acoustician at Kesh"),
        ("The court allowed the candidacy of opposition leader Ilona Marsh.", "Ilona Marsh", "opposition leader"),
        ("The Commissioner for Works, Mrs Ada Hadley-Bell, left.", "Ada Hadley-Bell", "Commissioner for Works"),
        ("The Orsa police chief, Tom Hadley, resigned.", "Tom Hadley", "Orsa police chief"),
        ("She met the mayor of Orsa, Tom Hadley and two nurses.", "Tom Hadley", None),
        ("The Speaker, Hon. Gift Amadi, left.", "Gift Amadi", "Speaker"),
        ("The former governor of the coastal province of Ostrel resigned.", "Ostrel", None),
        ("Members of Unite walked out on Monday.", "Unite", None),
        ("In Manila, Secretary of State Tom Pell said so.", "Manila", None),
        ("An unusually cheerful Maria Lopez waved.", "Maria Lopez", None),
        ("Her son Gary Pike was at work.", "Gary Pike", None),
    ],
)
def test_a_title_is_what_the_article_gives_with_the_name(text, words, given):
    assert title(text, words) == given


def test_an_acronym_is_the_long_form_when_the_letters_fit():
    text = "The National Water Board (NWB) met. The NWB found no fault. The NBW declined to comment."
    assert meant(text, "NWB", 2) == "National Water Board"
    assert meant(text, "NBW") == "NBW"


def test_letters_of_a_long_form_are_taken_with_and_without_its_small_words():
    assert initials(("Ministry", "of", "Health")) == {"MH", "MOH"}


@pytest.mark.parametrize(
    ("text", "words", "nth", "name"),
    [
        ("Maria Lopez voted on Monday. She left at once.", "She", 1, "Maria Lopez"),
        ("Maria Lopez met Tom Hadley. He left at once.", "He", 1, "Tom Hadley"),
        ("Tom Hadley sold his house.", "his", 1, "Tom Hadley"),
        ("Tom Hadley was born in Leeds. He left school at 14. He never went back.", "He", 2, "Tom Hadley"),
    ],
)
def test_a_pronoun_is_the_only_one_it_can_be(text, words, nth, name):
    assert meant(text, words, nth) == name


@pytest.mark.parametrize(
    ("text", "words", "nth"),
    [
        ("Tom Hadley met Peter Webb. He left at once.", "He", 1),
        ("Tom Hadley told Peter Webb that he was late.", "he", 1),
        ("The official spoke first. He left at once.", "He", 1),
        ("Rain fell all day. He left at once.", "He", 1),
        ("Tom Hadley called him a liar.", "him", 1),
        ("It was raining in Leeds.", "It", 1),
    ],
)
def test_a_pronoun_that_could_be_two_or_none_is_left_alone(text, words, nth):
    assert meant(text, words, nth) is None


def test_a_minister_is_the_one_who_was_introduced():
    assert meant("Housing Minister Carol Dunne came. The minister praised the builders.", "The minister") == "Carol Dunne"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Commissioner for Works, Mrs Ada Hadley, came. The commissioner said it was dear.", "The commissioner"),
        ("The Minority Leader, Ada Hadley, rose. Nobody heard the Minority Leader.", "the Minority Leader"),
        ("The mayor's Chief Press Secretary, Ada Hadley, rose. The press secretary said no.", "The press secretary"),
        ("The Treasurer of the Orsa Traders Union, Ada Hadley, rose. The treasurer said no.", "The treasurer"),
    ],
)
def test_an_office_is_the_one_who_is_named_behind_it(text: str, words: str) -> None:
    assert meant(text, words) == "Ada Hadley"


def test_the_capitals_of_an_office_are_nobody_s_name() -> None:
    assert meant("The Minority Leader rose. The Mayor's Chief Press Secretary sat down.", "Minority Leader") is None
    assert meant("Mr Sunday Hadley spoke on Friday. Hadley left.", "Hadley", 2) == "Sunday Hadley"


@pytest.mark.parametrize(
    "text",
    [
        "The minister praised the builders.",
        "Housing Minister Carol Dunne came with Interior Minister Luisa Ferrante. The minister praised them.",
        "A minister resigned. Housing Minister Carol Dunne came. The minister wept.",
        "Former minister Carol Dunne came. The minister wept.",
    ],
)
def test_a_minister_whom_nobody_introduced_is_nobody(text):
    assert meant(text, "The minister") is None


def test_nouns_for_people_are_told_from_others():
    assert all(role_of(word) for word in ("minister", "seismologist", "vice-president"))
    assert not any(role_of(word) for word in ("table", "talk", "statement"))


def test_some_nouns_tell_the_gender():
    assert [role_gender(w) for w in ("spokeswoman", "chairman", "minister")] == ["f", "m", None]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Democratic Party for the Coast leader Ruth Tamm", "Ruth Tamm"),
        ("Ostrel Ambassador to the United States Omar Hadley", "Omar Hadley"),
        ("CEO of the Harbour Council Enver Solim", "Enver Solim"),
        ("Ursula von der Lund", "Ursula von der Lund"),
        ("Maria dos Santos", "Maria dos Santos"),
        ("Ana Bell-Sambo", "Ana Bell-Sambo"),
        ("William “Bill” Darrow", "William “Bill” Darrow"),
        ("Miriam Hadley KC", "Miriam Hadley"),
    ],
)
def test_a_speaker_s_name_is_whole(speaker: str, name: str) -> None:
    claim = split(builders.article(f"A headline\n\n{speaker} said the dam was safe.\n"))[0]
    assert claim.speaker is not None
    assert (claim.speaker.text, claim.speaker.name) == (speaker, name)


def test_whoever_speaks_for_somebody_is_not_that_one() -> None:
    claim = split(builders.article("A headline\n\nSpokesman for President Ann Lee said the dam was safe.\n"))[0]
    assert claim.speaker is None or claim.speaker.name is None


def test_where_somebody_is_from_is_no_part_of_the_name() -> None:
    text = "A headline\n\nOwen Pell of North Calder Police said it was late. “It is too late,” he said.\n"
    claims = [c for c in split(builders.article(text)) if c.speaker is not None]
    assert [c.speaker.name for c in claims if c.speaker is not None] == ["Owen Pell", "Owen Pell"]


def test_a_title_of_several_people_is_nobodys_and_what_they_say_is_of_no_one_of_them() -> None:
    text = "Council members Rita Dole and Marvin Noe said it was late."
    assert title(text, "Rita Dole") is None
    (said,) = [c for c in split(builders.article(f"A headline\n\n{text}\n")) if c.speaker is not None]
    assert said.speaker is not None
    assert said.speaker.name is None


def test_a_firm_is_known_by_what_only_firms_have() -> None:
    text = "Orrin said profit fell. Shares of Orrin rose. Orrin's finance chief, Ann Lee, left."
    assert title(text, "Ann Lee") == "Orrin's finance chief"
    known = mention(text, "Orrin")
    assert known is not None
    assert known.person is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [("The KCNA state news agency said it failed.", "KCNA"), ("The UN refugee agency said it failed.", None)],
)
def test_a_body_is_meant_by_a_noun_for_its_kind_and_by_no_other(sentence: str, name: str | None) -> None:
    (said,) = [c for c in split(builders.article(f"A headline\n\n{sentence}\n")) if c.speaker is not None]
    assert said.speaker is not None
    assert said.speaker.name == name


def test_a_town_is_no_short_name_of_the_station_that_is_called_after_it() -> None:
    text = "Fire broke out northwest of Orsa, CBS Orsa reported. The Ohio Department of Health is in Ohio."
    assert meant(text, "Orsa", 1) == "Orsa"
    assert meant(text, "Ohio", 2) == "Ohio"


def test_nothing_is_put_within_brackets_of_the_articles_own() -> None:
    gists = [c.gist for c in split(builders.article("A headline\n\nRita Dole left. “It fell on [Dole’s] car,” Ann Lee said.\n"))]
    assert not [gist for gist in gists if "[[" in gist or "[Rita] Dole’s]" in gist]


def test_who_says_something_is_still_what_they_are_called() -> None:
    gists = [c.in_context for c in split(builders.article("A headline\n\n“It fell,” said Ann Lee, a nurse at the quay.\n"))]
    assert "[Ann Lee is] a nurse at the quay." in gists
