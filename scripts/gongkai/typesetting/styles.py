"""The styles of a .docx in the layout of GB/T 9704-2012: letters, sizes, distances of every part, in one table.

Measures: size in points; lines are fixed at 28.9 pt, of which 22 fill a page of 225 mm; letters of 16 pt stand 15.75 pt
apart, which gives 28 in a line of 156 mm; indents in letters.
"""

from __future__ import annotations

from dataclasses import dataclass

FANG, SONG, HEI, KAI, PLAIN = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
# Fonts that offices have, then those that every Windows, Mac or Linux has; Word and LibreOffice read them as other names.
FALLBACKS = {
    FANG: ("仿宋", "FangSong", "STFangsong", "华文仿宋", "方正仿宋_GBK", "Noto Serif CJK SC"),
    SONG: ("方正小标宋_GBK", "小标宋", "华文中宋", "STZhongsong", "宋体", "Noto Serif CJK SC"),
    HEI: ("SimHei", "Heiti SC", "方正黑体_GBK", "Noto Sans CJK SC"),
    KAI: ("楷体", "KaiTi", "STKaiti", "方正楷体_GBK", "Noto Serif CJK SC"),
    PLAIN: ("SimSun", "Songti SC", "Noto Serif CJK SC"),
}
TWIPS = 20
LINE, LETTER = 578, 315  # twips: 28.9 pt, 15.75 pt
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4 in twips
TOP, RIGHT, BOTTOM, LEFT = 2098, 1474, 1984, 1588  # 37, 26, 35, 28 mm
FOOTER = 1190  # from the page's end, so that the number stands 7 mm below the text
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
RED = "C00000"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: `indent` of the first line and `right` in letters, `before` in lines of 28.9 pt."""

    name: str
    font: str
    size: float = 16
    side: str = "both"
    indent: int = 0
    left: int = 0
    right: int = 0
    before: float = 0
    after: float = 0
    line: int = LINE
    outline: int = -1
    colour: str = ""
    keeps: str = ""  # what the schema wants before widowControl
    rules: str = ""  # and after it
    spacing: int = -5  # twentieths of a point between letters


# 版记 lies on the last line of its page. In the paragraph itself: LibreOffice passes over frames that a style asks for.
FRAME = (
    f'<w:framePr w:w="{TEXT_WIDTH}" w:hSpace="0" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)
_RULES = (
    '<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr>'
)
_TABS = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - 280}"/></w:tabs>'
_RED_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="11" w:color="{RED}"/></w:pBdr>'

STYLES = (
    Style("正文", FANG, indent=2),
    Style("发文机关标志", SONG, 34, "center", before=3.5, line=48 * TWIPS, colour=RED, spacing=0, keeps="<w:keepNext/>"),
    Style("发文字号", FANG, side="center", before=2, keeps="<w:keepNext/>", rules=_RED_RULE),
    Style("公文标题", SONG, 22, "center", before=2, after=1, line=34 * TWIPS, outline=0, spacing=0, keeps="<w:keepNext/>"),
    Style("主送机关", FANG),
    Style("章节名", HEI, side="center", before=0.5, after=0.5, outline=1, keeps="<w:keepNext/>"),
    Style("一级标题", HEI, indent=2, outline=1, keeps="<w:keepNext/>"),
    Style("二级标题", KAI, indent=2, outline=2, keeps="<w:keepNext/>"),
    Style("三级标题", FANG, indent=2, outline=3, keeps="<w:keepNext/>"),
    Style("列项", FANG, left=2),
    Style("引文", KAI, left=2, right=2),
    Style("原样文字", FANG, 12, "left", line=18 * TWIPS),
    Style("附件说明", FANG, before=1, left=5),
    Style("署名", FANG, side="right", right=2, keeps="<w:keepNext/>"),
    Style("成文日期", FANG, side="right", right=4),
    Style("附注", FANG, indent=2),
    Style("所附文件标题", SONG, 22, "center", before=1, after=1, line=34 * TWIPS, outline=0, spacing=0,
          keeps="<w:keepNext/><w:pageBreakBefore/>"),
    Style("版记", FANG, 14, "left", spacing=0, line=24 * TWIPS, rules=_RULES + _TABS),
    Style("附记", HEI, 10.5, "left", before=0.5, line=16 * TWIPS, spacing=0),
    Style("页码", PLAIN, 14, "left", spacing=0, line=20 * TWIPS),
    Style("表格文字", FANG, 12, "left", spacing=0, line=18 * TWIPS),
    Style("表头文字", HEI, 12, "center", spacing=0, line=18 * TWIPS),
)  # fmt: skip
IDS = {style.name: f"g{number}" for number, style in enumerate(STYLES)}
"""Names of styles as paragraphs give them; the first one need not be given."""


def styles_xml() -> str:
    """word/styles.xml."""
    return (
        _head("styles")
        + f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANG)}<w:kern w:val=\"0\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        + "".join(_style(style, default=not number) for number, style in enumerate(STYLES))
        + '<w:style w:type="character" w:default="1" w:styleId="c0"><w:name w:val="Default Paragraph Font"/></w:style>'
        + "".join(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{IDS[name]}c"><w:name w:val="{name}字样"/>'
            f"<w:rPr>{_fonts(next(s.font for s in STYLES if s.name == name))}</w:rPr></w:style>"
            for name in ("一级标题", "二级标题")
        )
        + '<w:style w:type="table" w:default="1" w:styleId="t0"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        "</w:styles>"
    )


def fonts_xml() -> str:
    """word/fontTable.xml: each font with the names of those that may stand in for it."""
    rows = "".join(
        f'<w:font w:name="{font}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"modern" if font in (FANG, KAI, HEI) else "roman"}"/><w:pitch w:val="variable"/></w:font>'
        for font, others in FALLBACKS.items()
    )
    return f"{_head('fonts')}{rows}</w:fonts>"


def footer_xml(*, odd: bool) -> str:
    """A foot with “— 1 —” in letters of 14 pt: on odd pages at the right, on even ones at the left, one letter in."""
    side = '<w:ind w:right="280"/><w:jc w:val="right"/>' if odd else '<w:ind w:left="280"/><w:jc w:val="left"/>'
    return (
        f'{_head("ftr")}<w:p><w:pPr><w:pStyle w:val="{IDS["页码"]}"/>{side}</w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def section_xml() -> str:
    """The section at the end of word/document.xml: paper, margins, the two feet."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/><w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" '
        f'w:left="{LEFT}" w:header="851" w:footer="{FOOTER}" w:gutter="0"/></w:sectPr>'
    )


def _style(style: Style, default: bool) -> str:
    start, end = style.left * LETTER, style.right * LETTER
    indent = ""
    if style.indent or start or end:
        sides = f' w:leftChars="{style.left * 100}" w:left="{start}"' if start else ""
        sides += f' w:rightChars="{style.right * 100}" w:right="{end}"' if end else ""
        first = f' w:firstLineChars="{style.indent * 100}" w:firstLine="{style.indent * LETTER}"' if style.indent else ""
        indent = f"<w:ind{sides}{first}/>"
    before, after = round(style.before * LINE), round(style.after * LINE)
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="{style.line}" w:lineRule="exact"/>'
    letters = f'<w:spacing w:val="{style.spacing}"/>' if style.spacing else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    kind = 'w:default="1"' if default else 'w:customStyle="1"'
    half_points = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph" {kind} w:styleId="{IDS[style.name]}">'
        f'<w:name w:val="{"Normal" if default else style.name}"/><w:qFormat/>'
        f'<w:pPr>{style.keeps}<w:widowControl w:val="0"/>{style.rules}{spacing}{indent}<w:jc w:val="{style.side}"/>'
        + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else "")
        + f'</w:pPr><w:rPr>{_fonts(style.font)}{colour}{letters}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def _fonts(font: str) -> str:
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'


def _head(root: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    )


def settings_xml() -> str:
    """word/settings.xml: left and right pages differ, and Chinese punctuation is not squeezed."""
    return (
        f'{_head("settings")}<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>'
    )
