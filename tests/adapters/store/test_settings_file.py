"""Settings survive a restart, a newer version and a careless editor."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.adapters.store.settings_file import is_readable, load, save
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.settings import CAPTION_SCALE_MAX, CAPTION_SCALE_MIN, Settings, Theme
from tests.adapters.store.conftest import fill_disk

CHANGED = replace(
    Settings(),
    ui_language="zh_CN",
    theme=Theme.DARK,
    host_language=EN,
    audience_languages=(ZH, Language("es")),
    caption_scale=1.4,
    engine="transformers",
    threads=3,
)


@pytest.fixture
def path(hall: Path) -> Path:
    return hall / "settings.json"


def write(path: Path, **values: Any) -> None:
    path.write_text(json.dumps(values), encoding="utf-8")


def test_that_settings_come_back_as_they_were_saved(path: Path) -> None:
    save(path, CHANGED)
    assert load(path) == (CHANGED, False)
    assert list(path.parent.iterdir()) == [path]


def test_that_no_file_means_defaults(path: Path) -> None:
    assert load(path) == (Settings(), False)
    assert not path.exists()


def test_that_a_missing_key_takes_its_default(path: Path) -> None:
    write(path, theme="light")
    assert load(path) == (replace(Settings(), theme=Theme.LIGHT), False)


def test_that_what_a_newer_version_set_is_kept(path: Path) -> None:
    write(path, theme="light", hologram={"brightness": 0.5})
    save(path, CHANGED)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["hologram"] == {"brightness": 0.5}
    assert load(path) == (CHANGED, False)


def test_that_a_byte_order_mark_does_no_harm(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"threads": 2}).encode())
    assert load(path) == (replace(Settings(), threads=2), False)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", None),
        ("theme", ["dark"]),
        ("ui_language", "Klingon!"),
        ("ui_language", 5),
        ("host_language", ""),
        ("host_language", "../../etc"),
        ("audience_languages", "en"),
        ("audience_languages", []),
        ("audience_languages", ["en", 5]),
        ("audience_languages", {"en": 1}),
        ("caption_scale", 0),
        ("caption_scale", 99),
        ("caption_scale", float("nan")),
        ("caption_scale", float("inf")),
        ("caption_scale", True),
        ("caption_scale", "1.0"),
        ("engine", "gpt"),
        ("threads", -1),
        ("threads", 10**9),
        ("threads", True),
        ("threads", 1.5),
        ("threads", "2"),
    ],
)
def test_that_a_value_that_makes_no_sense_falls_back_alone(path: Path, key: str, value: object) -> None:
    default = getattr(Settings(), key)
    good = {"caption_scale": 1.5} if key != "caption_scale" else {"threads": 2}
    write(path, **{key: value}, **good)
    read, had_to_fall_back = load(path)
    assert read == replace(Settings(), **good)  # type: ignore[arg-type]
    assert getattr(read, key) == default
    assert had_to_fall_back


def test_that_a_whole_number_is_a_scale_too(path: Path) -> None:
    write(path, caption_scale=2)
    assert load(path) == (replace(Settings(), caption_scale=2.0), False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1, 2]",
        b'"dark"',
        b"null",
        b"\xff\xfe\x00",
        b"theme = 'dark'",
        b"[" * 100_000,
        b'{"theme": "dark"} and more',
    ],
    ids=range(9),
)
def test_that_a_broken_file_is_kept_aside(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert load(path) == (Settings(), True)
    (aside,) = path.parent.iterdir()
    assert aside.name.startswith("settings.json.broken-2")
    assert aside.read_bytes() == data
    assert load(path) == (Settings(), False)


def test_that_saving_over_a_file_broken_meanwhile_keeps_it_aside(path: Path) -> None:
    path.write_bytes(b"{ half")
    save(path, CHANGED)
    assert load(path) == (CHANGED, False)
    assert [p.read_bytes() for p in path.parent.glob("*.broken-*")] == [b"{ half"]


def test_that_a_folder_in_place_of_the_file_means_defaults(hall: Path) -> None:
    (hall / "file").write_text("")
    assert load(hall / "file" / "settings.json") == (Settings(), True)


def test_that_settings_that_cannot_be_written_are_said_so(hall: Path) -> None:
    (hall / "file").write_text("in the way")
    with pytest.raises(UserFacing) as caught:
        save(hall / "file" / "settings.json", CHANGED)
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert caught.value.params == {"folder": str(hall / "file")}


def test_that_a_full_disk_leaves_the_old_settings_whole(tiny_disk: Path) -> None:
    path = tiny_disk / "settings.json"
    save(path, CHANGED)
    fill_disk(tiny_disk)
    with pytest.raises(UserFacing) as caught:
        save(path, Settings())
    assert caught.value.code is ErrorCode.DISK_FULL
    assert load(path) == (CHANGED, False)
    assert sorted(p.name for p in tiny_disk.iterdir()) == ["ballast", "settings.json"]


@given(
    settings=st.builds(
        Settings,
        ui_language=st.sampled_from(["", "en", "zh_CN"]),
        theme=st.sampled_from(Theme),
        host_language=st.sampled_from([ZH, EN]),
        audience_languages=st.lists(st.sampled_from([ZH, EN, Language("es")]), min_size=1).map(tuple),
        caption_scale=st.floats(CAPTION_SCALE_MIN, CAPTION_SCALE_MAX),
        engine=st.sampled_from(["ct2", "transformers"]),
        threads=st.integers(0, 64),
    )
)
def test_that_every_setting_that_can_be_made_can_be_kept(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "every.json"
    save(path, settings)
    assert load(path) == (settings, False)


@pytest.mark.parametrize(
    ("data", "expected"), [(None, True), (b"{}", True), (b'{"theme": "pink"}', True), (b"{", False)]
)
def test_that_looking_at_the_file_changes_nothing(path: Path, data: bytes | None, expected: bool) -> None:
    if data is not None:
        path.write_bytes(data)
    before = [p.name for p in path.parent.iterdir()]
    assert is_readable(path) == expected
    assert [p.name for p in path.parent.iterdir()] == before


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders from others by itself")
def test_that_no_other_user_can_read_the_keys_in_it(path: Path) -> None:
    path.write_text("{}")
    path.chmod(0o644)
    (path.parent / f".{path.name}.{os.getpid()}.tmp").touch(mode=0o644)
    save(path, replace(CHANGED, twitch_token="abc"))
    assert path.stat().st_mode & 0o077 == 0
