"""The bytes of a case file as a Case. Whatever is wrong with them is one sentence with the line and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.casefile import disk, toml
from factcheck.casefile.fitting import article_of, claim_of, each, tables_at
from factcheck.casefile.keys import CASE, CLAIM, LISTS
from factcheck.casefile.lines import line_of
from factcheck.casefile.misfit import MisfitError
from factcheck.casefile.sheet import Sheet, read_sheet
from factcheck.casefile.tables import stands
from factcheck.model import SCHEMA, Case, Claim, FactcheckError, Mention, one_line, without_login
from factcheck.starting import unswept

_LINE = re.compile(r" \(at line ([0-9]{1,12}), column [0-9]{1,12}\)\Z")  # takes " (at line 3, column 5)" at the end; refuses it elsewhere
_AT_END = " (at end of document)"
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)  # takes "<<<<<<< HEAD", ">>>>>>> main"; refuses "======="


@dataclass(frozen=True)
class Loaded:
    """A case as its file has it, the lines of that file, and what the person should know of it."""

    case: Case
    sheet: Sheet
    notice: str | None = None


def load(path: str | Path) -> Case:
    """The case in a file, without flags, which no file holds.

    Raises FactcheckError with one sentence (what, the line, what to do) for a file that is not there, cannot be read, is no case, is
    damaged, or was written by a newer version. The file is never touched.
    """
    return parse(disk.read_there(Path(path)).data, path).case


def parse(data: bytes, path: str | Path, known: Sheet | None = None) -> Loaded:
    """The case in the bytes of a file, of which `path` is for messages. What `known` holds to the letter is not read again.

    Raises FactcheckError.
    """
    with unswept():
        return _parsed(data, disk.shown(path), known)


def _parsed(data: bytes, name: str, known: Sheet | None) -> Loaded:
    text = decoded(data, name)
    try:
        document, sheet = read_sheet(text, known)
    except (ValueError, RecursionError) as error:
        raise FactcheckError(not_toml(text, error, name)) from None
    _refuse_foreign(document, name)
    try:
        case = _case(document, sheet.claims)
        return Loaded(case, sheet.holding(case.claims), _notice(document, name))
    except MisfitError as error:
        line = line_of(text, error.path)
        raise FactcheckError(f"{name}, line {line}: {error}.") from None
    except RecursionError:
        raise FactcheckError(f"{name} is nested too deeply for a case file; restore it from a copy.") from None


def _notice(document: Mapping[str, Any], name: str) -> str | None:
    """That addresses are kept without what the file has in them, when it has such."""
    claims, sources = tables_at(document, "claims"), tables_at(document, "sources")
    tables = [
        document["article"],
        *sources,
        *(item for claim in claims for key in ("evidence", "former") for item in tables_at(claim, key)),
    ]
    values = (table.get(key) for table in tables for key in ("url", "source", "name", "address", "archive"))
    found = sum(isinstance(value, str) and without_login(value) != value for value in values)
    if not found:
        return None
    return f"{name} has a name or a password in {found} of its addresses; they are left out when it is saved, and in every report."


def decoded(data: bytes, name: str) -> str:
    """The text of a file, with line ends of `\\n`, whatever editor or git wrote it. Raises FactcheckError for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FactcheckError(f"{name} is saved as UTF-16, and TOML must be UTF-8; save it as UTF-8.")
    if b"\0" in data[:8192]:
        raise FactcheckError(f"{name} is not a text file, so it cannot be a case; check the name.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactcheckError(f"{name}, line {line}: this is not UTF-8 text; save the file as UTF-8.") from None


def not_toml(text: str, error: Exception, name: str) -> str:
    """What to tell of a text that is not TOML, with the line where that shows."""
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return f"{name}, line {line}: git could not merge this file and left both versions in it; choose one and delete git's markers."
    if isinstance(error, RecursionError):
        return f"{name} is nested too deeply for a case file; restore it from a copy."
    said = one_line(str(error), 200)
    if said.endswith(_AT_END):
        line, said = text.rstrip().count("\n") + 1, said.removesuffix(_AT_END)
    elif found := _LINE.search(said):
        line, said = int(found[1]), said[: found.start()]
    else:
        return f"{name} is not valid TOML ({said}); put it right or restore it from a copy."
    return f"{name}, line {line}: this is not valid TOML ({said[:1].lower()}{said[1:]}); correct the line."


def _refuse_foreign(document: Mapping[str, Any], name: str) -> None:
    if not document:
        raise FactcheckError(f"{name} is empty; restore it from a copy, or delete it and start from the article.")
    schema = document.get("schema")
    if schema is None or not isinstance(document.get("article"), dict) or not isinstance(document.get("text"), dict):
        missing = next((key for key in ("schema", "article", "text") if key not in document), "article")
        raise FactcheckError(f"{name} is TOML, but not a case file of factcheck's (it has no {missing}); check the name.")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise FactcheckError(f"{name}: schema must be a whole number from 1, not {one_line(str(schema), 40)}; restore the line.")
    if schema > SCHEMA:
        raise FactcheckError(
            f"{name} was written by a newer factcheck (its schema is {schema}, this one knows {SCHEMA}); update factcheck to open it."
        )


def _case(document: Mapping[str, Any], ready: Sequence[Claim | None]) -> Case:
    for key in sorted(Case.model_fields.keys() - CASE.keys):
        if key in document:
            raise MisfitError((key,), f"a case file has no key {key}; take it out")
    article, rest_of_text = article_of(document["article"], document["text"])
    claims = _claims(document, article.text, ready)
    lists = {key: each(document, key, columns) for key, columns in LISTS.items() if columns is not CLAIM}
    for path, mention in _mentions(lists):
        if article.text[mention.start : mention.end] != mention.text:
            there = one_line(article.text[mention.start : mention.end], 40)
            raise MisfitError(path, f"the article has “{there}” there, not “{one_line(mention.text, 40)}”; correct the one or the other")
    rest = {key: value for key, value in document.items() if key not in CASE.keys}
    if rest_of_text:
        rest["text"] = rest_of_text
    return Case(schema_version=document["schema"], article=article, claims=claims, **lists, **rest)


def _mentions(lists: Mapping[str, Any]) -> Iterator[tuple[toml.Path, Mention]]:
    """Every mention that a case file names by its place, with where it says so."""
    for i, entity in enumerate(lists["entities"]):
        yield from ((("entities", i, "mentions", j), mention) for j, mention in enumerate(entity.mentions))
    for i, tie in enumerate(lists["ties"]):
        if tie.mention is not None:
            yield ("ties", i, "mention"), tie.mention


def _claims(document: Mapping[str, Any], text: str, ready: Sequence[Claim | None]) -> tuple[Claim, ...]:
    """The claims of a document; of those that are `ready`, which is none or one a table, only the ids are looked at."""
    tables = tables_at(document, "claims")
    claims: list[Claim] = []
    seen: set[str] = set()
    for i, (table, known) in enumerate(zip(tables, ready or [None] * len(tables), strict=True)):
        try:
            claim = known or _claim(table, text)
            if claim.id in seen:
                raise MisfitError(("id",), f"another claim has the id {one_line(claim.id, 40)} too; give one of them an id of its own")
        except MisfitError as error:
            raise error.inside("claims", i) from None
        seen.add(claim.id)
        claims.append(claim)
    return tuple(claims)


def _claim(table: Mapping[str, Any], text: str) -> Claim:
    claim = claim_of(table, text)
    _refuse_untrue(claim, text)
    return claim


def _refuse_untrue(claim: Claim, text: str) -> None:
    key = stands(claim, text)
    if key is None:
        return
    column = CLAIM.column(str(key[0]))
    place = getattr(claim, column.part) if column.part else claim
    if not column.is_place or "text" in column.names:
        raise MisfitError(key, f"{key[0]} lies outside the article's words; correct it")
    there = one_line(text[place.start : place.end], 40)
    words = one_line(place.text, 40)
    raise MisfitError(key, f"{key[0]} names the words “{there}” of the article, not “{words}”; correct the one or the other")
