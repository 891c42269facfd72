"""When each source first came into Git: one `git log` for the whole site, within a few seconds, or the reason why not.

Only dates and names are taken. It says when a text was put into this repository, never when a law was made.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path

from gongkai.model.faults import why
from gongkai.model.history import History
from gongkai.reading.sources import TOPS

_CHINA = timezone(timedelta(hours=8))
_SECONDS = 20
_COMMIT = "\x01"
_COMMAND = (
    "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "--no-pager", "log", "-z", "--no-color", "--no-ext-diff",
    "--no-textconv", "--relative", "--find-renames", "--diff-filter=AR", "--name-status", f"--format={_COMMIT}%H %at %ct", "--", *TOPS,
)  # fmt: skip


def read_history(folder: Path) -> History | None:
    """The first day of each source below `folder` in Git, or an empty History that says why it is not known.

    None where the folder lies in no repository: there is nothing to be compared then.
    """
    top = next((above for above in (folder.resolve(), *folder.resolve().parents) if (above / ".git").exists()), None)
    if top is None:
        return None
    git = shutil.which("git")
    if git is None:
        return History(missing="这台机器上没有 git")
    if _is_shallow(top / ".git"):
        return History(missing="Git 仓库是浅克隆")
    try:
        newest = _said(git, folder, "rev-parse", "--verify", "--quiet", "HEAD").stdout
    except (subprocess.TimeoutExpired, OSError):
        newest = b""
    return _history_at(git, folder.resolve(), newest)


def _said(git: str, folder: Path, *asked: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (git, *asked), cwd=folder, capture_output=True, timeout=_SECONDS, check=False,
        stdin=subprocess.DEVNULL, env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
    )  # fmt: skip


@lru_cache(maxsize=2)
def _history_at(git: str, folder: Path, newest: bytes) -> History:
    """The history up to the commit `newest`: a preview asks after every save, and it is the same until the next commit."""
    try:
        done = _said(git, folder, *_COMMAND)
    except subprocess.TimeoutExpired:
        return History(missing=f"{_SECONDS} 秒内没有读完 Git 历史")
    except OSError as error:
        return History(missing=f"git 运行不了（{why(error)}）")
    if done.returncode:
        return History(missing="git log 读不出这个仓库的历史")
    return History(first_seen(done.stdout.decode("utf-8", "surrogateescape")))


def first_seen(log: str) -> dict[str, date]:
    """The first day of each path that there is now, from `_COMMAND`'s output, which has the newest commit first.

    A renamed file keeps the day of its first name. Of author's and committer's time the earlier counts: a rebase moves
    the one, nobody should be suspected for it.
    """
    first: dict[str, date] = {}
    now_called: dict[str, str] = {}
    day: date | None = None
    fields = iter(log.split("\0"))
    for field in fields:
        text = field.lstrip("\n")
        if text.startswith(_COMMIT):
            day = _day(text)
            _, _, text = text.partition("\n")
        if not text or day is None:
            continue
        if text[0] == "R":
            before, after = next(fields, ""), next(fields, "")
            now_called[before] = now_called.get(after, after)
        else:
            path = next(fields, "")
            current = now_called.get(path, path)
            first[current] = min(day, first.get(current, day))
    return first


def _is_shallow(git: Path) -> bool:
    """Whether the repository holds only its newest commits; `.git` is a file where it is a worktree or a submodule."""
    try:
        if git.is_file():
            git = (git.parent / git.read_text(encoding="utf-8").partition("gitdir:")[2].strip()).resolve()
        common = git / "commondir"
        if common.is_file():
            git = git / common.read_text(encoding="utf-8").strip()
        return (git / "shallow").exists()
    except (OSError, UnicodeDecodeError):
        return False


def _day(header: str) -> date | None:
    try:
        seconds = min(int(word) for word in header.partition("\n")[0].split()[1:3])
        return datetime.fromtimestamp(seconds, _CHINA).date()
    except (ValueError, OverflowError, OSError):
        return None
