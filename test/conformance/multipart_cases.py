import zlib

from aws import *

MIB5 = b"a" * (5 * 1024 * 1024)


def begin(name, key="key", **options):
    return s3.create_multipart_upload(Bucket=name, Key=key, **options)["UploadId"]


def send_part(name, upload, number, body, key="key", **options):
    answer = s3.upload_part(
        Bucket=name, Key=key, UploadId=upload, PartNumber=number, Body=body, **options
    )
    sums = {member: answer[member] for member in answer if member.startswith("Checksum")}
    return {"PartNumber": number, "ETag": answer["ETag"], **sums}


def complete(name, upload, parts, key="key", **options):
    parts = [
        {m: v for m, v in part.items() if m in ("PartNumber", "ETag") or options.get("sums")}
        for part in parts
    ]
    options.pop("sums", None)
    return s3.complete_multipart_upload(
        Bucket=name, Key=key, UploadId=upload, MultipartUpload={"Parts": parts}, **options
    )


def refused_completion(code, *arguments, status=400, **options):
    return refused(code, lambda **rest: complete(*arguments, **rest), status, **options)


def case_parts_become_an_object():
    name = bucket()
    upload = begin(
        name, ContentType="a/b", Metadata={"a": "1"}, Tagging="t=1", StorageClass="STANDARD_IA"
    )
    parts = [send_part(name, upload, 2, MIB5), send_part(name, upload, 7, b"end")]
    answer = complete(name, upload, parts)
    digests = b"".join(bytes.fromhex(part["ETag"].strip('"')) for part in parts)
    equal(answer["ETag"], f'"{hashlib.md5(digests).hexdigest()}-2"')
    equal((answer["Bucket"], answer["Key"], answer["ChecksumType"]), (name, "key", "FULL_OBJECT"))
    assert "ChecksumCRC64NVME" in answer
    head = s3.head_object(Bucket=name, Key="key")
    equal(
        (head["ContentLength"], head["ContentType"], head["Metadata"]),
        (len(MIB5) + 3, "a/b", {"a": "1"}),
    )
    equal((head["StorageClass"], head["ETag"]), ("STANDARD_IA", answer["ETag"]))
    equal(s3.get_object_tagging(Bucket=name, Key="key")["TagSet"], [{"Key": "t", "Value": "1"}])
    equal(s3.get_object(Bucket=name, Key="key", Range="bytes=-5")["Body"].read(), b"aaend")
    refused("NoSuchUpload", s3.list_parts, 404, Bucket=name, Key="key", UploadId=upload)


def case_parts_are_read_one_by_one():
    name = bucket()
    upload = begin(name)
    complete(name, upload, [send_part(name, upload, 1, MIB5), send_part(name, upload, 2, b"end")])
    first = s3.head_object(Bucket=name, Key="key", PartNumber=1)
    equal((first["ContentLength"], first["PartsCount"]), (len(MIB5), 2))
    second = s3.get_object(Bucket=name, Key="key", PartNumber=2)
    equal(
        (second["Body"].read(), second["ContentRange"]), (b"end", "bytes 5242880-5242882/5242883")
    )
    equal(second["ResponseMetadata"]["HTTPStatusCode"], 206)
    error = refused("InvalidPartNumber", s3.get_object, 416, Bucket=name, Key="key", PartNumber=3)
    equal(error["ActualPartCount"], "2")
    attributes = s3.get_object_attributes(Bucket=name, Key="key", ObjectAttributes=["ObjectParts"])
    equal(attributes["ObjectParts"], {"TotalPartsCount": 2})


def case_what_cannot_be_completed():
    name = bucket()
    upload = begin(name)
    large, small = send_part(name, upload, 1, MIB5), send_part(name, upload, 2, b"x")
    last = send_part(name, upload, 3, b"y")
    for parts, code in (
        ([], "MalformedXML"),
        ([small, large], "InvalidPartOrder"),
        ([large, large], "InvalidPartOrder"),
        ([large, {"PartNumber": 2, "ETag": '"0"'}], "InvalidPart"),
        ([large, {"PartNumber": 9, "ETag": small["ETag"]}], "InvalidPart"),
        ([large, small, last], "EntityTooSmall"),
        ([{"PartNumber": 1}], "MalformedXML"),
        ([{"ETag": large["ETag"]}], "MalformedXML"),
    ):
        error = refused_completion(code, name, upload, parts)
        if code == "EntityTooSmall":
            equal(
                (error["PartNumber"], error["ProposedSize"], error["MinSizeAllowed"]),
                ("2", "1", "5242880"),
            )
    refused_completion("NoSuchUpload", name, upload, [large], status=404, key="other")
    complete(name, upload, [large, last])
    equal(s3.head_object(Bucket=name, Key="key")["ContentLength"], len(MIB5) + 1)


def case_an_upload_is_completed_once():
    name = bucket()
    upload = begin(name)
    parts = [send_part(name, upload, 1, b"x")]
    # Who got no answer may ask again.
    equal(complete(name, upload, parts)["ETag"], complete(name, upload, parts)["ETag"])
    s3.put_object(Bucket=name, Key="key", Body=b"newer")
    refused_completion("NoSuchUpload", name, upload, parts, status=404)
    refused("NoSuchUpload", s3.abort_multipart_upload, 404, Bucket=name, Key="key", UploadId=upload)


def case_a_part_sent_again_replaces_the_first():
    name = bucket()
    upload = begin(name)
    first = send_part(name, upload, 1, b"first")
    second = send_part(name, upload, 1, b"second")
    equal(
        s3.list_parts(Bucket=name, Key="key", UploadId=upload)["Parts"][0]["ETag"], second["ETag"]
    )
    refused_completion("InvalidPart", name, upload, [first])
    complete(name, upload, [second])
    equal(s3.get_object(Bucket=name, Key="key")["Body"].read(), b"second")


def case_giving_up():
    name = bucket()
    upload = begin(name)
    send_part(name, upload, 1, b"x")
    equal(
        s3.abort_multipart_upload(Bucket=name, Key="key", UploadId=upload)["ResponseMetadata"][
            "HTTPStatusCode"
        ],
        204,
    )
    refused("NoSuchUpload", s3.abort_multipart_upload, 404, Bucket=name, Key="key", UploadId=upload)
    refused(
        "NoSuchUpload",
        s3.upload_part,
        404,
        Bucket=name,
        Key="key",
        UploadId=upload,
        PartNumber=1,
        Body=b"",
    )
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=name)
    refused("NoSuchKey", s3.get_object, 404, Bucket=name, Key="key")


def case_part_numbers():
    name = bucket()
    upload = begin(name)
    for number in (0, -1, 10001):
        refused(
            "InvalidArgument",
            s3.upload_part,
            400,
            Bucket=name,
            Key="key",
            UploadId=upload,
            PartNumber=number,
            Body=b"",
        )
    send_part(name, upload, 10000, b"x")
    send_part(name, upload, 1, b"x")
    answer = s3.list_parts(Bucket=name, Key="key", UploadId=upload, MaxParts=1)
    equal((answer["IsTruncated"], answer["NextPartNumberMarker"], answer["MaxParts"]), (True, 1, 1))
    answer = s3.list_parts(Bucket=name, Key="key", UploadId=upload, PartNumberMarker=1)
    equal([part["PartNumber"] for part in answer["Parts"]], [10000])
    equal(answer["Initiator"]["ID"], answer["Owner"]["ID"])


def case_composite_checksums():
    name = bucket()
    upload = begin(name, ChecksumAlgorithm="SHA256")
    parts = [
        send_part(name, upload, 1, MIB5, ChecksumAlgorithm="SHA256"),
        send_part(name, upload, 2, b"z", ChecksumAlgorithm="SHA256"),
    ]
    refused(
        "InvalidRequest",
        s3.upload_part,
        400,
        Bucket=name,
        Key="key",
        UploadId=upload,
        PartNumber=3,
        Body=b"",
        ChecksumAlgorithm="CRC32",
    )
    refused_completion("InvalidRequest", name, upload, parts)
    refused_completion(
        "InvalidPart",
        name,
        upload,
        [parts[0], {**parts[1], "ChecksumSHA256": parts[0]["ChecksumSHA256"]}],
        sums=True,
    )
    refused_completion(
        "BadDigest", name, upload, parts, sums=True, ChecksumSHA256=parts[0]["ChecksumSHA256"]
    )
    refused_completion("InvalidRequest", name, upload, parts, sums=True, ChecksumType="FULL_OBJECT")
    refused_completion("InvalidRequest", name, upload, parts, sums=True, MpuObjectSize=1)
    whole = hashlib.sha256(
        b"".join(base64.b64decode(part["ChecksumSHA256"]) for part in parts)
    ).digest()
    answer = complete(name, upload, parts, sums=True, MpuObjectSize=len(MIB5) + 1)
    equal(
        (answer["ChecksumSHA256"], answer["ChecksumType"]),
        (base64.b64encode(whole).decode() + "-2", "COMPOSITE"),
    )
    attributes = s3.get_object_attributes(
        Bucket=name, Key="key", ObjectAttributes=["ObjectParts"], MaxParts=1
    )["ObjectParts"]
    equal(
        (
            attributes["IsTruncated"],
            attributes["TotalPartsCount"],
            attributes["Parts"][0]["ChecksumSHA256"],
        ),
        (True, 2, parts[0]["ChecksumSHA256"]),
    )


def case_checksums_of_the_whole():
    name = bucket()
    upload = begin(name, ChecksumAlgorithm="CRC32", ChecksumType="FULL_OBJECT")
    parts = [send_part(name, upload, 1, MIB5), send_part(name, upload, 2, b"end")]
    whole = base64.b64encode(zlib.crc32(MIB5 + b"end").to_bytes(4, "big")).decode()
    refused_completion("BadDigest", name, upload, parts, ChecksumCRC32="AAAAAA==")
    answer = complete(name, upload, parts, ChecksumCRC32=whole, ChecksumType="FULL_OBJECT")
    equal((answer["ChecksumCRC32"], answer["ChecksumType"]), (whole, "FULL_OBJECT"))


def case_algorithms_that_do_not_go_together():
    name = bucket()
    for algorithm, kind in (
        ("SHA1", "FULL_OBJECT"),
        ("CRC64NVME", "COMPOSITE"),
        ("MD4", None),
        (None, "FULL_OBJECT"),
    ):
        headers = {}
        if algorithm:
            headers["x-amz-checksum-algorithm"] = algorithm
        if kind:
            headers["x-amz-checksum-type"] = kind
        answer = request("POST", f"/{name}/key", "uploads=", headers)
        equal(
            (algorithm, kind, answer.status, answer.code), (algorithm, kind, 400, "InvalidRequest")
        )


def case_parts_that_are_copied():
    name = bucket()
    s3.put_object(Bucket=name, Key="source", Body=b"0123456789")
    upload = begin(name)
    options = {"Bucket": name, "Key": "key", "UploadId": upload, "CopySource": f"{name}/source"}
    for span in (
        "bytes=5-100",
        "bytes=10-12",
        "bytes=0-",
        "0-2",
        "bytes=-2",
        "bytes=0-1,2-3",
        "bytes=3-2",
    ):
        error = refused(
            "InvalidArgument",
            s3.upload_part_copy,
            400,
            PartNumber=1,
            CopySourceRange=span,
            **options,
        )
        equal((error["ArgumentName"], error["ArgumentValue"]), ("x-amz-copy-source-range", span))
    refused(
        "PreconditionFailed",
        s3.upload_part_copy,
        412,
        PartNumber=1,
        CopySourceIfMatch='"0"',
        **options,
    )
    refused(
        "NoSuchKey",
        s3.upload_part_copy,
        404,
        PartNumber=1,
        **{**options, "CopySource": f"{name}/none"},
    )
    part = s3.upload_part_copy(PartNumber=1, CopySourceRange="bytes=2-5", **options)[
        "CopyPartResult"
    ]
    equal(part["ETag"], etag(b"2345"))
    complete(name, upload, [{"PartNumber": 1, "ETag": part["ETag"]}])
    equal(s3.get_object(Bucket=name, Key="key")["Body"].read(), b"2345")


def case_an_object_of_one_empty_part():
    name = bucket()
    upload = begin(name)
    complete(name, upload, [send_part(name, upload, 1, b"")])
    equal(s3.get_object(Bucket=name, Key="key")["Body"].read(), b"")
    answer = s3.get_object(Bucket=name, Key="key", PartNumber=1)
    equal((answer["ContentLength"], "ContentRange" in answer), (0, False))


def case_completing_under_a_condition():
    name = bucket()
    upload = begin(name)
    parts = [send_part(name, upload, 1, b"new")]
    s3.put_object(Bucket=name, Key="key", Body=b"old")
    refused_completion("PreconditionFailed", name, upload, parts, status=412, IfNoneMatch="*")
    refused_completion("PreconditionFailed", name, upload, parts, status=412, IfMatch='"0"')
    # Written after the upload was begun, even though it is the one that is meant.
    refused_completion(
        "ConditionalRequestConflict", name, upload, parts, status=409, IfMatch=etag(b"old")
    )
    upload = begin(name)
    parts = [send_part(name, upload, 1, b"new")]
    complete(name, upload, parts, IfMatch=etag(b"old"))


def case_conditional_puts():
    name = bucket()
    put = s3.put_object
    put(Bucket=name, Key="key", Body=b"1", IfNoneMatch="*")
    equal(
        refused("PreconditionFailed", put, 412, Bucket=name, Key="key", Body=b"2", IfNoneMatch="*")[
            "Condition"
        ],
        "If-None-Match",
    )
    refused("PreconditionFailed", put, 412, Bucket=name, Key="key", Body=b"2", IfMatch='"0"')
    refused("NoSuchKey", put, 404, Bucket=name, Key="none", Body=b"2", IfMatch='"0"')
    put(Bucket=name, Key="key", Body=b"2", IfMatch=etag(b"1"))
    for conditions in (
        {"IfNoneMatch": '"0"'},
        {"IfMatch": "*"},
        {"IfMatch": '"0"', "IfNoneMatch": "*"},
    ):
        refused("NotImplemented", put, 501, Bucket=name, Key="key", Body=b"3", **conditions)
    equal(s3.get_object(Bucket=name, Key="key")["Body"].read(), b"2")
    versioned = bucket("Enabled")
    put(Bucket=versioned, Key="key", Body=b"1")
    s3.delete_object(Bucket=versioned, Key="key")
    put(Bucket=versioned, Key="key", Body=b"2", IfNoneMatch="*")
