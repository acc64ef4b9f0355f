"""The icons keep one form, so that code can size and recolour them."""

import re
from pathlib import Path

import pytest

ICONS = sorted((Path(__file__).parents[2] / "resources" / "icons").glob("*.svg"))
STROKED = [path for path in ICONS if path.stem != "app"]
INK = "#1d1b18"


def test_that_the_set_is_complete() -> None:
    wanted = """search pin pin-off sold-out send retry lock pause play stop rehearse live microphone speech translate
    store warning info error close settings keyboard stage next previous copy folder language chat catalogue check
    more moon sun plus export glossary edit app"""
    assert {path.stem for path in ICONS} >= set(wanted.split())


@pytest.mark.parametrize("path", STROKED, ids=lambda path: path.stem)
def test_that_an_icon_has_the_one_size_width_and_colour(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-width="1.75" stroke-linecap="round"' in text
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", text)) == {INK}


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_that_an_icon_is_drawn(path: Path) -> None:
    svg = pytest.importorskip("PySide6.QtSvg")
    assert svg.QSvgRenderer(str(path)).isValid()
