"""Plain tables merged three ways: key by key, and entry by entry in lists to which both sides add. Nothing of either side is lost."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from factcheck.casefile.tables import Table, same

Side = Literal["ours", "theirs"]


def merge_keys(
    base: Mapping[str, Any],
    ours: Mapping[str, Any],
    theirs: Mapping[str, Any],
    groups: Sequence[tuple[str, ...]],
    clashes: list[str],
    prefer: Mapping[tuple[str, ...], Side],
) -> Table:
    """Key by key, or group by group, what both sides made of a table.

    Where both changed the same key, the value that stays does not depend on which side is which; the other stands under the key with
    `_other`, and the key is added to `clashes`. In a group for which a side is preferred, the other side's value is dropped.
    """
    grouped = {key: group for group in groups for key in group}
    merged: Table = {}
    for key in (*ours, *(key for key in theirs if key not in ours)):
        group = grouped.get(key, (key,))
        if key in merged:
            continue
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
            beside = {k: v for k, v in other.items() if not same(v, kept.get(k))} if group not in prefer else {}
            for k, v in beside.items():
                merged[_free(f"{k}_other", v, ours, theirs, merged)] = v
            clashes += beside
    return _inorder_of(merged, ours, theirs)


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
    """The entries that both sides have, those that one has added, and none that one has taken back; by time where both added."""
    b, o, t = ([order_of(entry) for entry in side] for side in (base, ours, theirs))
    if b == t or o == t:
        return list(ours)
    if b == o:
        return list(theirs)
    wanted = _counts(Counter(b), Counter(o), Counter(t))
    entry_of = {**dict(zip(t, theirs, strict=True)), **dict(zip(o, ours, strict=True))}
    kept: list[str] = []
    for name in b:
        if kept.count(name) < wanted[name]:
            kept.append(name)
    added = [name for name, count in wanted.items() for _ in range(count - kept.count(name))]
    for name in sorted(added, key=lambda name: (_moment(entry_of[name]), name)):
        moments = [_moment(entry_of[k]) for k in kept]
        kept.insert(bisect_right(moments, _moment(entry_of[name])) if moments == sorted(moments) else len(kept), name)
    return [entry_of[name] for name in kept]


def _counts(base: Counter[str], ours: Counter[str], theirs: Counter[str]) -> Counter[str]:
    """How often each entry is wanted: what one side changed counts, and of what both added, the more."""
    counts: Counter[str] = Counter()
    for name in (*ours, *(n for n in theirs if n not in ours)):
        b, o, t = base[name], ours[name], theirs[name]
        counts[name] = t if o == b else o if t == b else max(o, t)
    return counts


def _moment(entry: Mapping[str, Any]) -> float:
    at = entry.get("at")
    return at.timestamp() if isinstance(at, datetime) else 0.0
