"""Subtitles: the cues of SubRip, WebVTT, SubStation and TTML files, and what of such a file is shown to nobody.

What is said in the cues is put together in `spoken`. SubStation is read by pysubs2.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from factcheck.documents.containers import local, parsed
from factcheck.documents.names import in_order
from factcheck.documents.pieces import Document, Left, Reason, UnreadableError, one_spaced
from factcheck.documents.spoken import Cue, spoken
from factcheck.documents.webpage import decoded

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}(?:\s*-->\s*|,){_TIME}(?:\s.{{0,300}})?")
"""When a cue is shown, and where: takes "00:00:01,000 --> 00:00:04,000", "01:15.000 --> 01:18.000 align:start line:90%",
and what YouTube's editor writes, "0:00:01.000,0:00:04.000".
"""
_UNSPOKEN = re.compile(r"(NOTE|STYLE|REGION)(?:\s|$)")
"""How a block of WebVTT begins that is shown to nobody (W3C WebVTT, 4.1)."""
_HEADER = re.compile(r"(Kind|Language|X-TIMESTAMP-MAP)\s*[:=]\s*(.*)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_MARKED = re.compile(
    r"</?(?:i|b|u|s|c|em|strong|font|span|lang|ruby|rt|p|div|v)(?:[.\s][^<>\n]{0,120})?/?>|<\d[\d:.]{3,14}>|\{\\[^}\n]{0,200}\}",
    re.IGNORECASE,
)
"""What is no word: takes "<i>", "<c.yellow>", "<00:00:05.000>", "{\\an8}"; refuses "<unknown>"."""
_VOICE = re.compile(r"<v(?:\.[^ >\n]{0,60})?[ \t]+([^<>\n]{1,80})>", re.IGNORECASE)
"""Who speaks, as WebVTT marks it: takes "<v Ruth Okafor>" and "<v.loud Ruth>"."""
_BREAK = re.compile(r"\\[Nn]|<br\s{0,3}/?>", re.IGNORECASE)


def read_srt(data: bytes) -> Document:
    """What is said, in paragraphs. Raises UnreadableError when there is nothing."""
    return _read(_text(data))


def read_vtt(data: bytes) -> Document:
    """The same of WebVTT."""
    return _read(_text(data))


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return decoded(data)


def _read(text: str) -> Document:
    lines = text.lstrip("\ufeff").splitlines()
    starts = [n for n, line in enumerate(lines) if _TIMING.fullmatch(line)]
    if not starts:
        raise UnreadableError("they are no subtitles after all")
    language, unshown = _head(lines[: starts[0]])
    cues = []
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        shown, name, unspoken = _cue_lines(lines[start + 1 : following], last=following == len(lines))
        cues.append(_cue(lines[start], "\n".join(shown)))
        unshown += [*unspoken, *([name] if name else [])]
    return spoken(cues, [Left(words, Reason.HIDDEN) for words in unshown], language)


def _head(lines: list[str]) -> tuple[str | None, list[str]]:
    """The language that the lines before the first cue declare, and what else they say."""
    language, rest = None, []
    for line in lines:
        found = _HEADER.match(line)
        if found is None:
            rest.append(line.removeprefix("WEBVTT"))
        elif found[1].casefold() == "language" and _LANGUAGE.fullmatch(found[2].strip()):
            language = found[2].strip()
    title, name, unspoken = _cue_lines(rest, last=False)
    return language, [words for line in (*title, *unspoken, name) if (words := line.strip(" -\t"))]


def _cue_lines(lines: list[str], *, last: bool) -> tuple[list[str], str, list[str]]:
    """What a cue shows of the lines that follow its timing, the name of the next cue below it, and blocks that are shown to nobody.

    The name of a cue stands right above its timing, below a blank line. Other lines below a blank one are the cue's, too: some
    programs write them.
    """
    name = ""
    if not last and lines and lines[-1].strip() and (len(lines) == 1 or not lines[-2].strip()):
        name, lines = lines[-1].strip(), lines[:-1]
    elif not last and lines and lines[-1].strip().isdecimal():
        name, lines = lines[-1].strip(), lines[:-1]  # the number of the next cue, without a blank line above it
    shown: list[str] = []
    unspoken: list[str] = []
    block: re.Match[str] | None = None
    for n, line in enumerate(lines):
        begins = n == 0 or not lines[n - 1].strip()
        block = None if not line.strip() else _UNSPOKEN.match(line) if begins else block
        if block is None:
            shown.append(line)
        elif block[1] == "NOTE":
            unspoken.append(line[block.end() :] if begins else line)
    notes = "\n".join(line for line in unspoken if line.strip())
    return shown, "" if name.isdecimal() else name, [notes] if notes else []


def _cue(timing: str, text: str) -> Cue:
    found = _TIMING.fullmatch(timing)
    times = [int(value or 0) for value in found.groups()] if found else [0] * 8
    start, end = (((h * 60 + m) * 60 + s) * 1000 + ms for h, m, s, ms in (times[:4], times[4:]))
    return Cue(start, end, tuple(_voiced(text)))


def _voiced(text: str, voice: str | None = None) -> Iterator[tuple[str | None, str]]:
    """The lines of a cue without their marks, each with who speaks where that is marked."""
    for line in _BREAK.sub("\n", text).replace("\\h", " ").split("\n"):
        at = 0
        for found in [*_VOICE.finditer(line), None]:
            words = one_spaced(html.unescape(_MARKED.sub("", line[at : found.start() if found else len(line)])))
            if words:
                yield voice, words
            if found:
                voice, at = in_order(one_spaced(html.unescape(found[1]))), found.end()


def read_ass(data: bytes) -> Document:
    """The same of SubStation Alpha, where each line may say who speaks it."""
    import pysubs2

    try:
        text = _text(data)
        subtitles = pysubs2.SSAFile.from_string(text, format_="ssa" if "[V4 Styles]" in text else "ass")
    except (pysubs2.exceptions.Pysubs2Error, ValueError, IndexError, KeyError) as error:
        raise UnreadableError("they are no subtitles after all") from error
    hidden = [Left(words, Reason.HIDDEN) for e in subtitles.events if e.is_comment and (words := one_spaced(_MARKED.sub("", e.text)))]
    drawn = re.compile(r"\{[^}]*\\p[1-9]")
    shown = [event for event in subtitles.events if not event.is_comment and not drawn.search(event.text)]
    cues = [Cue(e.start, e.end, tuple(_voiced(e.text, one_spaced(e.name) or None))) for e in shown]
    return spoken(cues, hidden, None)


def read_ttml(data: bytes) -> Document:
    """The same of TTML (W3C Timed Text), which broadcasters exchange."""
    root = parsed(data)
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    agents = {_attribute(node, "id"): one_spaced("".join(node.itertext())) for node in root.iter() if local(node) == "agent"}
    cues, body = [], next((node for node in root.iter() if local(node) == "body"), root)
    for node in body.iter():
        if local(node) == "p":
            start, end = (_seconds(_attribute(node, name)) for name in ("begin", "end"))
            lines = [one_spaced(line) for line in "".join(_ttml_words(node)).split("\n")]
            cues.append(Cue(start, end, tuple((agents.get(_attribute(node, "agent")), line) for line in lines if line)))
    head = [one_spaced("".join(node.itertext())) for node in root.iter() if local(node) in ("title", "desc", "copyright")]
    return spoken(cues, [Left(words, Reason.HIDDEN) for words in head if words], language)


def _attribute(node: Any, name: str) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def _ttml_words(paragraph: Any) -> Iterator[str]:
    """The words of a paragraph, a line end for each break. White space in the file is a space."""
    yield re.sub(r"\s+", " ", paragraph.text or "")
    for node in paragraph.iterdescendants():
        if local(node) == "br":
            yield "\n"
        elif local(node) not in ("metadata", "title", "desc"):
            yield re.sub(r"\s+", " ", node.text or "")
        yield re.sub(r"\s+", " ", node.tail or "")


def _seconds(time: str) -> int:
    """Milliseconds of a time of TTML: takes "00:00:05.200", "5.2s", "00:00:05:12"; 0 for others."""
    if found := re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)(ms|s|m|h)", time):
        return int(float(found[1]) * {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000}[found[2]])
    if found := re.fullmatch(r"(\d{1,4}):(\d\d):(\d\d(?:\.\d{1,9})?)(?::\d{1,3})?", time):
        return int(((int(found[1]) * 60 + int(found[2])) * 60 + float(found[3])) * 1000)
    return 0
