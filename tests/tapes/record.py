"""Writes the tapes in this folder anew: `python -m tests.tapes.record`. Read the diff before you commit it.

A tape holds a scene's inputs and what followed from them, line by line, as the desk records a session.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, MessageId, ReplyId, SegmentId, Sku
from livedesk.core.records import (
    Health,
    HealthState,
    LineWarning,
    Notice,
    NoticeCode,
    NoticeLevel,
    Part,
    Reason,
    WarningKind,
)
from livedesk.core.wire import encode
from tests.core.session.rig import ES, Rig, products, show_items

FOLDER = Path(__file__).parent


class TapedRig(Rig):
    """A rig that keeps every input with its time, and what followed."""

    def __init__(self) -> None:
        super().__init__(EN, ES)
        self.lines: list[dict[str, object]] = []

    def give(self, *inputs: ev.Input) -> "TapedRig":
        for given in inputs:
            super().give(given)
            self.lines.append({"t": self.now, "in": encode(given)})
            self.lines += [{"t": self.now, "out": encode(event)} for event in self.last.events]
            self.now = round(self.now + 0.25, 2)
        return self


def show(rig: TapedRig) -> None:
    """A show from the first word to the last: captions, products on air, the run of show, a pause."""
    rig.give(ev.CatalogueLoaded(products("A", "B", "C", "D"), show_items(3))).live()
    rig.give(ev.GoToShowItem(1), *(ev.PinProduct(Sku(s)) for s in "ABCD"), ev.UnpinProduct(Sku("A")))
    rig.hear("大家", 1).hear("大家好，欢迎", 2).hear("大家好，欢迎来到", 3)
    rig.answer(rig.requests[0], "Hello").hear("大家好，欢迎来到我们的直播间。", 4, end=True).answer_all()
    rig.hear("起订量一万二", 1, 2).give(ev.PauseSession(), ev.ContinueSession()).hear(
        "起订量一万二千个", 2, 2, end=True
    )
    doubt = LineWarning(WarningKind.FIGURES, ("12000",), ("1200",))
    rig.answer(rig.requests[0], "The MOQ is 1,200", warnings=(doubt,)).give(ev.AcceptFigures(SegmentId(2)))
    rig.answer_all().hear("最后一句", 1, 3).after(6.0).give(ev.Ticked(), ev.MarkSoldOut(Sku("B"), True))
    rig.after(3.0).give(ev.Ticked()).answer_all().give(
        ev.AddHostLine("谢谢大家"), ev.EndSession()
    ).answer_all()


def chat(rig: TapedRig) -> None:
    """Buyers and answers: languages, a skipped flood, a preview, a failed reply that is retried."""
    rig.live().chat("hola, precio?").chat("ok", 2).chat("ok", 2)
    rig.answer(rig.requests[0], "你好，价格？", language=ES).answer(rig.requests[0], "好的", sure=False)
    rig.give(ev.SetMessageLanguage(MessageId(2), ES)).answer_all()
    rig.give(ev.DraftReply(MessageId(1), "四美元")).answer_all()
    rig.give(
        ev.SendReply(MessageId(1), "四美元", is_private=True), ev.ReplyFailed(ReplyId(1), "source_closed")
    )
    rig.give(ev.RetryReply(ReplyId(1)), ev.RetryReply(ReplyId(1)), ev.ReplySent(ReplyId(1)))
    for number in range(10, 52):
        rig.chat("price?", number, "John")
    rig.answer(rig.requests[0], reason=Reason.NO_MODEL).answer(rig.requests[0], reason=Reason.ENGINE_FAILED)
    rig.give(ev.TranslateMessage(MessageId(3))).answer(rig.requests[-1], "多少钱？", language=EN)


def catalogue(rig: TapedRig) -> None:
    """Products are edited, filled and offered while a show runs, and messages name them."""
    rig.give(ev.CatalogueLoaded(products("JZ-03", "CG-32"), show_items(2))).live().give(ev.Ticked())
    juicer, wok = rig.booth.products
    rig.give(ev.PinProduct(juicer.sku), ev.PutOffer(juicer.sku, "今天九折", Decimal("3.78"), rig.now + 9.0))
    rig.answer_all().give(
        ev.PutProducts((replace(juicer, names={ZH: "榨汁杯", EN: "Juicer cup"}),), (juicer,))
    )
    rig.give(ev.PutProducts((replace(wok, sku=Sku("CG-34"), stock=0),), (wok,)), ev.Ticked())
    rig.chat("#1 price?").chat("cg34 and juicer cups?", 2).answer_all()
    rig.give(ev.FillTexts((juicer.sku, Sku("CG-34")), (ES, ZH)))
    rig.answer(rig.requests[0], reason=Reason.LOOP).answer_all().give(
        ev.Ticked(), ev.ApproveTexts((juicer.sku,))
    )
    rig.give(ev.MoveProduct(Sku("CG-34"), 0), ev.RemoveProducts((juicer.sku,)), ev.UndoCatalogue())
    rig.give(ev.UndoCatalogue(), ev.RedoCatalogue(), ev.SetShow(show_items(3)))
    rig.give(ev.PutProducts(products("NEW-1", "NEW-2"))).after(9.0).give(ev.Ticked())
    rig.give(ev.FillTexts((Sku("NEW-1"),), (ZH,)), ev.StopFillingTexts(), ev.EndSession())


def restored(rig: TapedRig) -> None:
    """A session that a killed process left goes on; parts report, notices come and go."""
    before = Rig(EN, ES).live().give(ev.AddHostLine("大家好")).chat("hola")
    stored = ev.SessionRestored(
        before.booth.session, tuple(before.captions().values()), tuple(before.messages().values()), ()
    )
    offer = Notice(NoticeCode.UNFINISHED_SESSION, NoticeLevel.WARNING, {"name": "Fair"})
    rig.after(600.0).give(ev.NoticeRaised(offer), stored, ev.ContinueSession()).answer_all()
    full = Notice(NoticeCode.STORE_FAILED, NoticeLevel.ERROR, {"code": "disk_full"})
    rig.give(
        ev.HealthReported(Health(Part.STORE, HealthState.FAILED, code="disk_full")), ev.NoticeRaised(full)
    )
    rig.give(
        ev.DismissNotice(NoticeCode.STORE_FAILED), ev.ChangeLanguages(EN, (ZH,)), ev.AddHostLine("Hello")
    )
    rig.answer_all()


SCENES: tuple[Callable[[TapedRig], None], ...] = (show, chat, catalogue, restored)


def record(scene: Callable[[TapedRig], None]) -> str:
    """Return the tape of `scene`."""
    rig = TapedRig()
    scene(rig)
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in rig.lines)


def main() -> None:
    """Write every tape."""
    for scene in SCENES:
        (FOLDER / f"{scene.__name__}.jsonl").write_text(record(scene), encoding="utf-8")


if __name__ == "__main__":
    main()
