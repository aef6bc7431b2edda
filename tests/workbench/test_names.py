"""Names as claims: who is meant, what else the article says of them, and every place where they are spoken of."""

from __future__ import annotations

from factcheck.model import Case, Entity, EntityKind, Gender, How, Mention
from tests.builders import FERRY, claim, ferry_case, words
from tests.workbench.conftest import OpenDesk


def mention(said: str, how: How, nth: int = 1) -> Mention:
    return Mention(**words(FERRY, said, nth).model_dump(), how=how)


def named() -> Case:
    """The ferry's case with its engineer as a name, and what the article says of her."""
    ruth = Entity(
        id="ruth01",
        kind=EntityKind.PERSON,
        name="Ruth Okafor",
        names=("Okafor",),
        titles=("Engineer",),
        gender=Gender.FEMALE,
        ages=(45, 54),
        mentions=(mention("Ruth Okafor", How.NAME), mention("She", How.PRONOUN)),
    )
    case = ferry_case()
    whole = next(one for one in case.claims if one.text.startswith("Engineer Ruth"))
    name = claim(FERRY, "name", "Engineer Ruth Okafor", part_of=whole.id, entity="ruth01")
    claims = sorted((*case.claims, name), key=lambda one: (one.start, -one.end))
    return case.model_copy(update={"claims": tuple(claims), "entities": (ruth,)})


async def choose_name(d) -> None:  # type: ignore[no-untyped-def]
    d.session.view.choose(next(one.id for one in d.session.view.claims if one.kind == "name"))
    d.review.show()
    await d.pilot.pause()


async def test_a_name_says_who_is_meant_and_what_does_not_go_together(desk: OpenDesk) -> None:
    async with desk(named()) as d:
        await choose_name(d)
        screen = d.sees()
        for said in (
            "person, she: Ruth Okafor",
            "also     Okafor",
            "title    Engineer",
            "age      45; 54",
            "1 time, 1 more by role or pronoun",
        ):
            assert said in screen


async def test_every_mention_is_lit_while_the_name_is_chosen(desk: OpenDesk) -> None:
    async with desk(named()) as d:
        she = FERRY.index("She added")
        await choose_name(d)
        assert any(span.start == she and name == "lit-said" for span, name in d.article._lit)
        await d.go_to("The Regional Transport")
        assert not any(span.start == she for span, _ in d.article._lit)


async def test_one_key_decides_a_name_and_shift_the_claim_with_its_names(desk: OpenDesk) -> None:
    async with desk(named()) as d:
        await choose_name(d)
        await d.press("v")
        assert [one.kind for one in d.file.case.claims if one.reviews] == ["name"]
        await d.press("z")
        await d.go_to("Engineer Ruth Okafor said")
        await d.press("V")
        assert {"quote", "name"} <= {one.kind.value for one in d.file.case.claims if one.reviews}
