"""PNGs are lossless, as the specification has them, and nothing but the picture."""

import io
import zlib

import numpy as np
import pytest
from PIL import Image

from removebg import png
from removebg.png import PAETH, paeth, write_png
from tests.photos import decoded, encoded, photo
from tests.png_chunks import png_chunks


def noise(mode: str, size: tuple[int, int]) -> Image.Image:
    """A picture that no filter can guess."""
    shape = (size[1], size[0], len(mode)) if len(mode) > 1 else (size[1], size[0])
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, shape, np.uint8))


@pytest.mark.parametrize("mode", ["L", "RGBA"])
@pytest.mark.parametrize("size", [(1, 1), (1, 700), (700, 1), (37, 53), (70_000, 3), (1024, 1024)])
def test_every_pixel_comes_back(mode: str, size: tuple[int, int]) -> None:
    picture = noise(mode, size)
    read = decoded(write_png(picture))
    assert (read.format, read.mode, read.size) == ("PNG", mode, size)
    assert read.tobytes() == picture.tobytes()


@pytest.mark.parametrize("cpus", [1, 2, 3, 5])
def test_bands_make_one_stream_whose_checksum_is_of_all_pixels(cpus: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "available_cpus", lambda: cpus)
    monkeypatch.setattr(png, "MIN_BAND_BYTES", 1 << 14)
    picture = noise("RGBA", (301, 203))
    assert png.count_bands(picture) == cpus
    stream = dict(png_chunks(write_png(picture)))[b"IDAT"]
    # zlib compares the checksum itself.
    lines = np.frombuffer(zlib.decompress(stream), np.uint8).reshape(203, -1)
    assert (lines[:, 0] == PAETH).all()
    assert decoded(write_png(picture)).tobytes() == picture.tobytes()


def test_there_are_never_more_bands_than_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "available_cpus", lambda: 8)
    monkeypatch.setattr(png, "MIN_BAND_BYTES", 1 << 10)
    picture = noise("L", (9000, 2))
    assert png.count_bands(picture) == 2
    assert decoded(write_png(picture)).tobytes() == picture.tobytes()


def test_the_predictor_is_the_specifications_for_all_bytes() -> None:
    """https://www.w3.org/TR/png-3/#9Filter-type-4-Paeth, as it stands there, for all 16,777,216 neighbourhoods."""
    levels = np.arange(256, dtype=np.uint8)
    for left in levels:
        a, b, c = np.broadcast_arrays(left, levels[:, None], levels[None, :])
        wide_a, wide_b, wide_c = (neighbour.astype(np.int16) for neighbour in (a, b, c))
        guess = wide_a + wide_b - wide_c
        pa, pb, pc = (abs(guess - neighbour) for neighbour in (wide_a, wide_b, wide_c))
        specified = np.where((pa <= pb) & (pa <= pc), a, np.where(pb <= pc, b, c))
        assert np.array_equal(paeth(a, b, c), specified)


def test_it_holds_header_pixels_and_end_alone_and_is_as_small_as_pillows() -> None:
    exif = Image.Exif()
    exif[0x010E] = "a secret"
    picture = decoded(encoded(photo("coffee"), "JPEG", exif=exif, comment=b"a secret", dpi=(300, 300)))
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    assert picture.info["comment"] == b"a secret"
    ours = write_png(picture)
    assert [kind for kind, _ in png_chunks(ours)] == [b"IHDR", b"IDAT", b"IEND"]
    pillows = io.BytesIO()
    picture.save(pillows, "PNG", compress_type=zlib.Z_RLE)
    assert len(ours) < 1.02 * len(pillows.getvalue())
