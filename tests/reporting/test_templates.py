"""A newsroom's own templates: they show what they are given, and can do nothing else, whoever wrote them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import GeneratorType
from typing import Any

import pytest
from jinja2 import Undefined
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.utils import Cycler, Joiner, Namespace

from factcheck.model import FactcheckError
from factcheck.reporting import rendering
from factcheck.reporting.facts import facts
from factcheck.reporting.options import Options
from factcheck.reporting.pages import as_html, as_markdown
from factcheck.reporting.rendering import environment
from tests.builders import ferry_case
from tests.reporting.test_formats import decided, signed, sourced
from tests.reporting.test_reports import desk_case, hostile_case

PLAIN = (str, int, float, bool, type(None))
CASES = {"signed": lambda: signed(decided()), "sourced": sourced, "hostile": hostile_case, "desk": desk_case}
DECIDED = "0 of 10 claims decided, 10 still open. Whether what was said is so: decided for 0 of 4 attributed claims."
DOCUMENT = Path(__file__).parents[2] / "docs" / "howto" / "templates.md"


def own(template: str, name: str = "report.md.jinja") -> Options:
    return Options(templates={name: template})


def everything_in(value: Any) -> Iterator[Any]:
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from everything_in(inner)


def test_they_come_before_ours() -> None:
    options = Options(templates={"report.css": "body { color: teal }", "report.md.jinja": "# {{ article.headline }}: {{ decided }}\n"})
    assert "color: teal" in as_html(ferry_case(), options)
    assert as_markdown(ferry_case(), options) == f"# Harbour ferry refit runs late: {DECIDED}\n"


def test_they_may_use_each_other_and_ours() -> None:
    options = Options(
        templates={"report.html.jinja": "{% include 'parts/head.jinja' %}|{% include 'report.css' %}", "parts/head.jinja": "{{ decided }}"}
    )
    head, ours = as_html(ferry_case(), options).split("|", 1)
    assert head == DECIDED
    assert "body" in ours


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ nothing.there }}", "'nothing' is undefined"),
        ("one\n{% if %}", "report.md.jinja, line 2"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{% include '../../../etc/passwd' %}", "there is no template ../../../etc/passwd"),
        ("{{ article.headline.__class__ }}", "unsafe"),
        ("{{ article.parse_raw('x', content_type='pickle') }}", "no attribute 'parse_raw'"),
        ("{{ claims.append(1) }}", "unsafe"),
        ("{{ '{0.__class__.__mro__}'.format(article) }}", "unsafe"),
        ("{{ article|safe }}", "No filter named 'safe'"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ article.headline + 1 }}", "report.md.jinja"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "recursion"),
        ("{% import 'os' as os %}", "there is no template os"),
        ("{{ lipsum() }}", "undefined"),
    ],
)
def test_what_is_wrong_with_one_is_said_in_a_sentence(template: str, said: str) -> None:
    with pytest.raises(FactcheckError, match=said) as problem:
        as_markdown(ferry_case(), own(template))
    assert str(problem.value).startswith("The template report.md.jinja")
    assert str(problem.value).endswith("; put the template right.")
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{{ 'a' * 9999999999 }}",
        "{{ 'a'|center(9999999999) }}",
        "{% set ns = namespace(a='aaaaaaaa') %}{% for a in range(60) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}{{ ns.a }}",
        "{{ 9 ** (9 ** 9) }}",
    ],
)
def test_one_that_takes_too_much_is_ended(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "SECONDS", 4.0)
    with pytest.raises(FactcheckError, match="takes more than 4 seconds, or too much memory; put the template right"):
        as_markdown(ferry_case(), own(template))


def test_a_report_without_end_is_refused() -> None:
    with pytest.raises(FactcheckError, match="makes a report without end"):
        as_markdown(ferry_case(), own("{% for a in range(99999) %}{{ 'a' * 1000 }}{% endfor %}"))


@pytest.mark.parametrize("case", CASES)
def test_a_template_is_given_nothing_that_could_do_anything(case: str) -> None:
    for value in everything_in(facts(CASES[case]())):
        assert type(value) in (*PLAIN, dict, list), value


@pytest.mark.parametrize("name", ["report.md.jinja", "report.html.jinja"])
@pytest.mark.parametrize("case", CASES)
def test_no_attribute_of_anything_in_reach_leads_out(case: str, name: str) -> None:
    """Every attribute of every kind of object that a template can name, and of what its filters and functions give."""
    made = environment(name, {})
    given = facts(CASES[case]())
    one_of_each = {type(value): value for value in everything_in(given)}
    reached = [*one_of_each.values(), *made.globals.values(), *(what for value in one_of_each.values() for what in filtered(made, value))]
    reached += [Cycler("a"), Joiner(), Namespace(), range(3)]
    tried = 0
    for value in reached:
        for attribute in dir(value):
            tried += 1
            found = made.getattr(value, attribute)
            if isinstance(found, Undefined):
                with pytest.raises((SecurityError, TemplateError)):
                    str(found)
                continue
            assert not attribute.startswith("_"), (value, attribute)
            assert not inspect.ismodule(found)
            assert not inspect.isclass(found)
            assert not inspect.isfunction(found) or "jinja2" in found.__code__.co_filename, (value, attribute)
            for deeper in ("__self__", "__globals__", "__func__", "__module__", "__init__", "__reduce__", "__class__"):
                with pytest.raises((SecurityError, TemplateError)):
                    str(made.getattr(found, deeper))
    assert tried > 1000


def filtered(made: Any, value: Any) -> Iterator[Any]:
    """What every filter that takes no arguments makes of a value."""
    for name in made.filters:
        try:
            yield made.call_filter(name, value)
        except Exception:  # noqa: BLE001, S112 - a filter for another kind of value
            continue


def test_filters_give_plain_values_too() -> None:
    made = environment("report.html.jinja", {})
    kinds = {type(value): value for value in everything_in(facts(sourced()))}
    for value in kinds.values():
        for given in filtered(made, value):
            assert isinstance(given, (*PLAIN, dict, list, tuple, GeneratorType, Undefined)) or callable(getattr(given, "__next__", None)), (
                given
            )


def test_words_of_the_article_are_no_markup_whatever_a_template_does() -> None:
    template = "{% autoescape false %}{% set x %}{{ article.headline }}{% endset %}{{ x }}{{ article.headline }}{% endautoescape %}"
    page = as_html(hostile_case(), own(template, "report.html.jinja"))
    assert "&lt;" in page
    assert not re.search(r"<[a-z]", page)


def test_the_page_for_newsrooms_knows_every_name() -> None:
    names = {key for case in CASES.values() for value in everything_in(facts(case())) if isinstance(value, dict) for key in value}
    told = set(re.findall(r"`([a-z_0-9]+)`", DOCUMENT.read_text("utf-8")))
    assert names - told == set()
    assert environment("report.md.jinja", {}).filters.keys() >= {"link", "web", "count"}


def test_the_example_on_the_page_for_newsrooms_works() -> None:
    (template,) = re.findall(r"```jinja\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert as_markdown(signed(decided()), own(template)).startswith("# Harbour ferry refit runs late")
