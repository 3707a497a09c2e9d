from aws import *


def put(name, key, body=b""):
    return s3.put_object(Bucket=name, Key=key, Body=body).get("VersionId")


def shown(answer):
    """Versions and delete markers as `key version latest`."""
    entries = [(entry, "") for entry in answer.get("Versions", [])]
    entries += [(entry, "marker") for entry in answer.get("DeleteMarkers", [])]
    return [(entry["Key"], entry["VersionId"], entry["IsLatest"], kind) for entry, kind in entries]


def case_versions_stay():
    name = bucket("Enabled")
    first, second = put(name, "key", b"1"), put(name, "key", b"22")
    equal(s3.get_object(Bucket=name, Key="key")["VersionId"], second)
    for version, body in ((first, b"1"), (second, b"22")):
        equal(s3.get_object(Bucket=name, Key="key", VersionId=version)["Body"].read(), body)
    equal(
        shown(s3.list_object_versions(Bucket=name)),
        [("key", second, True, ""), ("key", first, False, "")],
    )


def case_what_was_there_before_is_the_null_version():
    name = bucket()
    fill(name, "key")
    assert "VersionId" not in s3.head_object(Bucket=name, Key="key")
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    newer = put(name, "key", b"newer")
    equal(s3.get_object(Bucket=name, Key="key", VersionId="null")["Body"].read(), b"key")
    s3.delete_object(Bucket=name, Key="key", VersionId=newer)
    equal(s3.head_object(Bucket=name, Key="key")["VersionId"], "null")


def case_delete_markers():
    name = bucket("Enabled")
    version = put(name, "key", b"1")
    answer = s3.delete_object(Bucket=name, Key="key")
    marker = answer["VersionId"]
    equal((answer["DeleteMarker"], answer["ResponseMetadata"]["HTTPStatusCode"]), (True, 204))
    gone = request("GET", f"/{name}/key")
    equal(
        (
            gone.status,
            gone.code,
            gone.headers["x-amz-delete-marker"],
            gone.headers["x-amz-version-id"],
        ),
        (404, "NoSuchKey", "true", marker),
    )
    for method in ("GET", "HEAD"):
        named = request(method, f"/{name}/key", f"versionId={marker}")
        equal(
            (named.status, named.headers["allow"], named.headers["x-amz-delete-marker"]),
            (405, "DELETE", "true"),
        )
        assert "last-modified" in named.headers
    equal(s3.delete_object(Bucket=name, Key="key", VersionId=marker)["DeleteMarker"], True)
    equal(s3.get_object(Bucket=name, Key="key")["VersionId"], version)
    assert "DeleteMarker" not in s3.delete_object(Bucket=name, Key="key", VersionId=version)


def case_a_marker_for_every_delete():
    name = bucket("Enabled")
    markers = [s3.delete_object(Bucket=name, Key="never")["VersionId"] for _ in range(2)]
    equal(
        shown(s3.list_object_versions(Bucket=name)),
        [("never", markers[1], True, "marker"), ("never", markers[0], False, "marker")],
    )
    refused("BucketNotEmpty", s3.delete_bucket, 409, Bucket=name)


def case_suspended():
    name = bucket("Enabled")
    kept = put(name, "key", b"1")
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Suspended"})
    equal((put(name, "key", b"2"), put(name, "key", b"3")), (None, None))
    equal(
        shown(s3.list_object_versions(Bucket=name)),
        [("key", "null", True, ""), ("key", kept, False, "")],
    )
    for _ in range(2):
        answer = s3.delete_object(Bucket=name, Key="key")
        equal((answer["DeleteMarker"], answer["VersionId"]), (True, "null"))
    equal(
        shown(s3.list_object_versions(Bucket=name)),
        [("key", kept, False, ""), ("key", "null", True, "marker")],
    )
    s3.delete_object(Bucket=name, Key="key", VersionId="null")
    equal(s3.get_object(Bucket=name, Key="key")["VersionId"], kept)


def case_version_ids_that_are_none():
    name, other = bucket("Enabled"), bucket()
    version = put(name, "key")
    fill(other, "key")
    for place in (name, other):
        for call in (s3.get_object, s3.delete_object, s3.head_object):
            expected = "400" if call == s3.head_object else "InvalidArgument"
            refused(expected, call, 400, Bucket=place, Key="key", VersionId="made-up")
    answer = request("GET", f"/{name}/key", "versionId=")
    equal(
        (answer.status, answer.element("Message")), (400, "Version id cannot be the empty string")
    )
    refused("NoSuchVersion", s3.get_object, 404, Bucket=name, Key="another", VersionId=version)
    s3.delete_object(Bucket=name, Key="key", VersionId=version)
    error = refused("NoSuchVersion", s3.get_object, 404, Bucket=name, Key="key", VersionId=version)
    equal((error["Key"], error["VersionId"]), ("key", version))
    equal(
        s3.delete_object(Bucket=name, Key="key", VersionId=version)["ResponseMetadata"][
            "HTTPStatusCode"
        ],
        204,
    )


def case_without_versioning_answers_name_no_version():
    name = bucket()
    fill(name, "a", "b")
    for options in ({"Key": "a"}, {"Key": "b", "VersionId": "null"}, {"Key": "none"}):
        headers = s3.delete_object(Bucket=name, **options)["ResponseMetadata"]["HTTPHeaders"]
        equal(
            [header for header in headers if header in ("x-amz-version-id", "x-amz-delete-marker")],
            [],
        )
    equal(s3.list_objects_v2(Bucket=name)["KeyCount"], 0)


def case_versions_in_pages():
    name = bucket("Enabled")
    for key in ("a", "a", "b/1", "b/2", "b/2", "c", "é"):
        put(name, key)
    s3.delete_object(Bucket=name, Key="a")
    s3.delete_object(Bucket=name, Key="c")
    whole = sorted(shown(s3.list_object_versions(Bucket=name)))
    for size in (1, 2, 3, 4):
        found, more = [], {}
        while True:
            answer = s3.list_object_versions(Bucket=name, MaxKeys=size, **more)
            found += shown(answer)
            if not answer["IsTruncated"]:
                break
            more = {
                "KeyMarker": answer["NextKeyMarker"],
                "VersionIdMarker": answer["NextVersionIdMarker"],
            }
        equal(sorted(found), whole)
    answer = s3.list_object_versions(Bucket=name, Delimiter="/", KeyMarker="a")
    equal((prefixes(answer), {entry[0] for entry in shown(answer)}), (["b/"], {"c", "é"}))
    refused("InvalidArgument", s3.list_object_versions, 400, Bucket=name, VersionIdMarker="x")


def case_deleting_many():
    name = bucket("Enabled")
    version = put(name, "a")
    answer = s3.delete_objects(
        Bucket=name,
        Delete={
            "Objects": [
                {"Key": "a"},
                {"Key": "none"},
                {"Key": "a", "VersionId": version},
                {"Key": "a", "VersionId": "made-up"},
            ]
        },
    )
    deleted = {
        (entry["Key"], entry.get("VersionId"), entry.get("DeleteMarker"))
        for entry in answer["Deleted"]
    }
    equal(deleted, {("a", None, True), ("none", None, True), ("a", version, None)})
    equal(
        answer["Errors"],
        [
            {
                "Key": "a",
                "VersionId": "made-up",
                "Code": "NoSuchVersion",
                "Message": "The specified version does not exist.",
            }
        ],
    )
    marker = next(
        entry["DeleteMarkerVersionId"] for entry in answer["Deleted"] if entry["Key"] == "none"
    )
    answer = s3.delete_objects(
        Bucket=name, Delete={"Objects": [{"Key": "none", "VersionId": marker}]}
    )
    equal(
        answer["Deleted"],
        [
            {
                "Key": "none",
                "VersionId": marker,
                "DeleteMarker": True,
                "DeleteMarkerVersionId": marker,
            }
        ],
    )


def case_deleting_many_at_the_limits():
    name = bucket()

    def delete(document, **headers):
        headers = headers or {"Content-MD5": md5(document)}
        return request("POST", f"/{name}", "delete=", headers, document)

    def some(count):
        return b"<Delete>" + b"<Object><Key>k</Key></Object>" * count + b"</Delete>"

    equal(delete(some(1000)).body.count(b"<Deleted>"), 1000)
    for document in (
        some(1001),
        some(0),
        b"<Delete><Object>",
        b"<Delete><Object/></Delete>",
        b"<Delete><Object><Key/></Object></Delete>",
    ):
        answer = delete(document)
        equal((answer.status, answer.code), (400, "MalformedXML"))
    nothing = delete(b"")
    equal((nothing.status, nothing.code), (400, "MissingRequestBodyError"))
    equal(delete(some(1), Accept="*/*").code, "InvalidRequest")
    quiet = delete(b"<Delete><Object><Key>k</Key></Object><Quiet>true</Quiet></Delete>")
    equal((quiet.status, b"Deleted" in quiet.body), (200, False))


def case_conditional_deletes():
    name = bucket()
    fill(name, "key")
    refused("PreconditionFailed", s3.delete_object, 412, Bucket=name, Key="key", IfMatch='"0"')
    refused("NoSuchKey", s3.delete_object, 404, Bucket=name, Key="none", IfMatch="*")
    s3.delete_object(Bucket=name, Key="key", IfMatch=etag(b"key"))
    equal(s3.list_objects_v2(Bucket=name)["KeyCount"], 0)


def case_older_versions_are_copied_tagged_and_described():
    name = bucket("Enabled")
    first = put(name, "key", b"1")
    put(name, "key", b"2")
    answer = s3.copy_object(
        Bucket=name, Key="key", CopySource={"Bucket": name, "Key": "key", "VersionId": first}
    )
    equal(answer["CopySourceVersionId"], first)
    equal(s3.get_object(Bucket=name, Key="key")["Body"].read(), b"1")
    tags = [{"Key": "a", "Value": "1"}]
    equal(
        s3.put_object_tagging(Bucket=name, Key="key", VersionId=first, Tagging={"TagSet": tags})[
            "VersionId"
        ],
        first,
    )
    equal(s3.get_object_tagging(Bucket=name, Key="key", VersionId=first)["TagSet"], tags)
    equal(s3.get_object_tagging(Bucket=name, Key="key")["TagSet"], [])
    equal(
        s3.get_object_attributes(
            Bucket=name, Key="key", VersionId=first, ObjectAttributes=["ObjectSize"]
        )["VersionId"],
        first,
    )
