"""Spillway for pytest: a server for each test, with a clock that the test moves. Copy this file into your own tests."""

import json
import os
import pathlib
import re
import subprocess
import urllib.error
import urllib.request

import boto3
import pytest

COMMAND = os.environ.get("SPILLWAY", str(pathlib.Path(__file__).parents[2] / "bin" / "spillway"))


class Spillway:
    def __init__(self, url):
        self.url = url

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )

    def settled(self, limit="30 s"):
        """Returns when everything caused so far is delivered, done or in a dead-letter queue."""
        self._call("POST", "settled", {"limit": limit})

    def advance(self, by):
        """Moves the server's time: `advance("2 minutes")`. What falls due on the way happens."""
        self._call("POST", "clock", {"by": by})

    def disturb(self, kind, **rule):
        """Disturbs deliveries: duplicate, reorder, delay, drop-acknowledgement, error or hang."""
        self._call("POST", "faults", {"kind": kind, **rule})

    def disturb_no_more(self):
        self._call("DELETE", "faults")

    def _call(self, method, path, body=None):
        request = urllib.request.Request(
            f"{self.url}/_spillway/test-kit/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"content-type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["message"]) from None


@pytest.fixture
def spillway():
    server = subprocess.Popen(
        [COMMAND, "serve", "--port", "0", "--in-memory", "--test-kit", "--log-level", "silent"],
        stderr=subprocess.PIPE,
        text=True,
    )
    with server:
        said = server.stderr.readline()
        ready = re.search(r"is ready at (\S+)", said)
        assert ready, said + server.stderr.read()
        yield Spillway(ready[1])
        server.terminate()
