"""A model's record opens the engine that runs it; none of them brings PyAV or a hub along."""

import subprocess
import sys
from pathlib import Path

import pytest

from livedesk.adapters.speech.registry import open_engine
from livedesk.core.captions.speech_model import SpeechEngineKind, SpeechModel
from livedesk.core.errors import ErrorCode, UserFacing
from tests.contracts.tiny_whisper import write_whisper
from tests.contracts.tiny_zipformer import write_zipformer

UNWANTED = {"av", "faster_whisper", "huggingface_hub", "tokenizers", "torch", "transformers"}
WRITERS = {SpeechEngineKind.WHISPER: write_whisper, SpeechEngineKind.ZIPFORMER: write_zipformer}


def model(kind: SpeechEngineKind, path: Path) -> SpeechModel:
    return SpeechModel(path.name, kind, frozenset(), path)


@pytest.mark.parametrize("kind", list(SpeechEngineKind))
def test_that_each_kind_has_its_engine(tmp_path: Path, kind: SpeechEngineKind) -> None:
    engine = open_engine(model(kind, WRITERS[kind](tmp_path / "zh-en")), threads=1)
    assert (engine.engine, engine.model) == (kind.value, "zh-en")
    engine.close()


@pytest.mark.parametrize("kind", list(SpeechEngineKind))
def test_that_a_model_of_another_kind_is_refused(tmp_path: Path, kind: SpeechEngineKind) -> None:
    (other,) = set(SpeechEngineKind) - {kind}
    folder = WRITERS[other](tmp_path / "other")
    with pytest.raises(UserFacing) as raised:
        open_engine(model(kind, folder), threads=1)
    assert raised.value.code == ErrorCode.SPEECH_MODEL_BROKEN


def test_that_listening_loads_nothing_under_the_gpl_and_no_hub(tmp_path: Path) -> None:
    """PyAV's wheels carry x264 and x265; hub clients reach the network."""
    write_whisper(tmp_path / "whisper")
    code = f"""
import sys
from pathlib import Path
from livedesk.adapters.speech.whisper import WhisperEngine
WhisperEngine(Path({str(tmp_path / "whisper")!r}), threads=1)
print(*sorted(set(sys.modules) & {UNWANTED!r}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
