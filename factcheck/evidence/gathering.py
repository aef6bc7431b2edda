"""The sources of a case looked at, one by one: fetched, kept as snapshots, and searched for the words that were quoted from them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from rapidfuzz import fuzz

from factcheck.evidence import snapshots
from factcheck.evidence.amounts import Amounts, sought_with
from factcheck.evidence.contradicting import contradictions
from factcheck.evidence.fetching import Fetcher, FetchError, Limits, Response, answer_words
from factcheck.evidence.independence import same_texts
from factcheck.evidence.placed import Placed
from factcheck.evidence.quoting import remarks
from factcheck.evidence.readable import Readable, Readers
from factcheck.model import EXACT, Case, Claim, Evidence, FactcheckError, Quotation, Source, one_line, without_login

ARCHIVE_SECONDS = 90.0
_ARCHIVED = re.compile(r"/web/\d{8,14}[a-z_]*/")
_TRY_AGAIN = ("unreachable", "failing", "refused")


@dataclass(frozen=True)
class FetchOptions:
    """What is asked for: `again` fetches sources too that were fetched before; `archive` is the address of a public archive's
    service, to which the address to be kept is added. `files` are folders from which files that sources name are taken, too.
    """

    again: bool = False
    archive: str | None = None
    files: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    agent: str = "factcheck"


def waiting(case: Case, again: bool = False) -> list[str]:
    """The addresses that would be fetched, in the order of the claims: never one of a confidential source."""
    known = case.sources_by_key
    asked: dict[str, str] = {}
    for item in (item for claim in case.claims for item in claim.evidence if item.url):
        source = known.get(item.key)
        if source and (source.confidential or (source.fetched and not again and not (source.status or "").startswith(_TRY_AGAIN))):
            continue
        asked.setdefault(item.key, item.key)
    return list(asked)


async def gather(case: Case, folder: Path, wanted: FetchOptions, clock: Callable[[], datetime]) -> AsyncGenerator[Source, None]:
    """Each source that waits, as it now is, in the order in which they arrive; then those whose quotations have not been looked for.

    What was yielded is done: whoever stops here goes on later with the rest. Raises FactcheckError when no snapshot can be kept.
    """
    urls = waiting(case, wanted.again)
    known = case.sources_by_key
    if urls:
        readers = Readers()
        try:
            async with Fetcher(wanted.limits, wanted.agent) as fetcher:
                look = _Look(case, folder, wanted, clock, fetcher, readers)
                tasks = [asyncio.create_task(look.at(known.get(url) or Source(url=url))) for url in urls]
                try:
                    for task in asyncio.as_completed(tasks):
                        yield await task
                finally:
                    for task in tasks:
                        task.cancel()
                    await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            await asyncio.to_thread(readers.close)
    for source in case.sources:
        if source.key not in urls and source.sha256 and (found := await asyncio.to_thread(quoted_anew, case, source, folder)):
            yield found


@dataclass(frozen=True)
class Page:
    """A page that was fetched for its own sake."""

    address: str
    body: bytes
    media_type: str


async def fetch_page(url: str, wanted: FetchOptions) -> Page:
    """The page at an address. Raises FactcheckError, in one sentence, when it is not to be had."""
    shown = one_line(without_login(url), 200)
    try:
        async with Fetcher(wanted.limits, wanted.agent) as fetcher:
            response = await fetcher.get(url)
    except FetchError as trouble:
        raise FactcheckError(f"{shown} cannot be fetched ({trouble}); check the address, or save the page and name the file.") from None
    if words := answer_words(response.last):
        raise FactcheckError(f"{shown} cannot be fetched ({words}); check the address, or save the page and name the file.")
    return Page(response.last.url, response.body, response.last.header("Content-Type"))


@dataclass(frozen=True)
class _Look:
    case: Case
    folder: Path
    wanted: FetchOptions
    clock: Callable[[], datetime]
    fetcher: Fetcher
    readers: Readers

    async def at(self, source: Source) -> Source:
        """The source after it was fetched; what was known of one that cannot be had now stays."""
        url = source.url or ""
        now = self.clock()
        try:
            response = await self.fetcher.get(url)
        except FetchError as trouble:
            return source.model_copy(update={"status": str(trouble), "fetched": now})
        trouble_words = answer_words(response.last)
        if trouble_words is not None:
            return source.model_copy(update={"status": trouble_words, "fetched": now})
        page = await self.readers.read(response.body, response.last.header("Content-Type"), response.last.url)
        if gone := _gone(url, response, page):
            return source.model_copy(update={"status": gone, "fetched": now})
        return await self._there(source, response, page, now)

    async def _there(self, source: Source, response: Response, page: Readable, now: datetime) -> Source:
        before = await asyncio.to_thread(snapshots.text_in, self.folder, source.sha256) if source.sha256 else None
        same = before is not None and before == page.text
        sha256 = source.sha256 if same else await asyncio.to_thread(snapshots.keep, self.folder, response, page.text, now)
        facts = {name: getattr(page, name) or getattr(source, name) for name in ("title", "publisher", "author", "dated")}
        found = source.model_copy(
            update={
                **facts,
                "status": _status(source, response, page, before),
                "fetched": now,
                "address": response.last.url if response.last.url != source.url else None,
                "sha256": sha256,
                "kept": source.kept if same else now,
            }
        )
        if self.wanted.archive and (source.archive is None or not same):
            found = found.model_copy(update=await self._archived(source.url or "", found))
        return found.model_copy(update={"quotations": await asyncio.to_thread(quotations, self.case, found, Placed(page.text))})

    async def _archived(self, url: str, source: Source) -> dict[str, str]:
        """Where a public archive now keeps the page; when it does not, the status says so."""
        try:
            hop = await self.fetcher.ask(f"{self.wanted.archive}{url}", ARCHIVE_SECONDS)
        except FetchError as trouble:
            return {"status": f"{source.status}; not in the public archive: {trouble}"}
        place = hop.header("Content-Location") or hop.header("Location")
        if place and _ARCHIVED.search(place):
            return {"archive": without_login(urljoin(hop.url, place))}
        return {"status": f"{source.status}; not in the public archive: {hop.code} {hop.reason}".strip()}


def _gone(url: str, response: Response, page: Readable) -> str | None:
    """Why a page that was answered is not the one that was asked for."""
    if words := page.not_there:
        return f"dead: its page says “{words}”"
    asked, came = urlsplit(url), urlsplit(response.last.url)
    deep = len(asked.path.strip("/")) > 1 and asked.path.strip("/").count("/") + len(asked.path) > 8
    if len(response.hops) > 1 and deep and not came.path.strip("/") and not came.query:
        return "dead: it leads to the site's front page"
    return None


def _status(source: Source, response: Response, page: Readable, before: str | None) -> str:
    words = f"moved to {response.last.url}" if response.moved_for_good else "ok"
    if page.trouble:
        return f"{words}; {page.trouble}"
    if before is not None and before != page.text and source.fetched:
        return f"{words}; {changed(before, page.text)} since {source.fetched.date()}"
    return words


def changed(before: str, after: str) -> str:
    """That a text has changed, in words, and how."""
    return f"changed ({difference(before, after)})"


def difference(before: str, after: str) -> str:
    """How much of a text is another, in words, and the first sentence that is."""
    share = 100 - int(fuzz.ratio(before[:200_000], after[:200_000]))
    lines = {line.strip() for line in before.splitlines()}
    new = next((line.strip() for line in after.splitlines() if line.strip() and line.strip() not in lines), "")
    shown = f", as in “{new[:160]}”" if new else ""
    return f"about {max(1, share)} % of its text{shown}"


def quoted_anew(case: Case, source: Source, folder: Path) -> Source | None:
    """The source with its quotations looked for in its snapshot; None when that changes nothing, or the snapshot is not there."""
    if not unsearched(case, source):
        return None
    text = snapshots.text_in(folder, source.sha256 or "")
    return None if text is None else source.model_copy(update={"quotations": quotations(case, source, Placed(text))})


def unsearched(case: Case, source: Source) -> bool:
    """Whether words are quoted from a source that were not looked for in it, or others were that are quoted no more."""
    wanted = set(sought(case, source))
    return wanted != {(quotation.claim, quotation.quote) for quotation in source.quotations}


def quotations(case: Case, source: Source, text: Placed) -> tuple[Quotation, ...]:
    """How each of the words, figures and days that are looked for in a source stands in its text."""
    amounts = Amounts(text, _day(source.dated))
    return tuple(_quotation(case, source, amounts, claim, quote) for claim, quote in dict.fromkeys(sought(case, source)))


def _quotation(case: Case, source: Source, amounts: Amounts, claim_id: str, quote: str) -> Quotation:
    claim, text = case.claim(claim_id), amounts.text
    leaning = [item for one in (claim, case.around(claim)) if one is not None for item in one.evidence if item.key == source.key]
    if quote not in {words for item in leaning for words in claim.sought(item)}:
        return amounts.look_for(claim, [item.locator for item in leaning])
    about: Sequence[Claim] = (claim, *case.parts_of(claim))
    told = contradictions(about, quote, _day(source.dated))
    if held := text.holding(quote):
        start, end, place = held
        return Quotation(claim=claim_id, quote=quote, match=EXACT, found=text.text[start:end], at=start, place=place, remarks=tuple(told))
    searched = text.searched
    found = searched.find(quote)
    if found is None:
        return Quotation(claim=claim_id, quote=quote, match=0, remarks=tuple(told))
    return Quotation(
        claim=claim_id, quote=quote, match=found.score, found=text.text[found.start : found.end], at=found.start,
        place=text.place(found.start, found.end), remarks=(*remarks(searched, quote, found), *told),
    )  # fmt: skip


def sought(case: Case, source: Source) -> list[tuple[str, str]]:
    """For which claim, by its id, which words are looked for in a source; for its figures and days, under their own, these."""
    items = [(claim, item) for claim in case.leaning_on(source) for item in claim.evidence if item.key == source.key]
    quoted = [(claim.id, words) for claim, item in items for words in claim.sought(item)]
    parts = (part for claim, item in items for part in sought_with(item, (claim, *case.parts_of(claim)), claim.sought(item)))
    return [*quoted, *((part.id, part.text) for part in parts)]


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def told_apart(case: Case, folder: Path, agency: Callable[[str], str | None]) -> list[Source]:
    """The sources of which it is now known whose text they carry: one agency's by its credit, or that of the first of several.

    `agency` gives the news agency that a text credits. What a person has written under `text_of` stays.
    """
    texts = {s.key: text for s in case.sources if s.sha256 and (text := snapshots.text_in(folder, s.sha256))}
    sources = {s.key: s for s in case.sources if s.key in texts}
    carried = {key: name for key, text in texts.items() if (name := sources[key].text_of or agency(text[:20_000]))}
    for group in same_texts(texts):
        named = sorted(carried[key] for key in group if key in carried)
        first = min(group, key=lambda key: (sources[key].dated or "9999", key))
        for key in group:
            carried.setdefault(key, named[0] if named else sources[first].publisher or Evidence(url=first).origin)
    return [sources[key].model_copy(update={"text_of": name}) for key, name in carried.items() if sources[key].text_of is None]
