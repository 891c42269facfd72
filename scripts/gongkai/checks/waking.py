"""What wakes a rule: words, signs and pieces, each looked for in a text once for all rules.

- WORDS: some word stands in the text.
- SIGNS: some character stands in the text; for characters that are rare in sound Chinese text.
- PIECES: an expression (with ^ and $ for a whole piece) matches some piece of the text between characters that are not
  ASCII. A Chinese text has few pieces, and most of them many times.
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
_RANK = {character: rank for rank, character in enumerate(_FREQUENT, 1)}
_PIECE = re.compile("[!-~][ -~]*")


def pieces_of(text: str) -> str:
    """Each different run of ASCII characters, a line each."""
    return "\n".join(set(_PIECE.findall(text)))


class WordSearch:
    """Finds which of some owners' words, of two characters or more, stand in a text.

    Each is looked for by its rarest character and the rarer neighbour of that.
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._by_pair: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        rare, after, before = set(), set(), set()
        for owner, own in words.items():
            for word in own:
                at = max(range(len(word)), key=lambda i: _rank(word[i]))
                rare.add(word[at])
                if at + 1 < len(word) and (at == 0 or _rank(word[at + 1]) >= _rank(word[at - 1])):
                    after.add(word[at + 1])
                else:
                    before.add(word[at - 1])
                    at -= 1
                self._by_pair[word[at : at + 2]].append((at, word, owner))
        pattern = f"{_class(rare)}(?:(?={_class(after)})|(?<={_class(before)}.))"
        self._rare = re.compile(pattern, re.DOTALL) if rare else None

    def found(self, text: str) -> list[tuple[int, str, str]]:
        """Offset, word and owner of each word in a text, overlapping ones too."""
        found: set[tuple[int, str, str]] = set()
        if not self._rare:
            return []
        by_pair = self._by_pair
        for match in self._rare.finditer(text):
            offset = match.start()
            for start in (offset, offset - 1):
                if text[start : start + 2] in by_pair:
                    for at, word, owner in by_pair[text[start : start + 2]]:
                        if start >= at and text.startswith(word, start - at):
                            found.add((start - at, word, owner))
        return sorted(found)


def _class(characters: set[str]) -> str:
    """An expression for one of some characters; for nothing where there are none."""
    return f"[{re.escape(''.join(sorted(characters)))}]" if characters else "(?!)"


def _rank(character: str) -> int:
    return _RANK.get(character, len(_RANK) + 1)


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
