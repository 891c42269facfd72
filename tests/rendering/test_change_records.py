"""What tells of changes: the page at a withdrawn address, and corrections on the document, in the list of all, in the feed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.browser.pages import build_column
from tests.conftest import interpretation, policy

PAGE = "---\n标题: {title}\n公开日期: 2024-01-02\n{more}---\n\n{body}\n"
FILES: dict[str, str | bytes] = {
    "policies/stays.md": policy(
        title="留着的", more="公开日期: 2023-06-01\n解读链接: jd\n更正:\n  - 2023-07-01 甲 <b>改</b>为乙\n  - 2024-02-03 丙改为丁\n  - 2024-02-03 戊改为己\n"),
    "policies/taken.md": policy("甲政发〔2022〕9号", "撤下的", "2022-01-05", "废止", more="下架日: 2025-01-01\n下架原因: 转为<不公开>\n", body="藏起来的正文"),
    "interpretations/jd.md": interpretation("stays", more="下架日: 2025-02-01\n", body="藏起来的解读"),
    "interpretations/other.md": interpretation("stays", title="还在的解读", more="更正: 2023-06-09 号码更正\n"),
    "content/rules/a.md": PAGE.format(title="撤下的制度", more="下架日: 2025-03-01\n", body="藏起来的制度"),
    "content/rules/b.md": PAGE.format(title="还在的制度", more="更正: 2024-05-06 条款更正\n", body="正文"),
    "content/withdrawn.csv": "网址,标题,文号,下架日,下架原因\npolicies/deleted.html,删去的,甲政发〔2018〕1号,2026-11-20,移交档案馆\n"
                             "lists/policies.html,占了别人的网址,,2026-11-20,\n",
}  # fmt: skip
SETTINGS = """名称: 甲区政府信息公开
网址: https://www.jia.example/zfxxgk/
栏目:
  - {名称: 政策文件, 代码: zc, 列表: 政策}
  - {名称: 政策解读, 代码: jd, 列表: 解读}
  - {名称: 制度, 代码: rules, 目录: rules, 类型: 信息公开制度}
"""
GONE = {
    "policies/taken.html": ("撤下的", "2025-01-01"), "interpretations/jd.html": ("文字解读", "2025-02-01"),
    "rules/a.html": ("撤下的制度", "2025-03-01"), "policies/deleted.html": ("删去的", "2026-11-20"),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("records"), FILES, SETTINGS)


def text(built: Path, address: str) -> str:
    return (built / address).read_text(encoding="utf-8")


@pytest.mark.parametrize(("address", "told"), GONE.items(), ids=list(GONE))
def test_a_withdrawn_address_says_so(built: Path, address: str, told: tuple[str, str]) -> None:
    page = text(built, address)
    assert '<meta name="robots" content="noindex">' in page
    assert f"<h1>{told[0]}</h1>" in page
    assert f'<time datetime="{told[1]}">{told[1]}</time> 下架' in page
    assert "藏起来" not in page


def test_the_reason_is_told_where_there_is_one(built: Path) -> None:
    assert "<p>下架原因：转为&lt;不公开&gt;</p>" in text(built, "policies/taken.html")
    assert "<p>下架原因：移交档案馆</p>" in text(built, "policies/deleted.html")
    assert "下架原因" not in text(built, "interpretations/jd.html")


def test_nothing_else_knows_what_was_withdrawn(built: Path) -> None:
    for path in built.rglob("*"):
        address = path.relative_to(built).as_posix()
        if not path.is_file() or address in GONE or address == "manifest.json":
            continue
        content = path.read_bytes().decode("utf-8", "replace")
        assert not [word for word in ("藏起来", "撤下的", "删去的", *GONE) if word in content], address
    assert "占了别人" not in text(built, "lists/policies.html")


def test_corrections_stand_on_the_page_and_in_the_list_of_all(built: Path) -> None:
    page = text(built, "policies/stays.html")
    own = re.search(r'<h2 id="corrections">更正记录</h2>(.*?)</section>', page, re.DOTALL)
    assert own
    assert re.findall(r'<time datetime="([\d-]+)">[\d-]+</time> (.*?)</li>', own[1]) == [
        ("2024-02-03", "丙改为丁"), ("2024-02-03", "戊改为己"), ("2023-07-01", "甲 &lt;b&gt;改&lt;/b&gt;为乙"),
    ]  # fmt: skip
    assert 'href="../lists/corrections.html">本专栏的全部更正</a>' in own[1]
    rows = re.findall(r'<li><time datetime="([\d-]+)">.*?<a href="([^"]+)">', text(built, "lists/corrections.html"))
    assert rows == [
        ("2024-05-06", "../rules/b.html"), ("2024-02-03", "../policies/stays.html"), ("2024-02-03", "../policies/stays.html"),
        ("2023-07-01", "../policies/stays.html"), ("2023-06-09", "../interpretations/other.html"),
    ]  # fmt: skip
    assert '<a href="lists/corrections.html">更正记录</a>' in text(built, "index.html")


def test_corrections_are_a_feed_and_data(built: Path) -> None:
    feed = text(built, "feeds/corrections.xml")
    assert re.findall(r"<title>(.*?)</title>", feed)[1:3] == ["更正：还在的制度", "更正：留着的（甲政发〔2023〕7号）"]
    ids = re.findall(r"<id>(.*?)</id>", feed)
    assert len(ids) == len(set(ids)) == 6
    assert json.loads(text(built, "policies/stays.json"))["更正"] == [
        {"日期": "2023-07-01", "内容": "甲 <b>改</b>为乙"}, {"日期": "2024-02-03", "内容": "丙改为丁"}, {"日期": "2024-02-03", "内容": "戊改为己"},
    ]  # fmt: skip


def test_a_column_without_corrections_says_nothing_of_them(tmp_path: Path) -> None:
    built = build_column(tmp_path, {"policies/p.md": policy()}, "名称: 甲区政府信息公开\n")
    assert not (built / "lists" / "corrections.html").exists()
    assert not (built / "feeds" / "corrections.xml").exists()
    assert "更正记录" not in text(built, "policies/p.html")
