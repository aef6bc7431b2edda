"""Words that would act stand in everything that a case can hold; every format that can be written shows them, and nothing obeys them."""

from __future__ import annotations

import re

import pytest

from factcheck.model import Assignment, Case, Channel, Contact, Correction, Evidence, Note, Review, Source, Verdict, Waiver
from factcheck.model.entity import Entity, EntityKind, How, Mention
from factcheck.reporting import FORMATS
from factcheck.reporting.options import Options
from tests.builders import AT, article, claim, words
from tests.reporting.test_reports import HOSTILE, Tags

BODY = f"Body {HOSTILE} ends."
TEXT = f"{HOSTILE}\n\n{BODY}\n\nLoose {HOSTILE} words."
PAGES = [name for name, form in FORMATS.items() if form.suffix.endswith(".html")]


def hostile_everywhere() -> Case:
    """A case in which every word that somebody wrote is hostile."""
    told = claim(TEXT, "statement", BODY, speaker="Body", gist=HOSTILE)
    name = claim(TEXT, "name", "Body", part_of=told.id, entity="e1")
    reviews = (
        Review(by=HOSTILE, at=AT, verdict=Verdict.FALSE, aspect="said", note=HOSTILE, correction=HOSTILE),
        Review(by=HOSTILE, at=AT, question=HOSTILE),
    )
    items = (
        Evidence(url="javascript:alert(1)", title=HOSTILE, locator=HOSTILE, quote=HOSTILE, note=HOSTILE, added_by=HOSTILE),
        Evidence(source=HOSTILE, locator=HOSTILE),
    )
    told = told.model_copy(update={"reviews": reviews, "evidence": items})
    name = name.model_copy(update={"reviews": (Review(by=HOSTILE, at=AT, verdict=Verdict.DISPUTED, note=HOSTILE),), "evidence": items})
    mention = Mention(**words(TEXT, "Body").model_dump(), how=How.NAME)
    entity = Entity(
        id="e1",
        kind=EntityKind.PERSON,
        name=HOSTILE,
        names=(HOSTILE,),
        titles=(HOSTILE,),
        party=HOSTILE,
        kin=(HOSTILE,),
        mentions=(mention,),
    )
    loose = words(TEXT, "Loose")
    return Case(
        article=article(TEXT, agency=HOSTILE, byline=HOSTILE, source=HOSTILE),
        claims=(told, name),
        entities=(entity,),
        waivers=(Waiver(**loose.model_dump(), by=HOSTILE, at=AT, reason=HOSTILE),),
        contacts=(Contact(person=HOSTILE, how=Channel.CALL, at=AT, by=HOSTILE, claims=(told.id,), confirmed=HOSTILE, words=HOSTILE),),
        notes=(Note(id="n1", by=HOSTILE, at=AT, text=HOSTILE),),
        assignments=(Assignment(to=HOSTILE, by=HOSTILE, at=AT),),
        corrections=(Correction(id="c1", by=HOSTILE, at=AT, was=HOSTILE, now="b", why=HOSTILE),),
        sources=(
            Source(url="javascript:alert(1)", title=HOSTILE, author=HOSTILE, publisher=HOSTILE, status=HOSTILE, archive="javascript:a"),
        ),
    )


def harmless(page: str) -> None:
    """A page with hostile words has no tag that acts or fetches, links nowhere that acts, and has no sign that a terminal obeys."""
    found = Tags(page)
    assert not {tag for tag, _ in found.tags} & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "svg"}
    assert not [value for _, attrs in found.tags for key, value in attrs.items() if key == "href" and "javascript" in (value or "")]
    assert not [key for _, attrs in found.tags for key in attrs if key.startswith("on")]
    assert "<script>alert(1)</script>" in found.text
    assert not re.search("[\x00\x1b\u202e]", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("name", PAGES)
def test_no_page_obeys_them(name: str) -> None:
    made = FORMATS[name].render(hostile_everywhere(), Options())
    assert isinstance(made, str)
    harmless(made)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "claimreview"])
def test_every_format_can_be_written_of_them(name: str) -> None:
    made = FORMATS[name].render(hostile_everywhere(), Options())
    assert not isinstance(made, str) or not re.search("[\x00\x1b]", made)
