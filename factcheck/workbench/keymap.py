"""Keys that a person has changed in factcheck.toml. Whatever names a key on the screen asks here which one it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from textual.app import App
from textual.keys import _character_to_key, format_key

from factcheck.model import FactcheckError, one_line
from factcheck.settings import KeyChanges
from factcheck.workbench.keys import APP, FORM, SCREENS, Key

Keymap = Mapping[str, tuple[str, ...]]
"""Keys in Textual's own names, by the id of what they do."""

_NAMED = {
    "escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown", "up", "down", "left", "right",
    *(f"f{n}" for n in range(1, 25)),
}  # fmt: skip
_HELD = {"ctrl", "shift", "alt"}


def keymap(changes: KeyChanges) -> Keymap:
    """The changes, held against the tables of keys. Raises FactcheckError for what no key does, no key, and one key for two things."""
    known = {key.id for table in (*SCREENS, APP) for key in table}
    typed_into = {key.id for key in FORM}
    made: dict[str, tuple[str, ...]] = {}
    for name, keys in changes.keys.items():
        if name not in known:
            raise FactcheckError(f"{changes.path}: nothing is called keys.{one_line(name, 60)}; factcheck keys lists the names.")
        made[name] = tuple(_name(key, f"{changes.path}: keys.{name}") for key in keys)
        if letter := next((key for key in made[name] if name in typed_into and _types(key)), None):
            where = f"{changes.path}: keys.{name}"
            raise FactcheckError(f"{where} cannot be {letter}, which people type as text; give it one with ctrl, or f1 to f24.")
    for table in SCREENS:
        _hold_apart(tuple(_changed((*table, *APP), made)), changes)
    return made


def _hold_apart(table: Iterable[Key], changes: KeyChanges) -> None:
    taken: dict[str, str] = {}
    for entry in table:
        for key in entry.keys:
            if (other := taken.setdefault(key, entry.id)) != entry.id:
                raise FactcheckError(f"{changes.path}: {key} would stand for {other} and {entry.id}; give one of them another key.")


def _name(key: str, where: str) -> str:
    """Textual's name of a key that a person wrote as a sign or by its name."""
    *held, last = [key] if len(key) == 1 else key.split("+")
    if len(last) == 1 and last.isprintable() and not last.isspace() and _HELD.issuperset(held):
        return "+".join((*held, _character_to_key(last)))
    if last in _NAMED and _HELD.issuperset(held):
        return key
    raise FactcheckError(f"{where} names no key with {one_line(key, 40)}; write a letter or sign, or a name like ctrl+n, space, f5.")


def _types(key: str) -> bool:
    return "+" not in key and (key == "space" or key not in _NAMED)


def _changed(table: Iterable[Key], changed: Keymap) -> Iterator[Key]:
    return (replace(key, keys=changed[key.id]) if key.id in changed else key for key in table)


def in_force(table: Iterable[Key], app: App[object]) -> tuple[Key, ...]:
    """A table of keys as it is in force in an app."""
    return tuple(_changed(table, getattr(app, "keymap", {})))


def sign(name: str, app: App[object]) -> str:
    """The key that does what has this name, as it is printed on a keyboard."""
    return next(key.sign for key in in_force((*(k for table in SCREENS for k in table), *APP), app) if key.id == name)


def as_settings(changed: Keymap) -> str:
    """Every key with what it does, as the `[keys]` of a factcheck.toml has it."""
    table = tuple(_changed((*(key for table in SCREENS for key in table), *APP), changed))
    lines = ["[keys]"]
    for group in dict.fromkeys(key.group for key in table):
        lines += ["", f"# {group}"]
        lines += [f"{_quoted(key.id)} = {_toml(key.keys)}  # {key.help}" for key in table if key.group == group]
    return "\n".join(lines)


def _toml(keys: tuple[str, ...]) -> str:
    written = [_as_written(key) for key in keys]
    return _quoted(written[0] if len(written) == 1 else written)


def _as_written(key: str) -> str:
    """A key as a person writes it, from Textual's name of it."""
    *held, last = key.split("+")
    return "+".join((*held, last if last in _NAMED else format_key(last)))


def _quoted(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)  # which TOML reads alike
