"""Reports for the tests of the formats: with everything that an editor's words can hold."""

from __future__ import annotations

from datetime import date

from gongkai.checks import rules
from gongkai.model.problems import Place, Problem, Severity
from gongkai.model.waivers import Waiver
from gongkai.reporting.report import Report

ODD = Problem(
    Place("policies/年 报/100%,a:b.md", 4), "F101", Severity.ERROR, "文号“<a>&\"'%0A”\n换行\x01]]>", "应为“甲政发〔2023〕7号”"
)
MILD = Problem(Place("policies/p.md", 7), "L102", Severity.WARNING, "只有这一边写了关联")
TOLD = Problem(Place("site.yaml", 1), "V105", Severity.INFO, "看不出由哪份文件")
OLD = Problem(Place("policies/p.md", 9), "F102", Severity.WARNING, "日期写作“2023年5月30日”")
SET_ASIDE = Problem(Place("policies/p.md", 12), "L107", Severity.ERROR, "链接打不开")
WAIVER = Waiver("L107", Place("policies/p.md", 11), "policies/p.md", "上级<另>发")
LISTED = Waiver("L107", Place("site.yaml", 30), "policies/*", "旧文件", until=date(2027, 1, 1), in_text=False)

FULL = Report(
    problems=(ODD, MILD, MILD, TOLD), rules=rules(), old=(OLD,), waived=((SET_ASIDE, WAIVER),), with_baseline=True, folder="sites/甲 区"
)
EMPTY = Report(problems=(), rules=rules())
