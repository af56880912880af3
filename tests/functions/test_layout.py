"""Crop, margin, scale, position and size are remove.bg's, to the pixel."""

import pytest

from removebg.errors import RoiExceedsBounds, RoiRegionEmpty
from removebg.layout import Box, Layout, arrange, moved, region_of_interest
from removebg.lengths import parse_margins, parse_roi

PHOTO = (1000, 800)
WHOLE = Box(0, 0, *PHOTO)
SUBJECT = Box(200, 100, 600, 300)
ANY_SIZE = 50_000_000


def test_without_wishes_the_whole_photo_is_shown_at_its_own_size() -> None:
    assert arrange(PHOTO, WHOLE, SUBJECT, ANY_SIZE) == Layout(PHOTO, WHOLE, WHOLE)


def test_crop_cuts_to_the_subject() -> None:
    layout = arrange(PHOTO, WHOLE, SUBJECT, ANY_SIZE, crop=parse_margins("0"))
    assert layout == Layout((400, 200), SUBJECT, Box(0, 0, 400, 200))


@pytest.mark.parametrize(
    ("margin", "canvas", "target"),
    [
        ("50px", (500, 300), Box(0, 0, 500, 300)),
        ("10%", (480, 240), Box(0, 0, 480, 240)),
        ("10px 20px", (440, 220), Box(0, 0, 440, 220)),
        ("10px 20px 30px 40px", (460, 240), Box(0, 0, 460, 240)),
    ],
)
def test_crop_leaves_the_margin_that_was_asked_for(margin: str, canvas: tuple[int, int], target: Box) -> None:
    layout = arrange(PHOTO, WHOLE, SUBJECT, ANY_SIZE, crop=parse_margins(margin))
    assert (layout.canvas, layout.target) == (canvas, target)


def test_a_margin_past_the_photos_edge_is_empty() -> None:
    layout = arrange(PHOTO, WHOLE, SUBJECT, ANY_SIZE, crop=parse_margins("150px 0"))
    assert layout.canvas == (400, 500)
    assert layout.source == Box(200, 0, 600, 450)
    assert layout.target == Box(0, 50, 400, 500)


def test_scale_fills_that_share_and_centres() -> None:
    layout = arrange(PHOTO, WHOLE, SUBJECT, ANY_SIZE, scale=0.8)
    # 400 x 200 into 80 % of 1000 x 800: twice as large, limited by the width.
    assert layout == Layout(PHOTO, SUBJECT, Box(100, 200, 900, 600))


@pytest.mark.parametrize(
    ("position", "corner"), [((0.0, 0.0), (0, 0)), ((1.0, 1.0), (600, 600)), ((0.5, 1.0), (300, 600))]
)
def test_position_places_the_subject(position: tuple[float, float], corner: tuple[int, int]) -> None:
    layout = arrange(PHOTO, WHOLE, SUBJECT, ANY_SIZE, position=position)
    assert (layout.target.left, layout.target.top) == corner
    assert (layout.target.width, layout.target.height) == (400, 200)


@pytest.mark.parametrize(
    ("photo", "most", "expected"),
    [((100, 80), 250_000, (100, 80)), ((4000, 3000), 250_000, (577, 433)), ((30_000, 1), 100, (1732, 1))],
)
def test_answers_are_never_enlarged_and_keep_their_proportions(
    photo: tuple[int, int], most: int, expected: tuple[int, int]
) -> None:
    whole = Box(0, 0, *photo)
    layout = arrange(photo, whole, whole, most)
    assert layout == Layout(expected, whole, Box(0, 0, *expected))


@pytest.mark.parametrize("most", [1, 10, 1000, 123_457])
@pytest.mark.parametrize("position", [None, (1.0, 1.0)])
def test_the_target_is_always_inside_the_canvas(most: int, position: tuple[float, float] | None) -> None:
    target = arrange(PHOTO, WHOLE, Box(999, 799, 1000, 800), most, position=position)
    assert 0 <= target.target.left < target.target.right <= target.canvas[0]
    assert 0 <= target.target.top < target.target.bottom <= target.canvas[1]


def test_the_subjects_place_on_the_canvas_is_told() -> None:
    layout = arrange(PHOTO, WHOLE, SUBJECT, 200_000)
    assert moved(SUBJECT, layout) == Box(100, 50, 300, 150)


def test_nothing_outside_the_region_is_shown() -> None:
    region = Box(300, 0, 1000, 800)
    layout = arrange(PHOTO, region, Box(300, 100, 600, 300), ANY_SIZE)
    assert layout == Layout(PHOTO, region, region)


@pytest.mark.parametrize(
    ("roi", "expected"),
    [
        ("0% 0% 100% 100%", WHOLE),
        ("10% 50% 20% 100%", Box(100, 400, 200, 800)),
        ("10px 20px 30px 40px", Box(10, 20, 30, 40)),
        ("30px 40px 10px 20px", Box(10, 20, 30, 40)),
    ],
)
def test_a_region_is_read_in_pixels_and_per_cent(roi: str, expected: Box) -> None:
    assert region_of_interest(parse_roi(roi), *PHOTO) == expected


def test_a_region_past_the_edge_or_without_room_is_refused() -> None:
    with pytest.raises(RoiExceedsBounds, match="1000 x 800"):
        region_of_interest(parse_roi("0px 0px 1001px 10px"), *PHOTO)
    with pytest.raises(RoiRegionEmpty):
        region_of_interest(parse_roi("10% 10% 10% 90%"), *PHOTO)
