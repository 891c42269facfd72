"""A policy as PDF, by WeasyPrint: an extra (`pip install gongkai[pdf]`), for it brings Pango and takes half a second a document.

The page is that of GB/T 9704-2012: A4, margins 37, 26, 35, 28 mm, 22 lines of 28 letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import weasyprint

from gongkai.typesetting.blocks import Block, Cell, Part, Piece, Run, Stretch, Table
from gongkai.typesetting.letter import Letter
from gongkai.typesetting.styles import FALLBACKS, FANG, HEI, IDS, KAI, RED, SONG

_HEADINGS = {Part.CHAPTER: "h2", Part.FIRST: "h2", Part.SECOND: "h3", Part.THIRD: "h4", Part.ANNEX: "h1"}  # bookmarks come of them
_FONTS = {font: ", ".join(f'"{name}"' for name in (font, *others)) for font, others in FALLBACKS.items()}
_STYLE = f"""
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm; }}
@page :right {{ @bottom-right {{ content: "— " counter(page) " —"; font: 14pt {_FONTS["宋体"]}; padding-right: 14pt; vertical-align: top; padding-top: 7mm; }} }}
@page :left {{ @bottom-left {{ content: "— " counter(page) " —"; font: 14pt {_FONTS["宋体"]}; padding-left: 14pt; vertical-align: top; padding-top: 7mm; }} }}
body {{ margin: 0; font: 16pt/28.9pt {_FONTS[FANG]}; letter-spacing: -.22pt; text-align: justify; overflow-wrap: anywhere; }}
p, h1, h2, h3, h4 {{ margin: 0; font-size: inherit; font-weight: normal; text-indent: 2em; orphans: 1; widows: 1; white-space: pre-wrap; }}
h1, h2, h3, h4 {{ break-after: avoid; }}
.{IDS["发文机关标志"]} {{ margin: 35mm 0 0; color: #{RED}; font-family: {_FONTS[SONG]}; line-height: 1.4; text-align: center; text-indent: 0; letter-spacing: 0; }}
.{IDS["发文机关标志"]} + .{IDS["发文机关标志"]} {{ margin-top: 0; }}
.{IDS["发文字号"]} {{ margin-top: 57.8pt; padding-bottom: 4mm; border-bottom: 2.25pt solid #{RED}; text-align: center; text-indent: 0; }}
.{IDS["公文标题"]}, .{IDS["所附文件标题"]} {{ margin: 57.8pt 0 28.9pt; font: 22pt/34pt {_FONTS[SONG]}; text-align: center; text-indent: 0; letter-spacing: 0; }}
.{IDS["所附文件标题"]} {{ break-before: page; margin-top: 28.9pt; }}
.{IDS["主送机关"]} {{ text-indent: 0; }}
.{IDS["章节名"]} {{ font-family: {_FONTS[HEI]}; text-align: center; text-indent: 0; }}
.{IDS["一级标题"]} {{ font-family: {_FONTS[HEI]}; }}
.{IDS["二级标题"]}, .{IDS["引文"]} {{ font-family: {_FONTS[KAI]}; }}
.{IDS["署名"]} {{ padding-right: 2em; text-align: right; text-indent: 0; break-after: avoid; }}
.{IDS["成文日期"]} {{ padding-right: 4em; text-align: right; text-indent: 0; }}
.{IDS["列项"]}, .{IDS["引文"]} {{ padding-left: 2em; text-indent: 0; }}
.{IDS["附件说明"]} {{ margin-top: 28.9pt; }}
.{IDS["附记"]} {{ margin-top: 14pt; font: 10.5pt/16pt {_FONTS[HEI]}; text-indent: 0; letter-spacing: 0; }}
.{IDS["版记"]} {{ display: flex; justify-content: space-between; margin-top: 28pt; padding: 0 1em; border: solid #000; border-width: 1pt 0; font-size: 14pt; line-height: 24pt; text-indent: 0; white-space: nowrap; break-inside: avoid; }}
table {{ width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 18pt; letter-spacing: 0; margin-bottom: 18pt; }}
tr {{ break-inside: avoid; }}
.head {{ break-after: avoid; }}
th, td {{ border: .5pt solid #000; padding: 2pt 4pt; text-align: left; }}
th {{ font-family: {_FONTS[HEI]}; font-weight: normal; text-align: center; }}
.right {{ text-align: right; }} .center {{ text-align: center; }}
"""  # fmt: skip


def pdf(letter: Letter) -> bytes:
    """The file. Nothing is fetched: pictures stand as words, fonts are those of the machine."""
    html = weasyprint.HTML(string=_page(letter), url_fetcher=_nothing)
    made = html.write_pdf(pdf_identifier=letter.title.encode()[:32], pdf_tags=True)  # for those who have it read to them
    assert isinstance(made, bytes)
    return made


def _nothing(address: str, *_more: object, **_named: object) -> dict[str, object]:
    raise ValueError(address)


def _page(letter: Letter) -> str:
    size = min(34, 430 // max(map(len, letter.organs), default=1))
    parts = [
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(letter.title)}</title>',
        f'<meta name="author" content="{escape("、".join(letter.organs))}"><style>{_STYLE}</style></head><body>',
    ]
    parts += [f'<p class="{IDS["发文机关标志"]}" style="font-size: {size}pt">{escape(organ)}</p>' for organ in letter.organs]
    parts += [_plain("发文字号", letter.number)] if letter.number else []
    parts.append(_plain("公文标题", letter.title, "h1"))
    parts += map(_piece, letter.blocks)
    parts += [_plain("附件说明", line) for line in letter.annexes]
    parts.append(_plain("附记", letter.status))
    if letter.imprint[0]:
        organ, day = letter.imprint
        parts.append(f'<div class="{IDS["版记"]}"><span>{escape(organ)}</span><span>{escape(day)}</span></div>')
    return "".join(parts) + "</body></html>"


def _plain(style: str, words: str, tag: str = "p") -> str:
    return f'<{tag} class="{IDS[style]}">{escape(words)}</{tag}>'


def _piece(block: Piece) -> str:
    if isinstance(block, Stretch):
        return "".join(_paragraph(Block(Part.TEXT, (Run(words),))) for words in block.paragraphs)
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _paragraph(block: Block) -> str:
    tag = _HEADINGS.get(block.part, "p")
    return f'<{tag} class="{IDS[block.part.value]}">{block.mark}{_runs(block.runs)}</{tag}>'


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_set(run) for run in runs)


def _set(run: Run) -> str:
    words = f"<b>{run.text}</b>" if run.bold else run.text
    return f'<span class="{IDS[run.face.value]}">{words}</span>' if run.face else words


def _table(table: Table) -> str:
    return f"<table>{''.join(map(_row, table.rows))}</table>"


def _row(row: tuple[Cell, ...]) -> str:
    head = ' class="head"' if row and all(cell.head for cell in row) else ""
    return f"<tr{head}>{''.join(map(_cell, row))}</tr>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.head else "td"
    return f'<{tag} class="{cell.side}">{_runs(cell.runs)}</{tag}>'
