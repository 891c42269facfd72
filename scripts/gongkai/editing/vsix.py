"""The extension for VS Code as a .vsix, which installs without a marketplace; the same version gives the same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from gongkai import __version__

_SOURCE = Path(__file__).parent / "vscode"
_FILES = ("package.json", "extension.js", "connection.js")
_TYPES = (
    '<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/>'
    '<Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>\n'
)
_MANIFEST = f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata>
<Identity Language="zh-CN" Id="gongkai" Version="{__version__}" Publisher="gongkai"/>
<DisplayName>公开（gongkai）</DisplayName>
<Description xml:space="preserve">政府信息公开专栏的语言服务器</Description>
<Categories>Linters,Programming Languages</Categories>
<Properties><Property Id="Microsoft.VisualStudio.Code.Engine" Value="^1.75.0"/></Properties>
</Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
<Dependencies/>
<Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>
"""


def write_vsix(path: Path) -> None:
    """Write the package."""
    texts = {"[Content_Types].xml": _TYPES, "extension.vsixmanifest": _MANIFEST}
    for name in _FILES:
        texts[f"extension/{name}"] = (_SOURCE / name).read_text(encoding="utf-8").replace("«版本»", __version__)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in texts.items():
            package.writestr(zipfile.ZipInfo(name), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
