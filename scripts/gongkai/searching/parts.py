"""Files of the index: JSON named by content hash, each with a `.js` twin that a classic script tag can load."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

NAME_LENGTH = 8
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class File(NamedTuple):
    """A file of the index: path below its folder, SHA-256 in hexadecimal, size in bytes."""

    path: str
    sha256: str
    size: int


class PartWriter:
    """Writes parts under a folder. Counts parts and bytes of the JSON (twins not counted); `files` are all that it wrote. What is
    `known`, SHA-256 by path, is not written where it is the same; it is `taken`."""

    def __init__(self, folder: Path, known: Mapping[str, str] | None = None) -> None:
        self._folder, self._known = folder, known or {}
        self._taken: dict[tuple[str, str], bytes] = {}
        self.parts = 0
        self.bytes = 0
        self.files: list[File] = []
        self.taken: list[str] = []

    def write(self, kind: str, content: bytes) -> str:
        """Write JSON bytes as a part of this kind; its name. Equal content is one file."""
        digest = hashlib.sha256(content).digest()
        name = name_of(digest)
        while self._taken.get((kind, name), digest) != digest:
            name = name_of(hashlib.sha256(name.encode("ascii")).digest())
        if (kind, name) not in self._taken:
            self._taken[kind, name] = digest
            (self._folder / kind).mkdir(exist_ok=True)
            self.put(f"{kind}/{name}", content)
            self.parts += 1
            self.bytes += len(content)
        return name

    def write_rare(self, content: bytes) -> None:
        """Write what only few queries need, under the fixed name that they can ask for before they know the index; the
        page asks for it with the content hash of the index."""
        self.put("rare", content)
        self.bytes += len(content)

    def write_index(self, content: bytes) -> str:
        """Write index.json and its twin; the twin's address with its content hash, so that no cache serves an old one."""
        self.put("index", content)
        self.bytes += len(content)
        return f"index.js?v={name_of(hashlib.sha256(content).digest())}"

    def put(self, name: str, content: bytes) -> None:
        """Write JSON bytes under this very name."""
        if self._known and self._known.get(f"{name}.json") == hashlib.sha256(content).hexdigest():
            self.taken += (f"{name}.json", f"{name}.js")  # a twin is made from no more than that
            return
        self.files += write_part(self._folder, name, content)


def twin(name: str, content: bytes) -> bytes:
    return b'gongkai.part("' + name.encode("ascii") + b'",' + content.rstrip(b"\n") + b");\n"


def write_part(folder: Path, name: str, content: bytes) -> tuple[File, File]:
    """Write JSON bytes and their twin."""
    return _written(folder, f"{name}.json", content), _written(folder, f"{name}.js", twin(name, content))


def _written(folder: Path, path: str, content: bytes) -> File:
    target = f"{folder}/{path}"
    try:
        descriptor = os.open(target, _NEW, 0o666)  # there are thousands: none of the buffers that a file object would bring
    except FileExistsError:  # it may be public under another name: never written into
        os.unlink(target)  # noqa: PTH108
        descriptor = os.open(target, _NEW, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)
    return File(path, hashlib.sha256(content).hexdigest(), len(content))


def as_json(value: object) -> bytes:
    """Compact UTF-8. U+2028 and U+2029 are escaped: they end a line in a classic script's string before ES2019."""
    return _escaped(_ENCODER.encode(value)) + b"\n"


def quoted(text: str) -> bytes:
    """A string as as_json has it."""
    return _escaped(encode_basestring(text))


def as_object(members: Mapping[str, bytes]) -> bytes:
    """An object as as_json has it, of members that are JSON already."""
    shape, in_order = _shape(tuple(members))
    told: bytes = shape % in_order(members)
    return told


@lru_cache(maxsize=64)
def _shape(keys: tuple[str, ...]) -> tuple[bytes, Callable[[Mapping[str, bytes]], Any]]:
    """An object with these keys, to be filled in, and what takes the members in the order they stand there."""
    rising = sorted(keys)
    return b"{%b}" % b",".join(b'"%b":%%b' % key.encode("ascii") for key in rising), itemgetter(*rising)


def as_list(members: Iterable[bytes]) -> bytes:
    """A list as as_json has it, of members that are JSON already."""
    return b"[%b]" % b",".join(members)


def _escaped(text: str) -> bytes:
    if "\u2028" in text or "\u2029" in text:
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return text.encode("utf-8")


def name_of(digest: bytes, length: int = NAME_LENGTH) -> str:
    """What a part with this digest is called."""
    return base64.b32encode(digest[:5]).decode("ascii").lower()[:length]
