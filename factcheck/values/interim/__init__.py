"""The grammars in use."""
