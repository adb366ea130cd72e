"""Whether git may be started in a repository: its configuration read as text, for git would act on it."""

import re
from pathlib import Path

_SECTION = re.compile(r'\s*\[\s*([\w.-]+)\s*(?:"((?:[^"\\]|\\.)*)")?\s*\]\s*')
_ALLOWED = re.compile(
    r"core\.(repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks|autocrlf|eol"
    r"|safecrlf|quotepath)|user\.(name|email)|init\.defaultbranch|pull\.(rebase|ff)|push\.default"
    r"|remote\.[^.]+\.(url|fetch|pushurl)|branch\..+\.(remote|merge|rebase)|merge\.liushou\.(name|driver)"
    r"|i18n\.(commitencoding|logoutputencoding)|gui\.(wmstate|geometry|encoding)|gc\.auto"
)
_DRIVER = re.compile(r"liushou merge-driver( %[OABLPS]| -- )*")


def unsafe(top: Path) -> tuple[str, str] | None:
    """Why git must not be started in *top*, and what to do; None where it may."""
    try:
        text = (top / ".git" / "config").read_bytes().decode("utf-8")  # with its line ends as git sees them
    except (OSError, UnicodeDecodeError):
        return "读不了 .git/config", "检查 .git 文件夹"
    if (top / ".git" / "commondir").exists():
        return ".git 里有 commondir，它指到别的仓库", "用 git 自己提交"
    for key, value in _keys(text):
        if not _ALLOWED.fullmatch(key) or (key.endswith(".driver") and not _DRIVER.fullmatch(value)):
            hint = "这个文件夹如果不是自己的，不要在里面用 git；是自己的，删掉这一项，或用 git 自己提交"
            return f".git/config 里有 {key}，它可能会启动别的程序", hint
    return None


def _keys(text: str) -> list[tuple[str, str]]:
    """(section.subsection.key, value) of a git configuration; a line it cannot read comes back as itself."""
    found, section = [], ""
    for line in text.split("\n"):
        if line.rstrip().endswith(
            "\\"
        ):  # goes on in the next line, which may look like a section and is none
            return [(line.strip(), "")]
        if head := _SECTION.match(line):
            section = head[1].lower() + (f".{head[2]}" if head[2] is not None else "")
            line = line[head.end() :]
        line = line.strip()
        if line and line[0] not in "#;":
            key, _, value = line.partition("=")
            found.append((f"{section}.{key.strip().lower()}", value.strip()))
    return found
