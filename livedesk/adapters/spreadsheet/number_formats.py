"""What a cell of a workbook shows beyond its number: ¥25.00 is stored as 25, and the article number 00123 as 123.

Calamine (0.9) tells neither. The codes of formats are those of ECMA-376, part 1, 18.8.31.
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from zipfile import ZipFile

from livedesk.core.catalogue.importing.money import currency_in
from livedesk.core.catalogue.importing.sheet import Amount, Value

_STYLES = "xl/styles.xml"
_WITH_ZEROS = re.compile(r'(?:"(?P<prefix>[^"]*)")?(?P<zeros>0{2,})')
_SIGN = re.compile(r"\[\$(?P<sign>[^\]-]+)(?:-(?P<place>[0-9a-f]+))?\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_ROOM = re.compile(r"[_*].")
"""Room as wide as a character: the plain figures of a German Excel leave that of a € ("_€") and name no currency."""
_SHARED = {
    ("$", "1009"): "CAD",
    ("$", "c0c"): "CAD",
    ("$", "c09"): "AUD",
    ("$", "c04"): "HKD",
    ("$", "404"): "TWD",
    ("$", "1004"): "SGD",
    ("$", "4809"): "SGD",
    ("¥", "411"): "JPY",
    ("￥", "411"): "JPY",
}
_ENGLISH_US = "409"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is shown: with the ISO code `currency`, or as `prefix` and at least `digits` digits."""

    currency: str = ""
    prefix: str = ""
    digits: int = 0

    def shown(self, value: Value) -> Value:
        """Return what a cell of this format says where it holds `value`."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        if self.currency:
            return Amount(value, self.currency)
        return f"{self.prefix}{int(value):0{self.digits}d}" if value >= 0 and value == int(value) else value


def formats_in(archive: ZipFile) -> dict[int, NumberFormat]:
    """Return the formats that say more than the number, by the number that cells know them by (`s`)."""
    if _STYLES not in archive.NameToInfo:
        return {}
    styles = ET.fromstring(archive.read(_STYLES))
    codes = {e.get("numFmtId"): e.get("formatCode", "") for e in styles.iter() if _is(e, "numFmt")}
    cells = next((list(e) for e in styles.iter() if _is(e, "cellXfs")), [])
    found = {number: format_of(codes.get(e.get("numFmtId"), "")) for number, e in enumerate(cells)}
    return {number: each for number, each in found.items() if each is not None}


def cells_of(formats: dict[int, NumberFormat]) -> re.Pattern[bytes]:
    """Return the pattern of a cell in one of `formats`; its group `style` says in which, `head` where it is."""
    numbers = b"|".join(str(number).encode() for number in formats)
    return re.compile(rb"""<(?:\w+:)?c\s(?P<head>[^>]*\bs=["'](?P<style>""" + numbers + rb""")["'][^>]*)>""")


def _is(element: ET.Element, name: str) -> bool:
    return element.tag.rpartition("}")[2] == name


def format_of(code: str) -> NumberFormat | None:
    """Return what a format's code says more than the number, None where that is nothing."""
    positive = code.partition(";")[0]
    if zeros := _WITH_ZEROS.fullmatch(positive):
        return NumberFormat(prefix=zeros["prefix"] or "", digits=len(zeros["zeros"]))
    currency = _currency_of(positive)
    return NumberFormat(currency) if currency else None


def _currency_of(code: str) -> str:
    if (sign := _SIGN.search(code)) and sign["place"]:
        text, place = sign["sign"].strip(), sign["place"].lower()
        if text == "$" and place != _ENGLISH_US:
            return _SHARED.get((text, place), "")  # of some country whose dollars or pesos nobody here knows
        if (text, place) in _SHARED:
            return _SHARED[text, place]
    plain = _ROOM.sub("", _BRACKETS.sub(" ", _SIGN.sub(r" \g<sign> ", code)))
    return currency_in(plain.replace('"', "").replace("\\", "").casefold())[0]
