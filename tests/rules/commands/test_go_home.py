import numpy as np

from game.rules import kinds, radio
from game.world.world import Command
from tests.pictures import picture

assert kinds.BASES


def test_the_end_is_called_for_one_group_by_the_script_only():
    world = picture("cc.xx...X")
    command = Command.read({"go_home": {"group": "supporter"}})
    radio.give(world, "kapolres", command)
    assert np.all(world.people.homeward == 0.0)
    radio.give(world, "script", command)
    assert (world.people.homeward > 0.5).tolist() == [True, True, False, False]
    assert [event.word for event in world.said] == ["refused", "called_home"]


def test_a_group_that_does_not_exist_is_refused():
    world = picture("cc..X")
    assert Command.read({"go_home": {"group": "siapa"}}).check(world, "script").code == "unknown_group"
