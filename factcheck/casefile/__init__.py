"""Cases on disk: TOML that people read, diff, merge and keep in git; saved whole or not at all.

What only one command needs (updates, git, the schema) is loaded when it is asked for, so that a case opens without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.casefile.file import CaseFile, Saved
from factcheck.casefile.listing import case_files, listed_people, summaries
from factcheck.casefile.loading import load
from factcheck.casefile.merging import Merged, merge
from factcheck.casefile.naming import case_path, sheet_path, slug_of
from factcheck.model import CaseSummary
from factcheck.starting import on_demand

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

__getattr__ = on_demand(
    __name__,
    {
        "comparing": ("compare",),
        "driver": ("install", "merge_files", "outdated", "plan", "uninstall"),
        "looks": ("Looks", "look", "recall", "remember"),
        "people": ("add_people", "read_people"),
        "retying": ("retied",),
        "revisions": ("case_at", "changed_since"),
        "schema": ("case_schema",),
        "settling": ("Beside", "beside", "settled"),
        "updating": ("Updated", "carried_onto", "describe_update", "ties_on", "updated", "version_of"),
        "waiting": ("orphan_tables", "orphans", "with_orphans"),
    },
)

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
