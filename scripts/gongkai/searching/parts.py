"""Files of the index: JSON named by content hash, each with a `.js` twin that a classic script tag can load."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

KINDS = ("terms", "texts", "places", "columns")
NAME_LENGTH = 8


class PartWriter:
    """Writes parts under a folder. Counts files and bytes of the JSON (twins not counted)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: dict[tuple[str, str], bytes] = {}
        self.parts = 0
        self.bytes = 0
        for kind in KINDS:
            (folder / kind).mkdir(parents=True, exist_ok=True)

    def write(self, kind: str, content: bytes) -> str:
        """Write JSON bytes as a part of this kind; its name. Equal content is one file."""
        digest = hashlib.sha256(content).digest()
        name = _name(digest)
        while self._taken.get((kind, name), digest) != digest:  # 40 bits: once in 10⁵ sites of 5,000 parts
            name = _name(hashlib.sha256(name.encode("ascii")).digest())
        if (kind, name) not in self._taken:
            self._taken[kind, name] = digest
            (self._folder / kind / f"{name}.json").write_bytes(content)
            (self._folder / kind / f"{name}.js").write_bytes(twin(f"{kind}/{name}", content))
            self.parts += 1
            self.bytes += len(content)
        return name

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
