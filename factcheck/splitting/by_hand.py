"""Ties that a person put right by hand, as splitting honours them: they count before any rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from factcheck.model import EntityKind, Tie
from factcheck.splitting.names import Known, Naming

_FURTHEST = 20
"""How many ties on names are followed, one from the other."""


@dataclass
class ByHand:
    """Whom mentions and names mean, by the ties of a case; of several on the same words the last counts."""

    _places: dict[tuple[int, int, str], str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _known: dict[str, Known] = field(default_factory=dict)

    @classmethod
    def of(cls, ties: Iterable[Tie]) -> ByHand:
        """The ties, without those that a later one on the same words has replaced."""
        made = cls()
        for tie in sorted(ties, key=lambda tie: tie.at):
            if tie.mention is not None:
                made._places[_place(tie.mention.start, tie.mention.end, tie.mention.text)] = tie.means
            elif tie.name is not None:
                made._names[tie.name] = tie.means
        return made

    def tie(self, namings: Sequence[Naming]) -> None:
        """Give the names that were put right those that they mean, and keep in mind who is known under which name."""
        if not (self._places or self._names):
            return
        for naming in namings:
            if naming.known is not None:
                self._known.setdefault(naming.known.name, naming.known)
        for naming in namings:
            means = self._meant(naming)
            if means is not None:
                naming.known, naming.shared = self._called(means, naming), False

    def at(self, start: int, end: int, text: str) -> Known | None:
        """Whom the words of a role or a pronoun mean that were put right there; None when they were not."""
        means = self._places.get(_place(start, end, text))
        return self._known.get(means) or Known(means, EntityKind.PERSON) if means is not None else None

    def _meant(self, naming: Naming) -> str | None:
        means = self._places.get(_place(naming.start, naming.end, naming.text))
        if means is not None:
            return means
        name = naming.known.name if naming.known is not None else naming.name
        means = self._names.get(name)
        for _ in range(_FURTHEST):
            if means is None or means not in self._names:
                break
            means = self._names[means]
        return means

    def _called(self, name: str, naming: Naming) -> Known:
        if name not in self._known:
            own = naming.known or Known(name, EntityKind.PERSON)
            self._known[name] = replace(own, name=name, title=naming.title, gender=naming.gender)
        return self._known[name]


def _place(start: int, end: int, text: str) -> tuple[int, int, str]:
    """Words at their place, whatever white space parts them."""
    return start, end, " ".join(text.split())
