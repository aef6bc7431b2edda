"""Plain tables merged three ways: key by key, and entry by entry in lists to which both sides add. Nothing of either side is lost."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from factcheck.casefile.toml import Table, same

Side = Literal["ours", "theirs"]

_OTHER = re.compile(r"(.+)_other(_[0-9]{1,3})?")  # takes "gist_other", "unit_other_2"; refuses "gist", "other"


def merge_keys(
    base: Mapping[str, Any],
    ours: Mapping[str, Any],
    theirs: Mapping[str, Any],
    groups: Sequence[tuple[str, ...]],
    clashes: list[str],
    prefer: Mapping[tuple[str, ...], Side],
    apart: Collection[tuple[str, ...]] = (),
) -> Table:
    """Key by key, or group by group, what both sides made of a table.

    Where both changed the same key, the value that stays does not depend on which side is which; the other stands under the key with
    `_other`, and the key is added to `clashes`. In a group for which a side is preferred, the other side's value is dropped. In one that
    is `apart`, nothing is dropped, but no key is kept beside that the other side did not change: it may have been taken back here.
    """
    grouped = {key: group for group in groups for key in group}
    ours, theirs = _without_taken_back(base, ours, theirs, grouped), _without_taken_back(base, theirs, ours, grouped)
    merged: Table = {}
    done: set[tuple[str, ...]] = set()
    for key in (*ours, *(key for key in theirs if key not in ours)):
        group = grouped.get(key, (key,))
        if key in merged or group in done:
            continue
        done.add(group)
        b, o, t = ({k: side[k] for k in group if k in side} for side in (base, ours, theirs))
        if same(o, t) or same(t, b):
            merged |= o
        elif same(o, b):
            merged |= t
        elif len(group) == 1 and (inner := _merge_inside(b.get(key), o.get(key), t.get(key), clashes)) is not None:
            merged[key] = inner
        else:
            kept, other = _winner(o, t, prefer.get(group))
            merged |= kept
            beside = {k: v for k, v in other.items() if not same(v, kept.get(k))} if group not in prefer or group in apart else {}
            if group in apart:
                beside = {k: v for k, v in beside.items() if not same(v, b.get(k))}
            for k, v in beside.items():
                merged[_free(f"{k}_other", v, ours, theirs, merged)] = v
            clashes += beside
    return _inorder_of(merged, ours, theirs)


def besides(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The keys under which a merge kept another value: each with the key that it is the other value of, and which of several it is."""
    for name in table:
        if found := _OTHER.fullmatch(name):
            yield name, found[1], found[2] or ""


def _without_taken_back(
    base: Mapping[str, Any], side: Mapping[str, Any], other: Mapping[str, Any], grouped: Mapping[str, tuple[str, ...]]
) -> Mapping[str, Any]:
    """One side without what an earlier merge kept beside there, where that is what the other side had then, and has changed since."""
    kept: dict[tuple[tuple[str, ...], str], list[tuple[str, str]]] = {}
    for name, key, nth in besides(side):
        if not same(side[name], base.get(name)):
            kept.setdefault((grouped.get(key, (key,)), nth), []).append((name, key))
    back = {
        name
        for (group, _), names in kept.items()
        if all(same(side[name], base.get(key)) for name, key in names) and any(not same(base.get(key), other.get(key)) for key in group)
        for name, _ in names
    }
    return {key: value for key, value in side.items() if key not in back} if back else side


def _merge_inside(base: Any, ours: Any, theirs: Any, clashes: list[str]) -> Any:
    """Tables inside a table are merged in their turn, arrays of tables entry by entry; None for anything else."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return merge_keys(base if isinstance(base, dict) else {}, ours, theirs, (), clashes, {})
    if _tables(ours) and _tables(theirs):
        return union(base if _tables(base) else [], ours, theirs)
    return None


def _tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _winner(ours: Table, theirs: Table, prefer: Side | None) -> tuple[Table, Table]:
    """The value that stays and the one beside it: the same two whichever side is asked."""
    if prefer is not None:
        return (ours, theirs) if prefer == "ours" else (theirs, ours)
    if not ours or not theirs:
        return (ours, theirs) if ours else (theirs, ours)
    return (ours, theirs) if order_of(ours) >= order_of(theirs) else (theirs, ours)


def _free(key: str, value: Any, *tables: Mapping[str, Any]) -> str:
    """The key, or the key with a number where another value already stands under it."""
    names = (key, *(f"{key}_{n}" for n in range(2, 1000)))
    return next(name for name in names if all(name not in table or same(table[name], value) for table in tables))


def _inorder_of(merged: Table, *sides: Mapping[str, Any]) -> Table:
    order = {key: None for side in sides for key in side} | dict.fromkeys(merged)
    return {key: merged[key] for key in order if key in merged}


def order_of(table: Mapping[str, Any]) -> str:
    """A text that is the same for two tables that are the same, to sort and to count them by."""
    return json.dumps(table, sort_keys=True, default=str, ensure_ascii=False)


def union(base: Sequence[Table], ours: Sequence[Table], theirs: Sequence[Table]) -> list[Table]:
    """The entries that both sides have, those that one has added, and none that one has taken back.

    Each side's entries stay in the order in which that side has them, since what a person said last counts, whatever the clock said; of
    entries of which only one side knows, the earlier goes first.
    """
    b, o, t = ([order_of(entry) for entry in side] for side in (base, ours, theirs))
    if b == t or o == t:
        return list(ours)
    if b == o:
        return list(theirs)
    wanted = _counts(Counter(b), Counter(o), Counter(t))
    entry_of = {**dict(zip(t, theirs, strict=True)), **dict(zip(o, ours, strict=True))}
    sides = [[one for one in _numbered(names) if one[1] < wanted[one[0]]] for names in (o, t)]
    return [entry_of[name] for name, _ in _interleaved(sides[0], sides[1], lambda one: (_moment(entry_of[one[0]]), *one))]


def _counts(base: Counter[str], ours: Counter[str], theirs: Counter[str]) -> Counter[str]:
    """How often each entry is wanted: what one side changed counts, and of what both added, the more."""
    counts: Counter[str] = Counter()
    for name in (*ours, *(n for n in theirs if n not in ours)):
        b, o, t = base[name], ours[name], theirs[name]
        counts[name] = t if o == b else o if t == b else max(o, t)
    return counts


def in_order_of_both(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The names in either list, once, in the order of both; the same whichever list is the first. No name is twice in a list."""
    return [name for name, _ in _interleaved([*_numbered(ours)], [*_numbered(theirs)], lambda one: (0.0, *one))]


_Numbered = tuple[str, int]


def _numbered(names: Iterable[str]) -> Iterator[_Numbered]:
    """Each name with how often it came before, which tells entries apart that are the same."""
    before: Counter[str] = Counter()
    for name in names:
        yield name, before[name]
        before[name] += 1


def _interleaved(
    ours: Sequence[_Numbered], theirs: Sequence[_Numbered], key: Callable[[_Numbered], tuple[float, str, int]]
) -> Iterator[_Numbered]:
    """What stands in either list, once, in the order of both; the same whichever list is the first.

    Of two that come next, one that the other list has further down waits for its turn there; of others, the smaller by `key` goes first.
    """
    left = [deque(ours), deque(theirs)]
    waiting = [set(ours), set(theirs)]
    while left[0] and left[1]:
        heads = left[0][0], left[1][0]
        free = [heads[0] not in waiting[1], heads[1] not in waiting[0]]
        chosen = min(heads, key=key) if free[0] == free[1] else heads[free.index(True)]
        yield chosen
        for side, known in zip(left, waiting, strict=True):
            if chosen in known:
                known.remove(chosen)
                side.remove(chosen)
    yield from left[0] or left[1]


def _moment(entry: Mapping[str, Any]) -> float:
    at = entry.get("at")
    return at.timestamp() if isinstance(at, datetime) else 0.0
