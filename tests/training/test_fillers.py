"""What goes into templates: figures exact in every form, placeholders on both sides."""

import random
import re

import pytest

from livedesk.core.ids import EN, ZH
from livedesk.core.translation import figures
from models.training.fillers import Filled, fill, fill_number, number, round_int, zh_int

cn2an = pytest.importorskip("cn2an")

NUMBERS = [round_int(random.Random(seed), 1, 5_000_000_000) for seed in range(400)]
SLOTS = {"product": [("保温杯", "vacuum flask")], "currency": [("美元", "US dollars")]}


def test_that_spoken_numbers_say_what_they_mean() -> None:
    """Read back by a library that is not ours."""
    for n in [*NUMBERS, 105, 1005, 10_500, 100_005, 100_000_000, 1_000_200_000]:
        assert cn2an.cn2an(zh_int(n), "normal") == n, n


@pytest.mark.parametrize("n", NUMBERS)
def test_that_every_form_of_a_number_states_it(n: int) -> None:
    forms = number(n, random.Random(n))
    for text, language in (
        (forms.zh_heard, ZH),
        (forms.zh_written, ZH),
        (forms.en_written, EN),
        (forms.en_typed, EN),
    ):
        assert figures.states(f"{text}{'个' if language == ZH else ' pcs'}", language, str(n)), (n, text)


@pytest.mark.parametrize(
    ("n", "zh", "en"),
    [
        (500, "500", "500"),
        (12_000, "12000", "12,000"),
        (1_500_000, "150万", "1.5 million"),
        (42_000_000, "4200万", "42 million"),
        (2_300_000_000, "23亿", "2.3 billion"),
        (1_234_567, "1234567", "1,234,567"),
        (1_263_240_200, "1263240200", "1,263,240,200"),
    ],
)
def test_that_a_translation_writes_a_number_in_one_way(n: int, zh: str, en: str) -> None:
    assert {(f.zh_written, f.en_written) for f in (number(n, random.Random(s)) for s in range(20))} == {
        (zh, en)
    }


def test_that_buyers_numbers_come_with_and_without_commas_and_in_thousands() -> None:
    typed = {number(30_000, random.Random(seed)).en_typed for seed in range(100)}
    assert {"30,000", "30000", "30k"} <= typed


@pytest.mark.parametrize(
    "slot", ["price", "percent", "days", "size", "temperature", "capacity", "weight", "sku"]
)
def test_that_measures_have_the_same_digits_in_all_written_forms(slot: str) -> None:
    for seed in range(50):
        value = fill_number(slot, random.Random(seed))
        assert isinstance(value, Filled)
        digits = [
            re.findall(r"\d+", text.replace(",", ""))
            for text in (value.en_written, value.en_typed, value.zh_written)
        ]
        assert digits[0] == digits[1] == digits[2]


def test_that_a_slot_without_values_gives_no_line() -> None:
    assert fill("{unknown}多少钱？", "how much is {unknown}?", SLOTS, random.Random(1)) == []


def test_that_a_template_without_figures_serves_both_directions() -> None:
    lines = [
        fill("{product}多少钱？", "How much is the {product}?", SLOTS, random.Random(s)) for s in range(60)
    ]
    assert {line for (line,) in lines} == {
        ("保温杯多少钱？", "How much is the vacuum flask?", ""),
        ("⟦1⟧多少钱？", "How much is the ⟦1⟧?", ""),
    }


def test_that_a_template_with_figures_gives_a_line_for_each_direction() -> None:
    lines = [fill("单价{price}{currency}", "{price} {currency}", SLOTS, random.Random(s)) for s in range(60)]
    assert {tuple(tag for *_, tag in made) for made in lines} <= {("",), ("z", "e")}
    assert any(len(made) == 2 for made in lines)
    assert not any("{" in zh + en for made in lines for zh, en, _ in made)
