"""What wakes a rule, looked for in a text once for all rules; the one door of the checks to NumPy.

- WORDS: some word, of two characters or more, stands in the text.
- SIGNS: some character stands in the text; for characters that are rare in sound Chinese text.
- PAIRS: of some kind of sign, given as (opening, closing), not as many close as open.
- THREES: some 汉字 stands in the text three times in a row.
- REPEATS: some line of LONG_LINE characters or more stands in the text twice.
- PIECES: an expression (with ^ and $ for a whole piece) matches some piece of the text between characters that are not
  ASCII. A Chinese text has few pieces, and most of them many times.

A text is an array of UTF-16 codes. Of each word its rarest two neighbours are looked for: every such pair belongs to one
of 32 groups, each character has a bit for the groups whose pairs it begins and one for those it ends, and where two
neighbours share a group there may be a pair. That is three passes over the array, however many words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

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
_FREQUENT_PAIRS = frozenset(
    ["政府", "责任", "代表", "规划", "信息", "登记", "中华", "合同", "检查", "处罚", "文件", "改革", "档案", "必须", "资料", "健康", "旅游", "监察", "信访", "奖励", "住房", "物品", "侵权", "秘密", "授权", "继承", "食品", "城市", "使用", "材料", "支持", "补助", "位置", "保存"]
)
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
LONG_LINE = 40
_MOST_PIECES = 20_000  # that are remembered: memory must not grow with the number of texts
_CODES = 0x10000
_GROUPS = 32
_SIGN = 255
_ASCII = np.full(_CODES, 0x0A, np.uint8)
_ASCII[0x20:0x7F] = range(0x20, 0x7F)

Codes = npt.NDArray[np.intp]


def codes_of(text: str) -> Codes:
    """The codes of a text, one for each character; those beyond the first plane, which no rule looks for, as U+FFFE."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(codes) != len(text):
        codes = np.frombuffer(_BEYOND.sub("\ufffe", text).encode("utf-16-le", "surrogatepass"), np.uint16)
    return codes.astype(np.intp)


def pieces_of(codes: Codes) -> set[str]:
    """Each different run of ASCII characters."""
    signs = _ASCII.take(codes, mode="clip")
    other = signs == 0x0A
    between = other[1:] & other[:-1]  # of what stands between two pieces one line end is enough
    pieces = (signs[:1].tobytes() + signs[1:][~between].tobytes()).decode("ascii")
    return {piece.lstrip(" ") for piece in set(pieces.split("\n"))} - {""}


def has_repeated_line(text: str) -> bool:
    """Whether a line of LONG_LINE characters or more stands twice."""
    lines = [line for line in text.split("\n") if len(line) >= LONG_LINE]
    return len(set(lines)) < len(lines)


def has_three(codes: Codes) -> bool:
    """Whether a 汉字 stands three times in a row."""
    same = codes[1:] == codes[:-1]
    rows = codes[:-2][same[1:] & same[:-1]]
    return bool(((rows >= 0x4E00) & (rows <= 0x9FFF)).any())


class WordSearch:
    """Finds which of some owners' words stand in a text."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._by_pair: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for owner, own in words.items():
            for word in own:
                at = min(range(len(word) - 1), key=lambda i: _share(word[i : i + 2]))
                self._by_pair[word[at : at + 2]].append((at, word, owner))
        self._begins, self._ends = (np.zeros(_CODES, np.uint32) for _ in range(2))
        for bit, (begins, ends) in enumerate(_grouped(self._by_pair)):
            for table, characters in ((self._begins, begins), (self._ends, ends)):
                table[[ord(character) for character in characters]] |= np.uint32(1 << bit)

    def found(self, text: str, codes: Codes | None = None) -> list[tuple[int, str, str]]:
        """Offset, word and owner of each word in a text, overlapping ones too."""
        codes = codes_of(text) if codes is None else codes
        found: list[tuple[int, str, str]] = []
        # Every code is in the tables; `clip` only spares looking whether it is. Places of True are found faster than of numbers.
        shared = self._begins.take(codes[:-1], mode="clip") & self._ends.take(codes[1:], mode="clip")
        for start in np.flatnonzero(shared != 0).tolist():
            for at, word, owner in self._by_pair.get(text[start : start + 2], ()):
                if start >= at and text.startswith(word, start - at):
                    found.append((start - at, word, owner))
        return found


class PieceSearch:
    """Finds whose expressions match some piece of a text. Texts have most of their pieces in common: each is tried once."""

    def __init__(self, expressions: Mapping[str, str]) -> None:
        self._expressions = [(re.compile(expression), owner) for owner, expression in expressions.items() if expression]
        self._owners: dict[str, tuple[str, ...]] = {}

    def owners(self, codes: Codes) -> set[str]:
        """The owners of the expressions that match."""
        found: set[str] = set()
        for piece in pieces_of(codes):
            owners = self._owners.get(piece)
            if owners is None:
                owners = tuple(owner for expression, owner in self._expressions if expression.search(piece))
                if len(self._owners) < _MOST_PIECES and len(piece) < LONG_LINE:
                    self._owners[piece] = owners
            if owners:
                found.update(owners)
        return found


class SignSearch:
    """Finds which of some owners' signs stand in a text, and whose pairs of signs are not in balance."""

    def __init__(self, signs: Mapping[str, str], pairs: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        self._owners: dict[str, set[str]] = defaultdict(set)
        self._pairs: list[tuple[list[int], list[int], str]] = []
        self._kinds: npt.NDArray[Any] = np.zeros(_CODES, np.uint8)
        for owner, own in signs.items():
            for sign in own:
                self._owners[sign].add(owner)
                self._kinds[ord(sign)] = _SIGN
        self._counted = "".join(dict.fromkeys(sign for own in pairs.values() for pair in own for side in pair for sign in side))
        for number, sign in enumerate(self._counted, 1):
            self._kinds[ord(sign)] = number
        for owner, sides in pairs.items():
            for opening, closing in sides:
                self._pairs.append(([self._counted.index(s) + 1 for s in opening], [self._counted.index(s) + 1 for s in closing], owner))

    def owners(self, text: str, codes: Codes | None = None) -> set[str]:
        """The owners of the signs that a text has, and of the pairs out of balance."""
        codes = codes_of(text) if codes is None else codes
        kinds = self._kinds.take(codes, mode="clip")
        places = np.flatnonzero(kinds != 0)
        counts = np.bincount(kinds[places], minlength=_SIGN + 1).tolist()
        count = counts.__getitem__
        found = {owner for opening, closing, owner in self._pairs if sum(map(count, opening)) != sum(map(count, closing))}
        present = {sign for number, sign in enumerate(self._counted, 1) if counts[number]}
        if counts[_SIGN]:
            rising = np.sort(codes[places[kinds[places] == _SIGN]])  # numpy.unique would load half of NumPy for it
            present |= set(map(chr, rising[np.flatnonzero(np.diff(rising, prepend=0))].tolist()))
        for sign in present:
            found |= self._owners.get(sign, set())
        return found


def _grouped(pairs: Iterable[str]) -> list[tuple[set[str], set[str]]]:
    """The characters that begin and that end the pairs of each group; each pair goes where it lets the fewest others in."""
    groups: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in range(_GROUPS)]
    sums = [(0.0, 0.0)] * _GROUPS
    for pair in sorted(pairs, key=lambda pair: (-_share(pair), pair)):
        first, second = _share(pair[0]), _share(pair[1])

        def added(group: int, pair: str = pair, first: float = first, second: float = second) -> float:
            begins, ends = sums[group]
            return (begins + first * (pair[0] not in groups[group][0])) * (ends + second * (pair[1] not in groups[group][1])) - begins * ends

        best = min(range(_GROUPS), key=added)
        groups[best][0].add(pair[0])
        groups[best][1].add(pair[1])
        sums[best] = (sum(map(_share, groups[best][0])), sum(map(_share, groups[best][1])))
    return groups


def _share(characters: str) -> float:
    """About how frequent one character is, or two neighbours are, as it were by chance; words that all documents use, more."""
    share = 1.0
    for character in characters:
        share /= _RANK.get(character, len(_RANK)) + 20
    return 1.0 if characters in _FREQUENT_PAIRS else share
