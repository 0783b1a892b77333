"""summary.json: how a run went, in one look."""

from typing import Any

from game.session import chapters, verdict
from game.session.accounts import accounts
from game.session.session import Session
from game.session.tally import Tally
from game.world.causes import FEELINGS
from game.world.ladder import FLAGS
from game.world.world import World

CALM_FOR = 60  # s at threat 1 that make an end calm; product.md


def summary_of(session: Session, tally: Tally, end: str, wall: float) -> dict[str, Any]:
    """All of it; `end` is over, time, interrupted or left, `wall` the real time taken in s."""
    world = session.world
    facts = {
        "end": end,
        "seconds": round(world.seconds, 3),
        "final_phase": world.script.phase,
        **_ladder(world, tally),
        "best_threat": session.level.best.threat,
        "calm": _calm(tally),
        "objectives": chapters.objectives(session.level, tally),
        "vote": chapters.vote(session.level, tally),
        **_chapters(world, tally),
        "feelings": _feelings(world),
        "events": dict(sorted(tally.events.items())),
    }
    return facts | {
        "lines": [line.plain() for line in verdict.lines(facts)],
        "hard_fails": [line.plain() for line in verdict.hard_fails(facts)],
        "state_hash": session.state_hash(),
        "wall_seconds": round(wall, 3),
        "real_time_factor": round(world.seconds / wall, 2) if wall > 0 else None,
    }


def _ladder(world: World, tally: Tally) -> dict[str, Any]:
    """Threat, flag and force against each other."""
    threats, flags = tally.column("threat"), tally.column("flag")
    asked = [world.ladder.flag_for[level - 1] for level in threats]
    apart = [FLAGS.index(flag) - FLAGS.index(wanted) for flag, wanted in zip(flags, asked, strict=True)]
    return {
        "highest_threat": max(threats),
        "final_threat": world.threat,
        "seconds_of_threat": {str(level): threats.count(level) for level in range(1, 6)},
        "highest_flag": max(flags, key=FLAGS.index),
        "final_flag": world.flag,
        "seconds_of_flag": {flag: flags.count(flag) for flag in FLAGS},
        "seconds_flag_differs": sum(steps != 0 for steps in apart),
        "seconds_flag_too_low": sum(steps < 0 for steps in apart),
        "highest_force_level": max(tally.column("force")),
    }


def _chapters(world: World, tally: Tally) -> dict[str, Any]:
    harm = chapters.harm(world, tally)
    return {
        "hurt": {side: harm[side] for side in ("civilians", "officers")},
        "harm": harm,
        "custody": chapters.custody(world),
        "protest": chapters.protest(world, tally),
        "trust": chapters.trust(world, tally),
        "talks": chapters.talks(world, tally),
        "himbauan": chapters.himbauan(world, tally),
        "force": chapters.force(tally),
        "reliefs": chapters.reliefs(tally),
        "property": chapters.property_(world, tally),
        "accounts": accounts(tally),
    }


def _calm(tally: Tally) -> bool:
    return set(tally.column("threat")[-CALM_FOR:]) == {1} and not any(event.lies for event in tally.hurts)


def _feelings(world: World) -> dict[str, float]:
    """Means over the civilians who are there at the end."""
    people = world.people
    here = people.present & people.civilian
    return {name: round(float(getattr(people, name)[here].mean()), 4) for name in FEELINGS} if here.any() else {}
