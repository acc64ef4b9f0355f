"""The sample booth's names through the interim models: each comes out right, or the line says that it did not."""

from pathlib import Path

import pytest

from livedesk.adapters.engines.marian_ct2 import MarianCt2
from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.glossary.matcher import AhoMatcher
from livedesk.app.booth import open_booth
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.english import plural
from livedesk.core.translation.glossary import Glossary, TermList
from livedesk.core.translation.terms import terms_of_catalogue
from livedesk.runtime.protecting import Piece, translate_shielded

ROOT = Path(__file__).parents[2]
MODELS = ROOT.parent / "shared" / "models"
TALK = {
    ZH: ("{}多少钱？", "这款{}有现货吗？", "来，看一下{}，五百个起订。"),
    EN: ("how much is the {}?", "do you have the {} in stock?", "I want 500 {}, price pls"),
}

pytestmark = [
    pytest.mark.skipif(
        not (MODELS / "interim-zh-en").is_dir(), reason="needs the models in ../shared/models"
    ),
]


@pytest.mark.parametrize("has_placeholders", [True, False])
@pytest.mark.parametrize(("source", "target"), [(ZH, EN), (EN, ZH)])
def test_that_every_name_comes_out_right_or_is_missed(
    tmp_path: Path, source: Language, target: Language, has_placeholders: bool
) -> None:
    booth = open_booth(ROOT / "resources" / "demo")
    terms = terms_of_catalogue(booth.products, booth.name)
    none = TermList((), AhoMatcher, is_own=True)
    glossary = Glossary(none, TermList(terms, AhoMatcher, is_own=False), booth.products)
    lines = [(t.format(p.names[source]), p.names[target]) for p in booth.products for t in TALK[source]]
    engine = MarianCt2(
        read_folder(MODELS / f"interim-{source}-{target}"),
        target,
        is_listed=False,
        cache=tmp_path,
        threads=1,
        has_placeholders=has_placeholders,
    )
    pieces = [Piece(line, glossary.find(line, source, target)) for line, _ in lines]
    done = translate_shielded(engine, pieces, source, target)
    engine.close()
    right = 0
    for (line, name), shielded in zip(lines, done, strict=True):
        is_there = name.lower() in shielded.text.lower()
        assert is_there or shielded.lost or _is_plural(name, shielded.text), (line, shielded.text)
        right += not shielded.lost
    assert len(lines) == 72
    assert right >= (72 if has_placeholders else 48)


def _is_plural(name: str, text: str) -> bool:
    """Whether the name stands there in the plural: "woks 32 cm" for "wok 32 cm"."""
    return plural(name).lower() in text.lower()
