"""造文件：长短、用字都像真的，多少份都行，每次造的都一样。供 bench 量一量时间、内存和检索随规模怎样增长。

用法: .venv/bin/python scripts/synthetic.py FOLDER COUNT
在 FOLDER 里造一个能生成的栏目：COUNT 份政策，每五份有一份在正文里引用从前的一份，每十份有一份废止从前的一份。

词取自演示栏目的政策原文，另造一些生词；词连成小句，每个题目有自己的一池小句，常用的常用、少用的少用。于是一份文件里
不同双字的比例（4,283 字里 0.33）和真实语料（0.34）一样，词汇随规模增长，长度按对数正态分布，中位数 2,500 字。
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from gongkai.searching.entries import Entry

ROOT = Path(__file__).resolve().parent.parent
MEDIAN, SPREAD = 2_500, 0.85
_SEED = 20261121
_PHRASE = re.compile("[\u4e00-\u9fff]{2,5}")
_FORMS = ("办法", "实施意见", "通知", "规定", "工作方案", "管理办法", "实施细则", "行动计划")
_VALIDITIES = ("有效", "有效", "有效", "有效", "废止", "失效", "")
_TOPIC_WORDS, _CLAUSES = 60, 900  # of each topic
_DOCUMENTS_OF_A_TOPIC = 12
_YEARS, _NUMBERS = 25, 500  # of dates; 文号 of a year that are counted before they begin again, where a year has no more documents
_SETTINGS = "名称: 造出来的甲区政府信息公开\n主办单位: 甲区人民政府\n级别: {P121: 警告}  # 随便连起来的字，偶然会成为词\n"
_POLICY = """---
标题: {title}
文号: {number}
发文机关: {organ}
发文日期: {date}
公开日期: {date}
主题分类: 其他
有效性: {validity}
{more}---

{text}
"""


class _Language:
    """The words everybody uses, and the topics, each made when it is first asked for."""

    def __init__(self, sources: Path) -> None:
        texts = [path.read_text("utf-8").rpartition("---\n")[2] for path in sorted(sources.rglob("*.md"))]
        counts: dict[str, int] = {}
        for text in texts:
            for phrase in _PHRASE.findall(text):
                counts[phrase[:4]] = counts.get(phrase[:4], 0) + 1
        self.words = sorted(counts, key=lambda word: (-counts[word], word))
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self._characters = sorted("".join(self.words))
        self._told = cache(self._topic)

    def common(self, chance: random.Random) -> str:
        return chance.choices(self.words, cum_weights=self._weights)[0]

    def coin(self, chance: random.Random) -> str:
        return "".join(chance.choice(self._characters) for _ in range(chance.choice((2, 2, 2, 3, 4))))

    def topic(self, number: int) -> tuple[list[str], list[str]]:
        """(words, clauses), those first that are used most."""
        words, clauses = self._told(number)
        return words.split("，"), clauses.split("，")

    def _topic(self, number: int) -> tuple[str, str]:
        """Each in one string: thousands of topics are kept."""
        chance = random.Random(_SEED * 1_000_003 + number)  # noqa: S311 — the same every time
        words = [self.coin(chance) if chance.random() < 0.5 else chance.choice(self.words) for _ in range(_TOPIC_WORDS)]
        weights = list(accumulate(1 / (rank + 2) for rank in range(_TOPIC_WORDS)))
        clauses = [
            "".join(
                chance.choices(words, cum_weights=weights)[0] if chance.random() < 0.45 else self.common(chance)
                for _ in range(chance.randint(2, 5))
            )
            for _ in range(_CLAUSES)
        ]
        return "，".join(words), "，".join(clauses)


_CLAUSE_WEIGHTS = list(accumulate(1 / (rank + 60) for rank in range(_CLAUSES)))


def entries(count: int, sources: Path) -> Iterator[Entry]:
    """So many entries, in the order of dates."""
    chance = random.Random(_SEED)  # noqa: S311 — the same documents every time
    language = _Language(sources)
    organs = [f"{language.coin(chance)[:2]}区{name}局" for name in ("民政", "教育", "财政") for _ in range(15)]
    for place in range(count):
        yield _entry(place, count, chance, language, organs)


def _entry(place: int, count: int, chance: random.Random, language: _Language, organs: Sequence[str]) -> Entry:
    length = int(chance.lognormvariate(0, SPREAD) * MEDIAN)
    organ = chance.choice(organs)
    words, clauses = language.topic(chance.randrange(30 + place // _DOCUMENTS_OF_A_TOPIC))
    year, month, day = 2000 + place * _YEARS // count, chance.randint(1, 12), chance.randint(1, 28)
    return Entry(
        kind="policy",
        slug=f"s{place:06}",
        url=f"policies/s{place:06}.html",
        title=f"{organ}关于印发{words[0]}{chance.choice(words[1:8])}{chance.choice(_FORMS)}的通知",
        number=f"{organ[:2]}{organ[3:4]}发〔{year}〕{place % max(_NUMBERS, -(-count // _YEARS)) + 1}号",
        date=f"{year}-{month:02}-{day:02}",
        validity=chance.choice(_VALIDITIES),
        filters={"发文机关": (organ,), "文种": ("通知",), "主题分类": (f"{words[0]}\\{organ[3:5]}",)},
        text="\n".join(_paragraphs(length, chance, language, clauses)),
    )


def _paragraphs(length: int, chance: random.Random, language: _Language, clauses: Sequence[str]) -> Iterator[str]:
    made = 0
    while made < length:
        told: list[str] = []
        for clause in chance.choices(clauses, cum_weights=_CLAUSE_WEIGHTS, k=chance.randint(3, 9)):
            told.append(clause)
            if chance.random() < 0.06:
                told.append(language.common(chance) + chance.choice(clauses)[:4])
            if chance.random() < 0.05:
                told.append(str(chance.randint(1, 2030)))
        paragraph = "，".join(told) + "。"
        made += len(paragraph)
        yield paragraph


def column(folder: Path, count: int, sources: Path = ROOT / "policies") -> Iterator[tuple[str, str]]:
    """Write a column of so many policies, one file each; yields (slug, title) as they are written."""
    (folder / "policies").mkdir(parents=True)
    (folder / "site.yaml").write_text(_SETTINGS, encoding="utf-8", newline="\n")
    earlier: list[Entry] = []
    chance = random.Random(_SEED)  # noqa: S311 — the same citations every time
    for place, entry in enumerate(entries(count, sources)):
        paragraphs = entry.text.split("\n")
        more = ""
        if place >= 50 and place % 5 == 0:
            cited = earlier[int(place * chance.random() ** 3)]  # some are cited by many, most by none
            paragraphs[0] += f"根据《{cited.title}》（{cited.number}），制定本文件。"
        if place >= 50 and place % 10 == 3 and earlier[place // 3].date[:4] < entry.date[:4]:
            more = f"废止: {earlier[place // 3].number}\n"
        text = _POLICY.format(
            title=json.dumps(entry.title, ensure_ascii=False), number=entry.number, organ=entry.filters["发文机关"][0], date=entry.date,
            validity="待核", more=more, text="\n\n".join(paragraphs),
        )  # fmt: skip
        (folder / "policies" / f"{entry.slug}.md").write_text(text, encoding="utf-8", newline="\n")
        earlier.append(entry)
        yield entry.slug, entry.title


def main() -> int:
    """Write a column."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    print(f"造了 {sum(1 for _ in column(arguments.folder, arguments.count)):,} 份。", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
