"""`livedesk evaluate`: the translations that an audience would read, measured against references."""

import json
from pathlib import Path
from typing import Any

import pytest

from livedesk.adapters.evaluation.pairs_tsv import PairsFault, SentencePair
from livedesk.app.cli_words import PAIRS_FAULTS
from livedesk.app.evaluate import Measured, summarise
from livedesk.core.ids import EN, ZH
from livedesk.core.records import LineWarning, Reason, WarningKind
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from tests.app.conftest import Cli
from tests.contracts import tiny_marian

pytest.importorskip("sacrebleu")

KEYS = [
    "lines",
    "bleu",
    "chrf",
    "signature",
    "figures",
    "lines_per_s",
    "tokens_per_s",
    "ms",
    "model",
    "engine",
]
ZH_EN = ("evaluate", "--from", "zh", "--to", "en", "--pairs")
PAIRS = "你好\thello\n这款保温杯多少钱？\thow much is this one?\n起订量五百个\tMOQ 500\n"


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "my pairs.tsv"
    path.write_text(PAIRS, encoding="utf-8")
    return path


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A folder with a model of random weights for each direction between Chinese, English and Spanish."""
    folder = tmp_path / "models"
    for source, target in (("zho", "eng"), ("eng", "spa")):
        tiny_marian.build(folder / f"tiny-{source}-{target}", source=source, target=target)
    return folder


def test_that_the_figures_are_one_json_object(cli: Cli, pairs: Path, tiny: Path) -> None:
    result = cli(*ZH_EN, pairs, "--json", models=tiny)
    assert result.code == 0
    summary: dict[str, Any] = json.loads(result.out)
    assert list(summary) == KEYS
    assert list(summary["figures"]) == ["checked", "wrong_marked", "wrong_unmarked"]
    assert list(summary["ms"]) == ["p50", "p95"]
    assert (summary["lines"], summary["engine"]) == (3, "ct2")
    assert summary["tokens_per_s"] > 0 < summary["lines_per_s"]
    assert 0 < summary["ms"]["p50"] <= summary["ms"]["p95"]


def test_that_it_is_a_table_for_people(cli: Cli, pairs: Path, tiny: Path) -> None:
    result = cli(*ZH_EN, pairs, models=tiny)
    assert result.code == 0
    assert {"file", "model", "lines", "BLEU", "chrF", "speed"} <= {
        line.split(" ")[0] for line in result.out.splitlines()
    }
    assert "my pairs.tsv" in result.out
    assert "figures" not in result.out


def test_that_a_language_behind_english_is_measured_too(cli: Cli, pairs: Path, tiny: Path) -> None:
    result = cli("evaluate", "--from", "zh", "--to", "es", "--pairs", pairs, "--json", models=tiny)
    assert result.code == 0
    assert json.loads(result.out)["lines"] == 3
    assert "tiny-zho-eng + tiny-eng-spa is not a listed model" in result.err


def test_that_one_model_can_be_named(cli: Cli, pairs: Path, tiny: Path) -> None:
    result = cli(*ZH_EN, pairs, "--json", "--model", tiny / "tiny-zho-eng")
    assert result.code == 0
    assert "tiny-zho-eng" in result.err


def test_that_the_missing_model_is_named(cli: Cli, pairs: Path, tiny: Path) -> None:
    result = cli("evaluate", "--from", "zh", "--to", "fr", "--pairs", pairs, models=tiny)
    assert result.code == 1
    assert result.is_clear
    assert "from en to fr" in result.err
    nowhere = cli("evaluate", "--from", "zh", "--to", "xx", "--pairs", pairs, models=tiny)
    assert "from zh to xx" in nowhere.err


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        ("你好 hello\n".encode(), "line 1: a column is missing"),
        ("你好\thello\n\thello\n".encode(), "line 2: source or reference is blank"),
        ("你好\thello\n".encode("gb18030"), "not UTF-8"),
        (b"a\tb\n" + b"x" * 30_000 + b"\ty\n", "line 2: it is longer than 20000 letters"),
    ],
)
def test_that_a_bad_file_is_a_clear_sentence(
    cli: Cli, tmp_path: Path, tiny: Path, data: bytes, words: str
) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_bytes(data)
    result = cli(*ZH_EN, bad, "--json", models=tiny)
    assert result.code == 1
    assert result.is_clear
    assert words in result.err
    assert result.out == ""


def test_that_a_file_that_is_not_there_is_a_clear_sentence(cli: Cli, tmp_path: Path) -> None:
    result = cli(*ZH_EN, tmp_path / "none.tsv")
    assert (result.code, result.is_clear) == (1, True)
    assert "none.tsv: it cannot be read" in result.err


def test_that_figures_need_a_third_column(cli: Cli, pairs: Path, tiny: Path) -> None:
    result = cli(*ZH_EN, pairs, "--figures", models=tiny)
    assert (result.code, result.is_clear) == (1, True)
    assert "source, reference and figures" in result.err


def test_that_a_missing_library_is_a_clear_sentence(
    cli: Cli, pairs: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livedesk.adapters.evaluation.scores.find_spec", lambda name: None)
    result = cli(*ZH_EN, pairs, models=tiny)
    assert (result.code, result.is_clear) == (1, True)
    assert "pip install 'livedesk[evaluate]'" in result.err


def test_that_every_fault_has_its_sentence() -> None:
    assert set(PAIRS_FAULTS) == set(PairsFault)


# --- what the figures mean ---

FIGURES = LineWarning(WarningKind.FIGURES, ("500",), ("5000",))
LOST = LineWarning(WarningKind.TERM_LOST, ("XK-350B",))
REPAIRED = LineWarning(WarningKind.FIGURES_REPAIRED, ("500",), ("5000",))


def summary_of(
    text: str, wanted: str, *warnings: LineWarning, reason: Reason | None = None
) -> dict[str, Any]:
    request = TranslateRequest(Work.FINAL_CAPTION, 1, 1, "起订量五百个", ZH, EN, 0.0)
    result = TranslateResult(request, text, ZH, True, reason, warnings, model="m", engine="ct2")
    pair = SentencePair(request.text, "The MOQ is 500 pieces.", tuple(wanted.split()))
    return summarise([pair], Measured([result], [2.0], 8), EN)


@pytest.mark.parametrize(
    ("text", "wanted", "warnings", "expected"),
    [
        ("The MOQ is 500 pieces.", "500", (), (1, 0, 0)),
        ("The MOQ is five hundred pieces.", "500", (), (1, 0, 0)),
        ("The MOQ is 500 pieces.", "500", (REPAIRED,), (1, 0, 0)),
        ("The MOQ is 5000 pieces.", "500", (FIGURES,), (1, 1, 0)),
        ("The MOQ is 5000 pieces.", "500", (), (1, 0, 1)),
        ("The MOQ is 5000 pieces.", "500", (REPAIRED,), (1, 0, 1)),
        ("The MOQ is 5000 pieces.", "500", (LOST,), (1, 0, 1)),
        ("That one is good.", "XK-350B", (LOST,), (1, 1, 0)),
        ("That one is 500.", "XK-350B 500", (), (1, 0, 1)),
        ("Hello.", "", (), (0, 0, 0)),
    ],
)
def test_that_a_wrong_figure_is_counted_as_marked_only_where_people_see_it(
    text: str, wanted: str, warnings: tuple[LineWarning, ...], expected: tuple[int, int, int]
) -> None:
    assert tuple(summary_of(text, wanted, *warnings)["figures"].values()) == expected


def test_that_a_line_without_translation_is_measured_as_the_source_that_is_shown() -> None:
    summary = summary_of("", "500", reason=Reason.LOOP)
    assert tuple(summary["figures"].values()) == (1, 1, 0)
    assert (summary["bleu"], summary["chrf"]) == (0.0, 0.0)


def test_that_speed_counts_the_time_of_all_lines() -> None:
    summary = summary_of("The MOQ is 500 pieces.", "500")
    assert (summary["lines_per_s"], summary["tokens_per_s"]) == (500.0, 4000.0)
    assert summary["ms"] == {"p50": 2.0, "p95": 2.0}


def test_that_languages_are_taken_in_capitals_too(cli: Cli, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("你好\thello\n", encoding="utf-8")
    result = cli("evaluate", "--from", "ZH", "--to", " En", "--pairs", pairs)
    assert "from zh to en" in result.err
