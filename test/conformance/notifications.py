"""What the cases about notifications share: queues that S3 may send to, and what arrives there."""

import json

from aws import *

sqs, sns = client("sqs"), client("sns")
QUEUE_ARN = f"arn:aws:sqs:us-east-1:{ACCOUNT}"


def allow_s3(arn, action):
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "s3.amazonaws.com"},
        "Action": action,
        "Resource": arn,
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def queue():
    name = f"queue-{os.getpid()}-{next(NAMES)}"
    policy = allow_s3(f"{QUEUE_ARN}:{name}", "sqs:SendMessage")
    url = sqs.create_queue(QueueName=name, Attributes={"Policy": policy})["QueueUrl"]
    return url, f"{QUEUE_ARN}:{name}"


def configure(name, **configuration):
    s3.put_bucket_notification_configuration(Bucket=name, NotificationConfiguration=configuration)


def to_queue(arn, *events, rules=None, **more):
    filters = [{"Name": rule, "Value": value} for rule, value in (rules or {}).items()]
    filtering = {"Filter": {"Key": {"FilterRules": filters}}} if rules else {}
    return {"QueueArn": arn, "Events": list(events), **filtering, **more}


def watched(*events, versioning=None):
    """A bucket, and what is heard of it since the last time one listened."""
    name, (url, arn) = bucket(versioning), queue()
    configure(
        name,
        QueueConfigurations=[
            to_queue(arn, *(events or ("s3:ObjectCreated:*", "s3:ObjectRemoved:*")))
        ],
    )
    equal(bodies(url)[0]["Event"], "s3:TestEvent")
    return name, lambda: [record for body in bodies(url) for record in body["Records"]]


def bodies(url, wait=0):
    heard = []
    while True:
        messages = sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=wait
        ).get("Messages", [])
        if not messages:
            return heard
        wait = 0
        for message in messages:
            heard.append(json.loads(message["Body"]))
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


def named(records):
    return [(record["eventName"], record["s3"]["object"]["key"]) for record in records]
