"""What a build consists of, so that a copy can be checked: SHA-256 and size of every file, itself excepted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING

from gongkai import __version__
from gongkai.publishing.staging import Written

if TYPE_CHECKING:
    from gongkai.model.site import Site

NAME = "manifest.json"
_AS_JSON, _PATH, _PATH_OF = json.encoder.encode_basestring, itemgetter(0), json.JSONDecoder().raw_decode
_BEGINNING, _BETWEEN, _END = ', "files": {\n', ",\n", "\n}}\n"


def manifest(site: Site, files: Iterable[Written]) -> str:
    """One line a file, in the order of paths, so that two builds can be compared with the eye."""
    return _head(site) + _BETWEEN.join(_row(*file) for file in sorted(files, key=_PATH)) + _END


def renewed(last: str, site: Site, gone: Iterable[str], fresh: Iterable[Written]) -> str:
    """The same out of the one of the last build: without files that are `gone`, with those that are `fresh`. (Tens of thousands
    stay.)"""
    rows = {**dict.fromkeys(gone, ""), **{file.path: _row(*file) for file in fresh}}
    at, end = last.index(_BEGINNING) + len(_BEGINNING), len(last) - len(_END)
    pieces: list[str] = []
    for path in sorted(rows):
        begins, ends = _lines(last, path, at, end)
        pieces += (last[at:begins].removesuffix(_BETWEEN), rows[path])
        at = ends
    pieces.append(last[at:end])
    return _head(site) + _BETWEEN.join(filter(None, pieces)) + _END


def _head(site: Site) -> str:
    head = {"generator": f"gongkai {__version__}", "date": site.today.isoformat()}
    return json.dumps(head, ensure_ascii=False)[:-1] + _BEGINNING


def _row(path: str, sha256: str, size: int) -> str:
    return f"  {_AS_JSON(path)}: {{\"sha256\": \"{sha256}\", \"bytes\": {size}}}"


def _lines(told: str, path: str, low: int, high: int) -> tuple[int, int]:
    """Where between two beginnings of lines the line of a path begins, and where the next one; for a path that has none, both where
    it would."""
    end = high
    while low < high:
        middle = told.rfind("\n", low, (low + high) // 2) + 1 or low
        behind = told.find("\n", middle, end) + 1 or end
        found = _PATH_OF(told, middle + 2)[0]
        if found == path:
            return middle, behind
        if found < path:
            low = behind
        else:
            high = middle
    return low, low
