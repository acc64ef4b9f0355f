"""What the window asks of the chats; see `ui.connections.platforms_services.ChatServices`."""

from pathlib import Path

from livedesk.adapters.chat.recorded import read_recording
from livedesk.adapters.spreadsheet.delimited import decoded
from livedesk.adapters.spreadsheet.guard import check_file
from livedesk.app.wiring import Wired
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.records import NoticeCode
from livedesk.core.typing_compat import override
from livedesk.ui.connections.platforms_services import ChatServices


class ChatErrands(ChatServices):
    """Reads on the thread `errands`, plays on the thread `net`."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired

    @override
    def start_replay(self, path: Path, speed: float) -> None:
        self._wired.errands.run(lambda: self._play(path, speed), NoticeCode.REPLAY_FAILED)

    @override
    def stop_replay(self) -> None:
        self._wired.network.chats.stop_replay()

    def _play(self, path: Path, speed: float) -> None:
        check_file(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UserFacing(ErrorCode.SHEET_UNREADABLE, file=path.name) from error
        lines = read_recording(decoded(data, path.name), path.name)
        self._wired.network.chats.replay(lines, path.name, speed)
