"""Figures, times and names as the reader of a report writes them; through Babel."""

from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent, get_currency_precision, get_currency_symbol

from livedesk.adapters.report.words import ReportWords
from livedesk.core.catalogue.product import in_language
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.report.report import Money, Report


class Formats:
    """One reader's way to write; times are those of this computer."""

    def __init__(self, report: Report, words: ReportWords) -> None:
        self._words = words
        self._locale = Locale.parse(words.locale)
        self._names = report.names
        self.language = ZH if words.locale.startswith("zh") else EN

    def number(self, value: float | Decimal) -> str:
        """Return 12,400."""
        return format_decimal(value, locale=self._locale)

    def share(self, part: int, whole: int) -> str:
        """Return 86%, "–" of nothing; all and nothing are said of all and nothing only."""
        if not whole:
            return "–"
        rounded = round(100 * part / whole)
        percent = 99 if rounded == 100 and part < whole else 1 if rounded == 0 and part else rounded
        return format_percent(percent / 100, locale=self._locale)

    def money(self, amounts: tuple[Money, ...]) -> str:
        """Return "US$ 12,400.00 + € 90.00", as the desk writes prices; never rounded: "US$ 0.0125"."""
        return " + ".join(self._one_amount(money) for money in amounts)

    def _one_amount(self, money: Money) -> str:
        pattern = f"#,##0.{'0' * get_currency_precision(money.currency)}"
        amount = format_decimal(money.amount, format=pattern, locale=self._locale, decimal_quantization=False)
        # The Chinese table tells US$, HK$ and CA$ apart, which a bare "$" would not.
        return f"{get_currency_symbol(money.currency, locale='zh_CN')} {amount}"

    def length(self, seconds: float | None) -> str:
        """Return 1 h 23 min, 12 min, 3 min 20 s, 8 s; "–" for none."""
        words = self._words
        if seconds is None:
            return "–"
        whole = round(seconds)
        if whole < 60:
            return words.only_seconds.format(seconds=whole)
        if whole < 600 and whole % 60:
            return words.minutes_seconds.format(minutes=whole // 60, seconds=whole % 60)
        minutes = round(whole / 60)
        if minutes < 60:
            return words.only_minutes.format(minutes=minutes)
        return words.hours_minutes.format(hours=minutes // 60, minutes=minutes % 60)

    def lag(self, milliseconds: int | None) -> str:
        """Return 0.3 s, "–" for none."""
        if milliseconds is None:
            return "–"
        seconds = format_decimal(Decimal(milliseconds) / 1000, format="0.0", locale=self._locale)
        return self._words.only_seconds.format(seconds=seconds)

    def date(self, at: float) -> str:
        """Return 22 November 2026."""
        return format_date(_local(at), "long", locale=self._locale)

    def time(self, at: float) -> str:
        """Return 14:05."""
        return format_time(_local(at), "HH:mm", locale=self._locale)

    def span(self, began: float, ended: float) -> str:
        """Return when a show was: the day, from when to when."""
        end = self.time(ended)
        if _local(began).date() != _local(ended).date():
            end = f"{self.date(ended)} {end}"
        return f"{self.date(began)}, {self.time(began)}–{end}"

    def language_name(self, language: Language | str | None) -> str:
        """Return Spanish, the words for "not known" where there is none."""
        return _language_name(str(language), str(self._locale)) if language else self._words.unknown

    def country(self, code: str) -> str:
        """Return Mexico for "MX"; "HK" and the like by their usual names."""
        return self._locale.territories.get(code.upper(), code) if code else self._words.unknown

    def platform(self, name: str) -> str:
        """Return what a platform is called."""
        if not name:
            return self._words.unknown
        known = self._words.codes.get(f"platform.{name.lower()}")
        return known or name[:1].upper() + name[1:]

    def product(self, sku: Sku) -> str:
        """Return the product's name in the reader's language, its SKU where it has none."""
        return in_language(self._names.get(sku, {}), self.language) or sku

    def named(self, sku: Sku) -> str:
        """Return the name with the SKU."""
        name = self.product(sku)
        return f"{name} ({sku})" if name != sku else sku


def _local(at: float) -> datetime:
    try:
        return datetime.fromtimestamp(at).astimezone()
    except (OverflowError, OSError, ValueError):  # a clock that was far off
        return datetime.fromtimestamp(0).astimezone()


@lru_cache(maxsize=512)
def _language_name(language: str, locale: str) -> str:
    try:
        name = Locale.parse(language).get_language_name(locale)
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language
