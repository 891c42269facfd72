"""Pages with data: what the tests of the rules about them start from."""

from __future__ import annotations

PAGE = "---\n标题: 页\n公开日期: 2026-01-01\n发布机关: 甲区人民政府\n页面类型: {kind}\n数据: {data}\n{more}---\n\n{body}\n"
HEADING = "一级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,链接\n"


def page(kind: str, data: str, more: str = "", body: str = "文。") -> str:
    """A page that names a data file."""
    return PAGE.format(kind=kind, data=data, more=more, body=body)


def item(name: str = "甲", limit: str = "20个工作日内", channels: str = "■政府网站", link: str = "") -> str:
    """A row of a catalogue."""
    return f"{name},内容,依据,{limit},甲区人民政府,{channels},{link}\n"


REPORT = """## 一、总体情况

文。

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在的主要问题及改进情况

文。

## 六、其他需要报告的事项
"""
