"""The HTML pages in a real browser: what a screen reader needs is there, on a screen, a phone and paper, and nothing is fetched."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from factcheck.model import Case
from factcheck.pipeline import with_flags
from factcheck.reporting import FORMATS, Options
from tests.builders import ferry_case
from tests.model.test_signing import decided, signed
from tests.reporting.many import many
from tests.reporting.test_formats import sourced
from tests.reporting.test_reports import hostile_case

BROWSER = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
PAGES = [name for name, form in FORMATS.items() if form.suffix.endswith(".html")]
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync"
)
RUN = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const told = document.createElement("pre");
  told.id = "axe";
  told.textContent = JSON.stringify({
    violations: found.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))]),
    passes: found.passes.length,
    wide: document.documentElement.scrollWidth > window.innerWidth,
  });
  document.body.append(told);
});
"""


def seen(page: str, folder: Path, width: int) -> dict[str, object]:
    """What axe finds in a page, and whether it is wider than its window."""
    axe = (files("axe_core_python") / "axe.min.js").read_text("utf-8")
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)  # which lets no script run, and so not axe either
    (folder / "page.html").write_text(page.replace("</body>", f"<script>{axe}</script><script>{RUN}</script></body>"), "utf-8")
    command = [str(BROWSER), *QUIET.split(), f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900"]
    command += ["--virtual-time-budget=20000", "--dump-dom", (folder / "page.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    told: dict[str, object] = json.loads(html.unescape(found[1]))
    return told


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", [1200, 500])
@pytest.mark.parametrize(
    "case",
    [with_flags(sourced()), signed(decided()), hostile_case(), Case(article=ferry_case().article), many(90)],
    ids=["under way", "signed", "hostile", "empty", "many"],
)
def test_nothing_is_in_a_screen_readers_way(case: Case, width: int, tmp_path: Path) -> None:
    told = seen(str(FORMATS["html"].render(case, Options())), tmp_path, width)
    assert told["violations"] == []
    assert told["passes"]
    assert not told["wide"]


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("name", [name for name in PAGES if name != "html"])
def test_nor_is_it_in_the_lists(name: str, tmp_path: Path) -> None:
    told = seen(str(FORMATS[name].render(with_flags(sourced()), Options())), tmp_path, 500)
    assert told["violations"] == []
    assert not told["wide"]


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("case", [with_flags(sourced()), signed(decided()), many(90)], ids=["under way", "signed", "many"])
def test_a_dark_screen_can_be_read_as_well(case: Case, tmp_path: Path) -> None:
    page = str(FORMATS["html"].render(case, Options()))
    assert page.count("screen and (prefers-color-scheme: dark)") == 2
    told = seen(page.replace("(prefers-color-scheme: dark)", "(min-width: 1px)"), tmp_path, 1200)
    assert told["violations"] == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_no_script_runs(name: str) -> None:
    page = str(FORMATS[name].render(sourced(), Options()))
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|img|iframe|link|object|embed)\b|@import|url\(", page, re.IGNORECASE)
