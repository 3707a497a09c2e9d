from aws import *


def pages(listing, follow, **options):
    """All pages of a listing, each as its keys and common prefixes in the order of the answer."""
    found, more = [], {}
    while True:
        answer = listing(**options, **more)
        page = (keys(answer), prefixes(answer))
        assert len(page[0]) + len(page[1]) <= options.get("MaxKeys", 1000)
        found.append(page)
        if not answer["IsTruncated"]:
            return found
        more = follow(answer)


def by_token(answer):
    return {"ContinuationToken": answer["NextContinuationToken"]}


def by_marker(answer):
    return {"Marker": answer.get("NextMarker") or answer["Contents"][-1]["Key"]}


def case_delimiters():
    name = bucket()
    fill(name, "asdf", "boo/bar", "boo/baz/xyzzy", "cquux/thud", "cquux/bla")
    for options, found, common in (
        ({"Delimiter": "/"}, ["asdf"], ["boo/", "cquux/"]),
        ({"Delimiter": "/", "Prefix": "boo/"}, ["boo/bar"], ["boo/baz/"]),
        ({"Delimiter": "/", "Prefix": "bo"}, [], ["boo/"]),
        ({"Delimiter": "a"}, ["cquux/thud"], ["a", "boo/ba", "cquux/bla"]),
        ({"Delimiter": "zz"}, ["asdf", "boo/bar", "cquux/bla", "cquux/thud"], ["boo/baz/xyzz"]),
        ({"Delimiter": ""}, ["asdf", "boo/bar", "boo/baz/xyzzy", "cquux/bla", "cquux/thud"], []),
        ({"Delimiter": "%"}, ["asdf", "boo/bar", "boo/baz/xyzzy", "cquux/bla", "cquux/thud"], []),
        ({"Prefix": "none"}, [], []),
    ):
        for listing in (s3.list_objects, s3.list_objects_v2):
            answer = listing(Bucket=name, **options)
            equal((options, keys(answer), prefixes(answer)), (options, found, common))
            equal(
                (answer["Prefix"], answer.get("Delimiter")),
                (options.get("Prefix", ""), options.get("Delimiter") or None),
            )


def case_pages_make_a_whole():
    name = bucket()
    fill(name, "a", "b/1", "b/2", "b/2/x", "b-", "c/", "c/d", "é/1", "é/2", "日", "😀/a", "z")
    for delimiter in ("", "/"):
        whole = s3.list_objects_v2(Bucket=name, Delimiter=delimiter)
        for size in (1, 2, 3, 5):
            for listing, follow in ((s3.list_objects_v2, by_token), (s3.list_objects, by_marker)):
                found = pages(listing, follow, Bucket=name, Delimiter=delimiter, MaxKeys=size)
                equal([key for page, _ in found for key in page], keys(whole))
                equal([prefix for _, page in found for prefix in page], prefixes(whole))


def case_going_on_behind_a_key():
    name = bucket()
    fill(name, "bar", "baz", "foo", "quxx")
    for after, found in (
        ("baz", ["foo", "quxx"]),
        ("blah", ["foo", "quxx"]),
        ("zzz", []),
        ("", ["bar", "baz", "foo", "quxx"]),
        ("b", ["bar", "baz", "foo", "quxx"]),
    ):
        equal(keys(s3.list_objects_v2(Bucket=name, StartAfter=after)), found)
        equal(keys(s3.list_objects(Bucket=name, Marker=after)), found)
    first = s3.list_objects_v2(Bucket=name, StartAfter="bar", MaxKeys=1)
    equal((first["StartAfter"], keys(first), first["KeyCount"]), ("bar", ["baz"], 1))
    second = s3.list_objects_v2(
        Bucket=name, StartAfter="bar", ContinuationToken=first["NextContinuationToken"]
    )
    equal(keys(second), ["foo", "quxx"])
    equal(
        ("StartAfter" in second, second["ContinuationToken"]),
        (False, first["NextContinuationToken"]),
    )


def case_a_next_marker_comes_with_a_delimiter_only():
    name = bucket()
    fill(name, "a", "b/c", "d")
    assert "NextMarker" not in s3.list_objects(Bucket=name, MaxKeys=1)
    equal(s3.list_objects(Bucket=name, MaxKeys=1, Delimiter="/")["NextMarker"], "a")
    equal(s3.list_objects(Bucket=name, MaxKeys=2, Delimiter="/")["NextMarker"], "b/")
    assert "NextMarker" not in s3.list_objects(Bucket=name, MaxKeys=3, Delimiter="/")


def case_how_many():
    name = bucket()
    fill(name, "a", "b")
    for listing in (s3.list_objects, s3.list_objects_v2):
        answer = listing(Bucket=name, MaxKeys=0)
        equal((keys(answer), answer["IsTruncated"], answer["MaxKeys"]), ([], False, 0))
        equal(listing(Bucket=name, MaxKeys=2)["IsTruncated"], False)
        equal(listing(Bucket=name, MaxKeys=5000)["MaxKeys"], 1000)
    equal(request("GET", f"/{name}", "max-keys=").element("MaxKeys"), "1000")
    for value in ("-1", "many", "2147483648"):
        answer = request("GET", f"/{name}", f"max-keys={value}")
        equal(
            (answer.status, answer.code, answer.element("ArgumentName")),
            (400, "InvalidArgument", "max-keys"),
        )


def case_encoded_keys():
    name = bucket()
    fill(name, "a b+c/ü&<")
    answer = request(
        "GET", f"/{name}", "encoding-type=url&list-type=2&prefix=a%20b%2B&start-after=a%20"
    )
    equal(answer.element("Key"), "a+b%2Bc/%C3%BC%26%3C")
    equal((answer.element("Prefix"), answer.element("StartAfter")), ("a+b%2B", "a+"))
    answer = request("GET", f"/{name}", "encoding-type=url&list-type=2&delimiter=%20")
    equal((answer.element("Delimiter"), answer.element("KeyCount")), ("+", "1"))
    answer = request("GET", f"/{name}", "encoding-type=html")
    equal((answer.status, answer.element("ArgumentName")), (400, "encoding-type"))


def case_tokens_are_the_servers_own():
    name = bucket()
    for token in ("", "made-up"):
        answer = request("GET", f"/{name}", f"list-type=2&continuation-token={token}")
        equal((answer.status, answer.code), (400, "InvalidArgument"))
        equal(answer.element("Message"), "The continuation token provided is incorrect")


def case_what_a_listing_tells():
    name = bucket()
    fill(name, "key")
    entry = s3.list_objects_v2(Bucket=name)["Contents"][0]
    head = s3.head_object(Bucket=name, Key="key")
    equal(
        (entry["ETag"], entry["Size"], entry["LastModified"]),
        (head["ETag"], 3, head["LastModified"]),
    )
    equal(
        (entry["StorageClass"], entry["ChecksumAlgorithm"], entry["ChecksumType"]),
        ("STANDARD", ["CRC32"], "FULL_OBJECT"),
    )
    owner = s3.list_buckets()["Owner"]
    assert "Owner" not in entry
    equal(s3.list_objects_v2(Bucket=name, FetchOwner=True)["Contents"][0]["Owner"], owner)
    equal(s3.list_objects(Bucket=name)["Contents"][0]["Owner"], owner)


def case_uploads_in_pages():
    name = bucket()
    for key in ("a", "a", "b/1", "b/2", "c"):
        s3.create_multipart_upload(Bucket=name, Key=key)
    whole = s3.list_multipart_uploads(Bucket=name)
    equal([upload["Key"] for upload in whole["Uploads"]], ["a", "a", "b/1", "b/2", "c"])
    found, more = [], {}
    while True:
        answer = s3.list_multipart_uploads(Bucket=name, MaxUploads=1, **more)
        found += answer["Uploads"]
        if not answer["IsTruncated"]:
            break
        more = {
            "KeyMarker": answer["NextKeyMarker"],
            "UploadIdMarker": answer["NextUploadIdMarker"],
        }
    equal(found, whole["Uploads"])
    equal(prefixes(s3.list_multipart_uploads(Bucket=name, Delimiter="/")), ["b/"])
    equal(
        [
            upload["Key"]
            for upload in s3.list_multipart_uploads(Bucket=name, KeyMarker="a")["Uploads"]
        ],
        ["b/1", "b/2", "c"],
    )
    refused(
        "InvalidArgument",
        s3.list_multipart_uploads,
        400,
        Bucket=name,
        KeyMarker="a",
        UploadIdMarker="made-up",
    )


def case_buckets_in_pages():
    own = client(key="222233334444")
    names = sorted(bucket(client=own) for _ in range(3))
    answer = own.list_buckets(MaxBuckets=2)
    equal([entry["Name"] for entry in answer["Buckets"]], names[:2])
    rest = own.list_buckets(MaxBuckets=2, ContinuationToken=answer["ContinuationToken"])
    equal(
        ([entry["Name"] for entry in rest["Buckets"]], rest.get("ContinuationToken")),
        (names[2:], None),
    )
    equal(len(own.list_buckets(Prefix=names[1])["Buckets"]), 1)
