"""What evidence comes from: sources fetched and kept as snapshots, quotations looked for in them, copies told apart.

Nobody else knows the network, and nothing here happens unless a person asks for it.
"""

from factcheck.evidence.fetching import Limits
from factcheck.evidence.gathering import FetchOptions, Page, fetch_page, gather, told_apart, waiting
from factcheck.evidence.snapshots import folder_of, unreferenced

__all__ = ["FetchOptions", "Limits", "Page", "fetch_page", "folder_of", "gather", "told_apart", "unreferenced", "waiting"]
