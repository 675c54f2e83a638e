"""What is kept of a picture that somebody uploads."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from polling.errors import ImageTooLarge, ImageTooManyPixels, ImageUnreadable, PollingError
from polling.pictures import MOST_BYTES, Picture, picture
from tests.drawing import BLUE, RED, drawn, halved, written


def opened(made: Picture) -> Image.Image:
    image = Image.open(BytesIO(made.bytes))
    assert (image.width, image.height) == (made.width, made.height)
    assert made.media_type == "image/webp" == Image.MIME[image.format or ""]
    return image


def near(pixel: object, colour: tuple[int, ...]) -> bool:
    """As a lossy format keeps it."""
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 12 for one, other in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_each_format_is_kept_as_webp(format: str) -> None:
    image = opened(picture(written(halved(), format)))
    assert image.size == (60, 40)
    assert near(image.convert("RGB").getpixel((8, 20)), RED)
    assert near(image.convert("RGB").getpixel((52, 20)), BLUE)


@pytest.mark.parametrize(
    "size, kept",
    [((3840, 1000), (1920, 500)), ((1000, 3840), (500, 1920)), ((1920, 1080), (1920, 1080))],
)
def test_it_is_no_larger_than_a_wall(size: tuple[int, int], kept: tuple[int, int]) -> None:
    for format in ("PNG", "JPEG"):
        assert opened(picture(written(drawn(*size), format))).size == kept


def test_it_stands_the_right_way_up_and_tells_nothing_of_the_camera() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "A telephone"
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 29.6)  # where it was taken
    sent = written(halved(80, 40), "JPEG", exif=exif)
    assert b"A telephone" in sent
    made = picture(sent)
    image = opened(made)
    assert image.size == (40, 80)
    assert near(image.getpixel((20, 8)), RED)
    assert near(image.getpixel((20, 72)), BLUE)
    assert not image.getexif()
    assert not {b"EXIF", b"XMP ", b"ICCP"} & {made.bytes[i : i + 4] for i in range(12, 64)}


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_kept(format: str) -> None:
    sent = written(drawn(), format, save_all=True, append_images=[drawn(colour=BLUE)])
    image = opened(picture(sent))
    assert getattr(image, "n_frames", 1) == 1
    assert near(image.convert("RGB").getpixel((30, 20)), RED)


def test_what_is_transparent_stays_so() -> None:
    half_there = drawn(mode="RGBA", colour=(*RED, 128))
    assert opened(picture(written(half_there))).getpixel((0, 0)) == (*RED, 128)
    gif = written(drawn(mode="P", colour=0), "GIF", transparency=0)
    assert opened(picture(gif)).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    "mode, colour, seen",
    [
        ("1", 1, (255, 255, 255)),
        ("L", 77, (77, 77, 77)),
        ("I;16", 40_000, (156, 156, 156)),
        ("CMYK", (0, 255, 255, 0), (255, 0, 0)),
    ],
)
def test_pixels_of_any_depth_are_seen_as_they_were(mode: str, colour: object, seen: object) -> None:
    sent = written(drawn(mode=mode, colour=colour), "JPEG" if mode == "CMYK" else "PNG")
    assert near(opened(picture(sent)).getpixel((5, 5)), seen)


def test_colours_of_another_profile_become_those_of_the_web() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (lab, b"nonsense" * 40):
        assert near(opened(picture(written(drawn(), icc_profile=profile))).getpixel((5, 5)), RED)


def test_a_drawing_takes_less_than_as_a_png_and_loses_nothing() -> None:
    sent = written(halved(800, 600))
    made = picture(sent)
    assert len(made.bytes) < len(sent)
    assert opened(made).getpixel((399, 300)) == RED


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html><script>alert(1)</script>",
        b"\x89PNG\r\n\x1a\n<script>",
        b"GIF89a",
        written(drawn(), "BMP"),
        written(drawn(), "TIFF"),
        written(halved(400, 300), "JPEG")[:600],
        written(halved(400, 300), "PNG")[:200],
    ],
    ids=["nothing", "svg", "page", "png in name", "half a gif", "bmp", "tiff", "cut", "cut png"],
)
def test_what_is_no_picture_of_ours_is_refused(sent: bytes) -> None:
    with pytest.raises(ImageUnreadable):
        picture(sent)


def claims(width: int, height: int) -> bytes:
    """A PNG that says it is so large; its pixels would come to gigabytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "sent, refusal",
    [
        (claims(60_000, 60_000), ImageTooManyPixels),
        (claims(10_000, 5_001), ImageTooManyPixels),
        (written(drawn()) + bytes(MOST_BYTES), ImageTooLarge),
    ],
    ids=["bomb", "51 million", "13 MB"],
)
def test_what_would_take_too_much_is_refused_before_it_is_read(
    sent: bytes, refusal: type[PollingError]
) -> None:
    with pytest.raises(refusal) as refused:
        picture(sent)
    assert "%(" not in refused.value.message % refused.value.details
