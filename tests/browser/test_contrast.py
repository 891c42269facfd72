"""Every pair of letters and ground that a page shows, computed in the browser: every type of page, all colours, on paper too."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from gongkai.rendering.colour import contrast

from .chromium import Chromium
from .every_page import every_address

BODY, TEXT = 7.0, 4.5
# [colour of the letters, colour behind them, whether it is running text, the letters] of everything that is drawn, with what
# style sheets put before and after it and what stands in empty fields; each pair once.
PAIRS = """(() => {
  const found = new Map();
  const ground = one => { for (; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    if (style.backgroundImage !== 'none') { return style.backgroundImage; }
    if (style.backgroundColor !== 'rgba(0, 0, 0, 0)') { return style.backgroundColor; } }
    return 'rgb(255, 255, 255)'; };
  const add = (colour, one, words, running) => {
    const pair = [colour, ground(one), running];
    if (!found.has(pair.join())) { found.set(pair.join(), [...pair, words.trim().slice(0, 20)]); } };
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  document.querySelectorAll('body, body *').forEach(one => {
    const style = getComputedStyle(one);
    if (!one.getClientRects().length || style.visibility !== 'visible') { return; }
    const own = Array.from(one.childNodes).filter(node => node.nodeType === 3).map(node => node.data).join('');
    if (own.trim()) { add(one.namespaceURI.endsWith('svg') ? style.fill : style.color, one, own, !!one.closest('.text p')); }
    for (const part of ['::before', '::after', '::marker', '::placeholder']) {
      const drawn = getComputedStyle(one, part), words = part === '::placeholder' ? one.placeholder || '' : drawn.content.replace(/^"|"$/g, '');
      if (words.trim() && !['none', 'normal'].includes(words)) { add(drawn.color, one, words, false); } } });
  return Array.from(found.values());
})()"""
CHOOSE = "document.querySelector('.display input[value={}]').click()"
MODES = {
    "light": CHOOSE.format("light"), "dark": CHOOSE.format("dark"), "contrast": CHOOSE.format("contrast"),
    "large": CHOOSE.format("light") + ", document.querySelector('[data-action=large]').click()",
}  # fmt: skip


def hexed(colour: str) -> str:
    """`rgb(1, 2, 3)` as `#010203`; nothing is let through that lets something shine through."""
    numbers = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour)
    assert numbers, colour
    return "#" + "".join(f"{int(number):02x}" for number in numbers.groups())


def test_all_letters_stand_out_from_their_ground(chromium: Chromium, demonstration: Path, city: Path) -> None:
    faint, pairs = [], set()
    with every_address(demonstration, city) as addresses:
        for kind, address in addresses.items():
            chromium.open(f"{address}?q={quote('养老')}" if kind == "search" else address)
            if kind == "search":
                chromium.wait("document.querySelectorAll('#search-results h3').length > 1 && !document.querySelector('[aria-busy]')")
            for mode in (*MODES, "print"):
                if mode == "print":
                    chromium.call("Emulation.setEmulatedMedia", media="print")
                else:
                    chromium.run(MODES[mode])
                for letters, ground, running, words in chromium.run(PAIRS):
                    pairs.add((mode, letters, ground))
                    had = contrast(hexed(letters), hexed(ground))
                    if had < (BODY if running or mode == "contrast" else TEXT):
                        faint.append(f"{kind}, {mode}: {letters} on {ground} is {had:.2f} ({words})")
            chromium.call("Emulation.setEmulatedMedia", media="")
            chromium.run("localStorage.clear()")
    assert faint == []
    seen = Counter(mode for mode, _, _ in pairs)
    least = {"light": 20, "dark": 20, "contrast": 6, "large": 20, "print": 2}
    assert {mode: seen[mode] for mode in least if seen[mode] < least[mode]} == {}, "it looked at less than there is"
