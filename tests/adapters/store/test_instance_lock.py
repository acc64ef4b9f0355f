"""One livedesk at a time on a base folder, and none locked out by one that is gone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from livedesk.adapters.store.instance_lock import InstanceLock
from livedesk.core.errors import ErrorCode, UserFacing

HOLDER = """
import sys
from pathlib import Path
from livedesk.adapters.store.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def refusal(base_dir: Path) -> UserFacing:
    with pytest.raises(UserFacing) as caught:
        InstanceLock(base_dir).acquire()
    return caught.value


def test_that_a_second_livedesk_is_refused_with_the_number_of_the_first(hall: Path) -> None:
    lock = InstanceLock(hall)
    lock.acquire()
    refused = refusal(hall)
    lock.release()
    assert refused.code is ErrorCode.ALREADY_RUNNING
    assert refused.params == {"pid": os.getpid()}


def test_that_a_released_lock_can_be_taken_again(hall: Path) -> None:
    with InstanceLock(hall / "新"):
        assert refusal(hall / "新").code is ErrorCode.ALREADY_RUNNING
    with InstanceLock(hall / "新"):
        pass
    InstanceLock(hall).release()


def test_that_two_base_folders_do_not_meet(hall: Path) -> None:
    with InstanceLock(hall / "a"), InstanceLock(hall / "b"):
        assert refusal(hall / "b").code is ErrorCode.ALREADY_RUNNING


def test_that_a_killed_livedesk_locks_nobody_out(hall: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(hall)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert refusal(hall).params == {"pid": holder.pid}
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with InstanceLock(hall):
        assert refusal(hall).params == {"pid": os.getpid()}


@pytest.mark.parametrize("content", ["", "nobody", "12 34"])
def test_that_an_unreadable_number_is_no_obstacle(hall: Path, content: str) -> None:
    with InstanceLock(hall):
        (hall / "livedesk.pid").write_text(content)
        assert refusal(hall).params == {"pid": 0}
    with InstanceLock(hall):
        pass


def test_that_a_folder_that_takes_no_file_is_said_so(hall: Path) -> None:
    (hall / "file").write_text("in the way")
    refused = refusal(hall / "file")
    assert refused.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert refused.params == {"folder": str(hall / "file")}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders from others by itself")
def test_that_a_new_folder_is_closed_to_other_users_and_another_stays_as_it_is(hall: Path) -> None:
    (hall / "shared").mkdir(mode=0o755)
    for folder in (hall / "shared", hall / "new"):
        with InstanceLock(folder):
            pass
    assert (hall / "shared").stat().st_mode & 0o077 == 0o055
    assert (hall / "new").stat().st_mode & 0o077 == 0
