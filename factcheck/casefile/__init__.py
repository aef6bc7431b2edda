"""Cases on disk: TOML that people read, diff, merge and keep in git; saved whole or not at all.

What only one command needs (updates, git, the schema) is loaded when it is asked for, so that a case opens without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.casefile.file import CaseFile, Saved
from factcheck.casefile.listing import case_files, listed_people, summaries
from factcheck.casefile.loading import load
from factcheck.casefile.merging import Merged, merge
from factcheck.casefile.naming import case_path, sheet_path, slug_of
from factcheck.model import CaseSummary

if TYPE_CHECKING:
    from factcheck.casefile.comparing import compare
    from factcheck.casefile.driver import install, merge_files, outdated, plan, uninstall
    from factcheck.casefile.looks import Looks, look, recall, remember
    from factcheck.casefile.people import add_people, read_people
    from factcheck.casefile.retying import retied
    from factcheck.casefile.revisions import case_at, changed_since
    from factcheck.casefile.schema import case_schema
    from factcheck.casefile.settling import Beside, beside, settled
    from factcheck.casefile.updating import Updated, carried_onto, describe_update, ties_on, updated, version_of
    from factcheck.casefile.waiting import orphan_tables, orphans, with_orphans

_MODULES = {
    "Beside": "settling",
    "Looks": "looks",
    "look": "looks",
    "recall": "looks",
    "remember": "looks",
    "Updated": "updating",
    "add_people": "people",
    "beside": "settling",
    "carried_onto": "updating",
    "case_at": "revisions",
    "case_schema": "schema",
    "changed_since": "revisions",
    "compare": "comparing",
    "describe_update": "updating",
    "install": "driver",
    "merge_files": "driver",
    "orphans": "waiting",
    "outdated": "driver",
    "plan": "driver",
    "read_people": "people",
    "retied": "retying",
    "settled": "settling",
    "ties_on": "updating",
    "uninstall": "driver",
    "updated": "updating",
    "version_of": "updating",
    "orphan_tables": "waiting",
    "with_orphans": "waiting",
}

__all__ = [
    "Beside",
    "CaseFile",
    "CaseSummary",
    "Looks",
    "Merged",
    "Saved",
    "Updated",
    "add_people",
    "beside",
    "carried_onto",
    "case_at",
    "case_files",
    "case_path",
    "case_schema",
    "changed_since",
    "compare",
    "describe_update",
    "install",
    "listed_people",
    "load",
    "look",
    "merge",
    "merge_files",
    "orphan_tables",
    "orphans",
    "outdated",
    "plan",
    "read_people",
    "recall",
    "remember",
    "retied",
    "settled",
    "sheet_path",
    "slug_of",
    "summaries",
    "ties_on",
    "uninstall",
    "updated",
    "version_of",
    "with_orphans",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
