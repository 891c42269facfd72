"""正文里不留网页的残余：页首的时间、位置、打印关闭的按钮、脚本。来源: standards §12.5（某区文章页首留着与日期不符的时间）。

错: 2021/8/16 上午9:31:36 星期一
对: 删去这一行
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import Part, SourceText

SEVERITY = "warning"
_ONE_IS_ENOUGH = (
    "当前位置：", "当前位置:", "您的位置", "您现在的位置", "打印本页", "关闭窗口", "关闭本页", "打印正文", "【字体：", "[字体：", "字体大小：", "字号：大",
    "字体：大", "浏览次数", "点击数：", "阅读次数", "浏览量：", "分享到：", "扫一扫在手机", "上一篇：", "下一篇：", "返回顶部",
    "设为首页", "加入收藏", "今天是", "document.write", "new Date(", "&nbsp;", "<script", "<style", "</div>", "</span>",
)  # fmt: skip
WORDS = _ONE_IS_ENOUGH
PIECES = r"\d:\d\d:\d\d"

_CLOCK = re.compile(r"\d{4}[/年-]\d{1,2}[/月-]\d{1,2}日? *(?:星期[一二三四五六日天] *)?[上下]午 ?\d{1,2}:\d{2}:\d{2}(?: *星期[一二三四五六日天])?")
_CODE = re.compile(r"document\.write|new Date\(|&nbsp;|<script|<style|</div>|</span>")
_SIGNS = re.compile("|".join(re.escape(word) for word in _ONE_IS_ENOUGH if not _CODE.search(word)))
_LONGEST = 80  # characters: buttons and paths stand on short lines, sentences that speak of them on long ones


def examine(source: SourceText) -> Iterator[Finding]:
    """Lines that only a browser's window can have put there."""
    for number, line in enumerate(source.lines, 1):
        if source.part(number) is not Part.BODY or line.startswith("|"):
            continue
        found = _CLOCK.search(line) or _CODE.search(line)
        if not found and len(line) <= _LONGEST and not line.rstrip().endswith(("。", "；", "，")):
            found = _SIGNS.search(line)
        if found:
            yield Finding(source.at(source.starts[number - 1]), f"留着网页的残余“{found[0]}”", "删去不是文件内容的部分")
