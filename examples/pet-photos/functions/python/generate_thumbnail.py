"""Makes the thumbnail of an uploaded photo: uploads/rex.png becomes thumbnails/rex.png.jpg."""

from photo import BadPhoto, download, s3, shrink

# Longest edge: sharp on a card of the gallery, also on a dense display.
EDGE_PIXELS = 512


def handler(event, context):
    """Takes an "Object Created" event of EventBridge. What is no image is left to the workers."""
    bucket = event["detail"]["bucket"]["name"]
    key = event["detail"]["object"]["key"]
    photo = download(bucket, key)
    if photo is None:
        return {"key": key, "skipped": "it was removed"}
    try:
        thumbnail = shrink(photo, EDGE_PIXELS)
    except BadPhoto as bad:
        return {"key": key, "skipped": str(bad)}

    thumbnail_key = key.replace("uploads/", "thumbnails/", 1) + ".jpg"
    s3.put_object(
        Bucket=bucket,
        Key=thumbnail_key,
        Body=thumbnail,
        ContentType="image/jpeg",
        CacheControl="private, max-age=31536000",
    )
    return {"key": key, "thumbnailKey": thumbnail_key}
