"""The defects known in the five source documents (seed-features §G) are all found when they are imported as pages.

What the importer mends by itself (a body twice, readings after characters, broken lines) is in its report; what it leaves
is found by a rule. Pasted as they are, without the importer, the rules find those too.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands.here import gongkai
from tests.conftest import ROOT

GONGSHU, YUHANG, HUNNAN, HUZHOU, LUCHENG = "000", "001", "002", "003", "004"
COMPLETED = {
    YUHANG: "标题: 余杭区推进基层政务公开标准化规范化工作实施方案\n发文机关: 杭州市余杭区人民政府办公室\n",
    HUZHOU: "标题: 2022年湖州市政务公开工作要点\n",
}
"""What the import asks an editor for, besides the day and the state."""
IMPORT, RULE, PASTED = "import", "rule", "pasted"
DEFECTS = [
    ("G1 正文重复", GONGSHU, IMPORT, "正文：正文重复了一遍，删去了后一遍的 29 段"),
    ("G1 正文重复", GONGSHU, PASTED, "P141 从这里起，正文又重复了一遍"),
    ("G2 没有有效性", GONGSHU, IMPORT, "有效性：原文里没有，这一项必填"),
    ("G2 没有有效性", HUNNAN, IMPORT, "有效性：原文里没有，这一项必填"),
    ("G2 没有有效性", YUHANG, IMPORT, "有效性：原文里没有，这一项必填"),
    ("G2 没有标题", YUHANG, IMPORT, "标题：原文里没有找到标题"),
    ("G2 没有日期", YUHANG, IMPORT, "发文日期：原文里没有，这一项必填"),
    ("G3 网页的时钟", HUNNAN, IMPORT, "“2021/8/16 上午9:31:36 星期一”像是网页上的时钟，没有当作日期"),
    ("G3 网页的时钟", HUNNAN, PASTED, "P140 留着网页的残余“2021/8/16 上午9:31:36 星期一”"),
    ("G4 信息框的空值", HUZHOU, IMPORT, "信息框：“公开时限”“文号”一栏是空的"),
    ("G5 注音", HUZHOU, IMPORT, "正文：删去了 636 处夹在字后面的拼音注音"),
    ("G5 注音", HUZHOU, PASTED, "P135 "),
    ("G5 繁体", HUZHOU, IMPORT, "正文：是繁体字；要转成简体，加上 --simplify 重新导入"),
    ("G5 繁体", HUZHOU, RULE, "P134 整篇用的是繁体字（2189 个）"),
    ("G6 英文连接词", LUCHENG, IMPORT, "正文：“则 and 标”中间夹着英文"),
    ("G6 英文连接词", LUCHENG, RULE, "P136 中文里夹着英文“and”"),
    ("G7 括号混用", LUCHENG, RULE, "P133 “区委宣传部〈区新闻办〉”用了尖括号"),
    ("G7 括号混用", LUCHENG, RULE, "P133 “政府办公室〔区大数据发展管理局〕”用了六角括号"),
    ("G8 半角标点", LUCHENG, RULE, "P131 “平台体系,实现全市”里用了半角标点"),
    ("G8 半角标点", YUHANG, RULE, "P131 “有关要求,全面推进”里用了半角标点"),
    ("G8 句中断行", LUCHENG, IMPORT, "正文：接上了 7 处折断的行"),
    ("G8 句中断行", YUHANG, IMPORT, "正文：接上了 1 处折断的行"),
    ("G9 附件没有链接", YUHANG, RULE, "L106 附件“余杭区推进基层政务公开标准化规范化任务分工和进度安排.doc”不存在"),
    ("G10 机关两样", GONGSHU, RULE, "F120 浙政办发〔2020〕16号的题名里机关写作“浙江省人民政府办”，"),
    ("G11 繁简不一", HUZHOU, RULE, "P134 整篇用的是繁体字"),
    ("G12 时限过了", YUHANG, RULE, "V120 文中的时限都已过去"),
    ("G12 时限过了", LUCHENG, RULE, "V120 文中的时限都已过去（最晚的是“2020年底前”）"),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[str]]:
    """(how, document) → what was said: by the import, by the rules, by the rules of the text pasted as it is."""
    seeds = ROOT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("没有五份原始文件（../shared/seeds），跳过用它们的测试")
    site = tmp_path_factory.mktemp("seeds")
    (site / "site.yaml").write_text("名称: 政府信息公开\n", encoding="utf-8")
    told = gongkai("import", "--site", site, *sorted(seeds.glob("*.txt"))).stderr
    said: dict[tuple[str, str], list[str]] = {}
    document = ""
    for line in told.splitlines():
        named = re.search(r"(\d{3})_\w+\.txt: 写成", line)
        document = named[1] if named else document
        said.setdefault((IMPORT, document), []).append(line.strip())
    for path in sorted((site / "policies").glob("*.md")):
        complete(path, COMPLETED.get(path.name[:3], ""))
    for path in seeds.glob("*.txt"):
        pasted = f"---\n标题: 原文\n公开日期: 2024-07-26\n---\n\n{path.read_text(encoding='utf-8')}"
        (site / "content").mkdir(exist_ok=True)
        (site / "content" / f"{path.stem}.md").write_text(pasted, encoding="utf-8")
    for line in gongkai("check", "--site", site, "--jobs", "1", "--today", "2026-11-21").stdout.splitlines():
        shown = re.match(r"(policies|content)/(\d{3})_\w+\.md:\d+: \S+ (.*)", line)
        if shown:
            said.setdefault((RULE if shown[1] == "policies" else PASTED, shown[2]), []).append(shown[3])
    return said


def complete(path: Path, more: str) -> None:
    """Write what the import asks for, as an editor would."""
    text = path.read_text(encoding="utf-8")
    for key, value in (("发文日期", "2020-05-06"), ("有效性", "有效")):
        more += "" if f"\n{key}:" in text else f"{key}: {value}\n"
    path.write_text(text.replace("---\n", f"---\n{more}", 1), encoding="utf-8")


@pytest.mark.parametrize(("defect", "document", "how", "words"), DEFECTS, ids=[f"{d[0]}-{d[1]}-{d[2]}" for d in DEFECTS])
def test_a_known_defect_is_found(found: dict[tuple[str, str], list[str]], defect: str, document: str, how: str, words: str) -> None:
    assert [line for line in found[how, document] if words in line], f"{defect}: {found[how, document]}"
