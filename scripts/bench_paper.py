"""量一量纸上的样子：打印的政策页、docx（用 LibreOffice 打开）、PDF，照 GB/T 9704 量边距、行、字，文字逐字与源文件比。

用法: python3 scripts/bench.py paper BUILD [--sources SITE] [--only 打印,docx,pdf] [--sample 30]

--sources 是 BUILD 由哪个站点生成的（默认是本仓库），用来取 Markdown 原文；--sample 只量这么多份，从短到长均匀地取，最长的总在内。
打印要 chromium 和 poppler，docx 要 LibreOffice（soffice）和 poppler，PDF 要生成时装了 gongkai[pdf]；没有的写“没有量”。
边距从纸边量到第一行、末一行的行边（行距减去字的一半），只看排满 22 行的面；“从、到”是各份里最小和最大的。
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402
from tests.paper import Measured, can_measure, measured, told  # noqa: E402

from gongkai.typesetting.styles import STYLES  # noqa: E402

_INCH = 25.4
_MARK = re.compile(r"^\s*(?:· |\d+\. )", re.MULTILINE)
_PAGE_NUMBER = re.compile(r"^— ?\d+ ?—$", re.MULTILINE)
_BATCH = 50  # documents that LibreOffice opens at a time
_NOT_MEASURED = "没有量"
_ODF = {
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}  # fmt: skip


def main() -> int:
    """Measure what is asked for and print it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--sources", type=Path, default=ROOT)
    parser.add_argument("--only", default=",".join(_PARTS))
    parser.add_argument("--sample", type=int, default=0)
    arguments = parser.parse_args()
    found = {}
    for name in arguments.only.split(","):
        missing, of_kind = _PARTS[name][1](), [
            file.with_suffix(f".{_PARTS[name][2]}")
            for file in sorted((arguments.build / "policies").glob("*.json"))  # what is withdrawn has none
            if file.with_suffix(f".{_PARTS[name][2]}").is_file()
        ]
        if missing or not of_kind:
            found[name] = {_NOT_MEASURED: f"没有 {missing or _PARTS[name][2]}"}
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            found[name] = _PARTS[name][0](_sample(of_kind, arguments.sample), arguments.sources, Path(folder))
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def _sample(files: Sequence[Path], wanted: int) -> list[Path]:
    """So many, evenly from the shortest to the longest, in the order of their length."""
    by_length = sorted(files, key=lambda file: (file.with_suffix(".json").stat().st_size, file.name))
    if not wanted or len(by_length) <= wanted:
        return by_length
    return [by_length[round(n * (len(by_length) - 1) / (wanted - 1))] for n in range(wanted)]


def printed(pages: Sequence[Path], _sources: Path, folder: Path) -> dict[str, Any]:
    """Policies as Chromium prints them."""
    command = chromium_path()
    assert command
    found = {}
    with Chromium(command, folder / "profile", patience=120) as browser:
        for page in pages:
            browser.open(page.as_uri())
            data = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
            (folder / "p.pdf").write_bytes(base64.b64decode(data))
            found[page.stem] = measured(folder / "p.pdf")
    return _summed(found)


def office(files: Sequence[Path], sources: Path, folder: Path) -> dict[str, Any]:
    """Every .docx opened by LibreOffice: its words beside those of the source, the margins and letters it finds."""
    for start in range(0, len(files), _BATCH):
        some = list(map(str, files[start : start + _BATCH]))
        for kind in ("txt:Text (encoded):UTF8", "fodt", "pdf"):
            told("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind, "--outdir", str(folder), *some)
    texts = {file: (folder / f"{file.stem}.txt").read_text(encoding="utf-8-sig") for file in files}
    margins: Counter[str] = Counter()
    fonts: Counter[str] = Counter()
    wrong = []
    for file in files:
        flat = ElementTree.parse(folder / f"{file.stem}.fodt").getroot()  # noqa: S314 - our own
        margins[_margins(flat)] += 1
        for name, font, size in _letters(flat):
            fonts[f"{name}：{font} {size:g} 磅"] += 1
            wrong += [f"{file.name}：{name}是{font} {size:g} 磅"] if (name, font, size) not in _ASKED else []
    return {
        **_same(texts, sources), "LibreOffice 读出的上、右、下、左边距毫米": dict(margins),
        "各部分的字体字号（份数）": dict(sorted(fonts.items())), "字体字号与要求不同的": wrong,
        "转成 PDF": _summed({file.stem: measured(folder / f"{file.stem}.pdf") for file in files}),
    }  # fmt: skip


_ASKED = {("Standard" if not n else style.name, style.font, float(style.size)) for n, style in enumerate(STYLES)}


def _margins(flat: ElementTree.Element) -> str:
    layout = flat.find(".//style:page-layout", _ODF)
    assert layout is not None
    sides = layout.find("style:page-layout-properties", _ODF)
    foot = layout.find("style:footer-style/style:header-footer-properties", _ODF)
    assert sides is not None and foot is not None
    top, right, bottom, left = (_mm(sides, f"margin-{side}") for side in ("top", "right", "bottom", "left"))
    return "、".join(f"{one:.1f}" for one in (top, right, bottom + _mm(foot, "min-height"), left))


def _mm(properties: ElementTree.Element, name: str) -> float:
    return float(properties.get(f"{{{_ODF['fo']}}}{name}", "0in").removesuffix("in")) * _INCH


def _letters(flat: ElementTree.Element) -> set[tuple[str, str, float]]:
    """Style, font and size of every paragraph that stands in the text."""
    style, fo, text = (f"{{{_ODF[name]}}}" for name in ("style", "fo", "text"))
    parents = {one.get(f"{style}name"): one.get(f"{style}parent-style-name") for one in flat.iterfind("office:automatic-styles/style:style", _ODF)}
    named = {}
    for one in flat.iterfind("office:styles/style:style", _ODF):
        letters = one.find("style:text-properties", _ODF)
        if letters is not None:
            named[one.get(f"{style}name")] = (letters.get(f"{style}font-family-asian"), letters.get(f"{fo}font-size", "0pt"))
    body = flat.find("office:body", _ODF)
    assert body is not None
    used = {one.get(f"{text}style-name") for kind in ("p", "h") for one in body.iter(f"{text}{kind}")}
    found = {parents.get(name, name) for name in used}
    return {(str(name), str(named[name][0]), float(named[name][1].removesuffix("pt"))) for name in found if name in named}


def portable(files: Sequence[Path], sources: Path, _folder: Path) -> dict[str, Any]:
    """Every PDF of a build: its words, its page, its letters, its outline, whether it leads anywhere by itself."""
    from pypdf import PdfReader  # noqa: PLC0415 - an extra

    fonts: Counter[str] = Counter()
    not_embedded, outlines, leading, tagged = [], 0, [], 0
    for file in files:
        for line in told("pdffonts", str(file)).splitlines()[2:]:
            name, embedded = line.split()[0].partition("+")[2] or line.split()[0], line.split()[-5]
            fonts[name] += 1
            not_embedded += [f"{file.name}：{name}"] if embedded != "yes" else []
        content = file.read_bytes()
        reader = PdfReader(file)
        outlines += bool(reader.outline)
        tagged += "Tagged:          yes" in told("pdfinfo", str(file))
        leading += [file.name] if re.search(rb"/(?:URI|Launch|JavaScript|JS|OpenAction|EmbeddedFile)\b", content) else []
    return {
        **_same({file: told("pdftotext", "-raw", "-nopgbrk", str(file), "-") for file in files}, sources), **_summed({file.stem: measured(file) for file in files}),
        "字体（份数）": dict(fonts), "字体没有嵌入的": not_embedded, "有书签的": outlines, "有标签（读屏）的": tagged, "带链接、脚本、附件的": leading,
    }  # fmt: skip


def _same(texts: dict[Path, str], sources: Path) -> dict[str, Any]:
    """Each text beside the data of its page, every sign of it, and beside the Markdown itself, every word of it; and
    nothing before it but the head, nothing after but annexes, state and imprint."""
    markdown = {path.stem: path for path in (sources / "policies").rglob("*.md")}
    differing, words_differing, around = [], [], []
    for file, text in texts.items():
        data = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        whole, body = _bare(text), _bare(data["正文"])
        before, found, after = whole.partition(body)
        if not found:
            differing.append(file.name)
        elif before != _bare("".join((*data.get("发文机关", ())[:3], data.get("文号", ""), data["标题"]))) or not after.startswith(("有效性：", "附件")):
            around.append(file.name)
        if _words(_plain(markdown[file.stem].read_text(encoding="utf-8"))) not in _words(text):
            words_differing.append(file.name)
    return {"份": len(texts), "与网页数据逐字不同的": differing, "与 Markdown 逐词不同的": words_differing, "前后多出或缺少的": around}


def _plain(markdown: str) -> str:
    """A source without front matter, comments and the addresses of its links: what a reader is meant to read."""
    body = re.sub(r"\A\ufeff?---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    body = re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL)
    body = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"图\1", body)
    return unescape(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body))


def _words(text: str) -> str:
    return re.sub(r"[\W_]", "", _PAGE_NUMBER.sub("", text))


def _bare(text: str) -> str:
    """Words without blanks, without the marks that lists are given and the numbers of pages."""
    return re.sub(r"\s", "", _MARK.sub("", _PAGE_NUMBER.sub("", text)))


def _summed(found: dict[str, Measured]) -> dict[str, Any]:
    full = [one for one in found.values() if one.top is not None]
    long = [one for one in found.values() if one.letters]

    def spread(those: Iterable[float | None]) -> str:
        numbers = sorted(one for one in those if one is not None)
        return f"{numbers[0]:g}—{numbers[-1]:g}" if numbers else "没有"

    return {
        "纸": sorted({f"{round(one.width)}×{round(one.height)} 毫米" for one in found.values()}), "面": sum(one.pages for one in found.values()),
        "有排满 22 行的面的": len(full), "上边距毫米": spread(one.top for one in full), "下边距毫米": spread(one.bottom for one in full),
        "左边距毫米": spread(one.left for one in found.values()), "右边距毫米": spread(one.right for one in long),
        "每面最多行": dict(Counter(one.lines for one in full)), "行距磅": dict(Counter(one.pitch for one in full)),
        "满行的字": dict(Counter(one.letters for one in long)),
    }  # fmt: skip


_PARTS = {
    "打印": (printed, lambda: "" if chromium_path() and can_measure() else "chromium 或 poppler", "html"),
    "docx": (office, lambda: "" if shutil.which("soffice") and can_measure() else "LibreOffice 或 poppler", "docx"),
    "pdf": (portable, lambda: "" if can_measure() else "poppler", "pdf"),
}

if __name__ == "__main__":
    sys.exit(main())
