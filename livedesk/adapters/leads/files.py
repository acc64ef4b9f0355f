"""Which kind of file leads are written to, by its name."""

from collections.abc import Sequence
from pathlib import Path

from livedesk.adapters.leads.table import LeadWords
from livedesk.adapters.leads.write_csv import csv_bytes
from livedesk.adapters.leads.write_vcard import Version, vcard_bytes
from livedesk.adapters.leads.write_xlsx import xlsx_bytes
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.leads.lead import Lead

ENDINGS = (".xlsx", ".csv", ".vcf")


def leads_file(path: Path, leads: Sequence[Lead], words: LeadWords, vcard: Version = "3.0") -> bytes:
    """Return what is to stand in `path`; raises `UserFacing(BAD_INPUT)` for another ending."""
    match path.suffix.lower():
        case ".csv":
            return csv_bytes(leads, words)
        case ".xlsx":
            return xlsx_bytes(leads, words)
        case ".vcf":
            return vcard_bytes(leads, words, vcard)
        case _:
            raise UserFacing(ErrorCode.BAD_INPUT, value=path.name, allowed=" ".join(ENDINGS))
