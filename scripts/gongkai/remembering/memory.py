"""The memory of a column: in the process while it lasts, in a file between two. One door to pickle.

The file lies in a folder that only this user can enter (`place`), never beside the sources: whoever may change the sources
must not be able to say what they were read as. A file that is damaged, foreign or of another version is as good as none.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongkai.checks.named_files import NamedFile
from gongkai.model.documents import Document, Unread
from gongkai.model.problems import Problem, Remark
from gongkai.publishing.carrying import File
from gongkai.reading.digests import Digests
from gongkai.reading.spool import SpoolWriter, close_spools, texts_of
from gongkai.remembering.contents import Reader
from gongkai.searching.keeping import Kept

_NAME = "memory"
_FIRST = b"gongkai memory 2\n"
_MOST_SPOOLS = 48
"""Files of texts; when there are more, they are put together in one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was read; by its digests it is known again."""

    digests: Digests
    document: Document | Unread


@dataclass(frozen=True, slots=True)
class Made:
    """What files were made from, as a digest, and which they are; the words are what else is to be known of them."""

    digest: str
    files: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Memory:
    """All that is remembered. `origin` says of which program, which settings and which folder.

    `sources` is by path; `looks` gives what the rules said of each attachment when it had that size and time of change.
    `output` is where the `files` of the last build lie. `pages` is by type and key, `parts` by the name of what is no page.
    `leads` tells where the pages lead, as `checks.built_pages` has it; `sound`, that no rule found anything in a page.
    `index` is what the last index leaves to the next.
    `whole` is the digest of all that the last build was made from, `problems` what that came to.
    """

    origin: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    looks: Mapping[NamedFile, tuple[tuple[int, int], tuple[Remark, ...]]] = field(default_factory=dict)
    output: Path | None = None
    files: Mapping[str, File] = field(default_factory=dict)
    pages: Mapping[tuple[str, str], Made] = field(default_factory=dict)
    parts: Mapping[str, Made] = field(default_factory=dict)
    leads: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sound: bool = False
    index: Kept = field(default_factory=Kept)
    whole: str = ""
    problems: tuple[Problem, ...] = ()


class Remembering:
    """A memory and its folder, in which the texts lie too, and what is `prepared` for the index. `keeps` is whether it is
    written for the next process."""

    def __init__(self, folder: Path, keeps: bool) -> None:
        self.texts = (folder / "texts").resolve()
        self.prepared = (folder / "prepared").resolve()
        for path in (self.texts, self.prepared):
            path.mkdir(parents=True, exist_ok=True)
        self._file = folder / _NAME
        self._keeps = keeps
        self.contents = Reader(trusts=not keeps)
        self.memory = _load(self._file) if keeps else Memory()

    def of(self, origin: str) -> Memory:
        """The memory, emptied where it is of another origin."""
        if self.memory.origin != origin:
            self.memory = Memory(origin=origin)
        return self.memory

    def save(self) -> None:
        """Write the memory, then clear away the texts and what is prepared that are not in it. A full disk is no reason to fail."""
        self._gather()
        if self._keeps:
            with suppress(OSError):
                _store(self._file, self.memory)
        wanted = {document.body.stored.spool for document in self._documents()}
        wanted.update(str(batch.path) for several in self.memory.index.batches.values() for batch in several)
        close_spools()
        for path in (*self.texts.iterdir(), *self.prepared.iterdir()):
            if str(path) not in wanted:
                with suppress(OSError):  # Windows, while somebody reads it: the next time
                    path.unlink()

    def _documents(self) -> list[Document]:
        return [source.document for source in self.memory.sources.values() if isinstance(source.document, Document)]

    def _gather(self) -> None:
        """Put the texts into one file where they lie in many: each build adds one."""
        if len({document.body.stored.spool for document in self._documents()}) <= _MOST_SPOOLS:
            return
        spool = SpoolWriter(self.texts)
        moved = dict(self.memory.sources)
        for path, source in moved.items():
            if isinstance(source.document, Document):
                body = replace(source.document.body, stored=spool.keep(texts_of(source.document.body.stored)))
                moved[path] = Source(source.digests, replace(source.document, body=body))
        spool.close()
        self.memory.sources = moved


def _load(file: Path) -> Memory:
    """What the file holds, nothing where it is not as it was written."""
    try:
        raw = file.read_bytes()
        head = len(_FIRST)
        if raw[:head] != _FIRST or hashlib.sha256(raw[head + 32 :]).digest() != raw[head : head + 32]:
            return Memory()
        memory = pickle.loads(raw[head + 32 :])  # noqa: S301 — our own file, in a folder only this user can enter
    except Exception:  # of a file that another version wrote, anything may come
        return Memory()
    return memory if isinstance(memory, Memory) else Memory()


def _store(file: Path, memory: Memory) -> None:
    payload = pickle.dumps(memory, protocol=5)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(_FIRST + hashlib.sha256(payload).digest() + payload)
    fresh.replace(file)
