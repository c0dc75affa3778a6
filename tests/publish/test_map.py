from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.publish.articles import Card
from marsad.publish.catalogue import Language, load_catalogue
from marsad.publish.map import HEIGHT, WIDTH, draw_map, project
from marsad.publish.summary import Spot
from report_samples import PLACES, Page


def spot(words: str, events: int = 1, **told: object) -> Spot:
    page = Page("u", "", words)
    return Spot("p1", page.place(words) | told, [Card(f"a1e{n}", {}) for n in range(events)])


def test_north_is_up_and_east_is_right() -> None:
    (basra_x, basra_y), (mosul_x, mosul_y) = project(47.8, 30.5), project(43.1, 36.3)
    assert 0 < mosul_x < basra_x < WIDTH
    assert 0 < mosul_y < basra_y < HEIGHT


def test_distances_are_true_in_the_middle_of_the_map() -> None:
    (west, north), (east, south) = project(43.0, 33.9), project(44.0, 32.9)
    kilometres = 92.8, 111.2
    assert (east - west) / (south - north) == pytest.approx(kilometres[0] / kilometres[1], rel=0.01)


def test_a_town_is_a_dot_and_a_governorate_a_disc_of_its_radius() -> None:
    drawn = draw_map([spot("كركوك"), spot("ديالى")], load_catalogue("ar"))
    area, dot = drawn.discs
    assert (area.exact, dot.exact) == (False, True)
    degrees = PLACES["ديالى"][7] / 111.2
    assert area.radius == pytest.approx(project(0, 0)[1] - project(0, degrees)[1], rel=0.01)
    assert dot.radius == dot.dot < area.radius


def test_more_events_make_a_larger_dot() -> None:
    one, many = (draw_map([spot("كركوك", n)], load_catalogue("ar")).discs[0] for n in (1, 9))
    assert one.dot < many.dot


def test_places_beyond_the_frame_and_countries_are_left_out() -> None:
    drawn = draw_map([spot("صعدة"), spot("كركوك", precision="country")], load_catalogue("ar"))
    assert drawn.discs == ()
    assert all(area.shade == 0 for area in drawn.areas)


def test_governorates_are_shaded_by_their_events() -> None:
    drawn = draw_map([spot("ديالى", 8), spot("كركوك", 1)], load_catalogue("ar"))
    assert sorted(area.shade for area in drawn.areas if area.shade) == [1, 4]
    assert all(area.shade == 0 for area in drawn.areas if area.kind == "country")


def test_the_place_with_most_events_is_labelled_first() -> None:
    drawn = draw_map([spot("كركوك", 1), spot("العظيم", 5)], load_catalogue("ar"))
    assert [label.text for label in drawn.labels if label.kind == "place"] == ["العظيم", "كركوك"]


@pytest.mark.parametrize(("language", "names"), [("ar", {"حمص", "السعودية"}), ("en", {"Homs", "Saudi Arabia"})])
def test_an_empty_map_still_names_its_lands(language: Language, names: set[str]) -> None:
    assert names <= {label.text for label in draw_map([], load_catalogue(language)).labels}


@given(
    st.lists(
        st.tuples(st.floats(29, 38), st.floats(35, 49), st.integers(1, 30), st.sampled_from(["town", "admin1"])),
        max_size=12,
    )
)
def test_labels_never_overlap(places: list[tuple[float, float, int, str]]) -> None:
    spots = [
        spot("جبال حمرين", n, latitude=latitude, longitude=longitude, precision=precision)
        for latitude, longitude, n, precision in places
    ]
    labels = [label for label in draw_map(spots, load_catalogue("ar")).labels if label.kind == "place"]
    for one, other in combinations(labels, 2):
        assert abs(one.x - other.x) > 10 * 13 * 0.56 or abs(one.y - other.y) >= 13
