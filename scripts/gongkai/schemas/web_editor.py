"""The configuration of a Git-based web editor (Decap CMS; Sveltia CMS reads the same): a form for each kind of document.

Widgets come from the fields' own statements, words from `site.yaml`. The text is JSON, which is YAML too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.fields import Field, Form, fields_of
from gongkai.model.settings import Settings
from gongkai.reading.cleaning import CONCLUSIONS
from gongkai.schemas.forms import schema_of
from gongkai.schemas.vocabularies import choices_for, words_for

FOLDER = "admin"
"""Where a site keeps the page of the editor, beside its sources and outside the published column."""
BACKENDS = ("github", "gitlab", "gitea")

Widget = dict[str, Any]
_SLUG = "{{year}}{{month}}{{day}}-{{hour}}{{minute}}{{second}}"
"""A file name is a part of an address for ever: the moment of its first saving is short, and signs of titles are not in it."""
_NOTE = "# 由 gongkai cms 写成；site.yaml 改了再写一次，不用手改\n"
_RELATED: Mapping[str, tuple[str, str]] = {"解读链接": ("interpretations", "政策解读"), "解读对象": ("policies", "政策文件")}
"""Keys that lead from one collection into the other. Effects may also name documents outside the column, which no list has."""
_LONG = ("概述",)
_LATER = ("草稿", "下架日", "下架原因", "更正")


@dataclass(frozen=True, slots=True)
class Host:
    """Where the repository is: the kind of host, `group/name`, the branch edited on, and what its log-in needs."""

    backend: str = "gitlab"
    repository: str = ""
    branch: str = "main"
    address: str = ""
    application: str = ""


def web_editor_files(settings: Settings, host: Host) -> dict[str, str]:
    """File name → text of the page and its configuration; the program itself is the site's to fetch."""
    configuration = json.dumps(configuration_of(settings, host), ensure_ascii=False, indent=1)
    return {"config.yml": f"{_NOTE}{configuration}\n", "index.html": _PAGE}


def configuration_of(settings: Settings, host: Host) -> dict[str, Any]:
    """The whole configuration. Each saving is one commit on the branch, so that a policy and its 解读 go out together."""
    backend = {"name": host.backend, "repo": host.repository, "branch": host.branch}
    if host.address:
        backend |= {"base_url": host.address, "api_root": f"{host.address.rstrip('/')}/api/v{4 if host.backend == 'gitlab' else 1}"}
    if host.application:
        backend |= {"auth_type": "pkce", "app_id": host.application}
    words = {"create": "新建 {{slug}}", "update": "修改 {{slug}}", "delete": "删去 {{slug}}", "uploadMedia": "上传 {{path}}", "deleteMedia": "删去 {{path}}"}
    return {
        "backend": {**backend, "commit_messages": words},
        "local_backend": True,
        "publish_mode": "simple",
        "locale": "zh_Hans",
        "media_folder": "policies",
        "public_folder": "",
        "show_preview_links": False,
        "collections": [_collection(Policy, settings), _collection(Interpretation, settings)],
    }


def _collection(kind: type[Document], settings: Settings) -> dict[str, Any]:
    folder = "policies" if kind is Policy else "interpretations"
    names = _names(kind, settings)
    asked = sorted((one for one in fields_of(kind) if one.key in names), key=_rank)
    fields = [_field(one, names[one.key], kind, settings) for one in asked]
    fields += [{"name": key, "label": key, "widget": "string", "required": False} for key in settings.extra_keys.get(kind.KIND_WORD, ())]
    body = {"name": "body", "label": "正文", "widget": "markdown", "modes": ["raw"], "hint": "用 Markdown 写：一段空一行，标题从 ## 开始"}
    dated = [names[key] for key in ("发文日期", "公开日期") if key in names]
    title = names["标题"]
    return {
        "name": folder,
        "label": kind.KIND_WORD,
        "label_singular": kind.KIND_WORD,
        "description": "文件名在第一次保存时定下，就是网址，以后不变。撤下的写“下架日”，不要删除。",
        "folder": folder,
        "path": "{{year}}/{{slug}}" if kind is Policy else "{{slug}}",
        "slug": _SLUG if kind is Policy else f"jd-{_SLUG}",
        "identifier_field": title,
        "summary": f"{{{{{title}}}}} {{{{{names['文号']}}}}}" if kind is Policy else f"{{{{{title}}}}}",
        "sortable_fields": [title, *dated],
        "format": "frontmatter",
        "extension": "md",
        "create": True,
        "delete": False,
        "media_folder": "",
        "public_folder": "",
        "editor": {"preview": False},
        "fields": [*fields, body],
    }


def _rank(one: Field) -> int:
    """What must be filled in comes first, what is for later last."""
    return 0 if one.required else 2 if one.key in _LATER else 1


def _names(kind: type[Document], settings: Settings) -> dict[str, str]:
    """The name that each key is written under: the site's own for it, unless that means another key too."""
    aliases = settings.key_aliases.get(kind.KIND_WORD, {})
    found: dict[str, str] = {}
    for one in fields_of(kind):
        name = next(iter(aliases.get(one.key, ())), one.key)
        if name not in found.values():
            found[one.key] = name
        elif one.key not in found.values():
            found[one.key] = one.key
    return found


def _field(one: Field, name: str, kind: type[Document], settings: Settings) -> Widget:
    """The widget of a field under its Chinese label, with its help."""
    widget = {"name": name, "label": one.key, "required": one.required, "hint": f"{one.help}（{one.form.value}）"}
    if one.key in _RELATED:
        collection, _ = _RELATED[one.key]
        return widget | {"widget": "relation", "collection": collection, "multiple": True, "value_field": "{{slug}}",
                         "search_fields": ["标题", "文号"], "display_fields": ["标题"], "options_length": 50}  # fmt: skip
    made = _WIDGETS.get(one.form, _line)(one, settings)
    if one.key in _LONG:
        made = {"widget": "text"}
    if one.key == "草稿":
        made = {"widget": "boolean", "default": True, "required": False, "hint": f"{one.help}；定稿以后关掉"}
    return widget | made


def _line(one: Field, settings: Settings) -> Widget:
    words = [word for word, _ in words_for(one, settings)]
    return _choice(words) if words else {"widget": "string"}


def _choice(words: Iterable[str], several: bool = False) -> Widget:
    made: Widget = {"widget": "select", "options": list(words)}
    return made | {"multiple": True} if several else made


def _judged(one: Field, settings: Settings) -> Widget:
    """A line that the reader's own form judges while it is typed."""
    pattern = schema_of(one.form)["anyOf"][0]["pattern"]
    return {"widget": "string", "pattern": [pattern, f"（写作：{one.form.value}）"]}


def _day(one: Field, settings: Settings) -> Widget:
    form = "YYYY-MM-DD"
    return {"widget": "datetime", "format": form, "date_format": form, "time_format": False, "default": ""}


def _words(one: Field, settings: Settings) -> Widget:
    words = [word for word, _ in words_for(one, settings)]
    return _choice(words, several=True) if words else _list(one, settings)


def _list(one: Field, settings: Settings) -> Widget:
    """Several values in a line, parted by commas."""
    return {"widget": "list", "allow_add": True, "hint": f"{one.help}；几个用英文逗号隔开"}


def _items(one: Field, settings: Settings) -> Widget:
    options = [{"label": f"{id} {name}".strip(), "value": id} for id, name in words_for(one, settings)]
    return {"widget": "select", "multiple": True, "options": options}


def _files(one: Field, settings: Settings) -> Widget:
    return {"widget": "list", "default": [], "field": {"name": "file", "label": "文件", "widget": "file", "choose_url": False}}


def _cleaning(one: Field, settings: Settings) -> Widget:
    rows = [
        {"name": "文号", "label": "文号", "widget": "string"}, {"name": "名称", "label": "名称", "widget": "string", "required": False},
        {"name": "结论", "label": "结论", **_choice(CONCLUSIONS)}, {"name": "备注", "label": "备注", "widget": "string", "required": False},
    ]  # fmt: skip
    return {"widget": "list", "default": [], "collapsed": True, "summary": "{{fields.文号}} {{fields.结论}}", "fields": rows}


def _corrections(one: Field, settings: Settings) -> Widget:
    rows = [{"name": "日期", "label": "日期", **_day(one, settings)}, {"name": "内容", "label": "改了什么", "widget": "string"}]
    return {"widget": "list", "default": [], "collapsed": False, "summary": "{{fields.日期}} {{fields.内容}}", "fields": rows}


def _chosen(one: Field, settings: Settings) -> Widget:
    return _choice(choices_for(one))


def _number(one: Field, settings: Settings) -> Widget:
    return {"widget": "number", "value_type": "int"}


_WIDGETS: Mapping[Form, Callable[[Field, Settings], Widget]] = {
    Form.DATE: _day, Form.MOMENT: _judged, Form.NUMBER: _judged, Form.UNIFIED: _judged, Form.VALIDITY: _chosen, Form.EXPLAINED_BY: _chosen,
    Form.STAGE: _chosen, Form.PAGE_KIND: _chosen, Form.WORDS: _words, Form.REFERENCES: _list, Form.ATTACHMENTS: _files, Form.CLEANING: _cleaning,
    Form.CORRECTIONS: _corrections, Form.ITEMS: _items, Form.TICKED: _list, Form.INTEGER: _number, Form.YEAR: _number,
}  # fmt: skip

_PAGE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>网页编辑</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<noscript>网页编辑要用脚本。</noscript>
<script src="decap-cms.js"></script>
<script>
// What was left empty is not written: an empty value would be reported, and an empty 下架日 keeps a document back.
CMS.registerEventListener({
  name: "preSave",
  handler: function (event) {
    return event.entry.get("data").filter(function (value) {
      return value !== "" && value !== null && value !== undefined && value.size !== 0;
    });
  }
});
</script>
</body>
</html>
"""
