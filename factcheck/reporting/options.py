"""What is asked of an export, beside the formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Silent:
    """The checks that did not run, by their ids, and that in a sentence; neither, where all did."""

    checks: Sequence[str] = ()
    notice: str | None = None


ALL_RAN = Silent()


@dataclass(frozen=True)
class Options:
    """`reveal` names confidential sources that may be named. `templates` are a newsroom's own, by their names. `checks` say what
    each check looks for, `silent` which did not run, and `version` which factcheck this is. Who publishes the check (`publisher`,
    `publisher_url`) and at which address (`url`), and where the article `appeared`, are what ClaimReview needs.
    """

    reveal: tuple[str, ...] = ()
    templates: Mapping[str, str] = field(default_factory=dict)
    publisher: str | None = None
    publisher_url: str | None = None
    url: str | None = None
    appeared: str | None = None
    checks: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    silent: Silent = ALL_RAN


PLAIN = Options()
