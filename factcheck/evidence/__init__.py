"""What evidence comes from: sources fetched and files copied beside the case, quotations looked for in them, copies told apart.

Nobody else knows the network, and nothing here happens unless a person asks for it.
"""

from factcheck.evidence.copies import checked_copy, digest_of, kept_of, opened
from factcheck.evidence.fetching import Limits
from factcheck.evidence.finding import NotTakenError, Places
from factcheck.evidence.gathering import FetchOptions, Page, fetch_page, gather, told_apart, waiting
from factcheck.evidence.local import gather_files, waiting_files
from factcheck.evidence.published import CheckService, ask_checks
from factcheck.evidence.snapshots import folder_of, unreferenced

__all__ = [
    "CheckService", "FetchOptions", "Limits", "NotTakenError", "Page", "Places", "ask_checks", "checked_copy", "digest_of", "fetch_page",
    "folder_of", "gather", "gather_files", "kept_of", "opened", "told_apart", "unreferenced", "waiting", "waiting_files",
]  # fmt: skip
