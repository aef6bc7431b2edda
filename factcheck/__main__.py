"""`python -m factcheck`."""

import sys
from pathlib import Path

from factcheck.starting import leave_working_folder

if not sys.flags.safe_path and sys.path[:1] != [str(Path(__file__).absolute().parent.parent)]:
    del sys.path[0]  # the working folder, unless it is where this program lies
leave_working_folder()

from factcheck.cli import main  # noqa: E402 - only from here on is nothing looked for in the working folder

main()
