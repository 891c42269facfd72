"""Rows of data files: what a line of a CSV, or an item of a YAML list, under `content/` says. See docs/栏目数据.md.

A page names its data files in 数据 and its 页面类型 decides which of these classes their rows are. A column describes
itself by `field`, as a key of the front matter does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as plain_field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from gongkai.model.annual_report import Figures
from gongkai.model.fields import Form, field, fields_of
from gongkai.model.problems import Misreading

if TYPE_CHECKING:
    from gongkai.model.documents import Reference

_TEXT = Form.TEXT


@dataclass(frozen=True, kw_only=True)
class Record:
    """A row: its line, the line of each cell, the cells of columns that the site adds.

    `ALIASES` are other headings for a column; `FOLDED` gives, for a column with several values, those that may have a
    column of their own to be ticked (√).
    """

    ALIASES: ClassVar[Mapping[str, str]] = {}
    FOLDED: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    line: int
    lines: Mapping[str, int] = plain_field(default_factory=dict)
    extra: Mapping[str, str] = plain_field(default_factory=dict)

    def text(self) -> str:
        """The row in words, for search."""
        found = []
        for column in fields_of(type(self)):
            value: Any = getattr(self, column.attribute)
            if column.form not in (Form.REFERENCES, Form.ATTACHMENTS) and value not in (None, "", ()):
                found.append("、".join(value) if isinstance(value, tuple) else str(value))
        return "，".join((*found, *self.extra.values()))


@dataclass(frozen=True, kw_only=True)
class CatalogueItem(Record):
    """A row of a 主动公开事项目录 (standards §7: the columns of the standard two-row table)."""

    ALIASES: ClassVar[Mapping[str, str]] = {
        "公开内容（要素）": "公开内容", "公开内容(要素)": "公开内容", "公开渠道和载体": "公开渠道", "渠道": "公开渠道", "依据": "公开依据",
        "时限": "公开时限", "主体": "公开主体", "责任主体": "公开主体", "依申请公开": "依申请", "主动公开": "主动", "变更": "变更记录",
        "要素": "公开内容", "事项": "一级事项", "公开事项": "一级事项",
    }  # fmt: skip
    FOLDED: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "公开对象": ("全社会", "特定群体"), "公开方式": ("主动", "依申请"),
        "公开层级": ("县级", "乡级", "区级", "市级", "镇街级", "镇级", "村级"),
    }  # fmt: skip

    number: str = field("序号", _TEXT, "不写时自动编号")
    first: str = field("一级事项", _TEXT, "事项的大类", required=True)
    second: str = field("二级事项", _TEXT, "事项")
    content: str = field("公开内容", _TEXT, "公开内容（要素）", required=True)
    basis: str = field("公开依据", _TEXT, "法律、法规、文件的名称", required=True)
    time_limit: str = field("公开时限", _TEXT, "如 形成或者变更之日起20个工作日内", required=True)
    organ: str = field("公开主体", _TEXT, "负责公开的机关", required=True)
    channels: tuple[str, ...] = field("公开渠道", Form.TICKED, "如 ■政府网站 □政府公报，或用顿号隔开勾选的", required=True)
    audience: tuple[str, ...] = field("公开对象", Form.TICKED, "全社会，或特定群体及其名称")
    ways: tuple[str, ...] = field("公开方式", Form.TICKED, "主动、依申请")
    levels: tuple[str, ...] = field("公开层级", Form.TICKED, "县级、乡级……")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "公开在哪里：栏目的代码或名称、页面或文件的文件名、文号、网址")
    changed: str = field("变更记录", _TEXT, "如 2026-05-19 新增")

    @property
    def name(self) -> str:
        """The item as people call it."""
        return self.second or self.first


@dataclass(frozen=True, kw_only=True)
class Step(Record):
    """A stage of a 重大行政决策 or of a project: when, what, and where it can be read."""

    ALIASES: ClassVar[Mapping[str, str]] = {"环节": "阶段", "截止日期": "截止", "名称": "标题"}

    stage: str = field("阶段", _TEXT, "决策的环节或项目的阶段", required=True)
    day: date | None = field("日期", Form.DATE, "公开的日期；征求意见是开始的日期")
    until: date | None = field("截止", Form.DATE, "征求意见的最后一天")
    title: str = field("标题", _TEXT, "显示的名称；不写时用所链接的标题")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "文件名、文号、栏目或网址")
    note: str = field("说明", _TEXT, "方式、理由或情况")
    received: int | None = field("收到意见", Form.INTEGER, "采纳情况：收到多少条")
    adopted: int | None = field("采纳意见", Form.INTEGER, "采纳情况：采纳多少条")


@dataclass(frozen=True, kw_only=True)
class Proposal(Record):
    """A 人大代表建议 or 政协提案 with its reply."""

    ALIASES: ClassVar[Mapping[str, str]] = {"答复日期": "答复日", "答复": "答复链接", "主办单位": "承办单位", "名称": "标题"}

    number: str = field("编号", _TEXT, "如 区人大十届五次会议第42号建议", required=True)
    title: str = field("标题", _TEXT, "建议或提案的标题", required=True)
    kind: str = field("类别", _TEXT, "建议或提案", required=True)
    proposer: str = field("提出人", _TEXT, "代表或委员的姓名，或提出的团体")
    organ: str = field("承办单位", _TEXT, "主办的机关", required=True)
    assigned: date | None = field("交办日", Form.DATE, "交办的日期")
    content: tuple[Reference, ...] = field("内容链接", Form.REFERENCES, "建议、提案的内容：页面、文件或附件")
    abstract: str = field("内容摘要", _TEXT, "一两句话，没有内容链接时显示")
    replied: date | None = field("答复日", Form.DATE, "答复的日期")
    reply: tuple[Reference, ...] = field("答复链接", Form.REFERENCES, "答复：页面、文件、文号或附件")
    result: str = field("办理结果", _TEXT, "如 已经解决、列入计划、留作参考")


@dataclass(frozen=True, kw_only=True)
class Task(Record):
    """A task of the year, told quarter by quarter."""

    ALIASES: ClassVar[Mapping[str, str]] = {"一季度": "第一季度", "二季度": "第二季度", "三季度": "第三季度", "四季度": "第四季度", "牵头": "牵头单位", "名称": "任务"}
    QUARTERS: ClassVar[tuple[str, ...]] = ("第一季度", "第二季度", "第三季度", "第四季度")

    number: str = field("序号", _TEXT, "不写时自动编号")
    group: str = field("类别", _TEXT, "如 民生实事、重点工程")
    title: str = field("任务", _TEXT, "做什么", required=True)
    goal: str = field("目标", _TEXT, "全年做到多少", required=True)
    organ: str = field("牵头单位", _TEXT, "负责的机关", required=True)
    first: str = field("第一季度", _TEXT, "进展")
    second: str = field("第二季度", _TEXT, "进展")
    third: str = field("第三季度", _TEXT, "进展")
    fourth: str = field("第四季度", _TEXT, "进展")
    state: str = field("状态", _TEXT, "如 完成、推进中、落后")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "有关的文件或页面")

    def progress(self) -> tuple[str, str, str, str]:
        """What was done in each quarter."""
        return (self.first, self.second, self.third, self.fourth)


@dataclass(frozen=True, kw_only=True)
class Resolution(Record):
    """What a meeting decided about one thing."""

    ALIASES: ClassVar[Mapping[str, str]] = {"名称": "会议", "文件": "链接"}

    day: date | None = field("日期", Form.DATE, "开会的日期", required=True)
    meeting: str = field("会议", _TEXT, "如 区政府第58次常务会议", required=True)
    title: str = field("议题", _TEXT, "审议、研究了什么", required=True)
    decision: str = field("决定", _TEXT, "决定了什么")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "议定的文件")


@dataclass(frozen=True, kw_only=True)
class Office(Record):
    """An organ or a part of one: what it does and how to reach it."""

    ALIASES: ClassVar[Mapping[str, str]] = {"职能": "职责", "主要职责": "职责", "电话": "办公电话", "联系电话": "办公电话", "地址": "办公地址", "机构名称": "名称", "机构": "名称"}

    name: str = field("名称", _TEXT, "机构的名称", required=True)
    group: str = field("类别", _TEXT, "如 内设机构、下属单位")
    duty: str = field("职责", _TEXT, "做什么", required=True)
    head: str = field("负责人", _TEXT, "姓名")
    telephone: str = field("办公电话", _TEXT, "固定电话", required=True)
    place: str = field("办公地址", _TEXT, "门牌")
    hours: str = field("办公时间", _TEXT, "与本机关相同的不写")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "它自己的页面")


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """A 领导 with the share of the work."""

    ALIASES: ClassVar[Mapping[str, str]] = {"分管工作": "分工", "照片": "照片链接"}

    name: str = field("姓名", _TEXT, "姓名", required=True)
    post: str = field("职务", _TEXT, "职务", required=True)
    work: str = field("分工", _TEXT, "分管或负责什么", required=True)
    history: str = field("简历", _TEXT, "一段话")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "个人页面或有关的页面")


@dataclass(frozen=True, kw_only=True)
class Query(Record):
    """A part of a topic page: the documents that meet every condition given, and those named."""

    ALIASES: ClassVar[Mapping[str, str]] = {"栏目": "小标题", "标题含": "标题里有"}

    heading: str = field("小标题", _TEXT, "这一组的名称", required=True)
    note: str = field("说明", _TEXT, "一两句话")
    topics: tuple[str, ...] = field("主题分类", Form.WORDS, "一级或二级分类里的词，有一个就算")
    words: tuple[str, ...] = field("标题里有", Form.WORDS, "标题或关键词里的词，有一个就算")
    organs: tuple[str, ...] = field("发文机关", Form.WORDS, "有一个就算")
    genres: tuple[str, ...] = field("文种", Form.WORDS, "有一个就算")
    years: tuple[str, ...] = field("年份", Form.WORDS, "如 2025、2026")
    states: tuple[str, ...] = field("有效性", Form.WORDS, "如 有效、已修改；写“现行有效”包括三种")
    kinds: tuple[str, ...] = field("范围", Form.WORDS, "政策、解读、页面；不写时是政策和解读")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "另外指定的文件或页面")

    def text(self) -> str:
        """What the page shows: its conditions are nobody's to find."""
        return "，".join(part for part in (self.heading, self.note) if part)


@dataclass(frozen=True, kw_only=True)
class Issue(Record):
    """An issue of the 政府公报."""

    ALIASES: ClassVar[Mapping[str, str]] = {"总期数": "总期", "文件": "电子版", "PDF": "电子版"}

    year: int | None = field("年", Form.YEAR, "如 2026", required=True)
    number: int | None = field("期", Form.INTEGER, "当年第几期", required=True)
    total: int | None = field("总期", Form.INTEGER, "总第几期")
    day: date | None = field("日期", Form.DATE, "出版的日期", required=True)
    file: tuple[Reference, ...] = field("电子版", Form.REFERENCES, "放在旁边的 PDF")
    links: tuple[Reference, ...] = field("目录", Form.REFERENCES, "刊登的文件：文号或文件名，用分号隔开")


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Record):
    """A row of `content/withdrawn.csv`: a document whose file is gone, and that its address now says so."""

    ALIASES: ClassVar[Mapping[str, str]] = {"地址": "网址", "名称": "标题", "撤下日期": "下架日", "原因": "下架原因"}

    url: str = field("网址", _TEXT, "原来的网址，如 policies/2020-35.html", required=True)
    title: str = field("标题", _TEXT, "原来的标题", required=True)
    number: str = field("文号", _TEXT, "原来的文号")
    day: date | None = field("下架日", Form.DATE, "从哪一天起撤下", required=True)
    why: str = field("下架原因", _TEXT, "为什么撤下")


@dataclass(frozen=True, kw_only=True)
class Authority(Record):
    """A law, regulation or document of a higher organ that this organ carries out: kept elsewhere, named and linked here."""

    ALIASES: ClassVar[Mapping[str, str]] = {
        "名称": "标题", "发文机关": "制定机关", "制定单位": "制定机关", "发文日期": "公布日期", "网址": "链接", "官方链接": "链接", "时效性": "有效性",
    }  # fmt: skip

    title: str = field("标题", _TEXT, "全称", required=True)
    group: str = field("类别", _TEXT, "如 法律、行政法规、地方性法规、规章、规范性文件")
    number: str = field("文号", _TEXT, "文号或令号，如 国务院令第711号")
    organs: tuple[str, ...] = field("制定机关", Form.WORDS, "制定或发布的机关")
    issued: date | None = field("公布日期", Form.DATE, "最近一次公布或修订的日期")
    from_day: date | None = field("施行日期", Form.DATE, "开始施行的日期")
    state: str = field("有效性", _TEXT, "如 有效、废止；不写时是有效")
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "官方全文在哪里：网址、站内页面或附件")


@dataclass(frozen=True, kw_only=True)
class Measure(Record):
    """One thing that a policy gives or asks, cut out for those it concerns (政策条款清单)."""

    ALIASES: ClassVar[Mapping[str, str]] = {"名称": "事项", "适用对象": "对象", "享受对象": "对象", "享受条件": "条件", "补助标准": "标准", "怎样办": "办理"}

    title: str = field("事项", _TEXT, "能得到什么，一句话", required=True)
    group: str = field("类别", _TEXT, "如 老人、孩子、企业；同一类的排在一起")
    audience: str = field("对象", _TEXT, "谁能享受", required=True)
    condition: str = field("条件", _TEXT, "要满足什么")
    amount: str = field("标准", _TEXT, "多少", required=True)
    period: str = field("期限", _TEXT, "什么时候申请、到什么时候为止")
    way: str = field("办理", _TEXT, "到哪里办、带什么、打什么电话；不用申请的写“免申即享”", required=True)
    basis: tuple[Reference, ...] = field("依据", Form.REFERENCES, "写着这一条的文件：文号或文件名", required=True)
    links: tuple[Reference, ...] = field("链接", Form.REFERENCES, "解读、问答、办事指南")


RECORDS: Mapping[str, type[Record]] = {
    "事项目录": CatalogueItem, "重大行政决策": Step, "项目": Step, "建议提案": Proposal, "重点任务": Task, "会议": Resolution,
    "机构职能": Office, "领导": Person, "专题": Query, "公报": Issue, "依据目录": Authority, "政策清单": Measure,
}  # fmt: skip
"""The class of the rows by 页面类型; 年报 has tables of its own (`model.annual_report`)."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file of a page as read: its path, its rows, or the figures of an annual report; what was odd about it."""

    path: str
    records: tuple[Record, ...] = ()
    figures: Figures | None = None
    misreadings: tuple[Misreading, ...] = ()
