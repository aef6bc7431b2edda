"""What every screen of the workbench is: a screen with a table of keys, from which its bindings are made."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from textual.screen import ModalScreen, Screen

from factcheck.workbench.keys import Key, bindings

Result = TypeVar("Result")


class KeyedScreen(Screen[Result]):
    """A screen that gives a result when it is closed. A class that states its `TABLE` has the keys of it."""

    TABLE: ClassVar[tuple[Key, ...]]

    def __init_subclass__(cls, **options: Any) -> None:
        """Bind the keys of the table."""
        if "TABLE" in cls.__dict__:
            cls.BINDINGS = bindings(cls.TABLE)
        super().__init_subclass__(**options)


class KeyedModal(KeyedScreen[Result], ModalScreen[Result]):
    """The same above the screen that it belongs to."""
