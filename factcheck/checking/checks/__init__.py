"""The checks, one a file: each holds a `CHECK` and is found by the registry."""
