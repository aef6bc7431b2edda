"""Kept copies of files opened at their page or second, by the program that the person has set, one that is known, or the system's."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.model import Case, Claim, FactcheckError, Source, one_line
from factcheck.model.locators import where
from factcheck.model.media import Media, media_of
from factcheck.pipeline.within import bounds
from factcheck.settings import openers
from factcheck.starting import find_program

_PLAYERS = (("mpv", "--force-window=yes", "--start={seconds}", "{file}"), ("vlc", "--start-time={seconds}", "{file}"))
_KNOWN: Mapping[Media, Sequence[tuple[str, ...]]] = {
    Media.PDF: (
        ("zathura", "-P", "{page}", "{file}"),
        ("evince", "--page-index={page}", "{file}"),
        ("okular", "--page", "{page}", "{file}"),
        ("xpdf", "{file}", ":{page}"),
    ),
    Media.AUDIO: _PLAYERS,
    Media.VIDEO: _PLAYERS,
}
"""Programs that go to a page or second, by their own manuals."""
_SYSTEM = ("open" if sys.platform == "darwin" else "xdg-open", "{file}")


def place_to_open(case: Case, source: Source, claim: Claim | None = None) -> str | None:
    """Where to open a source for a claim, or for the first that leans on it: where the quoted words were found, else where it is said."""
    for leaning in (claim,) if claim else case.leaning_on(source):
        for item in (item for item in leaning.evidence if item.key == source.key):
            found = next((quotation.place for quotation in source.quotations_of(leaning.id, leaning.sought(item)) if quotation.place), None)
            if found or item.locator:
                return found or item.locator
    return None


def open_copy(path: Path, source: Source, place: str | None) -> str:
    """Open the copy of a file that the case in the file `path` keeps, at a place, and for a time in a transcript its recording.

    Gives what to say of it.

    Raises FactcheckError when its bytes are not what they were, when what it holds is opened by nobody but a person, when no program is
    there, and for settings that are not trusted.
    """
    from factcheck.evidence import checked_copy

    aim = where(place)
    if aim.second is not None and source.recording_sha256:
        source = Source(name=source.recording, sha256=source.recording_sha256)
    name = source.name or ""
    shown = one_line(Path(name.replace("\\", "/")).name, 100)
    if bounds() is not None:
        raise FactcheckError("In a browser no program is started on the serving machine; open the file where the case is.")
    copy = checked_copy(path, source)
    media = media_of(name)
    if media is None or media is Media.OTHER:  # a page, a package, a document with macros
        raise FactcheckError(f"{shown} is a type of file that can start programs; open it yourself: {one_line(str(copy), 300)}")
    command = _command(openers(Path.cwd()).get(media), media, aimed=aim.page is not None or aim.second is not None)
    filled = [_filled(word, aim.page or 1, aim.second or 0, copy) for word in command]
    _start(filled)
    return f"Opening {shown}{f' ({one_line(place, 100)})' if place else ''} with {one_line(Path(command[0]).name, 40)}"


def _command(own: Sequence[str] | None, media: Media, *, aimed: bool) -> Sequence[str]:
    """The program with its arguments, by its path: the person's own, where there is a place to go to one that goes there, the system's."""
    known = _KNOWN.get(media, ()) if aimed else ()
    for program, *words in (own,) if own else (*known, _SYSTEM):
        found = program if Path(program).is_absolute() else find_program(program)
        if found:
            return (found, *words)
    wanted = own[0] if own else _SYSTEM[0]
    raise FactcheckError(f"There is no program {one_line(wanted, 60)} here to open it with; name one in your settings, under [open].")


def _filled(word: str, page: int, second: int, file: Path) -> str:
    return word.replace("{page}", str(page)).replace("{seconds}", str(second)).replace("{file}", str(file))


def _start(command: Sequence[str]) -> None:
    """Start a program that goes on by itself, with nothing of this terminal. Raises FactcheckError."""
    nothing = subprocess.DEVNULL
    try:
        started = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)  # noqa: S603 - a list, no shell
    except OSError as error:
        raise FactcheckError(f"{one_line(command[0], 100)} cannot be started ({error.strerror or error}); check [open].") from error
    threading.Thread(target=started.wait, daemon=True).start()  # so that it leaves nothing behind when it ends
