"""Suggestions: what is found from where, and that a site of any size costs the same."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gongkai.searching.suggesting import NUMBER, POLICY, TOPIC, gathered, key_of, numbered, titled, write
from gongkai.searching.terms import Folding

from ..conftest import Column, policy

FOLDING = Folding.standard()


def test_keys() -> None:
    assert key_of("国办发〔2019〕54号", FOLDING) == key_of("國辦發[2019] 54号", FOLDING) == "国办发201954号"
    title = titled("甲区关于养犬的通知", POLICY, FOLDING)
    assert title.always == ("甲区关于养犬的通知", "关于养犬的通知") and title.keys[-1] == "通知"
    assert numbered("国务院令第365号", FOLDING).always == ("国务院令第365号", "国务院令365号", "365号")


def test_gathered_best_first(column: Callable[..., Column]) -> None:
    found = column({
        "policies/old.md": policy("甲政发〔2019〕3号", "旧办法", "2019-03-01", "废止"),
        "policies/new.md": policy("甲政发〔2023〕7号", "新办法", more="主题分类: 综合政务\\政务公开\n废止: 甲政发〔2019〕3号\n"),
        "policies/draft.md": policy("甲政发〔2023〕8号", "草稿", more="草稿: true\n"),
    })  # fmt: skip
    suggested = [(one.text, one.kind) for one in gathered(found.site, found.links, FOLDING)]
    assert suggested == [
        ("综合政务", TOPIC), ("综合政务\\政务公开", TOPIC), ("甲政发〔2023〕7号", NUMBER), ("新办法", POLICY),
        ("甲政发〔2019〕3号", NUMBER), ("旧办法", POLICY),
    ]  # fmt: skip


def test_parts_stay_small_and_ordered(tmp_path: Path) -> None:
    titles = [f"关于{chr(0x4e00 + i % 3000)}{chr(0x5000 + i % 1700)}{i}工作的通知" for i in range(9_000)]
    name, _ = write([titled(title, POLICY, FOLDING) for title in titles], tmp_path)
    directory = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
    parts = list((tmp_path / "suggest").glob("*.js"))
    assert len(parts) == len(directory["firsts"]) + 1 == len(directory["names"]) // 8 + 1
    assert max(part.stat().st_size for part in parts) <= 50_000
    assert directory["firsts"] == sorted(directory["firsts"])
    commonest = json.loads((tmp_path / "suggest" / f"{directory['names'][part_of(directory, '关于0') :][:8]}.json").read_text("utf-8"))
    assert [entry[0] for entry in commonest["entries"] if entry[0] in titles[:6]] == titles[:6]


def part_of(directory: dict[str, Any], place: str) -> int:
    """Where in `names` the part begins that holds a place."""
    return 8 * max(0, bisect_right(directory["firsts"], place) - 1)


def test_same_bytes(tmp_path: Path) -> None:
    made = [titled("养犬办法", POLICY, FOLDING)]
    assert write(made, tmp_path / "a") == write(made, tmp_path / "b")
