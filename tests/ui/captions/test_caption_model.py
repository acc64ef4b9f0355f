import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from livedesk.core.ids import EN, ZH
from livedesk.core.records import Caption, Reason
from livedesk.ui.captions.list_model import CaptionModel
from tests.ui.lines.records import DOUBT, ES, caption, translation


@pytest.fixture
def model(qapp: object) -> CaptionModel:
    model = CaptionModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_language(EN)
    return model


def _shown(model: CaptionModel, segment: int = 1) -> Caption:
    found = model.find(segment)
    assert found is not None
    return found


def test_that_a_lower_revision_never_replaces_a_higher(model: CaptionModel) -> None:
    model.put([caption(1, "三", revision=3)])
    model.put([caption(1, "二", revision=2)])
    assert _shown(model).text == "三"


def test_that_a_partial_never_replaces_a_final(model: CaptionModel) -> None:
    model.put([caption(1, "完", revision=3, is_final=True)])
    model.put([caption(1, "未完", revision=4, is_final=False)])
    assert _shown(model).text == "完"


def test_that_the_same_revision_with_an_older_translation_is_dropped(model: CaptionModel) -> None:
    newer = caption(1, "好", translation("Good", revision=2), revision=2)
    model.put([newer])
    model.put([caption(1, "好", translation("God", revision=1), revision=2)])
    model.put([caption(1, "好", revision=2)])
    assert _shown(model) == newer


def test_that_the_same_revision_with_a_newer_translation_is_taken(model: CaptionModel) -> None:
    model.put([caption(1, "好", revision=2)])
    model.put([caption(1, "好", translation("Good", revision=2), revision=2)])
    assert model.index(0).data(Qt.ItemDataRole.DisplayRole) == "Good\n好"


def test_that_the_oldest_doubtful_caption_is_known_until_it_is_checked(model: CaptionModel) -> None:
    doubtful = translation("12,000", warnings=(DOUBT,))
    model.put([caption(1), caption(2, "一万二千四", doubtful), caption(3, "一万二千四", doubtful)])
    oldest = model.oldest_doubtful()
    assert oldest is not None
    assert oldest.segment == 2
    model.put([caption(2, "一万二千四", translation("12,000"))])
    oldest = model.oldest_doubtful()
    assert oldest is not None
    assert oldest.segment == 3
    model.clear()
    assert model.oldest_doubtful() is None


def test_that_a_doubt_in_what_still_changes_does_not_count(model: CaptionModel) -> None:
    partial = translation("12,000", is_final=False, warnings=(DOUBT,))
    model.put([caption(1, "一万二", partial, is_final=False)])
    assert model.oldest_doubtful() is None


def test_that_a_doubt_in_a_language_not_shown_counts_too(model: CaptionModel) -> None:
    model.put([caption(1, "一", translation("One"), translation("Dos", ES, warnings=(DOUBT,)))])
    assert model.oldest_doubtful() is not None


def test_that_captions_from_before_a_change_of_language_keep_what_they_have(model: CaptionModel) -> None:
    old = caption(1, "一", translation("One"))
    model.put([old])
    model.set_language(ES)
    new = caption(2, "二")
    model.put([new])
    before = model.shown_translation(old)
    assert before is not None
    assert before.text == "One"
    assert model.shown_translation(new) is None


def test_that_plain_text_names_a_line_once_where_both_sides_are_the_same(model: CaptionModel) -> None:
    same = caption(1, "OK", translation("OK", reason=Reason.SAME_LANGUAGE))
    model.put([same, caption(2, "没有", translation("", reason=Reason.NO_MODEL))])
    assert [model.index(row).data() for row in range(2)] == ["OK", "没有"]


def test_that_without_an_audience_language_the_source_is_shown(model: CaptionModel) -> None:
    model.set_language(None)
    model.put([caption(1, "一", translation("One", ZH))])
    assert model.index(0).data() == "一"
