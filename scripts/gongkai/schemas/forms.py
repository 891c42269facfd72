"""The JSON Schema of each `Form`: what `reading.values` takes without a remark, as far as a schema can tell.

A value may come as text or as what YAML makes of it (a number, true). Patterns keep to what Python and JavaScript share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gongkai.model.fields import Form
from gongkai.model.validity import Validity
from gongkai.reading.cleaning import COLUMNS, CONCLUSIONS
from gongkai.reading.values import EXPLANATION_FORMS, EXPLANATION_STAGES, FALSE, PAGE_KINDS, TRUE

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_DIGIT = "[0-9０-９]"
_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-9]))"
)
_MOMENT = f"^ *(?!0000)[0-9]{{4}}-{_DAY}(?: (?:[01][0-9]|2[0-3]):[0-5][0-9](?::00)?)? *$"
_ISSUER = "[\u3400-\u9fffA-Za-z〇、·]+"
_YEAR = "(?:19(?:1[1-9]|[2-9][0-9])|20[0-9]{2})"
_SEQUENCE = "(?:[1-9][0-9]{0,11}|[〇零一二三四五六七八九十百千]+)"
_NUMBER = (
    f"^ *(?:{_ISSUER}〔{_YEAR}〕[1-9][0-9]{{0,11}}号|{_ISSUER}(?:令|公告|通告)[（(〔]?(?:[0-9]{{4}}年?)?[）)〕]?第{_SEQUENCE}号) *$"
)
_TOPIC = r"^(?:[^\\/＼／>—]*[^\\/＼／>—\s])?(?:\\(?:[^\\/＼／>—\s][^\\/＼／>—]*)?)*$"


def schema_of(form: Form, others: Iterable[str] = ()) -> Schema:
    """The schema of a form; `others` are words that the site takes for a value (值别名)."""
    schema = _SCHEMAS[form]
    words = list(others)
    return {"anyOf": [{"enum": words}, *_alternatives(schema)]} if words else schema


def offering(words: Iterable[str], schema: Schema) -> Schema:
    """The same schema, with words that an editor may complete: rules judge vocabularies, since they know exceptions."""
    offered = list(dict.fromkeys(words))
    return {"anyOf": [{"enum": offered}, *_alternatives(schema)]} if offered else schema


def _alternatives(schema: Schema) -> list[Schema]:
    return list(schema["anyOf"]) if set(schema) == {"anyOf"} else [schema]


def _one(schema: Schema) -> Schema:
    """The value alone or as a list of one, which reads the same."""
    return {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1, "maxItems": 1}]}


def _one_or_more(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1}]}


def _words(words: Iterable[str]) -> Schema:
    return _one({"enum": list(words)})


def _any_case(words: Iterable[str]) -> str:
    return "|".join("".join(f"[{c.upper()}{c}]" if c.isalpha() and c.isascii() else c for c in word) for word in words)


def _cleaning() -> Schema:
    conclusions = "|".join(sorted(CONCLUSIONS, key=len, reverse=True))
    line: Schema = {"type": "string", "pattern": conclusions}
    by_part: Mapping[str, list[str]] = {part: [c for c, p in COLUMNS.items() if p == part] for part in COLUMNS.values()}
    named = [{"required": [column]} for part in ("text", "title") for column in by_part[part]]
    row: Schema = {
        "type": "object",
        "properties": {column: {"enum": list(CONCLUSIONS)} if part == "word" else _SCALAR for column, part in COLUMNS.items()},
        "additionalProperties": False,
        "allOf": [{"anyOf": named}, {"anyOf": [{"required": [column]} for column in by_part["word"]]}],
    }
    return {"anyOf": [line, {"type": "array", "items": {"anyOf": [line, row]}, "minItems": 1}]}


def _corrections() -> Schema:
    day = f"(?!0000)[0-9]{{4}}-{_DAY}"
    words = r"(?!\s*日)[\s:：,，]*[^\s:：,，]"
    line: Schema = {"type": "string", "pattern": f"^{day}{words}|^\\{{\\s*日期\\s*[:：]\\s*{day}\\s*[,，]\\s*内容\\s*[:：]\\s*[^\\s}}]"}
    row: Schema = {
        "type": "object", "properties": {"日期": {"type": "string", "pattern": f"^ *{day} *$"}, "内容": _SCALAR},
        "additionalProperties": False, "required": ["日期", "内容"],
    }  # fmt: skip
    return {"anyOf": [line, {"type": "array", "items": {"anyOf": [line, row]}, "minItems": 1}]}


_SCHEMAS: Mapping[Form, Schema] = {
    Form.TEXT: _one_or_more(_SCALAR),
    Form.DATE: _one({"type": "string", "pattern": _MOMENT}),
    Form.MOMENT: _one({"type": "string", "pattern": _MOMENT}),
    Form.NUMBER: _one({"type": "string", "pattern": _NUMBER}),
    Form.UNIFIED: _one({"type": "string", "pattern": "^[A-Z]{4}[0-9]{2}-[0-9]{4}-[0-9]{4}$"}),
    Form.VALIDITY: _words(v.value for v in Validity),
    Form.TOPIC: _one_or_more({"type": ["string", "number", "boolean"], "pattern": _TOPIC}),
    Form.WORDS: _one_or_more(_SCALAR),
    Form.REFERENCES: _one_or_more(_SCALAR),
    Form.ATTACHMENTS: _one_or_more(_SCALAR),
    Form.EXPLAINED_BY: _words(EXPLANATION_FORMS),
    Form.STAGE: _words(EXPLANATION_STAGES),
    Form.CLEANING: _cleaning(),
    Form.CORRECTIONS: _corrections(),
    Form.PAGE_KIND: _words(PAGE_KINDS),
    Form.TICKED: _one_or_more(_SCALAR),
    Form.ITEMS: _one_or_more(_SCALAR),
    Form.YES_NO: _one({"anyOf": [
        {"type": "boolean"}, {"enum": [0, 1]}, {"type": "string", "pattern": f"^(?:{_any_case((*TRUE, *FALSE))})$"},
    ]}),
    Form.INTEGER: _one({"anyOf": [
        {"type": "integer", "minimum": -999_999_999, "maximum": 999_999_999},
        {"type": "string", "pattern": f"^[-－—–]?{_DIGIT}{{1,9}}$"},
    ]}),
    Form.YEAR: _one({"anyOf": [
        {"type": "integer", "minimum": 1900, "maximum": 2200},
        {"type": "string", "pattern": f"^(?:[1１][9９]{_DIGIT}{{2}}|[2２][0０1１]{_DIGIT}{{2}}|[2２][2２][0０]{{2}})年?$"},
    ]}),
}  # fmt: skip
