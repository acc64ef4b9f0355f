"""Reading texts: lists in one cell, certificates with their expiry, and two languages in one cell."""

import re

from livedesk.core.catalogue.importing.measures import iso_date
from livedesk.core.catalogue.importing.numbers import refuse_error
from livedesk.core.catalogue.importing.problems import BadCell, ProblemCode
from livedesk.core.catalogue.importing.sheet import Value, as_text
from livedesk.core.catalogue.product import Certificate
from livedesk.core.ids import EN, ZH, Language

MOST_LETTERS = 8000
"""Of one text; a cell of a spreadsheet holds 32,767."""
MOST_SKU_LETTERS = 60
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
SEPARATORS = re.compile(r"[;；,，、|]")
"""What parts the items of a list in one cell, where they do not stand on lines of their own."""
_LINES = re.compile(r"\n+")
_TWO = re.compile(
    r"\n+|\s+/\s+|(?<=[\u3400-\u9fff])\s*/\s*(?=[A-Za-z])|(?<=[A-Za-z])\s*/\s*(?=[\u3400-\u9fff])"
)
_SLASH = re.compile(r"(?<=[A-Za-z])/(?=[A-Z])")
_WHOLE_NAME = re.compile(r"(?:ISO|EN|IEC|ASTM|GB|UL|DIN|BS)[/ ]")
_EXPIRY = re.compile(r"(.*\S)\s*[(（]([^()（）]*)[)）]", re.DOTALL)
_UNTIL = re.compile(
    r"(.*?\S)\s*(?:有效期至?|到期日?|valid until|until|exp\.?|expires)\s*[:：]?\s*(\S.*)", re.IGNORECASE
)
_SHORTENED = re.compile(r"\d(?:\.\d+)?E[+-]\d+", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def text_of(value: Value, most: int = MOST_LETTERS) -> str:
    """Return the text in a cell without what no database or window keeps; raises `BadCell`."""
    refuse_error(value)
    text = _CONTROL.sub("", as_text(value))
    if len(text) > most:
        raise BadCell(ProblemCode.TOO_LONG, text[:60])
    return text


def sku_of(value: Value) -> str:
    """Return the article number in a cell, on one line; raises `BadCell`.

    BAD_SKU also for what a spreadsheet made of one and nobody can turn back: 6.92E+12 of a bar code, a date of 3-5.
    """
    refuse_error(value)
    text = as_text(value)
    if not text:
        raise BadCell(ProblemCode.NO_SKU)
    is_spoilt = (
        not isinstance(value, str | int | float) or isinstance(value, bool) or _SHORTENED.fullmatch(text)
    )
    if is_spoilt or len(text) > MOST_SKU_LETTERS or not text.isprintable():
        raise BadCell(ProblemCode.BAD_SKU)
    return text


def texts_by_language(
    text: str, language: Language | None, *, by_lines_only: bool = False
) -> dict[Language, str]:
    """Return a text under its language; without one Chinese and English are told apart by their script.

    "榨汁杯 / Juicer cup", or each on a line of its own, is two texts (with `by_lines_only` only the latter: a stroke
    in a description means something else); one that is mixed otherwise stays whole, as Chinese.
    """
    if not text:
        return {}
    if language is not None:
        return {language: text}
    parts = [part.strip() for part in (_LINES if by_lines_only else _TWO).split(text) if part.strip()]
    if len(parts) > 1:
        han = [part for part in parts if _HAN.search(part)]
        latin = [part for part in parts if not _HAN.search(part)]
        if han and latin and all(_LATIN.search(part) for part in latin):
            return {ZH: "\n".join(han), EN: "\n".join(latin)}
    return {ZH if _HAN.search(text) else EN: text}


def items_of(value: Value) -> tuple[str, ...]:
    """Return the items of a list in one cell: one a line, else parted by ; , 、 or |. Raises `BadCell`."""
    raw = value if isinstance(value, str) else as_text(value)
    text = text_of(value)
    # A line break at the end tells a single item that holds a separator; see `to_rows.listed`.
    has_lines = "\n" in raw.replace("\r", "\n")
    parts = _LINES.split(text) if has_lines else SEPARATORS.split(text)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def certificates_of(value: Value) -> tuple[Certificate, ...]:
    """Return the certificates in a cell: "CE, RoHS", "CE/RoHS", "CE (2027-05-01); LFGB". Raises `BadCell`."""
    found = []
    for item in items_of(value):
        whole = _WHOLE_NAME.match(item) or "(" in item or "（" in item
        for part in [item] if whole else _SLASH.split(item):
            found.append(_certificate(part.strip()))
    return tuple({certificate.name: certificate for certificate in found}.values())


def _certificate(text: str) -> Certificate:
    match = _EXPIRY.fullmatch(text)
    if match and not match[2].strip():
        return Certificate(match[1])
    if match and any(c.isdigit() for c in match[2]):
        try:
            return Certificate(match[1], iso_date(match[2]))
        except BadCell as error:
            # "FDA (21 CFR 177)" is a name; only what looks like a date must be one.
            if error.code is ProblemCode.AMBIGUOUS_DATE:
                raise
            return Certificate(text)
    until = _UNTIL.fullmatch(text)
    if until:
        return Certificate(until[1], iso_date(until[2]))
    return Certificate(text)
