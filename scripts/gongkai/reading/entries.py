"""One door to PyYAML: keys and values as text, each with its line. Nothing here knows what a key means.

YAML's own conversions are left out on purpose: an unquoted date, `否` or `0123` stays what the editor typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from gongkai.model.problems import Misreading
from gongkai.reading.decoding import one_line

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY_LINE = re.compile(r"^(?P<key>[^\s\-#'\"\[\]{}:：][^:：#'\"\[\]{}]{0,20}?)\s*(?P<colon>[:：])(?P<gap>[ \u3000\t]*)(?P<value>.*)$")
_ITEM_LINE = re.compile(r"^(?P<head>\s*-[ \t]+)(?P<value>\S.*)$")
_COMMENT = re.compile(r"\s#\s.*$")
_ALIAS = re.compile(r"[*&]\w")
_DEEPEST = 50
_BLOCK_SCALAR = re.compile(r"^[|>][-+0-9]*\s*(#.*)?$")
_WHOLE_QUOTED = re.compile(r"""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$""")
_QUOTED_FIRST = re.compile(r"""^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#.*)?$""")
_FLOW_LIST = re.compile(r"^\[[^\[\]]*\]\s*(#.*)?$")
_VALUE = r"""(?![\[|>'"])[^\s#](?:[^#]*[^\s#])?|"[^"\\#]*\""""
_WORD = r"[\u4e00-\u9fffA-Za-z0-9〔《（“][\u4e00-\u9fffA-Za-z0-9〔〕《》（）“”./-]*"
_MERE = re.compile(
    rf"(?:(?P<key>[\u4e00-\u9fffA-Za-z]{{1,21}}):(?: +(?P<value>{_VALUE}|\[{_WORD}(?:, {_WORD})*\]))?"
    rf"|(?P<indent> *)- +(?P<item>{_VALUE})) *"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A scalar as typed, with its line."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """A mapping within a list, with its line."""

    cells: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its items; `listed` tells a list of one from a single value; no item = nothing was given.

    `rows` are the items of a list that are themselves “键: 值”, which few keys may have.
    """

    key: str
    line: int
    items: tuple[Item, ...]
    listed: bool
    rows: tuple[Row, ...] = ()

    @property
    def given(self) -> bool:
        """Whether there is anything."""
        return bool(self.items or self.rows)

    @property
    def text(self) -> str:
        """The single value, or the items joined as in a sentence."""
        return "、".join(item.text for item in self.items)


def read_entries(block: str, first_line: int) -> tuple[tuple[Entry, ...] | None, list[Misreading]]:
    """The entries of a front-matter block whose first line is `first_line`; None where YAML could not be read at all."""
    mere = _mere_entries(block, first_line)
    if mere is not None:
        return mere, []
    mended, misreadings = _mend(block, first_line)
    try:
        _not_too_deep(mended)
        node = yaml.compose(mended, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        return None, [*misreadings, Misreading("front-matter", line, "这一行不合 YAML 的写法", "每行写“键: 值”，列表每行以“- ”开头")]
    if node is None:
        return (), misreadings
    if not isinstance(node, yaml.MappingNode):
        return None, [*misreadings, Misreading("front-matter", first_line, "前置信息不是一行一个“键: 值”", "如“标题: 关于……的通知”")]
    entries: list[Entry] = []
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        key = str(key_node.value).strip() if isinstance(key_node, yaml.ScalarNode) else ""
        items, sound = _items(value_node, first_line)
        rows = _rows(value_node, first_line) if not sound else ()
        if not sound and not rows:
            misreadings.append(Misreading("front-matter", line, f"“{key}”的值不能再分层", "写一个值，或一列值"))
        entries.append(Entry(key, line, items, isinstance(value_node, yaml.SequenceNode), rows))
    return tuple(entries), misreadings


def _mere_entries(block: str, first_line: int) -> tuple[Entry, ...] | None:
    """The entries of a block in which every line is a key, a key with a value or an item of a list, and none holds a sign
    that YAML or `_mend` would look at twice: nearly every block there is. None for any other, which YAML has to read."""
    if "  " in block.replace("\n  ", "") or not block.replace("\n", "").replace("\u3000", "").isprintable():
        return None
    entries: list[tuple[str, int, list[Item], str | None]] = []  # the last is the indent of the items, "-" for a value, "[" for a list in a line
    for number, line in enumerate(block.split("\n"), first_line):
        if not line:
            continue
        match = _MERE.fullmatch(line)
        if match is None:
            return None
        key, value, indent, item = match.groups()
        if key is None:
            if not entries or entries[-1][3] not in (None, indent):
                return None
            entries[-1] = (*entries[-1][:3], indent)
        else:
            entries.append((key, number, [], "-" if value else None))
            if value and value[0] == "[":
                entries[-1] = (key, number, [Item(word, number) for word in value[1:-1].split(", ")], "[")
                continue
        word = value or item or ""
        if word := word[1:-1].strip() if word[:1] == '"' else word:
            entries[-1][2].append(Item(word, number))
    return tuple(Entry(key, line, tuple(items), indent not in (None, "-")) for key, line, items, indent in entries)


def read_tree(text: str) -> tuple[object, dict[str, int], list[Misreading]]:
    """A whole YAML file as plain lists, dicts and strings, with the line of each path (`栏目/0/名称`)."""
    misreadings: list[Misreading] = []
    try:
        _not_too_deep(text)
        node = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        return {}, {}, [Misreading("settings", mark.line + 1 if mark else 1, "这一行不合 YAML 的写法", "检查缩进、冒号后的空格和引号")]
    lines: dict[str, int] = {}
    return _plain(node, "", lines, misreadings), lines, misreadings


def _not_too_deep(text: str) -> None:
    """YAMLError for what would cost more than it can say: deep nesting overflows the composer, aliases multiply."""
    if text.count("[") + text.count("{") < _DEEPEST and not _ALIAS.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem_mark=event.start_mark)  # type: ignore[arg-type]


def _plain(node: yaml.Node | None, path: str, lines: dict[str, int], misreadings: list[Misreading]) -> object:
    if node is None:
        return ""
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        tree: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            below = f"{path}/{key}" if path else key
            if key in tree:
                line = key_node.start_mark.line + 1
                misreadings.append(Misreading("settings", line, f"“{key}”写了两次", "只留一个"))
                continue
            tree[key] = _plain(value_node, below, lines, misreadings)
            lines[below] = key_node.start_mark.line + 1
        return tree
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, f"{path}/{i}" if path else str(i), lines, misreadings) for i, child in enumerate(node.value)]
    return _scalar(node)


def _items(node: yaml.Node, first_line: int) -> tuple[tuple[Item, ...], bool]:
    if isinstance(node, yaml.ScalarNode):
        text = _scalar(node)
        return ((Item(text, first_line + node.start_mark.line),) if text else ()), True
    if isinstance(node, yaml.SequenceNode):
        scalars = [child for child in node.value if isinstance(child, yaml.ScalarNode)]
        items = tuple(Item(one_line(str(c.value)), first_line + c.start_mark.line) for c in scalars if one_line(str(c.value)))
        return items, len(scalars) == len(node.value)
    return (), False


def _rows(node: yaml.Node, first_line: int) -> tuple[Row, ...]:
    """The mappings of a list that holds nothing else but scalars and mappings of scalars; () where it does."""
    if not isinstance(node, yaml.SequenceNode):
        return ()
    rows = []
    for child in node.value:
        if isinstance(child, yaml.ScalarNode):
            continue
        if not isinstance(child, yaml.MappingNode) or not all(isinstance(n, yaml.ScalarNode) for pair in child.value for n in pair):
            return ()
        cells = tuple((one_line(str(key.value)), _scalar(value)) for key, value in child.value)
        rows.append(Row(cells, first_line + child.start_mark.line))
    return tuple(rows)


def _scalar(node: yaml.Node) -> str:
    return "" if node.tag == "tag:yaml.org,2002:null" else one_line(str(node.value))


def _mend(block: str, first_line: int) -> tuple[str, list[Misreading]]:
    """What editors type and YAML refuses, line by line, so that no line moves.

    Full-width colons, a missing blank after the colon and tabs are reported; values that merely look like YAML
    (`[2020]35号`, `关于“甲: 乙”的通知`) are quoted silently, for no editor should have to know why.
    """
    lines = block.split("\n")
    mended: list[str] = []
    misreadings: list[Misreading] = []
    in_block = False  # the lines of `概述: |` are the editor's text to the letter
    for offset, line in enumerate(lines):
        number = first_line + offset
        in_block = in_block and (not line.strip() or line[:1] in " \t\u3000")
        if in_block:
            mended.append(line.replace("\t", "  ").replace("\u3000", "  ") if line[:1] in "\t\u3000" else line)
            continue
        if "\t" in line:
            misreadings.append(Misreading("punctuation", number, "有制表符", "用空格", (line, line.replace("\t", "  "))))
            line = line.replace("\t", "  ")
        if line.startswith("\u3000"):
            line = line.lstrip("\u3000 ")
        continued = offset + 1 < len(lines) and bool(re.match(r"^[ \u3000]+[^\s\-\u3000]", lines[offset + 1]))
        match = _KEY_LINE.match(line)
        item = None if match else _ITEM_LINE.match(line)
        if match:
            key, colon, gap, value = match["key"], match["colon"], match["gap"], match["value"]
            right = f"“{key}: ……”，半角冒号后空一格"
            mend = (line[: match.start("value")], f"{key}: " if value else f"{key}:")
            if colon == "：":
                misreadings.append(Misreading("punctuation", number, f"“{key}”后面是全角冒号", right, mend))
            elif value and not gap:
                misreadings.append(Misreading("punctuation", number, f"“{key}:”后面没有空格", right, mend))
            in_block = bool(_BLOCK_SCALAR.match(value))
            if value[:1] in ("'", '"') and not continued and not _WHOLE_QUOTED.match(_without_comment(value)):
                misreadings.append(Misreading("punctuation", number, f"“{key}”的值里引号不成对", "值的外面不用加引号，里面用“ ”"))
            line = f"{key}: {value if continued or in_block else _quoted(value)}"
        elif item and not continued:
            line = item["head"] + _quoted(item["value"])
        mended.append(line)
    return "\n".join(mended), misreadings


def _without_comment(value: str) -> str:
    """A value without the comment after it; what stands in quotes is none."""
    quoted = _QUOTED_FIRST.match(value)
    return quoted[1] if quoted else _COMMENT.sub("", value).strip()


def _quoted(value: str) -> str:
    """A plain value quoted so that YAML takes it as it stands; what is YAML already stays."""
    bare = _without_comment(value)
    if not bare or value.startswith("# ") or _WHOLE_QUOTED.match(bare) or _FLOW_LIST.match(bare):
        return value  # a comment right after the colon: nothing was given
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"":
        bare = bare[1:-1]  # "关于"甲"的通知": the outer pair was meant for YAML
    return "'" + bare.replace("'", "''") + "'"
