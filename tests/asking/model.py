"""A language model for tests: a server on loopback that answers what it is told to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from factcheck.asking import Answer, Merged, ask, with_ours
from factcheck.model import Article, Claim, Entity
from factcheck.settings import LanguageModel
from factcheck.splitting import analyse
from tests.evidence.server import Handler, Server, answer

PATH = "/v1/chat/completions"


def said(text: str, gist: str | None = None, kind: str = "assertion", speaker: str = "", **more: object) -> dict[str, object]:
    """A claim as a model gives it; its gist is its words, unless another is told."""
    return {"text": text, "gist": text if gist is None else gist, "kind": kind, "speaker": speaker, **more}


def content(*claims: object) -> str:
    """What a model writes that gives these claims."""
    return json.dumps({"claims": claims})


def completion(*claims: object, words: str | None = None, **more: object) -> Handler:
    """What an endpoint answers that gives these claims, or these words."""
    message = {"role": "assistant", "content": content(*claims) if words is None else words}
    told = {"choices": [{"message": message, "finish_reason": "stop"}], "usage": {"prompt_tokens": 100, "completion_tokens": 40}}
    return answer(json.dumps(told | more).encode(), kind="application/json")


def endpoint(server: Server, **fields: Any) -> LanguageModel:
    return LanguageModel(**{"url": server.url("/v1"), "name": "small", "key": "secret", "prices": (1.0, 2.0), **fields})


async def answers(server: Server, of: Article, entities: Sequence[Entity] = (), seconds: float = 60.0) -> list[Answer]:
    return await ask(of, entities, endpoint(server), lambda _done, _of: None, seconds=seconds)


class Asked:
    """What becomes of a model's claims of an article: those that are kept, and all that there are."""

    def __init__(self, article: Article, ours: Sequence[Claim], merged: Merged) -> None:
        self.article, self.ours, self.merged = article, list(ours), merged

    @property
    def kept(self) -> list[Claim]:
        return [claim for claim in self.merged.claims if claim.made_by]

    @property
    def gists(self) -> list[str]:
        return [claim.in_context for claim in self.kept]


async def asked(server: Server, of: Article, *claims: object) -> Asked:
    """The article split, the model asked, and both brought together."""
    server.pages[PATH] = completion(*claims)
    found = analyse(of)
    merged = with_ours(of, found.claims, found.entities, await answers(server, of, found.entities), endpoint(server))
    return Asked(of, found.claims, merged)
