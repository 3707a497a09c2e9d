from notifications import *


def case_every_way_of_creating():
    name, heard = watched("s3:ObjectCreated:*")
    s3.put_object(Bucket=name, Key="put", Body=b"1")
    s3.copy_object(Bucket=name, Key="copy", CopySource=f"{name}/put")
    upload = s3.create_multipart_upload(Bucket=name, Key="parts")["UploadId"]
    part = s3.upload_part(Bucket=name, Key="parts", UploadId=upload, PartNumber=1, Body=b"1")[
        "ETag"
    ]
    done = {"Parts": [{"PartNumber": 1, "ETag": part}]}
    s3.complete_multipart_upload(Bucket=name, Key="parts", UploadId=upload, MultipartUpload=done)
    fetch(s3.generate_presigned_url("put_object", Params={"Bucket": name, "Key": "url"}), "PUT")
    s3.delete_object(Bucket=name, Key="put")
    equal(
        named(heard()),
        [
            ("ObjectCreated:Put", "put"),
            ("ObjectCreated:Copy", "copy"),
            ("ObjectCreated:CompleteMultipartUpload", "parts"),
            ("ObjectCreated:Put", "url"),
        ],
    )


def case_a_record():
    name, heard = watched("s3:ObjectCreated:Put")
    headers = s3.put_object(Bucket=name, Key="key", Body=b"hello")["ResponseMetadata"][
        "HTTPHeaders"
    ]
    [record] = heard()
    equal(
        list(record),
        [
            "eventVersion",
            "eventSource",
            "awsRegion",
            "eventTime",
            "eventName",
            "userIdentity",
            "requestParameters",
            "responseElements",
            "s3",
        ],
    )
    equal((record["eventSource"], record["awsRegion"]), ("aws:s3", "us-east-1"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", record["eventTime"]), record[
        "eventTime"
    ]
    equal(
        record["responseElements"],
        {"x-amz-request-id": headers["x-amz-request-id"], "x-amz-id-2": headers["x-amz-id-2"]},
    )
    equal(record["requestParameters"], {"sourceIPAddress": "127.0.0.1"})
    equal(list(record["s3"]), ["s3SchemaVersion", "configurationId", "bucket", "object"])
    equal(
        (record["s3"]["bucket"]["name"], record["s3"]["bucket"]["arn"]),
        (name, f"arn:aws:s3:::{name}"),
    )
    thing = record["s3"]["object"]
    equal(list(thing), ["key", "size", "eTag", "sequencer"])
    equal((thing["size"], thing["eTag"]), (5, etag(b"hello").strip('"')))
    assert re.fullmatch(r"[0-9A-F]{16,}", thing["sequencer"]), thing["sequencer"]


def case_keys_are_encoded():
    name, heard = watched()
    encoded = {
        "a b": "a+b",
        "a+b": "a%2Bb",
        "a/b": "a/b",
        "ü": "%C3%BC",
        "a@b=c&d": "a%40b%3Dc%26d",
        "~*'()": "~*%27%28%29",
    }
    for key in encoded:
        s3.put_object(Bucket=name, Key=key, Body=b"")
    shown = [key for _, key in named(heard())]
    equal([urllib.parse.unquote_plus(key) for key in shown], list(encoded))
    equal(shown[:5], list(encoded.values())[:5])


def case_later_sequencers_are_larger():
    name, heard = watched()
    for _ in range(3):
        s3.put_object(Bucket=name, Key="key", Body=b"")
    s3.delete_object(Bucket=name, Key="key")
    order = [record["s3"]["object"]["sequencer"] for record in heard()]
    equal(order, sorted(set(order), key=lambda text: text.rjust(32, "0")))


def case_deleting_without_versions():
    name, heard = watched()
    fill(name, "a", "b")
    s3.delete_object(Bucket=name, Key="a")
    s3.delete_object(Bucket=name, Key="none")
    s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": "b"}, {"Key": "nothing"}]})
    records = heard()[2:]
    equal(named(records)[0], ("ObjectRemoved:Delete", "a"))
    equal(list(records[0]["s3"]["object"]), ["key", "sequencer"])
    equal(
        sorted(named(records)[1:]),
        [("ObjectRemoved:Delete", "b"), ("ObjectRemoved:Delete", "nothing")],
    )


def case_deleting_with_versions():
    name, heard = watched(versioning="Enabled")
    version = s3.put_object(Bucket=name, Key="key", Body=b"1")["VersionId"]
    marker = s3.delete_object(Bucket=name, Key="key")["VersionId"]
    s3.delete_object(Bucket=name, Key="key", VersionId=marker)
    s3.delete_object(Bucket=name, Key="key", VersionId=version)
    s3.delete_object(Bucket=name, Key="key", VersionId=version)
    records = heard()
    equal(
        [record["eventName"] for record in records],
        [
            "ObjectCreated:Put",
            "ObjectRemoved:DeleteMarkerCreated",
            "ObjectRemoved:Delete",
            "ObjectRemoved:Delete",
        ],
    )
    objects = [record["s3"]["object"] for record in records]
    equal([thing["versionId"] for thing in objects], [version, marker, marker, version])
    equal((objects[1]["eTag"], "size" in objects[1]), ("d41d8cd98f00b204e9800998ecf8427e", False))


def case_tags_and_acls():
    name, heard = watched("s3:ObjectTagging:*", "s3:ObjectAcl:Put")
    s3.put_bucket_ownership_controls(
        Bucket=name, OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]}
    )
    s3.delete_public_access_block(Bucket=name)
    s3.put_object(Bucket=name, Key="key", Body=b"", Tagging="a=1")
    s3.put_object_tagging(Bucket=name, Key="key", Tagging={"TagSet": [{"Key": "a", "Value": "2"}]})
    s3.delete_object_tagging(Bucket=name, Key="key")
    s3.put_object_acl(Bucket=name, Key="key", ACL="public-read")
    s3.put_object_acl(Bucket=name, Key="key", ACL="public-read")
    records = heard()
    equal(
        [record["eventName"] for record in records],
        ["ObjectTagging:Put", "ObjectTagging:Delete", "ObjectAcl:Put"],
    )
    equal({tuple(record["s3"]["object"]) for record in records}, {("key", "eTag")})


def case_what_fails_is_not_told():
    name, heard = watched()
    fill(name, "key")
    heard()
    refused(
        "PreconditionFailed", s3.put_object, 412, Bucket=name, Key="key", Body=b"", IfNoneMatch="*"
    )
    refused("InvalidRequest", s3.copy_object, 400, Bucket=name, Key="key", CopySource=f"{name}/key")
    equal(
        request("PUT", f"/{name}/key", headers={"Content-MD5": md5(b"other")}, body=b"x").status,
        400,
    )
    equal(heard(), [])


def case_through_a_topic():
    name, (url, arn) = bucket(), queue()
    topic = sns.create_topic(Name=f"topic-{os.getpid()}-{next(NAMES)}")["TopicArn"]
    sns.set_topic_attributes(
        TopicArn=topic, AttributeName="Policy", AttributeValue=allow_s3(topic, "sns:Publish")
    )
    sqs.set_queue_attributes(
        QueueUrl=url,
        Attributes={
            "Policy": json.dumps(
                {
                    "Statement": [
                        {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": arn}
                    ]
                }
            )
        },
    )
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    configure(name, TopicConfigurations=[{"TopicArn": topic, "Events": ["s3:ObjectCreated:*"]}])
    fill(name, "key")
    heard = []
    while len(heard) < 2:
        heard += bodies(url, wait=5)
    equal({message["Subject"] for message in heard}, {"Amazon S3 Notification"})
    messages = [json.loads(message["Message"]) for message in heard]
    assert any(message.get("Event") == "s3:TestEvent" for message in messages)
    [record] = [message["Records"][0] for message in messages if "Records" in message]
    equal((record["eventName"], record["s3"]["object"]["key"]), ("ObjectCreated:Put", "key"))


def case_events_on_the_event_bus():
    name, (url, arn) = bucket(), queue()
    events = client("events")
    rule = f"rule-{os.getpid()}-{next(NAMES)}"
    events.put_rule(
        Name=rule,
        EventPattern=json.dumps({"source": ["aws.s3"], "detail": {"bucket": {"name": [name]}}}),
    )
    sqs.set_queue_attributes(
        QueueUrl=url,
        Attributes={
            "Policy": json.dumps(
                {
                    "Statement": [
                        {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": arn}
                    ]
                }
            )
        },
    )
    events.put_targets(Rule=rule, Targets=[{"Id": "q", "Arn": arn}])
    configure(name, EventBridgeConfiguration={})
    s3.put_object(Bucket=name, Key="a b", Body=b"hello")
    s3.delete_object(Bucket=name, Key="a b")
    heard = []
    while len(heard) < 2:
        heard += bodies(url, wait=5)
    created, deleted = sorted(heard, key=lambda event: event["detail-type"])
    equal(
        (created["detail-type"], created["source"], created["resources"]),
        ("Object Created", "aws.s3", [f"arn:aws:s3:::{name}"]),
    )
    detail = created["detail"]
    equal(
        (detail["object"]["key"], detail["object"]["size"], detail["reason"]),
        ("a b", 5, "PutObject"),
    )
    equal(
        (deleted["detail"]["deletion-type"], deleted["detail"]["reason"]),
        ("Permanently Deleted", "DeleteObject"),
    )
