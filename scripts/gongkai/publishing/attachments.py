"""The files that public documents name: copied beside the pages. A file that only a draft names stays where it is."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from gongkai.linking.links import Links
from gongkai.linking.targets import local_path
from gongkai.model.addresses import attachment_address
from gongkai.model.documents import Page
from gongkai.model.site import Site
from gongkai.publishing.staging import Written, make_room
from gongkai.reading.records import offered

_CHUNK = 1 << 20


def named(site: Site, links: Links) -> list[str]:
    """Every file that a public document names as attachment, links to or shows."""
    return sorted(_named(site, links))


def address(path: str) -> str:
    """Where a file is published."""
    return attachment_address(path)


def copy(path: str, source: Path, target: Path) -> Written:
    """Copy a file from the site to its place in the stage."""
    shutil.copyfile(source / path, make_room(target, address(path)))
    return _written(target, address(path))


def _named(site: Site, links: Links) -> set[str]:
    by_address = {attachment_address(path): path for path in site.files}
    named: set[str] = set()
    for document in site.documents():
        if not site.is_public(document):
            continue
        named.update(local_path(reference.text, document) for reference in getattr(document, "attachments", ()))
        if isinstance(document, Page):
            named.update(offered(document, reference) for reference in document.data)
        named.update(link.file for link in links.data_links.get(document.path, {}).values() if link.file)
        named.update(by_address[t.href] for t in links.targets_in(document) if t.href in by_address)
    return named & set(site.files)


def _written(folder: Path, path: str) -> Written:
    digest, size = hashlib.sha256(), 0
    with open(folder / path, "rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Written(path, digest.hexdigest(), size)
