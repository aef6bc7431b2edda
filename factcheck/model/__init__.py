"""The words that every room shares: article, block, claim, speaker, date, figure, flag, evidence, review, case."""

from factcheck.model.address import Address, without_login
from factcheck.model.agreement import Agreement, agreements
from factcheck.model.article import Article, Block, BlockRole, Landmark, LeftOut, Off, Remark
from factcheck.model.base import Kept, Model, Span, Words
from factcheck.model.bearing import Bearing, Borne
from factcheck.model.case import SCHEMA, Case, CaseSummary, Progress, flags_by_claim
from factcheck.model.claim import Attribution, Claim, ClaimKind, Mode, Speaker, claim_ids, free_id
from factcheck.model.contact import Card, Channel, Contact
from factcheck.model.correction import Correction, in_force, undone_by
from factcheck.model.counts import count, noun
from factcheck.model.desk import AssignAction, Assignment, Note, NoteAction, Thread
from factcheck.model.entity import Entity, EntityKind, Gender, How, Mention, Tie
from factcheck.model.errors import FactcheckError
from factcheck.model.flag import Dismissal, Flag, Severity, Waiver
from factcheck.model.gists import bare_gist, with_context, with_headline
from factcheck.model.hindrances import Hindrance, hindrances
from factcheck.model.house import NO_HOUSE, House
from factcheck.model.naming import KeptPath, kept_name, name_kept
from factcheck.model.remarks import with_remarks
from factcheck.model.removal import Removal
from factcheck.model.review import Aspect, Evidence, EvidenceLevel, Former, Reader, Review, ReviewRole, Stance
from factcheck.model.signing import Policy, SignAction, SignOff
from factcheck.model.source import EXACT, Quotation, Source
from factcheck.model.values import Basis, Change, DateKind, DateMod, DateValue, Figure
from factcheck.model.verdicts import Rating, Standing, Tone, Verdict
from factcheck.model.visible import one_line, visible
from factcheck.model.written import Written, written_in

__all__ = [
    "EXACT", "NO_HOUSE", "SCHEMA", "Address", "Agreement", "Article", "Aspect", "AssignAction", "Assignment", "Attribution", "Basis",
    "Bearing", "Block", "BlockRole", "Borne", "Card", "Case", "CaseSummary", "Change", "Channel", "Claim", "ClaimKind", "Contact",
    "Correction", "DateKind", "DateMod", "DateValue", "Dismissal", "Entity", "EntityKind", "Evidence", "EvidenceLevel", "FactcheckError",
    "Figure", "Flag", "Former", "Gender", "Hindrance", "House", "How", "Kept", "KeptPath", "Landmark", "LeftOut", "Mention", "Mode",
    "Model", "Note", "NoteAction", "Off", "Policy", "Progress", "Quotation", "Rating", "Reader", "Remark", "Removal", "Review",
    "ReviewRole", "Severity", "SignAction", "SignOff", "Source", "Span", "Speaker", "Stance", "Standing", "Thread", "Tie", "Tone",
    "Verdict", "Waiver", "Words", "Written", "agreements", "bare_gist", "claim_ids", "count", "flags_by_claim", "free_id", "hindrances",
    "in_force", "kept_name", "name_kept", "noun", "one_line", "undone_by", "visible", "with_context", "with_headline", "with_remarks",
    "without_login", "written_in",
]  # fmt: skip
