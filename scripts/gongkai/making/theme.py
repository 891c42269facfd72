"""The theme of a column: the default one with what the site puts in its place, read and held to its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gongkai.model.settings import Settings
from gongkai.publishing import assets as theme_assets
from gongkai.rendering.colour import colour_sheet
from gongkai.rendering.own_theme import examine
from gongkai.rendering.templates import read_overrides, theme_folder


@dataclass(frozen=True, slots=True)
class Theme:
    """The site's own templates by name, every asset by name, and the address of each."""

    overrides: Mapping[str, str]
    assets: Mapping[str, bytes]
    names: Mapping[str, str]


def theme_of(folder: Path, settings: Settings) -> Theme:
    """The theme of the site in `folder`; CannotBuild where its own part is at fault."""
    overrides = read_overrides(folder)
    examine(folder, overrides)
    own_theme = folder / "theme"
    own = own_theme if own_theme.is_dir() and own_theme.resolve() != theme_folder().resolve() else None
    assets = theme_assets.gather(theme_folder(), own, {"style/colour.css": colour_sheet(settings.colour)})
    return Theme(overrides, assets, theme_assets.published_names(assets))
