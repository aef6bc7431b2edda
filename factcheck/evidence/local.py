"""The files that sources name looked at: copied beside the case, held against the copy that is there, and searched for what is quoted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from factcheck.documents import Document, UnreadableError, kind_of
from factcheck.documents.aside import open_aside
from factcheck.documents.webpage import decoded
from factcheck.evidence import copies
from factcheck.evidence.finding import NotTakenError, Places
from factcheck.evidence.gathering import difference, quotations, sought, unsearched
from factcheck.evidence.placed import LONGEST, Placed, of_cells, timed
from factcheck.evidence.sheets import ENDINGS, cells_aside
from factcheck.model import Case, Source
from factcheck.model.locators import where
from factcheck.model.media import RECORDINGS, TIMED, TRANSCRIPTS, Media, ending_of, media_of

READ = 128 << 20
"""Bytes of a file in which words are looked for."""


def waiting_files(case: Case) -> list[Source]:
    """The sources that may be files, in the order of the claims: those without an address; never a confidential one."""
    return [source for source in case.every_source if source.name and not source.url and not source.confidential]


async def gather_files(
    case: Case, folder: Path, places: Places, clock: Callable[[], datetime], *, again: bool = False
) -> AsyncGenerator[Source, None]:
    """Each source that names a file, as it now is, if that is news; one that names none is passed over.

    With `again` a file that has changed is kept anew, beside the old copy. Raises FactcheckError when no copy can be kept.
    """
    look = _Look(case, folder, places, clock, again)
    for source in waiting_files(case):
        found = await asyncio.to_thread(look.at, source)
        if found is not None:
            yield found


@dataclass(frozen=True)
class _Look:
    case: Case
    folder: Path
    places: Places
    clock: Callable[[], datetime]
    again: bool

    def at(self, source: Source) -> Source | None:
        """The source after its file was looked at; None when there is nothing new to say of it."""
        try:
            path = self.places.find(source.name or "")
            if path is None:
                return None
            found = self._with_recording(self._there(self._with_transcript(source, path), path), path)
        except NotTakenError as trouble:
            found = source.model_copy(update={"status": str(trouble)})
        return found.model_copy(update={"fetched": self.clock()}) if found != source else None

    def _there(self, source: Source, path: Path) -> Source:
        name = source.name or ""
        if source.sha256 and not self.again and copies.digest_of(path) != source.sha256:
            changed = source.model_copy(update={"status": f"changed since it was kept: {self._difference(source, path)}"})
            return self._searched(changed) if unsearched(self.case, source) else changed
        digest = copies.keep(self.folder, path, name)
        if digest != source.sha256:
            since = f"; changed since {source.kept.date()}: {self._difference(source, path)}" if source.sha256 and source.kept else ""
            found = source.model_copy(update={"status": f"ok{since}", "sha256": digest, "kept": self.clock()})
            return self._searched(found)
        return self._searched(source.model_copy(update={"status": "ok"})) if unsearched(self.case, source) else _there_again(source)

    def _with_transcript(self, source: Source, path: Path) -> Source:
        """A recording with the transcript of the same name beside it, which is kept, too; one that has been kept stays, but `again`."""
        if ending_of(source.name or "") not in RECORDINGS or (source.transcript_sha256 and not self.again):
            return source
        for ending in TRANSCRIPTS:
            with suppress(NotTakenError):
                if (beside := self.places.find(str(path.with_suffix(ending)))) is None:
                    continue
                digest = copies.keep(self.folder, beside, beside.name)
                if digest == source.transcript_sha256:
                    return source
                return source.model_copy(update={"transcript": beside.name, "transcript_sha256": digest, "quotations": ()})
        return source

    def _with_recording(self, source: Source, path: Path) -> Source:
        """A transcript with the recording of the same name beside it, which is kept, too; one that has been kept stays as it was."""
        if source.recording_sha256 or not self._is_transcript(source):
            return source
        for ending in RECORDINGS:
            with suppress(NotTakenError):
                if (beside := self.places.find(str(path.with_suffix(ending)))) is not None:
                    digest = copies.keep(self.folder, beside, beside.name)
                    return source.model_copy(update={"recording": beside.name, "recording_sha256": digest})
        return source

    def _is_transcript(self, source: Source) -> bool:
        timed = (where(quotation.place).second is not None for quotation in source.quotations)
        return ending_of(source.name or "") in TIMED or any(timed)

    def _searched(self, source: Source) -> Source:
        """The source with the words that are quoted from it looked for in its copy, those from a recording in its transcript; why it cannot
        be read goes into its status.
        """
        if not sought(self.case, source):
            return source.model_copy(update={"quotations": ()})
        try:
            digest, name = (source.transcript_sha256 or source.sha256 or "", source.transcript or source.name or "")
            text = self._text(copies.read(self.folder, digest, name, READ), name)
        except UnreadableError as trouble:
            return source.model_copy(update={"status": f"{source.status}; {trouble}", "quotations": ()})
        return source.model_copy(update={"quotations": quotations(self.case, source, text)})

    def _difference(self, source: Source, path: Path) -> str:
        """How a file differs from the copy that was kept of it, in words."""
        name = source.name or ""
        try:
            before = self._text(copies.read(self.folder, source.sha256 or "", name, READ), name)
            after = self._text(path.read_bytes() if path.stat().st_size <= READ else None, name)
        except (UnreadableError, OSError):
            return "its contents have changed"
        return difference(before.text, after.text) if before.text != after.text else "the file has changed, and its words are the same"

    def _text(self, data: bytes | None, name: str) -> Placed:
        if data is None:
            raise UnreadableError(f"it is larger than {READ >> 20} MB, so no words are looked for in it, or its copy is gone")
        return read_placed(data, name)


def _there_again(source: Source) -> Source:
    """A source whose file is as it was kept; what its status says of reading it stays."""
    return source if source.works else source.model_copy(update={"status": "ok"})


def read_placed(data: bytes, name: str) -> Placed:
    """The text of a file with its places. Raises UnreadableError for what has none that can be read."""
    if ending_of(name) in RECORDINGS:
        raise UnreadableError(f"words cannot be looked for in it; put a transcript of the same name beside it ({', '.join(TRANSCRIPTS)})")
    if media_of(name) is Media.PICTURE:
        raise UnreadableError("it cannot be searched; look at it yourself")
    if (ending := ending_of(name)) in ENDINGS:
        return of_cells(cells_aside(data, ending))
    kind = kind_of(data, name)
    if kind in ("srt", "vtt"):  # the pieces that these are read in have one time for many lines
        return timed(decoded(data))
    if kind is not None:
        return _of_document(open_aside(data, kind))
    if b"\0" in data[:4096]:
        raise UnreadableError("it is no text that can be read")
    return timed(decoded(data).replace("\r\n", "\n"))


def _of_document(document: Document) -> Placed:
    places: list[tuple[int, str]] = []
    at = 0
    for piece in document.pieces:
        if piece.place and (not places or places[-1][1] != piece.place):
            places.append((at, piece.place))
        at += len(piece.words) + 2
    return Placed(document.text[:LONGEST], tuple(places)) if places else timed(document.text)
