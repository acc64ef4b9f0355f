"""From the microphone to the captions, second by second: what is said is written, and what is not is marked."""

from dataclasses import replace
from itertools import pairwise

import pytest

from livedesk.core import events as ev
from livedesk.core.captions.heard import Heard
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.records import HealthState, Microphone, NoticeCode, Part
from livedesk.runtime.listener import MOST_BEHIND_S, SILENT_AFTER_S, Wanted
from tests.runtime.listening_rig import SILENCE, VOICE, ListeningRig, missing_model

LINE = "大家好欢迎来到我们的直播间"
SPOKEN_S = 0.25 * len(LINE)


def _rig(*says: str, cost_s: float = 0.0) -> ListeningRig:
    """A host who says LINE after a second, and again after three seconds of silence."""
    rig = ListeningRig(*(says or (LINE, LINE)), cost_s=cost_s)
    rig.hears((SILENCE, 1.0), (VOICE, SPOKEN_S), (SILENCE, 3.0), (VOICE, SPOKEN_S), (SILENCE, 60.0))
    return rig.open()


# --- what is said ---


def test_that_what_is_said_is_written() -> None:
    rig = _rig().live().run(12)
    assert rig.finals == [LINE + "。"] * 2
    assert rig.gaps == []
    assert rig.bugs == []


def test_that_a_line_grows_while_it_is_said() -> None:
    rig = _rig().live().run(3.5)
    shown = [h.text for h in rig.hypotheses]
    assert len(shown) >= 3
    assert not any(h.is_endpoint for h in rig.hypotheses)
    assert all(later.startswith(before) for before, later in pairwise(shown))


def test_that_times_are_seconds_of_the_show() -> None:
    rig = _rig().run(0.5).live().run(12)
    first, second = rig.captions
    assert (first.t0_s, first.t1_s) == pytest.approx((0.5, 0.5 + SPOKEN_S), abs=0.05)
    assert second.t0_s == pytest.approx(3.5 + SPOKEN_S, abs=0.05)


def test_that_pauses_of_the_show_are_left_out_of_the_times() -> None:
    rig = _rig().live().run(1.0 + SPOKEN_S + 1.0).give(ev.PauseSession()).run(1.0)
    rig.give(ev.ContinueSession()).run(8)
    assert rig.captions[1].t0_s == pytest.approx(1.0 + SPOKEN_S + 2.0, abs=0.1)


def test_that_the_last_words_before_a_pause_are_written() -> None:
    rig = _rig().live().run(2.0).give(ev.PauseSession()).run(1.0)
    said = "".join(rig.finals)
    assert LINE.startswith(said.rstrip("。"))
    assert len(said) >= 3
    assert all(c.is_final for c in rig.captions)


def test_that_nothing_is_recognised_while_the_show_is_not_live() -> None:
    rig = _rig().run(12)
    assert rig.hypotheses == []
    assert rig.engine.streams == []


def test_that_the_level_is_seen_before_the_show() -> None:
    rig = _rig().run(3.0)
    assert 25 <= len(rig.levels) <= 31
    assert {level.peak for level in rig.levels} == {SILENCE, VOICE}


def test_that_what_is_said_in_another_session_is_not_written_in_this() -> None:
    rig = _rig().live().run(2.0).give(ev.EndSession()).live()
    rig.run(0.4)
    assert rig.captions == [c for c in rig.captions if c.heard_at < rig.session.started_at]


def test_that_a_tape_speaks_alone() -> None:
    rig = _rig().live().hold(True).run(5)
    assert rig.hypotheses == []
    assert rig.hold(False).run(7).finals == [LINE + "。"]


# --- what goes wrong with the sound ---


def test_that_lost_sound_ends_the_line_and_is_marked() -> None:
    rig = ListeningRig("大家好", "欢迎各位")
    rig.hears((VOICE, 6.0), (SILENCE, 30.0), lost=[(2.0, 1.5)]).open().live().run(10)
    assert rig.finals[0].startswith("大家好")
    assert rig.gaps == [(2.0, 3.5)]
    assert rig.tally.lost_samples == 24_000
    assert len(rig.finals) == 2


def test_that_a_device_that_goes_in_mid_word_leaves_a_final_and_is_told() -> None:
    rig = ListeningRig(LINE, LINE)
    rig.hears((VOICE, 1.5), microphone="usb", name="USB Mic", ending=ErrorCode.MICROPHONE_GONE)
    rig.hears((SILENCE, 1.0), (VOICE, SPOKEN_S), (SILENCE, 9.0), name="Laptop")
    rig.wanted = Wanted(microphone="usb")
    rig.open().live().run(8)
    assert LINE.startswith(rig.finals[0].rstrip("。"))
    assert rig.finals[1:] == [LINE + "。"]
    (gone,) = rig.notices(NoticeCode.MICROPHONE_FAILED)
    assert gone.params["code"] == ErrorCode.MICROPHONE_GONE
    (changed,) = rig.notices(NoticeCode.MICROPHONE_CHANGED)
    assert changed.params == {"microphone": "Laptop", "missing": "USB Mic"}
    assert rig.healths(Part.MICROPHONE)[-1].detail == "Laptop"


def test_that_sound_missing_while_the_microphone_changed_is_marked() -> None:
    rig = ListeningRig(LINE, LINE)
    rig.hears((VOICE, 5.0), name="Laptop", ending=ErrorCode.MICROPHONE_GONE).open().live().run(8)
    rig.sources[""].refusal = None
    rig.run(4)
    ((gone_s, back_s),) = rig.gaps
    assert gone_s == pytest.approx(5.0, abs=0.1)
    assert back_s == pytest.approx(9.0, abs=1.2)


def test_that_the_chosen_microphone_is_heard_again_when_it_is_back() -> None:
    rig = ListeningRig(LINE, LINE)
    rig.hears((VOICE, 1.5), microphone="usb", name="USB Mic", ending=ErrorCode.MICROPHONE_GONE)
    rig.hears((SILENCE, 60.0), name="Laptop")
    rig.wanted = Wanted(microphone="usb")
    rig.open().live().run(8)
    assert rig.sources["usb"].opened == 1
    rig.hears((SILENCE, 60.0), microphone="usb", name="USB Mic")
    rig.there = (Microphone("usb", "USB Mic"),)
    rig.run(8)
    assert rig.healths(Part.MICROPHONE)[-1].detail == "USB Mic"
    assert rig.notices(NoticeCode.MICROPHONE_CHANGED)[-1].params == {"microphone": "USB Mic"}
    assert not rig.sources[""].is_open


def test_that_a_computer_without_a_microphone_is_asked_again_and_again() -> None:
    rig = ListeningRig(LINE).open().run(5)
    assert rig.healths(Part.MICROPHONE)[-1].code == ErrorCode.MICROPHONE_MISSING
    assert rig.states(Part.MICROPHONE)[-1] is HealthState.FAILED
    assert rig.notices(NoticeCode.MICROPHONE_FAILED) == []  # calm until the show is live
    rig.live().run(2)
    assert len(rig.notices(NoticeCode.MICROPHONE_FAILED)) == 1
    rig.hears((VOICE, 30.0)).run(3)
    assert rig.states(Part.MICROPHONE)[-1] is HealthState.OK
    assert ev.DismissNotice(NoticeCode.MICROPHONE_FAILED) in rig.posted


@pytest.mark.parametrize("code", [ErrorCode.MICROPHONE_BUSY, ErrorCode.MICROPHONE_DENIED])
def test_that_what_keeps_a_microphone_from_being_heard_is_said(code: ErrorCode) -> None:
    rig = ListeningRig(LINE).hears((VOICE, 5.0))
    rig.sources[""].refusal = code
    rig.open().run(1)
    assert rig.healths(Part.MICROPHONE)[-1].code == code


def test_that_a_microphone_that_always_fails_is_not_opened_without_end() -> None:
    rig = ListeningRig(LINE).hears((VOICE, 0.05), ending=ErrorCode.MICROPHONE_GONE)
    opened = 0
    rig.open()
    for _ in range(10):
        rig.sources[""].refusal = None
        rig.run(0.5)
    opened = rig.sources[""].opened
    assert 2 <= opened <= 4


def test_that_silence_while_live_is_asked_about_and_taken_back() -> None:
    rig = ListeningRig(LINE).hears((SILENCE, SILENT_AFTER_S + 2), (VOICE, 5.0)).open().run(1).live()
    rig.run(SILENT_AFTER_S - 1)
    assert rig.states(Part.MICROPHONE)[-1] is HealthState.OK
    rig.run(1.5)
    assert rig.healths(Part.MICROPHONE)[-1].code == ErrorCode.MICROPHONE_SILENT
    rig.run(2)
    assert rig.healths(Part.MICROPHONE)[-1].code == ""


def test_that_silence_before_the_show_is_nothing_to_speak_of() -> None:
    rig = ListeningRig(LINE).hears((SILENCE, 60.0)).open().run(30)
    assert ErrorCode.MICROPHONE_SILENT not in [h.code for h in rig.healths(Part.MICROPHONE)]


# --- what goes wrong with the engine ---


def test_that_a_bug_in_one_utterance_costs_that_utterance_only() -> None:
    rig = _rig()
    rig.engine.buggy = 1
    rig.live().run(12)
    assert [type(bug) for bug in rig.bugs] == [ZeroDivisionError]
    assert rig.finals == [LINE + "。"]
    ((lost_from_s, until_s),) = rig.gaps
    assert (lost_from_s, until_s) == pytest.approx((1.0, 1.0 + SPOKEN_S), abs=0.05)
    assert rig.states(Part.SPEECH)[-2:] == [HealthState.FAILED, HealthState.OK]


def test_that_what_was_shown_stays_when_the_engine_fails_at_the_rest() -> None:
    rig = _rig().live().run(3.0)
    shown = rig.hypotheses[-1].text
    rig.engine.is_failing = True
    rig.run(5)
    assert rig.finals == [shown]
    ((lost_from_s, _),) = rig.gaps
    assert 1.0 < lost_from_s < 3.1
    assert rig.healths(Part.SPEECH)[-1].code == ErrorCode.SPEECH_FAILED


def test_that_a_host_whom_the_engine_does_not_understand_is_a_gap() -> None:
    doubtful = Heard("1mm 1.5100V", no_speech=0.0, log_probability=-1.5)
    rig = ListeningRig(replace(doubtful, no_speech=0.9), LINE)
    rig.hears((VOICE, 3.0), (SILENCE, 2.0), (VOICE, SPOKEN_S), (SILENCE, 60.0)).open().live().run(12)
    assert rig.finals == [LINE + "。"]
    ((from_s, until_s),) = rig.gaps
    assert (from_s, until_s) == pytest.approx((0.0, 3.0), abs=0.05)


def test_that_a_noise_that_sounds_like_a_voice_is_no_gap() -> None:
    rig = ListeningRig(Heard("谢谢观看", no_speech=0.9, log_probability=-1.5))
    rig.hears((VOICE, 0.5), (SILENCE, 60.0)).open().live().run(5)
    assert (rig.finals, rig.gaps, rig.tally.phantoms) == ([], [], 1)


def test_that_without_a_speech_model_the_level_is_still_seen() -> None:
    rig = ListeningRig(LINE).hears((VOICE, 30.0))
    rig.model_failure = missing_model()
    rig.open().run(3)
    assert (rig.states(Part.SPEECH)[-1], rig.healths(Part.SPEECH)[-1].code) == (
        HealthState.OFF,
        ErrorCode.SPEECH_MODEL_MISSING,
    )
    assert rig.levels
    assert rig.notices(NoticeCode.SPEECH_MODEL_MISSING) == []  # calm until the show is live
    rig.live().run(3)
    assert len(rig.notices(NoticeCode.SPEECH_MODEL_MISSING)) == 1
    rig.model_failure = None
    rig.listener.change(rig.wanted, has_new_models=True)
    assert len(rig.run(5).hypotheses) > 1


def test_that_a_bug_while_loading_is_reported_and_the_level_seen() -> None:
    rig = ListeningRig(LINE).hears((VOICE, 30.0))
    rig.model_failure = ZeroDivisionError()
    rig.open().live().run(3)
    assert rig.healths(Part.SPEECH)[-1].code == ErrorCode.SPEECH_FAILED
    assert rig.bugs == [rig.model_failure]
    assert rig.levels


# --- settings ---


def test_that_another_microphone_is_heard_at_once() -> None:
    rig = ListeningRig(LINE, LINE).hears((VOICE, 60.0), name="Laptop")
    rig.hears((SILENCE, 60.0), microphone="usb", name="USB Mic")
    rig.open().live().run(3)
    rig.listener.change(Wanted(microphone="usb"), has_new_models=False)
    rig.run(2)
    assert rig.healths(Part.MICROPHONE)[-1].detail == "USB Mic"
    assert rig.notices(NoticeCode.MICROPHONE_CHANGED) == []  # nobody needs to be told what they chose
    assert len(rig.finals) == 1
    assert rig.gaps == []
    assert len(rig.loaded) == 1


def test_that_the_microphone_can_be_switched_off_and_on() -> None:
    rig = _rig().live().run(2)
    rig.listener.change(Wanted(is_on=False), has_new_models=False)
    rig.run(5)
    assert rig.states(Part.MICROPHONE)[-1] is HealthState.OFF
    assert not rig.sources[""].is_open
    rig.listener.change(Wanted(), has_new_models=False)
    rig.run(8)
    assert rig.finals[-1] == LINE + "。"
    assert rig.gaps == []


def test_that_another_model_is_loaded_in_mid_show_without_losing_a_word() -> None:
    rig = _rig().live().run(2.5)
    rig.listener.change(Wanted(speech_model="other"), has_new_models=False)
    rig.run(10)
    assert [wanted.speech_model for wanted in rig.loaded] == ["", "other"]
    assert rig.gaps == []
    assert len(rig.finals) == 3


# --- when the computer is slow ---


def test_that_finals_come_although_the_engine_is_too_slow_and_partials_are_left_out() -> None:
    said = [LINE] * 40
    rig = ListeningRig(*said, cost_s=3.0)
    rig.hears(*[(VOICE, 1.2), (SILENCE, 0.6)] * 12, (SILENCE, 60.0)).open().live().run(60)
    assert len(rig.finals) == 12
    assert rig.gaps == []
    assert HealthState.BEHIND in rig.states(Part.SPEECH)
    assert rig.states(Part.SPEECH)[-1] is HealthState.OK
    behind = [h.lag_ms for h in rig.healths(Part.SPEECH) if h.state is HealthState.BEHIND]
    assert all(lag_ms % 1000 == 0 and lag_ms >= 1000 for lag_ms in behind)


def test_that_no_sound_is_lost_while_the_engine_is_busy() -> None:
    rig = ListeningRig(LINE, cost_s=3.0)
    rig.hears((VOICE, 10.0), (SILENCE, 60.0)).open().live().run(30)
    assert sum(rig.engine.fed) / 16_000 == pytest.approx(10.2, abs=0.1)


def test_that_catching_up_marks_what_was_left_out() -> None:
    rig = ListeningRig(*[LINE] * 40, cost_s=4.0)
    rig.hears(*[(VOICE, 1.2), (SILENCE, 0.6)] * 20, (SILENCE, 60.0)).open().live().run(25)
    assert rig.states(Part.SPEECH)[-1] is HealthState.BEHIND
    finals = len(rig.finals)
    at_s = rig.clock.now() - rig.session.started_at
    rig.listener.catch_up()
    ((from_s, until_s),) = rig.gaps
    assert from_s < at_s - 3
    assert until_s == pytest.approx(at_s, abs=5)
    assert len(rig.finals) in (finals, finals + 1)
    rig.engine.cost_s = 0.1
    rig.run(5)
    assert rig.states(Part.SPEECH)[-1] is HealthState.OK
    assert len(rig.finals) > finals + 1


def test_that_an_engine_that_is_far_too_slow_does_not_fall_behind_for_ever() -> None:
    rig = ListeningRig(*[LINE] * 400, cost_s=20.0)
    rig.hears(*[(VOICE, 1.2), (SILENCE, 0.6)] * 300).open().live().run(4 * MOST_BEHIND_S)
    assert len(rig.gaps) >= 2
    for from_s, until_s in rig.gaps:
        assert MOST_BEHIND_S < until_s - from_s < MOST_BEHIND_S + 70
    assert rig.states(Part.SPEECH)[-1] is HealthState.BEHIND


# --- the end ---


def test_that_closing_makes_what_is_being_said_a_final() -> None:
    rig = _rig().live().run(2.5)
    rig.listener.close()
    assert len(rig.finals) == 1
    assert rig.engine.is_closed
    assert not rig.sources[""].is_open


def test_that_a_file_is_heard_to_its_end() -> None:
    rig = (
        ListeningRig(LINE, cost_s=1.0).hears((SILENCE, 0.5), (VOICE, SPOKEN_S), ending=EOFError).open().live()
    )
    with pytest.raises(EOFError):
        rig.run(60)
    rig.listener.drain()
    assert rig.finals == [LINE + "。"]
    assert sum(rig.engine.fed) / 16_000 == pytest.approx(SPOKEN_S + 0.32, abs=0.05)


# --- the recording ---


def test_that_the_show_is_recorded_where_that_is_wished() -> None:
    rig = ListeningRig(LINE, wanted=Wanted(records_host=True)).hears((VOICE, 60.0)).open()
    rig.run(2).live().run(3).give(ev.PauseSession()).run(2).give(ev.ContinueSession()).run(2)
    (track,) = rig.tracks
    assert track.seconds == pytest.approx(5.0, abs=0.3)
    rig.listener.close()
    assert track.is_closed


def test_that_nothing_is_recorded_otherwise() -> None:
    assert _rig().live().run(5).tracks == []


def test_that_a_recording_that_fails_is_told_and_costs_no_caption() -> None:
    rig = ListeningRig(LINE, LINE, wanted=Wanted(records_host=True))
    rig.track_failure = Unavailable("recording", ErrorCode.DISK_FULL, folder="/x")
    rig.hears((VOICE, SPOKEN_S), (SILENCE, 60.0)).open().live().run(8)
    (notice,) = rig.notices(NoticeCode.RECORDING_FAILED)
    assert notice.params == {"code": ErrorCode.DISK_FULL, "folder": "/x"}
    assert rig.finals == [LINE + "。"]


def test_that_lost_sound_is_silence_in_the_recording() -> None:
    rig = ListeningRig(LINE, LINE, wanted=Wanted(records_host=True))
    rig.hears((VOICE, 60.0), lost=[(2.0, 1.5)]).open().live().run(6)
    (track,) = rig.tracks
    assert track.seconds == pytest.approx(6.0, abs=0.3)
