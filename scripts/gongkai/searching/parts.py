"""Files of the index: JSON named by content hash, each with a `.js` twin that a classic script tag can load.

Parts of terms and of texts are many, and a reader must know their names before it needs any of them. So they share a
name by the group, `<hash of all in the group>-<place in the group>`: a table of names costs a reader little.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

KINDS = ("terms", "texts", "leads", "columns")
NAME_LENGTH = 8
GROUP_NAME_LENGTH = 6
GROUP = 16  # parts that share a name


class PartWriter:
    """Writes parts under a folder. Counts files and bytes of the JSON (twins not counted)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: dict[tuple[str, str], bytes] = {}
        self._group: dict[str, list[bytes]] = {}
        self._groups: dict[str, str] = {}
        self.parts = 0
        self.bytes = 0
        for kind in KINDS:
            (folder / kind).mkdir(parents=True, exist_ok=True)

    def write(self, kind: str, content: bytes) -> str:
        """Write JSON bytes as a part of this kind; its name. Equal content is one file."""
        digest = hashlib.sha256(content).digest()
        name, fresh = self._named(kind, digest)
        if fresh:
            self._file(kind, name, content)
        return name

    def append(self, kind: str, content: bytes) -> None:
        """Write JSON bytes as the next part of the groups of this kind."""
        held = self._group.setdefault(kind, [])
        held.append(content)
        if len(held) == GROUP:
            self._close(kind)

    def groups(self, kind: str) -> str:
        """Write what is left of a kind; the names of all its groups."""
        if self._group.get(kind):
            self._close(kind)
        return self._groups.get(kind, "")

    def _close(self, kind: str) -> None:
        held = self._group.pop(kind)
        name, fresh = self._named(kind, hashlib.sha256(b"\0".join(held)).digest(), GROUP_NAME_LENGTH)
        self._groups[kind] = self._groups.get(kind, "") + name
        if fresh:
            for place, content in enumerate(held):
                self._file(kind, f"{name}-{place}", content)

    def _named(self, kind: str, digest: bytes, length: int = NAME_LENGTH) -> tuple[str, bool]:
        """A name for what has this digest, and whether it is new."""
        name = _name(digest)[:length]
        while self._taken.get((kind, name), digest) != digest:
            name = _name(hashlib.sha256(name.encode("ascii")).digest())[:length]
        fresh = (kind, name) not in self._taken
        self._taken[kind, name] = digest
        return name, fresh

    def _file(self, kind: str, name: str, content: bytes) -> None:
        (self._folder / kind / f"{name}.json").write_bytes(content)
        (self._folder / kind / f"{name}.js").write_bytes(twin(f"{kind}/{name}", content))
        self.parts += 1
        self.bytes += len(content)

    def write_rare(self, content: bytes) -> None:
        """Write what only few queries need, under the fixed name that they can ask for before they know the index; the
        page asks for it with the content hash of the index."""
        (self._folder / "rare.json").write_bytes(content)
        (self._folder / "rare.js").write_bytes(twin("rare", content))
        self.bytes += len(content)

    def write_index(self, content: bytes) -> str:
        """Write index.json and its twin; the twin's address with its content hash, so that no cache serves an old one."""
        (self._folder / "index.json").write_bytes(content)
        (self._folder / "index.js").write_bytes(twin("index", content))
        self.bytes += len(content)
        return f"index.js?v={_name(hashlib.sha256(content).digest())}"


def twin(name: str, content: bytes) -> bytes:
    return b'gongkai.part("' + name.encode("ascii") + b'",' + content.rstrip(b"\n") + b");\n"


def as_json(value: object) -> bytes:
    """Compact UTF-8. U+2028 and U+2029 are escaped: they end a line in a classic script's string before ES2019."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode("utf-8") + b"\n"


def _name(digest: bytes) -> str:
    return base64.b32encode(digest[:5]).decode("ascii").lower()


def part_name(groups: str, part: int) -> str:
    """The name of a part of the groups with these names."""
    start = part // GROUP * GROUP_NAME_LENGTH
    return f"{groups[start : start + GROUP_NAME_LENGTH]}-{part % GROUP}"
