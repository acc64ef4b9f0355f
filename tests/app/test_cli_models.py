"""`livedesk models`: what there is and what could be, both ways of two languages together."""

import json
from pathlib import Path

from tests.app.conftest import Cli
from tests.contracts import tiny_marian


def test_that_both_ways_of_two_languages_stand_together_chinese_and_english_first(cli: Cli) -> None:
    result = cli("models", "list")
    assert result.code == 0
    groups = [group.splitlines() for group in result.out.strip().split("\n\n")]
    pairs = [{frozenset(line.split()[0:3:2]) for line in group} for group in groups]
    assert all(len(pair) == 1 for pair in pairs)
    assert len(pairs) == len({pair for (pair,) in map(tuple, pairs)})
    assert [line.split()[:3] for line in groups[0]] == [["zh", ">", "en"], ["en", ">", "zh"]]
    assert len(groups) > 15


def test_that_an_installed_language_is_named_beside_the_list(cli: Cli, tmp_path: Path) -> None:
    tiny_marian.build(tmp_path / "models" / "tiny-eng-spa", source="eng", target="spa")
    result = cli("models", "list", models=tmp_path / "models")
    lines = [line for line in result.out.splitlines() if line.startswith("en > es")]
    assert [line.split()[3] for line in lines] == ["tiny-eng-spa", "opus-mt-en-es"]
    assert "not on livedesk's list" in lines[0]
    rows = json.loads(cli("models", "list", "--json", models=tmp_path / "models").out)
    assert [r["name"] for r in rows if (r["from"], r["to"]) == ("en", "es") and r["installed"]] == [
        "tiny-eng-spa"
    ]
