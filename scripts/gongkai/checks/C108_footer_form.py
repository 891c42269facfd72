"""页脚的备案号、电话须合样式。来源: standards §3.3 各地页脚实例（ICP 备案号、十四位公安备案号）；工业和信息化部备案号的写法。

错: 公安备案号: 33010602011771
对: 公安备案号: 浙公网安备33010602011771号
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"
_FORMS = (
    ("ICP", re.compile(r"[\u3400-\u9fff]ICP[备证]\s*(?:B\d-)?\d{6,8}\s*号(?:-\d{1,3})?"), "“浙ICP备12345678号”"),
    ("公安备案", re.compile(r"[\u3400-\u9fff]公网安备\s*\d{14}\s*号"), "“浙公网安备33010602011771号”"),
    ("电话", re.compile(r"(?:0\d{2,3}[-—\s]?)?\d{4}[-\s]?\d{3,4}|(?<!\d)(?:1[012]\d{3}|9[56]\d{3,4})(?!\d)|400[-\s]?\d{3}[-\s]?\d{4}"), "“0577-12345678”"),
)


def check(site: Site) -> Iterator[Finding]:
    """Values that are not what their labels say; the empty ones have a rule of their own."""
    settings = site.settings
    for label, value in settings.footer.rows:
        for word, form, example in _FORMS:
            if word in label and not form.search(value):
                place = Place(settings.path, settings.lines.get(f"页脚/{label}", 1))
                yield Finding(place, f"页脚的“{label}: {value}”不合样式", f"如{example}")
