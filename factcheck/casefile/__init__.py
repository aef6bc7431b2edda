"""Cases on disk: TOML that people read, diff, merge and keep in git; saved whole or not at all."""

from factcheck.casefile.driver import install, merge_files, plan, uninstall
from factcheck.casefile.file import CaseFile, Saved
from factcheck.casefile.listing import summaries
from factcheck.casefile.loading import load
from factcheck.casefile.merging import Merged, merge
from factcheck.casefile.naming import case_path
from factcheck.casefile.schema import case_schema
from factcheck.casefile.updating import Updated, told, updated, version_of
from factcheck.model import CaseSummary

__all__ = [
    "CaseFile",
    "CaseSummary",
    "Merged",
    "Saved",
    "Updated",
    "case_path",
    "case_schema",
    "install",
    "load",
    "merge",
    "merge_files",
    "plan",
    "summaries",
    "told",
    "uninstall",
    "updated",
    "version_of",
]
