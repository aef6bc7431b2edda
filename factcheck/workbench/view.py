"""The view owns the case as its reader sees it and the place in it: the chosen claim, filter, search and flags, without a screen."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from factcheck.model import Aspect, Case, Claim, Flag, Progress, Reader, Standing, flags_by_claim, one_line
from factcheck.workbench.filters import ALL, Filter, speaker_of
from factcheck.workbench.grouping import UNGROUPED, Grouping, after, headings
from factcheck.workbench.results import ActionResult
from factcheck.workbench.search import Hit, find, found_in
from factcheck.workbench.together import Together


class View:
    """A case as one reader sees it, and the place in it. Every method says what it did; none paints or saves the case.

    `case` is the whole case. `claims` are its claims in the order of the text; for a reader who is blind they lack what others wrote.
    `signed` is the sign-off that holds, if one does.
    """

    def __init__(self, case: Case, reader: Reader, *, checked: bool = True) -> None:
        self.reader = reader
        self.checked = checked
        self._standings: dict[str, tuple[Claim, dict[Aspect | None, Standing]]] = {}
        self._own: dict[str, tuple[Claim, Claim]] = {}
        self.filter: Filter = ALL
        self.needle = ""
        self.hits: list[Hit] = []
        self.found: frozenset[str] = frozenset()
        self._hit = -1
        self.together = Together(self)
        self.aspect: Aspect | None = None
        self.chosen: str | None = None
        self._place = 0  # where the claim begins that was chosen last
        self.flag: str | None = None
        self.flag_offset: int | None = None
        self.flagged: dict[str, tuple[Flag, ...]] = {}
        self.grouping = UNGROUPED
        self._grouped: tuple[tuple[Claim, ...], Grouping, dict[str, str]] | None = None
        self.set_case(case)
        if self.claims:
            self.choose(self.claims[0].id)

    def set_case(self, case: Case) -> None:
        """Show another state of the case; the place in it stays as far as it is there."""
        old, placed = getattr(self, "case", None), getattr(self, "claims", ())
        self.case = case
        self.signed = case.signed
        self._progress: Progress | None = None
        self.claims = tuple(sorted(map(self._seen, case.claims), key=lambda c: (c.start, -c.end)))
        self._at = {claim.id: i for i, claim in enumerate(self.claims)}
        if old is None or old.dismissals != case.dismissals or old.flags != case.flags or not _in_place(placed, self.claims):
            self.open_flags = tuple(sorted(case.open_flags, key=lambda f: f.spans[0].start if f.spans else 0))
            self.flagged = flags_by_claim(self.claims, self.open_flags)
            self.__dict__.pop("starts", None)

    def _seen(self, claim: Claim) -> Claim:
        """The claim as the reader sees it: while blind, without what others decided, wrote and hung on it."""
        if not self.reader.blind or not (claim.reviews or claim.evidence or claim.former):
            return claim
        known = self._own.get(claim.id)
        if known is None or known[0] is not claim:
            mine = self.reader.name
            reviews = tuple(review for review in claim.reviews if review.by == mine)
            hung = {key: tuple(item for item in getattr(claim, key) if item.added_by == mine) for key in ("evidence", "former")}
            known = self._own[claim.id] = (claim, claim.model_copy(update={"reviews": reviews, **hung}))
        return known[1]

    @property
    def seen_case(self) -> Case:
        """The case with its claims as the reader sees them."""
        return self.case.model_copy(update={"claims": self.claims}) if self.reader.blind else self.case

    def look(self) -> ActionResult:
        """Be blind no more: see what others decided, too."""
        if not self.reader.blind:
            return ActionResult("You see what others decided already.")
        self.reader = self.reader.model_copy(update={"blind": False})
        self.set_case(self.case)
        return ActionResult("You see what others decided now.")

    def parts_of(self, claim: Claim) -> tuple[Claim, ...]:
        """The names, dates and figures that belong to a claim, as the reader sees them."""
        return tuple(part for part in self.claims if part.part_of == claim.id)

    def adopt(self, case: Case) -> bool:
        """Go on with the case as it was merged with somebody else's changes. Flags, which no file holds, stay while the words do.

        Where they took out or changed what the next verdict would have gone to, none is chosen from then on: it can go to nothing that
        the reader has not seen. Gives True then.
        """
        flags = case.flags or (self.case.flags if case.article.text == self.case.article.text else ())
        before, selected = self.together.aim, bool(self.together.selected)
        self.set_case(case.model_copy(update={"flags": flags}))
        if self.needle:
            self._find()
            self._hit = min(self._hit, len(self.hits) - 1)
        aim = self.together.aim
        if not before or (aim and aim <= before and bool(self.together.selected) == selected):
            return False
        self.together.forget()
        self.choose(None)
        return True

    def take_flags(self, flags: tuple[Flag, ...]) -> None:
        """The flags of the case, worked out after it was opened."""
        self.checked = True
        self.set_case(self.case.model_copy(update={"flags": flags}))

    @property
    def claim(self) -> Claim | None:
        """The chosen claim."""
        return self.get(self.chosen) if self.chosen is not None else None

    def get(self, claim_id: str) -> Claim | None:
        """The claim with that id, if there is one."""
        at = self._at.get(claim_id)
        return None if at is None else self.claims[at]

    def after(self, claim: Claim) -> Sequence[Claim]:
        """The claims behind one, in the order of the text."""
        return self.claims[self._at[claim.id] + 1 :]

    def standing(self, claim: Claim, aspect: Aspect | None = None) -> Standing:
        """Where a claim stands; without an aspect, an attributed claim answers for `said`. Worked out once per change."""
        known = self._standings.get(claim.id)
        if known is None or known[0] is not claim:
            known = self._standings[claim.id] = (claim, {a: claim.standing(a) for a in claim.aspects})
        return known[1][aspect or claim.aspects[0]]

    @property
    def progress(self) -> Progress:
        """How far the case is: what `Case.progress` says, from the standings that are worked out already."""
        if self._progress is None:
            self._progress = self._count()
        return self._progress

    def _count(self) -> Progress:
        own: Counter[Standing] = Counter(self.standing(claim) for claim in self.claims if not claim.attributed)
        said, so = (Counter(self.standing(c, aspect) for c in self.claims if c.attributed) for aspect in Aspect)
        return Progress(
            own=own,
            said=said,
            so=so,
            questions=sum(len(claim.open_questions) for claim in self.claims if claim.reviews),
            flags=len(self.open_flags),
        )

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims that filter and search take, in the order of the list, and the chosen one, so that the place is never lost."""
        claims = self.claims if self.grouping is UNGROUPED else tuple(self.claims[self._at[name]] for name in self.headings)
        if self.shows_all:
            return claims
        return tuple(c for c in claims if c.id == self.chosen or self.takes(c))

    def takes(self, claim: Claim) -> bool:
        """Whether filter and search take a claim."""
        return (not self.found or claim.id in self.found) and self.filter.takes(self, claim)

    @property
    def shows_all(self) -> bool:
        """Whether neither filter nor search leaves any claim out."""
        return self.filter is ALL and not self.found

    @property
    def listing(self) -> str:
        """Which claims are listed, in words."""
        return f"{self.filter.name} with “{one_line(self.needle, 40)}”" if self.found else self.filter.name

    @property
    def headings(self) -> dict[str, str]:
        """The heading that each claim stands under, by its id in the order of the list; none in the order of the text."""
        known = self._grouped
        if known is None or known[0] is not self.claims or known[1] is not self.grouping:
            known = self._grouped = (self.claims, self.grouping, headings(self.grouping, self.case.article, self.claims))
        return known[2]

    def regroup(self) -> ActionResult:
        """List the claims in the next way: in the order of the text, or by paragraph, speaker or source."""
        self.grouping = after(self.grouping)
        return ActionResult(f"Claims {self.grouping.name}.")

    @cached_property
    def starts(self) -> list[int]:
        """Where each claim starts, in the order of the text."""
        return [claim.start for claim in self.claims]

    def claims_at(self, offset: int) -> list[Claim]:
        """The claims that cover an offset, the innermost first."""
        until = bisect_right(self.starts, offset)
        covering = [claim for claim in self.claims[:until] if offset < claim.end]
        return sorted(covering, key=lambda c: (c.end - c.start, c.start))

    def flags_on(self, claim: Claim) -> tuple[Flag, ...]:
        """The open flags that touch the claim's words."""
        return self.flagged.get(claim.id, ())

    @property
    def flag_here(self) -> Flag | None:
        """The flag last gone to, else the first one on the chosen claim, if it suggests other words."""
        gone_to = (flag for flag in self.open_flags if flag.fingerprint == self.flag)
        here = self.flags_on(self.claim) if self.claim is not None else ()
        return next((flag for flag in (*gone_to, *here) if flag.suggestion is not None), None)

    def choose(self, claim_id: str | None, aspect: Aspect | None = None) -> ActionResult:
        """Go to a claim; an attributed one is first asked whether it was said."""
        self.chosen = claim_id if claim_id in self._at else None
        self.flag = self.flag_offset = None
        self.together.both = False
        claim = self.claim
        self.aspect = None if claim is None else aspect if aspect in claim.aspects else claim.aspects[0]
        self._place = self._place if claim is None else claim.start
        return ActionResult("")

    def choose_at(self, offset: int, *, again: bool = False) -> bool:
        """Go to the innermost claim at an offset; `again` steps outward from the chosen one. False when none is there."""
        covering = self.claims_at(offset)
        if not covering:
            return False
        ids = [claim.id for claim in covering]
        if self.chosen in ids:
            if again:
                self.choose(ids[(ids.index(self.chosen) + 1) % len(ids)])
            elif self.chosen != ids[0]:
                self.choose(ids[0])
            return True
        self.choose(ids[0])
        return True

    def move(self, by: int) -> ActionResult:
        """Go so many claims on (or back) in the list, and stop at its ends."""
        shown = self.shown
        if not shown:
            return ActionResult("No claim to go to.")
        here = self.row - (self.claim is None and by > 0)
        return self.choose(shown[max(0, min(len(shown) - 1, here + by))].id)

    @property
    def row(self) -> int:
        """Where in the list the chosen claim stands, from 0; where none is chosen, the first behind the one that was."""
        shown = self.shown
        if self.claim is not None:
            return next(i for i, claim in enumerate(shown) if claim.id == self.chosen)
        return next((i for i, claim in enumerate(shown) if claim.start >= self._place), len(shown))

    @property
    def number(self) -> int:
        """The number of the chosen claim in the list, from 1; 0 when none is chosen."""
        return next((i for i, claim in enumerate(self.shown, 1) if claim.id == self.chosen), 0)

    def go_to_number(self, number: int) -> ActionResult:
        """Go to the claim with this number in the list, from 1; the last one where the list ends before."""
        shown = self.shown
        if not 1 <= number <= len(shown):
            self.move(len(shown))
            return ActionResult(f"The list ends at number {len(shown)}.")
        return self.choose(shown[number - 1].id)

    def go_to(self, typed: str) -> ActionResult:
        """Go to the claim whose number in the list, or the start of whose id, is typed. A number that there is wins over an id."""
        typed = typed.strip().lower()
        if typed.isdecimal() and 1 <= int(typed[:9]) <= len(self.shown):
            return self.go_to_number(int(typed[:9]))
        found = next((claim.id for claim in self.claims if claim.id.startswith(typed)), None) if typed else self.chosen
        return ActionResult(f"No claim has the number or id “{one_line(typed, 40)}”.") if found is None else self.choose(found, self.aspect)

    def switch_aspect(self) -> ActionResult:
        """Judge the other half of an attributed claim."""
        claim = self.claim
        if claim is None or not claim.attributed:
            return ActionResult("Only what somebody said is checked twice: that it was said, and that it is so.")
        self.aspect = Aspect.SO if self.aspect is Aspect.SAID else Aspect.SAID
        return ActionResult("")

    def next_unreviewed(self) -> ActionResult:
        """Go to the next claim that needs a verdict: first all that were said or asserted, then all that may not be so."""
        for aspect in (None, Aspect.SO):
            found = next((claim for claim in self._onward() if self._needs(claim, aspect)), None)
            if found is not None:
                again = self._from_the_top(found)
                self.choose(found.id, aspect)
                which = "Every claim" if self.shows_all else "Every claim listed"
                return ActionResult(f"{which} has its first verdict; now whether what was said is so." if aspect else again)
        left = self.progress.left
        if left:
            return ActionResult(f"Nothing unreviewed among: {self.listing}. {left} left in the whole article.")
        return ActionResult("Every claim is decided.")

    def _needs(self, claim: Claim, aspect: Aspect | None) -> bool:
        return (claim.attributed or aspect is None) and self.standing(claim, aspect).open

    def _from_the_top(self, found: Claim) -> str:
        """What is said of going to a claim that stands before the chosen one: the search went round."""
        here = self._at.get(self.chosen or "")
        return "From the top again." if here is not None and self._at[found.id] < here else ""

    def _onward(self) -> Iterator[Claim]:
        """The shown claims after the chosen one, then round to it again."""
        shown = self.shown
        here = self.row + (self.claim is not None)
        yield from shown[here:]
        yield from shown[:here]

    def limit(self, choice: Filter) -> ActionResult:
        """Show only the claims that a filter takes, and the chosen one."""
        self.filter = choice
        self.together.forget()
        return ActionResult("" if choice is ALL else f"Showing: {choice.name}.")

    def search_for(self, needle: str) -> ActionResult:
        """Look for words in the article and in what is written about its claims, and go to the next place from here."""
        self.needle = needle.strip()
        self.together.forget()
        self._find()
        self._hit = next((i for i, hit in enumerate(self.hits) if hit.span.start >= self._place), 0) - 1
        return self.match(1)

    def _find(self) -> None:
        self.hits = find(self.case.article.text, self.claims, self.needle)
        self.found = found_in(self.claims, self.hits)

    def match(self, by: int) -> ActionResult:
        """Go to the next place of the words last searched for, or the one before."""
        if not self.hits:
            nowhere = f"“{one_line(self.needle, 40)}” is nowhere in the article or its claims."
            return ActionResult(nowhere if self.needle else "Nothing is searched for.")
        self._hit = (self._hit + by) % len(self.hits)
        hit = self.hits[self._hit]
        if hit.claim is None:
            self.choose_at(hit.span.start)
        else:
            self.choose(hit.claim)
        places = "place" if len(self.hits) == 1 else "places"
        return ActionResult(f"{self._hit + 1} of {len(self.hits)} {places} of “{one_line(self.needle, 40)}”.")

    @property
    def hit(self) -> Hit | None:
        """The place of the search that was gone to last."""
        return self.hits[self._hit] if self.hits else None

    def clear(self) -> ActionResult:
        """Forget the selected claims; when there are none, the search; when there is none, show all claims again."""
        if self.together.forget():
            return ActionResult("")
        return self.clear_search() if self.needle else self.limit(ALL)

    def clear_search(self) -> ActionResult:
        """Forget the search."""
        self.needle, self.hits, self.found = "", [], frozenset()
        return ActionResult("")

    def choose_around(self) -> ActionResult:
        """Go to the claim around the chosen one; from the outermost, to the innermost that starts where it starts."""
        claim = self.claim
        if claim is not None:
            self.choose_at(claim.start, again=True)
        return ActionResult("")

    def next_flag(self) -> ActionResult:
        """Go to the next open flag after the one last shown, and to the claim that it touches."""
        if not self.open_flags:
            return ActionResult("No open flags." if self.checked else "Still looking for contradictions.")
        at = next((i for i, flag in enumerate(self.open_flags) if flag.fingerprint == self.flag), None)
        if at is None:
            at = next((i for i, f in enumerate(self.open_flags) if f.spans and f.spans[0].start >= self._place), 0) - 1
        found = self.go_to_flag(self.open_flags[(at + 1) % len(self.open_flags)])
        return ActionResult(f"From the top again. {found.words}") if len(self.open_flags) == at + 1 > 1 else found

    def go_to_flag(self, flag: Flag, place: int = 0) -> ActionResult:
        """Go to one of the places of a flag, and to the innermost claim there or, when no claim is there, at another."""
        if flag.spans:
            nearest = flag.spans[min(place, len(flag.spans) - 1)]
            next((span for span in (nearest, *flag.spans) if self.choose_at(span.start)), None)
            self.flag_offset = nearest.start
        self.flag = flag.fingerprint
        if self.claim is not None and flag in self.flags_on(self.claim) and flag in self.open_flags:
            return ActionResult(f"⚑ flag {self.open_flags.index(flag) + 1} of {len(self.open_flags)}")  # the details say the rest
        return ActionResult(f"⚑ {one_line(flag.message)}")

    def next_by_speaker(self) -> ActionResult:
        """Go to the next claim by whoever says the chosen one."""
        claim = self.claim
        name = speaker_of(claim) if claim else None
        if name is None:
            return ActionResult("This claim has no speaker.")
        found = next((c for c in self._onward() if speaker_of(c) == name and c.id != self.chosen), None)
        if found is None:
            return ActionResult(f"No other claim by {one_line(name, 60)} is listed.")
        again = self._from_the_top(found)
        self.choose(found.id)
        return ActionResult(again)

    def next_unsettled(self) -> ActionResult:
        """Go to the next claim in conflict, or decided on words that have changed since."""
        for claim in self._onward():
            for aspect in claim.aspects:
                standing = self.standing(claim, aspect)
                if standing.unsettled:
                    again = self._from_the_top(claim)
                    self.choose(claim.id, aspect)
                    words = f"{str(standing).capitalize()}: {one_line(claim.in_context, 80)}"
                    return ActionResult(f"{again} {words}".strip())
        return ActionResult("No claim is in conflict or stale.")

    @property
    def sources(self) -> list[str]:
        """Every address or other source in the case, the newest first."""
        items = [item for claim in self.claims for item in claim.evidence]
        items.sort(key=lambda item: item.added_at.timestamp() if item.added_at else 0.0, reverse=True)
        return list(dict.fromkeys(name for item in items if (name := item.url or item.source)))

    @property
    def questions(self) -> list[tuple[Claim, str]]:
        """The open questions to the author, in the order of the text."""
        return [(claim, words) for claim in self.claims if claim.reviews for words in claim.open_questions]

    def go_near(self, claim_id: str | None, offset: int, aspect: Aspect | None) -> None:
        """To a claim, or where it is gone, to the next one in the text."""
        near = next((c.id for c in self.claims if c.start >= offset), self.claims[-1].id if self.claims else None)
        self.choose(claim_id if claim_id in self._at else near, aspect)


def _in_place(old: Sequence[Claim], new: Sequence[Claim]) -> bool:
    """Whether the same claims stand in the same places, whatever was written about them."""
    pairs = zip(old, new, strict=False)
    return len(old) == len(new) and all(a is b or (a.id, a.start, a.end) == (b.id, b.start, b.end) for a, b in pairs)
