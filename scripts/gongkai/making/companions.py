"""What lies beside the pages and is copied from elsewhere: the files that documents name, and the ZIP of each list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from gongkai.making.workshop import Workshop
from gongkai.publishing import attachments, bundles
from gongkai.publishing.bundles import Bundle
from gongkai.publishing.staging import Written
from gongkai.reading.digests import digest
from gongkai.remembering.contents import state_of
from gongkai.rendering.world import World


def bundled(world: World, written: list[Written], shop: Workshop) -> list[Written]:
    """The ZIP of each list, from the files of its policies that lie in the stage."""
    known = {file.path: file.sha256 for file in written}
    found: list[Written] = []
    for bundle in bundles.bundles(world):
        found += shop.part(bundle.address, bundle.made_from(known), partial(_bundle, bundle, known, shop))
    return found


def _bundle(bundle: Bundle, known: Mapping[str, str], shop: Workshop) -> list[Written]:
    """Write a ZIP, out of the last one where that may be; `known` are the digests of files by path."""
    before, address = shop.before.files, bundle.address
    # A preview may have other files than its ZIP, which is made when there is time.
    there = shop.before.output if not shop.stage.in_place and shop.carrier.has((address,)) else None

    def same(path: str) -> bool:
        return path in before and before[path].sha256 == known[path]

    return [bundles.write(bundle, shop.stage.folder, shop.stage.found, there and there / address, same)]


def attached(paths: Iterable[str], shop: Workshop) -> list[Written]:
    """Files that public documents name, copied where they are not as they were."""
    found: list[Written] = []
    for path in paths:
        told = digest(state_of(shop.folder / path))
        found += shop.part(attachments.address(path), told, partial(_copied, path, shop))
    return found


def _copied(path: str, shop: Workshop) -> list[Written]:
    return [attachments.copy(path, shop.folder, shop.stage.folder)]
