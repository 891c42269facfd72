"""发文机关须写规范的全称，与 site.yaml 里的一字不差。来源: GB/T 9704-2012（发文机关全称或规范化简称）；47号文（名称规范）。

错: 发文机关: 温鹿区住房与城乡建设局
对: 发文机关: 温鹿区住房和城乡建设局
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from gongkai.model.documents import Interpretation, Page, Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_ALIKE = 0.88
"""Share of equal characters from which a name is taken for a misspelt one; 教育局 and 体育局 of one district are below."""


def check(site: Site) -> Iterator[Finding]:
    """Names that are nearly one of the site's organs, or one of them cut short."""
    known = [organ.name for organ in site.settings.organs]
    judged: dict[str, str] = {}
    for document in site.documents():
        if not isinstance(document, (Policy, Interpretation, Page)):
            continue
        key = {"policy": "发文机关", "interpretation": "解读机关", "page": "发布机关"}[document.KIND]
        for name in document.organs:
            if name not in judged:
                judged[name] = _meant(name, known)
            if judged[name]:
                yield Finding(document.place(key), f"{key}“{name}”与登记的机关名称不一致", f"应为“{judged[name]}”")


def _meant(name: str, known: Iterable[str]) -> str:
    if name in known or len(name) < 3:
        return ""
    for organ in known:
        shorter = organ.endswith(name) or organ.replace("人民", "") == name
        alike = len(name) > 5 and not organ.startswith(name) and not name.startswith(organ)
        if shorter or (alike and SequenceMatcher(None, organ, name).ratio() >= _ALIKE):
            return organ
    return ""
