"""The front matter of each kind of document, and the rows of its data files, as JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.model.documents import Document
from gongkai.model.fields import Field, Form, fields_of
from gongkai.model.records import Record
from gongkai.model.settings import Settings
from gongkai.reading.values import TRUE
from gongkai.schemas.forms import Schema, offering, schema_of
from gongkai.schemas.vocabularies import words_for

DRAFT = "http://json-schema.org/draft-07/schema#"
_IS_DRAFT: Schema = {"properties": {"草稿": {"enum": [True, 1, *TRUE]}}, "required": ["草稿"]}


def front_matter_schema(document_class: type[Document], settings: Settings) -> Schema:
    """The keys of a kind with the site's own names, words and keys for them. A draft need not be complete."""
    kind = document_class.KIND_WORD
    aliases = settings.key_aliases.get(kind, {})
    properties: dict[str, Schema] = {}
    for field in fields_of(document_class):
        said = _described(field, settings, kind)
        for name in _names(field.key, aliases):
            properties.setdefault(name, said)
    for key in settings.extra_keys.get(kind, ()):
        properties.setdefault(key, {"description": "本站的扩展字段", **schema_of(Form.TEXT)})
    required = [_one_of(_names(f.key, aliases)) for f in fields_of(document_class) if f.required]
    return {
        "$schema": DRAFT, "title": f"{kind}的前置信息", "type": "object",
        "properties": properties, "additionalProperties": False,
        "if": _IS_DRAFT, "then": {}, "else": {"allOf": required},
    }  # fmt: skip


def rows_schema(record_class: type[Record], kind: str, settings: Settings) -> Schema:
    """A YAML data file of a 页面类型: a list of rows whose keys are the columns, by any of their names."""
    aliases = settings.key_aliases.get(kind, {})
    names: dict[str, list[str]] = {}
    for field in fields_of(record_class):
        others = [other for other, key in record_class.ALIASES.items() if key == field.key]
        names[field.key] = list(dict.fromkeys((*_names(field.key, aliases), *others, *record_class.FOLDED.get(field.key, ()))))
    properties: dict[str, Schema] = {}
    for field in fields_of(record_class):
        for name in names[field.key]:
            folded = name in record_class.FOLDED.get(field.key, ())
            properties.setdefault(name, schema_of(Form.TEXT) if folded else _described(field, settings, kind))
    for key in settings.extra_keys.get(kind, ()):
        properties.setdefault(key, {"description": "本站加的列", **schema_of(Form.TEXT)})
    required = [_one_of(names[f.key]) for f in fields_of(record_class) if f.required]
    row = {"type": "object", "properties": properties, "additionalProperties": False, "allOf": required}
    if not required:
        del row["allOf"]
    return {"$schema": DRAFT, "title": f"{kind}的数据", "type": "array", "items": row}


def _described(field: Field, settings: Settings, kind: str) -> Schema:
    schema = schema_of(field.form, settings.value_aliases.get(field.key, {}))
    words = (word for word, _ in words_for(field, settings))
    return {"description": f"{field.help}（{field.form.value}）", **offering(words, schema)}


def _names(key: str, aliases: Mapping[str, Any]) -> tuple[str, ...]:
    """Every name that a key is read from; its own is read too where the others are not there."""
    return tuple(dict.fromkeys((*aliases.get(key, ()), key)))


def _one_of(names: Iterator[str] | list[str] | tuple[str, ...]) -> Schema:
    every = [{"required": [name]} for name in names]
    return every[0] if len(every) == 1 else {"anyOf": every}
