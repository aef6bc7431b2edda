"""Foot- and endnotes in markup: which elements are notes, which links are the marks that name them, and which lead back from them.

As Pandoc, Markdown's generators, WordPress, MediaWiki, word processors and makers of books write them; EPUB and DPUB-ARIA give them
roles. Without a role a mark and a note are a pair when a link that reads as a mark leads to an element further down that is called one, or
that leads back to the mark, which is raised.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import unquote

from factcheck.documents.comments import LONGEST
from factcheck.documents.containers import local
from factcheck.documents.pieces import one_spaced

NOTES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
"""What an element is called that is a note (EPUB SSV 1.1, DPUB-ARIA 1.1)."""
TO_NOTES = frozenset({"noteref", "doc-noteref", "backlink", "doc-backlink"})
MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z]|[ivxl]{1,5})[\])]?[.:]?|\[(?:note|nb|n) \d{1,3}\]|\W{1,3}\d{0,2}")
"""What a link to a note or back from it says: takes "3", "[12]", "[note 2]", "†", "↩", "↩2", "iv."; refuses "Note 3" and "page 4"."""
_CALLED = re.compile(
    r"(?<![a-z])(?:(?:sd)?(?:foot|end|side|rear)[-_]?notes?|notes?|ftnt?|edn|fn|cite[-_]note|refs?|references?|reflist|citations?|sources?)(?![a-z])",
    re.IGNORECASE,
)
"""The name of a note or of a block of notes: takes "fn:1", "_ftn2", "cite_note-3", "footnotes", "ref-1"; refuses "fnref1", "notebook"."""
_ONE = re.compile(r"(?:note|ftn|edn|fn)\D{0,12}\d{1,4}", re.IGNORECASE)
"""The name of one note: takes "sdfootnote1" and "ftn2"; refuses "footnotes"."""
_SET_IN = frozenset("p li div dd td aside blockquote".split())
"""Elements that a note can be."""
_IN_LINE = frozenset("span b i em strong sup small cite a".split())
_MOST_BACK = 100
"""Elements of what links back are set in, at most."""
_ABOVE = 4
"""Elements above a note of which one may say that it holds notes."""


@dataclass
class Footnotes:
    """The notes of some pages, each with a name of its own, their marks, and what leads back from them."""

    names: dict[Any, str] = field(default_factory=dict)
    marks: dict[Any, Any] = field(default_factory=dict)
    """The note that each link names."""
    back: set[Any] = field(default_factory=set)
    told: set[Any] = field(default_factory=set)
    """The notes that stand behind one of their marks already."""

    def marked_in(self, node: Any) -> list[Any]:
        """The notes whose marks are in an element, or are it."""
        return [self.marks[one] for one in node.iter() if one in self.marks]


def footnotes_in(pages: Mapping[str, Any]) -> Footnotes:
    """The notes of pages that belong together, by their names; links between them are followed by these."""
    found = Footnotes()
    order = {node: n for n, node in enumerate(node for tree in pages.values() for node in tree.iter() if isinstance(node.tag, str))}
    names = dict(_names(pages))
    targets = {node: target for node in order if local(node) == "a" and (target := _target(node, pages, names)) is not None}
    for node in order:
        if kinds(node) & NOTES:
            found.names[node] = f"note {len(found.names)}"
    said_to_be = set(found.names)
    meant: dict[Any, set[Any]] = {}
    short: dict[Any, bool] = {}
    for link, target in targets.items():
        note = _note_at(target, found, short) if _is_mark(link, target, order) else None
        plain = note is not None and (
            note in said_to_be or bool(kinds(link) & TO_NOTES) or _is_called_one(target, note) or _answers(note, link, targets)
        )
        if plain and not any(above is note for above in link.iterancestors()):
            found.marks[link] = note
            meant.setdefault(note, set()).add(target)
    shared = {
        note for note, at in meant.items() if len(at) > 1 and note not in said_to_be
    }  # several notes in one element, which nothing parts
    found.marks = {link: note for link, note in found.marks.items() if note not in shared}
    for note in found.marks.values():
        found.names.setdefault(note, f"note {len(found.names)}")
    near = {one for mark in found.marks for one in _near(mark)}
    for note in list(found.names):
        found.back |= {_whole(link, note) for link in note.iter() if _leads_back(link, targets.get(link), near, order)}
    return found


def kinds(node: Any) -> set[str]:
    """What an element is said to be (epub:type and role)."""
    if not isinstance(node.tag, str):
        return set()
    told = (value for key, value in node.attrib.items() if key == "role" or key.rpartition("}")[2].rpartition(":")[2] == "type")
    return {word for value in told for word in value.split()}


def _names(pages: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Any]]:
    for page, tree in pages.items():
        for node in tree.iter():
            for name in (node.get("name") if local(node) == "a" else None, node.get("id")) if isinstance(node.tag, str) else ():
                if name:
                    yield (page, name), node


def _target(link: Any, pages: Mapping[str, Any], names: Mapping[tuple[str, str], Any]) -> Any:
    """What a link leads to in these pages; one page alone is taken for the one that its links name, wherever it was kept."""
    before, sign, name = (link.get("href") or "").rpartition("#")
    if not sign or not name:
        return None
    page = next((page for page, tree in pages.items() if tree is link.getroottree().getroot() or tree is link), "")
    if before and len(pages) > 1:
        page = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(before)))
    return names.get((page, name)) if (page, name) in names else names.get((page, unquote(name)))


def _is_mark(link: Any, target: Any, order: Mapping[Any, int]) -> bool:
    words = one_spaced("".join(link.itertext()))
    return order[target] > order[link] and (bool(kinds(link) & TO_NOTES) or (words != "" and MARK.fullmatch(words) is not None))


def _note_at(target: Any, found: Footnotes, short: dict[Any, bool]) -> Any:
    """The note that an element is, or is in; None where it is in none. `short` keeps of elements whether they can be one."""
    around = (target, *target.iterancestors())
    told = next((one for one in around if one in found.names), None)
    if told is not None:
        return told
    note = next((one for one in around if local(one) in _SET_IN), None)
    while note is not None and (above := note.getparent()) is not None and local(above) in _SET_IN and _is_one(note, above):
        note = above
    if note is None or not _remembered(note, short):
        return None
    return note


def _is_called_one(target: Any, note: Any) -> bool:
    """Whether a note, or what is around it, is called one."""
    called = (target, note, *islice(note.iterancestors(), _ABOVE))
    return any(_CALLED.search(" ".join((*kinds(one), *(one.get(key) or "" for key in ("id", "class", "name"))))) for one in called)


def _answers(note: Any, mark: Any, targets: Mapping[Any, Any]) -> bool:
    """Whether a mark is raised, and what it leads to leads back to it."""
    raised = any(local(one) == "sup" for one in (*mark.iter(), *islice(mark.iterancestors(), 1)))
    return raised and not {targets[link] for link in note.iter() if link in targets}.isdisjoint(_near(mark))


def _remembered(node: Any, short: dict[Any, bool]) -> bool:
    if node not in short:
        short[node] = _is_short(node)
    return short[node]


def _is_short(node: Any) -> bool:
    room = LONGEST
    for text in node.itertext():
        room -= len(text)
        if room < 0:
            return False
    return True


def _is_one(note: Any, above: Any) -> bool:
    """Whether what is around a paragraph of a note is that note."""
    return (local(note) == "p" and local(above) == "li") or _ONE.search(f"{above.get('id') or ''}") is not None


def _near(mark: Any) -> Iterator[Any]:
    """What a link back to a mark may lead to: it, what is in it, beside it, or close around it."""
    yield from mark.iter()
    yield from (one for one in (mark.getprevious(), mark.getnext()) if one is not None)
    yield from islice(mark.iterancestors(), 2)


def _leads_back(link: Any, target: Any, near: set[Any], order: Mapping[Any, int]) -> bool:
    if local(link) != "a":
        return False
    if kinds(link) & {"backlink", "doc-backlink"} or target in near:
        return True
    return target is not None and order[target] < order[link] and MARK.fullmatch(one_spaced("".join(link.itertext()))) is not None


def _whole(link: Any, note: Any) -> Any:
    """A link back, with what is set around such links alone: "^ a b"."""
    for above in list(islice(link.iterancestors(), _ABOVE)):
        inside = list(islice(above.iter(), _MOST_BACK + 1))
        if above is note or local(above) not in _IN_LINE or len(inside) > _MOST_BACK:
            break
        in_links = sum(_letters(one) for one in inside if local(one) == "a")
        if _letters(above) > in_links:
            break
        link = above
    return link


def _letters(node: Any) -> int:
    return sum(char.isalnum() for text in node.itertext() for char in text)
