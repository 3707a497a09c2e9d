from notifications import *


def case_filters():
    name, (url, arn) = bucket(), queue()
    rules = {"Prefix": "img/", "SUFFIX": ".jpg"}
    configure(
        name, QueueConfigurations=[to_queue(arn, "s3:ObjectCreated:*", rules=rules, Id="mine")]
    )
    bodies(url)
    fill(name, "img/a.jpg", "img/a.png", "a.jpg", "img/.jpg", "IMG/a.jpg")
    records = [body["Records"][0] for body in bodies(url)]
    equal([key for _, key in named(records)], ["img/a.jpg", "img/.jpg"])
    equal(records[0]["s3"]["configurationId"], "mine")
    [shown] = s3.get_bucket_notification_configuration(Bucket=name)["QueueConfigurations"]
    equal(
        shown["Filter"]["Key"]["FilterRules"],
        [{"Name": "Prefix", "Value": "img/"}, {"Name": "Suffix", "Value": ".jpg"}],
    )
    configure(
        name,
        QueueConfigurations=[
            to_queue(arn, "s3:ObjectCreated:*", rules={"prefix": "", "suffix": ""})
        ],
    )
    [shown] = s3.get_bucket_notification_configuration(Bucket=name)["QueueConfigurations"]
    equal([rule["Value"] for rule in shown["Filter"]["Key"]["FilterRules"]], ["", ""])
    assert shown["Id"]


def case_an_empty_configuration_clears_everything():
    name, (url, arn) = bucket(), queue()
    configure(
        name, QueueConfigurations=[to_queue(arn, "s3:ObjectCreated:*")], EventBridgeConfiguration={}
    )
    assert "EventBridgeConfiguration" in s3.get_bucket_notification_configuration(Bucket=name)
    configure(name)
    answer = s3.get_bucket_notification_configuration(Bucket=name)
    equal([member for member in answer if member != "ResponseMetadata"], [])
    bodies(url)
    fill(name, "key")
    equal(bodies(url), [])


def case_the_test_event():
    name, (url, arn) = bucket(), queue()
    configure(name, QueueConfigurations=[to_queue(arn, "s3:ObjectCreated:*")])
    [event] = bodies(url)
    equal(list(event), ["Service", "Event", "Time", "Bucket", "RequestId", "HostId"])
    equal((event["Service"], event["Event"], event["Bucket"]), ("Amazon S3", "s3:TestEvent", name))
    s3.put_bucket_notification_configuration(
        Bucket=name,
        NotificationConfiguration={"QueueConfigurations": [to_queue(arn, "s3:ObjectCreated:*")]},
        SkipDestinationValidation=True,
    )
    equal(bodies(url), [])


def case_destinations_that_cannot_be():
    name, (_, arn) = bucket(), queue()
    missing = f"{QUEUE_ARN}:missing"
    message = "Unable to validate the following destination configurations"
    created = ("s3:ObjectCreated:*",)

    def refuse(**configuration):
        return refused("InvalidArgument", lambda: configure(name, **configuration), 400)

    error = refuse(QueueConfigurations=[to_queue(missing, *created)])
    equal(
        (error["Message"], error["ArgumentName1"], error["ArgumentValue1"]),
        (message, missing, "The destination queue does not exist"),
    )
    other = to_queue(missing + "2", "s3:ObjectRemoved:*")
    error = refuse(QueueConfigurations=[to_queue(missing, *created), other])
    equal((error["ArgumentName1"], error["ArgumentName2"]), (missing, missing + "2"))
    url = sqs.create_queue(QueueName=f"closed-{os.getpid()}")["QueueUrl"]
    error = refuse(QueueConfigurations=[to_queue(f"{QUEUE_ARN}:{url.rsplit('/')[-1]}", *created)])
    equal(
        error["ArgumentValue1"],
        "Permissions on the destination queue do not allow S3 to publish notifications from this bucket",
    )
    topic = f"arn:aws:sns:us-east-1:{ACCOUNT}:missing"
    equal(
        refuse(TopicConfigurations=[{"TopicArn": topic, "Events": list(created)}])["ArgumentName1"],
        topic,
    )
    function = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:missing"
    error = refuse(
        LambdaFunctionConfigurations=[{"LambdaFunctionArn": function, "Events": list(created)}]
    )
    equal(
        (error["ArgumentName1"], error["ArgumentValue1"]),
        (f"{function}, null", f"Not authorized to invoke function [{function}]"),
    )
    for member, section, element in (
        ("QueueArn", "QueueConfigurations", "Queue"),
        ("TopicArn", "TopicConfigurations", "Topic"),
        ("LambdaFunctionArn", "LambdaFunctionConfigurations", "CloudFunction"),
    ):
        error = refuse(**{section: [{member: "not-an-arn", "Events": list(created)}]})
        equal(
            (error["Message"], error["ArgumentName"], error["ArgumentValue"]),
            ("The ARN could not be parsed", element, "not-an-arn"),
        )
    equal(
        [
            member
            for member in s3.get_bucket_notification_configuration(Bucket=name)
            if member != "ResponseMetadata"
        ],
        [],
    )
    s3.put_bucket_notification_configuration(
        Bucket=name,
        NotificationConfiguration={"QueueConfigurations": [to_queue(missing, *created)]},
        SkipDestinationValidation=True,
    )
    equal(
        s3.get_bucket_notification_configuration(Bucket=name)["QueueConfigurations"][0]["QueueArn"],
        missing,
    )


def case_configurations_that_overlap():
    name, (_, arn) = bucket(), queue()
    _, second = queue()
    created, removed = "s3:ObjectCreated:*", "s3:ObjectRemoved:*"
    for one, two in (
        (to_queue(arn, created), to_queue(second, "s3:ObjectCreated:Put")),
        (to_queue(arn, created), to_queue(second, created, rules={"prefix": "a"})),
        (
            to_queue(arn, created, rules={"prefix": "a", "suffix": "jpg"}),
            to_queue(second, created, rules={"suffix": "jpg"}),
        ),
        (
            to_queue(arn, created, rules={"suffix": "jpg"}),
            to_queue(second, created, rules={"suffix": "pg"}),
        ),
    ):
        refused("InvalidArgument", lambda: configure(name, QueueConfigurations=[one, two]), 400)
    for one, two in (
        (to_queue(arn, created), to_queue(second, removed)),
        (
            to_queue(arn, created, rules={"prefix": "a/"}),
            to_queue(second, created, rules={"prefix": "b/"}),
        ),
        (
            to_queue(arn, created, rules={"prefix": "a", "suffix": "jpg"}),
            to_queue(second, created, rules={"prefix": "a", "suffix": "png"}),
        ),
    ):
        configure(name, QueueConfigurations=[one, two])


def case_configurations_that_cannot_be():
    name, (_, arn) = bucket(), queue()
    created = "s3:ObjectCreated:*"

    def refuse(code, *configurations):
        return refused(code, lambda: configure(name, QueueConfigurations=list(configurations)), 400)

    error = refuse("InvalidArgument", to_queue(arn, created, rules={"name": "a"}))
    equal(
        (error["Message"], error["ArgumentName"], error["ArgumentValue"]),
        ("filter rule name must be either prefix or suffix", "FilterRule.Name", "name"),
    )
    for rule in ({"Name": "prefix"}, {"Value": "a"}, {}):
        refuse(
            "MalformedXML",
            {"QueueArn": arn, "Events": [created], "Filter": {"Key": {"FilterRules": [rule]}}},
        )
    twice = [{"Name": "prefix", "Value": "a"}, {"Name": "Prefix", "Value": "b"}]
    refuse(
        "InvalidArgument",
        {"QueueArn": arn, "Events": [created], "Filter": {"Key": {"FilterRules": twice}}},
    )
    refuse("InvalidArgument", to_queue(arn, created, rules={"prefix": "x" * 1025}))
    refuse(
        "InvalidArgument",
        to_queue(arn, created, Id="same"),
        to_queue(arn, "s3:ObjectRemoved:*", Id="same"),
    )
    answer = request(
        "PUT",
        f"/{name}",
        "notification=",
        body=b"<NotificationConfiguration><QueueConfiguration><Queue>"
        + arn.encode()
        + b"</Queue><Event>s3:Nothing</Event></QueueConfiguration></NotificationConfiguration>",
    )
    assert (answer.status, answer.code in ("InvalidArgument", "MalformedXML")) == (
        400,
        True,
    ), answer.body
    equal(request("PUT", f"/{name}", "notification=", body=b"<junk").code, "MalformedXML")
    refused("NoSuchBucket", lambda: configure("none-such"), 404)
