from aws import *

KEYS = [
    "a b",
    "a+b",
    "a%b",
    "a%2Bb",
    "100%25",
    "a//b",
    "/lead",
    "//",
    "./x",
    "../x",
    "a/../b",
    "a/./b",
    ".",
    "..",
    "trail/",
    "ü/日本",
    "😀",
    "é" * 512,
    "x" * 1024,
    "a&b<c>\"'",
    "a?b",
    "a#b",
    "a=b",
    "a\tb",
    "a\nb",
    "a\\b",
    "~",
    "_",
    " ",
    " lead",
    "trail ",
    "$@!*()",
    "versions",
    "?acl",
    "é́",
]


def case_keys_are_what_they_are():
    name = bucket()
    for key in KEYS:
        body = key.encode()
        s3.put_object(Bucket=name, Key=key, Body=body)
        equal(s3.get_object(Bucket=name, Key=key)["Body"].read(), body)
        equal(s3.head_object(Bucket=name, Key=key)["ContentLength"], len(body))
    for listing in (s3.list_objects_v2, s3.list_objects):
        equal(keys(listing(Bucket=name)), sorted(KEYS, key=str.encode))
    versions = s3.list_object_versions(Bucket=name)["Versions"]
    equal([version["Key"] for version in versions], sorted(KEYS, key=str.encode))


def case_every_key_can_be_listed_copied_tagged_and_presigned():
    name = bucket()
    for key in KEYS:
        fill(name, key)
        assert key in keys(s3.list_objects_v2(Bucket=name, Prefix=key)), key
        s3.copy_object(Bucket=name, Key="copy", CopySource={"Bucket": name, "Key": key})
        equal(s3.get_object(Bucket=name, Key="copy")["Body"].read(), key.encode())
        s3.put_object_tagging(
            Bucket=name, Key=key, Tagging={"TagSet": [{"Key": "a", "Value": "b"}]}
        )
        url = s3.generate_presigned_url("get_object", Params={"Bucket": name, "Key": key})
        equal((key, fetch(url).body), (key, key.encode()))


def case_every_key_can_be_deleted_in_one_request():
    name = bucket()
    fill(name, *KEYS)
    answer = s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": key} for key in KEYS]})
    equal(sorted(entry["Key"] for entry in answer["Deleted"]), sorted(KEYS))
    equal(s3.list_objects_v2(Bucket=name)["KeyCount"], 0)


def case_keys_that_cannot_be():
    name = bucket()
    for call, options in (
        (s3.put_object, {"Body": b""}),
        (s3.get_object, {}),
        (s3.delete_object, {}),
    ):
        error = refused("KeyTooLongError", call, 400, Bucket=name, Key="x" * 1025, **options)
        equal((error["Size"], error["MaxSizeAllowed"]), ("1025", "1024"))
    for path in ("a%zz", "a%ff"):
        answer = send("GET", f"/{name}/{path}")
        equal((answer.status, answer.code), (400, "InvalidURI"))


def case_user_metadata():
    name = bucket()
    given = {"UPPER": "Value", "under_score": "1", "empty": "", "text": "a = b; c?"}
    s3.put_object(Bucket=name, Key="key", Body=b"", Metadata=given)
    shown = {key.lower(): value for key, value in given.items()}
    equal(s3.head_object(Bucket=name, Key="key")["Metadata"], shown)
    equal(s3.get_object(Bucket=name, Key="key")["Metadata"], shown)


def case_too_much_metadata():
    name = bucket()
    s3.put_object(Bucket=name, Key="key", Body=b"", Metadata={"a": "x" * 2047})
    error = refused(
        "MetadataTooLarge",
        s3.put_object,
        400,
        Bucket=name,
        Key="key",
        Body=b"",
        Metadata={"a": "x" * 2048},
    )
    equal(error["MaxSizeAllowed"], "2048")


def case_what_headers_say_of_an_object():
    name = bucket()
    about = {
        "ContentType": "text/plain; charset=utf-8",
        "CacheControl": "public, max-age=14400",
        "ContentDisposition": 'attachment; filename="x.txt"',
        "ContentEncoding": "gzip",
        "ContentLanguage": "en, de",
        "WebsiteRedirectLocation": "/other",
        "StorageClass": "STANDARD_IA",
    }
    s3.put_object(
        Bucket=name, Key="key", Body=b"1", Expires="Thu, 01 Jan 2099 00:00:00 GMT", **about
    )
    answer = s3.head_object(Bucket=name, Key="key")
    equal({member: answer.get(member) for member in about}, about)
    equal(answer["ExpiresString"], "Thu, 01 Jan 2099 00:00:00 GMT")
    equal(answer["AcceptRanges"], "bytes")
    s3.put_object(Bucket=name, Key="key", Body=b"1")
    answer = s3.head_object(Bucket=name, Key="key")
    equal([member for member in about if member in answer], ["ContentType"])
    equal(answer["ContentType"], "binary/octet-stream")


def case_an_empty_content_type_is_none():
    name = bucket()
    request("PUT", f"/{name}/key", headers={"Content-Type": ""})
    equal(s3.head_object(Bucket=name, Key="key")["ContentType"], "binary/octet-stream")


def case_how_a_body_travelled_is_no_property():
    name = bucket()
    for sent, kept in (
        ("aws-chunked", None),
        ("gzip,aws-chunked", "gzip"),
        ("aws-chunked, gzip", "gzip"),
    ):
        request("PUT", f"/{name}/key", headers={"Content-Encoding": sent}, body=b"x")
        equal(s3.head_object(Bucket=name, Key="key").get("ContentEncoding"), kept)


def case_what_is_refused_in_an_objects_headers():
    name = bucket()
    for header, value, code in (
        ("x-amz-storage-class", "FAST", "InvalidStorageClass"),
        ("x-amz-storage-class", "OUTPOSTS", "InvalidStorageClass"),
        ("x-amz-website-redirect-location", "here", "InvalidRedirectLocation"),
        ("x-amz-server-side-encryption", "ROT13", "InvalidArgument"),
        ("x-amz-tagging", "a=1&a=2", "InvalidArgument"),
        ("x-amz-tagging", "aws:a=1", "InvalidTag"),
        ("x-amz-tagging", "&".join(f"k{number}=1" for number in range(11)), "BadRequest"),
        ("x-amz-acl", "public-read", "AccessControlListNotSupported"),
        ("x-amz-object-lock-legal-hold", "ON", "InvalidRequest"),
        ("Content-MD5", "short", "InvalidDigest"),
        ("Content-MD5", md5(b"other"), "BadDigest"),
    ):
        answer = request("PUT", f"/{name}/key", headers={header: value}, body=b"x")
        equal((header, value, answer.status, answer.code), (header, value, 400, code))
    equal(s3.list_objects_v2(Bucket=name)["KeyCount"], 0)


def case_sending_a_body():
    name = bucket()
    url = s3.generate_presigned_url("put_object", Params={"Bucket": name, "Key": "key"})
    chunked = fetch(
        url, "PUT", {"Transfer-Encoding": "chunked"}, b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    )
    equal((chunked.status, chunked.headers["etag"]), (200, etag(b"abcde")))
    waiting = fetch(url, "PUT", {"Expect": "100-continue"}, b"hello")
    equal(s3.get_object(Bucket=name, Key="key")["Body"].read(), b"hello")
    equal(waiting.status, 200)
