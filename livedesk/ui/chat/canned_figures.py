"""Figures of canned answers, as readers of a language write them."""

from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol

from livedesk.core.chat.fill import Figures
from livedesk.core.ids import Language
from livedesk.core.typing_compat import override


class LocalFigures(Figures):
    """Amounts are never rounded; the currency stands in front, so that "$" says whose it is."""

    @override
    def money(self, amount: Decimal, currency: str, language: Language) -> str:
        places = get_currency_precision(currency.upper())
        pattern = f"#,##0.{'0' * places}"
        number = format_decimal(amount, format=pattern, locale=_locale(language), decimal_quantization=False)
        # The Chinese table tells US$, HK$ and CA$ apart, which a bare "$" would not.
        return f"{get_currency_symbol(currency.upper(), locale='zh_CN')} {number}"

    @override
    def count(self, number: int, language: Language) -> str:
        return str(format_decimal(number, locale=_locale(language)))


def _locale(language: Language) -> Locale:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")
