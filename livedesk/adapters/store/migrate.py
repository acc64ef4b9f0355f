"""Brings a database to the newest version, with alembic; imported only when there is something to do."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine


def migrate(engine: Engine, scripts: Path) -> None:
    """Run every missing step in `scripts` on `engine` in one transaction: all of them, or none.

    `engine` has foreign keys off: SQLite changes a table by copying it and dropping the old one, which would
    delete the rows that point to it.
    """
    config = Config()
    config.set_main_option(
        "script_location", str(scripts).replace("%", "%%")
    )  # ConfigParser reads % as its own
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
