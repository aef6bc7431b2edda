"""A source in, a case out."""
