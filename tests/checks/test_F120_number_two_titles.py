"""Rule F120: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_column_s_own_title_is_right(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(title="甲区河湖管理办法"),
        "policies/q.md": policy("甲政发〔2023〕8号", body="见《城市绿化细则》（甲政发〔2023〕7号）和《甲区河湖管理办法》（甲政发〔2023〕7号）。"),
    })  # fmt: skip
    assert found.lines("F120") == [
        "policies/q.md:9: 警告 F120 甲政发〔2023〕7号的题名写作《城市绿化细则》，policies/p.md:3 却是《甲区河湖管理办法》(核对题名和文号)"
    ]


def test_of_a_document_elsewhere_the_usual_title_is_right(column: Callable[..., Column]) -> None:
    cited = "见《乙市河湖管理办法》（乙政发〔2020〕1号）。"
    found = column(
        {"policies/p.md": policy(body=cited), "policies/q.md": policy("甲政发〔2023〕8号", body=cited),
         "policies/r.md": policy("甲政发〔2023〕9号", body="见《城市绿化细则》（乙政发〔2020〕1号）。")},
        "名称: 甲\n机关代字: [乙政发]\n",
    )  # fmt: skip
    assert found.lines("F120") == [
        "policies/r.md:9: 警告 F120 乙政发〔2020〕1号的题名写作《城市绿化细则》，policies/p.md:9 却是《乙市河湖管理办法》(核对题名和文号)"
    ]


def test_an_issuer_that_may_be_longer_is_left_alone(column: Callable[..., Column]) -> None:
    body = "见《城市绿化细则》（乙甲政发〔2023〕7号）。"
    assert column({"policies/p.md": policy(title="河湖管理办法"), "policies/q.md": policy("甲政发〔2023〕8号", body=body)}).lines("F120") == []


def test_the_issuer_in_the_title(column: Callable[..., Column]) -> None:
    files = {
        "policies/p.md": policy(title="甲区人民政府办公室关于河湖管理的意见"),
        "policies/q.md": policy("甲政发〔2023〕8号", body="见《甲区人民政府办关于河湖管理的意见》（甲政发〔2023〕7号）。"),
        "policies/r.md": policy("甲政发〔2023〕9号", body="见《乙市甲区人民政府办公室关于河湖管理的意见》（甲政发〔2023〕7号）。"),
        "policies/s.md": policy("甲政发〔2023〕10号", body="见《关于河湖管理的意见》（甲政发〔2023〕7号）。"),
        "policies/t.md": policy("甲政发〔2023〕11号", body="见《甲区人民政府办公室、甲区水利局关于河湖管理的意见》（甲政发〔2023〕7号）。"),
    }
    assert column(files).lines("F120") == [
        "policies/q.md:9: 警告 F120 甲政发〔2023〕7号的题名里机关写作“甲区人民政府办”，"
        "policies/p.md:3 却是“甲区人民政府办公室”(核对原文件，写法统一)"
    ]


def test_the_usual_issuer_of_a_document_elsewhere(column: Callable[..., Column]) -> None:
    bodies = [f"见《乙省人民政府{office}关于河湖管理的意见》（乙政发〔2020〕1号）。" for office in ("办公厅", "办", "办公厅")]
    files = {f"policies/{n}.md": policy(f"甲政发〔2023〕{n}号", body=body) for n, body in enumerate(bodies, 1)}
    assert column(files, "名称: 甲\n机关代字: [乙政发]\n").lines("F120") == [
        "policies/2.md:9: 警告 F120 乙政发〔2020〕1号的题名里机关写作“乙省人民政府办”，policies/1.md:9 却是“乙省人民政府办公厅”(核对原文件，写法统一)"
    ]
