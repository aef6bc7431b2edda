"""Every key of a factcheck.toml: what it is for, and how it is written. What its errors say and its page are made from this table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from factcheck.model import ClaimKind, FactcheckError, Severity, one_line
from factcheck.model.media import Media

ARCHIVE = "https://web.archive.org/save/"
"""The archive that keeps pages, unless the settings name another."""
_KINDS = ", ".join(ClaimKind)


@dataclass(frozen=True)
class Setting:
    """A key under `section`, or above all sections where that is empty. `example` is a line as it may stand in the file."""

    section: str
    key: str
    example: str
    holds: str
    values: str = ""
    """What may stand there, where that is one of a few words, or needs a word of explanation."""

    @property
    def as_in(self) -> str:
        """How to write it, for who wrote it otherwise."""
        return f"{self.example} ({self.values})" if self.values else self.example


SECTIONS = {
    "checks": "which checks run, and how much each counts",
    "house": "the house list: what your newsroom has settled",
    "policy": "what a case needs before an editor can sign it off",
    "reports": "how reports are made",
    "publisher": "who publishes a check; for ClaimReview",
    "keys": "other keys for the workbench",
    "open": "the programs that open kept files at the page or second of a quotation; {file}, {page} and {seconds} are filled in",
    "evidence": "where pages are archived",
    "search": "an index of checked claims that many share",
    "model": "a language model, for `--ask-model`",
    "published": "your own key for Google's Fact Check Tools; only in your own folder of settings",
}
"""The sections, in the order in which a newsroom comes to need them, with what each is about."""

OPENED = tuple(media.value for media in Media if media is not Media.OTHER)
"""What kept files may hold that is opened by a program."""
_PROGRAMS = {
    Media.PDF: 'pdf = "zathura -P {page} {file}"',
    Media.AUDIO: 'audio = "mpv --start={seconds} {file}"',
    Media.VIDEO: 'video = "mpv --start={seconds} {file}"',
    Media.SHEET: 'sheet = "libreoffice --calc {file}"',
    Media.PICTURE: 'picture = "feh {file}"',
    Media.TEXT: 'text = "less {file}"',
}

SETTINGS = (
    Setting("", "reviewer", 'reviewer = "Ada"', "the name under your decisions"),
    Setting("checks", "off", 'off = ["punctuation"]', "checks that do not run; `factcheck check` names them each time"),
    Setting(
        "checks", "severity", 'severity = { variant = "look" }', "how much a check's flags count, in place of its own", ", ".join(Severity)
    ),
    Setting("house", "names", 'names = ["Siobhan Rodick"]', "names that are right as they stand"),
    Setting("house", "prefer", 'prefer = { Kiev = "Kyiv" }', "a spelling, and what the house writes instead"),
    Setting("house", "leave_quoted", "leave_quoted = true", "true where quoted words stay as they were said"),
    Setting("policy", "second_reader", 'second_reader = ["quote", "figure"]', "kinds of claims that two people must judge", _KINDS),
    Setting(
        "policy", "so", 'so = ["statement"]', "kinds of which it must be decided, too, whether what was said is true", "quote, statement"
    ),
    Setting(
        "policy", "sources", "sources = { assertion = 1, figure = 2 }", "how many independent sources a claim of each kind needs", _KINDS
    ),
    Setting("policy", "primary", 'primary = ["quote"]', "kinds that need a primary source, one that was there itself", _KINDS),
    Setting("policy", "editors", 'editors = ["Eva Okello"]', "who may sign off; anybody with `--as editor` where it is left out"),
    Setting("reports", "templates", 'templates = "our-templates"', "a folder beside the file, with your own report templates"),
    Setting("publisher", "name", 'name = "The Harbour Post"', "who publishes the check"),
    Setting("publisher", "url", 'url = "https://harbourpost.example"', "the publisher's address"),
    *(
        Setting(
            "open", kind, _PROGRAMS[Media(kind)], f"the program that opens a kept {kind} file", "{file}, {page}, {seconds} are filled in"
        )
        for kind in OPENED
    ),
    Setting(
        "evidence",
        "archive",
        f'archive = "{ARCHIVE}"',
        "the archive that `factcheck evidence --archive` asks to keep pages",
    ),
    Setting("search", "index", 'index = "postgresql://archive.example/factcheck"', "the PostgreSQL database that holds the shared index"),
    Setting("model", "url", 'url = "http://localhost:11434/v1"', "the address of an endpoint that speaks OpenAI's protocol"),
    Setting("model", "name", 'name = "qwen3"', "the model's name there"),
    Setting("model", "key_from", 'key_from = "OPENAI_API_KEY"', "the environment variable that holds its key, where it needs one"),
    Setting("model", "prices", "prices = [0.15, 0.6]", "what it costs, where it costs", "of a million tokens read, and written"),
    Setting("published", "key", 'key = "…"', "the key; the variable FACTCHECK_FACT_CHECK_TOOLS_KEY comes first"),
)
"""Every key but those of `[keys]`, which has one for each thing that the workbench does (`factcheck keys` lists them)."""


def as_in(section: str, key: str) -> str:
    """How a key is written."""
    return next(row.as_in for row in SETTINGS if (row.section, row.key) == (section, key))


def refuse_unknown(path: Path, settings: Mapping[str, Any]) -> None:
    """Raise FactcheckError, with the nearest right name, for a section or a key that no row has: it would count for nothing."""
    if wrong := _mistyped(settings):
        raise FactcheckError(f"{path}: {wrong}")


def _mistyped(settings: Mapping[str, Any]) -> str | None:
    for name, value in settings.items():
        if name not in SECTIONS and not _has("", name):
            return _no_such(name, value)
        if isinstance(value, dict) and name != "keys":
            for key in value:
                if not _has(name, key):
                    return f"[{name}] has no key {_shown(key)}; {_instead(key, name)}"
    return None


def _no_such(name: str, value: object) -> str:
    if isinstance(value, dict):
        near = get_close_matches(name, SECTIONS, 1)
        instead = f"did you mean [{near[0]}]?" if near else f"there are {', '.join(f'[{one}]' for one in SECTIONS)}."
        return f"there is no section [{_shown(name)}]; {instead}"
    return f"there is no key {_shown(name)} above the sections; {_instead(name, '')}"


def _instead(key: str, section: str) -> str:
    """The nearest key of this section, else the section that has it, else every key of this one."""
    here = list(_keys(section))
    if near := get_close_matches(key, here, 1):
        return f"did you mean {near[0]}?"
    if elsewhere := next((row.section for row in SETTINGS if row.key == key), None):
        return f"it belongs under [{elsewhere}]."
    return f"it can have {' and '.join(here)}."


def _has(section: str, key: str) -> bool:
    return key in _keys(section)


def _keys(section: str) -> Iterator[str]:
    return (row.key for row in SETTINGS if row.section == section)


def _shown(name: str) -> str:
    return one_line(name, 40) or '""'
