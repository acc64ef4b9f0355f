"""BLEU and chrF are sacrebleu's, with the tokenizer that the target language needs."""

import pytest

from livedesk.adapters.evaluation.scores import is_available, score
from livedesk.core.ids import EN, ZH, Language

pytest.importorskip("sacrebleu")

ENGLISH = ["The minimum order is five hundred pieces.", "We ship within thirty days."]


def test_that_a_perfect_translation_has_full_marks() -> None:
    assert is_available()
    scored = score(ENGLISH, ENGLISH, EN)
    assert (scored.bleu, scored.chrf) == (100.0, 100.0)


def test_that_a_foreign_answer_has_none() -> None:
    scored = score(["起订量五百个", "三十天发货"], ENGLISH, EN)
    assert (scored.bleu, scored.chrf) == (0.0, 0.0)


def test_that_chinese_is_counted_letter_by_letter() -> None:
    # One letter of twelve differs; with words between blanks it would be the whole line.
    assert 60 < score(["这款产品的起订量是六百个。"], ["这款产品的起订量是五百个。"], ZH).bleu < 100


@pytest.mark.parametrize(("target", "name"), [("zh", "zh"), ("ja", "char"), ("en", "13a"), ("es", "13a")])
def test_that_the_signature_says_how(target: str, name: str) -> None:
    signature = score(ENGLISH, ENGLISH, Language(target)).signature
    bleu, chrf = signature.split(" ")
    assert bleu.startswith("BLEU|nrefs:1|")
    assert f"|tok:{name}|" in bleu
    assert chrf.startswith("chrF2|nrefs:1|")
