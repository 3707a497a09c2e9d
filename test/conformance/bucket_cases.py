from aws import *


def case_names_that_no_bucket_may_have():
    for name in (
        "ab",
        "a" * 64,
        "Foo",
        "foo_bar",
        "foo..bar",
        "foo.-bar",
        "foo-.bar",
        "-foo",
        "foo-",
        ".foo",
        "foo.",
        "192.168.5.1",
        "xn--foo",
        "sthree-foo",
        "foo-s3alias",
        "foo--x-s3",
    ):
        answer = request("PUT", f"/{name}")
        equal((name, answer.status, answer.code), (name, 400, "InvalidBucketName"))
        equal(answer.element("BucketName"), name)


def case_names_at_the_limits():
    for name in ("a-1", "1.2.3", "a" * 63, "foo--bar.baz-1"):
        s3.create_bucket(Bucket=name)
        s3.delete_bucket(Bucket=name)


def case_making_a_bucket_again():
    name = bucket()
    fill(name, "kept")
    s3.create_bucket(Bucket=name)
    equal(keys(s3.list_objects_v2(Bucket=name)), ["kept"])
    refused("BucketAlreadyExists", client(key=STRANGER).create_bucket, 409, Bucket=name)
    west = client(region="us-west-2")
    elsewhere = {"CreateBucketConfiguration": {"LocationConstraint": "us-west-2"}}
    name = bucket(client=west, **elsewhere)
    refused("BucketAlreadyOwnedByYou", west.create_bucket, 409, Bucket=name, **elsewhere)


def case_where_a_bucket_is():
    equal(s3.get_bucket_location(Bucket=bucket())["LocationConstraint"], None)
    west = client(region="us-west-2")
    name = bucket(client=west, CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
    equal(s3.get_bucket_location(Bucket=name)["LocationConstraint"], "us-west-2")
    # boto3 follows to the right region by itself.
    equal(s3.list_objects_v2(Bucket=name)["KeyCount"], 0)
    answer = request("HEAD", f"/{name}")
    equal((answer.status, answer.headers["x-amz-bucket-region"]), (400, "us-west-2"))
    constraint = {"LocationConstraint": "us-east-1"}
    refused(
        "InvalidLocationConstraint",
        s3.create_bucket,
        400,
        Bucket="x-east",
        CreateBucketConfiguration=constraint,
    )
    refused("IllegalLocationConstraintException", west.create_bucket, 400, Bucket="x-west")


def case_what_is_not_there():
    for method, path in (
        ("GET", "/none-such"),
        ("DELETE", "/none-such"),
        ("PUT", "/none-such/key"),
        ("GET", "/none-such/key"),
    ):
        answer = request(method, path)
        equal(
            (answer.status, answer.code, answer.element("BucketName")),
            (404, "NoSuchBucket", "none-such"),
        )
    answer = request("HEAD", "/none-such")
    equal((answer.status, answer.body), (404, b""))


def case_errors_have_the_ids_of_the_answer():
    answer = request("GET", f"/{bucket()}/none")
    equal(answer.headers["content-type"], "application/xml")
    equal(answer.element("RequestId"), answer.headers["x-amz-request-id"])
    equal(answer.element("HostId"), answer.headers["x-amz-id-2"])
    equal(
        (answer.element("Key"), answer.element("Message")),
        ("none", "The specified key does not exist."),
    )


def case_only_an_empty_bucket_is_deleted():
    name = bucket()
    fill(name, "key")
    refused("BucketNotEmpty", s3.delete_bucket, 409, Bucket=name)
    s3.delete_object(Bucket=name, Key="key")
    equal(s3.delete_bucket(Bucket=name)["ResponseMetadata"]["HTTPStatusCode"], 204)
    refused("NoSuchBucket", s3.delete_bucket, 404, Bucket=name)


def case_a_subresource_is_never_taken_for_the_bucket():
    name = bucket()
    for query in ("acl", "versions", "notification"):
        equal(request("DELETE", f"/{name}", query + "=").status, 405)
    s3.head_bucket(Bucket=name)


def case_configurations_that_were_never_made():
    name = bucket()
    for query, code in {
        "policy": "NoSuchBucketPolicy",
        "policyStatus": "NoSuchBucketPolicy",
        "tagging": "NoSuchTagSet",
        "cors": "NoSuchCORSConfiguration",
        "lifecycle": "NoSuchLifecycleConfiguration",
        "website": "NoSuchWebsiteConfiguration",
        "replication": "ReplicationConfigurationNotFoundError",
        "object-lock": "ObjectLockConfigurationNotFoundError",
    }.items():
        answer = request("GET", f"/{name}", f"{query}=")
        equal((query, answer.status, answer.code), (query, 404, code))
    for query in (
        "encryption",
        "logging",
        "notification",
        "versioning",
        "requestPayment",
        "accelerate",
        "ownershipControls",
        "publicAccessBlock",
        "acl",
        "location",
    ):
        equal((query, request("GET", f"/{name}", f"{query}=").status), (query, 200))


def case_versioning_must_be_said():
    name = bucket()
    put = s3.put_bucket_versioning
    refused(
        "IllegalVersioningConfigurationException", put, 400, Bucket=name, VersioningConfiguration={}
    )
    refused("MalformedXML", put, 400, Bucket=name, VersioningConfiguration={"Status": "On"})


def case_the_expected_owner_of_a_bucket():
    name = bucket()
    s3.head_bucket(Bucket=name, ExpectedBucketOwner=ACCOUNT)
    refused("AccessDenied", s3.list_objects_v2, 403, Bucket=name, ExpectedBucketOwner=STRANGER)
    answer = request("GET", f"/{name}", "policy=", {"x-amz-expected-bucket-owner": "me"})
    equal((answer.status, answer.code), (400, "InvalidBucketOwnerAWSAccountID"))


def case_methods_that_mean_nothing():
    name = bucket()
    for method, path in (("PUT", "/"), ("PATCH", f"/{name}"), ("POST", f"/{name}/key")):
        answer = request(method, path)
        equal(
            (answer.status, answer.code, answer.element("Method")),
            (405, "MethodNotAllowed", method),
        )
