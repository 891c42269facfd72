"""Whether a document is a policy, an interpretation of one, or neither; and what an interpretation says of itself."""

from __future__ import annotations

import re

from gongkai.importing.blocks import Block, Doubt

_INTERPRETS = re.compile(r"解读|答记者问|一图读懂|一图看懂|图解|政策问答|热点问答|有关问题问答|问答$|解答$|起草说明|编制说明|新闻发布会")
_ASKS = re.compile(r"^(?:问|记者|Q\d*)[\s　]*[:：]")
_NEWS = re.compile(r"召开|举行|举办|开展(?!.{0,20}(?:通知|意见|方案))|调研|会见|出席|慰问|启动|走进|开幕|闭幕|揭牌|动员会|座谈会|研讨会")
_BUDGET = re.compile(r"(?:部门|单位)?(?:预算|决算)(?:和.{2,12})?(?:公开|信息公开|说明|报告|情况|的公示)?$|预决算")
_POLICY = re.compile(r"(?:通知|意见|决定|公告|通告|通报|批复|复函|函|办法|规定|规则|细则|条例|方案|规划|计划|要点|纲要|工作报告|命令|决议|令|目录|清单|措施|章程|预案|答复)(?:[（(][^（）()]*[）)])*$")
_NAMED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_ABBREVIATED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》(?:（[^（）]{2,30}）)?[（(](?:以下|下称|以下统)?简?称")
_BY = re.compile(r"^(?:解读机关|解读单位|解读部门)[\s　]*[:：][\s　]*(\S.{1,40})$")
_SPEAKER = re.compile(r"^(?:解读人|解读人员|政策解读人)[\s　]*[:：][\s　]*(\S.{1,40})$")
_TELEPHONE = re.compile(r"^(?:联系电话|咨询电话|联系方式|政策咨询电话)[\s　]*[:：][\s　]*([\d（）()\-－—、,，转 ]{7,60})$")


def kind_of(title: str, numbered: bool, body: list[Block]) -> str:
    """“policy”, “interpretation” or “other”: by the number, the title's words, questions and answers in the text."""
    if numbered and not re.search("解读|答记者问|一图读懂", title):
        return "policy"
    if _INTERPRETS.search(title) and not re.search(r"关于.{0,30}(?:做好|加强|印发|开展|规范).{0,30}解读.{0,20}(?:通知|意见|办法|方案)", title):
        return "interpretation"
    texts = [block.text for block in body[:40]]
    if sum(bool(_ASKS.match(text)) for text in texts) >= 2:
        return "interpretation"
    if _BUDGET.search(title) and not re.search("通知|意见|批复|办法", title):
        return "other"
    if _POLICY.search(title):
        return "policy"
    if title and _NEWS.search(title):
        return "other"
    return "policy"


def facts_of_interpretation(title: str, body: list[Block], front: dict[str, str | list[str]], doubts: list[Doubt]) -> dict[str, str | list[str]]:
    """解读对象, 解读形式, 解读机关, 解读人, 联系电话 as far as the text says them."""
    facts: dict[str, str | list[str]] = {}
    opening = "".join(block.text for block in body[:3])
    named = _NAMED.search(title) or _ABBREVIATED.search(opening) or _NAMED.search(opening)
    if named:
        facts["解读对象"] = [f"《{named[1]}》"]
        doubts.append(Doubt("解读对象", "按题名认出，请核对是哪一份文件，最好写上文号"))
    facts["解读形式"] = _form(title, body)
    if front.get("发文机关"):
        facts["解读机关"] = front["发文机关"]
    for block in [*body[:6], *body[-12:]]:
        for key, form in (("解读机关", _BY), ("解读人", _SPEAKER), ("联系电话", _TELEPHONE)):
            match = form.match(block.text)
            if match:
                facts[key] = match[1].strip()
    return facts


def _form(title: str, body: list[Block]) -> str:
    for word, form in (("发布会", "发布会"), ("答记者问", "问答"), ("问答", "问答"), ("专家", "专家"), ("图解", "图解"), ("一图", "图解"), ("漫", "动漫"), ("视频", "视频")):
        if word in title:
            return form
    if sum(bool(_ASKS.match(block.text)) for block in body) >= 2:
        return "问答"
    letters = sum(len(block.text) for block in body)
    return "图解" if letters < 60 and any(block.picture for block in body) else "文字"
