"""常引文件的题名和文号须相配。来源: 中国政府网公开的文件目录（名单见 reading/known_documents.yaml）；standards §9.5 的实例。

错: 《政府网站发展指引》（国办发〔2017〕17号）
对: 《政府网站发展指引》（国办发〔2017〕47号）
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.linking.names import bare_title, same_title
from gongkai.linking.titled_numbers import TitledNumber
from gongkai.model.document_number import DocumentNumber
from gongkai.model.problems import Finding
from gongkai.reading.known_documents import known_documents

SEVERITY = "warning"


def check(titled: Iterable[TitledNumber]) -> Iterator[Finding]:
    """Pairs whose title is a known one of another number, or whose number is a known one of another title."""
    by_number: dict[DocumentNumber, tuple[str, ...]] = {}
    by_title: dict[str, list[DocumentNumber]] = defaultdict(list)
    for known in known_documents():
        by_number[known.number] = known.titles
        for title in known.titles:
            by_title[bare_title(title)].append(known.number)
    for pair in titled:
        yield from _judge(pair, by_number.get(pair.number, ()), by_title.get(bare_title(pair.title), []))


def _judge(pair: TitledNumber, titles: tuple[str, ...], numbers: list[DocumentNumber]) -> Iterator[Finding]:
    if numbers and pair.number not in numbers:
        if pair.number.form and not titles:
            return  # a revision of a regulation has a 令 of its own
        right = "或".join(map(str, numbers))
        yield Finding(pair.place, f"《{pair.title}》的文号写作“{pair.number}”", f"应为“{right}”")
    elif titles and not any(same_title(pair.title, title) for title in titles):
        yield Finding(pair.place, f"{pair.number}的题名写作《{pair.title}》", f"这个文号是《{titles[-1]}》的，核对题名和文号")
