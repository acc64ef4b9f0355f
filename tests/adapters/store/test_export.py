"""Exports: subtitles, transcript and table, with nothing invented and nothing that a spreadsheet would run."""

import csv
import io
import random
import zipfile
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pysubs2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from livedesk.adapters.store.export import ExportFormat, ExportWords, Languages, export_session
from livedesk.adapters.store.export_subtitles import SHORTEST_CUE_MS, cues_of, subtitles
from livedesk.adapters.store.export_table import harmless
from livedesk.adapters.store.export_workbook import MOST_CHARACTERS
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import HiddenWhy
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.events import SessionRestored
from livedesk.core.ids import EN, ZH, Language, MessageId, ReplyId, SegmentId
from livedesk.core.records import (
    Caption,
    Message,
    MessageState,
    Reason,
    ReplyState,
    Translation,
)
from tests import strategies
from tests.adapters.store.conftest import fill_disk
from tests.contracts.sink_contract import CAPTION, DOUBT, LIVE, MESSAGE, REPLY

ES = Language("es")
START = LIVE.started_at
FORMATS: list[ExportFormat] = ["srt", "vtt", "txt", "csv", "xlsx"]


def said(number: int, at_s: float, text: str, *translations: Translation, length_s: float = 2.0) -> Caption:
    return Caption(
        segment=SegmentId(number),
        revision=1,
        language=ZH,
        text=text,
        agreed_length=len(text),
        is_final=True,
        origin=CAPTION.origin,
        t0_s=at_s,
        t1_s=at_s + length_s,
        heard_at=START + at_s,
        translations=translations,
    )


def into(language: Language, text: str, reason: Reason | None = None) -> Translation:
    return Translation(language, text, 1, len(text), True, reason)


def asked(number: int, at_s: float, name: str, text: str, translation: Translation | None) -> Message:
    return replace(
        MESSAGE,
        id=MessageId(number),
        received_at=START + at_s,
        buyer_name=name,
        text=text,
        language=ES,
        translation=translation,
        state=MessageState.TRANSLATED if translation and translation.text else MessageState.SKIPPED,
    )


SHOW = SessionRestored(
    LIVE,
    (
        said(1, 5.0, "大家好", into(EN, "Hello everyone"), into(ES, "Hola a todos")),
        said(2, 65.0, "一共 12400 件", replace(into(EN, "12000 pieces"), warnings=(DOUBT,))),
        said(3, 70.0, "嗯……", into(EN, "", Reason.EMPTY)),
    ),
    (
        asked(1, 30.5, "María", "¿Cuánto cuesta?", into(ZH, "多少钱？")),
        asked(2, 66.0, "=cmd()", "+1 quiero", None),
    ),
    (
        replace(
            REPLY,
            state=ReplyState.SENT,
            changed_at=START + 40,
            translation=into(ES, "Veinte dólares"),
            is_private=True,
        ),
        replace(REPLY, id=ReplyId(2), state=ReplyState.CHECKED, changed_at=START + 41, text="草稿"),
        replace(
            REPLY,
            id=ReplyId(3),
            state=ReplyState.FAILED,
            changed_at=START + 3700,
            text="再见",
            translation=None,
        ),
    ),
)


def exported(file_format: ExportFormat, languages: Languages, folder: Path, **words: object) -> str:
    out = folder / f"out.{file_format}"
    export_session(SHOW, file_format, languages, out, ExportWords(**words))  # type: ignore[arg-type]
    return out.read_bytes().decode("utf-8")


# --- subtitles ---


def test_that_srt_has_two_lines_for_both_languages(tmp_path: Path) -> None:
    assert exported("srt", "both", tmp_path) == (
        "1\n00:00:05,000 --> 00:00:07,000\n大家好\nHello everyone\n\n"
        "2\n00:01:05,000 --> 00:01:07,000\n一共 12400 件\n12000 pieces\n\n"
        "3\n00:01:10,000 --> 00:01:12,000\n嗯……\n\n"
    )


def test_that_vtt_in_one_language_shows_the_source_where_a_translation_is_missing(tmp_path: Path) -> None:
    assert exported("vtt", (ES,), tmp_path) == (
        "WEBVTT\n\n"
        "1\n00:00:05.000 --> 00:00:07.000\nHola a todos\n\n"
        "2\n00:01:05.000 --> 00:01:07.000\n一共 12400 件\n\n"
        "3\n00:01:10.000 --> 00:01:12.000\n嗯……\n\n"
    )


def test_that_named_languages_stand_in_their_order(tmp_path: Path) -> None:
    first = exported("srt", (EN, ZH, ES), tmp_path).split("\n\n")[0]
    assert first.splitlines()[2:] == ["Hello everyone", "大家好", "Hola a todos"]


@pytest.mark.parametrize(
    "text",
    ["{\\p1}boxes{\\p0}", "C:\\new\\Name\\hall", "{size A}", "a & b", "1 < 2 --> 3", "first\n\nsecond\r\n"],
)
@pytest.mark.parametrize("file_format", ["srt", "vtt"])
def test_that_no_word_is_lost_to_markup(text: str, file_format: ExportFormat, tmp_path: Path) -> None:
    data = replace(SHOW, captions=(said(1, 1.0, text), said(2, 5.0, "next")))
    out = tmp_path / "out"
    export_session(data, file_format, "both", out)
    written = out.read_text(encoding="utf-8").replace("\u2060", "")
    unescaped = written.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert " ".join(text.split()) in unescaped
    assert written.count("\n\n") == (2 if file_format == "srt" else 3)
    if file_format == "vtt":
        assert "1 < 2" not in written


timings = st.lists(st.tuples(st.floats(0, 50), st.floats(-1, 5)), min_size=1, max_size=12)


@given(timings=timings)
@settings(deadline=None)
def test_that_cues_never_overlap_and_can_be_read(timings: list[tuple[float, float]]) -> None:
    captions = [said(n, at, f"line {n}", length_s=length) for n, (at, length) in enumerate(timings, 1)]
    cues = cues_of(captions, "both")
    assert sorted(cue.lines for cue in cues) == sorted((caption.text,) for caption in captions)
    assert all(cue.end_ms - cue.start_ms >= SHORTEST_CUE_MS for cue in cues)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(cues))
    assert all(cue.start_ms >= round(at * 1000) for cue, (at, _) in zip(cues, sorted(timings), strict=True))


def test_that_a_cue_ends_early_for_the_next_and_a_typed_line_gets_a_length() -> None:
    captions = [said(1, 1.0, "a", length_s=9), said(2, 4.0, "b", length_s=0), said(3, 4.2, "c", length_s=0)]
    assert [(cue.start_ms, cue.end_ms) for cue in cues_of(captions, "both")] == [
        (1000, 4000),
        (4000, 5000),
        (5000, 6000),
    ]


def test_that_captions_without_a_word_make_no_cue() -> None:
    assert subtitles([said(1, 1.0, " \n "), said(2, 2.0, "")], "both", "srt") == ""


@given(captions=st.lists(strategies.captions, max_size=5))
@settings(deadline=None)
def test_that_what_was_written_can_be_read_by_others(captions: list[Caption]) -> None:
    short = [replace(c, t0_s=c.t0_s % 36_000, t1_s=c.t1_s % 36_000) for c in captions]
    cues = cues_of(short, "both")
    read = pysubs2.SSAFile.from_string(subtitles(short, "both", "srt"), format_="srt")
    assert [(event.start, event.end) for event in read] == [(cue.start_ms, cue.end_ms) for cue in cues]


# --- transcript ---


def test_that_the_transcript_reads_like_the_show(tmp_path: Path) -> None:
    date = datetime.fromtimestamp(START).astimezone().strftime("%Y-%m-%d %H:%M")
    assert exported("txt", "both", tmp_path) == (
        f"秋季展会 3 号馆\n{date}\n\n"
        "00:05  Host\n       [zh] 大家好\n       [en] Hello everyone\n"
        "00:30  María\n       [es] ¿Cuánto cuesta?\n       [zh] 多少钱？\n"
        "00:40  Reply to María (private)\n       [zh] 二十美元\n       [es] Veinte dólares\n"
        "01:05  Host\n       [zh] 一共 12400 件\n       [en] 12000 pieces\n"
        "       (! please check: figures 12400 | 12000)\n"
        "01:06  =cmd()\n       [es] +1 quiero\n       (not translated: skipped)\n"
        "01:10  Host\n       [zh] 嗯……\n       (not translated: empty)\n"
        "61:40  Reply to María (not sent)\n       [zh] 再见\n       (not translated: waiting)\n"
    )


def test_that_one_language_shows_the_source_only_where_it_must(tmp_path: Path) -> None:
    lines = [line.strip() for line in exported("txt", (ZH,), tmp_path).splitlines() if line.startswith(" ")]
    assert lines == [
        "[zh] 大家好",
        "[zh] 多少钱？",
        "[zh] 二十美元",
        "[zh] 一共 12400 件",
        "[es] +1 quiero",
        "(not translated: skipped)",
        "[zh] 嗯……",
        "[zh] 再见",
    ]


def test_that_the_words_come_from_the_caller(tmp_path: Path) -> None:
    text = exported(
        "txt",
        "both",
        tmp_path,
        host="主播",
        reply_to="回复 {name}",
        check="请核对",
        codes={"figures": "数字", "skipped": "已跳过"},
    )
    assert "00:05  主播\n" in text
    assert "00:40  回复 María (private)\n" in text
    assert "(! 请核对: 数字 12400 | 12000)" in text
    assert "(not translated: 已跳过)" in text


def test_that_a_line_in_the_same_language_lacks_nothing(tmp_path: Path) -> None:
    message = asked(1, 1.0, "王", "多少钱", into(ZH, "", Reason.SAME_LANGUAGE))
    data = replace(SHOW, captions=(), messages=(replace(message, language=ZH),), replies=())
    export_session(data, "txt", "both", tmp_path / "out.txt")
    assert "not translated" not in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_that_control_characters_cannot_break_the_transcript(tmp_path: Path) -> None:
    message = asked(1, 1.0, "Eve\n00:99  Host", "a\x00b\x1b[31m\u2028c", into(ZH, "x\ny"))
    export_session(replace(SHOW, captions=(), messages=(message,), replies=()), "txt", "both", tmp_path / "o")
    assert (tmp_path / "o").read_text(encoding="utf-8").splitlines()[3:] == [
        "00:01  Eve 00:99 Host",
        "       [es] a b [31m c",
        "       [zh] x y",
    ]


# --- table ---


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_that_the_table_has_one_row_for_each_line(tmp_path: Path) -> None:
    text = exported("csv", "both", tmp_path)
    assert text.startswith("\ufeff")
    heading, *body = rows(text)
    assert heading == [
        "Time",
        "Date",
        "Kind",
        "Source",
        "Name",
        "Language",
        "Text",
        "Translated into",
        "Translation",
        "Why not translated",
        "Warnings",
        "State",
        "private",
        "Country",
        "Asks about",
    ]
    assert {cell for row in body for cell in row[13:]} == {""}
    without_date = [[*row[:1], *row[2:13]] for row in body]
    assert without_date == [
        ["00:05", "Caption", "typed", "Host", "zh", "大家好", "en", "Hello everyone", "", "", "", ""],
        [
            "00:30",
            "Message",
            "phone",
            "María",
            "es",
            "¿Cuánto cuesta?",
            "zh",
            "多少钱？",
            "",
            "",
            "translated",
            "",
        ],
        [
            "00:40",
            "Reply",
            "phone",
            "María",
            "zh",
            "二十美元",
            "es",
            "Veinte dólares",
            "",
            "",
            "sent",
            "private",
        ],
        ["00:41", "Reply", "phone", "María", "zh", "草稿", "es", "Veinte dólares", "", "", "checked", ""],
        [
            "01:05",
            "Caption",
            "typed",
            "Host",
            "zh",
            "一共 12400 件",
            "en",
            "12000 pieces",
            "",
            "figures 12400 | 12000",
            "",
            "",
        ],
        ["01:06", "Message", "phone", "'=cmd()", "es", "'+1 quiero", "", "", "skipped", "", "skipped", ""],
        ["01:10", "Caption", "typed", "Host", "zh", "嗯……", "", "", "empty", "", "", ""],
        ["61:40", "Reply", "phone", "María", "zh", "再见", "", "", "waiting", "", "failed", ""],
    ]
    assert body[0][1] == datetime.fromtimestamp(START + 5).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def test_that_named_languages_have_a_column_each(tmp_path: Path) -> None:
    heading, first, question, *_ = rows(exported("csv", (EN, ZH), tmp_path))
    assert heading[6:10] == ["Text", "en", "zh", "Why not translated"]
    assert first[6:10] == ["大家好", "Hello everyone", "大家好", ""]
    assert question[6:10] == ["¿Cuánto cuesta?", "", "多少钱？", ""]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\0=1", "＝1+1", "＠x", "\tname"]
)
def test_that_no_cell_is_run_as_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "María", "5-10 pcs", "a=b", "'quoted'", " padded", "大家好", "1,5"])
def test_that_an_ordinary_cell_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_that_commas_quotes_and_line_ends_stay_in_their_cell(tmp_path: Path) -> None:
    nasty = 'a,b;"c"\r\nd'
    message = asked(1, 1.0, nasty, nasty, into(ZH, nasty))
    export_session(replace(SHOW, captions=(), messages=(message,), replies=()), "csv", "both", tmp_path / "o")
    _, row = rows((tmp_path / "o").read_bytes().decode("utf-8"))
    assert (row[4], row[6], row[8]) == (nasty, nasty, nasty)


# --- buyers on phones and platforms ---

CHATTED = replace(
    asked(4, 90.0, "Sara", "كم السعر؟", into(ZH, "多少钱？")),
    source="inlet",
    platform="tiktok",
    country="EG",
    intents=(Intent.PRICE, Intent.MOQ),
    photo="cup.jpg",
)
HIDDEN = replace(asked(5, 91.0, "spam", "buy followers", None), hidden=HiddenWhy.WORD)
PUBLIC = replace(
    REPLY,
    id=ReplyId(4),
    message=MessageId(4),
    state=ReplyState.SENT,
    changed_at=START + 95,
    translation=into(Language("ar"), "عشرون دولاراً"),
    others=(into(EN, "Twenty dollars"), into(ES, "Veinte dólares")),
    is_private=False,
)
BUSY = replace(
    SHOW,
    captions=(),
    messages=(CHATTED, HIDDEN),
    replies=(PUBLIC, replace(PUBLIC, id=ReplyId(5), message=MessageId(5), text="no")),
)


def test_that_platform_country_question_and_photo_of_a_message_are_told(tmp_path: Path) -> None:
    words = ExportWords(codes={"price": "Price", "moq": "Minimum order"})
    export_session(BUSY, "csv", "both", tmp_path / "o", words)
    _, message, reply = rows((tmp_path / "o").read_bytes().decode())
    assert [message[n] for n in (3, 4, 6, 13, 14)] == [
        "tiktok",
        "Sara",
        "كم السعر؟ (photo)",
        "EG",
        "Price, Minimum order",
    ]
    assert [reply[n] for n in (3, 13, 14)] == ["tiktok", "EG", ""]


@pytest.mark.parametrize("file_format", ["txt", "csv"])
def test_that_a_hidden_message_and_its_answer_are_left_out(file_format: ExportFormat, tmp_path: Path) -> None:
    export_session(BUSY, file_format, "both", tmp_path / "o")
    written = (tmp_path / "o").read_text(encoding="utf-8")
    assert "spam" not in written
    assert "followers" not in written
    assert "Sara" in written


def test_that_a_public_answer_stands_in_every_language_it_was_given_in(tmp_path: Path) -> None:
    export_session(BUSY, "txt", (EN, ES, Language("ar")), tmp_path / "o")
    text = (tmp_path / "o").read_text(encoding="utf-8")
    assert "[en] Twenty dollars\n       [es] Veinte dólares\n       [ar] عشرون دولاراً\n" in text


# --- the workbook ---


def test_that_the_workbook_has_the_cells_of_the_table_as_text(tmp_path: Path) -> None:
    export_session(SHOW, "csv", "both", tmp_path / "o.csv")
    export_session(SHOW, "xlsx", "both", tmp_path / "o.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "o.xlsx").get_sheet_by_index(0)
    assert sheet.name == "Transcript"
    plain = [
        [cell.removeprefix("'") for cell in row] for row in rows((tmp_path / "o.csv").read_text("utf-8"))
    ]
    assert sheet.to_python() == plain
    with zipfile.ZipFile(tmp_path / "o.xlsx") as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_that_a_text_too_long_for_a_cell_is_cut_and_not_lost(tmp_path: Path) -> None:
    data = replace(SHOW, captions=(said(1, 1.0, "长" * 40_000),), messages=(), replies=())
    export_session(data, "xlsx", "both", tmp_path / "o.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "o.xlsx").get_sheet_by_index(0)
    assert sheet.to_python()[1][6] == "长" * MOST_CHARACTERS


# --- the file ---


@pytest.mark.parametrize("file_format", FORMATS)
def test_that_an_empty_session_can_be_exported(file_format: ExportFormat, tmp_path: Path) -> None:
    out = tmp_path / "empty"
    export_session(SessionRestored(replace(LIVE, started_at=0.0), (), (), ()), file_format, "both", out)
    assert out.exists()


@pytest.mark.parametrize("file_format", FORMATS[:4])
def test_that_half_a_surrogate_pair_does_not_stop_an_export(
    file_format: ExportFormat, tmp_path: Path
) -> None:
    data = replace(SHOW, captions=(said(1, 1.0, "price \ud83d?"),))
    export_session(data, file_format, "both", tmp_path / "out")
    assert "price ??" in (tmp_path / "out").read_text(encoding="utf-8")


def test_that_missing_folders_are_made_and_names_may_be_chinese(hall: Path) -> None:
    out = hall / "导出" / "字幕 1.srt"
    export_session(SHOW, "srt", "both", out)
    assert out.read_text(encoding="utf-8").startswith("1\n")


def test_that_the_old_file_stays_whole_when_the_disk_is_full(tiny_disk: Path) -> None:
    out = tiny_disk / "out.txt"
    out.write_text("yesterday's export")
    fill_disk(tiny_disk)
    # The rest of the last block still takes small files, so this one is not small.
    letters = random.Random(1)
    long = "".join(chr(letters.randrange(0x4E00, 0x9FFF)) for _ in range(100_000))
    with pytest.raises(UserFacing) as caught:
        export_session(replace(SHOW, captions=(said(1, 1.0, long),)), "txt", "both", out)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert out.read_text() == "yesterday's export"
    assert sorted(path.name for path in tiny_disk.iterdir()) == ["ballast", "out.txt"]


def test_that_a_folder_that_takes_no_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for out in (tmp_path / "file" / "out.srt", tmp_path):
        with pytest.raises(UserFacing) as caught:
            export_session(SHOW, "srt", "both", out)
        assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


# --- stretches without captions ---


@pytest.fixture
def show_with_gap() -> SessionRestored:
    gap = replace(said(4, 80.0, "", length_s=12.0), gap_s=12.0)
    return replace(SHOW, captions=(*SHOW.captions, gap))


def test_that_a_gap_is_told_in_the_transcript_without_a_reason(
    show_with_gap: SessionRestored, tmp_path: Path
) -> None:
    out = tmp_path / "out.txt"
    export_session(show_with_gap, "txt", "both", out, ExportWords(gap="{seconds} 秒没有字幕"))
    assert "01:20  (12 秒没有字幕)\n" in out.read_text("utf-8")
    assert out.read_text("utf-8").count("not translated") == exported("txt", "both", tmp_path).count(
        "not translated"
    )


@pytest.mark.parametrize("languages", ["both", (EN, ES)])
def test_that_a_gap_is_a_row_of_the_table(
    show_with_gap: SessionRestored, tmp_path: Path, languages: Languages
) -> None:
    out = tmp_path / "out.csv"
    export_session(show_with_gap, "csv", languages, out)
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    (row,) = [row for row in rows if "(12 s without captions)" in row]
    assert row[0] == "01:20"
    assert row[rows[0].index("Why not translated")] == ""
    assert len(row) == len(rows[0])


def test_that_a_gap_makes_no_subtitle(show_with_gap: SessionRestored) -> None:
    assert len(cues_of(show_with_gap.captions, "both")) == len(cues_of(SHOW.captions, "both"))
