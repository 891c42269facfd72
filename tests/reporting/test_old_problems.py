"""The baseline: old problems do not count, new ones do, and it only grows when asked to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.commands import main
from gongkai.model.problems import CannotBuild, Place, Problem, Severity
from gongkai.reporting.fingerprints import fingerprint, with_fingerprints
from gongkai.reporting.old_problems import baseline_of, read_baseline, sort_out, write_baseline
from tests.commands.test_build import FILES, make
from tests.conftest import policy

BAD = {**FILES, "policies/2023/p.md": policy("甲政发[2023]7号", more="解读链接: i\n")}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def gongkai(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command here: status, standard output, standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([*map(str, arguments), "--jobs", "1"])
        return (status, *capsys.readouterr())

    return run


def problem(line: int = 3, message: str = "文号写错", path: str = "policies/p.md") -> Problem:
    return Problem(Place(path, line), "F101", Severity.ERROR, message)


def test_a_fingerprint_outlives_lines_and_days() -> None:
    assert fingerprint(problem(3)) == fingerprint(problem(9))
    assert fingerprint(problem(3, "已 35 天没有更新，见 content/a.md:4")) == fingerprint(problem(3, "已 36 天没有更新，见 content/a.md:9"))
    assert fingerprint(problem(3, "“文号”写了两次，第一次在第 3 行")) == fingerprint(problem(3, "“文号”写了两次，第一次在第 5 行"))
    assert len({fingerprint(problem()), fingerprint(problem(message="别的")), fingerprint(problem(path="policies/q.md"))}) == 3
    assert [f.split("-")[1:] for _, f in with_fingerprints([problem(1), problem(2), problem(3)])] == [[], ["2"], ["3"]]


def test_one_more_of_the_same_is_new() -> None:
    baseline = baseline_of([problem(3), problem(4)])
    found = sort_out([problem(1), problem(2), problem(3)], baseline)
    assert (len(found.old), len(found.new), found.mended) == (2, 1, 0)
    assert sort_out([], baseline).mended == 2
    assert sort_out([problem()], baseline, frozenset({"policies/p.md"})).old == ()


def test_the_file_is_sorted_and_says_the_same_when_read(tmp_path: Path) -> None:
    baseline = baseline_of([problem(path="z.md"), problem(path="a.md"), problem(path="a.md")])
    write_baseline(baseline, tmp_path / "b.json")
    text = (tmp_path / "b.json").read_text(encoding="utf-8")
    own = [fingerprint(problem(path=path)) for path in ("a.md", "z.md")]
    assert text == '{"version":1,"problems":{\n"a.md":{"F101":["%s","%s"]},\n"z.md":{"F101":["%s"]}\n}}\n' % (own[0], own[0], own[1])  # noqa: UP031
    assert read_baseline(tmp_path / "b.json").counts == baseline.counts
    assert list(tmp_path.iterdir()) == [tmp_path / "b.json"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version":2,"problems":{}}', '{"version":1,"problems":{"a":{"F":[1]}}}', '{"version":1,"problems":[]}', "[" * 100_000])
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    with pytest.raises(CannotBuild, match="读不出"):
        read_baseline(tmp_path / "b.json")


def test_a_column_with_old_problems_starts_today_and_only_gets_better(tmp_path: Path, gongkai: Run) -> None:
    make(tmp_path, BAD)
    assert gongkai("build", "--site", tmp_path)[0] == 1
    status, _, error = gongkai("check", "--site", tmp_path, "--update-baseline")
    assert (status, error.splitlines()[-1]) == (
        2, "gongkai: 还没有基线。第一次用 gongkai check --update-baseline --accept-new 写出来。"
    )  # fmt: skip
    _, _, error = gongkai("check", "--site", tmp_path, "--update-baseline", "--accept-new")
    assert re.search(r"baseline\.json：旧问题 (\d+) 个（新记 \1，去掉已改好的 0）$", error.strip())
    status, out, error = gongkai("check", "--site", tmp_path)
    assert (status, out) == (0, "")
    assert re.search(r"基线里的旧问题 \d+ 个", error)
    assert gongkai("build", "--site", tmp_path)[0] == 0

    (tmp_path / "policies/2023/draft.md").write_text(policy("甲政发[2023]9号", title="新的"), encoding="utf-8")
    status, out, _ = gongkai("check", "--site", tmp_path)
    assert status == 1
    assert [line.split(":")[0] for line in out.splitlines() if " F101 " in line] == ["policies/2023/draft.md"]
    kept = (tmp_path / "baseline.json").read_text(encoding="utf-8")
    gongkai("check", "--site", tmp_path, "--update-baseline")
    assert (tmp_path / "baseline.json").read_text(encoding="utf-8") == kept

    (tmp_path / "policies/2023/p.md").write_text(policy(more="解读链接: i\n"), encoding="utf-8")
    assert re.search(r"已改好 \d+ 个", gongkai("check", "--site", tmp_path)[2])
    gongkai("check", "--site", tmp_path, "--update-baseline")
    left = json.loads((tmp_path / "baseline.json").read_text(encoding="utf-8"))["problems"]
    assert "F101" not in left.get("policies/2023/p.md", {})


def test_no_baseline_hides_that_a_document_was_dropped(tmp_path: Path, gongkai: Run) -> None:
    make(tmp_path, {**FILES, "policies/q.md": "没有前置信息\n"})
    gongkai("check", "--site", tmp_path, "--update-baseline", "--accept-new")
    assert gongkai("check", "--site", tmp_path)[0] == 1
