"""The one main colour of a site (国办发〔2017〕47号: 一种主色), made legible on light and on dark paper."""

from __future__ import annotations

import colorsys

LIGHT_PAPER, DARK_PAPER = "#ffffff", "#15181c"
_BODY_TEXT = 7.0  # as for text: the colour carries links, which are text

Rgb = tuple[float, float, float]


def colour_sheet(colour: str) -> str:
    """The style sheet that sets the main colour: darkened or lightened only as far as it must be to be read."""
    light = _until(colour, LIGHT_PAPER, darker=True)
    dark = _until(colour, DARK_PAPER, darker=False)
    return (
        f":root {{\n  --main-on-light: {light};\n  --main-tint-on-light: {_mixed(light, LIGHT_PAPER, 0.07)};\n"
        f"  --main-on-dark: {dark};\n  --main-tint-on-dark: {_mixed(dark, DARK_PAPER, 0.12)};\n}}\n"
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1–21, as WCAG 2 computes it."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _until(colour: str, paper: str, darker: bool) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    while contrast(_hex(colorsys.hls_to_rgb(hue, lightness, saturation)), paper) < _BODY_TEXT:
        lightness += -0.01 if darker else 0.01
        if not 0 < lightness < 1:
            return "#000000" if darker else "#ffffff"
    return _hex(colorsys.hls_to_rgb(hue, lightness, saturation))


def _mixed(colour: str, paper: str, share: float) -> str:
    ours, theirs = _rgb(colour), _rgb(paper)
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(ours, theirs, strict=True))
    return _hex((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> Rgb:
    digits = colour.lstrip("#")
    return (int(digits[0:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:6], 16) / 255)


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in rgb)
