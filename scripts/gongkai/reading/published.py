"""What the last build published: the addresses and 索引号 that must not change."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from gongkai.model.site import Published

NAME, PAGES = "data/policies.json", "data/pages.json"
"""Where a build tells of its policies and of what explains them, and of the pages under `content/`."""
_KEYS = ("slug", "url", "索引号", "文号", "标题")


def read_published(output: Path) -> tuple[Published, ...]:
    """The documents that a built column tells of, policies before what explains them, pages last; empty where none can be read."""
    return (*_in(output / NAME, "政策"), *_in(output / PAGES, "栏目页面"))


def _in(file: Path, name: str) -> tuple[Published, ...]:
    try:
        facts = file.stat()
    except OSError:
        return ()
    return _read(file.absolute(), name, (facts.st_ino, facts.st_size, facts.st_mtime_ns))


@lru_cache(maxsize=2)
def _read(file: Path, name: str, state: tuple[int, ...]) -> tuple[Published, ...]:
    """What a list of the file says in this state: a preview asks after every save, and it is written by a build alone."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    records = _named(data.get(name) if isinstance(data, dict) else None)
    explaining = [one for record in records for one in _named(record.get("解读"))]
    return tuple(dict.fromkeys(map(_published, (*records, *explaining))))


def _named(found: Any) -> list[dict[str, Any]]:
    """The records of documents in a list; what else is in it is not ours."""
    return [one for one in found if isinstance(one, dict) and one.get("slug")] if isinstance(found, list) else []


def _published(record: dict[str, Any]) -> Published:
    return Published(*(str(record.get(key, "")) for key in _KEYS))
