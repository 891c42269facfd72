"""`site.yaml` → Settings. What it does not say comes from `defaults.yaml`; what it says wrongly becomes a problem."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from gongkai.model.annual_report import Layout
from gongkai.model.documents import Policy
from gongkai.model.fields import fields_of
from gongkai.model.problems import CannotBuild, Misreading, Severity
from gongkai.model.records import RECORDS
from gongkai.model.settings import Footer, Settings
from gongkai.reading.annual_report import default_layout, layout_of
from gongkai.reading.column_tree import TreeReader
from gongkai.reading.decoding import decode
from gongkai.reading.entries import read_tree
from gongkai.reading.waiver_list import read_waivers

TEXTS = {
    "名称": "name", "主办单位": "host", "网站名称": "website", "网站域名": "domain", "网址": "address", "网站标识码": "site_code",
    "门户首页": "portal", "说明": "description", "关键词": "keywords", "主色": "colour",
}  # fmt: skip
KEYS = (*TEXTS, "机关", "栏目", "页脚", "主题分类", "文种", "机关代字", "机关代字别名", "级别", "豁免", "阈值", "规则参数", "字段别名",
         "值别名", "扩展字段", "默认仅看有效", "同义词", "法定事项", "年报格式", "下载", "导出")  # fmt: skip
_KINDS = ("政策文件", "政策解读", "栏目页面", *RECORDS)
_COUNT = re.compile(r"^[0-9]{1,6}$")
DOWNLOADS = ("docx", "txt", "pdf", "zip")
_INTERNAL = ("草稿", "发布于", "下架日", "下架原因", "审查")  # of the office alone, or of what is not public
EXPORTED = ("网址", *(field.key for field in fields_of(Policy) if field.key not in _INTERNAL), "有效性说明", "解读")
"""What a column of an export can be: keys of a policy, its address, the reason of its state, its interpretations."""
_EXPORT = re.compile(r"^[a-z0-9][a-z0-9-]{0,40}$")
_MAY_BE_NONE = ("解读工作日", "施行追溯天数", "补录宽限天数", "年报临期天数", "栏目临期天数", "期满提醒天数", "复审年数")
"""Thresholds that may be 0: on the same day, or no reminder at all."""
OFF = ("关闭", "off", "不查")


def read_settings(path: Path, shown_as: str = "site.yaml") -> Settings:
    """Read the settings; raises CannotBuild where there is no such file."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CannotBuild(f"找不到站点设置“{path}”。在站点目录里运行，或用 --site 指出它在哪里。") from error
    return settings_of(raw, shown_as)


@lru_cache(maxsize=2)
def settings_of(raw: bytes, shown_as: str = "site.yaml") -> Settings:
    """The settings that the bytes of a `site.yaml` come to."""
    text, misreadings = decode(raw)
    tree, lines, found = read_tree(text or "")
    misreadings += found
    if not isinstance(tree, dict):
        misreadings.append(Misreading("settings", 1, "site.yaml 不是“键: 值”", "第一行如“名称: ××区政府信息公开”"))
        tree = {}
    return _Reader(tree, _defaults(), lines, misreadings).settings(shown_as)


def default_settings() -> Settings:
    """What holds where there is no `site.yaml`: for commands that also work outside a site."""
    return _Reader({}, _defaults(), {}, []).settings("site.yaml")


def _defaults() -> dict[str, Any]:
    defaults, _, _ = read_tree((Path(__file__).parent / "defaults.yaml").read_text(encoding="utf-8"))
    assert isinstance(defaults, dict)
    return defaults


class _Reader(TreeReader):
    """Reads the whole of `site.yaml`."""

    def settings(self, shown_as: str) -> Settings:
        for key in self.tree:
            self._known(key, KEYS, key)
        self.legal_items = self._legal_items()
        organs = self._organs()
        issuers = dict.fromkeys((*self._words(self._get("机关代字"), "机关代字"), *(i for o in organs for i in o.issuers)))
        texts = {name: self._text(self.tree, key) for key, name in TEXTS.items() if self.tree.get(key)}
        if texts.get("address") and not texts["address"].lower().startswith(("https://", "http://")):
            self._odd("网址", f"网址“{texts.pop('address')}”不是完整的地址", "如“https://www.gov.cn/zfxxgk/”")
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", texts.get("colour", "#0b4f9c")):
            self._odd("主色", f"主色“{texts.pop('colour')}”不是六位十六进制颜色", "如“#0b4f9c”")
        return Settings(
            path=shown_as,
            **texts,
            organs=organs,
            columns=self._columns(self._list("栏目"), "栏目"),
            footer=Footer(tuple((k, text) for k in self._mapping(self.tree.get("页脚"), "页脚")
                                if (text := self._text(self.tree["页脚"], k, "页脚/")))),
            topics={k: self._words(v, f"主题分类/{k}") for k, v in self._mapping(self._get("主题分类"), "主题分类").items()},
            genres=self._words(self._get("文种"), "文种"),
            known_issuers=tuple(issuers),
            issuer_aliases={k: str(v) for k, v in self._mapping(self._get("机关代字别名"), "机关代字别名").items()},
            severities=self._severities(),
            thresholds=self._thresholds(),
            parameters=self._parameters(),
            key_aliases=self._by_kind("字段别名", self._aliases),
            value_aliases={
                key: {k: str(v) for k, v in self._mapping(words, f"值别名/{key}").items()}
                for key, words in self._mapping(self.tree.get("值别名"), "值别名").items()
            },
            extra_keys=self._by_kind("扩展字段", self._words),
            report_layout=self._report_layout(),
            legal_items=self.legal_items,
            only_in_force=self._yes("默认仅看有效"),
            synonyms={
                word: self._words(others, f"同义词/{word}")
                for word, others in self._mapping(self.tree.get("同义词"), "同义词").items()
            },
            waivers=read_waivers(self._list("豁免"), shown_as, self.lines, self._odd),
            downloads=self._downloads(),
            exports=self._exports(),
            lines=self.lines,
            misreadings=tuple(self.misreadings),
        )

    def _downloads(self) -> tuple[str, ...]:
        words = self._words(self._get("下载"), "下载")
        for word in words:
            if word not in (*DOWNLOADS, "无"):
                self._odd("下载", f"下载“{word}”不认识", f"可用：{'、'.join(DOWNLOADS)}；都不要写“无”")
        return tuple(word for word in words if word in DOWNLOADS)

    def _exports(self) -> dict[str, dict[str, str]]:
        exports = {}
        for name, columns in self._mapping(self.tree.get("导出"), "导出").items():
            if not _EXPORT.match(name) or name in ("policies", "topic", "organ"):
                self._odd(f"导出/{name}", f"导出“{name}”不能用作文件名", "用小写字母、数字和“-”，如“shengku”；policies 已经有了")
                continue
            given = self._mapping(columns, f"导出/{name}")
            for key in given:
                self._known(key, EXPORTED, f"导出/{name}/{key}")
            found = {key: heading for key in given if key in EXPORTED and (heading := self._text(given, key, f"导出/{name}/"))}
            if found:
                exports[name] = found
            else:
                self._odd(f"导出/{name}", f"导出“{name}”没有可用的列", "每列写“我们的键: 他们的列名”，如“标题: title”")
        return exports

    def _report_layout(self) -> Layout:
        given = self._mapping(self.tree.get("年报格式"), "年报格式")
        if given:
            try:
                return layout_of({**default_layout(), **given})
            except (KeyError, TypeError, AttributeError):
                self._odd("年报格式", "年报格式读不出，用了默认的", "照 reading/annual_report.yaml 的样子写")
        return layout_of(default_layout())

    def _severities(self) -> dict[str, Severity | None]:
        severities: dict[str, Severity | None] = {}
        for rule, word in self._mapping(self.tree.get("级别"), "级别").items():
            severity = Severity.from_word(str(word))
            if severity is None and word not in OFF:
                self._odd(f"级别/{rule}", f"级别“{word}”不认识", "可用：错误、警告、提示、关闭")
                continue
            severities[rule] = severity
        return severities

    def _thresholds(self) -> dict[str, int]:
        thresholds = {key: int(value) for key, value in self.defaults["阈值"].items()}
        for key, value in self._mapping(self.tree.get("阈值"), "阈值").items():
            self._known(key, tuple(thresholds), f"阈值/{key}")
            if not _COUNT.match(str(value)) or (int(value) == 0 and key not in _MAY_BE_NONE):
                self._odd(f"阈值/{key}", f"阈值“{key}: {value}”不是正整数", "写一个正整数")
                continue
            thresholds[key] = int(value)
        return thresholds

    def _parameters(self) -> dict[str, tuple[str, ...]]:
        parameters = {key: self._words(value, key) for key, value in self.defaults["规则参数"].items()}
        for key, value in self._mapping(self.tree.get("规则参数"), "规则参数").items():
            self._known(key, tuple(parameters), f"规则参数/{key}")
            parameters[key] = self._words(value, f"规则参数/{key}")
        return parameters

    def _by_kind(self, key: str, read: Any) -> dict[str, Any]:
        table = self._mapping(self.tree.get(key), key)
        for kind in table:
            self._known(kind, _KINDS, f"{key}/{kind}")
        return {kind: read(value, f"{key}/{kind}") for kind, value in table.items()}

    def _aliases(self, value: Any, path: str) -> dict[str, tuple[str, ...]]:
        return {key: self._words(sources, f"{path}/{key}") for key, sources in self._mapping(value, path).items()}
