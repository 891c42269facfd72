"""Word files: numbers that only Word shows, merged cells, notes, pictures, changes, comments."""

from __future__ import annotations

import pytest
from tests.importing.word_files import HEAD, PNG, W, docx, lists, p, r

from gongkai.importing.blocks import Cell, Refused, Source
from gongkai.importing.word_file import read_word


def texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks]


def test_numbers_of_chapters_articles_and_items_are_written_out_and_begin_anew_below_a_higher_one() -> None:
    numbering = lists([("chineseCounting", "第%1章"), ("chineseCounting", "（%2）")], [("chineseCountingThousand", "第%1条")])
    body = "".join((
        p("总则", (1, 0)), p("为了改造，制定本办法。", (2, 0)), p("本办法适用于甲区。", (2, 0)), p("小区", (1, 1)), p("街道", (1, 1)),
        p("职责", (1, 0)), p("街道负责实施。", (2, 0)), p("第一项", (1, 1)),
    ))  # fmt: skip
    assert texts(read_word(docx(body, numbering=numbering))) == [
        "第一章　总则", "第一条　为了改造，制定本办法。", "第二条　本办法适用于甲区。", "（一）小区", "（二）街道", "第二章　职责", "第三条　街道负责实施。",
        "（一）第一项",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        ("decimal", "%1.", ["1.甲", "2.甲", "3.甲"]),
        ("japaneseCounting", "%1、", ["一、甲", "二、甲", "三、甲"]),
        ("ideographTraditional", "%1.", ["甲.甲", "乙.甲", "丙.甲"]),
        ("ideographDigital", "%1、", ["一、甲", "二、甲", "三、甲"]),
        ("chineseLegalSimplified", "%1、", ["壹、甲", "贰、甲", "叁、甲"]),
        ("decimalEnclosedCircle", "%1", ["①甲", "②甲", "③甲"]),
        ("upperRoman", "%1", ["I 甲", "II 甲", "III 甲"]),
        ("lowerLetter", "%1)", ["a)甲", "b)甲", "c)甲"]),
        ("decimalZero", "%1", ["01 甲", "02 甲", "03 甲"]),
        ("bullet", "\uf0b7", ["• 甲", "• 甲", "• 甲"]),
        ("none", "", ["甲", "甲", "甲"]),
    ],
)
def test_formats_of_numbers(form: str, text: str, shown: list[str]) -> None:
    assert texts(read_word(docx(p("甲", (1, 0)) * 3, numbering=lists([(form, text)])))) == shown


def test_the_hundred_and_third_article() -> None:
    source = read_word(docx(p("甲", (1, 0)) * 120, numbering=lists([("chineseCountingThousand", "第%1条")])))
    assert [texts(source)[i] for i in (9, 10, 19, 20, 99, 100, 109, 119)] == [
        "第十条　甲", "第十一条　甲", "第二十条　甲", "第二十一条　甲", "第一百条　甲", "第一百零一条　甲", "第一百一十条　甲", "第一百二十条　甲",
    ]  # fmt: skip


def test_a_list_that_starts_over_and_one_that_goes_on() -> None:
    nums = ('<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
            '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>')  # fmt: skip
    body = p("甲", (1, 0)) * 2 + p("乙", (7, 0)) * 2 + p("丙", (8, 0)) + p("无号", (0, 0))
    assert texts(read_word(docx(body, numbering=lists([("decimal", "%1、")], nums=nums)))) == [
        "1、甲", "2、甲", "5、乙", "6、乙", "7、丙", "无号",
    ]  # fmt: skip


def test_numbers_that_come_with_a_style_and_with_the_style_it_is_based_on() -> None:
    numbering = (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="1"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="tiao"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    styles = (
        f'{HEAD}<w:styles {W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="tiao"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="xin"><w:name w:val="新条"/><w:basedOn w:val="1"/></w:style></w:styles>'
    )
    source = read_word(docx(p("总则", style="1") + p("甲", style="tiao") + p("乙", style="tiao") + p("附则", style="xin") + p("丙", style="tiao"),
                            numbering=numbering, styles=styles))  # fmt: skip
    assert texts(source) == ["一、总则", "1.1 甲", "1.2 乙", "二、附则", "2.1 丙"]
    assert [block.level for block in source.blocks] == [1, 0, 0, 1, 0]


def test_merged_cells() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        "<w:tbl><w:tr>" + cell("事项", start) + cell("对象", '<w:gridSpan w:val="2"/>') + "</w:tr>"
        "<w:tr>" + cell("", goes_on) + cell("全社会") + cell("特定") + "</w:tr>"
        "<w:tr>" + cell("年报") + cell("是") + cell("否") + "</w:tr></w:tbl>"
    )
    assert read_word(docx(p("表") + table)).blocks[1].rows == (
        (Cell("事项", 1, 2), Cell("对象", 2, 1)), (Cell("全社会"), Cell("特定")), (Cell("年报"), Cell("是"), Cell("否")),
    )  # fmt: skip


def test_cells_merged_sideways_as_older_programs_do() -> None:
    def cell(text: str, merge: str) -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc>"

    first, later = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    table = "<w:tbl><w:tr>" + cell("对象", first) + cell("", later) + cell("期限", "") + "</w:tr><w:tr>" + cell("甲", "") + cell("乙", "") + cell("丙", "") + "</w:tr></w:tbl>"
    assert read_word(docx(p("表") + table)).blocks[1].rows == ((Cell("对象", 2, 1), Cell("期限")), (Cell("甲"), Cell("乙"), Cell("丙")))


def test_a_number_without_words_counts_and_is_told() -> None:
    numbering = lists([("chineseCounting", "第%1条")])
    source = read_word(docx(p("甲。", (1, 0)) + p("", (1, 0)) + p("丙。", (1, 0)), numbering=numbering))
    assert texts(source) == ["第一条　甲。", "第三条　丙。"]
    assert [(d.key, d.why) for d in source.doubts] == [("正文", "“第二条” 1 个编号后面没有字，没有导入，后面的编号照原文")]


def test_a_moved_paragraph_counts_where_it_went() -> None:
    numbering = lists([("decimal", "%1.")])
    here = p(runs=f'<w:moveFrom w:id="1">{r("移动的一项。")}</w:moveFrom>', number=(1, 0), more='<w:rPr><w:moveFrom w:id="2"/></w:rPr>')
    there = p(runs=f'<w:moveTo w:id="3">{r("移动的一项。")}</w:moveTo>', number=(1, 0), more='<w:rPr><w:moveTo w:id="4"/></w:rPr>')
    source = read_word(docx(here + p("别的一项。", (1, 0)) + there, numbering=numbering))
    assert texts(source) == ["1.别的一项。", "2.移动的一项。"]


def test_charts_and_formulas_are_told() -> None:
    chart = '<w:r><w:drawing><a:graphicData xmlns:a="a" uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>'
    formula = '<m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>'
    source = read_word(docx(p(runs=r("按") + formula + r("补贴。")) + p(runs=chart)))
    assert texts(source) == ["按ab补贴。"]
    assert [(d.key, d.why) for d in source.doubts] == [
        ("正文", "有 1 个公式，只取了里面的字，请照原件改"), ("图片", "有 1 个图表或图示，没有导入，请另存为图片放进来"),
    ]  # fmt: skip


def test_a_note_in_a_table_stands_at_the_end() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    table = f"<w:tbl><w:tr><w:tc>{p(runs=r('车位') + note)}</w:tc><w:tc>{p('50个')}</w:tc></w:tr></w:tbl>"
    footnotes = f'{HEAD}<w:footnotes {W}><w:footnote w:id="2">{p("不含路边。")}</w:footnote></w:footnotes>'
    source = read_word(docx(p("表") + table, footnotes=footnotes))
    assert source.blocks[1].rows == ((Cell("车位［注1］"), Cell("50个")),)
    assert source.blocks[2].text == "［注1］不含路边。"


def test_notes_stand_at_the_end_and_comments_are_told() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    said = '<w:r><w:commentReference w:id="0"/></w:r>'
    footnotes = f'{HEAD}<w:footnotes {W}><w:footnote w:id="2">{p("依据乙文。")}</w:footnote></w:footnotes>'
    comments = f'{HEAD}<w:comments {W}><w:comment w:id="0" w:author="审核员">{p("请改")}</w:comment></w:comments>'
    source = read_word(docx(p(runs=r("正文") + note + said + r("。")), footnotes=footnotes, comments=comments))
    assert texts(source) == ["正文［注1］。", "［注1］依据乙文。"]
    assert [(d.key, d.why) for d in source.doubts] == [("批注", "审核员：请改（批注没有导入正文）")]


def test_changes_are_accepted_and_told() -> None:
    runs = f'{r("应当")}<w:del w:id="1">{r("可以").replace("w:t", "w:delText")}</w:del><w:ins w:id="2">{r("及时")}</w:ins>{r("公开")}'
    gone = p("前半", more='<w:rPr><w:del w:id="3"/></w:rPr>') + p("后半")
    source = read_word(docx(p(runs=runs) + gone))
    assert texts(source) == ["应当及时公开", "前半后半"]
    assert [d.why for d in source.doubts] == ["有 2 处修订痕迹，已按接受全部修订导入"]


def test_fields_boxes_hidden_words_and_symbols() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("网址") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    box = f'<w:r><w:pict><w:txbxContent>{p("框里的字")}</w:txbxContent></w:pict></w:r>'
    body = p(runs=r("见") + field + r("密", "<w:vanish/>") + symbol) + p(runs=r("图") + box) + p(runs=r("甲") + "<w:r><w:br/></w:r>" + r("乙"))
    assert texts(read_word(docx(body))) == ["见网址☑", "图", "框里的字", "甲", "乙"]


def test_pictures_come_along() -> None:
    drawing = '<w:r><w:drawing><wp:docPr xmlns:wp="wp" id="1" descr="流程图"/><a:blip xmlns:a="a" r:embed="rId5"/></w:drawing></w:r>'
    rels = (f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId5" Target="media/image1.png"/></Relationships>')  # fmt: skip
    source = read_word(docx(p(runs=r("如图") + drawing), document_rels=rels, image1=PNG))
    assert [(b.text, b.picture) for b in source.blocks] == [("如图", ""), ("流程图", "word/media/image1.png")]
    assert source.pictures == {"word/media/image1.png": PNG}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (docx(""), "里面没有文字"),
        (docx(p("甲"))[:-30], "打不开，文件损坏了。请在 Word 或 WPS 里打开，另存一份再导入"),
        (docx("<w:p>"), "打不开，文件损坏了。请在 Word 或 WPS 里打开，另存一份再导入"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "结构太深，不像正常的文件，没有导入"),
        (docx(p("甲"), styles='<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'), "里面的 XML 带有 DTD，可能有害，没有导入"),
        (docx(p("甲"), styles=b"<x>" + b" " * 81_000_000 + b"</x>"), "解开后大得不合理，没有导入"),
    ],
    ids=["empty", "cut off", "not closed", "deep", "entities", "bomb"],
)
def test_what_is_no_sound_word_file_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_word(raw)
    assert str(refused.value) == why
