"""What a page in HTML shows, block by block in its order: each with its form, and what of it is hidden, struck out or a mark."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from factcheck.documents.elements import (
    HEAD_LINE,
    NOTE,
    TURNS,
    are_parted,
    is_block,
    is_caption,
    is_for_ears,
    is_initial,
    opens_in_bold,
    raised,
)
from factcheck.documents.flat import as_paragraphs, flatten, is_cut_off, unloaded
from factcheck.documents.footnotes import Footnotes, footnotes_in
from factcheck.documents.names import leads_to_writer
from factcheck.documents.pagehung import Hanging, Hangings, without_places
from factcheck.documents.pieces import Form, Reason, UnreadableError, one_spaced
from factcheck.documents.signs import sign_of
from factcheck.documents.tables import is_data, set_in_lines

_NEVER_SHOWN = frozenset(("script", "style", "head", "meta", "link"))
_NOT_SHOWN = frozenset(("template", "noscript", "iframe", "object", "video", "audio", "canvas", "datalist"))
"""Elements that show something else than the words in them, where the browser can."""
_STRUCK = frozenset(("del", "s", "strike"))

_NO_DISPLAY = re.compile(r"\b(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all)", re.IGNORECASE)
_LINE_THROUGH = re.compile(r"\btext-decoration(?:-line)?\s{0,3}:\s{0,3}line-through", re.IGNORECASE)
_NEW_TAB = re.compile(r",?\s{0,3}\(?opens (?:in )?(?:a )?new (?:tab|window|browser)\)?\s{0,3}\Z", re.IGNORECASE)
"""What a link says of itself behind its words: takes ", opens new tab", "(opens in a new window)"; refuses "opens a new chapter"."""
_MARKS = re.compile(r"(?:^|[\s_-])(?:(?:foot|end)?note|fn)[-_]?(?:ref(?:erence)?|mark|number|anchor)(?:$|\s)", re.IGNORECASE)
"""The class of the mark of a note: takes "note-ref", "footnote-mark"; refuses "note"."""
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
"""A character that was escaped twice, and so is shown as "&#8217;"."""
_ESCAPED = re.compile(r"</(?:p|div|b|i|em|strong|a|span|li|h[1-6])>|<br ?/?>", re.IGNORECASE)
"""Markup that was escaped, and so is shown as "</p>"."""
_NO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
_LINE, _CELL = "\v", "\f"
"""How a line's and a cell's end are kept until a block ends; in a page's own words both are white space."""

_MOST_LINES, _SHORT = 6, 14
"""Lines of the head of a story that are set as one paragraph, and words of each, at most."""
_LOOK_BACK = 40
"""Characters at the end of a link's words in which it may say where it opens."""
_LOOK = 8
"""Runs of a block that are looked back at, to tell what a raised number or a single letter hangs on."""
_TELLING = ("class", "itemprop", "rel", "pubdate")
"""Attributes that may say of an element that it tells when a page was published, or by whom."""
_WORDS_OF_ONE_LETTER = ("A", "I", "O")


@dataclass(frozen=True)
class Block:
    """Words of a page that stand together. Blocks of one `number` were told apart only here, and are taken or left together."""

    words: str
    form: Form
    number: int
    why: Reason | None = None
    hung: tuple[Hanging, ...] = ()
    note: str | None = None
    """The name of the note that it is of."""
    cited: bool = False
    """Whether it is set as what somebody says."""
    linked: bool = False
    """Whether most of it is a link."""


@dataclass
class Shown:
    """What a page shows, and the elements of it that may tell a time or a name, with the number of the block that is next."""

    blocks: list[Block] = field(default_factory=list)
    spots: list[tuple[int, Any]] = field(default_factory=list)


def tree_of(markup: str) -> Any:
    """A page as a tree. Raises UnreadableError for what has none."""
    markup = unloaded(markup)
    tree = _parsed(markup)
    if is_cut_off(tree):
        tree = _parsed(as_paragraphs(markup))
    flatten(tree)
    return tree


def _parsed(markup: str) -> Any:
    from lxml import html

    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (ValueError, html.etree.ParserError) as error:
        raise UnreadableError("it has no words in it") from error


def shown(tree: Any, region: Callable[[Any], Reason | None] = lambda _: None, base: str | None = None) -> Shown:
    """What a page shows. Its tree is rid of comments, signed with the numbers of the blocks, and rid of what is not shown.

    `region` says of an element why what it holds is no part of the text; `base` is the page's address, where that is known.
    """
    from lxml import etree

    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    walk = _Walk(region, Hangings(footnotes_in({"": tree}), base))
    walk.through(tree)
    for node in walk.unseen:
        if node.getparent() is not None:
            node.drop_tree()
    return walk.shown


class _Walk:
    """One way through a page. Words are gathered in runs, each with why it is left out, until a block ends."""

    def __init__(self, region: Callable[[Any], Reason | None], hangings: Hangings, *, escaped: bool = False) -> None:
        self._hangings = hangings
        self._notes: list[Any] = []
        """The notes around the words."""
        self.shown = Shown()
        self.unseen: list[Any] = []
        self._region = region
        self._escaped = escaped
        self._runs: list[tuple[str, Reason | None]] = []
        self._forms = [Form.PARAGRAPH]
        self._whys: list[Reason | None] = [None]
        self._data: dict[Any, bool] = {}
        self._number = 0
        self._cited = 0
        self._links = 0
        """The links around the words."""
        self._linked = 0
        """How many letters of the block are a link's."""
        self._behind_initial = False

    def through(self, tree: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(tree, events=("start", "end"))
        skipped: set[Any] = set()
        for event, node in walk:
            if event == "start":
                if node.tag in _NEVER_SHOWN or self._is_mark(node) or (node.tag == "sup" and self._raised(node)):
                    walk.skip_subtree()
                    skipped.add(node)
                    self._spot(node)
                else:
                    self._start(node)
                continue
            if node in skipped:
                skipped.discard(node)
            else:
                self._end(node)
            if node is not tree:
                node.tail = self._read(node.tail)
        self._flush()

    def _start(self, node: Any) -> None:
        if is_block(node):
            self._part(within=self._forms[-1])
            self._notes += [node] if node in self._hangings.notes.names else []
            self._forms.append(self._form(node))
            self._cited += node.tag == "blockquote"
        elif node.tag == "br":
            if self._runs and self._forms[-1] is Form.PARAGRAPH and opens_in_bold(node, self._own()):
                self._flush(Form.HEADING)
            else:
                self._break()
        elif node.tag == "time" or ((before := node.getprevious()) is not None and not before.tail and are_parted(before, node)):
            self._runs.append((" ", self._whys[-1]))
        why = self._whys[-1] or self._why(node)
        if why in (Reason.HIDDEN, Reason.STRUCK) and self._whys[-1] is None:
            self.unseen.append(node)
        self._whys.append(why)
        self._links += node.tag == "a"
        if node.tag == "a" and why is None and (sign := self._hangings.begins(node)):
            self._runs.append((sign, why))
        self._spot(node)
        node.text = self._read(node.text)

    def _end(self, node: Any) -> None:
        if is_initial(node):
            self._behind_initial = True
        self._links -= node.tag == "a"
        if node.tag == "a" and (sign := self._hangings.ends(node)):
            self._runs.append((sign, None))
        if is_block(node):
            self._part(within=self._forms[-2])
            self._forms.pop()
            self._cited -= node.tag == "blockquote"
            if self._notes and self._notes[-1] is node:
                self._notes.pop()
        self._whys.pop()
        if node.tag in ("td", "th") and self._forms[-1] is Form.ROW:
            self._runs.append((_CELL, None))

    def _spot(self, node: Any) -> None:
        if (
            node.tag in ("time", "script")
            or leads_to_writer(node)
            or any(name.startswith("data-") or name in _TELLING for name in node.attrib)
        ):
            self.shown.spots.append((self._number, node))

    def _form(self, node: Any) -> Form:
        if self._forms[-1] is Form.ROW:
            return Form.ROW
        if self._notes:
            return Form.NOTE
        if node.tag == "tr" and (table := next(node.iterancestors("table"), None)) is not None:
            if table not in self._data:
                self._data[table] = is_data(table)
            if self._data[table]:
                return Form.ROW
        if is_caption(node):
            return Form.PICTURE
        return TURNS.get(node.tag, self._forms[-1])

    def _why(self, node: Any) -> Reason | None:
        """Why what an element holds is no part of the text."""
        style = node.get("style") or ""
        if node.tag in _STRUCK or _LINE_THROUGH.search(style):
            return Reason.STRUCK
        if node.tag in ("html", "body"):
            return None  # scripts unveil them
        hidden = node.tag in _NOT_SHOWN or node.get("hidden") is not None or (node.tag == "dialog" and node.get("open") is None)
        if hidden or _NO_DISPLAY.search(style) or is_for_ears(node) or self._is_kept_from_ears(node):
            return Reason.HIDDEN
        return self._region(node)

    def _is_kept_from_ears(self, node: Any) -> bool:
        """Whether it is kept from those who hear the page, and neither part of a word nor what those see who do not."""
        if node.get("aria-hidden") != "true":
            return False
        if is_block(node):
            return True
        before, after = node.getprevious(), node.getnext()
        around = [one for one, text in ((before, getattr(before, "tail", None)), (after, node.tail)) if one is not None and not text]
        if any(is_for_ears(one) or one.get("aria-hidden") == "true" for one in around):
            return False
        return not (self._own()[-1:].isalnum() or (node.tail or "")[:1].isalnum())

    def _is_mark(self, node: Any) -> bool:
        """Leave out a link to a note, which hangs there, or back from one."""
        words = "".join(node.itertext()) if node.tag in ("span", "a") and _MARKS.search(node.get("class") or "") else ""
        is_called = NOTE.fullmatch(words.strip()) is not None and self._own().strip() != ""
        if not is_called and node not in self._hangings.notes.marks and node not in self._hangings.notes.back:
            return False
        self._leave_mark(node, words or "".join(node.itertext()))
        return True

    def _leave_mark(self, node: Any, words: str) -> None:
        why = self._whys[-1]
        if why is None and (signs := self._hangings.marks(node)):
            self._runs.append((signs, None))
        self._runs.append((f" {words} ", why or Reason.MARK))
        self.unseen.append(node)

    def _raised(self, node: Any) -> bool:
        """Take in a raised number as one, and leave out the mark of a note."""
        words = one_spaced("".join(node.itertext()))
        said = raised(words, self._own().rstrip())
        if said is None:
            return False
        if said:
            self._runs.append((said, self._whys[-1]))
        else:
            self._leave_mark(node, words)
        return True

    def _own(self) -> str:
        """The last of what was gathered for the block."""
        return without_places("".join(text for text, why in self._runs[-_LOOK:] if why is self._whys[-1]))

    def _read(self, text: str | None) -> str | None:
        """Take in text; what the tree is to have in its place has the sign of its block."""
        if not text:
            return text
        text = without_places(text)
        if self._links and self._whys[-1] is None and (tab := _NEW_TAB.search(text[-_LOOK_BACK:])):
            at = len(text) - len(tab[0])
            self._runs += [(text[:at], None), (tab[0], Reason.HIDDEN)]
            return sign_of(self._number) + text[:at] if text[:at].strip() else ""
        self._linked += len(text.strip()) if self._links else 0
        if self._behind_initial and text.strip():
            self._behind_initial = False
            if text.lstrip()[:1].islower() and self._own().strip()[-1:] not in _WORDS_OF_ONE_LETTER:
                text = text.lstrip()
                self._runs[-1] = (self._runs[-1][0].rstrip(), self._runs[-1][1])
        why = self._whys[-1]
        self._runs.append((text, why))
        return text if why is not None or not text.strip() else sign_of(self._number) + text

    def _break(self) -> None:
        before = without_places("".join(text for text, _ in self._runs[-3:])).rstrip(" \t\r\n\xa0")
        if before.endswith(_LINE) and self._forms[-1] not in (Form.VERBATIM, Form.ROW):
            self._flush()
        else:
            self._runs.append(("\n" if self._forms[-1] is Form.VERBATIM else _LINE, self._whys[-1]))

    def _part(self, within: Form) -> None:
        """A block begins or ends here: within a row that is white space, and behind an initial nothing."""
        if within is Form.ROW:
            self._runs.append((" ", self._whys[-1]))
        elif not self._behind_initial:
            self._flush()

    def _flush(self, form: Form | None = None) -> None:
        """The block ends: of the form in which it stands, or another one."""
        runs, self._runs, self._behind_initial = self._runs, [], False
        own = list(self._blocks("".join(text for text, why in runs if why is None), None, form or self._forms[-1]))
        self._linked = 0
        self.shown.blocks += own
        for why, group in groupby(runs, key=lambda run: run[1]):
            self.shown.blocks += self._blocks("".join(text for text, _ in group), why, self._forms[-1]) if why is not None else ()
        self._number += bool(own)

    def _blocks(self, text: str, why: Reason | None, form: Form) -> Iterator[Block]:
        if not text.strip():
            return
        if not self._escaped and _ESCAPED.search(text) and (within := self._within(without_places(text))):
            yield from (replace(block, number=self._number, why=block.why or why) for block in within)
            return
        for one, words in set_in_lines(text) if form is Form.VERBATIM else [(form, _line(text))]:
            words = _ENTITY.sub(lambda found: entities.unescape(entities.unescape(found[0])), words)
            words, hung = self._hangings.placed(_NO_WIDTH.sub("", words).strip())
            if words:
                note = self._hangings.notes.names[self._notes[-1]] if self._notes else None
                is_link = 2 * self._linked > len(words)
                yield Block(words, one, self._number, why, hung if why is None else (), note, self._cited > 0, is_link)

    def _within(self, text: str) -> list[Block]:
        """The blocks of markup that was escaped; none for what is no markup after all."""
        walk = _Walk(self._region, Hangings(Footnotes()), escaped=True)
        with suppress(UnreadableError):
            walk.through(tree_of(text.replace(_LINE, "<br>")))
        return walk.shown.blocks


def _line(text: str) -> str:
    """The words in one line, tabs between cells; short lines stay such where one of them says who wrote it, or when."""
    lines = [words for line in text.split(_LINE) if (words := one_spaced(line))] if _CELL not in text else []
    if 1 < len(lines) <= _MOST_LINES and all(len(line.split()) <= _SHORT for line in lines) and any(map(HEAD_LINE.search, lines)):
        return "\n".join(lines)
    return "\t".join(words for cell in text.split(_CELL) if (words := one_spaced(cell)))
