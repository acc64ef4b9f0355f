"""When the desk switches the scene of the video: as a product goes on air, and back when none is.

The operator's hand comes first: what was changed in OBS itself is never switched back.
"""


class SceneSwitch:
    """Decides; who calls it talks to OBS. One thread at a time."""

    def __init__(self, on_pin: str = "", off_pin: str = "") -> None:
        """The names of the scenes, "" for no switching."""
        self.on_pin, self.off_pin = on_pin, off_pin
        self._had_product: bool | None = None
        self._ours = ""

    def set_scenes(self, on_pin: str, off_pin: str) -> None:
        """Use other scenes from the next change on."""
        self.on_pin, self.off_pin = on_pin, off_pin

    def seen(self, scene: str) -> None:
        """OBS shows `scene` now: where that is not what the desk switched to, a hand did it."""
        if scene != self._ours:
            self._ours = ""

    def forget(self) -> None:
        """OBS is gone: what is on air when it comes back is how things are, and no reason to switch."""
        self._had_product = None
        self._ours = ""

    def products(self, *, is_any_on_air: bool, scene: str) -> str:
        """Take whether a product is on air, and what OBS shows; return the scene to switch to, "" to leave it."""
        before, self._had_product = self._had_product, is_any_on_air
        if before is None or before is is_any_on_air:
            return ""
        if is_any_on_air:
            wanted = self.on_pin
        else:
            wanted = self.off_pin if self._ours else ""
            self._ours = ""
        if not wanted or wanted == scene:
            return ""
        if is_any_on_air:
            self._ours = wanted
        return wanted
