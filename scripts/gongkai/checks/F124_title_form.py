"""标题须完整、干净：末尾没有标点，不带文号和文件扩展名，不是占位的字。来源: 党政机关公文处理工作条例第九条；GB/T 9704-2012。

错: 标题: 温鹿政办〔2020〕35号 关于做好政务公开工作的通知。
对: 标题: 关于做好政务公开工作的通知
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.documents import Document, Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_END = re.compile(r"[，。、；：,.;:!！…—-]+$")
_EXTENSION = re.compile(r"\.(?:md|docx?|pdf|wps|ofd|txt|html?)$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:新建|无标题|未命名|标题|测试|试一试|关于的通知|x{2,}|test|untitled|new)(?:文档|文件|文本|页面|标题)?[\s0-9（）()_-]*$", re.IGNORECASE
)
_NUMBER = r"[\u3400-\u9fff]{2,12}[〔［\[（(【][0-9]{4}[〕］\])）】]\s*第?[0-9]{1,5}号"
_LED_BY_NUMBER = re.compile(rf"^[（(]?(?P<number>{_NUMBER})[）)]?[\s：:]*(?=关于|印发|转发|[\u3400-\u9fff]{{2,20}}关于|$)")
_ENDED_BY_NUMBER = re.compile(rf"[（(\s](?P<number>{_NUMBER})[）)]?$")


def check(site: Site) -> Iterator[Finding]:
    """One finding for each thing that is wrong with a title."""
    for document in site.documents():
        if document.title:
            for message, hint in _faults(document):
                yield Finding(document.place("标题"), message, hint)


def _faults(document: Document) -> Iterator[tuple[str, str]]:
    title = document.title
    extension, end = _EXTENSION.search(title), _END.search(title)
    if extension:
        yield f"标题带着文件的扩展名“{extension[0]}”", f"应为“{title[: extension.start()]}”"
    elif end:
        yield f"标题末尾有标点“{end[0]}”", f"应为“{title[: end.start()]}”"
    if _NO_TITLE.match(title):
        yield f"“{title}”不像标题", "写文件的完整标题"
    if not isinstance(document, Policy):
        return
    number = _LED_BY_NUMBER.search(title) or _ENDED_BY_NUMBER.search(title)
    if number:
        yield f"标题里写了文号“{number['number']}”", "文号写在“文号”里，标题里删去"
