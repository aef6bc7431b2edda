"""What a column of a case file is, and a table of them: how a key is called, which field of the model it holds, and in what form."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

from pydantic import BaseModel

from factcheck.casefile.forms import PLACE, PLAIN, Form

GROUPS = {
    "extent": "the words it covers",
    "said": "who says it",
    "date": "what the date means",
    "figure": "what the figure means",
    "stance": "what it does to the claim",
    "fetched": "the result of fetching it",
    "words": "where its words stand",
}
"""What keys are that only mean something together, as a person calls it."""


@dataclass(frozen=True)
class Column:
    """One key of a table: what it `says`, in words for the page about the file, and which field of the model it holds.

    `fields` are the field of the same name where none is given, with a dot for a field of a part of the model; several where it holds
    the part's place. A value that is `usual` is not written, nor, `apart`, a place that is just the claim's. A key means nothing but
    `beside` another; those `together` under one word (or under each of several) are taken as a whole from one side of a merge.
    `called` is what it is called to a person, where that is not its key. `entries` are tables of their own.
    A `derived` one is written for the reader of the file, and follows from the rest. Those that are `last` stand behind the keys that
    this version does not know.
    """

    key: str
    says: str
    fields: tuple[str, ...] = ()
    form: Form = PLAIN
    usual: Any = None
    apart: bool = False
    beside: str = ""
    together: str = ""
    called: str = ""
    entries: Columns | None = None
    derived: bool = False
    last: bool = False

    @cached_property
    def part(self) -> str:
        """The part of the model that it belongs to; empty for the model itself."""
        return self._held[0].rpartition(".")[0]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields of that part."""
        return tuple(name.rpartition(".")[2] for name in self._held)

    @cached_property
    def is_place(self) -> bool:
        """Whether it says where its part of the model stands."""
        return self.form is PLACE

    @property
    def _held(self) -> tuple[str, ...]:
        return self.fields or (self.key,)


@dataclass(frozen=True)
class Columns:
    """One table of the file: its header, what it holds, and its keys in their order.

    `named_by` are the keys that tell one entry from another, `either` those of which it must have one; `also` says of keys that no field
    of the model holds what they are.
    """

    header: str
    what: str
    model: type[BaseModel]
    columns: tuple[Column, ...]
    named_by: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)

    @cached_property
    def by_key(self) -> dict[str, Column]:
        """Each column by its key."""
        return {column.key: column for column in self.columns}

    @property
    def keys(self) -> KeysView[str]:
        """The keys that are read."""
        return self.by_key.keys()

    @cached_property
    def parts(self) -> dict[str, type[BaseModel]]:
        """The models of the parts that keys of this table hold, by the field that they stand in."""
        names = dict.fromkeys(column.part for column in self.columns if column.part)
        return {name: _model_in(self.model.model_fields[name].annotation) for name in names}

    @cached_property
    def beside(self) -> dict[str, str]:
        """Keys that only mean something beside another, with that one."""
        return {column.key: column.beside for column in self.columns if column.beside}

    @cached_property
    def places(self) -> tuple[Column, ...]:
        """The keys that say where something stands."""
        return tuple(column for column in self.columns if column.is_place)

    def together(self, word: str) -> tuple[str, ...]:
        """The keys that are taken as a whole from one side or the other of a merge."""
        return tuple(column.key for column in self.columns if word in column.together.split())

    def key_of(self, part: str, name: object) -> str:
        """The key that holds a field of a part; the part's own name when none does."""
        return next((c.key for c in self.columns if c.part == part and not c.is_place and name in c.names), part)

    def column(self, key: str) -> Column:
        """The column of a key. Raises KeyError when there is none."""
        return self.by_key[key]


def _model_in(annotation: Any) -> type[BaseModel]:
    """The model in an annotation such as `Speaker | None`."""
    return next(one for one in (annotation, *get_args(annotation)) if isinstance(one, type) and issubclass(one, BaseModel))


def called(key: str, *tables: Columns) -> str:
    """What a key of one of the tables is called to a person; one that is not known is told as it stands, in words."""
    column = next((column for table in tables for column in table if column.key == key), None)
    groups = column.together.split() if column else ()
    return (column.called if column else "") or next((GROUPS[word] for word in groups), key.replace("_", " "))
