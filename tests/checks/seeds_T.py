"""Mistakes about time, each a change of `clean_site` and the line where it must be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.checks.clean_site import HISTORY, page

from gongkai.model.site import History


@dataclass(frozen=True)
class Seed:
    """Edits (path, old, new; old "" = a new file, both "" = no such file), and where: the first line of `path` with `line`.

    `also` are further places (path, line) of the same finding; `besides` are rules that rightly say the same to another end.
    """

    rule: str
    name: str
    edits: tuple[tuple[str, str, str], ...]
    path: str
    line: str
    today: date | None = None
    history: History | None = None
    also: tuple[tuple[str, str], ...] = ()
    besides: tuple[str, ...] = ()


def one(rule: str, name: str, path: str, old: str, new: str, line: str = "", **more: object) -> Seed:
    """A change of one file, found in the changed line unless `line` names another."""
    return Seed(rule, name, ((path, old, new),), path, line or new.strip("\n").split("\n")[0], **more)  # type: ignore[arg-type]


def in_settings(rule: str, name: str, line: str, *edits: tuple[str, str, str]) -> Seed:
    """A change of the texts that is found in site.yaml."""
    return Seed(rule, name, edits, SITE, line)


TRIAL, GUANLI, XIUGAI = "policies/2023-shixing.md", "policies/2024-guanli.md", "policies/2025-xiugai.md"
SHANGYE, CAOGAO, DINGSHI = "policies/2026-shangye.md", "policies/2026-caogao.md", "policies/2026-dingshi.md"
QINGLI, LVHUA, SHUKUN = "policies/2025-qingli.md", "policies/2022-lvhua.md", "policies/2020-shukun.md"
JD, NEWS, SITE = "interpretations/jd-guanli.md", "content/dt/2026-11.md", "site.yaml"
NB, NBJ = "content/nb/qzf-2025.md", "content/nb/jyj-2025.md"
LAPSED_COLUMNS = "  - {{名称: 第{0}栏, 代码: c{0}, 目录: c{0}, 类型: 概况信息, 说明: 第{0}栏, 关键词: 概况, 更新周期: {1}}}\n"


def stale(count: int, period: int) -> tuple[tuple[str, str, str], ...]:
    """Columns that nobody has kept up."""
    rows = "".join(LAPSED_COLUMNS.format(n, period) for n in range(count))
    pages = tuple((f"content/c{n}/a.md", "", page(f"第{n}页", "2024-01-02")) for n in range(count))
    return ((SITE, "规则参数:\n", f"{rows}规则参数:\n"), *pages)


def unreviewed(name: str, years: int, review: str) -> Seed:
    """A document in force whose last review is as many years ago."""
    edits = ((SITE, "规则参数:\n", f"阈值: {{复审年数: {years}}}\n规则参数:\n"), (GUANLI, "施行日期: 2024-04-01", f"施行日期: 2024-04-01\n审查: {review}"))
    return Seed("T124", name, edits, GUANLI, "审查")


def came_in(path: str, day: date) -> History:
    """The history of the column with one file that came later."""
    return History({**HISTORY.first, path: day})


SEEDS = [
    one("T101", "months", TRIAL, "公开日期: 2023-08-08", "公开日期: 2023-11-08"),
    one("T101", "a-year", XIUGAI, "公开日期: 2025-08-06", "公开日期: 2026-08-06"),
    one("T101", "a-day", QINGLI, "公开日期: 2025-05-22", "公开日期: 2025-06-19"),
    one("T102", "days", GUANLI, "公开时限: 自形成之日起10个工作日内", "公开时限: 2日内", "公开日期"),
    one("T102", "working-days", GUANLI, "公开时限: 自形成之日起10个工作日内", "公开时限: 形成后二个工作日内", "公开日期"),
    one("T102", "a-date", GUANLI, "公开时限: 自形成之日起10个工作日内", "公开时限: 2024年3月7日前", "公开日期"),
    one("T103", "draft", CAOGAO, "成文日期: 2026-11-17\n发文日期: 2026-11-17", "成文日期: 2026-08-17\n发文日期: 2026-08-17", "草稿"),
    one("T103", "waiting", DINGSHI, "公开日期: 2026-12-01\n发布于: 2026-12-01", "公开日期: 2027-01-20\n发布于: 2027-01-20", "发布于"),
    one("T103", "draft-of-last-year", CAOGAO, "成文日期: 2026-11-17\n发文日期: 2026-11-17", "发文日期: 2026-10-20", "草稿"),
    one("T104", "weeks", JD, "公开日期: 2024-03-08 11:00", "公开日期: 2024-03-28"),
    one("T104", "days", JD, "公开日期: 2024-03-08 11:00", "公开日期: 2024-03-14"),
    Seed("T104", "on-the-same-day", ((SITE, "规则参数:\n", "阈值: {解读工作日: 0}\n规则参数:\n"), (JD, "2024-03-08 11:00", "2024-03-11")),
         JD, "公开日期"),
    one("T105", "days", JD, "公开日期: 2024-03-08 11:00", "公开日期: 2024-03-06"),
    one("T105", "an-hour", JD, "公开日期: 2024-03-08 11:00", "公开日期: 2024-03-08 09:00"),
    one("T105", "a-year", JD, "公开日期: 2024-03-08 11:00", "公开日期: 2023-03-08 11:00"),
    in_settings("T106", "government", "名称: 年报", (NB, "", "")),
    in_settings("T106", "bureau", "名称: 年报", (NBJ, "", "")),
    in_settings("T106", "own-date", "名称: 年报", (NB, "", ""), (SITE, "规则参数:\n", "规则参数:\n  政府年报期限: 06-30\n")),
    one("T107", "government", NB, "公开日期: 2026-03-20", "公开日期: 2026-04-20"),
    one("T107", "bureau", NBJ, "公开日期: 2026-01-20", "公开日期: 2026-02-20"),
    one("T107", "too-early", NB, "公开日期: 2026-03-20", "公开日期: 2025-12-20"),
    in_settings("T108", "gap", "名称: 年报", ("content/nb/a.md", "", page("甲区人民政府2022年年度报告", "2023-03-20"))),
    in_settings("T108", "gap-of-a-bureau", "名称: 年报", ("content/nb/a.md", "", page("甲区教育局2022年年度报告", "2023-01-20"))),
    Seed("T108", "twice", (("content/nb/z.md", "", page("甲区人民政府2025年年度报告", "2026-03-30")),), "content/nb/z.md", "标题"),
    in_settings("T109", "a-week", "名称: 年报", (NBJ, "", ""), (SITE, "规则参数:\n", "规则参数:\n  部门年报期限: 11-28\n")),
    in_settings("T109", "the-day", "名称: 年报", (NB, "", ""), (SITE, "规则参数:\n", "规则参数:\n  政府年报期限: 11-21\n")),
    in_settings("T109", "a-fortnight", "名称: 年报", (NB, "", ""), (SITE, "规则参数:\n", "规则参数:\n  政府年报期限: 12-05\n")),
    in_settings("T110", "news", "名称: 动态", (NEWS, "公开日期: 2026-11-18", "公开日期: 2026-11-01")),
    in_settings("T110", "plans", "名称: 规划", ("content/gh/guihua.md", "公开日期: 2026-01-20", "公开日期: 2025-01-20")),
    one("T110", "shorter", SITE, "更新周期: 365", "更新周期: 30", "名称: 规划"),
    in_settings("T111", "news", "名称: 动态", (NEWS, "公开日期: 2026-11-18", "公开日期: 2026-11-08")),
    in_settings("T111", "plans", "名称: 规划", ("content/gh/guihua.md", "公开日期: 2026-01-20", "公开日期: 2025-11-25")),
    in_settings("T111", "last-day", "名称: 动态", (NEWS, "公开日期: 2026-11-18", "公开日期: 2026-11-07")),
    Seed("T112", "many", stale(10, 365), SITE, "栏目:", besides=("T110",)),
    Seed("T112", "short", stale(5, 14), SITE, "栏目:", besides=("T110",)),
    Seed("T112", "half-a-year", stale(6, 183), SITE, "栏目:", besides=("T110",)),
    one("T113", "digits", TRIAL, "公开日期: 2023-08-08", "公开日期: 2023-07-08"),
    one("T113", "year", XIUGAI, "公开日期: 2025-08-06", "公开日期: 2024-08-06"),
    one("T113", "day", SHANGYE, "公开日期: 2026-11-05", "公开日期: 2026-11-02"),
    one("T114", "day", LVHUA, "发文日期: 2022-07-05", "发文日期: 2022-07-04"),
    one("T114", "month", SHUKUN, "发文日期: 2020-04-07", "发文日期: 2020-03-07"),
    one("T114", "signed-later", QINGLI, "成文日期: 2025-05-20", "成文日期: 2025-05-21", "发文日期"),
    one("T115", "published", SHANGYE, "公开日期: 2026-11-05", "公开日期: 2026-11-25", besides=("T110",)),
    one("T115", "page", NEWS, "公开日期: 2026-11-18", "公开日期: 2026-12-18"),
    one("T115", "issued", SHANGYE, "发文日期: 2026-11-03", "发文日期: 2026-12-03"),
    one("T116", "weeks", DINGSHI, "公开日期: 2026-12-01", "公开日期: 2026-11-19"),
    one("T116", "a-day", DINGSHI, "公开日期: 2026-12-01", "公开日期: 2026-11-30"),
    one("T116", "already-there", SHANGYE, "公开日期: 2026-11-05\n", "公开日期: 2026-11-05\n发布于: 2026-11-10\n"),
    one("T117", "year", "policies/2021-jiuban.md", "下架日: 2025-01-01", "下架日: 2020-01-01"),
    one("T117", "the-same-day", "policies/2021-jiuban.md", "下架日: 2025-01-01", "下架日: 2021-06-01"),
    one("T117", "a-day", "policies/2021-jiuban.md", "下架日: 2025-01-01", "下架日: 2021-05-31"),
    one("T118", "gone", "policies/2021-jiuban.md", "有效性: 废止", "有效性: 有效", "下架日"),
    one("T118", "to-go", TRIAL, "有效期至: 2027-07-31\n", "有效期至: 2027-07-31\n下架日: 2027-01-01\n", "下架日"),
    one("T118", "amended", "policies/2021-jiuban.md", "有效性: 废止", "有效性: 已修改", "下架日"),
    one("T119", "ten-years", GUANLI, "施行日期: 2024-04-01", "施行日期: 2014-04-01"),
    one("T119", "two-years", SHANGYE, "有效性: 尚未施行\n公开日期: 2026-11-05\n施行日期: 2027-01-01",
        "有效性: 有效\n公开日期: 2026-11-05\n施行日期: 2024-01-01", "施行日期"),
    one("T119", "a-century", GUANLI, "施行日期: 2024-04-01", "施行日期: 1924-04-01"),
    Seed("T120", "policy", (), SHANGYE, "公开日期", history=came_in(SHANGYE, date(2026, 11, 20))),
    Seed("T120", "interpretation", (), JD, "公开日期", history=came_in(JD, date(2025, 1, 1))),
    Seed("T120", "page", (), NB, "公开日期", history=came_in(NB, date(2026, 4, 1))),
    Seed("T121", "shallow", (), SITE, "名称: 甲区政府信息公开", history=History(missing="Git 仓库是浅克隆")),
    Seed("T121", "slow", (), SITE, "名称: 甲区政府信息公开", history=History(missing="20 秒内没有读完 Git 历史")),
    Seed("T121", "no-git", (), SITE, "名称: 甲区政府信息公开", history=History(missing="这台机器上没有 git")),
    one("T122", "holiday", SITE, "放假: []", "放假: [元旦]"),
    one("T122", "period", SITE, "更新周期: [工作动态 14, 政策文件 183]", "更新周期: [工作动态 14, 政策文件半年]", "政策文件半年"),
    one("T122", "import", SITE, "规则参数:\n", "规则参数:\n  迁移截止日: 去年\n", "迁移截止日"),
    one("T123", "policy", GUANLI, "公开日期: 2024-03-08 10:00\n", "公开日期: 2024-03-08 10:00\n更正: 2024-03-07 甲改为乙\n", "更正"),
    one("T123", "interpretation", JD, "公开日期: 2024-03-08 11:00\n", "公开日期: 2024-03-08 11:00\n更正: 2023-03-09 甲改为乙\n", "更正"),
    one("T123", "page", NEWS, "公开日期: 2026-11-18\n", "公开日期: 2026-11-18\n更正: 2026-10-19 甲改为乙\n", "更正"),
    unreviewed("a-year", 1, "司法局审查通过（2024-02-26）"),
    unreviewed("two-years", 2, "司法局审查通过（2024年2月26日）"),
    unreviewed("again", 1, "2022-02-26 审查通过；复审 2024-03-01 继续公开"),
]
