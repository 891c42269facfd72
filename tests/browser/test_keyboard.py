"""Every type of page of the demonstration column by keyboard: Tab goes to every control in the order of the page and out at
its end, and wherever it is, one sees where that is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from .chromium import Chromium
from .every_page import every_address

# The controls that a reader can see, in the order of the page, everything that folds being open; each with its number, and
# how it looks without the focus. Of a group of radio buttons Tab goes to the chosen one.
PREPARE = """(() => {
  const look = one => { const s = getComputedStyle(one);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecorationLine].join(); };
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  const controls = Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex="0"]'))
    .filter(one => one.getClientRects().length && getComputedStyle(one).visibility === 'visible' && !one.disabled && one.tabIndex >= 0 &&
      !(one.type === 'radio' && !one.checked));
  controls.forEach((one, number) => { one.dataset.number = number; one.plain = look(one); });
  const seen = one => {
    const boxes = Array.from(one.getClientRects()).map(box => ({left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth),
      top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight)})).filter(box => box.right - box.left >= 1 && box.bottom - box.top >= 1);
    if (!boxes.length) { return 'outside the window'; }
    const on_top = boxes.some(box => [.5, .1, .9].some(part => {
      const there = document.elementFromPoint(box.left + (box.right - box.left) * part, box.top + (box.bottom - box.top) / 2);
      return there && (one.contains(there) || there.contains(one)); }));
    return on_top ? '' : 'under something else';
  };
  window.passed = [];
  document.addEventListener('keydown', event => {
    const one = document.activeElement;
    if (event.key !== 'Tab' || !one || one === document.body) { return; }
    const style = getComputedStyle(one), faults = [seen(one)];
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) { faults.push('without outline'); }
    if (look(one) === one.plain) { faults.push('looks as without focus'); }
    window.passed.push([one.dataset.number === undefined ? -1 : Number(one.dataset.number), faults.filter(Boolean).join(), one.outerHTML.slice(0, 120)]);
  }, true);
  return controls.map(one => one.outerHTML.slice(0, 120));
})()"""


@pytest.fixture
def addresses(demonstration: Path, city: Path) -> Iterator[dict[str, str]]:
    with every_address(demonstration, city) as found:
        yield found


def prepared(chromium: Chromium, kind: str, address: str) -> list[str]:
    """Open a page; the controls it has. The search page has found something."""
    if kind == "search":
        chromium.open(f"{address}?q={quote('养老')}")
        chromium.wait("document.querySelectorAll('#search-results h3').length > 1 && !document.querySelector('[aria-busy]')")
    else:
        chromium.open(address)
    controls: list[str] = chromium.run(PREPARE)
    return controls


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_goes_to_everything_in_order_and_one_sees_where(chromium: Chromium, addresses: dict[str, str], width: int) -> None:
    chromium.size(width, 900)
    found: dict[str, Any] = {}
    for kind, address in addresses.items():
        controls = prepared(chromium, kind, address)
        assert len(controls) > 10, kind
        chromium.press_tab(len(controls) + 8)
        passed: list[tuple[int, str, str]] = chromium.run("window.passed")
        faults = [f"{fault}: {html}" for _, fault, html in passed if fault]
        order = [number for number, _, _ in passed if number >= 0]
        first = order[: len(controls)]
        if first != list(range(len(controls))):
            faults += [f"never reached: {controls[n]}" for n in sorted(set(range(len(controls))) - set(order))]
            faults += [f"{controls[b]} after {controls[a]}" for a, b in pairwise(first) if b < a]
        if faults:
            found[kind] = faults
    assert found == {}


def test_the_choice_of_colours_by_keyboard(chromium: Chromium, demonstration: Path) -> None:
    chromium.size(390, 900)
    chromium.open((demonstration / "policies" / "2023-laojiu-xiaoqu-gaizao.html").as_uri())
    menu = "document.querySelector('.display')"
    chromium.run(f"{menu}.querySelector('summary').focus()")
    for opened, on in ((True, "Enter"), (False, "Escape"), (True, " ")):
        chromium.press(on)
        assert chromium.run(f"{menu}.open") is opened, on
        assert chromium.run("document.activeElement.tagName") == "SUMMARY"
    chromium.press_tab(1)
    for _ in range(2):
        chromium.press("ArrowDown")
    assert chromium.run(f"{menu}.querySelector('input:checked').value") == "dark"
    assert chromium.run("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 28)"
    chromium.press_tab(1)
    assert chromium.run(f"[{menu}.open, document.activeElement.closest('.breadcrumbs') !== null]") == [False, True], "it covers nothing that follows"
    chromium.run("localStorage.clear()")
