"""The figures of a year as networks of fact-checkers ask for them: checks, verdicts, whose claims, on how many sources, and corrections.

What is counted follows what the code of principles of the International Fact-Checking Network and the European code of standards have
assessed: that there are checks week by week, that no one side is singled out, that checks rest on several and on primary sources, and that
mistakes are corrected, and how soon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.model import Aspect, Case, Claim, EvidenceLevel, Model, Verdict, count, one_line
from factcheck.model.entity import Entity, EntityKind
from factcheck.reporting.corrections import CorrectionYear, corrections_as_table, year_of
from factcheck.reporting.readers import counting

_ARTICLE, _UNNAMED = "the article itself", "nobody named"
_MOST_PARTIES = 20
"""That a table tells; JSON has all."""


class CheckYear(Model):
    """The claims that were decided in a year and stand so: names, dates and figures within others are not counted by themselves.

    Of an attributed claim `verdicts` has whether what was said is so; `only_said` are those of which it is only decided that it was said.
    `weeks` are those with a check. `speakers` are whose claims were checked, `parties` those of the people among them, as the articles tell
    them. Of the checks whose verdict leans on sources (`leaning`), `sources` is how many independent ones they have, on average, `two` how
    many have two or more, `primary` how many one that was there itself, and `unsourced` how many none. `read_twice` were decided by two.
    """

    stories: int
    signed: int
    checks: int
    weeks: int
    months: dict[int, int]
    verdicts: dict[Verdict, int]
    only_said: int
    kinds: dict[str, int]
    speakers: dict[str, int]
    parties: dict[str, int]
    leaning: int
    sources: float | None
    two: int
    primary: int
    unsourced: int
    readers: int
    read_twice: int


class Year(CorrectionYear):
    """The figures of a year: of its corrections, and of its checks."""

    checks: CheckYear


def figures_of(cases: Iterable[Case], year: int) -> Year:
    """The figures of a year. The cases are gone through once."""
    counted = _Counted(year)
    corrected = year_of(counted.passing(cases), year)
    return Year(**dict(corrected), checks=counted.made())


class _Counted:
    def __init__(self, year: int) -> None:
        self._year = year
        self._stories = self._signed = 0
        self._days: list[date] = []
        self._readers: set[str] = set()
        self._counts = {name: Counter[str]() for name in ("verdicts", "kinds", "speakers", "parties", "other")}
        self._sources: list[int] = []

    def passing(self, cases: Iterable[Case]) -> Iterator[Case]:
        """The cases as they come, each counted on its way."""
        for case in cases:
            before = len(self._days)
            entities = {one.id: one for one in case.entities}
            for claim in case.claims:
                if claim.part_of is None:
                    self._count(case, claim, entities)
            self._stories += len(self._days) > before
            self._signed += case.signed is not None and case.signed.at.year == self._year
            yield case

    def _count(self, case: Case, claim: Claim, entities: dict[str, Entity]) -> None:
        aspect = next((one for one in reversed(claim.aspects) if not claim.standing(one).open), None)
        verdict = claim.standing(aspect).verdict
        given = counting(claim, aspect) if verdict is not None else []
        day = max((review.at.date() for review in given), default=None)
        if verdict is None or day is None or day.year != self._year:
            return
        counts, only_said = self._counts, aspect is Aspect.SAID
        self._days.append(day)
        self._readers |= {review.by for review in given}
        counts["other"] += Counter(only_said=int(only_said), read_twice=int(len(given) > 1))
        counts["verdicts"] += Counter() if only_said else Counter([verdict])
        counts["kinds"][claim.kind] += 1
        speaker = entities.get(claim.speaker.entity or "") if claim.speaker is not None else None
        counts["speakers"][speaker.kind if speaker is not None else _UNNAMED if claim.attributed else _ARTICLE] += 1
        if speaker is not None and speaker.kind is EntityKind.PERSON and speaker.party:
            counts["parties"][one_line(speaker.party, 60)] += 1
        if verdict.row.leans:
            self._sources.append(len(case.origins(claim.evidence)))
            counts["other"]["primary"] += any(item.level is EvidenceLevel.PRIMARY and item.stance.row.tells for item in claim.evidence)

    def made(self) -> CheckYear:
        """What was counted."""
        counts, months = self._counts, Counter(day.month for day in self._days)
        return CheckYear(
            stories=self._stories, signed=self._signed, checks=len(self._days),
            weeks=len({day.isocalendar()[:2] for day in self._days}), months={month: months[month] for month in range(1, 13)},
            verdicts={verdict: counts["verdicts"][verdict] for verdict in Verdict if counts["verdicts"][verdict]},
            only_said=counts["other"]["only_said"], kinds=_largest(counts["kinds"]), speakers=_largest(counts["speakers"]),
            parties=_largest(counts["parties"]), leaning=len(self._sources),
            sources=round(sum(self._sources) / len(self._sources), 2) if self._sources else None,
            two=sum(n > 1 for n in self._sources), primary=counts["other"]["primary"], unsourced=sum(n == 0 for n in self._sources),
            readers=len(self._readers), read_twice=counts["other"]["read_twice"],
        )  # fmt: skip


def _largest(counts: Counter[str]) -> dict[str, int]:
    """Numbers by their names, the largest first."""
    return dict(sorted(((str(name), n) for name, n in counts.items()), key=lambda entry: (-entry[1], entry[0])))


def year_as_table(found: Year) -> str:
    """The figures of a year as a table for a terminal."""
    return "\n".join([*_check_lines(found.year, found.checks), "", corrections_as_table(found)])


def _check_lines(year: int, found: CheckYear) -> Iterator[str]:
    stories = f"{count(found.stories, 'story', 'stories')} ({found.signed} signed off)"
    yield f"{count(found.checks, 'claim')} checked in {year}, in {stories}."
    yield from (f"{n:>6}  {verdict}" for verdict, n in found.verdicts.items())
    if found.only_said:
        yield f"{found.only_said:>6}  only whether it was said"
    for about, counts in (("kind", found.kinds), ("whose", found.speakers), ("party", found.parties)):
        yield from (f"{n:>6}  {about}: {name}" for name, n in list(counts.items())[:_MOST_PARTIES])
    if found.checks:
        readers = f"{count(found.readers, 'reader')}, {_share(found.read_twice, found.checks)} by two of them"
        yield f"Checked in {count(found.weeks, 'week')} of the year, by {readers}."
    if found.leaning:
        two, primary, none = (_share(n, found.leaning) for n in (found.two, found.primary, found.unsourced))
        on = f"Independent sources of the {found.leaning} that need any: {found.sources:.1f} on average"
        yield f"{on}; two or more: {two}; a primary one: {primary}; none: {none}."


def _share(n: int, of: int) -> str:
    return f"{n} ({100 * n / of:.0f} %)"
