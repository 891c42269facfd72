"""Where front matter begins and ends is told as it is line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai.reading.front_matter import FENCE, split

LINES = st.sampled_from(["---", "--- ", " ---", "－－－", "——", "----\u3000", "", " ", "\u3000", "\ufeff", "\t", "标题: 甲", "--", "正文。", "---甲"])


@given(st.lists(LINES, max_size=8))
def test_front_matter_is_what_lies_between_two_fences(lines: list[str]) -> None:
    block, block_line, rest, rest_line, _ = split("\n".join(lines))
    start = next((i for i, line in enumerate(lines) if line.strip("\u3000 \ufeff")), len(lines))
    fenced = start < len(lines) and FENCE.match(lines[start].strip())
    end = next((i for i in range(start + 1, len(lines)) if FENCE.match(lines[i])), None) if fenced else None
    if end is None:
        assert (block, rest, rest_line) == ("", "\n".join(lines), 1)
    else:
        assert (block, block_line) == ("\n".join(lines[start + 1 : end]), start + 2)
        assert (rest, rest_line) == ("\n".join(lines[end + 1 :]), end + 2)
