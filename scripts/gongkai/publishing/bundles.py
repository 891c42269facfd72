"""All files of a list in one ZIP with a table of contents, from the files that lie in the stage already."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from gongkai.model.documents import Policy
from gongkai.publishing.data import csv_cell
from gongkai.publishing.staging import Written, make_room
from gongkai.rendering.facets import Listing, bundled
from gongkai.rendering.urls import bundle_address
from gongkai.rendering.world import World
from gongkai.typesetting.packing import Member, deflated, package, stored
from gongkai.typesetting.repacking import Package, opened

CONTENTS = "index.csv"


def wanted(world: World) -> tuple[Listing, ...]:
    """The lists that have one."""
    return bundled(world)


def address(listing: Listing) -> str:
    """Where the ZIP of a list is."""
    return bundle_address(listing.slug)


def members(world: World, listing: Listing) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The address of each file that goes into a ZIP, and its row in the table of contents."""
    for policy in _policies(listing):
        yield _file(world, policy), _row(world, policy)


def write(
    world: World, listing: Listing, folder: Path, found: Callable[[str], Path], last: Path | None = None,
    same: Callable[[str], bool] = lambda _: False,
) -> Written:  # fmt: skip
    """Write the ZIP of a list; `found` says where a file of the build lies now. `last` is the same ZIP of the last build, as it
    was left, out of which those files are taken that are the `same` as then."""
    path = make_room(folder, address(listing))
    digest, size = hashlib.sha256(), 0
    with opened(last) as packed, open(path, "wb") as file:
        for piece in package(_members(world, listing, found, packed, same)):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return Written(address(listing), digest.hexdigest(), size)


def _policies(listing: Listing) -> list[Policy]:
    return [document for document in listing.documents if isinstance(document, Policy)]


def _file(world: World, policy: Policy) -> str:
    """The address of the file of a policy that goes into ZIPs."""
    return f"{policy.url.rpartition('/')[0]}/{policy.slug}.{world.bundled}"


def _members(
    world: World, listing: Listing, found: Callable[[str], Path], packed: Package | None, same: Callable[[str], bool]
) -> Iterator[Member]:
    policies = _policies(listing)
    yield deflated(CONTENTS, _contents(world, policies).encode())
    for policy in policies:
        path = _file(world, policy)
        name = path.rpartition("/")[2]
        member = packed.member(name) if packed and same(path) else None
        if member is None:
            content = found(path).read_bytes()
            member = stored(name, content) if world.bundled == "docx" else deflated(name, content)
        yield member


def _contents(world: World, policies: list[Policy]) -> str:
    """Which file is what: UTF-8 with a mark so that Excel reads it; cells never begin as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["文件", "标题", "文号", "发文日期", "有效性"])
    for policy in policies:
        writer.writerow([csv_cell(cell) for cell in _row(world, policy)])
    return "\ufeff" + text.getvalue()


def _row(world: World, policy: Policy) -> tuple[str, ...]:
    day = policy.day.isoformat() if policy.day else ""
    state = world.links.standing(policy).state.value
    return f"{policy.slug}.{world.bundled}", policy.title, str(policy.number or ""), day, state
