"""Which models a line goes through."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.route import Direct, NoPath, NotInstalled, Pair, Pivot, find_route, is_open

ES, DE = Language("es"), Language("de")
ZH_EN, EN_ZH, EN_ES, ES_EN, ZH_ES, EN_DE = (ZH, EN), (EN, ZH), (EN, ES), (ES, EN), (ZH, ES), (EN, DE)
NONE: frozenset[Pair] = frozenset()

PAIRS = list(permutations((ZH, EN, ES, DE), 2))
some_pairs = st.frozensets(st.sampled_from(PAIRS))


def test_that_an_installed_pair_is_taken_straight() -> None:
    assert find_route(ZH, EN, {ZH_EN, EN_ZH}, NONE) == Direct(ZH_EN)


def test_that_two_installed_pairs_meet_in_english() -> None:
    assert find_route(ZH, ES, {ZH_EN, EN_ES}, NONE) == Pivot(ZH_EN, EN_ES)
    assert find_route(ES, ZH, {ES_EN, EN_ZH}, NONE) == Pivot(ES_EN, EN_ZH)


def test_that_one_model_goes_before_two() -> None:
    assert find_route(ZH, ES, {ZH_EN, EN_ES, ZH_ES}, NONE) == Direct(ZH_ES)


def test_that_two_installed_models_go_before_one_that_is_only_listed() -> None:
    assert find_route(ZH, ES, {ZH_EN, EN_ES}, {ZH_ES}) == Pivot(ZH_EN, EN_ES)


def test_that_a_way_through_any_other_language_is_none() -> None:
    assert find_route(ZH, ES, {(ZH, DE), (DE, ES)}, NONE) == NoPath()


def test_that_only_what_is_missing_is_to_be_installed() -> None:
    assert find_route(ZH, ES, {ZH_EN}, {ZH_EN, EN_ES}) == NotInstalled((EN_ES,))
    assert find_route(ZH, ES, NONE, {ZH_EN, EN_ES}) == NotInstalled((ZH_EN, EN_ES))
    assert find_route(ES, EN, NONE, {ES_EN}) == NotInstalled((ES_EN,))


def test_that_installing_one_model_is_asked_for_before_installing_two() -> None:
    assert find_route(ZH, ES, NONE, {ZH_EN, EN_ES, ZH_ES}) == NotInstalled((ZH_ES,))
    assert find_route(ZH, ES, {ZH_EN}, {EN_ES}) == NotInstalled((EN_ES,))


def test_that_a_missing_model_that_nobody_lists_is_no_path() -> None:
    assert find_route(ZH, ES, {ZH_EN}, NONE) == NoPath()
    assert find_route(EN, DE, NONE, {EN_ES}) == NoPath()


def test_that_a_language_has_no_route_to_itself() -> None:
    with pytest.raises(ValueError, match="itself"):
        find_route(ZH, ZH, {ZH_EN}, NONE)


@given(st.sampled_from(PAIRS), some_pairs, some_pairs)
def test_that_a_route_starts_and_ends_where_it_should_and_uses_what_is_there(
    pair: Pair, installed: frozenset[Pair], listed: frozenset[Pair]
) -> None:
    route = find_route(*pair, installed, listed)
    match route:
        case Direct(taken):
            assert taken == pair
            assert taken in installed
        case Pivot(first, second):
            assert {first, second} <= installed
            assert pair not in installed
            assert (first[0], first[1], second[0], second[1]) == (pair[0], EN, EN, pair[1])
        case NotInstalled(missing):
            assert missing
            assert set(missing) <= listed - installed
        case NoPath():
            pass
    assert is_open(route) == isinstance(route, Direct | Pivot)


@given(st.sampled_from(PAIRS), some_pairs, some_pairs)
def test_that_installing_what_is_missing_opens_the_route(
    pair: Pair, installed: frozenset[Pair], listed: frozenset[Pair]
) -> None:
    route = find_route(*pair, installed, listed)
    if isinstance(route, NotInstalled):
        assert is_open(find_route(*pair, installed | set(route.missing), listed))


@given(st.sampled_from(PAIRS), some_pairs, some_pairs, st.sampled_from(PAIRS))
def test_that_one_more_model_closes_no_route(
    pair: Pair, installed: frozenset[Pair], listed: frozenset[Pair], more: Pair
) -> None:
    if is_open(find_route(*pair, installed, listed)):
        assert is_open(find_route(*pair, installed | {more}, listed))
