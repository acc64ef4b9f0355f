"""The order of translation work, as the design gives it."""

from livedesk.core.ids import EN, ZH
from livedesk.core.translation.order import BATCHED, DISPOSABLE, is_disposable
from livedesk.core.translation.request import TranslateRequest, Work


def test_that_work_goes_in_the_order_of_the_design() -> None:
    assert sorted(Work)[:7] == [
        Work.FINAL_CAPTION,
        Work.REPLY_TO_SEND,
        Work.CHAT_MESSAGE,
        Work.CAPTION_PARTIAL,
        Work.REPLY_PREVIEW,
        Work.PUBLIC_ANSWER,
        Work.CATALOGUE,
    ]


def test_that_only_partials_and_previews_may_be_thrown_away() -> None:
    assert {work for work in Work if is_disposable(work)} == {Work.CAPTION_PARTIAL, Work.REPLY_PREVIEW}


def test_that_nothing_disposable_is_batched() -> None:
    assert not BATCHED & DISPOSABLE


def test_that_a_reading_back_has_a_slot_of_its_own() -> None:
    forth = TranslateRequest(Work.REPLY_PREVIEW, 1, 1, "你好", ZH, EN, 0.0)
    back = TranslateRequest(Work.REPLY_PREVIEW, 1, 1, "hello", EN, ZH, 0.0, is_back=True)
    newer = TranslateRequest(Work.REPLY_PREVIEW, 1, 2, "你好吗", ZH, EN, 1.0)
    assert forth.slot == newer.slot
    assert forth.slot != back.slot
