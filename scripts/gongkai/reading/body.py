"""One door to markdown-it-py: a text becomes safe HTML with marks, plain text, and the facts that others need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from gongkai.model.body import BodyLink, Citation, Heading
from gongkai.model.problems import Misreading
from gongkai.reading.marks import END, MARK, Gathered, has_no_sign, marked
from gongkai.reading.outline import Leaf, joins, outline_of, parts_paragraphs
from gongkai.reading.plain_lines import PlainLine, parted


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


def read_body(markdown: str, first_line: int) -> ReadBody:
    """Render Markdown whose first line is line `first_line` of its file. Raw HTML is shown as text, never passed on."""
    parser = _parser()
    pieces: list[PlainLine | _Parsed] = []
    leaves: list[Leaf] = []
    literal: list[str] = []
    for part in parted(markdown, first_line):
        if isinstance(part, PlainLine):
            pieces.append(part)
            leaves.append(part)
        else:
            parsed = _Parsed(_one_paragraph_a_line(parser.parse(part.markdown, {})), part.line)
            pieces.append(parsed)
            leaves += parsed.leaves
            literal += (token.content.rstrip("\n") for token in parsed.tokens if token.type == "fence")
    outline = outline_of(leaves, literal)
    gathered, mere = Gathered(), has_no_sign(markdown)
    html: list[str] = []
    for piece in pieces:
        gathered.block_line = piece.line
        if isinstance(piece, PlainLine):
            tag = f"h{piece.level}" if piece.level else "p"
            attributes = _attributes(piece) if piece.anchor or piece.letter_class else ""
            words = piece.content
            html.append(f"<{tag}{attributes}>{words if mere and '号' not in words else marked(words, gathered)}</{tag}>\n")
        else:
            piece.take_over()
            gathered.first_line = piece.line
            html.append(parser.renderer.render(piece.tokens, parser.options, {"gathered": gathered}))
    return ReadBody("".join(html), outline.words, outline.places, outline.headings, outline.anchors, tuple(gathered.links),
                    tuple(gathered.citations), tuple(gathered.misreadings))  # fmt: skip


def _attributes(line: PlainLine) -> str:
    letter_class = f' class="{line.letter_class}"' if line.letter_class else ""
    return f'{letter_class} id="{line.anchor}"' if line.anchor else letter_class


@dataclass(slots=True)
class _ParsedLeaf:
    """A Leaf that lies between two tokens of markdown-it."""

    opening: Token
    inline: Token
    closing: Token
    line: int
    level: int
    paragraph: bool
    of_letter: bool
    anchor: str = ""
    letter_class: str = ""

    @property
    def content(self) -> str:
        return self.inline.content

    @property
    def words(self) -> str:
        return _plain(self.inline.children or ())


class _Parsed:
    """What markdown-it made of a stretch that begins in a line of the file."""

    def __init__(self, tokens: list[Token], line: int) -> None:
        self.tokens = tokens
        self.line = line
        self.leaves: list[_ParsedLeaf] = []
        for i, token in enumerate(tokens):
            if token.type == "inline":
                opening = tokens[i - 1]
                level = int(opening.tag[1]) if opening.type == "heading_open" else 0
                paragraph = opening.type == "paragraph_open"
                at = line + (token.map[0] if token.map else 0)
                self.leaves.append(_ParsedLeaf(opening, token, tokens[i + 1], at, level, paragraph, paragraph and token.level == 1))

    def take_over(self) -> None:
        """Give the tokens what the outline says of them."""
        for leaf in self.leaves:
            if leaf.letter_class:
                leaf.opening.attrSet("class", leaf.letter_class)
            if leaf.level:
                leaf.opening.type, leaf.closing.type = "heading_open", "heading_close"
                leaf.opening.tag = leaf.closing.tag = f"h{leaf.level}"
                leaf.opening.hidden = leaf.closing.hidden = False
            if leaf.anchor:
                leaf.opening.attrSet("id", leaf.anchor)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    # An indent is how editors begin a paragraph and a dashed line is how they part texts: neither is code or a heading.
    parser.enable("table").disable(["code", "lheading", "html_block", "html_inline", "reference"])
    return parser


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
        if token.type == "softbreak" and not depth and i > 0 and parts_paragraphs(*_around(children, i)):
            paragraphs.append([])
        else:
            paragraphs[-1].append(token)
    return paragraphs


def _plain(children: Sequence[Token]) -> str:
    parts: list[str] = []
    for i, token in enumerate(children):
        if token.type in ("text", "code_inline") or token.type == "image":
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("" if token.type == "softbreak" and _joins(children, i) else "\n")
    return "".join(parts).strip("\u3000 \n")


def _joins(children: Sequence[Token], i: int) -> bool:
    before, after = _around(children, i)
    return joins(before, after)


def _around(children: Sequence[Token], i: int) -> tuple[str, str]:
    """The texts right before and after a token."""
    return (children[i - 1].content if i else ""), (children[i + 1].content if i + 1 < len(children) else "")


class _Renderer(RendererHTML):
    """The rules of markdown-it's renderer that differ here; each gathers what it passes."""

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: N802
        """Text runs are most of a policy: one loop instead of a call for each."""
        parts: list[str] = []
        for i, token in enumerate(tokens):
            if token.type == "text":
                parts.append(marked(token.content, env["gathered"]))
            else:
                rule = self.rules.get(token.type)
                parts.append(rule(tokens, i, options, env) if rule else self.renderToken(tokens, i, options, env))
        return "".join(parts)

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """As markdown-it renders blocks, with the line of each block at hand for what its text links to."""
        gathered: Gathered = env["gathered"]
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

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["gathered"].block_line += 1
        return "" if _joins(tokens, idx) else "<br>\n"

    def hardbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["gathered"].block_line += 1
        return "<br>\n"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        gathered: Gathered = env["gathered"]
        gathered.in_link += 1
        words = _plain([t for t in tokens[idx + 1 :] if t.type != "link_close"][:1])
        gathered.links.append(BodyLink(str(tokens[idx].attrGet("href") or ""), gathered.block_line, False, words))
        return f"{MARK}L{len(gathered.links) - 1}{END}"

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["gathered"].in_link -= 1
        return f"{MARK}/{END}"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        gathered: Gathered = env["gathered"]
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
