"""What people type becomes what a model can read; figures, codes and links never change."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import figures
from livedesk.core.translation.guards import has_words
from livedesk.core.translation.sentences import clean_source

SHARED = Path(__file__).resolve().parents[4] / "shared"
languages = st.sampled_from(
    [Language(code) for code in ("zh", "en", "es", "pt", "fr", "tr", "ru", "ar", "xx")]
)
SCRAPS = (
    *(
        "MOQ 500 PCS",
        "pls send pic",
        "thx u",
        "12,400 usd",
        "３００个",
        "一万二",
        "A108-2",
        "soooo",
        "10~20",
        "5万",
        "20ft",
    ),
    *(
        "哈哈哈哈哈",
        "百分之三十",
        "对对对对",
        "w/ logo",
        "b4 friday",
        "500 gm",
        "https://a.com/U?u=1",
        "PLEASE SHOW",
        "1.5k",
    ),
    *(
        "60*40*35",
        "<b>5</b>",
        "&amp;",
        "hahahaha",
        "三三三三",
        "八五折",
        "…………",
        "5 5 5 5 5",
        "USB3.0",
        "u",
        "\n",
        "，",
        ".",
    ),
    *("!!!!", "????!", "~~", "~~~"),
)
trade_lines = st.lists(st.sampled_from(SCRAPS), max_size=8).map(" | ".join)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("PLEASE SHOW THE BACK SIDE AGAIN", "Please show the back side again"),
        ("DO YOU SHIP TO KENYA", "Do you ship to Kenya"),
        ("MOQ 500 PCS? FOB NINGBO PRICE", "MOQ 500 pcs? FOB Ningbo price"),
        ("NEED OEM WITH CE. I AM IN DUBAI. SKU A108-2B", "Need OEM with CE. I am in Dubai. SKU A108-2B"),
        ("SEND US THE US PLUG VERSION", "Send us the US plug version"),
        ("T-SHIRTS AND V-NECK COTTON", "T-shirts and V-neck cotton"),
        ("OK", "OK"),
        ("FOB?", "FOB?"),
        ("MOQ, CIF, LCL", "MOQ, CIF, LCL"),
        ("DHL to Kenya", "DHL to Kenya"),
        ("XQZV certificate", "XQZV certificate"),
        ("WE NEED XQZV CERTIFICATE", "We need XQZV certificate"),
    ],
)
def test_that_shouting_gets_ordinary_case_and_acronyms_stay(typed: str, read: str) -> None:
    assert clean_source(typed, EN) == read


@pytest.mark.parametrize(
    ("typed", "read", "language"),
    [
        ("СКОЛЬКО СТОИТ ДОСТАВКА", "Сколько стоит доставка", "ru"),
        ("CUÁNTO CUESTA EL ENVÍO FOB", "Cuánto cuesta el envío FOB", "es"),
        ("FİYAT ALABİLİR MİYİM", "Fiyat alabilir miyim", "tr"),
        ("q precio tiene, xq tan caro", "que precio tiene, porque tan caro", "es"),
        ("vc envia tb pra Angola", "você envia também pra Angola", "pt"),
        ("c'est cb svp", "c'est combien s'il vous plaît", "fr"),
        ("brp harganya", "berapa harganya", "id"),
    ],
)
def test_that_other_languages_are_cleaned_lightly(typed: str, read: str, language: str) -> None:
    assert clean_source(typed, Language(language)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("pls send pic of A108-2 asap, thx", "please send picture of A108-2 as soon as possible, thanks"),
        ("hw much r u selling, i need qty 500", "how much are you selling, I need quantity 500"),
        ("how r u", "how are you"),
        ("500 gm w/ logo w/o box b4 friday", "500 gm with logo without box before friday"),
        ("thx u, gr8", "thank you, great"),
        ("dont send msg 2 ur agent", "don't send message 2 your agent"),
        ("soooo niiice, goooood", "so nice, good"),
        ("Pls", "Please"),
        ("UR-200 and U-shape, u.s. market", "UR-200 and U-shape, u.s. market"),
        ("pls@mail.com @plz https://u.com/pls", "pls@mail.com @plz https://u.com/pls"),
        ("XXXL, AAA battery, www.aaab.com", "XXXL, AAA battery, www.aaab.com"),
    ],
)
def test_that_chat_spelling_is_written_out(typed: str, read: str) -> None:
    assert clean_source(typed, EN) == read


@pytest.mark.parametrize(
    ("typed", "read", "language"),
    [
        ("ＭＯＱ是５００个，Ａ１０８－２", "MOQ是500个，A108-2", "zh"),
        ("起订 500 个，3.5 美元", "起订 500个，3.5美元", "zh"),
        ("how much？　ok！", "how much? ok!", "en"),
        ("𝐇𝐨𝐰 𝐦𝐮𝐜𝐡", "How much", "en"),
        ("ﾊﾞｯｸﾞ", "バッグ", "ja"),
        ("<b>MOQ</b> is <i>500</i> pcs &amp; free logo", "MOQ is 500 pcs & free logo", "en"),
        ("one<br>two\r\nthree\u2028four", "one\ntwo\nthree\nfour", "en"),
        ("a < b and c > d", "a < b and c > d", "en"),
        ("<b></b>", "<b></b>", "en"),
        ('see <a href="https://a.com/5">here</a> <a 5>', "see here <a 5>", "en"),
        ("no\u200bbreak\u00a0here  and\tthere", "nobreak here and there", "en"),
    ],
)
def test_that_characters_become_plain(typed: str, read: str, language: str) -> None:
    assert clean_source(typed, Language(language)) == read


@pytest.mark.parametrize(
    ("typed", "read", "language"),
    [
        ("price???!!", "price?", "en"),
        ("多少钱？？？！！", "多少钱？", "zh"),
        ("great!!!!", "great!", "en"),
        ("wait......", "wait...", "en"),
        ("好的~~ 约10~20个", "好的 约10~20个", "zh"),
        ("对对对对对对", "对对对", "zh"),
        ("这个这个这个这个我看一下", "这个我看一下", "zh"),
        ("good good good good good good", "good good good", "en"),
        ("hahahahahaha", "haha", "en"),
        ("三三三三，八八八八", "三三三三，八八八八", "zh"),
        ("5 5 5 5 5", "5 5 5 5 5", "en"),
        ("再看看，谢谢谢谢", "再看看，谢谢谢", "zh"),
    ],
)
def test_that_what_is_said_many_times_is_said_a_few_times(typed: str, read: str, language: str) -> None:
    assert clean_source(typed, Language(language)) == read


@given(trade_lines, languages)
@settings(deadline=2000)
def test_that_figures_never_change(line: str, language: Language) -> None:
    assert figures.compare(line, language, clean_source(line, language), language) is None


@given(st.one_of(st.text(), st.text(alphabet="<>/bA &;l~!哈\u200b1 ")), languages)
@settings(deadline=2000)
def test_that_any_text_is_cleaned_and_keeps_words_and_digits(text: str, language: Language) -> None:
    clean = clean_source(text, language)
    assert not has_words(clean) or has_words(text)
    assert any(c.isalnum() for c in clean) == any(c.isalnum() for c in text)
    assert sum(c.isdigit() for c in clean) == sum(c.isdigit() for c in text)


@given(trade_lines, languages)
def test_that_cleaning_twice_is_cleaning_once(line: str, language: Language) -> None:
    once = clean_source(line, language)
    assert clean_source(once, language) == once


@pytest.mark.parametrize(
    "unit", ["a", "A", "哈", "!", "<b", "u ", "PLS ", "ha", "~", "&amp;", "\u200b", "ab", "好的", "好 "]
)
def test_that_a_very_long_line_is_cleaned_in_time(unit: str) -> None:
    assert clean_source(unit * (20_000 // len(unit)), EN) is not None
    assert clean_source(unit * (20_000 // len(unit)), ZH) is not None


def test_that_real_lines_keep_their_figures() -> None:
    if not SHARED.exists():
        pytest.skip("../shared is not at hand")
    for path in sorted(SHARED.glob("eval/*-*.tsv")):
        language = EN if "en-zh" in path.name else ZH
        for row in path.read_text("utf-8").split("\n"):
            line = row.split("\t")[0]
            assert figures.compare(line, language, clean_source(line, language), language) is None, line
