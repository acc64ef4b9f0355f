"""The language codes that model files use."""

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.model import language_from_code, target_codes


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh", ZH),
        ("zho", ZH),
        ("cmn_Hans", ZH),
        ("zh-CN", ZH),
        ("ENG", EN),
        (" en ", EN),
        ("pes", Language("fa")),
        ("xx", None),
        ("", None),
        ("_", None),
    ],
)
def test_that_the_codes_of_models_are_known(code: str, language: Language | None) -> None:
    assert language_from_code(code) == language


def test_that_simplified_chinese_is_the_first_choice() -> None:
    assert target_codes(ZH)[0] == "cmn_Hans"


@pytest.mark.parametrize("language", ["zh", "en", "es", "no", "xx"])
def test_that_a_language_can_always_be_called_by_its_own_code(language: str) -> None:
    assert target_codes(Language(language))[-1] == language
