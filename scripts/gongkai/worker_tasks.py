"""What worker processes do with their share of a build, and what each keeps from its preparation to its last task."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from gongkai.checks.attached import AttachmentExaminer
from gongkai.checks.built_pages import PageExaminer, PageFindings
from gongkai.checks.examining import TextExaminer
from gongkai.checks.named_files import NamedFile
from gongkai.linking.links import Links
from gongkai.model.documents import Document, Unread
from gongkai.model.problems import Remark
from gongkai.model.settings import Settings
from gongkai.model.site import Published, Site
from gongkai.publishing import bundles, data, library, mirroring
from gongkai.publishing.bundles import Bundle
from gongkai.publishing.carrying import File
from gongkai.publishing.mirroring import Seen, Spare
from gongkai.publishing.staging import Written, write
from gongkai.reading import attachment_text
from gongkai.reading import site as reading
from gongkai.reading.digests import Digests
from gongkai.reading.documents import Examiner
from gongkai.reading.spool import SpoolWriter
from gongkai.rendering import render as rendering
from gongkai.rendering.shown import variables
from gongkai.rendering.world import World
from gongkai.searching import suggesting

_reading: tuple[Path, Settings, SpoolWriter, Examiner]
_looking: tuple[Path, AttachmentExaminer]
_rendering: tuple[World, Path, PageExaminer]
_aside: tuple[Path | None, Mapping[str, File], Spare | None]
_doubling: tuple[Path, Path, Sequence[str]]
_library: tuple[World, Sequence[str], Path, Path | None, Collection[str]]
_suggesting: tuple[Site, Links, Path, Mapping[str, str]]
Packing = tuple[Bundle, Path, Path | None, AbstractSet[str]]
"""What goes into a ZIP, the stage, the last build where its ZIP may be used, and which of the files are others than in that."""
Renewed = list[tuple[str, Written]] | None


def prepare_reading(folder: Path, settings: Settings, texts: Path) -> None:
    """Before the first `read_group`."""
    global _reading
    _reading = (folder, settings, SpoolWriter(texts), TextExaminer(settings))


def read_group(paths: list[str]) -> list[tuple[Document | Unread, Digests]]:
    """Sources of one batch as documents, with what each is known again by."""
    folder, settings, spool, examine = _reading
    return reading.read_sources(folder, paths, settings, spool, examine)


def prepare_looking(folder: Path, settings: Settings) -> None:
    """Before the first `look`."""
    global _looking
    _looking = (folder, AttachmentExaminer(settings))


def look(file: NamedFile) -> tuple[Remark, ...]:
    """What the rules say about one attachment."""
    folder, examine = _looking
    return examine(file, attachment_text.read_attachment(folder / file.path))


def prepare_rendering(world: World, folder: Path, examiner: PageExaminer) -> None:
    """Before the first `render_group`."""
    global _rendering
    _rendering = (world, folder, examiner)


def prepare_aside(output: Path | None, files: Mapping[str, File], spare: Spare | None) -> None:
    """Before `see` and `renew`."""
    global _aside
    _aside = (output, files, spare)


def see(_task: None) -> Seen:
    """How the last build is found."""
    return mirroring.look(*_aside)


def renew(task: tuple[Mapping[str, str], Mapping[str, str], Path]) -> Renewed:
    """The ZIPs of the last build at the addresses that hold something fresh, by where their files come from, with that in its place;
    and the digest of what each is made from. None where one of them cannot be read."""
    (holding, fresh, folder), (output, files, _) = task, _aside
    return bundles.renew(holding, files, fresh, output, folder) if output else None


def pack(task: Packing) -> Written:
    """A ZIP."""
    bundle, folder, last, fresh = task
    return bundles.write(bundle, folder, folder.joinpath, last and last / bundle.address, lambda path: path not in fresh)


def prepare_doubling(folder: Path, paths: Sequence[str], spare: Path) -> None:
    """Before `double`."""
    global _doubling
    _doubling = (folder, spare, paths)


def double(_task: None) -> None:
    """Other names for the files of a build."""
    folder, spare, paths = _doubling
    mirroring.double(paths, folder, spare)


def prepare_library(world: World, addresses: Sequence[str], folder: Path, last: Path | None, same: Collection[str]) -> None:
    """Before `write_library`."""
    global _library
    _library = (world, addresses, folder, last, same)


def write_library(_task: None) -> tuple[list[Written], tuple[Published, ...]]:
    """The library as data, the feeds, the map of the site."""
    return library.write(*_library)


def prepare_suggesting(site: Site, links: Links, folder: Path, known: Mapping[str, str]) -> None:
    """Before `suggest`."""
    global _suggesting
    _suggesting = (site, links, folder, known)


def suggest(_task: None) -> suggesting.Suggested:
    """The suggestions of a column, written beside its index."""
    return suggesting.write_suggestions(*_suggesting)


def prepare_nothing() -> None:
    """Tasks that bring along everything they need."""


def render_group(tasks: list[tuple[str, str]]) -> list[tuple[tuple[Written, ...], PageFindings, str]]:
    """Pages, given as (type, key), written with what goes beside them, the page first; what the rules say about each, and the
    digest of its variables where it is told by them.

    The rules look at all of them in one go: between two pages the processor forgets what they know.
    """
    world, folder, examine = _rendering
    made: list[tuple[rendering.Output, tuple[Written, ...]]] = []
    for name, key in tasks:
        output = rendering.render(world, name, key)
        written = [write(folder, output.path, output.text)]
        if name == "policy":
            policy = world.links.policies[key]
            written += [write(folder, file.address, file.content) for file in world.downloads(policy)]
            written.append(write(folder, f"policies/{key}.json", data.policy_json(policy, world.links)))
        made.append((output, tuple(written)))
    told = [variables(world, name, key) for name, key in tasks]
    return [(files, examine(output.path, output.text), shown) for (output, files), shown in zip(made, told, strict=True)]


def examine_group(pages: list[tuple[str, Path]]) -> list[PageFindings]:
    """What the rules say about finished pages, each given by its address and where it lies."""
    examine = _rendering[2]
    return [examine(address, path.read_text(encoding="utf-8")) for address, path in pages]
