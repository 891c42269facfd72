"""The organs, the 法定事项 and the column tree of `site.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gongkai.model.addresses import is_reserved
from gongkai.model.legal_items import LEVELS, LegalItem, item_id
from gongkai.model.settings import Column, Organ
from gongkai.reading.entries import read_tree
from gongkai.reading.settings_values import Values
from gongkai.reading.values import PAGE_KINDS

COLUMN_KEYS = ("名称", "代码", "页面", "目录", "列表", "类型", "说明", "关键词", "更新周期", "预设", "法定事项", "汇集", "子栏目")
ORGAN_KEYS = ("名称", "代码", "代字", "层级", "不涉及")
LISTINGS = ("政策", "解读", "机关")
ITEM_KEYS = ("名称", "条款", "说明", "层级", "政策", "选设")
_CODE = re.compile(r"^[a-z0-9][a-z0-9-]*$")
_COUNT = re.compile(r"^[0-9]{1,6}$")


class TreeReader(Values):
    """Reads the parts of `site.yaml` that are trees or tables of their own."""

    legal_items: Mapping[str, LegalItem]

    def _legal_items(self) -> dict[str, LegalItem]:
        """The law's items (`presets.yaml`), then what the site adds or puts in their place."""
        presets, _, _ = read_tree((Path(__file__).parent / "presets.yaml").read_text(encoding="utf-8"))
        assert isinstance(presets, dict)
        items = {id: self._legal_item(id, entry, "") for id, entry in presets["法定事项"].items()}
        for name, raw in self._mapping(self.tree.get("法定事项"), "法定事项").items():
            path = f"法定事项/{name}"
            entry = self._mapping(raw, path)
            for key in entry:
                self._known(key, ITEM_KEYS, f"{path}/{key}")
            items[item_id(name)] = self._legal_item(item_id(name), entry, path)
        return items

    def _legal_item(self, id: str, entry: dict[str, Any], path: str) -> LegalItem:
        return LegalItem(
            id=id,
            name=self._text(entry, "名称", f"{path}/") or id,
            clause=self._text(entry, "条款", f"{path}/"),
            description=self._text(entry, "说明", f"{path}/"),
            levels=self._levels(entry.get("层级"), f"{path}/层级") or LEVELS,
            policies=self._words(entry.get("政策"), f"{path}/政策"),
            optional=entry.get("选设") == "是",
        )

    def _levels(self, value: Any, path: str) -> tuple[str, ...]:
        words = self._words(value, path)
        for word in words:
            if word not in LEVELS:
                self._odd(path, f"层级“{word}”不认识", f"可用：{'、'.join(LEVELS)}")
        return tuple(word for word in words if word in LEVELS)

    def _organs(self) -> tuple[Organ, ...]:
        organs = []
        for i, raw in enumerate(self._list("机关")):
            path = f"机关/{i}"
            entry = {"名称": raw} if isinstance(raw, str) else self._mapping(raw, path)
            for key in entry:
                self._known(key, ORGAN_KEYS, f"{path}/{key}")
            if not entry.get("名称"):
                self._odd(path, "这个机关没有名称", "写“名称: ××区人民政府”")
                continue
            level = self._levels(entry.get("层级"), f"{path}/层级")
            code = self._code(entry, path)
            if level and not code:
                self._odd(path, f"机关“{entry['名称']}”写了层级，没有代码，不能有自己的页面", "加上“代码: jyj”，只用小写字母、数字和“-”")
            organs.append(
                Organ(
                    self._text(entry, "名称", f"{path}/"),
                    code,
                    self._words(entry.get("代字"), f"{path}/代字"),
                    "".join(level[:1]),
                    tuple(self._item(word, f"{path}/不涉及") for word in self._words(entry.get("不涉及"), f"{path}/不涉及")),
                    self.lines.get(path, 1),
                )
            )
        return tuple(organs)

    def _item(self, text: str, path: str) -> str:
        id = item_id(text)
        named = next((item.id for item in self.legal_items.values() if item.name == id), id)
        if text and named not in self.legal_items:
            self._odd(path, f"没有法定事项“{text}”", "如“20-7”，编号见 docs/站点设置.md")
            return ""
        return named

    def _code(self, entry: dict[str, Any], path: str) -> str:
        code = str(entry.get("代码", ""))
        if code and not _CODE.match(code):
            self._odd(f"{path}/代码", f"代码“{code}”不能用作网址", "只用小写字母、数字和“-”")
            return ""
        if code and (path.split("/", maxsplit=1)[0], code) in self._codes:
            self._odd(f"{path}/代码", f"代码“{code}”用了两次", "各用各的")
        self._codes.add((path.split("/", maxsplit=1)[0], code))
        return code

    def _source(self, entry: dict[str, Any], key: str, path: str) -> str:
        """A place below content/, without the prefix and the ending that editors may write."""
        text = self._text(entry, key, f"{path}/").replace("\\", "/").strip("/").removeprefix("content/").removesuffix(".md")
        address = f"{text}.html" if key == "页面" else f"{text}/index.html"
        if text and (".." in text.split("/") or ":" in text or is_reserved(address)):
            self._odd(f"{path}/{key}", f"{key}“{text}”不能用", "写 content/ 下的一个位置，不用“..”，不用栏目自己的网址")
            return ""
        return text

    def _columns(self, raw: list[Any], path: str) -> tuple[Column, ...]:
        columns = []
        for i, node in enumerate(raw):
            at = f"{path}/{i}"
            entry = self._mapping(node, at)
            for key in entry:
                self._known(key, COLUMN_KEYS, f"{at}/{key}")
            item = self._item(self._text(entry, "法定事项", f"{at}/"), f"{at}/法定事项")
            name = self._text(entry, "名称", f"{at}/") or (self.legal_items[item].name if item else "")
            if not name:
                self._odd(at, "这个栏目没有名称", "写“名称: 政府信息公开指南”")
                continue
            columns.append(self._column(entry, name, item, at))
        return tuple(columns)

    def _column(self, entry: dict[str, Any], name: str, item: str, at: str) -> Column:
        kinds = [key for key in ("页面", "目录", "列表") if entry.get(key)]
        if len(kinds) > 1:
            self._odd(at, f"栏目“{name}”同时写了{'、'.join(kinds)}", "只留一个")
        listing, gathers = self._word(entry, "列表", LISTINGS, at), self._word(entry, "汇集", PAGE_KINDS, at)
        period = (self._text(entry, "更新周期", f"{at}/") or "0").removesuffix("天").strip()
        if not _COUNT.match(period):
            self._odd(f"{at}/更新周期", f"更新周期“{period}”不是天数", "写天数，如“180”")
            period = "0"
        children = entry.get("子栏目") or []
        if not isinstance(children, list):
            self._odd(f"{at}/子栏目", "“子栏目”应是一列", "每项以“- ”开头")
            children = []
        own = self._columns(children, f"{at}/子栏目")
        preset = self._word(entry, "预设", LEVELS, at)
        given = self.legal_items.get(item)
        return Column(
            name=name,
            code=self._code(entry, at) or self._own_code(item, at),
            line=self.lines.get(at, 1),
            page=self._source(entry, "页面", at),
            folder=self._source(entry, "目录", at),
            listing=listing,
            column_type=self._text(entry, "类型", f"{at}/") or ("信息公开目录" if item else ""),
            description=self._text(entry, "说明", f"{at}/") or (_described(given) if given else ""),
            keywords="，".join(self._words(entry.get("关键词"), f"{at}/关键词")),
            update_days=int(period),
            item=item,
            gathers=gathers,
            children=self._with_preset(own, preset, self.lines.get(f"{at}/预设", 1)) if preset else own,
        )

    def _own_code(self, item: str, at: str) -> str:
        if item and ("栏目", f"item-{item}") not in self._codes:
            self._codes.add(("栏目", f"item-{item}"))
            return f"item-{item}"
        return f"column-{at.removeprefix('栏目/').replace('/子栏目/', '-')}"

    def _with_preset(self, own: tuple[Column, ...], level: str, line: int) -> tuple[Column, ...]:
        """A column for each item of the level in the law's order; the site's own column for an item stands in its place."""
        given = {column.item: column for column in own if column.item}
        columns = []
        for item in self.legal_items.values():
            if item.id in given:
                columns.append(given[item.id])
            elif level in item.levels and not item.optional:
                columns.append(
                    Column(item.name, self._own_code(item.id, f"preset-{item.id}"), line, column_type="信息公开目录",
                           description=_described(item), keywords=item.name, item=item.id)
                )  # fmt: skip
        return (*columns, *(column for column in own if not column.item))

    def _word(self, entry: dict[str, Any], key: str, words: tuple[str, ...], at: str) -> str:
        word = self._text(entry, key, f"{at}/")
        if word and word not in words:
            self._odd(f"{at}/{key}", f"{key}“{word}”不认识", f"写{'、'.join(f'“{known}”' for known in words)}之一")
            return ""
        return word


def _described(item: LegalItem) -> str:
    return f"{item.description or item.name}（《中华人民共和国政府信息公开条例》{item.clause}）" if item.clause else item.description
