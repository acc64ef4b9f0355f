"""Every failure speaks in a code; a failed write says whether the disk is full."""

import errno

import pytest

from livedesk.core.errors import ErrorCode, Unavailable, UserFacing, disk_error


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_that_a_full_disk_is_told_apart(number: int) -> None:
    error = disk_error(OSError(number, "no space"), "/data")
    assert (error.code, error.params) == (ErrorCode.DISK_FULL, {"folder": "/data"})


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOTDIR, errno.EIO])
def test_that_any_other_failed_write_is_about_the_folder(number: int) -> None:
    assert disk_error(OSError(number, "no"), "/data").code is ErrorCode.FOLDER_NOT_WRITABLE


def test_that_a_report_of_an_error_names_its_code_and_values() -> None:
    assert str(UserFacing(ErrorCode.DISK_FULL, folder="/data")) == "disk_full: {'folder': '/data'}"
    failed = Unavailable("store", ErrorCode.DATABASE_LOCKED, file="livedesk.db")
    assert (failed.part, failed.code, str(failed)) == (
        "store",
        ErrorCode.DATABASE_LOCKED,
        "store: database_locked: {'file': 'livedesk.db'}",
    )
