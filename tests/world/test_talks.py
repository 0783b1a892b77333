import pytest

from game.world.state import changing, load, save, state_hash
from game.world.talks import Talks
from tests.talking import escort, live, of, talk, talking, turn


@pytest.fixture(scope="module")
def world():
    """Talks in full course: delegates on their way, one promise broken, one open."""
    world = talking(red_lines=("shields_first",))
    turn(world, "listen")
    turn(world, {"promise": {"what": "time", "to": "2m"}})
    turn(world, {"promise": {"what": "delegation", "to": 3}})
    of(world).promises[0].kept = False
    of(world).asked["hearing:hear_us"], of(world).denied["delegation:9"] = 5000, 20
    escort(world)
    return live(world, 2.0)


def test_talks_that_are_loaded_are_the_talks_that_were_saved(world):
    again = talking(red_lines=("shields_first",), seed=9)
    load(again, save(world))
    assert state_hash(again) == state_hash(world)
    assert again.talks is not None
    assert again.talks.stage == "led"
    assert [promise.heard.tolist() for promise in again.talks.promises] == [
        promise.heard.tolist() for promise in of(world).promises
    ]


def test_loaded_talks_go_on_as_the_saved_ones(world):
    again = talking(red_lines=("shields_first",), seed=9)
    load(again, save(world))
    talk(again, 30.0)
    before = save(world)
    talk(world, 30.0)
    assert state_hash(again) == state_hash(world)
    load(world, before)


def test_every_field_that_changes_changes_the_hash(world):
    talks, before = of(world), state_hash(world)
    for name in changing(Talks):
        kept = getattr(talks, name)
        match kept:
            case str():
                other = f"{kept}x"
            case int() | None:
                other = (kept or 0) + 1
            case dict():
                other = {**kept, "x": 1}
            case _:
                other = [*kept, *kept[:1]] if kept else ["x"]
        setattr(talks, name, other)
        assert state_hash(world) != before, name
        setattr(talks, name, kept)
    assert state_hash(world) == before
