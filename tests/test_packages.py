"""What goes to the package index: wheel and sdist hold what they must and nothing else, and are the same bytes wherever they are built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import HeaderParser
from hashlib import sha256
from pathlib import Path

import pytest

from docs.index_page import addresses, index_page
from factcheck import __version__

ROOT = Path(__file__).parent.parent
NAME = f"factcheck_desk-{__version__}"
RECORDS = {
    "METADATA",
    "WHEEL",
    "RECORD",
    "entry_points.txt",
    "licenses/LICENSE",
    "licenses/factcheck/language/data/word_frequencies.LICENSE.md",
}
"""What a wheel says of itself."""

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="needs the checkout")


def _kept() -> list[str]:
    """Every file of the checkout that git has, or would have."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return sorted({name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()})


def _build(place: Path, zone: str, seed: str, mask: int) -> Path:
    """The folder with what is built from a copy of the checkout, on another machine as it were."""
    for name in _kept():
        (place / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, place / "tree" / name)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", place / "dist"],
        cwd=place / "tree", env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}, umask=mask, check=True, capture_output=True,
    )  # fmt: skip
    return place / "dist"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(tmp_path_factory.mktemp("one"), "UTC", "1", 0o022)


@pytest.fixture(scope="module")
def metadata(built: Path) -> Message:
    with zipfile.ZipFile(built / f"{NAME}-py3-none-any.whl") as wheel:
        return HeaderParser().parsestr(wheel.read(f"{NAME}.dist-info/METADATA").decode())


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(built / f"{NAME}-py3-none-any.whl") as wheel:
        held = set(wheel.namelist())
    ours = {name for name in _kept() if name.startswith("factcheck/")}
    assert held == ours | {f"{NAME}.dist-info/{name}" for name in RECORDS} | {f"{NAME}.data/data/share/man/man1/factcheck.1"}
    assert "factcheck/py.typed" in held


def test_the_sdist_holds_all_that_git_has_and_nothing_else(built: Path) -> None:
    with tarfile.open(built / f"{NAME}.tar.gz") as sdist:
        held = {entry.name.removeprefix(f"{NAME}/") for entry in sdist if entry.isfile()}
    assert held == {*_kept(), "PKG-INFO"}


def test_both_are_the_same_bytes_wherever_they_are_built(built: Path, tmp_path: Path) -> None:
    again = _build(tmp_path, "Asia/Hanoi", "2", 0o077)
    digests = [{path.name: sha256(path.read_bytes()).hexdigest() for path in place.iterdir()} for place in (built, again)]
    assert digests[0] == digests[1]
    assert len(digests[0]) == 2


def test_the_index_takes_them(built: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *built.iterdir()],
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASSED") == 2, done.stdout


def test_the_index_is_told_what_it_is_for_whom_and_for_which_pythons(metadata: Message) -> None:
    assert metadata["Author"] == "The Factcheck authors"
    assert "fact-checking" in metadata["Keywords"]
    tried = re.search(r"python: \[(.+)\]", (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8"))
    assert tried is not None
    said = [label.rpartition(" :: ")[2] for label in metadata.get_all("Classifier") or () if label.startswith("Programming Language")]
    assert [label for label in said if "." in label] == re.findall(r"[\d.]+", tried[1]), "what is tried is what is said"


def test_nothing_on_the_page_of_the_index_leads_nowhere(metadata: Message) -> None:
    page = str(metadata.get_payload())
    assert page.startswith("# Factcheck")
    assert [one for one in re.findall(r"\]\(([^)]+)\)", page) if not one.startswith(("https://", "#"))] == []


def test_with_an_address_the_pictures_show_on_the_index() -> None:
    home = "https://git.example/desk/factcheck"
    page = index_page((ROOT / "README.md").read_text("utf-8"), home, "v1.2.3")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page)
    assert pictures
    for picture in pictures:
        assert picture.startswith(f"{home}/raw/v1.2.3/")
        assert (ROOT / picture.removeprefix(f"{home}/raw/v1.2.3/")).is_file()
    assert f"]({home}/blob/v1.2.3/CHANGELOG.md)" in page
    assert addresses(home)["Issues"] == f"{home}/issues"
    assert addresses("") == {}


@pytest.mark.long
def test_the_tests_of_the_sdist_pass(built: Path, tmp_path: Path) -> None:
    with tarfile.open(built / f"{NAME}.tar.gz") as sdist:
        sdist.extractall(tmp_path, filter="data")
    place = tmp_path / NAME
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-m", "not long", "-p", "no:cacheprovider"],
        cwd=place, env={**os.environ, "PYTHONPATH": str(place)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
