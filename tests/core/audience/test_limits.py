"""What one phone and all phones may do: never more than the limit, and no clock locks anyone out."""

from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.audience.limits import IN_ALL, Allowance, Bucket, Doing, Rate


def allowance(own: Rate, shared: Rate) -> Allowance:
    return Allowance(dict.fromkeys(Doing, own), dict.fromkeys(Doing, shared))


def test_that_a_phone_may_do_some_at_once_and_then_as_many_as_time_passes() -> None:
    limited = allowance(Rate(2, 0.5), Rate(100, 100))
    said = [limited.allows("a", Doing.QUESTION, at) for at in (0, 0, 0, 1, 2, 2.1, 4)]
    assert said == [True, True, False, False, True, False, True]


def test_that_phones_are_counted_apart_and_all_together() -> None:
    limited = allowance(Rate(2, 0.1), Rate(3, 0.1))
    said = [limited.allows(phone, Doing.QUESTION, 0) for phone in "aabbc"]
    assert said == [True, True, True, False, False]


def test_that_what_is_refused_for_all_is_not_paid_for_by_the_phone() -> None:
    limited = allowance(Rate(1, 0), Rate(1, 1))
    assert limited.allows("a", Doing.QUESTION, 0)
    assert not limited.allows("b", Doing.QUESTION, 0)
    assert limited.allows("b", Doing.QUESTION, 1)


def test_that_a_clock_put_back_by_a_year_locks_nobody_out() -> None:
    year = 366 * 86400.0
    limited = allowance(Rate(1, 0.1), Rate(10, 10))
    assert limited.allows("a", Doing.QUESTION, year)
    assert not limited.allows("a", Doing.QUESTION, 0)
    assert limited.allows("a", Doing.QUESTION, 10)


def test_that_a_thousand_phones_of_a_flood_do_not_fill_the_memory() -> None:
    limited = allowance(Rate(1, 0.1), Rate(1e9, 1))
    for number in range(20_000):
        limited.allows(number, Doing.JOIN, 0)
    assert len(limited._phones) <= 2000 * len(Doing)


@given(st.lists(st.floats(min_value=-1e9, max_value=1e9), max_size=60))
def test_that_no_clock_gives_more_than_its_forward_steps_allow(times: list[float]) -> None:
    rate = Rate(3, 0.5)
    bucket, granted = Bucket(rate, 0.0), 0
    forward, at = 0.0, 0.0
    for now in times:
        forward += max(0.0, now - at)
        at = now
        if bucket.has(now):
            bucket.pay()
            granted += 1
    assert granted <= rate.burst + forward * rate.per_s + 1e-6


def test_that_one_address_leaves_the_others_half_however_many_phones_it_makes_up() -> None:
    limited = Allowance()
    flood = [limited.allows(f"made-up-{n}", Doing.QUESTION, 0, "10.0.0.66") for n in range(500)]
    assert sum(flood) == IN_ALL[Doing.QUESTION].burst / 2
    assert limited.allows("honest", Doing.QUESTION, 0, "10.0.0.7")
    assert limited.allows("the computer's own", Doing.QUESTION, 0)
