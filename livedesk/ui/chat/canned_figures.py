"""Figures of canned answers, as readers of a language write them."""

from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from livedesk.core.chat.fill import Figures
from livedesk.core.ids import Language
from livedesk.core.typing_compat import override
from livedesk.ui.figures import format_price


class LocalFigures(Figures):
    """Amounts are never rounded; the currency stands in front, so that "$" says whose it is."""

    @override
    def money(self, amount: Decimal, currency: str, language: Language) -> str:
        return format_price(amount, currency, _locale(language))

    @override
    def count(self, number: int, language: Language) -> str:
        return str(format_decimal(number, locale=_locale(language)))


def _locale(language: Language) -> str:
    try:
        return str(Locale.parse(language))
    except (UnknownLocaleError, ValueError):
        return "en"
