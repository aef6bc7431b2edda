"""The keys of a case file. It is written, read, merged, described to editors of TOML and in the reference from these tables alone.

A field of the model that has no column here, and is not said to have none for a reason, is an error when this module is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.casefile.columns import Column, Columns
from factcheck.casefile.forms import BLOCKS, DIGEST, LANDMARKS, LINE, MENTION, MENTIONS, NUMBER, OFF, PLACE, PLACES, WRITTEN_BY_HAND
from factcheck.model import (
    SCHEMA,
    Article,
    Aspect,
    AssignAction,
    Assignment,
    Basis,
    Case,
    Change,
    Channel,
    Claim,
    ClaimKind,
    Contact,
    Correction,
    DateKind,
    DateMod,
    Dismissal,
    Entity,
    EntityKind,
    Evidence,
    EvidenceLevel,
    Former,
    Mode,
    Note,
    NoteAction,
    Quotation,
    Removal,
    Review,
    ReviewRole,
    SignAction,
    SignOff,
    Source,
    Stance,
    Tie,
    Verdict,
    Waiver,
)


def _one_of(words: Any) -> str:
    *some, last = words
    return f"{', '.join(some)} or {last}"


REVIEW = Columns(
    "[[claims.reviews]]",
    "one decision, note, correction or question, or an answer to one; entries are only added",
    Review,
    (
        Column("verdict", _one_of(Verdict)),
        Column("aspect", f"of an attributed claim, what the verdict is on: {_one_of(f'`{a}` ({a.row.that})' for a in Aspect)}"),
        Column("by", "who"),
        Column("at", "when, with its zone"),
        Column("role", f"{_one_of(ReviewRole)}; checker where nothing is written", usual=ReviewRole.CHECKER),
        Column("note", "words"),
        Column("correction", "what the article should say"),
        Column("question", "what the author is asked"),
        Column("answer", "of an entry on a question, what the author answered"),
        Column("on", "the entry that it answers, withdraws or rewords: a hash of its author, time and words"),
        Column("withdraws", "true if it withdraws the entry that it is on", usual=False),
        Column(
            "judged",
            "a hash of what was judged: the words, whose they are, what a date or figure means; the verdict is stale when it differs",
        ),
        Column("blind", "true for a verdict given without sight of what others had decided", usual=False),
    ),
    named_by=("by", "at"),
)
_EVIDENCE = (
    Column("url", "an address"),
    Column("source", "a book, a call, a document, where there is no address"),
    Column("title", "what it is called"),
    Column("stance", f"how it bears on the claim: {_one_of(Stance)}", together="stance"),
    Column("stance_by", "who said so, where that is not who added it", together="stance"),
    Column("level", _one_of(f"{level} ({level.row.meaning})" for level in EvidenceLevel)),
    Column("quote", "what it says"),
    Column("locator", "where it says so: page, minute, paragraph"),
    Column("note", "the writer's note that names it, as it stands; of a published fact-check, its rating in its words"),
    Column("accessed", "the day it was looked at"),
    Column("added_by", "who added it"),
    Column("added_at", "when"),
)
EVIDENCE = Columns("[[claims.evidence]]", "what a verdict rests on", Evidence, _EVIDENCE, named_by=("url", "source"))
FORMER = Columns(
    "[[claims.former]]",
    "evidence as it was before somebody took it away, or changed it; entries are only added",
    Former,
    (
        *_EVIDENCE,
        Column("ended_by", "who did so"),
        Column("ended_at", "when"),
        Column("changed", "true if it was changed rather than removed", usual=False),
    ),
    named_by=("ended_by", "ended_at"),
)
QUOTATION = Columns(
    "[[sources.quotations]]",
    "how a quotation compares with its source",
    Quotation,
    (
        Column("claim", "the claim that they bear on"),
        Column("quote", "the words"),
        Column("match", "how much alike they are, of 100"),
        Column("found", "what the source says there"),
        Column("at", "where that starts in its readable text"),
        Column("place", "where that is, in the source's own terms: page, time, cell"),
        Column("remarks", "what to look at: where the quotation stops, or a figure that differs", usual=()),
    ),
    named_by=("claim",),
)
SOURCE = Columns(
    "[[sources]]",
    "a source of evidence, and what was found there",
    Source,
    (
        Column("url", "the address that evidence gives"),
        Column("name", "the other source that evidence gives: a file, a call, a book"),
        Column("confidential", "true if no export names it without `--reveal`", usual=False),
        Column(
            "text_of",
            "the agency or site whose text it carries; sources that carry the same text count as one",
            called="whose text it carries",
        ),
        Column("status", "what was found when it was fetched", together="fetched"),
        Column("fetched", "when that was", together="fetched"),
        Column("address", "where that ended", together="fetched"),
        Column("title", "its title, as it gives it", together="fetched"),
        Column("publisher", "who publishes it", together="fetched"),
        Column("author", "who wrote it", together="fetched"),
        Column("dated", "when it appeared", together="fetched"),
        Column("sha256", "which snapshot beside the case it is, or which copy of a file", together="fetched"),
        Column("kept", "when that was made", together="fetched"),
        Column("archive", "the address of a public archive's copy", together="fetched"),
        Column("recording", "of a transcript, the recording that lay beside it", together="fetched"),
        Column("recording_sha256", "the copy that was kept of it", together="fetched"),
        Column("transcript", "of a recording, the transcript that lay beside it, in which words are looked for", together="fetched"),
        Column("transcript_sha256", "the copy that was kept of it", together="fetched"),
        Column("quotations", "how each quotation from it stands there", usual=(), entries=QUOTATION, together="fetched"),
    ),
    named_by=("url", "name"),
    either=("url", "name"),
)
CLAIM = Columns(
    "[[claims]]",
    "one claim",
    Claim,
    (
        Column("id", "a short id that does not change"),
        Column("kind", _one_of(ClaimKind), together="said"),
        Column("text", "the words as written", together="extent words"),
        Column(
            "gist", "the claim in words that make sense on their own, what was added in brackets; where needed, with what stands before it",
            called="its wording",
        ),
        Column("speaker", "who said it, as written", ("speaker.text",), beside="speaker_at", together="said words"),
        Column("speaker_name", "the full name of that speaker", ("speaker.name",), beside="speaker", together="said"),
        Column("speaker_title", "the title that goes with the name", ("speaker.title",), beside="speaker", together="said"),
        Column("speaker_entity", "the id under `[[entities]]` of whom that means", ("speaker.entity",), beside="speaker", together="said"),
        Column("cue", "the words that attribute it: said, according to", ("cue.text",), beside="cue_at", together="said words"),
        Column("mode", _one_of(Mode), together="said"),
        Column("at", "where the claim stands", ("start", "end"), PLACE, together="extent words"),
        Column("speaker_at", "where the speaker stands", ("speaker.start", "speaker.end"), PLACE, beside="speaker", together="said words"),
        Column("cue_at", "where the cue stands", ("cue.start", "cue.end"), PLACE, beside="cue", together="said words"),
        Column("content_at", "where what was said stands", ("content",), PLACES, usual=(), together="said words"),
        Column("part_of", "of a name, date or figure, the claim that it belongs to", called="which claim it is part of"),
        Column("entity", "of a name, whom or what it means: the id under `[[entities]]`", called="whom it means"),
        Column("date", "what a date means (TIMEX3)", ("date.value",), together="date"),
        Column(
            "date_kind", f"{_one_of(DateKind)}; DATE where nothing is written", ("date.kind",),
            usual=DateKind.DATE, beside="date", together="date",
        ),
        Column("date_mod", _one_of(DateMod), ("date.mod",), beside="date", together="date"),
        Column("earliest", "its first day", ("date.earliest",), beside="date", together="date"),
        Column("latest", "its last day", ("date.latest",), beside="date", together="date"),
        Column("told_from", "the day it was worked out from", ("date.anchor",), beside="date", together="date"),
        Column(
            "rests_on", f"what it rests on besides its own words: {_one_of(f'`{b}` ({b.row.meaning})' for b in Basis)}", ("date.basis",),
            beside="date", together="date",
        ),
        Column("told_year", "the year named before it, where the date has none", ("date.told_year",), beside="date", together="date"),
        Column("date_by", "who corrected it", ("date.set_by",), beside="date", together="date"),
        Column(
            "date_at", "where it stands, if not just where the claim does", ("date.start", "date.end", "date.text"), PLACE,
            apart=True, beside="date", together="extent words",
        ),
        Column("figure", "what a figure means; the lower end of a range", ("figure.value",), NUMBER, together="figure"),
        Column("figure_high", "the upper end of a range", ("figure.high",), NUMBER, beside="figure", together="figure"),
        Column(
            "unit", "money by its ISO code, percent, or what is counted, and per what, as in `USD per hour`", ("figure.unit",),
            beside="figure", together="figure",
        ),
        Column(
            "change",
            f"{_one_of(f'`{change}` ({change.row.words})' for change in Change if change.row.words)}; `=` where nothing is written",
            ("figure.change",), usual=Change.EXACT, beside="figure", together="figure",
        ),
        Column("figure_by", "who corrected it", ("figure.set_by",), beside="figure", together="figure"),
        Column(
            "figure_at", "where it stands, if not just where the claim does", ("figure.start", "figure.end", "figure.text"), PLACE,
            apart=True, beside="figure", together="extent words",
        ),
        Column(
            "checkable", "false for an opinion, a prediction, a question and the like; of what somebody said, whether that can be checked",
            usual=True, called="whether it can be checked",
        ),
        Column("reason", "why it is not checkable, and by which words", called="why it cannot be checked"),
        Column("made_by", "who made it, or changed its words, wording or speaker, by hand", called="who made it"),
        Column("was", "its words when they were judged, where the article has changed since", called="its words when they were judged"),
        Column("reviews", REVIEW.what, usual=(), entries=REVIEW),
        Column("evidence", EVIDENCE.what, usual=(), entries=EVIDENCE),
        Column("former", FORMER.what, usual=(), entries=FORMER),
    ),
    named_by=("id",),
)  # fmt: skip
ENTITY = Columns(
    "[[entities]]",
    "a person, body, place or thing that the article names, and every mention that certainly means it",
    Entity,
    (
        Column("id", "a short id that does not change unless kind or name does"),
        Column("kind", _one_of(EntityKind)),
        Column("name", "the fullest name that the article gives"),
        Column("names", "the others, acronyms too", usual=()),
        Column("titles", "titles and offices, as the article gives them", usual=()),
        Column("gender", "f or m, as the article shows it"),
        Column("ages", "in years, as the article gives them", usual=()),
        Column("party", "a political party, as the article gives it"),
        Column("kin", "whose relation the article says that it is: `son of Ann Lee`", usual=()),
        Column("mentions", 'where, how and in which words, a line each: `"156:170 name Ruth Sandison"`', form=MENTIONS, usual=()),
    ),
    named_by=("id",),
)
TIE = Columns(
    "[[ties]]",
    "whom a mention or a name means, corrected by hand; it applies whenever the article is split",
    Tie,
    (
        Column("mention", 'the one place that is corrected: `"156:159 pronoun she"`', form=MENTION),
        Column("name", "or the full name that is corrected wherever it stands"),
        Column("means", "the full name of whom that is"),
        Column("by", "who corrected it"),
        Column("at", "when; of several on the same words the last counts"),
    ),
    named_by=("mention", "name"),
    either=("mention", "name"),
)
DISMISSAL = Columns(
    "[[dismissals]]",
    "a flag that was dismissed",
    Dismissal,
    (
        Column("fingerprint", "which flag"),
        Column("check", "what found it, for the reader of the file"),
        Column("by", "who dismissed it"),
        Column("at", "when"),
        Column("reason", "why"),
    ),
    named_by=("fingerprint",),
)
WAIVER = Columns(
    "[[waivers]]",
    "words that somebody said need no checking",
    Waiver,
    (
        Column("words", "the words", ("text",), together="words"),
        Column("at", "where they stand", ("start", "end"), PLACE, together="words"),
        Column("by", "who said so"),
        Column("on", "when", ("at",)),
        Column("reason", "why"),
    ),
    named_by=("words", "at"),
)
REMOVAL = Columns(
    "[[removals]]",
    "a claim that somebody removed; restoring it deletes the entry",
    Removal,
    (
        Column("claim", "its id"),
        Column("words", "its words", ("text",)),
        Column("parts", "the ids of its names, dates and figures, which went with it", usual=()),
        Column("into", "the id of the claim that it was joined with"),
        Column("by", "who took it out"),
        Column("at", "when"),
    ),
    named_by=("claim", "at"),
)
CONTACT = Columns(
    "[[contacts]]",
    "a conversation with somebody about the article; entries are only added",
    Contact,
    (
        Column("with", "whom", ("person",)),
        Column("how", _one_of(f"{channel} ({channel.row.meaning})" for channel in Channel)),
        Column("at", "when"),
        Column("by", "who asked"),
        Column("claims", "the ids of the claims that it was about", usual=()),
        Column("confirmed", "what they said is right"),
        Column("corrected", "what they said is wrong, and what is right"),
        Column("words", "what they said, in their words"),
    ),
    named_by=("with", "at"),
)
ASSIGNMENT = Columns(
    "[[assignments]]",
    "who was given the case, or had it taken back; entries are only added, and the last one of a person in a role counts",
    Assignment,
    (
        Column("to", "whom"),
        Column("role", f"{_one_of(ReviewRole)}; checker where nothing is written", usual=ReviewRole.CHECKER),
        Column("action", f"{_one_of(AssignAction)}; given where nothing is written", usual=AssignAction.GIVEN),
        Column("due", "when it is due: a day (until its end, in the reader's time zone), or a moment with its zone"),
        Column("by", "who did it"),
        Column("at", "when"),
    ),
    named_by=("to", "at"),
)
NOTE = Columns(
    "[[notes]]",
    "a note on the case as a whole, a reply to one, or that one is dealt with; entries are only added",
    Note,
    (
        Column("id", "a short id that does not change"),
        Column("by", "who"),
        Column("at", "when"),
        Column("action", f"{_one_of(NoteAction)} (by who wrote it); written where nothing is said", usual=NoteAction.WRITTEN),
        Column("text", "words; `@Ada` is meant for Ada"),
        Column("reply_to", "the id of the note that it is about"),
    ),
    named_by=("id",),
)
CORRECTION = Columns(
    "[[corrections]]",
    "what was changed after the article ran (a review's `correction` is what should change before it does); entries are only added",
    Correction,
    (
        Column("id", "a short name, by which another entry amends or withdraws it"),
        Column("was", "what the article gave"),
        Column("is", "what it gives now", ("now",)),
        Column("says", "the printed words, if not the usual sentence"),
        Column("why", "why; never in the public log"),
        Column("by", "who decided"),
        Column("at", "when it was corrected"),
        Column("asked_by", "who asked for it; never in the public log"),
        Column("claims", "the ids of the claims that it is about", usual=()),
        Column("amends", "the id of the entry that it replaces"),
        Column("withdraws", "the id of the entry that it withdraws; the one before it counts again"),
    ),
    named_by=("id",),
)
SIGNOFF = Columns(
    "[[signoffs]]",
    "an editor's sign-off, or the reopening of one; entries are only added",
    SignOff,
    (
        Column("action", _one_of(SignAction)),
        Column("by", "who"),
        Column("at", "when"),
        Column("note", "words; the reason of a reopening"),
        Column(
            "seal",
            "a hash of what was signed: the article's words, and what each claim says and where it stands. "
            "The sign-off no longer holds when it differs",
        ),
    ),
    named_by=("by", "at"),
)
ARTICLE = Columns(
    "[article]",
    "what the article says of itself",
    Article,
    (
        Column("headline", "follows from the words", form=LINE, derived=True),
        Column("source", "the path or address that it was read from", called="where it was read from"),
        Column("published", "when it appeared: a day, or a moment", called="when it was published"),
        Column("place", "where it was written", called="where it was written"),
        Column("agency", "the agency or paper"),
        Column("byline", "who wrote it"),
        Column(
            "sha256", "a checksum of the words: they must be those that the claims were made from", form=DIGEST, derived=True, last=True
        ),
    ),
)
TEXT = Columns(
    "[text]",
    "the article's words",
    Article,
    (
        Column(
            "blocks", 'what each part of the words is, a line each: `"body 120:164"`', form=BLOCKS, usual=(), called="what its parts are"
        ),
        Column("landmarks", 'where another page, chapter or time begins, a line each: `"1520 page 2"`', form=LANDMARKS, usual=()),
        Column("off", 'where the article says that checks are off, or all, a line each: `"120:164 name variant"`', form=OFF, usual=()),
        Column("article", "the words themselves", ("text",), last=True, called="its words"),
    ),
)
CASE = Columns(
    "",
    "the whole file",
    Case,
    (
        Column("schema", f"the version of the format, now {SCHEMA}; a file of a newer one is refused", ("schema_version",)),
        Column("article", ARTICLE.what),
        Column("claims", CLAIM.what, entries=CLAIM),
        Column("entities", ENTITY.what, entries=ENTITY),
        Column("ties", TIE.what, entries=TIE),
        Column("dismissals", DISMISSAL.what, entries=DISMISSAL),
        Column("waivers", WAIVER.what, entries=WAIVER),
        Column("removals", REMOVAL.what, entries=REMOVAL),
        Column("contacts", CONTACT.what, entries=CONTACT),
        Column("assignments", ASSIGNMENT.what, entries=ASSIGNMENT),
        Column("notes", NOTE.what, entries=NOTE),
        Column("corrections", CORRECTION.what, entries=CORRECTION),
        Column("signoffs", SIGNOFF.what, entries=SIGNOFF),
        Column("sources", SOURCE.what, entries=SOURCE),
        Column("text", TEXT.what, ("article",), last=True),
    ),
    also={"orphans": "a lost claim, whose wording no longer appears in the article, with what was decided on it"},
)

LISTS = {column.key: column.entries for column in CASE if column.entries is not None}
"""The arrays of tables at the top of a file, in their order, which are fields of a case of the same name."""


def _with_entries(columns: Columns) -> Iterator[Columns]:
    yield columns
    for column in columns:
        if column.entries is not None:
            yield from _with_entries(column.entries)


TABLES = (CASE, ARTICLE, *(table for columns in LISTS.values() for table in _with_entries(columns)), TEXT)
"""Every table that a file can have, in its order."""

NOT_KEPT: dict[tuple[Any, str], str] = {
    (Article, "remarks"): "they become notes and evidence on the claims",
    (Article, "left_out"): "it tells of one reading of the source",
    (Article, "language"): "a case is made of what is read as English",
    (Case, "flags"): "they are computed",
}
"""Fields of the model that no file has, and why."""


def _forgotten() -> Iterator[str]:
    """What the model has and no column holds, and what a column holds that the model does not have, as a sentence each."""
    held: dict[Any, set[str]] = {model: set(names) for model, names in WRITTEN_BY_HAND.items()}
    for model, name in NOT_KEPT:
        held.setdefault(model, set()).add(name)
    for table in TABLES:
        for column in table:
            of = table.parts[column.part] if column.part else table.model
            held.setdefault(of, set()).update(column.names)
            if not (column.derived or of.model_fields.keys() >= set(column.names)):
                yield f"The key {column.key} of {table.header} holds what {of.__name__} does not have: {', '.join(column.names)}."
            if column.part:
                held.setdefault(table.model, set()).add(column.part)
    for model, names in held.items():
        for name in model.model_fields.keys() - names:
            yield (
                f"{model.__name__}.{name} would be saved as nothing: give it a column in factcheck/casefile/keys.py, or say in NOT_KEPT "
                "there why no file has it."
            )


if _wrong := list(_forgotten()):
    raise TypeError(" ".join(_wrong))
