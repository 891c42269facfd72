"""Rule V116: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

SETTINGS = "名称: 甲\n机关: [甲区人民政府]\n"


def test_years_without_anybody_deciding_about_it(column: Callable[..., Column]) -> None:
    files = {f"policies/p{n}.md": policy(f"甲政发〔201{n}〕1号", f"第{n}份", f"201{n}-03-01") for n in range(1, 7)}
    files["policies/p1.md"] = policy("甲政发〔2011〕1号", "第1份", "2011-03-01", "失效")
    files["policies/p2.md"] = policy("甲政发〔2012〕1号", "第2份", "2012-03-01", more="有效期至: 2029-01-01\n")
    files["policies/p6.md"] = policy("甲政发〔2016〕1号", "第6份", "2016-03-01", "已修改")
    files["policies/q.md"] = policy("甲政发〔2024〕1号", "关于修改第6份的通知", "2024-03-01", more="修改: 甲政发〔2016〕1号\n")
    assert column(files, SETTINGS).lines("V116") == [
        "policies/p3.md:6: 提示 V116 甲区人民政府有 3 份有效的文件超过 5 年没有清理、修改，也没有写有效期：甲政发〔2013〕1号、甲政发〔2014〕1号、甲政发〔2015〕1号"
        "(清理时逐件写结论)"
    ]
    cleaned = "清理:\n  - 甲政发〔2013〕1号 继续有效\n  - 甲政发〔2014〕1号 继续有效\n  - 甲政发〔2015〕1号 拟修改\n"
    files["policies/r.md"] = policy("甲政发〔2025〕1号", "关于公布清理结果的通知", "2025-03-01", more=cleaned)
    assert column(files, SETTINGS).lines("V116") == []
    assert column(files).lines("V116") == []  # organs that are not this site's clean their own
