"""What the package index shows of the project: hatchling asks when it builds. The README's links and pictures lead to the repository.

Its address is `home` under `[tool.hatch.metadata.hooks.custom]` in pyproject.toml. Without one, no address is claimed: links to files are
plain words, and pictures are left out, so that nothing on the page leads nowhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^\[\]]*)\]\((?P<file>(?!https?:|#)[^()\s]+)\)")
"""Markdown that names a file beside the README: takes `[how](docs/a.md)`, `![it](docs/a.svg)`; refuses `[site](https://a.example)`."""


class CustomMetadataHook(MetadataHookInterface):
    """Adds the page and the addresses; hatchling finds it by this name."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the README, as the index can show it, and the project's addresses into the metadata."""
        home = self.config["home"].rstrip("/")
        version = re.search(r'^__version__ = "(.+)"$', _text(self.root, "factcheck/__init__.py"), re.MULTILINE)
        assert version is not None, "factcheck/__init__.py says which version it is"  # noqa: S101 - a build without one is none
        page = index_page(_text(self.root, "README.md"), home, f"v{version[1]}")
        metadata["readme"] = {"content-type": "text/markdown", "text": page}
        metadata["urls"] = addresses(home)


def _text(root: str, name: str) -> str:
    return (Path(root) / name).read_text("utf-8")


def addresses(home: str) -> dict[str, str]:
    """The addresses of the project, by the labels that the index has signs for; none without a home."""
    pages = {"Source": "", "Documentation": "/tree/main/docs", "Changelog": "/blob/main/CHANGELOG.md", "Issues": "/issues"}
    return {label: home + page for label, page in pages.items()} if home else {}


def index_page(readme: str, home: str, tag: str) -> str:
    """The README for a page where no other file of the project is: what it names is at `home` as it was at the tag."""

    def led(link: re.Match[str]) -> str:
        if home:
            return f"{link['picture']}[{link['words']}]({home}/{'raw' if link['picture'] else 'blob'}/{tag}/{link['file']})"
        return "" if link["picture"] else link["words"]

    return _LINK.sub(led, readme)
