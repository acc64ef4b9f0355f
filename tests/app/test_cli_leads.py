"""`livedesk leads`: the stored leads listed and written to files."""

import csv
import json
from pathlib import Path

import pytest

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.sink import SqlSink
from livedesk.app.paths import Paths
from livedesk.core.events import LeadsChanged
from livedesk.runtime.clock import ManualClock
from tests.app.conftest import Cli
from tests.screenshots.leads import LEADS


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    sink = SqlSink(open_database(Paths(folder).database), ManualClock(1.0))
    sink.write([LeadsChanged(LEADS)])
    sink.close()
    return folder


def test_that_leads_are_listed(cli: Cli, base: Path, tmp_path: Path) -> None:
    lines = cli("--base-dir", base, "leads", "list").out.splitlines()
    assert len(lines) == 4
    assert "JZ-03 x 1200" in lines[0]
    hot = json.loads(cli("--base-dir", base, "leads", "list", "--json", "--score", "hot").out)
    assert [lead["name"] for lead in hot] == [LEADS[0].name, LEADS[1].name]
    assert hot[0]["contacts"][0] == {"kind": "whatsapp", "value": "+525512345678"}
    assert "No leads yet" in cli("--base-dir", tmp_path / "empty", "leads", "list").out
    assert cli("--base-dir", tmp_path / "empty", "leads", "list", "--json").out == "[]\n"


def test_that_leads_are_written_to_the_kind_of_file_that_is_named(
    cli: Cli, base: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "leads.csv"
    assert cli("--base-dir", base, "leads", "export", out, "--score", "hot").out == f"{out}\n"
    table = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert [row[2] for row in table[1:]] == [LEADS[0].name, LEADS[1].name]
    for name, begins in (("leads.xlsx", b"PK"), ("leads.vcf", b"BEGIN:VCARD\r\nVERSION:4.0")):
        path = tmp_path / name
        assert cli("--base-dir", base, "leads", "export", path, "--vcard", "4.0").code == 0
        assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize("arguments", [("export",), ("export", "leads.pdf")])
def test_that_what_cannot_be_written_is_told(cli: Cli, base: Path, arguments: tuple[str, ...]) -> None:
    result = cli("--base-dir", base, "leads", *arguments)
    assert result.code != 0
    assert result.is_clear
