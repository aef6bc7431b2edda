"""Runs of words with capitals that may be names, with the small words, hyphens and nicknames that stand inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.calendar import MONTH_OF, WEEKDAY_OF
from factcheck.language.given_names import is_given
from factcheck.language.honorifics import is_honorific
from factcheck.language.inflection import singular
from factcheck.language.lexicon import words

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token, Tree

_FIELDS = words("name_parts", "fields")
_PAPERS = words("name_parts", "papers")
_ON = words("name_parts", "on")
_OFFICES = roles.BODIES | roles.BODY_ENDINGS
_CONNECTORS = words("name_parts", "particles") | {"of", "&"}
_DAYS_AND_MONTHS = frozenset((*MONTH_OF, *WEEKDAY_OF, "christmas", "easter"))
_MONTHS_AND_NAMES = words("calendar", "months_and_names")
_BEFORE_MONTHS = words("small_words", "before_months")
_MINISTRY = re.compile(r"[A-Z][a-z][A-Z]")
"""Letters of a body with a small word between them, which the parser takes for a noun: "MoD", "DfE"."""
_ODD_PLURALS = {"women": "woman", "men": "man", "children": "child", "policemen": "policeman", "fishermen": "fisherman"}
_PATRONS = frozenset(("king", "queen", "prince", "princess", "trinity"))
_SAINTS = frozenset(("st", "saint"))
_MAX_JOINTS = 3
"""Small words in a row inside a name: "Juana de la Cruz"."""


def runs_of(tree: Tree) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns, with what may stand inside a name ("of", "van", "&", a hyphen)."""
    i, size = 0, len(tree)
    while i < size:
        if not _in_name(tree[i]):
            i += 1
            continue
        if _ends_an_office(tree, i):
            i += 1  # "Minister of Employment and Labour | Nomakhosa Meth"
        j = i + 1
        while j < size:
            if _in_name(tree[j]):
                j += 1
            elif tree[j].lower == "of" and _is_person(tree, i, j):
                break  # "Owen Pell | of North Calder Police"
            elif (
                (after := _past_joints(tree, j)) is not None
                or (after := _past_members(tree, j)) is not None
                or (after := _past_nickname(tree, j)) is not None
                or (after := _past_and(tree, i, j)) is not None
            ):
                j = after + 1
            else:
                break
        yield i, j
        i = j


def _ends_an_office(tree: Tree, i: int) -> bool:
    """Whether a word ends what an office is for, with a name behind it: "Minister for Health | Mary Harn", "… and Labour | Ann Lee"."""
    if i < 2 or i + 2 >= len(tree) or tree[i].lower not in _FIELDS or tree[i - 1].lower not in {"and", "&", "for"}:
        return False
    of = next((n for n in range(i - 1, max(0, i - 6), -1) if tree[n].lower in {"of", "for"}), 0)
    return of > 0 and roles.role_of(tree[of - 1].lemma) and _in_name(tree[i + 1]) and _in_name(tree[i + 2])


def _is_person(tree: Tree, first: int, last: int) -> bool:
    """Whether the words of a run are a given name and a surname, with a title perhaps."""
    given = next((i for i in range(first, last - 1) if is_given(tree[i].text)), None)
    return given is not None and 2 <= last - given <= 3 and tree[last - 1].lower not in roles.BODY_ENDINGS


def _past_joints(tree: Tree, i: int) -> int | None:
    """Where the name goes on behind the small words in it: Ursula | von der | Leyen."""
    j = i
    while j + 1 < len(tree) and j - i < _MAX_JOINTS and _joins(tree, j):
        j += 1
        if _in_name(tree[j]):
            return j
    return None


def _past_members(tree: Tree, i: int) -> int | None:
    """Where the name of a body goes on behind the genitive of those in it, or of its patron: "Women | 's | Council", "King's College"."""
    mark = tree[i]
    if mark.form != "genitive" or i + 1 >= len(tree) or not _in_name(tree[i + 1]):
        return None
    member = singular(tree[i - 1].lower) or _ODD_PLURALS.get(tree[i - 1].lower, "")
    members = roles.role_of(member) and member != tree[i - 1].lower
    patron = tree[i - 1].lower in _PATRONS or (i > 1 and tree[i - 2].lower.rstrip(".") in _SAINTS)
    last = i + 1
    while last + 1 < len(tree) and _in_name(tree[last + 1]):
        last += 1
    ends = any(t.lower in roles.BODY_ENDINGS for t in tree[i + 1 : last + 1])
    return i + 1 if ends and (members or patron) else None


def _past_nickname(tree: Tree, i: int) -> int | None:
    """Where the name goes on behind a nickname in marks: Robert | “Bo” | Tanner."""
    if not (tree[i].is_quote or (tree[i].text == "(" and is_given(tree[i - 1].text))):
        return None  # "the Teachers' Union (Knut) Meru secretary": letters for what stands before them
    end = next((j for j in range(i + 2, min(len(tree) - 1, i + 5)) if tree[j].is_quote or tree[j].text == ")"), None)
    if end is None or not all(t.text[0].isupper() for t in tree[i + 1 : end]) or not _in_name(tree[end + 1]):
        return None
    return end + 1


def _past_and(tree: Tree, first: int, last: int) -> int | None:
    """Where the name of a body or a law goes on behind its "and": "Ministry of Health | and | Welfare", "Relief | and | Aid Act"."""
    if last + 1 >= len(tree) or tree[last].lower not in {"and", "&"} or not _in_name(tree[last + 1]):
        return None
    end = last + 1
    while end + 1 < len(tree) and _in_name(tree[end + 1]):
        end += 1
    run, rest = [t.lower for t in tree[first:last]], tree[last + 1 : end + 1]
    of = next((n for n, word in enumerate(run) if word in {"of", "for"}), 0)
    office = of > 0 and (singular(run[of - 1]) or run[of - 1]) in _OFFICES
    fields = office and all(t.lower in _FIELDS for t in rest)
    paper = len(rest) > 1 and rest[-1].lower in _PAPERS and first > 0 and tree[first - 1].lower == "the"
    members = len(rest) > 1 and all(singular(t.lower) for t in (tree[last - 1], rest[0])) and rest[-1].lower in roles.BODY_ENDINGS
    return end if fields or members or paper else None


def _in_name(token: Token) -> bool:
    text = token.text
    if token.relation == "adverbial clause" and text.endswith("ing"):
        return False  # "Sentencing | Hart, the judge said …"
    given = token.relation == "compound" and token.head.part == "proper noun" and is_given(text)  # "Raj", read as an adverb
    named = token.part == "proper noun" or given or (token.part == "noun" and _MINISTRY.fullmatch(text) is not None)
    return text[0].isupper() and named and not is_time(token)


def is_time(token: Token) -> bool:
    """A day or month; "May" and "April" are, unless they stand where a name does ("Theresa May", "April Jones")."""
    word = token.lower.rstrip(".")
    if word in _MONTHS_AND_NAMES:
        before = token.tree[token.i - 1] if token.i else None
        after = token.tree[token.i + 1] if token.i + 1 < len(token.tree) else None
        dated = before is not None and (before.lower in _BEFORE_MONTHS or before.text[0].isdigit())
        return dated or (after is not None and after.text[0].isdigit())
    titled = 0 < token.i < len(token.tree) - 1 and is_honorific(token.nbor(-1).text) and token.nbor(1).part == "proper noun"
    return word in _DAYS_AND_MONTHS and not titled  # "Mr Sunday Okpara"


def _joins(tree: Tree, i: int) -> bool:
    token = tree[i]
    if token.text == "." and i and is_honorific(tree[i - 1].text):
        return True  # "Hon. Gift Amadi"
    if token.text in {"-", "‑"}:
        return not token.spaced and not tree[i - 1].spaced
    if token.lower not in {"for", "on"} or not i:
        return token.lower in _CONNECTORS
    before = singular(tree[i - 1].lower) or tree[i - 1].lower
    return before in roles.BODY_ENDINGS if token.lower == "for" else before in _ON
