"""Commands on the people of a case: whom to ask about what, what to ask them, and what they said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck import casefile, pipeline, reporting
from factcheck.cli.manner import tell
from factcheck.cli.options import CaseArgument, ReviewerOption, moment_of, opened_case, put_out
from factcheck.model import Card, Channel, Contact, visible
from factcheck.model.people import to_ask
from factcheck.model.source import key_of
from factcheck.settings import reviewer_name

commands = typer.Typer()

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The person, as the article names them.")]
EveryOption = Annotated[bool, typer.Option("--all", help="Include decided claims.")]
ContactsOption = Annotated[bool, typer.Option("--contacts", help="Show how to reach them, from the source sheet.")]


@commands.command(epilog="Example: factcheck people claims/story.toml")
def people(
    case: CaseArgument,
    every: EveryOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, without contacts.")] = False,
    contacts: ContactsOption = False,
    sheet: Annotated[
        bool,
        typer.Option("--sheet", help="Put them on the source sheet beside the case, to write their contacts there, and print its path."),
    ] = False,
) -> None:
    """List whom to ask about which open claim: its speaker, otherwise the one person that it names.

    Contacts are in the source sheet, CASE.contacts.toml beside the case, and in no report and no export.
    """
    opened = opened_case(case)
    asked = to_ask(opened.unchecked, every=every)
    if sheet:
        path = casefile.sheet_path(case)
        new = not path.exists()
        pipeline.add_to_sheet(case, asked)
        typer.echo(visible(str(path)))
        if new:
            tell("Whoever gets this folder gets the sheet; keep it out of git with a line in .gitignore: *.contacts.toml")
        return
    cards = casefile.read_people(case)
    if as_json:
        typer.echo(reporting.people_as_json(opened.unchecked, asked, cards, every=every))
        return
    for line in reporting.people_lines(opened.unchecked, asked, cards, contacts=contacts, every=every):
        typer.echo(line)


@commands.command(epilog='Example: factcheck call claims/story.toml "Ruth Okafor"')
def call(
    case: CaseArgument,
    name: NameArgument,
    every: EveryOption = False,
    quote: Annotated[
        bool, typer.Option("--quote", help="Quote the draft, and ask about quotations. Many houses do not let sources read the draft.")
    ] = False,
    as_mail: Annotated[bool, typer.Option("--mail", help="Print the draft of a mail instead.")] = False,
    contacts: ContactsOption = False,
    reviewer: ReviewerOption = None,
) -> None:
    """Print the questions for a call in Markdown: one for each open claim of theirs, with boxes to tick and room for answers.

    The questions stay close to the article's wording: put them in your own words. Sentences of the draft and quotations are left out
    unless you give --quote.
    """
    opened = opened_case(case)
    asked = pipeline.find_asked(opened, name, every=every)
    card = _card(case, asked.name) if contacts else None
    if as_mail:
        if left := sum(question.words is None for question in reporting.questions(opened.unchecked, asked, quote=quote, every=every)[0]):
            tell(f"The mail leaves {left} of their quotations out; --quote asks about them.")
        by = reviewer_name(reviewer, Path.cwd())
        typer.echo(reporting.mail(opened.unchecked, asked, by, quote=quote, every=every, card=card), nl=False)
    else:
        typer.echo(reporting.call_sheet(opened.unchecked, asked, quote=quote, every=every, card=card), nl=False)


@commands.command(epilog="Example: factcheck questions claims/story.toml --out questions.eml")
def questions(
    case: CaseArgument,
    file: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write it there, for a mail program to open.")] = None,
    reveal: Annotated[
        list[str] | None, typer.Option("--reveal", metavar="SOURCE", help="Name this confidential source; may be given more than once.")
    ] = None,
    reviewer: ReviewerOption = None,
) -> None:
    """Draft the mail to the author: questions, corrections asked for, and what sources do not say, each below its sentence, with a number.

    A mail program opens the file (.eml) as a draft, addressed to nobody yet: nothing is sent.
    """
    told = pipeline.mail_to_author(opened_case(case), reviewer_name(reviewer, Path.cwd()), reveal or ())
    put_out(told if file is None else told.replace("\n", "\r\n"), file)


@commands.command(epilog='Example: factcheck log claims/story.toml "Ruth Okafor" --claim 0j2jd9 --corrected "It was nine"')
def log(
    case: CaseArgument,
    name: NameArgument,
    how: Annotated[Channel, typer.Option("--how", help="How you spoke.")] = Channel.CALL,
    claims: Annotated[
        list[str] | None, typer.Option("--claim", metavar="ID", help="A claim that it was about; may be given more than once.")
    ] = None,
    confirmed: Annotated[str | None, typer.Option("--confirmed", metavar="TEXT", help="What they said is right.")] = None,
    corrected: Annotated[
        str | None, typer.Option("--corrected", metavar="TEXT", help="What they said is wrong, and what is right.")
    ] = None,
    words: Annotated[str | None, typer.Option("--words", metavar="TEXT", help="What they said, in their words.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="YYYY-MM-DD", help="When, if not now; with THH:MM to the minute.")] = None,
    reviewer: ReviewerOption = None,
) -> None:
    """Log a conversation, or that nobody answered: it becomes evidence on the claims that it was about. No verdict changes."""
    if not name.strip():
        raise typer.BadParameter("give the name of whom you spoke to", param_hint="NAME")
    contact = Contact(
        person=name, how=how, at=moment_of(at) or pipeline.now(),
        by=reviewer_name(reviewer, Path.cwd()), claims=tuple(dict.fromkeys(claims or ())),
        confirmed=confirmed or None, corrected=corrected or None, words=words or None,
    )  # fmt: skip
    for line in pipeline.log_contact(opened_case(case), contact):
        typer.echo(visible(line))


def _card(case: Path, name: str | None) -> Card | None:
    return next((card for card in casefile.read_people(case) if card.key == key_of(None, name)), None)
