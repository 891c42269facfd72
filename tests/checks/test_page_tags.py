"""Tags of pages: what is remembered of earlier pages never changes what is found in a page."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks import page_tags
from gongkai.checks.built_pages import PageExaminer
from gongkai.checks.page_tags import Known
from gongkai.model.settings import Settings

SETTINGS = Settings(thresholds={"网页上限千字节": 300})
OF_TAGS = ("O104", "O105", "O106", "O107")
"""The rules that answer for each page alone, whatever another page had."""

HEADS = ("", '<link rel="icon" href="a.svg">\n', '<meta name="x" content="甲">\n')
PIECES = (
    "<p>甲</p>\n", '<p id="tiao-1"><a href="#tiao-1">第一条</a> 乙</p>\n', '<p id="tiao-2">丙</p>\n', '<a href="#%E4%B8%80">一</a>\n',
    '<h2 id="一">一</h2>\n', "<h1>甲</h1>\n", '<h1\nid="top">乙</h1>', '<a href="b.html">丁</a> ', '<div id="">\n</div>\n', "<ul><li>甲</ul>\n",
    '<a href="#none">戊</a>', '<a\tid="一" href="#top">己</a>\n', '<nav id="columns"><a href="#top">栏目</a></nav>\n', "<br/>\n", "<div\n", "x > y\n",
)  # fmt: skip
PAGES = st.tuples(st.sampled_from(HEADS), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
FRAMES = st.tuples(*[st.lists(st.sampled_from(PIECES), max_size=4).map("".join)] * 2)


def html(head: str, body: str, frame: tuple[str, str]) -> str:
    return f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<title>甲</title>\n{head}</head>\n<body>\n{frame[0]}{body}{frame[1]}</body>\n</html>\n'


@given(FRAMES, st.lists(PAGES, min_size=1, max_size=24))
def test_what_is_found_is_the_same_with_memory_and_without(frame: tuple[str, str], pages: list[tuple[str, str]]) -> None:
    remembering = PageExaminer(SETTINGS, {})
    led, leads = set(), set()
    for number, (head, body) in enumerate(pages):
        text = html(head, body, frame)
        with_memory = remembering(f"policies/{number}.html", text)
        without = PageExaminer(SETTINGS, {})(f"policies/{number}.html", text)
        assert Counter(f for f in with_memory.findings if f[0] in OF_TAGS) == Counter(f for f in without.findings if f[0] in OF_TAGS)
        led |= set(with_memory.leads)
        leads |= set(without.leads)
    assert led == leads


@given(FRAMES, st.lists(PAGES, min_size=1, max_size=24))
def test_each_tag_is_fresh_once(frame: tuple[str, str], pages: list[tuple[str, str]]) -> None:
    known = Known()
    fresh = [tag for head, body in pages for tag in known.learn(html(head, body, frame), framing=True)[1]]
    assert len(fresh) == len(set(fresh))
    assert set(fresh) == {tag for head, body in pages for tag in Known().learn(html(head, body, frame), framing=False)[1]}


def test_of_ever_new_tags_only_those_of_the_frame_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_tags, "_MOST", 10)
    known = Known()
    told = [known.learn(html("", f'<a href="{n}.html">甲</a>\n', ('<nav id="columns">\n', "</nav>")), framing=n == 0) for n in range(30)]
    assert [fresh for _, fresh in told[1:]] == [[f'<a href="{n}.html">'] for n in range(1, 30)]
    assert [[ids for each in said for ids in each.ids] for said, _ in told] == [["columns"]] * 30
    assert len(known.tags) <= 12
