import json
import time

from aws import *

VERSIONS = {"version 2": client(), "version 4": client(signature_version="s3v4")}


def url_of(signer, operation, expires=60, **parameters):
    return signer.generate_presigned_url(operation, Params=parameters, ExpiresIn=expires)


def case_boto3_still_signs_in_both_versions():
    name = bucket()
    assert "AWSAccessKeyId=" in url_of(VERSIONS["version 2"], "get_object", Bucket=name, Key="k")
    assert "X-Amz-Signature=" in url_of(VERSIONS["version 4"], "get_object", Bucket=name, Key="k")


def case_urls_of_every_kind_of_request():
    name = bucket()
    for signer in VERSIONS.values():
        key = {"Bucket": name, "Key": "a b+c/\u00fc"}
        equal(fetch(url_of(signer, "put_object", **key), "PUT", body=b"hi").status, 200)
        equal(fetch(url_of(signer, "get_object", **key)).body, b"hi")
        equal(fetch(url_of(signer, "head_object", **key), "HEAD").headers["content-length"], "2")
        equal(
            fetch(url_of(signer, "list_objects_v2", Bucket=name, Prefix="a")).element("KeyCount"),
            "1",
        )
        equal(fetch(url_of(signer, "get_bucket_location", Bucket=name)).status, 200)
        equal(fetch(url_of(signer, "list_buckets")).status, 200)
        upload = fetch(url_of(signer, "create_multipart_upload", **key), "POST").element("UploadId")
        part = url_of(signer, "upload_part", UploadId=upload, PartNumber=1, **key)
        equal(fetch(part, "PUT", body=b"part").headers["etag"], etag(b"part"))
        equal(
            fetch(
                url_of(signer, "abort_multipart_upload", UploadId=upload, **key), "DELETE"
            ).status,
            204,
        )
        equal(fetch(url_of(signer, "delete_object", **key), "DELETE").status, 204)


def case_what_a_url_says_of_the_object():
    name = bucket()
    for signer in VERSIONS.values():
        about = {"ContentType": "text/plain", "Metadata": {"a": "b"}}
        url = url_of(signer, "put_object", Bucket=name, Key="key", **about)
        answer = fetch(url, "PUT", {"Content-Type": "text/plain", "x-amz-meta-a": "b"}, b"hi")
        equal(answer.status, 200)
        head = s3.head_object(Bucket=name, Key="key")
        equal((head["ContentType"], head["Metadata"]), ("text/plain", {"a": "b"}))
        # Signed as headers, these are not to be left out or changed.
        equal(
            fetch(url, "PUT", {"Content-Type": "text/html", "x-amz-meta-a": "b"}, b"hi").status, 403
        )


def case_headers_may_be_parameters():
    name = bucket()
    url = url_of(
        VERSIONS["version 2"],
        "put_object",
        Bucket=name,
        Key="key",
        ContentType="text/plain",
        Metadata={"a": "b"},
        StorageClass="STANDARD_IA",
    )
    equal(fetch(url, "PUT", body=b"hi").status, 200)
    head = s3.head_object(Bucket=name, Key="key")
    equal(
        (head["ContentType"], head["Metadata"], head["StorageClass"]),
        ("text/plain", {"a": "b"}, "STANDARD_IA"),
    )


def case_urls_end():
    name = bucket()
    fill(name, "key")
    for signer in VERSIONS.values():
        url = url_of(signer, "get_object", expires=1, Bucket=name, Key="key")
        equal(fetch(url).status, 200)
        while (answer := fetch(url)).status == 200:
            time.sleep(0.1)
        equal(
            (answer.status, answer.code, answer.element("Message")),
            (403, "AccessDenied", "Request has expired"),
        )
        assert answer.element("Expires") and answer.element("ServerTime")


def case_urls_that_were_changed():
    name = bucket()
    fill(name, "key", "other")
    for signer in VERSIONS.values():
        url = url_of(signer, "get_object", Bucket=name, Key="key")
        for changed in (
            url.replace("/key?", "/other?"),
            url.replace("/key?", "/key?versionId=null&"),
            url.replace("Signature=", "Signature=x"),
        ):
            answer = fetch(changed)
            equal((answer.status, answer.code), (403, "SignatureDoesNotMatch"))
        equal(fetch(url, "DELETE").status, 403)
        equal(fetch(url, headers={"x-amz-acl": "private"}).status, 403)
        equal(fetch(url.replace("=test", "=nobody")).code, "InvalidAccessKeyId")


def case_urls_that_lack_something():
    name = bucket()
    for query, status, code in (
        ("X-Amz-Algorithm=AWS4-HMAC-SHA256", 400, "AuthorizationQueryParametersError"),
        ("AWSAccessKeyId=test&Signature=x", 403, "AccessDenied"),
        ("AWSAccessKeyId=test&Signature=x&Expires=soon", 403, "AccessDenied"),
    ):
        answer = send("GET", f"/{name}/key?{query}")
        equal((query, answer.status, answer.code), (query, status, code))


def case_one_mechanism_alone():
    name = bucket()
    url = url_of(VERSIONS["version 4"], "get_object", Bucket=name, Key="key")
    answer = fetch(url, headers={"Authorization": "AWS4-HMAC-SHA256 x"})
    equal((answer.status, answer.code), (400, "InvalidArgument"))


def case_a_bucket_of_any_region():
    west = client(region="us-west-2")
    name = bucket(client=west, CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
    west.put_object(Bucket=name, Key="key", Body=b"far")
    equal(fetch(url_of(west, "get_object", Bucket=name, Key="key")).body, b"far")


def case_requests_with_headers_of_version_2():
    name = bucket()
    older = client(signature_version="s3")
    older.put_object(Bucket=name, Key="a b/\u00fc", Body=b"hi", Metadata={"a": "b"})
    equal(older.get_object(Bucket=name, Key="a b/\u00fc")["Metadata"], {"a": "b"})
    equal(keys(older.list_objects_v2(Bucket=name, Prefix="a")), ["a b/\u00fc"])
    older.delete_objects(Bucket=name, Delete={"Objects": [{"Key": "a b/\u00fc"}]})
    older.delete_bucket(Bucket=name)


def form(url, fields, content, file_name="a.txt"):
    boundary = "boundary"
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    parts.append(
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\n\r\n'
    )
    body = "".join(parts).encode() + content + f"\r\n--{boundary}--\r\n".encode()
    return fetch(url, "POST", {"Content-Type": f"multipart/form-data; boundary={boundary}"}, body)


def case_forms():
    name = bucket()
    for signer in VERSIONS.values():
        fields = {"success_action_status": "201", "Content-Type": "text/plain", "x-amz-meta-a": "b"}
        conditions = [{field: value} for field, value in fields.items()] + [
            ["content-length-range", 1, 10]
        ]
        post = signer.generate_presigned_post(name, "up/${filename}", dict(fields), conditions)
        answer = form(post["url"], post["fields"], b"hello")
        equal(
            (answer.status, answer.element("Key"), answer.element("Bucket")),
            (201, "up/a.txt", name),
        )
        head = s3.head_object(Bucket=name, Key="up/a.txt")
        equal(
            (head["ContentLength"], head["ContentType"], head["Metadata"]),
            (5, "text/plain", {"a": "b"}),
        )
        equal(form(post["url"], post["fields"], b"").code, "EntityTooSmall")
        equal(form(post["url"], post["fields"], b"x" * 11).code, "EntityTooLarge")
        for field, value, code in (
            ("Content-Type", "text/html", "AccessDenied"),
            ("key", "elsewhere", "AccessDenied"),
            ("x-amz-meta-b", "c", "AccessDenied"),
            ("policy", "e30=", "SignatureDoesNotMatch"),
        ):
            equal(
                (field, form(post["url"], {**post["fields"], field: value}, b"hello").code),
                (field, code),
            )
        post = signer.generate_presigned_post(name, "late", ExpiresIn=-10)
        answer = form(post["url"], post["fields"], b"hello")
        equal(answer.element("Message"), "Invalid according to Policy: Policy expired.")


def case_forms_without_credentials():
    name = bucket()
    equal(form(f"{ENDPOINT}/{name}", {"key": "k"}, b"x").code, "AccessDenied")
    equal(
        form(
            f"{ENDPOINT}/{name}", {"key": "k", "AWSAccessKeyId": "test", "signature": "x"}, b"x"
        ).code,
        "InvalidArgument",
    )
    policy = base64.b64encode(
        json.dumps({"expiration": "2099-01-01T00:00:00Z", "conditions": []}).encode()
    ).decode()
    equal(form(f"{ENDPOINT}/{name}", {"key": "k", "policy": policy}, b"x").code, "InvalidArgument")
    answer = fetch(f"{ENDPOINT}/{name}", "POST", {"Content-Type": "text/plain"}, b"x")
    equal((answer.status, answer.code), (412, "PreconditionFailed"))
