"""Rule V109: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_number_and_name_of_two_documents(column: Callable[..., Column]) -> None:
    listed = "文号,名称,结论\n甲政发〔2018〕9号,河湖管理办法,继续有效\n甲政发〔2018〕6号,旧小区改造办法,继续有效\n"
    files = {
        "policies/p.md": policy(more="清理目录: p.csv\n"), "policies/p.csv": listed,
        "policies/a.md": policy("甲政发〔2018〕9号", "市容环境卫生责任区规定", "2018-01-01"),
        "policies/b.md": policy("甲政发〔2018〕6号", "关于印发旧小区改造办法的通知", "2018-01-01"),
    }
    assert column(files).lines("V109") == [
        "policies/p.csv:2: 警告 V109 清理目录里“甲政发〔2018〕9号”的名称是“河湖管理办法”，那份文件是《市容环境卫生责任区规定》（policies/a.md）"
        "(核对文号和名称)"
    ]
