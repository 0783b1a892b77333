from tests.parade import asked, block, ground, let_pass, order


def test_shields_up_hold_more_than_standing_at_ease():
    world = ground(L=block(10, 10, 6))
    order(world, "posture", unit="l", posture="berlindung")
    let_pass(world, 0.1)
    assert world.units["l"].posture == "berlindung"
    assert set(world.people.brace) == {650.0}


def test_who_carries_no_shield_cannot_raise_it():
    world = ground(A=block(10, 10, 6))
    why = asked(world, "posture", unit="a", posture="berlindung")
    assert (why.code, why.values["posture"]) == ("posture_not_carried", "berlindung")
