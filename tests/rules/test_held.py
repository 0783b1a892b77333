import numpy as np
import pytest

from game.rules import custody, held
from game.rules.custody import Released
from game.rules.harm import Hurt
from game.rules.held import ABUSE, STRAINED, IllTreated
from game.world.causes import CAUSES, FEELINGS
from game.world.custody import Sighting
from game.world.people import NOBODY
from game.world.world import World
from tests.parade import block, ground, heard

MANY = 4000  # s, in which what can happen at 0.02 a second would have happened 80 times


@pytest.fixture
def held_one() -> World:
    """Four officers who hold one of five people; row 0 was seen throwing."""
    world = ground(30, 20, P=block(10, 8, 4), c=block(13, 8, 5))
    seen = Sighting(0, "throw", 0, "p", 0)
    custody.take(world, world.units["p"], 0, int(world.units["p"].rows[1]), seen)
    world.said.clear()
    return world


def seconds(world: World, count: int) -> None:
    for _ in range(count):
        held.keep_temper(world)


def test_officers_who_are_not_strained_never_hit_anybody(held_one):
    held_one.units["p"].strain = STRAINED
    seconds(held_one, MANY)
    assert held_one.said == []


def test_an_officer_at_the_end_of_his_tether_does_and_it_is_on_record(held_one):
    held_one.units["p"].strain = 1.0
    seconds(held_one, MANY)
    (hit,), (hurt,), (record,) = heard(held_one, IllTreated), heard(held_one, Hurt), held_one.arrests
    assert (hit.person, hit.officer, hit.actor) == (0, record.officer, "p")
    assert (hurt.by, hurt.lies, hurt.because) == ("hands", False, (hit.id,))
    assert (record.ill_treated, record.injured) == (True, True)


def test_everyone_who_sees_it_feels_it_as_force_on_somebody_who_did_nothing(held_one):
    before = held_one.causes.sums.copy()
    held_one.units["p"].strain = 1.0
    seconds(held_one, MANY)
    moved = (held_one.causes.sums - before)[1:5, :, CAUSES.index("force")]
    assert np.all(moved[:, FEELINGS.index("trust")] < -0.1)
    assert np.all(moved[:, FEELINGS.index("anger")] > 0.1)


def test_it_grows_with_the_strain_and_is_as_likely_as_it_says(held_one):
    rng, hits = held_one.rng, {0.8: 0, 1.0: 0}
    for strain in hits:
        held_one.rng = np.random.default_rng(5)
        held_one.units["p"].strain = strain
        for _ in range(3000):
            held.keep_temper(held_one)
            hits[strain] += held_one.arrests[0].ill_treated
            held_one.arrests[0].ill_treated = False
    held_one.rng = rng
    assert hits[1.0] / 3000 == pytest.approx(ABUSE, rel=0.35)
    assert hits[0.8] / hits[1.0] == pytest.approx(1.0 / 3.0, abs=0.15)


def test_who_is_kept_at_the_post_is_in_other_hands(held_one):
    held_one.arrests[0].escort = NOBODY
    held_one.units["p"].strain = 1.0
    seconds(held_one, MANY)
    assert held_one.said == []


def test_nobody_draws_lots_while_all_are_calm(held_one):
    before = held_one.rng.bit_generator.state
    seconds(held_one, 5)
    assert held_one.rng.bit_generator.state == before


def test_an_officer_holds_one_person_and_is_not_sent_for_another(held_one):
    unit = held_one.units["p"]
    assert held_one.arrests[0].escort not in custody.hands_free(held_one, unit)
    assert len(custody.hands_free(held_one, unit)) == 3


def test_when_the_only_free_hands_are_gone_the_held_go_free(held_one):
    held_one.people.fallen[held_one.units["p"].rows] = True
    held.lead(held_one)
    assert [freed.released for freed in heard(held_one, Released)] == ["nobody_left"]
    assert held_one.people.custody[0] == NOBODY
