"""Where in a document a cursor stands, told line by line: what is being typed is seldom YAML yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from gongkai.editing.texts import Span
from gongkai.model.documents import Document
from gongkai.model.fields import Field, Form, fields_by_key
from gongkai.model.settings import Settings
from gongkai.reading.front_matter import FENCE

_KEY = re.compile(r"^(?P<key>[^\s\-#:：'\"\[\]{}][^:：#]{0,20}?)[ \u3000]*[:：][ \u3000]*")
_ITEM = re.compile(r"^[ \u3000\t]*-[ \u3000\t]+")
_PARTED = re.compile(r"[、；;，,\[\]](?![^《]*》)[ \u3000]*")
_MANY = (Form.WORDS, Form.REFERENCES, Form.ITEMS, Form.TICKED, Form.ATTACHMENTS)


class Part(Enum):
    """What is written at a place."""

    KEY = "key"
    VALUE = "value"
    BODY = "body"
    FENCE = "fence"


@dataclass(frozen=True, slots=True)
class Cursor:
    """The part, the key whose value it is ("" elsewhere), and the stretch of the line that the cursor is in: a key, a value of
    several, or all of a line of the body. `typed` is what of it stands before the cursor."""

    part: Part
    key: str
    span: Span
    typed: str
    text: str


def cursor_at(lines: Sequence[str], number: int, column: int) -> Cursor:
    """The cursor at a line and character; a place outside the text counts as its nearest end."""
    number = max(0, min(number, len(lines) - 1))
    line = lines[number]
    column = max(0, min(column, len(line)))
    opening = next((i for i, one in enumerate(lines) if one.strip("\u3000 \ufeff")), len(lines))
    if opening >= len(lines) or not FENCE.match(lines[opening].strip("\ufeff ")) or number < opening:
        return _whole(Part.BODY, number, line, column)
    closing = next((i for i in range(opening + 1, len(lines)) if FENCE.match(lines[i])), len(lines))
    if number in (opening, closing):
        return _whole(Part.FENCE, number, line, column)
    if number > closing:
        return _whole(Part.BODY, number, line, column)
    item = _ITEM.match(line)
    keyed = None if item else _KEY.match(line)
    if keyed and column >= keyed.end("key") + 1:
        return _value(keyed["key"], number, line, keyed.end(), column, parted=True)
    if item or line[:1] in " \u3000\t":
        above = next((m["key"] for i in range(number - 1, opening, -1) if (m := _KEY.match(lines[i]))), "")
        start = item.end() if item else len(line) - len(line.lstrip())
        if item and column < start:
            return _whole(Part.FENCE, number, line, column)
        return _value(above, number, line, start, column, parted=not item)
    end = keyed.end("key") if keyed else len(line)
    return Cursor(Part.KEY, "", Span(number, 0, end), line[:column], line[:end])


def keys_written(lines: Sequence[str]) -> dict[str, int]:
    """The keys of the front matter, each with the number, from 0, of its first line."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines):
        if FENCE.match(line) and found:
            break
        if match := _KEY.match(line):
            found.setdefault(match["key"], number)
    return found


def field_called(name: str, document_class: type[Document], settings: Settings) -> Field | None:
    """The field that a key names, by its own name or by one that the site gives it."""
    fields: Mapping[str, Field] = fields_by_key(document_class)
    aliases = settings.key_aliases.get(document_class.KIND_WORD, {})
    return fields.get(name) or next((fields[key] for key, names in aliases.items() if name in names and key in fields), None)


def may_have_several(field: Field) -> bool:
    """Whether one line may hold several values of it."""
    return field.form in _MANY


def _whole(part: Part, number: int, line: str, column: int) -> Cursor:
    return Cursor(part, "", Span(number, 0, len(line)), line[:column], line)


def _value(key: str, number: int, line: str, start: int, column: int, *, parted: bool) -> Cursor:
    """The one of several values in a line that holds the column; a title in 《》 is never parted."""
    start = min(start, column)
    end = len(line)
    if parted:
        for match in _PARTED.finditer(line, start):
            if match.end() <= column:
                start = match.end()
            else:
                end = match.start()
                break
    while start < column and line[start] in "'\"":
        start += 1
    text = line[start:end].rstrip(" \u3000'\"")
    end = max(start + len(text), column)
    return Cursor(Part.VALUE, key, Span(number, start, end), line[start:column], line[start:end])
