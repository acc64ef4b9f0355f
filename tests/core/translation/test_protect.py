"""Hiding what must survive and putting it back: exactly, in whatever way a model bends the placeholders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language, Sku, TermId
from livedesk.core.translation.fragile import Fragile
from livedesk.core.translation.glossary import Match
from livedesk.core.translation.protect import MOST_PLACEHOLDERS, Item, Protected, protect
from livedesk.core.translation.restore import replace_rendition, restore, splice
from livedesk.core.translation.terms import Term, TermKind

CUP_ZH, CUP_EN = "便携式榨汁杯", "Portable juicer cup"


def term(zh: str, en: str, kind: TermKind = TermKind.PRODUCT) -> Term:
    return Term(TermId("t"), {ZH: (zh,), EN: (en,)}, kind, sku=Sku("JZ-03"))


def matches(text: str, source: str, target: str, kind: TermKind = TermKind.PRODUCT) -> tuple[Match, ...]:
    known = term(source, target, kind)
    starts = [i for i in range(len(text)) if text.startswith(source, i)]
    return tuple(Match(i, i + len(source), known, target) for i in starts)


def hide(text: str, source: Language = ZH, *, placeholders: bool = True) -> Protected:
    found = matches(text, CUP_ZH, CUP_EN) if source == ZH else matches(text, CUP_EN, CUP_ZH)
    return protect(text, found, source, has_placeholders=placeholders)


def back(output: str, protected: Protected, target: Language = EN) -> str:
    return restore(output, protected.items, target).text


# --- hiding ---


def test_that_names_codes_and_links_get_placeholders_in_their_order() -> None:
    hidden = hide("三号，便携式榨汁杯，货号JZ-03，详情https://example.cn/p。")
    assert hidden.text == "三号，⟦1⟧，货号⟦2⟧，详情⟦3⟧。"
    assert [(i.target, i.number, i.kind) for i in hidden.items] == [
        (CUP_EN, 1, Fragile.TERM),
        ("JZ-03", 2, Fragile.CODE),
        ("https://example.cn/p", 3, Fragile.LINK),
    ]


def test_that_the_same_thing_twice_is_one_placeholder() -> None:
    hidden = hide("JZ-03或者CG-32，还是JZ-03？")
    assert hidden.text == "⟦1⟧或者⟦2⟧，还是⟦1⟧？"
    assert [(i.number, i.count) for i in hidden.items] == [(1, 2), (2, 1)]


def test_that_beyond_nine_the_least_fragile_stay_in_clear() -> None:
    codes = " ".join(f"AB-{n}" for n in range(10, 20))
    hidden = hide(f"有{codes}，5 kg，a@example.cn")
    assert len([i for i in hidden.items if i.number]) == MOST_PLACEHOLDERS
    assert [i.target for i in hidden.items if not i.number] == ["AB-18", "AB-19", "5 kg"]
    assert "AB-19，5 kg，⟦9⟧" in hidden.text


def test_that_a_model_without_placeholders_gets_the_line_as_it_is() -> None:
    hidden = hide("便携式榨汁杯JZ-03有货吗？", placeholders=False)
    assert hidden.text == "便携式榨汁杯JZ-03有货吗？"
    assert [(i.target, i.number) for i in hidden.items] == [(CUP_EN, 0), ("JZ-03", 0)]


def test_that_a_name_inside_a_link_is_part_of_the_link() -> None:
    hidden = hide("https://example.cn/便携式榨汁杯 好", placeholders=True)
    assert hidden.text.startswith("⟦1⟧")
    text = "mail Portable juicer cup to portable@example.cn"
    assert [i.kind for i in hide(text, EN).items] == [Fragile.TERM, Fragile.EMAIL]


def test_that_brackets_like_placeholders_in_a_line_survive_as_they_are() -> None:
    hidden = hide("写着⟦3⟧和JZ-03")
    assert hidden.text == "写着⟦1⟧和⟦2⟧"
    assert back("It says ⟦1⟧ and ⟦2⟧", hidden) == "It says ⟦3⟧ and JZ-03"
    assert hide("⟦", EN).text == "["


@pytest.mark.parametrize(
    ("text", "answer"), [("JZ-03？", "JZ-03？"), (f"{CUP_ZH}!", f"{CUP_EN}!"), ("⟦3⟧", "⟦3⟧")]
)
def test_that_a_line_of_nothing_else_is_its_own_answer(text: str, answer: str) -> None:
    assert hide(text).answer == answer
    assert hide(f"{text}好").answer == ""
    assert hide(f"3 {text}").answer == ""
    assert hide("你好").answer == ""


# --- putting back ---


@pytest.mark.parametrize(
    "bent",
    [
        "⟦1⟧",
        "⟦ 1 ⟧",
        "⟦１⟧",
        "⟦1",
        "1⟧",
        "⟦⟦1⟧⟧",
        "⟧1⟦",
        "⟦1]",
        "[1⟧",
        "⟦①⟧",
        "⟦1⟧⟧",
        "[1]",
        "【1】",
        "【 １ 】",
        "(1)",
        "⟦1⟧ ⟦1⟧",
        "⟦1⟧, ⟦1⟧",
        "⟦1⟧ and ⟦1⟧",
        "⟦1⟧⟦1⟧",
        "⟦1⟧ ⟦7⟧",
    ],
)
def test_that_a_bent_placeholder_is_understood(bent: str) -> None:
    restored = restore(f"Is {bent} in stock?", hide("JZ-03有货吗？").items, EN)
    assert (restored.text, restored.lost) == ("Is JZ-03 in stock?", ())


def test_that_swapped_placeholders_find_their_own() -> None:
    assert back("⟦2⟧ before ⟦1⟧", hide("JZ-03和CG-32")) == "CG-32 before JZ-03"


def test_that_a_figure_beside_a_placeholder_stays() -> None:
    assert back("500⟦1⟧ and (⟦2⟧), ⟦1⟧500", hide("JZ-03和CG-32")) == "500 JZ-03 and (CG-32), JZ-03 500"


def test_that_a_number_in_brackets_is_no_placeholder_while_none_is_missing() -> None:
    assert back("⟦1⟧ (1) and [1]", hide("JZ-03好")) == "JZ-03 (1) and [1]"


def test_that_what_is_missing_is_told() -> None:
    restored = restore("Do you have it?", hide("JZ-03有货吗？").items, EN)
    assert [i.source for i in restored.lost] == ["JZ-03"]
    assert restored.text == "Do you have it?"


def test_that_a_placeholder_never_given_is_taken_out() -> None:
    assert restore("I see ⟦4⟧ it ⟦", (), EN).text == "I see it"


@pytest.mark.parametrize(
    ("output", "shown"),
    [
        ("⟦1⟧ is here", "Portable juicer cup is here"),
        ("I have 500 ⟦1⟧", "I have 500 portable juicer cups"),
        ("I have 1 ⟦1⟧", "I have 1 portable juicer cup"),
        ("⟦1⟧s are here", "Portable juicer cups are here"),
        ("500 pcs of ⟦1⟧.", "500 pcs of portable juicer cups."),
        ("No. 3 ⟦1⟧", "No. 3 portable juicer cup"),
        ("Hi. ⟦1⟧?", "Hi. Portable juicer cup?"),
        ("This is an ⟦1⟧", "This is a portable juicer cup"),
        ("the⟦1⟧and", "the portable juicer cup and"),
    ],
)
def test_that_a_name_fits_into_the_english_sentence(output: str, shown: str) -> None:
    assert back(output, hide("便携式榨汁杯在这里")) == shown


def test_that_a_brand_keeps_its_letters() -> None:
    text = "红米有货"
    hidden = protect(text, matches(text, "红米", "redmi", TermKind.BRAND), ZH, has_placeholders=True)
    assert back("500 ⟦1⟧. ⟦1⟧", hidden) == "500 redmi. redmi"


def test_that_a_chinese_name_stands_without_spaces() -> None:
    hidden = hide("is the Portable juicer cup new", EN)
    assert back("请问 ⟦1⟧ 是新款吗", hidden, ZH) == "请问便携式榨汁杯是新款吗"
    assert back("有 ⟦1⟧ OK", hidden, ZH) == "有便携式榨汁杯 OK"


@pytest.mark.parametrize("written", ["JZ-03", "jz-03", "JZ - 03", "ＪＺ－０３", "JZ03"])
def test_that_a_code_in_clear_is_found_in_any_writing_and_put_right(written: str) -> None:
    hidden = hide("JZ-03有货吗？", placeholders=False)
    restored = restore(f"Is {written} in stock?", hidden.items, EN)
    assert (restored.text, restored.lost) == ("Is JZ-03 in stock?", ())


def test_that_part_of_another_word_is_not_the_code() -> None:
    assert restore("XJZ-031", hide("JZ-03有货吗？", placeholders=False).items, EN).lost


def test_that_prices_measures_and_acronyms_are_not_missed() -> None:
    hidden = hide("LED灯5 W，$3.20好", placeholders=False)
    assert len(hidden.items) == 3
    assert restore("A lamp", hidden.items, EN).lost == ()


# --- by hand ---


def lost_item(text: str, source: Language = ZH) -> Item:
    return hide(text, source).items[0]


def test_that_a_bent_code_is_put_right() -> None:
    assert splice("Is J-303 in stock?", lost_item("JZ-03好"), "JZ-03好", EN) == "Is JZ-03 in stock?"


@pytest.mark.parametrize(
    ("text", "target", "shown"),
    [
        ("Is it in stock?", EN, "Is it in stock (JZ-03)?"),
        ("有货吗？", ZH, "有货吗（JZ-03）？"),
        ("", EN, "JZ-03"),
        ("...", EN, "JZ-03..."),
    ],
)
def test_that_a_lost_code_goes_behind_the_sentence(text: str, target: Language, shown: str) -> None:
    assert splice(text, lost_item("JZ-03好"), "JZ-03好", target) == shown


def test_that_nothing_is_added_beside_a_code_that_was_never_said() -> None:
    assert splice("Is KX-9000 in stock?", lost_item("JZ-03好"), "JZ-03好", EN) is None


def test_that_a_users_word_is_not_added_by_hand() -> None:
    text = "唛头好"
    item = protect(text, matches(text, "唛头", "mark", TermKind.USER), ZH, has_placeholders=True).items[0]
    assert splice("Good.", item, text, EN) is None
    assert splice("Good.", lost_item(f"{CUP_ZH}好"), f"{CUP_ZH}好", EN) == "Good (Portable juicer cup)."


def test_that_the_models_own_word_gives_way_to_the_name() -> None:
    item = lost_item(f"{CUP_ZH}好")
    shown = replace_rendition("How much are 500 carry juice mugs?", "Carry juice mugs.", item, EN)
    assert shown == "How much are 500 portable juicer cups?"


@pytest.mark.parametrize(
    ("text", "rendition"),
    [
        ("How much?", "juice mug"),
        ("a mug, a mug", "mug"),
        ("smuggler", "mug"),
        ("to be", "."),
        ("it is", "it"),
    ],
)
def test_that_it_stays_where_it_is_not_sure(text: str, rendition: str) -> None:
    assert replace_rendition(text, rendition, lost_item(f"{CUP_ZH}好"), EN) is None


# --- any text ---

_BITS = st.sampled_from(
    ["JZ-03", CUP_ZH, "⟦", "⟧", "⟦1⟧", "1", " ", "a@b.cn", "，", "5 kg", "@x_1", "#标签", "\ue001"]
)
_LINES = st.lists(_BITS | st.text(max_size=3), max_size=14).map("".join)


@given(_LINES)
def test_that_what_was_hidden_comes_back_as_it_was(text: str) -> None:
    text = text.replace("\ue001", "")
    hidden = protect(text, (), ZH, has_placeholders=True)
    restored = restore(hidden.text, hidden.items, ZH)
    kept_marks = {i.source for i in hidden.items if i.kind is Fragile.MARK and i.number}
    plain = restored.text.replace("⟦", "[").replace("⟧", "]")
    assert plain == text.replace("⟦", "[").replace("⟧", "]")
    assert all(mark in restored.text for mark in kept_marks)
    assert restored.lost == ()


@given(_LINES, _LINES, st.booleans())
def test_that_no_placeholder_is_ever_left_in_a_translation(
    text: str, output: str, placeholders: bool
) -> None:
    text = text.replace("⟦", "").replace("⟧", "")
    hidden = hide(text, placeholders=placeholders)
    restored = restore(output, hidden.items, EN)
    assert not set("⟦⟧\ue000\ue001\ue002\ue009") & set(restored.text)
    for item in hidden.items:
        is_there = item.target in restored.text or item.target.lower() in restored.text.lower()
        assert is_there or not item.is_checked or item in restored.lost


@pytest.mark.parametrize("unit", ["⟦", "⟦1⟧", "1⟧ ", "⟧⟦", "JZ-03 ", "1,", "⟦ ", " ", "a@b.cn ", "$1 "])
def test_that_a_very_long_line_is_hidden_and_put_back(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    hidden = protect(text, (), ZH, has_placeholders=True)
    assert not set("⟦⟧") & set(restore(text, (), ZH).text)
    assert restore(hidden.text, hidden.items, ZH).lost == ()
