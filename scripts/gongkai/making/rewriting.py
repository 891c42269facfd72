"""The index written, as much of it as is another, and what it is then to be asked.

Where little is another, another process does all of that while pages are made here, and asks it, too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from gongkai.making.workshop import Workshop
from gongkai.publishing.staging import Written, clear
from gongkai.remembering.memory import Made
from gongkai.rendering.templates import theme_folder
from gongkai.searching import same, self_test
from gongkai.searching.gathering import Waiting
from gongkai.searching.keeping import Before, IndexFacts, Kept
from gongkai.searching.parts import File
from gongkai.searching.suggesting import Suggested
from gongkai.searching.writing import SearchSettings, write_index
from gongkai.workers import FORKS, Workers, keep_what_is_freed

FOLDER = "search"
"""The name of the part of a build that is the index, and its folder."""
_FEW = 2  # tasks that are done here: other processes would hardly have begun
_AHEAD = 24  # tasks of a process, each soon done, that wait in line: something else may be done here before their results are taken
_COMPARED = 2_000  # files of which it is sooner seen that they say the same of others than that everybody is found
_LITTLE = 1 / 8  # of all batches: so many may have to be prepared anew
_SOON_ASKED = 1_000  # documents for which the process asks that wrote the index
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_given: tuple[Sequence[Waiting], SearchSettings, Workshop, Callable[[], Suggested | None]]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An index that lies in the stage, all its files; what it is still to be asked, and what it did not find when it was asked."""

    facts: IndexFacts
    written: list[Written]
    asking: tuple[self_test.Task, ...] = ()
    missed: tuple[self_test.Failure, ...] = ()
    suggested: Suggested | None = None


def may_be_left_to_another(batches: Sequence[Waiting], shop: Workshop) -> bool:
    """Whether nearly all of an index is as it was and lies in the stage, so that another process need not tell what it took."""
    known, kept = shop.before.parts.get(FOLDER), shop.before.index
    if known is None or kept is None or not FORKS or shop.jobs == 1 or shop.stage.in_place:
        return False
    anew = sum(batch.made_from not in kept.batches for batch in batches)
    return anew <= max(_FEW, len(batches) * _LITTLE) and shop.carrier.lies(known.files)


def left_to_another(
    batches: Sequence[Waiting], settings: SearchSettings, shop: Workshop, suggest: Callable[[], Suggested | None], meanwhile: Callable[[], None]
) -> Rewritten | None:  # fmt: skip
    """As `rewrite`, by a process that then has what is suggested made as well, and asks the index. What is to be done `meanwhile` is done here."""
    with shop.meanwhile(_rewrite_and_ask, _prepare, batches, settings, shop, suggest) as begun:
        meanwhile()
        found = next(begun)
    return found and _taken_over(found, batches, shop)


def rewrite(
    batches: Sequence[Waiting], settings: SearchSettings, shop: Workshop, meanwhile: Callable[[], None], anew: bool = False
) -> Rewritten | None:  # fmt: skip
    """Write the index, `anew` or with what can be taken over of the last one. What is to be done `meanwhile` is done here while others
    work. None where the last one did not say the same of what is no other."""
    known = shop.before.parts.get(FOLDER)
    facts, written = _write(batches, settings, shop, Kept() if anew else shop.before.index or Kept(), meanwhile)
    asked: Sequence[int] | None = None
    # Where leads came to lie elsewhere (a title was changed), a third of all parts may be others: asking everybody is sooner.
    few = len(facts.files) <= max(_COMPARED, len(written) // 8)
    if known and not anew and facts.changed is not None and few and not shop.stage.in_place and (lies := _last(known, shop)):
        asked = facts.changed
        if same.differing(lies, shop.stage.folder / FOLDER, asked) != []:
            return None
    asking = () if shop.stage.in_place else tuple(self_test.tasks(shop.stage.folder / FOLDER, facts.documents, shop.jobs, theme_folder(), asked))
    return Rewritten(facts, written, asking)


def _prepare(batches: Sequence[Waiting], settings: SearchSettings, shop: Workshop, suggest: Callable[[], Suggested | None]) -> None:
    """Before `_rewrite_and_ask`."""
    global _given
    _given = batches, settings, shop, suggest


def _rewrite_and_ask(_task: None) -> Rewritten | None:
    """The index without what it has alike with the last one; it has been asked, where few are to be asked for."""
    batches, settings, shop, suggest = _given
    found = rewrite(batches, settings, shop, lambda: None)
    if found is None:
        return None
    kept = shop.before.index.batches if shop.before.index else {}
    fresh = {name: several for name, several in found.facts.kept.batches.items() if several is not kept.get(name)}
    facts = replace(found.facts, kept=replace(found.facts.kept, batches=fresh))
    if sum(len(task.documents) for task in found.asking) > _SOON_ASKED:
        return Rewritten(facts, [], found.asking, (), suggest())
    return Rewritten(facts, [], (), tuple(chain.from_iterable(map(self_test.failures, found.asking))), suggest())


def _taken_over(found: Rewritten, batches: Sequence[Waiting], shop: Workshop) -> Rewritten:
    """What another process wrote, with what it took of the last index."""
    kept = shop.before.index.batches if shop.before.index else {}
    fresh = found.facts.kept.batches
    names = (batch.made_from for batch in batches if batch.made_from)
    facts = replace(found.facts, kept=replace(found.facts.kept, batches={name: fresh.get(name) or kept[name] for name in names}))
    written = [*shop.carrier.take(map(address, facts.taken)), *written_of(facts.files)]
    return replace(found, facts=facts, written=written)


def _write(batches: Sequence[Waiting], settings: SearchSettings, shop: Workshop, kept: Kept, meanwhile: Callable[[], None]) -> tuple[IndexFacts, list[Written]]:
    """Write the index, with what can be taken over of what is kept of the last one; and all its files."""
    written: list[Written] = []
    indexers = _Indexers(min(shop.jobs, len(batches)), shop.stage.in_place, shop.halt)
    before = Before(
        shop.prepared,
        kept,
        lambda paths: shop.carrier.has(map(address, paths)),
        lambda paths: written.extend(shop.carrier.take(map(address, paths))),
        (shop.before.output or shop.stage.folder) / FOLDER,
    )
    try:
        facts = write_index(batches, shop.stage.folder / FOLDER, settings, indexers.run, before, meanwhile)
    except BaseException:
        indexers.abandon()
        raise
    finally:
        indexers.close()
    written += written_of(facts.files)
    if known := shop.before.parts.get(FOLDER):  # none of its parts may stand in for one that should have been written
        clear(shop.stage.folder, set(known.files).difference(file.path for file in written))
    return facts, written


class _Indexers:
    """The processes that write an index. They begin when there is more than a little to do."""

    def __init__(self, jobs: int, yielding: bool, halt: Callable[[], None]) -> None:
        self._begin = partial(Workers, jobs, keep_what_is_freed, yielding=yielding, ahead=_AHEAD)
        self._halt = halt
        self._begun: Workers | None = None

    def run(self, work: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
        """Carry tasks out; the results come in the order of the tasks."""
        waiting = iter(tasks)
        first = [] if self._begun else list(islice(waiting, _FEW + 1))
        if not self._begun and len(first) <= _FEW:
            return self._here(work, first)
        self._begun = self._begun or self._begin()
        return self._begun.flow(work, chain(first, waiting), halt=self._halt)

    def _here(self, work: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
        for task in tasks:
            self._halt()
            yield work(task)

    def abandon(self) -> None:
        """As that of Workers."""
        if self._begun:
            self._begun.abandon()

    def close(self) -> None:
        """As that of Workers."""
        if self._begun:
            self._begun.close()


def _last(known: Made, shop: Workshop) -> Path | None:
    """Where the last index lies, as it was left when all its documents had been asked for."""
    output = shop.before.output
    return output / FOLDER if output and known.digest and shop.carrier.has(known.files) else None


def address(path: str) -> str:
    """Where a file of the index is."""
    return f"{FOLDER}/{path}"


def written_of(files: Iterable[File]) -> list[Written]:
    """Files of the index as those of a build."""
    return [Written(address(path), sha256, size) for path, sha256, size in files]
