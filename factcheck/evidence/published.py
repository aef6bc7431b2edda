"""Published fact-checks asked for by a person's own key: Google's Fact Check Tools API, which collects them from those who publish them.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search (v1alpha1). The key goes in a header
(https://cloud.google.com/docs/authentication/api-keys-use), so that it is in no address; what comes back is a stranger's words.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import unquote, urlencode

from factcheck.evidence.addresses import RefusedError, fit
from factcheck.evidence.fetching import BUSY, Fetcher, FetchError, Hop, Limits, unpacked
from factcheck.model import FactcheckError, count, one_line
from factcheck.model.published import Published, PublishedCheck
from factcheck.settings import CHECKS_KEY

ENDPOINT = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
LANGUAGE = "en"
ON_A_PAGE, PAGES = 20, 3
_LONGEST_TOKEN = 2_000
_LONGEST_ADDRESS = 2_000
_LONGEST = 300
"""Code points of what a publisher says in one field: longer ones are cut."""


@dataclass(frozen=True)
class CheckService:
    """Where published checks are asked for, and by whose key, which no `repr` shows."""

    key: str = field(repr=False)
    agent: str = "factcheck"
    endpoint: str = ENDPOINT
    pauses: tuple[int, ...] = (2, 5)
    """Seconds after which it is asked again when it is busy and does not say for how long; as often as there are some."""
    limits: Limits = field(default_factory=lambda: Limits(size=2 << 20))


class _Shape(Exception):  # noqa: N818 - never leaves this module
    """An answer, or a part of it, that does not have the form in which the service says that it answers."""


OnWait = Callable[[int], None]
"""Told the seconds, each second, after which a busy service is asked again."""


async def ask_checks(words: str, service: CheckService, on_wait: OnWait = lambda _: None) -> Published:
    """What has been published on a claim in these words, in the order of the service, each check once.

    A busy service is asked again, after as long as it says where that is soon. Raises FactcheckError, in one sentence without the key and
    without a word of the service's, when there is no answer that can be used.
    """
    found: dict[tuple[str, str, str | None], PublishedCheck] = {}
    left_out, token, seen = 0, "", {""}
    async with Fetcher(service.limits, service.agent) as fetcher:
        for _ in range(PAGES):
            answer = await _page(fetcher, service, words, token, on_wait)
            for review in _reviews(answer):
                check = _check(*review)
                if check is None:
                    left_out += 1
                else:
                    found.setdefault((check.url.partition("#")[0], check.text, check.rating), check)
            token = answer.get("nextPageToken") or ""
            if token in seen:
                return Published(checks=tuple(found.values()), left_out=left_out)
            seen.add(token)
    return Published(checks=tuple(found.values()), left_out=left_out, more=True)


async def _page(fetcher: Fetcher, service: CheckService, words: str, token: str, on_wait: OnWait) -> dict[str, Any]:
    asked = {"query": words, "languageCode": LANGUAGE, "pageSize": str(ON_A_PAGE), **({"pageToken": token} if token else {})}
    try:
        hop = await _patient(fetcher, service, f"{service.endpoint}?{urlencode(asked)}", on_wait)
        body = unpacked(hop, service.limits.size) if hop.body else b""
    except FetchError as trouble:
        # what stands in brackets may be the service's own words, and those may hold whatever it was sent
        raise _no_answer(str(trouble).partition(" (")[0], "try again later") from None
    if hop.code != 200:
        raise _refused(hop, body)
    try:
        answer = json.loads(body)
        if not isinstance(answer, dict) or not isinstance(answer.get("nextPageToken") or "", str):
            raise _Shape
        if len(answer.get("nextPageToken") or "") > _LONGEST_TOKEN or not isinstance(answer.get("claims") or [], list):
            raise _Shape
        echoed = service.key in unquote(json.dumps(answer, ensure_ascii=False))
    except (ValueError, RecursionError, _Shape):
        raise _no_answer("it answers with something else than fact-checks", "try again later") from None
    if echoed:
        raise _no_answer("its answer has your key in it", "nothing of it is shown; make another key if this happens again")
    return answer


async def _patient(fetcher: Fetcher, service: CheckService, address: str, on_wait: OnWait) -> Hop:
    """The answer; of a service that is busy, and for longer than we have patience or the times that we ask it, that."""
    headers = {"X-Goog-Api-Key": service.key, "Accept": "application/json"}
    for pause in (*service.pauses, None):
        hop = await fetcher.ask(address, service.limits.seconds, headers)
        wait = pause if hop.wait is None else hop.wait
        if hop.code not in BUSY or pause is None or wait is None or wait > service.limits.patience:
            return hop
        for left in range(wait, 0, -1):
            on_wait(left)
            await asyncio.sleep(1)
    raise AssertionError("the last answer always counts")


def _no_answer(why: str, what_to_do: str) -> FactcheckError:
    return FactcheckError(f"Google's Fact Check Tools gave no answer that can be used ({why}); {what_to_do}.")


def _refused(hop: Hop, body: bytes) -> FactcheckError:
    """What to tell of an answer that is none, by its code alone."""
    says = f"it answers {hop.code}"
    if hop.code == 400 and b"api key" not in body.lower().replace(b"_", b" "):
        return _no_answer(f"{says}: it does not understand what it was asked", "ask in other words with --query")
    if hop.code in (400, 401):
        return _no_answer(f"{says}: it does not know your key", f"look at {CHECKS_KEY}, or at your own settings")
    if hop.code == 403:
        return _no_answer(f"{says}: your key may not be used for this", "enable the Fact Check Tools API for it, and look at its limits")
    if hop.code in BUSY:
        when = f"try again in {count(hop.wait, 'second')}" if hop.wait else "try again later"
        return _no_answer(f"{says}: {'it was asked too often' if hop.code == 429 else 'it is busy'}", when)
    if 300 <= hop.code < 400:
        return _no_answer(f"{says}: it redirects to another address, to which your key is not sent", "try again later")
    return _no_answer(says, "try again later")


def _reviews(answer: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Each claim with each of its reviews; a claim that has none that can be read, with None."""
    for claim in answer.get("claims") or []:
        reviews = claim.get("claimReview") if isinstance(claim, dict) else None
        yield from ((claim, review) for review in reviews) if isinstance(reviews, list) else ((claim, None),)


def _check(claim: Any, review: Any) -> PublishedCheck | None:
    """A review as we keep it; None for one of another form, or without an address that a browser may open."""
    try:
        publisher = _fields(review, "publisher") if review.get("publisher") is not None else {}
        address = str(fit(_words(review, "url") or "", private=False))
        if len(address) > _LONGEST_ADDRESS:
            return None
        return PublishedCheck(
            text=_line(claim, "text") or "no words given",
            claimant=_line(claim, "claimant"),
            publisher=_line(publisher, "name") or _line(publisher, "site") or one_line(fit(address, private=False).host or "", _LONGEST),
            title=_line(review, "title"),
            day=_day(_words(review, "reviewDate")),
            rating=_line(review, "textualRating"),
            url=address,
        )
    except (_Shape, AttributeError, RefusedError):
        return None


def _fields(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    if not isinstance(found, dict):
        raise _Shape
    return found


def _words(value: Mapping[str, Any], name: str) -> str | None:
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise _Shape
    return found


def _line(value: Mapping[str, Any], name: str) -> str | None:
    return one_line(_words(value, name) or "", _LONGEST) or None


def _day(moment: str | None) -> date | None:
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
