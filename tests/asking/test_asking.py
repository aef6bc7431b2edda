"""Asking a language model: what is sent, how it may misbehave, and what is told of it."""

from __future__ import annotations

import asyncio
import json
from itertools import pairwise
from pathlib import Path

import pytest

from factcheck import split
from factcheck.asking import AskingError, ask, cost
from factcheck.asking.task import windows
from factcheck.casefile import CaseFile
from factcheck.model import Case, FactcheckError
from factcheck.pipeline import Asked, make_case
from factcheck.settings import language_model
from factcheck.splitting import find_entities
from tests.asking.model import PATH, answers, completion, content, endpoint, said
from tests.builders import article
from tests.evidence import server as bad
from tests.evidence.server import Handler, Server, answer

HALF = "The Regional Transport Authority paid for half of it."
LONG = "Row\n\n" + "\n\n".join(f"Ferry number {n} was late. " + "The board met again and said nothing. " * 20 for n in range(9))


def requests(server: Server) -> list[dict[str, object]]:
    return [json.loads(body) for body in server.bodies]


def data(request: dict[str, object]) -> dict[str, str]:
    """The article's words in a request."""
    messages = request["messages"]
    assert isinstance(messages, list)
    found: dict[str, str] = json.loads(messages[1]["content"])
    return found


async def test_the_form_of_the_answer_is_asked_for_as_servers_take_it(model: Server) -> None:
    model.pages[PATH] = completion()
    await answers(model, article(), find_entities(article()))
    (request,) = requests(model)
    form = request["response_format"]
    assert isinstance(form, dict)
    assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
    claim = form["json_schema"]["schema"]["properties"]["claims"]["items"]
    assert claim["required"] == ["text", "gist", "kind", "speaker", "mark", "shown_by"]
    assert claim["additionalProperties"] is False
    assert request["temperature"] == 0
    assert "Bearer secret" in model.heads[0]
    assert "Ruth Okafor" in data(request)["names"]
    assert "Share this article" not in json.dumps(request)


@pytest.mark.parametrize("status", ["400 Bad Request", "422 Unprocessable Content", "500 Internal Server Error", "501 Not Implemented"])
async def test_a_server_that_does_not_know_the_form_is_asked_plainly(model: Server, status: str) -> None:
    async def choosy(writer: asyncio.StreamWriter) -> None:
        form = "response_format" in json.loads(model.bodies[-1])
        await (answer(b'{"error": "response_format"}', status) if form else completion(said(HALF)))(writer)

    model.pages[PATH] = choosy
    assert [claim.text for one in await answers(model, article()) for claim in one.said] == [HALF]
    assert [request.keys() for request in requests(model)][1] == {"model", "messages"}


@pytest.mark.parametrize(
    "words",
    [
        f"```json\n{content(said(HALF))}\n```",
        f"Here are the claims:\n{content(said(HALF))}\nAnything else?",
        f'<think>They want {{"claims": []}} perhaps.</think>{content(said(HALF))}',
    ],
)
async def test_an_answer_is_found_among_the_words_around_it(model: Server, words: str) -> None:
    model.pages[PATH] = completion(words=words)
    assert [claim.text for one in await answers(model, article()) for claim in one.said] == [HALF]


async def test_a_claim_without_speaker_and_mark_is_one(model: Server) -> None:
    model.pages[PATH] = completion({"text": HALF, "gist": HALF, "kind": "assertion"})
    ((one,),) = [answered.said for answered in await answers(model, article())]
    assert (one.speaker, one.mark) == ("", "checkable")


async def test_a_long_article_is_sent_in_whole_paragraphs_each_with_what_went_before(model: Server) -> None:
    model.pages[PATH] = completion()
    text = article(LONG)
    told: list[tuple[int, int]] = []
    await ask(text, (), endpoint(model), lambda done, of: told.append((done, of)))
    sent = sorted((data(request) for request in requests(model)), key=lambda sent: LONG.index(sent["text"][:12]))
    assert len(sent) > 3
    assert "\n\n".join(one["text"] for one in sent) == LONG.removeprefix("Row\n\n")
    assert sent[0]["before"] == "Row"
    assert all(later["before"] and earlier["text"].endswith(later["before"]) for earlier, later in pairwise(sent))
    assert told == [(n, len(sent)) for n in range(len(sent) + 1)]
    assert model.together <= 4


async def test_asking_ends_when_its_progress_says_so(model: Server) -> None:
    model.pages[PATH] = completion()

    def stop(done: int, _of: int) -> None:
        if done:
            raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        await ask(article("Row\n\n" + LONG * 9), (), endpoint(model), stop)
    assert model.asked[PATH] < 12


@pytest.mark.parametrize(
    ("handler", "told"),
    [
        (bad.silent, "it does not answer within 1 seconds"),
        (bad.dripping, "it does not answer within 1 seconds"),
        (bad.endless, "its answer does not come to an end"),
        (bad.gibberish, "it cannot be reached"),
        (bad.hung_up, "it cannot be reached"),
        (answer(status="500 Oh no"), "it answers 500 Oh no"),
        (answer(status="401 Unauthorized"), "it answers 401"),
        (bad.redirect("http://127.0.0.1:9/"), "it answers 301"),
        (answer(b"not json"), "not a list of claims"),
        (answer(b"{}"), "not a list of claims"),
        (answer(b"[" * 100_000), "not a list of claims"),
        (answer(b'{"choices": [{"message": {"content": "I cannot help with that."}}]}'), "not a list of claims"),
        (answer(b'{"choices": [{"message": {"content": null, "tool_calls": []}}]}'), "not a list of claims"),
        (answer(b'{"choices": [{"finish_reason": "length", "message": {"content": "{\\"claims\\": [{\\"te"}}]}'), "cut short; allow it"),
        (completion("just words"), "not a list of claims"),
        (completion(["a", "list"]), "not a list of claims"),
        (completion({"text": 5, "gist": "", "kind": "quote"}), "not a list of claims"),
        (completion({"text": HALF, "kind": "quote"}), "not a list of claims"),
        (completion(words='{"claims": {"text": 1}}'), "not a list of claims"),
        (completion(words="{" * 50_000 + "}"), "not a list of claims"),
    ],
)
async def test_misbehaviour_is_told_in_a_sentence(model: Server, handler: Handler, told: str) -> None:
    model.pages[PATH] = handler
    with pytest.raises(AskingError, match=told):
        await answers(model, article(), seconds=1.0)


async def test_the_cost_is_told(model: Server) -> None:
    model.pages[PATH] = completion()
    assert cost(await answers(model, article()), endpoint(model)) == "100 tokens read, 40 written, which cost about 0.0002"


async def test_where_it_fails_the_claims_are_ours(model: Server, tmp_path: Path) -> None:
    model.pages[PATH] = answer(status="500 Oh no")
    ours = split(article())
    asking = Asked(endpoint(model, key=None, prices=None))
    assert await asyncio.to_thread(asking.claims, article(), ours, (), lambda _: None) == ours
    assert asking.notice == "small was asked for claims, but it answers 500 Oh no; the claims are those found without it."
    model.pages[PATH] = completion(said(HALF), said("Made up."))
    made = await asyncio.to_thread(asking.claims, article(), ours, (), lambda _: None)
    assert asking.notice == (
        "small gave 2 claims, of which 1 could be used; the other claims are Factcheck's own; 100 tokens read, 40 written."
    )
    CaseFile.create(tmp_path / "ferry.toml", Case(article=article(), claims=tuple(made)))
    assert CaseFile.open(tmp_path / "ferry.toml").case.claims == tuple(made)


async def test_a_case_is_made_with_the_models_claims_and_it_is_told_how_far_it_is(model: Server) -> None:
    model.pages[PATH] = completion(said(HALF, "The Regional Transport Authority paid for half of it [the refit]."))
    told: list[str] = []
    case = await asyncio.to_thread(make_case, article(), told.append, Asked(endpoint(model)))
    assert [claim.in_context for claim in case.claims if claim.made_by] == [
        "The Regional Transport Authority paid for half of it [the refit]."
    ]
    assert case.flags
    assert [words for words in told if "small" in words] == ["Asking small for claims: 0 of 1", "Asking small for claims: 1 of 1"]


async def test_a_part_without_an_answer_leaves_the_others_theirs(model: Server) -> None:
    late = [said(f"Ferry number {n} was late.") for n in range(9)]
    replies = iter([completion(*late)])

    async def once(writer: asyncio.StreamWriter) -> None:
        await next(replies, completion(words="No."))(writer)

    model.pages[PATH] = once
    asking = Asked(endpoint(model))
    made = await asyncio.to_thread(asking.claims, article(LONG), split(article(LONG)), (), lambda _: None)
    kept = [claim for claim in made if claim.made_by]
    parts = len(windows(article(LONG)))
    assert f"of which {len(kept)} could be used" in asking.notice
    assert f"({parts - 1} of {parts} parts of the article have no answer: its answer is not a list of claims)" in asking.notice
    assert 0 < len(kept) < len(late)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "model.url is missing"),
        ('[model]\nurl = "ftp://x"\nname = "m"', "model.url is missing or does not fit"),
        ('[model]\nurl = "http://x"', "model.name is missing"),
        ('[model]\nurl = "http://x"\nname = "m"\nprices = 3', "model.prices does not fit"),
        ('[model]\nurl = "http://x"\nname = "m"\nkey_from = "FACTCHECK_NO_SUCH_KEY"', "set FACTCHECK_NO_SUCH_KEY"),
        ('[model]\nurl = "http://x"\nname = "m"\nkey = "secret"', "no key key"),
    ],
)
def test_a_model_that_is_not_set_up_is_said(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "factcheck.toml").write_text(written)
    with pytest.raises(FactcheckError, match=told):
        language_model(tmp_path)
