"""The list of flags: what each says, its places side by side, and letting one pass with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Flag, Words, one_line, visible
from factcheck.workbench.describe import Line, flag_lines, when
from factcheck.workbench.fit import cut
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keys import FLAGS
from factcheck.workbench.screens.forms import TextForm, open_form
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.painter import Piece

AROUND = 90
"""Code points of the article shown on either side of a flagged place."""


class FlagsScreen(CaseListScreen[Flag]):
    """The flags, the open ones or all."""

    TABLE = FLAGS
    WITHOUT = ("flags.dismissed",)

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._with_dismissed = False

    @property
    def heading(self) -> str:
        """How many there are."""
        open_flags = len(self.session.view.open_flags)
        return f"Flags: {open_flags} open, {len(self.session.view.case.flags) - open_flags} dismissed"

    @property
    def empty(self) -> str:
        """That there are none."""
        return "No open flags."

    def find(self) -> Sequence[Flag]:
        """The flags in the order of the article."""
        if not self._with_dismissed:
            return self.session.view.open_flags
        return sorted(self.session.view.case.flags, key=lambda f: f.spans[0].start if f.spans else 0)

    def known_by(self, flag: Flag) -> object:
        """Which it is, and whether it is open: what a key does to it turns on that."""
        return flag.fingerprint, self.session.view.case.dismissal_of(flag) is None

    def comes_first(self, flag: Flag) -> bool:
        """Whether it is the one last gone to."""
        return flag.fingerprint == self.session.view.flag

    def line(self, flag: Flag) -> Iterator[Piece]:
        """Whether it is open, the check and what it says."""
        dismissed = self.session.view.case.dismissal_of(flag) is not None
        yield ("× " if dismissed else "⚑ "), ("plain",) if dismissed else ("flag",)
        yield f"{flag.severity.value:<8}{cut(one_line(flag.check), 15):<16}", ("plain",)
        yield one_line(flag.message), ("plain",) if dismissed else ()

    def about(self, flag: Flag) -> Iterator[Line]:
        """What it says, its places and why it was dismissed."""
        yield from flag_lines(flag)
        for i, span in enumerate(flag.spans, 1):
            yield [("", "")]
            yield [(f"{i}  ", "label"), *self._place(span)]
        dismissal = self.session.view.case.dismissal_of(flag)
        if dismissal is not None:
            yield [("", "")]
            yield [(f"dismissed by {one_line(dismissal.by)}, {when(dismissal.at)}: ", "label"), (one_line(dismissal.reason), "")]

    def _place(self, span: Words) -> Line:
        text = self.session.view.case.article.text
        start = max(text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
        line_end = text.find("\n", span.end)
        end = min(line_end if line_end >= 0 else len(text), span.end + AROUND)
        left, right = visible(text[start : span.start]), visible(text[span.end : end])
        if start and text[start - 1] != "\n":
            left = f"…{left.partition(' ')[2] or left}"
        if end < len(text) and text[end] != "\n":
            right = f"{right.rpartition(' ')[0] or right}…"
        return [(left, "plain"), (one_line(span.text), "target"), (right, "plain")]

    def on_choices_taken(self) -> None:
        """Go to the flag that was clicked."""
        self.action_jump(0)

    def action_jump(self, place: int) -> None:
        """Back to the review, at one of the places of the flag."""
        flag = self.chosen
        if flag is not None:
            self.dismiss(self.session.view.go_to_flag(flag, place))

    async def action_dismiss_flag(self) -> None:
        """Let the flag pass, with a reason; one that was dismissed is open again."""
        flag = self.chosen
        if flag is None:
            return
        if self.session.view.case.dismissal_of(flag):
            await self.do(lambda: self.session.open_again(flag))
            return

        async def done(reason: str | None) -> bool | None:
            return None if reason is None else await self.do(lambda: self.session.dismiss(flag, reason))

        form = TextForm("Dismiss this flag: why?", flag.message)
        await open_form(self.app, form, done, on=(self.keeper.saver.path, flag.fingerprint))

    async def action_accept(self) -> None:
        """Ask for what the flag suggests."""
        flag = self.chosen
        if flag is not None:
            await self.do(lambda: self.session.accept(flag))

    def action_switch_dismissed(self) -> None:
        """Show the dismissed flags too, or hide them."""
        self._with_dismissed = not self._with_dismissed
        self.show()
