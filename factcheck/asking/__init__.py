"""Claims from a language model that a person has set up: it says which words are claims, and nothing else of what it says is kept."""

from factcheck.asking.claims import claims_from, with_ours
from factcheck.asking.endpoint import Answer, AskingError, ask, cost

__all__ = ["Answer", "AskingError", "ask", "claims_from", "cost", "with_ours"]
