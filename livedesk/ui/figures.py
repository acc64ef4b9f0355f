"""Figures as people read them: money, quantities, times, lags. Kept in the forms that trade talk uses."""

import time
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol, get_group_symbol
from PySide6.QtCore import QCoreApplication, QLocale, QObject


def locale_name() -> str:
    """Return the window's language in babel's form: "en_US", "zh_CN"; English where Qt knows only "C"."""
    name = QLocale().name()
    return "en_US" if name == "C" else name


def format_price(price: Decimal, currency: str, locale: str = "") -> str:
    """Return a price such as "US$ 3.50" or "US$ 0.0125", or "XYZ 3.50" for a currency without a sign.

    It is written as readers of `locale` (babel's form) write figures; "" is the window's language.
    """
    # The Chinese table tells US$, HK$ and ¥ apart, which a bare "$" would not.
    return f"{get_currency_symbol(currency.upper(), locale='zh_CN')} {format_amount(price, currency, locale)}"


def format_amount(price: Decimal, currency: str, locale: str = "") -> str:
    """Return a price without its currency, "3.50", for where the currency stands nearby. Never rounded."""
    return _amount(price, get_currency_precision(currency.upper()), locale or locale_name())


@lru_cache(maxsize=4096)
def _amount(price: Decimal, places: int, locale: str) -> str:
    pattern = f"#,##0.{'0' * places}"
    return str(format_decimal(price, format=pattern, locale=locale, decimal_quantization=False))


def format_count(count: int) -> str:
    """Return a whole number with its thousands apart: "12,400"."""
    return str(format_decimal(count, locale=locale_name()))


def format_quantity(count: int, unit: str = "") -> str:
    """Return a quantity such as "1,000 pcs"."""
    return f"{format_count(count)} {unit}".strip()


def format_from_quantity(count: int, unit: str = "") -> str:
    """Return the quantity a price starts at: "from 500 pcs"."""
    return QCoreApplication.translate("words", "from {quantity}").format(
        quantity=format_quantity(count, unit)
    )


def format_figure(value: str, least_places: int = 0) -> str:
    """Return a plain figure with its thousands apart: "12400" as "12,400", with `least_places` as "12,400.00"."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    pattern = f"#,##0.{'0' * least_places}{'#' * (8 - least_places)}"
    return str(format_decimal(number, format=pattern, locale=locale_name()))


def group_mark() -> str:
    """Return what stands between thousands in the language of the window."""
    return str(get_group_symbol(locale_name()))


def format_timer(seconds: float) -> str:
    """Return a running time as "00:42:17"."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest:02d}"


def format_minutes(seconds: float) -> str:
    """Return a short time as "04:17"; an hour and more as "1:04:17"."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    if minutes < 60:
        return f"{minutes:02d}:{rest:02d}"
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def format_time_of_day(at: float) -> str:
    """Return the local clock time of `at` (seconds since 1970) as "10:42"."""
    return time.strftime("%H:%M", time.localtime(at))


def format_lag(lag_ms: int) -> str:
    """Return a lag as "0.3 s"; less than a tenth as "<0.1 s"."""
    seconds = f"{lag_ms / 1000:.1f}" if lag_ms >= 100 else "<0.1"
    return QCoreApplication.translate("words", "{seconds} s").format(seconds=seconds)


def format_gap(gap_s: float) -> str:
    """Return what stands in the place of captions that were never made: "12 s without captions"."""
    seconds = max(1, round(gap_s))
    if seconds < 60:
        text = QCoreApplication.translate("words", "{seconds} s without captions")
    else:
        text = QCoreApplication.translate("words", "{minutes} min {seconds} s without captions")
    return text.format(minutes=seconds // 60, seconds=seconds % 60 if seconds >= 60 else seconds)


class _Counted(QObject):
    """Texts with a plural; `tr` of a QObject is the only form that lupdate takes for one in Python."""

    def days(self, count: int) -> str:
        return self.tr("%n days", "", count)


def format_days(count: int) -> str:
    """Return a lead time such as "30 days" or "1 day"."""
    return _Counted().days(count)
