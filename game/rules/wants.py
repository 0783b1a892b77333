"""What people do about what they feel: their goal, where that leads them, and what they do in place."""

from typing import cast

import numpy as np

from game.rules.acts.act import NEVER, Act, acting, reconsiders
from game.rules.behaviours.behaviour import Behaviour
from game.rules.feelings import CHOICE_HOLDS, PLAN_BID, SWITCH_COSTS
from game.rules.kinds import ACTS, BEHAVIOURS
from game.rules.senses import feeling
from game.world.people import NOBODY, Ints
from game.world.world import TICKS_PER_SECOND, World

HOLDS = round(CHOICE_HOLDS * TICKS_PER_SECOND)  # ticks

KINDS = tuple(cast(type[Behaviour], Behaviour.words[word]) for word in BEHAVIOURS)
OPEN = tuple(kind() for kind in KINDS if kind.open_to_all)
DEEDS = tuple(cast(Act, Act.words[word]()) for word in ACTS)

Steps = list[tuple[Behaviour, Ints]]  # a step of a plan, and the rows who have got to it


def choose(world: World) -> None:
    """Set the goal, the way and the act of every civilian."""
    _go_on_with_plans(world)
    steps = _steps(world)
    _choose_goals(world, steps)
    _walk(world, steps)
    _choose_acts(world)


def _go_on_with_plans(world: World) -> None:
    people = world.people
    for group in world.groups:
        for number in reversed(range(len(group.plan) - (not group.loops))):  # from the back: one step at a time
            follows = (number + 1) % len(group.plan)
            step, after = cast(Behaviour, group.plan[number]), group.plan[follows]
            busy = _pursuing(world, step, group.rows[people.plan_step[group.rows] == number])
            if len(busy):
                done = busy[step.done(world, busy)]
                people.plan_step[done], people.step_since[done] = follows, world.tick
                people.behaviour[done] = BEHAVIOURS.index(after.word)


def _steps(world: World) -> Steps:
    """Equal steps of several groups are one: half the calls where groups protest side by side."""
    reached, at = world.people.plan_step, dict[Behaviour, list[Ints]]()
    for group in world.groups:
        for number, step in enumerate(group.plan):
            at.setdefault(cast(Behaviour, step), []).append(group.rows[reached[group.rows] == number])
    return [(step, np.concatenate(rows)) for step, rows in at.items()]


def _pursuing(world: World, goal: Behaviour, rows: Ints) -> Ints:
    """Those of `rows` who are about it and on their feet."""
    people = world.people
    pursuing: Ints = rows[(people.behaviour[rows] == BEHAVIOURS.index(goal.word)) & people.up[rows]]
    return pursuing


def _choose_goals(world: World, steps: Steps) -> None:
    """Take what bids most, the plan or what is open to all; it must bid clearly more and is then kept for 2 s."""
    people, everyone, feels = world.people, np.arange(len(world.people)), feeling(world)
    if not feels.any():
        return
    goals = np.tile([NOBODY, *(BEHAVIOURS.index(goal.word) for goal in OPEN)], (len(people), 1))
    for step, rows in steps:
        goals[rows, 0] = BEHAVIOURS.index(step.word)
    bids = np.column_stack([np.full(len(people), PLAN_BID), *(goal.urge(world) for goal in OPEN)])
    best = bids.argmax(axis=1)
    new, bid = goals[everyone, best], bids[everyone, best]
    present = np.where(goals == people.behaviour[:, None], bids, 0.0).max(axis=1)
    switches = feels & (new != people.behaviour) & (bid > present + SWITCH_COSTS)
    switches &= world.tick >= people.behaviour_until
    people.behaviour_until[switches & (people.behaviour != NOBODY)] = world.tick + HOLDS
    people.behaviour[switches] = new[switches]


def _walk(world: World, steps: Steps) -> None:
    people = world.people
    people.way[people.civilian] = 0.0
    people.press[people.civilian] = 0.0
    anyone = np.flatnonzero(people.civilian)
    for goal, rows in (*steps, *((goal, anyone) for goal in OPEN)):
        who = _pursuing(world, goal, rows)
        if len(who):
            people.way[who] = goal.steer(world, who)


def _choose_acts(world: World) -> None:
    """Do what stands out most above its threshold for 2 s; stop at once where there is no opportunity any more."""
    people, everyone, feels = world.people, np.arange(len(world.people)), feeling(world)
    if not feels.any():
        people.act[:] = NOBODY
        return
    urges = np.column_stack([deed.urge(world) for deed in DEEDS])
    urges[~feels] = NEVER
    idle = (people.act == NOBODY) | (urges[everyone, people.act] == NEVER)
    best = urges.argmax(axis=1)
    best[urges[everyone, best] <= 0.0] = NOBODY
    people.act = np.where(reconsiders(world), best, np.where(idle, NOBODY, people.act))
    people.way[acting(world, "sit")] = 0.0
