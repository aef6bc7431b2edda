"""What leaves the workbench: copies of a claim and of what belongs to it, and the reports."""

from __future__ import annotations

import asyncio
from pathlib import Path

from factcheck import pipeline
from factcheck.model import FactcheckError, count, one_line
from factcheck.pipeline.within import refuse_outside
from factcheck.workbench.clipboard import fit_to_copy, put_on_clipboard
from factcheck.workbench.copying import copies
from factcheck.workbench.results import NONE_CHOSEN
from factcheck.workbench.screens.finding import FindingScreen
from factcheck.workbench.screens.menu import Menu
from factcheck.workbench.screens.waiting import WaitingScreen

REPORTS = Path("export")
"""The folder that reports go to, below the working folder, as on the command line."""


class OutScreen(FindingScreen):
    """The keys that copy and export."""

    _copied = 0
    """How many copies of the chosen claim were made one after the other."""

    def _show_rest(self, words: str | None, *, stays: bool = False) -> None:
        self._copied = 0  # another key came between
        super()._show_rest(words, stays=stays)

    async def _copy(self, text: str) -> None:
        """Copy words: the terminal gets them, and so does the clipboard of this machine, while the screen goes on."""
        words = fit_to_copy(text)
        self.app.copy_to_clipboard(words)
        await asyncio.to_thread(put_on_clipboard, words)

    async def action_copy(self) -> None:
        """Copy the words that are dragged over, or marked; or the claim, then its quotation, its newest source, its place in the case."""
        claim, marked, nth = self.session.view.claim, self._article.marked, self._copied
        case = self.session.view.seen_case
        if dragged := self.get_selected_text():
            await self._copy(dragged)
            self.clear_selection()
            self.show(f"Copied the words that you dragged over: “{one_line(dragged, 60)}”.")
        elif marked is not None:
            await self._copy(one_line(case.article.words(marked)))
            self.show(f"Copied the marked words: “{one_line(case.article.words(marked), 60)}”.")
        elif claim is None:
            self.show(NONE_CHOSEN)
        else:
            offered = copies(case, claim, self.keeper.saver.path)
            (what, words), (following, _) = (offered[(nth + i) % len(offered)] for i in range(2))
            await self._copy(words)
            self.show(f"Copied {what}: “{one_line(words, 60)}”. {self._sign('copy')} again copies {following}.")
            self._copied = nth + 1

    async def action_copy_questions(self) -> None:
        """Copy every open question to the author, with the words that it is about."""
        questions = self.session.view.questions
        if not questions:
            self.show(f"No open question to the author; {self._sign('ask')} asks one.")
            return
        await self._copy("\n\n".join(f"“{one_line(claim.text)}”\n{one_line(asked)}" for claim, asked in questions))
        self.show(f"{count(len(questions), 'question')} copied.")

    async def action_export(self) -> None:
        """Write the reports that are asked for, off the screen's thread, and tell where they are."""
        if self.session.view.reader.blind:
            self.show(f"Reports say what others decided, and you read blind; {self._sign('look')} ends that.")
            return
        if self.keeper.trouble is not None:
            self.show(f"Reports are made of what is on disk; save first with {self._sign('save')}.")
            return
        from factcheck.reporting import FORMATS  # which a review does without until now

        names = list(FORMATS)
        seldom = ", ".join(name for name, form in FORMATS.items() if not form.always)
        lines = [f"all but {seldom}", *(f"{name:<12} {form.what}" for name, form in FORMATS.items())]

        async def chosen(at: int | None) -> None:
            if at is not None:
                await self._export([names[at - 1]] if at else [])

        await self.app.push_screen(Menu("Export which reports?", lines), chosen)

    async def _export(self, formats: list[str]) -> None:
        notices: list[str] = []

        def work(on_progress: pipeline.OnProgress) -> list[Path] | str:
            on_progress("Writing the reports")
            try:
                refuse_outside(REPORTS)
                return pipeline.export_case(self.keeper.saver.path, REPORTS, formats, on_notice=notices.append)
            except (FactcheckError, OSError) as problem:
                return str(problem)

        async def done(result: list[Path] | str | None) -> None:
            if result is None or isinstance(result, str):
                self.show(result or "Stopped; reports that are written already are in export/.")
            else:
                self.show(" ".join((_where(result), *notices)))

        await self.app.push_screen(WaitingScreen("Export", work), done)


def _where(paths: list[Path]) -> str:
    """Where reports are, in a sentence."""
    folder = paths[0].parent.absolute()
    if len(paths) == 1:
        return f"Exported {folder / paths[0].name}"
    stem = min((path.stem for path in paths), key=len)
    return f"Exported {len(paths)} reports into {folder}: {', '.join(path.name.removeprefix(stem) for path in paths)}"
