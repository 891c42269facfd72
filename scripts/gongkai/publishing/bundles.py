"""All files of a list in one ZIP with a table of contents, from the files that lie in the stage already."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

from gongkai.model.documents import Policy
from gongkai.publishing.data import csv_cell
from gongkai.publishing.staging import Written
from gongkai.rendering.facets import Listing, bundled
from gongkai.rendering.urls import bundle_address
from gongkai.rendering.world import World
from gongkai.typesetting.packing import Member, deflated, package, stored

CONTENTS = "index.csv"


def write(world: World, folder: Path) -> Iterator[Written]:
    """Write the ZIP of every list that has one."""
    for listing in bundled(world):
        address = bundle_address(listing.slug)
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with open(folder / address, "wb") as file:
            for piece in package(_members(world, listing, folder)):
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        yield Written(address, digest.hexdigest(), size)


def _members(world: World, listing: Listing, folder: Path) -> Iterator[Member]:
    policies = [document for document in listing.documents if isinstance(document, Policy)]
    yield deflated(CONTENTS, _contents(world, policies).encode())
    for policy in policies:
        name = f"{policy.slug}.{world.bundled}"
        content = (folder / policy.url).with_name(name).read_bytes()
        yield stored(name, content) if world.bundled == "docx" else deflated(name, content)


def _contents(world: World, policies: list[Policy]) -> str:
    """Which file is what: UTF-8 with a mark so that Excel reads it; cells never begin as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["文件", "标题", "文号", "发文日期", "有效性"])
    for policy in policies:
        day = policy.day.isoformat() if policy.day else ""
        state = world.links.standing(policy).state.value
        cells = (f"{policy.slug}.{world.bundled}", policy.title, policy.number or "", day, state)
        writer.writerow([csv_cell(cell) for cell in cells])
    return "\ufeff" + text.getvalue()
