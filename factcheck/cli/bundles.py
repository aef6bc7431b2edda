"""Commands that hand a case over: packed into one file, and such a file looked through."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck import pipeline
from factcheck.cli.formats import FormatOption
from factcheck.cli.manner import tell
from factcheck.cli.options import RevealOption, shown_progress
from factcheck.model import count, visible

commands = typer.Typer()


@commands.command(epilog="Example: factcheck bundle claims/story.toml -o story.zip")
def bundle(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE", help="Case files.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE.zip", help="Where it goes.", show_default="export/, by the case's name")
    ] = None,
    formats: FormatOption = None,
    reveal: RevealOption = None,
) -> None:
    """Pack cases with their articles, snapshots, files and reports into one zip file with a checksum of each, and print its path.

    The same cases give the same bytes. Contacts are left out; so are confidential sources, as in reports, with all that was kept of them.
    """
    names = [f.value for f in formats or ()]
    with shown_progress() as progress:

        def on_notice(words: str) -> None:
            progress("")
            tell(words)

        path, digest = pipeline.bundle(cases, out, names, reveal or (), progress, on_notice)
    typer.echo(visible(str(path)))
    tell(f"Its SHA-256, to be noted where nobody can change it: {digest}")


@commands.command("verify-bundle", epilog="Example: factcheck verify-bundle story.zip")
def verify_bundle(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A bundle.")],
) -> None:
    """Check a bundle: each file against its checksum, and whether anything is missing or extra. Nothing is unpacked.

    Exit codes: 0 all is as it was packed, 1 something is not, 2 the file is not a bundle.
    """
    with shown_progress() as progress:
        progress(f"Looking through {file.name}")
        checked = pipeline.check_bundle(file)
    for trouble in checked.troubles:
        typer.echo(trouble)
    if not checked.troubles:
        typer.echo(f"Complete: {count(checked.files, 'file')}, each as it was packed, and nothing else.")
    typer.echo(f"Its SHA-256, to be compared with the one noted when it was packed: {checked.sha256}")
    raise typer.Exit(bool(checked.troubles))
