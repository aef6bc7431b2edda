"""Every pattern takes and refuses the strings it names as its examples, and the lists of words are in order."""

from __future__ import annotations

import tomllib
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules

import pytest

import factcheck.reading
from factcheck.reading.furniture import furniture
from factcheck.reading.newsroom import newsroom
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape

for module in iter_modules(factcheck.reading.__path__):
    import_module(f"factcheck.reading.{module.name}")

GROUPS = tomllib.loads(files(factcheck.reading).joinpath("data/furniture.toml").read_text("utf-8"))["group"]


def found(shape: Shape, text: str) -> bool:
    return (shape.search(text) if shape.anywhere else shape.match(text)) is not None


@pytest.mark.parametrize("shape", Shape.all, ids=lambda shape: shape.name)
def test_a_shape_holds_its_examples(shape: Shape) -> None:
    assert len(shape.takes) >= 2
    assert shape.refuses
    assert [text for text in shape.takes if not found(shape, text)] == []
    assert [text for text in shape.refuses if found(shape, text)] == []


@pytest.mark.parametrize("shape", Shape.all, ids=lambda shape: shape.name)
@pytest.mark.parametrize(
    "text", ["a" * 20_000, "Aa " * 7_000, "1," * 10_000, '"' * 20_000, " " * 20_000, "(" * 20_000, "By " * 7_000, "a|" * 10_000]
)
def test_a_shape_is_quick_on_any_text(shape: Shape, text: str) -> None:
    shape.search(text[:2_000])
    shape.match(text)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["name"])
def test_the_words_of_a_group_are_found(group: dict[str, list[str]]) -> None:
    def is_found(words: str) -> bool:
        said = words.replace("¤", "£").replace("#", "5")
        return furniture(Part(0, len(said), said)) is not None

    assert [words for field in ("whole", "opens") for words in group.get(field, []) if not is_found(words)] == []
    assert [words for words in group.get("starts", []) if not is_found(words + " x y")] == []


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["name"])
def test_no_words_stand_twice_in_a_group(group: dict[str, list[str]]) -> None:
    for field in ("whole", "opens", "starts", "holds", "tells"):
        words = group.get(field, [])
        assert sorted(set(words)) == sorted(words)


def test_the_agencies_are_known_by_every_name() -> None:
    assert newsroom().agency("Agence France-Presse") == newsroom().agency("afp") == "AFP"
    assert newsroom().agency("The Associated Press") == "AP"
    assert newsroom().agency("The Marlhaven Gazette") is None
