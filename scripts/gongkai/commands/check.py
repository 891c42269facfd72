"""`gongkai check`: the checks alone."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gongkai import commands, pipeline
from gongkai.call import BASELINE
from gongkai.checks import Rule, rules
from gongkai.console import Steps, print_out, print_pieces, tally
from gongkai.fixing import Outcome, Wish, fix
from gongkai.model.problems import CannotBuild, Problem, Severity
from gongkai.reporting.formats import FORMATS
from gongkai.reporting.old_problems import baseline_of, write_baseline
from gongkai.reporting.report import Report, within_repository

SUMMARY = "只检查，不生成"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `check`."""
    parser.add_argument("paths", nargs="*", metavar="路径", help="只看这些文件或目录的问题")
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="输出的格式")
    parser.add_argument("--fail-on", choices=("error", "warning"), default="error", help="到哪一级算不通过")
    parser.add_argument("--jobs", type=int, metavar="N", help="用几个进程")
    parser.add_argument("--list", action="store_true", help="列出全部规则")
    parser.add_argument("--baseline", metavar="文件", help="旧问题的清单，默认是 site.yaml 旁边的 baseline.json")
    parser.add_argument("--online", action="store_true", help="也问一问通向外站的链接还打不打得开；答复记在站点的 .gongkai/ 里，七天内不再问")
    parser.add_argument("--fix", action="store_true", help="改好不用斟酌的：先显示改动，问过再写")
    parser.add_argument("--yes", action="store_true", help="同 --fix 一起用：不问，直接写")
    parser.add_argument("--diff", action="store_true", help="同 --fix 一起用：只显示改动，不写")
    parser.add_argument("--update-baseline", action="store_true", help="从清单里去掉已经改好的")
    parser.add_argument("--accept-new", action="store_true", help="同 --update-baseline 一起用：把现在的新问题也记成旧的")


def run(arguments: argparse.Namespace) -> int:
    """Check; problems go to standard output, the steps to standard error."""
    if arguments.list:
        print_out("".join(f"{rule.id} {rule.severity.word} {rule.demand}{_facts(rule)}\n" for rule in rules()))
        return commands.DONE
    if arguments.accept_new and not arguments.update_baseline:
        raise CannotBuild("--accept-new 要同 --update-baseline 一起用。")
    if (arguments.yes or arguments.diff) and not arguments.fix:
        raise CannotBuild("--yes 和 --diff 要同 --fix 一起用。")
    call = commands.call_of(arguments)
    if arguments.online:
        call = replace(call, online=call.folder / ".gongkai" / "links.json")
    steps = Steps(pipeline.STEPS[:3])
    wanted = [_in_site(path, call.folder) for path in arguments.paths]
    examined = pipeline.check(call, steps)
    if arguments.update_baseline:
        return _update(arguments, call, examined, steps)
    if arguments.fix:
        wish = Wish.SHOW if arguments.diff else Wish.WRITE if arguments.yes else Wish.ASK
        mendable = [p for p in (*examined.problems, *examined.old) if p.mend and _named(p.mend.place.path, wanted)]
        outcome = fix(call.folder, mendable, examined.site.settings, wish, steps)
        if outcome is Outcome.SHOWN:
            return commands.PROBLEMS
        if outcome is Outcome.WRITTEN:
            examined = pipeline.check(call, Steps(pipeline.STEPS[:3]))
    problems = _within(examined.problems, wanted)
    waived = dict(examined.waived)
    failing = Severity(arguments.fail_on)
    report = Report(
        problems=problems, rules=_asked(examined), failing=failing, old=_within(examined.old, wanted),
        waived=[(p, waived[p]) for p in _within(list(waived), wanted)], with_baseline=call.baseline is not None,
        folder=within_repository(call.folder), settings=call.shown_config,
    )  # fmt: skip
    print_pieces(FORMATS[arguments.format](report))
    if wanted:
        steps.say(f"其中所问的路径：{tally(problems)}")
    return commands.PROBLEMS if any(p.severity.rank <= failing.rank for p in problems) else commands.DONE


def _asked(examined: pipeline.Examined) -> tuple[Rule, ...]:
    """The rules that this check has asked: not those that are switched off, nor those that look at finished pages."""
    off = {id for id, severity in examined.site.settings.severities.items() if severity is None}
    found = {problem.id for problem in examined.problems}  # that a document was dropped is told even so
    return tuple(rule for rule in rules() if rule.id in found or not (rule.of_output or rule.id in off))


def _facts(rule: Rule) -> str:
    """What `--list` adds to a rule's demand."""
    facts = [f"来源：{rule.source}"] if rule.source else []
    facts += ["可自动改"] if rule.mends else []
    return f"（{'；'.join(facts)}）" if facts else ""


def _update(arguments: argparse.Namespace, call: pipeline.Call, examined: pipeline.Examined, steps: Steps) -> int:
    """Write the baseline anew: without what is mended, and with what is new only where that was asked for."""
    if arguments.paths:
        raise CannotBuild("--update-baseline 管整个站点，不要写路径。")
    if call.baseline is None and not arguments.accept_new:
        raise CannotBuild("还没有基线。第一次用 gongkai check --update-baseline --accept-new 写出来。")
    path = Path(arguments.baseline) if arguments.baseline else call.folder / BASELINE
    unread = {source.path for source in examined.site.unread}
    accepted = [p for p in examined.problems if p.place.path not in unread] if arguments.accept_new else []
    write_baseline(baseline_of((*examined.old, *accepted)), path)
    steps.say(f"{path}：旧问题 {len(examined.old) + len(accepted)} 个（新记 {len(accepted)}，去掉已改好的 {examined.mended}）")
    return commands.DONE


def _in_site(path: str, folder: Path) -> str:
    """A path as problems name it: from where one stands, else from the site's folder; CannotBuild where it is in neither."""
    root = folder.resolve()
    for candidate in (Path(path), folder / path):
        found = candidate.resolve()
        if found.exists() and found.is_relative_to(root):
            return found.relative_to(root).as_posix()
    raise CannotBuild(f"站点里没有“{path}”。")


def _within(problems: Sequence[Problem], wanted: list[str]) -> list[Problem]:
    """The problems of the wanted paths; all where none is named."""
    return [problem for problem in problems if _named(problem.place.path, wanted)]


def _named(path: str, wanted: list[str]) -> bool:
    return not wanted or any(w in (".", path) or path.startswith(w + "/") for w in wanted)
