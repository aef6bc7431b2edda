"""The language model: verified, loaded once, and told plainly when it is not there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

from factcheck.model import FactcheckError
from factcheck.splitting import language


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the republished model."""
    found = util.find_spec(language.REPUBLISHED)
    assert found is not None
    assert found.submodule_search_locations
    return Path(shutil.copytree(found.submodule_search_locations[0], tmp_path / "model", ignore=shutil.ignore_patterns("__pycache__")))


def test_the_installed_model_is_the_one_we_know(model: Path) -> None:
    language.verify(model)


def test_a_changed_file_is_refused_and_named(model: Path) -> None:
    changed = next(model.rglob("config.cfg"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    with pytest.raises(FactcheckError, match=r"config\.cfg differs"):
        language.verify(model)


def test_a_missing_or_added_file_is_refused(model: Path) -> None:
    (model / "extra.py").write_text("print('hello')\n")
    with pytest.raises(FactcheckError, match=r"extra\.py"):
        language.verify(model)


def test_no_model_is_one_sentence_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language.util, "find_spec", lambda _: None)
    with pytest.raises(FactcheckError, match="pip install"):
        language.pipeline.__wrapped__()


def test_importing_the_package_does_not_load_it() -> None:
    code = "import sys, factcheck, factcheck.splitting, factcheck.pipeline, factcheck.cli; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
