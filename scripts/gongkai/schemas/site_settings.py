"""`site.yaml` as JSON Schema: its keys and what each holds. Every value may be text, for that is how it is read."""

from __future__ import annotations

from gongkai.model.annual_report import Layout
from gongkai.model.documents import Interpretation, Page, Policy
from gongkai.model.legal_items import LEVELS
from gongkai.model.problems import Severity
from gongkai.model.records import RECORDS
from gongkai.model.settings import Settings
from gongkai.reading import waiver_list
from gongkai.reading.column_tree import COLUMN_KEYS, ITEM_KEYS, LISTINGS, ORGAN_KEYS
from gongkai.reading.settings import DOWNLOADS, EXPORTED, KEYS, OFF, TEXTS
from gongkai.reading.values import PAGE_KINDS
from gongkai.schemas.forms import Schema
from gongkai.schemas.front_matter import DRAFT

_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_WORDS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": {"type": ["string", "number", "boolean"]}}]}
_YES: Schema = {"enum": [True, False, "是", "否", "true", "false", None]}
_COUNT: Schema = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 999_999}, {"type": "string", "pattern": "^[0-9]{1,6}$"}]}
_NONE: Schema = {"type": "null"}


def site_schema(settings: Settings) -> Schema:
    """The whole of `site.yaml`; thresholds and parameters are those that there are."""
    severities = [*(s.word for s in Severity), *(s.value for s in Severity), *OFF]
    kinds = (Policy.KIND_WORD, Interpretation.KIND_WORD, Page.KIND_WORD, *RECORDS)
    properties: dict[str, Schema] = {
        **dict.fromkeys(TEXTS, _TEXT),
        "网址": {"anyOf": [{"type": "string", "pattern": "^(?:[Hh][Tt][Tt][Pp][Ss]?://|$)"}, _NONE]},
        "主色": {"anyOf": [{"type": "string", "pattern": "^(?:#[0-9a-fA-F]{6})?$"}, _NONE]},
        "机关": _list({"anyOf": [{"type": "string"}, _object(_organ(settings), ORGAN_KEYS, ["名称"])]}),
        "栏目": _list({"$ref": "#/definitions/栏目"}),
        "页脚": _table(_TEXT),
        "主题分类": _table(_WORDS),
        "文种": _WORDS,
        "机关代字": _WORDS,
        "机关代字别名": _table(_TEXT),
        "级别": _table({"enum": severities}),
        "豁免": _list(_object({"规则": _WORDS, "文件": _TEXT, "理由": _TEXT, "到期": _TEXT}, waiver_list.KEYS, ["规则", "文件"])),
        "阈值": _object(dict.fromkeys(settings.thresholds, _COUNT), tuple(settings.thresholds)),
        "规则参数": _object(dict.fromkeys(settings.parameters, _WORDS), tuple(settings.parameters)),
        "字段别名": _object(dict.fromkeys(kinds, _table(_WORDS)), kinds),
        "值别名": _table(_table(_TEXT)),
        "扩展字段": _object(dict.fromkeys(kinds, _WORDS), kinds),
        "默认仅看有效": _YES,
        "同义词": _table(_WORDS),
        "法定事项": _table(_object({"政策": _WORDS, "层级": _words_of(LEVELS), "选设": {"type": ["string", "boolean", "null"]}}, ITEM_KEYS)),
        "年报格式": {"type": ["object", "null"], "description": Layout.__doc__ or ""},
        "下载": _words_of((*DOWNLOADS, "无")),
        "导出": _table(_object(dict.fromkeys(EXPORTED, _TEXT), EXPORTED)),
    }
    return {
        "$schema": DRAFT, "title": "站点设置 site.yaml", "type": "object",
        "properties": {key: properties[key] for key in KEYS}, "additionalProperties": False,
        "definitions": {"栏目": _object(_column(settings), COLUMN_KEYS)},
    }  # fmt: skip


def _organ(settings: Settings) -> dict[str, Schema]:
    code: Schema = {"type": "string", "pattern": "^(?:[a-z0-9][a-z0-9-]*)?$"}
    return {"代码": code, "代字": _WORDS, "层级": _words_of(LEVELS), "不涉及": {"anyOf": [{"type": "array", "items": _legal_item(settings)}, _TEXT]}}


def _column(settings: Settings) -> dict[str, Schema]:
    return {
        "代码": {"type": "string", "pattern": "^(?:[a-z0-9][a-z0-9-]*)?$"},
        "列表": _word_of(LISTINGS),
        "汇集": _word_of(PAGE_KINDS),
        "预设": _word_of(LEVELS),
        "关键词": _WORDS,
        "更新周期": {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 999_999}, {"type": "string", "pattern": "^(?:[0-9]{1,6} *天?)?$"}, _NONE]},
        "法定事项": {"anyOf": [_legal_item(settings), _NONE]},
        "子栏目": _list({"$ref": "#/definitions/栏目"}),
    }


def _legal_item(settings: Settings) -> Schema:
    """The ids, to be completed; an item may be named in other ways too, which rules judge."""
    return {"anyOf": [{"enum": list(settings.legal_items)}, {"type": ["string", "number"]}]}


def _object(properties: dict[str, Schema], keys: tuple[str, ...], required: list[str] | None = None) -> Schema:
    schema: Schema = {"type": ["object", "null"], "properties": {key: properties.get(key, _TEXT) for key in keys}, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def _table(values: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": values}


def _list(items: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": items}, _NONE]}


def _word_of(words: tuple[str, ...]) -> Schema:
    return {"enum": [*words, "", None]}


def _words_of(words: tuple[str, ...]) -> Schema:
    return {"anyOf": [{"enum": [*words, None]}, {"type": "array", "items": {"enum": list(words)}}]}
