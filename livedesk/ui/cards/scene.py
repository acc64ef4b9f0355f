"""What a card shows: values only, so that the preview, the window on air and the picture are the same card."""

from dataclasses import dataclass
from datetime import date, timedelta

from livedesk.core.logistics.route import Container, Leg, Load, Route, Stop, StopKind
from livedesk.core.logistics.trace import Batch
from livedesk.ui.cards.labels import (
    Label,
    Tongue,
    country_name,
    day_text,
    event_kind,
    mode_name,
    once,
    place_name,
    said,
    stop_kind,
    stop_name,
)
from livedesk.ui.cards.projection import Rings
from livedesk.ui.figures import format_count, format_figure

SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a card: its number, names by language, what happens there, and when."""

    mark: str
    names: tuple[str, ...]
    details: tuple[str, ...]
    when: tuple[str, ...]
    is_main: bool = True


@dataclass(frozen=True, slots=True)
class RouteScene:
    """A shipping route from the order on `start` on; `names` is what is shipped, by language of the card."""

    names: tuple[str, ...]
    route: Route
    start: date
    land: Rings
    tongues: tuple[Tongue, ...]

    @property
    def title(self) -> tuple[str, ...]:
        """From where to where, in each language."""
        first, last = self.route.stops[0].place, self.route.stops[-1].place
        if first is None or last is None:
            return ()
        return once(
            *(
                said(
                    Label.FROM_TO,
                    tongue,
                    start=place_name(first, tongue),
                    end=place_name(last, tongue),
                    country=country_name(last, tongue),
                )
                for tongue in self.tongues
            )
        )

    @property
    def total(self) -> tuple[str, ...]:
        """How many days, in each language; never a promise."""
        return once(*(said(Label.ABOUT_DAYS, t, days=self.route.days) for t in self.tongues))

    @property
    def facts(self) -> tuple[str, ...]:
        """What is shipped and in what, in each language."""
        return once(*(SEPARATOR.join(self._facts(i, tongue)) for i, tongue in enumerate(self.tongues)))

    @property
    def footer(self) -> str:
        """That these are estimates."""
        return SEPARATOR.join(once(*(said(Label.ESTIMATE, tongue) for tongue in self.tongues)))

    def steps(self) -> tuple[Step, ...]:
        """Return the stops in order, each with the day the goods get there."""
        day = self.start + timedelta(days=self.route.made_in_days)
        steps = []
        for number, stop in enumerate(self.route.stops):
            leg = self.route.legs[number - 1] if number else None
            day += timedelta(days=leg.days if leg else 0)
            steps.append(
                Step(
                    str(number + 1),
                    once(*(stop_name(stop, t) for t in self.tongues)),
                    once(*(self._detail(stop, leg, t) for t in self.tongues)),
                    once(*(day_text(day, t) for t in self.tongues)),
                    stop.kind is not StopKind.PASSAGE,
                )
            )
            day += timedelta(days=stop.days)
        return tuple(steps)

    def _detail(self, stop: Stop, leg: Leg | None, tongue: Tongue) -> str:
        """Return how the goods get to a stop and what happens there, with the days of both."""
        parts = []
        if leg is None and self.route.made_in_days:
            made = said(Label.MADE, tongue)
            parts.append(said(Label.STEP_DAYS, tongue, what=made, days=self.route.made_in_days))
        if leg is not None and leg.path:
            parts.append(said(Label.STEP_DAYS, tongue, what=mode_name(leg.mode, tongue), days=leg.days))
        kind = stop_kind(stop.kind, tongue)
        if stop.days:
            parts.append(said(Label.STEP_DAYS, tongue, what=kind, days=stop.days))
        elif stop.kind is not StopKind.PASSAGE:
            parts.append(kind)
        return SEPARATOR.join(parts)

    def _facts(self, index: int, tongue: Tongue) -> list[str]:
        parts = [self.names[min(index, len(self.names) - 1)]] if self.names else []
        load = load_text(self.route.load, tongue)
        parts += [load] if load else []
        return [*parts, said(Label.KM, tongue, km=format_count(self.route.km))]


@dataclass(frozen=True, slots=True)
class TraceScene:
    """Where a batch has been; `modules` are the rows of its QR code, () for none."""

    names: tuple[str, ...]
    batch: Batch
    modules: tuple[tuple[bool, ...], ...]
    tongues: tuple[Tongue, ...]

    @property
    def title(self) -> tuple[str, ...]:
        """The product's name in each language."""
        return self.names or (self.batch.sku,)

    @property
    def total(self) -> tuple[str, ...]:
        """The batch, in each language."""
        return once(*(said(Label.BATCH, tongue, code=self.batch.code) for tongue in self.tongues))

    @property
    def facts(self) -> tuple[str, ...]:
        """The article number."""
        return (self.batch.sku,)

    @property
    def scan(self) -> tuple[str, ...]:
        """What stands below the QR code."""
        return once(*(said(Label.SCAN, tongue) for tongue in self.tongues)) if self.modules else ()

    def steps(self) -> tuple[Step, ...]:
        """Return the events in order."""
        return tuple(
            Step(
                str(number),
                once(*(event_kind(event.kind, tongue) for tongue in self.tongues)),
                once(SEPARATOR.join(once(event.place.strip(), event.note.strip()))),
                once(event.on),
            )
            for number, event in enumerate(self.batch.events, start=1)
        )


Scene = RouteScene | TraceScene


def load_text(load: Load, tongue: Tongue) -> str:
    """Return a load such as "12.4 m³ · 1 × 40HQ", "" where nothing is known of it."""
    if load.cbm is None:
        return ""
    parts = [f"{format_figure(str(load.cbm))} m³"]
    if load.containers and load.containers[0][0] is Container.LCL:
        parts.append(said(Label.LCL, tongue))
    else:
        parts.append(" + ".join(f"{count} × {container}" for container, count in load.containers))
    return SEPARATOR.join(parts)
