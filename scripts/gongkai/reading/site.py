"""From a folder to a Site: find every source, read each in its own right, keep the order fixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from gongkai.model.documents import Document, Interpretation, Page, Policy, Unread
from gongkai.model.faults import why
from gongkai.model.problems import Misreading, Remark
from gongkai.model.records import DataFile
from gongkai.model.settings import Settings
from gongkai.model.site import History, Published, Site
from gongkai.model.source_text import SourceText
from gongkai.reading.cleaning import with_list
from gongkai.reading.digests import Digests, digests_of
from gongkai.reading.documents import Examiner, read_document
from gongkai.reading.records import read_data_files
from gongkai.reading.sources import find_sources as find_sources  # noqa: PLC0414 — known by this door too
from gongkai.reading.spool import SpoolWriter

BATCH = 64
"""Documents that a worker reads in one go: enough to make the hand-over cheap, few enough to keep all workers busy."""
_HEAD = 16


def read_sources(
    folder: Path, paths: list[str], settings: Settings, spool: SpoolWriter, examine: Examiner
) -> list[tuple[Document | Unread, Digests]]:
    """Read some sources, with what each is known again by; runs in a worker.

    The rules look at all texts in one go: between two texts the processor forgets what they know.
    """
    found: list[tuple[Document | Unread, Digests]] = []
    waiting: dict[str, SourceText] = {}

    def later(source: SourceText) -> tuple[Remark, ...]:
        waiting[source.path] = source
        return ()

    for path in paths:
        try:
            with open(f"{folder}/{path}", "rb", buffering=0) as file:  # a Path takes twice as long, and there are many
                raw = file.read()
        except OSError as error:
            unread = Unread(path, (Misreading("name", 1, f"文件打不开（{why(error)}）", "看看是否被别的程序占用"),))
            found.append((unread, Digests("", "")))
            continue
        document = read_source(folder, path, raw, settings, spool, later)
        found.append((document, digests_of(raw, document, _has_tables(document))))
    spool.close()
    return [(_examined(document, waiting, examine), digests) for document, digests in found]


def _examined(document: Document | Unread, waiting: Mapping[str, SourceText], examine: Examiner) -> Document | Unread:
    if isinstance(document, Unread):
        return document
    remarks = examine(waiting[document.path])
    return replace(document, remarks=remarks) if remarks else document


def read_source(
    folder: Path, path: str, raw: bytes, settings: Settings, spool: SpoolWriter, examine: Examiner
) -> Document | Unread:
    """One source as a document, with the tables beside it that it names."""
    document = read_document(path, raw, settings, spool, examine)
    if isinstance(document, Policy):
        return with_list(document, folder)
    if isinstance(document, Page) and document.data:
        return replace(document, data_files=read_data_files(document, folder, settings))
    return document


def _has_tables(document: Document | Unread) -> bool:
    if isinstance(document, Policy):
        return bool(document.cleaning_list)
    return isinstance(document, Page) and bool(document.data)


def batches(paths: list[str]) -> list[list[str]]:
    """The sources in groups of BATCH."""
    return [paths[i : i + BATCH] for i in range(0, len(paths), BATCH)]


def heads_of(folder: Path, files: Iterable[str]) -> dict[str, bytes]:
    """The first bytes of each file, by which its real type is known; a file that cannot be opened has none."""
    heads: dict[str, bytes] = {}
    for name in files:
        try:
            with open(folder / name, "rb") as file:
                heads[name] = file.read(_HEAD)
        except OSError:
            heads[name] = b""
    return heads


def make_site(
    settings: Settings, today: date, documents: Iterable[Document | Unread], files: dict[str, int], refused: list[Unread],
    heads: dict[str, bytes] | None = None, published: tuple[Published, ...] = (), history: History | None = None,
    withdrawals: DataFile | None = None,
) -> Site:
    """Put what was read together."""
    kinds: dict[type, list[Any]] = {Policy: [], Interpretation: [], Page: [], Unread: list(refused)}
    for document in documents:
        kinds[type(document)].append(document)
    return Site(
        settings=settings,
        today=today,
        policies=tuple(kinds[Policy]),
        interpretations=tuple(kinds[Interpretation]),
        pages=tuple(kinds[Page]),
        unread=tuple(kinds[Unread]),
        files=files,
        heads=heads or {},
        published=published,
        history=history,
        withdrawals=withdrawals or DataFile(""),
    )
