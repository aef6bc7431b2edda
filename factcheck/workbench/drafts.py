"""What was written into a form and not saved, kept until the same form is opened again on the same thing, or the program is left."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

Filled = Mapping[str, Hashable]
"""What stands in the fields of a form, by their ids."""


class Drafts:
    """The drafts of one sitting. One is known by what its form is about and began with (`of`)."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Filled] = {}

    def keep(self, of: Hashable, filled: Filled) -> None:
        """Keep what was written, in the place of an older draft."""
        self._kept[of] = dict(filled)

    def find(self, of: Hashable) -> Filled | None:
        """The draft, if there is one."""
        return self._kept.get(of)

    def forget(self, of: Hashable) -> None:
        """It is saved, or not wanted any more."""
        self._kept.pop(of, None)
