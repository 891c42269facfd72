"""画出每种页面的样子：示范专栏里每种页面最满的一页，宽屏和手机各一张，政策页再加深色、高对比、长者模式和打印的头两面。

用法: .venv/bin/python scripts/screenshots.py        写到 docs/images/pages/ 和 docs/页面.md；要有 chromium，打印的要有 poppler
"""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402
from tests.browser.every_page import build_city, build_demonstration, every_address  # noqa: E402
from tests.paper import told  # noqa: E402

OUTPUT = ROOT / "docs" / "images" / "pages"
QUALITY = 45  # of WebP: letters stay legible, and all pictures together take 2 MB
WIDE, NARROW = (1280, 1000), (390, 900)
SHEET = (595, 842)  # A4 in points
SCALE = 0.75  # of the wide ones
MODES = {"深色": ("gongkai-colours", "dark"), "高对比": ("gongkai-colours", "contrast"), "长者模式": ("gongkai-large", "1")}
_NAMES = {
    "home": "首页", "policy": "政策文件", "interpretation": "政策解读", "list": "列表", "lists-index": "分类浏览", "column": "栏目",
    "standing-page": "栏目里的单篇页面", "organ": "机关", "organs": "全部机关", "register": "文号目录、标题目录", "search": "搜索",
    "sitemap": "网站地图", "not-found": "404", "withdrawn": "已下架", "catalogue": "事项目录", "annual-report": "年度报告",
    "answer": "问答", "chain": "决策、项目的全过程", "cleaning": "清理结果", "directory": "机构职能、领导", "meetings": "会议",
    "proposals": "建议提案", "tasks": "重点任务", "topic": "专题",
    "gazette": "政府公报（示范专栏没有，另用一个市的小专栏画）", "measures": "政策清单", "authorities": "依据目录", "corrections": "更正记录",
}  # fmt: skip


def main() -> None:
    """Draw them all."""
    command = chromium_path()
    if command is None:
        raise SystemExit("没有 chromium，画不了。")
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir(parents=True)
    lines = ["# 每种页面的样子", "", "由 `scripts/screenshots.py` 从示范专栏画出。", ""]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        built, city = build_demonstration(Path(folder) / "a"), build_city(Path(folder) / "b")
        with every_address(built, city) as addresses, Chromium(command, Path(folder) / "profile") as browser:
            for kind, page in addresses.items():
                lines += [f"## {_NAMES.get(kind, kind)}", ""]
                for name, size in (("wide", WIDE), ("narrow", NARROW)):
                    draw(browser, page, OUTPUT / f"{kind}-{name}.webp", size)
                lines += [f"![宽屏](images/pages/{kind}-wide.webp)", f"![手机](images/pages/{kind}-narrow.webp)", ""]
                if kind == "policy":
                    for word, (key, value) in MODES.items():
                        browser.run(f"localStorage.setItem('{key}', '{value}')")
                        draw(browser, page, OUTPUT / f"{kind}-{value if value != '1' else 'large'}.webp", WIDE)
                        browser.run("localStorage.clear()")
                        lines += [f"![{word}](images/pages/{kind}-{value if value != '1' else 'large'}.webp)", ""]
                    for number, sheet in enumerate(printed(browser, page, Path(folder)), 1):
                        draw(browser, sheet.as_uri(), OUTPUT / f"{kind}-print-{number}.webp", SHEET)
                        lines += [f"![打印的第{number}面](images/pages/{kind}-print-{number}.webp)", ""]
    (ROOT / "docs" / "页面.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in OUTPUT.iterdir())
    print(f"{len(list(OUTPUT.iterdir()))} 张，{size / 1024:.0f} KB")


def printed(browser: Chromium, page: str, folder: Path) -> list[Path]:
    """Pictures of the first two sheets of a printed page; none without poppler."""
    if not shutil.which("pdftoppm"):
        return []
    browser.open(page)
    (folder / "p.pdf").write_bytes(base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]))
    told("pdftoppm", "-png", "-r", "72", "-l", "2", str(folder / "p.pdf"), str(folder / "sheet"))
    return sorted(folder.glob("sheet-*.png"))


def draw(browser: Chromium, page: str, target: Path, size: tuple[int, int]) -> None:
    """One picture of what a window shows."""
    browser.size(*size)
    browser.open(page)
    clip = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": SCALE if size == WIDE else 1}
    shot = browser.call("Page.captureScreenshot", format="webp", quality=QUALITY, clip=clip)["data"]
    target.write_bytes(base64.b64decode(shot))


if __name__ == "__main__":
    main()
