from game.rules.force import ForceUsed
from game.session.episodes import LETS_GO, episodes


def used(tick, unit="dl1", tool="push", **changes):
    told = {"level": 4, "threat": 3, "call": "DL1", "ordered_by": "kapolres", "hit": 5, "innocent": 2, "faults": ()}
    return ForceUsed(tool=tool, id=tick, tick=tick, actor=unit, **told | changes)


def test_what_a_unit_does_without_letting_go_is_one_use():
    (push,) = episodes([used(0), used(30, hit=9), used(60, hit=3)])
    assert (push.first, push.last, push.hit, push.events) == (0, 60, 9, [0, 30, 60])


def test_letting_go_for_a_while_makes_it_two():
    assert [use.first for use in episodes([used(0), used(LETS_GO + 1)])] == [0, LETS_GO + 1]


def test_two_units_and_two_tools_are_told_apart():
    uses = episodes([used(0), used(1, unit="dl2"), used(2, tool="arrest"), used(3)])
    assert [(use.unit, use.tool) for use in uses] == [("dl1", "push"), ("dl2", "push"), ("dl1", "arrest")]


def test_a_use_is_held_against_the_calmest_moment_and_blamed_once_for_each_fault():
    events = [used(0, threat=4), used(30, threat=2, faults=("threat_below",)), used(60, faults=("threat_below",))]
    (push,) = episodes(events)
    assert (push.threat, push.faults) == (2, ["threat_below"])
    assert push.plain()["last"] == 2.0
