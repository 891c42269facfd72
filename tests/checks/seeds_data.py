"""Three mistakes and more for each rule on pages with data: C201–C233, T201–T203."""

from __future__ import annotations

from tests.checks.clean_column import clean_files
from tests.checks.clean_data import FIGURES, PAGE, REPORT_TITLE
from tests.checks.data_pages import REPORT
from tests.checks.seeds import Seed, many

SITE, CATALOGUE, LIST = "site.yaml", "content/sx/mulu.md", "content/sx/mulu.csv"
CHAIN, STEPS = "content/jc/fangan.md", "content/jc/fangan.csv"
PAIRS, TASKS = "content/jc/jianyi.csv", "content/jc/renwu.csv"
ANNUAL, TABLES = "content/reports/2025.md", "content/reports/2025.yaml"
DEEP = "\n    子栏目: [{{名称: 二, 代码: e{0}, 类型: 概况信息, 说明: 二, 关键词: 二, 子栏目: [{{名称: 三, 代码: s{0}, 类型: 概况信息, 说明: 三, 关键词: 三, 子栏目: [\n      {inner}\n    ]}}]}}]"
FLAT = "{{名称: 深{0}, 代码: d{0}, 目录: {folder}, 类型: 概况信息, 说明: 深, 关键词: 深}}"
AREA = "领域: 义务教育"
FOLLOWED = "决策目录,2026-01-05,,,,,\n"
ASKED, ANSWERED = "征求意见,2026-02-02,2026-03-10,,,,", "采纳情况,2026-03-25,,,40,23,"
FIRST, SECOND, THIRD = "1号,增设公交站", "2号,延长开馆时间", "3号,增加停车位"


def below(number: int, folder: str) -> tuple[str, str]:
    """A column line of `site.yaml` with a column three levels below it."""
    names = {"cz": "财政", "xk": "许可", "yj": "应急"}
    line = next(line for line in clean_files()[SITE].split("\n") if f"名称: {names[folder]}," in line)
    keys = line.strip(" -{}").split(", ")
    block = "  - " + "\n    ".join(key for key in keys if not key.startswith("目录"))
    return line, block + DEEP.format(number, inner=FLAT.format(number, folder=folder))


def year_before(in_force: int) -> tuple[tuple[str, str], ...]:
    """The annual report of 2024, which says how many were in force."""
    page = PAGE.format(title=REPORT_TITLE.replace("2025", "2024"), more="页面类型: 年报\n年度: 2024\n数据: 2024.yaml\n", text=REPORT)
    figures = FIGURES.replace("规章: [0, 0, 0]", f"行政规范性文件: [0, 0, {in_force}]")
    return ("content/reports/2024.md", page.replace("2026-03-01", "2025-03-01")), ("content/reports/2024.yaml", figures)


SEEDS = [
    *(Seed("C201", f"content/{name}.md", f"法定事项: {item}", f"法定事项: [{item}, {wrong}]") for name, item, wrong in (
        ("cz/yusuan", "20-7", "20-17"), ("xk/shixiang", "20-5", "22-1"), ("yj/yuan", "20-12", "应急管理"))),
    *(Seed("C202", SITE, *below(n, folder), at=f"名称: 深{n}") for n, folder in enumerate(("cz", "xk", "yj"))),
    Seed("C203", LIST, "公开主体,公开渠道", "公开主体,公开渠到", first=True),
    Seed("C203", PAIRS, "2号,延长开馆时间,提案", "2号,,提案"),
    Seed("C203", TASKS, "铺设步道,3条,", "铺设步道,,"),
    Seed("C203", CHAIN, "数据: fangan.csv", "数据: [fangan.csv, fangan-2.csv]"),
    Seed("C204", STEPS, "2026-04-20,,a,", "2026-04-20,,meiyou,"),
    Seed("C204", PAIRS, "2026-04-02,b", "2026-04-02,甲政发〔2023〕9号"),
    Seed("C204", CATALOGUE, AREA, AREA + "\n相关文件: bmd", at="相关文件"),
    *(Seed("C205", "content/withdrawn.csv", "", f"网址,标题,文号,下架日,下架原因\npolicies/gone.html,旧文件,,2026-01-05,移交\n{row}\n", at=row) for row in (
        "2020-35.md,写了文件名,,2026-01-05,移交", "policies/a.html,放回来的,,2026-01-05,移交", "policies/gone.html,又写一次,,2026-01-05,移交",
        "policies/old.html,将来的,,2026-12-01,移交")),
    *(Seed("C211", LIST, f"■政府网站,{code}", "■政府网站,", at=f"{name},", also=("C212",)) for code, name in (("cz", "预算"), ("xk", "许可"), ("yj", "预案"))),
    *(Seed("C212", LIST, f"■政府网站,{code}", "■政府网站,zd", where=SITE, at=f"法定事项: {item}") for code, item in (("cz", "20-7"), ("xk", "20-5"), ("yj", "20-12"))),
    *many("C213", LIST, ("20个工作日内", "21个工作日内"), ("15个工作日内", "形成或者变更之日起30个工作日内"), ("10个工作日内", "3个月内")),
    *many("C214", CATALOGUE, *((AREA, f"领域: {area}") for area in ("教育", "医疗", "就业创业工作"))),
    *many("C221", ANNUAL, ("## 二、主动公开政府信息情况", "## 二、主动公开情况"), ("## 五、存在的主要问题及改进情况", "## 五、问题和改进")),
    Seed("C221", ANNUAL, "\n\n## 六、其他需要报告的事项", "", first=True),
    Seed("C221", ANNUAL, "## 六、其他需要报告的事项\n", "## 六、其他需要报告的事项\n\n## 七、附则\n", at="## 七"),
    *many("C222", TABLES, ("0, 7]", "0, 8]"), ("总计: [4, 1]", "总计: [4, 2]"), ("0, 1]", "0, 2]")),
    Seed("C222", TABLES, "结转下年: [2, 1]", "结转下年: [3, 1]"),
    *many("C223", TABLES, ("规章: [0, 0, 0]", "行政规范性文件: [1, 0, 4]"), ("规章: [0, 0, 0]", "行政规范性文件: [0, 0, 2]")),
    Seed("C223", TABLES, "规章: [0, 0, 0]", "行政规范性文件: [0, 1, 3]"),
    Seed("C223", TABLES, "规章: [0, 0, 0]", "行政规范性文件: [0, 0, 3]", where="content/reports/2024.yaml", at="行政规范性文件", beside=year_before(5)),
    *(Seed("C231", STEPS, line, "", where=CHAIN, at="数据") for line in ("决策草案,2026-02-02,,,,,\n", "草案解读,2026-02-02,,,,,\n")),
    Seed("C231", STEPS, ANSWERED + "\n", "", where=CHAIN, at="数据", also=("T202",)),
    Seed("C231", STEPS, FOLLOWED, FOLLOWED + "公示,2026-01-20,,,,,\n", at="公示"),
    *many("C232", STEPS, *((ANSWERED, f"采纳情况,2026-03-25,,,{numbers},") for numbers in ("40,12", "40,41", "40,"))),
    Seed("C233", PAIRS, "在学校门口设站,2026-04-01,a", "在学校门口设站,,", at=FIRST),
    Seed("C233", PAIRS, "晚上开到九点,2026-04-02,b", "晚上开到九点,2026-04-02,", at=SECOND),
    Seed("C233", PAIRS, "夜间开放操场,2026-04-03,a", ",2026-04-03,a", at=THIRD),
    *many("T201", STEPS, (ASKED, "征求意见,2026-02-02,2026-02-20,,,,"), (ASKED, "征求意见,2026-02-02,2026-01-31,,,,"), (ASKED, "征求意见,2026-02-02,,,,,")),
    Seed("T202", STEPS, ANSWERED + "\n决策文件,2026-04-20,,a,,,\n政策解读,2026-04-20,,i1,,,\n", "", at=ASKED),
    *(Seed("T202", STEPS, ANSWERED, f"{ANSWERED}\n征求意见,{first},{last},,,,", at=f"征求意见,{first}") for first, last in (
        ("2026-04-01", "2026-05-20"), ("2026-08-20", "2026-10-01"))),
    Seed("T203", TASKS, "开工,主体完工,装修,推进中", "开工,,装修,推进中", at="新建学校"),
    Seed("T203", TASKS, "开工,主体完工,装修,推进中", "开工,主体完工,,推进中", at="新建学校"),
    Seed("T203", TASKS, "开工,完成1个,完成1个,推进中", ",完成1个,完成1个,推进中", at="改造公园"),
]  # fmt: skip
