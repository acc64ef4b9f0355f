"""When the scene of the video is switched, and when it is not."""

from livedesk.core.session.scenes import SceneSwitch

ON, OFF, OTHER = "Product", "Booth", "Break"


def test_that_a_product_going_on_air_switches_and_its_leaving_switches_back() -> None:
    switch = SceneSwitch(ON, OFF)
    assert switch.products(is_any_on_air=False, scene=OFF) == ""
    assert switch.products(is_any_on_air=True, scene=OFF) == ON
    switch.seen(ON)
    assert switch.products(is_any_on_air=True, scene=ON) == ""
    assert switch.products(is_any_on_air=False, scene=ON) == OFF


def test_that_what_is_on_air_when_obs_comes_is_no_reason_to_switch() -> None:
    switch = SceneSwitch(ON, OFF)
    assert switch.products(is_any_on_air=True, scene=OFF) == ""
    switch.forget()
    assert switch.products(is_any_on_air=True, scene=OFF) == ""


def test_that_a_scene_chosen_by_hand_is_never_switched_back() -> None:
    switch = SceneSwitch(ON, OFF)
    switch.products(is_any_on_air=False, scene=OFF)
    switch.products(is_any_on_air=True, scene=OFF)
    switch.seen(ON)
    switch.seen(OTHER)
    assert switch.products(is_any_on_air=False, scene=OTHER) == ""
    assert switch.products(is_any_on_air=True, scene=OTHER) == ON


def test_that_a_hand_that_chose_the_products_scene_keeps_it() -> None:
    switch = SceneSwitch(ON, OFF)
    switch.products(is_any_on_air=False, scene=ON)
    assert switch.products(is_any_on_air=True, scene=ON) == ""
    assert switch.products(is_any_on_air=False, scene=ON) == ""


def test_that_without_scenes_nothing_is_switched() -> None:
    switch = SceneSwitch()
    switch.products(is_any_on_air=False, scene=OTHER)
    assert switch.products(is_any_on_air=True, scene=OTHER) == ""
    assert switch.products(is_any_on_air=False, scene=OTHER) == ""
