"""Whether someone speaks: the Silero voice detector on onnxruntime."""

from pathlib import Path

from livedesk.adapters.speech.onnx_file import open_session
from livedesk.core.captions.heard import FRAME
from livedesk.core.ports import VoiceDetector
from livedesk.core.typing_compat import override

_BEFORE = 64
"""Samples of the frame before that the model wants to see again in front of each frame."""

_MEMORY = (1, 1, 128)


class SileroVoice(VoiceDetector):
    """Silero VAD version 6 (MIT), one thread; see `core.ports.VoiceDetector` for the contract.

    `file` is the ONNX form that faster-whisper 1.2 ships: inputs `input` [1, 576], `h` and `c` [1, 1, 128]; outputs
    the probability and the next `h` and `c`. Opening raises `UserFacing` SPEECH_MODEL_BROKEN or
    SPEECH_ENGINE_MISSING.
    """

    def __init__(self, file: Path) -> None:
        import numpy as np

        self._session = open_session(file, "silero-vad")
        self._input = np.zeros((1, _BEFORE + FRAME), dtype=np.float32)
        self._h = np.zeros(_MEMORY, dtype=np.float32)
        self._c = np.zeros(_MEMORY, dtype=np.float32)

    @override
    def probability(self, frame: memoryview) -> float:
        import numpy as np

        samples = np.frombuffer(frame, dtype=np.float32)
        if len(samples) != FRAME:
            raise ValueError(f"a frame has {FRAME} samples, not {len(samples)}")
        self._input[0, :_BEFORE] = self._input[0, -_BEFORE:]
        self._input[0, _BEFORE:] = np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0).clip(-1.0, 1.0)
        probability, self._h, self._c = self._session.run(
            None, {"input": self._input, "h": self._h, "c": self._c}
        )
        return float(probability[0])

    @override
    def reset(self) -> None:
        import numpy as np

        self._input[:] = 0.0
        self._h = np.zeros_like(self._h)
        self._c = np.zeros_like(self._c)
