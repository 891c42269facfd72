"""网站标识码须是十位，页脚和 <meta> 里的须一致。来源: 国办发〔2017〕47号；样式见 standards §3.2（未查证，只警告）。

错: 网站标识码: 33030200；页脚写的又是另一个
对: 网站标识码: "3303020001"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"
_FORM = re.compile(r"[0-9]{10}|bm[0-9]{8}|[NCA][0-9]{9}")


def check(site: Site) -> Iterator[Finding]:
    """A code of another form, and a foot that says another one."""
    settings = site.settings
    code = settings.site_code
    if code and not _FORM.fullmatch(code):
        place = Place(settings.path, settings.lines.get("网站标识码", 1))
        yield Finding(place, f"网站标识码“{code}”不合样式", "十位数字，或 bm 加八位数字；核对网站底部的标识码")
    for label, value in settings.footer.rows:
        if "标识码" in label and code and code not in re.findall(r"[A-Za-z0-9]+", value):
            place = Place(settings.path, settings.lines.get(f"页脚/{label}", 1))
            yield Finding(place, f"页脚的标识码“{value}”与“网站标识码: {code}”不一致", "两处写同一个")
