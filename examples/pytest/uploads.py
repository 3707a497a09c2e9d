"""What is tested: photos are uploaded to a bucket, a queue tells a worker, and what fails twice goes to a dead-letter queue."""

import json
import urllib.parse


def create(s3, sqs):
    """A bucket whose new objects are told to a queue; answers the URLs of that queue and of its dead-letter queue."""
    failed_url = sqs.create_queue(QueueName="failed")["QueueUrl"]
    queue_arn = "arn:aws:sqs:us-east-1:123456789012:uploads"
    policy = {
        "Version": "2012-10-17",
        "Statement": {
            "Effect": "Allow",
            "Principal": {"Service": "s3.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": queue_arn,
            "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:s3:::photos"}},
        },
    }
    redrive = {
        "deadLetterTargetArn": "arn:aws:sqs:us-east-1:123456789012:failed",
        "maxReceiveCount": 2,
    }
    queue_url = sqs.create_queue(
        QueueName="uploads",
        Attributes={
            "Policy": json.dumps(policy),
            "RedrivePolicy": json.dumps(redrive),
            "VisibilityTimeout": "60",
        },
    )["QueueUrl"]
    s3.create_bucket(Bucket="photos")
    s3.put_bucket_notification_configuration(
        Bucket="photos",
        SkipDestinationValidation=True,
        NotificationConfiguration={
            "QueueConfigurations": [{"QueueArn": queue_arn, "Events": ["s3:ObjectCreated:*"]}]
        },
    )
    return queue_url, failed_url


def work(sqs, queue_url, handle, seen):
    """Handles the messages there are. `seen` is what makes a message that comes twice count once."""
    for message in sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10).get("Messages", []):
        for record in json.loads(message["Body"])["Records"]:
            change = record["s3"]["object"]
            if change["sequencer"] not in seen:
                handle(urllib.parse.unquote_plus(change["key"]))
                seen.add(change["sequencer"])
        sqs.delete_message(QueueUrl=queue_url, ReceiptHandle=message["ReceiptHandle"])
