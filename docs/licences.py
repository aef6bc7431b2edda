"""Makes licences.md, the packages that a default installation brings, with the licence of each: `python docs/licences.py` does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

from factcheck.extras import DISTRIBUTION

PAGE = Path(__file__).with_name("licences.md")
_ABOVE = """\
# Licences

Factcheck is under the [MIT licence](../LICENSE), but for one table, of how common words are, which is under the [Creative Commons
Attribution-ShareAlike 4.0 licence](https://creativecommons.org/licenses/by-sa/4.0/), described in
`factcheck/language/data/word_frequencies.LICENSE.md`. It uses the packages below, which `pip install factcheck-desk` brings along
(the extras bring others). None is under the GNU licences alone. Of three (certifi, tqdm, tld) some files are under the Mozilla Public
License: whoever passes on changed versions of these files must pass on the changes, too, and nothing else.

| package | licence | asked for by |
|---|---|---|
"""
_NAMES = {
    "MIT License": "MIT", "BSD License": "BSD", "BSD": "BSD", "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC", "Apache 2.0": "Apache-2.0", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0", "The BSD 2-Clause License": "BSD-2-Clause",
}  # fmt: skip
"""The words of older packages for a licence, and what SPDX calls it."""


def page() -> str:
    """The page, of the packages that are installed here for what a default installation asks for."""
    asked = brought()
    rows = (f"| {name} | {licence(distribution(name))} | {', '.join(sorted(asked[name]))} |" for name in sorted(asked))
    return _ABOVE + "\n".join(rows) + "\n"


def brought() -> dict[str, set[str]]:
    """The packages of a default installation, each with those that ask for it; without the extras of ours."""
    found: dict[str, set[str]] = {}
    waiting, seen = [Requirement(DISTRIBUTION)], set[str]()
    while waiting:
        one = waiting.pop()
        if str(one) not in seen:
            seen.add(str(one))
            for wanted in _wanted(one):
                found.setdefault(_written(wanted.name), set()).add("factcheck" if one.name == DISTRIBUTION else _written(one.name))
                waiting.append(wanted)
    return found


def _wanted(one: Requirement) -> Iterator[Requirement]:
    """What a package asks for here, with the extras of its own that are asked for."""
    for asked in map(Requirement, distribution(one.name).requires or ()):
        if asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in ("", *one.extras)):
            asked.marker = None
            yield asked


def _written(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(one: Distribution) -> str:
    """The licence that a package says it has, as SPDX writes it where that can be told."""
    said = one.metadata
    classes = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License :: ")]
    if said.get("License-Expression"):
        return str(said["License-Expression"])
    known = [_NAMES[name] for name in (*classes, said.get("License") or "") if name in _NAMES]
    return " OR ".join(dict.fromkeys(known)) or str(said.get("License") or "")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
