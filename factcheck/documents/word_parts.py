"""What a Word document is made of besides its text: its parts and what ties them together (ECMA-376, parts 1 and 2), and its styles."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from factcheck.documents.containers import Package, local, parsed
from factcheck.documents.links import web_address
from factcheck.documents.pieces import Form, UnreadableError
from factcheck.documents.properties import STYLES

_MAIN = "word/document.xml"
_OFF = frozenset(("0", "false", "off", "none"))
_DEEPEST = 20
"""Styles above a style, each the ground of the one before."""


def attribute(node: Any, name: str) -> str:
    """An attribute, whatever its namespace; empty where there is none."""
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def child(node: Any, *names: str) -> Any:
    """What stands in an element, and in that, by their names; None where there is none."""
    for name in names:
        node = next((one for one in node if local(one) == name), None) if node is not None else None
    return node


def is_on(properties: Any, *names: str) -> bool | None:
    """Whether one of some properties is set, or set off; None when none is mentioned."""
    found = [attribute(node, "val").lower() not in _OFF for node in properties if local(node) in names] if properties is not None else []
    return any(found) if found else None


class Parts:
    """The parts of a Word document, found by their relations, whatever they are called."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self._addresses: dict[str, dict[str, str]] = {}
        """What the relations of each part lead to outside the document."""
        self._roots: dict[str, Any] = {}
        self.main = next(iter(self.related("", "officeDocument")), _MAIN)
        self.now = self.main
        """The part whose text is read."""

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts of a kind that a part is tied to; by custom, where it is tied to none."""
        found = [name for sort, name in self._relations_of(part).values() if sort == kind and self._package.has(name)]
        custom = posixpath.join(posixpath.dirname(part), f"{kind}.xml")
        return found or ([custom] if part and self._package.has(custom) else [])

    def target(self, relation: str) -> str | None:
        """The name of the part that a relation of the part that is read leads to."""
        name = self._relations_of(self.now).get(relation, ("", ""))[1]
        return name if self._package.has(name) else None

    def address(self, relation: str) -> str | None:
        """The address on the web that a relation of the part that is read leads to."""
        self._relations_of(self.now)
        return web_address(self._addresses[self.now].get(relation))

    def root(self, name: str) -> Any:
        """A part as XML. Raises UnreadableError."""
        if name not in self._roots:
            self._roots[name] = parsed(self.read(name))
        return self._roots[name]

    def roots(self, kind: str) -> list[tuple[str, Any]]:
        """The parts of a kind that the main part is tied to, with their names."""
        return [(name, self.root(name)) for name in dict.fromkeys(self.related(self.main, kind))]

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises UnreadableError."""
        return self._package.read(name)

    def core(self) -> Any:
        """What the document says of itself, as XML; None where it says nothing."""
        name = next(iter(self.related("", "core-properties")), "docProps/core.xml")
        return self.root(name) if self._package.has(name) else None

    def _relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        if part not in self._relations:
            folder, base = posixpath.split(part)
            name = posixpath.join(folder, "_rels", f"{base}.rels")
            nodes = [node for node in self.root(name) if local(node) == "Relationship"] if self._package.has(name) else []
            self._addresses[part] = {
                attribute(node, "Id"): attribute(node, "Target") for node in nodes if attribute(node, "TargetMode") == "External"
            }
            self._relations[part] = {
                attribute(node, "Id"): (attribute(node, "Type").rpartition("/")[2], _joined(folder, attribute(node, "Target")))
                for node in nodes
                if attribute(node, "TargetMode") != "External"
            }
        return self._relations[part]


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


@dataclass(frozen=True)
class Look:
    """What a style makes of words, as far as it says so, and of which form a paragraph in it is."""

    name: str = ""
    form: Form | None = None
    hidden: bool = False
    struck: bool = False
    high: bool = False
    listed: bool = False
    language: str = ""


class Styles:
    """The styles of a document, each with what it has from those that it is based on."""

    def __init__(self, parts: Parts) -> None:
        self._nodes: dict[str, Any] = {}
        self._looks: dict[str, Look] = {}
        for _, root in parts.roots("styles"):
            self._nodes |= {attribute(node, "styleId"): node for node in root if local(node) == "style"}

    def look(self, style: str) -> Look:
        """What a style looks like, by its id; an id that is in no list of styles is taken for its name."""
        if style not in self._looks:
            self._looks[style] = self._made(style)
        return self._looks[style]

    def _made(self, style: str) -> Look:
        chain: list[Any] = []
        above, seen = style, set[str]()
        while above in self._nodes and above not in seen and len(chain) < _DEEPEST:
            seen.add(above)
            chain.append(self._nodes[above])
            based = child(chain[-1], "basedOn")
            above = attribute(based, "val") if based is not None else ""
        names = [attribute(name, "val").casefold() for node in chain if (name := child(node, "name")) is not None] or [style.casefold()]
        paragraph, run = [child(node, "pPr") for node in chain], [child(node, "rPr") for node in chain]
        return Look(
            names[0],
            next((form for name in names if (form := _form(name))), None) or next((f for one in paragraph if (f := outlined(one))), None),
            _first(run, "vanish"), _first(run, "strike", "dstrike"),
            any(is_high(one) for one in run[:1]), any(child(one, "numPr") is not None for one in paragraph if one is not None),
            next((language for one in run if (language := told_language(one))), ""),
        )  # fmt: skip


def _first(properties: list[Any], *names: str) -> bool:
    return next((on for one in properties if (on := is_on(one, *names)) is not None), False)


def _form(name: str) -> Form | None:
    if name.startswith("heading ") or (name.startswith("heading") and name[7:].isdecimal()):
        return Form.TITLE if name.removeprefix("heading").strip() == "1" else Form.HEADING
    return Form.FURNITURE if name.startswith("toc ") else STYLES.get(name)


def outlined(properties: Any) -> Form | None:
    """The form of a paragraph by its level in the outline, where it has one: 9 is that of the text."""
    level = child(properties, "outlineLvl") if properties is not None else None
    value = attribute(level, "val") if level is not None else ""
    return None if not value.isdecimal() or int(value) > 8 else Form.HEADING if int(value) else Form.TITLE


HIGH = 5
"""Half points above the line from which words are set high."""


def is_high(properties: Any) -> bool:
    """Whether words are set above the line, by name or, as LibreOffice has it, by some half points."""
    node = child(properties, "vertAlign") if properties is not None else None
    moved = child(properties, "position") if properties is not None else None
    lifted = attribute(moved, "val") if moved is not None else ""
    return (node is not None and attribute(node, "val") == "superscript") or (lifted.isdecimal() and int(lifted) >= HIGH)


def told_language(properties: Any) -> str:
    """The language that properties of words give them."""
    node = child(properties, "lang") if properties is not None else None
    return attribute(node, "val") if node is not None else ""


def body_of(root: Any) -> Any:
    """The body of a main part. Raises UnreadableError when there is none."""
    body = next((node for node in root if local(node) == "body"), None)
    if body is None:
        raise UnreadableError("it is incomplete, or damaged")
    return body
