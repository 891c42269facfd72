"""The sources of a site as they were at a commit, written into a folder of their own.

Git's objects are read one by one instead of by `git archive`: what `.gitattributes` would leave out or rewrite is there,
and links and modules, which a column must not follow, are not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from gongkai.model.faults import why
from gongkai.model.problems import CannotBuild
from gongkai.reading.documents import FOLDERS

_FILES = frozenset({"100644", "100755"})
_SITE = "site.yaml"


def sources_at(revision: str, folder: Path, target: Path, config: Path) -> Path:
    """Write the sources of the site in `folder`, as `revision` has them, into `target`; return its settings file.

    The settings are those of the commit; where it has none, or they lie outside the site, `config` as it is now.
    CannotBuild where there is no Git, no repository, no such commit, or no site in it.
    """
    if not revision or revision.startswith("-"):
        raise CannotBuild(f"“{revision}”不是 Git 里的一个版本。写提交号、分支名或标签，如 gongkai diff origin/main。")
    prefix = _ask(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    commit = _commit(revision, folder)
    entries = _entries(folder, commit, prefix)
    if not entries:
        raise CannotBuild(f"“{revision}”里还没有这个站点（没有 {_SITE}，也没有 {'、'.join(FOLDERS)}）。")
    _write(folder, entries, target)
    for top in FOLDERS:
        (target / top).mkdir(exist_ok=True)
    root = folder.resolve()
    inside = config.resolve().is_relative_to(root)
    then = target / config.resolve().relative_to(root) if inside else config
    return then if then.is_file() else config


def _commit(revision: str, folder: Path) -> str:
    try:
        found = _run(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except subprocess.CalledProcessError:
        shallow = _ask(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        mend = "Git 仓库是浅克隆，取全部历史（GitHub 的 fetch-depth: 0，GitLab 的 GIT_DEPTH: 0）" if shallow else "看看提交号、分支名或标签有没有写错"
        raise CannotBuild(f"Git 里没有“{revision}”这个版本。{mend}。") from None
    return found.decode("ascii", "replace").strip()


def _entries(folder: Path, commit: str, prefix: str) -> list[tuple[str, str]]:
    """Object and path (relative to the site) of each regular file that belongs to the site."""
    listed = _ask(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *([prefix] if prefix else []))
    found: list[tuple[str, str]] = []
    for line in listed.decode("utf-8", "surrogateescape").split("\0"):
        head, _, path = line.partition("\t")
        if not path.startswith(prefix) or head.split(" ")[0] not in _FILES:
            continue
        own = path.removeprefix(prefix)
        top, _, below = own.partition("/")
        wanted = top in (*FOLDERS, _SITE) or (not below and own.endswith((".yaml", ".yml")))
        if wanted and _harmless(own):
            found.append((head.split(" ")[2], own))
    return found if any(own.partition("/")[0] in (*FOLDERS, _SITE) for _, own in found) else []


def _harmless(path: str) -> bool:
    """Whether a name of a tree, which anybody may have made, stays below the folder on every system."""
    parts = path.split("/")
    return PurePosixPath(path).parts == tuple(parts) and not any(p in ("", ".", "..") or set(p) & set('\\:*?"<>|') for p in parts)


def _write(folder: Path, entries: Sequence[tuple[str, str]], target: Path) -> None:
    """All files by one `git cat-file`, never more than one of them in memory."""
    root = target.resolve()
    with subprocess.Popen(
        (_git(), "cat-file", "--batch"), cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as process:  # fmt: skip
        assert process.stdin and process.stdout
        for name, path in entries:
            process.stdin.write(name.encode("ascii") + b"\n")
            process.stdin.flush()
            header = process.stdout.readline().split()
            if len(header) != 3:
                raise CannotBuild(f"Git 里的“{path}”读不出来，仓库可能不全。运行 git fsck 看看。")
            content = process.stdout.read(int(header[2]))
            process.stdout.read(1)
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        process.stdin.close()


def _ask(folder: Path, *arguments: str) -> bytes:
    try:
        return _run(folder, *arguments)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        if any("dubious ownership" in line for line in said):
            raise CannotBuild(f"“{folder}”的仓库属于别的用户，git 不肯读。运行 git config --global --add safe.directory 加上这个目录。") from None
        if any("not a git repository" in line for line in said):
            raise CannotBuild(f"“{folder}”不在 Git 仓库里，没有可以比较的版本。") from None
        raise CannotBuild(f"git {arguments[0]} 没有成功：{said[0] if said else '没有说原因'}") from None


def _run(folder: Path, *arguments: str) -> bytes:
    command = (_git(), "-c", "core.fsmonitor=false", "--no-pager", *arguments)
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, check=True, stdin=subprocess.DEVNULL, env=_environment()).stdout
    except OSError as error:
        raise CannotBuild(f"git 运行不了（{why(error)}）。") from error


def _environment() -> dict[str, str]:
    # Inside a hook GIT_DIR and GIT_INDEX_FILE are set; from the site's folder they would name another repository.
    own = {key: value for key, value in os.environ.items() if key not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")}
    return {**own, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _git() -> str:
    found = shutil.which("git")
    if found is None:
        raise CannotBuild("这台机器上没有 git，比较不了。")
    return found
