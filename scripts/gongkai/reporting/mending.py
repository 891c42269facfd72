"""Mends carried out on a text: one line each, everything else to the letter, and only where the result reads as it should.

Line ends, a byte-order mark, quotes and comments stay as they are. A mend whose words are not found just once in the
line, or after which the front matter would say something else, is left to the editor.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from gongkai.model.documents import Document, Reference
from gongkai.model.fields import fields_by_key
from gongkai.model.problems import Mend
from gongkai.model.settings import Settings
from gongkai.reading.decoding import decode
from gongkai.reading.documents import FOLDERS
from gongkai.reading.entries import Entry, read_entries
from gongkai.reading.front_matter import read_front_matter, split

_MARK = "\ufeff"
_LINE_END = re.compile(r"(\r\n|\r|\n)")
_FLOW_END = re.compile(r"^(?P<list>.*\[.*\S)(?P<end>\s*\]\s*(?:#.*)?)$")
_EMPTY_FLOW_END = re.compile(r"^(?P<list>.*\[)(?P<end>\s*\]\s*(?:#.*)?)$")
_ITEM = re.compile(r"^(?P<head>\s*-\s+)")
_EMPTY = re.compile(r"^(?P<key>\S[^:：]*)[:：](?P<rest>\s*(?:#.*)?)$")


@dataclass(frozen=True, slots=True)
class Mended:
    """What a file says after its mends, and those that could not be made."""

    content: bytes
    made: tuple[Mend, ...]
    refused: tuple[Mend, ...]


def mend_file(path: str, content: bytes, mends: Iterable[Mend], settings: Settings) -> Mended:
    """The bytes of the file `path` with all the mends that can be made; none in a file that is no Markdown source or not UTF-8."""
    left = list(dict.fromkeys(mends))
    made: list[Mend] = []
    if path.split("/", 1)[0] not in FOLDERS:
        return Mended(content, (), tuple(left))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return Mended(content, (), tuple(left))
    # Those that add no line come first, so that the others' line numbers hold; some can be made only after others.
    left.sort(key=lambda mend: bool(mend.key))
    progress = True
    while progress:
        progress = False
        for mend in list(left):
            new = _mended(path, text, mend, settings)
            if new is not None:
                text, progress = new, True
                left.remove(mend)
                made.append(mend)
    return Mended(text.encode("utf-8"), tuple(made), tuple(left))


def _mended(path: str, text: str, mend: Mend, settings: Settings) -> str | None:
    """The text with one mend made, None where it cannot be made safely."""
    parts = _LINE_END.split(text)  # line, end, line, end, …, line
    mark = _MARK if parts[0].startswith(_MARK) else ""
    parts[0] = parts[0].removeprefix(_MARK)
    lines = parts[::2]
    new_parts = _with_value(parts, path, text, mend, settings) if mend.key else _replaced(parts, lines, mend)
    if new_parts is None:
        return None
    new = mark + "".join(new_parts)
    return new if _reads_as_it_should(path, text, new, mend, settings) else None


def _replaced(parts: list[str], lines: list[str], mend: Mend) -> list[str] | None:
    at = mend.place.line - 1
    if not mend.wrong or at >= len(lines):
        return None
    line = lines[at]
    if line.count(mend.wrong) != 1 and not line.startswith(mend.wrong):
        return None
    return [*parts[: 2 * at], line.replace(mend.wrong, mend.right, 1), *parts[2 * at + 1 :]]


def _with_value(parts: list[str], path: str, text: str, mend: Mend, settings: Settings) -> list[str] | None:
    """Add a value to a key: to its list, after its single value, or in a line of its own before the closing `---`."""
    decoded, _ = decode(text.encode("utf-8"))
    block, block_line, _, first_line, _ = split(decoded or "")
    entries, _ = read_entries(block, block_line)
    if first_line == 1 or entries is None:
        return None
    entry = _entry_of(mend.key, path, entries, settings)
    fence = first_line - 2  # the index of the line that closes the front matter
    if entry is None:
        return _inserted(parts, fence, f"{mend.key}: {mend.right}")
    line = parts[2 * (entry.line - 1)]
    new: str | None = None
    if not entry.items:
        flow, empty = _EMPTY_FLOW_END.match(line), _EMPTY.match(line)
        if flow:
            new = f"{flow['list']}{mend.right}{flow['end']}"
        elif empty:
            new = f"{empty['key']}: {mend.right}{empty['rest']}"
    elif not entry.listed:
        value = entry.items[0].text
        head, _, tail = line.partition(":")
        if entry.items[0].line == entry.line and tail.count(value) == 1:
            new = f"{head}:{tail.replace(value, f'{value}、{mend.right}')}"
    elif flow := _FLOW_END.match(line):
        new = f"{flow['list']}, {mend.right}{flow['end']}"
    else:
        last = max(item.line for item in entry.items)
        item = _ITEM.match(parts[2 * (last - 1)])
        return _inserted(parts, last, f"{item['head']}{mend.right}") if item else None
    if new is None:
        return None
    at = 2 * (entry.line - 1)
    return [*parts[:at], new, *parts[at + 1 :]]


def _entry_of(key: str, path: str, entries: tuple[Entry, ...], settings: Settings) -> Entry | None:
    """The entry that a key is read from, by whichever name the site gives it."""
    aliases = settings.key_aliases.get(_class_of(path).KIND_WORD, {})
    by_key = {entry.key: entry for entry in reversed(entries)}
    return next((by_key[s] for s in aliases.get(key, (key,)) if s in by_key and by_key[s].items), by_key.get(key))


def _inserted(parts: list[str], at: int, line: str) -> list[str] | None:
    """A new line before the line of index `at`, with the line end of the line above it."""
    if at < 1 or 2 * at - 1 >= len(parts):
        return None
    return [*parts[: 2 * at], line, parts[2 * at - 1], *parts[2 * at :]]


def _reads_as_it_should(path: str, before: str, after: str, mend: Mend, settings: Settings) -> bool:
    """Whether the front matter still says the same, but for the key in question, and no new fault has come up."""
    old, old_faults, lines = _read(path, before, settings)
    new, new_faults, _ = _read(path, after, settings)
    if old is None or new is None:
        return False
    meant = {mend.key} if mend.key else {key for key, line in lines.items() if line == mend.place.line}
    attributes = {field.attribute for key, field in fields_by_key(_class_of(path)).items() if key in meant}
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    if mend.key:
        return changed == attributes and mend.right in (new[next(iter(attributes))] or ()) and not new_faults - old_faults
    return changed <= attributes and not new_faults - old_faults


def _read(path: str, text: str, settings: Settings) -> tuple[dict[str, Any] | None, Counter[str], dict[str, int]]:
    decoded, faults = decode(text.encode("utf-8"))
    block, block_line, _, first_line, odd = split(decoded or "")
    if first_line == 1:
        return None, Counter(), {}
    values, found = read_front_matter(block, block_line, _class_of(path), settings)
    messages = Counter(re.sub(r"\d+", "", f"{m.kind} {m.message}") for m in (*faults, *odd, *found))
    if values is None:
        return None, messages, {}
    lines = values.pop("lines")
    return {name: _plain(value) for name, value in values.items()}, messages, lines


def _plain(value: Any) -> Any:
    """A value without its lines, which a new line above moves."""
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, date):
        return str(value)
    if isinstance(value, Reference):
        return f"{value.text} {value.caption}".strip()
    if hasattr(value, "__dataclass_fields__") and any(f.name == "line" for f in fields(value)):
        return tuple(getattr(value, f.name) for f in fields(value) if f.name != "line")
    return value


def _class_of(path: str) -> type[Document]:
    return FOLDERS[path.split("/", 1)[0]]
