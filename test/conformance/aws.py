"""What the cases share: clients, buckets, requests as they go over the wire, and expectations."""

import base64
import hashlib
import http.client
import itertools
import os
import re
import urllib.parse

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.credentials
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
HOST = urllib.parse.urlsplit(ENDPOINT).netloc
ACCOUNT, STRANGER = "123456789012", "111122223333"
NAMES = itertools.count(1)


def client(service="s3", key="test", region="us-east-1", **options):
    """`key` may be an account: on this machine it is that account's own access key."""
    options.setdefault("retries", {"max_attempts": 0})
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name=region,
        aws_access_key_id=key,
        aws_secret_access_key="test",
        config=Config(s3={"addressing_style": "path"}, **options),
    )


s3 = client()


def bucket(versioning=None, client=s3, **options):
    name = f"bucket-{os.getpid()}-{next(NAMES)}"
    client.create_bucket(Bucket=name, **options)
    if versioning:
        status = {"Status": versioning}
        client.put_bucket_versioning(Bucket=name, VersioningConfiguration=status)
    return name


def fill(name, *keys):
    for key in keys:
        s3.put_object(Bucket=name, Key=key, Body=key.encode())


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    def element(self, name):
        found = re.search(f"<{name}>(.*?)</{name}>".encode(), self.body, re.S)
        return found and found.group(1).decode()

    @property
    def code(self):
        return self.element("Code")


def request(method, path, query="", headers=None, body=b"", key="test", signed=True):
    """A request exactly as it is written here. `path` and `query` are encoded already."""
    headers = {**(headers or {})}
    target = f"{path}?{query}" if query else path
    if signed:
        signer = botocore.auth.S3SigV4Auth(
            botocore.credentials.Credentials(key, "test"), "s3", "us-east-1"
        )
        unsent = botocore.awsrequest.AWSRequest(
            method, ENDPOINT + path, params=parameters(query), headers=headers, data=body
        )
        signer.add_auth(unsent)
        headers = dict(unsent.headers)
    return send(method, target, headers, body)


def parameters(query):
    pairs = (part.partition("=") for part in query.split("&") if part)
    return {urllib.parse.unquote(name): urllib.parse.unquote(value) for name, _, value in pairs}


def send(method, target, headers=None, body=b"", host=HOST):
    connection = http.client.HTTPConnection(HOST, timeout=20)
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    headers = {"Host": host, **(headers or {})}
    names = {name.lower() for name in headers}
    if not names & {"content-length", "transfer-encoding"} and (body or method in ("PUT", "POST")):
        headers["Content-Length"] = str(len(body))
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders(body or None)
    return Answer(connection.getresponse())


def fetch(url, method="GET", headers=None, body=b""):
    """Follows a presigned URL, as whoever got it would."""
    return send(method, url.removeprefix(ENDPOINT), headers, body)


def refused(code, call, status=None, **options):
    """The error of a call that must fail, for further looks into it."""
    try:
        call(**options)
    except ClientError as error:
        response = error.response
        assert response["Error"]["Code"] == code, response["Error"]
        actual = response["ResponseMetadata"]["HTTPStatusCode"]
        assert status is None or actual == status, actual
        return response["Error"]
    raise AssertionError(f"expected {code}")


def equal(actual, expected):
    assert actual == expected, f"expected {expected!r}, got {actual!r}"


def md5(data):
    return base64.b64encode(hashlib.md5(data).digest()).decode()


def etag(data):
    return f'"{hashlib.md5(data).hexdigest()}"'


def keys(answer):
    return [entry["Key"] for entry in answer.get("Contents", [])]


def prefixes(answer):
    return [entry["Prefix"] for entry in answer.get("CommonPrefixes", [])]
