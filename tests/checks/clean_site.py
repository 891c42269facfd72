"""A small column in good order, into which tests put one mistake about time or validity at a time."""

from __future__ import annotations

from datetime import date

from tests.checks.clean_column import APPLY, GUIDE

from gongkai.model.site import History

SETTINGS = """\
名称: 甲区政府信息公开
主办单位: 甲区人民政府办公室
网站名称: 甲区人民政府网
网站域名: www.jia.gov.cn
网站标识码: "3303020001"
页脚: {主办单位: 甲区人民政府办公室, 承办单位: 甲区政务中心, 联系电话: 0577-12345678, 政府网站标识码: "3303020001",
  ICP备案号: 浙ICP备12345678号, 公安备案号: 浙公网安备33010602011771号, 地址: 一路1号}
机关:
  - {名称: 甲区人民政府, 代码: qzf, 代字: [甲政发]}
  - {名称: 甲区教育局, 代码: jyj, 代字: [甲教发]}
栏目:
  - {名称: 政策, 代码: zc, 列表: 政策, 类型: 政策文件, 说明: 政策文件, 关键词: 政策}
  - {名称: 解读, 代码: jd, 列表: 解读, 类型: 政策解读, 说明: 政策解读, 关键词: 解读}
  - {名称: 动态, 代码: dt, 目录: dt, 类型: 工作动态, 说明: 工作动态, 关键词: 动态}
  - {名称: 指南, 代码: zn, 页面: guide.md, 类型: 信息公开指南, 说明: 公开指南, 关键词: 指南}
  - {名称: 制度, 代码: zd, 页面: shencha.md, 类型: 信息公开制度, 说明: 公开制度, 关键词: 制度}
  - {名称: 规划, 代码: gh, 目录: gh, 类型: 信息公开目录, 说明: 主动公开, 关键词: 规划, 更新周期: 365}
  - {名称: 年报, 代码: nb, 目录: nb, 类型: 信息公开年报, 说明: 历年年报, 关键词: 年报}
  - {名称: 依申请公开, 代码: sq, 页面: apply.md, 类型: 依申请公开, 说明: 怎样申请, 关键词: 申请}
规则参数:
  须解读的文种: []
  放假: []
  更新周期: [工作动态 14, 政策文件 183]
"""


def policy(number: str, title: str, day: str, validity: str, more: str = "", body: str = "正文。") -> str:
    """A policy of the government, signed and issued on one day."""
    return (
        f"---\n标题: {title}\n文号: {number}\n发文机关: 甲区人民政府\n成文日期: {day}\n发文日期: {day}\n"
        f"有效性: {validity}\n{more}---\n\n{body}\n"
    )


def page(title: str, day: str, text: str = "正文。") -> str:
    """A standing page."""
    return f"---\n标题: {title}\n公开日期: {day}\n---\n\n{text}\n"


CLEANING = """\
公开日期: 2025-05-22
清理截止日: 2025-04-30
清理:
  - 文号: 甲政发〔2024〕3号
    名称: 甲区停车管理办法
    结论: 继续有效
  - 甲政发〔2023〕8号 继续有效
  - 甲政发〔2022〕7号 拟修改
  - 甲政发〔2018〕1号 废止
  - 甲政发〔2020〕4号 期满失效
"""
FILES = {
    "policies/2018-bianmin.md": policy("甲政发〔2018〕1号", "关于便民服务点的通知", "2018-02-06", "废止"),
    "policies/2019-tingche.md": policy("甲政发〔2019〕5号", "关于停车收费的通知", "2019-05-07", "废止"),
    "policies/2020-shukun.md": policy("甲政发〔2020〕4号", "关于纾困措施的通知", "2020-04-07", "失效", "有效期至: 2022-12-31\n"),
    "policies/2021-jiuban.md": policy("甲政发〔2021〕6号", "关于旧版网页的通知", "2021-06-01", "废止", "下架日: 2025-01-01\n"),
    "policies/2022-lvhua.md": policy("甲政发〔2022〕7号", "关于印发甲区绿化管理办法的通知", "2022-07-05", "已修改"),
    "policies/2023-shixing.md": policy(
        "甲政发〔2023〕8号", "关于印发甲区养犬管理办法（试行）的通知", "2023-08-01", "有效", "公开日期: 2023-08-08\n有效期至: 2027-07-31\n"
    ),
    "policies/2024-guanli.md": policy(
        "甲政发〔2024〕3号", "关于印发甲区停车管理办法的通知", "2024-03-05", "有效",
        "公开日期: 2024-03-08 10:00\n施行日期: 2024-04-01\n有效期至: 2029-03-31\n公开时限: 自形成之日起10个工作日内\n解读链接: jd-guanli\n"
        "废止: 甲政发〔2019〕5号\n",
    ),
    "policies/2025-qingli.md": policy(
        "甲政发〔2025〕6号", "关于公布规范性文件清理结果的通知", "2025-05-20", "有效", CLEANING,
        "共清理文件5件。\n\n继续有效2件，拟修改1件。\n\n废止1件，期满失效1件。",
    ),
    "policies/2025-xiugai.md": policy(
        "甲政发〔2025〕9号", "关于修改《甲区绿化管理办法》的通知", "2025-08-05", "有效", "公开日期: 2025-08-06\n修改: 甲政发〔2022〕7号\n依据: 甲政发〔2024〕3号\n"
    ),
    "policies/2026-shangye.md": policy(
        "甲政发〔2026〕11号", "关于商业网点的通知", "2026-11-03", "尚未施行", "公开日期: 2026-11-05\n施行日期: 2027-01-01\n有效期至: 2031-12-31\n"
    ),
    "policies/2026-caogao.md": policy("甲政发〔2026〕12号", "关于起草中的事的通知", "2026-11-17", "有效", "草稿: true\n"),
    "policies/2026-dingshi.md": policy("甲政发〔2026〕13号", "关于定时的事的通知", "2026-11-18", "有效", "公开日期: 2026-12-01\n发布于: 2026-12-01\n"),
    "interpretations/jd-guanli.md": (
        "---\n标题: 文字解读《甲区停车管理办法》\n解读对象: 2024-guanli\n解读形式: 文字\n公开日期: 2024-03-08 11:00\n---\n\n解读。\n"
    ),
    "content/guide.md": page("公开指南", "2023-06-01", GUIDE),
    "content/apply.md": page("依申请公开", "2023-06-01", APPLY),
    "content/shencha.md": page("公开审查制度", "2023-06-01"),
    "content/dt/2026-11.md": page("动态", "2026-11-18"),
    "content/gh/guihua.md": page("规划", "2026-01-20"),
    "content/nb/qzf-2024.md": page("甲区人民政府2024年政府信息公开工作年度报告", "2025-03-20"),
    "content/nb/qzf-2025.md": page("甲区人民政府2025年政府信息公开工作年度报告", "2026-03-20"),
    "content/nb/jyj-2024.md": page("甲区教育局2024年政府信息公开工作年度报告", "2025-01-20"),
    "content/nb/jyj-2025.md": page("甲区教育局2025年政府信息公开工作年度报告", "2026-01-20"),
}
HISTORY = History(dict.fromkeys(FILES, date(2018, 1, 1)))
