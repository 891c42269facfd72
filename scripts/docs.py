"""写出 docs/ 里由程序生成的几篇：前置信息的键、检查的规则（一族一篇）、可以替换的模板。改了字段、规则或模板之后运行；测试会核对。

用法: .venv/bin/python scripts/docs.py
"""

from __future__ import annotations

import re
import sys
from dataclasses import fields
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from gongkai.checks import rules  # noqa: E402
from gongkai.model.documents import Document, Interpretation, Page, Policy  # noqa: E402
from gongkai.model.fields import fields_of  # noqa: E402
from gongkai.model.waivers import NEVER_WAIVED  # noqa: E402
from gongkai.rendering.pages import page_type, page_types  # noqa: E402

_FAMILIES = {"F": "前置信息", "L": "链接", "V": "有效性", "C": "栏目", "T": "时限", "P": "用语和隐私", "O": "输出"}
_HEAD = re.compile(r"\{# (.*?) #\}\n", re.DOTALL)
_EXTENDS = re.compile(r'\{% extends "([^"]+)" %\}')
_FOLDERS: dict[type[Document], str] = {Policy: "policies/", Interpretation: "interpretations/", Page: "content/"}


def front_matter() -> str:
    """The keys of each kind of document, from the fields' own statements."""
    lines = ["# 前置信息的键", "", "每个 Markdown 文件开头两行“---”之间，一行写一个“键: 值”。带 * 的必填。", ""]
    for document_class, folder in _FOLDERS.items():
        lines += [f"## {document_class.KIND_WORD}（`{folder}`）", "", "| 键 | 写什么 | 说明 |", "|---|---|---|"]
        for field in fields_of(document_class):
            lines.append(f"| {field.key}{'*' if field.required else ''} | {_cell(field.form.value)} | {_cell(field.help)} |")
        lines.append("")
    return "\n".join(lines)


def rule_index() -> str:
    """Every rule in a line, by family."""
    lines = ["# 检查的规则", "", "级别可以在 site.yaml 的“级别”里改成 错误、警告、提示 或 关闭。有错误就不发布。",
             "怎样检查、自动改、从旧问题起步，见[检查](检查.md)；个别地方不该管的，写[豁免](站点设置.md#豁免)。", ""]  # fmt: skip
    for family, name in _FAMILIES.items():
        if own := [rule for rule in rules() if rule.id[0] == family]:
            lines += [f"## {family}　{name}", "", "| 规则 | 级别 | 要求 |", "|---|---|---|"]
            for rule in own:
                mends = "（可自动改）" if rule.mends else ""
                lines.append(f"| [{rule.id}](规则/{family}.md#{rule.id.lower()}) | {rule.severity.word} | {_cell(rule.demand)}{mends} |")
            lines.append("")
    return "\n".join(lines)


def rule_page(family: str) -> str:
    """The rules of a family: what each demands, where it comes from, a wrong and a right example, how to mend or waive it."""
    lines = [f"# {family}　{_FAMILIES[family]}", "", "[全部规则](../规则.md)", ""]
    for rule in rules():
        if rule.id[0] != family:
            continue
        _, _, examples = rule.docstring.strip().partition("\n")
        lines += [f"## {rule.id}", "", rule.demand, "", f"- 级别: {rule.severity.word}"]
        lines += [f"- {line.strip()}" for line in examples.strip().splitlines() if line.strip() and not line.startswith("来源")]
        lines += [f"- 来源: {rule.source}"] if rule.source else []
        lines += ["- 改: `gongkai check --fix` 可自动改"] if rule.mends else []
        if rule.id in NEVER_WAIVED:
            lines += ["- 豁免: 不能豁免"]
        elif rule.of_output:
            lines += ["- 豁免: 写在 site.yaml，“文件”写网页在 build/ 下的路径"]
        else:
            lines += [f"- 豁免: 正文 `<!-- gongkai: {rule.id} 理由 -->`，前置信息 `# gongkai: {rule.id} 理由`，或写在 site.yaml"]
        lines.append("")
    return "\n".join(lines)


def templates() -> str:
    """Every template with its blocks, as its own head says, and the variables that its page type gives it."""
    lines = ["# 可以替换的模板、块和变量", "", "怎样替换见[主题](主题.md)。下面由模板自己的开头一段和程序生成。", ""]
    variables = {page_type(name).TEMPLATE: page_type(name).Context for name in page_types()}
    for path in sorted((ROOT / "theme" / "templates").glob("*.html")):
        words, *blocks = _HEAD.match(path.read_text(encoding="utf-8"))[1].split("\n")  # type: ignore[index]
        lines += [f"## {path.name}", "", words.strip(), ""]
        extends = _EXTENDS.match(_HEAD.sub("", path.read_text(encoding="utf-8")))
        if extends:
            lines += [f"从 [{extends[1]}](#{extends[1].replace('.', '')}) 来，那里的块也都能用。", ""]
        if blocks:
            lines += ["| 块 | 是什么 |", "|---|---|"]
            lines += [f"| {name} | {_cell(text)} |" for name, _, text in (block.strip().partition("：") for block in blocks)] + [""]
        if path.name in variables:
            names = "、".join(f"`{field.name}`" for field in fields(variables[path.name]))
            lines += [f"变量：{names}", ""]
    return "\n".join(lines)


PAGES = {
    "docs/模板.md": templates,
    "docs/前置信息.md": front_matter,
    "docs/规则.md": rule_index,
    **{f"docs/规则/{family}.md": partial(rule_page, family) for family in dict.fromkeys(rule.id[0] for rule in rules())},
}


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


if __name__ == "__main__":
    for path, write in PAGES.items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(write(), encoding="utf-8", newline="\n")
