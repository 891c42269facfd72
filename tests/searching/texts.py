"""A small column of made-up texts for the search tests, and the slow, plain search that ours is compared with."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gongkai.searching.cutting import head_lines
from gongkai.searching.entries import Entry
from gongkai.searching.terms import Folding

HERE = Path(__file__).parent
_WHO = ("区人民政府", "区人民政府办公室", "区民政局", "区教育局", "区生态环境局")
_CODES = ("温鹿政发", "温鹿政办", "温鹿民", "温鹿教", "温鹿环")
_WHAT = [
    "养老服务",
    "物业管理",
    "垃圾分类",
    "营商环境",
    "公积金",
    "水污染防治",
    "校外培训",
    "文明行为",
    "见义勇为",
    "食品安全",
    "城市更新",
    "养犬",
]
_DOES = ["管理", "保障", "促进", "监督", "治理", "改革", "补助", "备案", "公示", "处罚"]
_FORM = ("办法", "实施意见", "通知", "条例", "规定", "工作方案")
_CLAUSES = (
    "为了加强{a}工作，根据有关法律、法规，制定本办法。",
    "区人民政府应当加强对{a}工作的领导，将{b}经费纳入本级财政预算。",
    "违反前款规定的，由主管部门责令改正，处 500 元以上 2,000 元以下罚款。",
    "鼓励企业、社会组织参与{a}，推进 Open Data 与 IPv6 改造（以下简称“{b}”）。",
    "依照《{a}{d}办法》（温鹿政办〔2021〕3号）第十二条的规定办理。",
    "公民有权对{b}{d}活动进行监督，一经查实，给予奖励。",
    "第　一　步，完成{a}台账；第 2 步，公示 30 日。",
)


def examples(name: str) -> list[Any]:
    """A shared table of examples; the JavaScript tests read the same file."""
    found: list[Any] = json.loads((HERE / name).read_text("utf-8"))
    return found


def small_column(count: int = 140) -> list[Entry]:
    """Entries like those of a real column, the same every time; odd ones at the end."""
    chance = random.Random(20241121)
    made = [_made(chance, index) for index in range(count)]
    folds = "\n".join(text for text, _ in examples("folds.json"))
    odd = [
        Entry("page", "guide", "guide.html", "政府信息公开指南", text="本指南适用于本区。"),
        Entry("page", "empty", "empty.html", "空页"),
        Entry("page", "folds", "folds.html", "写法", text=folds, date="2020"),
        Entry(
            "policy",
            "astral",
            "policies/astral.html",
            "𠮷姓门牌办法",
            "温鹿政发〔2022〕9号",
            "2022-02-02",
            "有效",
            text="𠮷姓。𠮷",
        ),
        Entry(
            "interpretation", "p001", "interpretations/p001.html", "同名解读", date="2021-01-01", text="养犬解读。\u2028换行"
        ),
        Entry("policy", "lone", "policies/lone.html", "坏字", text="半个\ud842字"),
    ]
    return made + odd


def _made(chance: random.Random, index: int) -> Entry:
    organ = chance.randrange(len(_WHO))
    what, other, does = chance.choice(_WHAT), chance.choice(_WHAT), chance.choice(_DOES)
    year = chance.randint(2015, 2024)
    paragraphs: list[str] = []
    headings: list[tuple[int, str, str]] = []
    for number in range(chance.choice((2, 5, 12, 60 if index % 20 else 400))):
        heading = f"第{number + 1}条"
        headings.append((sum(len(paragraph) + 1 for paragraph in paragraphs), heading, f"tiao-{number + 1}"))
        clause = chance.choice(_CLAUSES).format(a=chance.choice((what, other)), b=chance.choice((what, other)), d=does)
        paragraphs.append(f"{heading} {clause}")
    return Entry(
        kind="interpretation" if index % 9 == 8 else "policy",
        slug=f"p{index:03}",
        url=f"policies/p{index:03}.html",
        title=f"{_WHO[organ]}关于印发《{what}{does}{chance.choice(_FORM)}》的通知",
        number=f"{_CODES[organ]}〔{year}〕{index % 40 + 1}号"
        if index % 7
        else (f"区政府令第{index}号" if index % 2 else ""),
        date=f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" if index % 11 else "",
        validity=chance.choice(("有效", "有效", "有效", "废止", "")),
        filters={"发文机关": (_WHO[organ],), "主题分类": (f"民政\\{does}",) if index % 3 else ("教育",), "文种": ("通知",)},
        text="\n".join(paragraphs),
        headings=tuple(headings),
        more=(f"关键词：{other}",),
    )


class PlainSearch:
    """Every document's folded text in memory; a word is found where it literally stands."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.folding = Folding.standard()
        self.texts = {
            (entry.kind, entry.slug): self.folding.fold("\n".join([*head_lines(entry), entry.text])) for entry in entries
        }

    def find(self, words: Iterable[str], without: Iterable[str] = ()) -> set[tuple[str, str]]:
        wanted, unwanted = [self.folding.fold(word) for word in words], [self.folding.fold(word) for word in without]
        return {
            key
            for key, text in self.texts.items()
            if all(word in text for word in wanted) and not any(word in text for word in unwanted)
        }


def substrings(entries: list[Entry], count: int, longest: int, seed: int) -> list[str]:
    """Random stretches of the texts, within a block, without signs that a query would take for operators."""
    chance = random.Random(seed)
    folding = Folding.standard()
    found: list[str] = []
    while len(found) < count:
        text = chance.choice(entries).text
        size = chance.randint(1, longest)
        at = chance.randrange(max(1, len(text) - size))
        piece = text[at : at + size]
        if folding.fold(piece) and not set(piece) & set('\n\r\u2028"“”「」『』«»＂„‟〝〞〟') and piece.isprintable():
            found.append(piece)
    return found
