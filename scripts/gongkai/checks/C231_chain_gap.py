"""重大行政决策和重大建设项目的各个环节都要公开，后面的有了，前面的不能缺。来源: 《重大行政决策程序暂行条例》；种子文件的决策闭环。

错: 有“决策文件”，没有“采纳情况”
对: 决策目录、草案、草案解读、征求意见、采纳情况、决策文件都有
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.chains import PARAMETERS, Reached, chain_of, stages_of, steps_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Stages that were passed over, and stages that the form has not."""
    for page in site.pages:
        if page.page_kind not in PARAMETERS:
            continue
        parameter = PARAMETERS[page.page_kind]
        for link in chain_of(page, site):
            if link.reached is Reached.MISSING:
                yield Finding(page.place("数据"), f"缺“{link.stage}”这一环，后面的环节已经有了", "把它补上，或说明为什么没有")
        stages = stages_of(page, site)
        for step in steps_of(page):
            if step.stage and step.stage not in stages:
                place = page.place_of(step, "阶段")
                yield Finding(place, f"没有“{step.stage}”这个阶段", f"可用：{'、'.join(stages)}；在规则参数“{parameter}”里可以改")
