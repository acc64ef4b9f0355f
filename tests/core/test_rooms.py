"""Every package carries its door sign, and the walls between rooms are the ones the signs name."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(p.parent for p in (ROOT / "livedesk").rglob("__init__.py") if "_bundled" not in p.parts)
SIGNED = [p for p in PACKAGES if p.name not in ("livedesk", "migrations", "versions")]
SIGN = ("Holds:", "May import:", "Runs on:", "Never:")


@pytest.mark.parametrize("package", SIGNED, ids=lambda p: str(p.relative_to(ROOT)))
def test_that_each_package_has_its_door_sign(package: Path) -> None:
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8"))) or ""
    first, *rest = text.splitlines()
    assert first.endswith(".")
    assert [line.split(":")[0] + ":" for line in rest if line.startswith(SIGN)] == list(SIGN)


def test_that_the_rooms_are_those_of_the_contracts() -> None:
    rooms = {p.name for p in PACKAGES if p.parent == ROOT / "livedesk"}
    assert rooms == {"core", "runtime", "adapters", "ui", "app"}


def test_that_adapter_shelves_are_those_of_the_contract() -> None:
    contracts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    shelves = {p.name for p in PACKAGES if p.parent.name == "adapters"}
    assert all(f'"livedesk.adapters.{shelf}"' in contracts for shelf in shelves)


def test_that_a_long_module_gives_its_reason() -> None:
    for module in sorted((ROOT / "livedesk").rglob("*.py")):
        source = module.read_text(encoding="utf-8")
        text = (ast.get_docstring(ast.parse(source)) or "").lower()
        is_long = len(source.splitlines()) > 400
        assert not is_long or "long" in text or "length" in text, (
            f"{module} is over 400 lines without a reason"
        )
