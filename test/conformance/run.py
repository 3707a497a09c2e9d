"""Runs every case of the scripts that are named, in the order they are written, and tells each outcome as a line of JSON."""

import importlib
import json
import sys
import traceback

for script in sys.argv[1:]:
    module = importlib.import_module(script.removesuffix(".py"))
    for name, case in list(vars(module).items()):
        if not name.startswith("case_"):
            continue
        try:
            case()
            error = None
        except Exception:
            error = traceback.format_exc()
        outcome = {
            "script": script,
            "name": name.removeprefix("case_").replace("_", " "),
            "error": error,
        }
        print(json.dumps(outcome), flush=True)
