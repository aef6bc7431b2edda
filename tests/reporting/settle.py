"""Run by a Python that has LibreOffice's bridge (`uno`): opens Word documents in it, accepts or rejects every change, and reads them.

    python3 settle.py SOFFICE PROFILE DOCX...

prints one JSON list: for each document its paragraphs (style, words) once all is accepted, and once all is rejected.
"""

import contextlib
import json
import subprocess
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]  # LibreOffice brings it, for its own Python or the system's
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # made by uno when it is asked for

_TRIES, _BETWEEN = 200, 0.3


def connected(name: str) -> Any:
    """LibreOffice's own context, once it listens."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_TRIES):
        with contextlib.suppress(Exception):
            return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        time.sleep(_BETWEEN)
    raise SystemExit("LibreOffice did not start")


def settled(context: Any, path: str, how: str) -> list[tuple[str, str]]:
    """The paragraphs of a document once every change is settled, `how` is Accept or Reject."""
    made = context.ServiceManager.createInstanceWithContext
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = made("com.sun.star.frame.Desktop", context).loadComponentFromURL(f"file://{path}", "_blank", 0, (hidden,))
    frame = document.CurrentController.Frame
    made("com.sun.star.frame.DispatchHelper", context).executeDispatch(frame, f".uno:{how}AllTrackedChanges", "", 0, ())
    found, parts = [], document.Text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.Paragraph"):
            found.append((part.ParaStyleName, part.String))
    document.close(True)
    return found


def main() -> None:
    """Start LibreOffice, ask it about each document, and end it."""
    soffice, profile, *paths = sys.argv[1:]
    name = f"settle{time.time_ns()}"
    options = [f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nodefault"]
    office = subprocess.Popen([soffice, *options, f"--accept=pipe,name={name};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connected(name)
        print(json.dumps([[settled(context, path, how) for how in ("Accept", "Reject")] for path in paths]))
        with contextlib.suppress(Exception):  # it ends before it can answer
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
    finally:
        office.terminate()
        office.wait(30)


if __name__ == "__main__":
    main()
