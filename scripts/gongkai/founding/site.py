"""The files of a new site, and writing them where nothing is in the way.

What they say lies in `skeleton/`, without the dots that would have packers and editors take it for their own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from gongkai import __version__
from gongkai.importing.writing import scalar
from gongkai.model.problems import CannotBuild
from gongkai.reading.settings import settings_of
from gongkai.rendering.pinyin import initial
from gongkai.schemas.files import FOLDER, schema_files

_SKELETON = Path(__file__).parent / "skeleton"
_LEVELS = (
    (re.compile(r"(?:街道办事处|镇人民政府|乡人民政府)$"), "乡镇街道"),
    (re.compile(r"(?:人民政府|人民政府办公室|管理委员会|管委会)$"), "县级政府"),
)
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|/$|\.lock$))[A-Za-z0-9][\w./-]*")
_PIPELINES = {
    "github": {".github/workflows/gongkai.yml": "ci/github.yml"},
    "gitlab": {".gitlab-ci.yml": "ci/gitlab.yml"},
    "gitee": {".workflow/gongkai-pr.yml": "ci/gitee-pr.yml", ".workflow/gongkai.yml": "ci/gitee.yml"},
}
PIPELINES = tuple(_PIPELINES)


@dataclass(frozen=True, slots=True)
class Founding:
    """What is known of a new site. `organ`, `issuer` may be ""; `source` is where gongkai is installed from, "" its index."""

    name: str
    organ: str
    issuer: str
    branch: str
    source: str
    pipelines: tuple[str, ...]
    today: date


def files(founding: Founding) -> dict[str, str]:
    """Path below the site → text of each file; CannotBuild where something given will not do."""
    for value in (founding.name, founding.organ, founding.issuer):
        if not value.isprintable() or "«" in value:
            raise CannotBuild(f"“{value}”里有不能写进设置的字符。")
    if not _BRANCH.fullmatch(founding.branch):
        raise CannotBuild(f"“{founding.branch}”不是分支的名称，如 main。")
    year = founding.today.year
    places = {
        "site.yaml": "site.yaml",
        "content/guide.md": "content/guide.md",
        "content/application.md": "content/application.md",
        "content/rules/gongkai-shencha.md": "content/rule.md",
        f"content/annual-reports/{year - 1}.md": "content/report.md",
        "content/disclosure/jigou-zhineng.md": "content/disclosure.md",
        f"policies/{year}/shili.md": "policy.md",
        "interpretations/jd-shili.md": "interpretation.md",
        "theme/README.txt": "theme.txt",
        ".gitignore": "gitignore",
        ".gitattributes": "gitattributes",
        ".githooks/pre-commit": "ci/pre-commit.sh",
        ".pre-commit-config.yaml": "ci/pre-commit.yaml",
        ".vscode/settings.json": "vscode/settings.json",
        ".vscode/extensions.json": "vscode/extensions.json",
        "README.md": "README.md",
    }
    for pipeline in founding.pipelines:
        places |= _PIPELINES[pipeline]
    words = _words(founding)
    made = {path: _filled((_SKELETON / name).read_text(encoding="utf-8"), words, path) for path, name in places.items()}
    made["requirements.txt"] = requirements(founding.source)
    schemas = schema_files(settings_of(made["site.yaml"].encode("utf-8")))
    return made | {f"{FOLDER}/{name}": text for name, text in schemas.items()}


def requirements(source: str) -> str:
    """The `requirements.txt` that pipelines and people install from: an index, a Git address, a wheel, or a folder of wheels."""
    head = "# 流水线和每个人都从这里安装 gongkai。要升级，改这里的版本，提交。\n"
    if not source:
        return f"{head}gongkai=={__version__}\n"
    if re.search(r"[\s«]", source) or re.search(r"//[^/]*:[^/]*@", source):
        raise CannotBuild(f"--from “{source}”里不能有空白，也不能有用户名和密码：它会写进仓库。")
    if "://" in source:
        if source.startswith("file:"):
            raise CannotBuild("--from 不能是这台机器上的路径，流水线里没有它。把轮子放进站点的一个文件夹，写 --from 文件夹名。")
        is_git = source.startswith("git+") or not source.partition("#")[0].endswith((".whl", ".tar.gz", ".zip"))
        return f"{head}gongkai @ {'' if source.startswith('git+') or not is_git else 'git+'}{source}\n"
    parts = PurePosixPath(source.replace("\\", "/")).parts
    if not parts or ".." in parts or parts[0] == "/" or ":" in source or source.startswith("-"):
        raise CannotBuild(f"--from “{source}”不在站点里。把轮子放进站点的一个文件夹（如 wheelhouse），写它的名称；或写 Git 地址。")
    return f"{head}# 不上网：轮子都在这个文件夹里。\n--no-index\n--find-links {'/'.join(parts)}\ngongkai=={__version__}\n"


def write(folder: Path, made: dict[str, str], *, adding: bool) -> tuple[list[str], list[str]]:
    """Write the files: which were written, and which were there already and left alone.

    CannotBuild where the folder has something in it and `adding` was not asked for. A link is never written through.
    """
    if folder.exists() and not folder.is_dir():
        raise CannotBuild(f"“{folder}”不是文件夹。")
    if not adding and folder.is_dir() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise CannotBuild(f"“{folder}”里已经有东西，没有动它。要在这里补上缺的文件，加 --here；已有的文件不会改。")
    written: list[str] = []
    kept: list[str] = []
    root = folder.resolve()
    for path, text in made.items():
        target = folder / path
        if target.exists() or target.is_symlink() or not target.parent.resolve().is_relative_to(root):
            kept.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        if text.startswith("#!"):
            target.chmod(0o755)
        written.append(path)
    return written, kept


def level_of(organ: str) -> str:
    """The 层级 that the name of an organ tells."""
    return next((level for form, level in _LEVELS if form.search(organ)), "部门")


def code_of(organ: str) -> str:
    """A 代码 from the first letters of the sounds, such as `ylqrmzf`."""
    letters = "".join(initial(character) for character in organ)
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha()).lower() or "benjiguan"


def _words(founding: Founding) -> dict[str, str]:
    organ, name = founding.organ, founding.name
    year = founding.today.year - 1
    issuers = [word for word in re.split(r"[,，、\s]+", founding.issuer) if word]
    if organ:
        given = f"代字: [{', '.join(map(_item, issuers))}]" if issuers else "# 代字: [×政发, ×政办发]    ← 填"
        organs = f"机关:\n  - 名称: {scalar(organ)}\n    代码: {code_of(organ)}\n    层级: {level_of(organ)}\n    {given}"
    else:
        organs = "# 机关:                                         ← 填\n#   - {名称: ××区人民政府, 代码: qzf, 代字: [×政发], 层级: 县级政府}"
    return {
        "名称": name,
        "主办单位": f"主办单位: {scalar(organ)}" if organ else "# 主办单位: ××区人民政府办公室                 ← 填",
        "页脚主办单位": f"  主办单位: {scalar(organ)}" if organ else "  专栏: 政府信息公开\n  # 主办单位: ××区人民政府办公室                 ← 填",
        "机关": organs,
        "层级": level_of(organ) if organ else "县级政府",
        "发文机关": organ or "（发文机关全称）",
        "发布机关": f"发布机关: {scalar(organ)}\n" if organ else "",
        "日期": founding.today.isoformat(),
        "年度": str(year),
        "分支": founding.branch,
    }


def _item(word: str) -> str:
    """A value in a flow sequence, where brackets and commas mean something."""
    return word if re.fullmatch(r"[\u3400-\u9fff]+", word) else json.dumps(word, ensure_ascii=False)


def _filled(text: str, words: dict[str, str], path: str) -> str:
    """Put the words in their places; a value that stands alone behind its key is quoted where YAML would take it apart."""

    def word(found: re.Match[str]) -> str:
        return words[found[1]]

    lines = text.split("\n")
    if path.endswith((".yaml", ".yml", ".md")):
        lines = [_quoted(line, words) for line in lines]
    return re.sub("«(.*?)»", word, "\n".join(lines))


def _quoted(line: str, words: dict[str, str]) -> str:
    key, colon, value = line.partition(": ")
    if colon and key in ("名称", "标题", "发文机关") and "«" in value:
        return f"{key}: {scalar(re.sub('«(.*?)»', lambda found: words[found[1]], value))}"
    return line
