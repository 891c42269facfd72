"""Mistakes about validity, each a change of `clean_site` and the line where it must be found."""

from __future__ import annotations

from tests.checks.clean_site import policy
from tests.checks.seeds_T import GUANLI, LVHUA, QINGLI, SHANGYE, SHUKUN, SITE, TRIAL, XIUGAI, Seed, one

OLD = "policies/2019-tingche.md"
SHUBIAN = "policies/2015-shubian.md"
OF_THE_BUREAU = (
    "---\n标题: 关于树边的通知\n文号: 甲教发〔{0}〕1号\n发文机关: 甲区教育局\n发文日期: {0}-03-03\n有效性: 有效\n{1}---\n\n正文。\n"
)

SEEDS = [
    one("V101", "repealed", OLD, "有效性: 废止", "有效性: 有效"),
    one("V101", "lapsed", SHUKUN, "有效性: 失效", "有效性: 有效"),
    one("V101", "amended", LVHUA, "有效性: 已修改", "有效性: 有效"),
    one("V101", "not-yet", SHANGYE, "有效性: 尚未施行", "有效性: 有效"),
    one("V102", "lapsed", XIUGAI, "依据: 甲政发〔2024〕3号", "依据: 甲政发〔2020〕4号"),
    one("V102", "repealed", XIUGAI, "依据: 甲政发〔2024〕3号", "依据: 甲政发〔2019〕5号"),
    one("V102", "by-a-cleaning", XIUGAI, "依据: 甲政发〔2024〕3号", "依据: 甲政发〔2018〕1号"),
    one("V103", "amends-a-later-one", TRIAL, "公开日期: 2023-08-08\n", "公开日期: 2023-08-08\n依据: 甲政发〔2026〕11号\n", "依据"),
    one("V103", "rests-on-a-later-one", LVHUA, "有效性: 已修改\n", "有效性: 已修改\n依据: 甲政发〔2023〕8号\n", "依据"),
    one("V103", "year", QINGLI, "清理截止日", "依据: 甲政发〔2025〕9号\n清理截止日", "依据"),
    *(
        Seed(
            "V104", f"as-old-as-{number}",
            ((path, "---\n\n", f"依据: 甲政发〔{day[:4]}〕10号\n---\n\n"),
             (SHUBIAN, "", policy(f"甲政发〔{day[:4]}〕10号", "关于树边的通知", day, "有效", f"依据: {number}\n有效期至: 2030-12-31\n"))),
            SHUBIAN, "依据:", also=((path, "依据: 甲政发〔"),), besides=("F110", "V112"),
        )
        for path, number, day in (
            (TRIAL, "甲政发〔2023〕8号", "2023-08-01"),
            (GUANLI, "甲政发〔2024〕3号", "2024-03-05"),
            (SHANGYE, "甲政发〔2026〕11号", "2026-11-03"),
        )
    ),
    one("V105", "repealed", LVHUA, "有效性: 已修改", "有效性: 废止"),
    one("V105", "lapsed", TRIAL, "有效性: 有效", "有效性: 失效"),
    Seed("V105", "new", ((SHUBIAN, "", policy("甲政发〔2015〕1号", "关于树边的通知", "2015-03-03", "废止")),), SHUBIAN, "有效性"),
    one("V106", "year", SHANGYE, "有效期至: 2031-12-31", "有效期至: 2021-12-31", besides=("V101",)),
    one("V106", "swapped", TRIAL, "有效期至: 2027-07-31", "有效期至: 2021-07-31", besides=("V101", "V111")),
    one("V106", "day", SHANGYE, "有效期至: 2031-12-31", "有效期至: 2026-12-31"),
    one("V114", "weeks", TRIAL, "有效期至: 2027-07-31", "有效期至: 2026-12-31"),
    one("V114", "days", GUANLI, "有效期至: 2029-03-31", "有效期至: 2026-11-30"),
    one("V114", "the-last-day", TRIAL, "有效期至: 2027-07-31", "有效期至: 2026-11-21"),
    one("V115", "in-brackets", TRIAL, "有效期至: 2027-07-31\n", "", "标题"),
    one("V115", "amended", LVHUA, "绿化管理办法的通知", "绿化管理办法（试行）的通知", "标题"),
    Seed("V115", "new", ((SHUBIAN, "", policy("甲政发〔2026〕10号", "甲区树边管理试行办法", "2026-10-13", "有效")),), SHUBIAN, "标题",
         besides=("F110", "F117")),
    *(
        Seed("V116", f"since-{year}", ((SHUBIAN, "", OF_THE_BUREAU.format(year, more)),), SHUBIAN, "有效性")
        for year, more in (("2015", ""), ("2010", ""), ("2017", "施行日期: 2017-05-01\n"))
    ),
    one("V119", "civil-code", TRIAL, "\n正文。\n", "\n正文。\n\n根据《中华人民共和国物权法》，制定本办法。\n", "物权法"),
    one("V119", "registration", GUANLI, "\n正文。\n", "\n第一条　依照《公司登记管理条例》办理登记。\n", "公司登记管理条例"),
    one("V119", "petitions", XIUGAI, "\n正文。\n", "\n按照《信访条例》答复。\n", "信访条例"),
    *(
        Seed("V120", name, ((SHUBIAN, "", policy("甲政发〔2025〕10号", f"关于印发{title}的通知", "2025-05-14", "有效", body=body)),),
             SHUBIAN, "有效性", besides=("F110",))
        for name, title, body in (
            ("year", "2025年政务公开工作要点", "公布清单。"),
            ("months", "政务公开实施方案", "2025年6月底前完成清单，2025年9月底前公布。"),
            ("aim", "社区服务三年行动计划", "到2025年，建成十个站点。"),
        )
    ),
    Seed("V117", "a-year", ((SITE, "规则参数:\n", "阈值: {清理周期年数: 1}\n规则参数:\n"),), QINGLI, "清理:"),
    Seed("V117", "bureau", ((SHUBIAN, "", OF_THE_BUREAU.format("2023", "清理: [乙局发〔2015〕1号 期满失效]\n")),), SHUBIAN, "清理"),
    Seed("V117", "list-of-its-own", ((SHUBIAN, "", OF_THE_BUREAU.format("2022", "清理目录: a.csv\n")),
                                     ("policies/a.csv", "", "文号,结论\n乙局发〔2015〕1号,废止\n")), SHUBIAN, "清理目录"),
]
