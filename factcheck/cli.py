"""The command line: every command, its help and its exit codes, and no logic."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer

import factcheck
from factcheck import casefile, pipeline, reporting
from factcheck.model import FactcheckError, Reader, ReviewRole, visible
from factcheck.settings import (
    FILE,
    approve,
    forget,
    key_changes,
    language_model,
    reviewer_name,
    shared_index,
    trusted_files,
    wishes,
)
from factcheck.starting import leave_working_folder

app = typer.Typer(
    name="factcheck",
    help="Split a news article into claims, flag what contradicts itself, and review it claim by claim in a terminal.",
    epilog="Example: factcheck review samples/hanoi-summit.txt",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Format = StrEnum("Format", list(reporting.FORMATS))  # type: ignore[misc]  # one source of truth: the registry of formats

ReviewerOption = Annotated[str | None, typer.Option("--reviewer", help="The name under your decisions.", show_default="from settings")]
RoleOption = Annotated[ReviewRole, typer.Option("--as", help="In what capacity you decide; an editor settles what readers differ on.")]
BlindOption = Annotated[bool, typer.Option("--blind", help="Read without sight of what others have decided, until you ask for it.")]
FolderOption = Annotated[Path, typer.Option("--out", "-o", help="The folder that holds the cases.")]
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="The day of publication, where the article does not give it.")
]
ModelOption = Annotated[
    bool, typer.Option("--ask-model", help="Ask the language model under [model] in factcheck.toml for claims, too.", show_default=False)
]
ArticleArgument = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="A file, a web address, - for standard input, or clipboard: for what was copied last.")
]
"""A name is kept as it was typed: `Path` would turn `./x` into `x`."""


def _at_a_terminal() -> bool:
    """Whether a person looks on: at a terminal, or through a browser (`factcheck serve` names Textual's driver for it)."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


@contextmanager
def _progress() -> Iterator[pipeline.OnProgress]:
    """Tells on one line of the terminal what is being done, and clears it in the end."""

    def on_progress(step: str) -> None:
        if sys.stderr.isatty():
            typer.echo(f"\r\x1b[2K{step and visible(step) + '…'}", err=True, nl=False)

    try:
        yield on_progress
    finally:
        on_progress("")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {factcheck.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def home(
    context: typer.Context,
    reviewer: ReviewerOption = None,
    role: RoleOption = ReviewRole.CHECKER,
    blind: BlindOption = False,
    folder: FolderOption = pipeline.CASES,
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Split a news article into claims, flag what contradicts itself, and review it claim by claim in a terminal.

    Without a command: the cases in claims/ with their progress, and a way to open an article.
    """
    if context.invoked_subcommand is not None:
        sources = (context.get_parameter_source(name) for name in context.params)
        if any(source is not None and source.name == "COMMANDLINE" for source in sources):
            command = context.invoked_subcommand
            raise typer.BadParameter(f"options of {command} stand behind it, as in: factcheck {command} --reviewer Ada story.txt")
        return
    if not _at_a_terminal():
        typer.echo(reporting.case_list(pipeline.summaries(folder), folder))
        return
    from factcheck.workbench import run_home

    run_home(folder, _reader(reviewer, role, blind), key_changes(Path.cwd()))


@app.command(epilog="Example: factcheck review story.txt --reviewer Ada")
def review(
    source: Annotated[str, typer.Argument(metavar="ARTICLE|CASE", help="An article as for split, or a case file that is there.")],
    reviewer: ReviewerOption = None,
    role: RoleOption = ReviewRole.CHECKER,
    blind: BlindOption = False,
    folder: FolderOption = pipeline.CASES,
    published: PublishedOption = None,
    ask_model: ModelOption = False,
) -> None:
    """Open the workbench on an article or a case; an article that is new is split first."""
    reader = _reader(reviewer, role, blind)
    if pipeline.is_case(source):
        opened = pipeline.open_case(source)
    else:
        with _progress() as progress:
            opened = pipeline.start_case(source, folder, progress, _day(published), _asked(ask_model))
    if not _at_a_terminal():
        typer.echo(reporting.summary(opened.case, opened.file.path, opened.notice))
        return
    from factcheck.workbench import run_review

    run_review(opened, reader, key_changes(Path.cwd()))


@app.command(epilog="Example: factcheck split story.txt --json | jq '.claims[].gist'")
def split(
    source: ArticleArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object (its schema: factcheck schema).")] = False,
    as_toml: Annotated[bool, typer.Option("--toml", help="Write claims/<slug>.toml and print its path.")] = False,
    folder: FolderOption = pipeline.CASES,
    published: PublishedOption = None,
    ask_model: ModelOption = False,
) -> None:
    """List the claims of an article."""
    if as_json and as_toml:
        raise typer.BadParameter("choose one of --json and --toml")
    if as_toml:
        with _progress() as progress:
            opened = pipeline.start_case(source, folder, progress, _day(published), _asked(ask_model))
        if opened.notice:
            typer.echo(visible(opened.notice), err=True)
        typer.echo(visible(str(opened.file.path)))
        return
    asked = _asked(ask_model)
    with _progress() as progress:
        case = pipeline.make_case(pipeline.read_article(source, _day(published)), progress, asked)
    if asked is not None:
        typer.echo(visible(asked.notice), err=True)
    typer.echo(reporting.as_json(case) if as_json else reporting.listing(case))


@app.command(epilog="Example: factcheck check drafts/*.txt && echo clean")
def check(
    sources: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Articles as for split, folders of them, and case files.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line, one for each article.")] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="Print one SARIF 2.1.0 log of all articles.")] = False,
    as_github: Annotated[bool, typer.Option("--github", help="Print annotations as GitHub Actions reads them.")] = False,
    look: Annotated[bool, typer.Option("--look", help="Tell and count what only wants a look, too.")] = False,
    folder: FolderOption = pipeline.CASES,
    published: PublishedOption = None,
) -> None:
    """Flag what contradicts itself, like a linter. What was dismissed in an article's case stays dismissed.

    Checks that a factcheck.toml turns off are named on standard error.
    Exit codes: 0 nothing found, 1 something flagged, 2 something could not be read.
    """
    if as_json + as_sarif + as_github > 1:
        raise typer.BadParameter("choose one of --json, --sarif and --github")
    run = pipeline.CheckRun(sources, _complain, folder, _day(published), look)
    silent = reporting.Silent(*pipeline.silent_checks())
    if silent.notice:
        _tell(silent.notice)
        if as_github:
            typer.echo(reporting.github_notice(silent.notice))
    if as_sarif:
        lines = reporting.as_sarif(run, pipeline.check_rules(), factcheck.__version__, silent)
    elif as_json:
        lines = map(reporting.as_json, run)
    else:
        lines = (line for case in run for line in (reporting.as_github if as_github else reporting.flag_lines)(case, look))
    for line in lines:
        typer.echo(line)
    raise typer.Exit(run.exit_code)


@app.command(epilog="Example: factcheck explain --sentence 'Ann Lee said the ferry had left, but Tom Pell denied it.'")
def explain(
    source: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", help="An article as for split, in which the sentence stands.")
    ] = None,
    sentence: Annotated[
        str | None, typer.Option("--sentence", "-s", metavar="TEXT", help="A sentence, or words of those in the article that are meant.")
    ] = None,
) -> None:
    """Say how a sentence became claims, step by step: its parse, who said what, who is meant, its clauses, its claims."""
    for line in pipeline.explain(source, sentence):
        typer.echo(visible(line))


@app.command(epilog="Example: factcheck export claims/hanoi-summit.toml --to html --to csv")
def export(
    source: Annotated[Path, typer.Argument(metavar="CASE", help="A case file.")],
    formats: Annotated[
        list[Format] | None,
        typer.Option("--to", "-t", help="Which report; may be given more than once.", show_default="all but claimreview"),
    ] = None,
    folder: Annotated[Path, typer.Option("--out", "-o", help="Where the reports go.")] = Path("export"),
    reveal: Annotated[
        list[str] | None, typer.Option("--reveal", metavar="SOURCE", help="Name this confidential source; may be given more than once.")
    ] = None,
    published_at: Annotated[str | None, typer.Option("--published-at", metavar="URL", help="Where this check is published.")] = None,
    appeared: Annotated[str | None, typer.Option("--appeared", metavar="URL", help="Where the article was published.")] = None,
) -> None:
    """Write the reports of a case and print their paths."""
    names = [f.value for f in formats or ()]
    for path in pipeline.export_case(source, folder, names, reveal or (), published_at, appeared, _tell):
        typer.echo(visible(str(path)))


@app.command("import", epilog="Example: factcheck import export/story.json")
def import_(
    report: Annotated[Path, typer.Argument(metavar="JSON", help="A JSON report.")],
    folder: FolderOption = pipeline.CASES,
) -> None:
    """Make a case file from a JSON report: the same case, with ids, reviewers and evidence, and print its path."""
    typer.echo(visible(str(pipeline.import_case(report, folder))))


@app.command(epilog="Example: factcheck evidence claims/story.toml --archive")
def evidence(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file.")],
    only_list: Annotated[bool, typer.Option("--list", help="Fetch nothing; list the sources and what is known of them.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Fetch those too that were fetched before, and tell what has changed.")] = False,
    archive: Annotated[bool, typer.Option("--archive", help="Ask a public web archive to keep each page, too.")] = False,
    private: Annotated[bool, typer.Option("--allow-private", help="Fetch from this machine and network, too.")] = False,
    at_once: Annotated[
        int | None, typer.Option("--at-once", min=1, max=256, help="Pages at once, of all sites or one.", show_default="16, 4 of one site")
    ] = None,
    sweep: Annotated[
        bool, typer.Option("--sweep", help="Fetch nothing; take away snapshots that no source refers to. An older case in git may.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before --sweep.")] = False,
) -> None:
    """Fetch the sources of a case, keep snapshots beside it, and look for the words that were quoted from them. It decides nothing."""
    if sweep:
        idle, _ = pipeline.idle_snapshots(case)
        for path in idle:
            typer.echo(visible(str(path)))
        if idle and not yes:
            typer.confirm("Take these away? Versions of the case in git may still refer to them.", abort=True)
        pipeline.sweep_snapshots(idle)
        typer.echo(f"{len(idle)} taken away.")
        return
    if only_list:
        opened = pipeline.open_case(case)
        if opened.file.notice:
            _tell(opened.file.notice)
        typer.echo(reporting.source_list(opened.unchecked))
        if words := pipeline.idle_snapshots(case)[1]:
            typer.echo(words)
        return
    asked = pipeline.fetch_options(again=again, archive=archive, private=private, at_once=at_once)
    with _progress() as progress:
        looked, stopped = pipeline.gather_evidence(case, asked, progress, _tell)
    typer.echo(reporting.source_list(looked))
    if stopped:
        typer.echo(stopped, err=True)
        raise typer.Exit(130)


@app.command(epilog="Example: factcheck update claims/story.toml story.txt")
def update(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file.")],
    source: ArticleArgument,
    published: PublishedOption = None,
) -> None:
    """Bring a case to a new version of its article: claims found again, verdicts kept where the words that were judged stand."""
    with _progress() as progress:
        lines = pipeline.update_case(case, source, progress, _day(published))
    for line in lines:
        typer.echo(visible(line))


@app.command(epilog="Example: factcheck merge --install")
def merge(
    files: Annotated[list[Path] | None, typer.Argument(metavar="[BASE OURS THEIRS]", help="Three versions of a case file.")] = None,
    path: Annotated[Path | None, typer.Option("--path", help="What the case file is called, when OURS is a temporary copy.")] = None,
    install: Annotated[bool, typer.Option("--install", help="Have git merge case files so, in this clone.")] = False,
    uninstall: Annotated[bool, typer.Option("--uninstall", help="Take back what --install did.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    folder: FolderOption = pipeline.CASES,
) -> None:
    """Merge THEIRS into OURS, by claim, review and evidence: nothing of either side is lost. Exit code 2 when one is no case file."""
    here = Path.cwd()
    if uninstall:
        casefile.uninstall(here)
        typer.echo("git merges case files as any other text again.")
    elif install:
        line, setting = casefile.plan(here, folder)
        typer.echo(visible(f"To .gitattributes, which goes to everyone with the repository: {line}"))
        typer.echo(visible(f"To the settings of this clone: {setting}"))
        if not yes:
            typer.confirm("Do both?", abort=True)
        casefile.install(here, folder)
        typer.echo("Done; factcheck merge --uninstall takes both back.")
    elif files is None or len(files) != 3:
        raise typer.BadParameter("give three files, BASE OURS THEIRS, or --install")
    else:
        base, ours, theirs = files
        for sentence in (*casefile.merge_files(base, ours, theirs, path), *casefile.outdated(here)):
            typer.echo(visible(sentence), err=True)


@app.command(epilog="Example: factcheck batch archive/ --out cases --summary archive.csv")
def batch(
    sources: Annotated[list[str], typer.Argument(metavar="ARTICLE|FOLDER...", help="Articles, and folders of them.")],
    folder: FolderOption = pipeline.CASES,
    summary: Annotated[
        Path | None, typer.Option("--summary", metavar="FILE", help="One table of all articles: CSV, or SQLite for .sqlite.")
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="How many work at once.", show_default="one a core")] = None,
    scheduler: Annotated[str | None, typer.Option("--scheduler", metavar="tcp://…", help="Work on the Dask cluster there instead.")] = None,
    published: PublishedOption = None,
) -> None:
    """Make the cases of a whole archive. What is there is left as it is, so that a run that was stopped goes on where it was.

    Exit codes: 0 all were read, 1 some could not be.
    """
    from factcheck import batch as archive

    with _progress() as progress:
        run = archive.Run(folder, progress, jobs or os.cpu_count() or 1, _day(published), scheduler)
        try:
            for line in archive.run(sources, run, summary):
                progress("")
                typer.echo(visible(line))
        except KeyboardInterrupt:
            typer.echo("Stopped. What is done is kept; the same command goes on with the rest.", err=True)
            raise typer.Exit(130) from None
    raise typer.Exit(run.bad > 0)


@app.command(epilog='Example: factcheck search "the refit cost 1.2 million pounds" --out cases')
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A claim, or words of one.")],
    folder: FolderOption = pipeline.CASES,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="How many at the most.")] = 10,
    address: Annotated[
        str | None,
        typer.Option("--index", metavar="postgresql://…", help="An index that many share, in PostgreSQL.", show_default="from settings"),
    ] = None,
) -> None:
    """Find claims like it that were checked before, in all the cases of a folder, with their verdicts."""
    from factcheck import searching

    with _progress() as progress, closing(searching.open_index(folder, address or shared_index(Path.cwd()))) as index:
        index.refresh(lambda done, of: progress(f"Reading cases: {done} of {of}"))
        found = index.search(words, limit)
    for line in (known.model_dump_json() for known in found) if as_json else searching.lines(found):
        typer.echo(line if as_json else visible(line))


@app.command(epilog="Example: factcheck stats claims --svg stats.svg")
def stats(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="A folder of cases.")] = pipeline.CASES,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    picture: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Draw the claims of each case by standing, too.")] = None,
) -> None:
    """Tell how the cases of a folder go: verdicts, open questions, pace, and how far readers agree."""
    with _progress() as progress:
        found = reporting.statistics(pipeline.each_case(folder, progress))
    if picture is not None:
        reporting.write_file(picture, reporting.as_svg(found).encode())
    typer.echo(found.model_dump_json(indent=2) if as_json else reporting.as_table(found))


@app.command(epilog="Example: factcheck schema > claims.schema.json")
def schema(
    of_case: Annotated[bool, typer.Option("--case", help="Of the case file instead, for editors of TOML.")] = False,
) -> None:
    """Print the JSON Schema of what --json prints, or of the case file."""
    typer.echo(casefile.case_schema() if of_case else reporting.json_schema(), nl=False)


@app.command(epilog="Example: factcheck serve claims/hanoi-summit.toml --port 8123")
def serve(
    source: Annotated[str | None, typer.Argument(metavar="[ARTICLE|CASE]", help="An article or a case; without one, the list.")] = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on; other machines reach only another one.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 8000,
    reviewer: ReviewerOption = None,
    role: RoleOption = ReviewRole.CHECKER,
    blind: BlindOption = False,
    folder: FolderOption = pipeline.CASES,
    sessions: Annotated[int, typer.Option("--sessions", min=1, max=100, help="How many browsers at once.")] = 8,
    idle: Annotated[int, typer.Option("--idle", metavar="MINUTES", min=1, help="After how long without a key a session ends.")] = 120,
) -> None:
    """Open the workbench in a browser, for who has the address that is printed: who has it reads in this folder, and nowhere else."""
    from factcheck.workbench import run_server

    places = [Path.cwd(), folder.resolve(), *([Path(source).resolve()] if source and not pipeline.is_address(source) else [])]
    within = [place for place in dict.fromkeys(places) if not any(place.is_relative_to(other) for other in places if other != place)]
    options = ["--reviewer", reviewer_name(reviewer, Path.cwd()), "--as", role, *(["--blind"] if blind else []), "--out", str(folder)]
    arguments = ["review", *options, "--", source] if source else options
    run_server(arguments, host, port, lambda words: typer.echo(visible(words)), within=within, sessions=sessions, idle=60.0 * idle)


@app.command(epilog="Example: factcheck trust desk")
def trust(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="The folder that the factcheck.toml is in.")] = Path(),
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    take_back: Annotated[bool, typer.Option("--forget", help="Trust it no longer.")] = False,
    only_list: Annotated[bool, typer.Option("--list", help="List what is trusted.")] = False,
) -> None:
    """Let a folder's factcheck.toml send or run what it says, after telling what that is. Asked for again when it says something else."""
    path = folder / FILE
    if only_list:
        for one in trusted_files():
            typer.echo(visible(str(one)))
    elif take_back:
        typer.echo(visible(f"{path} is trusted no longer." if forget(path) else f"{path} was not trusted."))
    elif not (asked := wishes(path)).would:
        typer.echo(visible(f"{path} sends and runs nothing; there is nothing to say yes to."))
    else:
        typer.echo(visible(f"{path} would"))
        for would in asked.would:
            typer.echo(visible(f"  {would}"))
        if not yes:
            typer.confirm("Do you trust it to, as long as it says just this?", abort=True)
        approve(asked)
        typer.echo("Trusted; factcheck trust --forget takes it back.")


@app.command(epilog="Example: factcheck keys >> factcheck.toml")
def keys() -> None:
    """List every key of the workbench as the [keys] table of a factcheck.toml, where keys can be changed."""
    from factcheck.workbench import key_table

    typer.echo(key_table(key_changes(Path.cwd())))


def _reader(name: str | None, role: ReviewRole, blind: bool) -> Reader:
    return Reader(name=reviewer_name(name, Path.cwd()), role=role, blind=blind)


def _asked(ask_model: bool) -> pipeline.Asked | None:
    return pipeline.Asked(language_model(Path.cwd())) if ask_model else None


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{visible(text)} is not a day; write it like 2019-03-01", param_hint="--published") from None


def _tell(words: str) -> None:
    typer.echo(visible(words), err=True)


def _complain(problem: FactcheckError) -> None:
    typer.echo(f"factcheck: {visible(str(problem))}", err=True)


def main() -> NoReturn:
    """Run the command line: what a person has to know goes to standard error as one sentence, and the exit code is 2."""
    leave_working_folder()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except FactcheckError as problem:
        _complain(problem)
    except BrokenPipeError:  # the reader of a pipe has had enough, and nothing more can be told to anyone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as fault:  # noqa: BLE001 - no traceback reaches a person, nor is one lost
        with suppress(OSError):  # standard error may be on the disk that is full
            typer.echo(f"factcheck: {_reason(fault)}", err=True)
    sys.exit(2)


_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


def _reason(fault: Exception) -> str:
    """What to tell of what nobody expected: it is the disk's fault or ours."""
    if isinstance(fault, OSError) and fault.errno in _OF_THE_DISK:
        return f"what was to be written could not be, all or in part ({fault.strerror}); make room on the disk and try again."
    what = f"an error of the program itself ({type(fault).__name__})"
    try:
        return f"{what}; what to report is in {_keep(fault)}."
    except OSError as error:
        return f"{what}; what to report could not be kept ({error.strerror}); make room on the disk and try again."


def _keep(fault: Exception) -> Path:
    path = Path(tempfile.mkdtemp(prefix="factcheck-")) / "fault.txt"
    path.write_text("".join(traceback.format_exception(fault)), encoding="utf-8", errors="replace")
    return path
