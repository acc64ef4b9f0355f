"""Coverage-guided fuzzing of everything that reads a line, by hand: no crash, nothing over 2 s, nothing lost.

    pip install atheris
    python -m tests.fuzz.fuzz_lines -timeout=2 -max_len=4000 -max_total_time=3600 [FOLDER FOR WHAT WAS FOUND]

Quick versions of the same promises run with the tests (hypothesis); this one looks longer.
"""

import sys

import atheris

with atheris.instrument_imports(include=["livedesk"]):
    from livedesk.adapters.engines.langid import LanguageId
    from livedesk.adapters.text.script import Simplified
    from livedesk.adapters.text.sentences import Sentencex
    from livedesk.core.ids import Language
    from livedesk.core.translation import clauses, guards, pieces
    from livedesk.core.translation.punctuation import finish
    from livedesk.core.translation.request import TranslateRequest, Work
    from livedesk.core.translation.sentences import clean_source
    from livedesk.runtime.translating import Translator

from tests.contracts.fakes import FakeEngineSource

LANGUAGES = [Language(code) for code in ("zh", "en", "es", "fr", "ru", "ar", "ja", "th", "hi", "xx")]
_SPLITTER, _SCRIPT = Sentencex(), Simplified()
_TRANSLATOR = Translator(
    FakeEngineSource([(a, b) for a in LANGUAGES for b in LANGUAGES]),
    LanguageId(LANGUAGES),
    _SPLITTER,
    _SCRIPT,
)


def one_line(data: bytes) -> None:
    """Read one line in every way."""
    given = atheris.FuzzedDataProvider(data)
    language = LANGUAGES[given.ConsumeIntInRange(0, len(LANGUAGES) - 1)]
    target = LANGUAGES[given.ConsumeIntInRange(0, len(LANGUAGES) - 1)]
    other = given.ConsumeUnicode(given.ConsumeIntInRange(0, 100))
    line = given.ConsumeUnicode(4000)
    guards.is_foreign(line, language)
    guards.refusal(line, other, language, target)
    guards.refusal(other, line, language, target)
    clean = clean_source(_SCRIPT.to_simplified(line), language)
    cut_up = pieces.cut(clean, language, target, _SPLITTER)
    assert "".join(piece.text for piece in cut_up) == clean
    texts = [piece.text for piece in cut_up if piece.is_text]
    assert all(clauses.size(text) <= clauses.LONGEST for text in texts)
    joined = pieces.join(cut_up, texts, target)
    finished = finish(joined, clean, target)
    assert sum(c.isdigit() for c in joined) == sum(c.isdigit() for c in finished)
    source = language if given.ConsumeBool() else None
    request = TranslateRequest(Work.CHAT_MESSAGE, 1, 1, line, source, target, 0.0)
    (result,) = _TRANSLATOR.translate([request])
    assert result.text or result.reason or not line.strip()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_line)
    atheris.Fuzz()
