"""Commands on the desk: who has a case, notes on it, and the queue over all cases."""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from factcheck import casefile, pipeline, reporting
from factcheck.cli.manner import tell
from factcheck.cli.options import CaseArgument, ReviewerOption, opened_case, shown_progress
from factcheck.model import ReviewRole, visible
from factcheck.model.changes import Changed, to_tell
from factcheck.model.queue import concerns, in_order
from factcheck.settings import reviewer_name

commands = typer.Typer()

_EVERY_SECONDS = 2.0
"""How often `watch --follow` looks at the folder."""


@commands.command(epilog="Example: factcheck assign claims/story.toml --to Ada --due 2026-12-01T17:00")
def assign(
    case: CaseArgument,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="Whom to give it to.")] = None,
    taken_from: Annotated[
        str | None,
        typer.Option("--from", metavar="NAME", help="Whom to take it back from; with --to, it is handed over with its due date."),
    ] = None,
    role: Annotated[ReviewRole, typer.Option("--role", help="In which role.")] = ReviewRole.CHECKER,
    due: Annotated[
        str | None,
        typer.Option(
            "--due",
            metavar="DAY[THH:MM]",
            help="When it is due: a day (until its end), or a day and time, in your time zone unless you give one.",
        ),
    ] = None,
    reviewer: ReviewerOption = None,
) -> None:
    """Give a case to somebody, take it back, or hand it over; without --to and --from, say who has it."""
    if (to is not None and not to.strip()) or (taken_from is not None and not taken_from.strip()):
        raise typer.BadParameter("give the name of whoever it is for", param_hint="--to" if taken_from is None else "--from")
    until = _due(due)
    if until is not None and to is None:
        raise typer.BadParameter("say to whom it is given, with --to", param_hint="--due")
    opened = opened_case(case)
    if to is not None or taken_from is not None:
        for line in pipeline.assign(opened, to, taken_from, role, until, reviewer_name(reviewer, Path.cwd()), pipeline.now()):
            tell(line)
    for line in reporting.holder_lines(opened.file.case, _here()):
        typer.echo(line)


@commands.command(epilog='Example: factcheck note claims/story.toml "@Ben, who rings the harbour master?"')
def note(
    case: CaseArgument,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="The note; @Name addresses it to that person.")] = None,
    reply: Annotated[str | None, typer.Option("--reply", metavar="ID", help="The note that it answers.")] = None,
    resolve: Annotated[
        str | None, typer.Option("--resolve", metavar="ID", help="Mark this note as dealt with; a reply reopens it.")
    ] = None,
    withdraw: Annotated[str | None, typer.Option("--withdraw", metavar="ID", help="Take this note of yours back.")] = None,
    every: Annotated[bool, typer.Option("--all", help="List those that are dealt with, too.")] = False,
    reviewer: ReviewerOption = None,
) -> None:
    """Write a note on a whole case, or answer one; without a text, list the open ones."""
    wanted = [one for one in (text, resolve, withdraw) if one is not None]
    if len(wanted) > 1 or (reply is not None and text is None):
        raise typer.BadParameter("give a text (with --reply to answer), or --resolve, or --withdraw", param_hint="TEXT")
    if text is not None and not text.strip():
        raise typer.BadParameter("a note needs words", param_hint="TEXT")
    opened = opened_case(case)
    by = reviewer_name(reviewer, Path.cwd()) if wanted else ""
    if text is not None:
        written, told = pipeline.add_note(opened, text, reply, by, pipeline.now())
        typer.echo(f"Noted: {written.id}.")
    elif wanted:
        told = pipeline.resolve_note(opened, wanted[0], by, pipeline.now(), withdraw=withdraw is not None)
        typer.echo("Taken back." if withdraw is not None else "Dealt with.")
    else:
        told = []
        for line in reporting.note_lines(opened.unchecked.threads, every=every):
            typer.echo(line)
    for line in told:
        tell(line)


@commands.command(epilog="Example: factcheck queue --mine")
def queue(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that holds the cases.")] = pipeline.CASES,
    mine: Annotated[bool, typer.Option("--mine", help="Only what you have to do or to answer.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    reviewer: ReviewerOption = None,
) -> None:
    """List every case with when it is due, who has it and how far it is, the most urgent first."""
    print_queue(folder, reviewer_name(reviewer, Path.cwd()), mine=mine, as_json=as_json)


def print_queue(folder: Path, name: str, *, mine: bool = False, as_json: bool = False) -> None:
    """Print the cases of a folder as they are to be done, or only what is to be done by the reader of that name."""
    try:
        with shown_progress() as progress:
            there = list(pipeline.summaries(folder, progress))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    now = _here()
    cases = [case for case in in_order(there, name, now) if not mine or concerns(case, name)]
    if as_json:
        typer.echo(reporting.queue_as_json(cases, name, now))
    elif not there:
        typer.echo(f"There are no cases in {visible(str(folder))} yet. Start one with: factcheck review ARTICLE")
    elif not cases:
        typer.echo(f"Nothing in {visible(str(folder))} is waiting for {visible(name)}.")
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for line in reporting.queue_lines(cases, folder, name, now, width):
            typer.echo(line)


def _here() -> datetime:
    """The moment, in this machine's zone: in which a day ends."""
    return datetime.now().astimezone()


def _due(words: str | None) -> date | datetime | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words) if "T" not in words.strip() and " " not in words.strip() else pipeline.moment(words)
    except ValueError:
        raise typer.BadParameter(
            f"{visible(words)} is neither a day nor a date and time; write it like 2026-12-01 or 2026-12-01T17:00", param_hint="--due"
        ) from None


@commands.command(epilog="Example: factcheck watch claims --since main~5")
def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that holds the cases.")] = pipeline.CASES,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="REV|DAY", help="Since a git revision or a day instead; what you have seen is not remembered then."
        ),
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Keep watching until ctrl-c.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Show what you did yourself, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object; with --follow, one a line.")] = False,
    reviewer: ReviewerOption = None,
) -> None:
    """Show what others have changed in the cases since you last looked on this machine."""
    if since is not None and follow:
        raise typer.BadParameter("choose one of --since and --follow")
    news = _News(reviewer_name(reviewer, Path.cwd()), since, every=every, as_json=as_json)
    try:
        if since is not None:
            with shown_progress() as progress:
                told = casefile.changed_since(folder, _moment_or_revision(since), progress)
            news.tell(told, first=False, otherwise=f"Nothing has changed since {visible(since)}.")
            return
        _tell_news(folder, news, quiet=False)
        while follow:
            time.sleep(_EVERY_SECONDS)
            _tell_news(folder, news, quiet=True)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?", re.ASCII)
"""Takes `2026-12-01`, `2026-12-01T17:00`; refuses `20261201`, which may be a revision."""


def _moment_or_revision(words: str) -> str | datetime:
    if not _DAY.fullmatch(words):
        return words
    try:
        return pipeline.moment(words)
    except ValueError:
        raise typer.BadParameter(
            f"{visible(words)} is no day; write it like 2026-12-01 or 2026-12-01T17:00", param_hint="--since"
        ) from None


@dataclass(frozen=True)
class _News:
    """How what has changed is told to a reader: `since` is what was asked for, if anything."""

    name: str
    since: str | None
    every: bool
    as_json: bool

    def tell(self, changes: Iterable[Changed], *, first: bool, otherwise: str | None) -> None:
        """Print what has changed; where nothing has, and at the `first` look, a sentence, unless there is none."""
        told = to_tell(changes, self.name, every=self.every, first=first)
        if self.as_json and (told or otherwise):
            typer.echo(reporting.changes_as_json(told, self.name, self.since))
        elif not self.as_json:
            for line in (line for one in told for line in reporting.change_lines(one, self.name)):
                typer.echo(line)
            if otherwise and (first or not told):
                typer.echo(otherwise)


def _tell_news(folder: Path, news: _News, *, quiet: bool) -> None:
    """Say what has changed, and remember it once it is said. Unless it is to be `quiet`, say that nothing has, too."""
    before = casefile.recall(folder, news.name)
    with shown_progress() as progress:
        now, told = casefile.look(folder, before or casefile.Looks(), progress)
    otherwise = None if quiet else "Nothing has changed since you last looked."
    if before is None:
        otherwise = f"Cases seen for the first time: {len(now.files)}. From now on you are told what changes in them."
    news.tell(told, first=before is None, otherwise=otherwise)
    if now != before:
        casefile.remember(folder, news.name, now)
