"""Saved pages of government sites: the info box is read, the page's own furniture goes, tables and files stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.importing.blocks import Cell, Refused
from gongkai.importing.files import Imported, import_file
from gongkai.importing.web_page import read_page
from gongkai.reading.settings import default_settings

BOX_IN_A_LIST = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于停车的通知_政府信息公开_甲区人民政府</title>
<meta name="ArticleTitle" content="甲区人民政府关于加强停车管理的通知"><script>var a="<p>不要</p>";</script></head><body>
<div class="header"><a href="/">首页</a><a href="/a">政务公开</a><span>今天是2024年3月1日 星期五</span><form><button>搜索</button></form></div>
<div>您当前的位置：<a href="/">首页</a> &gt; <a>政府信息公开</a> &gt; 正文</div>
<ul><li><b>索引号：</b><span>330101/2023-00012</span></li><li><b>主题分类：</b>城乡建设、环境保护/城乡建设</li>
<li><b>发布机构：</b>甲区人民政府办公室</li><li><b>成文日期：</b>2023年05月04日</li><li><b>文　　号：</b>甲政发〔2023〕8号</li><li><b>有 效 性：</b></li></ul>
<div><span>发布时间：2023-05-06 10:20</span><span>来源：区政府办</span><span>浏览次数：<i>123</i></span><span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span></div>
<div id="zoom"><p style="text-align:center">甲区人民政府<br>关于加强停车管理的通知</p><p align=center>甲政发〔2023〕8号</p>
<p>各街道办事处，区政府各部门：</p><p>为了加强停车管理，根据《乙市停车管理办法》（乙政发[2022]3号），<span>现将</span><o:p></o:p>有关事项通知如下：
<p>一、总体要求<p>坚持公开、公平。<div style="display:none">看不见的字</div>
<table border=1><tr><th rowspan=2>路段<th colspan=2>收费<tr><th>白天<th>夜间<tr><td>甲路<td>5元<td>2元</table>
<p align="right">甲区人民政府</p><p align="right">2023年5月4日</p><p>附件：<a href="./P02.docx">收费标准表.docx</a></p></div>
<h3>相关解读</h3><ul><li><a href="/jd">《停车通知》解读</a></li></ul>
<p>主办：甲区人民政府 承办：甲区人民政府办公室</p><p>网站标识码：3301010001 甲ICP备01234567号</p></body></html>"""
BOX_IN_A_TABLE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>通知</title></head><body>
<table><tr><td><a href=1>机构职能</a><br><a href=2>政策文件</a></td><td><table><tr><td>信息索引号</td><td>003291/2019-00412</td><td>信息分类</td><td>规范性文件</td></tr>
<tr><td>发布机构</td><td>丙县住建局</td><td>生成日期</td><td>2019-08-09</td></tr><tr><td>文号</td><td>丙建〔2019〕40号</td><td>有效性</td><td></td></tr></table>
<div align=center><b>关于印发《丙县农房管理办法》的通知</b></div><div align=center>时间：2019-08-12 &nbsp; 点击：55</div>
<font size=3>各乡镇人民政府：<br>　　现将《丙县农房管理办法》印发给你们，请遵照执行。<br><br>　　　　　　　　　　　　　　　　丙县住房和城乡建设局<br>
　　　　　　　　　　　　　　　　2019年8月9日<br>丙县农房管理办法<br>　　第一条　为规范农房建设，制定本办法。<br>　　第二条　本办法自2019年9月10日起施行，有效期至2024年9月9日。</font>
</td></tr></table><center>丙县住房和城乡建设局版权所有</center></body></html>"""
INTERPRETATION = """<html><head><title>《丁市人才办法》政策解读</title></head><body><h2>《丁市人才办法》政策解读</h2><div>发布时间：2022年03月04日　来源：丁市人社局</div>
<div><p>近日，丁市人力资源和社会保障局印发《丁市人才办法》（丁人社发〔2022〕12号），现解读如下：</p><p>一、制定背景</p><p>为吸引人才，制定本办法。</p>
<p><img src="c_files/t.png" alt="流程"></p><p>解读机关：丁市人力资源和社会保障局</p><p>解读人：某某</p><p>联系电话：0000-88888888</p></div><p>上一篇：<a>x</a></p></body></html>"""


def imported(tmp_path: Path, page: str | bytes, name: str = "x.html") -> Imported:
    path = tmp_path / name
    path.write_bytes(page.encode("utf-8") if isinstance(page, str) else page)
    return import_file(path, default_settings())


def body(result: Imported) -> str:
    return result.text.split("\n---\n", 1)[1].strip()


def test_a_box_in_a_list_and_a_page_full_of_furniture(tmp_path: Path) -> None:
    result = imported(tmp_path, BOX_IN_A_LIST)
    assert result.front == {
        "标题": "甲区人民政府关于加强停车管理的通知", "索引号": "330101/2023-00012", "主题分类": "城乡建设、环境保护\\城乡建设", "发文机关": "甲区人民政府",
        "成文日期": "2023-05-04", "公开日期": "2023-05-06", "文号": "甲政发〔2023〕8号", "文种": "通知", "来源": "区政府办", "附件": ["收费标准表.docx"],
    }  # fmt: skip
    assert result.cited == ["乙政发〔2022〕3号"]
    assert body(result) == (
        "各街道办事处，区政府各部门：\n\n为了加强停车管理，根据《乙市停车管理办法》（乙政发[2022]3号），现将有关事项通知如下：\n\n## 一、总体要求\n\n坚持公开、公平。\n\n"
        "| 路段 | 收费／白天 | 收费／夜间 |\n|---|---|---|\n| 甲路 | 5元 | 2元 |\n\n甲区人民政府\n\n2023年5月4日"
    )
    assert ("公开日期", "“今天是2024年3月1日 星期五”像是网页上的时钟，没有当作日期") in [(d.key, d.why) for d in result.doubts]
    assert ("信息框", "“有效性”一栏是空的") in [(d.key, d.why) for d in result.doubts]


def test_a_box_in_a_table_without_colons_in_a_page_in_gb2312(tmp_path: Path) -> None:
    result = imported(tmp_path, BOX_IN_A_TABLE.encode("gb18030"))
    assert result.front == {
        "标题": "关于印发《丙县农房管理办法》的通知", "索引号": "003291/2019-00412", "发文机关": "丙县住房和城乡建设局", "成文日期": "2019-08-09",
        "公开日期": "2019-08-12", "文号": "丙建〔2019〕40号", "施行日期": "2019-09-10", "有效期至": "2024-09-09", "文种": "通知",
    }  # fmt: skip
    assert body(result).startswith("各乡镇人民政府：\n\n现将")
    assert body(result).endswith("## 丙县农房管理办法\n\n第一条　为规范农房建设，制定本办法。\n\n第二条　本办法自2019年9月10日起施行，有效期至2024年9月9日。")


def test_an_interpretation_says_what_it_explains(tmp_path: Path) -> None:
    (tmp_path / "c_files").mkdir()
    (tmp_path / "c_files" / "t.png").write_bytes(b"\x89PNG")
    result = imported(tmp_path, INTERPRETATION)
    assert result.kind == "interpretation"
    assert {key: result.front[key] for key in ("解读对象", "解读形式", "解读机关", "解读人", "联系电话", "公开日期")} == {  # type: ignore[index]
        "解读对象": ["《丁市人才办法》"], "解读形式": "文字", "解读机关": "丁市人力资源和社会保障局", "解读人": "某某", "联系电话": "0000-88888888",
        "公开日期": "2022-03-04",
    }  # fmt: skip
    assert "![流程](<x-1.png>)" in result.text
    assert result.pictures == {"x-1.png": b"\x89PNG"}


@pytest.mark.parametrize("target", ["../secret.png", "/etc/secret.png", "file:///etc/secret.png", "http://other.example/a.png", "..\\secret.png"])
def test_no_picture_outside_the_folder_of_the_page(tmp_path: Path, target: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG secret")
    (tmp_path / "in").mkdir()
    result = imported(tmp_path / "in", INTERPRETATION.replace("c_files/t.png", target))
    assert result.pictures == {}
    assert "没有随网页保存" in " ".join(d.why for d in result.doubts)


def test_the_numbers_of_ordered_lists_are_kept() -> None:
    source = read_page("<body><p>甲的是一在有。</p><ol start=3><li>一项<li>二项</ol></body>".encode())
    assert [block.text for block in source.blocks] == ["甲的是一在有。", "3.一项", "4.二项"]


def test_ends_that_open_nothing_and_elements_that_never_end() -> None:
    page = "<table><tr><td>甲<td>乙</div></span><tr><td><b>丙<td>丁</table><p>后</b></i>文<p>的"
    source = read_page(page.encode())
    assert source.blocks[0].rows == ((Cell("甲"), Cell("乙")), (Cell("丙"), Cell("丁")))
    assert [block.text for block in source.blocks[1:]] == ["后文", "的"]


def test_thirty_thousand_nested_elements_are_read_in_a_moment() -> None:
    assert read_page(("<div>" * 30_000 + "文字").encode()).blocks[0].text == "文字"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><body><script>load()</script></body></html>", "网页里没有文字（也许内容是脚本后来装入的）。请在浏览器里选中正文，复制到 Word 或记事本里保存"),
        ("<html><body>" + "锟斤拷" * 50, "是乱码：网页在保存时已经损坏，读不出来。请在浏览器里重新保存，或复制文字另存为 UTF-8 的 .txt"),
    ],
)
def test_pages_that_say_nothing_are_refused(page: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_page(page.encode())
    assert str(refused.value) == why
