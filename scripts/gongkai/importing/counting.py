"""How automatic numbers are written: the formats of ECMA-376 §17.18.59 that offices use."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
          (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_COUNTED = frozenset(
    ["chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "koreanCounting", "ideographLegalTraditional"]
)


def numeral(value: int, form: str) -> str:
    """The number `value` in a format of numbering.xml; decimal where the format is not known."""
    if form in ("none", "bullet") or value < 0:
        return ""
    if form in _COUNTED:
        return counted(value)
    if form in ("chineseLegalSimplified", "japaneseLegal"):
        return counted(value, _LEGAL, ("", "拾", "佰", "仟"), whole=True)
    if form in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))
    if form == "ideographTraditional":
        return _STEMS[value - 1] if 1 <= value <= 10 else str(value)
    if form == "ideographZodiac":
        return _BRANCHES[value - 1] if 1 <= value <= 12 else str(value)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"):
        return _enclosed(value)
    if form == "decimalEnclosedParen":
        return chr(0x2473 + value) if 1 <= value <= 20 else f"({value})"
    if form == "decimalEnclosedFullstop":
        return chr(0x2487 + value) if 1 <= value <= 20 else f"{value}."
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFF10 + int(digit)) for digit in str(value))
    if form == "decimalZero":
        return f"{value:02d}"
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (value - 1) % 26) * min(10, (value - 1) // 26 + 1) if value else ""
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman if form == "upperRoman" else roman.lower()
    return str(value)


def counted(value: int, digits: str = _DIGITS, units: tuple[str, ...] = ("", "十", "百", "千"), whole: bool = False) -> str:
    """一百零三, 十二 (with `whole` 壹拾贰); from ten thousand on in Arabic digits."""
    if value == 0:
        return digits[0]
    if value >= 10_000:
        return str(value)
    text = ""
    gap = False
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if not digit:
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[digit] + units[place]
        gap = False
    return text[1:] if not whole and 10 <= value < 20 else text


def _enclosed(value: int) -> str:
    if 1 <= value <= 20:
        return chr(0x245F + value)
    if 21 <= value <= 35:
        return chr(0x3251 + value - 21)
    return chr(0x32B1 + value - 36) if 36 <= value <= 50 else f"({value})"


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text
