"""Policy, Interpretation and Page: what a Markdown file says, with the line that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as plain_field
from datetime import date, datetime
from typing import ClassVar

from gongkai.model.annual_report import Figures
from gongkai.model.body import Body
from gongkai.model.document_number import DocumentNumber
from gongkai.model.fields import Form, field
from gongkai.model.problems import Misreading, Place, Remark
from gongkai.model.records import DataFile, Record
from gongkai.model.validity import Conclusion, Effect, Validity
from gongkai.model.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document (or file) as a source names it, with its line; a file may have a caption for readers."""

    text: str
    line: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class CleaningRow:
    """One document in the list of a cleaning (清理): 文号 or name, its title, the conclusion and the word used for it, a remark.

    `line` is in the CSV at `path`, or in the policy's own front matter where `path` is "".
    """

    text: str
    conclusion: Conclusion
    line: int
    path: str = ""
    word: str = ""
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A mistake of a published document that was put right: on which day, what was changed, and the line that says so."""

    day: date
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class StatedCount:
    """How many documents a cleaning says, in its own text, that it lists: `word` is a conclusion, or "" for all of them."""

    word: str
    count: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every kind has. `path` is relative to the site with `/`; `url` likewise; `lines` gives each key's line."""

    KIND: ClassVar[str] = ""
    KIND_WORD: ClassVar[str] = ""

    path: str
    slug: str
    url: str
    lines: Mapping[str, int] = plain_field(default_factory=dict)
    extra: Mapping[str, str] = plain_field(default_factory=dict)
    misreadings: tuple[Misreading, ...] = ()
    remarks: tuple[Remark, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    body: Body = Body()

    title: str = field("标题", Form.TEXT, "完整标题，与文件一致", required=True)
    draft: bool = field("草稿", Form.YES_NO, "true 表示还在起草，只检查、不发布", default=False)
    withdrawn_from: date | None = field("下架日", Form.DATE, "从这一天起撤下，原址留说明")
    withdrawn_why: str = field("下架原因", Form.TEXT, "为什么撤下，写在原址的说明里")
    corrections: tuple[Correction, ...] = field("更正", Form.CORRECTIONS, "公开以后改正的错误，一次一项，网页上列出")

    def place(self, key: str = "") -> Place:
        """Where the key stands; the file's first line where it stands nowhere."""
        return Place(self.path, self.lines.get(key, 1))

    def at(self, line: int) -> Place:
        """A line of this file."""
        return Place(self.path, line)

    @property
    def day(self) -> date | None:
        """The day by which lists sort the document."""
        return None

    @property
    def public_day(self) -> date | None:
        """The day on which the public got it."""
        return self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Document):
    """政策文件 (contract §2)."""

    KIND: ClassVar[str] = "policy"
    KIND_WORD: ClassVar[str] = "政策文件"

    index_number: str = field("索引号", Form.TEXT, "一经发布不得变更", box="索引号")
    topic: str = field("主题分类", Form.TOPIC, "国务院公文主题分类，一级\\二级", box="主题分类")
    organs: tuple[str, ...] = field("发文机关", Form.WORDS, "一个或几个，第一个是牵头机关", required=True, box="发文机关")
    written: date | None = field("成文日期", Form.DATE, "落款的日期", box="成文日期")
    issued: date | None = field("发文日期", Form.DATE, "印发的日期", required=True, box="发文日期")
    published: datetime | date | None = field("公开日期", Form.MOMENT, "在本栏目公开的时间，可带时分", box="公开日期")
    number: DocumentNumber | None = field("文号", Form.NUMBER, "机关代字〔年份〕序号号；没有文号的可不写", box="文号")
    unified_number: str = field("统一编号", Form.UNIFIED, "行政规范性文件“三统一”编号", box="统一编号")
    in_force_from: date | None = field("施行日期", Form.DATE, "开始施行的日期", box="施行日期")
    in_force_until: date | None = field("有效期至", Form.DATE, "最后有效的一天", box="有效期至")
    validity: Validity | None = field("有效性", Form.VALIDITY, "今天的状态，会与推算的核对", required=True)
    genre: str = field("文种", Form.TEXT, "决议、决定、公告、通告、意见、通知……", box="文种")
    openness: str = field("公开方式", Form.TEXT, "主动公开或依申请公开", box="公开方式")
    openness_deadline: str = field("公开时限", Form.TEXT, "如 自形成之日起20个工作日内", box="公开时限")
    openness_basis: str = field("公开依据", Form.TEXT, "公开所依据的条款", box="公开依据")
    keywords: tuple[str, ...] = field("关键词", Form.WORDS, "供检索的词", box="关键词")
    abstract: str = field("概述", Form.TEXT, "一两句话说明内容", box="内容概述")
    interpretations: tuple[Reference, ...] = field("解读链接", Form.REFERENCES, "解读的文件名、路径或网址")
    attachments: tuple[Reference, ...] = field("附件", Form.ATTACHMENTS, "放在本文件旁边的附件，文件名后面可空一格写名称")
    source: str = field("来源", Form.TEXT, "发布单位或转载来源", box="信息来源")
    review: str = field("审查", Form.TEXT, "公开前审查的结论和日期")
    repeals: tuple[Reference, ...] = field("废止", Form.REFERENCES, "本文件废止的文件")
    amends: tuple[Reference, ...] = field("修改", Form.REFERENCES, "本文件修改的文件")
    declares_lapsed: tuple[Reference, ...] = field("宣布失效", Form.REFERENCES, "本文件宣布失效的文件")
    forwards: tuple[Reference, ...] = field("转发", Form.REFERENCES, "本文件转发的文件")
    rests_on: tuple[Reference, ...] = field("依据", Form.REFERENCES, "本文件所依据的文件")
    publish_from: datetime | date | None = field("发布于", Form.MOMENT, "到这一天才发布；带时分的，第二天发布")

    cleaning: tuple[CleaningRow, ...] = field("清理", Form.CLEANING, "清理结果：本文件公布的每份文件的结论")
    cleaning_list: str = field("清理目录", Form.TEXT, "清理结果的表格（CSV，列 文号、名称、结论、备注），放在本文件旁边")
    cleaned_until: date | None = field("清理截止日", Form.DATE, "清理的是这一天为止的文件")
    cleaned_organs: tuple[str, ...] = field("清理范围", Form.WORDS, "清理的是哪些机关的文件；不写时是本文件和所列文件的发文机关")
    stated_counts: tuple[StatedCount, ...] = ()

    def at_row(self, row: CleaningRow) -> Place:
        """Where a row of this cleaning stands."""
        return Place(row.path or self.path, row.line)

    def effects(self) -> tuple[tuple[Effect, tuple[Reference, ...]], ...]:
        """What this policy does to others, by effect."""
        return (
            (Effect.REPEALS, self.repeals),
            (Effect.AMENDS, self.amends),
            (Effect.DECLARES_LAPSED, self.declares_lapsed),
            (Effect.FORWARDS, self.forwards),
            (Effect.RESTS_ON, self.rests_on),
        )

    @property
    def day(self) -> date | None:
        """发文日期, else 成文日期, else 公开日期."""
        return self.issued or self.written or day_of(self.published)

    @property
    def public_day(self) -> date | None:
        """公开日期, else the day by which lists sort it."""
        return day_of(self.published) or self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation(Document):
    """政策解读 (contract §2)."""

    KIND: ClassVar[str] = "interpretation"
    KIND_WORD: ClassVar[str] = "政策解读"

    explains: tuple[Reference, ...] = field("解读对象", Form.REFERENCES, "所解读的政策：文件名、路径或文号", required=True)
    explained_by: str = field(
        "解读形式", Form.EXPLAINED_BY, "文字、图解、问答……", required=True, box="解读形式", default=""
    )
    stage: str = field("解读阶段", Form.STAGE, "草案、同步或施行后", box="解读阶段")
    published: datetime | date | None = field("公开日期", Form.MOMENT, "公开的时间", required=True, box="公开日期")
    organs: tuple[str, ...] = field("解读机关", Form.WORDS, "作出解读的机关", box="解读机关")
    speaker: str = field("解读人", Form.TEXT, "姓名和职务", box="解读人")
    telephone: str = field("联系电话", Form.TEXT, "供咨询的办公电话", box="联系电话")
    attachments: tuple[Reference, ...] = field("附件", Form.ATTACHMENTS, "放在本文件旁边的附件，文件名后面可空一格写名称")

    @property
    def day(self) -> date | None:
        """公开日期."""
        return day_of(self.published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Document):
    """A standing page under `content/`: 指南, 制度, 年报 …"""

    KIND: ClassVar[str] = "page"
    KIND_WORD: ClassVar[str] = "栏目页面"

    published: datetime | date | None = field("公开日期", Form.MOMENT, "公开或最近更新的时间", required=True)
    organs: tuple[str, ...] = field("发布机关", Form.WORDS, "发布这一页的机关")
    abstract: str = field("概述", Form.TEXT, "一两句话说明内容")
    keywords: tuple[str, ...] = field("关键词", Form.WORDS, "供检索的词")
    attachments: tuple[Reference, ...] = field("附件", Form.ATTACHMENTS, "放在本文件旁边的附件，文件名后面可空一格写名称")
    order: int = field("顺序", Form.INTEGER, "在所属栏目里的先后，小的在前", default=0)
    page_kind: str = field("页面类型", Form.PAGE_KIND, "决定页面的版式，也供栏目“汇集”各机关的同类页面")
    related: tuple[Reference, ...] = field("相关文件", Form.REFERENCES, "这一页说的政策文件：文号、文件名或栏目")
    year: int = field("年度", Form.YEAR, "年报、目录所属的年度", default=0)
    area: str = field("领域", Form.TEXT, "事项目录所属的试点领域，如 社会救助")
    group: str = field("分类", Form.TEXT, "问答、提案等在栏目里归哪一组")
    edition: str = field("版本", Form.TEXT, "目录的版本，如 2026年版")
    telephone: str = field("联系电话", Form.TEXT, "供咨询的办公电话")
    data: tuple[Reference, ...] = field("数据", Form.ATTACHMENTS, "放在本文件旁边的数据文件（CSV 或 YAML），写法见栏目数据")
    data_files: tuple[DataFile, ...] = ()
    items: tuple[str, ...] = field("法定事项", Form.ITEMS, "这一页属于条例第二十条、第二十一条的哪一项")

    @property
    def records(self) -> tuple[Record, ...]:
        """The rows of all its data files."""
        return tuple(record for file in self.data_files for record in file.records)

    def place_of(self, record: Record, key: str = "") -> Place:
        """Where a row of its data stands, or the row's cell of a key."""
        path = next((file.path for file in self.data_files if any(one is record for one in file.records)), self.path)
        return Place(path, record.lines.get(key, record.line))

    @property
    def figures(self) -> Figures | None:
        """The figures of an annual report, from all its data files; None where it has none."""
        every = [file.figures for file in self.data_files if file.figures]
        return Figures(every[0].layout, {key: f for one in every for key, f in one.given.items()}) if every else None

    @property
    def day(self) -> date | None:
        """公开日期."""
        return day_of(self.published)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read as a document; its problems say why. It is never dropped silently."""

    path: str
    misreadings: tuple[Misreading, ...]


def day_of(moment: datetime | date | None) -> date | None:
    """The day of a date or of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment
