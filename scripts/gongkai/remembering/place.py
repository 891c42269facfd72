"""Where a memory lies: among the user's own caches, one folder for each place that is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from platformdirs import user_cache_path

from gongkai.call import Call
from gongkai.model.documents import Document
from gongkai.publishing.locking import hold
from gongkai.remembering.memory import Remembering, Source
from gongkai.remembering.origin import origin

WHERE = "GONGKAI_CACHE"
"""The variable that names another folder for the memories, for a pipeline that keeps one between its runs."""
_LOCK = "lock"
_UNUSED = 90 * 24 * 3600  # seconds after which the memory of another column is cleared away


@contextmanager
def remembering(output: Path, keeps: bool = True) -> Iterator[Remembering]:
    """The memory of what is built at `output`, for as long as the block runs; one that is forgotten afterwards where it is
    not to be kept, no folder for it can be had, or another process holds it."""
    with _folder(output, keeps) as folder:
        if folder:
            yield Remembering(folder, True)
            return
        forgotten = Path(tempfile.mkdtemp(prefix="gongkai-"))
        try:
            yield Remembering(forgotten, False)
        finally:
            shutil.rmtree(forgotten, ignore_errors=True)


def recalled(call: Call, texts: Path) -> Mapping[str, Source]:
    """The sources that the builds of a column remember, by path, for a process that keeps no such memory itself: their
    texts are put into the folder `texts`, since a build may clear away its own at any time. None where the memory is of
    another origin, or a build has it just now. Whether a source still is as it is remembered is for the caller to find out.
    """
    with _folder(call.output, _place(call.output).is_dir()) as folder:
        if not folder:
            return {}
        memory = Remembering(folder, True).of(origin(call))
        moved: dict[str, str] = {}
        sources: dict[str, Source] = {}
        try:
            for path, source in memory.sources.items():
                document = source.document
                if isinstance(document, Document) and (stored := document.body.stored).size:
                    if stored.spool not in moved:
                        moved[stored.spool] = str(_same(Path(stored.spool), texts))
                    body = replace(document.body, stored=replace(stored, spool=moved[stored.spool]))
                    document = replace(document, body=body)
                sources[path] = Source(source.digests, document)
        except OSError:  # no room for the texts, or they are gone
            return {}
        return sources


def _same(file: Path, folder: Path) -> Path:
    """Another name in the folder for what the file holds (nothing is ever written into it again), else a copy."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix="texts-", delete=False) as own:
        target = Path(own.name)
    try:
        target.unlink()
        target.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, target)
    return target


@contextmanager
def _folder(output: Path, keeps: bool) -> Iterator[Path | None]:
    if not keeps:
        yield None
        return
    folder = _place(output)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = not folder.is_symlink() and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid())
        if ours and os.name != "nt":
            folder.chmod(0o700)
    except OSError:
        ours = False
    if not ours:
        yield None
        return
    with hold(folder / _LOCK) as held:
        yield folder if held else None
        if held:
            _clear(folder)


def _place(output: Path) -> Path:
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
    named = os.environ.get(WHERE)
    return (Path(named) if named else user_cache_path("gongkai", appauthor=False)) / name


def _clear(used: Path) -> None:
    """Columns come and go: what has not been used for long is cleared away."""
    with suppress(OSError):
        os.utime(used)
        for other in used.parent.iterdir():
            if other != used and other.is_dir() and time.time() - other.stat().st_mtime > _UNUSED:
                shutil.rmtree(other, ignore_errors=True)
