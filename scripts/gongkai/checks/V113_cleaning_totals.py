"""清理公告里说的件数须与目录相符。来源: standards §6.5（反例：总数 288，而 270+28+2=300）。

错: 正文写“继续有效 14 件”，目录里只有 13 行
对: 正文写“继续有效 13 件”
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Cleaning, Links
from gongkai.model.problems import Finding
from gongkai.model.validity import Conclusion

SEVERITY = "warning"

_COUNTED: dict[str, tuple[Conclusion, ...]] = {
    "继续有效": (Conclusion.CONTINUES,),
    "修改": (Conclusion.AMENDED,),
    "予以修改": (Conclusion.AMENDED,),
    "拟修改": (Conclusion.TO_AMEND,),
    "废止": (Conclusion.REPEALED,),
    "予以废止": (Conclusion.REPEALED,),
    "失效": (Conclusion.LAPSED, Conclusion.EXPIRED),
    "宣布失效": (Conclusion.LAPSED,),
    "期满失效": (Conclusion.EXPIRED,),
    "自行失效": (Conclusion.EXPIRED,),
    "": tuple(Conclusion),
}


def check(links: Links) -> Iterator[Finding]:
    """Numbers in the text against the rows; a 继续有效 that counts what is to be amended as well is right too."""
    for slug, cleaning in links.cleanings.items():
        policy = links.policies[slug]
        sums = _sums(cleaning)
        seen = set()
        for stated in policy.stated_counts:
            right = sums[stated.word]
            if stated.count not in right and (stated.line, stated.word) not in seen:
                seen.add((stated.line, stated.word))
                what = f"“{stated.word}”" if stated.word else "清理"
                yield Finding(
                    policy.at(stated.line),
                    f"这里说{what}的文件有 {stated.count} 件，清理目录里是 {right[0]} 件",
                    "核对目录和件数",
                )


def _sums(cleaning: Cleaning) -> dict[str, tuple[int, ...]]:
    totals = cleaning.totals
    sums: dict[str, tuple[int, ...]] = {word: (sum(totals.get(c, 0) for c in conclusions),) for word, conclusions in _COUNTED.items()}
    kept = sums["继续有效"][0]
    sums["继续有效"] = (kept, kept + totals.get(Conclusion.TO_AMEND, 0), sum(n for c, n in totals.items() if c.keeps))
    sums["失效"] = (*sums["失效"], *sums["宣布失效"], *sums["期满失效"])
    return sums
