"""写出 docs/ 里由程序生成的两篇：前置信息的键、检查的规则。改了字段或规则之后运行；测试会核对。

用法: .venv/bin/python scripts/docs.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from gongkai.checks import rules  # noqa: E402
from gongkai.model.documents import Document, Interpretation, Page, Policy  # noqa: E402
from gongkai.model.fields import fields_of  # noqa: E402

_FAMILIES = {"F": "前置信息", "L": "链接", "V": "有效性", "C": "栏目", "P": "用语和隐私", "O": "输出"}
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


def rule_pages() -> str:
    """Every rule with its severity, its source, a wrong and a right example."""
    lines = ["# 检查的规则", "", "级别可以在 site.yaml 的“级别”里改成 错误、警告、提示 或 关闭。有错误就不发布。", ""]
    family = ""
    for rule in rules():
        if rule.id[0] != family:
            family = rule.id[0]
            lines += [f"## {family}　{_FAMILIES[family]}", ""]
        summary, _, examples = rule.docstring.strip().partition("\n")
        lines += [f"### {rule.id}　{rule.severity.word}", "", summary, ""]
        lines += [f"- {line}" for line in examples.strip().splitlines()] + [""]
    return "\n".join(lines)


PAGES = {"docs/前置信息.md": front_matter, "docs/规则.md": rule_pages}


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


if __name__ == "__main__":
    for path, write in PAGES.items():
        (ROOT / path).write_text(write(), encoding="utf-8", newline="\n")
