import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.formations.banjar_tiga import BanjarTiga
from game.rules.formations.bersaf import DISTANCE, INTERVAL, Bersaf
from game.rules.formations.formasi_berlindung import FormasiBerlindung
from game.rules.formations.lingkar import Lingkar
from game.rules.formations.melintang import Melintang
from game.rules.formations.paruh_lembing import ParuhLembing
from game.rules.formations.setengah_lingkar import SetengahLingkar

LANJUT = 0.48  # m, the widest officer from shoulder to shoulder
RANKS = st.integers(1, 6)
EVERY = st.one_of(
    RANKS.map(Bersaf),
    RANKS.map(FormasiBerlindung),
    RANKS.map(SetengahLingkar),
    st.builds(Melintang, st.sampled_from(["kanan", "kiri"]), st.floats(15.0, 60.0), RANKS),
    st.builds(Lingkar, st.floats(1.0, 30.0)),
    st.builds(ParuhLembing, st.floats(0.7, 3.0), st.floats(25.0, 60.0)),
    st.just(BanjarTiga()),
)


def test_thirty_in_two_ranks_stand_fifteen_abreast():
    places = Bersaf(2).places(30)
    front = places[places[:, 0] == 0.0]
    assert len(front) == 15
    assert np.ptp(front[:, 1]) == pytest.approx(14 * INTERVAL)
    assert places[:, 0].min() == -DISTANCE


def test_the_left_of_the_front_comes_first():
    places = Bersaf(2).places(30)
    assert places[0, 1] == places[:, 1].max()
    assert np.all(np.diff(places[:15, 1]) < 0.0)


def test_a_short_last_rank_stands_behind_the_middle():
    places = Bersaf(3).places(10)  # four, four, two
    last = places[places[:, 0] == places[:, 0].min()]
    assert last[:, 1].tolist() == pytest.approx([INTERVAL / 2, -INTERVAL / 2])


@pytest.mark.parametrize(("frontage", "ranks"), [(22.0, 1), (11.0, 2), (7.0, 3), (1.0, 6), (200.0, 1)])
def test_a_drawn_front_decides_the_ranks(frontage, ranks):
    assert Bersaf(2).fitted(30, frontage) == Bersaf(ranks)


@given(st.integers(0, 60), EVERY)
def test_every_officer_has_a_place_of_their_own_behind_the_front_and_a_heading(count, formation):
    places = formation.places(count)
    assert places.shape == (count, 2)
    assert formation.headings(count).shape == (count,)
    assert np.all(places[:, 0] <= 1e-9)
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 10.0 * np.eye(count)
    assert apart.min(initial=10.0) >= LANJUT


@given(st.integers(0, 60), st.one_of(RANKS.map(Bersaf), st.just(BanjarTiga())))
def test_a_line_and_a_column_keep_the_interval_and_stand_evenly_to_both_sides(count, formation):
    places = formation.places(count)
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 10.0 * np.eye(count)
    assert apart.min(initial=10.0) >= INTERVAL - 1e-9
    assert abs(places[:, 1].sum()) < 1e-9
