"""axe-core finds nothing on any type of page of the demonstration column, shown on a phone. (A file of its own, as are the other
widths: a file is what one processor works at.)"""

from __future__ import annotations

from pathlib import Path

from . import axe
from .chromium import Chromium
from .every_page import every_address


@axe.needed
def test_axe_finds_nothing(reader: Chromium, demonstration: Path, city: Path) -> None:
    with every_address(demonstration, city) as addresses:
        assert axe.on_every_page(reader, addresses, 390) == {}
