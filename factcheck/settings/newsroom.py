"""What a newsroom has settled: `[checks]` and `[house]` for the checks, `[policy]` for a sign-off."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from factcheck.model import House, Policy
from factcheck.settings.files import misfit, table


def house_list(folder: Path) -> House:
    """What factcheck.toml says about the checks: `[checks]` with `off` and `severity`, `[house]` with `names`, `prefer` and `leave_quoted`.

    Raises FactcheckError, naming the key, for what cannot be read or does not fit.
    """
    checks = table(folder, "checks")
    house = table(folder, "house")
    try:
        return House.model_validate({**checks.values, **house.values})
    except ValidationError as error:
        path, name = (checks.path, "checks") if error.errors()[0]["loc"][0] in checks.values else (house.path, "house")
        raise misfit(path, name, error) from None


def checks_file(folder: Path) -> Path | None:
    """The factcheck.toml whose `[checks]` counts; None where no file has any. Raises FactcheckError for what cannot be read."""
    return table(folder, "checks").path


def policy(folder: Path) -> Policy:
    """What factcheck.toml asks of a case before a sign-off: `[policy]` with `second_reader`, `so`, `sources`, `primary` and `editors`.

    Raises FactcheckError, naming the key, for what cannot be read or does not fit.
    """
    asked = table(folder, "policy")
    try:
        return Policy.model_validate(asked.values)
    except ValidationError as error:
        raise misfit(asked.path, "policy", error) from None
