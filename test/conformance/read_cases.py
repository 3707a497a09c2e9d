from datetime import datetime, timedelta, timezone

from aws import *

TEXT = b"hello world"


def case_ranges():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT)
    for header, part, shown in (
        ("bytes=0-4", b"hello", "bytes 0-4/11"),
        ("bytes=4-", b"o world", "bytes 4-10/11"),
        ("bytes=-5", b"world", "bytes 6-10/11"),
        ("bytes=-100", TEXT, "bytes 0-10/11"),
        ("bytes=10-100", b"d", "bytes 10-10/11"),
        ("bytes=0-0", b"h", "bytes 0-0/11"),
    ):
        answer = s3.get_object(Bucket=name, Key="key", Range=header)
        equal((header, answer["Body"].read(), answer["ContentRange"]), (header, part, shown))
        equal(answer["ResponseMetadata"]["HTTPStatusCode"], 206)
        equal(s3.head_object(Bucket=name, Key="key", Range=header)["ContentLength"], len(part))


def case_ranges_that_ask_for_everything():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT)
    for header in ("bytes=5-2", "bytes=0-1,3-4", "bytes=a-b", "chars=0-1", "bytes=-"):
        answer = s3.get_object(Bucket=name, Key="key", Range=header)
        equal(
            (header, answer["ResponseMetadata"]["HTTPStatusCode"], answer["Body"].read()),
            (header, 200, TEXT),
        )


def case_ranges_of_nothing():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT)
    s3.put_object(Bucket=name, Key="empty", Body=b"")
    for key, header, size in (
        ("key", "bytes=11-", "11"),
        ("key", "bytes=-0", "11"),
        ("empty", "bytes=0-", "0"),
        ("empty", "bytes=-1", "0"),
    ):
        error = refused("InvalidRange", s3.get_object, 416, Bucket=name, Key=key, Range=header)
        equal((error["ActualObjectSize"], error["RangeRequested"]), (size, header))
        answer = request("HEAD", f"/{name}/{key}", headers={"Range": header})
        equal((answer.status, answer.body), (416, b""))


def case_an_object_is_its_own_first_part():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT)
    answer = s3.get_object(Bucket=name, Key="key", PartNumber=1)
    equal((answer["Body"].read(), answer.get("PartsCount")), (TEXT, None))
    error = refused("InvalidPartNumber", s3.get_object, 416, Bucket=name, Key="key", PartNumber=2)
    equal((error["PartNumberRequested"], error["ActualPartCount"]), ("2", "1"))
    refused("InvalidArgument", s3.get_object, 400, Bucket=name, Key="key", PartNumber=0)
    refused("InvalidArgument", s3.get_object, 400, Bucket=name, Key="key", PartNumber=10001)
    refused(
        "InvalidRequest",
        s3.get_object,
        400,
        Bucket=name,
        Key="key",
        PartNumber=1,
        Range="bytes=0-1",
    )


def case_conditions():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT)
    modified = s3.head_object(Bucket=name, Key="key")["LastModified"]
    before, after = modified - timedelta(days=1), datetime.now(timezone.utc) + timedelta(days=1)
    mine, other = etag(TEXT), '"0"'
    for conditions, status in (
        ({"IfMatch": mine}, 200),
        ({"IfMatch": mine.strip('"')}, 200),
        ({"IfMatch": "*"}, 200),
        ({"IfMatch": other}, 412),
        ({"IfNoneMatch": mine}, 304),
        ({"IfNoneMatch": other}, 200),
        ({"IfModifiedSince": before}, 200),
        ({"IfModifiedSince": modified}, 304),
        # A moment still to come is none to compare with.
        ({"IfModifiedSince": after}, 200),
        ({"IfUnmodifiedSince": before}, 412),
        ({"IfUnmodifiedSince": after}, 200),
        ({"IfMatch": mine, "IfUnmodifiedSince": before}, 200),
        ({"IfNoneMatch": mine, "IfModifiedSince": before}, 304),
    ):
        for call in (s3.get_object, s3.head_object):
            try:
                actual = call(Bucket=name, Key="key", **conditions)["ResponseMetadata"]
            except ClientError as error:
                actual = error.response["ResponseMetadata"]
            equal((conditions, actual["HTTPStatusCode"]), (conditions, status))
    error = refused("PreconditionFailed", s3.get_object, 412, Bucket=name, Key="key", IfMatch=other)
    equal(error["Condition"], "If-Match")
    answer = request("GET", f"/{name}/key", headers={"If-None-Match": mine})
    equal((answer.body, answer.headers["etag"]), (b"", mine))


def case_what_is_missing_is_missing_whatever_the_condition():
    name = bucket()
    refused("NoSuchKey", s3.get_object, 404, Bucket=name, Key="none", IfMatch='"0"')
    answer = request("HEAD", f"/{name}/none")
    equal((answer.status, answer.body), (404, b""))


def case_headers_for_this_answer_alone():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT, ContentType="text/plain")
    answer = s3.get_object(
        Bucket=name,
        Key="key",
        ResponseContentType="a/b",
        ResponseContentDisposition='attachment; filename="\u00fc.txt"',
        ResponseCacheControl="no-cache",
        ResponseContentLanguage="fr",
        ResponseContentEncoding="x",
    )
    equal(answer["ContentType"], "a/b")
    equal(answer["ContentDisposition"], 'attachment; filename="\u00fc.txt"')
    equal(
        (answer["CacheControl"], answer["ContentLanguage"], answer["ContentEncoding"]),
        ("no-cache", "fr", "x"),
    )
    for value in ("\u65e5", "a\r\nset-cookie: b"):
        error = refused(
            "InvalidArgument",
            s3.get_object,
            400,
            Bucket=name,
            Key="key",
            ResponseContentDisposition=value,
        )
        equal(error["ArgumentName"], "response-content-disposition")


def case_attributes():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT, ChecksumAlgorithm="SHA256")
    answer = s3.get_object_attributes(
        Bucket=name,
        Key="key",
        ObjectAttributes=["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"],
    )
    equal(
        (answer["ETag"], answer["ObjectSize"], answer["StorageClass"]),
        (etag(TEXT).strip('"'), 11, "STANDARD"),
    )
    equal(
        answer["Checksum"]["ChecksumSHA256"],
        base64.b64encode(hashlib.sha256(TEXT).digest()).decode(),
    )
    assert "ObjectParts" not in answer
    answer = request(
        "GET", f"/{name}/key", "attributes=", {"x-amz-object-attributes": "ETag,Colour"}
    )
    equal((answer.status, answer.code), (400, "InvalidArgument"))
    equal(request("GET", f"/{name}/key", "attributes=").code, "InvalidRequest")


def case_checksums_are_told_on_request():
    name = bucket()
    request("PUT", f"/{name}/plain", body=TEXT)
    s3.put_object(Bucket=name, Key="key", Body=TEXT, ChecksumAlgorithm="CRC32")
    for key, member in (("plain", "ChecksumCRC64NVME"), ("key", "ChecksumCRC32")):
        answer = s3.head_object(Bucket=name, Key=key, ChecksumMode="ENABLED")
        equal((member in answer, answer["ChecksumType"]), (True, "FULL_OBJECT"))
        assert member not in client(response_checksum_validation="when_required").head_object(
            Bucket=name, Key=key
        )


def case_archived_objects_are_read_once_restored():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=TEXT, StorageClass="GLACIER")
    equal(
        refused("InvalidObjectState", s3.get_object, 403, Bucket=name, Key="key")["StorageClass"],
        "GLACIER",
    )
    equal(s3.head_object(Bucket=name, Key="key")["StorageClass"], "GLACIER")
    source = {"Bucket": name, "Key": "key"}
    refused("InvalidObjectState", s3.copy_object, 403, Bucket=name, Key="copy", CopySource=source)
    answer = s3.restore_object(Bucket=name, Key="key", RestoreRequest={"Days": 1})
    equal(answer["ResponseMetadata"]["HTTPStatusCode"], 202)
    assert s3.head_object(Bucket=name, Key="key")["Restore"].startswith("ongoing-request=")
    fill(name, "plain")
    refused(
        "InvalidObjectState",
        s3.restore_object,
        403,
        Bucket=name,
        Key="plain",
        RestoreRequest={"Days": 1},
    )
