"""The briefing: what it tells and keeps to itself, units placed by keys and mouse, and what is refused in words."""

import dataclasses

import numpy as np
import pygame
import pytest

from game.app import trainee
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.session.session import BEFORE, Session
from game.ui.briefing.known import estimate, gatherings, objects, partners, ways, ways_out, wind_from
from game.ui.briefing.matrix import charges, stages
from game.ui.briefing.papers import limits, situation, task
from game.ui.briefing.placing import place, placement_of
from game.ui.briefing.routes import routes
from game.ui.briefing.situation_marks import draw_situation
from game.ui.canvas import Canvas
from game.ui.hud.tooltip import draw_tooltip
from game.ui.screens.briefing import TABS, Briefing
from game.ui.theme import ANGER, HIJAU, MERAH

pytestmark = pytest.mark.usefixtures("shown")

SIZES = ((1024, 600), (1280, 720), (1920, 1080))
PLACING = TABS.index("placing")


@pytest.fixture(scope="module")
def pleno() -> Level:
    """The level with a roster, units at their barracks, and one that comes when asked."""
    return read_level(LEVELS / "pleno-kpu.yaml")


@pytest.fixture
def page(pleno: Level) -> Briefing:
    """On the page where units are placed."""
    opened = Briefing(Session(pleno), trainee(pleno), "id")
    opened.tab = PLACING
    opened.draw(pygame.Surface((1280, 720)))
    return opened


def press(page: Briefing, *codes: int, mod: int = 0) -> None:
    for code in codes:
        page.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0))


def click_tip(page: Briefing, title: str) -> None:
    """Click the middle of what calls itself `title`."""
    assert page.canvas is not None
    spot = next(spot for spot in page.canvas.spots if spot.tip and title in spot.tip.title)
    page.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=spot.area.center, button=1))


def choose(page: Briefing, name: str) -> None:
    while page.placing.chosen is not None and page.placing.chosen.name != name:
        press(page, pygame.K_DOWN)


@pytest.mark.parametrize("name", ["pleno-kpu", "kantor-kpu-pagi"])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits(name: str, size: tuple[int, int], language: str) -> None:
    level = read_level(LEVELS / f"{name}.yaml")
    page = Briefing(Session(level), trainee(level), language)
    for tab in range(len(TABS)):
        page.tab = tab
        page.draw(pygame.Surface(size))
        assert page.canvas is not None
        assert not page.canvas.overflowing, TABS[tab]
        canvas = Canvas(pygame.Surface(size), language)
        for spot in [spot for spot in page.canvas.spots if spot.tip]:
            draw_tooltip(canvas, spot.tip, spot.area.center, spot.area)
        assert not canvas.overflowing


def test_agitators_count_with_the_group_they_look_like(pleno: Level) -> None:
    protesters, *others = gatherings(pleno)
    assert (protesters.label.id, protesters.count, protesters.rounded) == ("Peserta aksi", 300, True)
    assert len(pleno.crowd) == len(others) + 2  # one group fewer than the level has: nobody hears of it
    more = dataclasses.replace(pleno.crowd["provokator"], count=100)
    swollen = dataclasses.replace(pleno, crowd={**pleno.crowd, "provokator": more})
    assert gatherings(swollen)[0].count == 400


def test_intelligence_counts_few_and_estimates_many() -> None:
    assert [estimate(count) for count in (6, 19, 26, 74, 312, 338)] == [6, 19, 30, 70, 300, 350]


def test_nothing_read_out_tells_what_will_happen(pleno: Level) -> None:
    canvas = Canvas(pygame.Surface((1280, 720)), "id")
    papers_read = (*situation(pleno, canvas), *task(pleno, canvas), *limits(pleno, canvas))
    said = " ".join(line for section in papers_read for line in section.lines).lower()
    assert "peserta aksi: sekitar 300" in said
    assert [word for word in ("provokator", "desas", "kotak suara", "ban dibakar", "0,65") if word in said] == []


def test_object_partners_and_ways_out_are_read_from_the_level(pleno: Level) -> None:
    assert [text.id for text in objects(pleno)] == ["Ruang pleno", "Gudang logistik"]
    assert ways(pleno) == [("jalan-timur", "depan-gerbang")]
    assert list(partners(pleno)) == ["polres", "polres-tetangga", "kodim", "polda", "dinkes"]
    assert len(ways_out(pleno, shut=True)) == 1
    assert len(ways_out(pleno, shut=False)) == len(pleno.place.exits) - 1
    assert [wind_from(angle) for angle in (0, 90, -90, 180, 359, 46)] == [
        "east", "north", "south", "west", "east", "north_east",
    ]  # fmt: skip


def test_the_matrix_follows_the_doctrine(pleno: Level) -> None:
    aman, rawan, rusuh, pemulihan = stages(pleno)
    assert [stage.flag for stage in (aman, rawan, rusuh, pemulihan)] == ["hijau", "kuning", "merah", "hijau"]
    calm = {charge.key for charge in charges(pleno, "polres", aman.before, aman.ceiling)}
    assert {"negotiate", "warn", "treat"} <= calm
    assert "push" not in calm
    assert [charge.key for charge in charges(pleno, "polda", rawan.before, rawan.ceiling)] == ["spray"]
    (jet,) = charges(pleno, "polda", rusuh.before, rusuh.ceiling)
    assert (jet.key, jet.warned) == ("spray:jet", True)
    assert "push" not in {charge.word for charge in charges(pleno, "kodim", 0, 5)}  # soldiers guard, they face no crowd


def test_a_unit_goes_to_its_barracks_and_another_takes_its_place(page: Briefing) -> None:
    before = page.placing.people
    choose(page, "da1")
    press(page, pygame.K_SPACE)
    assert page.placing.people == before - 30
    choose(page, "da2")
    press(page, pygame.K_SPACE)
    assert page.placing.people == before
    assert page.placing.where == "halaman"
    assert page.placing.session.world.tick == 0


def test_no_more_than_two_thirds_are_deployed_and_it_says_so(page: Briefing) -> None:
    before = page.placing.people
    choose(page, "da2")
    press(page, pygame.K_SPACE)
    assert page.placing.people == before
    assert page.placing.refusal is not None
    assert page.placing.refusal.code == "too_many_deployed"
    page.draw(pygame.Surface((1024, 600)))
    assert page.canvas is not None
    assert not page.canvas.overflowing


def test_zones_are_stepped_through_by_keys_and_clicked_on_the_map(page: Briefing) -> None:
    choose(page, "ne1")
    press(page, pygame.K_PAGEDOWN)
    assert page.placing.where not in (None, "pos-negosiator")
    click_tip(page, "Trotoar barat")
    assert page.placing.where == "trotoar-barat"
    click_tip(page, "Jalan Timur")
    assert page.placing.where == "trotoar-barat"
    assert page.placing.refusal is not None
    assert page.placing.refusal.code == "place_taken"  # there stands the crowd


def test_two_units_cannot_stand_in_one_place(page: Briefing) -> None:
    choose(page, "da1")
    page.placing.put("halaman")
    choose(page, "ne1")
    page.placing.put("halaman")
    assert page.placing.refusal is not None
    assert page.placing.refusal.code == "place_taken"


def test_a_second_click_on_the_roster_sends_the_unit_home_and_back(page: Briefing) -> None:
    click_tip(page, "Tim medis 1")
    click_tip(page, "Tim medis 1")
    assert page.placing.where is None
    click_tip(page, "Tim medis 1")
    assert page.placing.where == "tenda-medis"


def test_who_comes_when_asked_cannot_be_placed(page: Briefing) -> None:
    assert "dl2" not in [unit.name for unit in page.placing.units]
    assert [unit.name for unit in page.placing.later] == ["dl2"]
    click_tip(page, "DL2")
    assert page.placing.chosen is not None
    assert page.placing.chosen.name != "dl2"


def test_the_same_placement_gives_the_same_beginning(page: Briefing, pleno: Level) -> None:
    choose(page, "da1")
    press(page, pygame.K_SPACE)
    choose(page, "ne1")
    page.placing.put("trotoar-barat")
    first = page.placing.session
    again = Session(pleno)
    place(again, trainee(pleno), placement_of(first, trainee(pleno)))
    assert again.state_hash() == first.state_hash()
    assert {tick for tick, _, _ in again.given} == {BEFORE}


def test_the_pages_are_turned_begun_and_left_by_keys(page: Briefing) -> None:
    press(page, pygame.K_TAB)
    assert page.tab == 0
    press(page, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    press(page, pygame.K_LEFT)
    assert TABS[page.tab] == "matrix"
    press(page, pygame.K_DOWN, pygame.K_SPACE)  # places nobody where nobody sees it
    assert not page.placing.session.given
    press(page, pygame.K_l)
    assert page.language == "en"
    press(page, pygame.K_RETURN)
    assert page.wish == "play"
    press(page, pygame.K_ESCAPE)
    assert page.wish == "menu"


def test_a_level_without_a_roster_sets_no_limit(level: Level) -> None:
    page = Briefing(Session(level), trainee(level), "id")
    page.tab = PLACING
    page.draw(pygame.Surface((1280, 720)))
    assert page.placing.most is None
    choose(page, "dl1")
    press(page, pygame.K_SPACE)
    assert page.placing.where is None


def test_the_map_of_the_situation_shows_which_ways_out_are_open_and_where_the_crowd_goes(pleno: Level) -> None:
    size, paper = pleno.place.size, pygame.Rect(0, 0, 770, 480)
    canvas = Canvas(pygame.Surface((1280, 720)), "id")

    def at(points: np.ndarray) -> np.ndarray:
        return (points - (0.0, size[1])) * (5.0, -5.0)

    draw_situation(canvas, pleno, routes(pleno), paper, at)
    for name, way_out in pleno.place.ground.exits.items():
        disc = pygame.Rect(0, 0, 22, 22)
        disc.center = at(way_out.centre)
        disc.clamp_ip(paper)
        wanted = MERAH if name in pleno.exits_shut else HIJAU
        assert canvas.surface.get_at((disc.centerx - 8, disc.centery))[:3] == wanted
    route = at(routes(pleno)[0])
    assert canvas.surface.get_at(tuple(route[len(route) // 2].astype(int)))[:3] == ANGER


def test_the_crowd_is_shown_to_come_on_foot_not_through_walls(pleno: Level) -> None:
    ground = pleno.place.ground
    for (start, goal), route in zip(ways(pleno), routes(pleno), strict=True):
        assert ground.clearance(route).min() > 0.0
        assert ground.zones[start].contains(route[:1]).all()
        assert ground.zones[goal].contains(route[-1:]).all()
        assert ground.sees(route[:-1], route[1:]).all()
