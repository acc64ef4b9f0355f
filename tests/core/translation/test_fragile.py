"""What is found to be fragile, and what is only a word or a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.fragile import find_fragile


def found(text: str, language: Language = EN) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.kind.name.lower()) for s in find_fragile(text, language)]


@pytest.mark.parametrize(
    ("text", "kept", "kind"),
    [
        ("see https://shop.example.cn/p/A108-2.", "https://shop.example.cn/p/A108-2", "link"),
        ("请看https://shop.example.cn/p/A108-2里面有参数", "https://shop.example.cn/p/A108-2", "link"),
        ("(www.example.com)", "www.example.com", "link"),
        ("visit example.com today", "example.com", "link"),
        ("wa.me/8612300005566", "wa.me/8612300005566", "link"),
        ("my mail is john.smith+fair@example.co.uk!", "john.smith+fair@example.co.uk", "email"),
        ("邮箱buyer@example.com。", "buyer@example.com", "email"),
        ("call +86 123-0000-5566 now", "+86 123-0000-5566", "phone"),
        ("call +34 600 00 00 00", "+34 600 00 00 00", "phone"),
        ("0086 574 8800 0000", "0086 574 8800 0000", "phone"),
        ("电话0574-88000000，", "0574-88000000", "phone"),
        ("我的电话是123-0000-5566 微信同号", "123-0000-5566", "phone"),
        ("8612300005566", "8612300005566", "phone"),
        ("(555) 010-0199", "(555) 010-0199", "phone"),
        ("thanks @maria_s!", "@maria_s", "handle"),
        ("@小王 多少钱", "@小王", "handle"),
        ("new #kitchen2026 items", "#kitchen2026", "tag"),
        ("#新品 来了", "#新品", "tag"),
        ("A108-2", "A108-2", "code"),
        ("is 04465-0K240 in stock", "04465-0K240", "code"),
        ("SKU#77-1035_v2", "SKU#77-1035_v2", "code"),
        ("part 77-1035-02", "77-1035-02", "code"),
        ("货号JZ-03。", "JZ-03", "code"),
        ("在11.2馆C08展位", "C08", "code"),
        ("ISO9001 certified", "ISO9001", "code"),
        ("EN 71-3 test", "EN 71-3", "code"),
        ("Prop 65?", "Prop 65", "code"),
        ("IP 67", "IP 67", "code"),
        ("316L steel", "316L", "measure"),
        ("1x40HQ", "1x40HQ", "code"),
        ("box 30×20×10 cm", "30×20×10 cm", "measure"),
        ("60*40*35", "60*40*35", "measure"),
        ("大号 38×28 厘米", "38×28", "measure"),
        ("1.8 L kettle", "1.8 L", "measure"),
        ("500ml", "500ml", "measure"),
        ("80-200 °C", "80-200 °C", "measure"),
        ("220V", "220V", "measure"),
        ("only $3.20!", "$3.20", "price"),
        ("US$ 1,250.50", "US$ 1,250.50", "price"),
        ("3.20 USD each", "3.20 USD", "price"),
        ("3,20 €", "3,20 €", "price"),
        ("FOB?", "FOB", "acronym"),
        ("text with ⟦3⟧ in it", "⟦3⟧", "mark"),
    ],
)
def test_that_fragile_text_is_found_whole(text: str, kept: str, kind: str) -> None:
    language = ZH if any("一" <= c <= "鿿" for c in text) else EN
    assert found(text, language) == [(kept, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12000",
        "1,200,000 pcs",
        "500pcs",
        "3.20/pc",
        "30-40days",
        "1000-3000 pieces",
        "2026-11-21",
        "10k or 100k",
        "2PM",
        "the 3rd",
        "No.3 or no 3",
        "MOQ500",
        "x3",
        "b4 gr8 2u",
        "3 in stock",
        "500 1000 3000",
        "good. it is 5. I like it",
        "304 stainless steel",
        "1/2 and 24/7",
        "#3 and @3.20",
        "SEND PRICE LIST NOW",
        "5 a day",
        "5.2 million",
        "a@b",
        "it's 5:30",
        "⟦",
        "1,2,3",
    ],
)
def test_that_words_and_figures_are_left_to_the_model(text: str) -> None:
    assert found(text) == []


def test_that_a_price_per_piece_keeps_only_the_price() -> None:
    assert found("$3.20/pc") == [("$3.20", "price")]


def test_that_latin_names_among_chinese_characters_stay() -> None:
    text = "意大利的Marco问Type-C口的LED灯，要OK的logo，加WhatsApp"
    assert [t for t, _ in found(text, ZH)] == ["Marco", "Type-C", "LED", "WhatsApp"]


def test_that_several_in_one_line_are_told_apart() -> None:
    text = "JZ-03 and CG-32: $3.20, mail a@example.com or https://example.com/x, 30x20x10 cm"
    assert [kind for _, kind in found(text)] == ["code", "code", "price", "email", "link", "measure"]


@given(st.text(max_size=60), st.sampled_from([ZH, EN]))
def test_that_spans_lie_in_order_and_apart_in_any_text(text: str, language: Language) -> None:
    end = 0
    for span in find_fragile(text, language):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize(
    "unit", ["1", "1-", "a@", "+1 ", "1x", "a.", "⟦", "www.", "0 ", "(0", "A-1/", "A-1 ", "1 x 1 cm "]
)
def test_that_long_runs_take_no_time(unit: str) -> None:
    assert len(find_fragile(unit * 4000, EN)) <= 8000
