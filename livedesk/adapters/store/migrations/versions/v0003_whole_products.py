"""Products as exporters keep them; corrections and gaps of captions; offers; what messages speak of."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_PRODUCT_TEXTS = ("materials", "colours", "sizes", "packing", "selling_points", "script")
_PRODUCT_LISTS = ("lead_times", "pictures", "variants", "custom", "machine_texts")


def upgrade() -> None:
    """Add the new columns, and move what the old ones said into them."""
    op.add_column("sessions", sa.Column("offer", sa.Text))
    op.add_column("captions", sa.Column("corrections", sa.Text, nullable=False, server_default="[]"))
    op.add_column("captions", sa.Column("gap_s", sa.Float, nullable=False, server_default="0"))
    op.add_column("messages", sa.Column("products", sa.Text, nullable=False, server_default="[]"))
    _widen_products()
    _widen_air_history()
    op.execute("PRAGMA user_version = 3")


def _widen_products() -> None:
    for name in _PRODUCT_TEXTS:
        op.add_column("products", sa.Column(name, sa.Text, nullable=False, server_default="{}"))
    for name in _PRODUCT_LISTS:
        op.add_column("products", sa.Column(name, sa.Text, nullable=False, server_default="[]"))
    for name in ("brand", "hs_code"):
        op.add_column("products", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name in ("sample_days", "stock"):
        op.add_column("products", sa.Column(name, sa.Integer))
    connection = op.get_bind()
    old = connection.exec_driver_sql("SELECT sku, lead_time_days, picture, certificates FROM products")
    for sku, days, picture, certificates in old.fetchall():
        moved = (
            [] if days is None else [{"min_quantity": 0, "days": days}],
            [picture] if picture else [],
            [{"name": name, "expires": ""} for name in json.loads(certificates)],
        )
        texts = [json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in moved]
        connection.exec_driver_sql(
            "UPDATE products SET lead_times = ?, pictures = ?, certificates = ? WHERE sku = ?", (*texts, sku)
        )
    op.drop_column("products", "lead_time_days")
    op.drop_column("products", "picture")


def _widen_air_history() -> None:
    """What was kept so far are the pinned products."""
    op.add_column("air_history", sa.Column("kind", sa.Text, nullable=False, server_default="pinned"))
    op.add_column("air_history", sa.Column("offer", sa.Text))
    op.execute("ALTER TABLE air_history RENAME COLUMN pinned_at TO began_at")
    op.execute("ALTER TABLE air_history RENAME COLUMN unpinned_at TO ended_at")
