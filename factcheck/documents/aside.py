"""Untrusted documents opened in processes of their own, each of which is ended when it takes too long or too much memory, or crashes."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import sys
from concurrent.futures import TimeoutError as TooLong
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from pebble import ProcessExpired, ProcessPool

from factcheck.apart import EndedError, bounded, run_apart
from factcheck.documents.kinds import open_document
from factcheck.documents.pieces import Beside, Document, Form, Hung, Left, Piece, Reason, UnreadableError
from factcheck.starting import end_with_parent

SECONDS = 60.0
MEMORY = 2 << 30
"""Bytes that a process may take, where the system can hold it to that."""

_BROKEN = "it is damaged, or made to crash programs that read it"


def open_aside(data: bytes, kind: str, seconds: float = SECONDS) -> Document:
    """One document of a kind in KINDS. Raises UnreadableError, also when its process had to be ended.

    The process is a new interpreter, which does not depend on how the program around was started.
    """
    try:
        answer = json.loads(run_apart(__spec__.name, (kind,), data, seconds))
    except EndedError as ended:
        raise UnreadableError(_too_long(seconds) if ended.too_long else _BROKEN) from None
    except ValueError:
        raise UnreadableError(_BROKEN) from None
    if "trouble" in answer:
        raise UnreadableError(answer["trouble"])
    return _from_json(answer)


class Pool:
    """A few processes for many documents."""

    def __init__(self, workers: int = 2, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._pool = ProcessPool(max_workers=workers, context=multiprocessing.get_context("spawn"), initializer=_begin)

    async def open(self, data: bytes, kind: str) -> Document:
        """A document of a kind in KINDS. Raises UnreadableError, also when its process had to be ended."""
        try:
            opened: Document = await asyncio.wrap_future(self._pool.schedule(open_document, args=(data, kind), timeout=self._seconds))
        except TooLong:
            raise UnreadableError(_too_long(self._seconds)) from None
        except (ProcessExpired, MemoryError):
            raise UnreadableError(_BROKEN) from None
        return opened

    def close(self) -> None:
        """End the processes."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _too_long(seconds: float) -> str:
    return f"it could not be read within {seconds:.0f} seconds"


def _begin() -> None:
    """What a process of a pool does first."""
    end_with_parent()
    bounded(MEMORY)


_FACTS = tuple(field.name for field in fields(Document) if field.name not in ("pieces", "published", "beside", "left"))
"""What a document says of itself in words."""


def _to_json(document: Document) -> dict[str, Any]:
    answer: dict[str, Any] = {name: getattr(document, name) for name in _FACTS}
    answer["pieces"] = [[piece.form.name, piece.words, piece.place, piece.why and piece.why.name] for piece in document.pieces]
    answer["published"] = document.published and document.published.isoformat()
    answer["left"] = [[left.words, left.why.name] for left in document.left]
    answer["beside"] = [{**vars(one), "at": one.at and one.at.isoformat(), "hung": one.hung.name} for one in document.beside]
    return answer


def _from_json(answer: dict[str, Any]) -> Document:
    when = answer["published"]
    published = None if not when else date.fromisoformat(when) if len(when) == 10 else datetime.fromisoformat(when)
    pieces = tuple(Piece(Form[form], words, place, why and Reason[why]) for form, words, place, why in answer["pieces"])
    left = tuple(Left(words, Reason[why]) for words, why in answer["left"])
    beside = tuple(map(_beside, answer["beside"]))
    return Document(pieces, published=published, beside=beside, left=left, **{name: answer[name] for name in _FACTS})


def _beside(one: dict[str, Any]) -> Beside:
    return Beside(**{**one, "at": one["at"] and datetime.fromisoformat(one["at"]), "hung": Hung[one["hung"]]})


def _main() -> None:
    """What the other interpreter does: a document on standard input, what is in it on standard output."""
    bounded(MEMORY)
    try:
        answer = _to_json(open_document(sys.stdin.buffer.read(), sys.argv[1]))
    except UnreadableError as trouble:
        answer = {"trouble": str(trouble)}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    _main()
