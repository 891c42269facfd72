"""Comments of a source: taken out of the text before it is read, so that none is ever published; waivers are read from them.

`<!-- gongkai: P103 理由 -->` in the text, `# gongkai: F101 理由` in the front matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.model.problems import Misreading, Place
from gongkai.model.waivers import Waiver

_CODE_OR_COMMENT = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^`\n]*$.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"
    r"|<!--(?P<comment>.*?)-->|(?P<open><!--)",
    re.DOTALL | re.MULTILINE,
)
_YAML_COMMENT = re.compile(r"(?:^\s*#|\s#(?=\s))(?P<text>.*)$")
_BLOCK_SCALAR = re.compile(r"[:：]\s*[|>][-+0-9]*\s*(?:#.*)?$")
_WAIVER = re.compile(r"^\s*gongkai(?![A-Za-z0-9])\s*[:：]?\s*(?P<rest>.*)$", re.DOTALL | re.IGNORECASE)
_RULE = re.compile(r"^(?P<rule>[A-Za-z][0-9]{3})(?![A-Za-z0-9])[\s,，、]*")
_NO_REASON = " \t\u3000:：,，、。.;；-—"


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, its first and last line in the file, and whether nothing else stands on those lines."""

    text: str
    first: int
    last: int
    alone: bool


def take_comments(markdown: str, first_line: int) -> tuple[str, tuple[Comment, ...], list[Misreading]]:
    """The text without its comments, with as many lines as before; what stands between backticks or in fences stays."""
    if "<!--" not in markdown:
        return markdown, (), []
    comments: list[Comment] = []
    kept: list[str] = []
    misreadings: list[Misreading] = []
    end = 0
    for match in _CODE_OR_COMMENT.finditer(markdown):
        start, stop = match.span()
        first = first_line + markdown.count("\n", 0, start)
        if match["open"] and not misreadings:
            hint = "在注释末尾写“-->”；不是注释的，删去“<!--”"
            misreadings.append(Misreading("comment", first, "注释“<!--”没有结束，后面的字会照样公开", hint))
        if match["comment"] is None:
            continue
        lines = match[0].count("\n")
        before = markdown[markdown.rfind("\n", 0, start) + 1 : start]
        after = markdown[stop : (markdown + "\n").index("\n", stop)]
        comments.append(Comment(match["comment"], first, first + lines, not _words(before) and not _words(after)))
        text = markdown[end:start]
        kept += [text if _words(after) else text.rstrip(" \t"), "\n" * lines]  # two blanks at a line's end would break it
        end = stop
    return "".join([*kept, markdown[end:]]), tuple(comments), misreadings


def comments_in_front_matter(block: str, first_line: int) -> tuple[Comment, ...]:
    """The YAML comments of a front-matter block; lines of `概述: |` are text, not comments."""
    if "#" not in block:
        return ()
    comments = []
    in_block = False
    for number, line in enumerate(block.split("\n"), first_line):
        in_block = in_block and (not line.strip() or line[:1] in " \t\u3000")
        match = None if in_block else _YAML_COMMENT.search(line)
        if match:
            comments.append(Comment(match["text"], number, number, not line[: match.start()].strip()))
        in_block = in_block or bool(_BLOCK_SCALAR.search(line))
    return tuple(comments)


def waivers_in_text(comments: tuple[Comment, ...], path: str, text: str, first_line: int) -> tuple[Waiver, ...]:
    """The waivers among comments: each covers its own line, or, alone on its line, the next paragraph.

    `text` is the text without comments that begins at `first_line`.
    """
    found: list[Waiver] = []
    lines = text.split("\n")
    for comment in comments:
        if comment.alone:
            first, last = _next_paragraph(lines, comment.last + 1 - first_line)
            first, last = first + first_line, last + first_line
        else:
            first, last = comment.first, comment.last
        found += _waivers(comment.text, Place(path, comment.first), first, last)
    return tuple(found)


def waivers_in_front_matter(comments: tuple[Comment, ...], path: str) -> tuple[Waiver, ...]:
    """The same for `# gongkai:` comments: the own line, or the next; one above all keys also covers the file as such (line 1)."""
    found: list[Waiver] = []
    alone = {comment.first for comment in comments if comment.alone}
    for comment in comments:
        first = last = comment.first
        while last in alone:
            last += 1
        if comment.alone and first == 2:
            first = 1
        found += _waivers(comment.text, Place(path, comment.first), first, last)
    return tuple(found)


def _waivers(text: str, place: Place, first: int, last: int) -> list[Waiver]:
    match = _WAIVER.match(text)
    if not match:
        return []
    rest, rules = match["rest"].strip(), []
    while rule := _RULE.match(rest):
        rules.append(rule["rule"].upper())
        rest = rest[rule.end() :]
    reason = " ".join(rest.strip(_NO_REASON).split())
    return [Waiver(rule, place, place.path, reason, first, last) for rule in rules or [""]]


def _next_paragraph(lines: list[str], start: int) -> tuple[int, int]:
    """First and last of the lines that stand together from `start` on, blank ones passed over."""
    while start < len(lines) - 1 and not lines[start].strip("\u3000 "):
        start += 1
    end = start
    while end + 1 < len(lines) and lines[end + 1].strip("\u3000 "):
        end += 1
    return start, end


def _words(text: str) -> str:
    """What of a line is no comment and no blank."""
    return re.sub(r"<!--.*?-->|<!--.*$|^.*?-->", "", text).strip("\u3000 \t")
