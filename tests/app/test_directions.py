"""Which way lines go between the host and the audience."""

from livedesk.app.wiring import directions
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.settings import Settings

ES = Language("es")


def test_that_lines_go_both_ways_between_the_host_and_each_other_language() -> None:
    settings = Settings(host_language=ZH, audience_languages=(EN, ES))
    assert directions(settings) == [(ZH, EN), (ZH, ES), (EN, ZH), (ES, ZH)]


def test_that_an_audience_that_reads_what_the_host_speaks_needs_no_model() -> None:
    assert directions(Settings(host_language=EN, audience_languages=(EN, ES))) == [(EN, ES), (ES, EN)]
