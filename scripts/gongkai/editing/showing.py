"""What is shown where the pointer rests: a document in a few lines of Markdown, or what a key wants."""

from __future__ import annotations

import re

from gongkai.editing.naming import counterparts
from gongkai.editing.site import Picture
from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.fields import Field
from gongkai.model.validity import StateChange

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


def card(document: Document, picture: Picture) -> str:
    """Title, 文号, organ and day, 有效性 with its reason, and what it explains or is explained by."""
    rows = [f"**{escaped(document.title or document.slug)}**"]
    if isinstance(document, Policy):
        facts = (str(document.number or ""), "、".join(document.organs), document.day.isoformat() if document.day else "")
        rows += [escaped("　".join(fact for fact in facts if fact)), escaped(validity(document, picture))]
    elif isinstance(document, Interpretation):
        facts = (f"{document.explained_by}解读", "、".join(document.organs), document.day.isoformat() if document.day else "")
        rows.append(escaped("　".join(fact for fact in facts if fact)))
    else:
        rows.append(document.KIND_WORD)
    if isinstance(document, Interpretation) and not picture.site.is_public(document):
        rows.append("没有公开（草稿）")
    word = "解读" if isinstance(document, Policy) else "解读的是"
    rows += [escaped(f"{word}：{other.title}") for other in counterparts(document, picture)]
    rows.append(f"`{document.path}`")
    return "\n\n".join(row for row in rows if row)


def validity(policy: Policy, picture: Picture) -> str:
    """The state of a policy today, why, and what comes next; a document that is not public has none."""
    standing = picture.links.standings.get(policy.slug)
    if standing is None or picture.links.policies.get(policy.slug) is not policy:
        return "没有公开（草稿、未到发布日、已下架，或与别的文件重名）"
    said = f"{standing.state.sign} {standing.state.value}{_why(standing.now)}"
    return said + "".join(f"；将{_when(c)}{c.state.value}{_why(c, dated=False)}" for c in standing.after(picture.site.today)[:1])


def key_help(field: Field) -> str:
    """What a key is for and how its value is written."""
    return f"**{field.key}**{'（必填）' if field.required else ''}\n\n{escaped(field.help)}\n\n{escaped(field.form.value)}"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", text)


def _why(change: StateChange, *, dated: bool = True) -> str:
    day = change.since.isoformat() if change.since and dated and change.since.isoformat() not in change.reason else ""
    words = "，".join(part for part in (f"自{day}起" if day else "", change.reason) if part)
    return f"（{words}）" if words else ""


def _when(change: StateChange) -> str:
    return f"于{change.since.isoformat()}" if change.since else ""
