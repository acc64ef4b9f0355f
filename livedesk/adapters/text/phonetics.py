"""Says how Chinese sounds, with pypinyin, for putting right what was heard."""

from livedesk.core.ports import Phonetics
from livedesk.core.typing_compat import override


class Pinyin(Phonetics):
    """pypinyin's readings without tones, chosen by the words around a character; see `core.ports.Phonetics`."""

    @override
    def syllables(self, text: str) -> list[str]:
        # Late: its dictionaries take 0.2 s, and only the microphone needs them.
        from pypinyin import lazy_pinyin

        # `list` keeps one entry for each character that is not Chinese.
        syllables: list[str] = lazy_pinyin(text, errors=list)  # type: ignore[arg-type]  # the stub forgets lists
        return syllables
