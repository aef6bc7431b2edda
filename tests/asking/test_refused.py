"""What the article does not bear out of a language model's claims: our own claims stand."""

from __future__ import annotations

import pytest

from factcheck.asking import Answer, with_ours
from factcheck.asking.task import Said
from factcheck.settings import LanguageModel
from tests.asking.model import asked, said
from tests.asking.yard import HURT, LOSS, LOST, NEVER, SOLD, of, same
from tests.builders import article, claim
from tests.evidence.server import Server

REFUSED = {
    # it invents
    "words that do not stand there": said("The ferry sank with all hands."),
    "words of two sentences": said("The firm sold the yard. The bridge will be safe."),
    "words cut short": said("he firm sold the yard"),
    "words from another case": said("the FIRM sold the yard"),
    "nothing": said(" "),
    "words without end": said("x" * 100_000),
    "a name that nobody has": said(SOLD, "[Port Ellen] was sold in the spring."),
    "a word from elsewhere": said(SOLD, "It [allegedly] was sold in the spring."),
    "a deed from elsewhere": said("The firm sold the yard", "The firm [fined Lee Metals and] sold the yard"),
    "somebody's saying": said(SOLD, "[Ruth Okafor said] It was sold in the spring."),
    "a speaker whom nobody names": said(SOLD, kind="statement", speaker="Port Ellen"),
    "a kind of its own": said("The firm sold the yard", kind="verdict"),
    "a small word from elsewhere": said("The firm sold the yard", "The firm [under the contractors] sold the yard"),
    "words that stand apart": said("The firm sold the yard", "The firm [the harbour contractors] sold the yard"),
    "no words": said("The firm sold the yard", "The firm [] sold the yard"),
    "words and words": said("The firm sold the yard", f"The firm [{'the yard ' * 99}] sold the yard"),
    "brackets and brackets": said("The firm sold the yard", "The firm sold the yard" + " [the contractors]" * 9),
    "marks in a bracket": said("The firm sold the yard", 'The firm [("the contractors")] sold the yard'),
    "nobody's saying": said(SOLD, kind="statement"),
    "a pronoun's saying": said(SOLD, kind="statement", speaker="She"),
    "another speaker whom nobody names": said("that nobody had looked.", "[She denied] that nobody had looked.", "statement", "Ann Lee"),
    "a day of the sentence's": said(SOLD, f"[Ruth Okafor said in the spring:] {SOLD}", "statement", "Ruth Okafor"),
    "a statement that reads like an assertion": said(SOLD, SOLD, "statement", "Ruth Okafor"),
    "a statement of no kind": said("that nobody had looked.", "[She denied] that nobody had looked.", "verdict"),
    "a deed as a thing": said("The firm sold the yard", "The firm [the company lost] sold the yard"),
    # it changes figures, days and what is denied
    "another figure": said("The firm sold the yard", "The firm sold the [20] yard"),
    "a figure put for another": said("fired 20 people.", "[The firm] fired 12 people."),
    "a figure in words": said("fired 20 people.", "[The firm] fired [twelve] 20 people."),
    "a figure of the article's": said("The firm sold the yard", "The firm [the twelve men] sold the yard"),
    "the article's season": said("The firm sold the yard", "The firm sold the yard [the spring]"),
    "a day": said(SOLD, "It was sold in the spring [on Tuesday]."),
    "a currency": said(LOSS, LOSS.replace("£1", "$1")),
    "a figure shifted": said(LOSS, LOSS.replace("1.2m", "12m")),
    "a not that is added": said("The firm sold the yard", "The firm [never] sold the yard"),
    "an if that is added": said("The firm sold the yard", "[If] The firm sold the yard"),
    # it leaves out, puts together, turns round
    "words left out": said(SOLD, "It was sold."),
    "words in another order": said("The firm sold the yard", "The yard sold the firm"),
    "words without a bracket": said(SOLD, "The yard was sold in the spring."),
    "a noun replaced": said("The firm sold the yard", "[The council] sold the yard"),
    "a name replaced": said("Hale never saw the crack and the leak.", "[Ida Finch] never saw the crack and the leak."),
    "an article replaced": said(SOLD, "It was sold in [the yard] spring."),
    "two of ours in one": said("The firm sold the yard and fired 20 people."),
    "brackets in brackets": said(SOLD, "[The [Lee Metals] yard] was sold in the spring."),
    "half a bracket": said(SOLD, "[The yard was sold in the spring."),
    "an attribution dropped": said(HURT),
    "markup": said(SOLD, "[<b>the yard</b>] was sold in the spring."),
    "an escape": said(SOLD, "[the yard\x1b[31m] was sold in the spring."),
}


@pytest.mark.parametrize("given", REFUSED.values(), ids=REFUSED)
async def test_what_the_article_does_not_bear_out_is_refused_and_ours_stay(model: Server, given: dict[str, object]) -> None:
    found = await of(model, given)
    assert same(found)
    assert found.merged[1:] == (1, 0)


async def test_a_scrap_is_no_claim(model: Server) -> None:
    lost, rest = said("The company lost £1.2m"), said("up from £900,000", "[The company lost £1.2m,] up from £900,000")
    assert (await of(model, lost, said("up from £900,000"))).gists == [lost["gist"]]
    assert (await of(model, lost, rest)).gists == [lost["gist"]]
    found = await of(model, lost, said("up from £900,000", "[The company lost] up from £900,000"), NEVER)
    assert len(found.kept) == 3


SAW = said("Hale never saw the crack")
OPEN = said("If the grant comes", "If the grant comes [the bridge will be safe]")


async def test_a_denial_or_a_condition_is_not_cut_off(model: Server) -> None:
    assert same(await of(model, SAW, said("the leak.", "[Hale saw] the leak.")))
    assert (await of(model, SAW, said("the leak.", "[Hale never saw] the leak."))).merged.kept == 2
    assert same(await of(model, OPEN, said("the bridge will be safe.")))
    assert (await of(model, OPEN, said("the bridge will be safe.", "[If] the bridge will be safe."))).merged.kept == 2
    denied = said("that nobody had looked.", "[She said] that nobody had looked.", "statement")
    assert same(await of(model, denied))
    assert (await of(model, denied | {"gist": "[She denied] that nobody had looked."})).merged.kept == 1


async def test_a_clause_that_denies_may_follow_in_a_claim_of_its_own_but_not_one_that_takes_back(model: Server) -> None:
    assert (await of(model, LOST, NEVER)).merged.kept == 2
    text = article("Row\n\nThe bridge was safe because the trust paid, Hale denied.\n")
    safe, paid = "The bridge was safe", "because the trust paid, Hale denied."
    reason = said(paid, f"[{safe}] {paid}", "statement")
    assert same(await asked(model, text, said(safe, f"{safe} [Hale:]", "statement"), reason))
    assert (await asked(model, text, said(safe, f"{safe} [Hale denied]", "statement"), reason)).merged.kept == 2


async def test_a_pronoun_is_not_left_out(model: Server) -> None:
    assert same(await of(model, said(SOLD, "[] was sold in the spring.")))
    assert same(await of(model, said(SOLD, "[,] was sold in the spring.")))


def test_a_figure_that_no_claim_of_the_models_holds_keeps_ours() -> None:
    text = article("Row\n\nThe firm, which lost 20 people, left.\n")
    outer = claim(text.text, "assertion", "The firm, which lost 20 people, left.")
    inner = claim(text.text, "assertion", "which lost 20 people")
    figure = claim(text.text, "figure", "20 people", part_of=outer.id)
    given = Answer(stretch=outer.span, said=(Said(text="The firm", gist="The firm [left]", kind="assertion"),))
    left = given.model_copy(update={"said": (*given.said, Said(text="left.", gist="[The firm] left.", kind="assertion"))})
    merged = with_ours(text, [outer, inner, figure], (), [left], LanguageModel("http://x", "small"))
    assert [c.text for c in merged.claims if c.part_of is None] == [outer.text, inner.text]


async def test_a_claim_begins_and_ends_where_one_may(model: Server) -> None:
    leak = said("the leak.", "[Hale never saw] the leak.")
    assert same(await of(model, SAW, said("crack and the leak.", "[Hale never saw the] crack and the leak.")))
    assert same(await of(model, said("Hale never saw the crack and the", "Hale never saw the crack and the [leak]"), leak))
    text = article("Row\n\nBoth Hale and, after lunch, Lee saw the crack.\n")
    assert same(await asked(model, text, said("Both Hale and", "Both Hale [saw the crack] and"), said("after lunch, Lee saw the crack.")))
    text = article("Row\n\nLee left the yard when, on March 3, 2019, it closed.\n")
    assert same(await asked(model, text, said("Lee left the yard when, on March 3"), said("on March 3, 2019, it closed.")))
    assert (await asked(model, text, said("Lee left the yard"), said("when, on March 3, 2019, it closed."))).merged.kept == 2


async def test_a_quotation_is_not_cut_and_is_nobody_elses_assertion(model: Server) -> None:
    whole = '"We found rot in nine of the frames and nobody cared," said Ruth Okafor.'
    cut = [said('"We found rot in nine of the frames', kind="quote"), said('nobody cared," said Ruth Okafor.', kind="quote")]
    assert same(await of(model, *cut))
    assert same(await of(model, said(whole)))
    found = await of(model, said(whole, whole.replace("We", "We [the harbour board]"), "quote", "Ida Finch"))
    assert [(c.kind, c.mode, c.speaker and c.speaker.name) for c in found.kept] == [("quote", "direct", "Ruth Okafor")]
    assert found.gists == [whole.replace("We", "We [the harbour board]")]
