"""The zip file that a .docx is, and its XML: read with limits, for a small file can claim to hold anything.

Refused: archives that unpack to more than 400 MB or a part to more than 80 MB, XML with a DTD (entities that multiply),
more than 250 levels or two million elements.
"""

from __future__ import annotations

import io
import posixpath
import xml.parsers.expat
import zipfile
import zlib

from gongkai.importing.blocks import Refused
from gongkai.importing.tree import Node

_MOST_PARTS = 5000
_MOST_PART = 80_000_000
_MOST_TOTAL = 400_000_000
_DEEPEST = 250
_MOST_ELEMENTS = 2_000_000
_BROKEN = "文件损坏了，打不开。请在 Word 或 WPS 里打开，另存一份再导入"


class Archive:
    """The parts of an office file by their paths."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise Refused(_BROKEN) from error
        self.names = frozenset(info.filename for info in infos)
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _MOST_TOTAL:
            raise Refused("解开后大得不合理，不像正常的 Word 文件，没有读")
        self._left = _MOST_TOTAL

    def read(self, name: str) -> bytes | None:
        """A part's content, None where there is none; never more of it than the limits, whatever the archive says."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as stream:
                content = stream.read(min(_MOST_PART, self._left) + 1)
        except RuntimeError as error:
            raise Refused("有密码，请先在 Word 里取消密码") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise Refused(_BROKEN) from error
        self._left -= len(content)
        if len(content) > _MOST_PART or self._left < 0:
            raise Refused("解开后大得不合理，不像正常的 Word 文件，没有读")
        return content

    def tree(self, name: str) -> Node | None:
        """A part as a tree of elements by local names, None where there is none."""
        content = self.read(name)
        return None if content is None else read_xml(content)

    def relations(self, part: str) -> dict[str, str]:
        """The parts that a part ("" = the whole file) refers to, by id; what lies outside the file keeps its address."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for node in tree.walk() if tree else ():
            target = node.attributes.get("Target", "")
            if node.tag == "Relationship" and target:
                inside = node.attributes.get("TargetMode") != "External"
                path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/") if inside else target
                found[node.attributes.get("Id", "")] = path
        return found


def read_xml(content: bytes) -> Node:
    """An XML document as a tree: local names, attributes by local names, white space kept."""
    parser = xml.parsers.expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    root = Node("")
    stack = [root]
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(stack) > _DEEPEST or count > _MOST_ELEMENTS:
            raise Refused("结构太深或太大，不像正常的文件，没有读")
        node = Node(name.rpartition("}")[2], {key.rpartition("}")[2]: value for key, value in attributes.items()})
        stack[-1].children.append(node)
        stack.append(node)

    def end(_: str) -> None:
        stack.pop()

    def text(data: str) -> None:
        stack[-1].children.append(data)

    def doctype(*_: object) -> None:
        raise Refused("文件里的 XML 带有 DTD，可能有害，没有读")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    try:
        parser.Parse(content, True)
    except xml.parsers.expat.ExpatError as error:
        raise Refused(_BROKEN) from error
    return root
