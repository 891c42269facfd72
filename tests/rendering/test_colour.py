"""A site's own main colour stays legible."""

from __future__ import annotations

import re

import pytest

from gongkai.rendering.colour import DARK_PAPER, LIGHT_PAPER, colour_sheet, contrast


def test_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("colour", ["#0b4f9c", "#ffff00", "#000000", "#ffffff", "#c00000", "#2e8b57", "#7f7f7f"])
def test_legible(colour: str) -> None:
    light, dark = re.findall(r"--main-on-(?:light|dark): (#[0-9a-f]{6});", colour_sheet(colour))
    assert contrast(light, LIGHT_PAPER) >= 7 and contrast(dark, DARK_PAPER) >= 7
    tint, dark_tint = re.findall(r"--main-tint-on-(?:light|dark): (#[0-9a-f]{6});", colour_sheet(colour))
    assert contrast(light, tint) >= 4.5 and contrast(dark, dark_tint) >= 4.5


def test_a_legible_colour_is_left_alone() -> None:
    assert "--main-on-light: #0b4f9c;" in colour_sheet("#0b4f9c")
