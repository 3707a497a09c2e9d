from datetime import datetime, timedelta, timezone

from aws import *

ABOUT = {"ContentType": "text/x", "CacheControl": "no-cache", "Metadata": {"a": "1"}}


def source():
    name = bucket()
    s3.put_object(
        Bucket=name, Key="key", Body=b"hello", Tagging="t=1", StorageClass="STANDARD_IA", **ABOUT
    )
    return name


def copy(name, key="copy", origin=None, **headers):
    path = origin if origin is not None else f"/{name}/key"
    return request("PUT", f"/{name}/{key}", headers={"x-amz-copy-source": path, **headers})


def about(name, key):
    answer = s3.head_object(Bucket=name, Key=key)
    return {member: answer.get(member) for member in ABOUT}


def case_what_is_copied():
    name = source()
    answer = s3.copy_object(Bucket=name, Key="copy", CopySource=f"{name}/key")
    equal(
        (answer["CopyObjectResult"]["ETag"], "CopySourceVersionId" in answer),
        (etag(b"hello"), False),
    )
    equal(about(name, "copy"), ABOUT)
    equal(s3.get_object_tagging(Bucket=name, Key="copy")["TagSet"], [{"Key": "t", "Value": "1"}])
    assert "StorageClass" not in s3.head_object(Bucket=name, Key="copy")


def case_what_is_given_anew():
    name = source()
    s3.copy_object(
        Bucket=name,
        Key="copy",
        CopySource=f"{name}/key",
        MetadataDirective="REPLACE",
        Metadata={"b": "2"},
    )
    equal(
        about(name, "copy"),
        {"ContentType": "binary/octet-stream", "CacheControl": None, "Metadata": {"b": "2"}},
    )
    s3.copy_object(Bucket=name, Key="copy", CopySource=f"{name}/key", Metadata={"b": "2"})
    equal(about(name, "copy"), ABOUT)
    s3.copy_object(
        Bucket=name, Key="copy", CopySource=f"{name}/key", TaggingDirective="REPLACE", Tagging="n=2"
    )
    equal(s3.get_object_tagging(Bucket=name, Key="copy")["TagSet"], [{"Key": "n", "Value": "2"}])
    s3.copy_object(Bucket=name, Key="copy", CopySource=f"{name}/key", TaggingDirective="REPLACE")
    equal(s3.get_object_tagging(Bucket=name, Key="copy")["TagSet"], [])


def case_onto_itself():
    name = source()
    refused("InvalidRequest", s3.copy_object, 400, Bucket=name, Key="key", CopySource=f"{name}/key")
    for change in (
        {"MetadataDirective": "REPLACE"},
        {"StorageClass": "STANDARD"},
        {"WebsiteRedirectLocation": "/x"},
        {"ServerSideEncryption": "AES256"},
    ):
        s3.copy_object(Bucket=name, Key="key", CopySource=f"{name}/key", **change)
    equal(s3.get_object(Bucket=name, Key="key")["Body"].read(), b"hello")


def case_sources_that_are_none():
    name = source()
    for origin, status, code in (
        ("/none-such/key", 404, "NoSuchBucket"),
        (f"/{name}/none", 404, "NoSuchKey"),
        ("key", 400, "InvalidArgument"),
        ("/", 400, "InvalidArgument"),
        (f"/{name}/", 400, "InvalidArgument"),
        (f"/{name}/key?versionId=made-up", 400, "InvalidArgument"),
    ):
        answer = copy(name, origin=origin)
        equal((origin, answer.status, answer.code), (origin, status, code))
    equal(
        request("PUT", "/none-such/copy", headers={"x-amz-copy-source": f"/{name}/key"}).code,
        "NoSuchBucket",
    )


def case_how_sources_are_written():
    name = bucket()
    fill(name, "a b+c/ü%2F")
    encoded = urllib.parse.quote("a b+c/ü%2F")
    for origin in (
        f"/{name}/{encoded}",
        f"{name}/{encoded}",
        f"{name}%2F{urllib.parse.quote('a b+c/ü%2F', safe='')}",
        f"{name}/{encoded}?versionId=null",
    ):
        equal((origin, copy(name, origin=origin).status), (origin, 200))
        equal(s3.get_object(Bucket=name, Key="copy")["Body"].read(), "a b+c/ü%2F".encode())


def case_conditions_on_the_source():
    name = source()
    yesterday = datetime.now(timezone.utc) - timedelta(days=1)
    tomorrow = yesterday + timedelta(days=2)
    mine = etag(b"hello")
    for conditions, failed in (
        ({"CopySourceIfMatch": mine}, None),
        ({"CopySourceIfMatch": '"0"'}, "x-amz-copy-source-If-Match"),
        ({"CopySourceIfNoneMatch": mine}, "x-amz-copy-source-If-None-Match"),
        ({"CopySourceIfNoneMatch": '"0"'}, None),
        ({"CopySourceIfModifiedSince": yesterday}, None),
        ({"CopySourceIfModifiedSince": tomorrow}, None),
        ({"CopySourceIfUnmodifiedSince": yesterday}, "x-amz-copy-source-If-Unmodified-Since"),
        ({"CopySourceIfMatch": mine, "CopySourceIfUnmodifiedSince": yesterday}, None),
    ):
        options = {"Bucket": name, "Key": "copy", "CopySource": f"{name}/key", **conditions}
        if failed is None:
            s3.copy_object(**options)
        else:
            equal(
                refused("PreconditionFailed", s3.copy_object, 412, **options)["Condition"], failed
            )


def case_conditions_on_the_copy():
    name = source()
    fill(name, "there")
    options = {"Bucket": name, "CopySource": f"{name}/key"}
    refused("PreconditionFailed", s3.copy_object, 412, Key="there", IfNoneMatch="*", **options)
    refused("PreconditionFailed", s3.copy_object, 412, Key="there", IfMatch='"0"', **options)
    s3.copy_object(Key="there", IfMatch=etag(b"there"), **options)
    s3.copy_object(Key="new", IfNoneMatch="*", **options)


def case_directives_that_are_none():
    name = source()
    equal(copy(name, **{"x-amz-metadata-directive": "KEEP"}).code, "InvalidArgument")
    equal(copy(name, **{"x-amz-tagging-directive": "KEEP"}).code, "InvalidArgument")


def case_a_marker_cannot_be_copied():
    name = bucket("Enabled")
    fill(name, "key")
    marker = s3.delete_object(Bucket=name, Key="key")["VersionId"]
    refused("NoSuchKey", s3.copy_object, 404, Bucket=name, Key="copy", CopySource=f"{name}/key")
    refused(
        "InvalidRequest",
        s3.copy_object,
        400,
        Bucket=name,
        Key="copy",
        CopySource={"Bucket": name, "Key": "key", "VersionId": marker},
    )


def case_checksums_go_along():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=b"hello", ChecksumAlgorithm="SHA1")
    result = s3.copy_object(Bucket=name, Key="copy", CopySource=f"{name}/key")["CopyObjectResult"]
    equal(result["ChecksumSHA1"], base64.b64encode(hashlib.sha1(b"hello").digest()).decode())
    result = s3.copy_object(
        Bucket=name, Key="copy", CopySource=f"{name}/key", ChecksumAlgorithm="SHA256"
    )["CopyObjectResult"]
    equal(result["ChecksumSHA256"], base64.b64encode(hashlib.sha256(b"hello").digest()).decode())


def case_between_regions_and_large():
    name = bucket()
    west = client(region="us-west-2")
    far = bucket(client=west, CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
    body = bytes(range(256)) * 1000
    s3.put_object(Bucket=name, Key="key", Body=body)
    west.copy_object(Bucket=far, Key="copy", CopySource=f"{name}/key")
    s3.delete_object(Bucket=name, Key="key")
    equal(west.get_object(Bucket=far, Key="copy")["Body"].read(), body)
