"""What lies beside a policy's page, and in the ZIP of its organ and its topic."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.browser.pages import build_column
from tests.conftest import Column, policy

from gongkai.typesetting import downloads as making
from gongkai.typesetting.downloads import Downloads, maker

BODY = "各街道：\n\n一、说明。<b>\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n- 项\n\n甲区人民政府\n2023年5月30日\n"
FILES = {
    "policies/p.md": policy(body=BODY, more="主题分类: 综合政务\\政务公开\n"),
    "policies/2024/q.md": policy("甲政发〔2024〕8号", "=1+1 第二份", issued="2024-01-02", more="主题分类: 综合政务\n"),
}
TEXT = """\ufeff关于改造旧小区的通知
甲政发〔2023〕7号

各街道：
　　一、说明。<b>

甲	乙
1	2

　　· 项
　　　　　　　　　　　　　　　　甲区人民政府
　　　　　　　　　　　　　　　　2023年5月30日

有效性：有效（2023-05-30发布）。文本取自“甲区政府信息公开”，https://www.jia.example/zfxxgk/policies/p.html；之后的变化以网上公布的为准。
"""
SETTINGS = "名称: 甲区政府信息公开\n网址: https://www.jia.example/zfxxgk/\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("downloads"), FILES, SETTINGS)


def test_plain_text_is_for_notepad(built: Path) -> None:
    raw = (built / "policies" / "p.txt").read_bytes()
    assert raw.decode() == TEXT.replace("\n", "\r\n")


def test_a_page_names_its_files_with_form_and_size(built: Path) -> None:
    html = (built / "policies" / "p.html").read_text(encoding="utf-8")
    found = re.findall(r'<a class="action" href="(p\.\w+)" download>(.*?)<span class="file-kind">(.*?)</span>', html)
    sizes = {kind: (built / "policies" / f"p.{kind}").stat().st_size for kind in ("docx", "txt")}
    assert found == [
        ("p.docx", "下载本文 Word 文档", f"DOCX，{round(sizes['docx'] / 1024)} KB"),
        ("p.txt", "纯文本", f"TXT，{sizes['txt']} B"),
    ]


def test_a_list_has_its_files_in_one(built: Path) -> None:
    html = (built / "lists" / next(p.name for p in (built / "lists").glob("organ-*.html"))).read_text(encoding="utf-8")
    address = re.findall(r'href="\.\./(data/organ-\w+\.zip)" download>下载这一类的全部文件<span class="file-kind">（ZIP，2 份）', html)[0]
    with ZipFile(built / address) as bundle:
        assert bundle.namelist() == ["index.csv", "q.docx", "p.docx"]
        assert bundle.read("p.docx") == (built / "policies" / "p.docx").read_bytes()
        rows = list(csv.reader(io.StringIO(bundle.read("index.csv").decode("utf-8-sig"))))
    assert rows[0] == ["文件", "标题", "文号", "发文日期", "有效性"]
    assert rows[1][:2] == ["q.docx", "'=1+1 第二份"], "Excel takes no title for a formula"
    assert rows[2] == ["p.docx", "关于改造旧小区的通知", "甲政发〔2023〕7号", "2023-05-30", "有效"]
    topics = sorted(p.name for p in (built / "data").glob("topic-*.zip"))
    assert len(topics) == 1, "a topic within a topic is in its file already"


@pytest.mark.parametrize(
    ("wanted", "forms", "bundled"),
    [("无", [], ""), ("[txt, zip]", ["txt"], "txt"), ("[docx]", ["docx"], ""), ("[zip]", [], "")],
)
def test_the_settings_say_which(column: Callable[..., Column], wanted: str, forms: list[str], bundled: str) -> None:
    found = column(FILES, SETTINGS + f"下载: {wanted}\n")
    made = Downloads(found.links, found.site.settings)
    assert [one.form for one in made(found.links.policies["p"])] == forms
    assert made.bundled == bundled


def test_an_unknown_kind_is_a_problem(column: Callable[..., Column]) -> None:
    found = column(FILES, SETTINGS + "下载: [docx, doc]\n")
    assert found.lines("C001") == ["site.yaml:3: 错误 C001 下载“doc”不认识(可用：docx、txt、pdf、zip；都不要写“无”)"]


def test_without_the_extra_there_is_no_pdf_and_it_is_said(column: Callable[..., Column], monkeypatch: pytest.MonkeyPatch) -> None:
    found = column(FILES, SETTINGS + "下载: [txt, pdf]\n")
    monkeypatch.setattr(making, "find_spec", lambda name: None)
    maker.cache_clear()
    made = Downloads(found.links, found.site.settings)
    assert [one.form for one in made(found.links.policies["p"])] == ["txt"]
    assert made.missing == ("pdf",)
    maker.cache_clear()
