"""Reading sizes, weights, days, dates and customs codes: "60x40x35cm", "12.5kg", "25-30天", "有效期至2027年5月"."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from decimal import Decimal

from livedesk.core.catalogue.importing.numbers import exact, figure, fold_cell, plain_number, refuse_error
from livedesk.core.catalogue.importing.problems import BadCell, ProblemCode
from livedesk.core.catalogue.importing.sheet import Value, as_text
from livedesk.core.catalogue.importing.units import CENTIMETRES, KILOGRAMS, SOLD_BY
from livedesk.core.catalogue.product import LeadTime

_MOST_CM = 1200
_LIKELY_CM = 200
"""A carton is shorter than this; a bare figure above it is likely in millimetres, and nobody can tell."""
_LEAST_LIKELY_CM = 3
"""A carton of which no bare side is longer is likely in metres."""
_MOST_KG = 30_000
_TON = 1000
MOST_DAYS = 1000

_TONS_OR_KILOGRAMS = re.compile(r"\d{1,3},\d{3}")
"""12,500 is twelve and a half kilograms to some, and twelve tons to others."""
_TIMES = re.compile(r"\s*[x*×]\s*")
_SIDE = re.compile(
    r"(?:[lwhd长宽高]\s*[:=]?\s*)?(?P<number>[\d.,]+)\s*(?P<unit>cms?|mm|m|inch(?:es)?|in|厘米|公分|毫米|米|英寸|\")?(?:\s*[(]?[lwhd长宽高][)]?)?"
)
_WEIGHT = re.compile(
    r"(?:(?:g\.?\s?w\.?|n\.?\s?w\.?|毛重|净重|gross|net)(?:\s*weight)?\s*[:：]?\s*)?"
    r"(?P<number>[\d.,]+)\s*(?P<unit>kgs?|grams?|g|lbs?|千克|公斤|克|磅|斤)?\.?(?:/(?:ctn|carton|箱))?"
)
_WEIGHTS = re.compile(r"\s*[/;,、]\s*(?=[a-z毛净\d])|\s+(?=[gn]\.?w|毛重|净重|gross|net)")
_DAY_WORDS = r"(?:工作日|天|日|working days|business days|days?|d)"
_DAYS = re.compile(
    rf"(?:about|approx\.?|within|约|大约|收到定金后?|after deposit)?\s*(?P<first>\d+)\s*{_DAY_WORDS}?"
    rf"(?:\s*(?:-|~|至|到|to)\s*(?P<last>\d+))?\s*(?P<unit>{_DAY_WORDS}|weeks?|wks?|周|个?星期|个?礼拜|months?|个月)?"
    r"(?:\s*(?:左右|以内|内|after (?:receiving |receipt of )?(?:the )?(?:deposit|payment|order)))?"
)
"""Only 个月 counts months: 12月 is December."""
_WEEKS, _MONTHS_LONG = re.compile(r"week|wk|周|星期|礼拜"), re.compile(r"month|月")
_UNITS_OF_ORDER = "|".join(sorted(map(re.escape, SOLD_BY), key=len, reverse=True))
_LEAD_STEP = re.compile(
    rf"(?:>=|≥|>)?\s*(?P<quantity>\d[\d,]*)\s*(?:-\s*\d[\d,]*)?\s*(?:{_UNITS_OF_ORDER})?\s*(?:\+|以上)?\s*[:]\s*(?P<days>.+)"
)
_HS = re.compile(r"\d{4}[. ]?\d{2}(?:[. ]?\d{2}){0,2}(?:[. ]?\d{1,2})?")


def carton_sides(value: Value, unit: str) -> tuple[Decimal, Decimal, Decimal]:
    """Return length, width and height in centimetres; `unit` is the heading's. Raises `BadCell`."""
    refuse_error(value)
    text = re.sub(r"(?:外箱|箱规|carton|size|尺寸)\s*:?", " ", fold_cell(value)).strip(" ()")
    parts = _TIMES.split(text)
    sides = [_SIDE.fullmatch(part.strip()) for part in parts]
    if len(parts) != 3 or not all(sides):
        raise BadCell(ProblemCode.NOT_A_SIZE)
    found = [side for side in sides if side]
    stated = next((side["unit"] for side in reversed(found) if side["unit"]), "") or unit
    numbers = [figure(side["number"]) for side in found]
    if not stated and max(numbers) < _LEAST_LIKELY_CM:
        raise BadCell(ProblemCode.NOT_A_SIZE)  # metres, most likely
    length, width, height = (_centimetres(number, stated, max(numbers)) for number in numbers)
    return length, width, height


def carton_side(value: Value, unit: str) -> Decimal:
    """Return one side of a carton in centimetres; raises `BadCell`."""
    refuse_error(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = exact(value)
        return _centimetres(number, unit, number)
    match = _SIDE.fullmatch(fold_cell(value))
    if match is None:
        raise BadCell(ProblemCode.NOT_A_SIZE)
    number = figure(match["number"])
    return _centimetres(number, match["unit"] or unit, number)


def _centimetres(number: Decimal, unit: str, largest: Decimal) -> Decimal:
    if not unit and largest > _LIKELY_CM:
        raise BadCell(ProblemCode.NOT_A_SIZE)
    length = number * CENTIMETRES.get(unit, Decimal(1))
    if not 0 < length <= _MOST_CM:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return length


def weight(value: Value, unit: str) -> Decimal:
    """Return a weight in kilograms; `unit` is the heading's, kilograms where nobody says. Raises `BadCell`."""
    refuse_error(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _kilograms(exact(value), unit)
    return _one_weight(fold_cell(value), unit)


def weights(value: Value, unit: str) -> tuple[Decimal, Decimal]:
    """Return gross and net weight of a cell that holds both, in either order; raises `BadCell`."""
    refuse_error(value)
    parts = _WEIGHTS.split(fold_cell(value).replace("/ctn", "").replace("/箱", ""))
    if len(parts) != 2:
        raise BadCell(ProblemCode.NOT_A_WEIGHT)
    last = _WEIGHT.fullmatch(parts[1].strip())
    stated = (last["unit"] if last else "") or unit
    both = [_one_weight(part.strip(), stated) for part in parts]
    return max(both), min(both)


def _one_weight(text: str, unit: str) -> Decimal:
    match = _WEIGHT.fullmatch(text)
    if match is None:
        raise BadCell(ProblemCode.NOT_A_WEIGHT)
    kilograms = _kilograms(figure(match["number"]), match["unit"] or unit)
    if kilograms >= _TON and _TONS_OR_KILOGRAMS.fullmatch(match["number"]):
        raise BadCell(ProblemCode.AMBIGUOUS_NUMBER)
    return kilograms


def _kilograms(number: Decimal, unit: str) -> Decimal:
    kilograms = number * KILOGRAMS.get(unit, Decimal(1))
    if not 0 < kilograms <= _MOST_KG:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return kilograms


def volume(value: Value) -> Decimal:
    """Return the cubic metres in a cell; raises `BadCell`."""
    refuse_error(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(f"{value:.15g}")
    return figure(re.sub(r"(?:cbm|m3|m³|立方米?)$", "", fold_cell(value)).strip())


def days(value: Value) -> int:
    """Return a number of days: of a range the later one, which can be kept. Raises `BadCell`."""
    if isinstance(value, int | float):
        number = plain_number(value)
        if number != number.to_integral_value():
            raise BadCell(ProblemCode.NOT_A_NUMBER)
        count = int(number)
    else:
        refuse_error(value)
        match = _DAYS.fullmatch(fold_cell(value))
        if match is None:
            raise BadCell(ProblemCode.NOT_A_NUMBER)
        unit = match["unit"] or ""
        count = max(int(match["first"]), int(match["last"] or 0))
        count *= 7 if _WEEKS.search(unit) else 30 if _MONTHS_LONG.search(unit) else 1
    if not 0 < count <= MOST_DAYS:
        raise BadCell(ProblemCode.OUT_OF_RANGE)
    return count


def lead_times(value: Value) -> tuple[LeadTime, ...]:
    """Return days of production by quantity: "25", "25-30天", "500+: 25; 3000+: 35". Raises `BadCell`."""
    if not isinstance(value, str):
        return (LeadTime(0, days(value)),)
    parts = [fold_cell(part) for part in re.split(r"[\n;；]+", as_text(value)) if part.strip()]
    steps = [_LEAD_STEP.fullmatch(part) for part in parts]
    if not any(steps):
        return (LeadTime(0, days(value)),)
    if not all(steps):
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    found = {int(step["quantity"].replace(",", "")): days(step["days"]) for step in steps if step}
    if len(found) < len(steps):
        raise BadCell(ProblemCode.TIER_TWICE)
    return tuple(LeadTime(quantity, found[quantity]) for quantity in sorted(found))


def hs_code(value: Value) -> str:
    """Return a customs code as written, without spaces; raises `BadCell`.

    A number cell that ends in zeros has lost them behind its point (8509.40 is kept as 8509.4): then nobody can tell.
    """
    refuse_error(value)
    text = as_text(value).translate(str.maketrans("．０１２３４５６７８９", ".0123456789")).strip()
    if isinstance(value, float) and not value.is_integer():
        raise BadCell(ProblemCode.NOT_AN_HS_CODE)
    if not _HS.fullmatch(text):
        raise BadCell(ProblemCode.NOT_AN_HS_CODE)
    return text.replace(" ", "")


_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_MONTH = r"(?P<word>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATES = (
    re.compile(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*月?底?"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]*{_MONTH}[\s,-]*(?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,\s*(?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH}[\s,-]*(?P<year>\d{{4}})"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"),
    re.compile(r"(?P<one>\d{1,2})[/-](?P<other>\d{1,2})[/-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})年?底?"),
)
_DATE_WORDS = re.compile(
    r"有效期至?|到期日?|期限|截止|至|到|为止|前|[:()]"
    r"|(?<![a-z])(?:valid until|valid to|valid|expires on|expires|expiry|exp\.?|until|till|by)(?![a-z])"
)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_SERIAL_ZERO = date(1899, 12, 30)


def iso_date(value: Value) -> str:
    """Return a date as ISO text; of a month or a year its last day, since a certificate holds until then.

    A number is a spreadsheet's day count (from 1899-12-30). Raises `BadCell`: NOT_A_DATE, or AMBIGUOUS_DATE for
    05/06/2027, which is in May here and in June there.
    """
    refuse_error(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    text = " ".join(_DATE_WORDS.sub(" ", fold_cell(value)).split())
    for pattern in _DATES:
        match = pattern.fullmatch(text)
        if match:
            return _from_parts(match.groupdict())
    if text.isdecimal() and len(text) == 5:
        return _from_number(int(text))
    raise BadCell(ProblemCode.NOT_A_DATE)


def _from_number(value: int | float) -> str:
    if float(value).is_integer() and _FIRST_YEAR <= value <= _LAST_YEAR:
        return date(int(value), 12, 31).isoformat()
    if float(value).is_integer() and 10**7 < value < 10**8:
        return iso_date(str(int(value)))
    first, last = (date(year, 1, 1) - _SERIAL_ZERO for year in (_FIRST_YEAR, _LAST_YEAR))
    if not first.days <= value <= last.days:
        raise BadCell(ProblemCode.NOT_A_DATE)
    return (_SERIAL_ZERO + timedelta(days=int(value))).isoformat()


def _from_parts(parts: dict[str, str | None]) -> str:
    year = int(parts["year"] or 0)
    if parts.get("one"):
        one, other = int(parts["one"] or 0), int(parts["other"] or 0)
        if one <= 12 and other <= 12 and one != other:
            raise BadCell(ProblemCode.AMBIGUOUS_DATE)
        month, day = (one, other) if other > 12 or one == other else (other, one)
    else:
        word = parts.get("word")
        month = _MONTHS[word] if word else int(parts.get("month") or 12)
        day = int(parts.get("day") or 0)
    if not 1 <= month <= 12 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise BadCell(ProblemCode.NOT_A_DATE)
    last_day = monthrange(year, month)[1]
    if not 0 <= day <= last_day:
        raise BadCell(ProblemCode.NOT_A_DATE)
    return date(year, month, day or last_day).isoformat()
