"""Three mistakes and more for each rule of the family F."""

from __future__ import annotations

from tests.checks.clean_column import clean_files
from tests.checks.seeds import Seed, many

A, B, C, JD, GUIDE = "policies/a.md", "policies/b.md", "policies/c.md", "interpretations/i3.md", "content/guide.md"
FILES = clean_files()
NUMBER, UNIFIED, INDEX = "文号: 甲政发〔2023〕3号", "统一编号: ABCD00-2023-0003", "索引号: 330302/2023-00003"
TITLE = "标题: 甲区人民政府关于印发甲区停车管理办法的通知"
ORGAN, GENRE, TOPIC = "发文机关: 甲区人民政府", "文种: 通知", "主题分类: 综合政务\\政务公开"
CITED = "《政府网站发展指引》（国办发〔2017〕47号）"
OWN = "《甲区河湖管理办法》（甲政发〔2023〕1号）"

NEW = FILES[C].replace("解读链接:\n  - i3\n", "").replace(UNIFIED + "\n", "").replace(INDEX + "\n", "")

SEEDS = [
    *(Seed("F001", path, "", FILES[path].encode("gb18030"), at="标题") for path in (C, JD, GUIDE)),
    Seed("F002", "policies/d.md", "", "正文，没有前置信息。\n", first=True),
    Seed("F002", "policies/d.md", "", "---\n标题: 甲\n", first=True),
    Seed("F002", "content/rules/d.md", "", "---\n- 甲\n- 乙\n---\n", at="- 甲"),
    *many("F003", C, (NUMBER, NUMBER.replace(": ", "：")), (ORGAN, ORGAN.replace(": ", ":")), (TOPIC, TOPIC.replace("\\", "/"))),
    *many("F004", C, (GENRE, GENRE + "\n文种: 通知 "), at="文种: 通知 "),
    Seed("F004", JD, "解读阶段: 同步", "解读阶段: 同步\n解读形式: 图解", at="解读形式: 图解"),
    Seed("F004", GUIDE, "发布机关: 甲区人民政府办公室", "发布机关: 甲区人民政府办公室\n标题: 指南", at="标题: 指南"),
    Seed("F005", C, GENRE, "文种: 通知\n文  种: 通知", at="文  种"),
    *many("F005", C, (UNIFIED, UNIFIED + "\n三统一: 是"), at="三统一"),
    Seed("F005", JD, "解读阶段: 同步", "解读阶段: 同步\n解读时间: 2023-06-02", at="解读时间"),
    Seed("F005", GUIDE, "公开日期: 2023-06-01", "公开日期: 2023-06-01\n作者: 甲", at="作者"),
    *many("F006", C, (ORGAN + "\n", ""), (TITLE + "\n", ""), ("有效性: 有效\n", ""), at="---"),
    *many("F007", C, (GENRE, "文种:"), ("关键词: [河湖, 绿化]", "关键词:")),
    Seed("F007", JD, "解读机关: 甲区人民政府办公室", "解读机关:"),
    *(Seed("F008", "content/rules/shencha.md", "", "", moved=f"content/rules/{name}.md", first=True) for name in ("审 查", "a&b", "aux")),
    *many("F101", C, (NUMBER, "文号: 甲政发[2023]3号"), (NUMBER, "文号: 甲政发〔2023〕3"), (NUMBER, "文号: 甲政发〔2023〕第3号"), (NUMBER, "文号: 甲政发〔2023〕03号")),
    *many("F102", C, ("成文日期: 2023-05-29", "成文日期: 2023年5月29日"), ("发文日期: 2023-05-30", "发文日期: 2023/5/30"), ("公开日期: 2023-06-01", "公开日期: 2023.6.1")),
    *many("F103", C, ("有效性: 有效", "有效性: 继续有效")),
    *many("F103", JD, ("解读形式: 文字", "解读形式: 图片"), ("解读阶段: 同步", "解读阶段: 事后")),
    *many("F104", C, (UNIFIED, "统一编号: abcd00-2023-0003"), (UNIFIED, "统一编号: ABCD00－2023－0003"), (UNIFIED, "统一编号: ABCD-2023-3")),
    Seed("F105", C, NUMBER, "文号: 甲政发〔2023〕1号"),
    Seed("F105", B, "文号: 甲政发〔2023〕2号", "文号: 甲政发〔2023〕1号", also=("F110",)),
    Seed("F105", "policies/d.md", "", NEW, at="文号"),
    *(Seed("F106", f"content/{name}.md", "", FILES[GUIDE], first=True) for name in ("index", "search", "lists/a")),
    Seed("F106", "policies/x/c.md", "", NEW.replace("〕3号", "〕4号"), first=True, also=("L102", "L104", "L106", "L107")),
    *many("F107", C, ("成文日期: 2023-05-29", "成文日期: 2023-05-32"), ("成文日期: 2023-05-29", "成文日期: 去年五月"), ("公开日期: 2023-06-01", "公开日期: 2023-13-01")),
    Seed("F108", C, NUMBER, "文号: 甲政发〔2021〕3号"),
    Seed("F108", C, "成文日期: 2023-05-29\n发文日期: 2023-05-30", "成文日期: 2020-05-29\n发文日期: 2020-05-30", at="文号", also=("T101", "V116")),
    Seed("F108", C, NUMBER, "文号: 甲政发〔2025〕3号"),
    *many("F109", C, (ORGAN, "发文机关: 甲区教育和体育局"), (NUMBER, "文号: 甲教发〔2023〕3号"), (NUMBER, "文号: 甲府〔2023〕3号"), at="文号"),
    *many("F110", C, (NUMBER, "文号: 甲政发〔2023〕4号"), (NUMBER, "文号: 甲政发〔2023〕5号"), (NUMBER, "文号: 甲政发〔2023〕6号")),
    *many("F111", C, (UNIFIED, "统一编号: ABCD00-2023-0001"), (UNIFIED, "统一编号: ABCD00-2023-0002")),
    Seed("F111", B, "统一编号: ABCD00-2023-0002", "统一编号: ABCD00-2023-0001"),
    *many("F112", C, *((UNIFIED, f"统一编号: ABCD00-{year}-0003") for year in (2020, 2022, 2024))),
    *many("F113", C, (INDEX, "索引号: 330302/2023-00001"), (INDEX, "索引号: 330302/2023-00002"), also=("F115",)),
    Seed("F113", B, "索引号: 330302/2023-00002", "索引号: 330302/2023-00001", also=("F115",)),
    *many("F114", C, (INDEX, "索引号: 330302—2023—3"), (INDEX, "索引号: 2023-00003"), (INDEX, "索引号: 330302/2023-3"), also=("F115",)),
    *many("F115", C, (INDEX, "索引号: 330302/2023-00009"), (INDEX, "索引号: 330302/2022-00003")),
    Seed("F115", C, INDEX + "\n", "", first=True),
    Seed("F116", C, "有效性: 有效", "有效性: 有效\n草稿: true", at="草稿", also=("L105", "T103")),
    Seed("F116", C, "有效性: 有效", "有效性: 有效\n发布于: 2027-01-01", at="发布于", also=("L105", "T103", "T116")),
    Seed("F116", "build/data/policies.json", "", '{"政策": [{"slug": "z", "url": "policies/z.html", "标题": "甲"}]}', where="policies/z.md", first=True),
    Seed("F116", "build/data/pages.json", "", '{"栏目页面": [{"slug": "rules/z", "url": "rules/z.html", "标题": "甲"}]}', where="content/rules/z.md", first=True),
    *many("F117", C, (GENRE, "文种: 意见"), (GENRE, "文种: 决定"), (GENRE, "文种: 公告")),
    Seed("F118", C, "文种: 通知", "文种: 纪要", also=("F117",)),
    Seed("F118", "policies/d.md", "", NEW.replace(TITLE, "标题: 甲区关于停车的请示").replace(GENRE, "文种: 请示").replace("〕3号", "〕4号"), at="文种"),
    Seed("F118", "policies/d.md", "", NEW.replace(TITLE, "标题: 停车会议纪要").replace(GENRE + "\n", "").replace("〕3号", "〕4号"), first=True),
    *many("F119", C, (CITED, "《政府网站发展指引》（国办发〔2017〕17号）"), (CITED, "《老年人出行服务办法》（国办发〔2017〕47号）"),
          (CITED, "《重大行政决策程序暂行条例》（国务院令第711号）")),
    *many("F120", C, (OWN, "《城市夜景灯光规定》（甲政发〔2023〕1号）"), (OWN, "《城市夜景灯光规定》（甲政发〔2023〕2号）")),
    Seed("F120", B, OWN, "《老年人出行服务规定》（甲政发〔2023〕3号）"),
    *many("F121", C, (TOPIC, "主题分类: 综合政务\\信息公开"), (TOPIC, "主题分类: 政务公开"), (TOPIC, "主题分类: 杂项")),
    *many("F122", C, (GENRE, "文种: 函件"), (GENRE, "文种: 通之"), (GENRE, "文种: 规划")),
    Seed("F123", C, ORGAN, "发文机关: 甲区政府", also=("F109",)),
    Seed("F123", JD, "解读机关: 甲区人民政府办公室", "解读机关: 甲区人民政府办公厅"),
    Seed("F123", GUIDE, "发布机关: 甲区人民政府办公室", "发布机关: 区人民政府办公室"),
    *many("F124", C, (TITLE, TITLE + "。"), (TITLE, TITLE + ".docx"), (TITLE, "标题: 甲政发〔2023〕3号 关于停车的通知")),
]  # fmt: skip
