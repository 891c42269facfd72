"""What everything that is made has at hand: where from, where to, with how many, and what is remembered."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from gongkai import worker_tasks
from gongkai.console import Steps
from gongkai.making.aside import Aside
from gongkai.model.documents import Document
from gongkai.publishing.carrying import Carrier
from gongkai.publishing.overlay import Overlay
from gongkai.publishing.staging import Stage, Written
from gongkai.reading.digests import Digests
from gongkai.remembering.ground import Ground
from gongkai.remembering.memory import Made, Memory
from gongkai.workers import Workers

_Result = TypeVar("_Result")

FOR_PROGRAMS = "for programs"
"""The name of the part that is the library as data, the feeds, the bundles and the lists of all files."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """A build being put together. `before` is what the last one left, `after` what this one will leave; `digests` are
    those of the sources, by path. In the folder `prepared` lies what the index keeps of documents, for the next to use.

    `quick`: what nobody looks at while writing a document (the index, feeds, data, bundles) may stay what it was, for a
    later build to make. `spare` is where a folder may be left that spares the next build linking every file, and `doubles`
    are the files of an all new build that lie there; `aside` is who has seen the last one. `ground` is what holds as long as only texts are others; `touched` are the
    documents with other texts than at the last build, None where more is another. `halt` is asked between the parts of what takes long; it raises where that is no longer wanted.
    """

    folder: Path
    stage: Stage | Overlay
    jobs: int
    steps: Steps
    before: Memory
    after: Memory
    carrier: Carrier
    digests: Mapping[str, Digests]
    prepared: Path
    quick: bool = False
    spare: Path | None = None
    halt: Callable[[], None] = lambda: None
    doubles: set[str] = field(default_factory=set)
    aside: Aside | None = None
    ground: Ground | None = None
    touched: tuple[Document, ...] | None = None

    def compiled(self) -> Path:
        """Where this program keeps templates that it has compiled. Those of another are cleared away."""
        folder = self.prepared.with_name("templates") / self.after.origin
        for other in folder.parent.glob("*"):
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)
        return folder

    def part(self, name: str, made_from: str, make: Callable[[], Iterable[Written]]) -> list[Written]:
        """The files of a part that is no page: those of the last build where they were made from the same."""
        known = self.kept(name, made_from)
        written = self.carrier.take(known.files) if known else list(make())
        self.remember(name, made_from, written)
        return written

    def kept(self, name: str, made_from: str) -> Made | None:
        """A part as the last build made it from the same, None where it has to be made."""
        known = self.before.parts.get(name)
        return known if known and known.digest == made_from and self.carrier.has(known.files) else None

    def left(self, name: str) -> Made | None:
        """A part that may stay what it was for now, as the last build left it; None where it has to be made."""
        known = self.before.parts.get(name)
        return known if self.quick and known and self.carrier.has(known.files) else None

    @contextmanager
    def meanwhile(self, work: Callable[[None], _Result], prepare: Callable[..., None], *given: Any) -> Iterator[Iterator[_Result]]:
        """Have something done by another process while the block runs; where no more than one is allowed, when the result is asked for."""
        workers = Workers(self.jobs, prepare, *given, aside=True)
        try:
            yield workers.start(work, (None,))
        finally:
            workers.close()

    @contextmanager
    def doubled(self, written: Iterable[Written]) -> Iterator[None]:
        """Have other names given to these files while the block runs, where all are new and the next build is to begin with a
        folder that has them already."""
        if self.spare is None or not self.stage.exchanges or self.carrier.taken:
            yield
            return
        paths = tuple(file.path for file in written)
        with self.meanwhile(worker_tasks.double, worker_tasks.prepare_doubling, self.stage.folder, paths, self.spare) as done:
            yield
            next(done)
        self.doubles.update(paths)

    def remember(self, name: str, made_from: str, written: Iterable[Written], words: tuple[str, ...] = ()) -> Made:
        """What a part was made from, and its files."""
        made = Made(made_from, tuple(file.path for file in written), words)
        self.after.parts = {**self.after.parts, name: made}
        return made
