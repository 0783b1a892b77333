from tests.parade import block, ground, let_pass, off_slot, order, until_done


def test_a_standing_line_lets_another_unit_through_and_closes_again():
    world = ground(A=block(10, 8, 12), N=block(18, 6, 16))
    order(world, "form", unit="n", formation={"bersaf": {"ranks": 1}})
    until_done(world, "n", 30.0)
    order(world, "move", unit="a", to=[24, 14])
    until_done(world, "a", 60.0)
    let_pass(world, 4.0)
    assert off_slot(world, "a").max() < 0.35
    assert off_slot(world, "n").max() < 0.35


def test_nobody_makes_way_for_those_who_stand():
    world = ground(A=block(10, 8, 12), N=block(11, 8, 12))
    let_pass(world, 2.0)
    assert not world.people.way.any()
