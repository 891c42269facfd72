"""What lies beside the pages and is copied from elsewhere: the files that documents name, and the ZIP of each list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from gongkai import worker_tasks
from gongkai.making.workshop import Workshop
from gongkai.publishing import attachments, bundles
from gongkai.publishing.bundles import Bundle
from gongkai.publishing.staging import Written
from gongkai.reading.digests import digest
from gongkai.remembering.contents import state_of
from gongkai.rendering.world import World


def bundled(world: World, written: list[Written], shop: Workshop) -> Callable[[], list[Written]]:
    """Have the ZIP of each list made, from the files of its policies that lie in the stage, by the process beside this one where there
    is one; what is returned waits for them."""
    known = {file.path: file.sha256 for file in written}
    told = [(bundle, bundle.made_from(known)) for bundle in bundles.bundles(world)]
    packed = _packed([bundle for bundle, made_from in told if not shop.kept(bundle.address, made_from)], known, shop)

    def waited() -> list[Written]:
        return [file for bundle, made_from in told for file in shop.part(bundle.address, made_from, lambda: [next(packed)])]

    return waited


def _packed(told: Sequence[Bundle], known: Mapping[str, str], shop: Workshop) -> Iterator[Written]:
    """ZIPs that are written, out of the last ones where that may be; `known` are the digests of files by path."""
    before = shop.before.files
    if shop.stage.in_place:  # a preview may have other files than its ZIPs, which are made when there is time
        return (bundles.write(bundle, shop.stage.folder, shop.stage.found) for bundle in told)
    fresh = {path for path, sha256 in known.items() if path not in before or before[path].sha256 != sha256}
    tasks = [
        (bundle, shop.stage.folder, shop.before.output if shop.carrier.has((bundle.address,)) else None, fresh.intersection(bundle.files))
        for bundle in told
    ]
    return shop.aside.packed(tasks) if shop.aside else map(worker_tasks.pack, tasks)


def attached(paths: Iterable[str], shop: Workshop) -> list[Written]:
    """Files that public documents name, copied where they are not as they were."""
    found: list[Written] = []
    for path in paths:
        told = digest(state_of(shop.folder / path))
        found += shop.part(attachments.address(path), told, partial(_copied, path, shop))
    return found


def _copied(path: str, shop: Workshop) -> list[Written]:
    return [attachments.copy(path, shop.folder, shop.stage.folder)]
