"""From the key to the translation: the operator changes a message's language, and what follows knows it."""

import pytest

from livedesk.adapters.engines.langid import LanguageId
from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, Language, MessageId
from livedesk.core.records import Message, MessageState
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngineSource
from tests.core.session.rig import Rig

ES, PT, AR = Language("es"), Language("pt"), Language("ar")


@pytest.fixture
def translator() -> Translator:
    engines = FakeEngineSource([(EN, ZH), (ES, ZH), (PT, ZH), (AR, ZH), (ZH, ES)])
    return Translator(engines, LanguageId([ZH, EN, ES, PT, AR]))


def translate_all(rig: Rig, translator: Translator) -> dict[int, Message]:
    while rig.requests:
        request = rig.requests.pop(0)
        rig.give(*translator.translate([request]))
    return rig.messages()


def test_that_a_changed_language_is_translated_anew_and_remembered_for_the_buyer(
    translator: Translator,
) -> None:
    rig = Rig().live().chat("serve exterior", name="Ana")
    message = translate_all(rig, translator)[1]
    assert not message.is_language_sure
    rig.give(ev.SetMessageLanguage(MessageId(1), ES))
    message = translate_all(rig, translator)[1]
    assert (message.language, message.is_language_sure) == (ES, True)
    assert message.state is MessageState.TRANSLATED
    assert message.translation is not None
    assert message.translation.model == "fake-es-zh"
    rig.chat("total voltagem", number=2, name="Ana").chat("السعر من فضلك", number=3, name="Ana")
    messages = translate_all(rig, translator)
    assert messages[2].language == ES
    assert messages[3].language == AR


def test_that_another_buyers_line_is_not_changed_with_it(translator: Translator) -> None:
    rig = Rig().live().chat("zzzz", number=1, name="Ana").chat("zzzz", number=2, name="Ben")
    before = translate_all(rig, translator)[2].language
    rig.give(ev.SetMessageLanguage(MessageId(1), PT))
    messages = translate_all(rig, translator)
    assert messages[1].language == PT
    assert messages[2].language == before
