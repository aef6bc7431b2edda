"""The list of flags: what each says, its places side by side, and letting one pass with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Flag, Words, one_line, visible
from factcheck.workbench.describe import Line, flag_lines, when
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keys import FLAGS
from factcheck.workbench.screens.forms import TextForm, open_form
from factcheck.workbench.screens.lists import ListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import KeyBar, MessageBar, content_of
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.painter import Piece

AROUND = 90
"""Code points of the article shown on either side of a flagged place."""


class FlagsScreen(ListScreen):
    """The flags, the open ones or all."""

    TABLE = FLAGS
    AUTO_FOCUS = "#flags"

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._with_dismissed = False

    def compose(self) -> ComposeResult:
        """The list above, the chosen flag below."""
        yield Static(id="flags-title", classes="bar")
        yield Choices("No open flags.", id="flags")
        with VerticalScroll(classes="chosen", can_focus=False):
            yield Static(id="flag-words")
        yield MessageBar(id="message")
        yield KeyBar(FLAGS, id="keys")

    def on_mount(self) -> None:
        """Show the flags, the one last gone to chosen."""
        choices = self.query_one(Choices)
        choices.at = next((i for i, flag in enumerate(self._flags) if flag.fingerprint == self.session.view.flag), 0)
        self.show()

    @property
    def _flags(self) -> tuple[Flag, ...]:
        session = self.session
        if not self._with_dismissed:
            return session.view.open_flags
        return tuple(sorted(session.view.case.flags, key=lambda f: f.spans[0].start if f.spans else 0))

    @property
    def _flag(self) -> Flag | None:
        flags, at = self._flags, self.at
        return flags[at] if 0 <= at < len(flags) else None

    def show(self, words: str = "") -> None:
        """Show the flags as they stand now."""
        open_flags, dismissed = len(self.session.view.open_flags), len(self.session.view.case.flags) - len(self.session.view.open_flags)
        self.query_one("#flags-title", Static).update(Content(f" Flags: {open_flags} open, {dismissed} dismissed"))
        self.query_one(Choices).show([list(self._line(flag)) for flag in self._flags])
        self.say(words)
        self._show_flag()

    def _line(self, flag: Flag) -> Iterator[Piece]:
        dismissed = self.session.view.case.dismissal_of(flag) is not None
        yield ("× " if dismissed else "⚑ "), ("plain",) if dismissed else ("flag",)
        yield f"{flag.severity.value:<8}{one_line(flag.check):<16}", ("plain",)
        yield one_line(flag.message), ("plain",) if dismissed else ()

    def _show_flag(self) -> None:
        flag = self._flag
        lines = [] if flag is None else list(self._about(flag))
        self.query_one("#flag-words", Static).update(Content("\n").join(content_of(line) for line in lines))

    def _about(self, flag: Flag) -> Iterator[Line]:
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
        left = ("…" if start and text[start - 1] != "\n" else "") + visible(text[start : span.start])
        right = visible(text[span.end : end]) + ("…" if end < len(text) and text[end] != "\n" else "")
        return [(left, "plain"), (one_line(span.text), "target"), (right, "plain")]

    def on_choices_moved(self) -> None:
        """Show the flag that is chosen now."""
        self._show_flag()

    def on_choices_taken(self) -> None:
        """Go to the flag that was clicked."""
        self.action_jump(0)

    def action_jump(self, place: int) -> None:
        """Back to the review, at one of the places of the flag."""
        flag = self._flag
        if flag is not None:
            self.dismiss(self.session.view.go_to_flag(flag, place))

    async def action_dismiss_flag(self) -> None:
        """Let the flag pass, with a reason; one that was dismissed is open again."""
        flag = self._flag
        if flag is None:
            self.show("No open flags.")
            return
        if self.session.view.case.dismissal_of(flag):
            await self.do(lambda: self.session.open_again(flag))
            return

        async def done(reason: str | None) -> None:
            if reason is not None:
                await self.do(lambda: self.session.dismiss(flag, reason))

        await open_form(self.app, TextForm("Let this flag pass: why?", flag.message), done)

    async def action_accept(self) -> None:
        """Ask for what the flag suggests."""
        flag = self._flag
        if flag is not None:
            await self.do(lambda: self.session.accept(flag))

    def action_switch_dismissed(self) -> None:
        """Show the dismissed flags too, or hide them."""
        self._with_dismissed = not self._with_dismissed
        self.show()
