"""What differs between two states of a case, in words: claim by claim, as a person reads it aloud, and as JSON.

Confidential sources stay under their numbers, those of either state in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, Field

from factcheck.model import SCHEMA, Aspect, Case, Claim, Standing, Words, count, one_line
from factcheck.model.difference import Act, Difference, Part
from factcheck.reporting.difference_words import Sides, told, weight
from factcheck.reporting.document import Out, json_schema
from factcheck.reporting.withholding import Hiding, hidden_sources

_MOST_PLACES = 20
"""Places of the article that are told one by one."""
_LONG = 200


class StandingOut(Out):
    """Where a claim, or one half of an attributed one, stands otherwise than before."""

    claim: str
    aspect: Aspect | None
    before: Standing | None = Field(description="Null for a claim that is new.")
    after: Standing


class DifferenceOut(Out):
    """One difference, as it is and in a sentence."""

    part: Part
    what: str = Field(description="A list of the case (`reviews`), or what of a claim, the article, a source or a person (`reading`).")
    act: Act
    claim: str | None = Field(description="The id of the claim that it is on, in the later state where it is there.")
    gist: str | None
    by: str | None = Field(description="Who did it, where the case says so.")
    told: str
    fields: list[str]
    before: Any = Field(description="The value as it was; of words of the article, with the place where they stood.")
    after: Any


class DifferencesOut(Out):
    """What `factcheck diff --json` prints."""

    schema_version: int = Field(alias="schema")
    old: str
    new: str
    same: bool
    standings: list[StandingOut]
    differences: list[DifferenceOut]


class Differences:
    """Two states of a case and all that differs between them, ready to be told. `names` are what each of the states is called."""

    def __init__(self, old: Case, new: Case, found: Sequence[Difference], names: tuple[str, str], reveal: Iterable[str] = ()) -> None:
        reveal = tuple(reveal)
        hidden = {source.key: source for case in (old, new) for source in hidden_sources(case, reveal)}
        self._hiding = Hiding(hidden.values())
        self._sides = Sides(*(self._hiding.case(case) if hidden else case for case in (old, new)))
        self.found = found
        self.names = names
        self._before, self._there = ({claim.id: claim for claim in case.claims} for case in (self._sides.old, self._sides.new))
        pairs = ((one.after, one.before) for one in found if isinstance(one.after, Claim) and isinstance(one.before, Claim))
        self._were = {after.id: before.id for after, before in pairs}

    def lines(self) -> Iterator[str]:
        """What to tell a person."""
        one, two = (one_line(name, _LONG) for name in self.names)
        if not self.found:
            yield f"No difference: {one} and {two} say the same."
            return
        yield f"{one} → {two}: {count(len(self.found), 'difference')}."
        for part in Part:
            there = [one for one in self.found if one.part is part]
            if there:
                yield ""
                yield part.row
                yield from (f"  {line}" for line in (self._of_claims(there) if part is Part.CLAIMS else self._in_a_row(there)))

    def as_json(self) -> str:
        """The same as one JSON object."""
        out = {
            "schema": SCHEMA,
            "old": self.names[0],
            "new": self.names[1],
            "same": not self.found,
            "standings": [one for claim in self._sides.new.claims for one in self._standings(claim)],
            "differences": [self._as_data(one) for one in self.found],
        }
        return DifferencesOut.model_validate(out).model_dump_json(by_alias=True)

    def _as_data(self, one: Difference) -> dict[str, Any]:
        claim = self._sides.claims.get(one.claim or "")
        plain = {name: getattr(one, name) for name in ("part", "what", "act", "claim", "by", "fields")}
        return plain | self._values(one) | {"gist": claim.in_context if claim else None, "told": self._told(one)}

    def _values(self, one: Difference) -> dict[str, Any]:
        """What was and what is, as it may be shown: confidential sources under their numbers, and the writer's notes with names covered."""
        return {
            "before": self._shown(one.before, self._sides.old, self._before),
            "after": self._shown(one.after, self._sides.new, self._there),
        }

    def _shown(self, value: Any, case: Case, claims: Mapping[str, Claim]) -> Any:
        if isinstance(value, Claim):
            return claims[value.id]
        if type(value) is Words:
            return Words.at(case.article.text, value.start, value.end)
        return self._hiding.entry(value) if isinstance(value, BaseModel) else self._hiding.anything(value)

    def _of_claims(self, found: Sequence[Difference]) -> Iterator[str]:
        """Claim by claim in the order of the article, names, dates and figures with the claim that they are part of."""
        groups: defaultdict[str, list[Difference]] = defaultdict(list)
        for one in found:
            groups[self._whole(one.claim)].append(one)
        order = {claim.id: i for i, claim in enumerate((*self._sides.old.claims, *self._sides.new.claims))}
        last = len(self._before) + len(self._there)
        for whole in sorted(groups, key=lambda name: (name not in self._before or name in self._there, order.get(name, last))):
            if whole in self._sides.claims:
                yield from self._of_claim(self._sides.claims[whole], groups[whole])
            else:
                yield from self._in_a_row(groups[whole])

    def _whole(self, claim: str | None) -> str:
        there = self._sides.claims.get(claim or "")
        return there.part_of if there is not None and there.part_of in self._sides.claims and there.part_of else claim or ""

    def _of_claim(self, whole: Claim, found: Sequence[Difference]) -> Iterator[str]:
        """A claim with what differs on it, and on its names, dates and figures, of which those that came and went are told in a row."""
        act = next((one.act for one in found if one.what == "claims" and one.claim == whole.id), None)
        came, went = (self._parts(one for one in found if one.claim != whole.id and one.act is which) for which in (Act.ADDED, Act.GONE))
        parts = came if act is Act.ADDED else went if act is Act.GONE else ""
        called = f"“{one_line(whole.in_context, _LONG)}” ({one_line(whole.id, 40)}){f', with {parts}' if parts else ''}"
        if act is Act.GONE:
            yield f"Gone: {called}{weight(whole)}"
        else:
            yield f"{'New: ' if act else ''}{called}{self._stands(whole)}"
        begun = {whole.id}
        for one in found:
            if one.what == "claims":
                continue
            part = self._sides.claims[one.claim or ""]
            stands = self._stands(part).removeprefix(": ") if part.id not in begun else ""
            begun.add(part.id)
            about = "" if part is whole else f"“{one_line(part.text, 60)}”{f' ({stands})' if stands else ''}: "
            yield f"  {about}{self._told(one)}"
        if act is None:
            yield from (f"  {label} in it: {there}" for label, there in (("New", came), ("Gone", went)) if there)

    def _parts(self, found: Iterable[Difference]) -> str:
        """The names, dates and figures that came or went."""
        return ", ".join(f"“{one_line(self._sides.claims[one.claim or ''].in_context, 60)}”" for one in found if one.what == "claims")

    def _stands(self, claim: Claim) -> str:
        """Where the claim stands otherwise than before, behind its name; nothing where it stands as it did."""
        halves = []
        for one in self._standings(claim):
            half = f"{one['aspect'].row.that}, " if one["aspect"] is not None else ""
            halves.append(f"{half}{one['before']} → {one['after']}" if one["before"] is not None else f"{half}{one['after']}")
        return f": {'; '.join(halves)}" if halves else ""

    def _standings(self, claim: Claim) -> Iterator[dict[str, Any]]:
        if claim.id not in self._there:
            return
        was = self._before.get(self._were.get(claim.id, claim.id))
        for aspect in claim.aspects:
            before, after = was and was.standing(aspect), claim.standing(aspect)
            if before is not after and not (before is None and after is Standing.UNREVIEWED):
                yield {"claim": claim.id, "aspect": aspect, "before": before, "after": after}

    def _in_a_row(self, found: Sequence[Difference]) -> Iterator[str]:
        places = [one for one in found if one.part is Part.ARTICLE and one.what == "words"]
        left = places[_MOST_PLACES:]
        yield from (self._told(one) for one in found if one not in left)
        if left:
            yield f"{count(len(left), 'more place differs', 'more places differ')}."

    def _told(self, one: Difference) -> str:
        target = self._hiding.entry(one.target) if isinstance(one.target, BaseModel) else None
        return told(one.model_copy(update={**self._values(one), "target": target}), self._sides)


def differences_schema() -> str:
    """The JSON Schema of what `factcheck diff --json` prints."""
    return json_schema(DifferencesOut)
