import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.level.mistake import LevelErrors
from game.level.read import read_level
from game.rules.commands.face import Face
from game.rules.commands.raise_flag import RaiseFlag
from game.session.journal import Given
from game.session.orders import Orders, read_orders
from game.session.session import Session
from tests import small_level

SEATS = ("kapolres", "danton")
GOOD = {"tick": 412, "seat": "kapolres", "do": {"raise_flag": {"flag": "kuning"}}}


def written(tmp_path, *lines):
    path = tmp_path / "perintah.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return path


def test_orders_are_read_as_a_recording_writes_them(tmp_path):
    path = written(
        tmp_path, {"header": {}}, GOOD, "", {"tick": 420, "hash": "0"}, {"tick": 430, "end": "time", "hash": "0"}
    )
    assert read_orders(path, SEATS) == [Given(412, "kapolres", RaiseFlag(flag="kuning"))]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"tick": ', "2:10: this line is not JSON"),
        ("[" * 5000, "2:1: this line is not JSON"),
        (GOOD | {"do": {"say": {"text": {"id": "\ud800", "en": ""}}}}, "2:1: this line has half a character"),
        ([1, 2], "2:1: must be fields with names (got […])"),
        (GOOD | {"note": ""}, "2:1: note: unknown field"),
        (GOOD | {"tick": -2}, "2:1: tick: must be at least -1 (got -2)"),
        (GOOD | {"tick": True}, "2:1: tick: must be a whole number (got true)"),
        (GOOD | {"seat": "kapolre"}, "2:1: seat: there is no seat 'kapolre' (there are: kapolres, danton, instructor)"),
        (GOOD | {"do": {"raise_flg": {}}}, "2:1: do: unknown word (got raise_flg; there are: "),
        (GOOD | {"do": {"raise_flag": {"flag": "ungu"}}}, "2:1: do.raise_flag.flag: must be one of: hijau, kuning"),
        (GOOD | {"do": {"move": {"unit": "da1", "to": [1, float("nan")]}}}, "2:1: do.move.to[1]: must be a number"),
        (GOOD | {"do": {"arrest": {"unit": "rp1", "person": True}}}, "2:1: do.arrest.person: must be a whole number"),
        (
            GOOD | {"do": {"account": {"event": 1, "why": "other", "note": "x" * 401}}},
            "2:1: do.account.note: is too long: 400 characters at most",
        ),
        (GOOD | {"do": 7}, "2:1: do: must be one word with its fields"),
    ],
)
def test_each_wrong_line_is_told_with_its_place(tmp_path, line, told):
    path = written(tmp_path, GOOD, line, GOOD)
    with pytest.raises(LevelErrors) as wrong:
        read_orders(path, SEATS)
    assert wrong.value.tell("en").startswith(f"{path}:{told}")


def test_all_wrong_lines_are_told_at_once(tmp_path):
    with pytest.raises(LevelErrors) as wrong:
        read_orders(written(tmp_path, "a", GOOD, "b"), SEATS)
    assert [mistake.line for mistake in wrong.value.mistakes] == [1, 3]


def test_a_file_of_something_else_is_not_told_for_ever(tmp_path):
    with pytest.raises(LevelErrors) as wrong:
        read_orders(written(tmp_path, *["a"] * 1000), SEATS)
    assert len(wrong.value.mistakes) == 100


def test_what_is_no_file_of_orders_is_told_as_what_it_is(tmp_path):
    (tmp_path / "biner").write_bytes(b"\xff\xfe")
    (tmp_path / "lingkar").symlink_to("lingkar")
    with (tmp_path / "besar").open("wb") as sparse:
        sparse.truncate(30_000_000)
    assert told_of(tmp_path / "hilang").endswith("hilang:1:1: berkas tidak ada")
    assert told_of(tmp_path).endswith(":1:1: bukan berkas biasa")
    assert told_of(Path("/dev/zero")).endswith(":1:1: bukan berkas biasa")
    assert "apakah ini benar berkas perintah?" in told_of(tmp_path / "biner")
    assert told_of(tmp_path / "lingkar").endswith("tidak dapat dibaca: tautannya berputar tanpa ujung")
    assert "paling banyak 20.000.000 bita" in told_of(tmp_path / "besar")


def told_of(path):
    """What is said about the file, nothing if it can be read."""
    try:
        read_orders(path, SEATS)
    except LevelErrors as wrong:
        return wrong.tell("id")
    return ""


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(
            st.text(),
            st.binary().map(repr),
            st.recursive(st.none() | st.floats() | st.text(), st.lists).map(json.dumps),
        )
    )
)
def test_whatever_is_in_the_file_is_read_or_told(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("orders") / "a.jsonl"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    assert isinstance(told_of(path), str)


def session_of(tmp_path):
    """The small exercise, with a platoon leader beside the commander."""
    text = small_level.LONGER.replace(
        "seats:\n", "seats:\n  danton: {rank: danton, commands: da1, played_by: nobody}\n", 1
    )
    return Session(read_level(small_level.write(tmp_path, text)))


def turned(seat, degrees, tick=30):
    return Given(tick, seat, Face(unit="da1", facing=degrees))


def test_orders_are_given_in_the_sequence_of_their_ticks_whatever_that_of_the_file(tmp_path):
    session, orders = session_of(tmp_path), Orders([turned("kapolres", 90, 20), turned("kapolres", 45, 10)])
    for _ in range(15):
        orders.submit_due(session)
        session.tick()
    assert [(tick, command.facing) for tick, _, command in session.given] == [(10, 45)]
    assert [given.tick for given in orders.left] == [20]


def test_an_order_for_the_past_is_taken_at_once_and_recorded_at_that_tick(tmp_path):
    session = session_of(tmp_path)
    for _ in range(30):
        session.tick()
    Orders([turned("kapolres", 90, 10)]).submit_due(session)
    session.tick()
    assert [tick for tick, _, _ in session.given] == [30]


def test_two_seats_that_order_one_unit_in_one_tick_come_to_the_same_whoever_is_written_first(tmp_path):
    hashes, facing = [], []
    for both in ([turned("danton", 0), turned("kapolres", 90)], [turned("kapolres", 90), turned("danton", 0)]):
        session, orders = session_of(tmp_path), Orders(both)
        for _ in range(12 * 30):
            orders.submit_due(session)
            session.tick()
        hashes.append(session.state_hash())
        facing.append(round(np.degrees(session.world.units["da1"].facing)))
        assert session.world.units["da1"].ordered_by == "kapolres"
    assert hashes[0] == hashes[1]
    assert facing == [90, 90]
