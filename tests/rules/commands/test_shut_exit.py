from game.rules.commands.shut_exit import ShutExit
from game.world.reason import reason
from tests.pictures import picture


def test_an_exit_closes_and_it_is_told_once():
    world = picture("c..X")
    for _ in range(2):
        ShutExit("keluar").apply(world, "script")
    assert world.exits_shut == ["keluar"]
    assert [event.word for event in world.said] == ["exit_shut"]


def test_only_an_exit_can_be_shut():
    assert ShutExit("gerbang").check(picture("c..X"), "script") == reason("unknown_exit", exit="gerbang")
