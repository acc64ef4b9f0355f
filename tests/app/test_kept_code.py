"""The key that phones have outlives a killed desk, and nothing else."""

import json
import stat
from pathlib import Path

import pytest

from livedesk.adapters.web.security import is_key, new_key
from livedesk.app.kept_code import VALID_S, KeptCode

KEY = new_key()


def test_that_a_key_is_kept_for_its_owner_only_until_it_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "phones.json"
    key = KeptCode(path).take()
    assert is_key(key)
    assert KeptCode(path).take() == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    KeptCode(path).drop()
    KeptCode(path).drop()
    assert KeptCode(path).take() not in ("", key)


@pytest.mark.parametrize(
    ("age_s", "is_left"), [(0, True), (VALID_S - 1, True), (VALID_S, False), (-60, False)]
)
def test_that_an_old_key_is_dead(tmp_path: Path, age_s: float, is_left: bool) -> None:
    path = tmp_path / "phones.json"
    key = KeptCode(path, lambda: 1000.0).take()
    assert (KeptCode(path, lambda: 1000.0 + age_s).take() == key) == is_left


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"null",
        json.dumps({"key": KEY}).encode(),
        json.dumps({"key": KEY, "at": "x"}).encode(),
        json.dumps({"key": 7, "at": 1000}).encode(),
        json.dumps({"key": "short", "at": 1000}).encode(),
        json.dumps({"key": f"../{KEY[3:]}", "at": 1000}).encode(),
    ],
)
def test_that_a_spoilt_file_is_no_key(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "phones.json"
    path.write_bytes(data)
    key = KeptCode(path, lambda: 1000.0).take()
    assert is_key(key)
    assert key != KEY


def test_that_a_key_that_cannot_be_written_down_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    code = KeptCode(blocked / "phones.json")
    assert is_key(code.take())
    code.drop()
