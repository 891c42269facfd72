"""The changes of a column told: as text for a terminal, Markdown for a merge request, JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from gongkai.comparing.change import Change, Kind

_SHOWN = 60
"""Changes of one kind that Markdown tells: a comment may hold 65,536 characters."""
_SIGN = re.compile(r"([\\`*_\[\]#|~])")


def as_text(revision: str, changes: Sequence[Change]) -> str:
    """A heading for each kind, a line for each change."""
    lines = [f"与 {revision} 相比：{_sum(changes)}"]
    for kind, own in _by_kind(changes):
        lines += ["", f"{kind.value}（{len(own)}）", *(f"  {_placed(change)}" for change in own)]
    return "\n".join(lines) + "\n"


def as_markdown(revision: str, changes: Sequence[Change]) -> str:
    """The same for a comment; what sources say cannot make marks, links, addresses or calls of it."""
    lines = ["## 这次改动的效果", "", f"与 {_plain(revision)} 相比：{_sum(changes)}"]
    for kind, own in _by_kind(changes):
        lines += ["", f"### {kind.value}（{len(own)}）", "", *(f"- {_plain(_placed(change))}" for change in own[:_SHOWN])]
        if len(own) > _SHOWN:
            lines.append(f"- ……还有 {len(own) - _SHOWN} 条，运行 gongkai diff 看全部")
    return "\n".join(lines) + "\n"


def as_json(revision: str, changes: Sequence[Change]) -> str:
    """`{"since", "changes": [{"kind", "path", "message"}]}`; the kinds are lower-case words."""
    rows = [{"kind": change.kind.name.lower(), "path": change.path, "message": change.words} for change in changes]
    return json.dumps({"since": revision, "changes": rows}, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[str, Sequence[Change]], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _by_kind(changes: Sequence[Change]) -> list[tuple[Kind, list[Change]]]:
    groups = [(kind, [change for change in changes if change.kind is kind]) for kind in Kind]
    return [(kind, own) for kind, own in groups if own]


def _sum(changes: Sequence[Change]) -> str:
    return "，".join(f"{kind.value} {len(own)}" for kind, own in _by_kind(changes)) + "。" if changes else "专栏没有变化。"


def _placed(change: Change) -> str:
    """Problems name their place themselves."""
    if change.kind in (Kind.NEW_PROBLEM, Kind.MENDED):
        return change.words
    return f"{change.path}: {change.words}"


def _plain(text: str) -> str:
    """Text that stays text in Markdown; `@` and addresses would call people and become links."""
    bare = _SIGN.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return bare.replace("@", "&#64;").replace("://", ":&#47;&#47;").replace("\n", " ")
