"""Opinions, predictions, questions, orders and hypotheticals are told from what can be looked up, with the words that show it."""

from __future__ import annotations

import pytest

from factcheck.splitting import split
from factcheck.splitting.checkable import RULES
from tests import builders


def reason(sentence: str) -> str | None:
    return split(builders.article(f"A headline\n\n{sentence}\n"))[0].reason


@pytest.mark.parametrize(
    "sentence",
    [
        "The council closed the pool in May.",
        "He could not swim.",
        "Witnesses could see the smoke from the harbour.",
        "The largest school in the county has 2,000 pupils.",
        "It is her best time this year.",
        "The will of the late duke was read on Monday.",
        "A candidate must win 270 votes.",
        "In May the frigate sank.",
        "The plant has been closed since it opened.",
        "It is possible to walk to the island.",
        "At 90 she could still ride.",
        "Disgraced ex-lawyer Alex Moss jailed for life",
        "The storm was the worst in two decades.",
        "The drought was the worst on record.",
        "It was clear that Ann Lee had won.",
        "There are rules that bind the board.",
    ],
)
def test_what_can_be_looked_up_is_checkable(sentence):
    assert reason(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Who will get the keys?", "question"),
        ("Apply before 30 June.", "order: “Apply”"),
        ("The pound will fall in May.", "prediction: “will fall”"),
        ("The firm is expected to cut 40 jobs.", "prediction: “expected to”"),
        ("Prices are going to rise.", "prediction: “going to”"),
        ("Moss will probably not be fined.", "prediction: “will probably not be fined”"),
        ("The letter was probably lost.", "hypothetical: “probably”"),
        ("High winds could still shut the port.", "hypothetical: “could still shut”"),
        ("More closures are possible.", "hypothetical: “possible”"),
        ("The cut may cost the firm a third of its orders.", "hypothetical: “may cost”"),
        ("If the dam broke, the town would drown.", "hypothetical: “If … would”"),
        ("The council should resign.", "opinion: “should resign”"),
        ("The plan is a disgrace.", "opinion: “disgrace”"),
        ("The show was wonderful.", "opinion: “wonderful”"),
    ],
)
def test_what_cannot_be_looked_up_says_why(sentence, kind):
    assert reason(sentence) == kind


def test_half_a_fact_is_a_fact():
    assert reason("The firm closed two plants and will close a third.") is None


KINDS = {
    "opinion": (
        "The stadium is a waste of money.",
        "Nobody deserves this more than Ann Lee.",
        "It was the best goal of the season.",
        "The minister's apology came far too late.",
        "Frankly, the plan makes no sense.",
        "The council ought to apologise to the families.",
        "Arguably, no mayor has done more for Leeds.",
    ),
    "prediction": (
        "Rents will double by 2030.",
        "The bank is likely to cut rates in June.",
        "Sales are forecast to rise by 4 percent next year.",
        "More heavy rain is forecast until Thursday.",
        "The tunnel won't be finished before 2030.",
    ),
    "question": (
        "Where did the money go?",
        "Is the bridge safe?",
        "“Who paid for it?” she asked.",
        "Why close the pool now?",
        "Did he not know?",
    ),
    "hypothetical": (
        "If the bank failed, 40,000 savers would lose their money.",
        "Had the alarm worked, the house would have been saved.",
        "The storm could reach Leeds by Friday.",
        "Perhaps the letter was lost.",
        "The firm might sell the site.",
        "Without the grant, the theatre would close.",
        "Residents may face higher bills.",
    ),
    "order": (
        "Please call the police on 101.",
        "Do not touch the fence.",
        "Visit the council's website for details.",
        "Let us be honest.",
        "Never leave a fire alone.",
        "Stay indoors and keep your windows shut.",
        "For tickets, ring 0113 496 0000.",
    ),
    "definition": (
        "A recession is two quarters of falling output.",
        "Inflation is the rate at which prices rise.",
        "The word means a small boat.",
        "An orphan is a child whose parents are dead.",
        "GDP stands for gross domestic product.",
        "A quorum is defined as half of the members.",
    ),
}

FACTS = (
    "The council voted by 7 to 5 to close the pool.",
    "Ann Lee was born in Leeds in 1950.",
    "The will was read on Monday.",
    "The firm employs 300 people.",
    "May is the leader of the party.",
    "The largest bridge in the county opened in 1962.",
    "She was unable to swim.",
    "The price rose by 4 percent in March.",
    "The mayor could see the fire from his window.",
    "The match ended 2-1.",
    "He would swim in the lake every morning as a boy.",
    "The great hall was built in 1480.",
    "It is illegal to park there.",
    "The good news came on Friday.",
    "The court found that he had lied.",
    "He is the founder of a chain of shops.",
    "Lee is a member of parliament.",
    "The river is 40 miles long.",
    "Set in 1940, the film was shot in Malta.",
    "A leap year has 366 days.",
    "He plans to retire in May.",
    "The question is whether the council knew.",
    "The mayor was too ill to travel.",
    "A man is in hospital after the fire.",
    "Flooding is a problem in Leeds.",
    "Lee stands for parliament.",
    "The minister referred to a letter from 1998.",
)


@pytest.mark.parametrize(("kind", "sentence"), [(kind, sentence) for kind, sentences in KINDS.items() for sentence in sentences])
def test_each_kind_of_what_cannot_be_looked_up_is_told_apart(kind, sentence):
    said = reason(sentence) or ""
    assert said.split(":")[0] == kind


@pytest.mark.parametrize("sentence", FACTS)
def test_plain_facts_are_left_to_the_checker(sentence):
    assert reason(sentence) is None


SETTLED = (
    "The mayor will open the library on 3 May.",
    "The museum will be open until Friday.",
    "The minister said she would resign in June.",
    "The train is due to leave at 9pm.",
    "The bill would ban smoking in parks.",
    "The party said it would repeal the law if it won.",
    "“We will publish the figures in May,” Ann Lee said.",
    "Some of them may have left before the fire, Ann Lee said.",
    "Under the contract the club may not sell him.",
    "As a boy he could swim a mile.",
    "Drivers could be fined £100.",
    "Ann Lee said market towns could apply for a grant.",
    "Will Hay died in 1949.",
    "Should the court agree, the case ends in May.",
    "The offer would have raised holiday pay.",
    "“My plan would lift the cap,” Ann Lee said.",
    "The mayors said they would continue to publish the figures.",
    "“We will ask the council to help,” Ann Lee said.",
    "The deal would have created 40 jobs.",
    "He may be hiding in Leeds.",
    "Ann Lee said schools would get £5m.",
    "Ann Lee said staff would receive the bonus on 19 December.",
    "Analysts had expected a profit of £3m.",
    "Analysts were expecting £3bn.",
    "The firm would not comment.",
)
"""What has been decided, allowed, provided for or done already, though a modal tells it."""


@pytest.mark.parametrize("sentence", SETTLED)
def test_plans_provisions_estimates_and_abilities_can_be_looked_up(sentence):
    assert reason(sentence) is None


STATED = (
    "The appeal was successful.",
    "The figure was wrong.",
    "It was the worst flood since 1953.",
    "He is keen to win the seat.",
    "The lovely old hall holds 300 people.",
    "Sadly, the dog died.",
    "“The road is closed,” Ann Lee said.",
    "“She is pregnant,” Ann Lee said.",
    "“Nobody wanted to stop,” Ann Lee said.",
    "“He was a plumber,” Ann Lee said.",
    "“We have the money to pay,” Ann Lee said.",
    "“Orders have to be in by noon,” Ann Lee said.",
    "Ann Lee said she opposes the plan.",
    "They called friends to say that the road was open.",
    "The council condemned the successful test of a bomb.",
    "He was relieved of his duties.",
    "Women are twice as likely to have a phone than men.",
    "Ann Lee said he was “part of the team”.",
    "It was a power failure.",
    "It was the first time in 80 years that the river froze.",
    "“The shelter needs £5m,” Ann Lee said.",
    "Ann Lee said she needed to stop for fuel.",
    "The ferry was supposed to leave at noon.",
    "“We plan to publish the report in May,” Ann Lee said.",
    "The problem was a loose cable.",
    "Doctors saw no change in the patient.",
    "“You told me that,” Ann Lee said.",
    "“I know he lives in Leeds,” Ann Lee said.",
    "The mayor was clear that the road had been closed.",
    "The board made clear that the chairman had gone.",
    "“It's a medical plan,” Ann Lee said.",
    "“She is a former nurse,” Ann Lee said.",
    "“They poisoned the dog,” Ann Lee said.",
    "“The train is headed for Leeds,” Ann Lee said.",
    "“I never saw the letter,” Ann Lee said.",
    "“It happens very often,” Ann Lee said.",
    "“The engine failed,” Ann Lee said.",
    "“I failed the test,” Ann Lee said.",
    "Ann Lee said families were £20 a week worse off.",
    "The firm was appealing against a fine.",
    "They lived well outside the town.",
    "“It is very clear that he has left,” Ann Lee said.",
    "The deputies were appealing for calm.",
    "Ann Lee said the sailors were upset with their pay.",
    "Ann Lee said members were worried about the roof.",
    "“The work is advanced,” Ann Lee said.",
    "The greatest rise in cases was seen in Leeds.",
    "The greatest loss came in May.",
    "“The film was great and cost £40m,” Ann Lee said.",
)


@pytest.mark.parametrize("sentence", STATED)
def test_judging_words_in_matters_of_fact_mark_nothing(sentence):
    assert reason(sentence) is None


JUDGED = (
    ("“It’s horrifying,” Ann Lee said.", "opinion: “horrifying”"),
    ("Ann Lee called the plan a disgrace.", "opinion: “disgrace”"),
    ("Analysts called the price too high.", "opinion: “too high”"),
    ("The club played brilliantly.", "opinion: “brilliantly”"),
    ("“They stood there like thieves,” Ann Lee said.", "opinion: “stood … like”"),
    ("“The hall was small,” Ann Lee said.", "opinion: “small”"),
    ("Ann Lee said the plan was “a tax on gardens”.", "opinion: “tax”"),
    ("“Everybody knows that,” Ann Lee said.", "opinion: “Everybody … knows”"),
    ("“I couldn’t be prouder,” Ann Lee said.", "opinion: “could … prouder”"),
    ("“This is a budget of dreams,” Ann Lee said.", "opinion: “budget”"),
    ("“There is no excuse for it,” Ann Lee said.", "opinion: “no excuse”"),
    ("“We should have won,” Ann Lee said.", "opinion: “should have won”"),
    ("“The council needs to listen,” Ann Lee said.", "opinion: “needs to”"),
    ("“Something has to change,” Ann Lee said.", "opinion: “has to”"),
    ("“It is not a problem,” Ann Lee said.", "opinion: “problem”"),
    ("“The government has to act,” Ann Lee said.", "opinion: “has to”"),
    ("It is time to close the pool.", "opinion: “time”"),
    ("“There are too many cars,” Ann Lee said.", "opinion: “too many”"),
    ("“The club is in crisis,” Ann Lee said.", "opinion: “crisis”"),
    ("“He showed no remorse,” Ann Lee said.", "opinion: “remorse”"),
    ("Ann Lee said she had no faith in the board.", "opinion: “faith”"),
    ("Ann Lee said it was not the right time to sell.", "opinion: “time”"),
    ("“It means the world to us,” Ann Lee said.", "opinion: “means the world”"),
    ("“What is important is the money,” Ann Lee said.", "opinion: “important”"),
    ("“The best thing is that we won,” Ann Lee said.", "opinion: “best thing”"),
    ("“We have been ignored,” Ann Lee said.", "opinion: “ignored”"),
    ("“I’ve never seen anything like it,” Ann Lee said.", "opinion: “never seen”"),
    ("“It doesn’t work,” Ann Lee said.", "opinion: “work”"),
    ("“You never get over it,” Ann Lee said.", "opinion: “You never”"),
    ("The mayor's silence speaks volumes.", "opinion: “speaks volumes”"),
    ("Prices are going to rise.", "prediction: “going to”"),
    ("“This really hurts,” Ann Lee said.", "opinion: “really”"),
    ("“We welcome the ruling,” Ann Lee said.", "opinion: “We welcome”"),
    ("“I would rather do it right,” Ann Lee said.", "opinion: “would rather”"),
    ("“The town cannot tolerate this,” Ann Lee said.", "opinion: “can … tolerate”"),
    ("“It’s all about the money,” Ann Lee said.", "opinion: “about”"),
    ("“They did a terrible job,” Ann Lee said.", "opinion: “terrible”"),
    ("“They betrayed the town,” Ann Lee said.", "opinion: “betrayed”"),
    ("The real scandal is what is legal.", "opinion: “scandal”"),
    ("“All I want is peace,” Ann Lee said.", "opinion: “All … is”"),
    ("Ann Lee said the plan seemed to help.", "opinion: “seemed”"),
    ("“He can never catch up,” Ann Lee said.", "prediction: “can never catch”"),
    ("Traders expect prices to fall.", "prediction: “expect”"),
    ("A victory would lift the shares.", "prediction: “would lift”"),
    ("Ann Lee said the toll was likely to rise.", "prediction: “likely to”"),
    ("The firm hopes to break even.", "prediction: “hopes”"),
    ("“I’d never sell it,” Ann Lee said.", "hypothetical: “’d never sell”"),
    ("“If it fails, there is nothing else,” Ann Lee said.", "hypothetical: “If”"),
    ("“We are asking people to stay away,” Ann Lee said.", "order: “We … asking”"),
    ("“Stay away from the river,” Ann Lee told people.", "order: “Stay”"),
    ("The union called on members to stay at home.", "order: “to stay”"),
    ("The envoy described the talks as fruitful.", "opinion: “fruitful”"),
    ("Ann Lee asked whether the bridge was safe.", "question: “whether”"),
    ("“What do I tell him now,” Ann Lee said.", "question: “What”"),
    ("The result is an indication that pupils try harder.", "opinion: “indication”"),
    ("The war threatens to spread.", "prediction: “threatens”"),
    ("It is unclear if he was the first.", "question: “unclear if”"),
    ("“If you saw them, please call us,” Ann Lee said.", "order: “call”"),
    ("“The board has a duty to its members,” Ann Lee said.", "opinion: “duty”"),
    ("“I am filled with grief,” Ann Lee said.", "opinion: “grief”"),
    ("There are fears that the dam may break.", "opinion: “fears”"),
    ("Ann Lee said the sentence was necessary.", "opinion: “necessary”"),
    ("“They need our help,” Ann Lee said.", "opinion: “need”"),
    ("Ann Lee said the village needed to decide what it would give up.", "opinion: “needed to”"),
    ("Ann Lee said better pay was needed.", "opinion: “needed”"),
    ("Ann Lee said the club had no choice but to sell.", "opinion: “no choice”"),
    ("“It is up to the police to act,” Ann Lee said.", "opinion: “up to”"),
    ("“They are supposed to help us,” Ann Lee said.", "opinion: “supposed”"),
    ("“We can do better,” Ann Lee said.", "opinion: “can do better”"),
    ("“We intend to win it back,” Ann Lee said.", "prediction: “intend to”"),
    ("“We are here to stay,” Ann Lee said.", "prediction: “here to”"),
    ("“We don’t see that changing,” Ann Lee said.", "prediction: “see that changing”"),
    ("The board said it would open the pool certainly by May.", "prediction: “would open”"),
    ("The firm will likely be told in June.", "prediction: “will likely be told”"),
    ("The crew said they would not sail until the pump was mended.", "prediction: “would not sail”"),
    ("Ann Lee said the office expected £3bn.", "prediction: “expected”"),
    ("“Our only problem is the roof,” Ann Lee said.", "opinion: “problem”"),
    ("Ann Lee said the problem was that nobody asked.", "opinion: “problem”"),
    ("Ann Lee said she saw no point in a vote.", "opinion: “saw … point”"),
    ("“I don’t see a problem with it,” Ann Lee said.", "opinion: “see … problem”"),
    ("“It has caused misery,” Ann Lee said.", "opinion: “misery”"),
    ("“The strike is leading to chaos,” Ann Lee said.", "opinion: “chaos”"),
    ("“We have concerns about the bridge,” Ann Lee said.", "opinion: “concerns”"),
    ("“He loved this town,” Ann Lee said.", "opinion: “loved”"),
    ("Ann Lee said the rise hurt.", "opinion: “hurt”"),
    ("The threat was not taken seriously.", "opinion: “seriously”"),
    ("Nurses worked tirelessly for months.", "opinion: “tirelessly”"),
    ("“Nobody can tell us what to do,” Ann Lee said.", "opinion: “Nobody can”"),
    ("“You keep going,” Ann Lee said.", "opinion: “You keep”"),
    ("“I never dreamed we would win,” Ann Lee said.", "opinion: “never dreamed”"),
    ("“Everyone saw it,” Ann Lee said.", "opinion: “Everyone … saw”"),
    ("“There was nobody like him,” Ann Lee said.", "opinion: “nobody”"),
    ("Residents were clear that a bypass would be a mistake.", "opinion: “mistake”"),
    ("The board made clear that the chairman must go.", "opinion: “must go”"),
    ("“I know we should have won,” Ann Lee said.", "opinion: “should have won”"),
    ("“She is the one who should go,” Ann Lee said.", "opinion: “should go”"),
    ("“The ball is in their court,” Ann Lee said.", "opinion: “the ball is in”"),
    ("“We go with heavy hearts,” Ann Lee said.", "opinion: “heavy heart”"),
    ("“It’s a radical plan,” Ann Lee said.", "opinion: “radical”"),
    ("“It’s very sad news,” Ann Lee said.", "opinion: “sad”"),
    ("“Families are struggling to pay,” Ann Lee said.", "opinion: “struggling”"),
    ("“It bothers me,” Ann Lee said.", "opinion: “bothers”"),
    ("“The haste is what annoys me,” Ann Lee said.", "opinion: “annoys”"),
    ("Ann Lee said the club had missed an opportunity.", "opinion: “opportunity”"),
    ("“They are poisoning the debate,” Ann Lee said.", "opinion: “poisoning”"),
    ("“The talks are headed for failure,” Ann Lee said.", "prediction: “headed … failure”"),
    ("“He always had time for us,” Ann Lee said.", "opinion: “He always”"),
    ("“Nobody expected this,” Ann Lee said.", "opinion: “Nobody expected”"),
    ("Few could have expected it.", "opinion: “Few could”"),
    ("“He was someone you could trust,” Ann Lee said.", "opinion: “someone”"),
    ("“We have a lot to learn,” Ann Lee said.", "opinion: “have … lot”"),
    ("“I never once saw him lose his temper,” Ann Lee said.", "opinion: “never once saw”"),
    ("“She knew everything about bees,” Ann Lee said.", "opinion: “knew everything”"),
    ("“Our aim is to win,” Ann Lee said.", "opinion: “aim”"),
    ("Ann Lee repeated her belief that the dam was needed.", "opinion: “belief”"),
    ("“No house stays empty here,” Ann Lee said.", "opinion: “no house”"),
    ("“Our roots run very deep,” Ann Lee said.", "opinion: “very deep”"),
    ("“The system has failed,” Ann Lee said.", "opinion: “failed”"),
    ("“They failed the people of Leeds,” Ann Lee said.", "opinion: “failed”"),
    ("The farm was poorly managed.", "opinion: “poorly”"),
    ("Ann Lee said the cuts involved “tough choices”.", "opinion: “tough”"),
    ("“We will march till they pay,” Ann Lee said.", "prediction: “will march”"),
    ("The mayors said they would continue to fight the plan.", "prediction: “would continue”"),
    ("Ann Lee said she did not expect prices to fall.", "prediction: “expect”"),
    ("“The club apologises for the delay,” Ann Lee said.", "opinion: “club apologises”"),
    ("“There are flaws in the plan,” Ann Lee said.", "opinion: “flaws”"),
    ("He was a perfectionist.", "opinion: “perfectionist”"),
    ("Ann Lee was an inspirational teacher.", "opinion: “inspirational”"),
    ("He was the greatest player of the age.", "opinion: “greatest”"),
    ("Ann Lee said she was upset.", "opinion: “upset”"),
    ("Ann Lee said the forecast was optimistic.", "opinion: “optimistic”"),
    ("“We have come to treat it as if it were rain,” Ann Lee said.", "opinion: “come … if”"),
    ("“The message is the whole story,” Ann Lee said.", "opinion: “story”"),
)


@pytest.mark.parametrize(("sentence", "mark"), JUDGED)
def test_the_mark_shows_the_words_that_judge_foretell_ask_or_order(sentence, mark):
    assert reason(sentence) == mark


ASKED_FOR = (
    ("Police urged people to stay at home.", "order: “to stay”"),
    ("Police asked drivers to stay at home.", "order: “to stay”"),
    ("Police appealed to drivers to stay at home.", "order: “to stay”"),
    ("The mayor begged him not to go.", "order: “to go”"),
    ("Residents are advised to stay indoors.", "order: “to stay”"),
    ("Anyone with news is asked to call Ann Lee.", "order: “to call”"),
    ("The union called for the coach to be replaced.", "order: “to be replaced”"),
    ("The union demanded that the coach be replaced.", "order: “replaced”"),
    ("The union insisted he resign.", "order: “resign”"),
    ("The union recommended that members reject the offer.", "order: “reject”"),
    ("The governor vowed to veto the bill.", "prediction: “to veto”"),
    ("The governor has promised to veto the bill.", "prediction: “to veto”"),
    ("The governor pledged that she would veto the bill.", "prediction: “would veto”"),
    ("The union threatened to strike.", "prediction: “to strike”"),
)
DONE = (
    "The union demanded the resignation of the coach.",
    "The union called for an inquiry.",
    "Workers are demanding higher pay to keep up with prices.",
    "The governor promised an inquiry.",
    "The board ordered the club to pay a fine.",
    "The judge told the firm to pay £300.",
    "She asked to see the site.",
    "They called friends to say that the road was open.",
    "The party insisted that the minister was in Rome.",
    "Ann Lee suggested the coach was ill.",
)


@pytest.mark.parametrize(("sentence", "mark"), ASKED_FOR)
def test_what_is_asked_for_or_vowed_is_not_so_yet_whatever_the_verb(sentence, mark):
    assert reason(sentence) == mark


@pytest.mark.parametrize("sentence", DONE)
def test_orders_that_bind_things_demanded_and_what_is_told_can_be_looked_up(sentence):
    assert reason(sentence) is None


def test_rules_are_named_and_none_stands_there_twice():
    rules = [rule for _, rule in RULES]
    assert len(set(rules)) == len(rules)
    assert {kind for kind, _ in RULES} == {"order", "question", "hypothetical", "prediction", "opinion", "definition"}


def test_contractions_are_told_whole_and_a_had_is_no_would() -> None:
    claims = split(builders.article("A headline\n\n“You can't put a price on that,” Ann Lee said. “They'd made up their minds.”\n"))
    reasons = [c.reason for c in claims if c.kind == "quote"]
    assert all("ca”" not in (reason or "") for reason in reasons)
    assert reasons[-1] is None


def test_a_quotation_without_a_speaker_is_judged_as_somebodys_own_words() -> None:
    claims = split(builders.article("A headline\n\nAnn Lee spoke first. “He ran the pool. It is a big loss.”\n"))
    assert [c.reason for c in claims if "loss" in c.text and "pool" not in c.text] == ["opinion: “big”"]


@pytest.mark.parametrize("headline", ["Bail for driver in ferry case", "Relief for stranded hikers", "Release of mayor's letters"])
def test_a_headline_without_a_verb_orders_nothing(headline):
    claims = split(builders.article(f"{headline}\n\nIt rained in Leeds on Friday.\n"))
    assert all(claim.reason is None for claim in claims)
