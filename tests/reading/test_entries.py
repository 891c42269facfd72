"""Most front matter is read without YAML: what is read so is what YAML reads."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some
from tests.conftest import ROOT

from gongkai.reading import entries as reading
from gongkai.reading.entries import Entry, Item, read_entries

_SIGN = some.sampled_from([*"标题甲乙ab1〔〕［］：“”、", *" \u3000:-#'\"[]{}|>&*!%@`?,~\t\\\n", "\u00a0", "\u2028", "\x85", "- ", ": ", " #", "null"])
_TEXT = some.lists(_SIGN, max_size=8).map("".join)
_LINE = some.one_of(
    _TEXT,
    some.builds("{}: {}".format, some.sampled_from(["标题", "文号", "依据", "a"]), _TEXT),
    some.builds("关键词: [{}]".format, some.lists(_TEXT, max_size=3).map(", ".join)),
    some.builds("{}:".format, some.sampled_from(["依据", "附件"])),
    some.builds("{}- {}".format, some.sampled_from(["", " ", "  ", "    "]), _TEXT),
)


def by_yaml(block: str) -> tuple[tuple[Entry, ...] | None, list[object]]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "_mere_entries", lambda block, first_line: None)
        found, misreadings = read_entries(block, 2)
        return found, list(misreadings)


@settings(max_examples=500)
@given(some.lists(_LINE, max_size=6).map("\n".join))
@example('标题: "甲"\n依据:\n  - 甲\n  - "乙 丙"\n附件:\n- a')
@example('标题: 甲"\n文号: 甲〔2020〕1号')
@example("依据:\n- a\n  - b")
@example("标题: 甲\n- a")
@example('标题: ""\n附件:\n  - ""\n')
@example("关键词: [甲, null, a-b, 1.5]\n标题: 甲")
@example("关键词: [甲]\n- 乙")
@example("标题: 甲  乙\n\n文号:  甲")
def test_what_is_read_without_yaml_is_what_yaml_reads(block: str) -> None:
    mere = reading._mere_entries(block, 2)
    if mere is not None:
        assert (mere, []) == by_yaml(block)


def test_plain_front_matter_needs_no_yaml() -> None:
    block = "标题: 关于《甲》的通知\n文号: 甲〔2020〕1号\n依据:\n  - 乙〔2019〕2号\n  - 《丙》: 第三条\n有效性:\n概述: \"引号 里\"\n关键词: [甲, 2020年, 《乙》]"
    assert reading._mere_entries(block, 2) == (
        Entry("标题", 2, (Item("关于《甲》的通知", 2),), False),
        Entry("文号", 3, (Item("甲〔2020〕1号", 3),), False),
        Entry("依据", 4, (Item("乙〔2019〕2号", 5), Item("《丙》: 第三条", 6)), True),
        Entry("有效性", 7, (), False),
        Entry("概述", 8, (Item("引号 里", 8),), False),
        Entry("关键词", 9, (Item("甲", 9), Item("2020年", 9), Item("《乙》", 9)), True),
    )


def test_the_demonstration_needs_yaml_only_where_it_shows_yaml() -> None:
    """The quick way is worth having only where editors' files take it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "policies").rglob("*.md"))]
    blocks = [text.split("---\n")[1].rstrip("\n") for text in texts]
    quick = [block for block in blocks if reading._mere_entries(block, 2) is not None]
    assert len(quick) / len(blocks) > 0.8
    assert all((reading._mere_entries(block, 2), []) == by_yaml(block) for block in quick)
