"""每份公开的文件都须检索得到。来源: 政府信息公开条例第二十四条（平台具备检索功能）；输出约定（索引不得漏掉一份文件）。

错: 索引建好后，用文件自己的文号、标题或正文中的一段查不到它
对: 发布前逐份自检，Python 和浏览器的脚本都查得到
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.built_pages import BuiltColumn
from gongkai.model.problems import Finding, Place

SEVERITY = "error"


def check_built(built: BuiltColumn) -> Iterator[Finding]:
    """What the self-test of the index, which asks for every document, did not find."""
    for missed in built.missed:
        yield Finding(Place("search/index.json"), f"检索自检没有通过：{missed}", "这是程序的错，请连同这一行报告")
