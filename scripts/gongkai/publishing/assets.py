"""The theme's files under names that carry a hash of their content, so that no cache can serve a stale one."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping
from pathlib import Path

from gongkai.model.problems import CannotBuild

FOLDERS = ("style", "scripts", "search", "images")
OWN_FOLDERS = ("style", "scripts", "images")
"""What a site may put in the default theme's place; the search scripts belong to the index of this very version."""
_REMARKS = re.compile(rb"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ \t]*\n|^[ \t]*\n", re.MULTILINE)
_ENDINGS = (".css", ".js", ".svg", ".png", ".jpg", ".ico", ".webp", ".gif")


def gather(theme: Path, own: Path | None, generated: Mapping[str, str]) -> dict[str, bytes]:
    """Name (`style/main.css`) → content: the default theme's, what a site's own theme puts in their place, and
    what is generated for this site. Readers are not sent what only those who change the default theme read: 2.4 KB a page."""
    found: dict[str, bytes] = {}
    for root, folders in ((theme, FOLDERS), (own, OWN_FOLDERS)):
        if root is None:
            continue
        for folder in folders:
            if root.is_symlink() or (root / folder).is_symlink():
                raise CannotBuild(f"“{root / folder}”是符号链接，没有用它。放文件夹本身。")
            for path in sorted((root / folder).rglob("*")):
                if path.is_file() and not path.is_symlink() and path.suffix.lower() in _ENDINGS:
                    content = path.read_bytes()
                    found[path.relative_to(root).as_posix()] = without_remarks(content, path.suffix) if root is theme else content
    for name, text in generated.items():
        found[name] = text.encode("utf-8")
    return found


def without_remarks(content: bytes, ending: str) -> bytes:
    """A style sheet or script without the comments that have lines of their own, and without empty lines."""
    return _REMARKS.sub(b"", content) if ending in (".css", ".js") else content


FOLDER = "assets/"
"""All that lies below it is named by its content."""


def published_names(assets: Mapping[str, bytes]) -> dict[str, str]:
    """Name → address below the root: `style/main.css` → `assets/style-main.3f2a91c0.css`."""
    names = {}
    for name, content in assets.items():
        stem, _, ending = name.replace("/", "-").rpartition(".")
        names[name] = f"{FOLDER}{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}"
    return names


def weights(assets: Mapping[str, bytes], names: Mapping[str, str]) -> dict[str, int]:
    """Address → bytes on the wire (compressed) of each style sheet and script."""
    return {names[name]: len(zlib.compress(content)) for name, content in assets.items() if name.endswith((".css", ".js"))}


def styles(assets: Mapping[str, bytes], names: Mapping[str, str]) -> dict[str, str]:
    """Address → text of each style sheet."""
    return {names[name]: content.decode("utf-8", "replace") for name, content in assets.items() if name.endswith(".css")}
