"""Reading aloud, with a voice that only notes what it is given: which words, in which voice, pausing, stopping, the button."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ..conftest import interpretation, policy
from .chromium import Chromium
from .pages import build_column

SENTENCE = "各街道、镇人民政府应当逐户核对，并把结果按月公示。"
FILES = {
    "policies/p.md": policy(
        title="甲区养犬管理办法", body=f"第一条　{SENTENCE * 6}\n\n**第二条**　另见第一条。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    ),
    "interpretations/i.md": interpretation("p", title="一图读懂养犬办法", body="养犬要登记。"),
}
# Each utterance goes on until the test calls `ended()`; what the page cancels is told as the browsers tell it.
VOICE = """
window.said = []; window.cancelled = 0;
const voices = %s, listeners = [];
const voice = {
  getVoices: () => voices, speak: one => { window.said.push(one); window.now = one; },
  cancel: () => { window.cancelled += 1; const one = window.now; window.now = null; if (one && one.onerror) { one.onerror({ error: 'canceled' }); } },
  pause: () => { throw new Error('many a phone cannot'); }, resume: () => { throw new Error('many a phone cannot'); },
  addEventListener: (name, heard) => { listeners.push(heard); },
};
window.ended = () => { const one = window.now; window.now = null; one.onend(); };
window.found = more => { voices.push(...more); listeners.forEach(heard => heard()); };
Object.defineProperty(window, 'speechSynthesis', { value: voice });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
MANDARIN = '{lang: "zh-CN", name: "甲", localService: true}'
BUTTON = "document.querySelector('[data-action=speak]')"
PAUSE = "document.querySelector('[data-action=speak] + button')"
SAID = "window.said.map(one => one.text)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("朗读 a"), FILES, "名称: 甲区政府信息公开\n")


@contextmanager
def read(chromium: Chromium, page: Path, voices: str = MANDARIN, script: str = VOICE) -> Iterator[None]:
    """The page with such voices."""
    chromium.errors.clear()
    added = chromium.call("Page.addScriptToEvaluateOnNewDocument", source=script % f"[{voices}]" if "%s" in script else script)["identifier"]
    try:
        chromium.open(page.as_uri())
        yield
    finally:
        chromium.call("Page.removeScriptToEvaluateOnNewDocument", identifier=added)
    assert chromium.errors == []


def test_what_is_said(chromium: Chromium, built: Path) -> None:
    with read(chromium, built / "policies" / "p.html"):
        chromium.run(f"{BUTTON}.click()")
        assert chromium.run(f"[{BUTTON}.textContent, {BUTTON}.getAttribute('aria-pressed'), {PAUSE}.textContent]") == ["停止朗读", "true", "暂停朗读"]
        where = []
        while chromium.run("window.now !== null"):
            where.append(chromium.run("document.querySelector('.spoken').id || document.querySelector('.spoken').className || document.querySelector('.spoken').tagName"))
            chromium.run("window.ended()")
        said = chromium.run(SAID)
        assert said[:2] == ["甲区养犬管理办法", f"第一条　{SENTENCE}"]
        assert said[2:7] == [SENTENCE] * 5 and said[7] == "第二条　另见第一条。", "sentence by sentence, none of them long"
        assert "".join(said[8:]).split() == ["甲", "乙", "1", "2"]
        assert where[:3] == ["spoken", "tiao-1", "tiao-1"], "the title has no address of its own"
        assert chromium.run(f"[{BUTTON}.textContent, {PAUSE}.hidden, document.querySelectorAll('.spoken').length]") == ["朗读", True, 0]


def test_what_is_selected_is_said_alone(chromium: Chromium, built: Path) -> None:
    with read(chromium, built / "policies" / "p.html"):
        chromium.run(f"getSelection().selectAllChildren(document.getElementById('tiao-2')); {BUTTON}.click()")
        chromium.run("window.ended()")
        assert chromium.run(SAID) == ["第二条　另见第一条。"]
        assert chromium.run(f"{BUTTON}.textContent") == "朗读"


def test_a_pause_and_an_end(chromium: Chromium, built: Path) -> None:
    with read(chromium, built / "interpretations" / "i.html"):
        chromium.run(f"{BUTTON}.click(); window.ended(); {PAUSE}.focus(); {PAUSE}.click()")
        assert chromium.run(f"[{PAUSE}.textContent, {BUTTON}.textContent, window.now]") == ["继续朗读", "停止朗读", None]
        assert chromium.run("document.querySelectorAll('.spoken').length") == 1, "one sees where it will go on"
        chromium.run(f"{PAUSE}.click()")
        assert chromium.run(f"[{PAUSE}.textContent, {SAID}]") == ["暂停朗读", ["一图读懂养犬办法", "养犬要登记。", "养犬要登记。"]], "the sentence begins again"
        chromium.run("window.ended()")
        assert chromium.run(f"[{BUTTON}.textContent, {PAUSE}.hidden, document.activeElement === {BUTTON}]") == ["朗读", True, True]
        chromium.run(f"{BUTTON}.click()")
        chromium.run(f"{BUTTON}.click()")
        assert chromium.run(f"[{BUTTON}.textContent, window.now, {PAUSE}.hidden, window.said.length]") == ["朗读", None, True, 4]
        chromium.run(f"{BUTTON}.click(); {PAUSE}.click(); {BUTTON}.click()")
        assert chromium.run(f"[{BUTTON}.textContent, {PAUSE}.hidden]") == ["朗读", True], "stopped within a pause"
        before = chromium.run(f"{BUTTON}.click(), window.cancelled")
        chromium.run("window.dispatchEvent(new Event('pagehide'))")
        assert chromium.run("[window.cancelled, window.now]") == [before + 1, None], "nobody hears a page that is left"


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        ('{lang: "en-US", localService: true}, {lang: "zh-HK", localService: true}, {lang: "zh-TW", name: "乙"}, {lang: "zh_CN", name: "丙"}', "丙"),
        ('{lang: "zh-CN", name: "远"}, {lang: "zh-CN", name: "近", localService: true}', "近"),
        ('{lang: "yue-HK", name: "粤"}, {lang: "en-GB", localService: true}', "粤"),
        ('{lang: "cmn-Hans-CN", name: "普"}, {lang: "zh-TW", name: "台", localService: true}', "普"),
    ],
)
def test_the_voice_is_chinese(chromium: Chromium, built: Path, voices: str, chosen: str) -> None:
    with read(chromium, built / "policies" / "p.html", voices):
        chromium.run(f"{BUTTON}.click()")
        assert chromium.run("[window.now.voice.name, window.now.lang === window.now.voice.lang]") == [chosen, True]


def test_without_a_voice_there_is_no_button(chromium: Chromium, built: Path) -> None:
    shown = f"[{BUTTON}.hidden, document.querySelector('[data-action=print]').hidden]"
    for voices in ("", '{lang: "en-US", localService: true}'):
        with read(chromium, built / "policies" / "p.html", voices):
            assert chromium.run(shown) == [True, False], voices
            chromium.run(f"window.found([{MANDARIN}])")
            assert chromium.run(shown) == [False, False], "some browsers find their voices late"
    with read(chromium, built / "policies" / "p.html", script="Object.defineProperty(window, 'speechSynthesis', { value: undefined });"):
        assert chromium.run(shown) == [True, False]
