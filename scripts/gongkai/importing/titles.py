"""Titles: the lines they were broken into put together, the best of several, and what a title says of its document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_GENRES = (
    "通知|意见|决定|公告|通告|通报|报告|请示|批复|议案|复函|函|纪要|命令|决议|公报|办法|规定|规则|细则|条例|方案|规划|计划|要点|纲要|目录|清单|指南|标准|规范|解读|答复|答记者问"
    "|名单|制度|程序|预案|章程|措施|政策|说明|名录|指引|导则|工作安排|安排|任务分工|问答|图解|规程|准则|解释|倡议书|公约|令|须知|大纲|实施要求|提示"
)
_ENDS = re.compile(rf"(?:{_GENRES})(?:[（(](?:试行|暂行|修订|修订稿|征求意见稿|草案|送审稿|\d{{4}}年.{{0,8}}|20\d\d.{{0,6}}版?|[一二三四五六七八九十]+)[）)])*[》〉]?$")
_PERSON = re.compile(r"^(?:[\u3400-\u9fff]{0,12})?(?:市长|省长|区长|县长|州长|主席|主任|代市长|代省长|代区长|代县长|镇长|乡长|院长|检察长)[\s　]+[\u3400-\u9fff·]{1,4}(?:[\s　][\u3400-\u9fff]{1,2})?$")
_CUT = re.compile(r"(?:\.{3,}|…+)$")
_WHOLE = re.compile(r"^《([^《》]+(?:《[^《》]*》[^《》]*)*)》$")
_VERSION = re.compile(r"^[（(](?:试行|暂行|修订|修订版|修订稿|征求意见稿|草案|送审稿|\d{4}年.{0,8})[）)]$")
_BLANK = re.compile(r"[\s　]+")
_GENRE_OF = re.compile(r"(决议|决定|命令|公报|公告|通告|意见|通知|通报|批复|议案|函|纪要)(?:[（(][^（）()]*[）)])?$")


def title_of(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The title that lines of a head make ("" where they make none), and what else they say."""
    groups: list[str] = []
    open_group = False
    for line in lines:
        if _PERSON.match(line):
            groups.append(line)
            open_group = False
            continue
        if groups and _VERSION.match(line):
            groups[-1] += line
            continue
        if open_group and not _same(groups[-1], line):
            groups[-1] = _together(groups[-1], line)
        elif groups and _BLANK.sub("", groups[-1]) == _BLANK.sub("", line):
            continue
        else:
            groups.append(line)
        open_group = not _ENDS.search(groups[-1]) and not _CUT.search(groups[-1]) and _open(groups[-1])
    titles = [tidy_title(group) for group in groups]
    fitting = [t for t in titles if 3 < len(t) <= 150 and not _PERSON.match(t) and not _CUT.search(t)]
    best = max(fitting, key=lambda t: (bool(_ENDS.search(t)), fitting.index(t) if _ENDS.search(t) else -fitting.index(t)), default="")
    rest = [t for t in titles if t != best and not (best and _says_the_same(t, best))]
    return best, rest


def tidy_title(text: str) -> str:
    """A title without the blanks that spread or broke its lines; blanks stay where both sides are no 汉字 or names part."""
    bare = text.strip("　 \t")
    bare = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef“”\d])[\s　]+(?=[\u3000-\u9fff\uff00-\uffef“”\d])", "", bare)
    bare = re.sub(r"(?<=[\u3400-\u9fff])[\s　]+(?=[A-Za-z])|(?<=[A-Za-z])[\s　]+(?=[\u3400-\u9fff])", "", bare)
    whole = _WHOLE.match(bare)
    return whole[1] if whole and _ENDS.search(whole[1]) and "解读" not in bare else bare


def genre_of(title: str) -> str:
    """The 文种 that a title ends with; "" where it ends with none of the fifteen (党政机关公文处理工作条例 §8)."""
    match = _GENRE_OF.search(title)
    return match[1] if match else ""


def ends_as_title(line: str) -> bool:
    """Whether a line ends as titles do."""
    return bool(_ENDS.search(line))


def _open(group: str) -> bool:
    return len(group) < 150


def _together(first: str, second: str) -> str:
    between = " " if re.search("[A-Za-z]$", first) and re.match("[A-Za-z]", second) else ""
    return first.rstrip("　 ") + between + second.lstrip("　 ")


def _same(one: str, other: str) -> bool:
    a, b = _BLANK.sub("", one), _BLANK.sub("", other)
    return a == b or (len(a) > 12 and (a in b or b in a))


def _says_the_same(one: str, best: str) -> bool:
    a, b = (re.sub(r"[\s　《》〈〉“”…\.]", "", text) for text in (one, best))
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() > 0.6
