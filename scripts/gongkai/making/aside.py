"""One process beside this one that knows the last build's files and nothing else: it sees how they are found, then packs them anew.

It begins before much is in memory. A process that begins later shares all there is, and whatever is only looked at in one of
them has to be copied first (Python counts who holds a thing in the thing).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gongkai import worker_tasks
from gongkai.publishing.carrying import Carrier, File
from gongkai.publishing.mirroring import Seen, Spare, bring_up
from gongkai.publishing.overlay import Overlay
from gongkai.publishing.staging import Stage, Written
from gongkai.remembering.memory import Memory
from gongkai.workers import Workers


class Aside:
    """Begins to look at once, where more than one process is allowed; else what is wanted is done when it is asked for."""

    def __init__(self, jobs: int, output: Path | None, files: Mapping[str, File], spare: Spare | None) -> None:
        self._workers = Workers(jobs, worker_tasks.prepare_aside, output, files, spare, aside=True)
        self._seen = self._workers.start(worker_tasks.see, (None,))

    def seen(self) -> Seen:
        """How the last build is found."""
        return next(self._seen)

    def renewed(self, holding: Mapping[str, str], fresh: Mapping[str, str], folder: Path) -> Iterator[worker_tasks.Renewed]:
        """The ZIPs of `publishing.bundles.renew`."""
        return self._workers.start(worker_tasks.renew, ((holding, fresh, folder),))

    def packed(self, tasks: Sequence[worker_tasks.Packing]) -> Iterator[Written]:
        """ZIPs, each as `worker_tasks.pack` writes it."""
        return self._workers.start(worker_tasks.pack, tasks)

    def close(self) -> None:
        """As that of Workers."""
        self._workers.close()


def carrier_into(stage: Stage | Overlay, before: Memory, seen: Seen | None) -> Carrier:
    """What takes the last build's files into a stage, which nearly all of them lie in already where a spare folder can be had."""
    if seen is None or before.output is None:
        return Carrier(before.output, before.files, stage.folder, stage.in_place)
    present: frozenset[str] = frozenset()
    if seen.spare and before.spare:
        present = bring_up(before.spare, stage.folder, before.output, before.files, seen.unsound)
    return Carrier(before.output, before.files, stage.folder, stage.in_place, seen.unsound, present)
