"""Whose name goes under a decision, and what the newsroom has settled."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from factcheck.model import ClaimKind, FactcheckError, Policy
from factcheck.settings import (
    Reports,
    archive_service,
    files,
    house_list,
    is_name_known,
    keep_reviewer_name,
    key_changes,
    known,
    language_model,
    openers,
    policy,
    reports,
    reviewer,
    reviewer_name,
    shared_index,
)


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable, no settings of the person's own, no git name but in the test's own folder, and a login name."""
    monkeypatch.delenv("FACTCHECK_REVIEWER", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "none"))
    monkeypatch.setenv("LOGNAME", "ada")
    monkeypatch.setattr(files, "user_config_path", lambda *_args, **_named: tmp_path / "none")


def test_the_flag_comes_before_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_REVIEWER", "Ben")
    assert reviewer_name("Ruth Okafor", tmp_path) == "Ruth Okafor"
    assert reviewer_name(None, tmp_path) == "Ben"
    assert reviewer_name("  ", tmp_path) == "Ben"


def test_the_nearest_settings_file_counts(tmp_path: Path) -> None:
    below = tmp_path / "desk" / "claims"
    below.mkdir(parents=True)
    (tmp_path / "factcheck.toml").write_text('reviewer = "The desk"\n')
    assert reviewer_name(None, below) == "The desk"
    (tmp_path / "desk" / "factcheck.toml").write_text('reviewer = "Ada"\n')
    assert reviewer_name(None, below) == "Ada"


def test_a_settings_file_without_a_reviewer_leaves_it_to_git(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("# nothing yet\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "Grace H."], check=True)
    assert reviewer_name(None, tmp_path) == "Grace H."


def test_without_git_it_is_the_login_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reviewer_name(None, tmp_path) == "ada"
    monkeypatch.setenv("PATH", "")
    assert reviewer_name(None, tmp_path / "gone") == "ada"


def test_a_git_that_hangs_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = tmp_path / "git"
    git.write_text("#!/bin/sh\nexec sleep 30\n")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(reviewer, "_GIT_SECONDS", 0.1)
    assert reviewer_name(None, tmp_path) == "ada"


def test_a_machine_that_knows_nobody_still_gives_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", fail)
    assert reviewer_name(None, tmp_path) == "reviewer"


@pytest.mark.parametrize("name", ["root", "Ubuntu", "runner", "ada@build-7", "github-actions[bot]", "", "4711"])
def test_a_name_of_a_machine_that_git_has_is_not_a_persons(tmp_path: Path, name: str) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", name], check=True)
    assert not is_name_known(None, tmp_path)
    assert is_name_known("root", tmp_path), "whoever gives it means it"


def test_a_name_that_a_person_gave_git_is_theirs(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "Root Okafor"], check=True)
    assert is_name_known(None, tmp_path)


class TestANameThatIsKept:
    def test_is_known_from_then_on(self, tmp_path: Path) -> None:
        assert not is_name_known(None, tmp_path)
        path = keep_reviewer_name('Ada "the desk" Obi')
        assert path == files.own_file()
        assert reviewer_name(None, tmp_path) == 'Ada "the desk" Obi'
        assert is_name_known(None, tmp_path)

    def test_leaves_the_other_settings_as_they_are(self, tmp_path: Path) -> None:
        files.own_file().parent.mkdir(parents=True)
        files.own_file().write_text('# mine\n[checks]\noff = ["age"]\n')
        keep_reviewer_name("Ada")
        assert files.own_file().read_text() == 'reviewer = "Ada"\n# mine\n[checks]\noff = ["age"]\n'
        assert reviewer_name(None, tmp_path) == "Ada"

    def test_does_not_come_beside_another(self) -> None:
        files.own_file().parent.mkdir(parents=True)
        files.own_file().write_text('reviewer = ""\n')
        with pytest.raises(FactcheckError, match="has a reviewer already"):
            keep_reviewer_name("Ada")
        assert files.own_file().read_text() == 'reviewer = ""\n'

    def test_that_cannot_be_written_is_one_sentence(self) -> None:
        files.own_file().parent.parent.mkdir(parents=True, exist_ok=True)
        files.own_file().parent.write_text("in the way")
        with pytest.raises(FactcheckError, match="the name is not kept; give --reviewer"):
            keep_reviewer_name("Ada")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("A\x1b[31mda", "A[31mda"),
        ("Ada\nBen", "Ada Ben"),
        ("\u202eadA", "adA"),
        ("A\ud800da", "Ada"),
        ("\0", "ada"),
        ("é" * 500, "é" * 100),
    ],
)
def test_what_a_terminal_would_obey_is_no_part_of_a_name(name: str, clean: str, tmp_path: Path) -> None:
    assert reviewer_name(name, tmp_path) == clean


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"reviewer = Ada\n", "is not valid TOML: Invalid value (at line 1, column 12); put it right there."),
        (b"reviewer = 7\n", 'reviewer must be a name in quotation marks, as in reviewer = "Ada"; put one there.'),
        (b"# a\nreviewer = '\xff'\n", "line 2: this is not UTF-8 text; save the file as UTF-8."),
        (b"#" * (2 << 20), "is larger than a megabyte, which no settings file is; move it away."),
    ],
    ids=["no TOML", "no name", "no UTF-8", "too big"],
)  # fmt: skip
def test_a_broken_settings_file_is_one_sentence(data: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(data)
    with pytest.raises(FactcheckError) as caught:
        reviewer_name(None, tmp_path)
    assert str(caught.value).startswith(str(tmp_path / "factcheck.toml"))
    assert str(caught.value).endswith(sentence)
    assert reviewer_name("Ada", tmp_path) == "Ada"


def test_a_house_list(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(
        '[checks]\noff = ["punctuation"]\nseverity = { variant = "look" }\n'
        '[house]\nnames = ["KNCA"]\nleave_quoted = true\n[house.prefer]\n"e  mail" = "email"\n'
    )
    house = house_list(tmp_path)
    assert (house.off, house.names) == ({"punctuation"}, {"KNCA"})
    assert house.leave_quoted
    assert (house.severity, house.prefer) == ({"variant": "look"}, {"e mail": "email"})
    assert house_list(tmp_path.parent / "elsewhere") is not None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("checks = 3", "[checks] line"),
        ("[checks]\nof = []", "[checks] has no key of; did you mean off?"),
        ("[checks]\noff = 3", "checks.off does not fit"),
        ('[checks]\nseverity = { variant = "loud" }', "checks.severity.variant does not fit"),
        ("[house]\nnames = [3]", "house.names"),
        ("[house]\nprefer = { Kiev = 3 }", "house.prefer.Kiev does not fit"),
        ("[house]\nleave_quoted = 1", "house.leave_quoted does not fit; write it as in leave_quoted = true"),
    ],
)
def test_a_bad_house_list_gets_one_sentence(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "factcheck.toml").write_text(written)
    with pytest.raises(FactcheckError) as problem:
        house_list(tmp_path)
    assert told in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_policy(tmp_path: Path) -> None:
    assert policy(tmp_path) == Policy()
    (tmp_path / "factcheck.toml").write_text(
        '[policy]\nsecond_reader = ["quote", "figure"]\nso = ["statement"]\nsources = { figure = 2 }\neditors = ["Eva"]\n'
    )
    asked = policy(tmp_path)
    assert (asked.second_reader, asked.so) == ({ClaimKind.QUOTE, ClaimKind.FIGURE}, {ClaimKind.STATEMENT})
    assert (asked.sources, asked.editors) == ({ClaimKind.FIGURE: 2}, {"Eva"})


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("policy = 3", "under a [policy] line"),
        ("[policy]\nsecond = []", "[policy] has no key second; did you mean second_reader?"),
        ("[policy]\nx = []", "[policy] has no key x; it can have second_reader and so and sources and primary and editors."),
        ('[policy]\nsecond_reader = ["quotes"]', 'policy.second_reader.0 does not fit; write it as in second_reader = ["quote"'),
        ("[policy]\nsources = { figure = -1 }", "policy.sources.figure does not fit"),
        ("[policy]\nsources = { tables = 1 }", "policy.sources.tables does not fit"),
        ('[policy]\neditors = "Eva"', "policy.editors does not fit"),
    ],
)
def test_a_bad_policy_gets_one_sentence(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "factcheck.toml").write_text(written)
    with pytest.raises(FactcheckError) as problem:
        policy(tmp_path)
    assert told in str(problem.value)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('[cheks]\noff = ["punctuation"]', "there is no section [cheks]; did you mean [checks]?"),
        ("[weather]\nsun = true", "there is no section [weather]; there are [checks], [house], [policy],"),
        ('reviwer = "Ada"', "there is no key reviwer above the sections; did you mean reviewer?"),
        ('names = ["Siobhan Rodick"]', "there is no key names above the sections; it belongs under [house]."),
        ("[checks]\nleave_quoted = true", "[checks] has no key leave_quoted; it belongs under [house]."),
        ('[search]\nbook = "x"', "[search] has no key book; it can have index."),
        ('"" = 3', 'there is no key "" above the sections'),
        ('"che\\u001b[31mks" = 3', "there is no key che␛[31mks above the sections"),
    ],
)
def test_what_no_settings_file_has_is_told_with_the_nearest_that_it_may_have(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "factcheck.toml").write_text(written)
    for read in (house_list, policy, reports, key_changes, lambda folder: reviewer_name(None, folder)):
        with pytest.raises(FactcheckError) as problem:
            read(tmp_path)
        assert told in str(problem.value)
        assert "\n" not in str(problem.value)


def test_every_setting_is_read_as_its_example_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "none"
    (own / "our-templates").mkdir(parents=True)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
    for section in ("", *known.SECTIONS):
        header = [f"[{section}]"] if section else []
        lines = [row.example for row in known.SETTINGS if row.section == section]
        with (own / "factcheck.toml").open("a") as file:
            file.write("\n".join((*header, *lines, "")))
    assert reviewer_name(None, tmp_path) == "Ada"
    assert house_list(tmp_path).model_dump().keys() == {row.key for row in known.SETTINGS if row.section in ("checks", "house")}
    assert policy(tmp_path).model_dump().keys() == {row.key for row in known.SETTINGS if row.section == "policy"}
    assert openers(tmp_path).keys() == set(known.OPENED)
    assert language_model(tmp_path).prices == (0.15, 0.6)
    assert (reports(tmp_path).name, archive_service(tmp_path)) == ("The Harbour Post", "https://web.archive.org/save/")
    assert shared_index(tmp_path) == "postgresql://archive.example/factcheck"
    assert all(values for values in (house_list(tmp_path).off, house_list(tmp_path).severity, policy(tmp_path).sources))


def test_reports_and_archives_are_read_from_the_file(tmp_path: Path) -> None:
    assert reports(tmp_path) == Reports()
    assert archive_service(tmp_path).startswith("https://")
    own = tmp_path / "none"
    (own / "ours").mkdir(parents=True)
    (own / "ours" / "report.css").write_text("p { margin: 0 }")
    told = '[reports]\ntemplates = "ours"\n[publisher]\nname = "P"\nurl = "https://p.example"\n[evidence]\narchive = "http://127.0.0.1:1/save/"\n'
    (own / "factcheck.toml").write_text(told)
    assert reports(tmp_path) == Reports({"report.css": "p { margin: 0 }"}, "P", "https://p.example")
    assert archive_service(tmp_path) == "http://127.0.0.1:1/save/"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('[reports]\ntemplates = "nowhere"', "which is no folder"),
        ("[reports]\ntemplates = 3", "reports.templates does not fit"),
        ('[reports]\ntemplate = "x"', "no key template"),
        ('[publisher]\nurl = "javascript:x"', "publisher.url does not fit"),
        ('[evidence]\narchive = "ftp://x"', "evidence.archive does not fit"),
    ],
)
def test_bad_ones_get_one_sentence(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "factcheck.toml").write_text(written)
    with pytest.raises(FactcheckError, match=told):
        (archive_service if "evidence" in written else reports)(tmp_path)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('[cheks]\noff = ["quote"]', "there is no section [cheks]; did you mean [checks]?"),
        ('[House]\nnames = ["Ada"]', "there is no section [House]; did you mean [house]?"),
        ("[house]\noff = []", "[house] has no key off; it belongs under [checks]."),
        ("[model]\nadress = 3", "[model] has no key adress; it can have url and name and key_from and prices."),
        ('reviever = "Ada"', "there is no key reviever above the sections; did you mean reviewer?"),
        ("editors = []", "there is no key editors above the sections; it belongs under [policy]."),
        ("[fonts]\nsize = 3", "there is no section [fonts]; there are [checks], [house], [policy]"),
    ],
)
def test_what_is_no_setting_is_told_with_the_nearest_that_is(tmp_path: Path, written: str, told: str) -> None:
    """Whatever it is that is asked of the settings, and wherever they are."""
    for place in (tmp_path, tmp_path / "none"):
        place.mkdir(exist_ok=True)
        (place / "factcheck.toml").write_text(written)
        for ask in (house_list, policy, key_changes, archive_service):
            with pytest.raises(FactcheckError) as problem:
                ask(tmp_path)
            assert str(problem.value).startswith(f"{place / 'factcheck.toml'}: {told}")
        (place / "factcheck.toml").unlink()


class TestKeys:
    def test_both_ways_to_write_a_name(self, tmp_path: Path) -> None:
        """A name with a full stop may stand in quotation marks or not; one key may do without the brackets."""
        (tmp_path / "factcheck.toml").write_text('[keys]\nverdict.false = "y"\n"verdict.opinion" = ["p", "f5"]\nnote = ","\n')
        assert key_changes(tmp_path).keys == {"verdict.false": ("y",), "verdict.opinion": ("p", "f5"), "note": (",",)}

    @pytest.mark.parametrize("wrong", ["note = 5", "note = []", "note = [1]", 'a.b.c = "x"'])
    def test_what_is_no_key(self, tmp_path: Path, wrong: str) -> None:
        (tmp_path / "factcheck.toml").write_text(f"[keys]\n{wrong}\n")
        with pytest.raises(FactcheckError, match="must be a key in quotation marks"):
            key_changes(tmp_path)

    def test_the_persons_own_file_says_what_the_nearest_does_not(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A newsroom's file does not take a person's keys away."""
        own = tmp_path / "config" / "factcheck" / "factcheck.toml"
        own.parent.mkdir(parents=True)
        own.write_text('reviewer = "Ada"\n[keys]\nnote = "f5"\n')
        monkeypatch.setattr(files, "user_config_path", lambda *_args, **_named: own.parent)
        near = tmp_path / "desk"
        near.mkdir()
        (near / "factcheck.toml").write_text('reviewer = "Ben"\n')
        assert key_changes(near).keys == {"note": ("f5",)}
        assert reviewer_name(None, near) == "Ben"


def test_a_shared_index_is_named_in_the_persons_own_settings(tmp_path: Path) -> None:
    assert shared_index(tmp_path) is None
    own = tmp_path / "none" / "factcheck.toml"
    own.parent.mkdir()
    own.write_text('[search]\nindex = "postgresql://archive.example/factcheck"\n')
    assert shared_index(tmp_path / "claims") == "postgresql://archive.example/factcheck"
    own.write_text('[search]\nindex = "archive.example"\n')
    with pytest.raises(FactcheckError, match=r'search\.index does not fit; write it as in index = "postgresql://'):
        shared_index(tmp_path / "claims")
