"""Tracked changes accepted and rejected by LibreOffice itself, which has nothing to do with how the other tests read the document."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from factcheck.model import Case
from factcheck.reporting.word import as_docx
from tests.builders import FERRY, article, claim, ferry_case
from tests.reporting.many import many
from tests.reporting.test_word import correcting, settled, with_reviews

SOFFICE = shutil.which("soffice")
_BRIDGES = [
    path for path in (shutil.which("python3", path="/usr/bin"), "/usr/lib/libreoffice/program/python") if path and Path(path).exists()
]
_COMMENT = re.compile(rb"<w:(?:commentRangeStart|commentRangeEnd)[^>]*/>|<w:r>(?:(?!</w:r>).)*<w:commentReference[^>]*/></w:r>", re.DOTALL)


def bridge() -> str | None:
    """A Python that can speak with LibreOffice."""
    tried = (path for path in _BRIDGES if subprocess.run([path, "-c", "import uno"], capture_output=True, check=False).returncode == 0)
    return next(tried, None) if SOFFICE else None


def without_comments(data: bytes) -> bytes:
    """The document without its comments: a LibreOffice without a screen ends itself where it is to draw one, whoever wrote it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, _COMMENT.sub(b"", old.read(name)) if name == "word/document.xml" else old.read(name))
    return made.getvalue()


def run_on() -> Case:
    """A correction over the end of a paragraph, and one that leaves a paragraph out."""
    text = "Late ferry\n\nThe ferry sank. It was on\n\nMonday that it rose. Nobody drowned.\n\nIt rose again.\n\nThe end."
    over = claim(text, "assertion", "It was on\n\nMonday that it rose.").model_copy(update={"reviews": (correcting("It never rose."),)})
    whole = claim(text, "assertion", text[text.index("Nobody") :]).model_copy(update={"reviews": (correcting("Nobody drowned. The end."),)})
    return Case(article=article(text), claims=(over, whole))


CASES = {
    "reviewed": ferry_case(reviewed=True),
    "two readers": with_reviews(
        ferry_case(reviewed=True), "Engineer", correcting('Ruth Okafor said: "We found rot in nine frames."', "Ben")
    ),
    "over paragraphs": run_on(),
    "ninety claims": many(90),
}


def article_in(paragraphs: list[tuple[str, str]]) -> list[str]:
    """The lines between the heading of the article and what comes behind it."""
    told = [(style, words.strip("\r")) for style, words in paragraphs]
    lines: list[str] = []
    for style, words in told[told.index(("Heading 1", "The article")) + 1 :]:
        if style == "Heading 1":
            break
        lines.append(words)
    return [line for line in lines if line]


@pytest.mark.long
def test_accepting_gives_the_corrected_article_and_rejecting_the_article_as_it_was(tmp_path: Path) -> None:
    python = bridge()
    if python is None:
        pytest.skip("no LibreOffice, or no Python with its bridge, on this machine")
    made = {name: as_docx(case) for name, case in CASES.items()}
    paths = [tmp_path / f"{at}.docx" for at in range(len(made))]
    for path, data in zip(paths, made.values(), strict=True):
        path.write_bytes(without_comments(data))
    helper = Path(__file__).with_name("settle.py")
    command = [python, str(helper), str(SOFFICE), str(tmp_path / "profile"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, timeout=300, check=True)
    for (name, data), (accepted, rejected) in zip(made.items(), json.loads(done.stdout), strict=True):
        told = [[(style, words) for style, words in one] for one in (accepted, rejected)]
        assert article_in(told[0]) == settled(data, accept=True), name
        assert article_in(told[1]) == settled(data, accept=False), name
        assert article_in(told[0]) != article_in(told[1])
    whole = json.loads(done.stdout)[0][1]
    assert article_in([(style, words) for style, words in whole]) == [
        line for line in FERRY.split("\n") if line and line != "Share this article"
    ]
