"""造文件：长短、用字都像真的，多少份都行，每次造的都一样。供 bench 量一量检索随规模怎样增长。

字句取自演示栏目的政策原文：把它们切成短语，按原文里谁接着谁再拼起来；长度按对数正态分布，中位数 2,500 字。
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai.searching.entries import Entry

MEDIAN, SPREAD = 2_500, 0.85
_PHRASE = re.compile("[\u4e00-\u9fff]{2,6}")
_SEED = 20261121
_FORMS = ("办法", "实施意见", "通知", "规定", "工作方案", "管理办法", "实施细则", "行动计划")
_VALIDITIES = ("有效", "有效", "有效", "有效", "废止", "失效", "")
_OWN = 400  # words of its own that every thousand documents bring: vocabulary grows with a column, ever slower


def entries(count: int, sources: Path) -> Iterator[Entry]:
    """So many entries, in the order of dates."""
    chance = random.Random(_SEED)  # noqa: S311 — the same documents every time
    texts = [path.read_text("utf-8").rpartition("---\n")[2] for path in sorted(sources.rglob("*.md"))]
    phrases = [_PHRASE.findall(text) for text in texts]
    every = sorted({phrase for found in phrases for phrase in found})
    following: dict[str, list[str]] = {}
    for found in phrases:
        for one, other in itertools.pairwise(found):
            following.setdefault(one, []).append(other)
    characters = sorted(set("".join(every)))
    organs = [f"{chance.choice(characters)}{chance.choice(characters)}区{name}局" for name in ("民政", "教育", "财政") for _ in range(15)]
    coined: list[str] = []
    for place in range(count):
        if place % max(1, 1000 // _OWN) == 0:
            coined.append("".join(chance.choice(characters) for _ in range(chance.choice((2, 2, 3, 4)))))
        yield _entry(place, count, chance, every, following, coined, organs)


def _entry(
    place: int, count: int, chance: random.Random, every: Sequence[str], following: dict[str, list[str]], coined: Sequence[str],
    organs: Sequence[str],
) -> Entry:  # fmt: skip
    length = int(chance.lognormvariate(0, SPREAD) * MEDIAN)
    organ = chance.choice(organs)
    topic = [chance.choice(every), coined[int(len(coined) * chance.random() ** 2)]]
    text = "\n".join(_paragraphs(length, chance, every, following, topic))
    year, month, day = 2000 + place * 25 // count, chance.randint(1, 12), chance.randint(1, 28)
    return Entry(
        kind="policy",
        slug=f"s{place:06}",
        url=f"policies/s{place:06}.html",
        title=f"{organ}关于印发{topic[0]}{topic[1]}{chance.choice(_FORMS)}的通知",
        number=f"{organ[:2]}{organ[3:4]}发〔{year}〕{place % 500 + 1}号",
        date=f"{year}-{month:02}-{day:02}",
        validity=chance.choice(_VALIDITIES),
        filters={"发文机关": (organ,), "文种": ("通知",), "主题分类": (f"{topic[0]}\\{organ[3:5]}",)},
        text=text,
    )


def _paragraphs(
    length: int, chance: random.Random, every: Sequence[str], following: dict[str, list[str]], topic: Sequence[str]
) -> Iterator[str]:
    made = 0
    phrase = topic[0]
    while made < length:
        words: list[str] = []
        for _ in range(chance.randint(8, 30)):
            others = following.get(phrase)
            phrase = chance.choice(others) if others and chance.random() < 0.7 else chance.choice(every)
            words.append(phrase)
            if chance.random() < 0.04:
                words.append(chance.choice(topic))
            if chance.random() < 0.02:
                words.append(str(chance.randint(1, 2030)))
            if chance.random() < 0.15:
                words.append("，")
        paragraph = "".join(words) + "。"
        made += len(paragraph)
        yield paragraph
