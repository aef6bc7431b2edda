"""Signing a case off: what stands in the way, what is worth a look first, a note, and opening it again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import FactcheckError, Hindrance, Policy, count, hindrances, one_line
from factcheck.settings import policy
from factcheck.workbench.screens.forms import TextForm
from factcheck.workbench.screens.menu import Menu
from factcheck.workbench.signing import Alarm, counted

if TYPE_CHECKING:
    from factcheck.workbench.screens.case import CaseScreen


async def sign_or_reopen(screen: CaseScreen) -> None:
    """Sign the case off when nothing stands in the way, else list what does; a case that is signed off is opened again."""
    session = screen.session
    signed = session.view.signed
    if signed is not None:
        about = f"{signed.by} signed it off on {signed.at.date()}{f': {signed.note}' if signed.note else '.'}"
        await screen.ask(TextForm("Open it again: why?", about), lambda reason: screen.change(lambda: session.signing.reopen(reason)))
        return
    try:
        asked = await asyncio.to_thread(policy, Path.cwd())
        session.signing.refuse_to_sign(asked)
    except FactcheckError as problem:
        screen.show(str(problem))
        return
    in_the_way = list(hindrances(session.view.case, asked))
    alarms = session.signing.alarms
    if in_the_way:
        await _list(screen, in_the_way, alarms)
    elif alarms:
        await _ask_first(screen, asked, alarms)
    else:
        await _sign(screen, asked, alarms)


async def _ask_first(screen: CaseScreen, asked: Policy, alarms: list[Alarm]) -> None:
    """Whether to sign off all the same; what is worth a look can be gone to instead, and is what enter does."""

    async def done(at: int | None) -> None:
        if at is not None and at < len(alarms):
            await screen.do(alarms[at].go())
        elif at is not None:
            await _sign(screen, asked, alarms)

    lines = [alarm.line for alarm in alarms]
    await screen.app.push_screen(Menu(f"Sign off with {counted(alarms)}?", [*lines, "sign it off all the same…"]), done)


async def _sign(screen: CaseScreen, asked: Policy, alarms: list[Alarm]) -> None:
    about = f"{count(len(screen.session.view.claims), 'claim')}, {counted(alarms) or 'no open flags'}."
    form = TextForm("Sign this case off? A note, or nothing", about, optional=True)
    await screen.ask(form, lambda note: screen.change(lambda: screen.session.signing.sign_off(asked, note)))


async def _list(screen: CaseScreen, in_the_way: list[Hindrance], alarms: list[Alarm]) -> None:
    """What stands in the way, and what else there is to look at, to go to."""
    lines = [*(_line(screen, hindrance) for hindrance in in_the_way), *(alarm.line for alarm in alarms)]
    n = len(in_the_way)

    async def done(at: int | None) -> None:
        if at is not None and at < n:
            await screen.do(screen.session.view.choose(in_the_way[at].claim, in_the_way[at].aspect))
        elif at is not None:
            await screen.do(alarms[at - n].go())

    also = f"; {counted(alarms)}" if alarms else ""
    await screen.app.push_screen(Menu(f"{count(n, 'thing stands', 'things stand')} in the way of a sign-off{also}", lines), done)


def _line(screen: CaseScreen, hindrance: Hindrance) -> str:
    claim = screen.session.view.get(hindrance.claim)
    half = f" ({hindrance.aspect})" if hindrance.aspect else ""
    return f"{hindrance.missing}{half}: {one_line(claim.in_context, 200) if claim else hindrance.claim}"
