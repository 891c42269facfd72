"""Rule F109: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

SETTINGS = """名称: 甲区政府信息公开
机关:
  - {名称: 甲区人民政府, 代字: [甲政发]}
  - {名称: 甲区教育局, 代字: [甲教]}
  - 甲区民政局
"""


def test_a_code_of_another_organ(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(), "policies/q.md": policy("甲教〔2023〕1号"), "policies/r.md": policy("甲府〔2023〕2号"),
        "policies/s.md": policy("甲教〔2023〕3号").replace("甲区人民政府", "甲区人民政府、甲区教育局"),
        "policies/t.md": policy("甲民〔2023〕3号").replace("甲区人民政府", "甲区民政局"),
    }, SETTINGS)  # fmt: skip
    assert found.lines("F109") == [
        "policies/q.md:3: 警告 F109 机关代字“甲教”是甲区教育局的（见site.yaml 的“机关”），发文机关写的是“甲区人民政府”(核对文号和发文机关)",
        "policies/r.md:3: 警告 F109 机关代字“甲府”不在甲区人民政府的代字里（甲政发）(核对文号；确是它的，在 site.yaml 的“机关”里补上)",
    ]


def test_what_the_other_documents_teach(column: Callable[..., Column]) -> None:
    many = {f"policies/{n}.md": policy(f"乙政发〔2023〕{n}号") for n in range(1, 10)}
    odd = {"policies/odd.md": policy("乙政发〔2023〕99号").replace("甲区人民政府", "丙局")}
    assert column({**many, **odd}).lines("F109") == [
        "policies/odd.md:3: 警告 F109 机关代字“乙政发”是甲区人民政府的（见另外 9 份文件），发文机关写的是“丙局”(核对文号和发文机关)"
    ]


def test_too_few_teach_nothing(column: Callable[..., Column]) -> None:
    few = {f"policies/{n}.md": policy(f"乙政发〔2023〕{n}号") for n in range(1, 4)}
    assert column({**few, "policies/odd.md": policy("乙政发〔2023〕99号").replace("甲区人民政府", "丙局")}).lines("F109") == []
