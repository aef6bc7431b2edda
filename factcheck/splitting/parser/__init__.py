"""The parser, told in words of our own: another one is another package with the same `trees`."""

from factcheck.splitting.parser.spacy_trees import trees

__all__ = ["trees"]
