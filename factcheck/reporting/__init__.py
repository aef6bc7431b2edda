"""From a case to what people and machines read: listings for a terminal, and reports in files.

A module is loaded when one of its names is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.starting import on_demand

if TYPE_CHECKING:
    from factcheck.reporting.calls import call_sheet, mail, questions
    from factcheck.reporting.corrections import LOG_FORMATS, correction_lines, public_log
    from factcheck.reporting.coverage import coverage_as_json, coverage_lines
    from factcheck.reporting.desk import SECOND, due_words, holder, holder_lines, note_lines, queue_as_json, queue_lines
    from factcheck.reporting.differences import Differences, differences_schema
    from factcheck.reporting.document import as_json, json_schema
    from factcheck.reporting.dossier import DOSSIER_FORMATS
    from factcheck.reporting.formats import FORMATS, export, rendered, write_file
    from factcheck.reporting.letters import mail_to_author
    from factcheck.reporting.linter import as_github, as_sarif, flag_lines, github_notice
    from factcheck.reporting.options import Options, Silent
    from factcheck.reporting.people import people_as_json, people_lines
    from factcheck.reporting.places import without_folders
    from factcheck.reporting.published import published_as_json, published_lines
    from factcheck.reporting.stats import as_svg, as_table, statistics
    from factcheck.reporting.terminal import listing, source_list, summary
    from factcheck.reporting.watching import change_lines, changes_as_json
    from factcheck.reporting.whole import case_from_json
    from factcheck.reporting.withholding import hidden_sources, leaving, tells_of_confidential, withheld
    from factcheck.reporting.year import figures_of, year_as_table

__getattr__ = on_demand(
    __name__,
    {
        "calls": ("call_sheet", "mail", "questions"),
        "corrections": ("LOG_FORMATS", "correction_lines", "public_log"),
        "coverage": ("coverage_as_json", "coverage_lines"),
        "desk": ("SECOND", "due_words", "holder", "holder_lines", "note_lines", "queue_as_json", "queue_lines"),
        "differences": ("Differences", "differences_schema"),
        "document": ("as_json", "json_schema"),
        "dossier": ("DOSSIER_FORMATS",),
        "formats": ("FORMATS", "export", "rendered", "write_file"),
        "letters": ("mail_to_author",),
        "linter": ("as_github", "as_sarif", "flag_lines", "github_notice"),
        "options": ("Options", "Silent"),
        "people": ("people_as_json", "people_lines"),
        "places": ("without_folders",),
        "published": ("published_as_json", "published_lines"),
        "stats": ("as_svg", "as_table", "statistics"),
        "terminal": ("listing", "source_list", "summary"),
        "watching": ("change_lines", "changes_as_json"),
        "whole": ("case_from_json",),
        "withholding": ("hidden_sources", "leaving", "tells_of_confidential", "withheld"),
        "year": ("figures_of", "year_as_table"),
    },
)

__all__ = [
    "DOSSIER_FORMATS",
    "FORMATS",
    "LOG_FORMATS",
    "SECOND",
    "Differences",
    "Options",
    "Silent",
    "as_github",
    "as_json",
    "as_sarif",
    "as_svg",
    "as_table",
    "call_sheet",
    "case_from_json",
    "change_lines",
    "changes_as_json",
    "correction_lines",
    "coverage_as_json",
    "coverage_lines",
    "differences_schema",
    "due_words",
    "export",
    "figures_of",
    "flag_lines",
    "github_notice",
    "hidden_sources",
    "holder",
    "holder_lines",
    "json_schema",
    "leaving",
    "listing",
    "mail",
    "mail_to_author",
    "note_lines",
    "people_as_json",
    "people_lines",
    "public_log",
    "published_as_json",
    "published_lines",
    "questions",
    "queue_as_json",
    "queue_lines",
    "rendered",
    "source_list",
    "statistics",
    "summary",
    "tells_of_confidential",
    "withheld",
    "without_folders",
    "write_file",
    "year_as_table",
]  # fmt: skip
