"""The cases of a folder with their progress, for a list. A file that has not changed since it was last listed is not read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from factcheck.casefile import disk
from factcheck.casefile.loading import parse
from factcheck.casefile.naming import is_sheet
from factcheck.files import state_folder
from factcheck.model import Case, CaseSummary, FactcheckError, Model, kept_name
from factcheck.model.names import folded

MOST_LISTS = 100
"""Folders of which is kept what was listed; the ones longest not listed go first."""


class _Seen(Model):
    """A file as it was when it was listed, and what was listed."""

    stamp: disk.Stamp | None
    summary: CaseSummary


class _List(Model):
    """What is kept of a folder: `made` says by which rules, and `form` how it is written; one of another form is not read."""

    form: Literal[2]
    made: str
    seen: dict[str, _Seen]


def _as_it_is(case: Case) -> Case:
    return case


def _unheard(_: str) -> None:
    """Nobody is told what is done."""


def case_files(folder: Path) -> list[Path]:
    """Every `.toml` file of a folder that is no source sheet, in the order of its name; none where there is no folder.

    Raises FactcheckError for one that cannot be listed.
    """
    try:
        return sorted(path for path in Path(folder).iterdir() if is_case(path))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FactcheckError(f"{disk.shown(folder)} cannot be listed ({error.strerror}); check the folder.") from error


def is_case(path: Path) -> bool:
    """Whether a file is a case by its name."""
    return path.suffix.lower() == ".toml" and not path.name.startswith(".") and not is_sheet(path)


def summaries(
    folder: Path, whole: Callable[[Case], Case] = _as_it_is, made: str = "", on_progress: Callable[[str], None] = _unheard
) -> Iterator[CaseSummary]:
    """Every `.toml` file of a folder in the order of its name; one that cannot be read says why in `error`.

    `whole` gives a case its flags, by rules that `made` names. What was found is kept on this machine, so that only files that have
    changed, or were listed by other rules, are read again. A folder that is not there has no cases. Raises FactcheckError for one that
    cannot be listed.
    """
    paths = case_files(folder)
    if not paths:
        return
    names = {kept_name(path.name) for path in paths}
    kept = {name: one for name, one in _recall(Path(folder), made).items() if name in names}
    seen: dict[str, _Seen] = {}
    try:
        for done, path in enumerate(paths, 1):
            known = _same(path, kept)
            if known is None:
                on_progress(f"Reading cases: {done} of {len(paths)}")
                known = _look(path, whole)
            if known is not None:
                seen[kept_name(path.name)] = known
                yield known.summary
    finally:
        if seen.keys() - kept.keys() or any(kept[name] is not one for name, one in seen.items()):
            _remember(Path(folder), _List(form=2, made=made, seen=kept | seen))


def listed_people(folder: Path) -> list[str]:
    """Who has a case of a folder, or wrote in its open notes, as it was when the cases were listed last; nobody where they never were."""
    cases = [one.summary for one in _recalled(Path(folder)).seen.values()]
    holders = [one.to for case in cases for one in case.holders]
    return list(dict.fromkeys([*holders, *(note.by for case in cases for thread in case.threads for note in thread.standing)]))


def _same(path: Path, kept: dict[str, _Seen]) -> _Seen | None:
    """What was listed of a file that has not changed since."""
    one = kept.get(kept_name(path.name))
    with suppress(OSError):
        if one is not None and one.stamp is not None and one.stamp == disk.stamp_of(path) and one.summary.path == path:
            return one
    return None


def _look(path: Path, whole: Callable[[Case], Case]) -> _Seen | None:
    """None for a file that vanished meanwhile."""
    stamp = None
    try:
        found = disk.read(path)
        if found is None:
            return None
        stamp = found.stamp
        case = whole(parse(found.data, path).case)
    except FactcheckError as error:
        return _Seen(stamp=stamp, summary=CaseSummary(path=path, error=str(error)))
    changed = datetime.fromtimestamp(found.changed, UTC)
    signed = case.signed
    summary = CaseSummary(
        path=path,
        headline=case.article.headline,
        progress=case.progress(),
        changed=changed,
        signed_by=signed.by if signed else None,
        lapsed=signed is None and case.last_signed is not None,
        holders=case.holders,
        threads=tuple(thread for thread in case.threads if thread.open),
        read=Counter(folded(name) for claim in case.claims for name in claim.readers(claim.aspects[0])),
    )
    return _Seen(stamp=stamp, summary=summary)


def _place(folder: Path) -> Path:
    return state_folder() / "lists" / f"{disk.name_of(folder)}.json"


def _recall(folder: Path, made: str) -> dict[str, _Seen]:
    known = _recalled(folder)
    return dict(known.seen) if known.made == made else {}


def _recalled(folder: Path) -> _List:
    try:
        return _List.model_validate_json(_place(folder).read_bytes())
    except (OSError, ValidationError):
        return _List(form=2, made="", seen={})


def _remember(folder: Path, known: _List) -> None:
    """Keep what was listed. Fails quietly: it only saves time."""
    place = _place(folder)
    with suppress(OSError, FactcheckError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        disk.write(place, known.model_dump_json(round_trip=True).encode(), disk.stamp_of(place))
        lists = sorted(place.parent.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for old in lists[:-MOST_LISTS]:
            old.unlink(missing_ok=True)
