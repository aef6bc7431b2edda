"""Renders a template over plain data, in a sandbox; one from elsewhere in a process of its own, within bounds of time and memory."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from factcheck.apart import EndedError, bounded, run_apart
from factcheck.model import count, one_line, visible
from factcheck.reporting.markdown import markdown_words

if TYPE_CHECKING:
    from jinja2 import Environment

SECONDS = 20.0
"""For one report; the longest that was seen, of 5,000 claims, takes two."""
MEMORY = 1 << 30
LONGEST = 64 << 20
"""Code points of one report."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
"""An address that a report may link to: takes `https://a` and `HTTP://a`, not `javascript:a`."""


class TemplateTroubleError(Exception):
    """A template that is wrong, or that takes too much; the message says which, where and why."""


def web_address(url: str | None) -> str | None:
    """The address when a report may link to it (http and https only), else None."""
    return url if url and _WEB.match(url) else None


def markdown_link(url: str) -> str:
    """An address for Markdown: a link when it may be one and is written without spaces or brackets, else the words as they are."""
    return Markup(f"<{one_line(url)}>") if web_address(url) and not re.search(r"[<>\s]", url) else Markup(markdown_words(url))  # noqa: S704 - escaped for Markdown


def css_string(text: str) -> str:
    """A text as a string for a style sheet: only letters, digits and spaces stand there as they are."""
    letters = (sign if sign == " " or (sign.isascii() and sign.isalnum()) else f"\\{ord(sign):x} " for sign in visible(text))
    return Markup(f'"{"".join(letters)}"')  # noqa: S704 - nothing but letters, digits and backslashes is left in it


def _for_html(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else escape(visible(value, lines=True))


def _for_markdown(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else Markup(markdown_words(value))  # noqa: S704 - escaped for Markdown


_LEFT_OUT = ("safe", "pprint", "random", "xmlattr")
"""Filters that would show text as markup, or something else each time."""


def environment(name: str, templates: Mapping[str, str]) -> Environment:
    """What renders the template `name` of `templates`, which may use the others. Nothing else is there: no files, no objects."""
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    html = name.endswith((".html.jinja", ".svg.jinja"))
    made = ImmutableSandboxedEnvironment(
        loader=DictLoader(templates),
        autoescape=html,
        finalize=_for_html if html else _for_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    del made.globals["lipsum"]
    for left_out in _LEFT_OUT:
        del made.filters[left_out]
    made.filters |= {
        "count": count,
        "web": web_address,
        "css": css_string,
        "capitalize_first": lambda text: f"{text[:1].upper()}{text[1:]}",
        "link": markdown_link,
    }
    return made


def render(name: str, templates: Mapping[str, str], facts: Mapping[str, Any]) -> str:
    """The template `name` over plain data. Raises TemplateError and whatever a wrong template leads to."""
    return environment(name, templates).get_template(name).render(facts)


def render_apart(name: str, templates: Mapping[str, str], facts: Mapping[str, Any]) -> str:
    """The same in a process of its own. Raises TemplateTroubleError, also when the process had to be ended."""
    data = json.dumps({"name": name, "templates": dict(templates), "facts": facts}).encode()
    try:
        answer = json.loads(run_apart(__spec__.name, (), data, SECONDS))
    except (EndedError, ValueError) as error:
        raise TemplateTroubleError(f"{name} takes more than {SECONDS:.0f} seconds, or too much memory") from error
    if "trouble" in answer:
        raise TemplateTroubleError(answer["trouble"])
    return str(answer["report"])


def _trouble(error: Exception, name: str) -> str:
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateNotFound):
        return f"{name}: there is no template {error.name}"
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name}, line {error.lineno}: {error}"
    return f"{name}: {error}"


def _main() -> None:
    """What the other interpreter does: a template and its data on standard input, the report on standard output."""
    from jinja2 import TemplateError

    bounded(MEMORY)
    asked = json.loads(sys.stdin.buffer.read())
    try:
        report = render(asked["name"], asked["templates"], asked["facts"])
        answer = {"report": report} if len(report) <= LONGEST else {"trouble": f"{asked['name']} makes a report without end"}
    except TemplateError as error:
        answer = {"trouble": _trouble(error, asked["name"])}
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        answer = {"trouble": f"{asked['name']}: {error}"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    _main()
