"""A source in, a case out: read, split, checked, and matched with the case file that is there. One call to each room.

A module is loaded when one of its names is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.starting import on_demand

if TYPE_CHECKING:
    from factcheck.pipeline.articles import NOTHING_KNOWN, ArticleSource, Known, Pasted, articles_in, is_address, read_article
    from factcheck.pipeline.bundles import bundle, check_bundle
    from factcheck.pipeline.comparing import differences
    from factcheck.pipeline.corrections import add_correction, cases_for_log
    from factcheck.pipeline.desk import add_note, assign, new_note, resolve_note
    from factcheck.pipeline.doctor import Finding, examine
    from factcheck.pipeline.explaining import explain
    from factcheck.pipeline.linting import CheckRun, check_rules, loose_words
    from factcheck.pipeline.making import Asked, make_case, silent_checks, with_flags
    from factcheck.pipeline.moments import moment, now
    from factcheck.pipeline.opening import (
        CASES,
        Opened,
        each_case,
        is_case,
        new_version,
        open_case,
        put_right,
        start_case,
        summaries,
        update_case,
    )
    from factcheck.pipeline.people import add_to_sheet, find_asked, log_contact, talk
    from factcheck.pipeline.progress import OnProgress
    from factcheck.pipeline.published import (
        Question,
        ask_published,
        check_service,
        every_question,
        keep_published,
        new_mentions,
        published_on,
        question_on,
        questions_on,
    )
    from factcheck.pipeline.reports import export_case, import_case, mail_to_author, stories
    from factcheck.pipeline.showing import open_copy, place_to_open
    from factcheck.pipeline.sources import SAVED_EVERY, fetch_options, gather_evidence, idle_snapshots, look_at_sources, sweep_snapshots

__getattr__ = on_demand(
    __name__,
    {
        "articles": ("ArticleSource", "Known", "NOTHING_KNOWN", "Pasted", "articles_in", "is_address", "read_article"),
        "bundles": ("bundle", "check_bundle"),
        "comparing": ("differences",),
        "corrections": ("add_correction", "cases_for_log"),
        "desk": ("add_note", "assign", "new_note", "resolve_note"),
        "doctor": ("Finding", "examine"),
        "explaining": ("explain",),
        "linting": ("CheckRun", "check_rules", "loose_words"),
        "making": ("Asked", "make_case", "silent_checks", "with_flags"),
        "moments": ("moment", "now"),
        "opening": (
            "CASES",
            "Opened",
            "each_case",
            "is_case",
            "new_version",
            "open_case",
            "put_right",
            "start_case",
            "summaries",
            "update_case",
        ),
        "people": ("add_to_sheet", "find_asked", "log_contact", "talk"),
        "progress": ("OnProgress",),
        "published": (
            "Question",
            "ask_published",
            "check_service",
            "every_question",
            "keep_published",
            "new_mentions",
            "published_on",
            "question_on",
            "questions_on",
        ),
        "reports": ("export_case", "import_case", "mail_to_author", "stories"),
        "showing": ("open_copy", "place_to_open"),
        "sources": ("SAVED_EVERY", "fetch_options", "gather_evidence", "idle_snapshots", "look_at_sources", "sweep_snapshots"),
    },
)

__all__ = [
    "CASES", "NOTHING_KNOWN", "SAVED_EVERY", "ArticleSource", "Asked", "CheckRun", "Finding", "Known", "OnProgress", "Opened", "Pasted",
    "Question",
    "add_correction", "add_note", "add_to_sheet", "articles_in", "ask_published", "assign", "bundle", "cases_for_log", "check_bundle",
    "check_rules", "check_service", "differences", "each_case", "every_question", "examine", "explain", "export_case", "fetch_options",
    "find_asked", "gather_evidence", "idle_snapshots", "import_case", "is_address", "is_case", "keep_published", "log_contact",
    "look_at_sources", "loose_words", "mail_to_author", "make_case", "moment", "new_mentions", "new_note", "new_version", "now",
    "open_case", "open_copy", "place_to_open", "published_on", "put_right", "question_on", "questions_on", "read_article",
    "resolve_note", "silent_checks", "start_case", "stories",
    "summaries", "sweep_snapshots", "talk", "update_case", "with_flags",
]  # fmt: skip
