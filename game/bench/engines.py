"""The engines that are compared, each with the same people at the same places before the same door.

Each is let walk a second at a time. What an engine is not given here stands at the engine's own default.
"""

import importlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np

from game.bench.door import DOOR, OUT, ROOM, THICK, crowd_at_the_door, crowd_of
from game.rules.advance import advance
from game.world.world import TICK, World

Second = Callable[[], None]  # lets one simulated second pass
TICKS = round(1.0 / TICK)  # in a second
OURS, BARE = "sispamkota", "pymunk"
STEPS = (0.01, 0.05)  # s: the default of JuPedSim, and what `walking.md` compares at
RVO_STEP = 0.05  # s
RVO_SEES = (15.0, 10, 5.0, 5.0)  # m, people, s, s: how far, how many, how long ahead; RVO2, examples/Blocks.cc
WAY_OUT = (0.5 * (OUT[0] + OUT[1]), 0.5 * (DOOR[0] + DOOR[1]))  # m, toward which pyrvo's people want to go
JUPEDSIM = {
    "CFS": "CollisionFreeSpeed",
    "AVM": "AnticipationVelocity",
    "SFM": "SocialForce",
}  # as walking.md calls them


def engines(people: int) -> dict[str, Second]:
    """Each engine's name → a second of `people` in it; those of the peers that are installed."""
    ours, bare = crowd_at_the_door(people), crowd_at_the_door(people)
    found = {OURS: _ours(ours), BARE: _bare(bare)}
    start = crowd_at_the_door(people)
    if find_spec("jupedsim"):
        found |= {f"JuPedSim {short} {step:g} s": _jupedsim(model, step, start)
                  for short, model in JUPEDSIM.items() for step in STEPS}  # fmt: skip
    if find_spec("pyrvo"):
        found[f"pyrvo {RVO_STEP:g} s"] = _pyrvo(start)
    return found


def missing() -> list[str]:
    """The peers that are not installed."""
    return [name for name in ("jupedsim", "pyrvo") if not find_spec(name)]


def _ours(world: World) -> Second:
    def second() -> None:
        for _ in range(TICKS):
            advance(world)
            world.said.clear()

    return second


def _bare(world: World) -> Second:
    """The same bodies, set going by a tick of ours, then coasting: nothing but the engine's step."""
    advance(world)
    bodies = world.bodies
    assert bodies is not None  # made by the first tick

    def second() -> None:
        for _ in range(TICKS):
            bodies.step_engine()

    return second


def _jupedsim(model: str, step: float, world: World) -> Second:
    jps: Any = importlib.import_module("jupedsim")
    sim = jps.Simulation(model=getattr(jps, f"{model}Model")(), geometry=_floor(), dt=step)
    stage = sim.add_exit_stage([(OUT[0], 0.0), (OUT[1], 0.0), (OUT[1], ROOM), (OUT[0], ROOM)])
    journey = sim.add_journey(jps.JourneyDescription([stage]))
    agent = getattr(jps, f"{model}ModelAgentParameters")
    for place, speed, radius in _people(world):
        sim.add_agent(agent(position=place, desired_speed=speed, radius=radius, journey_id=journey, stage_id=stage))
    return lambda: sim.iterate(round(1.0 / step))


def _floor() -> list[tuple[float, float]]:
    """Where one can walk: the room, the door, the strip behind it."""
    wall = ROOM + THICK
    return [
        (0.0, 0.0), (ROOM, 0.0), (ROOM, DOOR[0]), (wall, DOOR[0]), (wall, 0.0), (OUT[1], 0.0),
        (OUT[1], ROOM), (wall, ROOM), (wall, DOOR[1]), (ROOM, DOOR[1]), (ROOM, ROOM), (0.0, ROOM),
    ]  # fmt: skip


def _pyrvo(world: World) -> Second:
    """It knows no ways: everyone wants toward the middle of the door, set once a second, which is timed with it."""
    rvo: Any = importlib.import_module("pyrvo")
    people = _people(world)
    sim = rvo.RVOSimulator(RVO_STEP, *RVO_SEES, max(radius for *_, radius in people), 2.0)
    rows = [sim.add_agent(place) for place, *_ in people]
    for row, (_, speed, radius) in zip(rows, people, strict=True):
        sim.set_agent_radius(row, radius)
        sim.set_agent_max_speed(row, speed)
    sim.add_obstacle(_floor()[::-1])  # clockwise: its inside is where one walks
    sim.process_obstacles()

    def second() -> None:
        for row, (_, speed, _) in zip(rows, people, strict=True):
            here = sim.get_agent_position(row)
            ahead = np.array([WAY_OUT[0] - here.x, WAY_OUT[1] - here.y])
            sim.set_agent_pref_velocity(row, tuple(speed * ahead / max(float(np.hypot(*ahead)), 1.0)))
        for _ in range(round(1.0 / RVO_STEP)):
            sim.do_step()

    return second


def _people(world: World) -> list[tuple[tuple[float, float], float, float]]:
    """Where each stands (m), how fast each would walk (m/s), how wide each is (m, radius)."""
    people, rows = world.people, crowd_of(world)
    places = [(x, y) for x, y in people.position[rows].tolist()]
    return list(zip(places, people.free_speed[rows].tolist(), people.radius[rows].tolist(), strict=True))
