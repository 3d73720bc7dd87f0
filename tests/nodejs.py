"""Node for the tests: one process for all questions of a kind, which answers in JSON lines."""

import json
import os
import signal
import subprocess
from functools import cache

from sitebuild import ROOT, build_bundles, node

# The body of a question sees its input and bundles of its own, so that none finds what another
# did to one; what it leaves in the global scope is an error. Numbers that JSON does not have
# travel as {"number": "NaN"}, both ways.
BODIES = """
import { createInterface } from "node:readline";
const revive = (_, value) =>
  value && typeof value === "object" && typeof value.number === "string"
    ? Number(value.number) : value;
const replace = (_, value) =>
  typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;
const known = new Set(Reflect.ownKeys(globalThis));
let asked = 0;
async function answer({ body, input }) {
  const own = ++asked;
  const bundle = (name) => import(new URL(`${name}.mjs?${own}`, process.env.BUNDLES));
  const source = `export default async (input, bundle) => {${body}\\n};`;
  const { default: run } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const value = await run(input, bundle);
  const left = Reflect.ownKeys(globalThis).filter((name) => !known.has(name));
  for (const name of left) delete globalThis[name];
  if (left.length) throw new Error(`left in the global scope: ${left.map(String)}`);
  return { value: value ?? null };
}
const told = ({ stack }) => ({ failure: stack.replace(/data:text\\/javascript,[^:]*/g, "body") });
for await (const line of createInterface({ input: process.stdin })) {
  const found = await answer(JSON.parse(line, revive)).catch(told);
  process.stdout.write(`${JSON.stringify(found, replace)}\\n`);
}
"""
PARSER = """
import { createInterface } from "node:readline";
const { parse } = await import(new URL("derivation.mjs", process.env.BUNDLES));
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(parse(...JSON.parse(line)))}\\n`);
"""
JUDGE = ROOT / "tools" / "judge.mjs"


@cache
def _started(*arguments):
    """The process; it ends when its input does, with the run."""
    build_bundles()
    return subprocess.Popen(
        [node(), *arguments],
        env=os.environ | {"BUNDLES": (ROOT / "ptcode" / "static").as_uri() + "/"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        errors="surrogatepass",
        start_new_session=True,  # the command may be a wrapper: both end together
    )


def _answer(arguments, line):
    process = _started(*arguments)
    try:
        process.stdin.write(line + "\n")
        process.stdin.flush()
        reply = process.stdout.readline()
        assert reply, "Node has ended"
        return reply
    except BaseException:  # a timeout, too: an answer still to come would be taken for the next
        os.killpg(process.pid, signal.SIGKILL)
        _started.cache_clear()
        raise


def _encode(value):
    if isinstance(value, dict):
        return {key: _encode(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encode(item) for item in value]
    if isinstance(value, float) and value - value != 0:
        name = "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
        return {"number": name}
    return value


def _decode(found):
    return float(found["number"]) if set(found) == {"number"} else found


def run_body(body, value=None):
    """The result of an async JavaScript function's body, which sees `input` and `bundle(name)`."""
    question = json.dumps({"body": body, "input": _encode(value)})
    reply = _answer(("--input-type=module", "--eval", BODIES), question)
    found = json.loads(reply, object_hook=_decode)
    assert "failure" not in found, f"Node failed:\n{found['failure']}"
    return found["value"]


def parsed(text, variables):
    """What the browser reads in a text: a dict with its "tree", or with its "error"."""
    line = json.dumps([text, list(variables)])
    return json.loads(_answer(("--input-type=module", "--eval", PARSER), line))


def judged(line):
    """What tools/judge.mjs answers to a line, whatever that holds."""
    return json.loads(_answer((JUDGE,), line))
