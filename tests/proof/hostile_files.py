"""Files made by hand to break what reads them: small ones that unfold, ones that lie, ones that are two things."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import partial

import pillow_heif
from PIL import Image

from tests.photos import encoded

MEGABYTE = 1 << 20
LONGEST_SIDE = 65_535


def zeros(megabytes: int) -> bytes:
    """Deflate so many megabytes of zeros: a thousandth of it is left."""
    packer = zlib.compressobj(9)
    # Blocks that refer to nothing before them, so that one can be repeated.
    block = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    head, block, end = block[:2], block[2:], b"\x03\0"
    # Adler-32 (RFC 1950) of n zeros: its first sum stays 1, its second is n.
    checksum = struct.pack(">HH", megabytes * MEGABYTE % 65_521, 1)
    return head + block * megabytes + end + checksum


def png(width: int, height: int, depth: int, colours: int, packed: bytes, extra: bytes = b"") -> bytes:
    """Put a PNG together; `extra` is chunks before the pixels."""
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    """Make a PNG's chunk."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def tiff(tags: list[tuple[int, int, int, int]], data: bytes = b"") -> bytes:
    """Put a TIFF together of tags (number, type, count, value) and what follows them."""
    entries = b"".join(struct.pack("<HHII", *tag) for tag in sorted(tags))
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4) + data


def tiff_of(width: int, height: int, packed: bytes, tile_side: int = 0) -> bytes:
    """Put a grey, deflated TIFF together: of one strip, or of one tile."""
    where = 8 + 2 + 12 * (10 if tile_side else 9) + 4
    tags = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1), (277, 3, 1, 1)]
    if tile_side:
        tags += [(322, 4, 1, tile_side), (323, 4, 1, tile_side), (324, 4, 1, where), (325, 4, 1, len(packed))]
    else:
        tags += [(273, 4, 1, where), (278, 4, 1, height), (279, 4, 1, len(packed))]
    return tiff(tags, packed)


def endless_tags() -> bytes:
    """Make 60,000 tags that all lie in the same two megabytes: copied, they are 120 GB."""
    size = 2 * MEGABYTE
    return tiff([(tag, 1, size, 8) for tag in range(1000, 61_000)], bytes(size))


def declared(data: bytes, box: bytes, width: int, height: int) -> bytes:
    """Change the size that every such box of a media container tells."""
    at = data.find(box)
    while at >= 0:
        data = data[: at + 8] + struct.pack(">II", width, height) + data[at + 16 :]
        at = data.find(box, at + 4)
    return data


def flat(image_format: str, side: int) -> bytes:
    """Encode a square of one colour."""
    picture = Image.new("RGB", (side, side), "red")
    if image_format != "HEIF":
        return encoded(
            picture, image_format, **({"speed": 10, "subsampling": "4:4:4"} if image_format == "AVIF" else {})
        )
    file = io.BytesIO()
    pillow_heif.from_pillow(picture).save(file, quality=50)
    return file.getvalue()


def webp(width: int, height: int) -> bytes:
    """Make an animated WebP with another canvas than its frames have."""
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    data = bytearray(encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:]))
    at = data.index(b"VP8X") + 12
    data[at : at + 6] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(data)


def gif(width: int, height: int, extra: bytes = b"") -> bytes:
    """Make a GIF that tells another size, of the screen and of its frame, with blocks before the pixels."""
    data = bytearray(encoded(Image.new("P", (8, 8)), "GIF"))
    data[6:10] = struct.pack("<HH", width, height)
    frame = data.index(b",")
    data[frame + 5 : frame + 9] = struct.pack("<HH", width, height)
    return bytes(data[:frame] + extra + data[frame:])


def bmp(width: int, height: int) -> bytes:
    """Make a BMP that tells another size."""
    data = bytearray(encoded(Image.new("RGB", (8, 8)), "BMP"))
    data[18:26] = struct.pack("<ii", width, height)
    return bytes(data)


def jpeg(width: int, height: int) -> bytes:
    """Make a JPEG that tells another size."""
    data = bytearray(flat("JPEG", 8))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def many_scans() -> bytes:
    """Make a JPEG of 4.5 MB that goes over its pixels 57,000 times: minutes of work, 49 megapixels."""
    file = io.BytesIO()
    Image.new("L", (7000, 7000), 128).save(file, "JPEG", progressive=True)
    whole = file.getvalue()
    last = whole[whole.rindex(b"\xff\xda") : -2]
    return whole[:-2] + last * ((4_500_000 - len(whole)) // len(last)) + whole[-2:]


def before_pixels(extra: bytes) -> bytes:
    """Put chunks before the pixels of a small PNG."""
    return png(8, 8, 8, 2, zlib.compress(bytes(8 * 25)), extra)


BOMBS: dict[str, Callable[[], bytes]] = {
    "PNG of 4.2 gigapixels": lambda: png(LONGEST_SIDE, LONGEST_SIDE, 1, 0, zeros(512)),
    "PNG of 50 megapixels, 64 bits each": lambda: png(7070, 7070, 16, 6, zeros(382)),
    "PNG with 2 GB of pixels too many": lambda: png(64, 64, 8, 2, zeros(2048)),
    "PNG whose text unfolds to 3 GB": lambda: before_pixels(chunk(b"zTXt", b"k\0\0" + zeros(1)) * 3000),
    "PNG whose profile unfolds to 4 GB": lambda: before_pixels(chunk(b"iCCP", b"k\0\0" + zeros(4000))),
    "PNG whose EXIF unfolds to 120 GB": lambda: before_pixels(chunk(b"eXIf", endless_tags())),
    "PNG of 300,000 chunks": lambda: before_pixels(chunk(b"abCd", b"") * 300_000),
    "GIF of 65,535 pixels a side": lambda: gif(LONGEST_SIDE, LONGEST_SIDE),
    "GIF of 18,000 blocks of comment": lambda: gif(8, 8, b"\x21\xfe" + (b"\xff" + b"c" * 255) * 18_000 + b"\0"),
    "GIF of 900,000 comments": lambda: gif(8, 8, b"\x21\xfe\x01c\0" * 900_000),
    "WebP of 268 megapixels": lambda: webp(16_384, 16_384),
    "WebP whose EXIF unfolds to 120 GB": lambda: encoded(Image.new("RGB", (8, 8)), "WEBP", exif=endless_tags()),
    "TIFF of 65,535 pixels a side": lambda: tiff_of(LONGEST_SIDE, LONGEST_SIDE, zeros(1)),
    "TIFF of one pixel in a tile of 2 GB": lambda: tiff_of(1, 1, zeros(2018), tile_side=46_000),
    "TIFF of one pixel in a strip of 2 GB": lambda: tiff_of(1, 1, zeros(2018)),
    "TIFF whose tags unfold to 120 GB": endless_tags,
    "AVIF of 64 x 64 pixels over 100 megapixels": lambda: declared(flat("AVIF", 10_000), b"ispe", 64, 64),
    "AVIF of 4.2 gigapixels over 4,096": lambda: declared(flat("AVIF", 64), b"ispe", LONGEST_SIDE, LONGEST_SIDE),
    "HEIC of 64 x 64 pixels over 16 megapixels": lambda: declared(flat("HEIF", 4_000), b"ispe", 64, 64),
    "JPEG of 57,000 scans": many_scans,
}
"""Small files that unfold to far more."""

LONG_SIDES: dict[str, Callable[[], bytes]] = {
    f"{name} of {width} x {height}": partial(make, width, height)
    for name, make in {
        "PNG": lambda width, height: png(width, height, 1, 0, zeros(1)),
        "JPEG": jpeg,
        "GIF": gif,
        "BMP": bmp,
        "TIFF": lambda width, height: tiff_of(width, height, zeros(1)),
        "WebP": webp,
        "AVIF": lambda width, height: declared(flat("AVIF", 64), b"ispe", width, height),
        "HEIC": lambda width, height: declared(flat("HEIF", 64), b"ispe", width, height),
    }.items()
    for width, height in ((LONGEST_SIDE, 1), (1, LONGEST_SIDE), (LONGEST_SIDE, LONGEST_SIDE), (0, 0))
    if not (name == "WebP" and width == 0)  # which stores a side less one
}
"""Files that tell of sides as long as their formats can say, or of none, over a handful of pixels."""

SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"

LIARS: dict[str, Callable[[], bytes]] = {
    "JPEG that is a ZIP as well": lambda: flat("JPEG", 64) + b"PK\x03\x04" + bytes(26) + b"PK\x05\x06" + bytes(18),
    "GIF that is a script as well": lambda: b"GIF89a/*" + flat("GIF", 64)[8:] + b"*/=1;alert(1)",
    "PNG that is a page as well": lambda: before_pixels(chunk(b"tEXt", b"k\0<script>alert(1)</script>")),
    "PDF before a JPEG": lambda: b"%PDF-1.7\n" + flat("JPEG", 64),
    "JPEG before a PNG": lambda: b"\xff\xd8\xff" + flat("PNG", 64),
    "PNG's first bytes before a JPEG": lambda: b"\x89PNG\r\n\x1a\n" + flat("JPEG", 64),
    "RIFF of WebP before a BMP": lambda: b"RIFF\0\0\0\0WEBP" + flat("BMP", 64),
    "AVIF that says it is a HEIC": lambda: flat("AVIF", 64).replace(b"avif", b"heic").replace(b"avis", b"heic"),
    "HEIC that says it is an AVIF": lambda: flat("HEIF", 64).replace(b"heic", b"avif").replace(b"mif1", b"avif"),
    "film": lambda: b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(400),
    "SVG": lambda: SCRIPT,
    "EPS": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (w) file\n",
    "Photoshop's format": lambda: b"8BPS\0\x01" + bytes(500),
    "program": lambda: b"\x7fELF\x02\x01\x01" + bytes(500),
    "archive": lambda: b"PK\x03\x04" + bytes(500),
    "nothing but zeros": lambda: bytes(4_000_000),
    "one byte": lambda: b"\x89",
}
"""Files that are two things, or another one than they say, or none that we read."""
