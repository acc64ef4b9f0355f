"""Whatever happens to leads, in whatever order, the list keeps its promises."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core import events as ev
from livedesk.core.ids import EN, BuyerId, LeadId, MessageId
from livedesk.core.leads.lead import Contact, ContactKind, Lead, LeadScore, ScoreReason
from livedesk.core.leads.scoring import score_of, set_by_hand
from tests.core.session.rig import Rig, products

_NAMES = st.sampled_from(["Ana", "Li", "Omar"])
_TEXTS = st.sampled_from(["hi", "A 500 pcs", "ana@x.es", "+34 600 123 456", "200 pcs B", "\u202e", "A and B"])
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("chat"), _NAMES, _TEXTS),
        st.tuples(st.just("make"), st.integers(1, 6)),
        st.tuples(st.just("quote"), _NAMES),
        st.tuples(st.just("name"), st.integers(0, 3), _NAMES),
        st.tuples(st.just("score"), st.integers(0, 3), st.sampled_from([None, *LeadScore])),
        st.tuples(st.just("merge"), st.integers(0, 3), st.integers(0, 3)),
        st.tuples(st.just("remove"), st.integers(0, 3)),
        st.tuples(st.just("forget"), _NAMES),
        st.tuples(st.just("again"), st.integers(0, 3)),
    ),
    max_size=14,
)


def _step(rig: Rig, step: tuple[object, ...], number: int) -> None:
    leads = rig.booth._leads.leads

    def lead(place: object) -> Lead | None:
        return leads[place] if isinstance(place, int) and place < len(leads) else None

    rig.after(1)
    match step:
        case ("chat", str(name), str(text)):
            rig.chat(text, number, name).answer_all()
        case ("make", int(message)):
            rig.give(ev.MakeLead(MessageId(message)))
        case ("quote", str(name)):
            contact = Contact(ContactKind.PHONE, "+34600123456")
            rig.give(ev.QuoteWanted("phone", name, name, "yes", EN, contacts=(contact,)))
        case ("name", place, str(name)) if found := lead(place):
            rig.give(ev.PutLeads((replace(found, name=name),), (found,)))
        case ("score", place, score) if found := lead(place):
            assert score is None or isinstance(score, LeadScore)
            rig.give(ev.PutLeads((set_by_hand(found, score),), (found,)))
        case ("merge", one, other) if (kept := lead(one)) and (merged := lead(other)):
            rig.give(ev.MergeLeads(kept.id, (merged.id,)))
        case ("remove", place) if found := lead(place):
            rig.give(ev.RemoveLeads((found.id, LeadId("unknown"))))
        case ("forget", str(name)):
            buyer = BuyerId(f"phone:{name}")
            rig.give(ev.ForgetBuyer(buyer))
            assert all(buyer not in each.buyers for each in rig.booth._leads.leads)
        case ("again", place) if found := lead(place):
            rig.give(ev.PutLeads((found,), (found,)))
            assert rig.last.events == []


@settings(max_examples=60, deadline=None)
@given(_STEPS)
def test_that_the_list_keeps_its_promises(steps: list[tuple[object, ...]]) -> None:
    rig = Rig().live().give(ev.CatalogueLoaded(tuple(replace(p, moq=300) for p in products("A", "B"))))
    rig.after(1).give(ev.Ticked())
    for number, step in enumerate(steps, 1):
        _step(rig, step, number)
        leads = rig.booth._leads.leads
        assert len({lead.id for lead in leads}) == len(leads)
        assert [lead.created_at for lead in leads] == sorted(
            (lead.created_at for lead in leads), reverse=True
        )
        buyers = [buyer for lead in leads for buyer in lead.buyers]
        assert len(set(buyers)) == len(buyers), "nobody is in two leads"
        assert all(rig.booth._leads.of_buyer(buyer) in leads for buyer in buyers)
        told = [event.leads for event in rig.events if isinstance(event, ev.LeadsChanged)]
        assert (told[-1] if told else ()) == leads
        for lead in leads:
            if ScoreReason.SET_BY_HAND not in lead.score_reasons:
                assert lead.score is score_of(frozenset(lead.score_reasons))
            assert len({(line.at, line.is_from_buyer, line.text) for line in lead.transcript}) == len(
                lead.transcript
            )
