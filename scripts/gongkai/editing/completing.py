"""What can be written at a place: keys still to be used, the words of the site, documents by 文号, file name or title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import PurePosixPath

from gongkai.drafting.register import Register
from gongkai.editing.cursor import Cursor, Part, cursor_at, field_called, keys_written, may_have_several
from gongkai.editing.naming import wanted_kind
from gongkai.editing.showing import card, key_help
from gongkai.editing.site import Picture
from gongkai.editing.texts import Span
from gongkai.model.document_number import DocumentNumber
from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.fields import Field, Form, fields_of
from gongkai.model.settings import Settings
from gongkai.schemas.vocabularies import choices_for, words_for

MOST = 60
"""As many documents are offered at once; more come as more is typed."""

_BY_FILE_NAME = ("解读链接", "解读对象", "相关文件")
_LINK = re.compile(r"\]\([^()\s]*$")
_TITLE = re.compile("《[^《》]{0,60}$")
_NUMBER = re.compile("[\u3400-\u9fffA-Za-z〇]{1,24}(?:[〔［\\[（(【﹝][0-9]{0,4}(?:[〕］\\]）)】﹞]第?[0-9]{0,5}号?)?)?$")
_BRACKETS = str.maketrans("［[（(【﹝］]）)】﹞", "〔〔〔〔〔〔〕〕〕〕〕〕")


class Kind(Enum):
    """What is offered, so that an editor can put a sign beside it."""

    KEY = "key"
    WORD = "word"
    DOCUMENT = "document"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words shown, words written in the place of `Suggestions.span`, a short and a long explanation (Markdown)."""

    label: str
    written: str
    kind: Kind
    detail: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """In the order of use; `complete` where typing more brings no others."""

    span: Span
    typed: str
    items: tuple[Suggestion, ...]
    complete: bool = True


def suggestions(
    lines: Sequence[str], number: int, column: int, path: str, document_class: type[Document], settings: Settings,
    picture: Picture | None, today: date,
) -> Suggestions:
    """What can be written at a place of the document `path`."""
    cursor = cursor_at(lines, number, column)
    if cursor.part is Part.KEY:
        return Suggestions(cursor.span, cursor.typed, tuple(_keys(lines, cursor, document_class, settings)))
    if cursor.part is Part.VALUE:
        return _values(cursor, path, document_class, settings, picture, today)
    if cursor.part is Part.BODY and picture:
        return _in_body(cursor, path, picture)
    return Suggestions(cursor.span, cursor.typed, ())


def _keys(lines: Sequence[str], cursor: Cursor, document_class: type[Document], settings: Settings) -> Iterator[Suggestion]:
    """The keys not used yet, those that must be there first; a colon that stands there already is not written again."""
    colon = "" if lines[cursor.span.line][cursor.span.end :].lstrip()[:1] in tuple(":：") else ": "
    written = {field.key for key, line in keys_written(lines).items()
               if line != cursor.span.line and (field := field_called(key, document_class, settings))}  # fmt: skip
    aliases = settings.key_aliases.get(document_class.KIND_WORD, {})
    for field in sorted(fields_of(document_class), key=lambda field: not field.required):
        if field.key not in written:
            name = next(iter(aliases.get(field.key, (field.key,))))
            yield Suggestion(name, name + colon, Kind.KEY, "必填" if field.required else field.help, key_help(field))
    for key in settings.extra_keys.get(document_class.KIND_WORD, ()):
        if key not in keys_written(lines):
            yield Suggestion(key, key + colon, Kind.KEY, "本站的扩展字段")


def _values(
    cursor: Cursor, path: str, document_class: type[Document], settings: Settings, picture: Picture | None, today: date
) -> Suggestions:
    field = field_called(cursor.key, document_class, settings)
    nothing = Suggestions(cursor.span, cursor.typed, ())
    if field is None:
        return nothing
    if field.form is Form.REFERENCES or field.form is Form.CLEANING:
        return _documents(cursor, field, path, picture) if picture else nothing
    words = [Suggestion(word, word, Kind.WORD) for word in choices_for(field)]
    words += [Suggestion(word, word, Kind.WORD, said) for word, said in words_for(field, settings)]
    if field.form in (Form.DATE, Form.MOMENT):
        words = [Suggestion(today.isoformat(), today.isoformat(), Kind.WORD, "今天")]
    elif field.form is Form.NUMBER and picture:
        words = list(_next_numbers(picture, settings, today))
    elif field.form is Form.ATTACHMENTS and picture:
        words = list(_files(path, field, picture))
    fitting = [word for word in words if _fits(cursor.typed, word.label, word.detail)] if may_have_several(field) else words
    return Suggestions(cursor.span, cursor.typed, tuple(fitting))


def _next_numbers(picture: Picture, settings: Settings, today: date) -> Iterator[Suggestion]:
    """The next 文号 of each 机关代字 of the site's own organs."""
    register = Register(numbers={policy.number: policy.path for policy in picture.site.policies if policy.number})
    for organ in settings.organs:
        for issuer in organ.issuers:
            following = str(register.next_number(issuer, today.year))
            yield Suggestion(following, following, Kind.WORD, f"{organ.name}的下一个")


def _files(path: str, field: Field, picture: Picture) -> Iterator[Suggestion]:
    """The files beside a document or below its folder, without tables for attachments and the reverse."""
    folder = PurePosixPath(path).parent
    for name in picture.site.files:
        file = PurePosixPath(name)
        if file.is_relative_to(folder) and (field.key != "数据" or file.suffix in (".csv", ".yaml", ".yml")):
            shown = file.relative_to(folder).as_posix()
            yield Suggestion(shown, shown, Kind.FILE)


def _documents(cursor: Cursor, field: Field, path: str, picture: Picture) -> Suggestions:
    """The documents that a key may name: by file name where the form says so, else by 文号."""
    wanted = wanted_kind(field.key)
    candidates = (d for d in _newest(picture) if isinstance(d, wanted) and d.path != path)
    found = [d for d in candidates if _fits(cursor.typed, *_names_of(d))]
    by_name = field.key in _BY_FILE_NAME
    items = [_document(d, d.slug if by_name or not getattr(d, "number", None) else str(getattr(d, "number", "")), picture)
             for d in found[:MOST]]  # fmt: skip
    return Suggestions(cursor.span, cursor.typed, tuple(items), len(found) <= MOST)


def _in_body(cursor: Cursor, path: str, picture: Picture) -> Suggestions:
    """After `](` a document to link to, after 《 a title with its 文号, after the beginning of a 文号 the whole of it."""
    line, before = cursor.span.line, cursor.typed
    if match := _LINK.search(before):
        typed = match[0][2:]
        found = [d for d in _newest(picture) if d.path != path and _fits(typed, *_names_of(d), d.path)]
        written = [(d, _way(path, d)) for d in found[:MOST]]
    elif match := _TITLE.search(before):
        typed = match[0]
        found = [d for d in _newest(picture) if d.path != path and isinstance(d, Policy) and _fits(typed[1:], d.title)]
        written = [(d, f"《{d.title}》" + (f"（{d.number}）" if isinstance(d, Policy) and d.number else "")) for d in found[:MOST]]
    else:
        typed, found = _numbered(before, path, picture)
        written = [(d, str(d.number)) for d in found[:MOST] if isinstance(d, Policy)]
    span = Span(line, len(before) - len(typed), _end(cursor, typed))
    return Suggestions(span, typed, tuple(_document(d, words, picture) for d, words in written), len(found) <= MOST)


def _numbered(before: str, path: str, picture: Picture) -> tuple[str, list[Document]]:
    """The longest end of what is typed that begins the 文号 of some policies. 汉字 have no word borders, so every end is tried;
    one short of a whole 机关代字 must have two letters."""
    match = _NUMBER.search(before)
    if not match:
        return "", []
    whole = match[0].translate(_BRACKETS)
    numbered = [(str(d.number), d) for d in _newest(picture) if isinstance(d, Policy) and d.number and d.path != path]
    for start in range(len(whole) - 1):
        typed = whole[start:]
        found: list[Document] = [d for number, d in numbered if number.startswith(typed) and number != typed]
        if found:
            return match[0][start:], found
    return "", []


def _end(cursor: Cursor, typed: str) -> int:
    """Where the words end that are replaced: a 》 or ） that an editor has put behind the cursor by itself goes too."""
    end = len(cursor.typed)
    after = cursor.text[end:]
    return end + 1 if typed.startswith("《") and after.startswith("》") else end


def _document(document: Document, written: str, picture: Picture) -> Suggestion:
    return Suggestion(written, written, Kind.DOCUMENT, document.title, card(document, picture))


def _names_of(document: Document) -> tuple[str, ...]:
    number: DocumentNumber | None = getattr(document, "number", None)
    return (document.slug, document.title, str(number or ""))


def _way(path: str, document: Document) -> str:
    """The link from one source to another, as Markdown wants it."""
    folder, target = PurePosixPath(path).parent, PurePosixPath(document.path)
    up = 0
    while not target.is_relative_to(folder):
        folder, up = folder.parent, up + 1
    way = "../" * up + target.relative_to(folder).as_posix()
    return f"<{way}>" if re.search(r"[\s()]", way) else way


def _newest(picture: Picture) -> Iterable[Document]:
    """Policies and interpretations as lists show them, then pages, then what is not public yet."""
    site = picture.site
    yield from site.public_policies
    yield from site.public_interpretations
    yield from site.public_pages
    yield from (d for d in site.documents() if isinstance(d, (Policy, Interpretation)) and not site.is_public(d))


def _fits(typed: str, *names: str) -> bool:
    wanted = typed.strip().lower().translate(_BRACKETS)
    return not wanted or any(wanted in name.lower() for name in names)
