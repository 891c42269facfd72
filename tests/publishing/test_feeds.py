"""Feeds as readers of feeds see them: one of everything, one a list, an organ, a column, one of changes of state."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree

import pytest
from tests.browser.pages import build_column
from tests.conftest import interpretation, policy

SETTINGS = """名称: 甲区政府信息公开
机关:
  - {名称: 甲区人民政府, 代码: jia, 代字: [甲政发]}
栏目:
  - {名称: 政策文件, 代码: zc, 列表: 政策}
  - {名称: 政策解读, 代码: jd, 列表: 解读}
  - {名称: 制度, 代码: rules, 目录: rules, 类型: 信息公开制度}
"""
FILES = {
    "policies/old.md": policy("甲政发〔2019〕3号", "旧 <办法>", "2019-03-01", "废止"),
    "policies/new.md": policy("甲政发〔2023〕7号", more="废止: 甲政发〔2019〕3号\n有效期至: 2030-12-31\n公开日期: 2023-06-01 09:30\n概述: 说明\n"),
    "interpretations/i.md": interpretation("new"),
    "content/rules/a.md": "---\n标题: 甲制度\n公开日期: 2024-01-02\n---\n\n正文\n",
}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
Told = list[tuple[str, str, str]]


@pytest.fixture(scope="module", params=["", "网址: https://www.jia.example/zfxxgk/\n"], ids=["nowhere", "on the web"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("feeds"), FILES, SETTINGS + request.param)


def told(built: Path, name: str) -> Told:
    """Title, day and target (from the column's root) of each entry."""
    feed = ElementTree.parse(built / name).getroot()
    base = feed.get("{http://www.w3.org/XML/1998/namespace}base") or ""
    root = "https://www.jia.example/zfxxgk/"
    found = []
    for entry in feed.findall("a:entry", ATOM):
        href = entry.find("a:link", ATOM).get("href")  # type: ignore[union-attr]
        target = urljoin(urljoin(root + name, base), href)
        found.append((entry.findtext("a:title", "", ATOM), entry.findtext("a:updated", "", ATOM)[:16], unquote(target).removeprefix(root)))
    ids = [entry.findtext("a:id", "", ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert len(ids) == len(set(ids))
    return found


def test_each_feed_has_its_own(built: Path) -> None:
    new = ("关于改造旧小区的通知（甲政发〔2023〕7号）", "2023-06-01T09:30", "policies/new.html")
    old = ("旧 <办法>（甲政发〔2019〕3号）", "2019-03-01T00:00", "policies/old.html")
    explained = ("文字解读", "2023-06-05T00:00", "interpretations/i.html")
    assert told(built, "feed.xml") == [explained, new, old]
    assert told(built, "feeds/policies.xml") == told(built, "feeds/organ-jia.xml") == [new, old]
    assert told(built, "feeds/interpretations.xml") == [explained]
    assert told(built, "feeds/column-rules.xml") == [("甲制度", "2024-01-02T00:00", "rules/a.html")]
    assert told(built, "feeds/changes.xml") == [("废止：旧 <办法>（甲政发〔2019〕3号）", "2023-05-30T00:00", "policies/old.html")]


def test_pages_name_the_feed_of_their_own_column(built: Path) -> None:
    for page, feed in (
        ("policies/new.html", "../feeds/policies.xml"),
        ("lists/organ-jia.html", "../feeds/organ-jia.xml"),
        ("rules/index.html", "../feeds/column-rules.xml"),
        ("rules/a.html", "../feeds/column-rules.xml"),
    ):
        html = (built / page).read_text(encoding="utf-8")
        assert re.findall(r'title="本栏目的更新" href="([^"]+)"', html) == [feed]
        assert (built / page).parent.joinpath(feed).resolve().is_file()
        assert "feeds/changes.xml" in html
    assert "本栏目的更新" not in (built / "index.html").read_text(encoding="utf-8")
