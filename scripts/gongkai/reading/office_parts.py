"""The zip file that a .docx, .xlsx, .pptx or .ofd is, and its XML: read with limits, for a small file can claim to hold anything."""

from __future__ import annotations

import xml.parsers.expat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

_MOST_PARTS = 10_000
_MOST_PART = 80_000_000  # bytes unpacked
_MOST_TOTAL = 300_000_000
_DEEPEST = 250
_BROKEN = "打不开，文件损坏了"
_BOMB = "解开后大得不合理，没有查"

Start = Callable[[str, Mapping[str, str]], None]


class Unreadable(Exception):
    """Why a file cannot be read, in Chinese."""


class Parts:
    """The parts of a zipped document; every failure of the file is Unreadable."""

    def __init__(self, file: Path | BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise Unreadable("有密码或者不是这种格式，打不开" if isinstance(file, Path) and _is_compound(file) else _BROKEN) from error
        if len(infos) > _MOST_PARTS:
            raise Unreadable(_BOMB)
        self.names = tuple(info.filename for info in infos)
        self._left = _MOST_TOTAL

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def read(self, name: str) -> bytes:
        """A part's content, b"" where there is none; never more than the limits, whatever the archive says."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as stream:
                content = stream.read(min(_MOST_PART, self._left) + 1)
        except RuntimeError as error:
            raise Unreadable("有密码，查不了") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError) as error:
            raise Unreadable(_BROKEN) from error
        self._left -= len(content)
        if len(content) > _MOST_PART or self._left < 0:
            raise Unreadable(_BOMB)
        return content

    def parse(self, name: str, start: Start, end: Callable[[str], None], text: Callable[[str], None]) -> None:
        """Call back for each element (local names, attributes by local names) and each run of characters of a part."""
        content = self.read(name)
        if content:
            _parse(content, start, end, text)


def _parse(content: bytes, start: Start, end: Callable[[str], None], text: Callable[[str], None]) -> None:
    parser = xml.parsers.expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise Unreadable("结构太深，不像正常的文件，没有查")
        start(name.rpartition("}")[2], {key.rpartition("}")[2]: value for key, value in attributes.items()})

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition("}")[2])

    def refused(*_: object) -> None:
        raise Unreadable("里面的 XML 带有 DTD，可能有害，没有查")

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refused
    parser.EntityDeclHandler = refused
    try:
        parser.Parse(content, True)
    except (xml.parsers.expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable(_BROKEN) from error


def _is_compound(path: Path) -> bool:
    """Office wraps what it encrypts in the container of its old formats."""
    try:
        with open(path, "rb") as file:
            return file.read(4) == b"\xd0\xcf\x11\xe0"
    except OSError:
        return False
