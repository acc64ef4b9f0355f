"""What the pictures of the stage and of the page for the video show: connections, settings, a real code."""

from dataclasses import replace

from livedesk.adapters.qr.modules import qr_modules
from livedesk.core.errors import ErrorCode
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from tests.ui.fakes import FakeServices

STAGES = ((1280, 720), (1920, 1080))


class StudioServices(FakeServices):
    """As the fake, but codes are real and OBS has scenes."""

    def __init__(self) -> None:
        super().__init__()
        self.network.scenes = ("Booth", "Product close-up", "Break")

    @override
    def qr_modules(self, text: str) -> tuple[tuple[bool, ...], ...]:
        return qr_modules(text)


def links() -> tuple[Link, ...]:
    """Phones are let in, the overlay is served, OBS is not there."""
    return (
        Link(LinkKind.AUDIENCE, LinkState.ON, "http://192.168.1.20:8484/Jw3pQ8mTzR5xYb1kLc7uVg/"),
        Link(LinkKind.OVERLAY, LinkState.ON, "http://127.0.0.1:8485/Zk3vQm1xT9pLw8sYh2RfUw/overlay/"),
        Link(LinkKind.OBS, LinkState.WAITING, "ws://127.0.0.1:4455", code=ErrorCode.UNREACHABLE),
    )


def settings(before: Settings) -> Settings:
    """Return settings with everything on the page switched on."""
    return replace(
        before,
        is_overlay_on=True,
        overlay_key="key",
        overlay_style="lang=en,host&size=64",
        is_obs_on=True,
        obs_password="password",
        obs_scene_on_pin="Product close-up",
        stage_hint="Wi-Fi: Lumio-Guest",
    )
