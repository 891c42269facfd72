"""Characters that should not be there: controls, pinyin debris, mojibake; and 繁体 to 简体 where it is asked for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

_DROPPED = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\ufe00-\ufe0f]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile("[\xa0\u2002-\u200a\u202f\u205f]")
# A PDF often has the sign of a radical where its character is meant: they look the same, and nobody would find the word.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | dict(zip(
    map(ord, "⺁⺄⺈⺊⺌⺍⺎⺒⺓⺛⺜⺝⺟⺠⺧⺩⺫⺬⺮⺶⺷⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳"),
    "厂乙刀卜小小兀巳幺旡日月母民牛王目示竹羊羊臼虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
    strict=True,
))  # fmt: skip
HAN = "\u3400-\u9fff\uf900-\ufaff\u3007"
_HAN = re.compile(f"[{HAN}]")

# 發(fā)布: a tool that shows pinyin left the reading behind the character. One syllable has one tone mark.
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_PINYIN = re.compile(rf"(?<=[{HAN}])[(（]([a-zü]{{0,3}}[{_TONED}][a-zü]{{0,3}})[)）]")
_TONELESS = re.compile(rf"(?<=[{HAN}])[(（](?:de|le|zhe|ge|ma|ne|ba|men|zi|me|yi)[)）]")

# The 180 characters that official texts use most (counted over the real texts): they are two fifths of any of them.
_COMMON = frozenset(
    "的和人国行第法政定关条有民中规一应部务工年管院理机大业会位安单发全案生经法律当者构及主公在以保证产不制地件监为或员责令依实社市级建对委资他自所"
    "财可其设本十二三上由事情施办府出日作据处合用审内时务个项保障方请进请标门按农下等外教四使领本育内技分金量成成果评取决之信是了这要我来到们说"
    "开高环境重新推省区县组织提质度加强化服统计改革关于通知意见"
)
_GARBLED = re.compile("锟斤拷|烫烫烫|屯屯屯|鏀垮簻|鐨勩|銆傚|锛屽|涓浗|鍏紑|浜烘皯|锘縖")
_FOREIGN = re.compile("[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u036f\u0400-\u058f\u0600-\u06ff\u0e00-\u0e7f\uac00-\ud7a3\uff61-\uff9f\ue000-\uf8ff]")
"""Letters of other scripts, accented ones and private ones: what Chinese becomes when it is read as Latin-1 or the like."""


def clean(text: str) -> str:
    """One line without invisible characters; odd blanks become blanks, the ideographic ones stay; radicals become characters."""
    if text.isascii() and text.isprintable():
        return text
    return _BLANKS.sub(" ", _CONTROLS.sub(" ", _DROPPED.sub("", text))).translate(_RADICALS)


def without_pinyin(text: str) -> tuple[str, int]:
    """The text without readings in brackets behind characters, and how many there were."""
    if "(" not in text and "（" not in text:
        return text, 0
    bare, count = _PINYIN.subn("", text)
    if count >= 3:
        bare, more = _TONELESS.subn("", bare)
        count += more
    return bare, count


def is_mojibake(text: str) -> bool:
    """Whether a text was decoded wrongly somewhere on its way, so that nobody can read it.

    Readable Chinese is full of a few common characters; text read in the wrong encoding has next to none of them.
    """
    sample = text[:200_000]
    han = _HAN.findall(sample)
    visible = sum(not c.isspace() for c in sample)
    if sample.count("\ufffd") > max(3, visible / 300):
        return True
    if len(han) >= 30:
        folded = simplified("".join(han))
        common = sum(c in _COMMON for c in folded) / len(folded)
        rare = sum(not c.encode("gb2312", "ignore") for c in folded) / len(folded)
        if common < 0.1 or rare > 0.2 or len(_GARBLED.findall(sample)) > max(2, visible / 200):
            return True
    if visible < 40:
        return False
    return len(_FOREIGN.findall(sample)) > visible / 4 or sample.count("?") > visible / 3


def readability(text: str) -> float:
    """The share of a text's characters that are common in official texts: what tells the right encoding from the wrong."""
    sample = text[:20_000]
    visible = [c for c in sample if not c.isspace()]
    return sum(c in _COMMON or (c.isascii() and c.isalnum()) or c in "，。、《》（）：；" for c in simplified("".join(visible))) / max(1, len(visible))


def simplified(text: str) -> str:
    """繁体 to 简体 by OpenCC's tables, the longest phrase first; characters that have no 简体 stay."""
    characters, phrases = _tables()
    done: list[str] = []
    place = 0
    if text.isascii():
        return text
    while place < len(text):
        if text[place] in phrases:
            own = phrases[text[place]]
            found = next((phrase for phrase in own if text.startswith(phrase, place)), "")
            if found:
                done.append(own[found])
                place += len(found)
                continue
        done.append(characters.get(text[place], text[place]))
        place += 1
    return "".join(done)


def is_traditional(text: str) -> bool:
    """Whether a text is written in 繁体: one character of fifty has another form in 简体."""
    han = "".join(_HAN.findall(text[:100_000]))
    return sum(a != b for a, b in zip(han, simplified(han), strict=True)) > max(3, len(han) / 50) if han else False


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Characters, and phrases by their first character, the longest first; phrases that differ in no character are needed too."""
    characters = {k: v for k, v in _pairs("TSCharacters.txt") if len(k) == len(v) == 1}
    phrases: dict[str, dict[str, str]] = {}
    for traditional, simple in sorted(_pairs("TSPhrases.txt"), key=lambda pair: -len(pair[0])):
        phrases.setdefault(traditional[0], {})[traditional] = simple
    return characters, phrases


def _pairs(name: str) -> list[tuple[str, str]]:
    text = resources.files("opencc").joinpath("dictionary").joinpath(name).read_text("utf-8")
    rows = (line.strip().partition("\t") for line in text.splitlines())
    return [(traditional, simple.split(" ")[0]) for traditional, _, simple in rows if traditional and simple]
