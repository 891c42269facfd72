"""The waivers that `site.yaml` lists under 豁免: each with its rules, its files, its reason and its last day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gongkai.model.fields import Form
from gongkai.model.problems import Misreading, Place
from gongkai.model.waivers import Waiver
from gongkai.reading.entries import Entry, Item
from gongkai.reading.values import read_value

KEYS = ("规则", "文件", "理由", "到期")

Odd = Callable[[str, str, str], None]
"""Notes a problem: path in the tree, what was found, what would be right."""


def read_waivers(raw: list[Any], path: str, lines: Mapping[str, int], odd: Odd) -> tuple[Waiver, ...]:
    """The waivers of the list; `path` is how problems and the waivers themselves name the settings."""
    waivers: list[Waiver] = []
    for i, entry in enumerate(raw):
        at = f"豁免/{i}"
        if not isinstance(entry, dict):
            odd(at, "这一项豁免不是“键: 值”", f"写{'、'.join(KEYS)}")
            continue
        for key in entry:
            if key not in KEYS:
                odd(f"{at}/{key}", f"不认识的键“{key}”", f"可用：{'、'.join(KEYS)}")
        texts: dict[str, Any] = {key: entry[key] for key in KEYS if entry.get(key)}
        rules = texts.pop("规则", "")
        rules = rules if isinstance(rules, list) else re.split(r"[\s,，、]+", rules) if isinstance(rules, str) else [{}]
        unreadable = [key for key, value in texts.items() if not isinstance(value, str)]
        unreadable += [] if all(isinstance(rule, str) for rule in rules) else ["规则"]
        for key in unreadable:
            odd(f"{at}/{key}", f"“{key}”应是一行文字", f"写“{key}: ……”")
        if not texts.get("文件"):
            odd(at, "这一项豁免没有写“文件”", "写“文件: policies/2019/12.md”，或用通配符“policies/2019/*”")
        until = _day(texts.get("到期"), f"{at}/到期", lines, odd)
        if unreadable or not texts.get("文件") or ("到期" in texts and until is None):
            continue
        place = Place(path, lines.get(at, 1))
        files = texts["文件"].replace("\\", "/").removeprefix("./")
        waivers += [Waiver(r.upper(), place, files, texts.get("理由", ""), until=until, in_text=False) for r in rules]
    return tuple(waivers)


def _day(text: object, at: str, lines: Mapping[str, int], odd: Odd) -> date | None:
    if not isinstance(text, str):
        return None
    found: list[Misreading] = []
    line = lines.get(at, 1)
    day: date | None = read_value(Form.DATE, Entry("到期", line, (Item(text, line),), False), found)
    for misreading in found:
        odd(at, misreading.message, misreading.hint)
    return day
