"""Mixing: what is held out, what is masked, what noise may touch, and what `check` finds."""

import argparse
import json
import lzma
import random
from pathlib import Path

import pytest

from models.training.prepare import HeldOut, check, clean, held_out, mix, protect, rows_of

pytest.importorskip("opencc")


def test_that_a_sentence_of_an_evaluation_set_is_held_out_on_either_side() -> None:
    lines = HeldOut()
    lines.add("请把报价单发到我邮箱", "Please send the quotation to my mail")
    assert lines.holds("请把报价单，发到我邮箱！", "other")
    assert lines.holds("别的", "please SEND the quotation, to my mail.")
    assert not lines.holds("请把样品发到我邮箱", "Please send the sample to my mail")


def test_that_a_phrase_that_everybody_says_is_held_out_only_as_the_same_pair() -> None:
    lines = HeldOut()
    lines.add("不客气", "My pleasure")
    assert lines.holds("不客气。", "My pleasure!")
    assert not lines.holds("不客气。", "You're welcome.")


def test_that_without_evaluation_sets_nothing_is_mixed(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no evaluation sets"):
        held_out(tmp_path)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("", "Hello"),
        ("你好", ""),
        ("hello", "hello"),
        ("你好", "你好"),
        ("你好", "123"),
        ("你" * 201, "a" * 300),
    ],
)
def test_that_an_unfit_pair_is_left_out(zh: str, en: str) -> None:
    assert clean(zh, en, str) is None


def test_that_codes_on_both_sides_are_masked_alike() -> None:
    zh, en = protect("A108-2和XK350都有CE", "A108-2 and XK350 have CE", random.Random(1))
    assert (zh, en) == ("⟦1⟧和⟦2⟧都有⟦3⟧", "⟦1⟧ and ⟦2⟧ have ⟦3⟧")


def test_that_a_unit_glued_to_its_figure_is_not_masked_on_one_side_only() -> None:
    pair = ("容量500mAh", "500 mAh")
    assert protect(*pair, random.Random(1)) == pair


def test_that_noise_touches_only_what_is_read() -> None:
    zh, en = "你好，多少钱？", "Hello, how much is it?"
    for seed in range(300):
        for row in rows_of(zh, en, "", "domain", random.Random(seed)):
            if row[2] == "z":
                assert row[1].startswith(en)
            elif row[2] == "e":
                assert row[0].startswith(zh)
            else:
                assert (row[0].rstrip("😀😂👍🙏❤🔥😍🎉👏😊"), row[1][: len(en)]) == (zh, en)


def test_that_rough_english_is_never_written() -> None:
    for seed in range(100):
        rng = random.Random(seed)
        assert all(tag == "e" for *_, tag in rows_of("多少钱？", "how much", "", "chat", rng))
        assert rows_of("多少钱？", "how much", "z", "chat", rng) == []


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small mixture and the evaluation sets that were held out."""
    home, rng = tmp_path_factory.mktemp("home"), random.Random(1)
    words = [("杯子", "cup"), ("雨伞", "umbrella"), ("灯", "lamp"), ("箱子", "box"), ("椅子", "chair")]
    (home / "corpora").mkdir()
    (home / "domain").mkdir()
    pairs = []
    for number in range(2500):
        (a, b), (c, d) = rng.sample(words, 2)
        pairs.append(
            f"第{number}个{a}和{c}已经发货了。\tThe {b} and {d} number {number} have been shipped.\n"
        )
    with lzma.open(home / "corpora" / "a.tsv.xz", "wt", encoding="utf-8") as file:
        file.writelines(pairs)
    (home / "domain" / "host.tsv").write_text(
        "".join(pairs[:40]).replace("已经", "今天").replace("been", "just"), encoding="utf-8"
    )
    (home / "domain" / "chat.templates.tsv").write_text(
        "{product}要{qty}个\tneed {qty} {product}\n", encoding="utf-8"
    )
    (home / "domain" / "slots.tsv").write_text("product\t杯子\tcup\n", encoding="utf-8")
    (home / "eval").mkdir()
    (home / "eval" / "booth.zh-en.tsv").write_text(pairs[1700], encoding="utf-8")
    mix(_options(home, home / "prep"))
    return home / "prep", home / "eval"


def _options(home: Path, out: Path, **others: object) -> argparse.Namespace:
    usual = {
        "vocab": 360, "general": 1400, "domain_copies": 2, "per_template": 20, "spm_rows": 2000, "threads": 1,
        "seed": 7, "without": [], "booth": [], "vocab_of": None,
    }  # fmt: skip
    return argparse.Namespace(out=out, home=home, sets=home / "eval", **{**usual, **others})


def rows(prep: Path) -> list[str]:
    with lzma.open(prep / "train.00.tsv.xz", "rt", encoding="utf-8") as file:
        return file.read().splitlines()


def test_that_a_mixture_passes_its_own_check(mixed: tuple[Path, Path]) -> None:
    prep, sets = mixed
    assert check(prep, held_out(sets)) == []
    counts = json.loads((prep / "summary.json").read_text(encoding="utf-8"))["counts"]
    assert counts["held out: a"] == 1
    assert counts["pairs general"] == 1400
    assert not any("第1700个" in row for row in rows(prep))


def test_that_dev_lines_are_not_trained_on(mixed: tuple[Path, Path]) -> None:
    dev = (mixed[0] / "dev.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[2] for line in dev] == ["general"] * 1000 + ["booth"] * 10
    trained = {row.split("\t")[0] for row in rows(mixed[0])}
    assert not trained & {line.split("\t")[0] for line in dev}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("第1700个没关系\t", "malformed"),
        ("你好\thello\tx", "malformed"),
        ("⟦1⟧多少钱？\thow much is it\t", "lose a placeholder"),
    ],
)
def test_that_the_check_finds_a_bad_row(
    mixed: tuple[Path, Path], tmp_path: Path, row: str, fault: str
) -> None:
    for path in mixed[0].iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with lzma.open(tmp_path / "train.01.tsv.xz", "wt", encoding="utf-8") as file:
        file.write(row + "\n")
    faults = check(tmp_path, held_out(mixed[1]))
    assert any(fault in found for found in faults)
    assert any("train.01.tsv.xz is not the file" in found for found in faults)


def test_that_the_check_finds_a_leaked_line(mixed: tuple[Path, Path], tmp_path: Path) -> None:
    for path in mixed[0].iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    lines = held_out(mixed[1])
    zh, en, _ = rows(mixed[0])[5].split("\t")
    lines.add(zh, en)
    assert any("held out" in fault for fault in check(tmp_path, lines))


def test_that_more_booth_lines_come_in_and_the_vocabulary_may_stay(
    mixed: tuple[Path, Path], tmp_path: Path
) -> None:
    prep, sets = mixed
    (tmp_path / "own").mkdir()
    lines = [
        f"这把梯子收起来只有{number}公分。\tThis ladder folds down to {number} cm.\n"
        for number in range(80, 99)
    ]
    (tmp_path / "own" / "host.tsv").write_text("".join(lines), encoding="utf-8")
    options = _options(
        sets.parent, tmp_path / "more", booth=[tmp_path / "own", tmp_path / "none"], vocab_of=prep
    )
    mix(options)
    assert sum("梯子" in row for row in rows(options.out)) >= 10
    assert not any("梯子" in row for row in rows(prep))
    for name in ("spm.model", "vocab.json"):
        assert (options.out / name).read_bytes() == (prep / name).read_bytes()
    assert check(options.out, held_out(sets)) == []
