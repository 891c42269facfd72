"""Which program it was, and for whom: what a memory is good for only as long as it is the same."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from gongkai.call import Call
from gongkai.reading.digests import digest
from gongkai.remembering.contents import read
from gongkai.rendering.default_theme import theme_folder

_SIGNS = re.compile("[-_.]+")  # a library may be written with either
_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = (
    "chinesecalendar", "jinja2", "markdown-it-py", "markupsafe", "numpy", "opencc-python-reimplemented", "pypdf", "pypinyin",
    "pyyaml", "weasyprint", "whoosh3",
)  # fmt: skip


def origin(call: Call) -> str:
    """The digest of the program, of what it runs on, and of the settings of the column that is asked for."""
    try:
        settings = call.config.read_bytes()
    except OSError:
        settings = b""
    return digest(_program(), _files(theme_folder()), str(call.folder.resolve()), call.shown_config, settings)


@cache
def _program() -> str:
    """Every file of the package, the libraries that have a hand in what is written, and Python."""
    return digest(_files(_PACKAGE), sys.version, _installed())


def _files(root: Path) -> str:
    """Every file below a folder, and where it lies there; what Python makes of them for itself is left out."""
    known = hashlib.blake2b(digest_size=16)
    for name, file in sorted(_below(str(root), "")):
        known.update(name.encode("utf-8", "surrogatepass") + b"\0" + read(file))
    return known.hexdigest()


def _below(folder: str, name: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:  # hundreds, and a Path for each takes longer than to read them
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _below(entry.path, f"{name}{entry.name}/")
            elif entry.is_file():
                yield name + entry.name, entry.path


def _installed() -> list[str]:
    """The libraries with their versions, as the names of the folders have them that say what is installed. (`importlib.metadata`
    reads and parses what lies in these, and takes longer to be loaded than all else here.)"""
    found: list[str] = []
    for place in map(Path, sys.path):
        if place.is_dir():
            with suppress(OSError):
                found += sorted(name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")) and _library(name) in _LIBRARIES)  # noqa: PTH208
        elif place.is_file():  # an archive
            found.append(f"{place} {place.stat().st_size} {place.stat().st_mtime_ns}")
    return found


def _library(name: str) -> str:
    return _SIGNS.sub("-", name.partition("-")[0]).lower()
