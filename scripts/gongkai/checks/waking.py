"""What wakes a rule: words, signs and shapes, each looked for in a text once for all rules.

- WORDS: some word stands in the text. They are looked for by the rarest character of each.
- SIGNS: some character stands in the text; for characters that are rare in sound Chinese text.
- SHAPES: some row of kinds of characters stands in the text. In the shape of a text each character is one byte: `d` a
  digit, `l` a letter, `p` one of , ; : !, `s` a blank or hyphen, `b` a bracket, `n` a line end, `h` whatever is not ASCII,
  and `?` itself; all of them half-width.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

# The most frequent characters of Chinese statutes and regulations, most frequent first. Any other is rarer than these.
_FREQUENT = (
    " \n，、。：；（）《》“”-0123456789:"
    "的人第条法行和定应十民当规业政理以有管者会关国一部务工设用或门建机市二保生作地不事三发本公产员区其主在经制施对责等合全为动中进实处上物可位资府安单大五院四出及级"
    "提依方由照护要构家权水证监下成体所化通内自他品并期时委年同展查文任标重代得准案开件审议改项加按报日营划组企职表服利收交共违情分款社六请性立办据城检防能境向程取信"
    "县督告新计力相学律个与织活技场决外使治明持例七供予农元申强未运执金源专高质调环罚批入量道度育备省于八过费求教域后正受各反商常负范效目采术接列车九电之是造具确基支"
    "百限指现况诉书面意章推万记协前害村险止息路需统结投置原海济财根科解承起导被修污系放集医乡式到预名平令罪点料措格特知复给数从长将除月益核形口义许认验次间销直增价犯"
    "刑染察养节障排评布消登符严担态房卫土无种围损续完适因总整助司华健偿线测筑林好必参配别算气传网转疗题镇则输控领居约见非属究急际税举变住励创停容优药善补果广校序类履"
    "维河托军更食装流联救额失存包讼绿易纳裁研风示游货危材选达判小病称送劳故户促问移禁辖融旅了清革影船就台付策录园密培征来型警先届我没心器已志鼓身然守识债坚响售该积步"
    "注做废团最多引子航超追回空综众快须庭编灾赔涉矿落手争千康减山视但考少破购侵疫鉴色宣深局训让东港签租试值号升群退享遵低草附遗屋何客还老干普股再站两免突舶占订街拒历"
    "满础留精擅缴至票卖估络师队们撤带驶垃圾族状观燃景植释档史扩继筹比疾江互临载残儿愿象辆招挥稳毒极役率假火券坏册致询说援括论终充纠私烟而份树馆功获押每贸即层也播储席"
    "木模南打断亿奖便固库央字段战另零神天买械图待才近银离倍铁扣难隐周足拆热显真仲岸患驾如女较碍洋饮双嫌界延伤派犬否速命这党震素逾官听疑州湖古纷油习粮森扶授且秘边封恢"
    "异幼简都降均牌绝渔头殊良毁湿紧宗煤避北弃抗邮射独遇困著室死虚换绩副兴捐抵勘印兵址势切畜竞候只首石逐套汇途爆秩艺样纪账殖美宅米散连把版盖献跨辩暂聘述汽惠宜含野访吊"
)
_RANK = {character: rank for rank, character in enumerate(_FREQUENT)}
_KINDS = bytes(
    next((kind for kind, signs in ((b"s", b" -"), (b"p", b",;:!"), (b"b", b"()[]"), (b"n", b"\n"), (b"h", b"?")) if byte in signs), b"x")[0]
    if not chr(byte).isalnum() or byte > 127
    else b"d"[0] if chr(byte).isdigit() else b"l"[0]
    for byte in range(256)
)  # fmt: skip


def shape_of(text: str) -> bytes:
    """One byte for each character; `?` counts as what is not ASCII, which is all that the codec leaves of that."""
    return text.encode("ascii", "replace").translate(_KINDS)


class WordSearch:
    """Finds which of some owners' words stand in a text."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._by_pivot: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        self._pairs: set[str] = set()
        for owner, own in words.items():
            for word in own:
                at = max(range(len(word)), key=lambda i: (_RANK.get(word[i], len(_RANK)), -i))
                self._by_pivot[word[at]].append((at, word, owner))
                self._pairs.add(word[at : at + 2] if at + 1 < len(word) else word[at - 1 : at + 1])
        self._pivots = re.compile("[" + re.escape("".join(self._by_pivot)) + "]") if self._by_pivot else None

    def found(self, text: str) -> list[tuple[int, str, str]]:
        """Offset, word and owner of each word in a text, overlapping ones too."""
        found: list[tuple[int, str, str]] = []
        if not self._pivots:
            return found
        by_pivot, pairs = self._by_pivot, self._pairs
        for match in self._pivots.finditer(text):
            offset = match.start()
            if text[offset : offset + 2] in pairs or text[offset - 1 : offset + 1] in pairs:
                for at, word, owner in by_pivot[text[offset]]:
                    if offset >= at and text.startswith(word, offset - at):
                        found.append((offset - at, word, owner))
        return found


class SignSearch:
    """Finds which of some owners' signs stand in a text."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        self._owners: dict[str, set[str]] = defaultdict(set)
        for owner, own in signs.items():
            for sign in own:
                self._owners[sign].add(owner)
        self._any = re.compile("[" + re.escape("".join(sorted(self._owners))) + "]") if self._owners else None

    def owners(self, text: str) -> set[str]:
        """The owners of the signs that a text has."""
        found: set[str] = set()
        for sign in set(self._any.findall(text)) if self._any else ():
            found |= self._owners[sign]
        return found
