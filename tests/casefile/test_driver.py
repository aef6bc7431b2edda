"""git merges case files with `factcheck merge`: two clones, every pair of edits, and nothing of either side is lost."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.casefile import CaseFile, load, merge_files
from factcheck.casefile.reanchoring import Places
from factcheck.model import Article, Block, BlockRole, Case, Claim, ClaimKind, FactcheckError
from tests.builders import ferry_case
from tests.casefile.cases import attach, decide
from tests.casefile.test_git import git

Edit = Callable[[Case, str], Case]


def verdict(case: Case, by: str) -> Case:
    return decide(case, 0, by, "verified" if by == "Ada" else "false")


def note(case: Case, by: str) -> Case:
    claim = decide(case, 1, by).claims[1]
    review = claim.reviews[-1].model_copy(update={"verdict": None, "note": f"{by} rang the harbour."})
    return case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews[:-1], review)}))


def evidence(case: Case, by: str) -> Case:
    return attach(case, 2, source=f"{by}'s ledger")


def same_evidence(case: Case, by: str) -> Case:
    return attach(case, 2, source="The ledger", quote=f"{by} reads twelve")


def new_claim(case: Case, by: str) -> Case:
    text = case.article.text
    at = text.index("Share this")
    new = Claim(id=f"new{by.lower()}", kind=ClaimKind.ASSERTION, start=at, end=at + 5, text=text[at : at + 5], gist=f"{by}'s", made_by=by)
    return case.model_copy(update={"claims": (*case.claims, new)})


def reword(case: Case, by: str) -> Case:
    return case.with_claim(case.claims[0].model_copy(update={"gist": f"As {by} has it.", "made_by": by}))


def delete(case: Case, _by: str) -> Case:
    gone = {case.claims[0].id}
    return case.model_copy(update={"claims": tuple(c for c in case.claims if c.id not in gone and c.part_of not in gone)})


def update(case: Case, _by: str) -> Case:
    """The article grew at its top; every place in it moved."""
    added = "CORRECTED\n\n"
    text = added + case.article.text
    blocks = tuple(Block(role=b.role, start=b.start + len(added), end=b.end + len(added)) for b in case.article.blocks)
    blocks = (Block(role=BlockRole.FURNITURE, start=0, end=9), *blocks)
    article = Article(**{**case.article.model_dump(exclude={"text", "blocks", "sha256"}), "text": text, "blocks": blocks})
    places = Places(text)
    claims = tuple(moved for claim in case.claims if (moved := places.find(claim)))
    assert len(claims) == len(case.claims)
    return case.model_copy(update={"article": article, "claims": claims})


EDITS: tuple[Edit, ...] = (verdict, note, evidence, same_evidence, new_claim, reword, delete, update)


def alone() -> dict[str, str]:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.c"}
    return {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def factcheck(folder: Path, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *words]
    return subprocess.run(command, cwd=folder, input=said, capture_output=True, text=True, check=False, env=alone())


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """The case file in Ada's clone and in Ben's, where git has been told to ask factcheck."""
    ada = tmp_path / "ada" / "claims" / "ferry.toml"
    ada.parent.mkdir(parents=True)
    git(ada.parent, "init", "-q", "-b", "main")  # in tmp_path/ada, which is the folder above
    CaseFile.create(ada, ferry_case())
    assert factcheck(ada.parents[1], "merge", "--install", "--yes").returncode == 0
    git(ada.parent, "add", ".")
    git(ada.parent, "commit", "-qm", "The case")
    git(ada.parent, "clone", "-q", str(ada.parents[1]), str(tmp_path / "ben"))
    ben = tmp_path / "ben" / "claims" / "ferry.toml"
    assert factcheck(ben.parents[1], "merge", "--install", "--yes").returncode == 0
    return ada, ben


def change(path: Path, edit: Edit, by: str) -> Case:
    file = CaseFile.open(path)
    saved = file.save(edit(file.case, by))
    git(path.parent, "commit", "-qam", f"{by}: {edit.__name__}")
    return saved.case


def everything(case: Case) -> set[str]:
    """All that people have written in a case."""
    rest = [str(table) for table in (case.model_extra or {}).get("orphans", [])]
    return {
        *(f"{c.id} {r.by} {r.verdict} {r.note}" for c in case.claims for r in c.reviews),
        *(f"{c.id} {e.source} {e.quote}" for c in case.claims for e in c.evidence),
        *(c.id for c in case.claims if c.made_by and c.id.startswith("new")),
        *(r for r in rest),
    }


@pytest.mark.parametrize(("adas", "bens"), itertools.product(EDITS, EDITS), ids=lambda edit: edit.__name__)
def test_every_pair_of_edits(clones: tuple[Path, Path], adas: Edit, bens: Edit) -> None:
    """git merges by itself; the file is a case; what either wrote is in it; both halves of a difference are told."""
    ada, ben = clones
    one, two = change(ada, adas, "Ada"), change(ben, bens, "Ben")
    git(ben.parent, "fetch", "-q", "origin")
    merged = git(ben.parent, "merge", "-q", "origin/main", "-m", "Both")
    assert merged.returncode == 0, merged.stderr + merged.stdout
    tomllib.loads(ben.read_text("utf-8"))
    case = load(ben)
    assert everything(one) | everything(two) <= everything(case)
    gone = delete in (adas, bens) and not {verdict, reword} & {adas, bens}
    assert (case.claims[0].id == one.claims[0].id == two.claims[0].id) or gone or delete in (adas, bens)
    if adas is bens is verdict:
        assert case.claims[0].standing() == "conflict"
        assert "Both verdicts are kept" in merged.stderr + merged.stdout
    if adas is bens is reword:
        assert "As Ada has it." in ben.read_text("utf-8")
        assert "As Ben has it." in ben.read_text("utf-8")


def test_asked_first_and_undone(clones: tuple[Path, Path]) -> None:
    """Nothing is done without a yes, twice is once, and what was done is taken back to the letter."""
    repository = clones[0].parents[1]
    assert (repository / ".gitattributes").read_text() == "/claims/*.toml merge=factcheck\n"
    factcheck(repository, "merge", "--install", "--yes")
    assert (repository / ".gitattributes").read_text() == "/claims/*.toml merge=factcheck\n"
    (repository / ".gitattributes").write_text("*.txt text\n/claims/*.toml merge=factcheck\n")
    assert factcheck(repository, "merge", "--uninstall").returncode == 0
    assert (repository / ".gitattributes").read_text() == "*.txt text\n"
    assert "factcheck" not in (repository / ".git" / "config").read_text()
    refused = factcheck(repository, "merge", "--install", said="n\n")
    assert refused.returncode == 1
    assert "factcheck merge --path=%P -- %O %A %B" in refused.stdout
    assert (repository / ".gitattributes").read_text() == "*.txt text\n"
    assert "factcheck" not in (repository / ".git" / "config").read_text()


def test_outside_a_repository_and_with_odd_folders(tmp_path: Path) -> None:
    done = factcheck(tmp_path, "merge", "--install", "--yes")
    assert done.returncode == 2
    assert "go to a folder inside a repository" in done.stderr
    git(tmp_path / "x", "init", "-q")
    for odd in ("../elsewhere", "a b", "a*"):
        done = factcheck(tmp_path, "merge", "--install", "--yes", "--out", odd)
        assert done.returncode == 2, odd
        assert "Traceback" not in done.stderr
    assert not (tmp_path / ".gitattributes").exists()


def test_a_side_that_is_no_case_leaves_ours_and_git_in_conflict(clones: tuple[Path, Path]) -> None:
    ada, ben = clones
    ada.write_text("no = [toml\n")
    git(ada.parent, "commit", "-qam", "Broken")
    change(ben, verdict, "Ben")
    before = ben.read_bytes()
    git(ben.parent, "fetch", "-q", "origin")
    merged = git(ben.parent, "merge", "-q", "origin/main", "-m", "Both")
    assert merged.returncode != 0
    assert ben.read_bytes() == before
    assert "not valid TOML" in merged.stderr + merged.stdout


def test_both_made_the_file(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("base", "ours.toml", "theirs.toml")]
    paths[0].write_text("")
    for path, by in zip(paths[1:], ("Ada", "Ben"), strict=True):
        CaseFile.create(path, verdict(ferry_case(), by))
    merge_files(*paths)
    assert {review.by for review in load(paths[1]).claims[0].reviews} == {"Ada", "Ben"}


def test_comments_of_both_sides_are_kept(clones: tuple[Path, Path]) -> None:
    """At their places; those of a claim that is gone in a file beside the case."""
    ada, ben = clones
    stays, goes = load(ada).claims[5].id, load(ada).claims[2].id
    change(ada, delete, "Ada")
    change(ben, note, "Ben")
    for path, words, where in ((ada, "# Ada: ring the council", stays), (ben, "# Ben: twelve frames?", goes)):
        path.write_text(path.read_text("utf-8").replace(f'[[claims]]\nid = "{where}"', f'{words}\n[[claims]]\nid = "{where}"'), "utf-8")
        git(path.parent, "commit", "-qam", "A comment")
    git(ben.parent, "fetch", "-q", "origin")
    assert git(ben.parent, "merge", "-q", "origin/main", "-m", "Both").returncode == 0
    assert f'# Ada: ring the council\n[[claims]]\nid = "{stays}"' in ben.read_text("utf-8")
    assert "# Ben: twelve frames?" in "".join(path.read_text("utf-8") for path in ben.parent.iterdir())


Moves = list[tuple[Edit, int]]
MOVES = st.lists(st.tuples(st.sampled_from(EDITS[:-1]), st.integers(0, 9)), max_size=4)


def moved(case: Case, moves: Moves, by: str) -> Case:
    for n, (edit, which) in enumerate(moves):
        if which < len(case.claims) and edit is verdict:
            case = decide(case, which, by, "verified", minutes=n)
        elif case.claims:
            case = edit(case, by) if len(case.claims) > 2 and not any(c.id == f"new{by.lower()}" for c in case.claims) else case
    return case


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ones=MOVES, twos=MOVES)
def test_any_edits_in_either_order(
    tmp_path_factory: pytest.TempPathFactory, ones: list[tuple[Edit, int]], twos: list[tuple[Edit, int]]
) -> None:
    """Which side is ours does not matter but for the order of things, and nothing that either wrote is lost."""
    made = []
    sides = moved(ferry_case(), ones, "Ada"), moved(ferry_case(), twos, "Ben")
    for one, two in (sides, sides[::-1]):
        folder = tmp_path_factory.mktemp("merge")
        paths = [folder / name for name in ("base.toml", "ours.toml", "theirs.toml")]
        for path, case in zip(paths, (ferry_case(), one, two), strict=True):
            CaseFile.create(path, case)
        merge_files(*paths)
        made.append(load(paths[1]))
    assert everything(made[0]) == everything(made[1])
    assert {c.id: c.gist for c in made[0].claims} == {c.id: c.gist for c in made[1].claims}
    kept = {c.id for c in made[0].claims}
    for side in sides:
        lost = {line for line in everything(side) - everything(made[0]) if line.split()[0] in kept}
        assert not lost


def test_an_error_names_the_file_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(FactcheckError, match=r"claims/ferry\.toml"):
        merge_files(tmp_path / "a", tmp_path / "a", tmp_path / "a", Path("claims/ferry.toml"))


OLD = f"{sys.executable} -m factcheck merge %O %A %B --path %P"
"""The driver that was once written into git's settings."""


def set_driver(case: Path, driver: str) -> None:
    git(case.parent, "config", "--local", "merge.factcheck.driver", driver)


def merged_in(ben: Path) -> subprocess.CompletedProcess[str]:
    git(ben.parent, "fetch", "-q", "origin")
    return git(ben.parent, "merge", "-q", "origin/main", "-m", "Both")


def test_a_program_of_that_name_in_the_repository_does_not_answer_for_it(clones: tuple[Path, Path], tmp_path: Path) -> None:
    """It would say that all is merged, and what the other side wrote would be gone."""
    ada, ben = clones
    one, two = change(ada, verdict, "Ada"), change(ben, note, "Ben")
    for name in ("factcheck", "typer", "json"):
        (ben.parents[1] / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nraise SystemExit(0)\n")
    merged = merged_in(ben)
    assert merged.returncode == 0, merged.stderr + merged.stdout
    assert everything(one) | everything(two) <= everything(load(ben))
    assert not (tmp_path / "ran").exists()


def test_a_driver_of_an_older_version_is_told_of_and_replaced_and_taken_back(clones: tuple[Path, Path]) -> None:
    ada, ben = clones
    repository = ben.parents[1]
    change(ada, verdict, "Ada")
    change(ben, note, "Ben")
    set_driver(ben, OLD)
    merged = merged_in(ben)
    assert merged.returncode == 0
    assert "run factcheck merge --install" in merged.stderr + merged.stdout
    assert factcheck(repository, "merge", "--install", "--yes").returncode == 0
    assert "-m factcheck" not in git(ben.parent, "config", "--get-all", "merge.factcheck.driver").stdout
    change(ada, evidence, "Ada")
    assert "--install" not in (said := merged_in(ben)).stderr + said.stdout
    git(ben.parent, "config", "--local", "--add", "merge.factcheck.driver", OLD)
    assert factcheck(repository, "merge", "--install", "--yes").returncode == 0
    assert git(ben.parent, "config", "--get-all", "merge.factcheck.driver").stdout.count("\n") == 1
    set_driver(ben, OLD)
    assert factcheck(repository, "merge", "--uninstall").returncode == 0
    assert "factcheck" not in (repository / ".git" / "config").read_text()


def test_a_driver_in_settings_that_come_first_is_told_of(clones: tuple[Path, Path]) -> None:
    """Those of a worktree come before those of the clone, which is all that is written to."""
    repository = clones[0].parents[1]
    git(clones[0].parent, "config", "extensions.worktreeConfig", "true")
    git(clones[0].parent, "config", "--worktree", "merge.factcheck.driver", OLD)
    done = factcheck(repository, "merge", "--install", "--yes")
    assert done.returncode == 2
    assert "git goes by another driver" in done.stderr


@pytest.mark.parametrize(
    "driver",
    [
        "/nowhere/bin/python -I /nowhere/factcheck/starting.py factcheck merge --path=%P -- %O %A %B",
        f"{sys.executable} -I /nowhere/factcheck/starting.py factcheck merge --path=%P -- %O %A %B",
        "kill -9 $$",
        "exit 137",
    ],
    ids=["no interpreter", "no program", "killed", "killed in its shell"],
)
def test_when_the_driver_cannot_do_its_work_git_says_so(clones: tuple[Path, Path], driver: str) -> None:
    """Neither side's version goes under: git leaves the file unmerged."""
    ada, ben = clones
    change(ada, verdict, "Ada")
    change(ben, note, "Ben")
    before = ben.read_bytes()
    set_driver(ben, driver)
    assert merged_in(ben).returncode != 0
    assert ben.read_bytes() == before
    assert git(ben.parent, "rev-parse", "--verify", "-q", "HEAD^2").returncode != 0


@pytest.mark.parametrize("name", ["a b.toml", "it's.toml", "-x.toml", "--help", "--install.toml", "%A.toml", "$(touch no).toml"])
def test_a_case_is_merged_whatever_its_name(clones: tuple[Path, Path], name: str) -> None:
    ada, ben = clones
    (ada.parents[1] / ".gitattributes").write_text("/claims/* merge=factcheck\n")
    (ada.parent / name).write_bytes(ada.read_bytes())
    git(ada.parent, "add", "-A")
    git(ada.parent, "commit", "-qm", "Another case")
    assert merged_in(ben).returncode == 0
    one, two = change(ada.parent / name, verdict, "Ada"), change(ben.parent / name, note, "Ben")
    merged = merged_in(ben)
    assert merged.returncode == 0, merged.stderr + merged.stdout
    assert everything(one) | everything(two) <= everything(load(ben.parent / name))
    assert not (ben.parents[1] / "no").exists()
