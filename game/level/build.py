"""Level → World at its first tick. Everyone the level can ever bring is a row from now on."""

import numpy as np

from game.level.crowd import plan_of
from game.level.enlist import enlist, seat_of
from game.level.gather import arrive, gather, talks_of
from game.level.schema import Level
from game.level.stand import crowd_places, in_formation
from game.world.causes import Causes
from game.world.people import Floats, Ints, People
from game.world.world import Group, Radio, ScriptMemory, World


def build(level: Level, seed: int) -> World:
    """The World in which `level` begins; all chance comes from one generator, begun with `seed`."""
    rng = np.random.default_rng(seed)
    ground = level.place.ground
    officers = {
        name: in_formation(unit, level.catalogue.units[unit.type], ground.zones[unit.at])
        for name, unit in level.units.items()
    }
    crowd = crowd_places(level, ground, np.concatenate(list(officers.values())), rng)
    people = People.strangers(np.concatenate([*crowd.values(), *officers.values()]), rng)
    rows = _rows({**{f"crowd {name}": places for name, places in crowd.items()}, **officers})
    groups = tuple(
        Group(name, group.role, rows[f"crowd {name}"], tuple(plan_of(group, level.crowd)), group.loops)
        for name, group in level.crowd.items()
    )
    talks = None if level.korlap is None else talks_of(people, level.korlap, groups)
    gather(people, level, groups, talks)
    arrive(people, level, groups, rng)
    return World(
        ground=ground,
        catalogue=level.catalogue,
        ladder=level.ladder,
        seats={name: seat_of(level, name) for name in level.seats},
        groups=groups,
        radio=Radio(level.radio.delay.low, level.radio.delay.high, level.radio.fails),
        starts=level.starts,
        people=people,
        units={name: enlist(people, level, name, rows[name]) for name in level.units},
        script=ScriptMemory(level.start),
        rng=rng,
        causes=Causes.none_yet(len(people)),
        deploy_at_most=level.personnel.most if level.personnel else None,
        flag=level.flag,
        exits_shut=list(level.exits_shut),
        gates_shut=sorted(ground.shut),
        talks=talks,
    )


def _rows(places: dict[str, Floats]) -> dict[str, Ints]:
    """Who → rows of People, one after the other."""
    ends = np.cumsum([len(each) for each in places.values()])
    return {who: np.arange(end - len(each), end) for (who, each), end in zip(places.items(), ends, strict=True)}
