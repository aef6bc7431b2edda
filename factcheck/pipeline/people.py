"""The people of a case: who is on its source sheet, whom a name means, and talks with them put into its log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import casefile
from factcheck.language.calendar import day_in_words
from factcheck.model import Card, Case, Contact, Evidence, EvidenceLevel, FactcheckError, Source, one_line
from factcheck.model.names import unaccented
from factcheck.model.people import Asked, to_ask
from factcheck.pipeline.opening import Opened, refuse_unknown


def add_to_sheet(path: Path, people: Iterable[Asked]) -> int:
    """Put whom one would ask on the source sheet of the case in a file, with their titles; how many were not yet there.

    Raises FactcheckError when the sheet cannot be read or saved.
    """
    return casefile.add_people(path, (Card(name=one.name, affiliation=one.title) for one in people if one.named and one.name))


def find_asked(opened: Opened, name: str, *, every: bool = False) -> Asked:
    """Whom a name means among those to ask: one who is called so, else the only one in whose name it stands.

    Raises FactcheckError when there is no such one, or more than one.
    """
    people = [one for one in to_ask(opened.unchecked, every=every) if one.name is not None]
    called = [one for one in people if one.is_called(name)]
    near = called or [one for one in people if name.strip() and unaccented(name) in unaccented(one.name or "")]
    if len(near) == 1:
        return near[0]
    shown = one_line(name, 60)
    if near:
        names = ", ".join(one_line(one.name or "", 60) for one in near[:5])
        raise FactcheckError(f"“{shown}” may be {names}; give the whole name.")
    more = "" if every else ", or with --all about what is decided, too"
    raise FactcheckError(f"There is nothing to ask “{shown}” about; factcheck people {opened.shown} tells whom there is{more}.")


def log_contact(opened: Opened, contact: Contact) -> list[str]:
    """Put a talk into the log of a case, and as evidence on its claims, in one save; what the person should know, in sentences.

    The name is written as the case or its sheet has it. One who is confidential there is a confidential source from now on. A talk that is
    in the log already is not put there again.
    Raises FactcheckError for a claim that is not there, for a bad sheet, and when the case cannot be saved.
    """
    case = opened.unchecked
    refuse_unknown(opened, contact.claims, f"factcheck people {opened.shown} tells the ids")
    made = talk(case, casefile.read_people(opened.file.path), contact)
    contact = made.contact
    if contact in case.contacts:
        return ["This is in the log already; nothing was added."]
    saved = opened.file.save(_logged(case, made))
    about = f", as evidence on {', '.join(contact.claims)}" if contact.claims else ""
    return [f"Logged: {contact.person}, {_when(contact)}{about}.", *saved.conflicts]


@dataclass(frozen=True)
class Talk:
    """What a talk puts into a case: the entry in its log, the evidence on each of its claims, and the source that is confidential now."""

    contact: Contact
    evidence: Evidence
    confidential: Source | None


def talk(case: Case, cards: Iterable[Card], contact: Contact) -> Talk:
    """What a talk puts into a case. The name is as the sheet (`cards`) or the case has it; who is confidential there is here."""
    cards = tuple(cards)
    contact = contact.model_copy(update={"person": _full_name(case, cards, contact.person)})
    evidence = Evidence(
        source=contact.person, stance=contact.stance, level=EvidenceLevel.PRIMARY, quote=contact.words, locator=_when(contact),
        accessed=contact.at.date(), added_by=contact.by, added_at=contact.at,
    )  # fmt: skip
    hidden = any(card.confidential and card.key == evidence.key for card in cards)
    known = case.sources_by_key.get(evidence.key) or Source(name=contact.person)
    return Talk(contact, evidence, known if hidden and not known.confidential else None)


def as_on_sheet(case: Case, cards: Iterable[Card]) -> Case:
    """The case with those as confidential sources who are confidential on its sheet."""
    for card in cards:
        if card.confidential:
            known = case.sources_by_key.get(card.key) or Source(name=card.name)
            case = case.with_source(known.model_copy(update={"confidential": True}))
    return case


def _logged(case: Case, made: Talk) -> Case:
    if made.confidential is not None:
        case = case.with_source(made.confidential.model_copy(update={"confidential": True}))
    for claim_id in made.contact.claims:
        claim = case.claim(claim_id)
        case = case.with_claim(claim.model_copy(update={"evidence": (*claim.evidence, made.evidence)}))
    return case.model_copy(update={"contacts": (*case.contacts, made.contact)})


def _when(contact: Contact) -> str:
    return f"{contact.how}, {day_in_words(contact.at)}"


def _full_name(case: Case, cards: Sequence[Card], name: str) -> str:
    """The name as the case's ledger or its sheet has it, also of one typed without accents; an unknown one on one line."""
    key = unaccented(name)
    known = [one.name for one in case.entities if key in map(unaccented, (one.name, *one.names))]
    on_sheet = [card.name for card in cards if unaccented(card.name) == key]
    return on_sheet[0] if on_sheet else known[0] if len(known) == 1 else " ".join(name.split())
