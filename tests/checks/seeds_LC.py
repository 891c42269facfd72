"""Three mistakes and more for each rule of the families L and C."""

from __future__ import annotations

from tests.checks.clean_column import APPLY, GUIDE, clean_files
from tests.checks.seeds import Seed, many

FILES = clean_files()
A, B, C, JD, J, SITE = "policies/a.md", "policies/b.md", "policies/c.md", "interpretations/i3.md", "interpretations/i2.md", "site.yaml"
GUIDE_PAGE, APPLY_PAGE = "content/guide.md", "content/apply.md"
LIST, END, ATTACHED, LINK = "解读链接:\n  - i3", "关键词: [河湖, 绿化]", "  - c.csv 名单", "[国务院](https://www.gov.cn/zhengce/)"
PICTURE, DRAWN = "![办理流程：申请、审核、公示](liucheng.svg)", "![图解河湖管理的三条红线](hongxian.svg)"
STATE = "有效性: 有效"
REPEALED = FILES[C].replace("〕3号", "〕4号").replace("-0003", "-0004").replace("/2023-00003", "/2023-00004").replace("解读链接:\n  - i3\n", "")


def attached(rule: str, *files: tuple[str, str | bytes], site: str = "", also: tuple[str, ...] = ()) -> list[Seed]:
    """Seeds of a rule on attachments: each file lies beside a policy that names it."""
    settings = ((SITE, FILES[SITE] + site),) if site else ()
    return [
        Seed(rule, C, ATTACHED, f"{ATTACHED}\n  - {name} 表", at=f"  - {name}", beside=((f"policies/{name}", content), *settings), also=also)
        for name, content in files
    ]


def column(name: str, **changes: str) -> tuple[str, str]:
    """A column line of `site.yaml` with other values."""
    line = next(line for line in FILES[SITE].split("\n") if f"名称: {name}," in line)
    new = line
    for key, value in changes.items():
        old = next(part for part in line.strip(" -{}").split(", ") if part.startswith(f"{key}: "))
        new = new.replace(old, f"{key}: {value}") if value else new.replace(f", {old}", "")
    return line, new


SEEDS = [
    Seed("L101", JD, "  - c\n", "  - 没有这一份\n", at="  - 没有", also=("L102",)),
    *many("L101", C, (LIST, LIST + "\n  - jd-none"), at="jd-none"),
    Seed("L101", C, END, END + "\n废止: 甲政发〔2019〕99号", at="废止"),
    Seed("L101", C, END, END + "\n修改: none-2019", at="修改"),
    Seed("L102", C, "解读链接:\n  - i3\n", "", where=JD, at="  - c"),
    Seed("L102", B, "解读链接:\n  - i2\n", "", where=J, at="  - b"),
    Seed("L102", A, "解读链接:\n  - i1\n", "", where="interpretations/i1.md", at="  - a"),
    *(Seed("L103", C, LIST, f"{LIST}\n  - {name}", at=f"  - {name}") for name in ("i1", "i2", "interpretations/i1.md")),
    Seed("L104", C, END, END + "\n依据: c", at="依据: c"),
    Seed("L104", C, END, END + "\n依据: i1", at="依据"),
    Seed("L104", JD, "  - c\n", "  - c\n  - i1\n", at="  - i1"),
    Seed("L105", JD, "解读阶段: 同步", "解读阶段: 同步\n草稿: true", where=C, at="- i3", also=("L111",)),
    Seed("L105", J, "解读阶段: 同步", "解读阶段: 同步\n草稿: true", where=B, at="- i2", also=("L111",)),
    Seed("L105", C, STATE, STATE + "\n下架日: 2024-01-01", where=JD, at="  - c", also=("T118",)),
    *(Seed("L106", C, ATTACHED, f"{ATTACHED}\n  - {name}", at=f"  - {name}") for name in ("none.csv", "../none.docx 申请表", "C.csv")),
    *many("L107", C, (LINK, "[甲](none.md)"), (LINK, "[甲](a.md#第九条)"), (LINK, "![甲乙](https://www.gov.cn/a.png)"), (LINK, "[甲](../../x.md)")),
    *many("L108", C, (LINK, "[名 单](名 单.csv)"), (LINK, "[甲](javascript:x)"), (LINK, "![图 示](流 程.svg)")),
    Seed("L109", "policies/d.md", "", REPEALED.replace(END, END + "\n废止: c"), where=JD, at="解读对象", also=("L111", "V101")),
    Seed("L109", C, "公开日期: 2023-06-01", "公开日期: 2023-06-01\n有效期至: 2024-12-31", where=JD, at="解读对象", also=("V101",)),
    Seed("L109", C, STATE, "有效性: 失效", where=JD, at="解读对象", also=("V105",)),
    *many("L110", JD, ("解读阶段: 同步", "解读阶段: 草案")),
    Seed("L110", J, "解读阶段: 同步", "解读阶段: 草案"),
    Seed("L110", "interpretations/k.md", "", FILES[JD].replace("解读阶段: 同步", "解读阶段: 施行后").replace("2023-06-02", "2023-05-01"), at="解读阶段", also=("L102", "T105")),
    *(Seed("L111", f"policies/{name}.md", "", REPEALED.replace("停车", name), first=True) for name in ("d", "e", "f")),
    *(Seed("L112", f"interpretations/{name}.md", "", FILES[JD].split("\n\n## ")[0].replace("解读形式: 文字", f"解读形式: {form}").replace("  - c", "  - d") + "\n",
           at="解读形式", also=("L101",)) for name, form in (("k", "图解"), ("l", "视频"), ("m", "动漫"))),
    *many("L113", C, (PICTURE, "![](liucheng.svg)"), (PICTURE, "![图片1](liucheng.svg)"), (PICTURE, "![liucheng.svg](liucheng.svg)")),
    *many("L113", JD, (DRAWN, "![图](hongxian.svg)")),
    *(Seed("L122", C, LINK, f"[甲]({url})") for url in ("https://www.example.com/", "https://gov.cn.example.com/", "//x.example.cn/a")),
    *(Seed("L123", C, LINK, f"[甲]({url})") for url in ("http://10.1.2.3/", "https://192.168.0.1:8443/x", "https://[2001:db8::1]/")),
    *(Seed("L124", C, LINK, f"[甲]({url})") for url in ("http://www.gov.cn/", "http://www.jia.gov.cn/x", "http://WWW.mca.gov.cn/")),
    *(Seed("L121", path, end, f"{end}\n\n附件：{name}", at="附件：") for path, end, name in (
        (GUIDE_PAGE, GUIDE[-8:], "公开目录.doc"), (APPLY_PAGE, APPLY[-6:], "申请表"), ("content/rules/shencha.md", "先审查，后公开。", "1. 审查表.xls"))),
    *attached("L114", ("x.exe", b"MZ"), ("x.bat", "甲"), ("x.lnk", "甲")),
    *attached("L115", ("附|件.csv", "甲"), ("con.csv", "甲"), ("附*件.csv", "甲")),
    *attached("L116", ("x.csv", ""), ("x.pdf", ""), ("x.docx", "")),
    *attached("L117", *((f"{name}.csv", "甲" * 400_000) for name in "xyz"), site="阈值: {附件上限兆字节: 1}\n"),
    *attached("L118", ("x.pdf", b"PK\x03\x04"), ("x.docx", b"<html>"), ("x.png", "甲")),
    *attached("L119", *((f"x.{kind}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") for kind in ("doc", "xls", "wps")), also=("P152",)),
    *(Seed("L120", path, "", "甲", first=True) for path in ("policies/x.csv", "interpretations/x.csv", "content/x.csv")),
    *many("C001", SITE, ("主色: \"#0b4f9c\"", "主色: 蓝"), ("说明: 甲区的政府信息", "说名: 甲区的政府信息"), ("网址: https://www.jia.gov.cn/zfxxgk/", "网址: www.jia.gov.cn")),
    *many("C101", SITE, (column("制度", 目录="none")), (column("内容", 目录="none")), (column("年报", 目录="none"))),
    *(Seed("C102", path, "公开日期: 2023-06-01\n", "", first=True) for path in (GUIDE_PAGE, APPLY_PAGE, "content/rules/shencha.md")),
    *many("C103", SITE, column("指南", 类型="概况信息"), column("制度", 类型="政策解读"), column("年报", 类型="工作动态"), at="栏目:"),
    *many("C104", SITE, *(("名称: 甲区政府信息公开", f"名称: {name}") for name in ("甲区政务公开网", "甲区政府网站", "信息公开"))),
    *(Seed("C105", GUIDE_PAGE, part, "", at="标题") for part in ("办公时间：工作日。", "传真号码：0577-12345679。", "、生成日期")),
    *(Seed("C106", APPLY_PAGE, part, "", at="标题") for part in ("身份证明、", "联系方式；", "希望的形式。")),
    *(Seed("C107", SITE, row, "", at="页脚:") for row in ("  承办单位: 甲区政务中心\n", "  地址: 一路1号\n", "  ICP备案号: 浙ICP备12345678号\n")),
    *many("C108", SITE, ("ICP备案号: 浙ICP备12345678号", "ICP备案号: 12345678"), ("浙公网安备33010602011771号", "33010602011771"),
          ("联系电话: 0577-12345678", "联系电话: 请打总机")),
    Seed("C109", SITE, "政府网站标识码: \"3303020001\"", "政府网站标识码: \"3303020002\""),
    Seed("C109", SITE, "\n网站标识码: \"3303020001\"", "\n网站标识码: \"33030200\"", at="网站标识码: \"33030200\""),
    Seed("C109", SITE, "\n网站标识码: \"3303020001\"", "\n网站标识码: XM00000001", at="网站标识码: XM"),
    *many("C110", SITE, *(("网站域名: www.jia.gov.cn", f"网站域名: {name}") for name in ("http://www.jia.gov.cn/", "甲区政府网", "www.yi.gov.cn"))),
    *many("C111", SITE, column("政策", 说明=""), column("解读", 关键词=""), column("指南", 说明="")),
    Seed("C111", SITE, "网站名称: 甲区人民政府网\n", "", first=True),
    *many("C112", SITE, ("说明: 甲区的政府信息", "说明: \"null\""), ("承办单位: 甲区政务中心", "承办单位: 待定"), column("政策", 说明="暂无")),
    *many("C113", SITE, *(column("政策", 类型=word) for word in ("公文", "规范性文件", "公告"))),
    *(Seed("C114", JD, "\n\n".join(FILES[JD].split("\n\n")[1:7]), text, at="标题") for text in ("河湖办法出台了。", "全文如下。", "请看原文。")),
    Seed("C115", C, "公开日期: 2023-06-01\n", "", at="统一编号"),
    Seed("C115", C, "文号: 甲政发〔2023〕3号\n", "", at="统一编号"),
    Seed("C115", B, "公开日期: 2023-06-01\n", "", at="统一编号"),
]  # fmt: skip
