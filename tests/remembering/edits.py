"""A small column with every kind of tie between documents, and random edits of it as editors make them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from gongkai import checks
from gongkai.model.problems import Severity
from tests.conftest import interpretation, policy

FORGIVING = "级别: {" + ", ".join(f"{rule.id}: 警告" for rule in checks.rules() if rule.severity is Severity.ERROR) + "}\n"
"""No mistake stops the publishing: there is something to compare after every edit."""

SETTINGS = (
    "名称: 甲区政府信息公开\n主办单位: 甲区人民政府\n"
    "机关:\n  - {名称: 甲区人民政府, 代码: zf, 机关代字: 甲政发}\n  - {名称: 甲区教育局, 代码: jy, 机关代字: 甲教}\n"
    "栏目:\n  - {名称: 政策文件, 列表: 政策}\n  - {名称: 政策解读, 列表: 解读}\n  - {名称: 指南, 页面: guide.md}\n"
    "  - {名称: 问答, 目录: wenda}\n阈值: {每页条数: 2}\n" + FORGIVING
)
FILES = {
    "site.yaml": SETTINGS,
    "content/guide.md": "---\n标题: 指南\n公开日期: 2026-01-01\n相关文件: p1\n---\n\n见[旧小区](../policies/p1.md)。\n",
    "content/wenda/one.md": "---\n标题: 怎样申请\n公开日期: 2026-01-02\n页面类型: 问答\n相关文件: p2\n---\n\n到窗口申请。\n",
    "content/wenda/gazette.md": "---\n标题: 公报\n公开日期: 2026-01-03\n页面类型: 公报\n数据: g.csv\n---\n\n纸质版在图书馆。\n",
    "content/wenda/g.csv": "年,期,总期,日期,电子版,目录\n2026,1,1,2026-02-10,,甲政发〔2023〕1号\n",
    "policies/p1.md": policy("甲政发〔2023〕1号", "关于改造旧小区的通知", more="解读链接: [i1, i2]\n附件: a.csv\n主题分类: 城乡建设\n",
                             body="第一条　改造旧小区。\n\n第二条　见[附件](a.csv)。"),
    "policies/a.csv": "甲,1\n",
    "policies/p2.md": policy("甲政发〔2023〕2号", "关于加装电梯的通知", more="依据: 甲政发〔2023〕1号\n", body="根据甲政发〔2023〕1号，加装电梯。"),
    "policies/p3.md": policy("甲政发〔2024〕3号", "关于修改加装电梯通知的决定", "2024-03-01", more="修改: 甲政发〔2023〕2号\n"),
    "policies/p4.md": policy("甲政发〔2025〕4号", "关于停车管理的办法", "2025-03-01", more="有效期至: 2026-12-01\n", body="见甲政发〔2023〕2号。"),
    "policies/p5.md": policy("甲教〔2025〕5号", "关于招生的通知", "2025-05-01").replace("甲区人民政府", "甲区教育局"),
    "policies/p6.md": policy("甲政发〔2025〕6号", "关于公布清理结果的通知", "2025-06-01", more="清理目录: list.csv\n", body="见目录。"),
    "policies/list.csv": "文件名称,文号,清理结果\n《关于停车管理的办法》,甲政发〔2025〕4号,继续有效\n",
    "interpretations/i1.md": interpretation("p1", "旧小区改造解读", body="## 文字版\n\n改造好。\n\n![图](i1.svg)\n"),
    "interpretations/i1.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "interpretations/i2.md": interpretation("p1", "旧小区改造问答"),
}
_WORDS = ("电梯", "旧小区", "招生", "停车", "补贴", "街道", "教育", "第三条", "甲政发〔2023〕2号", "甲政发〔2025〕4号", "《关于招生的通知》")


def write(folder: Path, files: dict[str, str]) -> None:
    """Lay the sources down."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def edit(folder: Path, chance: random.Random) -> str:
    """Change something; what it was, for the message of a test that fails."""
    return chance.choice(_EDITS)(folder, chance)


def _sources(folder: Path, pattern: str = "*/*.md") -> list[Path]:
    return sorted(folder.glob(pattern))


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8", newline="\n")


def lengthen(folder: Path, chance: random.Random) -> str:
    path = chance.choice(_sources(folder))
    words = "".join(chance.choices(_WORDS, k=5))
    path.write_text(f"{path.read_text('utf-8')}\n第{chance.choice('三四五')}条　{words}。\n", encoding="utf-8", newline="\n")
    return f"body of {path.name} += {words}"


def _title(folder: Path, chance: random.Random) -> str:
    path = chance.choice(_sources(folder))
    _replace(path, "标题: ", f"标题: {chance.choice(_WORDS[:6])}")
    return f"title of {path.name}"


def _number(folder: Path, chance: random.Random) -> str:
    path = chance.choice(_sources(folder, "policies/*.md"))
    number = f"甲政发〔2022〕{chance.randint(1, 9)}号"
    lines = path.read_text("utf-8").split("\n")
    lines = [f"文号: {number}" if line.startswith("文号: ") else line for line in lines]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return f"number of {path.name} = {number}"


def _effect(folder: Path, chance: random.Random) -> str:
    path, other = chance.choice(_sources(folder, "policies/*.md")), chance.choice(_sources(folder, "policies/*.md")).stem
    key = chance.choice(("废止", "修改", "宣布失效", "转发", "依据"))
    _replace(path, "有效性: ", f"{key}: {other}\n有效性: ")
    return f"{path.name} {key} {other}"


def _state(folder: Path, chance: random.Random) -> str:
    path = chance.choice(_sources(folder, "policies/*.md"))
    state = chance.choice(("有效", "失效", "废止", "待核"))
    for old in ("有效", "失效", "废止", "待核"):
        _replace(path, f"有效性: {old}\n", f"有效性: {state}\n")
    return f"{path.name} is {state}"


def _linked(folder: Path, chance: random.Random) -> str:
    found = _sources(folder, "interpretations/*.md")
    if not found:
        return lengthen(folder, chance)
    path, other = chance.choice(found), chance.choice(_sources(folder, "policies/*.md")).stem
    lines = [f"解读对象: {other}" if line.startswith("解读对象: ") else line for line in path.read_text("utf-8").split("\n")]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return f"{path.name} explains {other}"


def _added(folder: Path, chance: random.Random) -> str:
    name = f"n{chance.randint(1, 99)}"
    text = policy(f"甲政发〔2026〕{chance.randint(10, 99)}号", f"关于{chance.choice(_WORDS[:6])}的公告", "2026-02-03", body="见甲政发〔2023〕1号。")
    write(folder, {f"policies/{name}.md": text})
    return f"added {name}"


def _removed(folder: Path, chance: random.Random) -> str:
    path = chance.choice(_sources(folder, "policies/*.md") or _sources(folder))
    path.unlink()
    write(folder, {"policies/rest.md": policy("甲政发〔2020〕99号", "留下的通知", "2020-01-01")})
    return f"removed {path.name}"


def _draft(folder: Path, chance: random.Random) -> str:
    path = chance.choice(_sources(folder))
    if "草稿: true" in path.read_text("utf-8"):
        _replace(path, "草稿: true\n", "")
    else:
        _replace(path, "标题: ", "草稿: true\n标题: ")
    return f"draft or not: {path.name}"


def _beside(folder: Path, chance: random.Random) -> str:
    write(folder, {"policies/a.csv": f"甲,{chance.randint(1, 10**6)}\n"})
    return "a.csv"


def _settings(folder: Path, chance: random.Random) -> str:
    write(folder, {"site.yaml": SETTINGS.replace("主办单位: 甲区", f"颜色: '#{chance.randint(0, 0x7FFF):06x}'\n主办单位: 甲区")})
    return "site.yaml"


def _template(folder: Path, chance: random.Random) -> str:
    text = '{% extends "default/policy.html" %}\n{% block cite %}<p>引用' + str(chance.random()) + "</p>{% endblock %}\n"
    write(folder, {"theme/templates/policy.html": text})
    return "own template"


_EDITS: tuple[Callable[[Path, random.Random], str], ...] = (
    lengthen, lengthen, lengthen, _title, _number, _effect, _state, _linked, _added, _removed, _draft, _beside, _settings, _template,
)  # fmt: skip
