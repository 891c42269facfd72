"""The days on which laws were repealed, against the texts that repealed them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from gongkai.checks.repealed_laws import LAWS

ELSEWHERE = {"国家公务员暂行条例", "食品卫生法", "营业税暂行条例", "信访条例"}
"""What repealed them is not among the texts, or names them in other words."""
CODE = {"民法典": "民法典 附则", "环境保护税法": "环境保护税法实施条例"}
"""Where the sentence stands, if not in the successor itself."""
IN_FORCE = re.compile("自([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日起施行|自公布之日起施行")
ISSUED = re.compile("^发文日期: (.*)$", re.MULTILINE)


def test_each_day_is_that_of_the_law_that_took_its_place(corpus: Path) -> None:
    texts: dict[str, list[str]] = {}
    for path in (corpus / "site" / "policies").glob("*.md"):
        with path.open(encoding="utf-8") as file:
            title = re.search("标题: (?:中华人民共和国)?(.*)", file.read(400))
        texts.setdefault(title[1] if title else "", []).append(str(path))
    told = {}
    for name, law in LAWS.items():
        for path in texts.get(CODE.get(law.successor, law.successor), ()):
            text = Path(path).read_text(encoding="utf-8")
            if re.search(f"《(?:中华人民共和国)?{name}》[^。]*同时废止", text):
                day, issued = list(IN_FORCE.finditer(text))[-1], ISSUED.search(text)
                given = date(*map(int, day.groups())).isoformat() if day[1] else issued[1] if issued else ""
                told[name] = min(given, told.get(name, given))
    assert told == {name: law.since for name, law in LAWS.items() if name not in ELSEWHERE}
