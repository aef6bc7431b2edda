"""Documents of any kind opened: pieces of text in order, how each is set and where it stands, and what the document says of itself.

It fetches nothing, and knows nothing of articles. `open_aside` and `Pool` open untrusted ones in processes that can be ended.
"""

from factcheck.documents.kinds import KINDS, kind_of, open_document
from factcheck.documents.pieces import Beside, Document, Form, Hung, Left, Piece, Reason, UnreadableError

__all__ = ["KINDS", "Beside", "Document", "Form", "Hung", "Left", "Piece", "Reason", "UnreadableError", "kind_of", "open_document"]
