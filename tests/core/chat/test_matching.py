"""What the rules of the chat find, and what they leave alone."""

import pytest

from livedesk.core.chat.matching import WordList, has_link


@pytest.mark.parametrize(
    "text",
    [
        "ASS", "you ass!", "ａｓｓ", "a\u200bs\u200cs", "a\u00adss", "a\u2060s\ufeffs", "a s s", "A.S.S.", "a-s-s",
        "a*ss", "a_s_s", "a\u0336s\u0336s\u0336", "你ass", "ａ\u3000ｓ\u3000ｓ", "𝐚𝐬𝐬", "ⓐⓢⓢ", "a\u115fss",
    ],
)  # fmt: skip
def test_that_a_short_word_is_found_however_it_is_written(text: str) -> None:
    assert WordList(("ass",)).is_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "glass",
        "class A",
        "assorted",
        "Glas, Stahl",
        "such as S, M",
        "as so on",
        "was s",
        "gass",
        "pass.",
        "ase",
    ],
)
def test_that_a_short_word_within_another_is_left_alone(text: str) -> None:
    assert not WordList(("ass",)).is_in(text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("rape", "grape juicer"), ("ill", "I'll take 500"), ("ill", "I’ll take 500"), ("100", "1000 pcs"),
        ("100", "1.00 USD"), ("god", "good"), ("были", "прибыли"), ("分期", "大部分，期待合作"),
        ("sin", "sin\u0303o"),
    ],
)  # fmt: skip
def test_that_what_only_resembles_a_word_is_left_alone(word: str, text: str) -> None:
    assert not WordList((word,)).is_in(text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("followers", "superfollowers4u"), ("followers", "f o l l o w e r s"), ("followers", "follow*ers"),
        ("buy now", "BUY,  now!"), ("buy now", "buy\nnow"), ("加微信", "请加微信号"), ("加微信", "加 微 信"),
        ("加微信", "加.微.信"), ("加微信", "加★微★信"), ("微信", "微 信"), ("スパム", "ｽﾊﾟﾑです"),
        ("спам", "это СПАМ!"),
        ("احتيال", "احتـيال"), ("straße", "STRASSE"), ("💩", "no 💩\ufe0f"), ("***", "a *** b"), ("사기", "사기꾼"),
        ("100%", "100% free"), ("c++", "c++ code"),
    ],
)  # fmt: skip
def test_that_words_of_any_script_are_found(word: str, text: str) -> None:
    assert WordList((word,)).is_in(text)


@pytest.mark.parametrize("words", [(), ("",), ("\u200b",), (" ",)])
def test_that_a_list_of_nothing_finds_nothing(words: tuple[str, ...]) -> None:
    assert not WordList(words).is_in("anything")


def test_that_signs_of_patterns_in_a_word_are_only_signs() -> None:
    assert not WordList((".*", "(", "[a-z]+")).is_in("anything")
    assert WordList(("(",)).is_in("ha (")


def test_that_a_long_line_against_many_words_is_soon_looked_through() -> None:
    words = WordList(f"word{n}" + "a" * 20 for n in range(500))
    assert not words.is_in("a - " * 1250)
    assert not has_link("a." * 2500)
    assert not has_link("a-" * 2500)


@pytest.mark.parametrize(
    "text",
    [
        "http://a.b", "HTTPS://X", "hxxp://evil.example", "www.x", "ｗｗｗ．spam．de/x", "see bit.ly/3xY",
        "t.me/group",
        "spam.com", "SPAM . COM now", "spam dot com", "spam[.]com", "spam (dot) net", "spam。com", "sp\u200bam.com",
        "shop.spam.co.uk/x", "weixin://dl/chat", "http://10.0.0.1", "10.0.0.1:8080/x", "пример.рф",
        "加我 taobao.com",
    ],
)  # fmt: skip
def test_that_links_are_found_however_they_are_written(text: str) -> None:
    assert has_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "0.45/pc?", "ok.thanks", "12.5 kg/ctn", "e.g. this", "maria@example.com", "m.s@mail.example.com", "v1.2.3.4",
        "FOB/CIF", "20,000 pcs. Net weight?", "What is the dot pattern?", "FOB Shanghai. Com certificado?",
    ],
)  # fmt: skip
def test_that_what_only_looks_like_a_link_is_left_alone(text: str) -> None:
    assert not has_link(text)
