"""The Python runtime inside a function's process: loads the handler, then takes events from the Runtime API and
answers them, one at a time. Standard library only; imports nothing of the server and is shipped as it is.

https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html
"""

import decimal
import http.client
import importlib
import json
import logging
import os
import sys
import threading
import time
import traceback

LIFELINE = 3
API = "/2018-06-01/runtime"
# Read before the function can change it.
TASK_ROOT = os.environ["LAMBDA_TASK_ROOT"]


def main():
    watch_lifeline()
    # Packages are shared by all environments of a revision: nothing is written into them.
    sys.dont_write_bytecode = True
    sys.path[0] = TASK_ROOT
    sys.argv = [""]
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    request_ids = set_up_logging()
    api = RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as error:
        payload = error_payload(error, "")
        log_error(payload)
        api.post_error("init/error", payload)
        sys.exit(1)
    while True:
        headers, event = api.next()
        request_ids.current = headers["Lambda-Runtime-Aws-Request-Id"]
        serve(api, handler, headers, event)


def watch_lifeline():
    """The server holds the other end: when it closes, the server has ended, and so do we."""
    os.set_inheritable(LIFELINE, False)

    def wait():
        os.read(LIFELINE, 1)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


class RuntimeApi:
    def __init__(self, address):
        self.connection = http.client.HTTPConnection(address)

    def call(self, method, path, body=None, headers={}):
        try:
            self.connection.request(method, f"{API}/{path}", body, headers)
            response = self.connection.getresponse()
            return response.headers, response.read()
        except (OSError, http.client.HTTPException):
            # Without the Runtime API there is nothing left to do.
            os._exit(1)

    def next(self):
        return self.call("GET", "invocation/next")

    def post_error(self, path, payload):
        headers = {"Lambda-Runtime-Function-Error-Type": payload["errorType"]}
        self.call("POST", path, json.dumps(payload).encode(), headers)


def serve(api, handler, headers, event):
    request_id = headers["Lambda-Runtime-Aws-Request-Id"]
    trace_id = headers["Lambda-Runtime-Trace-Id"]
    if trace_id:
        os.environ["_X_AMZN_TRACE_ID"] = trace_id
    else:
        os.environ.pop("_X_AMZN_TRACE_ID", None)
    try:
        result = handler(from_json(event), Context(headers))
        body = to_json(result)
    except Exception as error:
        payload = error_payload(error, request_id)
        log_error(payload)
        flush()
        api.post_error(f"invocation/{request_id}/error", payload)
    else:
        flush()
        api.call("POST", f"invocation/{request_id}/response", body)


# Handler


def load_handler(name):
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        message = f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)"
        raise RuntimeFailure("Runtime.MalformedHandlerName", message)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        message = f"Unable to import module '{module_name}': {error}{import_hint(error)}"
        raise RuntimeFailure("Runtime.ImportModuleError", message)
    except SyntaxError as error:
        message = f"Syntax error in module '{module_name}': {error}"
        stack = [f'  File "{error.filename}" Line {error.lineno}\n    {error.text}']
        raise RuntimeFailure("Runtime.UserCodeSyntaxError", message, stack)
    if not hasattr(module, function_name):
        message = f"Handler '{function_name}' missing on module '{module_name}'"
        raise RuntimeFailure("Runtime.HandlerNotFound", message)
    return getattr(module, function_name)


def import_hint(error):
    """AWS's Python runtimes bring boto3 along; here it is the machine's."""
    package = (error.name or "").split(".")[0]
    if package not in ("boto3", "botocore"):
        return ""
    return (
        " (python3 on this machine has no boto3: run `python3 -m pip install boto3`,"
        " or ship it in the package or a layer)"
    )


class Context:
    def __init__(self, headers):
        environ = os.environ
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.client_context = ClientContext.parse(headers["Lambda-Runtime-Client-Context"])
        self.identity = Members(
            {}, {"cognito_identity_id": "cognitoIdentityId", "cognito_identity_pool_id": "cognitoIdentityPoolId"}
        )
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(self._deadline_ms - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))


class Members:
    """An object whose attributes are those of a JSON object, None where it has none."""

    def __init__(self, json_object, names):
        for attribute, name in names.items():
            setattr(self, attribute, json_object.get(name))


CLIENT = {
    name: name for name in ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")
}


class ClientContext(Members):
    @staticmethod
    def parse(header):
        return ClientContext(json.loads(header)) if header else None

    def __init__(self, json_object):
        super().__init__(json_object, {"custom": "custom", "env": "env"})
        client = json_object.get("client")
        self.client = Members(client, CLIENT) if client else None


# JSON


def from_json(event):
    try:
        return json.loads(event)
    except ValueError as error:
        raise RuntimeFailure("Runtime.UnmarshalError", f"Unable to unmarshal input: {error}")


def to_json(result):
    try:
        return json.dumps(result, ensure_ascii=False, default=plain).encode()
    except (TypeError, ValueError) as error:
        raise RuntimeFailure("Runtime.MarshalError", f"Unable to marshal response: {error}")


def plain(value):
    if isinstance(value, decimal.Decimal):
        return float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


# Errors and log


class RuntimeFailure(Exception):
    """An error of the runtime's own, with AWS's type and stack instead of a Python class and traceback."""

    def __init__(self, error_type, message, stack=()):
        super().__init__(message)
        self.error_type = error_type
        self.stack = list(stack)


def error_payload(error, request_id):
    if isinstance(error, RuntimeFailure):
        error_type, stack = error.error_type, error.stack
    else:
        frames = traceback.extract_tb(error.__traceback__)
        # Four values of a frame and no more: AWS does not underline what failed.
        own = [
            (frame.filename, frame.lineno, frame.name, frame.line)
            for frame in frames
            if frame.filename != __file__
        ]
        error_type, stack = type(error).__name__, traceback.format_list(own)
    return {
        "errorMessage": str(error),
        "errorType": error_type,
        "requestId": request_id,
        "stackTrace": [with_task_root(entry) for entry in stack],
    }


def with_task_root(text):
    """Errors name files as they do on AWS, wherever the code lies here."""
    return text.replace(TASK_ROOT, "/var/task")


def log_error(payload):
    text = f"[ERROR] {payload['errorType']}: {payload['errorMessage']}\n"
    print(text + "Traceback (most recent call last):\n" + "".join(payload["stackTrace"]), end="")


def set_up_logging():
    request_ids = RequestIdFilter()
    logging.Formatter.converter = time.gmtime
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        logging.Formatter(
            "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s",
            "%Y-%m-%dT%H:%M:%S",
        )
    )
    handler.addFilter(request_ids)
    logging.getLogger().addHandler(handler)
    return request_ids


class RequestIdFilter(logging.Filter):
    current = ""

    def filter(self, record):
        record.aws_request_id = self.current
        return True


def flush():
    sys.stdout.flush()
    sys.stderr.flush()


if __name__ == "__main__":
    main()
