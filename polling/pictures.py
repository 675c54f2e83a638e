"""Pictures that somebody uploads, made fit for a room: small, and without what they tell of
whoever took them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from polling.errors import ImageTooLarge, ImageTooManyPixels, ImageUnreadable

MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 1920
"""The width of a wall."""

QUALITY = 82
MEDIA_TYPE = "image/webp"
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
PROFILED = ("RGB", "RGBA", "CMYK", "L")
"""How pixels stand that a colour profile may be about, and that can be made smaller as they are."""

# A bound of our own is asked before anything is decoded; this one would only warn of the same.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is stored and sent."""

    media_type: str
    width: int
    height: int
    bytes: bytes


def picture(sent: bytes, longest_side: int = LONGEST_SIDE) -> Picture:
    """`sent` as a WebP of at most so many pixels a side, the right way up, in sRGB, with nothing
    beside its pixels; of a moving picture the first frame.

    What it is, its content says, not its name. Raises ImageTooLarge, ImageTooManyPixels,
    ImageUnreadable. It takes up to a second or two: not to be called in the event loop.
    """
    if len(sent) > MOST_BYTES:
        raise ImageTooLarge(most=MOST_BYTES // 1024**2)
    try:
        with Image.open(BytesIO(sent), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise ImageTooManyPixels(most=MOST_PIXELS // 1_000_000)
            is_photo = opened.format == "JPEG"
            small = _small(opened, longest_side)
        return Picture(MEDIA_TYPE, small.width, small.height, _encoded(small, is_photo=is_photo))
    except (ImageTooManyPixels, ImageUnreadable):
        raise
    except Exception as error:  # a broken file can break its decoder in any way
        raise ImageUnreadable from error


def _small(opened: Image.Image, longest_side: int) -> Image.Image:
    """The pixels that are kept."""
    # A JPEG is decoded at a half, a quarter or an eighth where that is enough.
    opened.draft("RGB", (longest_side, longest_side))
    image = ImageOps.exif_transpose(opened)
    if image.mode.startswith("I;16"):  # would be cut off at 255
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    profile = image.info.get("icc_profile")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode not in PROFILED:
        image, profile = image.convert(mode), None
    image.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    return _in_srgb(image, profile, mode)


def _in_srgb(image: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    """In the colours that every browser takes pixels for, where a camera used others."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):  # it says nothing of these pixels
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    return image.convert(mode)


def _encoded(image: Image.Image, *, is_photo: bool) -> bytes:
    """The smaller of two WebPs. Lossless ones of drawings and screenshots take two thirds of the
    others, a third of a PNG; of photographs they are five times as long."""
    lossy = _webp(image, quality=QUALITY)
    if is_photo:
        return lossy
    lossless = _webp(image, lossless=True, method=2)
    return min(lossless, lossy, key=len)


def _webp(image: Image.Image, **how: object) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", exif=b"", icc_profile=b"", xmp=b"", **how)
    return file.getvalue()
