"""造文件：长短、用字都像真的，多少份都行，每次造的都一样。供 bench 量一量检索随规模怎样增长。

词取自演示栏目的政策原文，另造一些生词；词连成小句，每个题目有自己的一池小句，常用的常用、少用的少用。于是一份文件里
不同双字的比例（4,283 字里 0.33）和真实语料（0.34）一样，词汇随规模增长，长度按对数正态分布，中位数 2,500 字。
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from gongkai.searching.entries import Entry

MEDIAN, SPREAD = 2_500, 0.85
_SEED = 20261121
_PHRASE = re.compile("[\u4e00-\u9fff]{2,5}")
_FORMS = ("办法", "实施意见", "通知", "规定", "工作方案", "管理办法", "实施细则", "行动计划")
_VALIDITIES = ("有效", "有效", "有效", "有效", "废止", "失效", "")
_TOPIC_WORDS, _CLAUSES = 60, 900  # of each topic
_DOCUMENTS_OF_A_TOPIC = 12


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
        self.topic = lru_cache(maxsize=512)(self._topic)

    def common(self, chance: random.Random) -> str:
        return chance.choices(self.words, cum_weights=self._weights)[0]

    def coin(self, chance: random.Random) -> str:
        return "".join(chance.choice(self._characters) for _ in range(chance.choice((2, 2, 2, 3, 4))))

    def _topic(self, number: int) -> tuple[list[str], list[str]]:
        """(words, clauses), those first that are used most."""
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
        return words, clauses


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
    year, month, day = 2000 + place * 25 // count, chance.randint(1, 12), chance.randint(1, 28)
    return Entry(
        kind="policy",
        slug=f"s{place:06}",
        url=f"policies/s{place:06}.html",
        title=f"{organ}关于印发{words[0]}{chance.choice(words[1:8])}{chance.choice(_FORMS)}的通知",
        number=f"{organ[:2]}{organ[3:4]}发〔{year}〕{place % 500 + 1}号",
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
