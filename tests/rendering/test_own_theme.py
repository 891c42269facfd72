"""A site's own theme: what cannot work is told before anything is made; what works lasts through upgrades."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.browser.pages import build_column
from tests.conftest import ROOT, policy

from gongkai.model.problems import CannotBuild

SETTINGS = "名称: 甲区政府信息公开\n"
POLICY = {"policies/p.md": policy()}
LAYOUT = '{% extends "default/layout.html" %}\n{% block side %}{{ super() }}{% include "box.html" %}{% endblock %}\n'
OWN = {
    "theme/templates/portal_header.html": '<div class="portal"><a href="https://www.jia.example/">甲区门户</a>'
    '<img src="{{ around.icon }}" alt="">{{ around.site_name }}</div>\n',
    "theme/templates/portal_footer.html": "<p>门户页脚</p>\n",
    "theme/templates/layout.html": LAYOUT,
    "theme/templates/box.html": "<p>本站的话</p>\n",
    "theme/style/own.css": ".portal { color: red; }\n",
    "theme/style/print.css": "@page { size: A4; }\n",
}


def build(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    return build_column(tmp_path, {**POLICY, **files}, SETTINGS)


def test_portal_and_blocks_and_styles_of_the_site(tmp_path: Path) -> None:
    built = build(tmp_path, OWN)
    html = (built / "policies" / "p.html").read_text(encoding="utf-8")
    assert re.search(
        r'<a class="skip" href="#main">跳到正文</a>\n<div class="portal"><a href="https://www.jia.example/">甲区门户</a>'
        r'<img src="../assets/images-icon.\w+.svg" alt="">甲区政府信息公开</div>', html
    )
    assert html.rstrip().endswith("<p>门户页脚</p>\n</body>\n</html>")
    assert "本站的话" in html and "本页生成于" in html
    own = next((built / "assets").glob("style-own.*.css"))
    assert own.read_text(encoding="utf-8") == OWN["theme/style/own.css"]
    styles = html[html.index('rel="stylesheet"') :]
    assert styles.index("style-main") < styles.index("style-dark") < styles.index(own.name) < styles.index("style-print")
    assert next((built / "assets").glob("style-print.*.css")).read_text(encoding="utf-8") == OWN["theme/style/print.css"]


def test_the_recipe_for_a_code_in_the_foot(tmp_path: Path) -> None:
    """docs/主题.md, as it stands there: the picture is one file of the column, found from every folder."""
    guide = (ROOT / "docs" / "主题.md").read_text(encoding="utf-8").partition("## 页脚放二维码")[2].partition("\n## ")[0]
    template, style = re.findall(r"```(?:html|css)\n(.*?)```", guide, re.DOTALL)
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132"/>'
    own = {"theme/images/erweima.svg": picture, "theme/templates/portal_footer.html": template, "theme/style/own.css": style}
    built = build(tmp_path, own)
    for page in ("index.html", "policies/p.html"):
        shown = re.findall(r'<img src="([^"]+)" alt="本专栏的二维码" width="132" height="132">', (built / page).read_text(encoding="utf-8"))
        assert [(built / page).parent.joinpath(one).read_text(encoding="utf-8") for one in shown] == [picture], page


def test_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild) as told:
        build(tmp_path, {"theme/templates/portal_footer.html": '\n<img src="{{ around.images["erweima.svg"] }}" alt="">'})
    assert str(told.value) == "theme/templates/portal_footer.html:2: 模板有错：没有“erweima.svg”这一项"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("templates/polcy.html", "一", "theme/templates/polcy.html:1: 没有用到这个文件(是不是“policy.html”)"),
        ("templates/policy.html", "一\n{% if %}", "theme/templates/policy.html:2: 模板有错：这里应该写一个值，却是“end of statement block”"),
        ("templates/search.html", "{% block main %}\n\n{% endblok %}", "theme/templates/search.html:3: 模板有错：认不出标签“endblok”，写错了，或者它要收的标签没有开"),
        ("templates/portal_header.html", "\n<script>alert(1)</script>", "theme/templates/portal_header.html:2: 页面里的脚本不会运行(写成 theme/scripts/ 里同名的文件)"),
        ("templates/portal_header.html", '<SCRIPT src="//cdn.example/x.js"></SCRIPT>', "theme/templates/portal_header.html:1: 向别的网站要文件(把文件放进 theme/images/，或改成链接)"),
        ("templates/portal_footer.html", '<p\n style="color:red">', "theme/templates/portal_footer.html:1: 标签上的 style 不会起作用(写进 theme/style/own.css)"),
        ("templates/portal_footer.html", '<a onclick="x()">', "theme/templates/portal_footer.html:1: 标签上的 on… 脚本不会运行(写成 theme/scripts/ 里同名的文件)"),
        ("templates/portal_footer.html", '<img alt="" src=http://a.example/b.png>', "theme/templates/portal_footer.html:1: 向别的网站要文件(把文件放进 theme/images/，或改成链接)"),
        ("templates/portal_footer.html", "<iframe></iframe>", "theme/templates/portal_footer.html:1: 不能嵌入别的网页(改成链接)"),
        ("templates/portal_footer.html", "<a href='javascript:x()'>", "theme/templates/portal_footer.html:1: javascript: 的网址不会运行(改成真正的网址)"),
        ("style/own.css", "a{}\n@import 'b.css';", "theme/style/own.css:2: 向别的网站要文件，或引入别的样式表(把文件放进 theme/ 里)"),
        ("style/mian.css", "", "theme/style/mian.css:1: 没有用到这个文件(是不是“main.css”)"),
        ("scripts/pages.js", "", "theme/scripts/pages.js:1: 没有用到这个文件(是不是“page.js”)"),
        ("style/own.css", "颜色".encode("gb18030"), "theme/style/own.css:1: 须用 UTF-8 编码"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_told_with_its_line(tmp_path: Path, name: str, text: str | bytes, message: str) -> None:
    with pytest.raises(CannotBuild) as refused:
        build(tmp_path, {f"theme/{name}": text})
    assert str(refused.value) == message
    assert not (tmp_path / "build").exists()


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild) as refused:
        build(tmp_path, {"theme/templates/home.html": "<style></style>\n<script></script>", "theme/style/own.css": "@import 'x'"})
    assert [line.split(" ")[0] for line in str(refused.value).split("\n")] == [
        "theme/templates/home.html:1:", "theme/templates/home.html:2:", "theme/style/own.css:1:",
    ]  # fmt: skip


def test_pages_for_any_address_lead_from_the_root_of_the_host(tmp_path: Path) -> None:
    built = build_column(tmp_path, POLICY, SETTINGS + "网址: https://www.jia.example/a/zfxxgk\n")
    html = (built / "404.html").read_text(encoding="utf-8")
    assert 'href="/a/zfxxgk/assets/style-main.' in html and 'action="/a/zfxxgk/search.html"' in html
    assert 'href="#main"' in html and 'data-root="/a/zfxxgk/"' in html
    assert 'href="index.html"' in (built / "search.html").read_text(encoding="utf-8")
