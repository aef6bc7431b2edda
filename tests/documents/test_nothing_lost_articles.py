"""An article's text and what it lists as left out hold every word of its file, whatever kind that is; furniture is listed in its place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import wrap

import pytest

from factcheck import read
from factcheck.model import BlockRole
from tests.documents.office_files import epub, odt, p, r, word
from tests.documents.pdfs import lines, pdf

HEAD = "Ferry to Orsay turned back by a storm"
ONE = "The ferry to Orsay was turned back on Monday with forty people and a bus on board, its owners said."
TWO = "It will sail again on Thursday if the wind drops below forty knots by noon, they said."

PAGE = f"""<html lang="en"><head><title>{HEAD}</title></head><body><nav><a href="/">Frontmost</a></nav><h1>{HEAD}</h1>
<ul><li>Forty people and one coach aboard</li><li>Thursday sailing hangs on the wind</li></ul><p>By Ida Marsh</p><p>{ONE}</p>
<blockquote>It will sail again on Thursday</blockquote><p>{TWO}</p><h3>Bywords</h3><dl><dt>Tonnage</dt><dd>Some 940 tonnes laden</dd></dl>
<footer>Imprinted below</footer></body></html>"""
MAIL = f"""From: Jo Penn <jo@post.example>
Subject: FW: have a glance
Date: Tue, 5 Mar 2024 09:30:00 +0000

Worthwhile?

---------- Forwarded message ---------
From: Ida Marsh <ida@isles.example>
Subject: {HEAD}

Hi Jo,

Copy underneath.

Cheers
Ida

{ONE}

{TWO}
"""
FILES = {
    "page.html": PAGE,
    "forwarded.eml": MAIL,
    "digest.eml": f"From: Post <a@p.example>\nSubject: Brief\n\nTOPMOST\n\n1. Ferry\n{ONE}\nhttps://p.example/one\n\nUnsubscribe\n",
    "site.json": json.dumps(
        {"headline": HEAD, "content": [{"kind": "text", "text": ONE}, {"kind": "quote", "text": TWO}, {"kind": "image", "alt": "A pier"}]}
    ),
    "notes.md": f"# {HEAD}\n\n**By Ida Marsh**\n5 March 2024\n\n{ONE}[^a]\n\n- first crossing\n\n"
    f"| Day | Boats |\n|---|---|\n| Monday | 0 |\n\n{TWO}\n\n[^a]: Harbour log.\n",
    "export.md": f"---\ntitle: {HEAD}\nsection: islands\n---\n\n{ONE}\n\n{TWO}\n",
    "wire.txt": f"RTRS-UPDATE 1-{HEAD}\nBy Ida Marsh\nORSAY, March 5 (Reuters) - {ONE}\n{TWO}\n"
    "(Reporting by Ida Marsh)\n-0- Mar/05/2024 10:12 GMT\n",
    "script.txt": f"SLUG: FERRY\nREPORTER: IDA MARSH\nTRT: 1:10\n\n[TAKE PKG]\n{ONE.upper()}\n{TWO.upper()}\n",
    "telex.txt": f"ZCZC\nFERRY-STORM\n{HEAD}\nORSAY, March 5 (EXA) - {ONE}\n     {TWO}\nEXA im/tb 051012\nNNNN\n",
    "spoken.srt": "1\n00:00:01,000 --> 00:00:03,000\nMARSH: The ferry\nturned back.\n\n2\n00:00:03,000 --> 00:00:04,000\n[thunder]\n",
    "book.epub": epub(
        f"<h2>Storm</h2><div>{ONE}</div><table><tr><td>Boats</td><td>3</td></tr></table>",
        metadata="<dc:title>Ferries of Orsay</dc:title>",
        items='<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        OPS___nav__xhtml='<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li>Foreshore</li></ol></nav></body></html>',
    ),
    "story.docx": word(p(r(HEAD)) + p(r(ONE)) + p(r("struck out words", "<w:strike/>")) + p(r(TWO))),
    "story.odt": odt(f"<text:h>{HEAD}</text:h><text:p>{ONE}</text:p><text:p>{TWO}</text:p>"),
    "story.pdf": pdf(lines(HEAD, "", *wrap(ONE, 60), "", TWO) + lines("Orsay Courier", top=30) + lines("12", x=500, top=30)),
}
WORD = re.compile(r"[^\W_]{3,}")


def words_of(name: str) -> set[str]:
    """The words of a file that a person reads, however it sets them; of files that are no text, those that they were made of."""
    said = FILES[name]
    if isinstance(said, bytes):
        made = {"book.epub": "Storm Boats Ferries Foreshore", "story.docx": f"{HEAD} struck words", "story.pdf": f"{HEAD} Courier"}
        return set(WORD.findall(f"{ONE} {made.get(name, HEAD)}"))
    if name.endswith(".json"):
        return set(WORD.findall(" ".join((HEAD, ONE, TWO, "quote image pier"))))
    if name.endswith(".md"):
        said = said.replace("---\ntitle:", "")
    if name.endswith(".srt"):
        said = re.sub(r".*-->.*", "", said)
    return set(WORD.findall(re.sub(r"<title>.*?</title>|<[^<>]*>|https?:", " ", said))) - {"From", "Subject", "Date", "text"}


@pytest.mark.parametrize("name", FILES)
def test_every_word_is_in_the_text_or_listed_as_left_out(name: str, tmp_path: Path) -> None:
    made = FILES[name]
    path = tmp_path / name
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    article = read(path)
    left = article.left_out or ()
    told = set(WORD.findall(" ".join((article.text, *(one.words for one in left if one.start is None)))))
    assert words_of(name) - told == set()


@pytest.mark.parametrize("name", FILES)
def test_all_that_no_claim_is_made_from_is_listed_with_its_place(name: str, tmp_path: Path) -> None:
    made = FILES[name]
    path = tmp_path / name
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    article = read(path)
    listed = [(one.start, one.end) for one in article.left_out or () if one.start is not None and one.why]
    beside = [*article.blocks_of(BlockRole.FURNITURE, BlockRole.TABLE, BlockRole.NOTE, BlockRole.FOREIGN)]
    assert [article.words(block) for block in beside if (block.start, block.end) not in listed] == []
