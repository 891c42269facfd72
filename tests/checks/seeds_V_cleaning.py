"""Mistakes in a cleaning, each a change of `clean_site` and the line where it must be found."""

from __future__ import annotations

from tests.checks.clean_site import policy
from tests.checks.seeds_T import LVHUA, QINGLI, TRIAL, XIUGAI, Seed

FIRST = "共清理文件5件。"
SECOND = "继续有效2件，拟修改1件。"
THIRD = "废止1件，期满失效1件。"
LAST_ROW = "  - 甲政发〔2020〕4号 期满失效\n"
TRIAL_ROW = "  - 甲政发〔2023〕8号 继续有效\n"


def row(rule: str, name: str, old: str, new: str, *texts: tuple[str, str], line: str = "", **more: object) -> Seed:
    """A change of the rows, with the changes of the text that keep its numbers right."""
    edits = ((QINGLI, old, new), *((QINGLI, before, after) for before, after in texts))
    return Seed(rule, name, edits, QINGLI, line or new.strip("\n").split("\n")[-1].strip(), **more)  # type: ignore[arg-type]


def added(rule: str, name: str, new: str, *texts: tuple[str, str], **more: object) -> Seed:
    """A row more."""
    return row(rule, name, LAST_ROW, f"{LAST_ROW}  - {new}\n", *texts, **more)  # type: ignore[arg-type]


SIX = (FIRST, FIRST.replace("5", "6"))
ONE_MORE_KEPT = (SECOND, SECOND.replace("2", "3"))
SEEDS = [
    added("V107", "word", "甲政发〔2017〕3号 留着用"),
    added("V107", "no-conclusion", "文号: 甲政发〔2017〕3号\n    备注: 待定", line="文号: 甲政发〔2017〕3号"),
    row("V107", "no-list", "清理截止日", "清理目录: 没有.csv\n清理截止日", line="清理目录"),
    added("V108", "kept", "甲政发〔2017〕3号 继续有效", SIX, ONE_MORE_KEPT),
    added("V108", "to-amend", "甲政发〔2017〕3号 拟修改", SIX, (SECOND, SECOND.replace("拟修改1", "拟修改2"))),
    added("V108", "by-title", "《甲区灯光管理办法》 继续有效", SIX, ONE_MORE_KEPT),
    row("V109", "mapping", "名称: 甲区停车管理办法", "名称: 市容环境卫生责任区规定", line="文号: 甲政发〔2024〕3号"),
    row("V109", "flow", TRIAL_ROW, "  - {文号: 甲政发〔2023〕8号, 名称: 灯光设施保护, 结论: 继续有效}\n"),
    row("V109", "ended", "  - 甲政发〔2018〕1号 废止\n", "  - {文号: 甲政发〔2018〕1号, 名称: 灯光设施保护, 结论: 废止}\n"),
    added("V110", "same", "甲政发〔2018〕1号  废止", SIX, (THIRD, THIRD.replace("废止1", "废止2"))),
    added("V110", "kept-twice", "甲政发〔2023〕8号  继续有效", SIX, ONE_MORE_KEPT),
    added("V110", "two-conclusions", "甲政发〔2022〕7号 继续有效", SIX, ONE_MORE_KEPT),
    row("V111", "lapsed", LAST_ROW, "  - 甲政发〔2020〕4号 继续有效\n", ONE_MORE_KEPT, (THIRD, "废止1件。")),
    row("V111", "not-expired", TRIAL_ROW, "  - 甲政发〔2023〕8号 期满失效\n", (SECOND, "继续有效1件，拟修改1件。"), (THIRD, THIRD.replace("失效1", "失效2"))),
    added("V111", "younger", "甲政发〔2025〕9号 继续有效", SIX, ONE_MORE_KEPT),
    Seed("V112", "kept", ((QINGLI, TRIAL_ROW, ""), (QINGLI, FIRST, "共清理文件4件。"), (QINGLI, SECOND, "继续有效1件，拟修改1件。")), TRIAL, "有效性"),
    Seed("V112", "to-amend", ((QINGLI, "  - 甲政发〔2022〕7号 拟修改\n", ""), (QINGLI, FIRST, "共清理文件4件。"), (QINGLI, SECOND, "继续有效2件。")),
         LVHUA, "有效性"),
    Seed("V112", "unknown", (("policies/z.md", "", policy("甲政发〔2024〕4号", "关于树边的通知", "2024-06-03", "有效")),), "policies/z.md", "有效性",
         besides=("F110",)),
    row("V113", "total", FIRST, "共清理文件288件。"),
    row("V113", "kept", SECOND, "继续有效20件，拟修改1件。"),
    row("V113", "ended", THIRD, "废止1件，期满失效2件。"),
    Seed("V118", "never", ((XIUGAI, "修改: 甲政发〔2022〕7号\n", ""), (LVHUA, "有效性: 已修改", "有效性: 有效")), QINGLI, "甲政发〔2022〕7号 拟修改"),
    row("V118", "trial", TRIAL_ROW, "  - 甲政发〔2023〕8号 拟修改\n", (SECOND, "继续有效1件，拟修改2件。")),
    row("V118", "mapping", "名称: 甲区停车管理办法\n    结论: 继续有效", "名称: 甲区停车管理办法\n    结论: 拟修改", (SECOND, "继续有效1件，拟修改2件。"),
        line="文号: 甲政发〔2024〕3号"),
]
