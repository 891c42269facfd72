"""A build is written beside its place and swapped in whole; the last one stays as it was until then.

Where the system can exchange two folders in one step (Linux, macOS), there is no moment without a whole `build/`.
Elsewhere there are two renames; whoever finds the first one done without the second one finishes it (`recover`).
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from gongkai.model.faults import why
from gongkai.model.problems import CannotBuild

MARKER = ".gitignore"
MARKER_TEXT = "# gongkai 生成的专栏放在这个文件夹里；没有这个文件，发布时不会替换整个文件夹。\n*\n!.gitignore\n"
_FIRST_LINE = MARKER_TEXT.split("\n", 1)[0]
_STAGED, _OLD = ".gongkai-staged", ".gongkai-old"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Written(NamedTuple):
    """A file of the build: path below its root, SHA-256 in hexadecimal, size in bytes."""

    path: str
    sha256: str
    size: int


class Stage:
    """A folder beside `output` in which a build is put together."""

    in_place = False

    def __init__(self, output: Path, sources: Sequence[Path] = (), kept: Sequence[Path] = ()) -> None:
        """A build must not lie in one of the `sources`, and must neither hold one of them nor anything of `kept`."""
        if output.is_symlink():
            raise CannotBuild(f"“{output}”不是普通的文件夹，没有动它。用 --output 换一个地方。")
        self.output = output = output.resolve()
        self._sources = [source.resolve() for source in sources]
        self._kept = [*self._sources, *(path.resolve() for path in kept)]
        if not output.name:
            raise CannotBuild(f"“{output}”不能用来放专栏。用 --output 换一个地方。")
        self.folder = output.with_name(output.name + _STAGED)
        self._old = output.with_name(output.name + _OLD)
        self.exchanges = sys.platform in ("linux", "darwin")

    def open(self) -> None:
        """Clear what a killed build left, and refuse a place that is not ours to replace."""
        recover(self.output)
        self._guard()
        for left in (self.folder, self._old):
            if left.is_symlink():
                left.unlink()
            elif left.exists():
                shutil.rmtree(left)
        try:
            self.folder.mkdir(parents=True)
        except OSError as error:
            raise CannotBuild(f"不能在“{self.folder.parent}”里写文件（{why(error)}）。看看磁盘空间和权限。") from error

    def _guard(self) -> None:
        output = self.output
        inside = next((source for source in self._sources if output.is_relative_to(source)), None)
        held = inside or next((path for path in self._kept if path.is_relative_to(output)), None)
        if held:
            raise CannotBuild(f"“{output}”和“{held}”在一处，会盖掉源文件，没有动它。用 --output 换一个地方。")
        if output.exists() and not output.is_dir():
            raise CannotBuild(f"“{output}”不是普通的文件夹，没有动它。用 --output 换一个地方。")
        if output.exists() and any(output.iterdir()) and not _ours(output / MARKER):
            raise CannotBuild(
                f"“{output}”里有别的文件，又没有 {MARKER} 这个标记，没有动它。换一个 --output，或确认可以删去后清空它。"
            )

    def found(self, path: str) -> Path:
        """Where a file of the build lies before the swap."""
        return self.folder / path

    def discard(self) -> None:
        """Leave nothing behind; the last build stays as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def swap(self, files: Collection[str] = (), before: Collection[str] = (), keep: Path | None = None) -> bool:
        """Put the staged build, which consists of `files`, in the place of the last one, which consisted of those `before`.
        Whether the last one could be put away at `keep`; else it is cleared away."""
        clear(self.folder, set(before).difference(files))
        make_room(self.folder, MARKER).write_text(MARKER_TEXT, encoding="utf-8", newline="\n")
        if not self.output.exists():
            os.rename(self.folder, self.output)
            return False
        if _exchange(self.folder, self.output):
            return _put_away(self.folder, keep)
        _rename(self.output, self._old)
        try:
            _rename(self.folder, self.output)
        except CannotBuild:
            _rename(self._old, self.output)
            raise
        shutil.rmtree(self._old, ignore_errors=True)
        return False


def recover(output: Path) -> None:
    """Bring the last build back if a swap was killed between its two renames."""
    old = output.with_name(output.name + _OLD)
    if old.exists() and not output.exists():
        os.rename(old, output)


def write(folder: Path, path: str, content: str | bytes) -> Written:
    """Write a file of a build, text as UTF-8 with the line ends it has."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    if ".." in path.split("/") or path.startswith("/") or ":" in path.split("/", 1)[0]:
        raise ValueError(f"{path!r} leaves the build")
    target = f"{folder}{os.sep}{path}"
    try:
        _put(target, raw)
    except OSError as error:  # the last build has it there, most often; or something else, or the folder is still to be made
        if not (isinstance(error, FileExistsError) and _taken_away(target)):
            make_room(folder, path)
        _put(target, raw)
    return Written(path, hashlib.sha256(raw).hexdigest(), len(raw))


def make_room(folder: Path, path: str) -> Path:
    """A place in a stage where nothing lies, in a folder. What the last build has there is taken away and never written into,
    for it is public under another name."""
    target = folder / path
    for above in reversed(target.relative_to(folder).parents):
        place = folder / above
        if not place.is_dir():
            with suppress(OSError):  # nothing is there, or another process is making the folder, too
                place.unlink()
            place.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)
    return target


def clear(folder: Path, gone: Collection[str]) -> None:
    """Take from a stage, where they lie there, the files that the build has no more, and the folders that are empty then."""
    above: set[Path] = set()
    for path in gone:
        if (folder / path).is_dir():
            continue  # a folder of this build, where the last one had a file
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(f"{folder}/{path}")  # noqa: PTH108 — as in `_put`
            above.update((folder / path).parents[: path.count("/")])
    for each in sorted(above, reverse=True):  # what lies in another comes before it
        with suppress(OSError):  # something lies there
            each.rmdir()


def _put_away(folder: Path, keep: Path | None) -> bool:
    """Move what was public to `keep`; clear it away where that cannot be."""
    if keep:
        with suppress(OSError):  # on another disk, for one
            folder.rename(keep)
            return True
    shutil.rmtree(folder)
    return False


def _put(target: str, raw: bytes) -> None:
    """One file, without the buffers that a file object would bring: there are tens of thousands."""
    descriptor = os.open(target, _NEW, 0o666)
    try:
        left = memoryview(raw)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def _taken_away(target: str) -> bool:
    """Whether what lay there was a file, which lies there no more."""
    try:
        os.unlink(target)  # noqa: PTH108 — as in `_put`
    except OSError:
        return False
    return True


def _ours(marker: Path) -> bool:
    """Whether the file is our marker; any other .gitignore is somebody's own."""
    try:
        return marker.read_text(encoding="utf-8").startswith(_FIRST_LINE)
    except (OSError, UnicodeDecodeError):
        return False


def replace_file(source: Path, target: Path) -> None:
    """Put a file in the place of another."""
    _patiently(lambda: source.replace(target), source)


def _rename(source: Path, target: Path) -> None:
    _patiently(lambda: os.rename(source, target), source)


def _patiently(rename: Callable[[], object], source: Path) -> None:
    """On Windows a viewer or virus scanner may hold a file for a moment."""
    for wait in (0.1, 0.2, 0.5, 1.0, 2.0, 0.0):
        try:
            rename()
            return
        except PermissionError as error:
            if not wait:
                raise CannotBuild(f"“{source.name}”里有文件正被别的程序打开，没有发布。关掉它再来一次。") from error
            time.sleep(wait)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system cannot."""
    paths = os.fsencode(one), os.fsencode(other)
    platform: str = sys.platform  # a plain string, lest the type checker judge for its own platform alone
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if platform == "linux":
            here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
            return bool(library.renameat2(here, paths[0], here, paths[1], exchange) == 0)
        if platform == "darwin":
            swap = 2  # RENAME_SWAP
            return bool(library.renamex_np(paths[0], paths[1], swap) == 0)
    except (OSError, AttributeError, TypeError):
        return False
    return False
