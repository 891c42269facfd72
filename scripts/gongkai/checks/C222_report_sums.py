"""年报的表须算得平：总计等于各项之和，一加二等于三（七）加四。来源: 国办公开办函〔2021〕30号表格的勾稽关系。

错: 本年新收 20、上年结转 3、办理结果总计 19，结转下年度 5
对: 本年新收 20、上年结转 3、办理结果总计 19，结转下年度 4
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Every given sum that is not the sum of its parts."""
    for page in site.pages:
        for file in page.data_files:
            for wrong in file.figures.wrong_sums() if file.figures else ():
                where = f"“{wrong.row}”的“{wrong.column}”"
                yield Finding(Place(file.path, wrong.line), f"{where}是 {wrong.given}，算出来是 {wrong.right}", "核对这一行和这一列的数")
        if page.page_kind != "年报" or page.figures is None or not page.figures.has("申请"):
            continue
        left = page.figures.layout.left.text
        for label in page.figures.layout.applicants:
            if page.figures.application(left, label.text) < 0:
                yield Finding(page.place("数据"), f"“{label.text}”一列办结的比新收和结转的多", "核对新收、上年结转和各项结果")
