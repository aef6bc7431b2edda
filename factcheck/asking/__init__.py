"""Claims from a language model that a person has set up: what of its answers the article bears out, and ours for everything else."""

from factcheck.asking.claims import Merged, with_ours
from factcheck.asking.endpoint import Answer, AskingError, ask, cost

__all__ = ["Answer", "AskingError", "Merged", "ask", "cost", "with_ours"]
