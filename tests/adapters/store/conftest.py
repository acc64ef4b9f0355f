"""Fixtures for the store's tests."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    """A folder as people name them."""
    folder = tmp_path / "广交会 3 号馆 100%"
    folder.mkdir()
    return folder


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 KiB of its own; needs the right to mount one."""
    disk = tmp_path / "tiny disk"
    disk.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk to be mounted here: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def read_only_disk(tiny_disk: Path) -> Path:
    """A disk that a test fills before it calls `lock_disk`."""
    return tiny_disk


def lock_disk(disk: Path) -> None:
    """Make what is mounted at `disk` read-only, which binds root too."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


def fill_disk(disk: Path) -> None:
    """Leave no byte free on `disk`."""
    try:
        with (disk / "ballast").open("wb", buffering=0) as file:
            while file.write(b"\0" * 4096):
                pass
    except OSError:
        return
    raise AssertionError("the disk took everything")
