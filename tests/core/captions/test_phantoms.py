"""What nobody said is not shown; what a host said is, also where it looks like an invention."""

import pytest

from livedesk.core.captions.heard import Heard, HeardWord
from livedesk.core.captions.phantoms import Phantom, compression_of, guarded, one_turn, phantom
from livedesk.core.ids import EN, ZH, Language

SURE, VAGUE, GUESSED = -0.3, -0.9, -1.9
"""Mean log probabilities of clear speech, of a mumble, of what is made up."""


def heard(text: str, *, log_probability: float = SURE, no_speech: float = 0.05) -> Heard:
    words = tuple(HeardWord(character, i * 0.1, i * 0.1 + 0.1) for i, character in enumerate(text))
    return Heard(text, words, no_speech, log_probability, compression_of(text))


@pytest.mark.parametrize("text", ["", "  ", " . . .", "。", "♪♪♪", "…"])
def test_that_marks_alone_are_nothing(text: str) -> None:
    assert guarded(heard(text), ZH, 3.0).phantom is Phantom.EMPTY


@pytest.mark.parametrize("text", ["我们有现货", "Thank you", "这款保温杯起订量五百个"])
def test_that_nothing_is_heard_without_voice(text: str) -> None:
    result = guarded(heard(text), ZH, 0.1)
    assert result.phantom is Phantom.NO_VOICE
    assert (result.heard.text, result.heard.words) == ("", ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("请不吝点赞 订阅 转发 打赏支持明镜与点点栏目", "zh"),
        ("請不吝點贊 訂閱 轉發 打賞支持明鏡與點點欄目", "zh"),
        ("字幕由 Amara.org 社区提供", "zh"),
        ("中文字幕志愿者 杨茜茜", "zh"),
        ("優優獨播劇場——YoYo Television Series Exclusive", "zh"),
        ("作词 作曲 李宗盛", "zh"),
        ("Subtitles by the Amara.org community", "en"),
        ("Subtítulos realizados por la comunidad de Amara.org", "es"),
        ("Sous-titres réalisés par la communauté d'Amara.org", "fr"),
        ("Untertitelung des ZDF, 2020", "de"),
        ("Субтитры сделал DimaTorzok", "ru"),
    ],
)
def test_that_credits_are_refused_even_with_voice(text: str, language: str) -> None:
    assert guarded(heard(text), Language(language), 20.0).phantom is Phantom.CREDITS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("谢谢大家", "zh"),
        ("谢谢观看", "zh"),
        ("謝謝觀看。", "zh"),
        ("嗯嗯嗯", "zh"),
        ("诶诶诶诶诶", "zh"),
        ("Thank you.", "zh"),
        ("Thank you.", "en"),
        ("Thanks for watching!", "en"),
        (" you", "en"),
        ("¡Muchas gracias!", "es"),
        ("Продолжение следует...", "ru"),
    ],
)
def test_that_a_polite_line_needs_voice_and_certainty(text: str, language: str) -> None:
    said = guarded(heard(text), Language(language), 1.5)
    assert (said.phantom, said.heard.text) == (None, text)
    for doubtful in (
        phantom(heard(text, no_speech=0.55), Language(language), 1.5),
        phantom(heard(text, log_probability=VAGUE), Language(language), 1.5),
        phantom(heard(text), Language(language), 0.17),
    ):
        assert doubtful in (Phantom.POLITE, Phantom.TOO_MUCH)


def test_that_a_polite_word_inside_a_sentence_is_no_matter() -> None:
    assert phantom(heard("谢谢大家，下一款是保温杯", log_probability=VAGUE), ZH, 2.5) is None


@pytest.mark.parametrize(
    ("log_probability", "no_speech", "voiced_s", "is_shown"),
    [
        (SURE, 0.9, 2.0, True),  # the model is sure of the words, if not of the voice
        (VAGUE, 0.9, 2.0, False),
        (VAGUE, 0.1, 2.0, True),  # a mumble, but somebody spoke
        (VAGUE, 0.1, 0.4, False),
        (GUESSED, 0.1, 2.0, False),
    ],
)
def test_that_what_the_model_itself_doubts_is_refused(
    log_probability: float, no_speech: float, voiced_s: float, is_shown: bool
) -> None:
    line = heard("放入水", log_probability=log_probability, no_speech=no_speech)
    assert phantom(line, ZH, voiced_s) is (None if is_shown else Phantom.DOUBTED)


def test_that_more_than_can_be_said_is_refused() -> None:
    line = heard("这款保温杯起订量五百个，三十天交货，不锈钢内胆")
    assert phantom(line, ZH, 0.6) is Phantom.TOO_MUCH
    assert phantom(line, ZH, 3.0) is None


def test_that_text_which_still_repeats_itself_is_refused() -> None:
    text = " ".join(f"the price is {n} dollars and the price was {n} dollars" for n in range(40))
    assert phantom(heard(text), EN, 200.0) is Phantom.LOOP


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("侧边依" + "拉" * 80, "侧边依拉"),
        ("婴儿床，" + "床板" * 30, "婴儿床，床板"),
        ("大家好，" + "欢迎来到直播间，" * 6, "大家好，欢迎来到直播间，"),
        (" I don't know what to do." * 9, " I don't know what to do."),
        ("我们有货，" * 10 + "请下单", "我们有货，请下单"),
        ("1." * 30, "1."),
    ],
)
def test_that_a_loop_is_cut_to_its_first_turn(text: str, kept: str) -> None:
    cut = one_turn(heard(text), 2.0)
    assert cut.text == kept
    assert "".join(word.text for word in cut.words) == kept
    assert cut.compression == compression_of(kept)


@pytest.mark.parametrize(
    ("text", "voiced_s"),
    [
        ("哈哈哈哈", 0.8),
        ("买它买它买它买它", 1.6),
        ("来来来来来来", 1.2),
        ("三二一，三二一，上链接", 2.0),
        ("very very very good", 1.0),
        ("一共100000000个", 1.5),
        ("型号是 A1111111111", 3.0),
        ("一共1,000,000,000,000元", 3.0),
        ("500 500 500 500", 3.0),
        ("快快快快快快快快快快", 1.5),
        ("看，看，看，看，看，看，看，看", 3.0),
    ],
)
def test_that_a_host_may_repeat_and_count(text: str, voiced_s: float) -> None:
    assert one_turn(heard(text), voiced_s).text == text


def test_that_credits_after_real_words_are_cut_off() -> None:
    result = guarded(heard("这款今天特价 字幕由Amara.org社区提供"), ZH, 3.0)
    assert (result.phantom, result.heard.text) == (None, "这款今天特价 ")
    assert "".join(word.text for word in result.heard.words) == "这款今天特价 "


def test_that_a_loop_of_credits_leaves_nothing() -> None:
    result = guarded(heard("请不吝点赞 订阅 转发 " * 12), ZH, 6.0)
    assert (result.phantom, result.heard.text) == (Phantom.CREDITS, "")


def test_that_a_line_without_words_is_guarded_too() -> None:
    assert guarded(Heard("侧边" + "拉" * 50, compression=9.0), ZH, 2.0).heard.text == "侧边拉"


@pytest.mark.parametrize(
    "text",
    ["这个多少钱？", "好的", "没问题，三天发货", "MOQ 500 pcs", "Yes, we can", "九块九包邮", "对，有现货"],
)
def test_that_plain_speech_passes_unchanged(text: str) -> None:
    line = heard(text)
    result = guarded(line, ZH, 1.2)
    assert (result.phantom, result.heard) == (None, line)
