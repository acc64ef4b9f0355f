"""`livedesk selfcheck`: does this installation hold together? For packaging, CI and support."""

import sys
import tempfile
from array import array
from collections.abc import Callable
from pathlib import Path

from livedesk.adapters.models.manifest import read_manifest
from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.app import paths as places
from livedesk.app.booth import open_booth, open_tape
from livedesk.core.captions.heard import FRAME
from livedesk.core.errors import Unavailable, UserFacing
from livedesk.core.events import CatalogueChanged
from livedesk.runtime.clock import SystemClock


def selfcheck() -> int:
    """Run every check, print a line for each; 1 if any failed."""
    failed = 0
    checks: list[Callable[[], str]] = [
        _resources,
        _booth,
        _manifest,
        _engines,
        _hearing,
        _store,
        _without_torch,
    ]
    for check in checks:
        try:
            print(f"ok    {check()}")
        except (UserFacing, Unavailable, ImportError, OSError, AssertionError) as error:
            failed = 1
            print(f"fail  {check.__name__.strip('_')}: {error}", file=sys.stderr)
    return failed


def _resources() -> str:
    icons = list((places.resources() / "icons").glob("*.svg"))
    compiled = list((places.resources() / "i18n").glob("*.qm"))
    assert icons, "no icons"
    assert compiled, "no translations: run `make i18n`"
    return f"{len(icons)} icons, {len(compiled)} translations"


def _booth() -> str:
    booth = open_booth(places.sample_booth())
    lines = open_tape(places.sample_booth())
    return (
        f"sample booth: {len(booth.products)} products, {len(booth.show)} steps, {len(lines)} lines of tape"
    )


def _manifest() -> str:
    return f"{len(read_manifest(places.manifest()).models)} models listed"


def _engines() -> str:
    import ctranslate2
    import py3langid
    import sentencepiece

    assert py3langid.classify("where is my order")[0] == "en"
    return f"ctranslate2 {ctranslate2.__version__}, sentencepiece {sentencepiece.__version__}, py3langid"


def _hearing() -> str:
    import onnxruntime
    import soundfile
    import soxr

    from livedesk.adapters.speech.vad import SileroVoice
    from livedesk.app.speech import VOICE_MODEL

    silence = SileroVoice(places.resources() / VOICE_MODEL).probability(
        memoryview(array("f", bytes(4 * FRAME)))
    )
    assert silence < 0.1, f"the voice detector hears a voice in silence: {silence:.2f}"
    versions = (
        f"onnxruntime {onnxruntime.__version__}, soundfile {soundfile.__version__}, soxr {soxr.__version__}"
    )
    return f"voice detector, {versions}"


def _store() -> str:
    products = open_booth(places.sample_booth()).products
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "livedesk.db")
        sink = SqlSink(database, SystemClock())
        sink.write([CatalogueChanged(products)])
        loaded = StoreReader(database).load_catalogue()
        sink.close()
    assert loaded == products, "the catalogue came back different"
    return f"store: {len(loaded)} products written and read back"


def _without_torch() -> str:
    loaded = [name for name in ("torch", "transformers") if name in sys.modules]
    assert not loaded, f"the desk loaded {loaded}"
    return "the desk runs without PyTorch"
