"""What a file is by the end of its name: a PDF, a spreadsheet, a picture, a recording."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePosixPath


class Media(StrEnum):
    """What a file holds, as far as it matters for reading it and for what opens it."""

    PDF = "pdf"
    TEXT = "text"
    SHEET = "sheet"
    PICTURE = "picture"
    AUDIO = "audio"
    VIDEO = "video"
    OTHER = "other"
    """What a writer may name as a source, and what may start a program when it is opened."""


_ENDINGS = {
    Media.PDF: "pdf",
    Media.TEXT: "doc docx odt rtf txt md epub srt vtt",
    Media.SHEET: "xls xlsx ods csv tsv",
    Media.PICTURE: "jpg jpeg png gif tif tiff heic webp",
    Media.AUDIO: "mp3 m4a wav ogg flac aac opus",
    Media.VIDEO: "mp4 m4v mov avi mkv webm",
    Media.OTHER: "ppt pptx odp eml msg html htm zip json xml docm xlsm ass ssa ttml dfxp",
}
_BY_ENDING = {f".{ending}": media for media, endings in _ENDINGS.items() for ending in endings.split()}

RECORDINGS = tuple(ending for ending, media in _BY_ENDING.items() if media in (Media.AUDIO, Media.VIDEO))
"""The ends of names of recordings, those of sound first."""
TIMED = (".srt", ".vtt")
"""The ends of names of transcripts that have time codes."""
TRANSCRIPTS = (*TIMED, ".txt")
"""The ends of names that the transcript of a recording may have, in the order in which it is looked for."""


def media_of(name: str) -> Media | None:
    """What a file of this name holds; None for a name that does not end as a file's does.

    >>> media_of("calls/Okafor.MP3"), media_of("a call on 3 May")
    (<Media.AUDIO: 'audio'>, None)
    """
    return _BY_ENDING.get(ending_of(name))


def ending_of(name: str) -> str:
    """The end of a file's name in small letters, with its full stop; empty where there is none that a copy could have, too."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    return ending if ending in _BY_ENDING or (ending.isascii() and ending[1:].isalnum() and len(ending) <= _LONGEST_ENDING) else ""


_LONGEST_ENDING = 9
