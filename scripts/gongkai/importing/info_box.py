"""The info box of a government page: labels in many wordings, values that may be missing, several pairs on a line.

Source: the boxes of eleven sites (standards §9.1); GB/T 9704 and 国办发〔2017〕47号 name the same elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.importing.characters import simplified

_LABELS = {
    "索引号": "索引号 信息索引 信息索引号 索引编号 索取号 信息索取号",
    "主题分类": "主题分类 主题类别 公文主题分类 所属主题",
    "分类": "文件分类 信息分类 信息类别 分类 分类号",
    "发文机关": "发文机关 发文单位 发文机构 制发机关 制定机关 制发单位 发文部门 颁布单位 制定机构 颁布机关 发布机关",
    "发布机构": "发布机构 发布单位 公开机构 公开单位 发布部门 信息发布机构 公开责任部门 公开主体 责任部门 信息公开机构",
    "成文日期": "成文日期 生成日期 成文时间 形成日期 生成时间 制发日期 制定日期",
    "发文日期": "发文日期 印发日期 发文时间 印发时间 颁布日期 颁发日期",
    "公开日期": "发布日期 公开日期 发布时间 公开时间 信息发布日期 公布日期 上传日期 发稿时间 发布于 更新日期 更新时间 日期 时间",
    "文号": "发文字号 文号 文件编号 文件号 发文号 公文文号 发文文号 文件文号 文件字号 文书号 字号",
    "统一编号": "统一编号 文件登记号 规范性文件编号 规范性文件登记号 规范性文件统一编号 统一登记号 登记号 规范文号",
    "有效性": "有效性 文件效力 是否有效 时效性 效力状态 文件状态 文件有效性 时效状态 效力 有效状态",
    "施行日期": "施行日期 生效日期 实施日期 生效时间 实施时间 施行时间",
    "有效期至": "有效期至 有效期限至 截止有效期",
    "公开方式": "公开方式 公开形式",
    "公开时限": "公开时限 公开期限",
    "公开依据": "公开依据",
    "关键词": "关键词 主题词 关键字",
    "概述": "内容概述 概述 内容摘要 摘要",
    "来源": "信息来源 来源 稿源 文章来源 稿件来源",
    "标题": "标题 名称 信息名称 文件名称 文件标题 公文标题 公文名称",
    "文种": "文种 公文种类 体裁 体裁分类 公文文种",
    "": "浏览次数 点击数 浏览量 阅读次数 点击率 访问次数 点击次数 阅读量 访问量 浏览 阅读 作者 编辑 责任编辑 审核 初审 复审 终审 公开范围 公开对象 "
    "公开目录 组配分类 服务对象 生命周期 载体分类 记录形式 信息有效期 失效日期 废止日期 废止时间 失效时间 有效期 语种 字体 字体大小 文字大小 打印 "
    "打印页面 所属栏目 公开程序 审核程序 解读 相关解读 政策解读 撰稿 供稿 校对 信息员 公开类别 公开属性 字体显示 访问 发布人 录入 "
    "统一社会信用代码 责任部门电话",
}
KEY_OF = {label: key for key, labels in _LABELS.items() for label in labels.split()}
"""The key of the front matter for each label; `发布机构` and `分类` are no keys of their own, "" says: known and not wanted."""

_WORDS = sorted((label for label in KEY_OF if label), key=len, reverse=True)
_SPACED = "|".join(r"[\s　]*".join(map(re.escape, label)) for label in _WORDS)
_LABEL = re.compile(rf"(?:^|(?<=[\s　|｜\]】)）;；])|(?<=\d))[\[【]?(?P<label>{_SPACED})[\s　]*[\]】]?[\s　]*[:：]")
_NO_VALUE = re.compile(r"^[\s　|｜\[【(（:：/\\-]*(?:无|暂无|空|null|NULL|None|大[\s　]*中[\s　]*小.*)?[\s　|｜\]】)）-]*$")
_LONGEST = 600
_SEPARATORS = "　 \t|｜"


def key_of(label: str) -> str | None:
    """The key that a label stands for ("" = known and not wanted), None where it is no label."""
    return None if len(label) > 60 else KEY_OF.get(simplified(re.sub(r"[\s　:：|｜\[\]【】]", "", label)))


def pairs_of(line: str) -> list[tuple[str, str]]:
    """The (key, value) pairs that a line of an info box holds, in order; empty where the line holds anything besides.

    `发文机关： 国务院 成文日期： 2019年01月12日` is two pairs; a label without a value gives "" and never takes the next one's.
    """
    if len(line) > _LONGEST or (":" not in line and "：" not in line):
        return []
    text = simplified(line).strip(_SEPARATORS)
    labels = list(_LABEL.finditer(text))
    if not labels or labels[0].start() > 0:
        return []
    raw = line.strip(_SEPARATORS)
    same = len(raw) == len(text)
    pairs: list[tuple[str, str]] = []
    for i, match in enumerate(labels):
        end = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        value = (raw if same else text)[match.end() : end].strip(_SEPARATORS)
        key = key_of(match["label"])
        assert key is not None
        pairs.append((key, "" if _NO_VALUE.match(value) else value))
    if len(pairs) == 1 and ((len(pairs[0][1]) > 60 and pairs[0][0] not in ("概述", "关键词", "标题")) or "。" in pairs[0][1][:-1]):
        return []
    return pairs


def bare_label(line: str) -> str | None:
    """The key of a line that is nothing but a label with its colon: its value is the next line."""
    if len(line) > 60:
        return None
    text = simplified(line).strip(_SEPARATORS)
    match = _LABEL.match(text)
    return key_of(match["label"]) if match and match.end() == len(text) else None


def first_values(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first value of each key that has one."""
    values: dict[str, str] = {}
    for key, value in pairs:
        if key and value:
            values.setdefault(key, value)
    return values
