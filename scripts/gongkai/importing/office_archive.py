"""The zip file that a .docx is, as trees of elements. The limits are those of `reading.office_parts`, for refusals of an import."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from gongkai.importing.blocks import Refused
from gongkai.importing.tree import Node
from gongkai.reading.office_parts import Parts, Unreadable

_MOST_ELEMENTS = 2_000_000


class Archive:
    """The parts of an office file by their paths."""

    def __init__(self, raw: bytes) -> None:
        with _refusing():
            self._parts = Parts(io.BytesIO(raw))
        self.names = frozenset(self._parts.names)

    def read(self, name: str) -> bytes | None:
        """A part's content, None where there is none; Refused where it is more than it may be."""
        with _refusing():
            return self._parts.read(name) if name in self.names else None

    def tree(self, name: str) -> Node | None:
        """A part as a tree of elements by local names, white space kept; None where there is none."""
        if name not in self.names:
            return None
        root = Node("")
        stack = [root]
        count = 0

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            nonlocal count
            count += 1
            if count > _MOST_ELEMENTS:
                raise Refused("大得不合理，不像正常的文件，没有导入")
            node = Node(tag, dict(attributes))
            stack[-1].children.append(node)
            stack.append(node)

        def end(_: str) -> None:
            stack.pop()

        def text(data: str) -> None:
            stack[-1].children.append(data)

        with _refusing():
            self._parts.parse(name, start, end, text)
        return root

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


@contextmanager
def _refusing() -> Iterator[None]:
    """What cannot be looked into cannot be imported either."""
    try:
        yield
    except Unreadable as error:
        words = str(error).replace("没有查", "没有导入").replace("查不了", "没有导入")
        mend = "。请在 Word 或 WPS 里打开，另存一份再导入" if "损坏" in words else ""
        raise Refused(words + mend) from error
