"""A language model behind an endpoint that speaks OpenAI's protocol (chat completions with structured output), a local one included."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any, Self

import aiohttp
from pydantic import ValidationError

from factcheck.asking.task import Said, request, windows
from factcheck.model import Article, Entity, Model, Span, one_line
from factcheck.settings import LanguageModel

SECONDS = 600.0
"""For one answer: a model on one's own machine writes some ten words a second, and answers one request after another."""
AT_ONCE = 4
MOST_BYTES = 1 << 20
"""Bytes of one answer."""
MOST_CLAIMS = 400
"""Claims in one answer."""
UNKNOWN = frozenset((400, 422, 500, 501))
"""What servers answer to a request with something in it that they do not know. Some that lack a response format call that their own
fault (500).
"""
THOUGHT = "</think>"
"""Where models that think aloud begin their answer."""


class AskingError(Exception):
    """The model gave no answer that can be used; the message says why, as what "it" did."""


class Answer(Model):
    """What the model said of one stretch of the article, and the tokens that it read and wrote for it.

    `trouble` says, as what "it" did, why an answer is none; what the model said is then empty.
    """

    stretch: Span
    said: tuple[Said, ...] = ()
    tokens: tuple[int, int] = (0, 0)
    trouble: str = ""


async def ask(
    article: Article,
    entities: Sequence[Entity],
    model: LanguageModel,
    on_progress: Callable[[int, int], None],
    seconds: float = SECONDS,
) -> list[Answer]:
    """What the model says of each stretch of the article, in its order; `on_progress` gets how many are answered, of how many.

    What `on_progress` raises ends the asking. Raises AskingError when the model cannot be reached, refuses, or answers no stretch with
    claims.
    """
    wanted = windows(article)
    done = 0
    async with _Client(model, seconds) as client:

        async def one(stretch: Span) -> Answer:
            nonlocal done
            answer = await client.answer(article, entities, stretch)
            done += 1
            on_progress(done, len(wanted))
            return answer

        on_progress(0, len(wanted))
        tasks = [asyncio.create_task(one(stretch)) for stretch in wanted]
        try:
            answers = list(await asyncio.gather(*tasks))
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise AskingError(_why(error, seconds)) from error
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    if answers and all(answer.trouble for answer in answers):
        raise AskingError(answers[0].trouble)
    return answers


class _Client:
    """Asks for one stretch after another, a few at once; `_plain` from when the server has refused what not every server knows."""

    def __init__(self, model: LanguageModel, seconds: float) -> None:
        self._model = model
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._plain = False
        headers = {"Authorization": f"Bearer {model.key}"} if model.key else {}
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=seconds), headers=headers, cookie_jar=aiohttp.DummyCookieJar()
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def answer(self, article: Article, entities: Sequence[Entity], stretch: Span) -> Answer:
        async with self._turn:
            plain = self._plain
            status, reason, body = await self._post(request(article, entities, stretch, self._model.name, plain=plain))
            if status in UNKNOWN and not plain:
                self._plain = True
                status, reason, body = await self._post(request(article, entities, stretch, self._model.name, plain=True))
        if status != 200:
            raise AskingError(f"it answers {status} {one_line(reason, 60)}".strip())
        return _read(body, stretch)

    async def _post(self, asked: dict[str, Any]) -> tuple[int, str, bytes]:
        async with self._session.post(f"{self._model.url.rstrip('/')}/chat/completions", json=asked, allow_redirects=False) as response:
            body = bytearray()
            async for piece in response.content.iter_any():
                body += piece
                if len(body) > MOST_BYTES:
                    raise AskingError("its answer does not come to an end")
            return response.status, response.reason or "", bytes(body)


def _read(body: bytes, stretch: Span) -> Answer:
    try:
        answer: Any = json.loads(body)
        choice = answer["choices"][0]
        tokens = _tokens(answer, "prompt"), _tokens(answer, "completion")
    except (ValueError, KeyError, TypeError, IndexError, RecursionError, AttributeError):
        return Answer(stretch=stretch, trouble="its answer is not a list of claims")
    try:
        return Answer(stretch=stretch, said=_claims(choice), tokens=tokens)
    except AskingError as trouble:
        return Answer(stretch=stretch, trouble=str(trouble), tokens=tokens)


def _claims(choice: Any) -> tuple[Said, ...]:
    """The claims in what the model wrote, with whatever a server that forces no form leaves around the JSON: thoughts, a fence, a word."""
    try:
        words = choice["message"]["content"].rpartition(THOUGHT)[2]
        given = json.loads(words[words.index("{") : words.rindex("}") + 1])["claims"]
        return tuple(Said.model_validate({key: claim[key] for key in Said.model_fields if key in claim}) for claim in given[:MOST_CLAIMS])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, ValidationError):
        cut = isinstance(choice, dict) and choice.get("finish_reason") == "length"
        raise AskingError("its answer was cut short; allow it longer answers" if cut else "its answer is not a list of claims") from None


def _tokens(answer: Any, name: str) -> int:
    usage = answer.get("usage")
    value = usage.get(f"{name}_tokens") if isinstance(usage, dict) else None
    return value if isinstance(value, int) and value >= 0 else 0


def _why(error: BaseException, seconds: float) -> str:
    if isinstance(error, TimeoutError):
        return f"it does not answer within {seconds:.0f} seconds"
    return f"it cannot be reached ({one_line(str(error) or type(error).__name__, 100)})"


def cost(answers: Sequence[Answer], model: LanguageModel) -> str:
    """What the answers took, in words."""
    read, written = (sum(answer.tokens[i] for answer in answers) for i in (0, 1))
    spent = f"{read} tokens read, {written} written"
    if model.prices is None:
        return spent
    return f"{spent}, which cost about {(read * model.prices[0] + written * model.prices[1]) / 1e6:.4f}"
