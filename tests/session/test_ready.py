from game.level.read import read_level
from game.paths import LEVELS
from game.session.ready import make_ready
from game.session.session import Session

MORNING = LEVELS / "kantor-kpu-pagi.yaml"


def test_making_ready_beside_an_exercise_changes_nothing_of_it():
    alone, beside = Session(read_level(MORNING)), Session(read_level(MORNING))
    for _ in range(20):
        alone.tick()
    thread = make_ready(MORNING)
    for _ in range(20):
        beside.tick()
    thread.join()
    assert beside.state_hash() == alone.state_hash()
