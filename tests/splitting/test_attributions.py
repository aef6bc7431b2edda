"""Who is credited with what, form by form."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.model import Article, Attribution, Block, BlockRole, Mode


def found(*paragraphs: str) -> tuple[Article, list[Attribution]]:
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(role=BlockRole.BODY, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    article = Article(text=text, blocks=tuple(blocks))
    return article, factcheck.find_attributions(article)


def said(*paragraphs: str) -> list[tuple[str | None, str]]:
    article, attributions = found(*paragraphs)
    return [(a.speaker and a.speaker.text, " … ".join(article.words(c) for c in a.content)) for a in attributions]


@pytest.mark.parametrize(
    ("sentence", "ford", "hall"),
    [
        ('Mr Ford said the plan was "dead", while Ms Hall said it was "alive".', 'the plan was "dead"', 'it was "alive"'),
        ('Mr Ford said: "It is dead," but Ms Hall replied: "It is alive."', '"It is dead,"', '"It is alive."'),
        ("Mr Ford said the plan was dead, although Ms Hall insisted it was alive.", "the plan was dead", "it was alive"),
        ("Mr Ford said the mill would close, whilst Ms Hall said it would stay.", "the mill would close", "it would stay"),
        ('"It is dead," said Mr Ford, while Ms Hall called it "a miracle".', '"It is dead,"', 'it "a miracle"'),
    ],
)
def test_each_of_two_speakers_in_a_sentence_has_their_own_words(sentence: str, ford: str, hall: str) -> None:
    assert said(sentence) == [("Mr Ford", ford), ("Ms Hall", hall)]


def test_what_somebody_rejects_is_not_in_their_words() -> None:
    _, (rejected,) = found('Mr Ford rejected Ms Hall\'s claim that the bill was "a scandal".')
    assert (rejected.speaker and rejected.speaker.text, rejected.mode) == ("Mr Ford", Mode.INDIRECT)
    assert said("Ridgeline denied this.") == [("Ridgeline", "this")]


@pytest.mark.parametrize(
    "sentence", ["The union has called a strike for Friday.", "Ms May called an election.", "She called an ambulance."]
)
def test_to_call_something_is_not_to_say_it(sentence: str) -> None:
    assert said(sentence) == []


def test_a_quotation_after_what_was_said_is_by_who_said_it() -> None:
    reported = "Mr Ford said residents had complained for years."
    assert said(f'{reported} "Nothing happens. Nobody came."') == [
        ("Mr Ford", "residents had complained for years"),
        ("Mr Ford", '"Nothing happens. Nobody came."'),
    ]
    assert [who for who, _ in said(f'{reported} "Nothing happens," said Ms Hall.')] == ["Mr Ford", "Ms Hall"]
    assert said(reported, '"Nothing happens."')[1:] == [("Mr Ford", '"Nothing happens."')]
    assert len(said(reported, '"Nothing happens." Snow fell.')) == 1, "a paragraph that is more than a quotation may be by anybody"
    assert len(said("What did Mr Ford say?", '"Nothing happens."')) == 0, "nor does an answer go to whoever asks"


def test_a_paragraph_that_is_one_quotation_goes_on_with_the_one_before_it() -> None:
    first = '"Nothing happens," Mr Ford said.'
    assert said(first, '"Nobody came. It was dark."') == [("Mr Ford", '"Nothing happens,"'), ("Mr Ford", '"Nobody came. It was dark."')]
    assert [who for who, _ in said(first, '"Nobody came," said Ms Hall.')] == ["Mr Ford", "Ms Hall"]
    assert len(said(first, "Snow fell.", '"Nobody came."')) == 1


def test_who_is_asked_is_not_who_asks() -> None:
    assert said("Asked whether she would sell, the mayor said: “No.”") == [(None, "whether she would sell"), ("the mayor", "“No.”")]
    assert said("“Never,” the mayor said when asked if she would sell.") == [("the mayor", "“Never,”"), (None, "if she would sell")]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The mayor said the bridge was safe.", "The mayor", "the bridge was safe"),
        ("The mayor said that the bridge was safe.", "The mayor", "that the bridge was safe"),
        ('"The bridge is safe," the mayor said.', "the mayor", '"The bridge is safe,"'),
        ('"The bridge is safe," said Mayor Ruth Okafor.', "Mayor Ruth Okafor", '"The bridge is safe,"'),
        ('The mayor told reporters: "The bridge is safe."', "The mayor", '"The bridge is safe."'),
        ("The bridge was safe, the mayor said.", "the mayor", "The bridge was safe"),
        ("According to the mayor, the bridge was safe.", "the mayor", "the bridge was safe"),
        ("The bridge was safe, according to the mayor.", "the mayor", "The bridge was safe"),
        ("In the mayor's view, the bridge was safe.", "the mayor", "the bridge was safe"),
        ("In the words of the mayor, the bridge was safe.", "the mayor", "the bridge was safe"),
        ("As the mayor pointed out, the bridge was safe.", "the mayor", "the bridge was safe"),
        ("As the mayor put it: “The bridge is safe.”", "the mayor", "“The bridge is safe.”"),
        ("The bridge, as the mayor told the council last week, was safe.", "the mayor", "The bridge … was safe"),
        ("The bridge was safe, as the figures show.", "the figures", "The bridge was safe"),
        ("Editors seized upon an Orsa Times report that the bridge was safe.", "Orsa Times", "that the bridge was safe"),
        ("Said Okafor: “The bridge is safe.”", "Okafor", "“The bridge is safe.”"),
        ("The mayor has not said when the bridge will open.", "The mayor", "when the bridge will open"),
        (
            "In Orsa, the mayor told a meeting of ship owners that few people used the bridge.",
            "the mayor",
            "that few people used the bridge",
        ),
        ("Asked about the bridge, the mayor said it was safe.", "the mayor", "it was safe"),
        ("The company warned in a trading statement that profits would fall.", "The company", "that profits would fall"),
        ("The mayor told reporters on the way to the bridge that it was safe.", "The mayor", "that it was safe"),
        ("The mayor told drivers this week the bridge would be shut.", "The mayor", "the bridge would be shut"),
        (
            "Though that bridge was safe, the mayor said, building more would be dear.",
            "the mayor",
            "Though that bridge was safe … building more would be dear",
        ),
        ("“I like the bridge,” the mayor said, but “it is not safe.”", "the mayor", "“I like the bridge,” … “it is not safe.”"),
        ("The mayor was quoted as saying the bridge was safe.", "The mayor", "the bridge was safe"),
        ("The mayor denied that the bridge was unsafe.", "The mayor", "that the bridge was unsafe"),
        ("The mayor insisted the bridge was safe.", "The mayor", "the bridge was safe"),
        ("Opening the inquest at Orsa Crown Court, Ruth Okafor, sitting, said the bridge was safe.", "Ruth Okafor", "the bridge was safe"),
        ("The mayor accepted that the bridge was unsafe.", "The mayor", "that the bridge was unsafe"),
        ("The mayor put the cost of the bridge at £3m.", "The mayor", "the cost of the bridge at £3m"),
        ("The mayor, however, ruled out a new bridge.", "The mayor", "a new bridge"),
        ("The mayor promised to mend the bridge.", "The mayor", "to mend the bridge"),
    ],
)
def test_every_order_of_speaker_cue_and_words(sentence: str, speaker: str, content: str) -> None:
    (who, words), *_ = said(sentence)
    assert who == speaker
    assert words.strip(" .,") == content.strip(" .,")


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ('"The bridge is safe," the mayor said.', Mode.DIRECT),
        ('The mayor said the bridge was "perfectly safe".', Mode.MIXED),
        ("The mayor said the bridge was safe.", Mode.INDIRECT),
    ],
)
def test_the_mode_follows_the_marks(sentence: str, mode: Mode) -> None:
    assert found(sentence)[1][0].mode is mode


def test_a_split_quotation_is_one_attribution() -> None:
    (only,) = said('"The bridge," the mayor said, "is safe for everyone."')
    assert only == ("the mayor", '"The bridge," … "is safe for everyone."')


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = '"The bridge is safe," the mayor said. "It was mended in May."'
    assert {who for who, _ in said(text)} == {"the mayor"}
    assert '"It was mended in May."' in " ".join(words for _, words in said(text))


def test_the_words_before_the_cue_in_two_sentences_are_all_credited() -> None:
    text = '"The bridge is safe. It was mended in May," the mayor said.'
    assert any(who == "the mayor" and "The bridge is safe. It was mended in May" in words for who, words in said(text))


def test_two_things_said_are_two() -> None:
    assert [who for who, _ in said('The mayor described the bridge as "safe" and said it was new.')] == ["The mayor", "The mayor"]


def test_scare_quotes_are_not_speech() -> None:
    assert said('The "bridge" was made of rope.') == []


def test_nobody_is_invented_for_a_passive() -> None:
    assert all(who is None for who, _ in said("It was reported that the bridge was shut."))


def test_a_plain_assertion_is_nobodys() -> None:
    assert said("The bridge opened in 1931 and was shut on Tuesday.") == []


@pytest.mark.parametrize("dash", ["—", "–", "―", "-"])
def test_a_name_under_a_quotation_signs_it(dash: str) -> None:
    quotation = "“The mayor frightens me. He never listens to us.”"
    assert said(f"{quotation} {dash} Carla Okafor", "More people came.") == [("Carla Okafor", quotation)]
    assert said(quotation, f"{dash} Carla Okafor, 42, welder") == [("Carla Okafor", quotation)]


def test_a_dash_that_goes_on_with_the_story_signs_nothing() -> None:
    assert said("The mayor called it “a start” — and then the lights went out.") == [("The mayor", "it “a start”")]


def test_a_quotation_in_a_paragraph_of_its_own_belongs_to_who_announces_it() -> None:
    quotation = "“We have a harbour. It is full of mud.”"
    assert said("The plan was shown on Friday. The mayor said:", quotation) == [("The mayor", quotation)]
    assert said("The Orsa Times reports:", quotation, "Nobody came.") == [("The Orsa Times", quotation)]
    assert said("These boats were in the race:", "“Ada”, “Bella” and “Clara”.") == []


def test_a_quotation_goes_on_after_what_the_speaker_did_meanwhile() -> None:
    words = '"These are strange days," said Peter Morgan, who has fished here for years. "I do not know what he wants."'
    assert said(words) == [("Peter Morgan", '"These are strange days," … "I do not know what he wants."')]


def test_what_goes_on_in_the_mode_of_reported_speech_is_still_reported() -> None:
    assert said("The board said the bridge was closed and would be mended by May.") == [
        ("The board", "the bridge was closed and would be mended by May")
    ]


def test_the_letters_of_a_party_in_brackets_end_no_sentence() -> None:
    words = "“This is bad,” said Rep. Jim Okafor (D-N.C.), head of the Harbour Caucus. “He lied.”"
    assert said(words) == [("Rep. Jim Okafor", "“This is bad,” … “He lied.”")]


def test_a_deed_is_no_speech() -> None:
    assert said("The mayor tried to mend the bridge.") == said("The mayor backs the plan.") == []


def test_what_stands_before_a_colon_or_after_a_semicolon_is_not_said() -> None:
    assert said("It set off a row on Friday: the mayor said the bridge was safe.") == [("the mayor", "the bridge was safe")]
    assert {who for who, _ in said("The mayor reported that Orsa holds $2 million; Hadley Steel holds $9 million.")} == {"The mayor"}


def test_finding_a_door_shut_and_doing_something_as_somebody_speaks_say_nothing() -> None:
    assert said("Okafor found the door shut.") == said("As Okafor put her coat on, the bell rang.") == []
    assert said("As he said goodbye, the bell rang.") == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The dam, the mayor said, would hold.", "The dam … would hold"),
        ("Even if it rains, the mayor said, the dam will hold.", "Even if it rains … the dam will hold"),
        ("Back in Orsa, the mayor said, people had left.", "Back in Orsa … people had left"),
    ],
)
def test_a_cue_between_commas_interrupts_what_it_says(sentence: str, content: str) -> None:
    ((who, words),) = said(sentence)
    assert (who, words.rstrip(".")) == ("the mayor", content)


@pytest.mark.parametrize("sentence", ["That suggested that the pump was dry.", "This shows that the dam holds."])
def test_what_was_just_told_is_no_speaker(sentence: str) -> None:
    assert said(sentence) == []


def test_who_is_told_something_before_they_act_says_nothing() -> None:
    assert said("After being told that the hall was full, the visitors left.") == []


def test_what_the_article_asks_nobody_says() -> None:
    assert said("Why would Ms Hall say that the hall was full?") == []
    assert said('"Why is it full?" Ms Hall asked.') == [("Ms Hall", '"Why is it full?"')]


def test_a_title_that_is_cut_at_a_hyphen_is_whole() -> None:
    ((who, _),) = said('"The valve fails," said study co-author Lena Marsh, an engineer.')
    assert who == "study co-author Lena Marsh"
