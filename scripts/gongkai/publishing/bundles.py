"""All files of a list in one ZIP with a table of contents, from the files that lie in the stage already."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from gongkai.model.documents import Policy
from gongkai.publishing.carrying import File
from gongkai.publishing.data import csv_cell
from gongkai.publishing.staging import Written, make_room
from gongkai.reading.digests import digest
from gongkai.rendering import facets
from gongkai.rendering.urls import bundle_address
from gongkai.rendering.world import World
from gongkai.typesetting.packing import Member, deflated, package, stored
from gongkai.typesetting.repacking import Package, opened

CONTENTS = "index.csv"
_HEADINGS = ("文件", "标题", "文号", "发文日期", "有效性")


class _Lines(NamedTuple):
    """Where a table is written line by line."""

    write: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What goes into the ZIP at an address: the words of its table of contents, and the addresses of the files that it names."""

    address: str
    contents: str
    files: tuple[str, ...]

    def made_from(self, known: Mapping[str, str]) -> str:
        """The digest of all that; `known` tells that of each file."""
        return digest(self.contents.encode(), [known[path] for path in self.files])


def bundles(world: World) -> Iterator[Bundle]:
    """That of each list that has one."""
    told: dict[str, tuple[str, str]] = {}
    lines: list[str] = []
    table = csv.writer(_Lines(lines.append), lineterminator="\r\n")

    def line(row: tuple[str, ...]) -> str:
        """UTF-8 (with a mark before all) so that Excel reads it; cells never begin as a formula."""
        table.writerow(map(csv_cell, row))
        return lines.pop()

    headings = line(_HEADINGS)
    for listing in facets.bundled(world):
        policies = [document for document in listing.documents if isinstance(document, Policy)]
        for policy in policies:
            if policy.slug not in told:
                told[policy.slug] = _file(world, policy), line(_row(world, policy))
        files, rows = zip(*(told[policy.slug] for policy in policies), strict=True)
        yield Bundle(bundle_address(listing.slug), "".join(("\ufeff", headings, *rows)), files)


def holding(world: World, policy: Policy) -> list[str]:
    """Where the ZIPs lie that hold the file of a policy, if their lists have any."""
    return [bundle_address(slug) for slug in facets.whole_lists_of(world, policy)]


def renew(holding: Mapping[str, str], files: Mapping[str, File], fresh: Mapping[str, str], output: Path, folder: Path) -> list[tuple[str, Written]] | None:
    """Write ZIPs of the last build again, in `output`, with what is fresh of it (by its digest) in its place, which lies in the new
    `folder`; what each is made from, as `Bundle` says. `holding` tells where the files of each come from. None where one cannot be read."""
    written: list[tuple[str, Written]] = []
    for address, source in holding.items():
        with opened(output / address) as package:
            contents = package.content(CONTENTS) if package else None
            if package is None or contents is None:
                return None
            bundle = Bundle(address, contents.decode(), tuple(f"{source}/{name}" for name in package.names() if name != CONTENTS))
        known = {path: fresh.get(path) or files[path].sha256 for path in bundle.files}
        written.append((bundle.made_from(known), write(bundle, folder, folder.joinpath, output / address, lambda path: path not in fresh)))
    return written


def write(told: Bundle, folder: Path, found: Callable[[str], Path], last: Path | None = None, same: Callable[[str], bool] = lambda _: False) -> Written:
    """Write a ZIP; `found` says where a file of the build lies now. `last` is the same ZIP of the last build, as it was left, out
    of which those files are taken that are the `same` as then."""
    path = make_room(folder, told.address)
    known, size = hashlib.sha256(), 0
    with opened(last) as packed, open(path, "wb") as file:
        for piece in package(_members(told, found, packed, same)):
            file.write(piece)
            known.update(piece)
            size += len(piece)
    return Written(told.address, known.hexdigest(), size)


def folder_of(policy: Policy) -> str:
    """Where the files of a policy lie."""
    return policy.url.rpartition("/")[0]


def _file(world: World, policy: Policy) -> str:
    """The address of the file of a policy that goes into ZIPs."""
    return f"{folder_of(policy)}/{policy.slug}.{world.bundled}"


def _members(told: Bundle, found: Callable[[str], Path], packed: Package | None, same: Callable[[str], bool]) -> Iterator[Member]:
    yield deflated(CONTENTS, told.contents.encode())
    for path in told.files:
        name = path.rpartition("/")[2]
        member = packed.member(name) if packed and same(path) else None
        if member is None:
            content = found(path).read_bytes()
            member = stored(name, content) if name.endswith(".docx") else deflated(name, content)
        yield member


def _row(world: World, policy: Policy) -> tuple[str, ...]:
    day = policy.day.isoformat() if policy.day else ""
    state = world.links.standing(policy).state.value
    return f"{policy.slug}.{world.bundled}", policy.title, str(policy.number or ""), day, state
