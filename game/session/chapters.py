"""The chapters of a summary: harm and care, custody, protest, talks, himbauan, force, property."""

from dataclasses import asdict
from typing import Any

import numpy as np

from game.level.schema import Level
from game.rules.measures.measure import Finding
from game.rules.measures.protect import Protect
from game.session.episodes import episodes
from game.session.tally import UNSEEN, Tally
from game.world.people import NOBODY, Bools, Floats
from game.world.quantities import Text
from game.world.world import TICKS_PER_SECOND, World

OWN_FORCE = ("hands", "water", "vehicle")  # words of harm that only officers can do
PROTEST = ("protest", "radical")  # kins of those who came to protest
SEEN_TALKING = ("open", "agreed")  # standings of talks that live


def harm(world: World, tally: Tally) -> dict[str, Any]:
    """Who was hurt on which side, how gravely, by whose hand, and how soon they were cared for."""
    hurt, civilian = tally.witness.hurt != UNSEEN, world.people.civilian
    treated = hurt & (tally.witness.treated != UNSEEN)
    waited = (tally.witness.treated - tally.witness.hurt)[treated]
    forced = {event.id for event in tally.forces}
    by_force = [event for event in tally.hurts if event.by in OWN_FORCE or forced & set(event.because)]
    ours = [event for event in by_force if civilian[event.person]]
    return {
        "civilians": int((hurt & civilian).sum()),
        "officers": int((hurt & ~civilian).sum()),
        "lying": len({event.person for event in tally.hurts if event.lies}),
        "by": {by: sum(event.by == by for event in tally.hurts) for by in sorted({e.by for e in tally.hurts})},
        "by_own_force": len({event.person for event in ours}),
        "gravely_by_own_force": len({event.person for event in ours if event.lies}),
        "treated": int(treated.sum()),
        "first_aid_seconds": float(np.median(waited)) if len(waited) else None,
    }


def custody(world: World) -> dict[str, Any]:
    """Who was taken, with or without evidence, and how they were kept."""
    arrests = world.arrests
    return {
        "taken": len(arrests),
        "without_evidence": sum(not arrest.act for arrest in arrests),
        "injured": sum(arrest.injured for arrest in arrests),
        "ill_treated": sum(arrest.ill_treated for arrest in arrests),
        "released": sum(arrest.outcome == "released" for arrest in arrests),
    }


def objectives(level: Level, tally: Tally) -> list[dict[str, Any]]:
    """What the level's objectives found, in its order."""
    measured = zip(level.objectives, tally.findings, strict=True)
    return [objective.plain() | _finding(finding) for objective, finding in measured if finding is not None]


def vote(level: Level, tally: Tally) -> int | None:
    """Seconds in which anyone was where the vote was to be protected; None where nothing was."""
    measured = zip(level.objectives, tally.findings, strict=True)
    seconds = [finding.number for objective, finding in measured if isinstance(objective, Protect) and finding]
    return round(max(seconds)) if seconds else None


def protest(world: World, tally: Tally) -> dict[str, Any]:
    """What became of those who came to protest and did nothing forbidden that anybody saw."""
    people, witness = world.people, tally.witness
    peaceful = witness.there & _protesters(world) & ~witness.acted
    fled = people.fled != NOBODY
    stays = peaceful & people.present & people.free
    return {
        "peaceful": int(peaceful.sum()),
        "stayed": int(stays.sum()),
        "went_home": int((peaceful & people.left & ~fled).sum()),
        "driven_away": int((peaceful & people.left & fled).sum()),
        "seconds_shut_in": sum(tally.column("shut")),
    }


def trust(world: World, tally: Tally) -> dict[str, Any]:
    """Mean trust of all civilians who came, 0 … 1, before anything happened and at the end."""
    who = tally.witness.there & world.people.civilian
    return {"before": _mean(tally.trust_before, who), "after": _mean(world.people.trust, who)}


def talks(world: World, tally: Tally) -> dict[str, Any] | None:
    """How long the conversation lived, and what came of it; None without a coordinator."""
    if world.talks is None:
        return None
    standings, flags = tally.column("talks"), tally.column("flag")
    live = [standing in SEEN_TALKING for standing in standings]
    tense = [alive for alive, flag in zip(live, flags, strict=True) if flag == "kuning"]
    kept = [promise.kept for promise in world.talks.promises]
    return {
        "standing": world.talks.standing,
        "live": round(sum(live) / len(live), 3),
        "live_in_kuning": round(sum(tense) / len(tense), 3) if tense else None,
        "delegates_received": world.talks.received,
        "promises": len(kept),
        "kept": kept.count(True),
        "broken": kept.count(False),
        "red_lines_crossed": list(world.talks.crossed),
    }


def himbauan(world: World, tally: Tally) -> dict[str, Any]:
    """Which were given, how many heard them, and how many understood by the end."""
    crowd = tally.witness.there & world.people.civilian
    understood = world.people.understood[crowd]
    return {
        "given": [
            {
                "t": round(event.tick / TICKS_PER_SECOND, 1),
                "level": event.level,
                "heard": event.percent,
                "understood": event.clear,
            }
            for event in tally.himbauan
        ],
        "heard": max((event.percent for event in tally.himbauan), default=0),
        "reached": round(100 * float((understood > 0).mean())) if len(understood) else 0,
    }


def force(tally: Tally) -> dict[str, Any]:
    """Every use of force, judged."""
    third = min((event.tick for event in tally.himbauan if event.level == 3), default=None)
    uses = episodes(tally.forces)
    faults = sorted({fault for use in uses for fault in use.faults})
    return {
        "uses": [use.plain() for use in uses],
        "highest": max(tally.column("force")),
        "faulted": sum(bool(use.faults) for use in uses),
        "faults": {fault: sum(fault in use.faults for use in uses) for fault in faults},
        "before_third_himbauan": sum(third is None or use.first < third for use in uses),
    }


def reliefs(tally: Tally) -> list[dict[str, Any]]:
    """Every relief of one line by another, with its widest gap in m and its times in s."""
    told = ("call", "whom", "seconds", "worst_gap", "seconds_open", "back_seconds")
    return [{name: getattr(relief, name) for name in told} for relief in tally.reliefs]


def property_(world: World, tally: Tally) -> dict[str, Any]:
    """What burned and for how long, and the water used."""
    burning = tally.column("burning")
    return {
        "fires": max(burning),
        "seconds_burning": sum(count > 0 for count in burning),
        "water": round(sum(unit.type.tank - unit.water for unit in world.units.values())),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    values = {name: asdict(value) if isinstance(value, Text) else value for name, value in finding.values.items()}
    return {"number": finding.number, "reached": finding.reached, "values": values, "evidence": finding.evidence}


def _protesters(world: World) -> Bools:
    kins = np.array([role.kin in PROTEST for role in world.catalogue.roles])
    who: Bools = world.people.civilian & kins[world.people.role]
    return who


def _mean(values: Floats, who: Bools) -> float | None:
    return round(float(values[who].mean()), 4) if who.any() else None
