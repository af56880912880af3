"""WebPs of our own making, written by the page's own module in a browser, and read by libwebp."""

import base64
import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Error, Page

Plane = NDArray[np.uint8]

RANDOM = np.random.default_rng(9649)

WRITE = """async ({ width, height, alpha, colour, quality }) => {
    const { writeWebp } = await import('/js/io/webp-writer.js');
    const levels = Uint8Array.from(atob(alpha), (letter) => letter.charCodeAt(0));
    const writeRow = (y, row) => {
        for (let x = 0; x < width; x++) {
            const level = levels[y * width + x];
            row.set(level ? [...colour, level] : [0, 0, 0, 0], x * 4);
        }
    };
    const renderer = { width, height, opaque: false, writeRow };
    const blob = await writeWebp(renderer, { quality, onProgress: () => {} });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}"""


def write(page: Page, alpha: Plane, quality: float = 0.92, colour: tuple[int, int, int] = (200, 90, 40)) -> bytes:
    """Have a picture of one colour written with this transparency."""
    height, width = alpha.shape
    encoded = base64.b64encode(alpha.tobytes()).decode()
    request = {"width": width, "height": height, "alpha": encoded, "colour": colour, "quality": quality}
    return base64.b64decode(page.evaluate(WRITE, request))


def skewed_levels() -> Plane:
    """Give one row of levels whose differences are so uneven that some codes would be longer than 15 bits."""
    counts = [1, 1]
    while len(counts) < 19:
        counts.append(counts[-1] + counts[-2])
    # Evenly spread, as what stands in runs is copied and not counted.
    places = np.concatenate([(np.arange(count) + 0.5) / count for count in counts])
    steps = np.repeat(np.arange(len(counts)), counts)[np.argsort(places, kind="stable")]
    return np.cumsum(steps).astype(np.uint8)[None]


def soft_edges() -> Plane:
    """Give a disc with a soft border, as mattes have."""
    y, x = np.mgrid[:301, :402]
    levels: Plane = np.clip((120 - np.hypot(y - 150, x - 200)) * 20, 0, 255).astype(np.uint8)
    return levels


PLANES: dict[str, Plane] = {
    "one pixel": np.array([[7]], np.uint8),
    "nothing at all": np.zeros((33, 70), np.uint8),
    "one column": RANDOM.integers(0, 256, (300, 1), np.uint8),
    "two columns": RANDOM.integers(0, 3, (300, 2), np.uint8),
    "one row": RANDOM.integers(0, 256, (1, 300), np.uint8),
    "noise": RANDOM.integers(0, 256, (97, 131), np.uint8),
    "two levels": RANDOM.integers(0, 2, (97, 131), np.uint8) * np.uint8(255),
    "runs of all lengths": np.repeat(np.arange(400) % 2 * 255, np.arange(400)).astype(np.uint8).reshape(210, 380),
    "runs longer than one copy": np.repeat([0, 255, 9, 255], 9000).astype(np.uint8).reshape(3, -1),
    "very uneven": skewed_levels(),
    "soft edges": soft_edges(),
}


@pytest.mark.parametrize("name", PLANES)
def test_every_level_of_transparency_is_read_as_it_was_written(front: Page, name: str) -> None:
    alpha = PLANES[name]
    data = write(front, alpha)
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.mode, picture.size) == ("WEBP", "RGBA", alpha.shape[::-1])
    np.testing.assert_array_equal(np.asarray(picture)[..., 3], alpha)
    assert not {"exif", "icc_profile", "xmp"} & set(picture.info)
    assert int.from_bytes(data[4:8], "little") == len(data) - 8


def test_the_faintest_edge_keeps_its_colour_and_takes_none_from_what_is_hidden(front: Page) -> None:
    alpha = soft_edges()
    pixels = np.asarray(Image.open(io.BytesIO(write(front, alpha)))).astype(int)
    off = np.abs(pixels[..., :3] - (200, 90, 40))
    assert off[(alpha > 0) & (alpha < 8)].max() <= 3
    # What lies further away than the neighbouring block tells nothing.
    assert not pixels[0, 0].any()


def test_transparency_takes_no_more_room_than_libwebp_gives_it(front: Page) -> None:
    alpha = soft_edges()
    theirs = io.BytesIO()
    colour = Image.new("RGB", alpha.shape[::-1], (200, 90, 40))
    colour.putalpha(Image.fromarray(alpha))
    colour.save(theirs, "WEBP", quality=92, method=3)
    assert len(write(front, alpha)) <= 1.1 * len(theirs.getvalue())


def test_the_highest_quality_is_as_transparent_as_any(front: Page) -> None:
    alpha = soft_edges()
    picture = Image.open(io.BytesIO(write(front, alpha, quality=1, colour=(201, 93, 47))))
    pixels = np.asarray(picture.convert("RGBA")).astype(int)
    np.testing.assert_array_equal(pixels[..., 3], alpha)
    assert np.abs(pixels[alpha > 0][:, :3] - (201, 93, 47)).max() <= 2


def test_a_browser_that_writes_without_loss_unasked_is_found_out(front: Page) -> None:
    front.evaluate("""() => {
        const convert = OffscreenCanvas.prototype.convertToBlob;
        OffscreenCanvas.prototype.convertToBlob = function (options) {
            return convert.call(this, { ...options, quality: 1 });
        };
    }""")
    with pytest.raises(Error, match="format_unsupported"):
        write(front, soft_edges())
