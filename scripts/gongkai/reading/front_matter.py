"""From entries to the attributes of a document: aliases, unknown keys, doubled keys, missing values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from gongkai.model.documents import Document
from gongkai.model.fields import Form, fields_by_key
from gongkai.model.problems import Misreading
from gongkai.model.settings import Settings
from gongkai.reading.entries import Entry, Item, read_entries
from gongkai.reading.values import read_value

FENCE = re.compile(r"^(?:-{3,}|－{3,}|—{2,})[ \u3000]*$", re.MULTILINE)
_NOT_EMPTY = re.compile("^[ \u3000\ufeff]*[^ \u3000\ufeff\n].*", re.MULTILINE)


def split(text: str) -> tuple[str, int, str, int, list[Misreading]]:
    """The block and its first line, the rest and its first line (1 = there is no block), what was odd about the fences."""
    first = _NOT_EMPTY.search(text)
    if first is None or not FENCE.match(first[0].strip()):
        return "", 1, text, 1, [Misreading("front-matter", 1, "开头没有前置信息", "第一行写“---”，接着每行写“键: 值”，再写一行“---”")]
    start = text.count("\n", 0, first.start()) + 1
    misreadings = _odd_fence(first[0], start)
    last = FENCE.search(text, first.end() + 1)
    if last is None:
        return "", 1, text, 1, [Misreading("front-matter", start, "前置信息没有结束的“---”", "在最后一个“键: 值”下面加一行“---”")]
    end = text.count("\n", 0, last.start()) + 1
    misreadings += _odd_fence(last[0], end)
    return text[first.end() + 1 : last.start() - 1], start + 1, text[last.end() + 1 :], end + 1, misreadings


def _odd_fence(line: str, number: int) -> list[Misreading]:
    """What is odd about a line that bounds the front matter: other dashes, or blanks before them."""
    dashes = line.strip()
    if not dashes.startswith("---"):
        return [Misreading("punctuation", number, f"分隔线写作“{dashes}”", "写三个半角连字符“---”", (dashes, "---"))]
    if not line.startswith("---"):
        return [Misreading("punctuation", number, "分隔线“---”前面有空白", "删去空白", (line.rstrip(), dashes))]
    return []


def read_front_matter(
    block: str, first_line: int, document_class: type[Document], settings: Settings
) -> tuple[dict[str, Any] | None, list[Misreading]]:
    """Keyword arguments for `document_class` (with `lines` and `extra`), or None where the block cannot be read."""
    entries, misreadings = read_entries(block, first_line)
    if entries is None:
        return None, misreadings
    by_key = _by_key(entries, misreadings)
    kind = document_class.KIND_WORD
    aliases = settings.key_aliases.get(kind, {})
    fields = fields_by_key(document_class)
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    consumed = {key for sources in aliases.values() for key in sources}
    for key, field in fields.items():
        entry = by_key.get(key)
        if key in aliases:
            entry = next((by_key[s] for s in aliases[key] if s in by_key and by_key[s].given), entry)
        if entry is None:
            continue
        entry = _renamed(entry, key, settings.value_aliases.get(key, {}))
        lines[key] = entry.line
        if entry.rows and field.form not in (Form.CLEANING, Form.CORRECTIONS):
            misreadings.append(_layered(entry))
        if not entry.given:
            misreadings.append(Misreading("empty", entry.line, f"“{key}”是空的", "填上内容，或删去这一行"))
            if field.form is Form.YES_NO:
                values[field.attribute] = True  # begun and not finished: better withheld than published
            continue
        values[field.attribute] = read_value(field.form, entry, misreadings)
    known_extra = settings.extra_keys.get(kind, ())
    extra: dict[str, str] = {}
    for key, entry in by_key.items():
        if key in fields or key in consumed:
            continue
        if entry.rows:
            misreadings.append(_layered(entry))
        if key in known_extra:
            extra[key] = entry.text
            lines[key] = entry.line
        else:
            misreadings.append(_unknown(key, entry.line, list(fields), kind))
    return {**values, "lines": lines, "extra": extra}, misreadings


def _by_key(entries: tuple[Entry, ...], misreadings: list[Misreading]) -> dict[str, Entry]:
    by_key: dict[str, Entry] = {}
    for entry in entries:
        if entry.key in by_key:
            first = by_key[entry.key].line
            misreadings.append(Misreading("doubled", entry.line, f"“{entry.key}”写了两次，第一次在第 {first} 行", "只留一个"))
        else:
            by_key[entry.key] = entry
    return by_key


def _layered(entry: Entry) -> Misreading:
    return Misreading("front-matter", entry.line, f"“{entry.key}”的值不能再分层", "写一个值，或一列值")


def _renamed(entry: Entry, key: str, words: Mapping[str, str]) -> Entry:
    if not words and entry.key == key:
        return entry
    items = tuple(Item(words.get(item.text, item.text), item.line) for item in entry.items)
    return Entry(key, entry.line, items, entry.listed, entry.rows)


def _unknown(key: str, line: int, known: list[str], kind: str) -> Misreading:
    near = get_close_matches(key, known, n=1, cutoff=0.5)
    hint = f"是不是“{near[0]}”" if near else f"{kind}可用的键：{'、'.join(known)}"
    return Misreading("unknown", line, f"不认识的键“{key}”", hint)
