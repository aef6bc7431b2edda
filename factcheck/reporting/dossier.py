"""The dossier over several stories: what must change in each, what is open with whom, and what the stories share, on one page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import Any

from factcheck.model import Case, Source, count, one_line
from factcheck.model.entity import Entity, EntityKind
from factcheck.model.names import unaccented
from factcheck.reporting import words
from factcheck.reporting.colours import styles
from factcheck.reporting.kinds import Kinds, SourceKind
from factcheck.reporting.pages import ours
from factcheck.reporting.readers import decided_by
from factcheck.reporting.rendering import render
from factcheck.reporting.to_do import Need, Sentence, Task, to_do
from factcheck.reporting.withholding import hidden_sources, leaving, revealed_keys

Facts = dict[str, Any]
Pair = tuple[tuple[int, str], tuple[int, str]]
"""Two claims that were judged differently: of each the place of its case among the stories, and its id."""
_AROUND = 160
"""Characters of a sentence that are told at either side of the words that a thing is about."""


def dossier_as_html(stories: Sequence[tuple[str, Case | str]], pairs: Iterable[Pair] = (), reveal: Iterable[str] = ()) -> str:
    """The dossier as one HTML page: no script, nothing fetched. For what it takes see `facts`."""
    return render("dossier.html.jinja", ours(), facts(stories, pairs, reveal))


def dossier_as_markdown(stories: Sequence[tuple[str, Case | str]], pairs: Iterable[Pair] = (), reveal: Iterable[str] = ()) -> str:
    """The dossier in Markdown. For what it takes see `facts`."""
    return render("dossier.md.jinja", ours(), facts(stories, pairs, reveal))


DOSSIER_FORMATS = {"md": dossier_as_markdown, "html": dossier_as_html}
"""The forms of a dossier over several stories."""


def facts(stories: Sequence[tuple[str, Case | str]], pairs: Iterable[Pair] = (), reveal: Iterable[str] = ()) -> Facts:
    """What the dossier says as plain data, the stories in which most must change first.

    `stories` are cases by the names of their files; a text in the place of a case says why it cannot be read. `pairs` are claims that were
    judged differently, by the places of their stories. Who is confidential in one story is named in none, but for those to `reveal`, by
    name or address.
    """
    reveal = tuple(reveal)
    told = _told(stories, reveal)
    read = sorted(told.values(), key=lambda one: -one.must)
    unread = [{"story": one_line(name, 200), "error": case} for name, case in stories if isinstance(case, str)]
    return {
        "title": count(len(stories), "story", "stories"),
        "about": [],
        "first": _first(read, len(unread)),
        "stories": [one.row() for one in read],
        "unread": unread,
        "must": [one.changes() for one in read if one.must],
        "open": _open(read),
        "differing": [{"claims": [told[nth].judged(claim) for nth, claim in pair]} for pair in pairs],
        "sources": _shared_sources(read, revealed_keys(reveal)),
        "people": _shared_people(read),
        "standings": styles(),
    }


def _told(stories: Sequence[tuple[str, Case | str]], reveal: Sequence[str]) -> dict[int, _Story]:
    """The stories that could be read, by their places; of those with one headline each has the name of its file, too."""
    there = {nth: (name, case) for nth, (name, case) in enumerate(stories) if isinstance(case, Case)}
    titles = Counter(words.headline(case) for _, case in there.values())
    shown = zip(there.items(), _hidden_in_all([case for _, case in there.values()], reveal), strict=True)
    return {nth: _Story(nth, case, name if titles[words.headline(case)] > 1 else None) for (nth, (name, _)), case in shown}


class _Story:
    """One case as the dossier tells of it."""

    def __init__(self, nth: int, case: Case, file: str | None) -> None:
        title = one_line(words.headline(case), 200)
        self.case, self.tasks = case, to_do(case)
        self.title = f"{title} ({one_line(file, 100)})" if file else title
        self.must = sum(task.need.row.must for task in self.tasks)
        self._anchor = f"s{nth + 1}"

    def row(self) -> Facts:
        """The story in the table of all."""
        progress, signed = self.case.progress(), self.case.signed
        return {
            "story": self.title,
            "anchor": self._anchor,
            "published": words.published(self.case.article),
            "claims": progress.total,
            "decided": progress.decided,
            "must": self.must,
            "questions": progress.questions,
            "holders": ", ".join(one_line(one.to, 60) for one in self.case.holders),
            "signed": f"{one_line(signed.by, 60)}, {signed.at.date()}" if signed is not None else "",
        }

    def changes(self) -> Facts:
        """What must change in the story before it runs."""
        return {"story": self.title, "anchor": self._anchor, "tasks": [_task(task) for task in self.tasks if task.need.row.must]}

    def judged(self, claim_id: str) -> Facts:
        """A claim and how it was judged here."""
        claim = self.case.claim(claim_id)
        aspect = claim.aspects[-1]
        standing = claim.standing(aspect)
        told = f"{f'{aspect.row.that}: ' if aspect else ''}{standing}"
        by = decided_by(claim, aspect)
        return {"story": self.title, "gist": claim.in_context, "verdict": told, "sign": standing.sign, "standing": standing.value, "by": by}


def _hidden_in_all(cases: Sequence[Case], reveal: Sequence[str]) -> list[Case]:
    """The cases without the names of confidential sources; one that is so in any of them is so in all."""
    confidential = {source.key: source for case in cases for source in hidden_sources(case, reveal)}
    shown = []
    for case in cases:
        known = case.sources_by_key
        missing = [source for key, source in confidential.items() if key not in known or not known[key].confidential]
        for source in missing:
            here = known.get(source.key) or Source(url=source.url, name=source.name)
            case = case.with_source(here.model_copy(update={"confidential": True}))
        shown.append(leaving(case, reveal))
    return shown


def _first(told: Sequence[_Story], unread: int) -> str:
    """What to know first, in one line."""
    wrong, changes = sum(one.must > 0 for one in told), sum(one.must for one in told)
    stands = "as it stands" if wrong == 1 else "as they stand"
    of = f"{wrong} of {count(len(told), 'story', 'stories')} must not run {stands} ({count(changes, 'thing')} to change)"
    left = sum(one.case.progress().left for one in told)
    parts = [of if wrong else "Nothing was found that must change", f"{count(left, 'claim')} still open"]
    parts.append(f"{sum(one.case.signed is not None for one in told)} signed off")
    return "; ".join([*parts, *([f"{unread} could not be read"] if unread else [])]) + "."


def _task(task: Task) -> Facts:
    """A thing to do with its sentence, cut where it is long, and the words in it that it is about."""
    about = {"need": task.need.row.heading, "what": task.what, "by": task.by, "why": task.why, "instead": task.instead}
    return about | {"sentence": _cut(task.sentence) if task.sentence is not None else None}


def _cut(sentence: Sentence) -> Facts:
    before, after = one_line(f"{sentence.before}x")[:-1], one_line(f"x{sentence.after}")[1:]
    before = before if len(before) <= _AROUND else f"…{before[-_AROUND:].partition(' ')[2]}"
    after = after if len(after) <= _AROUND else f"{after[:_AROUND].rpartition(' ')[0]}…"
    return {"before": before, "words": one_line(sentence.words, 400), "after": after}


def _open(told: Sequence[_Story]) -> list[Facts]:
    """With whom how much of what is open, and in which stories; what waits for nobody in particular comes last."""
    waiting: defaultdict[str | None, defaultdict[tuple[str, Need], int]] = defaultdict(lambda: defaultdict(int))
    for one in told:
        for task in one.tasks:
            if task.waits_for is not None or task.need in (Need.UNDECIDED, Need.QUESTION):
                waiting[task.waits_for][one.title, task.need] += 1
    order = sorted(waiting.items(), key=lambda entry: (entry[0] is None, -sum(entry[1].values()), entry[0] or ""))
    return [
        {
            "who": who or "Nobody in particular",
            "things": [{"story": story, "need": need.row.heading, "number": n} for (story, need), n in things.items()],
        }
        for who, things in order
    ]


def _shared_sources(told: Sequence[_Story], revealed: Collection[str]) -> list[Facts]:
    """The sources on which claims of two stories or more lean, those of most stories first."""
    having: defaultdict[str, list[tuple[_Story, Source, SourceKind, int]]] = defaultdict(list)
    for one in told:
        leaning: defaultdict[str, set[str]] = defaultdict(set)
        for claim in one.case.claims:
            for item in claim.evidence:
                leaning[item.key].add(claim.id)
        kinds = Kinds(one.case)
        for source in one.case.every_source:
            if not source.confidential or source.key in revealed:
                having[source.key].append((one, source, kinds.of(source), len(leaning[source.key])))
    shared = [entries for entries in having.values() if len(entries) > 1]
    return [
        {
            "called": entries[0][1].called,
            "url": entries[0][1].url,
            "kind": entries[0][2].row.one,
            "status": next((source.status for _, source, _, _ in entries if source.status and not source.works), None),
            "stories": [{"story": one.title, "number": n} for one, _, _, n in entries],
        }
        for entries in sorted(shared, key=lambda entries: (-len(entries), entries[0][1].called))
    ]


def _shared_people(told: Sequence[_Story]) -> list[Facts]:
    """The people whom two stories or more name in full, with what each calls them, those of most stories first."""
    named: defaultdict[str, list[tuple[_Story, Entity]]] = defaultdict(list)
    for one in told:
        people = (person for person in one.case.entities if person.kind is EntityKind.PERSON and " " in person.name)
        for key, person in {unaccented(person.name): person for person in people}.items():
            named[key].append((one, person))
    shared = [entries for entries in named.values() if len(entries) > 1]
    return [
        {
            "name": entries[0][1].name,
            "differ": _differ([person for _, person in entries]),
            "stories": [{"story": one.title, "as": _as_named(person)} for one, person in entries],
        }
        for entries in sorted(shared, key=lambda entries: (-len(entries), entries[0][1].name))
    ]


def _differ(people: Sequence[Entity]) -> bool:
    """Whether two stories give one person titles of which none is the same, or two genders. One that says less contradicts nobody."""
    titles = [set(map(str.casefold, person.titles)) for person in people if person.titles]
    genders = {person.gender for person in people if person.gender}
    return len(genders) > 1 or any(one.isdisjoint(other) for one, other in combinations(titles, 2))


def _as_named(person: Entity) -> str:
    """Name, titles, ages and party as a story has them."""
    told = (person.name, *person.titles, *(f"aged {age}" for age in person.ages), person.party)
    return ", ".join(one_line(part, 120) for part in told if part)
