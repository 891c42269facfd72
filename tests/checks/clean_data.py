"""The pages with data of the clean column: a catalogue, a decision, proposals, tasks, an annual report."""

from __future__ import annotations

from tests.checks.data_pages import HEADING, REPORT

COLUMNS = """\
  - {名称: 财政, 代码: cz, 法定事项: 20-7, 目录: cz, 类型: 概况信息, 说明: 预算决算, 关键词: 财政}
  - {名称: 许可, 代码: xk, 法定事项: 20-5, 目录: xk, 类型: 概况信息, 说明: 行政许可, 关键词: 许可}
  - {名称: 应急, 代码: yj, 法定事项: 20-12, 目录: yj, 类型: 概况信息, 说明: 应急预案, 关键词: 应急}
  - {名称: 事项, 代码: sx, 目录: sx, 类型: 概况信息, 说明: 事项目录, 关键词: 目录}
  - {名称: 决策, 代码: jc, 目录: jc, 类型: 概况信息, 说明: 重大决策, 关键词: 决策}
"""
PAGE = "---\n标题: {title}\n公开日期: 2026-03-01\n发布机关: 甲区人民政府\n{more}---\n\n{text}\n"
CATALOGUE = HEADING + (
    "预算,内容,依据,20个工作日内,甲区人民政府,■政府网站,cz\n"
    "许可,内容,依据,15个工作日内,甲区人民政府,■政府网站,xk\n"
    "预案,内容,依据,10个工作日内,甲区人民政府,■政府网站,yj\n"
    "公示,内容,依据,及时,甲区人民政府,■公示栏,\n"
)
DECISION = """\
阶段,日期,截止,链接,收到意见,采纳意见,说明
决策目录,2026-01-05,,,,,
决策草案,2026-02-02,,,,,
草案解读,2026-02-02,,,,,
征求意见,2026-02-02,2026-03-10,,,,
采纳情况,2026-03-25,,,40,23,
决策文件,2026-04-20,,a,,,
政策解读,2026-04-20,,i1,,,
"""
PROPOSALS = """\
编号,标题,类别,承办单位,交办日,内容摘要,答复日,答复链接
1号,增设公交站,建议,甲区教育和体育局,2026-03-02,在学校门口设站,2026-04-01,a
2号,延长开馆时间,提案,甲区教育和体育局,2026-03-02,晚上开到九点,2026-04-02,b
3号,增加停车位,提案,甲区教育和体育局,2026-03-02,夜间开放操场,2026-04-03,a
"""
TASKS = """\
任务,目标,牵头单位,第一季度,第二季度,第三季度,状态
新建学校,1所,甲区教育和体育局,开工,主体完工,装修,推进中
改造公园,2个,甲区教育和体育局,开工,完成1个,完成1个,推进中
铺设步道,3条,甲区教育和体育局,完成3条,,,完成
"""
FIGURES = """\
主动公开:
  规章: [0, 0, 0]
申请:
  新收: [5, 2, 0, 0, 0, 0, 7]
  上年结转: [1]
  予以公开: [4, 1]
  总计: [4, 1]
  结转下年: [2, 1]
复议诉讼:
  行政复议: [1, 0, 0, 0, 1]
"""
REPORT_TITLE = "甲区人民政府2025年政府信息公开工作年度报告"


def data_files() -> dict[str, str]:
    """Path → text below `content/`."""
    files = {}
    for path, title, kind, data in (
        ("sx/mulu", "事项目录", "事项目录", CATALOGUE),
        ("jc/fangan", "停车方案", "重大行政决策", DECISION),
        ("jc/jianyi", "建议提案", "建议提案", PROPOSALS),
        ("jc/renwu", "重点任务", "重点任务", TASKS),
    ):
        name = path.rpartition("/")[2]
        more = f"页面类型: {kind}\n数据: {name}.csv\n" + {"sx/mulu": "领域: 义务教育\n", "jc/renwu": "年度: 2026\n"}.get(path, "")
        files[f"content/{path}.md"] = PAGE.format(title=title, more=more, text="说明。")
        files[f"content/{path}.csv"] = data
    for path, title, item in (("cz/yusuan", "预算", "20-7"), ("xk/shixiang", "许可事项", "20-5"), ("yj/yuan", "应急预案", "20-12")):
        files[f"content/{path}.md"] = PAGE.format(title=title, more=f"法定事项: {item}\n", text="内容。")
    more = "页面类型: 年报\n年度: 2025\n数据: 2025.yaml\n"
    files["content/reports/2025.md"] = PAGE.format(title=REPORT_TITLE, more=more, text=REPORT)
    files["content/reports/2025.yaml"] = FIGURES
    return files
