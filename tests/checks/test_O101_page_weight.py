"""Rule O101: what it finds and what it leaves alone."""

from __future__ import annotations

import random

from tests.checks.pages import lines, page

LOADED = '<script src="../assets/a.js"></script><link rel="stylesheet" media="print" href="../assets/b.css"><link rel="icon" href="../assets/i.svg">'
WEIGHTS = {"assets/a.js": 40_000, "assets/b.css": 50_000, "assets/i.svg": 900_000, "assets/unused.js": 900_000}


def test_a_page_with_what_it_loads() -> None:
    assert lines("O101", page(head=LOADED, weights=WEIGHTS, most=80)) == [
        "policies/p.html:1: 网页连同样式、脚本压缩后有 90 KB，超过 80 KB(把长文拆成正文和附件，或调高上限)"
    ]
    assert lines("O101", page(head=LOADED, weights=WEIGHTS, most=95)) == []


def test_a_long_text_counts_as_it_is_sent() -> None:
    assert lines("O101", page("甲乙丙丁" * 50_000, most=80)) == []
    noise = "".join(random.Random(1).choices([chr(c) for c in range(0x4E00, 0x9FA5)], k=50_000))
    found = lines("O101", page(noise, most=80))
    assert len(found) == 1
    assert "超过 80 KB" in found[0]
