import pytest

from uploads import create, work


@pytest.fixture
def world(spillway):
    s3, sqs = spillway.client("s3"), spillway.client("sqs")
    queue_url, failed_url = create(s3, sqs)
    return s3, sqs, queue_url, failed_url


def test_a_photo_is_handled(spillway, world):
    s3, sqs, queue_url, _ = world
    handled = []
    s3.put_object(Bucket="photos", Key="a dog.jpg", Body=b"woof")
    spillway.settled()
    work(sqs, queue_url, handled.append, set())
    assert handled == ["a dog.jpg"]


def test_a_photo_that_fails_twice_is_set_aside(spillway, world):
    s3, sqs, queue_url, failed_url = world

    def fail(key):
        raise ValueError(f"{key} is no photo")

    s3.put_object(Bucket="photos", Key="cat.txt", Body=b"meow")
    for _ in range(2):
        with pytest.raises(ValueError):
            work(sqs, queue_url, fail, set())
        spillway.advance("1 minute")
    work(sqs, queue_url, fail, set())
    [message] = sqs.receive_message(QueueUrl=failed_url)["Messages"]
    assert "cat.txt" in message["Body"]


def test_a_message_that_comes_twice_counts_once(spillway, world):
    s3, sqs, queue_url, _ = world
    spillway.disturb("duplicate", destination="arn:aws:sqs:*:uploads")
    handled, seen = [], set()
    s3.put_object(Bucket="photos", Key="dog.jpg", Body=b"woof")
    spillway.settled()
    for _ in range(2):
        work(sqs, queue_url, handled.append, seen)
    assert handled == ["dog.jpg"]
