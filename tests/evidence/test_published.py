"""Whatever a service of published fact-checks answers, mentions or one sentence come of it, soon, and never the key."""

from __future__ import annotations

import gzip
import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from factcheck.evidence import CheckService, Limits, ask_checks
from factcheck.evidence.published import PAGES
from factcheck.model import FactcheckError
from factcheck.model.published import Published, PublishedCheck
from tests.evidence import server as bad
from tests.evidence.server import Handler, Server, answer, redirect

KEY = "AIzaSyNobodysOwn-_0123456789abcdefghijk"
LIMITS = Limits(seconds=1.0, size=200_000, private=True)


class ByPath(dict[str, Handler]):
    """Pages that are found whatever is asked of them."""

    def get(self, path: str, default: Handler | None = None) -> Handler | None:  # type: ignore[override]  # as the server calls it
        return super().get(path.partition("?")[0], default)


def review(number: int = 1, **other: object) -> dict[str, object]:
    return {
        "publisher": {"name": "Example Check", "site": "check.example"},
        "url": f"https://check.example/{number}",
        "title": f"No, the wall did not fall ({number})",
        "reviewDate": "2024-03-02T10:00:00Z",
        "textualRating": "Mostly false",
        "languageCode": "en",
        **other,
    }


def found(*reviews: object, then: str = "", **other: object) -> dict[str, object]:
    claim = {"text": "The wall fell", "claimant": "A councillor", "claimDate": "2024-03-01T00:00:00Z", "claimReview": list(reviews)}
    return {"claims": [claim | other], **({"nextPageToken": then} if then else {})}


def said(content: object, status: str = "200 OK", *headers: tuple[str, str]) -> Handler:
    return answer(json.dumps(content).encode(), status, "application/json; charset=UTF-8", headers)


def in_turn(*handlers: Handler) -> Handler:
    """Another answer each time; the last one again and again."""
    left = list(handlers)

    async def send(writer: bad.asyncio.StreamWriter) -> None:
        await (left.pop(0) if len(left) > 1 else left[0])(writer)

    return send


async def ask(server: Server, handler: Handler, words: str = "the wall fell") -> Published:
    server.pages = ByPath({"/search": handler})
    return await ask_checks(words, CheckService(KEY, endpoint=server.url("/search"), limits=LIMITS, pauses=()))


async def trouble(server: Server, handler: Handler) -> str:
    with pytest.raises(FactcheckError) as raised:
        await ask(server, handler)
    assert raised.value.__cause__ is None
    told = str(raised.value)
    assert KEY[:12] not in told
    assert "\n" not in told
    assert "\x1b" not in told
    return told


async def test_a_check_comes_with_who_when_where_and_the_rating_in_its_words(server: Server) -> None:
    checks = (await ask(server, said(found(review())))).checks
    assert checks == (
        PublishedCheck(
            text="The wall fell", claimant="A councillor", publisher="Example Check", title="No, the wall did not fall (1)",
            day=date(2024, 3, 2), rating="Mostly false", url="https://check.example/1",
        ),
    )  # fmt: skip
    assert checks[0].rated == "Example Check (2024-03-02) on “The wall fell”: “Mostly false”"


async def test_the_words_arrive_as_they_are_and_the_key_is_in_no_address(server: Server) -> None:
    words = "50% of 1+1 & more #1? é “so” =x;y"
    await ask(server, said({}), words)
    (head,) = server.heads
    asked = parse_qs(urlsplit(head.split(" ")[1]).query)
    assert asked == {"query": [words], "languageCode": ["en"], "pageSize": ["20"]}
    assert KEY not in head.partition("\r\n")[0]
    assert f"X-Goog-Api-Key: {KEY}\r\n" in head
    assert KEY not in repr(CheckService(KEY))


@pytest.mark.parametrize("nothing", [{}, {"claims": []}, {"claims": None, "nextPageToken": ""}])
async def test_nothing_found_is_no_error(server: Server, nothing: object) -> None:
    assert await ask(server, said(nothing)) == Published()


async def test_packed_answers_are_unpacked(server: Server) -> None:
    packed = answer(gzip.compress(json.dumps(found(review())).encode()), headers=(("Content-Encoding", "gzip"),))
    assert len((await ask(server, packed)).checks) == 1


class TestBusy:
    async def ask(self, server: Server, *handlers: Handler, pauses: tuple[int, ...] = (0, 0)) -> tuple[Published, list[int]]:
        server.pages, waits = ByPath({"/search": in_turn(*handlers)}), list[int]()
        service = CheckService(KEY, endpoint=server.url("/search"), limits=LIMITS, pauses=pauses)
        return await ask_checks("the wall fell", service, waits.append), waits

    @pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
    async def test_it_is_asked_again_and_that_is_told_each_second(self, server: Server, status: str) -> None:
        got, waits = await self.ask(server, said({}, status, ("Retry-After", "2")), said({}, status), said(found(review())))
        assert (len(got.checks), len(server.heads), waits) == (1, 3, [2, 1])

    async def test_a_moment_counts_from_the_clock_of_the_service(self, server: Server) -> None:
        when = (("Date", "Wed, 21 Oct 2026 07:28:00 GMT"), ("Retry-After", "Wed, 21 Oct 2026 07:28:01 GMT"))
        got, waits = await self.ask(server, said({}, "503 Busy", *when), said(found(review())))
        assert (len(got.checks), waits) == (1, [1])

    async def test_it_is_asked_so_often_and_no_more(self, server: Server) -> None:
        with pytest.raises(FactcheckError, match=r"503: it is busy\); try again later"):
            await self.ask(server, said({}, "503 Busy", ("Retry-After", "0")))
        assert len(server.heads) == 3

    async def test_who_asks_for_a_long_wait_is_left_alone(self, server: Server) -> None:
        with pytest.raises(FactcheckError, match="try again in 21 seconds"):
            await self.ask(server, said({}, "429 Too Many Requests", ("Retry-After", "21")))
        assert len(server.heads) == 1

    async def test_the_key_of_a_page_in_the_middle_is_kept(self, server: Server) -> None:
        got, _ = await self.ask(server, said(found(review(1), then="t")), said({}, "503 Busy"), said(found(review(2))))
        assert [check.url[-1] for check in got.checks] == ["1", "2"]
        assert "pageToken=t" in server.heads[1]
        assert "pageToken=t" in server.heads[2]


class TestPages:
    async def test_they_are_asked_for_until_there_is_no_more(self, server: Server) -> None:
        pages = in_turn(said(found(review(1), then="a b&c")), said(found(review(2))))
        done = await ask(server, pages)
        assert [check.url[-1] for check in done.checks] == ["1", "2"]
        assert not done.more
        assert parse_qs(urlsplit(server.heads[1].split(" ")[1]).query)["pageToken"] == ["a b&c"]

    async def test_one_that_leads_back_to_itself_ends_it(self, server: Server) -> None:
        done = await ask(server, said(found(review(), then="again")))
        assert (len(done.checks), len(server.heads), done.more) == (1, 2, False)

    async def test_pages_without_end_are_not_read_to_it(self, server: Server) -> None:
        pages = in_turn(*(said(found(review(n), then=f"t{n}")) for n in range(9)))
        done = await ask(server, pages)
        assert (len(done.checks), len(server.heads), done.more) == (PAGES, PAGES, True)

    async def test_the_same_check_comes_once(self, server: Server) -> None:
        one = review(url="https://check.example/1#top")
        done = await ask(server, in_turn(said(found(review(), one, then="a")), said(found(review(), review(textualRating="True")))))
        assert [check.rating for check in done.checks] == ["Mostly false", "True"]


@pytest.mark.parametrize(
    ("handler", "told"),
    [
        (said({}, "429 Too Many Requests", ("Retry-After", "30")), "429: it was asked too often); try again in 30 seconds."),
        (said({}, "429 Too Many Requests", ("Retry-After", "9" * 5000)), "429: it was asked too often); try again later."),
        (said({}, "429 Too Many Requests", ("Retry-After", "Wed, 21 Oct 2026")), "429: it was asked too often); try again later."),
        (said({"error": {"message": f"API key not valid: {KEY}"}}, "400 Bad Request"), "400: it does not know your key"),
        (said({"error": {"details": [{"reason": "API_KEY_INVALID"}]}}, "400 Bad Request"), "400: it does not know your key"),
        (said({"error": {"message": "Invalid query"}}, "400 Bad Request"), "ask in other words with --query"),
        (answer(b"", "400 Bad Request"), "ask in other words with --query"),
        (said({}, "401 Unauthorized"), "401: it does not know your key"),
        (said({"error": {"message": KEY}}, f"403 {KEY}"), "403: your key may not be used for this); enable the Fact Check Tools API"),
        (answer(b"<b>oh</b>", f"500 \x1b[31m{KEY}"), "it answers 500); try again later."),
        (answer(b"", "204 No Content"), "it answers 204"),
        (answer(b"<html>Sign in</html>"), "something else than fact-checks"),
        (answer(b""), "something else than fact-checks"),
        (answer(b"\xff\xfe\x00{"), "something else than fact-checks"),
        (answer(b"[" * 100_000), "something else than fact-checks"),
        (said([]), "something else than fact-checks"),
        (said("claims"), "something else than fact-checks"),
        (said({"claims": "many"}), "something else than fact-checks"),
        (said({"claims": {"text": "x"}}), "something else than fact-checks"),
        (said({"nextPageToken": 7}), "something else than fact-checks"),
        (said({"nextPageToken": "x" * 9_000}), "something else than fact-checks"),
        (said(found(review(title=f"x{KEY}"))), "its answer has your key in it"),
        (said(found(review(url=f"https://check.example/%41{KEY[1:]}"))), "its answer has your key in it"),
        (answer(b'{"claims": [], "x": "\\u0041' + KEY[1:].encode() + b'"}'), "its answer has your key in it"),
        (bad.endless, "too large: it sends more than"),
        (bad.bomb(50_000_000), "too large: it unpacks to more than"),
        (bad.dripping, "unreachable: no whole answer within 1 seconds"),
        (bad.silent, "unreachable: no whole answer within 1 seconds"),
        (bad.broken_off, "unreachable: the connection broke off"),
        (bad.gibberish, "unreachable: the connection broke off"),
        (bad.hung_up, "unreachable: the connection broke off"),
    ],
)
async def test_misbehaviour_is_told_in_a_sentence_without_the_key(server: Server, handler: Handler, told: str) -> None:
    assert told in await trouble(server, handler)


async def test_what_a_server_says_in_place_of_http_is_not_shown(server: Server) -> None:
    async def parrot(writer: bad.asyncio.StreamWriter) -> None:
        writer.write(f"{KEY} {KEY}\r\n\r\n".encode())

    assert "the connection broke off)" in await trouble(server, parrot)


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
async def test_the_key_is_not_carried_to_where_a_redirect_leads(server: Server, status: str) -> None:
    told = await trouble(server, redirect(server.url("/elsewhere"), status))
    assert f"{status[:3]}: it redirects to another address, to which your key is not sent" in told
    assert len(server.heads) == 1


async def test_a_service_that_is_not_there_is_told() -> None:
    with pytest.raises(FactcheckError, match="unreachable"):
        await ask_checks("x", CheckService(KEY, endpoint="http://127.0.0.1:9/", limits=LIMITS, pauses=()))


async def test_this_network_is_no_place_for_the_service(server: Server) -> None:
    """Were its name to lead to this machine, the key would go to whoever listens here."""
    with pytest.raises(FactcheckError, match="refused"):
        await ask_checks("x", CheckService(KEY, endpoint=server.url("/search")))
    assert server.heads == []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:x", "data:text/html,x", "file:///etc/passwd", "", "check.example/1",
        "https://ada:x@check.example/", "http://127.0.0.1/", "http://2130706433/", "https://[::1", "https://a b/", "https://x/\n1",
        "//check.example/1", f"https://check.example/{'x' * 3_000}", None, 7, ["https://check.example/"], {},
    ],
)  # fmt: skip
async def test_addresses_that_nobody_should_open_are_left_out(server: Server, url: object) -> None:
    done = await ask(server, said(found(review(url=url), review(2))))
    assert ([check.url for check in done.checks], done.left_out) == (["https://check.example/2"], 1)


@pytest.mark.parametrize(
    "odd",
    [
        None, "x", 7, [], review(title=7), review(publisher="Example"), review(textualRating=["False"]), review(reviewDate={}),
        review(publisher={"name": 7}),
    ],
)  # fmt: skip
async def test_reviews_of_another_shape_are_left_out_and_counted(server: Server, odd: object) -> None:
    done = await ask(server, said(found(odd, review())))
    assert (len(done.checks), done.left_out) == (1, 1)


@pytest.mark.parametrize("claim", [None, "x", 7, [], {}, {"text": "x"}, {"text": "x", "claimReview": {}}, {"claimReview": "x"}])
async def test_claims_of_another_shape_are_left_out_and_counted(server: Server, claim: object) -> None:
    content = found(review())
    assert isinstance(content["claims"], list)
    content["claims"].append(claim)
    done = await ask(server, said(content))
    assert (len(done.checks), done.left_out) == (1, 1)


async def test_what_is_not_said_is_not_made_up(server: Server) -> None:
    (check,) = (
        await ask(server, said({"claims": [{"claimReview": [{"url": "https://www.check.example/a", "reviewDate": "soon"}]}]}))
    ).checks
    assert check == PublishedCheck(text="no words given", publisher="www.check.example", url="https://www.check.example/a")
    assert check.rated == "www.check.example on “no words given”: no rating"


async def test_hostile_words_are_one_line_of_text(server: Server) -> None:
    odd = "\x1b[31m<b>[red]x[/red]</b>\u202e\u2066\0\r\n# y\ud800" + "z" * 5_000
    publisher = {"name": odd}
    content = found(review(title=odd, textualRating=odd, publisher=publisher, url="https://check.example/\u202ex"), text=odd, claimant=odd)
    (check,) = (await ask(server, said(content))).checks
    for words in (check.text, check.claimant, check.publisher, check.title, check.rating):
        assert words is not None
        assert words.startswith("␛[31m<b>[red]x[/red]</b>⇄⇄␀ # y\ufffdz")
        assert len(words) == 300
    assert check.url == "https://check.example/%E2%80%AEx"
