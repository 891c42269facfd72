"""“试行”的文件宜写明有效期。来源: 通行做法，未查证（一般不超过 2 年）；不需要的站点在“级别”里关闭。

错: 标题: ……办法（试行），没有“有效期至”
对: 标题: ……办法（试行），有效期至: 2028-05-31
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding

SEVERITY = "info"

_TRIAL = re.compile(r"[（(〔]试行[）)〕]|试行(?:办法|规定|细则|方案|意见|条例|规则)|(?:办法|规定|细则|方案|意见|规则)试行")


def check(links: Links) -> Iterator[Finding]:
    """Policies in force that call themselves 试行 and have no last day; those that only speak of others' 试行 do not."""
    for slug, policy in links.policies.items():
        found = _TRIAL.search(policy.title)
        if found and policy.in_force_until is None and links.standings[slug].state.binding and _own(policy.title, found.start()):
            yield Finding(policy.place("标题"), "标题里有“试行”，没有写“有效期至”", "写明有效期，或在清理时确认它继续有效")


def _own(title: str, at: int) -> bool:
    """Whether what is on trial is the document's own: not one that it repeals, amends, forwards or explains."""
    return not re.search(r"废止|修改|失效|停止执行|清理|转发|批复|答复|复函|解释", title[:at])
