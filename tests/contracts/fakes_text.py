"""Fake of core's port for Chinese scripts: knows a few characters."""

from livedesk.core.ports import ScriptConverter
from livedesk.core.typing_compat import override


class FakeConverter(ScriptConverter):
    """Knows the Traditional characters of the tests."""

    _TABLE = str.maketrans("發貨灣說書裡沒麼這", "发货湾说书里没么这")

    @override
    def to_simplified(self, text: str) -> str:
        return text.replace("台灣", "台湾").translate(self._TABLE)
