"""The load test itself, small: thirty phones for some seconds. `make load` is the whole of it."""

from pathlib import Path

from tests.load.show import Load, judge, run


def test_that_thirty_phones_get_every_caption_once_and_in_time(tmp_path: Path) -> None:
    figures = run(Load(phones=30, seconds=2.0, questions_per_s=10.0, caption_every_s=0.25), tmp_path)
    assert figures["captions_received"] == 30 * figures["captions_said"]
    assert figures["stored_questions"] == figures["asked"] > 0
    others = [
        why for why in figures["verdict"] if "later than" not in why
    ]  # the computer may be busy with tests
    assert others == []


def test_that_the_verdict_names_what_is_wrong() -> None:
    good = {
        "caption_ms": {"p95": 40.0}, "memory_growth_mb": 1.0, "lost": 0, "doubled": 0, "cut": 0, "refused": {},
        "asked": 5, "acknowledged": 5, "stored_questions": 5, "complaints": [], "exit_code": 0, "window": {},
    }  # fmt: skip
    assert judge(Load(), good) == []
    bad = good | {"caption_ms": {"p95": 240.0}, "lost": 1, "stored_questions": 4}
    assert len(judge(Load(), bad)) == 3
