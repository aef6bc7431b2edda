"""Untrusted documents opened in processes of their own, each of which is ended when it takes too long or too much memory, or crashes."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import date, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import LifoQueue
from typing import Any

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
    """A few processes for many documents. Each is begun when it is first needed, and anew after one that had to be ended."""

    def __init__(self, workers: int = 2, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._workers = [_Worker() for _ in range(workers)]
        self._idle: LifoQueue[_Worker] = LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(workers)

    async def open(self, data: bytes, kind: str) -> Document:
        """A document of a kind in KINDS. Raises UnreadableError, also when its process had to be ended."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._open, data, kind)

    def _open(self, data: bytes, kind: str) -> Document:
        worker = self._idle.get()
        try:
            return worker.open(data, kind, self._seconds)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end(for_good=True)
        self._threads.shutdown()


class _Worker:
    """A process that opens one document after the other, and what it is told through."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._is_over = False
        self._changing = threading.Lock()

    def open(self, data: bytes, kind: str, seconds: float) -> Document:
        """A document. Raises UnreadableError, and whatever opening it raises besides. The time counts from when the process is ready."""
        try:
            line = self._begun()
            line.send((data, kind))
            if not line.poll(seconds):
                self.end()
                raise UnreadableError(_too_long(seconds))
            answer = line.recv()
        except (EOFError, OSError):
            self.end()
            raise UnreadableError(_BROKEN) from None
        if isinstance(answer, Exception):
            raise answer
        opened: Document = answer
        return opened

    def _begun(self) -> Connection:
        """The line to the process, which is ready. Raises EOFError or OSError where it is not to be had."""
        with self._changing:
            if self._is_over:
                raise EOFError
            if self._line is not None:
                return self._line
            context = multiprocessing.get_context("spawn")
            self._line, far = context.Pipe()
            self._process = context.Process(target=_work, args=(far,), daemon=True)
            self._process.start()
            far.close()
            line = self._line
        line.recv()
        return line

    def end(self, *, for_good: bool = False) -> None:
        """End the process; `for_good` none is begun again."""
        with self._changing:
            self._is_over |= for_good
            process, line, self._process, self._line = self._process, self._line, None, None
        if process is not None:
            process.kill()
            process.join()
        if line is not None and not for_good:  # a thread may still listen; it hears that the process is gone
            line.close()


def _work(line: Connection) -> None:
    """What a process of a pool does."""
    end_with_parent()
    bounded(MEMORY)
    line.send("ready")
    while True:
        try:
            data, kind = line.recv()
        except EOFError:
            return
        try:
            answer: Document | Exception = open_document(data, kind)
        except MemoryError:
            answer = UnreadableError(_BROKEN)
        except Exception as trouble:  # noqa: BLE001 - it is raised where the document was asked for
            answer = trouble
        line.send(answer)


def _too_long(seconds: float) -> str:
    return f"it could not be read within {seconds:.0f} seconds"


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
