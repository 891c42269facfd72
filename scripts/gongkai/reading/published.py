"""What the last build published: the addresses and 索引号 that must not change."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from gongkai.model.site import Published

NAME = "data/policies.json"
"""Where a build tells of its policies."""
_KEYS = ("slug", "url", "索引号", "文号", "标题")


def read_published(output: Path) -> tuple[Published, ...]:
    """The policies that a built column tells of and what explains them; empty where none can be read."""
    file = output / NAME
    try:
        facts = file.stat()
    except OSError:
        return ()
    return _read(file.absolute(), (facts.st_ino, facts.st_size, facts.st_mtime_ns))


@lru_cache(maxsize=1)
def _read(file: Path, state: tuple[int, ...]) -> tuple[Published, ...]:
    """The file in this state: a preview asks after every save, and it is written by a build alone."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    records = _list(data.get("政策") if isinstance(data, dict) else None)
    policies = [record for record in records if isinstance(record, dict) and record.get("slug")]
    explaining = [e for record in policies for e in _list(record.get("解读")) if isinstance(e, dict) and e.get("slug")]
    return tuple(dict.fromkeys(_published(record) for record in (*policies, *explaining)))


def _list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _published(record: dict[str, Any]) -> Published:
    return Published(*(str(record.get(key, "")) for key in _KEYS))
