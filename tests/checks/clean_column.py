"""A small column without any problem, into which the seeded mistakes are put."""

from __future__ import annotations

import json

from tests.checks.clean_data import COLUMNS, data_files

SETTINGS = """名称: 甲区政府信息公开
主办单位: 甲区人民政府办公室
网站名称: 甲区人民政府网
网站域名: www.jia.gov.cn
网站标识码: "3303020001"
网址: https://www.jia.gov.cn/zfxxgk/
说明: 甲区的政府信息
关键词: 甲区，信息公开
主色: "#0b4f9c"
机关:
  - {名称: 甲区人民政府, 代码: qzf, 代字: [甲政发]}
  - {名称: 甲区人民政府办公室, 代码: qzfb, 代字: [甲政办发]}
  - {名称: 甲区教育和体育局, 代码: jtj, 代字: [甲教发]}
栏目:
  - {名称: 政策, 代码: zc, 列表: 政策, 类型: 政策文件, 说明: 政策文件, 关键词: 政策}
  - {名称: 解读, 代码: jd, 列表: 解读, 类型: 政策解读, 说明: 政策解读, 关键词: 解读}
  - {名称: 指南, 代码: zn, 页面: guide.md, 类型: 信息公开指南, 说明: 公开指南, 关键词: 指南}
  - {名称: 制度, 代码: zd, 目录: rules, 类型: 信息公开制度, 说明: 公开制度, 关键词: 制度}
  - {名称: 内容, 代码: nr, 目录: disclosure, 类型: 信息公开目录, 说明: 主动公开, 关键词: 目录}
  - {名称: 年报, 代码: nb, 目录: reports, 类型: 信息公开年报, 说明: 历年年报, 关键词: 年报}
  - {名称: 依申请公开, 代码: sq, 页面: apply.md, 类型: 依申请公开, 说明: 怎样申请, 关键词: 申请}
""" + COLUMNS + """页脚:
  主办单位: 甲区人民政府办公室
  承办单位: 甲区政务中心
  联系电话: 0577-12345678
  政府网站标识码: "3303020001"
  ICP备案号: 浙ICP备12345678号
  公安备案号: 浙公网安备33010602011771号
  地址: 一路1号
规则参数: {更新周期: []}
"""
POLICY = """---
标题: 甲区人民政府关于印发{title}的通知
文号: 甲政发〔2023〕{n}号
发文机关: 甲区人民政府
成文日期: 2023-05-29
发文日期: 2023-05-30
公开日期: 2023-06-01
有效性: 有效
统一编号: ABCD00-2023-000{n}
索引号: 330302/2023-0000{n}
主题分类: 综合政务\\政务公开
文种: 通知
关键词: [河湖, 绿化]
解读链接:
  - i{n}
附件:
  - {name}.csv 名单
---

各街道：

依照《政府网站发展指引》（国办发〔2017〕47号）和《甲区河湖管理办法》（甲政发〔2023〕1号）执行，见[河湖办法](a.md#第一条)。

第一条　按[名单]({name}.csv)办理，另见[国务院](https://www.gov.cn/zhengce/)。

![办理流程：申请、审核、公示](liucheng.svg)
"""
INTERPRETATION = """---
标题: 文字解读{n}
解读对象:
  - {name}
解读形式: 文字
解读阶段: 同步
公开日期: 2023-06-02
解读机关: 甲区人民政府办公室
---

## 制定背景

为了管好河湖。

## 主要内容和适用对象

全区的河湖都适用。

## 注意事项

不得填埋。

![图解河湖管理的三条红线](hongxian.svg)
"""
PAGE = "---\n标题: {title}\n公开日期: 2023-06-01\n发布机关: 甲区人民政府办公室\n---\n\n{text}\n"
GUIDE = (
    "信息分类、编排体系、获取方式；目录有索引、名称、内容概述、生成日期。\n\n"
    "工作机构：办公室。\n\n办公地址：一路1号。\n\n办公时间：工作日。\n\n联系电话：0577-12345678。\n\n传真号码：0577-12345679。\n\n互联网联系方式：网上信箱。"
)
APPLY = "申请人的姓名或者名称、\n\n身份证明、\n\n联系方式；\n\n信息的文号或者特征；\n\n希望的形式。"
NAMES = {1: ("a", "甲区河湖管理办法"), 2: ("b", "甲区绿化管理办法"), 3: ("c", "甲区停车管理办法")}


def clean_files() -> dict[str, str]:
    """Path → text of the column, `site.yaml` and what was published last among them."""
    files = {"site.yaml": SETTINGS, "policies/liucheng.svg": "<svg/>", "interpretations/hongxian.svg": "<svg/>"}
    records = []
    for n, (name, title) in NAMES.items():
        files[f"policies/{name}.md"] = POLICY.format(n=n, name=name, title=title)
        files[f"policies/{name}.csv"] = "甲,1\n"
        files[f"interpretations/i{n}.md"] = INTERPRETATION.format(n=n, name=name)
        records.append({"slug": name, "url": f"policies/{name}.html", "标题": title, "文号": f"甲政发〔2023〕{n}号", "索引号": f"330302/2023-0000{n}"})
    for path, title, text in (("guide", "公开指南", GUIDE), ("apply", "依申请公开", APPLY), ("rules/shencha", "公开审查制度", "先审查，后公开。"),
                              ("disclosure/guihua", "规划", "规划见政策。")):  # fmt: skip
        files[f"content/{path}.md"] = PAGE.format(title=title, text=text)
    files |= data_files()
    files["build/data/policies.json"] = json.dumps({"政策": records}, ensure_ascii=False)
    return files
