"""The command line, and no logic: `commands.py` puts it together, each part has its commands with their help and exit codes."""

from factcheck.starting import loading

with loading():
    from factcheck.cli.commands import app
    from factcheck.cli.running import main

__all__ = ["app", "main"]
