"""What the elements of a page are: blocks, initials, captions, what is only for those who hear it, what is set higher than the line."""

from __future__ import annotations

import re
from typing import Any

from factcheck.documents.containers import local
from factcheck.documents.pieces import Form, one_spaced
from factcheck.documents.signs import without_signs

TURNS = {
    "h1": Form.TITLE, **{f"h{n}": Form.HEADING for n in range(2, 7)}, "li": Form.ITEM, "dt": Form.ITEM, "dd": Form.ITEM,
    "figcaption": Form.PICTURE, "pre": Form.VERBATIM, "blockquote": Form.PARAGRAPH, "article": Form.PARAGRAPH, "table": Form.PARAGRAPH,
    "figure": Form.PARAGRAPH,
}  # fmt: skip
"""What the words in an element are, until one inside it says otherwise."""
_BLOCKS = frozenset(
    (
        *TURNS, "p", "div", "td", "th", "tr", "caption", "section", "header", "footer", "aside", "nav", "main", "ul", "ol",
        "dl", "hr", "address",
        "details", "summary", "form", "fieldset", "legend", "button", "option", "select", "textarea", "label", "center", "body", "dialog",
        "title", "text",
    )
)  # fmt: skip
_AS_BLOCK = re.compile(r"\bdisplay\s{0,3}:\s{0,3}(?:block|flex|grid|table)\b", re.IGNORECASE)
_FOR_EARS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|u-hidden-visually)(?:\s|$)", re.IGNORECASE)
_INITIAL = re.compile(r"drop-?cap|first-?letter|initial-?letter", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])captions?(?:[-_]{1,2}(?:text|content|wrap(?:per)?|container|body|block|full))?(?:\s|$)", re.IGNORECASE)
"""The class of what says what a picture shows: takes "wp-caption-text", "image__caption"; refuses "captioned", "caption-toggle"."""
_LONGEST_CAPTION = 600
_HOLDS_MORE = frozenset(("figcaption", "table", "blockquote", "pre", "h1", "h2", "h3", "li", "figure", "aside"))
"""What a figure may hold besides a picture and what it shows; a caption that is marked is one of these."""
NOTE = re.compile(r"\[?[\d*†‡§a-z]{1,3}(?:[,\s][\d*†‡§]{1,3})*\]?")
"""What a mark of a note says: takes "2", "[12]", "a", "1,2" and "†"; refuses "th" by _ORDINAL and "CO2"."""
_ORDINAL = re.compile(r"st|nd|rd|th|er|e|o|a|h|m|s", re.IGNORECASE)
_RAISED = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_POWER_OF = re.compile(r"(?:\b10|\b(?:k|c|m|d)?m|\bft|\bin)$")
"""What a raised number is a power of: takes "5 × 10" and "30 km", not "£98,000"."""

HEAD_LINE = re.compile(
    r"\b(?:19|20)\d\d\b|^(?:(?:written|words|text|story|report|reported|interview|posted|submitted) )?by:?\s", re.IGNORECASE
)
"""What a line above a story may say: takes "By: Jane Rowe", "Interview by Jane Rowe", "3 March 2026"; refuses "Stand by me"."""
_BOLD = frozenset(("b", "strong"))
_HEADING, _BELOW = 12, 8
"""Words of a heading that stands in one paragraph with the text below it, at most, and of that text, at least."""


def is_block(node: Any) -> bool:
    """Whether its words stand by themselves, by its name or its style."""
    return (node.tag in _BLOCKS or _AS_BLOCK.search(node.get("style") or "") is not None) and not is_initial(node)


def is_caption(node: Any) -> bool:
    """Whether it says what a picture shows: it is called a caption, or is all the words of a figure."""
    if node.tag == "figure":
        return not any(one.tag in _HOLDS_MORE for one in node.iterdescendants()) and not _is_linked(node)
    if node.tag not in ("p", "div", "span", "dd") or not _CAPTION.search(node.get("class") or ""):
        return False
    return len("".join(node.itertext())) <= _LONGEST_CAPTION and not any(one.tag in _HOLDS_MORE for one in node.iterdescendants())


def _is_linked(node: Any) -> bool:
    """Whether most of its words are links', as those of a teaser of another story are."""
    linked = sum(len("".join(one.itertext()).strip()) for one in node.iter("a"))
    return 2 * linked > len("".join(node.itertext()).strip())


def is_initial(node: Any) -> bool:
    """Whether it is a single letter that is set large at the beginning of a text."""
    return _INITIAL.search(node.get("class") or "") is not None and len(without_signs("".join(node.itertext())).strip()) == 1


def are_parted(before: Any, node: Any) -> bool:
    """Whether style sheets part two elements that stand side by side in a line: links, what follows a time, and names."""
    if before.tag == "time" or node.tag == before.tag == "a":
        return True
    if not node.tag == before.tag == "span":
        return False
    ends, begins = ("".join(one.itertext()) for one in (before, node))
    return ends[-2:].isalpha() and ends[-1:].islower() and begins[:1].isupper()


def opens_in_bold(line_end: Any, said: str) -> bool:
    """Whether all that a paragraph says before the end of a line is a heading in bold, with text below it: "About Us", not "Contact:"."""
    bold = line_end.getprevious()
    if bold is None or local(bold) not in _BOLD or (bold.tail or "").strip():
        return False
    words = without_signs(one_spaced("".join(bold.itertext())))
    is_line = 1 < len(words.split()) <= _HEADING and words[-1] not in ",:;-–—(" and not HEAD_LINE.search(words)
    if not is_line or one_spaced(said) != words or HEAD_LINE.search(without_signs(line_end.tail or "").strip()):
        return False
    below = (line_end.tail or "", *("".join(one.itertext()) + (one.tail or "") for one in line_end.itersiblings()))
    return sum(len(text.split()) for text in below) >= _BELOW


def is_for_ears(node: Any) -> bool:
    """Whether it is there only for those who hear the page."""
    if node.tag in ("title", "desc", "metadata"):
        return next(node.iterancestors("svg"), None) is not None
    return _FOR_EARS.search(node.get("class") or "") is not None


def raised(words: str, before: str) -> str | None:
    """What words say that are set higher than the line after others: a power, or nothing as the mark of a note; None for any other."""
    if words.lstrip("-+").isdigit() and _POWER_OF.search(before):
        return words.translate(_RAISED)
    is_ending = _ORDINAL.fullmatch(words) and before[-1:].isalnum() and not (words == "a" and before[-1:].isdigit())
    is_mark = before and NOTE.fullmatch(words) and not is_ending
    return "" if is_mark else None
