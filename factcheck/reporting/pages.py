"""The reports that people read, from the templates beside this file: Markdown, and one self-contained HTML page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from factcheck.model import EXACT, Aspect, BlockRole, Case, Claim, FactcheckError, Standing, agreements, one_line, visible
from factcheck.reporting import words
from factcheck.reporting.marks import blocks_in_runs
from factcheck.reporting.options import PLAIN, Options

_MARKDOWN_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|!~&])")
"""What CommonMark or GitHub's tables would act on anywhere in a line: takes `*` and `<`, not `.`."""

_MARKDOWN_LEADING = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")
"""What would start a list or a heading at the start of a line: takes `- x` and `1. x`, not `x - y`."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
"""An address that a report may link to: takes `https://a` and `HTTP://a`, not `javascript:a`."""


def markdown_words(text: str) -> str:
    """`text` on one line, so that Markdown shows it as it is."""
    line = _MARKDOWN_ACTIVE.sub(r"\\\1", one_line(text))
    return _MARKDOWN_LEADING.sub(r"\\\1" if not line[:1].isdigit() else r"\1\\", line)


def web_address(url: str | None) -> str | None:
    """The address when a report may link to it (http and https only), else None."""
    return url if url and _WEB.match(url) else None


def markdown_link(url: str) -> str:
    """An address for Markdown: a link when it may be one and is written without spaces or brackets, else the words as they are."""
    return Markup(f"<{one_line(url)}>") if web_address(url) and not re.search(r"[<>\s]", url) else Markup(markdown_words(url))  # noqa: S704 - escaped for Markdown


def _shown(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value, lines=True)


def _for_markdown(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else markdown_words(value)


@cache
def _environment(kind: str, templates: Path | None) -> Environment:
    """What renders one kind of report. A newsroom's own templates come before ours, and can do nothing but show what they are given."""
    html = kind == "html"
    ours = PackageLoader("factcheck.reporting")
    environment = ImmutableSandboxedEnvironment(
        loader=ours if templates is None else ChoiceLoader([FileSystemLoader(templates), ours]),
        autoescape=html,
        finalize=_shown if html else _for_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "published": words.published,
        "who": words.who,
        "verdict": words.verdict,
        "verdicts": words.verdicts,
        "colour": words.colour,
        "count": words.count,
        "reading": words.reading,
        "history": words.history,
        "signoff": words.signoff,
        "reference": words.reference,
        "web": web_address,
        "capitalize_first": lambda text: f"{text[:1].upper()}{text[1:]}",
        "link": markdown_link,
    }
    return environment


def _facts(case: Case) -> dict[str, Any]:
    claims = case.claims
    progress = case.progress()
    reviews = [(claim, review) for claim in claims for review in claim.reviews]
    corrections = [(claim, review) for claim, review in reviews if review.correction]
    days = sorted(review.at for _, review in reviews)
    return {
        "case": case,
        "article": case.article,
        "progress": progress,
        "decided": words.decided(case),
        "counted": words.counted(case),
        "tally": words.tally(case),
        "to_do": _to_do(case, len(corrections)),
        "leans_on": words.leans_on(case),
        "parts": _parts(claims),
        "main": [c for c in claims if c.part_of is None],
        "corrections": corrections,
        "questions": [c for c in claims if c.open_question],
        "unsound": [c for c in claims if _unsound(c)],
        "open_claims": [c for c in claims if c.part_of is None and c.standing().open],
        "open_parts": sum(c.part_of is not None and c.standing().open for c in claims),
        "dismissed": [(f, case.dismissal_of(f)) for f in case.flags if case.dismissal_of(f)],
        "signed": words.signed(case),
        "agreements": [words.agreement(pair) for pair in agreements(claims)],
        "reviewers": sorted({r.by for _, r in reviews}),
        "first_day": days[0].date() if days else None,
        "last_day": days[-1].date() if days else None,
        "so": Aspect.SO,
        "sources": case.every_source,
        "leaning": _leaning(claims),
        "known": case.sources_by_key,
        "whole_match": EXACT,
        "independent": len(case.origins(item for claim in claims for item in claim.evidence)),
    }


def _leaning(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims that lean on each source, by its key."""
    leaning: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        for item in claim.evidence:
            leaning[item.key][claim.id] = claim
    return {key: list(ones.values()) for key, ones in leaning.items()}


def _parts(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The dates and figures of each claim, by its id."""
    parts: dict[str, list[Claim]] = {claim.id: [] for claim in claims}
    for claim in claims:
        if claim.part_of in parts:
            parts[claim.part_of].append(claim)
    return parts


def _to_do(case: Case, corrections: int) -> str:
    progress = case.progress()
    dismissed = len(case.flags) - progress.flags
    asked = f"{words.count(corrections, 'correction')} asked for · {words.count(progress.questions, 'question')} to the author"
    return f"{asked} · {words.count(progress.flags, 'flag')} open, {dismissed} dismissed"


def _unsound(claim: Claim) -> bool:
    bad = (Standing.FALSE, Standing.DISPUTED, Standing.CONFLICT)
    return any(claim.standing(aspect) in bad for aspect in claim.aspects)


def as_markdown(case: Case, options: Options = PLAIN) -> str:
    """The report in Markdown (CommonMark with GitHub's tables). Raises FactcheckError for a newsroom's template that is wrong."""
    return _rendered("markdown", "report.md.jinja", options, _facts(case))


def _rendered(kind: str, name: str, options: Options, facts: dict[str, Any]) -> str:
    try:
        return _environment(kind, options.templates).get_template(name).render(facts)
    except TemplateError as error:
        if options.templates is None:
            raise
        where = f"{options.templates / (getattr(error, 'name', None) or name)}"
        line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        raise FactcheckError(f"{one_line(where, 200)}{line}: {one_line(str(error), 200)}; put the template right.") from error


def as_html(case: Case, options: Options = PLAIN) -> str:
    """The report as one HTML page: no script, nothing fetched; the article with its claims marked and linked to their verdicts.

    Raises FactcheckError for a newsroom's template that is wrong.
    """
    article, claims = case.article, case.claims
    body = list(blocks_in_runs(article, claims))
    furniture = [article.words(block) for block in article.blocks_of(BlockRole.FURNITURE)]
    return _rendered("html", "report.html.jinja", options, _facts(case) | {"blocks": body, "furniture": furniture})
