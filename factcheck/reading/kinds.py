"""Tells what kind of file some bytes are when they are not text, by the signatures that file formats begin with.

The signatures are those of the formats' own specifications, as gathered in the `file` program's magic and in
https://en.wikipedia.org/wiki/List_of_file_signatures.
"""

from __future__ import annotations

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"8BPS\x00", "a Photoshop image"),
    (b"%!PS", "a PostScript document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"bplist00", "a property list"),
    (b"ID3\x02", "a sound file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"OggS\x00", "a sound file"),
    (b"fLaC\x00", "a sound file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00asm", "a program"),
    (b"PAR1", "a Parquet table"),
)

# What stands near the beginning of a zip file tells which of the document formats it is.
_INSIDE_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"xl/", "a spreadsheet (XLSX)"),
    (b"ppt/", "a presentation (PPTX)"),
    (b".iwa", "a document of Pages, Numbers or Keynote"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"[Content_Types].xml", "an Office document"),
)


def kind_of(data: bytes) -> str | None:
    """What kind of file these bytes are, in words with an article, or None when nothing says that they are not text.

    Documents that can be opened (`factcheck.documents`) were told apart before.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(data)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "a WebP image", b"WAVE": "a sound file"}.get(data[8:12], "a film")
    if data[4:8] == b"ftyp":
        return "an image (HEIC or AVIF)" if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else "a film or sound file"
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "a BMP image"
    if data.startswith(b"MZ") and b"\x00" in data[2:64]:
        return "a program"
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)


def _zip_kind(data: bytes) -> str:
    look = data[:65536] + data[-65536:]
    return next((kind for name, kind in _INSIDE_ZIP if name in look), "a zip archive")
