"""The house rules: floors, doors, sizes, names; and that what documents list is what there is."""

from __future__ import annotations

import ast
import re
import runpy
import sys
from functools import cache
from pathlib import Path

import pytest

from gongkai import checks
from gongkai.commands import main
from gongkai.reading import column_tree, settings
from tests.checks.seeds import seeded
from tests.conftest import ROOT

DOCUMENTS = runpy.run_path(str(ROOT / "scripts" / "docs.py"))["PAGES"]
PACKAGE = ROOT / "scripts" / "gongkai"
FLOORS = {
    "model": 1, "reading": 2, "linking": 3, "schemas": 3, "checks": 4, "reporting": 5, "typesetting": 5, "rendering": 6, "auditing": 7, "searching": 7,
    "publishing": 8, "importing": 8, "drafting": 9, "comparing": 9, "founding": 9, "remembering": 9, "making": 10, "console": 9, "workers": 9, "worker_tasks": 9, "call": 9, "examination": 10, "visiting": 9, "pipeline": 10, "fixing": 10, "comparison": 10, "serving": 10, "editing": 10, "commands": 11, "__main__": 12, "__init__": 0, "__version__": 0,
}  # fmt: skip
DOORS: dict[str, str | tuple[str, ...]] = {
    "chinese_calendar": "model/working_days.py",
    "yaml": "reading/entries.py",
    "markdown_it": "reading/body.py",
    "jinja2": ("rendering/templates.py", "rendering/compiling.py"),  # rendering; how templates become Python
    "markupsafe": ("rendering/templates.py", "rendering/compiling.py"),
    "whoosh": "searching/whoosh_reader.py",
    "numpy": ("checks/waking.py", "searching/inversion/"),  # one work each: texts as arrays, postings
    "weasyprint": "typesetting/pdf.py",
    "pypdf": "reading/pdf_text.py",
    "rich": "console.py",
    "watchdog": "serving/watching.py",
    "platformdirs": "remembering/place.py",
    "pickle": "remembering/memory.py",
    "pygls": "editing/protocol/",
    "lsprotocol": "editing/protocol/",
    "concurrent": "workers.py",
    "multiprocessing": "workers.py",
}
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((ROOT / "theme").rglob("*.js"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def floor_of(name: str) -> int:
    first = re.split(r"[/.]", name)[0]
    return FLOORS[first]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module or "")
            if node.module == "gongkai":
                found.update(f"gongkai.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and isinstance(node.args[0], ast.Constant):
            found.add(str(node.args[0].value))  # loaded where it is needed
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_from_its_own_floor_or_below(path: Path) -> None:
    own = floor_of(name_of(path))
    for imported in imports_of(path):
        if imported.startswith("gongkai.") :
            assert floor_of(imported.removeprefix("gongkai.")) <= own, f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("library", DOORS)
def test_each_library_enters_by_one_door(library: str) -> None:
    users = [name_of(path) for path in MODULES if any(i.split(".")[0] == library for i in imports_of(path))]
    doors = {DOORS[library]} if isinstance(DOORS[library], str) else set(DOORS[library])
    assert {user if user in doors else user[: user.rindex("/") + 1] for user in users} == doors


def test_no_library_enters_unlisted() -> None:
    known = set(DOORS) | set(sys.stdlib_module_names) | {"gongkai"}
    used = {i.split(".")[0] for path in MODULES for i in imports_of(path)}
    assert used - known == set()


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, *sorted((ROOT / "tests").rglob("*.py"))], ids=lambda p: p.name)
def test_modules_are_short_and_named_for_what_they_do(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert not re.search(r"utils|helpers?|common|misc|base|manager", path.stem)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_stand_at_the_top(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert not [n for n in ast.walk(node) if isinstance(n, (ast.Import, ast.ImportFrom))], node.name


@pytest.mark.parametrize("rule", checks.rules(), ids=lambda rule: rule.id)
def test_every_rule_says_what_is_wrong_and_what_is_right_and_has_a_test(rule: checks.Rule) -> None:
    assert re.search(r"^错: .", rule.docstring, re.MULTILINE)
    assert re.search(r"^对: .", rule.docstring, re.MULTILINE)
    assert rule.demand.endswith("。")
    assert rule.source, "来源: …… in the docstring says where the rule comes from"
    assert (ROOT / "tests" / "checks" / f"test_{rule.id}_{rule.name.replace('-', '_')}.py").is_file()


@pytest.mark.parametrize("rule", checks.rules(), ids=lambda rule: rule.id)
def test_every_rule_has_three_seeded_mistakes(rule: checks.Rule) -> None:
    assert seeded()[rule.id] >= 3, "tests/checks/seeds_*.py"


def test_ids_of_rules_are_unique() -> None:
    ids = [rule.id for rule in checks.rules()]
    assert len(ids) == len(set(ids))


def test_no_source_names_a_machine_or_a_registry() -> None:
    suspects = re.compile(r"/(?:root|tmp|home/\w+)/|pypi\.org|npmjs\.(?:org|com)|debian\.org")
    for path in (*MODULES, *SCRIPTS, *ROOT.glob("scripts/*.py"), *ROOT.glob("*.md"), *ROOT.glob("*.toml"), *ROOT.glob("*.lock")):
        assert not suspects.search(path.read_text(encoding="utf-8")), path


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for path in (PACKAGE / "commands").glob("[a-z]*.py"):
        assert re.search(rf"^    {path.stem.rstrip('_')} +\S", shown, re.MULTILINE), path.stem


def test_generated_documents_are_as_generated() -> None:
    for path, write in DOCUMENTS.items():
        assert (ROOT / path).read_text(encoding="utf-8") == write(), f"{path}: run scripts/docs.py"


def test_the_settings_document_names_every_key() -> None:
    text = (ROOT / "docs" / "站点设置.md").read_text(encoding="utf-8")
    for key in (*settings.KEYS, *column_tree.COLUMN_KEYS, *column_tree.ORGAN_KEYS):
        assert key in text, key
