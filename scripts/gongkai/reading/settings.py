"""`site.yaml` → Settings. What it does not say comes from `defaults.yaml`; what it says wrongly becomes a problem."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from gongkai.model.addresses import is_reserved
from gongkai.model.problems import CannotBuild, Misreading, Severity
from gongkai.model.settings import Column, Footer, Organ, Settings
from gongkai.reading.decoding import decode
from gongkai.reading.entries import read_tree
from gongkai.reading.waiver_list import read_waivers

_TEXTS = {
    "名称": "name", "主办单位": "host", "网站名称": "website", "网站域名": "domain", "网址": "address", "网站标识码": "site_code",
    "门户首页": "portal", "说明": "description", "关键词": "keywords", "主色": "colour",
}  # fmt: skip
KEYS = (*_TEXTS, "机关", "栏目", "页脚", "主题分类", "文种", "机关代字", "机关代字别名", "级别", "豁免", "阈值", "规则参数", "字段别名",
         "值别名", "扩展字段", "默认仅看有效", "同义词")  # fmt: skip
COLUMN_KEYS = ("名称", "代码", "页面", "目录", "列表", "类型", "说明", "关键词", "更新周期", "子栏目")
_KINDS = ("政策文件", "政策解读", "栏目页面")
_CODE = re.compile(r"^[a-z0-9][a-z0-9-]*$")
_COUNT = re.compile(r"^[0-9]{1,6}$")
_OFF = ("关闭", "off", "不查")


def read_settings(path: Path, shown_as: str = "site.yaml") -> Settings:
    """Read the settings; raises CannotBuild where there is no such file."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CannotBuild(f"找不到站点设置“{path}”。在站点目录里运行，或用 --site 指出它在哪里。") from error
    text, misreadings = decode(raw)
    tree, lines, found = read_tree(text or "")
    misreadings += found
    defaults, _, _ = read_tree((Path(__file__).parent / "defaults.yaml").read_text(encoding="utf-8"))
    assert isinstance(defaults, dict)
    if not isinstance(tree, dict):
        misreadings.append(Misreading("settings", 1, "site.yaml 不是“键: 值”", "第一行如“名称: ××区政府信息公开”"))
        tree = {}
    return _Reader(tree, defaults, lines, misreadings).settings(shown_as)


class _Reader:
    """Reads one tree; every oddity goes to `misreadings` with its line."""

    def __init__(
        self, tree: dict[str, Any], defaults: dict[str, Any], lines: dict[str, int], misreadings: list[Misreading]
    ) -> None:
        self.tree, self.defaults, self.lines, self.misreadings = tree, defaults, lines, misreadings
        self._codes: set[tuple[str, str]] = set()

    def settings(self, shown_as: str) -> Settings:
        for key in self.tree:
            self._known(key, KEYS, key)
        organs = self._organs()
        issuers = dict.fromkeys((*self._words(self._get("机关代字"), "机关代字"), *(i for o in organs for i in o.issuers)))
        texts = {name: self._text(self.tree, key) for key, name in _TEXTS.items() if self.tree.get(key)}
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
            only_in_force=self._yes("默认仅看有效"),
            synonyms={
                word: self._words(others, f"同义词/{word}")
                for word, others in self._mapping(self.tree.get("同义词"), "同义词").items()
            },
            waivers=read_waivers(self._list("豁免"), shown_as, self.lines, self._odd),
            lines=self.lines,
            misreadings=tuple(self.misreadings),
        )

    def _odd(self, path: str, message: str, hint: str) -> None:
        self.misreadings.append(Misreading("settings", self.lines.get(path, 1), message, hint))

    def _text(self, mapping: dict[str, Any], key: str, above: str = "") -> str:
        value = mapping.get(key, "")
        if isinstance(value, str):
            return value
        self._odd(f"{above}{key}", f"“{key}”应是一行文字", f"写“{key}: ……”")
        return ""

    def _yes(self, key: str) -> bool:
        word = self._text(self.tree, key).lower()
        if word not in ("", "true", "是", "false", "否"):
            self._odd(key, f"{key}“{word}”读不出", "写“是”或“否”")
        return word in ("true", "是")

    def _known(self, key: str, known: tuple[str, ...], path: str) -> None:
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.5)
            self._odd(path, f"不认识的键“{key}”", f"是不是“{near[0]}”" if near else f"可用：{'、'.join(known)}")

    def _get(self, key: str) -> Any:
        return self.tree.get(key) or self.defaults.get(key)

    def _mapping(self, value: Any, path: str) -> dict[str, Any]:
        if value in (None, ""):
            return {}
        if not isinstance(value, dict):
            self._odd(path, f"“{path.rsplit('/', 1)[-1]}”下面应是“键: 值”", "每行缩进两格写“键: 值”")
            return {}
        return value

    def _list(self, key: str) -> list[Any]:
        value = self.tree.get(key)
        if value in (None, ""):
            return []
        if not isinstance(value, list):
            self._odd(key, f"“{key}”应是一列", "每项以“- ”开头")
            return []
        return value

    def _words(self, value: Any, path: str) -> tuple[str, ...]:
        if value in (None, ""):
            return ()
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(value)
        self._odd(path, f"“{path.rsplit('/', 1)[-1]}”应是一列词", "如“[通知, 意见]”")
        return ()

    def _organs(self) -> tuple[Organ, ...]:
        organs = []
        for i, raw in enumerate(self._list("机关")):
            path = f"机关/{i}"
            entry = {"名称": raw} if isinstance(raw, str) else self._mapping(raw, path)
            for key in entry:
                self._known(key, ("名称", "代码", "代字"), f"{path}/{key}")
            if not entry.get("名称"):
                self._odd(path, "这个机关没有名称", "写“名称: ××区人民政府”")
                continue
            organs.append(Organ(self._text(entry, "名称", f"{path}/"), self._code(entry, path), self._words(entry.get("代字"), f"{path}/代字")))
        return tuple(organs)

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
            if not entry.get("名称"):
                self._odd(at, "这个栏目没有名称", "写“名称: 政府信息公开指南”")
                continue
            kinds = [key for key in ("页面", "目录", "列表") if entry.get(key)]
            if len(kinds) > 1:
                self._odd(at, f"栏目“{entry['名称']}”同时写了{'、'.join(kinds)}", "只留一个")
            listing = str(entry.get("列表", ""))
            if listing not in ("", "政策", "解读"):
                self._odd(f"{at}/列表", f"列表“{listing}”不认识", "写“政策”或“解读”")
                listing = ""
            period = (self._text(entry, "更新周期", f"{at}/") or "0").removesuffix("天").strip()
            if not _COUNT.match(period):
                self._odd(f"{at}/更新周期", f"更新周期“{period}”不是天数", "写天数，如“180”")
                period = "0"
            children = entry.get("子栏目") or []
            if not isinstance(children, list):
                self._odd(f"{at}/子栏目", "“子栏目”应是一列", "每项以“- ”开头")
                children = []
            columns.append(
                Column(
                    name=self._text(entry, "名称", f"{at}/"),
                    code=self._code(entry, at) or f"column-{at.removeprefix('栏目/').replace('/子栏目/', '-')}",
                    line=self.lines.get(at, 1),
                    page=self._source(entry, "页面", at),
                    folder=self._source(entry, "目录", at),
                    listing=listing,
                    column_type=self._text(entry, "类型", f"{at}/"),
                    description=self._text(entry, "说明", f"{at}/"),
                    keywords="，".join(self._words(entry.get("关键词"), f"{at}/关键词")),
                    update_days=int(period),
                    children=self._columns(children, f"{at}/子栏目"),
                )
            )
        return tuple(columns)

    def _severities(self) -> dict[str, Severity | None]:
        severities: dict[str, Severity | None] = {}
        for rule, word in self._mapping(self.tree.get("级别"), "级别").items():
            severity = Severity.from_word(str(word))
            if severity is None and word not in _OFF:
                self._odd(f"级别/{rule}", f"级别“{word}”不认识", "可用：错误、警告、提示、关闭")
                continue
            severities[rule] = severity
        return severities

    def _thresholds(self) -> dict[str, int]:
        thresholds = {key: int(value) for key, value in self.defaults["阈值"].items()}
        for key, value in self._mapping(self.tree.get("阈值"), "阈值").items():
            self._known(key, tuple(thresholds), f"阈值/{key}")
            if not _COUNT.match(str(value)) or int(value) == 0:
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
