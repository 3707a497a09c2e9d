"""Reads photos from S3 and decodes them: what both functions begin with."""

import io
import os
import warnings

import boto3
from botocore.config import Config
from PIL import Image, ImageOps, UnidentifiedImageError

# 40 megapixels take 120 MB while they are decoded.
PIXELS_MAX = 40_000_000

# An endpoint of one's own has no name for every bucket, so there the bucket goes into the path.
PATH_STYLE = Config(s3={"addressing_style": "path"})
s3 = boto3.client("s3", config=PATH_STYLE if "AWS_ENDPOINT_URL" in os.environ else None)

# The number of pixels is checked below, where it can be told from a broken image.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
Image.MAX_IMAGE_PIXELS = None


class BadPhoto(Exception):
    """No further try helps: not an image, cut short, too large. `code` says which."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def download(bucket, key):
    """The bytes of a photo, or None when it is gone."""
    try:
        return s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    except s3.exceptions.NoSuchKey:
        return None


def shrink(photo, edge_pixels):
    """A JPEG of the photo, upright as EXIF says, neither edge longer than that."""
    try:
        image = Image.open(io.BytesIO(photo))
        if image.width * image.height > PIXELS_MAX:
            raise BadPhoto("ImageTooLarge", f"the image has {image.width} x {image.height} pixels")
        image = ImageOps.exif_transpose(image)
        image.thumbnail((edge_pixels, edge_pixels))
    except UnidentifiedImageError:
        raise BadPhoto("InvalidImage", "the image cannot be decoded: unknown format") from None
    except (OSError, SyntaxError, ValueError) as error:
        raise BadPhoto("InvalidImage", f"the image cannot be decoded: {error}") from error
    jpeg = io.BytesIO()
    on_white(image).save(jpeg, "JPEG", quality=80)
    return jpeg.getvalue()


def on_white(image):
    """What is transparent becomes white; JPEG knows no transparency."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")
