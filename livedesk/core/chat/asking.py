"""How many pieces a buyer asks about: read only where there is no doubt, for a wrong quantity is a wrong price."""

from collections.abc import Callable

from livedesk.core.chat.intent import Intent
from livedesk.core.ids import Language
from livedesk.core.records import Message
from livedesk.core.translation.figures import Figure, read

_OF_QUANTITY = frozenset([Intent.PRICE, Intent.MOQ, Intent.SHIPPING, Intent.STOCK])
_FEWEST_BARE = 10
"""A smaller number without a unit may be an article's; with a weak one (三个颜色) it may count anything."""
_PACKED = frozenset(["pair", "carton", "pallet", "container"])
_MOST = 1_000_000_000
_NO_LANGUAGE = Language("")


def asked_quantity(message: Message, is_number: Callable[[int], bool]) -> int | None:
    """Return the pieces that `message` speaks of ("price for 500 pcs?"), None where it names none or several.

    A number without a unit counts only where a price, a delivery or a stock is asked for and no other figure stands
    beside it; one that `is_number` of an article is a name.
    """
    figures = read(message.text, message.language or _NO_LANGUAGE, lenient=True).certain
    if not figures or any(_dimension(figure) in _PACKED for figure in figures):
        return None
    counted = {_pieces(figure) for figure in figures if _dimension(figure) == "count"}
    if counted:
        return counted.pop() if len(counted) == 1 else None
    if len(figures) != 1 or _dimension(figures[0]) or _OF_QUANTITY.isdisjoint(message.intents):
        return None
    quantity = _pieces(figures[0])
    return None if quantity is None or is_number(quantity) else quantity


def _dimension(figure: Figure) -> str:
    return figure.reading.unit.dimension if figure.reading.unit else ""


def _pieces(figure: Figure) -> int | None:
    reading = figure.reading
    unit = reading.unit
    pieces = reading.value * (unit.factor if unit else 1)
    fewest = 1 if unit and not unit.is_weak else _FEWEST_BARE
    # "1.500" is one and a half here and fifteen hundred there: what can be read in two ways is not read.
    is_one = len({each.value for each in figure.readings}) == 1
    return int(pieces) if is_one and pieces == int(pieces) and fewest <= pieces < _MOST else None
