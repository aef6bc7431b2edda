"""Cases packed for those who are to keep them or to check them: with the article, what was kept of sources, and the reports."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from factcheck import casefile
from factcheck.casefile import read_people
from factcheck.files import whole_file
from factcheck.model import Case, FactcheckError, Source, one_line
from factcheck.model.media import ending_of
from factcheck.pipeline.opening import Opened, open_case
from factcheck.pipeline.people import as_on_sheet
from factcheck.pipeline.progress import OnProgress, quietly
from factcheck.pipeline.reports import report_options
from factcheck.pipeline.within import bounds, refuse_outside

if TYPE_CHECKING:
    from factcheck.reporting import Options
    from factcheck.reporting.bag_check import Checked
    from factcheck.reporting.bags import Member

BUNDLES = Path("export")
"""Where bundles go, as reports do."""
_SEVERAL = "cases"
"""What a bundle of several cases is called."""


@dataclass
class _Packed:
    """What of one case is packed: its files with what each is, and what is left out, in sentences."""

    name: str
    headline: str
    members: list[Member] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, path: str, what: str, content: bytes | Callable[[], BinaryIO], sha256: str | None = None) -> None:
        """Pack a file, unless the case has it already under that path."""
        from factcheck.reporting.bags import Member

        if all(member.path != path for member in self.members):
            self.members.append(Member(path, content, sha256))
            self.files.append((path, what))


def bundle(
    cases: Sequence[Path],
    out: Path | None = None,
    formats: Sequence[str] = (),
    reveal: Sequence[str] = (),
    on_progress: OnProgress = quietly,
    on_notice: OnProgress = quietly,
) -> tuple[Path, str]:
    """Pack cases into one file, and give its path and its SHA-256; the same cases give the same bytes, whatever order they are given in.

    Confidential sources are withheld as in reports, and nothing that was kept of one is packed, unless `reveal` names it. The sheets of
    people are never packed. `on_notice` gets, a sentence each, what is left out.
    Raises FactcheckError for what is no case, and when the bundle cannot be written; an old one then stays.
    """
    from factcheck import __version__
    from factcheck.reporting import bags

    if out is not None and out.suffix.lower() != ".zip":
        raise FactcheckError(f"{one_line(str(out), 200)} is no name for a bundle; give it one that ends in .zip.")
    packed = list(_packed(cases, formats, report_options(reveal, on_notice=on_notice), on_progress, on_notice))
    name = packed[0].name if len(packed) == 1 else _SEVERAL
    path = out or BUNDLES / f"{name}.zip"
    page = bags.contents((one.headline, one.files, one.left_out) for one in packed)
    members = [bags.Member("contents.txt", page.encode("utf-8", "replace")), *(member for one in packed for member in one.members)]
    about = {"Bag-Software-Agent": f"factcheck {__version__}", "External-Description": "; ".join(one.headline for one in packed)}
    on_progress("Packing")
    try:
        with whole_file(path) as file:
            bags.write_bag(file, name, members, about)
            digest = bags.digest_of(file)
    except OSError as problem:
        why = problem.strerror or problem
        raise FactcheckError(f"{one_line(str(path), 200)} could not be written ({why}); choose another place for it.") from problem
    return path, digest


def check_bundle(path: Path) -> Checked:
    """Look through the bundle in a file. Raises FactcheckError, with one sentence, for what is no bundle or could do harm."""
    from factcheck.reporting.bag_check import check_bag

    refuse_outside(path)
    return check_bag(path)


def _packed(
    cases: Sequence[Path], formats: Sequence[str], options: Options, on_progress: OnProgress, on_notice: OnProgress
) -> Iterator[_Packed]:
    """What is packed of each case, in an order that does not depend on that in which they were given."""
    opened = []
    for path in {path.resolve(): path for path in cases}.values():
        on_progress(f"Reading {path.name}")
        one = open_case(path)
        opened.append((casefile.slug_of(path.stem) or "case", hashlib.sha256(one.file.written(one.unchecked)).hexdigest(), one))
    taken = set[str]()
    for slug, _, one in sorted(opened, key=lambda found: found[:2]):
        name = next(made for n in range(1, len(opened) + 2) if (made := slug if n == 1 else f"{slug}-{n}") not in taken)
        taken.add(name)
        on_progress(f"Writing the reports of {name}")
        packed = _pack(one, name, formats, options)
        for notice in (one.notice, *(f"Not packed: {words}" for words in packed.left_out)):
            if notice:
                on_notice(f"{one.shown}: {notice}" if len(opened) > 1 else notice)
        yield packed


def _pack(opened: Opened, name: str, formats: Sequence[str], options: Options) -> _Packed:
    from factcheck import evidence, reporting
    from factcheck.reporting import words

    path = opened.file.path
    case = as_on_sheet(opened.case, read_people(path))
    hidden = reporting.hidden_sources(case, options.reveal)
    shown = reporting.without_folders(reporting.withheld(case, options.reveal), article=True)
    packed = _Packed(name, words.headline(shown))
    packed.add(f"claims/{name}.toml", "the case; factcheck review opens it", opened.file.written(shown, comments=not hidden))
    if hidden:
        packed.left_out.append(
            f"the names of confidential sources ({len(hidden)}), and what was kept of them; comments by hand in the case file, and the "
            "file that the article came in, which may name them."
        )
    _add_article(packed, opened, shown, original=not hidden)
    for form, made in reporting.rendered(shown, formats, options):
        packed.add(f"reports/{name}{form.suffix}", form.what, made)
    folder, withheld = evidence.folder_of(path), {digest for one in hidden for _, digest in evidence.kept_of(Path(), one)}
    names = dict(zip((source.key for source in case.sources), shown.sources, strict=True))
    for source in case.sources:
        if source not in hidden:
            _add_kept(packed, folder, source, names[source.key], withheld)
    return packed


def _add_article(packed: _Packed, opened: Opened, shown: Case, *, original: bool) -> None:
    """The article's words as they were read, and the file that they came in where that is there and still reads so."""
    from factcheck import evidence
    from factcheck.reading import read

    article = shown.article
    source = opened.unchecked.article.source
    of = f", from {article.source}" if article.source else ""
    words = article.text.encode("utf-8", "surrogatepass")
    packed.add(f"articles/{packed.name}.txt", f"the article's words as they were read{of}", words)
    if not original or not source or "://" in source:
        return
    with suppress(evidence.NotTakenError, FactcheckError):
        found = evidence.Places.around(opened.file.path, source, (), bounds()).find(source)
        if found is not None and read(str(found)).sha256 == opened.unchecked.article.sha256:
            with evidence.opened(found) as file:
                data = file.read()
            if data != words:
                packed.add(f"articles/{packed.name}.original{ending_of(found.name)}", "the file that the article came in", data)
            return
    packed.left_out.append(
        f"the file that the article came in, {one_line(article.source or '', 200)}: it is missing, or its text has changed."
    )


def _add_kept(packed: _Packed, folder: Path, source: Source, shown: Source, withheld: set[str]) -> None:
    """What was kept of a source, where its bytes are what they were."""
    from factcheck import evidence

    looked = f"looked at {source.fetched.date()}, " if source.fetched else ""
    about = (
        f"{shown.called}{f', {shown.url}' if shown.url and shown.url != shown.called else ''} ({looked}{source.status or 'not fetched'})"
    )
    for path, digest in evidence.kept_of(folder, source):
        if digest in withheld:
            continue
        try:
            there = evidence.digest_of(path) == digest
        except evidence.NotTakenError:
            there = False
        if there:
            packed.add(f"claims/{packed.name}.sources/{path.name}", f"kept of {about}", partial(evidence.opened, path), digest)
        else:
            packed.left_out.append(f"what was kept of {one_line(about, 300)}: {path.name[:13]}… is not there, or its bytes have changed.")
