"""Whisper's tokens become words with their times."""

from livedesk.adapters.speech.whisper_words import words_of


def words(*tokens: str) -> list[tuple[str, float, float]]:
    times = [(0.1 * place, 0.1 * (place + 1), 0.5) for place in range(len(tokens))]
    return [(word.text, round(word.t0_s, 3), round(word.t1_s, 3)) for word in words_of(tokens, times)]


def text_of(*tokens: str) -> str:
    return "".join(text for text, _, _ in words(*tokens))


def test_that_text_is_in_the_bytes_of_the_tokens() -> None:
    assert text_of("ä½ł", "å¥½", "Ġhall", "Ġ3") == "你好 hall 3"
    assert text_of("caf", "Ã©") == "café"


def test_that_a_character_at_the_cut_is_marked_and_not_lost() -> None:
    assert words("ä½ł", "å") == [("你\ufffd", 0.0, 0.2)]


def test_that_a_character_in_two_tokens_has_the_time_of_both() -> None:
    assert words("åģ", "ľ", "ä½ł") == [("停", 0.0, 0.2), ("你", 0.2, 0.3)]


def test_that_characters_in_one_token_share_its_time() -> None:
    assert words("ä¸Ģä¸ĭ") == [("一", 0.0, 0.05), ("下", 0.05, 0.1)]


def test_that_words_are_divided_at_blanks_and_marks_stay_with_them() -> None:
    assert words("ĠThe", "Ġpr", "ice", "Ġis", "Ġ3", ".", "5", "!") == [
        (" The", 0.0, 0.1),
        (" price", 0.1, 0.3),
        (" is", 0.3, 0.4),
        (" 3.5!", 0.4, 0.8),
    ]


def test_that_letters_and_figures_between_chinese_are_words() -> None:
    assert [text for text, _, _ in words("æľī", "9", "æ¡", "£", ",", "USB", "-", "C", "æİ¥")] == [
        "有",
        "9",
        "档,",
        "USB-C",
        "接",
    ]


def test_that_bytes_of_no_character_are_marked() -> None:
    assert text_of("ÿ", "þ", "ä½ł") == "\ufffd\ufffd你"


def test_that_a_word_is_as_likely_as_its_characters_in_the_mean() -> None:
    (word,) = words_of(["pri", "ces"], [(0.0, 0.1, 0.9), (0.1, 0.2, 0.4)])
    assert round(word.probability, 2) == 0.6


def test_that_no_tokens_are_no_words() -> None:
    assert words_of([], []) == ()
