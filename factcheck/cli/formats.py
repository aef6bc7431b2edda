"""The option `--to`, for the commands that write reports: the others do not load what makes these."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck import reporting

_SELDOM = ", ".join(name for name, form in reporting.FORMATS.items() if not form.always)
Format = StrEnum("Format", list(reporting.FORMATS))  # type: ignore[misc]  # one source of truth: the registry of formats
FormatOption = Annotated[
    list[Format] | None,
    typer.Option(
        "--to", "-t", metavar="|".join(Format), help="Which report; may be given more than once.", show_default=f"all but {_SELDOM}"
    ),
]
