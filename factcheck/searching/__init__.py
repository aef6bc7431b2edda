"""Claims that were checked before, found in all the case files of a folder, or in an index that a newsroom shares."""

from factcheck.searching.comparing import figures_of
from factcheck.searching.differing import Judged, judged_differently
from factcheck.searching.index import Index, open_index
from factcheck.searching.prior import PriorClaim, lines

__all__ = ["Index", "Judged", "PriorClaim", "figures_of", "judged_differently", "lines", "open_index"]
