"""Leads as files that other programs read: CSV, workbook, address cards."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from livedesk.adapters.leads.files import leads_file
from livedesk.adapters.leads.table import COLUMNS, LeadWords
from livedesk.adapters.leads.write_csv import harmless
from livedesk.adapters.leads.write_vcard import Version, escape, fold, vcard_bytes
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Sku
from livedesk.core.leads.lead import Contact, ContactKind, LeadScore
from tests.contracts.sink_contract import HAND_LEAD, LEAD

WORDS = LeadWords(scores={LeadScore.HOT: "热"}, product=lambda sku: "马克杯" if sku == Sku("MUG-01") else "")
EVIL = replace(
    LEAD,
    name='=HYPERLINK("http://x")',
    company="@SUM(A1)",
    notes="-2+3\nDROP; \\ , end",
    contacts=(Contact(ContactKind.PHONE, "+34600123456"), Contact(ContactKind.PHONE, "+8613800138000")),
)


def _unfold(data: bytes) -> list[list[tuple[str, str]]]:
    """Read cards as RFC 6350 says, strictly: lines, folds, properties; return the properties of each card."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    cards: list[list[tuple[str, str]]] = []
    for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, colon, value = line.partition(":")
        assert colon, line
        if name == "BEGIN":
            cards.append([])
        elif name != "END":
            cards[-1].append((name, value))
    return cards


def _plain(value: str) -> str:
    """Take the marks off a value again."""
    out, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            at += 1
            out += {"n": "\n", "N": "\n"}.get(value[at], value[at])
        else:
            out += value[at]
        at += 1
    return out


def test_that_csv_shows_all_and_runs_nothing() -> None:
    data = leads_file(Path("leads.csv"), (LEAD, EVIL), WORDS)
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert list(table[0]) == list(COLUMNS)
    assert table[0]["name"] == "María López"
    assert table[0]["score"] == "热"
    assert table[0]["products"] == "MUG-01 马克杯 × 500; MUG-03"
    assert table[0]["whatsapp"] == "+52 5512345678"
    assert table[1]["name"] == "'" + EVIL.name
    assert table[1]["company"] == "'@SUM(A1)"
    assert table[1]["notes"] == "'" + EVIL.notes
    assert table[1]["phone"] == "+34 600123456; +86 13800138000"


@pytest.mark.parametrize("text", ["=1+1", "+1+cmd", "-1", "@x", "\t=1", "\r=1", "+34 1;=2", "＝1"])
def test_that_what_a_spreadsheet_would_run_is_marked(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_that_the_workbook_has_the_leads_and_what_was_said() -> None:
    data = leads_file(Path("leads.XLSX"), (LEAD, EVIL), replace(WORDS, leads="线索"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["线索", "Transcripts"]
    leads = book.get_sheet_by_name("线索").to_python()
    assert leads[0] == list(COLUMNS)
    assert leads[2][2] == EVIL.name
    said = book.get_sheet_by_name("Transcripts").to_python()
    assert said[1][2:5] == ["Buyer", "¿Cuánto cuesta?", "多少钱？"]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_that_an_address_card_says_who_it_is_and_how_to_reach_them(version: Version) -> None:
    long = replace(LEAD, notes="蓝色的杯子，" * 60)
    first, evil, bare = _unfold(vcard_bytes((long, EVIL, HAND_LEAD), WORDS, version))
    card = dict(first)
    assert first[0] == ("VERSION", version)
    assert _plain(card["FN"]) == "María López"
    assert card["N"] == ";María López;;;"
    assert _plain(card["ORG"]) == "Tiendas del Sur, S.A."
    assert card["ADR"] == ";;;;;;MX"
    assert card["CATEGORIES"] == "热,fair"
    assert long.notes in _plain(card["NOTE"])
    assert "MUG-01 马克杯 × 500" in _plain(card["NOTE"])
    number = "TEL;VALUE=uri;TYPE=cell" if version == "4.0" else "TEL;TYPE=CELL"
    assert card[number].endswith("+525512345678")
    assert card["IMPP"] == "whatsapp:+525512345678"
    assert dict(evil)["N"].count(";") == 4
    assert EVIL.notes in _plain(dict(evil)["NOTE"])
    assert dict(bare)["FN"] == "Wang"


def test_that_a_lead_without_a_name_has_a_card_all_the_same() -> None:
    (card,) = _unfold(vcard_bytes((replace(LEAD, name="", company=""),), WORDS))
    assert dict(card)["FN"] == "+525512345678"


@given(st.text(max_size=300))
def test_that_any_text_comes_back_from_a_card(text: str) -> None:
    line = fold(f"NOTE:{escape(text)}")
    assert all(len(part.encode("utf-8", "replace")) <= 75 for part in line.split("\r\n"))
    back = _plain(line.removesuffix("\r\n").replace("\r\n ", "").removeprefix("NOTE:"))
    kept = "".join(c for c in text if c == "\n" or not (c < " " or "\x7f" <= c < "\xa0"))
    assert back == "".join(c for c in kept if not "\ud800" <= c <= "\udfff")


def test_that_another_kind_of_file_is_refused() -> None:
    with pytest.raises(UserFacing) as caught:
        leads_file(Path("leads.pdf"), (), WORDS)
    assert caught.value.code is ErrorCode.BAD_INPUT
