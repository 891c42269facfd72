"""One door to markdown-it-py: a text becomes safe HTML with marks, plain text, and the facts that others need.

Where a link leads and what a citation means is known only when the whole column is read. Until then the HTML holds
marks between two control characters, which no source can contain (`reading.decoding` strips them):
`␁L3␂…␁/␂` is link 3, `␁P3␂` picture 3, `␁C5␂…␁/␂` citation 5 with all that might be its 机关代字.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from gongkai.model.body import BodyLink, Citation, Heading
from gongkai.model.problems import Misreading
from gongkai.reading.citations import citations_in
from gongkai.reading.outline import anchor_of, article_of, begins_paragraph, hidden_headings, parts_of_letter

MARK, END = "\x01", "\x02"
_HAN_OR_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]")
_NO_LINK = re.compile(r"!?\[[^\[\]]{0,80}\]\([^()\s]{0,200}")
_SENTENCE_END = "。；：！？”’》）)」』;:!?.…"


@dataclass(frozen=True, slots=True)
class ReadBody:
    """What a text came to. `outline` lists (offset in `text`, words, anchor) of headings and articles, in order."""

    html: str
    text: str
    outline: tuple[tuple[int, str, str], ...]
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    links: tuple[BodyLink, ...]
    citations: tuple[Citation, ...]
    misreadings: tuple[Misreading, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """What the renderer gathers on its way through one text."""

    first_line: int
    block_line: int = 1
    in_link: int = 0
    links: list[BodyLink] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    misreadings: list[Misreading] = field(default_factory=list)


def read_body(markdown: str, first_line: int) -> ReadBody:
    """Render Markdown whose first line is line `first_line` of its file. Raw HTML is shown as text, never passed on."""
    parser = _parser()
    gathered = _Gathered(first_line)
    tokens = _one_paragraph_a_line(parser.parse(markdown, {}))
    headings, anchors, text, outline = _outline(tokens, first_line)
    html = parser.renderer.render(tokens, parser.options, {"gathered": gathered})
    return ReadBody(html, text, outline, headings, anchors, tuple(gathered.links), tuple(gathered.citations),
                    tuple(gathered.misreadings))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    # An indent is how editors begin a paragraph and a dashed line is how they part texts: neither is code or a heading.
    parser.enable("table").disable(["code", "lheading", "html_block", "html_inline", "reference"])
    return parser


def _outline(
    tokens: list[Token], first_line: int
) -> tuple[tuple[Heading, ...], frozenset[str], str, tuple[tuple[int, str, str], ...]]:
    """Give headings and articles their anchors, turn lines like “第一章　总则” into headings, take the plain text."""
    headings: list[Heading] = []
    anchors: dict[str, int] = {}
    outline: list[tuple[int, str, str]] = []
    blocks: list[str] = []
    length = 0
    inlines = [i for i, token in enumerate(tokens) if token.type == "inline"]
    promoted = hidden_headings([(tokens[i - 1].type == "paragraph_open" and tokens[i].level == 1, tokens[i].content) for i in inlines])
    plain = [i for place, i in enumerate(inlines) if tokens[i].level == 1 and tokens[i - 1].tag == "p" and place not in promoted]
    for number, letter_class in parts_of_letter([tokens[i].content for i in plain]).items():
        tokens[plain[number] - 1].attrSet("class", letter_class)
    written = [int(t.tag[1]) for t in tokens if t.type == "heading_open"]
    shift = 1 if 1 in written else 0
    for place, i in enumerate(inlines):
        opening, inline, closing = tokens[i - 1], tokens[i], tokens[i + 1]
        text = _plain(inline.children or ())
        line = first_line + (inline.map[0] if inline.map else 0)
        level = 0
        if opening.type == "heading_open":
            level = min(6, int(opening.tag[1]) + shift)
        elif place in promoted:
            level = promoted[place]
        if level:
            anchor = _unique(article_of(text)[1] or anchor_of(text), anchors)
            opening.type, closing.type = "heading_open", "heading_close"
            opening.tag = closing.tag = f"h{level}"
            opening.hidden = closing.hidden = False
            headings.append(Heading(level, text, anchor, line))
        else:
            label, anchor = article_of(text) if opening.type == "paragraph_open" else ("", "")
            anchor = anchor and _unique(anchor, anchors)
        if anchor:
            opening.attrSet("id", anchor)
            outline.append((length, text if level else label, anchor))
        blocks.append(text)
        length += len(text) + 1
    for token in tokens:
        if token.type == "fence":
            blocks.append(token.content.rstrip("\n"))
    return tuple(headings), frozenset(anchors), "\n".join(blocks), tuple(outline)


def _one_paragraph_a_line(tokens: list[Token]) -> list[Token]:
    """Split paragraphs at line breaks that end a sentence or begin an article: editors often leave no blank line between."""
    split: list[Token] = []
    for i, token in enumerate(tokens):
        whole = token.type == "inline" and token.level == 1 and tokens[i - 1].type == "paragraph_open"
        if whole and token.children:  # the style indents paragraphs, whether or not the editor did
            token.children[0].content = token.children[0].content.lstrip("\u3000 ")
        if not whole or "\n" not in token.content:
            split.append(token)
            continue
        opening, closing = tokens[i - 1], tokens[i + 1]
        line = token.map[0] if token.map else 0
        for number, children in enumerate(_paragraphs(token.children or [])):
            if number:
                split += [closing.copy(), opening.copy(attrs={})]
            children[0].content = children[0].content.lstrip("\u3000 ")
            content = _plain(children)
            split.append(token.copy(children=children, content=content, map=[line, line + 1]))
            line += 1 + sum(child.type in ("softbreak", "hardbreak") for child in children)
    return split


def _paragraphs(children: list[Token]) -> list[list[Token]]:
    paragraphs: list[list[Token]] = [[]]
    depth = 0
    for i, token in enumerate(children):
        depth += token.nesting
        after = children[i + 1].content if i + 1 < len(children) else ""
        ends = token.type == "softbreak" and not depth and i > 0 and not _joins(children, i)
        if ends and (children[i - 1].content[-1:] in "。；：！？" or begins_paragraph(after)):
            paragraphs.append([])
        else:
            paragraphs[-1].append(token)
    return paragraphs


def _unique(anchor: str, taken: dict[str, int]) -> str:
    count = taken[anchor] = taken.get(anchor, 0) + 1
    return anchor if count == 1 else _unique(f"{anchor}-{count}", taken)


def _plain(children: Sequence[Token]) -> str:
    parts: list[str] = []
    for i, token in enumerate(children):
        if token.type in ("text", "code_inline") or token.type == "image":
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("" if token.type == "softbreak" and _joins(children, i) else "\n")
    return "".join(parts).strip("\u3000 \n")


def _joins(children: Sequence[Token], i: int) -> bool:
    """Whether a line break is only where the editor's line was full: no sentence ends there, and both sides are 汉字."""
    before = children[i - 1].content[-1:] if i else ""
    after = children[i + 1].content[:1] if i + 1 < len(children) else ""
    return bool(_HAN_OR_WIDE.match(before) and _HAN_OR_WIDE.match(after)) and before not in _SENTENCE_END and not begins_paragraph(children[i + 1].content)


class _Renderer(RendererHTML):
    """The rules of markdown-it's renderer that differ here; each gathers what it passes."""

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: N802
        """Text runs are most of a policy: one loop instead of a call for each."""
        parts: list[str] = []
        for i, token in enumerate(tokens):
            if token.type == "text":
                parts.append(self._text(token.content, env["gathered"]))
            else:
                rule = self.rules.get(token.type)
                parts.append(rule(tokens, i, options, env) if rule else self.renderToken(tokens, i, options, env))
        return "".join(parts)

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """As markdown-it renders blocks, with the line of each block at hand for what its text links to."""
        gathered: _Gathered = env["gathered"]
        parts: list[str] = []
        for i, token in enumerate(tokens):
            if token.type == "inline":
                gathered.block_line = gathered.first_line + (token.map[0] if token.map else 0)
                parts.append(self.renderInline(token.children or (), options, env))
            elif token.type in self.rules:
                parts.append(self.rules[token.type](tokens, i, options, env))
            else:
                parts.append(self.renderToken(tokens, i, options, env))
        return "".join(parts)

    def _text(self, content: str, gathered: _Gathered) -> str:
        if "](" in content:
            for shown in _NO_LINK.findall(content):
                hint = "地址里有空格的，写成 [说明](<地址>)；检查括号是否成对，地址不能以 javascript: 之类开头"
                gathered.misreadings.append(Misreading("no-link", gathered.block_line, f"“{shown}”没有成为链接", hint))
        if "号" not in content or gathered.in_link:
            return escapeHtml(content)
        parts: list[str] = []
        end = 0
        for found in citations_in(content, gathered.block_line):
            number = len(gathered.citations)
            gathered.citations.append(found.citation)
            parts.append(escapeHtml(content[end : found.start]))
            parts.append(f"{MARK}C{number}{END}{content[found.start : found.end]}{MARK}/{END}")
            end = found.end
        return "".join(parts) + escapeHtml(content[end:])

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["gathered"].block_line += 1
        return "" if _joins(tokens, idx) else "<br>\n"

    def hardbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["gathered"].block_line += 1
        return "<br>\n"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        gathered: _Gathered = env["gathered"]
        gathered.in_link += 1
        words = _plain([t for t in tokens[idx + 1 :] if t.type != "link_close"][:1])
        gathered.links.append(BodyLink(str(tokens[idx].attrGet("href") or ""), gathered.block_line, False, words))
        return f"{MARK}L{len(gathered.links) - 1}{END}"

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["gathered"].in_link -= 1
        return f"{MARK}/{END}"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        gathered: _Gathered = env["gathered"]
        token = tokens[idx]
        gathered.links.append(BodyLink(str(token.attrGet("src") or ""), gathered.block_line, True, token.content))
        return f"{MARK}P{len(gathered.links) - 1}{END}"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<div class="table-scroll" role="group" aria-label="表格" tabindex="0">\n<table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table>\n</div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<th scope="col"{_alignment(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<td{_alignment(tokens[idx])}>"


def _alignment(token: Token) -> str:
    """A column's alignment as a class: the strict CSP allows no inline style."""
    side = str(token.attrGet("style") or "").removeprefix("text-align:")
    return f' class="{side}"' if side in ("right", "center") else ""
