"""Rule V107: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Column, policy


def test_rows_and_lists_that_cannot_be_read(column: Callable[..., Column]) -> None:
    rows = "清理:\n  - 甲政发〔2018〕9号 留着用\n  - 文号: 甲政发〔2018〕8号\n    意见: 继续有效\n  - 名称: 老办法\n    结论: 保持\n  - 结论: 废止\n"
    files = {
        "policies/p.md": policy(more=rows),
        "policies/q.md": policy("甲政发〔2023〕8号", more="清理目录: 没有.csv\n"),
        "policies/r.md": policy("甲政发〔2023〕9号", more="清理目录: ../../etc/passwd\n"),
        "policies/s.md": policy("甲政发〔2023〕10号", more="清理目录: s.csv\n"),
        "policies/s.csv": "文号,名称,结论\n甲政发〔2018〕9号,老办法,废\n,,废止\n",
        "policies/t.md": policy("甲政发〔2023〕11号", more="清理目录: t.csv\n"),
        "policies/t.csv": "甲政发〔2018〕9号,老办法,废止\n",
    }
    words = "可用：继续有效、修改、拟修改、废止、失效、期满失效"
    right = "写作“- 文号 结论”，如“- 甲政发〔2018〕9号 废止”；结论用 继续有效、修改、拟修改、废止、失效、期满失效"
    assert column(files).lines("V107") == [
        f"policies/p.md:8: 错误 V107 清理的一行“甲政发〔2018〕9号 留着用”读不出({right})",
        "policies/p.md:9: 错误 V107 清理的一行“甲政发〔2018〕8号”没有结论(" + words + ")",
        "policies/p.md:9: 错误 V107 清理的一行里不认识的键“意见”(可用：文号、名称、结论、备注)",
        f"policies/p.md:11: 错误 V107 清理的一行“老办法”结论“保持”不在可用的词里({words})",
        f"policies/p.md:13: 错误 V107 清理的一行没有文号({right})",
        "policies/q.md:7: 错误 V107 清理目录“没有.csv”打不开(把 CSV 放在本文件旁边，写它的文件名)",
        "policies/r.md:7: 错误 V107 清理目录“../../etc/passwd”不能用(把 CSV 放在本文件旁边，写它的文件名)",
        f"policies/s.md:7: 错误 V107 policies/s.csv 第 2 行“甲政发〔2018〕9号”结论“废”不在可用的词里({words})",
        f"policies/s.md:7: 错误 V107 policies/s.csv 第 3 行没有文号({right})",
        "policies/t.md:7: 错误 V107 policies/t.csv 第 1 行没有“文号”和“结论”两列(第一行写 文号,名称,结论,备注)",
    ]


def test_a_list_in_another_encoding_is_read_and_named(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(more="清理目录: p.csv\n"), "policies/p.csv": "文号,结论\n甲政发〔2018〕9号,废止\n".encode("gb18030")}
    assert column(files).lines("V107") == [
        "policies/p.md:7: 错误 V107 policies/p.csv 的文件编码是 GB18030（国标码），不是 UTF-8"
        "(另存为 UTF-8 编码（记事本：“另存为”，编码选 UTF-8）)"
    ]


def test_a_list_behind_a_link_is_not_opened(column: Callable[..., Column], tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "a.csv").write_text("文号,结论\n甲政发〔2018〕9号,废止\n", encoding="utf-8")
    (tmp_path / "site" / "policies").mkdir(parents=True)
    try:
        (tmp_path / "site" / "policies" / "there").symlink_to(outside)
    except OSError:
        pytest.skip("这台机器上不能建符号链接")
    found = column({"policies/p.md": policy(more="清理目录: there/a.csv\n")})
    assert found.lines("V107") == ["policies/p.md:7: 错误 V107 清理目录“there/a.csv”打不开(把 CSV 放在本文件旁边，写它的文件名)"]
    assert found.site.policies[0].cleaning == ()
