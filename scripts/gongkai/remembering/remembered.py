"""A memory at hand, for as long as a build runs, and what lies beside it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from gongkai.call import Call
from gongkai.model.body import Stored
from gongkai.model.documents import Document
from gongkai.model.site import Published
from gongkai.publishing.carrying import stands
from gongkai.publishing.mirroring import clear_spares, new_spare
from gongkai.reading.published import NAME, PAGES
from gongkai.reading.spool import SpoolWriter, close_spools, texts_of
from gongkai.remembering.contents import Reader
from gongkai.remembering.memory import Last, Memory, Source, forgotten, memory_in, store
from gongkai.remembering.origin import origin
from gongkai.remembering.place import folder_of, held, holds_builds

_MOST_SPOOLS = 48
"""Files of texts; when there are more, they are put together in one."""


@contextmanager
def remembering(output: Path, keeps: bool = True, last: Last | None = None) -> Iterator[Remembering]:
    """The memory of what is built at `output`, for as long as the block runs; one that is forgotten afterwards where it is
    not to be kept, no folder for it can be had, or another process holds it. `last` is what was read of it before."""
    with held(output, keeps) as folder:
        if folder:
            yield Remembering(folder, True, last)
            return
        forgotten = Path(tempfile.mkdtemp(prefix="gongkai-"))
        try:
            yield Remembering(forgotten, False)
        finally:
            shutil.rmtree(forgotten, ignore_errors=True)


class Remembering:
    """A memory and its folder, in which the texts lie too, and what is `prepared` for the index. `keeps` is whether it is
    written for the next process. `spare` is where this build may leave a folder for the next one."""

    def __init__(self, folder: Path, keeps: bool, last: Last | None = None) -> None:
        self.texts = (folder / "texts").resolve()
        self.prepared = (folder / "prepared").resolve()
        for path in (self.texts, self.prepared):
            path.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.spare = new_spare(folder) if keeps and holds_builds() else None
        self._keeps = keeps
        self.contents = Reader(trusts=not keeps)
        self.seen: Mapping[str, str] = {}
        """What each source held when that was asked just now: it need not be asked again."""
        self._last = memory_in(folder, last) if keeps else Last()
        if not _has_texts(self._last.memory):
            self._last = Last()
        self.memory = replace(self._last.memory)  # the other stays, to tell what is another in this one

    def of(self, origin: str) -> Memory:
        """The memory, emptied where it is of another origin."""
        if self.memory.origin != origin:
            self.memory = Memory(origin=origin)
        return self.memory

    def published(self, output: Path) -> tuple[Published, ...] | None:
        """What is public in `output`, where that is what the last build left; None where it is to be read."""
        memory = self.memory
        there = memory.output == output.resolve() and all(
            (file := memory.files.get(name)) and stands(f"{output}/{name}", file) for name in (NAME, PAGES)
        )
        return memory.published if there else None

    def save(self) -> None:
        """Write the memory, then clear away the texts and what is prepared that are not in it. A full disk is no reason to fail: then
        what lies there is still the last one, and what belongs to that stays."""
        kept = self.memory
        try:
            self._gather()
            if self._keeps:
                store(self._folder, self.memory, self._last)
            kept = self.memory
        except OSError:
            kept = self._last.memory if self._keeps else kept
        wanted = {stored.spool for stored in _stored(kept)}
        if kept.index:
            wanted.update(str(self.prepared / name) for name in kept.index.files())
        close_spools()
        clear_spares(self._folder, kept.spare)
        for path in (*self.texts.iterdir(), *self.prepared.iterdir()):
            if str(path) not in wanted:
                with suppress(OSError):  # Windows, while somebody reads it: the next time
                    path.unlink()

    def _gather(self) -> None:
        """Put the texts into one file where they lie in many: each build adds one."""
        if len({stored.spool for stored in _stored(self.memory)}) <= _MOST_SPOOLS:
            return
        spool = SpoolWriter(self.texts)
        moved = dict(self.memory.sources)
        for path, source in moved.items():
            if isinstance(source.document, Document):
                body = replace(source.document.body, stored=spool.keep(texts_of(source.document.body.stored)))
                moved[path] = Source(source.digests, replace(source.document, body=body))
        spool.close()
        self.memory.sources = moved


def _stored(memory: Memory) -> Iterator[Stored]:
    """Where the texts of its sources lie."""
    return (source.document.body.stored for source in memory.sources.values() if isinstance(source.document, Document))


def _has_texts(memory: Memory) -> bool:
    """Whether the texts are there that a memory speaks of: somebody may have cleared the caches."""
    ends: dict[str, int] = {}
    for stored in _stored(memory):
        ends[stored.spool] = max(ends.get(stored.spool, 0), stored.offset + stored.size)
    return all(Path(spool).is_file() and Path(spool).stat().st_size >= end for spool, end in ends.items() if end)


def forget(output: Path, keeps: bool) -> None:
    """Clear away what is remembered of what is built at `output`, unless another process has it."""
    with held(output, keeps) as folder:
        if folder:
            forgotten(folder)


def recalled(call: Call, texts: Path) -> Mapping[str, Source]:
    """The sources that the builds of a column remember, by path, for a process that keeps no such memory itself: their
    texts are put into the folder `texts`, since a build may clear away its own at any time. None where the memory is of
    another origin, or a build has it just now. Whether a source still is as it is remembered is for the caller to find out.
    """
    with held(call.output, folder_of(call.output).is_dir()) as folder:
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
                    body = replace(document.body, stored=stored._replace(spool=moved[stored.spool]))
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
