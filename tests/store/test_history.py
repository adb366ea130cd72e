"""git, in folders of our own and of strangers. Every planted program would leave a file named canary."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from liushou_cli.errors import GitFailed
from liushou_cli.store import history

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

MESSAGE = "家访：4kx7qm"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_", "EMAIL"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    monkeypatch.chdir(home)


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=张敏", "-c", "user.email=zm@example.invalid", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A repository with one commit of two records."""
    folder = tmp_path / "新溪中学"
    (folder / "2012-2").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    for name in ("a.yaml", "b.yaml"):
        (folder / "2012-2" / name).write_text("格式: 1\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "开始")
    return folder


def change(folder: Path, *names: str) -> list[Path]:
    files = [folder / "2012-2" / name for name in names]
    for file in files:
        file.write_text("格式: 1\n备注: 改过\n", encoding="utf-8")
    return files


def committed(folder: Path) -> list[str]:
    """Names of the files in the last commit."""
    return git(folder, "-c", "core.quotePath=false", "show", "--name-only", "--format=").split("\n")[:-1]


def status(folder: Path) -> list[str]:
    return git(folder, "-c", "core.quotePath=false", "status", "--porcelain").split("\n")[:-1]


def test_only_the_files_of_the_command_are_committed(school: Path) -> None:
    change(school, "b.yaml")
    (school / "2012-2" / "staged.yaml").write_text("格式: 1\n", encoding="utf-8")
    git(school, "add", "2012-2/staged.yaml")
    mine = change(school, "a.yaml", "new.yaml")
    history.commit(school / "2012-2", mine, MESSAGE)
    assert committed(school) == ["2012-2/a.yaml", "2012-2/new.yaml"]
    assert status(school) == [" M 2012-2/b.yaml", "A  2012-2/staged.yaml"]
    assert git(school, "log", "-1", "--format=%B").strip() == f"{MESSAGE}\n\nWritten-by: liushou"


def test_the_author_is_who_git_knows(school: Path) -> None:
    git(school, "config", "user.name", "张敏")
    git(school, "config", "user.email", "zm@example.invalid")
    history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert git(school, "log", "-1", "--format=%an <%ae>").strip() == "张敏 <zm@example.invalid>"


def test_without_an_identity_there_is_a_commit_all_the_same(school: Path) -> None:
    git(school, "config", "user.useConfigOnly", "true")
    with pytest.raises(GitFailed, match="useconfigonly"):  # not on the list of harmless keys
        history.commit(school, change(school, "a.yaml"), MESSAGE)
    git(school, "config", "--unset", "user.useConfigOnly")
    (Path(os.environ["HOME"]) / ".gitconfig").write_text("[user]\nuseConfigOnly = true\n", encoding="utf-8")
    history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert git(school, "log", "-1", "--format=%an <%ae>").strip() == "班主任 <teacher@liushou.invalid>"


def test_nothing_changed_is_no_failure(school: Path) -> None:
    before = git(school, "rev-parse", "HEAD")
    history.commit(school, [school / "2012-2" / "a.yaml"], MESSAGE)
    assert git(school, "rev-parse", "HEAD") == before


def test_names_are_names_and_no_patterns(school: Path) -> None:
    for name in ("[ab].yaml", "*.yaml"):
        (school / "2012-2" / name).write_text("格式: 1\n", encoding="utf-8")
    change(school, "a.yaml", "b.yaml")
    history.commit(school, [school / "2012-2" / "[ab].yaml"], MESSAGE)
    assert committed(school) == ["2012-2/[ab].yaml"]


def test_a_deleted_file_is_a_change_too(school: Path) -> None:
    (school / "2012-2" / "a.yaml").unlink()
    history.commit(school, [school / "2012-2" / "a.yaml"], MESSAGE)
    assert git(school, "show", "--name-status", "--format=").strip() == "D\t2012-2/a.yaml"


def test_no_hook_runs(school: Path, tmp_path: Path) -> None:
    for hook in (
        "pre-commit",
        "commit-msg",
        "post-commit",
        "prepare-commit-msg",
        "post-index-change",
        "reference-transaction",
    ):
        plant(school / ".git" / "hooks" / hook, tmp_path)
    history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert not (tmp_path / "canary").exists()


def test_another_repository_in_the_environment_is_not_meant(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    files = change(school, "a.yaml")
    with monkeypatch.context() as inside:
        inside.setenv("GIT_DIR", str(other / ".git"))
        inside.setenv("GIT_WORK_TREE", str(other))
        inside.setenv("GIT_INDEX_FILE", str(other / "index"))
        history.commit(school, files, MESSAGE)
    assert committed(school) == ["2012-2/a.yaml"]


def plant(program: Path, tmp_path: Path) -> Path:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/canary'\ncat\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


HOSTILE = {
    "fsmonitor": "[core]\n\tfsmonitor = EVIL\n",
    "filter": '[filter "x"]\n\tclean = EVIL\n\tsmudge = EVIL\n',
    "filter process": '[filter "x"]\n\tprocess = EVIL\n',
    "include": "[include]\n\tpath = evil.inc\n",
    "includeIf": '[includeIf "gitdir:**"]\n\tpath = evil.inc\n',
    "ssh": "[core]\n\tsshCommand = EVIL\n",
    "alias": "[alias]\n\tcommit = !EVIL\n\tadd = !EVIL\n",
    "hooks": "[core]\n\thooksPath = hooks\n",
    "editor": "[core]\n\teditor = EVIL\n",
    "pager": "[pager]\n\tcommit = EVIL\n",
    "gpg": "[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = EVIL\n",
    "diff": '[diff]\n\texternal = EVIL\n[diff "x"]\n\ttextconv = EVIL\n',
    "credential": "[credential]\n\thelper = !EVIL\n",
    "worktree": "[core]\n\tworktree = ..\n",
    "extension": "[extensions]\n\tworktreeConfig = true\n",
    "upload": '[remote "origin"]\n\tuploadpack = EVIL\n',
    "gc hook": "[gc]\n\trecentObjectsHook = EVIL\n\tauto = 1\n",
    "driver": '[merge "liushou"]\n\tdriver = EVIL\n',
    "driver with more": '[merge "liushou"]\n\tdriver = liushou merge-driver %O %A %B; EVIL\n',
    "driver of another name": '[merge "x"]\n\tdriver = EVIL\n',
    "old spelling of a section": "[filter.x]\n\tclean = EVIL\n",
    "upper case": '[FILTER "x"]\n\tCLEAN = EVIL\n',
    "one line": "[core] fsmonitor = EVIL\n",
    "two sections in a line": "[user] [core] fsmonitor = EVIL\n",
    "behind a comment": "# [user]\n[core] ; x\nfsmonitor = EVIL\n",
    "hidden by a line that goes on": "[core]\n\tquotepath = true \\\n[user]\n\tname = x\n\tfsmonitor = EVIL\n[gui]\n",
    "hidden by a line that goes on, CRLF": "[core]\r\n\tquotepath = true \\\r\n[gui]\r\n\tencoding = EVIL\r\n",
    "hidden behind a CR": '[merge "liushou"]\n\tname = x\r[user]\n\tdriver = EVIL\n',
    "hidden behind a line break of Unicode": '[merge "liushou"]\n\tname = x\u2028[user]\n\tdriver = EVIL\n',
    "hidden behind a form feed": '[merge "liushou"]\n\tname = x\x0c[user]\n\tdriver = EVIL\n',
    "no text": "[core]\n\tx = \udce4\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_configuration_stops_us_and_nothing_planted_runs(
    school: Path, tmp_path: Path, name: str
) -> None:
    evil = plant(tmp_path / "evil.sh", tmp_path)
    (school / ".gitattributes").write_text("*.yaml filter=x diff=x merge=liushou\n", encoding="utf-8")
    inc = school / ".git" / "evil.inc"
    inc.write_text(f'[core]\n\tfsmonitor = {evil}\n[filter "x"]\n\tclean = {evil}\n', encoding="utf-8")
    with (school / ".git" / "config").open("ab") as stream:
        stream.write(HOSTILE[name].replace("EVIL", str(evil)).encode("utf-8", "surrogateescape"))
    files = change(school, "a.yaml")
    with pytest.raises(GitFailed, match="已保存，但没有提交") as caught:
        history.commit(school, files, MESSAGE)
    assert not (tmp_path / "canary").exists()
    assert caught.value.exit_code == 6
    assert files[0].read_text(encoding="utf-8") == "格式: 1\n备注: 改过\n"


def test_the_canaries_would_sing(school: Path, tmp_path: Path) -> None:
    """The traps of the test above do go off where git is run without care."""
    evil = plant(tmp_path / "evil.sh", tmp_path)
    (school / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    git(school, "config", "filter.x.clean", str(evil))
    change(school, "a.yaml")
    git(school, "add", "2012-2/a.yaml")
    assert (tmp_path / "canary").exists()


def hide(school: Path, evil: Path) -> Path:
    """An evil repository's insides, in a folder git might be led to."""
    place = school / "insides"
    shutil.copytree(school / ".git", place)
    git(school, f"--git-dir={place}", "config", "filter.x.clean", str(evil))
    git(school, f"--git-dir={place}", "config", "core.worktree", str(school))
    return place


def test_a_repository_behind_the_repository_is_not_followed(school: Path, tmp_path: Path) -> None:
    evil = plant(tmp_path / "evil.sh", tmp_path)
    (school / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    hide(school, evil)
    (school / ".git" / "commondir").write_text("../insides\n", encoding="utf-8")
    with pytest.raises(GitFailed):
        history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert not (tmp_path / "canary").exists()


def test_a_folder_that_is_itself_a_bare_repository_is_not_one(school: Path, tmp_path: Path) -> None:
    evil = plant(tmp_path / "evil.sh", tmp_path)
    (school / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    insides = hide(school, evil)
    for part in ("HEAD", "objects", "refs", "config", "index"):
        shutil.move(insides / part, school / part)
    (school / ".git" / "HEAD").unlink()
    with pytest.raises(GitFailed):
        history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert not (tmp_path / "canary").exists()


def test_a_repository_inside_ours_is_not_entered(school: Path, tmp_path: Path) -> None:
    evil = plant(tmp_path / "evil.sh", tmp_path)
    inner = school / "inner"
    inner.mkdir()
    git(inner, "init", "-q")
    (inner / ".gitattributes").write_text("* filter=x\n", encoding="utf-8")
    (inner / "x").write_text("x", encoding="utf-8")
    git(inner, "add", ".")
    git(inner, "commit", "-q", "-m", "x")
    git(school, "add", "inner")
    git(school, "commit", "-q", "-m", "inner")
    git(inner, "config", "filter.x.clean", str(evil))
    git(inner, "config", "core.fsmonitor", str(evil))
    (inner / "x").write_text("y", encoding="utf-8")
    history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert committed(school) == ["2012-2/a.yaml"]
    assert not (tmp_path / "canary").exists()


def test_what_git_itself_and_our_init_write_is_allowed(school: Path) -> None:
    git(school, "config", "merge.liushou.name", "liushou")
    git(school, "config", "merge.liushou.driver", "liushou merge-driver %O %A %B")
    git(school, "remote", "add", "origin", "https://example.invalid/x.git")
    git(school, "config", "branch.main.remote", "origin")
    git(school, "config", "pull.rebase", "false")
    history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert committed(school) == ["2012-2/a.yaml"]


def test_a_git_file_instead_of_a_folder_is_left_to_git(school: Path, tmp_path: Path) -> None:
    other = tmp_path / "worktree"
    git(school, "worktree", "add", "-q", str(other), "-b", "other")
    with pytest.raises(GitFailed, match=r"读不了 \.git/config"):
        history.commit(other, change(other, "a.yaml"), MESSAGE)


def test_a_lock_left_behind_is_explained(school: Path) -> None:
    (school / ".git" / "index.lock").touch()
    with pytest.raises(GitFailed, match="git 没有成功") as caught:
        history.commit(school, change(school, "a.yaml"), MESSAGE)
    assert ".git/index.lock" in caught.value.hint


def test_a_commit_that_git_refuses_is_told_in_its_words(school: Path) -> None:
    (school / ".git" / "refs" / "heads" / "main.lock").touch()
    with pytest.raises(GitFailed, match=r"已保存，但 git 没有成功：.*main"):
        history.commit(school, change(school, "a.yaml"), MESSAGE)


def test_no_repository_and_no_git(school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plain").mkdir()
    assert history.repository(tmp_path / "plain") is None
    with pytest.raises(GitFailed, match="不是仓库"):
        history.commit(tmp_path / "plain", [], MESSAGE)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history.program() is None
    with pytest.raises(GitFailed, match="没有提交"):
        history.commit(school, change(school, "a.yaml"), MESSAGE)
    with pytest.raises(GitFailed, match="没有安装 git"):
        history.start(tmp_path / "plain", "张敏")


def test_a_git_in_the_records_is_not_git(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(school / "git", tmp_path)
    monkeypatch.chdir(school)
    monkeypatch.setenv("PATH", f"{school}{os.pathsep}{os.environ['PATH']}")
    assert history.program() is None


def test_a_git_that_hangs_or_cannot_start(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(history, "_SECONDS", 0.2)
    with pytest.raises(GitFailed, match="git 没有跑完：TimeoutExpired"):
        history.commit(school, change(school, "a.yaml"), MESSAGE)
    slow.write_text("", encoding="utf-8")
    with pytest.raises(GitFailed, match="git 没有跑完：OSError"):
        history.commit(school, change(school, "a.yaml"), MESSAGE)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    folder = tmp_path / "fresh"
    (folder / "2012-2").mkdir(parents=True)
    return folder


def test_start_makes_a_repository_that_can_be_committed_to(fresh: Path) -> None:
    history.start(fresh, "张敏")
    history.commit(fresh, change(fresh, "a.yaml"), "新建")
    assert git(fresh, "log", "--format=%an %s %D").strip() == "张敏 新建 HEAD -> main"
    assert history.repository(fresh / "2012-2") == fresh


def test_start_keeps_the_identity_git_has(fresh: Path) -> None:
    (Path(os.environ["HOME"]) / ".gitconfig").write_text(
        "[user]\nname = 李伟\nemail = lw@example.invalid\n", encoding="utf-8"
    )
    history.start(fresh, "张敏")
    history.commit(fresh, change(fresh, "a.yaml"), "新建")
    assert git(fresh, "log", "--format=%an").strip() == "李伟"


def test_start_where_git_cannot(fresh: Path) -> None:
    (fresh / ".git").write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(GitFailed, match="git 没有成功"):
        history.start(fresh, "")
