"""Which countries goods reach over land, by ISO 3166 code."""

# ruff: noqa: SIM905 - a list of two hundred codes reads better as a text

BY_RAIL = frozenset(
    "RU BY KZ UZ MN KG TM TJ PL DE CZ SK HU AT IT FR ES NL BE LU CH DK LT LV EE UA RO".split()
)
"""Freight trains from China go there."""

THROUGH_ERENHOT = frozenset({"MN"})
CENTRAL_ASIA = frozenset("KZ UZ KG TM TJ".split())
BEHIND_BREST = BY_RAIL - CENTRAL_ASIA - frozenset("RU BY MN UA LT LV EE".split())
"""Reached through Brest and Malaszewicze, where the gauge changes."""

_EURASIA = (
    "CN HK VN LA MM TH KH MY SG MN RU KZ KG TJ UZ TM IN NP PK BT BD AF IR TR GE AM AZ IQ SY JO SA AE OM QA KW YE IL "
    "LB BG GR RS HR SI BA ME MK AL MD PT SE NO FI LI BY PL DE CZ SK HU AT IT FR ES NL BE LU CH DK LT LV EE UA RO"
)
_NORTH_AMERICA = "US CA MX GT BZ HN SV NI CR PA"
_SOUTH_AMERICA = "BR AR CL PE BO PY UY CO VE EC GY SR GF"
_AFRICA = (
    "EG LY TN DZ MA SD SS ET ER DJ SO KE UG RW BI TZ MZ ZM ZW MW BW NA ZA LS SZ AO CD CG GA CM CF TD NE NG BJ TG GH "
    "CI BF ML SN GM GN GW SL LR MR GQ"
)
JOINED_BY_ROAD = tuple(
    frozenset(block.split()) for block in (_EURASIA, _NORTH_AMERICA, _SOUTH_AMERICA, _AFRICA)
)
"""Between any two countries of one block lorries drive."""
