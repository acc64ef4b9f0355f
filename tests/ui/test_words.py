"""Every code has words, and figures read as trade writes them."""

import itertools
from decimal import Decimal
from string import Formatter

import pytest
from PySide6.QtCore import QLocale

from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import (
    Health,
    HealthState,
    LineWarning,
    MessageState,
    Notice,
    NoticeCode,
    NoticeLevel,
    Origin,
    Part,
    Reason,
    ReplyState,
    Session,
    SessionState,
    WarningKind,
)
from livedesk.core.settings import Theme
from livedesk.ui import names, sentences, words


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale("en"))


def test_that_every_code_has_words() -> None:
    texts = [words.reason_text(reason) for reason in Reason]
    texts += [words.failure_text(reason) for reason in Reason]
    texts += [words.error_text(code) for code in ErrorCode]
    texts += [words.notice_text(Notice(code, NoticeLevel.INFO)) for code in NoticeCode]
    texts += [words.message_state_text(state) for state in MessageState]
    texts += [words.reply_state_text(state) for state in ReplyState]
    texts += [words.origin_text(origin) for origin in Origin]
    texts += [words.theme_name(theme) for theme in Theme]
    texts += [words.part_name(part) for part in Part]
    texts += [
        words.session_state_text(state, is_rehearsal=is_rehearsal)
        for state, is_rehearsal in itertools.product(SessionState, (True, False))
    ]
    for part, state in itertools.product(Part, HealthState):
        texts += [words.health_text(Health(part, state)), words.health_hint(Health(part, state))]
    assert all(texts)
    assert not [text for text in texts if "{" in text]


def test_that_a_rehearsal_never_reads_live() -> None:
    for state in SessionState:
        assert "live" not in words.session_state_text(state, is_rehearsal=True).lower()


@pytest.mark.parametrize("table", [sentences._ERRORS, sentences._NOTICES])
def test_that_the_last_sentence_of_a_code_needs_no_values(table: dict[object, tuple[object, ...]]) -> None:
    for choices in table.values():
        assert not [name for _, name, _, _ in Formatter().parse(str(choices[-1])) if name]


def test_that_a_sentence_uses_the_values_it_is_given() -> None:
    full = words.notice_text(
        Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING, {"source": "zh", "target": "es"})
    )
    assert "Chinese" in full
    assert "Spanish" in full
    half = words.notice_text(Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING, {"source": "zh"}))
    assert half == words.notice_text(Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING))


def test_that_a_notice_says_why() -> None:
    notice = Notice(NoticeCode.STORE_FAILED, NoticeLevel.ERROR, {"code": ErrorCode.DISK_FULL})
    assert words.error_text(ErrorCode.DISK_FULL) in words.notice_text(notice)


def test_that_a_mistake_in_a_booth_is_named_with_its_place() -> None:
    params = {"file": "products.csv", "line": 5, "field": "moq", "fault": "not_a_number", "value": "viele"}
    assert (
        words.error_text(ErrorCode.BOOTH_BROKEN, params)
        == "products.csv, line 5, moq: “viele” is not a number."
    )
    missing = {"file": "booth.toml", "line": 0, "field": "", "fault": "missing", "value": ""}
    assert words.error_text(ErrorCode.BOOTH_BROKEN, missing) == "booth.toml is missing."


def test_that_the_booth_reader_and_the_sentences_know_the_same_faults() -> None:
    from livedesk.adapters.booth.fault import Fault

    assert set(sentences._FAULTS) == set(Fault)


def test_that_an_unknown_failure_is_shown_with_its_code() -> None:
    assert "meteor" in words.failure_text("meteor")
    assert words.failure_text("") == ""


@pytest.mark.parametrize(
    ("price", "currency", "text"),
    [
        ("3.5", "USD", "US$ 3.50"),
        ("12400", "USD", "US$ 12,400.00"),
        ("0.0125", "USD", "US$ 0.0125"),
        ("6.8", "eur", "€ 6.80"),
        ("25", "CNY", "¥ 25.00"),
        ("1500", "JPY", "JP¥ 1,500"),
        ("2", "XYZ", "XYZ 2.00"),
    ],
)
def test_that_prices_read_as_on_a_price_list(price: str, currency: str, text: str) -> None:
    assert words.format_price(Decimal(price), currency) == text


def test_that_quantities_have_their_thousands_apart() -> None:
    assert words.format_quantity(1000, "pcs") == "1,000 pcs"
    assert words.format_quantity(500) == "500"
    assert words.format_from_quantity(12400, "pcs") == "from 12,400 pcs"


@pytest.mark.parametrize(
    ("seconds", "timer", "minutes"),
    [
        (0, "00:00:00", "00:00"),
        (2537.9, "00:42:17", "42:17"),
        (36_000, "10:00:00", "10:00:00"),
        (-3, "00:00:00", "00:00"),
    ],
)
def test_that_times_read_as_clocks(seconds: float, timer: str, minutes: str) -> None:
    assert words.format_timer(seconds) == timer
    assert words.format_minutes(seconds) == minutes


def test_that_a_lag_has_one_decimal() -> None:
    assert words.format_lag(310) == "0.3 s"
    assert words.format_lag(12_340) == "12.3 s"
    assert words.format_lag(40) == "<0.1 s"
    health = Health(Part.TRANSLATION, HealthState.OK, lag_ms=310)
    assert words.health_text(health) == "Translation 0.3 s"
    assert words.health_text(Health(Part.TRANSLATION, HealthState.FAILED, lag_ms=310)) == "Translation failed"


def test_that_a_doubtful_figure_is_told_with_both_values() -> None:
    def text(in_source: tuple[str, ...], in_translation: tuple[str, ...]) -> str:
        return words.warning_text(LineWarning(WarningKind.FIGURES, in_source, in_translation))

    assert text(("12400",), ("12000",)) == "figure differs: 12,000 / 12,400"
    assert text(("12400",), ()) == "figure missing: 12,400"
    assert text((), ("12000", "3.20")) == "figure not in the original: 12,000, 3.2"
    assert text((), ()) == "check the figures"


@pytest.mark.parametrize("value", ["A4", "JZ-03", "", "NaN", "Infinity", "1/2"])
def test_that_a_figure_that_is_no_number_stays_as_it_is(value: str) -> None:
    assert words.format_figure(value) == value


def test_that_languages_are_named_in_the_language_of_the_window() -> None:
    assert words.language_name(Language("es")) == "Spanish"
    QLocale.setDefault(QLocale("zh_CN"))
    assert words.language_name(Language("es")) == "西班牙语"
    assert words.language_own_name(Language("es")) == "Español"
    assert words.language_own_name(ZH) == "中文"


@pytest.mark.parametrize("code", ["xx", "", "not a language", "1"])
def test_that_a_language_without_a_name_keeps_its_code(code: str) -> None:
    assert words.language_name(Language(code)) == code


def test_that_a_badge_is_two_letters_or_a_question_mark() -> None:
    assert words.language_badge(Language("es")) == "ES"
    assert words.language_badge(None) == "?"


def test_that_the_top_line_names_who_speaks_and_who_reads() -> None:
    from livedesk.core.ids import SessionId

    session = Session(SessionId("1"), "Fair", SessionState.LIVE, False, ZH, (EN, Language("es")))
    assert words.languages_text(session) == "中文 → English, Español"


def test_that_a_show_without_a_name_gets_its_time() -> None:
    import time

    at = time.mktime((2026, 11, 21, 19, 32, 0, 0, 0, -1))
    assert words.default_session_name(at) == "Show 2026-11-21 19:32"


def test_that_the_usual_names_of_languages_are_those_babel_gives() -> None:
    for code, name in names._OWN_NAMES.items():
        assert name == names._language_name(code, code)
